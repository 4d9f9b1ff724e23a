"""Routes of ledger accounts and legal entities."""

from typing import Annotated

from fastapi import APIRouter, Query

from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.accounts.queries import get_account, list_accounts, list_entities
from bursar.ledger.accounts.schemas import AccountFilter, LedgerAccountRead, LegalEntityRead
from bursar.platform.access import Permission
from bursar.platform.http import operation, reads
from bursar.platform.ids import AccountId
from bursar.platform.work import Work

router = APIRouter()

_ACCOUNT = {
    "id": "account_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "code": "6300",
    "name": "Software and IT services",
    "type": "expense",
    "control": None,
    "active": True,
}
_ENTITY = {
    "id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "name": "Northwind Demo GmbH",
    "base_currency": "EUR",
    "time_zone": "Europe/Berlin",
    "country": "DE",
    "tax_id": None,
    "created_at": "2026-11-02T09:30:00Z",
}
Reading = Annotated[Work, reads(Permission.LEDGER_READ)]


@router.get(
    "/ledger-accounts",
    **operation(
        "List ledger accounts",
        needs=Permission.LEDGER_READ,
        errors=[BadCursor],
        example={"items": [_ACCOUNT], "next_cursor": None},
    ),
)
async def read_accounts(work: Reading, page: Annotated[AccountFilter, Query()]) -> Page[LedgerAccountRead]:
    """Return accounts in the order of their codes. `control` names what the books themselves post to an account."""
    return await list_accounts(work, page)


@router.get(
    "/ledger-accounts/{account_id}",
    **operation("Read a ledger account", needs=Permission.LEDGER_READ, errors=[NotFound], example=_ACCOUNT),
)
async def read_account(account_id: AccountId, work: Reading) -> LedgerAccountRead:
    """Return one account."""
    return await get_account(work, account_id)


@router.get(
    "/legal-entities",
    **operation("List legal entities", needs=Permission.LEDGER_READ, example={"items": [_ENTITY], "next_cursor": None}),
)
async def read_entities(work: Reading) -> Page[LegalEntityRead]:
    """Return the companies that keep books here, oldest first: at most 200, all on one page."""
    return Page(items=await list_entities(work), next_cursor=None)
