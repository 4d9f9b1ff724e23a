"""The SQL of the reports: every figure from postings and allocations as they stood at `as_of` and `known_at`."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Subquery, and_, case, func, literal, select, union_all

from bursar.core.aging import Basis, Bucket
from bursar.kit.wire import Amount
from bursar.ledger.accounts.queries import get_entity
from bursar.ledger.reports.schemas import AgingRead, AgingRow, Buckets, Control, TrialBalanceRead, TrialBalanceRow
from bursar.platform.work import Work
from bursar.tables import allocations, journal_entries, journal_lines, ledger_accounts, open_items, vendors


async def ap_aging(
    work: Work, legal_entity_id: UUID, *, as_of: date | None, known_at: datetime | None, basis: Basis
) -> AgingRead:
    """Return what was owed to vendors at `as_of`, as known at `known_at`. Raises NotFound for the entity."""
    entity = await get_entity(work, legal_entity_id)
    at, known = as_of or work.today(entity.time_zone), known_at or work.now
    items = _open_at(work, legal_entity_id, at, known)
    rows = await work.session.rows(_aged(work, items, at, basis))
    owed = await work.session.value(select(func.coalesce(func.sum(items.c.base_open), 0)))
    return AgingRead.model_construct(
        legal_entity_id=legal_entity_id,
        as_of=at,
        known_at=known,
        basis=basis,
        rows=tuple(
            AgingRow.model_construct(vendor_id=row.vendor_id, vendor_name=row.name, amounts=_buckets([row]))
            for row in rows
        ),
        totals=tuple(
            _buckets([row for row in rows if row.currency == currency])
            for currency in sorted({row.currency for row in rows})
        ),
        control=await _control(work, legal_entity_id, at, known, int(owed), entity.base_currency),
    )


async def trial_balance(
    work: Work, legal_entity_id: UUID, *, as_of: date | None, known_at: datetime | None
) -> TrialBalanceRead:
    """Return the balance of every account at `as_of`, as known at `known_at`. Raises NotFound for the entity."""
    entity = await get_entity(work, legal_entity_id)
    at, known = as_of or work.today(entity.time_zone), known_at or work.now
    rows = await work.session.rows(_balances(work, legal_entity_id, at, known))
    items = _open_at(work, legal_entity_id, at, known)
    owed = await work.session.value(select(func.coalesce(func.sum(items.c.base_open), 0)))
    currency = entity.base_currency
    debit, credit = sum(int(row.debit) for row in rows), sum(int(row.credit) for row in rows)
    return TrialBalanceRead.model_construct(
        legal_entity_id=legal_entity_id,
        as_of=at,
        known_at=known,
        currency=currency,
        rows=tuple(_balance_row(row, currency) for row in rows),
        total_debit=Amount.of(debit, currency),
        total_credit=Amount.of(credit, currency),
        difference=Amount.of(debit - credit, currency),
        accounts_payable=await _control(work, legal_entity_id, at, known, int(owed), currency),
    )


def _balances(work: Work, legal_entity_id: UUID, as_of: date, known_at: datetime) -> Select[Any]:
    amount = journal_lines.c.base_amount_minor
    return (
        select(
            ledger_accounts.c.id,
            ledger_accounts.c.code,
            ledger_accounts.c.name,
            ledger_accounts.c.type,
            func.coalesce(func.sum(amount).filter(amount > 0), 0).label("debit"),
            func.coalesce(-func.sum(amount).filter(amount < 0), 0).label("credit"),
        )
        .select_from(_posted_lines())
        .where(
            work.owns(journal_lines),
            journal_lines.c.legal_entity_id == legal_entity_id,
            *_visible(journal_entries, as_of, known_at),
        )
        .group_by(ledger_accounts.c.id, ledger_accounts.c.code, ledger_accounts.c.name, ledger_accounts.c.type)
        .order_by(ledger_accounts.c.code)
    )


def _posted_lines() -> Any:
    return journal_lines.join(
        journal_entries,
        and_(
            journal_entries.c.tenant_id == journal_lines.c.tenant_id,
            journal_entries.c.legal_entity_id == journal_lines.c.legal_entity_id,
            journal_entries.c.id == journal_lines.c.entry_id,
        ),
    ).join(
        ledger_accounts,
        and_(
            ledger_accounts.c.tenant_id == journal_lines.c.tenant_id,
            ledger_accounts.c.legal_entity_id == journal_lines.c.legal_entity_id,
            ledger_accounts.c.id == journal_lines.c.account_id,
        ),
    )


def _visible(table: Any, as_of: date, known_at: datetime) -> tuple[ColumnElement[bool], ...]:
    return (table.c.posting_date <= as_of, table.c.recorded_at <= known_at)


def _open_at(work: Work, legal_entity_id: UUID, as_of: date, known_at: datetime) -> Subquery:
    """Return payable items with what was open of each at `as_of`, as known at `known_at`, where anything was."""
    known = (
        work.owns(allocations),
        allocations.c.legal_entity_id == legal_entity_id,
        allocations.c.allocated_on <= as_of,
        allocations.c.recorded_at <= known_at,
    )
    settled = union_all(
        select(
            allocations.c.credit_item_id.label("item"), -allocations.c.amount_minor, -allocations.c.base_amount_minor
        ).where(*known),
        select(allocations.c.debit_item_id, allocations.c.amount_minor, allocations.c.base_amount_minor).where(*known),
    ).subquery()
    item, minor, base = settled.c
    per_item = (
        select(item.label("item"), func.sum(minor).label("minor"), func.sum(base).label("base"))
        .group_by(item)
        .subquery()
    )
    opened = open_items.c.amount_minor + func.coalesce(per_item.c.minor, 0)
    base_open = open_items.c.base_amount_minor + func.coalesce(per_item.c.base, 0)
    return (
        select(
            open_items.c.vendor_id,
            open_items.c.currency,
            open_items.c.due_date,
            open_items.c.document_date,
            opened.label("open"),
            base_open.label("base_open"),
        )
        .select_from(open_items.outerjoin(per_item, per_item.c.item == open_items.c.id))
        .where(
            work.owns(open_items),
            open_items.c.legal_entity_id == legal_entity_id,
            open_items.c.side == "payable",
            *_visible(open_items, as_of, known_at),
            opened != 0,
        )
        .subquery()
    )


def _aged(work: Work, items: Subquery, as_of: date, basis: Basis) -> Select[Any]:
    """Sum open items by vendor, currency and bucket; the buckets are those of `core.aging`."""
    days = literal(as_of) - items.c[basis.value]
    bucket = case(
        (days <= 0, Bucket.NOT_DUE.value),
        (days <= 30, Bucket.D1_30.value),
        (days <= 60, Bucket.D31_60.value),
        (days <= 90, Bucket.D61_90.value),
        else_=Bucket.OVER_90.value,
    )
    sums = [
        func.coalesce(func.sum(items.c.open).filter(bucket == one.value), 0).label(f"b_{one.value}") for one in Bucket
    ]
    return (
        select(items.c.vendor_id, vendors.c.name, items.c.currency, *sums)
        .select_from(items.join(vendors, and_(work.owns(vendors), vendors.c.id == items.c.vendor_id)))
        .group_by(items.c.vendor_id, vendors.c.name, items.c.currency)
        .order_by(vendors.c.name, items.c.vendor_id, items.c.currency)
    )


async def _control(
    work: Work, legal_entity_id: UUID, as_of: date, known_at: datetime, owed_minor: int, currency: str
) -> Control:
    account = await work.session.row(
        select(ledger_accounts.c.id, ledger_accounts.c.code).where(
            work.owns(ledger_accounts),
            ledger_accounts.c.legal_entity_id == legal_entity_id,
            ledger_accounts.c.control == "accounts_payable",
        )
    )
    assert account is not None, "every legal entity is provisioned with its control accounts"
    balance = await work.session.value(
        select(func.coalesce(-func.sum(journal_lines.c.base_amount_minor), 0))
        .select_from(_posted_lines())
        .where(
            work.owns(journal_lines),
            journal_lines.c.legal_entity_id == legal_entity_id,
            journal_lines.c.account_id == account.id,
            *_visible(journal_entries, as_of, known_at),
        )
    )
    return Control.model_construct(
        account_id=account.id,
        account_code=account.code,
        balance=Amount.of(int(balance), currency),
        open_items=Amount.of(owed_minor, currency),
        difference=Amount.of(int(balance) - owed_minor, currency),
    )


def _buckets(rows: Sequence[Row[Any]]) -> Buckets:
    currency = rows[0].currency
    sums = {bucket: sum(int(row._mapping[f"b_{bucket.value}"]) for row in rows) for bucket in Bucket}  # noqa: SLF001
    return Buckets.model_construct(
        not_due=Amount.of(sums[Bucket.NOT_DUE], currency),
        days_1_30=Amount.of(sums[Bucket.D1_30], currency),
        days_31_60=Amount.of(sums[Bucket.D31_60], currency),
        days_61_90=Amount.of(sums[Bucket.D61_90], currency),
        over_90=Amount.of(sums[Bucket.OVER_90], currency),
        total=Amount.of(sum(sums.values()), currency),
    )


def _balance_row(row: Row[Any], currency: str) -> TrialBalanceRow:
    return TrialBalanceRow.model_construct(
        account_id=row.id,
        account_code=row.code,
        account_name=row.name,
        type=row.type,
        debit=Amount.of(int(row.debit), currency),
        credit=Amount.of(int(row.credit), currency),
        balance=Amount.of(int(row.debit) - int(row.credit), currency),
    )
