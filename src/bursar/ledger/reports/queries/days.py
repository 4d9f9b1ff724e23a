"""Days sales outstanding and days payables outstanding, with the figures that they are made of."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import text

from bursar.kit.wire import Amount, Json
from bursar.ledger.open_items.schemas import Side
from bursar.ledger.reports.queries.asked import OPEN_ITEMS, Asked, Window, amount, public
from bursar.ledger.reports.schemas import ReportRead, columns

_MEASURE: Final = {"receivable": ("dso", "Days sales outstanding"), "payable": ("dpo", "Days payables outstanding")}
_TENTH: Final = Decimal("0.1")

# What was billed: documents and what takes them back; a payment that was taken back is no sale.
_INPUTS = text(f"""
    WITH {OPEN_ITEMS}
    SELECT item.legal_entity_id, sum(item.base_open) AS open,
           sum(item.base_amount_minor) FILTER (
             WHERE item.posting_date >= :first AND item.kind IN ('document', 'reversal')
               AND e.source_type NOT IN ('payment', 'settlement')) AS billed
    FROM item JOIN journal_entry e ON e.tenant_id = :tenant AND e.legal_entity_id = item.legal_entity_id
      AND e.id = item.entry_id
    GROUP BY item.legal_entity_id
""")  # noqa: S608 - our own pieces; values are parameters.


async def days_outstanding(asked: Asked, side: Literal["payable", "receivable"]) -> ReportRead:
    """Return open base currency at the end of the period, divided by what was billed in it, times its days."""
    found = [await _inputs(asked, side, window) for window in asked.windows]
    report, title = _MEASURE[side]
    rows = []
    for entity in asked.entities:
        open_, billed = found[0].get(entity.id, (0, 0))
        days = _length(asked.window)
        row: Json = {
            "entity_id": public("entity", entity.id),
            "entity": entity.name,
            "currency": entity.base_currency,
            "days": outstanding(open_, billed, days),
            "open": amount(open_, entity.base_currency),
            "billed": amount(billed, entity.base_currency),
            "period_days": days,
            "link": asked.link(
                "open-items", legal_entity_id=public("entity", entity.id), side=side, as_of=asked.window.last
            ),
        }
        if asked.compared is not None:
            before = found[1].get(entity.id, (0, 0))
            row["compared"] = outstanding(*before, _length(asked.compared))
            row["compared_open"], row["compared_billed"] = (Amount.of(minor, entity.base_currency) for minor in before)
        rows.append(row)
    what = "receivables" if side == "receivable" else "payables"
    billed_what = "Billed to customers" if side == "receivable" else "Billed by vendors"
    shown = columns(
        "entity_id:Id:id",
        "entity:Legal entity",
        "currency:Currency",
        "days:Days:number",
        f"open:Open {what} at the end:amount",
        f"billed:{billed_what} in the period:amount",
        "period_days:Days of the period:integer",
        *(["compared:Days before:number"] if asked.compared is not None else []),
        "link:Open items:link",
    )
    about = {"formula": f"open {what} at the end ÷ {billed_what.lower()} in the period × days of the period"}
    return asked.table(report, title, shown, rows, about=about)


def outstanding(open_minor: int, billed_minor: int, days: int) -> Decimal | None:
    """Return days to one decimal, half up; None where nothing was billed."""
    if billed_minor <= 0:
        return None
    return (Decimal(open_minor) * days / Decimal(billed_minor)).quantize(_TENTH, ROUND_HALF_UP)


async def _inputs(asked: Asked, side: Side, window: Window) -> dict[UUID, tuple[int, int]]:
    first, last = window.bounds
    rows = await asked.work.session.rows(_INPUTS, asked.given(side=side, as_of=last, first=first))
    return {row.legal_entity_id: (int(row.open or 0), int(row.billed or 0)) for row in rows}


def _length(window: Window) -> int:
    first: date = window.bounds[0]
    return (window.last - first).days + 1
