"""The SQL of the reports: every figure from postings and allocations as they stood at `as_of` and `known_at`."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Select, Subquery, and_, case, func, literal, select, union_all

from bursar.core.aging import Basis, Bucket
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.accounts.queries import get_entity
from bursar.ledger.reports.schemas import AgingRead, AgingRow, Buckets, Control, TrialBalanceRead, TrialBalanceRow
from bursar.platform.work import Work
from bursar.tables import allocations, journal_entries, journal_lines, ledger_accounts, open_items, vendors


async def ap_aging(
    work: Work, legal_entity_id: UUID | None, *, as_of: date | None, known_at: datetime | None, basis: Basis
) -> AgingRead:
    """Return what was owed to vendors at `as_of`, as known at `known_at`.

    Raises NotFound and LegalEntityRequired. Rows and control figure come from one statement, hence from one snapshot:
    they tie while others post.
    """
    entity = await get_entity(work, legal_entity_id)
    at, known = as_of or work.today(entity.time_zone), known_at or work.now
    items = _open_at(work, entity.id, at, known)
    aged = _aged(work, items, at, basis).subquery()
    found = await work.session.row(_control(work, entity.id, at, known, items).add_columns(_as_json(aged)))
    assert found is not None, "every legal entity is provisioned with its control accounts"
    rows = sorted(found.rows, key=lambda row: (row["name"], row["vendor_id"], row["currency"]))
    return AgingRead.model_construct(
        legal_entity_id=entity.id,
        as_of=at,
        known_at=known,
        basis=basis,
        rows=tuple(
            AgingRow.model_construct(
                vendor_id=UUID(row["vendor_id"]), vendor_name=row["name"], amounts=_buckets([row], row["currency"])
            )
            for row in rows
        ),
        totals=tuple(
            _buckets([row for row in rows if row["currency"] == currency], currency)
            for currency in sorted({row["currency"] for row in rows})
        ),
        control=_control_read(found, entity.base_currency),
    )


async def trial_balance(
    work: Work, legal_entity_id: UUID | None, *, as_of: date | None, known_at: datetime | None
) -> TrialBalanceRead:
    """Return the balance of every account at `as_of`, as known at `known_at`, from one snapshot.

    Raises NotFound and LegalEntityRequired.
    """
    entity = await get_entity(work, legal_entity_id)
    at, known = as_of or work.today(entity.time_zone), known_at or work.now
    items = _open_at(work, entity.id, at, known)
    balances = _balances(work, entity.id, at, known).subquery()
    found = await work.session.row(_control(work, entity.id, at, known, items).add_columns(_as_json(balances)))
    assert found is not None, "every legal entity is provisioned with its control accounts"
    rows = sorted(found.rows, key=lambda row: row["code"])
    currency = entity.base_currency
    debit, credit = sum(int(row["debit"]) for row in rows), sum(int(row["credit"]) for row in rows)
    return TrialBalanceRead.model_construct(
        legal_entity_id=entity.id,
        as_of=at,
        known_at=known,
        currency=currency,
        rows=tuple(_balance_row(row, currency) for row in rows),
        total_debit=Amount.of(debit, currency),
        total_credit=Amount.of(credit, currency),
        difference=Amount.of(debit - credit, currency),
        accounts_payable=_control_read(found, currency),
    )


def _as_json(rows: Subquery) -> ColumnElement[Any]:
    """Return all rows of a query as one JSON array."""
    return (
        select(func.coalesce(func.jsonb_agg(func.to_jsonb(rows.table_valued())), func.jsonb_build_array()))
        .select_from(rows)
        .scalar_subquery()
        .label("rows")
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
    )


def _entries_with_lines() -> Any:
    return journal_lines.join(
        journal_entries,
        and_(
            journal_entries.c.tenant_id == journal_lines.c.tenant_id,
            journal_entries.c.legal_entity_id == journal_lines.c.legal_entity_id,
            journal_entries.c.id == journal_lines.c.entry_id,
        ),
    )


def _posted_lines() -> Any:
    return _entries_with_lines().join(
        ledger_accounts,
        and_(
            ledger_accounts.c.tenant_id == journal_lines.c.tenant_id,
            ledger_accounts.c.legal_entity_id == journal_lines.c.legal_entity_id,
            ledger_accounts.c.id == journal_lines.c.account_id,
        ),
    )


def _visible(table: Any, as_of: date, known_at: datetime) -> tuple[ColumnElement[bool], ...]:
    return (table.c.posting_date <= as_of, table.c.recorded_at <= known_at)


def _open_at(work: Work, legal_entity_id: UUID, as_of: date, known_at: datetime) -> CTE:
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
        .cte("items")
    )


def _aged(work: Work, items: CTE, as_of: date, basis: Basis) -> Select[Any]:
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
    )


def _control(work: Work, legal_entity_id: UUID, as_of: date, known_at: datetime, items: CTE) -> Select[Any]:
    """Return the control account with its credit balance and with what the open items come to."""
    balance = (
        select(func.coalesce(-func.sum(journal_lines.c.base_amount_minor), 0))
        .select_from(_entries_with_lines())
        .where(
            work.owns(journal_lines),
            journal_lines.c.legal_entity_id == legal_entity_id,
            journal_lines.c.account_id == ledger_accounts.c.id,
            *_visible(journal_entries, as_of, known_at),
        )
        .correlate(ledger_accounts)
        .scalar_subquery()
    )
    owed = select(func.coalesce(func.sum(items.c.base_open), 0)).scalar_subquery()
    return select(ledger_accounts.c.id, ledger_accounts.c.code, balance.label("balance"), owed.label("owed")).where(
        work.owns(ledger_accounts),
        ledger_accounts.c.legal_entity_id == legal_entity_id,
        ledger_accounts.c.control == "accounts_payable",
    )


def _control_read(found: Row, currency: str) -> Control:
    balance, owed = int(found.balance), int(found.owed)
    return Control.model_construct(
        account_id=found.id,
        account_code=found.code,
        balance=Amount.of(balance, currency),
        open_items=Amount.of(owed, currency),
        difference=Amount.of(balance - owed, currency),
    )


def _buckets(rows: Sequence[Mapping[str, Any]], currency: str) -> Buckets:
    sums = {bucket: sum(int(row[f"b_{bucket.value}"]) for row in rows) for bucket in Bucket}
    return Buckets.model_construct(
        not_due=Amount.of(sums[Bucket.NOT_DUE], currency),
        days_1_30=Amount.of(sums[Bucket.D1_30], currency),
        days_31_60=Amount.of(sums[Bucket.D31_60], currency),
        days_61_90=Amount.of(sums[Bucket.D61_90], currency),
        over_90=Amount.of(sums[Bucket.OVER_90], currency),
        total=Amount.of(sum(sums.values()), currency),
    )


def _balance_row(row: Mapping[str, Any], currency: str) -> TrialBalanceRow:
    debit, credit = int(row["debit"]), int(row["credit"])
    return TrialBalanceRow.model_construct(
        account_id=UUID(row["id"]),
        account_code=row["code"],
        account_name=row["name"],
        type=row["type"],
        debit=Amount.of(debit, currency),
        credit=Amount.of(credit, currency),
        balance=Amount.of(debit - credit, currency),
    )
