"""What may be the same bill: one statement finds what is near, `core.duplicates` judges it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import text

from bursar.approvals.proposals.queries import get_proposal
from bursar.core.bills import BillKind
from bursar.core.document_numbers import reference_shape
from bursar.core.duplicates import CLOSE_DAYS, ORDER_DAYS, Duplicate, LineFacts, Received, Relation
from bursar.core.duplicates import find_duplicates as judge
from bursar.core.duplicates import order_key as key_of_order
from bursar.core.matching import normalise_document_number, normalise_iban, seller_key
from bursar.core.money import Money, Rounding
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.payables.bills.actions import record_bill
from bursar.payables.bills.queries import get_bill
from bursar.payables.bills.schemas import BillContent, BillRead, RecordBill
from bursar.payables.duplicates.schemas import PossibleDuplicate, PossibleDuplicates
from bursar.platform.work import Work

# Each branch of `near` is an equality, or a range behind equalities, of one index, and each is bounded: a vendor with
# many bills a day is asked for the nearest days. Only those are ordered: a limit behind an order by day would have the
# planner read all days of a vendor for want of a better number.
NEAR = text("""
    WITH ours AS (
      SELECT v.id FROM vendor v WHERE v.tenant_id = :tenant_id AND v.group_id = (
        SELECT g.group_id FROM vendor g WHERE g.tenant_id = :tenant_id AND g.id = :vendor_id)
    ), known AS (
      SELECT id, 'same_vendor' AS relation FROM ours
      UNION ALL (
        SELECT DISTINCT p.vendor_id, 'same_account' FROM (
          SELECT unnest(CAST(:ibans AS text[])) AS iban UNION SELECT a.iban FROM vendor_bank_account a
          WHERE a.tenant_id = :tenant_id AND a.vendor_id IN (SELECT id FROM ours)) i
        CROSS JOIN LATERAL (
          SELECT p.vendor_id FROM vendor_bank_account p WHERE p.tenant_id = :tenant_id AND p.iban = i.iban LIMIT 50) p
        WHERE p.vendor_id NOT IN (SELECT id FROM ours)
        LIMIT 50)
    ), near AS (
      SELECT h.id, k.relation FROM known k CROSS JOIN LATERAL (
        (SELECT b.id FROM bill b WHERE b.tenant_id = :tenant_id AND b.vendor_id = k.id
           AND b.vendor_reference_key = :reference_key LIMIT 50)
        UNION ALL
        (SELECT b.id FROM bill b WHERE b.tenant_id = :tenant_id AND b.vendor_id = k.id
           AND b.reference_shape = :shape LIMIT 50)
        UNION ALL
        (SELECT b.id FROM bill b WHERE b.tenant_id = :tenant_id AND b.vendor_id = k.id
           AND b.gross_minor = ANY(:amounts) AND b.document_date BETWEEN :long_before AND :long_after LIMIT 100)
        UNION ALL
        (SELECT b.id FROM bill b WHERE b.tenant_id = :tenant_id AND b.vendor_id = k.id
           AND b.document_date BETWEEN :before AND :document_date ORDER BY b.document_date DESC LIMIT 100)
        UNION ALL
        (SELECT b.id FROM bill b WHERE b.tenant_id = :tenant_id AND b.vendor_id = k.id
           AND b.document_date > :document_date AND b.document_date <= :after ORDER BY b.document_date LIMIT 100)
        UNION ALL
        (SELECT b.id FROM bill b WHERE b.tenant_id = :tenant_id AND b.vendor_id = k.id AND b.order_key = :order_key
         LIMIT 50)
      ) h
      UNION ALL
      (SELECT b.id, 'other_vendor' FROM bill b WHERE b.tenant_id = :tenant_id
         AND b.vendor_reference_key = :reference_key AND b.gross_minor = :gross
         AND b.vendor_id NOT IN (SELECT id FROM known) LIMIT 50)
      UNION ALL
      (SELECT b.id, CASE WHEN b.vendor_id IN (SELECT id FROM ours) THEN 'same_vendor' ELSE 'other_vendor' END
       FROM bill b WHERE b.tenant_id = :tenant_id AND b.document_id = :document_id LIMIT 50)
    )
    SELECT b.id AS bill_id, NULL AS proposal_id, NULL AS payload, n.relation, b.vendor_reference, b.number,
           v.name AS vendor_name, b.document_date, b.currency, b.kind, b.net_minor, b.gross_minor, b.order_key,
           b.document_id, NULL AS ours,
           (SELECT jsonb_agg(jsonb_build_array(l.description, l.net_minor) ORDER BY l.line_number) FROM (
              SELECT * FROM bill_line l WHERE l.tenant_id = b.tenant_id AND l.bill_id = b.id
              ORDER BY l.line_number LIMIT 200) l) AS lines
    FROM (SELECT DISTINCT ON (id) id, relation FROM near ORDER BY id, relation DESC) n
    JOIN bill b ON b.tenant_id = :tenant_id AND b.id = n.id
    JOIN vendor v ON v.tenant_id = b.tenant_id AND v.id = b.vendor_id
    WHERE b.document_status IN ('submitted', 'posted') AND b.id IS DISTINCT FROM :bill_id
    UNION ALL
    (SELECT NULL, p.id, p.payload, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, p.document_id,
            ARRAY(SELECT id FROM ours), NULL
     FROM proposal p WHERE p.tenant_id = :tenant_id AND p.reference_shape = :shape
       AND p.state IN ('pending', 'approved') AND p.document_id IS DISTINCT FROM :document_id LIMIT 50)
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A document that may have been received before, who sent it, and what it is itself."""

    facts: Received
    vendor_id: UUID | None
    seller: str | None = None  # Who sends it where that is no vendor yet: a normal form of the tax id, or of the name.
    ibans: tuple[str, ...] = ()
    bill_id: UUID | None = None
    document_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A bill or a proposal that may be the same, and why."""

    bill_id: UUID | None
    proposal_id: UUID | None
    duplicate: Duplicate

    def read(self) -> PossibleDuplicate:
        """Return it as it stands on the wire."""
        reasons = tuple(reason.value for reason in self.duplicate.reasons)
        return PossibleDuplicate(
            bill_id=self.bill_id,
            proposal_id=self.proposal_id,
            reasons=reasons,
            severity=self.duplicate.severity.value,
            message=self.duplicate.sentence,
        )


async def find_duplicates(work: Work, asked: Asked) -> tuple[Found, ...]:
    """Return what may be the same document, gravest first, in one statement."""
    facts = asked.facts
    values = {
        "tenant_id": work.tenant_id,
        "vendor_id": asked.vendor_id,
        "bill_id": asked.bill_id,
        "document_id": asked.document_id,
        "ibans": [iban for iban in map(normalise_iban, asked.ibans) if iban],
        "reference_key": normalise_document_number(facts.number) or facts.number,
        "shape": reference_shape(facts.number) or None,
        "gross": facts.gross_minor,
        "amounts": list({minor for minor in (facts.gross_minor, facts.net_minor) if minor}),
        "order_key": facts.order_key,
        "document_date": facts.document_date,
        "before": _days(facts.document_date, -CLOSE_DAYS),
        "after": _days(facts.document_date, CLOSE_DAYS),
        "long_before": _days(facts.document_date, -ORDER_DAYS),
        "long_after": _days(facts.document_date, ORDER_DAYS),
    }
    rows = [(row, received) for row in await work.session.rows(NEAR, values) if (received := _received(row, asked))]
    judged = judge(facts, [received for _, received in rows])
    return tuple(Found(rows[one.index][0].bill_id, rows[one.index][0].proposal_id, one) for one in judged)


async def duplicates_of_bill(work: Work, bill_id: UUID) -> PossibleDuplicates:
    """Return what may be the same as a bill. Raises NotFound."""
    bill = await get_bill(work, bill_id)
    asked = Asked(facts=_of_bill(bill), vendor_id=bill.vendor_id, bill_id=bill.id, document_id=bill.document_id)
    return PossibleDuplicates(items=tuple(one.read() for one in await find_duplicates(work, asked)))


async def duplicates_of_proposal(work: Work, proposal_id: UUID) -> PossibleDuplicates:
    """Return what may be the same as a proposed bill, nothing where no bill is proposed. Raises NotFound."""
    proposal = await get_proposal(work, proposal_id)
    command = _proposed(proposal.payload) if proposal.action == record_bill.name else None
    if command is None:
        return PossibleDuplicates(items=())
    new = command.new_vendor
    asked = Asked(
        facts=of_content(command.content, command.document_id),
        vendor_id=command.vendor_id,
        seller=seller_key(new.tax_id, new.name) if new else None,
        ibans=tuple(one.iban for one in new.bank_accounts) if new else (),
        document_id=command.document_id,
        bill_id=proposal.bill_id,
    )
    return PossibleDuplicates(items=tuple(one.read() for one in await find_duplicates(work, asked)))


def of_content(content: BillContent, document_id: UUID | None, label: str = "It") -> Received:
    """Return what tells a bill's content from others."""
    lines = tuple(_lines(content))
    net = sum(line.net_minor for line in lines)
    return Received(
        label=label,
        number=content.vendor_reference,
        document_date=content.document_date,
        currency=content.currency,
        kind=content.kind,
        net_minor=net,
        gross_minor=net + sum(_minor(one.tax) for one in content.tax_groups),
        lines=lines,
        order_key=key_of_order(content.order_reference),
        content_sha256=str(document_id) if document_id else None,
    )


def _of_bill(bill: BillRead) -> Received:
    return Received(
        label="It",
        number=bill.vendor_reference,
        document_date=bill.document_date,
        currency=bill.currency,
        kind=bill.kind,
        net_minor=_minor(bill.net),
        gross_minor=_minor(bill.gross),
        lines=tuple(LineFacts(line.description, _minor(line.net)) for line in bill.lines[:200]),
        order_key=key_of_order(bill.order_reference),
        content_sha256=str(bill.document_id) if bill.document_id else None,
    )


def _received(row: Row, asked: Asked) -> Received | None:
    if row.payload is not None:
        return _of_proposal(row, asked)
    relation = Relation(row.relation)
    number = f" ({row.number})" if row.number else ""
    sender = "" if relation is Relation.SAME_VENDOR else f" from {row.vendor_name}"
    return Received(
        label=f"Bill {row.vendor_reference}{number}{sender}",
        number=row.vendor_reference,
        document_date=row.document_date,
        currency=row.currency,
        kind=BillKind(row.kind),
        net_minor=row.net_minor,
        gross_minor=row.gross_minor,
        lines=tuple(LineFacts(description, net_minor) for description, net_minor in row.lines or ()),
        order_key=row.order_key,
        # A file is a document once, whatever becomes of it: the same document is the same bytes.
        content_sha256=str(row.document_id) if row.document_id else None,
        relation=relation,
    )


def _of_proposal(row: Row, asked: Asked) -> Received | None:
    command = _proposed(row.payload)
    if command is None:
        return None
    known = command.vendor_id is not None and command.vendor_id in row.ours
    vendor = command.new_vendor
    new = vendor is not None and asked.seller is not None and seller_key(vendor.tax_id, vendor.name) == asked.seller
    relation = Relation.SAME_VENDOR if known or new else Relation.OTHER_VENDOR
    label = f"Proposed bill {command.content.vendor_reference}"
    return replace(of_content(command.content, command.document_id, label), relation=relation)


def _proposed(payload: dict[str, Any]) -> RecordBill | None:
    try:
        return RecordBill.model_validate(payload)
    except ValidationError:  # Another action's, or of a release that knows other fields.
        return None


def _lines(content: BillContent) -> Iterator[LineFacts]:
    for line in content.lines[:200]:
        if line.net is not None:
            yield LineFacts(line.description, _minor(line.net))
        else:
            net = Money(line.quantity * line.unit_price, content.currency).rounded(Rounding.HALF_UP)
            yield LineFacts(line.description, net.minor)


def _minor(amount: Amount) -> int:
    return Money(amount.amount, amount.currency).minor


def _days(day: date, by: int) -> date:
    """Return another day; at the ends of the calendar, that end."""
    ordinal = day.toordinal() + by
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
