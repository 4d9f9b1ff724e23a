"""What is read about fiscal years."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text

from bursar.core.periods import ResultBalance
from bursar.kit.errors import NotFound
from bursar.kit.statements import Row
from bursar.ledger.fiscal_years.schemas import FiscalYearRead
from bursar.ledger.periods.queries import read_period
from bursar.platform.work import Work
from bursar.tables import periods


async def periods_of_year(work: Work, legal_entity_id: UUID, fiscal_year: int) -> Sequence[Row]:
    """Return the periods of a year in their order. Raises NotFound where there are none."""
    found = await work.session.rows(
        select(periods)
        .where(work.owns(periods), periods.c.legal_entity_id == legal_entity_id, periods.c.fiscal_year == fiscal_year)
        .order_by(periods.c.starts_on)
    )
    if not found:
        raise NotFound("No such fiscal year.", pointer="/path/year")
    return found


async def last_day(work: Work, legal_entity_id: UUID) -> date | None:
    """Return the last day that has a period, or None before the first year."""
    found: date | None = await work.session.value(
        select(func.max(periods.c.ends_on)).where(work.owns(periods), periods.c.legal_entity_id == legal_entity_id)
    )
    return found


async def result_balances(work: Work, legal_entity_id: UUID, as_of: date) -> tuple[ResultBalance, ...]:
    """Return what is left on income and expense accounts at a date, whichever year it came from."""
    values: dict[str, Any] = {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id, "as_of": as_of}
    rows = await work.session.rows(_BALANCES, values)
    return tuple(ResultBalance(row.account_id, row.base, row.cost_centre_id, row.project_id) for row in rows)


_BALANCES = text("""
    SELECT l.account_id, l.cost_centre_id, l.project_id, sum(l.base_amount_minor)::bigint AS base
    FROM ledger_account a
    JOIN journal_line l ON l.tenant_id = a.tenant_id AND l.legal_entity_id = a.legal_entity_id AND l.account_id = a.id
    JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
    WHERE a.tenant_id = :tenant_id AND a.legal_entity_id = :legal_entity_id AND a.type IN ('income', 'expense')
      AND e.posting_date <= :as_of
    GROUP BY a.code, l.account_id, l.cost_centre_id, l.project_id HAVING sum(l.base_amount_minor) <> 0
    ORDER BY a.code, l.account_id, l.cost_centre_id, l.project_id
""")


def read_year(rows: Sequence[Row]) -> FiscalYearRead:
    """Return a year as it is put on the wire."""
    return FiscalYearRead.model_construct(
        legal_entity_id=rows[0].legal_entity_id,
        fiscal_year=rows[0].fiscal_year,
        starts_on=rows[0].starts_on,
        ends_on=rows[-1].ends_on,
        periods=tuple(read_period(row) for row in rows),
    )
