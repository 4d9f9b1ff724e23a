"""What a question means: which entities, which dates, and how the parts of every report are said in SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from sqlalchemy import select, text

from bursar.core.comparison import Comparison, month_end_before, period_before, year_before
from bursar.kit.ids import to_public
from bursar.kit.statements import Row
from bursar.kit.wire import Amount, Json
from bursar.ledger.accounts.queries import get_entity
from bursar.ledger.reports.schemas import ReportColumn, ReportEntity, ReportRead, Scope
from bursar.platform.work import Work
from bursar.tables import legal_entities

_MOST_ENTITIES: Final = 1_000


@dataclass(frozen=True, slots=True)
class Window:
    """Days that figures are summed over; without a first one, all up to the last."""

    first: date | None
    last: date

    @property
    def bounds(self) -> tuple[date, date]:
        """First and last day; the first of all stands for whatever came before."""
        return self.first or date.min, self.last


@dataclass(frozen=True, slots=True)
class Asked:
    """A question whose entities and dates are known."""

    work: Work
    entities: tuple[Row, ...]
    one: UUID | None
    known_at: datetime
    window: Window
    compared: Window | None = None
    is_now: bool = False

    @property
    def as_of(self) -> date:
        """The business date, or the last day of the period."""
        return self.window.last

    @property
    def windows(self) -> tuple[Window, ...]:
        """The window asked for, then the one compared with."""
        return (self.window,) if self.compared is None else (self.window, self.compared)

    def base_of(self) -> dict[UUID, str]:
        """Return the base currency of each entity."""
        return {row.id: row.base_currency for row in self.entities}

    def given(self, **more: Any) -> Mapping[str, Any]:
        """Return the parameters of every statement, and more."""
        return {
            "tenant": self.work.tenant_id,
            "entities": [row.id for row in self.entities],
            "known_at": self.known_at,
            **more,
        }

    def link(self, report: str, **parameters: Any) -> str:
        """Return the path of another report as known at the same instant."""
        known = self.known_at.isoformat().replace("+00:00", "Z")
        named = {name.rstrip("_"): value for name, value in parameters.items() if value is not None}
        return f"/v1/reports/{report}?{urlencode({**named, 'known_at': known})}"

    def table(
        self,
        report: str,
        title: str,
        columns: Sequence[ReportColumn],
        rows: Sequence[Json],
        *,
        totals: Sequence[Json] = (),
        about: Mapping[str, str] | None = None,
        ties: bool | None = None,
        next_cursor: str | None = None,
    ) -> ReportRead:
        """Return a report on this question."""
        return ReportRead.model_construct(
            report=report,
            title=title,
            legal_entity_id=self.one,
            entities=tuple(
                ReportEntity.model_construct(id=row.id, name=row.name, base_currency=row.base_currency)
                for row in self.entities
            ),
            as_of=self.window.last,
            from_=self.window.first,
            known_at=self.known_at,
            compared_from=None if self.compared is None else self.compared.first,
            compared_to=None if self.compared is None else self.compared.last,
            about=about or {},
            columns=tuple(columns),
            rows=tuple(rows),
            totals=tuple(totals),
            ties=ties,
            next_cursor=next_cursor,
        )


async def asked_at(
    work: Work,
    legal_entity_id: UUID | None,
    *,
    scope: Scope = Scope.LEGAL_ENTITY,
    as_of: date | None = None,
    known_at: datetime | None = None,
    compare_to: date | None = None,
    compare: Comparison | None = None,
) -> Asked:
    """Return a question about a date. Raises NotFound and LegalEntityRequired."""
    entities = await _entities(work, legal_entity_id, scope)
    at = as_of or _today(work, entities)
    match compare:
        case Comparison.PREVIOUS_PERIOD:
            compare_to = month_end_before(at)
        case Comparison.PREVIOUS_YEAR:
            compare_to = year_before(at)
    earlier = None if compare_to is None else Window(None, compare_to)
    one = entities[0].id if scope is Scope.LEGAL_ENTITY else None
    # Entities in several time zones may have several days; what is kept for now is kept by each one's own.
    is_now = known_at is None and all(work.today(row.time_zone) == at for row in entities)
    return Asked(work, entities, one, known_at or work.now, Window(None, at), earlier, is_now)


async def asked_over(
    work: Work,
    legal_entity_id: UUID | None,
    *,
    scope: Scope = Scope.LEGAL_ENTITY,
    first: date | None = None,
    last: date | None = None,
    known_at: datetime | None = None,
    compare_to: date | None = None,
    compare: Comparison | None = None,
) -> Asked:
    """Return a question about a period. Raises NotFound and LegalEntityRequired."""
    entities = await _entities(work, legal_entity_id, scope)
    to = last or max(_today(work, entities), first or date.min)
    begin = first or min(await fiscal_starts(work, entities, to))
    earlier = None
    match compare:
        case Comparison.PREVIOUS_PERIOD:
            earlier = Window(*period_before(begin, to))
        case Comparison.PREVIOUS_YEAR:
            earlier = Window(year_before(begin), year_before(to))
        case None if compare_to is not None:
            earlier = Window(compare_to - (to - begin), compare_to)
    one = entities[0].id if scope is Scope.LEGAL_ENTITY else None
    return Asked(work, entities, one, known_at or work.now, Window(begin, to), earlier)


async def _entities(work: Work, legal_entity_id: UUID | None, scope: Scope) -> tuple[Row, ...]:
    if scope is Scope.LEGAL_ENTITY:
        return (await get_entity(work, legal_entity_id),)
    query = select(legal_entities).where(work.owns(legal_entities)).order_by(legal_entities.c.id)
    return tuple(await work.session.rows(query.limit(_MOST_ENTITIES)))


def _today(work: Work, entities: Sequence[Row]) -> date:
    """Return today; where entities differ, the date of the one that has come furthest."""
    return max((work.today(row.time_zone) for row in entities), default=work.now.date())


_YEARS = text("""
    SELECT legal_entity_id, fiscal_year, min(starts_on) AS starts_on, max(ends_on) AS ends_on
    FROM period WHERE tenant_id = :tenant AND legal_entity_id = ANY(:entities)
    GROUP BY legal_entity_id, fiscal_year
""")


async def fiscal_years(work: Work, entities: Sequence[Row], on: date) -> dict[UUID, tuple[int, date]]:
    """Return each entity's fiscal year at a date with its first day; where none is set up, the calendar year."""
    given = {"tenant": work.tenant_id, "entities": [row.id for row in entities]}
    found = {row.id: (on.year, date(on.year, 1, 1)) for row in entities}
    for row in await work.session.rows(_YEARS, given):
        if row.starts_on <= on <= row.ends_on:
            found[row.legal_entity_id] = (row.fiscal_year, row.starts_on)
    return found


async def fiscal_starts(work: Work, entities: Sequence[Row], on: date) -> list[date]:
    """Return the first days of the fiscal years that a date lies in."""
    return [start for _, start in (await fiscal_years(work, entities, on)).values()] or [date(on.year, 1, 1)]


def public(prefix: str, identifier: UUID | None) -> str | None:
    """Return an id as it stands on the wire, or None."""
    return None if identifier is None else to_public(prefix, identifier)


def amount(minor: Any, currency: str) -> Amount:
    """Return a sum of the database, which is a numeric or nothing, as money on the wire."""
    return Amount.of(int(minor or 0), currency)


# What is posted and known: joined to `journal_line l`. The entity stands on both, so that either's index serves.
WITH_ENTRY: Final = """
    JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.legal_entity_id = l.legal_entity_id AND e.id = l.entry_id
    JOIN ledger_account a ON a.tenant_id = l.tenant_id AND a.legal_entity_id = l.legal_entity_id AND a.id = l.account_id
"""
IS_KNOWN: Final = """
    WHERE l.tenant_id = :tenant AND e.tenant_id = :tenant AND a.tenant_id = :tenant
      AND l.legal_entity_id = ANY(:entities) AND e.recorded_at <= :known_at
"""
POSTED: Final = WITH_ENTRY + IS_KNOWN

# What was open of each item of a side at `:as_of`, as known at `:known_at`: what it came with, less what allocations
# have taken off it, in base by its own part. An allocation takes either kind of item toward zero, hence the sign.
OPEN_ITEMS: Final = """
    settled AS (
      SELECT item, sum(minor) AS minor, sum(base) AS base FROM (
        SELECT credit_item_id AS item, amount_minor AS minor, credit_base_minor AS base FROM allocation
        WHERE tenant_id = :tenant AND legal_entity_id = ANY(:entities)
          AND allocated_on <= :as_of AND recorded_at <= :known_at
        UNION ALL
        SELECT debit_item_id, amount_minor, debit_base_minor FROM allocation
        WHERE tenant_id = :tenant AND legal_entity_id = ANY(:entities)
          AND allocated_on <= :as_of AND recorded_at <= :known_at) parts
      GROUP BY item),
    item AS (
      SELECT i.*, i.amount_minor - CASE WHEN i.amount_minor < 0 THEN -1 ELSE 1 END * coalesce(s.minor, 0) AS open,
             i.base_amount_minor - CASE WHEN i.amount_minor < 0 THEN -1 ELSE 1 END * coalesce(s.base, 0) AS base_open
      FROM open_item i LEFT JOIN settled s ON s.item = i.id
      WHERE i.tenant_id = :tenant AND i.legal_entity_id = ANY(:entities) AND i.side = :side
        AND i.posting_date <= :as_of AND i.recorded_at <= :known_at)
"""

# As the first mark since then says that it was before; an item that has none is as it was.
DISPUTED: Final = """
    marks AS (
      SELECT DISTINCT ON (m.open_item_id) m.open_item_id AS item_id, NOT m.disputed AS before
      FROM dispute_mark m
      WHERE m.tenant_id = :tenant AND m.legal_entity_id = ANY(:entities)
        AND (m.marked_on > :as_of OR m.marked_at > :known_at)
      ORDER BY m.open_item_id, m.marked_at, m.id)
"""

# The same of one party: its items by an index, and of each only its own allocations.
_ITEMS_OF_PARTY: Final = """
    item AS (
      SELECT i.*, i.amount_minor - CASE WHEN i.amount_minor < 0 THEN -1 ELSE 1 END * s.minor AS open,
             i.base_amount_minor - CASE WHEN i.amount_minor < 0 THEN -1 ELSE 1 END * s.base AS base_open
      FROM open_item i
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(x.amount_minor), 0) AS minor,
               coalesce(sum(CASE WHEN x.credit_item_id = i.id THEN x.credit_base_minor
                                 ELSE x.debit_base_minor END), 0) AS base
        FROM allocation x
        WHERE x.tenant_id = :tenant AND (x.credit_item_id = i.id OR x.debit_item_id = i.id)
          AND x.allocated_on <= :as_of AND x.recorded_at <= :known_at) s
      WHERE i.tenant_id = :tenant AND i.legal_entity_id = ANY(:entities) AND i.side = :side AND i.{party} = :party
        AND i.posting_date <= :as_of AND i.recorded_at <= :known_at)
"""
PARTY_OF: Final = {"payable": "vendor_id", "receivable": "customer_id"}


def items_of_party(side: str) -> str:
    """Return the part that says what was open with `:party`."""
    return _ITEMS_OF_PARTY.format(party=PARTY_OF[side])
