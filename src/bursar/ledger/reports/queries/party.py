"""The account of one vendor or customer: what was open, what came, how it was settled, and what is open."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import text

from bursar.kit.errors import NotFound
from bursar.kit.statements import Row
from bursar.kit.wire import Json
from bursar.ledger.entries.schemas import entry_number
from bursar.ledger.reports.queries.asked import PARTY_OF, Asked, amount, items_of_party, public
from bursar.ledger.reports.schemas import ReportRead, columns

_PARTY = {
    "payable": text("SELECT name FROM vendor WHERE tenant_id = :tenant AND id = :party"),
    "receivable": text("SELECT name FROM customer WHERE tenant_id = :tenant AND id = :party"),
}

# Items move the balance by what they are; allocations only by what their two parts differ by in base currency. What
# is before the first day is one sum for each currency.
_MOVED = """
    WITH moved AS (
      SELECT i.legal_entity_id, i.currency, i.base_currency, i.posting_date AS moved_on, i.recorded_at, i.kind,
             i.reference, i.document_date, i.due_date, i.amount_minor AS amount, i.base_amount_minor AS base,
             0 AS allocated, e.series, e.fiscal_year, e.number, i.entry_id, e.source_type, e.source_id, i.id AS row_id,
             1 AS place
      FROM open_item i
      JOIN journal_entry e ON e.tenant_id = :tenant AND e.legal_entity_id = i.legal_entity_id AND e.id = i.entry_id
      WHERE i.tenant_id = :tenant AND i.legal_entity_id = ANY(:entities) AND i.side = :side
        AND i.{party} = :party
        AND i.posting_date <= :as_of AND i.recorded_at <= :known_at
      UNION ALL
      SELECT x.legal_entity_id, x.currency, i.base_currency, x.allocated_on, x.recorded_at,
             CASE WHEN x.reversal_of IS NULL THEN 'allocation' ELSE 'allocation_reversed' END, i.reference,
             NULL, NULL, 0,
             CASE i.side WHEN 'payable' THEN x.debit_base_minor - x.credit_base_minor
                         ELSE x.credit_base_minor - x.debit_base_minor END,
             x.amount_minor, e.series, e.fiscal_year, e.number, coalesce(x.entry_id, i.entry_id), NULL, NULL, x.id, 2
      FROM allocation x
      JOIN open_item i ON i.tenant_id = :tenant
        AND i.id = x.{asked_item}
      JOIN journal_entry e ON e.tenant_id = :tenant AND e.legal_entity_id = i.legal_entity_id AND e.id = i.entry_id
      WHERE x.tenant_id = :tenant AND x.legal_entity_id = ANY(:entities) AND i.side = :side
        AND i.{party} = :party
        AND x.allocated_on <= :as_of AND x.recorded_at <= :known_at)
    SELECT moved.*, NULL AS opening FROM moved
    WHERE moved_on >= :first AND (CAST(:currency AS text) IS NULL OR currency = CAST(:currency AS text))
    UNION ALL
    SELECT legal_entity_id, currency, base_currency, NULL, NULL, 'opening', NULL, NULL, NULL, sum(amount), sum(base), 0,
           NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, true
    FROM moved WHERE moved_on < :first AND (CAST(:currency AS text) IS NULL OR currency = CAST(:currency AS text))
    GROUP BY legal_entity_id, currency, base_currency
    ORDER BY 1, 2, 4 NULLS FIRST, 5, place, row_id
"""

_OPEN = """
    WITH {items}
    SELECT legal_entity_id, currency, base_currency, sum(open) AS open, sum(base_open) AS base_open FROM item
    WHERE CAST(:currency AS text) IS NULL OR currency = CAST(:currency AS text)
    GROUP BY 1, 2, 3
"""

# The item above zero of an allocation: what we owe is a credit, what we are owed a debit.
_ASKED_ITEM: Final = {"payable": "credit_item_id", "receivable": "debit_item_id"}
_MOVED_OF: Final = {
    side: text(_MOVED.format(party=party, asked_item=_ASKED_ITEM[side])) for side, party in PARTY_OF.items()
}
_OPEN_OF: Final = {side: text(_OPEN.format(items=items_of_party(side))) for side in PARTY_OF}

_COLUMNS: Final = (
    "date:Date:date",
    "kind:What",
    "number:Entry",
    "reference:Reference",
    "document_date:Document date:date",
    "due_date:Due date:date",
    "currency:Currency",
    "amount:Amount:amount",
    "allocated:Allocated:amount",
    "balance:Balance:amount",
    "base_currency:Base currency",
    "base_amount:Amount in base currency:amount",
    "base_balance:Balance in base currency:amount",
    "entry_id:Entry:id",
    "source_id:Document:id",
    "link:Journal entry:link",
)


async def party_statement(
    asked: Asked, side: Literal["payable", "receivable"], party: UUID, currency: str | None
) -> ReportRead:
    """Return the account of one party over a period; it closes with what the open items come to. Raises NotFound."""
    session = asked.work.session
    name = await session.value(_PARTY[side], {"tenant": asked.work.tenant_id, "party": party})
    if name is None:
        raise NotFound(f"No such {'vendor' if side == 'payable' else 'customer'}.")
    given = asked.given(
        side=side, party=party, currency=currency, as_of=asked.window.last, first=asked.window.bounds[0]
    )
    rows, closing = _rows(asked, await session.rows(_MOVED_OF[side], given))
    still_open = {(row.legal_entity_id, row.currency): row for row in await session.rows(_OPEN_OF[side], given)}
    totals = [_closing(asked, key, figures, still_open.get(key)) for key, figures in sorted(closing.items(), key=str)]
    who = "vendor" if side == "payable" else "customer"
    return asked.table(
        f"{who}-statement",
        f"{who.capitalize()} statement",
        columns(*([] if asked.one else ["entity:Legal entity"]), *_COLUMNS),
        rows,
        totals=totals,
        about={who: name},
        ties=all(one["difference"].minor == one["base_difference"].minor == 0 for one in totals),
    )


_Key = tuple[UUID, str]


def _rows(asked: Asked, moved: Sequence[Row]) -> tuple[list[Json], dict[_Key, list[int]]]:
    """Return what moved with running balances, and how each currency closes: in its own and in base currency."""
    running: dict[_Key, list[int]] = {}
    rows = []
    for row in moved:
        key = (row.legal_entity_id, row.currency)
        if key not in running:
            running[key] = [0, 0]
            if not row.opening:
                rows.append(_row(asked, key, _nothing_before(row), running[key]))
        running[key][0] += int(row.amount)
        running[key][1] += int(row.base)
        rows.append(_row(asked, key, row.as_dict(), running[key]))
    return rows, running


def _nothing_before(row: Row) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(row.as_dict())
    return empty | {"kind": "opening", "amount": 0, "base": 0, "allocated": 0, "base_currency": row.base_currency}


def _row(asked: Asked, key: _Key, row: Mapping[str, Any], running: list[int]) -> Json:
    entity, currency = key
    base = row["base_currency"]
    entry = public("entry", row["entry_id"])
    on: date | None = row["moved_on"]
    return {
        "entity": next(one.name for one in asked.entities if one.id == entity),
        "date": on or asked.window.first,
        "kind": row["kind"],
        "number": None if row["series"] is None else entry_number(row["series"], row["fiscal_year"], row["number"]),
        "reference": row["reference"],
        "document_date": row["document_date"],
        "due_date": row["due_date"],
        "currency": currency,
        "amount": amount(row["amount"], currency),
        "allocated": amount(row["allocated"], currency) if row["allocated"] else None,
        "balance": amount(running[0], currency),
        "base_currency": base,
        "base_amount": amount(row["base"], base),
        "base_balance": amount(running[1], base),
        "entry_id": entry,
        "source_id": None if row["source_id"] is None else public(row["source_type"], row["source_id"]),
        "link": None if entry is None else f"/v1/journal-entries/{entry}",
    }


def _closing(asked: Asked, key: _Key, figures: list[int], still_open: Row | None) -> Json:
    entity, currency = key
    base = asked.base_of()[entity]
    is_open, base_open = (0, 0) if still_open is None else (int(still_open.open), int(still_open.base_open))
    return {
        "entity": next(one.name for one in asked.entities if one.id == entity),
        "date": asked.window.last,
        "kind": "closing",
        "currency": currency,
        "balance": amount(figures[0], currency),
        "base_currency": base,
        "base_balance": amount(figures[1], base),
        "open": amount(is_open, currency),
        "base_open": amount(base_open, base),
        "difference": amount(figures[0] - is_open, currency),
        "base_difference": amount(figures[1] - base_open, base),
    }
