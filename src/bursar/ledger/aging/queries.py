"""The SQL of aging: one statement for now, one for any date. Both give the same rows, by party and currency.

Columns of a row: `party_id`, `currency`; in minor units of the currency `b_not_due`, `b_1_30`, `b_31_60`, `b_61_90`,
`b_over_90` (credits taken off), `credits` (what is below zero among them, of all ages) and `disputed`; and the same
buckets in base currency, `base_not_due` ... `base_over_90`. A party of whom nothing is open has no row.
"""

import functools
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, Date, DateTime, TextualSelect, Uuid, bindparam, column, text

from bursar.core.aging import Basis, Bucket
from bursar.kit.statements import Row
from bursar.ledger.accounts.queries import get_entity
from bursar.ledger.open_items.schemas import Side
from bursar.platform.work import Work

_NOBODY: Final = "CAST('00000000-0000-0000-0000-000000000000' AS uuid)"
_PARTY: Final[Mapping[Side, str]] = {"payable": "i.vendor_id", "receivable": "i.customer_id"}
# Days since the anchor date to the place of the bucket: the day itself is not due yet.
_PLACE: Final = "width_bucket({day} - {anchor} - 1, ARRAY[0, 30, 60, 90])"
_COLUMNS: Final = (
    *(f"b_{bucket.value}" for bucket in Bucket),
    "credits",
    "disputed",
    *(f"base_{bucket.value}" for bucket in Bucket),
)
_STORED: Final = ("not_due_minor", "d1_30_minor", "d31_60_minor", "d61_90_minor", "over_90_minor")
_BY_BUCKET: Final = ", ".join(
    [f"CAST(sum(minor) FILTER (WHERE place = {place}) AS bigint) AS b{place}" for place in range(5)]
    + ["CAST(sum(credits) AS bigint) AS credits", "CAST(sum(disputed) AS bigint) AS disputed"]
    + [f"CAST(sum(base) FILTER (WHERE place = {place}) AS bigint) AS base{place}" for place in range(5)]
)
_ADDED: Final = ", ".join(
    "coalesce(c.disputed, 0) AS disputed"
    if raw == "disputed"
    else f"coalesce(s.{raw}, 0) + coalesce(c.{raw}, 0) AS {name}"
    for raw, name in zip(
        (*(f"b{place}" for place in range(5)), "credits", "disputed", *(f"base{place}" for place in range(5))),
        _COLUMNS,
        strict=True,
    )
)


async def aging_now(
    work: Work, legal_entity_id: UUID, side: Side, basis: Basis, *, today: date | None = None
) -> Sequence[Row]:
    """Return what is open today, as known now.

    `today` is the entity's own business date and saves the question for it. Raises NotFound without it.
    """
    if today is None:
        today = work.today((await get_entity(work, legal_entity_id)).time_zone)
    return await work.session.rows(now_rows(work, legal_entity_id, side, today, basis))


async def aging_at(
    work: Work, legal_entity_id: UUID, side: Side, as_of: date, known_at: datetime, basis: Basis
) -> Sequence[Row]:
    """Return what was open at a business date, as known at an instant, and what of it was disputed then."""
    return await work.session.rows(rows_at(work, legal_entity_id, side, as_of, known_at, basis))


async def aging_apart_at(
    work: Work, legal_entity_id: UUID, side: Side, as_of: date, known_at: datetime, basis: Basis, *, apart: bool
) -> Sequence[Row]:
    """Return the same for a report: what is disputed in base too, and credits and payments out of the buckets.

    With `apart` the buckets hold what asks for money alone, `credits` and `unapplied` the rest; else both are zero.
    """
    query = _at(side, basis, _goes_back(work, as_of, known_at), apart)
    return await work.session.rows(
        query.bindparams(
            aging_tenant=work.tenant_id, aging_entity=legal_entity_id, aging_side=side, aging_day=as_of,
            aging_known_at=known_at,
        )
    )  # fmt: skip


def now_rows(work: Work, legal_entity_id: UUID, side: Side, today: date, basis: Basis) -> TextualSelect:
    """Return the query of `aging_now`, for who puts it into a statement of their own."""
    return _now(side, basis).bindparams(aging_tenant=work.tenant_id, aging_entity=legal_entity_id, aging_side=side,
                                  aging_day=today)  # fmt: skip


def rows_at(
    work: Work,
    legal_entity_id: UUID,
    side: Side,
    as_of: date,
    known_at: datetime,
    basis: Basis,
    *,
    back: bool | None = None,
) -> TextualSelect:
    """Return the query of `aging_at`, for who puts it into a statement of their own.

    `back` starts from what is open now and not from what was posted; the rows are the same. Unless it is said, it is
    whichever has fewer allocations to look at in books that are a year old.
    """
    if back is None:
        back = _goes_back(work, as_of, known_at)
    return _at(side, basis, back).bindparams(aging_tenant=work.tenant_id, aging_entity=legal_entity_id,
                                             aging_side=side, aging_day=as_of, aging_known_at=known_at)  # fmt: skip


def _goes_back(work: Work, as_of: date, known_at: datetime) -> bool:
    return min(as_of, known_at.date()) > work.now.date() - _RECENT


# What of the sums is not of today: items that passed a boundary since they were summed up leave one bucket for the
# next; a change counts from its day on, in the bucket that its item was in, and was moved with its item if it was.
_NOW: Final = """
    WITH summed AS MATERIALIZED (
      SELECT coalesce((SELECT aged_on FROM aging_day WHERE tenant_id = :aging_tenant
                       AND legal_entity_id = :aging_entity), CAST(:aging_day AS date)) AS aged_on
    ), passed AS (
{passed}
    ), moved AS (
      SELECT coalesce({party}, {nobody}) AS party_id, i.currency, i.place + p.steps AS place,
             p.sign * i.open_minor AS minor, p.sign * i.base_open_minor AS base, 0 AS credits, 0 AS disputed
      FROM passed i CROSS JOIN (VALUES (0, -1), (1, 1)) AS p(steps, sign)
      UNION ALL
      SELECT c.party_id, c.currency, {place_then}, c.amount_minor, c.base_amount_minor,
             CASE WHEN c.is_credit AND c.counts_on <= :aging_day THEN c.amount_minor ELSE 0 END, 0
      FROM aging_change c
      WHERE c.tenant_id = :aging_tenant AND c.legal_entity_id = :aging_entity AND c.side = :aging_side
      UNION ALL
      SELECT c.party_id, c.currency, {place_now}, -c.amount_minor, -c.base_amount_minor, 0,
             CASE WHEN i.disputed THEN -c.amount_minor ELSE 0 END
      FROM aging_change c
      CROSS JOIN LATERAL (SELECT o.disputed FROM open_item o
                          WHERE o.tenant_id = :aging_tenant AND o.id = c.item_id LIMIT 1) i
      WHERE c.tenant_id = :aging_tenant AND c.legal_entity_id = :aging_entity AND c.side = :aging_side
        AND c.counts_on > :aging_day
      UNION ALL
      SELECT coalesce({party}, {nobody}), i.currency, 0, 0, 0, 0, i.open_minor FROM open_item i
      WHERE i.tenant_id = :aging_tenant AND i.legal_entity_id = :aging_entity AND i.side = :aging_side
        AND i.disputed AND i.open_minor <> 0
    ), sums AS (
      SELECT party_id, currency, {stored}, credits_minor AS credits, {base_stored}
      FROM aging_summary
      WHERE tenant_id = :aging_tenant AND legal_entity_id = :aging_entity AND side = :aging_side
        AND basis = '{date}'
    ), changes AS (
      SELECT party_id, currency, {by_bucket} FROM moved GROUP BY party_id, currency
    ), added AS (
      SELECT party_id, currency, {added} FROM sums s FULL JOIN changes c USING (party_id, currency)
    )
    SELECT party_id, currency, {columns} FROM added WHERE {total} <> 0 OR credits <> 0
"""

# What was open of each item then: what is open now and what was allocated, or became known, since; or all of it less
# what had been allocated by then. It was disputed as its first mark since then found it; without one, as it is.
_AT: Final = """
    WITH moves AS (
      SELECT item_id, CAST(sum(minor) AS bigint) AS minor, CAST(sum(base) AS bigint) AS base FROM (
{moves}
      ) AS both_sides GROUP BY item_id
    ), marks AS (
      SELECT DISTINCT ON (m.open_item_id) m.open_item_id AS item_id, NOT m.disputed AS before
      FROM dispute_mark m
      WHERE m.tenant_id = :aging_tenant AND m.legal_entity_id = :aging_entity
        AND (m.marked_on > :aging_day OR m.marked_at > :aging_known_at)
      ORDER BY m.open_item_id, m.marked_at, m.id
    ), opened AS (
      SELECT {party} AS party_id, i.currency, CAST(:aging_day AS date) - i.{date} AS days, i.kind,
             coalesce(d.before, i.disputed) AS disputed,
             {minor} + CASE WHEN i.amount_minor < 0 THEN -coalesce(m.minor, 0) ELSE coalesce(m.minor, 0) END AS minor,
             {base} + CASE WHEN i.amount_minor < 0 THEN -coalesce(m.base, 0) ELSE coalesce(m.base, 0) END AS base
      FROM open_item i LEFT JOIN moves m ON m.item_id = i.id LEFT JOIN marks d ON d.item_id = i.id
      WHERE i.tenant_id = :aging_tenant AND i.legal_entity_id = :aging_entity AND i.side = :aging_side
        AND i.posting_date <= :aging_day AND i.recorded_at <= :aging_known_at
    )
    SELECT coalesce(party_id, {nobody}) AS party_id, currency, {by_days}
    FROM opened WHERE minor <> 0 OR base <> 0 GROUP BY opened.party_id, currency
"""
# Which items passed a boundary. Each has a range of its own, between values that the planner takes for constants: it
# would think a range that comes from a join to be a ninth of all items.
_PASSED: Final = "      UNION ALL\n".join(
    f"""      SELECT {place} AS place, i.vendor_id, i.customer_id, i.currency, i.open_minor, i.base_open_minor
      FROM open_item i
      WHERE i.tenant_id = :aging_tenant AND i.legal_entity_id = :aging_entity AND i.side = :aging_side
        AND i.open_minor <> 0 AND i.{{date}} >= (SELECT aged_on FROM summed) - {days}
        AND i.{{date}} < CAST(:aging_day AS date) - {days}
"""  # noqa: S608 - numbers and columns of our own.
    for place, days in enumerate((0, 30, 60, 90))
).rstrip()


_RECENT: Final = timedelta(days=150)
_SINCE: Final = (
    ("", "a.allocated_on > :aging_day"),
    ("", "a.allocated_on <= :aging_day AND a.recorded_at > :aging_known_at"),
)
_UNTIL: Final = (("-", "a.allocated_on <= :aging_day AND a.recorded_at <= :aging_known_at"),)


def _moves(ways: Sequence[tuple[str, str]]) -> str:
    return "        UNION ALL\n".join(
        f"""        SELECT a.{item}_item_id AS item_id, {sign}a.amount_minor AS minor, {sign}a.{item}_base_minor AS base
        FROM allocation a
        WHERE a.tenant_id = :aging_tenant AND a.legal_entity_id = :aging_entity AND {which}
"""  # noqa: S608 - constants of our own.
        for sign, which in ways
        for item in ("debit", "credit")
    ).rstrip()


_DAYS: Final = (
    "days <= 0",
    "days BETWEEN 1 AND 30",
    "days BETWEEN 31 AND 60",
    "days BETWEEN 61 AND 90",
    "days > 90",
)
_BY_DAYS: Final = ", ".join(
    f"CAST(coalesce(sum({amount}) FILTER (WHERE {which}), 0) AS bigint) AS {name}"
    for name, (amount, which) in zip(
        _COLUMNS,
        (*(("minor", days) for days in _DAYS), ("minor", "minor < 0"), ("minor", "disputed"),
         *(("base", days) for days in _DAYS)),
        strict=True,
    )
)  # fmt: skip


_APART_COLUMNS: Final = (
    *(f"b_{bucket.value}" for bucket in Bucket), "credits", "unapplied", "disputed",
    *(f"base_{bucket.value}" for bucket in Bucket), "base_credits", "base_unapplied", "base_disputed",
)  # fmt: skip


def _apart(*, apart: bool) -> str:
    """Return the sums of a report's columns."""
    wanted = [f"({days}) AND minor > 0" if apart else days for days in _DAYS]
    below = [f"minor < 0 AND kind {sign} 'payment'" if apart else "false" for sign in ("<>", "=")]
    sums = [(amount, which) for amount in ("minor", "base") for which in (*wanted, *below, "disputed")]
    return ", ".join(
        f"CAST(coalesce(sum({amount}) FILTER (WHERE {which}), 0) AS bigint) AS {name}"
        for name, (amount, which) in zip(_APART_COLUMNS, sums, strict=True)
    )


@functools.cache
def _now(side: Side, basis: Basis) -> TextualSelect:
    anchor = basis.value
    return _typed(
        _NOW.format(
            party=_PARTY[side],
            nobody=_NOBODY,
            date=anchor,
            passed=_PASSED.format(date=anchor),
            place_then=_PLACE.format(day="(SELECT aged_on FROM summed)", anchor=f"c.{anchor}"),
            place_now=_PLACE.format(day="CAST(:aging_day AS date)", anchor=f"c.{anchor}"),
            stored=", ".join(f"{name} AS b{place}" for place, name in enumerate(_STORED)),
            base_stored=", ".join(f"base_{name} AS base{place}" for place, name in enumerate(_STORED)),
            by_bucket=_BY_BUCKET,
            added=_ADDED,
            columns=", ".join(_COLUMNS),
            total=" + ".join(_COLUMNS[:5]),
        )
    )


@functools.cache
def _at(side: Side, basis: Basis, back: bool, apart: bool | None = None) -> TextualSelect:  # noqa: FBT001 - one of some texts.
    return _typed(
        _AT.format(
            party=_PARTY[side],
            nobody=_NOBODY,
            date=basis.value,
            minor="i.open_minor" if back else "i.amount_minor",
            base="i.base_open_minor" if back else "i.base_amount_minor",
            moves=_moves(_SINCE if back else _UNTIL),
            by_days=_BY_DAYS if apart is None else _apart(apart=apart),
        ),
        bindparam("aging_known_at", type_=DateTime(timezone=True)),
        columns=_COLUMNS if apart is None else _APART_COLUMNS,
    )


def _typed(sql: str, *more: Any, columns: Sequence[str] = _COLUMNS) -> TextualSelect:
    """Return a query with the types of its parameters and columns."""
    query = text(sql).bindparams(
        bindparam("aging_tenant", type_=Uuid()), bindparam("aging_entity", type_=Uuid()), bindparam("aging_side"),
        bindparam("aging_day", type_=Date()), *more,
    )  # fmt: skip
    amounts = [column(name, BigInteger()) for name in columns]
    return query.columns(column("party_id", Uuid()), column("currency", CHAR(3)), *amounts)
