"""Sums of accounts over windows of days, for every report that is made of accounts: one statement, hence one state."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import text

from bursar.kit.statements import Row
from bursar.ledger.reports.queries.asked import POSTED, Asked, Window

YEAR_END: Final = "year_end"

# A line counts in every window that its posting date lies in: one row for each window, account, currency and year.
_SUMS = text(f"""
    SELECT w.place, l.legal_entity_id, l.account_id, a.code, a.name, a.type, a.control, a.is_bank,
           l.currency, e.fiscal_year, e.source_type = :year_end AS is_year_end,
           sum(l.amount_minor) AS amount, sum(l.base_amount_minor) AS base,
           coalesce(sum(l.base_amount_minor) FILTER (WHERE l.base_amount_minor > 0), 0) AS debit,
           coalesce(-sum(l.base_amount_minor) FILTER (WHERE l.base_amount_minor < 0), 0) AS credit
    FROM unnest(CAST(:firsts AS date[]), CAST(:lasts AS date[])) WITH ORDINALITY AS w (first, last, place)
    CROSS JOIN journal_line l {POSTED} AND e.posting_date BETWEEN w.first AND w.last
    GROUP BY w.place, l.legal_entity_id, l.account_id, a.code, a.name, a.type, a.control, a.is_bank,
             l.currency, e.fiscal_year, e.source_type = :year_end
""")  # noqa: S608 - our own pieces; values are parameters.


@dataclass(slots=True)
class Sums:
    """What one account moved by in one window, in minor units; `documents` by currency of the documents."""

    debit: int = 0
    credit: int = 0
    documents: dict[str, int] = field(default_factory=dict)

    @property
    def base(self) -> int:
        """Debits less credits, in base currency."""
        return self.debit - self.credit


@dataclass(slots=True)
class Account:
    """An account with its sums in each window."""

    legal_entity_id: UUID
    id: UUID
    code: str
    name: str
    type: str
    windows: tuple[Sums, ...]


async def sums(asked: Asked, windows: Sequence[Window]) -> Sequence[Row]:
    """Return sums by window (counted from one), account, currency, fiscal year and kind of entry."""
    bounds = [window.bounds for window in windows]
    given = asked.given(firsts=[first for first, _ in bounds], lasts=[last for _, last in bounds], year_end=YEAR_END)
    return await asked.work.session.rows(_SUMS, given)


def by_account(rows: Sequence[Row], windows: int) -> list[Account]:
    """Return accounts with their sums, in the order of entity and code."""
    found: dict[UUID, Account] = {}
    for row in rows:
        account = found.get(row.account_id)
        if account is None:
            empty = tuple(Sums() for _ in range(windows))
            account = Account(row.legal_entity_id, row.account_id, row.code, row.name, row.type, empty)
            found[row.account_id] = account
        mine = account.windows[row.place - 1]
        mine.debit += int(row.debit)
        mine.credit += int(row.credit)
        mine.documents[row.currency] = mine.documents.get(row.currency, 0) + int(row.amount)
    return sorted(found.values(), key=lambda one: (str(one.legal_entity_id), one.code, str(one.id)))


def day_before(day: date) -> Window:
    """Return all days before a day."""
    return Window(None, date.fromordinal(day.toordinal() - 1))
