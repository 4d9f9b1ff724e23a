"""What a bill may become: its kinds, its three statuses, and who may move it from one to the next.

    draft -> submitted -> posted -> reversed
                       -> rejected

Approval posts: an approved bill that is not in the books does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bursar.core.errors import Refused
from bursar.core.money import Money
from bursar.core.terms import due_dates, parse


class BillKind(StrEnum):
    """Whether the vendor asks for money or gives some back."""

    BILL = "bill"
    VENDOR_CREDIT = "vendor_credit"


class DocumentStatus(StrEnum):
    """Where the document stands on its way into the books."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    POSTED = "posted"
    REJECTED = "rejected"
    REVERSED = "reversed"


class ApprovalStatus(StrEnum):
    """What people have decided about the document."""

    NOT_REQUESTED = "not_requested"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


class PaymentStatus(StrEnum):
    """How much of what is payable has been settled."""

    UNPAID = "unpaid"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"


class NotDraft(Refused):
    """Only a draft can be submitted."""

    code = "bill_not_draft"
    status = 409


class NotSubmitted(Refused):
    """Only a submitted bill that waits for a decision can be approved or rejected."""

    code = "bill_not_submitted"
    status = 409


class DigestChanged(Refused):
    """The bill is no longer what the approver saw."""

    code = "digest_changed"
    status = 409


class OwnDocument(Refused):
    """Nobody approves what they submitted themselves."""

    code = "own_document"
    status = 403


class ApprovalLimitExceeded(Refused):
    """The amount is above what this person may approve."""

    code = "approval_limit_exceeded"
    status = 403


class NotPosted(Refused):
    """Only a posted bill can be reversed."""

    code = "bill_not_posted"
    status = 409


class HasAllocations(Refused):
    """Something has been settled against the bill; undo that first."""

    code = "bill_has_allocations"
    status = 409


class ReasonMissing(Refused):
    """A rejection or reversal says why."""

    code = "reason_missing"


@dataclass(frozen=True, slots=True)
class BillFacts:
    """What a decision about a bill depends on.

    ``gross`` is the total with tax (BT-112) and ``payable`` the amount due (BT-115), both in document currency.
    ``gross_base_minor`` is ``gross`` in minor units of the base currency; None where the two currencies are the same.
    ``digest`` is that of the payload as it stands now.
    """

    kind: BillKind
    document_status: DocumentStatus
    approval_status: ApprovalStatus
    payment_status: PaymentStatus
    payable: Money
    gross: Money
    digest: str
    submitted_by: UUID | None
    gross_base_minor: int | None = None

    @property
    def waits_for_decision(self) -> bool:
        """Whether the bill is submitted and not yet decided."""
        return self.document_status is DocumentStatus.SUBMITTED and self.approval_status is ApprovalStatus.PENDING

    @property
    def has_allocations(self) -> bool:
        """Whether anything was settled; a bill with nothing to pay is paid from the start without it."""
        return bool(self.payable) and self.payment_status is not PaymentStatus.UNPAID


@dataclass(frozen=True, slots=True)
class Approver:
    """A person with the right to approve, up to ``limit_minor`` in minor units of base currency (None: no limit)."""

    user_id: UUID
    limit_minor: int | None


@dataclass(frozen=True, slots=True)
class Transition:
    """The statuses a bill goes to, with who decided and why where that is part of the decision."""

    document_status: DocumentStatus
    approval_status: ApprovalStatus
    decided_by: UUID | None = None
    reason: str | None = None


def submit(facts: BillFacts, *, by: UUID) -> Transition:
    """Ask for a decision on a draft. Raises NotDraft."""
    if facts.document_status is not DocumentStatus.DRAFT:
        raise NotDraft("Only a draft can be submitted.", document_status=facts.document_status)
    return Transition(DocumentStatus.SUBMITTED, ApprovalStatus.PENDING, decided_by=by)


def approve(facts: BillFacts, *, approver: Approver, digest: str) -> Transition:
    """Approve a submitted bill exactly as the digest shows it; the bill is to be posted with the same commit.

    Raises NotSubmitted, OwnDocument, DigestChanged and ApprovalLimitExceeded, in this order.
    """
    _check_waiting(facts)
    if facts.submitted_by == approver.user_id:
        raise OwnDocument("A bill is approved by somebody other than the person who submitted it.")
    if facts.digest != digest:
        raise DigestChanged("The bill has changed since it was shown; look at it again.", digest=facts.digest)
    _check_limit(facts, approver)
    return Transition(DocumentStatus.POSTED, ApprovalStatus.APPROVED, decided_by=approver.user_id)


def reject(facts: BillFacts, *, by: UUID, reason: str) -> Transition:
    """Turn a submitted bill down; its submitter may too, as a withdrawal. Raises NotSubmitted and ReasonMissing."""
    _check_waiting(facts)
    return Transition(DocumentStatus.REJECTED, ApprovalStatus.REJECTED, decided_by=by, reason=_checked_reason(reason))


def reverse(facts: BillFacts, *, reason: str) -> Transition:
    """Take a posted bill out of the books by a reversing entry. Raises NotPosted, HasAllocations and ReasonMissing."""
    if facts.document_status is not DocumentStatus.POSTED:
        raise NotPosted("Only a posted bill can be reversed.", document_status=facts.document_status)
    if facts.has_allocations:
        raise HasAllocations("Undo the allocations of this bill first.", payment_status=facts.payment_status)
    return Transition(DocumentStatus.REVERSED, facts.approval_status, reason=_checked_reason(reason))


def instalments(
    terms: str | None, document_date: date, due_date: date, payable: Money
) -> tuple[tuple[date, Money], ...]:
    """Return when each part of what is payable is due; one part where the due date is not the terms' own last one."""
    if terms:
        parts = tuple((part.due_date, part.amount) for part in due_dates(parse(terms), document_date, payable))
        if max(due for due, _ in parts) == due_date:
            return parts
    return ((due_date, payable),)


def available_actions(facts: BillFacts) -> tuple[str, ...]:
    """Return what the bill's state allows somebody to do next: of submit, approve, reject, reverse."""
    if facts.document_status is DocumentStatus.DRAFT:
        return ("submit",)
    if facts.waits_for_decision:
        return ("approve", "reject")
    if facts.document_status is DocumentStatus.POSTED and not facts.has_allocations:
        return ("reverse",)
    return ()


def _check_waiting(facts: BillFacts) -> None:
    if not facts.waits_for_decision:
        raise NotSubmitted(
            "The bill does not wait for a decision.",
            document_status=facts.document_status,
            approval_status=facts.approval_status,
        )


def _check_limit(facts: BillFacts, approver: Approver) -> None:
    # A rounding amount can lift what is payable above the total with tax.
    stated = max(abs(facts.gross.minor), abs(facts.payable.minor))
    amount = stated if facts.gross_base_minor is None else abs(facts.gross_base_minor)
    if approver.limit_minor is not None and amount > approver.limit_minor:
        raise ApprovalLimitExceeded(
            "The amount is above this person's approval limit.", limit_minor=str(approver.limit_minor)
        )


def _checked_reason(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing("Say why.", pointer="/reason")
    return reason.strip()
