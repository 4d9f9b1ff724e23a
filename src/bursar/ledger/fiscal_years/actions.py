"""All writes to fiscal years: the next year's periods, and the roll at a year's end."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from bursar.core.calendars import months_of_fiscal_year
from bursar.core.periods import (
    FiscalYearOverlaps,
    PeriodAlreadyClosed,
    PeriodState,
    SubLedger,
    require_next,
    require_ready,
    year_end_lines,
)
from bursar.core.posting import PostingLine
from bursar.kit.db import refusal
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.accounts.queries import control_accounts, get_entity
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import require_open
from bursar.ledger.entries.schemas import NewEntry, PostedEntry
from bursar.ledger.fiscal_years.events import FiscalYearClosed, FiscalYearCreated
from bursar.ledger.fiscal_years.queries import last_day, periods_of_year, read_year, result_balances
from bursar.ledger.fiscal_years.schemas import CloseFiscalYear, FiscalYearCreate, FiscalYearRead, YearEndRead
from bursar.ledger.periods.queries import checklist, hold_calendar, states_of
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import periods

SERIES = "CLS"
SOURCE = "year_end"


# Two who make the same year of an empty calendar at once.
refusal("uq_period_tenant_id_legal_entity_id_starts_on", FiscalYearOverlaps)


@action("fiscal_years.create", needs=Permission.PERIODS_CLOSE)
async def create_fiscal_year(work: Work, command: FiscalYearCreate) -> FiscalYearRead:
    """Make the periods of the year after the last one, open. Raises NotFound, FiscalYearGap and FiscalYearOverlaps."""
    entity = await get_entity(work, command.legal_entity_id)
    await hold_calendar(work, entity.id)
    last = await last_day(work, entity.id)
    follows = 1 if last is None else (last + timedelta(days=1)).month
    months = months_of_fiscal_year(command.fiscal_year, command.first_month or follows)
    require_next(last, months)
    rows: list[dict[str, Any]] = [
        {
            "tenant_id": work.tenant_id,
            "id": work.new_id(),
            "legal_entity_id": entity.id,
            "fiscal_year": command.fiscal_year,
            "starts_on": starts_on,
            "ends_on": ends_on,
        }
        for starts_on, ends_on in months
    ]
    await work.session.add(periods, rows)
    work.emit(FiscalYearCreated(entity.id, command.fiscal_year))
    return read_year(await periods_of_year(work, entity.id, command.fiscal_year))


@action("fiscal_years.close", needs=Permission.PERIODS_CLOSE)
async def close_fiscal_year(work: Work, command: CloseFiscalYear) -> YearEndRead:
    """Move what is left on income and expense to retained earnings by one entry, and close the year's periods.

    Nobody posts in the entity meanwhile. Done again after late postings it moves what they have left. Raises NotFound,
    PeriodNotReady, ControlAccountMissing, PeriodClosed, and PeriodAlreadyClosed where there is nothing to do.
    """
    entity = await get_entity(work, command.legal_entity_id)
    await hold_calendar(work, entity.id)
    year = await periods_of_year(work, entity.id, command.fiscal_year)
    last = year[-1]
    controls = await control_accounts(work, entity.id, "retained_earnings")
    earnings = controls["retained_earnings"]
    lines = year_end_lines(await result_balances(work, entity.id, last.ends_on), earnings)
    to = PeriodState(command.state)
    if not lines and all(_is_closed(period, to) for period in year):
        raise PeriodAlreadyClosed("The year is closed already, and nothing is left to move.")
    require_ready(await checklist(work, entity.id, year[0].starts_on, last.ends_on, SubLedger.GL))
    entry = await _roll(work, entity, last, lines) if lines else None
    values = {"tenant_id": work.tenant_id, "legal_entity_id": entity.id, "fiscal_year": command.fiscal_year}
    await work.session.run(_CLOSE[to], values)
    work.emit(FiscalYearClosed(entity.id, command.fiscal_year, to.value, entry.id if entry else None))
    closed = await periods_of_year(work, entity.id, command.fiscal_year)
    moved = -sum(line.amount_minor for line in lines if line.account_id == earnings)
    return YearEndRead.model_construct(
        **dict(read_year(closed)),
        entry_id=entry.id if entry else None,
        entry_number=entry.number if entry else None,
        moved=Amount.of(moved, entity.base_currency),
    )


# A state is only made stricter.
_CLOSE = {
    PeriodState.CLOSED: text("""
        UPDATE period SET state = 'closed', ap_state = 'closed', ar_state = 'closed'
        WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id AND fiscal_year = :fiscal_year
    """),
    PeriodState.SOFT_CLOSED: text("""
        UPDATE period SET state = 'soft_closed'
        WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id AND fiscal_year = :fiscal_year
          AND state = 'open'
    """),
}


def _is_closed(period: Row, to: PeriodState) -> bool:
    given = states_of(period)
    if to is PeriodState.SOFT_CLOSED:
        return given.gl is not PeriodState.OPEN
    return all(given.own(one) is PeriodState.CLOSED for one in SubLedger)


async def _roll(work: Work, entity: Row, last: Row, lines: Sequence[PostingLine]) -> PostedEntry:
    """Post the entry that moves the result, on the last day of the year."""
    closed = "Something is left to move, and the year's last day is closed."
    await require_open(work, entity.id, last.ends_on, SubLedger.GL.value, closed)
    return await post_entry(
        work,
        NewEntry(
            legal_entity_id=entity.id,
            sub_ledger="gl",
            series=SERIES,
            fiscal_year=last.fiscal_year,
            posting_date=last.ends_on,
            document_date=last.ends_on,
            source_type=SOURCE,
            source_id=last.id,
            memo=f"Year-end {last.fiscal_year}",
            currency=entity.base_currency,
            base_currency=entity.base_currency,
            vendor_id=None,
            lines=tuple(lines),
        ),
    )
