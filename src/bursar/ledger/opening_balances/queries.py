"""What is read about opening balances, and what an import is checked against."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Table, func, or_, select

from bursar.core.opening import CONTROLS
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.ledger.entries.schemas import entry_number
from bursar.ledger.opening_balances.schemas import OpeningBalancesRead, OpeningFilter
from bursar.platform.work import Work
from bursar.tables import allocations, journal_entries, ledger_accounts, open_items, opening_balances

_BALANCES = select(
    opening_balances, journal_entries.c.series, journal_entries.c.fiscal_year, journal_entries.c.number
).join(
    journal_entries,
    (journal_entries.c.tenant_id == opening_balances.c.tenant_id)
    & (journal_entries.c.id == opening_balances.c.entry_id),
)


async def get_opening(work: Work, opening_balance_id: UUID) -> OpeningBalancesRead:
    """Return opening balances. Raises NotFound."""
    row = await work.session.row(
        _BALANCES.where(work.owns(opening_balances), opening_balances.c.id == opening_balance_id)
    )
    if row is None:
        raise NotFound("No such opening balances.")
    return _read(row)


async def list_openings(work: Work, page: OpeningFilter) -> Page[OpeningBalancesRead]:
    """Return opening balances, newest first."""
    ids = opening_balances.c.id
    query = _BALANCES.where(work.owns(opening_balances)).order_by(ids.desc()).limit(page.fetch)
    if page.legal_entity_id:
        query = query.where(opening_balances.c.legal_entity_id == page.legal_entity_id)
    if after := page.after(1):
        query = query.where(ids < row_id(after[0]))
    return page.page(await work.session.rows(query), _read, lambda row: [str(row.id)])


async def lock_opening(work: Work, opening_balance_id: UUID) -> Row:
    """Lock opening balances and return their row. Raises NotFound."""
    query = select(opening_balances).where(work.owns(opening_balances), opening_balances.c.id == opening_balance_id)
    row = await work.session.row(query.with_for_update())
    if row is None:
        raise NotFound("No such opening balances.")
    return row


async def accounts_of(work: Work, legal_entity_id: UUID, codes: Sequence[str]) -> Sequence[Row]:
    """Return the accounts of these codes, and those that the opening entry needs besides."""
    accounts = ledger_accounts.c
    needed = [*(control for control, _ in CONTROLS.values()), "exchange_clearing"]
    return await work.session.rows(
        select(ledger_accounts).where(
            work.owns(ledger_accounts),
            accounts.legal_entity_id == legal_entity_id,
            or_(accounts.code.in_(codes), accounts.control.in_(needed)),
        )
    )


async def missing_of(work: Work, table: Table, ids: Sequence[UUID]) -> set[UUID]:
    """Return those of some vendors or customers that are not here."""
    wanted = set(ids)
    if not wanted:
        return wanted
    rows = await work.session.rows(select(table.c.id).where(work.owns(table), table.c.id.in_(list(wanted))))
    return wanted - {row.id for row in rows}


async def settling_of(work: Work, entry_id: UUID) -> tuple[bool, date | None]:
    """Tell whether something is settled against what an entry left open, and the last day on which anything was."""
    mine = (allocations.c.debit_item_id == open_items.c.id) | (allocations.c.credit_item_id == open_items.c.id)
    row = await work.session.row(
        select(
            func.bool_or(open_items.c.open_minor != open_items.c.amount_minor).label("settled"),
            func.max(allocations.c.allocated_on).label("last_on"),
        )
        .select_from(open_items.outerjoin(allocations, (allocations.c.tenant_id == open_items.c.tenant_id) & mine))
        .where(work.owns(open_items), open_items.c.entry_id == entry_id)
    )
    assert row is not None, "an aggregate has a row"
    return bool(row.settled), row.last_on


def _read(row: Row) -> OpeningBalancesRead:
    values = {name: value for name, value in row.as_dict().items() if name in OpeningBalancesRead.model_fields}
    number = entry_number(row.series, row.fiscal_year, row.number)
    return OpeningBalancesRead.model_construct(**{**values, "number": number})
