"""Routes of withholding codes."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core.money import CurrencyMismatch, NotRepresentable, UnknownCurrency
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.tax_codes.actions import TaxAccountNotUsable
from bursar.ledger.withholding_codes.actions import (
    ThresholdNegative,
    WithholdingCodeExists,
    create_withholding_code,
)
from bursar.ledger.withholding_codes.queries import get_withholding_code, list_withholding_codes
from bursar.ledger.withholding_codes.schemas import (
    WithholdingCodeCreate,
    WithholdingCodeFilter,
    WithholdingCodeRead,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import WithholdingCodeId
from bursar.platform.work import Work

router = APIRouter()

_NEW = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "code": "WH10",
    "name": "Professional fees 10 %",
    "rate": "10",
    "base": "net",
    "moment": "payment",
    "threshold": {"amount": "30000.00", "currency": "EUR"},
}
_CODE = {
    "id": "withholding_01j2hw0psyfn79yan3pqykt7s0",
    **_NEW,
    "account_id": None,
    "active": True,
    "created_at": "2026-11-02T09:30:00Z",
}
Reading = Annotated[Work, reads(Permission.TAX_READ)]


@router.post(
    "/withholding-codes",
    **operation(
        "Create a withholding code",
        needs=Permission.TAX_MANAGE,
        errors=[
            *IDEMPOTENT,
            NotFound,
            WithholdingCodeExists,
            TaxAccountNotUsable,
            ThresholdNegative,
            CurrencyMismatch,
            NotRepresentable,
            UnknownCurrency,
        ],
        example=_CODE,
        status=201,
        body=_NEW,
    ),
)
async def add_withholding_code(body: WithholdingCodeCreate, caller: Caller, response: Response) -> WithholdingCodeRead:
    """Add a withholding code: while a vendor's calendar year stays below the threshold, nothing is withheld."""
    code = await caller.execute(create_withholding_code, body)
    response.headers["Location"] = f"/v1/withholding-codes/{to_public('withholding', code.id)}"
    return code


@router.get(
    "/withholding-codes",
    **operation(
        "List withholding codes",
        needs=Permission.TAX_READ,
        errors=[BadCursor],
        example={"items": [_CODE], "next_cursor": None},
    ),
)
async def read_withholding_codes(
    work: Reading, page: Annotated[WithholdingCodeFilter, Query()]
) -> Page[WithholdingCodeRead]:
    """Return withholding codes in the order of their codes."""
    return await list_withholding_codes(work, page)


@router.get(
    "/withholding-codes/{withholding_code_id}",
    **operation("Read a withholding code", needs=Permission.TAX_READ, errors=[NotFound], example=_CODE),
)
async def read_withholding_code(withholding_code_id: WithholdingCodeId, work: Reading) -> WithholdingCodeRead:
    """Return one withholding code."""
    return await get_withholding_code(work, withholding_code_id)
