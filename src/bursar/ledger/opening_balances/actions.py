"""All writes to opening balances: check, post one entry, note it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import update

from bursar.core.journal import HasAllocations
from bursar.core.money import CurrencyMismatch
from bursar.core.opening import CONTROLS, PAYABLE, RECEIVABLE, OpeningItem, OpeningRow, opening_lines
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, Refused
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.accounts.queries import get_entity, with_all
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import require_open
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.ledger.opening_balances.events import OpeningBalancesPosted, OpeningBalancesReversed
from bursar.ledger.opening_balances.queries import accounts_of, get_opening, lock_opening, missing_of, settling_of
from bursar.ledger.opening_balances.schemas import (
    ImportOpeningBalances,
    OpeningAccount,
    OpeningBalancesRead,
    OpeningItemInput,
    ReverseOpeningBalances,
)
from bursar.ledger.reversals.actions import post_reversal
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import customers, opening_balances, vendors

SERIES: Final = "OPN"
SOURCE: Final = "opening"


class OpeningExists(Conflict):
    """The books of this legal entity have begun already; reverse their opening balances to import others."""

    code = "opening_exists"


class OpeningReversed(Conflict):
    """The opening balances have been reversed before."""

    code = "opening_reversed"


class OpeningAccountUnknown(Refused):
    """The trial balance names an account that the chart does not have, or that is not active."""

    code = "account_not_found"


class OpeningAccountTwice(Refused):
    """The trial balance names an account twice."""

    code = "opening_account_twice"


class OpeningAmountMissing(Refused):
    """A balance or an item in a foreign currency names both what it is there and what it stands for in the books."""

    code = "opening_amount_missing"


class OpeningPartyUnknown(Refused):
    """An open item names a vendor or customer that does not exist here."""

    code = "party_not_found"


refusal("uq_opening_balance_stands", OpeningExists)


@action("opening_balances.import", needs=Permission.OPENING_BALANCES_IMPORT)
async def import_opening_balances(work: Work, command: ImportOpeningBalances) -> OpeningBalancesRead:
    """Post what a legal entity's books begin with as one entry, and leave its items open.

    Raises NotFound for the entity, OpeningExists, OpeningAccountUnknown, OpeningAccountTwice, OpeningAmountMissing,
    OpeningPartyUnknown, PeriodClosed, ControlAccountMissing, CurrencyMismatch, and what `core.opening` refuses.
    """
    entity = await get_entity(work, command.legal_entity_id)
    base = entity.base_currency
    codes = [row.account_code for row in command.accounts]
    if twice := [code for code, times in Counter(codes).items() if times > 1]:
        raise OpeningAccountTwice(f"Account {twice[0]} stands twice in the trial balance.", account_code=twice[0])
    found = await accounts_of(work, entity.id, codes)
    by_code = {row.code: row for row in found if row.active}
    rows = [_row(index, one, by_code, base) for index, one in enumerate(command.accounts)]
    items = [_item(index, one, base) for index, one in enumerate(command.items)]
    await _know_parties(work, command)
    controls = _controls(found, rows, items, base)
    lines = opening_lines(rows, items, controls, base_currency=base)
    sides = {item.side for item in items}
    for sub_ledger in ("gl", *(["ap"] if PAYABLE in sides else []), *(["ar"] if RECEIVABLE in sides else [])):
        closed = f"{command.posting_date} lies in no open period."
        year = await require_open(work, entity.id, command.posting_date, sub_ledger, closed, pointer="/posting_date")
    opening_id = work.new_id()
    entry = NewEntry(
        legal_entity_id=entity.id,
        sub_ledger="gl",
        series=SERIES,
        fiscal_year=year,
        posting_date=command.posting_date,
        document_date=command.posting_date,
        source_type=SOURCE,
        source_id=opening_id,
        memo="Opening balances",
        currency=base,
        base_currency=base,
        vendor_id=None,
        lines=lines,
        leaves=tuple(_left_open(index, *both) for index, both in enumerate(zip(command.items, items, strict=True), 1)),
    )
    posted = await post_entry(work, entry)
    noted = {
        "tenant_id": work.tenant_id,
        "id": opening_id,
        "legal_entity_id": entity.id,
        "posting_date": command.posting_date,
        "entry_id": posted.id,
        "created_by": work.actor_id,
        "created_at": work.now,
    }
    await work.session.add(opening_balances, [noted])
    work.emit(OpeningBalancesPosted(opening_id))
    return await get_opening(work, opening_id)


@action("opening_balances.reverse", needs=Permission.OPENING_BALANCES_IMPORT)
async def reverse_opening_balances(work: Work, command: ReverseOpeningBalances) -> OpeningBalancesRead:
    """Take opening balances back, with their items: on their own day, or on the last day that anything was settled.

    Raises NotFound, OpeningReversed, HasAllocations and PeriodClosed.
    """
    opening = await lock_opening(work, command.opening_balance_id)
    if opening.state != "posted":
        raise OpeningReversed("The opening balances have been reversed before.")
    settled, last_on = await settling_of(work, opening.entry_id)
    if settled:
        raise HasAllocations("Undo the allocations of these items first.")
    entity = await get_entity(work, opening.legal_entity_id)
    on = max(opening.posting_date, last_on or opening.posting_date)
    reversal_id = await post_reversal(work, opening.entry_id, on=on, base_currency=entity.base_currency)
    await work.session.run(
        update(opening_balances)
        .where(work.owns(opening_balances), opening_balances.c.id == opening.id)
        .values(
            state="reversed",
            reversal_entry_id=reversal_id,
            reason=command.reason,
            reversed_by=work.actor_id,
            reversed_at=work.now,
        )
    )
    work.emit(OpeningBalancesReversed(opening.id))
    return await get_opening(work, opening.id)


def _row(index: int, row: OpeningAccount, accounts: Mapping[str, Row], base: str) -> OpeningRow:
    pointer = f"/accounts/{index}"
    account = accounts.get(row.account_code)
    if account is None:
        raise OpeningAccountUnknown(f"No active account {row.account_code} here.", pointer=f"{pointer}/account_code")
    side = row.debit or row.credit
    assert side is not None, "the schema asks for one of them"
    minor = _minor(side, base, pointer) * (1 if row.debit else -1)
    currency = account.currency or base
    if row.own_amount is None:
        if currency != base and minor:
            raise OpeningAmountMissing(
                f"Account {account.code} is kept in {currency}: name own_amount.", pointer=f"{pointer}/own_amount"
            )
        return OpeningRow(account.id, minor, currency)
    own = _minor(row.own_amount, currency, f"{pointer}/own_amount")
    if currency == base and own != minor:
        raise CurrencyMismatch("One balance in one currency has one value.", pointer=f"{pointer}/own_amount")
    return OpeningRow(account.id, minor, currency, own)


def _item(index: int, item: OpeningItemInput, base: str) -> OpeningItem:
    pointer, currency = f"/items/{index}", item.amount.currency
    if item.base_amount is None and currency != base:
        raise OpeningAmountMissing(f"An item in {currency} names base_amount.", pointer=f"{pointer}/base_amount")
    amount = _minor(item.amount, currency, f"{pointer}/amount")
    in_base = amount if item.base_amount is None else _minor(item.base_amount, base, f"{pointer}/base_amount")
    if currency == base and in_base != amount:
        raise CurrencyMismatch("One amount in one currency has one value.", pointer=f"{pointer}/base_amount")
    side = PAYABLE if item.vendor_id else RECEIVABLE
    party = item.vendor_id or item.customer_id
    assert party is not None, "the schema asks for one of them"
    return OpeningItem(side, party, currency, amount, in_base)


def _minor(amount: Amount, currency: str, pointer: str) -> int:
    if amount.currency != currency:
        raise CurrencyMismatch(
            f"This is in {currency}, not in {amount.currency}.", pointer=pointer, left=amount.currency, right=currency
        )
    return amount.minor


def _left_open(number: int, item: OpeningItemInput, opening: OpeningItem) -> LeftOpen:
    return LeftOpen(
        number,
        opening.amount_minor,
        item.due_date,
        opening.base_minor,
        side="payable" if item.vendor_id else "receivable",
        kind="opening",
        vendor_id=item.vendor_id,
        customer_id=item.customer_id,
        reference=item.reference,
        currency=opening.currency,
        document_date=item.document_date,
    )


def _controls(
    found: Sequence[Row], rows: Sequence[OpeningRow], items: Sequence[OpeningItem], base: str
) -> dict[str, UUID]:
    """Return the accounts that the entry needs besides those it names. Raises ControlAccountMissing."""
    controls = {row.control: row.id for row in found if row.control is not None}
    needed = {CONTROLS[item.side][0] for item in items}
    if {row.currency for row in rows} | {item.currency for item in items} != {base}:
        needed.add("exchange_clearing")
    with_all(controls, *sorted(needed))
    return controls


async def _know_parties(work: Work, command: ImportOpeningBalances) -> None:
    for table, field in ((vendors, "vendor_id"), (customers, "customer_id")):
        named = [(index, getattr(item, field)) for index, item in enumerate(command.items) if getattr(item, field)]
        missing = await missing_of(work, table, [party for _, party in named])
        for index, party in named:
            if party in missing:
                raise OpeningPartyUnknown(f"No such {table.name}.", pointer=f"/items/{index}/{field}")
