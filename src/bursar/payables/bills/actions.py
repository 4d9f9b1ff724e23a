"""All writes to bills: load, decide, record, emit.

A bill costs five statements to create and five to approve, `begin_work` and the claim of the idempotency key included.
"""

from collections.abc import Collection, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import text

from bursar.core import bills as rules
from bursar.core.bill_figures import BillFigures
from bursar.core.bills import ApprovalStatus, Approver, DocumentStatus, PaymentStatus
from bursar.core.coding import line_key, line_words
from bursar.core.digests import digest_of
from bursar.core.duplicates import order_key
from bursar.core.matching import normalise_document_number
from bursar.core.money import exponent
from bursar.core.order_coding import order_line_key
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, NotFound, Refused
from bursar.ledger.dimensions.queries import check_dimensions
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.settlements.queries import EntityContext
from bursar.ledger.withholdings.booking import withhold_at_invoice
from bursar.parties.vendors.actions import same_or_new_vendor
from bursar.payables.bills.booking import (
    bill_rate,
    booking,
    due_date_of,
    facts_in_base,
    figures_of,
    keeper_of_bill,
    learn_sender,
    read_terms,
)
from bursar.payables.bills.events import BillPosted, BillRejected, BillSubmitted
from bursar.payables.bills.queries import (
    LockedBill,
    after,
    bill_context,
    get_bill,
    lock_bill,
    read_bill,
)
from bursar.payables.bills.schemas import (
    BillContent,
    BillCreate,
    BillRead,
    DecideBill,
    GroupRow,
    LineRow,
    RecordBill,
    RejectBill,
    taxed_by_codes,
)
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work

REVERSALS = "REV"


class DuplicateBill(Conflict):
    """This vendor's bill of that number and year is posted already."""

    code = "duplicate_bill"


class AccountNotUsable(Refused):
    """A line names an account that is unknown here, inactive, or written by its sub-ledger alone."""

    code = "account_not_usable"


class NoAccount(Refused):
    """A line has no account, and neither vendor nor chart offers one."""

    code = "account_missing"


class VendorBlocked(Conflict):
    """The vendor is blocked."""

    code = "vendor_blocked"


class VendorUnclear(Refused):
    """Name a vendor or describe a new one, not both."""

    code = "vendor_unclear"


class DocumentNotFound(NotFound):
    """No such document."""


refusal("uq_bill_posted_once", DuplicateBill)
refusal("uq_bill_group_posted_once", DuplicateBill)
refusal("fk_bill_tenant_id_document_id", DocumentNotFound)


@action("bills.create", needs=Permission.BILLS_CREATE)
async def create_bill(work: Work, command: BillCreate) -> BillRead:
    """Submit a bill for approval.

    Raises NotFound for entity, vendor and document, VendorBlocked, AccountNotUsable, NoAccount, RateMissing,
    and what `core.bill_figures`, `core.terms`, `core.discounts` and `core.dimensions` refuse.
    """
    return await _submit(work, command, command.legal_entity_id, command.vendor_id, command.document_id, work.actor_id)


@action("bills.approve", needs=Permission.BILLS_APPROVE)
async def approve_bill(work: Work, command: DecideBill) -> BillRead:
    """Approve a submitted bill as the digest shows it, and post it.

    Raises NotFound, PreconditionFailed, BillNotSubmitted, OwnDocument, DigestChanged, ApprovalLimitExceeded,
    PeriodClosed, DuplicateBill and what `core.dimensions` refuses.
    """
    return await _approve(work, await lock_bill(work, command.bill_id), command.digest, command.version)


@action("bills.record", needs=Permission.BILLS_APPROVE)
async def record_bill(work: Work, command: RecordBill) -> BillRead:
    """Take a proposed bill into the books as approved: create its vendor where it is new, submit it, post it.

    It is submitted for the person who brought the document in and approved by the one who acts. Raises what the three
    actions raise, and VendorUnclear.
    """
    if (command.vendor_id is None) == (command.new_vendor is None):
        raise VendorUnclear("Name a vendor or describe a new one, not both.", pointer="/vendor_id")
    vendor_id = command.vendor_id
    if command.new_vendor is not None:
        vendor_id = await same_or_new_vendor(work, command.new_vendor)
    assert vendor_id is not None
    content = command.content
    submitted = await _submit(
        work, content, command.legal_entity_id, vendor_id, command.document_id, command.submitted_by
    )
    return await _approve(work, await lock_bill(work, submitted.id), submitted.digest)


@action("bills.reject", needs=Permission.BILLS_APPROVE)
async def reject_bill(work: Work, command: RejectBill) -> BillRead:
    """Turn a submitted bill down. Raises NotFound, PreconditionFailed, BillNotSubmitted and ReasonMissing."""
    bill = await lock_bill(work, command.bill_id)
    decision = rules.reject(bill.facts, by=work.actor_id, reason=command.reason)
    bill.require_version(command.version)
    changes = {**_decided(work, bill), **_statuses(decision), "decision_reason": decision.reason}
    await work.session.run(_REJECTED, {**changes, "tenant_id": work.tenant_id, "id": bill.row.id})
    work.emit(BillRejected(bill.row.id))
    return after(bill, changes)


async def _submit(
    work: Work,
    content: BillContent,
    legal_entity_id: UUID,
    vendor_id: UUID,
    document_id: UUID | None,
    submitted_by: UUID,
) -> BillRead:
    context = await bill_context(work, legal_entity_id, vendor_id, content)
    if context.vendor_state != "active":
        raise VendorBlocked("The vendor is blocked.", pointer="/vendor_id")
    exponent(content.currency)
    await bill_rate(work, content.currency, context.base_currency, content.document_date)
    _check_accounts(content, set(context.usable_accounts or ()))
    content, rules_of_lines = taxed_by_codes(content, context.tax_codes or {})
    terms = content.payment_terms or (None if content.due_date else context.payment_terms)
    agreed = read_terms(terms)
    figures = figures_of(content, rules_of_lines, agreed)
    lines = _line_rows(content, figures, context.default_account_id)
    await _check_dimensions(work, legal_entity_id, lines, content.document_date, context.wanting_accounts)
    groups = tuple(
        sorted(GroupRow(one.category, one.rate, one.base.minor, one.tax.minor) for one in figures.tax_groups)
    )
    bill = _new_bill(work, content, figures, due_date_of(content, figures, agreed))
    bill["payment_terms"] = terms
    bill |= {"legal_entity_id": legal_entity_id, "vendor_id": vendor_id, "document_id": document_id}
    bill["submitted_by"] = submitted_by
    bill["digest"] = digest_of({"bill": {name: bill[name] for name in _DIGESTED}, "lines": lines, "tax_groups": groups})
    await _insert(work, bill, lines, groups)
    work.emit(BillSubmitted(bill["id"]))
    return read_bill(SimpleNamespace(**_UNDECIDED, **bill), lines, groups)


# What an approver vouches for, beside lines and tax groups.
_DIGESTED = (
    *("legal_entity_id", "vendor_id", "document_id", "kind", "vendor_reference", "document_date", "due_date"),
    *("currency", "net_minor", "tax_minor", "gross_minor", "prepaid_minor", "rounding_minor", "payable_minor"),
    "discount_tax_mode",
)
_UNDECIDED: dict[str, Any] = dict.fromkeys(
    ("number", "posting_date", "entry_id", "reversal_entry_id", "decided_by", "decided_at", "decision_reason")
)


def _new_bill(work: Work, content: BillContent, figures: BillFigures, due_date: date) -> dict[str, Any]:
    return {
        "tenant_id": work.tenant_id,
        "id": work.new_id(),
        "kind": content.kind.value,
        "vendor_reference": content.vendor_reference,
        # A number of signs alone has no normal form; it stands for itself rather than for every other such number.
        "vendor_reference_key": normalise_document_number(content.vendor_reference) or content.vendor_reference,
        "document_date": content.document_date,
        "document_year": content.document_date.year,
        "due_date": due_date,
        "discount_tax_mode": content.discount_tax_mode.value,
        "order_reference": content.order_reference,
        "order_key": order_key(content.order_reference),
        "accounting_reference": content.accounting_reference,
        "currency": content.currency,
        "net_minor": figures.net.minor,
        "tax_minor": figures.tax.minor,
        "gross_minor": figures.gross.minor,
        "prepaid_minor": figures.prepaid.minor,
        "rounding_minor": figures.rounding.minor,
        "payable_minor": figures.payable.minor,
        "document_status": DocumentStatus.SUBMITTED.value,
        "approval_status": ApprovalStatus.PENDING.value,
        "payment_status": (PaymentStatus.UNPAID if figures.payable.minor else PaymentStatus.PAID).value,
        "note": content.note,
        "version": 1,
        "submitted_at": work.now,
        "created_at": work.now,
        "updated_at": work.now,
    }


def _line_rows(content: BillContent, figures: BillFigures, default_account_id: UUID | None) -> tuple[LineRow, ...]:
    return tuple(
        LineRow(
            number,
            line.description,
            line.quantity,
            line.unit,
            line.unit_price,
            net.minor,
            line.tax_category,
            line.tax_rate,
            _account(line.account_id, default_account_id),
            line.tax_code_id,
            line.cost_centre_id,
            line.project_id,
            line.order_line_reference,
            line.accounting_reference,
        )
        for number, (line, net) in enumerate(zip(content.lines, figures.line_nets, strict=True), start=1)
    )


def _account(named: UUID | None, default: UUID | None) -> UUID:
    account = named or default
    if account is None:
        raise NoAccount("Name an account on each line.", pointer="/lines")
    return account


def _check_accounts(content: BillContent, usable: set[UUID]) -> None:
    for index, line in enumerate(content.lines):
        if line.account_id is not None and line.account_id not in usable:
            raise AccountNotUsable("A line names an account that it cannot use.", pointer=f"/lines/{index}/account_id")


async def _check_dimensions(
    work: Work, legal_entity_id: UUID, lines: Sequence[LineRow], on: date, wanting_accounts: Collection[UUID]
) -> None:
    """Judge cost centres and projects on the bill's own date, whenever it is posted: the cost belongs to that day.

    Nothing is asked where no line carries any and no line's account wants any.
    """
    if any(line.cost_centre_id or line.project_id or line.account_id in wanting_accounts for line in lines):
        await check_dimensions(work, legal_entity_id, lines, on=on)


_INSERT_BILL = text("""
    WITH submitted AS (
      INSERT INTO bill (tenant_id, id, legal_entity_id, vendor_id, document_id, kind, vendor_reference,
        vendor_reference_key, document_date, document_year, due_date, payment_terms, discount_tax_mode,
        order_reference, order_key, accounting_reference, currency, net_minor, tax_minor, gross_minor,
        prepaid_minor, rounding_minor, payable_minor, document_status, approval_status, payment_status, digest, note,
        submitted_by, submitted_at, version, created_at, updated_at)
      VALUES (:tenant_id, :id, :legal_entity_id, :vendor_id, :document_id, :kind, :vendor_reference,
        :vendor_reference_key, :document_date, :document_year, :due_date, :payment_terms, :discount_tax_mode,
        :order_reference, :order_key, :accounting_reference, :currency, :net_minor, :tax_minor, :gross_minor,
        :prepaid_minor, :rounding_minor, :payable_minor, :document_status, :approval_status, :payment_status, :digest,
        :note, :submitted_by, :submitted_at, :version, :created_at, :updated_at)
    ), requested AS (
      INSERT INTO approval_request (tenant_id, id, subject_type, subject_id, digest, requested_by, requested_at)
      VALUES (:tenant_id, :request_id, 'bill', :id, :digest, :submitted_by, :submitted_at)
    ), grouped AS (
      INSERT INTO bill_tax_group (tenant_id, bill_id, tax_category, tax_rate, base_minor, tax_minor)
      SELECT :tenant_id, :id, * FROM unnest(CAST(:categories AS text[]), CAST(:rates AS numeric[]),
                                            CAST(:bases AS bigint[]), CAST(:taxes AS bigint[]))
    ), worded AS (
      INSERT INTO bill_line_word (tenant_id, legal_entity_id, word, vendor_id, bill_id, line_number)
      SELECT :tenant_id, :legal_entity_id, w.word, :vendor_id, :id, l.line_number
      FROM unnest(CAST(:numbers AS int[]), CAST(:words AS text[])) AS l(line_number, spaced)
      CROSS JOIN LATERAL unnest(string_to_array(l.spaced, ' ')) AS w(word)
    )
    INSERT INTO bill_line (tenant_id, bill_id, legal_entity_id, vendor_id, line_number, description, quantity, unit,
                           unit_price, net_minor, tax_category, tax_rate, account_id, tax_code_id, cost_centre_id,
                           project_id, order_line_reference, accounting_reference, line_key, order_line_key)
    SELECT :tenant_id, :id, :legal_entity_id, :vendor_id, * FROM unnest(
      CAST(:numbers AS int[]), CAST(:descriptions AS text[]), CAST(:quantities AS numeric[]), CAST(:units AS text[]),
      CAST(:prices AS numeric[]), CAST(:nets AS bigint[]), CAST(:line_categories AS text[]),
      CAST(:line_rates AS numeric[]), CAST(:accounts AS uuid[]), CAST(:line_tax_codes AS uuid[]),
      CAST(:cost_centres AS uuid[]), CAST(:projects AS uuid[]), CAST(:order_lines AS text[]),
      CAST(:accounting_references AS text[]), CAST(:keys AS text[]), CAST(:order_line_keys AS text[]))
""")


async def _insert(work: Work, bill: dict[str, Any], lines: Sequence[LineRow], groups: Sequence[GroupRow]) -> None:
    names: tuple[str, ...] = ("numbers", "descriptions", "quantities", "units", "prices", "nets")
    names += ("line_categories", "line_rates")
    names += ("accounts", "line_tax_codes", "cost_centres", "projects", "order_lines", "accounting_references")
    columns = dict(zip(names, map(list, zip(*lines, strict=True)), strict=True))
    columns["keys"] = [line_key(line.description) for line in lines]
    columns["words"] = [" ".join(line_words(key)) for key in columns["keys"]]
    numbered = zip(columns["order_lines"], columns["keys"], strict=True)
    columns["order_line_keys"] = [order_line_key(bill["order_key"], number, key) for number, key in numbered]
    group_columns = zip(*groups, strict=True) if groups else ((), (), (), ())
    columns |= dict(zip(("categories", "rates", "bases", "taxes"), map(list, group_columns), strict=True))
    await work.session.run(_INSERT_BILL, {**bill, **columns, "request_id": work.new_id()})


async def _approve(work: Work, bill: LockedBill, digest: str, version: int | None = None) -> BillRead:
    row = bill.row
    approver = Approver(work.actor_id, work.approval_limit_minor)
    rate = await bill_rate(work, row.currency, row.base_currency, row.document_date)
    decision = rules.approve(facts_in_base(bill, rate), approver=approver, digest=digest)
    bill.require_version(version)
    await _check_dimensions(work, row.legal_entity_id, bill.lines, row.document_date, row.wanting_accounts)
    posting = booking(work, bill, rate)
    keeper = await keeper_of_bill(work, bill, posting)
    entry = await post_entry(work, posting, *_APPROVED)
    changes = {**_decided(work, bill), **_statuses(decision), "number": entry.number, "entry_id": entry.id}
    changes["posting_date"] = posting.posting_date
    work.emit(BillPosted(row.id))
    await learn_sender(work, row)
    if keeper is not None and await withhold_at_invoice(
        work, keeper, entry.item_ids, EntityContext.of(row), posting.posting_date
    ):
        return await get_bill(work, row.id)
    return after(bill, changes)


_APPROVED = (
    """
      UPDATE approval_request SET state = 'approved', decided_by = :posted_by, decided_at = :now
      WHERE tenant_id = :tenant_id AND subject_id = :source_id AND state = 'pending'
    """,
    """
      UPDATE bill SET document_status = 'posted', approval_status = 'approved', number = entry.label, entry_id = :id,
             posting_date = :posting_date, decided_by = :posted_by, decided_at = :now, version = version + 1,
             updated_at = :now
      FROM entry WHERE tenant_id = :tenant_id AND bill.id = :source_id
    """,
)
_REJECTED = text("""
    WITH answered AS (
      UPDATE approval_request SET state = 'rejected', decided_by = :decided_by, decided_at = :decided_at,
             reason = :decision_reason
      WHERE tenant_id = :tenant_id AND subject_id = :id AND state = 'pending'
    )
    UPDATE bill SET document_status = :document_status, approval_status = :approval_status, decided_by = :decided_by,
           decided_at = :decided_at, decision_reason = :decision_reason, version = :version, updated_at = :updated_at
    WHERE tenant_id = :tenant_id AND id = :id
""")


def _decided(work: Work, bill: LockedBill) -> dict[str, Any]:
    version = bill.row.version + 1
    return {"decided_by": work.actor_id, "decided_at": work.now, "version": version, "updated_at": work.now}


def _statuses(decision: rules.Transition) -> dict[str, Any]:
    return {
        "document_status": decision.document_status.value,
        "approval_status": decision.approval_status.value,
    }
