"""Routes of ledger accounts."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core.money import UnknownCurrency
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.accounts.actions import (
    AccountExists,
    AccountInUse,
    BankNotAsset,
    ControlAccountNeeded,
    ControlTaken,
    LegalEntityNotFound,
    change_account,
    create_account,
)
from bursar.ledger.accounts.queries import get_account, list_accounts
from bursar.ledger.accounts.schemas import (
    AccountChanges,
    AccountCreate,
    AccountFilter,
    ChangeAccount,
    LedgerAccountRead,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, VERSIONED, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import AccountId
from bursar.platform.work import Work

router = APIRouter()

_NEW = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "code": "1010",
    "name": "Bank, US dollars",
    "type": "asset",
    "currency": "USD",
    "is_bank": True,
}
_ACCOUNT = {
    "id": "account_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "code": "6300",
    "name": "Software and IT services",
    "type": "expense",
    "control": None,
    "active": True,
    "currency": None,
    "is_bank": False,
    "cash_flow": "operating",
    "version": 1,
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


@router.post(
    "/ledger-accounts",
    **operation(
        "Create a ledger account",
        needs=Permission.ACCOUNTS_MANAGE,
        errors=[*IDEMPOTENT, LegalEntityNotFound, AccountExists, ControlTaken, BankNotAsset, UnknownCurrency],
        example=_ACCOUNT,
        status=201,
        body=_NEW,
    ),
)
async def add_account(body: AccountCreate, caller: Caller, response: Response) -> LedgerAccountRead:
    """Add an account to a legal entity's chart. Its type and control are settled with it."""
    account = await caller.execute(create_account, body)
    response.headers["Location"] = f"/v1/ledger-accounts/{to_public('account', account.id)}"
    set_etag(response, account.version)
    return account


@router.get(
    "/ledger-accounts/{account_id}",
    **operation("Read a ledger account", needs=Permission.LEDGER_READ, errors=[NotFound], example=_ACCOUNT),
)
async def read_account(account_id: AccountId, work: Reading, response: Response) -> LedgerAccountRead:
    """Return one account. Its ETag is what a change names."""
    account = await get_account(work, account_id)
    set_etag(response, account.version)
    return account


@router.patch(
    "/ledger-accounts/{account_id}",
    **operation(
        "Change a ledger account",
        needs=Permission.ACCOUNTS_MANAGE,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, ControlAccountNeeded, AccountInUse, UnknownCurrency],
        example=_ACCOUNT,
        body={"name": "Software and hosting"},
    ),
)
async def edit_account(
    account_id: AccountId, body: AccountChanges, version: IfMatch, caller: Caller, response: Response
) -> LedgerAccountRead:
    """Change what is sent and leave the rest. A control account stays active, and type and control never change."""
    command = ChangeAccount(account_id=account_id, version=version, changes=body)
    account = await caller.execute(change_account, command)
    set_etag(response, account.version)
    return account
