from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core import bills
from bursar.core.bills import ApprovalStatus, Approver, BillFacts, BillKind, DocumentStatus, PaymentStatus, Transition
from bursar.core.errors import Refused
from bursar.core.money import Money
from bursar.core.terms import InvalidTerms

CLERK, MANAGER = UUID(int=1), UUID(int=2)
SUBMITTED = BillFacts(
    kind=BillKind.BILL,
    document_status=DocumentStatus.SUBMITTED,
    approval_status=ApprovalStatus.PENDING,
    payment_status=PaymentStatus.UNPAID,
    payable=Money.from_minor(119_00, "EUR"),
    gross=Money.from_minor(119_00, "EUR"),
    digest="as shown",
    submitted_by=CLERK,
)
POSTED = replace(SUBMITTED, document_status=DocumentStatus.POSTED, approval_status=ApprovalStatus.APPROVED)
DRAFT = replace(SUBMITTED, document_status=DocumentStatus.DRAFT, approval_status=ApprovalStatus.NOT_REQUESTED)
ANYONE = Approver(MANAGER, None)

facts = st.builds(
    BillFacts,
    kind=st.sampled_from(BillKind),
    document_status=st.sampled_from(DocumentStatus),
    approval_status=st.sampled_from(ApprovalStatus),
    payment_status=st.sampled_from(PaymentStatus),
    payable=st.integers(-10, 10).map(lambda minor: Money.from_minor(minor, "EUR")),
    gross=st.integers(-10, 10).map(lambda minor: Money.from_minor(minor, "EUR")),
    digest=st.just("as shown"),
    submitted_by=st.sampled_from([None, CLERK, MANAGER]),
)


def test_a_draft_is_submitted_for_a_decision() -> None:
    assert bills.submit(DRAFT, by=CLERK) == Transition(DocumentStatus.SUBMITTED, ApprovalStatus.PENDING, CLERK)
    with pytest.raises(bills.NotDraft):
        bills.submit(POSTED, by=CLERK)


def test_an_approved_bill_is_posted() -> None:
    transition = bills.approve(SUBMITTED, approver=ANYONE, digest="as shown")
    assert transition == Transition(DocumentStatus.POSTED, ApprovalStatus.APPROVED, MANAGER)


def test_a_bill_is_not_approved_twice() -> None:
    with pytest.raises(bills.NotSubmitted) as refused:
        bills.approve(POSTED, approver=ANYONE, digest="as shown")
    assert refused.value.status == 409
    assert refused.value.details == {"document_status": "posted", "approval_status": "approved"}


def test_nobody_approves_their_own_document_whatever_their_limit() -> None:
    with pytest.raises(bills.OwnDocument) as refused:
        bills.approve(SUBMITTED, approver=Approver(CLERK, None), digest="as shown")
    assert refused.value.status == 403


def test_a_bill_that_changed_since_it_was_shown_is_not_approved() -> None:
    with pytest.raises(bills.DigestChanged) as refused:
        bills.approve(SUBMITTED, approver=ANYONE, digest="something else")
    assert refused.value.status == 409


@pytest.mark.parametrize(
    ("limit", "base", "sign", "allowed"),
    [
        (119_00, None, 1, True),
        (118_99, None, 1, False),
        (118_99, None, -1, False),
        (119_00, 130_00, 1, False),
        (118_99, 100_00, 1, True),
        (0, None, 1, False),
    ],
)
def test_an_approval_limit_is_compared_in_base_currency_and_without_sign(
    limit: int, base: int | None, sign: int, allowed: bool
) -> None:
    bill = replace(SUBMITTED, gross=SUBMITTED.gross * sign, gross_base_minor=base)
    approver = Approver(MANAGER, limit)
    if allowed:
        assert bills.approve(bill, approver=approver, digest="as shown").document_status is DocumentStatus.POSTED
    else:
        with pytest.raises(bills.ApprovalLimitExceeded) as refused:
            bills.approve(bill, approver=approver, digest="as shown")
        assert refused.value.status == 403


def test_a_rejection_says_why() -> None:
    transition = bills.reject(SUBMITTED, by=MANAGER, reason=" not ordered ")
    assert transition == Transition(DocumentStatus.REJECTED, ApprovalStatus.REJECTED, MANAGER, "not ordered")
    with pytest.raises(bills.ReasonMissing) as refused:
        bills.reject(SUBMITTED, by=MANAGER, reason="  ")
    assert refused.value.pointer == "/reason"
    with pytest.raises(bills.NotSubmitted):
        bills.reject(DRAFT, by=MANAGER, reason="not ordered")


def test_a_posted_bill_is_corrected_by_reversal() -> None:
    transition = bills.reverse(POSTED, reason="wrong vendor")
    assert transition == Transition(DocumentStatus.REVERSED, ApprovalStatus.APPROVED, None, "wrong vendor")
    with pytest.raises(bills.NotPosted):
        bills.reverse(SUBMITTED, reason="wrong vendor")


@pytest.mark.parametrize("status", [PaymentStatus.PARTIALLY_PAID, PaymentStatus.PAID])
def test_a_bill_with_allocations_is_not_reversed(status: PaymentStatus) -> None:
    with pytest.raises(bills.HasAllocations):
        bills.reverse(replace(POSTED, payment_status=status), reason="wrong vendor")


def test_a_bill_with_nothing_to_pay_can_still_be_reversed() -> None:
    paid = replace(POSTED, payable=Money.zero("EUR"), payment_status=PaymentStatus.PAID)
    assert bills.reverse(paid, reason="wrong vendor").document_status is DocumentStatus.REVERSED


@pytest.mark.parametrize("refusal", [bills.NotDraft, bills.NotSubmitted, bills.NotPosted, bills.HasAllocations])
def test_a_bill_in_another_state_is_a_conflict(refusal: type[Refused]) -> None:
    assert refusal.status == 409


@given(facts)
def test_an_action_is_available_exactly_when_somebody_may_take_it(bill: BillFacts) -> None:
    somebody = Approver(UUID(int=3), None)
    attempts: dict[str, Callable[[], Transition]] = {
        "submit": lambda: bills.submit(bill, by=CLERK),
        "approve": lambda: bills.approve(bill, approver=somebody, digest=bill.digest),
        "reject": lambda: bills.reject(bill, by=CLERK, reason="why"),
        "reverse": lambda: bills.reverse(bill, reason="why"),
    }
    possible = []
    for name, attempt in attempts.items():
        try:
            attempt()
        except Refused:
            continue
        possible.append(name)
    assert bills.available_actions(bill) == tuple(possible)


def test_an_approval_limit_covers_a_rounding_that_lifts_what_is_payable() -> None:
    bill = replace(SUBMITTED, payable=SUBMITTED.payable * 10)
    with pytest.raises(bills.ApprovalLimitExceeded):
        bills.approve(bill, approver=Approver(MANAGER, 119_00), digest="as shown")
    prepaid = replace(SUBMITTED, payable=Money.zero("EUR"))
    with pytest.raises(bills.ApprovalLimitExceeded):
        bills.approve(prepaid, approver=Approver(MANAGER, 118_99), digest="as shown")


TODAY, LAST = date(2026, 1, 15), date(2026, 2, 14)


def test_what_is_payable_falls_due_in_the_instalments_of_its_terms() -> None:
    parts = bills.instalments("30% net 0, 70% net 30", TODAY, LAST, Money.from_minor(100_01, "EUR"))
    assert [(due, part.minor) for due, part in parts] == [(TODAY, 30_00), (LAST, 70_01)]


def test_a_due_date_of_the_bills_own_overrules_the_terms() -> None:
    payable = Money.from_minor(100, "EUR")
    assert bills.instalments("30% net 0, 70% net 30", TODAY, TODAY, payable) == ((TODAY, payable),)


@pytest.mark.parametrize("terms", [None, ""])
def test_without_terms_everything_is_due_on_the_due_date(terms: str | None) -> None:
    payable = Money.from_minor(100, "EUR")
    assert bills.instalments(terms, TODAY, LAST, payable) == ((LAST, payable),)


def test_terms_that_cannot_be_read_divide_nothing() -> None:
    with pytest.raises(InvalidTerms):
        bills.instalments("when I can", TODAY, LAST, Money.from_minor(100, "EUR"))


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_instalments_add_up_to_what_is_payable(payable: int, percent: int) -> None:
    terms = f"{percent}% net 0, {Decimal(100) - percent}% net 30"
    parts = bills.instalments(terms, TODAY, LAST, Money.from_minor(payable, "EUR"))
    assert sum(part.minor for _, part in parts) == payable
