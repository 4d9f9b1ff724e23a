"""W3: what is open by age, at ten thousand, a hundred thousand and a million open items.

"Now" is read as the product reads it, under row-level security; so is a past date, by the statement that the report
sends, against the SQL that anybody would write for the same columns over the same tables, sent by a superuser, whom
nothing filters. All of them must come to the same, and to the balance of the control account.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID

import psycopg

from bursar.core.aging import Basis
from bursar.kit.db import Database
from bursar.ledger.aging.queries import aging_apart_at, aging_now
from bursar.platform.work import open_work, system
from bursar.tables import db_roles
from tests.bench.stage import Firm, Stage

_FILL = [
    one for one in (Path(__file__).parent / "many_items.sql").read_text(encoding="utf-8").split(";\n") if one.strip()
]
# One item in so many has a party of its own.
ITEMS_PER_PARTY = 500
PAST_DAYS = (30, 180)
Sums = Mapping[tuple[UUID, str], Sequence[int]]

# What was open of each item, from items and allocations, and whether it was disputed then: the textbook's.
_OPENED = """
    SELECT i.vendor_id, i.currency, i.kind, %(day)s - i.due_date AS days, coalesce(m.before, i.disputed) AS disputed,
      i.amount_minor + coalesce(s.minor, 0) AS minor, i.base_amount_minor + coalesce(s.base, 0) AS base
    FROM open_item i
    LEFT JOIN (
      SELECT item_id, sum(minor) AS minor, sum(base) AS base FROM (
        SELECT debit_item_id AS item_id, amount_minor AS minor, debit_base_minor AS base FROM allocation
        WHERE tenant_id = %(tenant)s AND legal_entity_id = %(entity)s AND allocated_on <= %(day)s
          AND recorded_at <= %(known)s
        UNION ALL
        SELECT credit_item_id, -amount_minor, -credit_base_minor FROM allocation
        WHERE tenant_id = %(tenant)s AND legal_entity_id = %(entity)s AND allocated_on <= %(day)s
          AND recorded_at <= %(known)s) AS both_sides
      GROUP BY item_id) AS s ON s.item_id = i.id
    LEFT JOIN (
      SELECT DISTINCT ON (open_item_id) open_item_id AS item_id, NOT disputed AS before FROM dispute_mark
      WHERE tenant_id = %(tenant)s AND legal_entity_id = %(entity)s
        AND (marked_on > %(day)s OR marked_at > %(known)s)
      ORDER BY open_item_id, marked_at) AS m ON m.item_id = i.id
    WHERE i.tenant_id = %(tenant)s AND i.legal_entity_id = %(entity)s AND i.side = 'payable'
      AND i.posting_date <= %(day)s AND i.recorded_at <= %(known)s AND i.amount_minor + coalesce(s.minor, 0) <> 0
"""
_DAYS = ("days <= 0", "days BETWEEN 1 AND 30", "days BETWEEN 31 AND 60", "days BETWEEN 61 AND 90", "days > 90")
# A report's columns: five buckets of what asks for money, credits, unapplied payments, what is disputed; and in base.
_APART = (
    *(f"{days} AND minor > 0" for days in _DAYS),
    *("minor < 0 AND kind <> 'payment'", "minor < 0 AND kind = 'payment'", "disputed"),
)
_SUMS = ", ".join(f"coalesce(sum({of}) FILTER (WHERE {which}), 0)" for of in ("minor", "base") for which in _APART)
_PLAIN = f"SELECT vendor_id, currency, {_SUMS} FROM ({_OPENED}) AS opened GROUP BY vendor_id, currency"
# The same with the columns grouped before they are laid side by side, which spares most of the sums.
_GROUPED_SUMS = ", ".join(
    one
    for of in ("minor", "base")
    for one in (
        *(f"coalesce(sum({of}) FILTER (WHERE place = {place}), 0)" for place in range(7)),
        f"coalesce(sum({of}) FILTER (WHERE disputed), 0)",
    )
)
_PLAIN_GROUPED = f"""
    SELECT vendor_id, currency, {_GROUPED_SUMS}
    FROM (
      SELECT vendor_id, currency, disputed,
        CASE WHEN minor > 0 THEN width_bucket(days - 1, ARRAY[0, 30, 60, 90]) WHEN kind = 'payment' THEN 6 ELSE 5 END
          AS place,
        sum(minor) AS minor, sum(base) AS base
      FROM ({_OPENED}) AS opened GROUP BY 1, 2, 3, 4) AS aged
    GROUP BY vendor_id, currency
"""
# As the sums of now hold it: credits and payments are inside the buckets.
_PLAIN_NOW = f"""
    SELECT vendor_id, currency, {", ".join(f"coalesce(sum(minor) FILTER (WHERE {days}), 0)" for days in _DAYS)},
      sum(base)
    FROM ({_OPENED}) AS opened GROUP BY vendor_id, currency
"""
_CONTROL = """
    SELECT coalesce(-sum(l.base_amount_minor), 0) FROM journal_line l
    JOIN journal_entry e ON (e.tenant_id, e.id) = (l.tenant_id, l.entry_id)
    WHERE l.tenant_id = %(tenant)s AND l.account_id = %(payable)s AND e.posting_date <= %(day)s
      AND e.recorded_at <= %(known)s
"""


@dataclass(frozen=True, slots=True)
class Aged:
    """What was measured at one size; times in milliseconds, the past ones by days back."""

    items: int
    parties: int
    now_ms: float
    later_ms: float
    past_ms: Mapping[int, float]
    plain_ms: Mapping[int, float]

    def ratio(self, days: int) -> float:
        return self.past_ms[days] / self.plain_ms[days]


def fill(stage: Stage, firm: Firm, count: int) -> None:
    """Put so many open items into a company, and sum them up as of today, as the database's owner."""
    now = datetime.now(UTC)
    values = {
        "tenant": firm.ids.tenant_id,
        "entity": firm.ids.legal_entity_id,
        "vendors": list(firm.vendors),
        "from_ms": int(now.timestamp() * 1000) - 86_400_000,
        "count": count,
        "paid": count // 5,
        "partly": count // 20,
        "today": now.date(),
        "expense": firm.account("6300"),
        "payable": firm.ids.controls["accounts_payable"],
        "approver": firm.people["controller"],
    }
    with psycopg.connect(stage.ground.superuser_url) as connection:
        # What the guards would refuse is verified after; one statement would hold millions of their calls.
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET work_mem = '256MB'")
        for one in _FILL:
            connection.execute(one, values)
        connection.execute("SET session_replication_role = origin")
        connection.execute("SELECT aging_rebuild(%(tenant)s, %(entity)s, %(today)s)", values)
    with stage.ground.looking() as connection:
        connection.execute(
            "VACUUM ANALYZE open_item, allocation, dispute_mark, aging_summary, aging_change, journal_entry,"
            " journal_line"
        )


def measure(stage: Stage, firm: Firm, count: int, repeats: int) -> tuple[Aged, list[str]]:
    """Fill a company and read its aging; return the times, and everything in which two figures differ."""
    fill(stage, firm, count)
    return asyncio.run(_measure(stage, firm, count, repeats))


async def _measure(stage: Stage, firm: Firm, count: int, repeats: int) -> tuple[Aged, list[str]]:
    database = Database(stage.ground.urls[db_roles.APP])
    today, now, past, plain = datetime.now(UTC).date(), dict[str, float](), dict[int, float](), dict[int, float]()
    wrong: list[str] = []
    entity = firm.ids.legal_entity_id
    # Each read has a transaction of its own: while the plain SQL runs, nobody holds one open.
    opened = partial(open_work, database, system(firm.ids.tenant_id))
    try:
        for what, day in (("now", today), ("a day later", today + timedelta(1))):
            async with opened() as work:
                read = partial(aging_now, work, entity, "payable", Basis.DUE_DATE, today=day)
                now[what], rows = await _timed(repeats, read)
            wrong += _compare_now(stage, firm, what, day, work.now, rows)
        for days in PAST_DAYS:
            day, few = today - timedelta(days), max(3, repeats // 4)
            async with opened() as work:
                known = work.now
                read_at = partial(aging_apart_at, work, entity, "payable", day, known, Basis.DUE_DATE, apart=True)
                past[days], rows = await _timed(few, read_at)
            plain[days] = min(_plain_ms(stage, firm, sql, day, known, few) for sql in (_PLAIN, _PLAIN_GROUPED))
            wrong += _compare_past(stage, firm, f"{days} days ago", day, known, rows)
            # As it was known a month before that day, too: allocations are taken back by what was known.
            known = datetime.combine(day - timedelta(30), time(12), UTC)
            async with opened() as work:
                rows = await aging_apart_at(work, entity, "payable", day, known, Basis.DUE_DATE, apart=True)
            wrong += _compare_past(stage, firm, f"{days} days ago as known before", day, known, rows)
    finally:
        await database.close()
    found = Aged(count, len(firm.vendors), now["now"], now["a day later"], past, plain)
    return found, [f"{count:,} items, {one}" for one in wrong]


async def _timed(repeats: int, read: Callable[[], Awaitable[Any]]) -> tuple[float, Any]:
    rows, took = await read(), []
    for _ in range(repeats):
        begin = perf_counter()
        rows = await read()
        took.append((perf_counter() - begin) * 1000)
    return median(took), rows


def _plain_ms(stage: Stage, firm: Firm, sql: str, day: date, known: datetime, repeats: int) -> float:
    took = []
    with psycopg.connect(stage.ground.superuser_url) as connection:
        for _ in range(repeats + 1):
            begin = perf_counter()
            connection.execute(sql, _values(firm, day, known)).fetchall()
            took.append((perf_counter() - begin) * 1000)
    return median(took[1:])


def _compare_now(stage: Stage, firm: Firm, what: str, day: date, known: datetime, rows: Sequence[Any]) -> list[str]:
    found = {(row.party_id, row.currency): [*row[2:7], sum(row[9:14])] for row in rows}
    return _compare(stage, what, _values(firm, day, known), _PLAIN_NOW, found, slice(5, 6))


def _compare_past(stage: Stage, firm: Firm, what: str, day: date, known: datetime, rows: Sequence[Any]) -> list[str]:
    found = {(row.party_id, row.currency): [*row[2:]] for row in rows}
    return _compare(stage, what, _values(firm, day, known), _PLAIN_GROUPED, found, slice(8, 15))


def _compare(stage: Stage, what: str, values: Mapping[str, Any], plain: str, found: Sums, bases: slice) -> list[str]:
    """Say where the product's rows differ from those of the plain SQL, or their total from the control account."""
    with psycopg.connect(stage.ground.superuser_url) as connection:
        expected = {(row[0], row[1]): [int(one) for one in row[2:]] for row in connection.execute(plain, values)}
        balance = connection.execute(_CONTROL, values).fetchone()
    wrong = [] if found == expected else [f"{what}: rows differ from the plain SQL's"]
    total = sum(sum(row[bases]) for row in found.values())
    if balance is None or total != balance[0]:
        wrong.append(f"{what}: {total} open, {balance} on the control account")
    return wrong


def _values(firm: Firm, day: date, known: datetime) -> dict[str, Any]:
    return {
        "tenant": firm.ids.tenant_id,
        "entity": firm.ids.legal_entity_id,
        "payable": firm.ids.controls["accounts_payable"],
        "day": day,
        "known": known,
    }


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Return by which power times grow with sizes, from the first to the last."""
    return math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
