"""All writes to ledger accounts."""

from uuid import UUID

from sqlalchemy import select, update

from bursar.core.money import exponent
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, NotFound, PreconditionFailed, Refused
from bursar.ledger.accounts.events import AccountChanged, AccountCreated
from bursar.ledger.accounts.queries import get_account
from bursar.ledger.accounts.schemas import AccountCreate, ChangeAccount, LedgerAccountRead
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import journal_lines, ledger_accounts


class LegalEntityNotFound(Refused):
    """The legal entity does not exist here."""

    code = "legal_entity_not_found"


class AccountExists(Conflict):
    """The legal entity has an account of this code already."""

    code = "account_exists"


class ControlTaken(Conflict):
    """Another account of the legal entity has this control; the books post to one alone."""

    code = "control_taken"


class BankNotAsset(Refused):
    """A bank account is an asset, and no other control of the books."""

    code = "bank_not_asset"


class ControlAccountNeeded(Conflict):
    """The books post to this account themselves, so it stays active."""

    code = "control_account_needed"


class AccountInUse(Conflict):
    """The account has lines in another currency already."""

    code = "account_in_use"


refusal("fk_ledger_account_tenant_id_legal_entity_id", LegalEntityNotFound)
refusal("uq_ledger_account_tenant_id_legal_entity_id_code", AccountExists)
refusal("uq_ledger_account_control", ControlTaken)
refusal("ck_ledger_account_control_is_active", ControlAccountNeeded)


@action("accounts.create", needs=Permission.ACCOUNTS_MANAGE)
async def create_account(work: Work, command: AccountCreate) -> LedgerAccountRead:
    """Add an account to a chart.

    Raises LegalEntityNotFound, AccountExists, ControlTaken, BankNotAsset and UnknownCurrency.
    """
    if command.currency:
        exponent(command.currency)
    if command.is_bank and (command.type != "asset" or command.control is not None):
        raise BankNotAsset("A bank account is an asset without a control.", pointer="/is_bank")
    account_id = work.new_id()
    await work.session.add(
        ledger_accounts, [{"tenant_id": work.tenant_id, "id": account_id, **dict(command), "active": True}]
    )
    work.emit(AccountCreated(account_id))
    return await get_account(work, account_id)


@action("accounts.change", needs=Permission.ACCOUNTS_MANAGE)
async def change_account(work: Work, command: ChangeAccount) -> LedgerAccountRead:
    """Rename an account, switch it on or off, or say what currency or cash flow it is of.

    Raises NotFound, PreconditionFailed, ControlAccountNeeded, AccountInUse and UnknownCurrency.
    """
    sent = command.changes.sent()
    of = (work.owns(ledger_accounts), ledger_accounts.c.id == command.account_id)
    # Postings hold the account's key until they are committed: after the lock, all that there are can be seen.
    version = await work.session.value(select(ledger_accounts.c.version).where(*of).with_for_update())
    if version is None:
        raise NotFound("No such account.")
    if version != command.version:
        raise PreconditionFailed("The account has changed since you read it.", version=str(version))
    if sent.get("currency"):
        await _currency_may_be(work, command.account_id, sent["currency"])
    if sent:
        await work.session.run(update(ledger_accounts).where(*of).values(**sent, version=version + 1))
        work.emit(AccountChanged(command.account_id))
    return await get_account(work, command.account_id)


async def _currency_may_be(work: Work, account_id: UUID, currency: str) -> None:
    exponent(currency)
    other = select(journal_lines.c.entry_id).where(
        work.owns(journal_lines),
        journal_lines.c.legal_entity_id
        == select(ledger_accounts.c.legal_entity_id)
        .where(work.owns(ledger_accounts), ledger_accounts.c.id == account_id)
        .scalar_subquery(),
        journal_lines.c.account_id == account_id,
        journal_lines.c.currency != currency,
    )
    if await work.session.row(other.limit(1)) is not None:
        raise AccountInUse("The account has lines in another currency.", pointer="/currency")
