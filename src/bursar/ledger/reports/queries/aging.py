"""Aging of payables and receivables: what is open by party, currency and days past a date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from bursar.core.aging import Basis, Bucket
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.aging.queries import aging_apart_at, aging_now
from bursar.ledger.open_items.schemas import Side
from bursar.ledger.reports.queries.asked import DISPUTED, OPEN_ITEMS, Asked, asked_at, public
from bursar.ledger.reports.queries.controls import controls, of_the_one
from bursar.ledger.reports.schemas import (
    AgingQuery,
    AgingRead,
    Credits,
    CustomerAgingRead,
    CustomerAgingRow,
    ReportRead,
    VendorAgingRow,
    columns,
)
from bursar.platform.work import Work

STANDARD_EDGES: Final = (30, 60, 90)
NOT_DUE: Final = "not_due"
# Columns of what is below zero; in a bucket's place stands a number below it.
CREDITS: Final = "credits"
UNAPPLIED: Final = "unapplied"
_CREDITS_CELL: Final = -1
_UNAPPLIED_CELL: Final = -2

_CELL_OF: Final = {
    **{f"b_{bucket.value}": place for place, bucket in enumerate(Bucket)},
    CREDITS: _CREDITS_CELL,
    UNAPPLIED: _UNAPPLIED_CELL,
}

# One row for each party, currency and column. `width_bucket` counts the bounds that the days have reached.
_CELLS = text(f"""
    WITH {OPEN_ITEMS}, {DISPUTED}
    SELECT legal_entity_id, coalesce(vendor_id, customer_id) AS party_id, currency, cell,
           sum(open) AS open, sum(base_open) AS base_open,
           sum(open) FILTER (WHERE disputed_then) AS disputed,
           sum(base_open) FILTER (WHERE disputed_then) AS base_disputed
    FROM (
      SELECT item.*, coalesce(d.before, item.disputed) AS disputed_then, CASE
               WHEN :apart AND amount_minor < 0 THEN CASE kind WHEN 'payment' THEN {_UNAPPLIED_CELL}
                                                               ELSE {_CREDITS_CELL} END
               ELSE width_bucket(
                 CAST(:as_of AS date) - CASE WHEN :by_due THEN due_date ELSE document_date END, CAST(:bounds AS int[]))
             END AS cell
      FROM item LEFT JOIN marks d ON d.item_id = item.id WHERE open <> 0 OR base_open <> 0) aged
    GROUP BY 1, 2, 3, 4
""")  # noqa: S608 - our own pieces; values are parameters.

# Now alone: what the sums hold among the others. A credit leaves its bucket for a column of its own.
_APART_NOW = text(f"""
    SELECT legal_entity_id, coalesce(vendor_id, customer_id) AS party_id, currency, cell,
           sum(sign * open_minor) AS open, sum(sign * base_open_minor) AS base_open,
           sum(open_minor) FILTER (WHERE tells AND disputed) AS disputed,
           sum(base_open_minor) FILTER (WHERE tells AND disputed) AS base_disputed
    FROM (
      SELECT i.*, x.sign, x.sign <> -1 AS tells, CASE x.sign
               WHEN 1 THEN CASE kind WHEN 'payment' THEN {_UNAPPLIED_CELL} ELSE {_CREDITS_CELL} END
               ELSE width_bucket(
                 CAST(:as_of AS date) - CASE WHEN :by_due THEN due_date ELSE document_date END, CAST(:bounds AS int[]))
             END AS cell
      FROM open_item i
      CROSS JOIN LATERAL (
        SELECT unnest(CASE WHEN :apart AND i.amount_minor < 0 THEN ARRAY[-1, 1] ELSE ARRAY[0] END) AS sign) x
      WHERE i.tenant_id = :tenant AND i.legal_entity_id = ANY(:entities) AND i.side = :side
        AND i.posting_date <= :as_of AND (i.open_minor < 0 AND :apart OR i.open_minor <> 0 AND i.disputed)) aside
    GROUP BY 1, 2, 3, 4
""")  # noqa: S608 - our own pieces; values are parameters.

_TOTALS = text(f"""
    WITH {OPEN_ITEMS}
    SELECT legal_entity_id, coalesce(vendor_id, customer_id) AS party_id, currency,
           sum(open) AS open, sum(base_open) AS base_open
    FROM item WHERE open <> 0 OR base_open <> 0 GROUP BY 1, 2, 3
""")  # noqa: S608 - our own pieces; values are parameters.

_NAMES = {
    "payable": text("SELECT id, name FROM vendor WHERE tenant_id = :tenant AND id = ANY(:parties)"),
    "receivable": text("SELECT id, name FROM customer WHERE tenant_id = :tenant AND id = ANY(:parties)"),
}
# (legal entity, party, currency of the documents)
Key = tuple[UUID, UUID, str]


@dataclass(slots=True)
class _Cells:
    """The figures of one row, in minor units, by cell."""

    open: dict[int, int] = field(default_factory=dict)
    base: dict[int, int] = field(default_factory=dict)
    disputed: int = 0
    base_disputed: int = 0
    compared: int = 0
    base_compared: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns an aging has, and how its items are told apart."""

    basis: Basis = Basis.DUE_DATE
    edges: tuple[int, ...] = STANDARD_EDGES
    credits: Credits = Credits.APART

    @property
    def cells(self) -> dict[str, int]:
        """The cell of each column, in their order."""
        lows = [1, *(edge + 1 for edge in self.edges)]
        named = [f"{low}_{high}" for low, high in zip(lows, self.edges, strict=False)]
        buckets = [NOT_DUE, *named, f"over_{self.edges[-1]}"]
        found = {name: cell for cell, name in enumerate(buckets)}
        if self.credits is Credits.APART:
            found |= {CREDITS: _CREDITS_CELL, UNAPPLIED: _UNAPPLIED_CELL}
        return found

    @property
    def bounds(self) -> list[int]:
        """The first day of every bucket but the first: the day of the anchor itself is not due yet."""
        return [1, *(edge + 1 for edge in self.edges)]

    def amounts(self, figures: Mapping[int, int], currency: str) -> dict[str, Amount]:
        """Return the figures by the names of their columns, with their total."""
        found = {name: Amount.of(figures.get(cell, 0), currency) for name, cell in self.cells.items()}
        found["total"] = Amount.of(sum(figures.values()), currency)
        return found


async def ap_aging(
    work: Work,
    legal_entity_id: UUID | None,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
    basis: Basis = Basis.DUE_DATE,
    credits_: Credits = Credits.IN_BUCKETS,
) -> AgingRead:
    """Return what was owed to vendors at `as_of`, as known at `known_at`. Raises NotFound and LegalEntityRequired."""
    asked = await asked_at(work, legal_entity_id, as_of=as_of, known_at=known_at)
    return await vendor_aging(asked, Layout(basis, credits=credits_))


async def ask_aging(work: Work, query: AgingQuery) -> tuple[Asked, Layout]:
    """Return what an aging is asked. Raises NotFound and LegalEntityRequired."""
    asked = await asked_at(
        work,
        query.legal_entity_id,
        scope=query.scope,
        as_of=query.as_of,
        known_at=query.known_at_utc,
        compare_to=query.compare_to,
        compare=query.compare,
    )
    return asked, Layout(query.basis, query.edges, query.credits)


async def vendor_aging(asked: Asked, layout: Layout) -> AgingRead:
    """Return what is owed to vendors."""
    found, names = await _figures(asked, "payable", layout)
    rows = tuple(
        VendorAgingRow.model_construct(
            vendor_id=key[1], vendor_name=names[key[1]], **_row(asked, "payable", layout, key, found[key])
        )
        for key in sorted(found, key=lambda key: (names[key[1]], str(key[1]), key[2], str(key[0])))
    )
    return AgingRead.model_construct(rows=rows, **await _head(asked, "payable", layout, found))


async def customer_aging(asked: Asked, layout: Layout) -> CustomerAgingRead:
    """Return what customers owe."""
    found, names = await _figures(asked, "receivable", layout)
    rows = tuple(
        CustomerAgingRow.model_construct(
            customer_id=key[1], customer_name=names[key[1]], **_row(asked, "receivable", layout, key, found[key])
        )
        for key in sorted(found, key=lambda key: (names[key[1]], str(key[1]), key[2], str(key[0])))
    )
    return CustomerAgingRead.model_construct(rows=rows, **await _head(asked, "receivable", layout, found))


async def _figures(asked: Asked, side: Side, layout: Layout) -> tuple[dict[Key, _Cells], dict[UUID, str]]:
    session = asked.work.session
    given = asked.given(
        side=side,
        as_of=asked.as_of,
        apart=layout.credits is Credits.APART,
        by_due=layout.basis is Basis.DUE_DATE,
        bounds=layout.bounds,
    )
    found: dict[Key, _Cells] = {}
    if layout.edges == STANDARD_EDGES:
        await (_from_summary if asked.is_now else _from_allocations)(asked, side, layout, found)
    else:
        for row in await session.rows(_CELLS, given):
            _put(found, row)
    if asked.compared is not None:
        for row in await session.rows(_TOTALS, asked.given(side=side, as_of=asked.compared.last)):
            cells = found.setdefault((row.legal_entity_id, row.party_id, row.currency), _Cells())
            cells.compared, cells.base_compared = int(row.open), int(row.base_open)
    parties = {"tenant": asked.work.tenant_id, "parties": list({party for _, party, _ in found})}
    return found, {row.id: row.name for row in await session.rows(_NAMES[side], parties)}


def _put(found: dict[Key, _Cells], row: Row) -> None:
    cells = found.setdefault((row.legal_entity_id, row.party_id, row.currency), _Cells())
    cells.open[row.cell] = cells.open.get(row.cell, 0) + int(row.open)
    cells.base[row.cell] = cells.base.get(row.cell, 0) + int(row.base_open)
    cells.disputed += int(row.disputed or 0)
    cells.base_disputed += int(row.base_disputed or 0)


async def _from_summary(asked: Asked, side: Side, layout: Layout, found: dict[Key, _Cells]) -> None:
    """Take what is open now from the sums that postings keep, and set apart what is below zero or disputed."""
    for entity in asked.entities:
        for row in await aging_now(asked.work, entity.id, side, layout.basis, today=asked.as_of):
            cells = found.setdefault((entity.id, row.party_id, row.currency), _Cells())
            for place, bucket in enumerate(Bucket):
                if getattr(row, f"b_{bucket.value}") or getattr(row, f"base_{bucket.value}"):
                    cells.open[place] = int(getattr(row, f"b_{bucket.value}"))
                    cells.base[place] = int(getattr(row, f"base_{bucket.value}"))
    values = {"as_of": asked.as_of, "apart": layout.credits is Credits.APART}
    given = asked.given(side=side, by_due=layout.basis is Basis.DUE_DATE, bounds=layout.bounds, **values)
    for row in await asked.work.session.rows(_APART_NOW, given):
        _put(found, row)


async def _from_allocations(asked: Asked, side: Side, layout: Layout, found: dict[Key, _Cells]) -> None:
    """Take what was open at another date, or known at another instant, from items and what was allocated since."""
    for entity in asked.entities:
        rows = await aging_apart_at(
            asked.work, entity.id, side, asked.as_of, asked.known_at, layout.basis,
            apart=layout.credits is Credits.APART,
        )  # fmt: skip
        for row in rows:
            cells = found.setdefault((entity.id, row.party_id, row.currency), _Cells())
            for name, cell in _CELL_OF.items():
                minor, base = getattr(row, name), getattr(row, f"base_{name.removeprefix('b_')}")
                if minor or base:
                    cells.open[cell], cells.base[cell] = minor, base
            cells.disputed, cells.base_disputed = row.disputed, row.base_disputed


def _row(asked: Asked, side: Side, layout: Layout, key: Key, cells: _Cells) -> dict[str, Any]:
    entity, party, currency = key
    base = asked.base_of()[entity]
    party_name = "vendor" if side == "payable" else "customer"
    compared = asked.compared is not None
    return {
        "legal_entity_id": entity,
        "amounts": layout.amounts(cells.open, currency),
        "base_amounts": layout.amounts(cells.base, base),
        "disputed": Amount.of(cells.disputed, currency),
        "base_disputed": Amount.of(cells.base_disputed, base),
        "compared": Amount.of(cells.compared, currency) if compared else None,
        "base_compared": Amount.of(cells.base_compared, base) if compared else None,
        "link": asked.link(
            "open-items",
            legal_entity_id=public("entity", entity),
            side=side,
            **{f"{party_name}_id": public(party_name, party)},
            currency=currency,
            basis=layout.basis.value,
            as_of=asked.as_of,
        ),
    }


async def _head(asked: Asked, side: Side, layout: Layout, found: Mapping[Key, _Cells]) -> dict[str, Any]:
    base = asked.base_of()
    tied = await controls(asked, side)
    return {
        "legal_entity_id": asked.one,
        "as_of": asked.as_of,
        "known_at": asked.known_at,
        "compared_to": None if asked.compared is None else asked.compared.last,
        "basis": layout.basis,
        "credits": layout.credits,
        "buckets": tuple(layout.cells),
        "totals": tuple(_totals(layout, ((key[2], cells.open) for key, cells in found.items()))),
        "base_totals": tuple(_totals(layout, ((base[key[0]], cells.base) for key, cells in found.items()))),
        "control": of_the_one(tied, asked.one),
        "controls": tied,
    }


def _totals(layout: Layout, parts: Iterable[tuple[str, Mapping[int, int]]]) -> Iterator[dict[str, Amount]]:
    """Yield the sums by column, one for each currency."""
    sums: dict[str, dict[int, int]] = {}
    for currency, figures in parts:
        mine = sums.setdefault(currency, {})
        for cell, minor in figures.items():
            mine[cell] = mine.get(cell, 0) + minor
    for currency in sorted(sums):
        yield layout.amounts(sums[currency], currency)


def aging_table(asked: Asked, read: AgingRead | CustomerAgingRead) -> ReportRead:
    """Return an aging as a table."""
    is_vendor = isinstance(read, AgingRead)
    party = "vendor" if is_vendor else "customer"
    names = {row.id: row.name for row in asked.entities}
    shown = columns(
        *([] if asked.one else ["entity:Legal entity"]),
        f"{party}_id:Id:id",
        f"{party}_name:{party.capitalize()}",
        "currency:Currency",
        *(f"{name}:{_heading(name)}:amount" for name in (*read.buckets, "total")),
        "disputed:Of which disputed:amount",
        *([] if asked.compared is None else [f"compared:Total at {asked.compared.last}:amount"]),
        "base_currency:Base currency",
        "base_total:Total in base currency:amount",
        "link:Open items:link",
    )
    rows = [
        {
            "entity": names[row.legal_entity_id],
            f"{party}_id": public(party, row.vendor_id if isinstance(row, VendorAgingRow) else row.customer_id),
            f"{party}_name": row.vendor_name if isinstance(row, VendorAgingRow) else row.customer_name,
            "currency": row.amounts["total"].currency,
            **row.amounts,
            "disputed": row.disputed,
            "compared": row.compared,
            "base_currency": row.base_amounts["total"].currency,
            "base_total": row.base_amounts["total"],
            "link": row.link,
        }
        for row in read.rows
    ]
    totals: list[dict[str, Any]] = [
        {f"{party}_name": "Total", "currency": one["total"].currency, **one} for one in read.totals
    ]
    totals += [
        {f"{party}_name": "Total in base currency", "base_currency": one["total"].currency, "base_total": one["total"]}
        for one in read.base_totals
    ]
    about = {"basis": read.basis.value.replace("_", " "), "credits": read.credits.value.replace("_", " ")}
    return asked.table(
        "ap-aging" if is_vendor else "ar-aging",
        f"Accounts {'payable' if is_vendor else 'receivable'} aging",
        shown,
        rows,
        totals=totals,
        about=about,
        ties=all(not control.difference.amount for control in read.controls) if read.controls else None,
    )


def _heading(name: str) -> str:
    """Return how people call a column: `31_60` is 31-60."""
    if name[0].isdigit():
        return name.replace("_", "-")
    return {NOT_DUE: "Not due", CREDITS: "Credits", UNAPPLIED: "Unapplied payments", "total": "Total"}.get(
        name, name.replace("_", " ").capitalize()
    )
