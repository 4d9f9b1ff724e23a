"""The open items behind an aging, one by one."""

from typing import Final

from sqlalchemy import text

from bursar.core.aging import Basis
from bursar.kit.errors import NotFound
from bursar.kit.statements import Row
from bursar.kit.wire import Json
from bursar.ledger.entries.schemas import entry_number
from bursar.ledger.reports.queries.asked import DISPUTED, OPEN_ITEMS, PARTY_OF, amount, asked_at, items_of_party, public
from bursar.ledger.reports.schemas import OpenItemsQuery, ReportRead, columns
from bursar.platform.work import Work

_ITEMS = """
    WITH {items}, {disputed}
    SELECT item.*, coalesce(d.before, item.disputed) AS disputed_then, coalesce(v.name, c.name) AS party_name,
           e.series, e.fiscal_year, e.number, e.source_type,
           e.source_id, CAST(:as_of AS date) - CASE WHEN :by_due THEN due_date ELSE item.document_date END AS days
    FROM item
    LEFT JOIN marks d ON d.item_id = item.id
    JOIN journal_entry e ON e.tenant_id = :tenant AND e.legal_entity_id = item.legal_entity_id AND e.id = item.entry_id
    LEFT JOIN vendor v ON v.tenant_id = :tenant AND v.id = item.vendor_id
    LEFT JOIN customer c ON c.tenant_id = :tenant AND c.id = item.customer_id
    WHERE (open <> 0 OR base_open <> 0)
      AND (CAST(:currency AS text) IS NULL OR item.currency = CAST(:currency AS text))
    ORDER BY party_name, item.currency, due_date, item.document_date, item.id
"""
_OF_ALL: Final = text(_ITEMS.format(items=OPEN_ITEMS, disputed=DISPUTED))
_OF_PARTY: Final = {side: text(_ITEMS.format(items=items_of_party(side), disputed=DISPUTED)) for side in PARTY_OF}

_COLUMNS = (
    "party_id:Id:id",
    "party_name:Party",
    "kind:Kind",
    "number:Entry",
    "reference:Reference",
    "document_date:Document date:date",
    "due_date:Due date:date",
    "posting_date:Posting date:date",
    "days:Days:integer",
    "currency:Currency",
    "amount:Amount:amount",
    "open:Open:amount",
    "disputed:Disputed",
    "base_currency:Base currency",
    "base_amount:Amount in base currency:amount",
    "base_open:Open in base currency:amount",
    "item_id:Id:id",
    "entry_id:Entry:id",
    "source_id:Document:id",
    "link:Journal entry:link",
)


async def open_items(work: Work, query: OpenItemsQuery) -> ReportRead:
    """Return what was open at a date, item by item. Raises NotFound and LegalEntityRequired."""
    asked = await asked_at(
        work, query.legal_entity_id, scope=query.scope, as_of=query.as_of, known_at=query.known_at_utc
    )
    if (query.customer_id if query.side == "payable" else query.vendor_id) is not None:
        raise NotFound("No such party on this side.")
    given = asked.given(
        side=query.side,
        as_of=asked.as_of,
        by_due=query.basis is Basis.DUE_DATE,
        currency=query.currency,
    )
    party = query.vendor_id or query.customer_id
    if party is None:
        rows = await work.session.rows(_OF_ALL, given)
    else:
        rows = await work.session.rows(_OF_PARTY[query.side], {**given, "party": party})
    names = {row.id: row.name for row in asked.entities}
    totals: dict[str, int] = {}
    base_totals: dict[str, int] = {}
    for row in rows:
        totals[row.currency] = totals.get(row.currency, 0) + int(row.open)
        base_totals[row.base_currency] = base_totals.get(row.base_currency, 0) + int(row.base_open)
    summed: list[Json] = [
        {"party_name": "Total", "currency": code, "open": amount(minor, code)} for code, minor in sorted(totals.items())
    ]
    summed += [
        {"party_name": "Total in base currency", "base_currency": code, "base_open": amount(minor, code)}
        for code, minor in sorted(base_totals.items())
    ]
    return asked.table(
        "open-items",
        f"Open items {query.side}",
        columns(*([] if asked.one else ["entity:Legal entity"]), *_COLUMNS),
        [_row(row) | {"entity": names[row.legal_entity_id]} for row in rows],
        totals=summed,
        about={"basis": query.basis.value.replace("_", " ")},
    )


def _row(row: Row) -> Json:
    party = "vendor" if row.side == "payable" else "customer"
    return {
        "party_id": public(party, row.vendor_id or row.customer_id),
        "party_name": row.party_name,
        "kind": row.kind,
        "number": entry_number(row.series, row.fiscal_year, row.number),
        "reference": row.reference,
        "document_date": row.document_date,
        "due_date": row.due_date,
        "posting_date": row.posting_date,
        "days": row.days,
        "currency": row.currency,
        "amount": amount(row.amount_minor, row.currency),
        "open": amount(row.open, row.currency),
        "disputed": "yes" if row.disputed_then else "no",
        "base_currency": row.base_currency,
        "base_amount": amount(row.base_amount_minor, row.base_currency),
        "base_open": amount(row.base_open, row.base_currency),
        "item_id": public("item", row.id),
        "entry_id": public("entry", row.entry_id),
        "source_id": public(row.source_type, row.source_id),
        "link": f"/v1/journal-entries/{public('entry', row.entry_id)}",
    }
