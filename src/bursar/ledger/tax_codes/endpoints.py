"""Routes of tax codes."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core.money import AmountOutOfRange, UnknownCurrency
from bursar.core.tax import InvalidTaxRule, TaxRateMissing
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.tax_codes.actions import (
    TaxAccountNotUsable,
    TaxCodeExists,
    TaxRateExists,
    TaxRateInUse,
    add_tax_rate,
    create_tax_code,
    deactivate_tax_code,
)
from bursar.ledger.tax_codes.queries import calculate_tax, get_tax_code, list_tax_codes
from bursar.ledger.tax_codes.schemas import (
    AddRate,
    DeactivateCode,
    TaxCalculate,
    TaxCalculated,
    TaxCodeCreate,
    TaxCodeFilter,
    TaxCodeRead,
    TaxRate,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import TaxCodeId
from bursar.platform.work import Work

router = APIRouter()


def _eur(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


_ID = "taxcode_01j2hw0psyfn79yan3pqykt7s0"
_RATES = [{"valid_from": "2007-01-01", "rate": "19"}, {"valid_from": "2020-07-01", "rate": "16"}]
_NEW = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "code": "IN19",
    "name": "Input tax, standard rate",
    "category": "S",
    "direction": "input",
    "rates": _RATES,
}
_CODE = {
    "id": _ID,
    **_NEW,
    "inclusive": False,
    "reverse_charge": False,
    "recoverable_share": "1",
    "rounding": "group",
    "account_id": None,
    "active": True,
    "created_at": "2026-11-02T09:30:00Z",
}
_TO_TAX = {
    "on": "2026-10-31",
    "currency": "EUR",
    "lines": [{"quantity": "2", "unit_price": "125.00", "tax_code_id": _ID}],
}
_TAXED = {
    "on": "2026-10-31",
    "lines": [
        {
            "tax_code_id": _ID,
            "tax_category": "S",
            "tax_rate": "19",
            "net": _eur("250.00"),
            "tax": _eur("47.50"),
            "gross": _eur("297.50"),
            "recoverable": _eur("47.50"),
            "cost": _eur("250.00"),
        }
    ],
    "groups": [{"tax_category": "S", "tax_rate": "19", "base": _eur("250.00"), "tax": _eur("47.50")}],
    "net": _eur("250.00"),
    "tax": _eur("47.50"),
    "gross": _eur("297.50"),
}
Reading = Annotated[Work, reads(Permission.TAX_READ)]


@router.post(
    "/tax-codes",
    **operation(
        "Create a tax code",
        needs=Permission.TAX_MANAGE,
        errors=[*IDEMPOTENT, NotFound, TaxCodeExists, TaxRateExists, TaxAccountNotUsable, InvalidTaxRule],
        example=_CODE,
        status=201,
        body=_NEW,
    ),
)
async def add_tax_code(body: TaxCodeCreate, caller: Caller, response: Response) -> TaxCodeRead:
    """Add a tax code with its rates. It never changes what it means; what is different is another code."""
    code = await caller.execute(create_tax_code, body)
    response.headers["Location"] = f"/v1/tax-codes/{to_public('taxcode', code.id)}"
    return code


@router.get(
    "/tax-codes",
    **operation(
        "List tax codes",
        needs=Permission.TAX_READ,
        errors=[BadCursor],
        example={"items": [_CODE], "next_cursor": None},
    ),
)
async def read_tax_codes(work: Reading, page: Annotated[TaxCodeFilter, Query()]) -> Page[TaxCodeRead]:
    """Return tax codes with their rates, in the order of their codes."""
    return await list_tax_codes(work, page)


@router.get(
    "/tax-codes/{tax_code_id}",
    **operation("Read a tax code", needs=Permission.TAX_READ, errors=[NotFound], example=_CODE),
)
async def read_tax_code(tax_code_id: TaxCodeId, work: Reading) -> TaxCodeRead:
    """Return one tax code with its rates."""
    return await get_tax_code(work, tax_code_id)


@router.post(
    "/tax-codes/calculate",
    **operation(
        "Calculate tax",
        needs=Permission.TAX_READ,
        errors=[NotFound, TaxRateMissing, UnknownCurrency, AmountOutOfRange],
        example=_TAXED,
        body=_TO_TAX,
    ),
)
async def calculate(body: TaxCalculate, work: Reading) -> TaxCalculated:
    """Return net, tax and gross of each line and group by the rates of a date; nothing is written.

    Tax on what is taxed alike is rounded once (EN 16931, BR-CO-17) unless a code says on each line. A price with the
    tax in it is divided, so that net and tax add up to it.
    """
    return await calculate_tax(work, body)


@router.post(
    "/tax-codes/{tax_code_id}/rates",
    **operation(
        "Add a rate to a tax code",
        needs=Permission.TAX_MANAGE,
        errors=[*IDEMPOTENT, NotFound, TaxRateExists, TaxRateInUse, InvalidTaxRule],
        example=_CODE,
        status=201,
        body=_RATES[0],
    ),
)
async def add_rate(tax_code_id: TaxCodeId, body: TaxRate, caller: Caller) -> TaxCodeRead:
    """Add a rate that holds from a day on; the day lies after everything posted under the code."""
    return await caller.execute(add_tax_rate, AddRate(tax_code_id=tax_code_id, rate=body))


@router.post(
    "/tax-codes/{tax_code_id}/deactivate",
    **operation(
        "Deactivate a tax code",
        needs=Permission.TAX_MANAGE,
        errors=[*IDEMPOTENT, NotFound],
        example={**_CODE, "active": False},
    ),
)
async def deactivate(tax_code_id: TaxCodeId, caller: Caller) -> TaxCodeRead:
    """Let no new document take a tax code. Documents that took it keep it."""
    return await caller.execute(deactivate_tax_code, DeactivateCode(tax_code_id=tax_code_id))
