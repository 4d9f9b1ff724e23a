"""What is read about periods, and the checklist that is asked before one is closed."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select, text

from bursar.core.periods import PeriodCheck, PeriodState, PeriodStates, SubLedger
from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, Page, row_id
from bursar.kit.statements import Row
from bursar.ledger.periods.schemas import PeriodExceptionRead, PeriodFilter, PeriodRead
from bursar.platform.work import Work
from bursar.tables import period_exceptions, periods


async def list_periods(work: Work, page: PeriodFilter) -> Page[PeriodRead]:
    """Return periods in the order of their days."""
    query: Select[Any] = select(periods).where(work.owns(periods)).order_by(periods.c.starts_on, periods.c.id)
    if page.legal_entity_id:
        query = query.where(periods.c.legal_entity_id == page.legal_entity_id)
    if page.fiscal_year:
        query = query.where(periods.c.fiscal_year == page.fiscal_year)
    if after := page.after(2):
        day, last_id = _day(after[0]), row_id(after[1])
        query = query.where(or_(periods.c.starts_on > day, and_(periods.c.starts_on == day, periods.c.id > last_id)))
    rows = await work.session.rows(query.limit(page.fetch))
    return page.page(rows, read_period, lambda row: [row.starts_on.isoformat(), str(row.id)])


def _day(part: str) -> date:
    try:
        return date.fromisoformat(part)
    except ValueError as error:
        raise BadCursor("The cursor is damaged.", pointer="/cursor") from error


async def get_period(work: Work, period_id: UUID) -> Row:
    """Return a period's row. Raises NotFound."""
    row = await work.session.row(select(periods).where(work.owns(periods), periods.c.id == period_id))
    if row is None:
        raise NotFound("No such period.")
    return row


async def list_exceptions(work: Work, period_id: UUID) -> list[PeriodExceptionRead]:
    """Return the exceptions that were granted for a period, the newest first: at most 200."""
    rows = await work.session.rows(
        select(period_exceptions)
        .where(work.owns(period_exceptions), period_exceptions.c.period_id == period_id)
        .order_by(period_exceptions.c.id.desc())
        .limit(200)
    )
    return [read_exception(row) for row in rows]


async def hold_calendar(work: Work, legal_entity_id: UUID) -> None:
    """Keep everybody from posting in an entity, and from changing its calendar, until this work ends.

    Waits for those who post just now. What is read after this is what the periods are closed with.
    """
    await work.session.run(_HOLD, {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id})


# Whoever touches a period takes the calendar's lock, so the first one is touched, by all in the same order.
_HOLD = text("""
    UPDATE period SET state = state
    WHERE tenant_id = :tenant_id AND id = (
      SELECT id FROM period WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id
      ORDER BY starts_on LIMIT 1)
""")


def states_of(row: Row) -> PeriodStates:
    """Return the states that a period was given."""
    return PeriodStates(PeriodState(row.state), PeriodState(row.ap_state), PeriodState(row.ar_state))


def read_period(row: Row, states: PeriodStates | None = None) -> PeriodRead:
    """Return a period as it is put on the wire, with other states than its row's where they have just changed."""
    given = states or states_of(row)
    return PeriodRead.model_construct(
        id=row.id,
        legal_entity_id=row.legal_entity_id,
        fiscal_year=row.fiscal_year,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        gl_state=given.effective(SubLedger.GL),
        ap_state=given.effective(SubLedger.AP),
        ar_state=given.effective(SubLedger.AR),
    )


def read_exception(row: Any) -> PeriodExceptionRead:
    """Return an exception as it is put on the wire; `row` has its columns as attributes."""
    fields = PeriodExceptionRead.__pydantic_fields__
    return PeriodExceptionRead.model_construct(
        **{**{name: getattr(row, name) for name in fields}, "sub_ledger": SubLedger(row.sub_ledger)}
    )


async def checklist(
    work: Work, legal_entity_id: UUID, starts_on: date, ends_on: date, sub_ledger: SubLedger
) -> tuple[PeriodCheck, ...]:
    """Return the checks of a sub-ledger for a span of days, from one snapshot; the general ledger asks all of them."""
    found = await work.session.row(
        _CHECKS,
        {
            "tenant_id": work.tenant_id,
            "legal_entity_id": legal_entity_id,
            "starts_on": starts_on,
            "ends_on": ends_on,
        },
    )
    assert found is not None, "a query without FROM has a row"
    payable, receivable = _payable(found), _receivable(found)
    asked: dict[SubLedger, Sequence[PeriodCheck]] = {
        SubLedger.AP: payable,
        SubLedger.AR: receivable,
        SubLedger.GL: (*payable, *receivable, *_general(found)),
    }
    return tuple(asked[sub_ledger])


def _payable(found: Row) -> tuple[PeriodCheck, ...]:
    return (
        PeriodCheck.of(
            "unposted_bills",
            "bills dated in the period",
            examined=found.bills,
            failed=found.bills_waiting,
            wrong="wait for a decision",
        ),
        *_of_items(found, "payables", "payable"),
    )


def _receivable(found: Row) -> tuple[PeriodCheck, ...]:
    return (
        PeriodCheck.none("unposted_invoices", "no customers' invoices in this version"),
        *_of_items(found, "receivables", "receivable"),
    )


def _of_items(found: Row, name: str, side: str) -> tuple[PeriodCheck, ...]:
    moved: dict[str, Any] = found.items.get(side, {})
    difference = found.controls.get(side, 0) + moved.get("base", 0)
    foreign: dict[str, int] = found.foreign_items.get(side, {})
    return (
        PeriodCheck.of(
            f"{name}_control",
            "open items and lines of the control account",
            examined=moved.get("count", 0) + found.control_lines.get(side, 0),
            failed=int(difference != 0) and moved.get("count", 0) + found.control_lines.get(side, 0),
            wrong=f"differ by {difference} minor units of base currency",
        ),
        PeriodCheck.of(
            f"{name}_revalued",
            "items open in foreign currency",
            examined=foreign.get("open", 0),
            failed=foreign.get("not_revalued", 0),
            wrong="are not in a revaluation at the period's end",
        ),
    )


def _general(found: Row) -> tuple[PeriodCheck, ...]:
    return (
        PeriodCheck.of(
            "unposted_journal",
            "manual entries dated in the period",
            examined=found.manual,
            failed=found.manual_waiting,
            wrong="wait for a decision",
        ),
        PeriodCheck.of(
            "accounts_revalued",
            "accounts kept in foreign currency with a balance",
            examined=found.foreign_accounts,
            failed=found.foreign_accounts_not_revalued,
            wrong="are not in a revaluation at the period's end",
        ),
        PeriodCheck.none("bank_lines_matched", "no bank statements in this version"),
    )


# An item's part in base at the period's end is what it came with, less what was allocated by then; of an allocation
# only the exchange difference, which its entry books, is left when both sides are added up. A revaluation counts for
# what was recorded before it.
_CHECKS = text("""
    WITH revalued AS (
      SELECT v.open_item_id, v.account_id, v.open_minor, v.base_open_minor
      FROM revaluation r JOIN revaluation_line v ON v.tenant_id = r.tenant_id AND v.revaluation_id = r.id
      WHERE r.tenant_id = :tenant_id AND r.legal_entity_id = :legal_entity_id AND r.as_of = :ends_on
        AND r.state = 'posted'
    ), control_line AS (
      SELECT CASE a.control WHEN 'accounts_payable' THEN 'payable' ELSE 'receivable' END AS side,
             count(*) AS lines, sum(l.base_amount_minor)::bigint AS base
      FROM ledger_account a
      JOIN journal_line l ON l.tenant_id = a.tenant_id AND l.legal_entity_id = a.legal_entity_id AND l.account_id = a.id
      JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
      WHERE a.tenant_id = :tenant_id AND a.legal_entity_id = :legal_entity_id
        AND a.control IN ('accounts_payable', 'accounts_receivable') AND e.posting_date <= :ends_on
      GROUP BY 1
    ), moved AS (
      SELECT side, 1 AS items, CASE side WHEN 'payable' THEN base_amount_minor ELSE -base_amount_minor END AS base
      FROM open_item
      WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id AND posting_date <= :ends_on
      UNION ALL
      SELECT i.side, 0, x.debit_base_minor - x.credit_base_minor
      FROM allocation x JOIN open_item i ON i.tenant_id = x.tenant_id AND i.id = x.debit_item_id
      WHERE x.tenant_id = :tenant_id AND x.legal_entity_id = :legal_entity_id AND x.allocated_on <= :ends_on
        AND x.entry_id IS NOT NULL
    ), item AS (
      SELECT side, sum(items) AS items, sum(base)::bigint AS base FROM moved GROUP BY side
    ), foreign_item AS (
      SELECT side, id, amount_minor FROM open_item
      WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id AND posting_date <= :ends_on
        AND currency <> base_currency
    ), settled AS (
      SELECT f.id, x.amount_minor * CASE WHEN f.amount_minor > 0 THEN -1 ELSE 1 END AS amount
      FROM foreign_item f JOIN allocation x ON x.tenant_id = :tenant_id AND f.id IN (x.debit_item_id, x.credit_item_id)
      WHERE x.allocated_on <= :ends_on
    ), foreign_open AS (
      SELECT f.side, f.id, f.amount_minor + coalesce(sum(s.amount), 0) AS open_minor
      FROM foreign_item f LEFT JOIN settled s ON s.id = f.id
      GROUP BY f.side, f.id, f.amount_minor
    ), foreign_side AS (
      SELECT f.side, count(*) AS is_open, count(*) FILTER (WHERE v.open_item_id IS NULL) AS not_revalued
      FROM foreign_open f LEFT JOIN revalued v ON v.open_item_id = f.id AND v.open_minor = f.open_minor
      WHERE f.open_minor <> 0 GROUP BY f.side
    ), foreign_balance AS (
      SELECT a.id, coalesce(sum(l.amount_minor) FILTER (WHERE l.currency = a.currency), 0) AS open_minor,
             sum(l.base_amount_minor) AS base
      FROM ledger_account a
      JOIN legal_entity b ON b.tenant_id = a.tenant_id AND b.id = a.legal_entity_id AND b.base_currency <> a.currency
      JOIN journal_line l ON l.tenant_id = a.tenant_id AND l.legal_entity_id = a.legal_entity_id AND l.account_id = a.id
      JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
      WHERE a.tenant_id = :tenant_id AND a.legal_entity_id = :legal_entity_id AND e.posting_date <= :ends_on
        AND a.type IN ('asset', 'liability')
        AND coalesce(a.control, '') NOT IN ('accounts_payable', 'accounts_receivable')
      GROUP BY a.id
    ), foreign_account AS (
      SELECT v.account_id IS NOT NULL AS is_revalued FROM foreign_balance f
      LEFT JOIN revalued v ON v.account_id = f.id AND v.open_minor = f.open_minor AND v.base_open_minor = f.base
      WHERE f.open_minor <> 0 OR f.base <> 0
    ), bill_dated AS (
      SELECT document_status FROM bill
      WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id
        AND document_date BETWEEN :starts_on AND :ends_on
    ), manual_dated AS (
      SELECT state FROM manual_entry
      WHERE tenant_id = :tenant_id AND legal_entity_id = :legal_entity_id
        AND posting_date BETWEEN :starts_on AND :ends_on
    )
    SELECT (SELECT count(*) FROM bill_dated) AS bills,
           (SELECT count(*) FROM bill_dated WHERE document_status = 'submitted') AS bills_waiting,
           (SELECT count(*) FROM manual_dated) AS manual,
           (SELECT count(*) FROM manual_dated WHERE state = 'submitted') AS manual_waiting,
           (SELECT coalesce(jsonb_object_agg(side, base), '{}') FROM control_line) AS controls,
           (SELECT coalesce(jsonb_object_agg(side, lines), '{}') FROM control_line) AS control_lines,
           (SELECT coalesce(jsonb_object_agg(side, jsonb_build_object('count', items, 'base', base)), '{}')
            FROM item) AS items,
           (SELECT coalesce(jsonb_object_agg(side, jsonb_build_object('open', is_open, 'not_revalued', not_revalued)),
                            '{}') FROM foreign_side) AS foreign_items,
           (SELECT count(*) FROM foreign_account) AS foreign_accounts,
           (SELECT count(*) FROM foreign_account WHERE NOT is_revalued) AS foreign_accounts_not_revalued
""")
