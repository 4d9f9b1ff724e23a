"""The control accounts beside the open items, at the dates of a report."""

from datetime import date
from uuid import UUID

from sqlalchemy import text

from bursar.kit.statements import Row
from bursar.ledger.open_items.schemas import CONTROL_OF, Side
from bursar.ledger.reports.queries.asked import OPEN_ITEMS, Asked, amount
from bursar.ledger.reports.schemas import Control, EntityControl

# What is owed is a credit of payables and a debit of receivables.
_CONTROLS = text(f"""
    WITH {OPEN_ITEMS}
    SELECT a.legal_entity_id, a.id, a.code, CASE WHEN :side = 'payable' THEN -1 ELSE 1 END * coalesce((
             SELECT sum(l.base_amount_minor) FROM journal_line l
             JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.legal_entity_id = l.legal_entity_id
               AND e.id = l.entry_id
             WHERE l.tenant_id = :tenant AND l.legal_entity_id = a.legal_entity_id AND l.account_id = a.id
               AND e.tenant_id = :tenant AND e.posting_date <= :as_of AND e.recorded_at <= :known_at), 0) AS balance,
           coalesce((SELECT sum(item.base_open) FROM item WHERE item.legal_entity_id = a.legal_entity_id), 0) AS owed
    FROM ledger_account a
    WHERE a.tenant_id = :tenant AND a.legal_entity_id = ANY(:entities) AND a.control = :control
    ORDER BY a.legal_entity_id
""")  # noqa: S608 - our own pieces; values are parameters.


async def controls(asked: Asked, side: Side, *, as_of: date | None = None) -> tuple[EntityControl, ...]:
    """Return each entity's control account of a side with what the open items come to, from one statement."""
    given = asked.given(side=side, control=CONTROL_OF[side], as_of=as_of or asked.as_of)
    base = asked.base_of()
    rows = await asked.work.session.rows(_CONTROLS, given)
    return tuple(_read(row, base[row.legal_entity_id]) for row in rows)


def _read(row: Row, currency: str) -> EntityControl:
    return EntityControl.model_construct(
        legal_entity_id=row.legal_entity_id,
        account_id=row.id,
        account_code=row.code,
        balance=amount(row.balance, currency),
        open_items=amount(row.owed, currency),
        difference=amount(row.balance - row.owed, currency),
    )


def of_the_one(found: tuple[EntityControl, ...], one: UUID | None) -> Control | None:
    """Return the control of the only entity asked about, without its id; None where all are."""
    if one is None or not found:
        return None
    parts = found[0]
    return Control.model_construct(
        account_id=parts.account_id,
        account_code=parts.account_code,
        balance=parts.balance,
        open_items=parts.open_items,
        difference=parts.difference,
    )
