"""What is read about revaluations, and what there is to be revalued."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, case, func, or_, select, text

from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.revaluations.schemas import (
    RevaluationFilter,
    RevaluationLineRead,
    RevaluationRead,
    RevaluationSummary,
)
from bursar.platform.work import Work
from bursar.tables import open_items, revaluation_lines, revaluations

# What was open at a day as it is known now: what was posted up to it, less what was allocated up to it. On the payable
# side a credit item is what we owe and above zero, on the receivable side a debit item is what they owe.
_OPEN = text("""
    WITH moved AS (
      SELECT debit_item_id AS item_id, amount_minor AS minor, coalesce(debit_base_minor, base_amount_minor) AS base
      FROM allocation
      WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id AND allocated_on <= :as_of
        AND currency <> :base_currency
      UNION ALL
      SELECT credit_item_id, -amount_minor, -coalesce(credit_base_minor, base_amount_minor)
      FROM allocation
      WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id AND allocated_on <= :as_of
        AND currency <> :base_currency
    ), settled AS (
      SELECT item_id, sum(minor) AS minor, sum(base) AS base FROM moved GROUP BY item_id
    ), opened AS (
      SELECT i.id, i.side, i.currency,
             (i.amount_minor + coalesce(s.minor, 0) * CASE i.side WHEN 'payable' THEN 1 ELSE -1 END)::bigint AS minor,
             (i.base_amount_minor + coalesce(s.base, 0) * CASE i.side WHEN 'payable' THEN 1 ELSE -1 END)::bigint AS base
      FROM open_item i LEFT JOIN settled s ON s.item_id = i.id
      WHERE i.tenant_id = :tenant_id AND i.legal_entity_id = :legal_entity_id AND i.posting_date <= :as_of
        AND i.currency <> :base_currency
    )
    SELECT side, id AS open_item_id, CAST(NULL AS uuid) AS account_id, currency, minor AS open_minor,
           base AS base_open_minor
    FROM opened WHERE minor <> 0
    ORDER BY side, currency, id
""")

# An account kept in a foreign currency is revalued as a whole; what is left of its base when it is empty, too. The
# control accounts of payables and receivables are revalued item by item, and income and expenses never.
_BALANCES = text("""
    SELECT 'account' AS side, CAST(NULL AS uuid) AS open_item_id, a.id AS account_id, a.currency,
           coalesce(sum(l.amount_minor) FILTER (WHERE l.currency = a.currency), 0)::bigint AS open_minor,
           sum(l.base_amount_minor)::bigint AS base_open_minor
    FROM ledger_account a
    JOIN journal_line l ON l.tenant_id = a.tenant_id AND l.legal_entity_id = a.legal_entity_id AND l.account_id = a.id
    JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
    WHERE a.tenant_id = :tenant_id AND l.tenant_id = :tenant_id AND e.tenant_id = :tenant_id
      AND a.legal_entity_id = :legal_entity_id AND a.currency <> :base_currency AND a.type IN ('asset', 'liability')
      AND coalesce(a.control, '') NOT IN ('accounts_payable', 'accounts_receivable')
      AND e.posting_date <= :as_of
    GROUP BY a.id, a.code, a.currency
    HAVING coalesce(sum(l.amount_minor) FILTER (WHERE l.currency = a.currency), 0) <> 0
      OR sum(l.base_amount_minor) <> 0
    ORDER BY a.code
""")


async def open_in_foreign_currency(work: Work, legal_entity_id: UUID, base_currency: str, as_of: date) -> Sequence[Row]:
    """Return open items, then accounts, with what was open of each at a day, as known now, and what it is carried at.

    What is settled by then is not there, nor is the settled part of what was paid in part.
    """
    asked = {
        "tenant_id": work.tenant_id,
        "legal_entity_id": legal_entity_id,
        "base_currency": base_currency,
        "as_of": as_of,
    }
    items = await work.session.rows(_OPEN, asked)
    return [*items, *await work.session.rows(_BALANCES, asked)]


def _revaluations() -> Select[Any]:
    lines = revaluation_lines.c
    gain = case((lines.side == "payable", -lines.difference_minor), else_=lines.difference_minor)
    total = (
        select(func.coalesce(func.sum(gain), 0))
        .where(lines.tenant_id == revaluations.c.tenant_id, lines.revaluation_id == revaluations.c.id)
        .scalar_subquery()
        .label("gain_minor")
    )
    return select(revaluations, total)


async def get_revaluation(work: Work, revaluation_id: UUID) -> RevaluationRead:
    """Return a revaluation with its lines. Raises NotFound."""
    row = await work.session.row(_revaluations().where(work.owns(revaluations), revaluations.c.id == revaluation_id))
    if row is None:
        raise NotFound("No such revaluation.")
    items, lines = open_items, revaluation_lines
    found = await work.session.rows(
        select(lines, items.c.vendor_id, items.c.customer_id, items.c.bill_id)
        .select_from(lines.outerjoin(items, and_(work.owns(items), items.c.id == lines.c.open_item_id)))
        .where(work.owns(lines), lines.c.revaluation_id == revaluation_id)
        .order_by(lines.c.line_number)
    )
    return RevaluationRead.model_construct(**_facts(row), lines=tuple(map(_line, found)))


async def list_revaluations(work: Work, page: RevaluationFilter) -> Page[RevaluationSummary]:
    """Return revaluations, latest day first. Raises BadCursor."""
    known = revaluations.c
    query = _revaluations().where(work.owns(revaluations)).order_by(known.as_of.desc(), known.id.desc())
    if page.legal_entity_id:
        query = query.where(known.legal_entity_id == page.legal_entity_id)
    if after := page.after(2):
        day, last_id = _day(after[0]), row_id(after[1])
        query = query.where(or_(known.as_of < day, and_(known.as_of == day, known.id < last_id)))
    rows = await work.session.rows(query.limit(page.fetch))
    return page.page(
        rows,
        lambda row: RevaluationSummary.model_construct(**_facts(row)),
        lambda row: [row.as_of.isoformat(), str(row.id)],
    )


def _facts(row: Row) -> dict[str, Any]:
    shown = row.as_dict()
    gain = Amount.of(int(shown.pop("gain_minor")), row.base_currency)
    actions = ("reverse",) if row.state == "posted" else ()
    known = {name: shown[name] for name in RevaluationSummary.model_fields if name in shown}
    return {**known, "gain": gain, "available_actions": actions}


def _line(row: Row) -> RevaluationLineRead:
    gain = -row.difference_minor if row.side == "payable" else row.difference_minor
    return RevaluationLineRead.model_construct(
        line_number=row.line_number,
        side=row.side,
        open_item_id=row.open_item_id,
        account_id=row.account_id,
        vendor_id=row.vendor_id,
        customer_id=row.customer_id,
        bill_id=row.bill_id,
        open=Amount.of(row.open_minor, row.currency),
        carried=Amount.of(row.base_open_minor, row.base_currency),
        rate=row.rate,
        worth=Amount.of(row.target_base_minor, row.base_currency),
        gain=Amount.of(gain, row.base_currency),
    )


def _day(part: str) -> date:
    try:
        return date.fromisoformat(part)
    except ValueError as error:
        raise BadCursor("The cursor is damaged.", pointer="/cursor") from error
