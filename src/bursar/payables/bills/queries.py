"""What is read about bills."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select, text

from bursar.core.bill_taxes import BilledLine, book_taxes
from bursar.core.bills import ApprovalStatus, BillFacts, BillKind, DocumentStatus, PaymentStatus
from bursar.core.discounts import TaxMode, taxed_discount
from bursar.core.money import Money
from bursar.core.periods import OpenPeriod
from bursar.core.posting import BillPosting, ControlAccounts, PostingLine
from bursar.core.terms import parse as parse_terms
from bursar.core.totals import TaxGroup
from bursar.kit.errors import NotFound, PreconditionFailed
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.payables.bills.schemas import (
    BillContent,
    BillFilter,
    BillLineRead,
    BillRead,
    BillSummary,
    GroupRow,
    LineRow,
    TaxGroupRead,
    standing_of,
)
from bursar.platform.work import Work
from bursar.tables import bill_lines, bill_tax_groups, bills
from bursar.tables.closing import open_to
from bursar.tables.tax import codes_found

_USABLE = "t.legal_entity_id = e.id AND t.id = ANY(:tax_codes) AND t.active AND t.direction <> 'output'"
_NAMED = """t.id = ANY(ARRAY(SELECT l.tax_code_id FROM bill_line l
                             WHERE l.tenant_id = b.tenant_id AND l.bill_id = b.id))"""

# The accounts of the entity that want a dimension: a line on one of them is judged though it names none.
_WANTING = """ARRAY(SELECT r.account_id FROM dimension_rule r WHERE r.tenant_id = e.tenant_id
                    AND r.legal_entity_id = e.id AND r.active AND r.effect = 'required') AS wanting_accounts"""

# What a new bill is checked against, in one statement: entity, vendor, and which of its accounts may be used. A line
# without an account takes the vendor's own, where it may be used in this entity, else the first expense account.
_CONTEXT = text(f"""
    SELECT e.base_currency, e.time_zone, v.id AS vendor_id, v.state AS vendor_state, v.payment_terms,
           (SELECT a.id FROM ledger_account a
            WHERE a.tenant_id = :tenant_id AND a.legal_entity_id = e.id AND a.control IS NULL AND a.active
              AND (a.id = v.default_account_id OR a.type = 'expense')
            ORDER BY a.id IS DISTINCT FROM v.default_account_id, a.code LIMIT 1) AS default_account_id,
           (SELECT array_agg(a.id) FROM ledger_account a
            WHERE a.tenant_id = :tenant_id AND a.legal_entity_id = e.id AND a.id = ANY(:accounts)
              AND a.active AND (a.control IS NULL OR a.control = 'bank_charges')) AS usable_accounts,
           {_WANTING}, {codes_found(_USABLE, "CAST(:document_date AS date)")} AS tax_codes
    FROM legal_entity e
    LEFT JOIN vendor v ON v.tenant_id = :tenant_id AND v.id = :vendor_id
    WHERE e.tenant_id = :tenant_id AND e.id = :legal_entity_id
""")  # noqa: S608 - the conditions are made of words of ours.

# Under which name the bill's document came, as it was read, and all names that its vendor has.
SENDER = """(SELECT jsonb_path_query_first(
              r.fields, '$[*] ? (@.field == "seller.name" || @.field == "seller_name").value') #>> '{}'
            FROM document_reading r
            WHERE r.tenant_id = b.tenant_id AND r.document_id = b.document_id) AS sender,
           (SELECT ARRAY[v.name_key] || ARRAY(SELECT a.name_key FROM vendor_alias a
                                              WHERE a.tenant_id = v.tenant_id AND a.vendor_id = v.id)
            FROM vendor v WHERE v.tenant_id = b.tenant_id AND v.id = b.vendor_id) AS vendor_names"""

# A bill with everything that posting needs, its row locked: one statement. `own` is the period of its own date, `late`
# today's or the next one, where they are open for this person.
_LOCK = text(f"""
    SELECT b.*, e.base_currency, e.time_zone, {_WANTING},
           (SELECT v.withholding_code_id FROM vendor v
            WHERE v.tenant_id = b.tenant_id AND v.id = b.vendor_id) AS withholding_code_id, {SENDER},
           (SELECT jsonb_agg(jsonb_build_array(l.line_number, l.description, l.quantity::text, l.unit,
                                               l.unit_price::text, l.net_minor, l.tax_category, l.tax_rate::text,
                                               l.account_id, l.tax_code_id, l.cost_centre_id, l.project_id,
                                               l.order_line_reference, l.accounting_reference)
                             ORDER BY l.line_number)
            FROM bill_line l WHERE l.tenant_id = b.tenant_id AND l.bill_id = b.id) AS lines,
           (SELECT jsonb_agg(jsonb_build_array(g.tax_category, g.tax_rate::text, g.base_minor, g.tax_minor)
                             ORDER BY g.tax_category, g.tax_rate)
            FROM bill_tax_group g WHERE g.tenant_id = b.tenant_id AND g.bill_id = b.id) AS tax_groups,
           (SELECT jsonb_object_agg(a.control, a.id) FROM ledger_account a
            WHERE a.tenant_id = b.tenant_id AND a.legal_entity_id = b.legal_entity_id AND a.control IS NOT NULL
           ) AS controls, {codes_found(_NAMED, "b.document_date")} AS tax_codes,
           own.fiscal_year AS own_fiscal_year, own.starts_on AS own_starts_on, own.ends_on AS own_ends_on,
           late.fiscal_year AS late_fiscal_year, late.starts_on AS late_starts_on, late.ends_on AS late_ends_on
    FROM bill b JOIN legal_entity e ON e.tenant_id = b.tenant_id AND e.id = b.legal_entity_id
    LEFT JOIN LATERAL (
      SELECT p.* FROM period p WHERE p.tenant_id = b.tenant_id AND p.legal_entity_id = b.legal_entity_id
        AND b.document_date BETWEEN p.starts_on AND p.ends_on AND {open_to("ap")}
      ORDER BY p.starts_on DESC LIMIT 1) own ON true
    LEFT JOIN LATERAL (
      SELECT p.* FROM period p WHERE p.tenant_id = b.tenant_id AND p.legal_entity_id = b.legal_entity_id
        AND p.ends_on >= (CAST(:now AS timestamptz) AT TIME ZONE e.time_zone)::date AND {open_to("ap")}
      ORDER BY p.starts_on LIMIT 1) late ON true
    WHERE b.tenant_id = :tenant_id AND b.id = :bill_id
    FOR UPDATE OF b
""")  # noqa: S608 - the conditions are made of words of ours.


class LockedBill(NamedTuple):
    """A bill whose row is locked, with its lines and tax groups."""

    row: Row
    lines: tuple[LineRow, ...]
    groups: tuple[GroupRow, ...]

    @property
    def facts(self) -> BillFacts:
        """What a decision about the bill depends on."""
        return facts_of(self.row)

    def require_version(self, version: int | None) -> None:
        """Raise PreconditionFailed unless `version` is the current one; None stands for whichever it is.

        Asked after the rules: who comes second is told what has become of the bill, not that its number moved.
        """
        if version is not None and self.row.version != version:
            raise PreconditionFailed("The bill has changed since you read it.", version=str(self.row.version))

    @property
    def posting(self) -> BillPosting:
        """What of the bill goes into the books."""
        row = self.row
        money = partial(Money.from_minor, currency=row.currency)
        taxed = book_taxes(
            [BilledLine(one.account_id, one.net_minor, one.description, *one[6:8], *one[9:12]) for one in self.lines],
            [TaxGroup(*one[:2], money(one.base_minor), money(one.tax_minor)) for one in self.groups],
            row.tax_codes or {},
            row.currency,
            discount_percent=taxed_discount(
                TaxMode(row.discount_tax_mode), parse_terms(row.payment_terms) if row.payment_terms else None
            ),
        )
        totals = {"prepaid": money(row.prepaid_minor), "rounding": money(row.rounding_minor)}
        return BillPosting(
            BillKind(row.kind), row.currency, taxed.coded_lines, taxed.tax_groups, **totals, tax_parts=taxed.tax_parts
        )

    @property
    def open_periods(self) -> tuple[OpenPeriod, ...]:
        """The periods that may take the bill: that of its own date and the next that does not end before today."""
        row = self.row
        own = row.own_fiscal_year, row.own_starts_on, row.own_ends_on
        late = row.late_fiscal_year, row.late_starts_on, row.late_ends_on
        return tuple(OpenPeriod(*one) for one in (own, late) if one[0] is not None)

    @property
    def controls(self) -> ControlAccounts:
        """The control accounts of the bill's legal entity."""
        ids = {control: UUID(account) for control, account in self.row.controls.items()}
        return ControlAccounts(
            payable=ids["accounts_payable"],
            input_tax=ids["input_tax"],
            rounding=ids["rounding"],
            prepayment=ids["prepayments"],
            reverse_charge_tax=ids["reverse_charge_tax"],
        )


async def bill_context(work: Work, legal_entity_id: UUID, vendor_id: UUID, content: BillContent) -> Row:
    """Return what a new bill is checked against. Raises NotFound for the entity and the vendor."""
    values = {
        "tenant_id": work.tenant_id,
        "legal_entity_id": legal_entity_id,
        "vendor_id": vendor_id,
        "accounts": list({line.account_id for line in content.lines if line.account_id}),
        "tax_codes": list({line.tax_code_id for line in content.lines if line.tax_code_id}),
        "document_date": content.document_date,
    }
    row = await work.session.row(_CONTEXT, values)
    if row is None:
        raise NotFound("No such legal entity.", pointer="/legal_entity_id")
    if row.vendor_id is None:
        raise NotFound("No such vendor.", pointer="/vendor_id")
    return row


async def lock_bill(work: Work, bill_id: UUID) -> LockedBill:
    """Lock a bill and return it with its lines, tax groups, control accounts and open periods. Raises NotFound."""
    values = {"tenant_id": work.tenant_id, "bill_id": bill_id, "now": work.now, "actor_id": work.actor_id}
    row = await work.session.row(_LOCK, values)
    if row is None:
        raise NotFound("No such bill.")
    lines = tuple(
        LineRow._make(
            (
                *(number, text_, Decimal(quantity), unit, Decimal(price), net, category, Decimal(rate), UUID(account)),
                *(one and UUID(one) for one in beside[:3]),
                *beside[3:],
            )
        )
        for number, text_, quantity, unit, price, net, category, rate, account, *beside in row.lines
    )
    groups = tuple(GroupRow(category, Decimal(rate), base, tax) for category, rate, base, tax in row.tax_groups or ())
    return LockedBill(row, lines, groups)


async def get_bill(work: Work, bill_id: UUID) -> BillRead:
    """Return a bill with its lines and tax groups. Raises NotFound."""
    row = await work.session.row(select(bills).where(work.owns(bills), bills.c.id == bill_id))
    if row is None:
        raise NotFound("No such bill.")
    lines = await work.session.rows(
        select(bill_lines)
        .where(work.owns(bill_lines), bill_lines.c.bill_id == bill_id)
        .order_by(bill_lines.c.line_number)
    )
    groups = await work.session.rows(
        select(bill_tax_groups)
        .where(work.owns(bill_tax_groups), bill_tax_groups.c.bill_id == bill_id)
        .order_by(bill_tax_groups.c.tax_category, bill_tax_groups.c.tax_rate)
    )
    return read_bill(row, lines, groups)


async def list_bills(work: Work, page: BillFilter) -> Page[BillSummary]:
    """Return bills, newest first (ids are UUIDv7)."""
    query: Select[Any] = select(*_SUMMARY).where(work.owns(bills)).order_by(bills.c.id.desc()).limit(page.fetch)
    if page.document_status:
        query = query.where(bills.c.document_status == page.document_status)
    if page.vendor_id:
        query = query.where(bills.c.vendor_id == page.vendor_id)
    if after_key := page.after(1):
        query = query.where(bills.c.id < row_id(after_key[0]))
    rows = await work.session.rows(query)
    return page.page(rows, lambda row: BillSummary.model_construct(**_summary(row)), lambda row: [str(row.id)])


def new_entry(
    bill: LockedBill,
    series: str,
    fiscal_year: int,
    on: date,
    lines: tuple[PostingLine, ...],
    leaves: tuple[LeftOpen, ...] = (),
    *,
    reversal_of: UUID | None = None,
) -> NewEntry:
    """Return the journal entry of a bill or of its reversal."""
    row = bill.row
    return NewEntry(
        legal_entity_id=row.legal_entity_id,
        sub_ledger="ap",
        series=series,
        fiscal_year=fiscal_year,
        posting_date=on,
        document_date=row.document_date,
        source_type="bill",
        source_id=row.id,
        memo=row.vendor_reference,
        currency=row.currency,
        base_currency=row.base_currency,
        vendor_id=row.vendor_id,
        lines=lines,
        leaves=leaves,
        reversal_of=reversal_of,
    )


def after(bill: LockedBill, changes: Mapping[str, Any]) -> BillRead:
    """Return a locked bill as it is after changes, without reading it again."""
    return read_bill(SimpleNamespace(**{**bill.row.as_dict(), **changes}), bill.lines, bill.groups)


def facts_of(row: Any) -> BillFacts:
    """Return what a decision about a bill depends on."""
    return BillFacts(
        kind=BillKind(row.kind),
        document_status=DocumentStatus(row.document_status),
        approval_status=ApprovalStatus(row.approval_status),
        payment_status=PaymentStatus(row.payment_status),
        payable=Money.from_minor(row.payable_minor, row.currency),
        gross=Money.from_minor(row.gross_minor, row.currency),
        digest=row.digest,
        submitted_by=row.submitted_by,
    )


def read_bill(row: Any, lines: Sequence[LineRow | Row], groups: Sequence[GroupRow | Row]) -> BillRead:
    """Return a bill as it is put on the wire; `row` has the bill's columns as attributes."""
    currency = row.currency
    return BillRead.model_construct(
        **_summary(row),
        payment_terms=row.payment_terms,
        discount_tax_mode=TaxMode(row.discount_tax_mode),
        order_reference=row.order_reference,
        accounting_reference=row.accounting_reference,
        prepaid=Amount.of(row.prepaid_minor, currency),
        rounding=Amount.of(row.rounding_minor, currency),
        note=row.note,
        lines=tuple(
            BillLineRead.model_construct(
                line_number=line.line_number,
                description=line.description,
                quantity=line.quantity,
                unit=line.unit,
                unit_price=line.unit_price,
                net=Amount.of(line.net_minor, currency),
                tax_category=line.tax_category,
                tax_rate=line.tax_rate,
                account_id=line.account_id,
                tax_code_id=line.tax_code_id,
                cost_centre_id=line.cost_centre_id,
                project_id=line.project_id,
                order_line_reference=line.order_line_reference,
                accounting_reference=line.accounting_reference,
            )
            for line in lines
        ),
        tax_groups=tuple(
            TaxGroupRead.model_construct(
                tax_category=group.tax_category,
                tax_rate=group.tax_rate,
                base=Amount.of(group.base_minor, currency),
                tax=Amount.of(group.tax_minor, currency),
            )
            for group in groups
        ),
        digest=row.digest,
        entry_id=row.entry_id,
        reversal_entry_id=row.reversal_entry_id,
        submitted_by=row.submitted_by,
        submitted_at=row.submitted_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        decision_reason=row.decision_reason,
    )


_SUMMARY = (
    *(bills.c[name] for name in ("id", "legal_entity_id", "vendor_id", "document_id", "kind", "number")),
    *(
        bills.c[name]
        for name in ("vendor_reference", "document_date", "due_date", "currency", "net_minor", "tax_minor")
    ),
    *(bills.c[name] for name in ("gross_minor", "payable_minor", "document_status", "approval_status")),
    *(bills.c[name] for name in ("payment_status", "posting_date", "digest", "submitted_by", "version")),
    *(bills.c[name] for name in ("created_at", "updated_at")),
)


def _summary(row: Any) -> dict[str, Any]:
    currency = row.currency
    standing = standing_of(
        row.kind,
        row.document_status,
        row.approval_status,
        row.payment_status,
        is_something_payable=row.payable_minor != 0,
    )
    return {
        "id": row.id,
        "legal_entity_id": row.legal_entity_id,
        "vendor_id": row.vendor_id,
        "document_id": row.document_id,
        "kind": standing.kind,
        "number": row.number,
        "vendor_reference": row.vendor_reference,
        "document_date": row.document_date,
        "due_date": row.due_date,
        "currency": currency,
        "net": Amount.of(row.net_minor, currency),
        "tax": Amount.of(row.tax_minor, currency),
        "gross": Amount.of(row.gross_minor, currency),
        "payable": Amount.of(row.payable_minor, currency),
        "document_status": standing.document_status,
        "approval_status": standing.approval_status,
        "payment_status": standing.payment_status,
        "posting_date": row.posting_date,
        "available_actions": standing.actions,
        "version": row.version,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }
