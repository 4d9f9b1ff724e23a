from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.bills import BillKind
from bursar.core.money import CurrencyMismatch, Money
from bursar.core.posting import (
    BillPosting,
    CodedLine,
    ControlAccounts,
    NothingToPost,
    PostingLine,
    bill_entry,
    reversal,
)
from bursar.core.totals import TaxGroup
from tests.core.strategies import currencies, money, rates

PAYABLE, INPUT_TAX, ROUNDING, PREPAYMENT, REVERSE_CHARGE, RENT, POWER = (UUID(int=number) for number in range(1, 8))
ACCOUNTS = ControlAccounts(
    payable=PAYABLE,
    input_tax=INPUT_TAX,
    rounding=ROUNDING,
    prepayment=PREPAYMENT,
    reverse_charge_tax=REVERSE_CHARGE,
)


def euros(minor: int) -> Money:
    return Money.from_minor(minor, "EUR")


def a_bill(
    *lines: CodedLine,
    kind: BillKind = BillKind.BILL,
    groups: Sequence[TaxGroup] = (),
    prepaid: int = 0,
    rounding: int = 0,
) -> BillPosting:
    return BillPosting(kind, "EUR", lines, groups, euros(prepaid), euros(rounding))


@st.composite
def postings(draw: st.DrawFn) -> BillPosting:
    currency = draw(currencies)
    amounts = money(currency, st.integers(-(10**9), 10**9))
    lines = st.builds(CodedLine, st.sampled_from([RENT, POWER]), amounts, st.just("line"))
    groups = st.builds(TaxGroup, st.sampled_from(["S", "Z", "AE", "K", "O"]), rates, amounts, amounts)
    return BillPosting(
        draw(st.sampled_from(BillKind)),
        currency,
        draw(st.lists(lines, min_size=1, max_size=6)),
        draw(st.lists(groups, max_size=4)),
        draw(amounts),
        draw(amounts),
    )


def amounts_of(lines: Sequence[PostingLine]) -> list[tuple[UUID, int]]:
    return [(line.account_id, line.amount_minor) for line in lines]


def test_a_bill_debits_costs_and_tax_and_credits_what_was_prepaid_and_what_is_payable() -> None:
    bill = a_bill(
        CodedLine(RENT, euros(100_00), "Rent"),
        CodedLine(RENT, euros(-10_00), "Allowance"),
        CodedLine(POWER, euros(10_00), "Power"),
        groups=[TaxGroup("S", Decimal("19.00"), euros(100_00), euros(19_00))],
        prepaid=20_00,
        rounding=1,
    )
    lines = bill_entry(bill, ACCOUNTS)
    assert amounts_of(lines) == [
        (RENT, 100_00),
        (RENT, -10_00),
        (POWER, 10_00),
        (INPUT_TAX, 19_00),
        (ROUNDING, 1),
        (PREPAYMENT, -20_00),
        (PAYABLE, -99_01),
    ]
    assert lines[3] == PostingLine(INPUT_TAX, 19_00, "Tax S 19%", "S", Decimal(19), 100_00)


def test_a_vendor_credit_is_a_bill_with_all_signs_turned() -> None:
    groups = [TaxGroup("S", Decimal(10), euros(100), euros(10))]
    credit = a_bill(CodedLine(RENT, euros(100), "Rent"), kind=BillKind.VENDOR_CREDIT, groups=groups)
    lines = bill_entry(credit, ACCOUNTS)
    assert amounts_of(lines) == [(RENT, -100), (INPUT_TAX, -10), (PAYABLE, 110)]
    assert lines[1].tax_base_minor == -100


def test_self_assessed_tax_is_owed_to_the_state_and_not_to_the_vendor() -> None:
    bill = a_bill(CodedLine(RENT, euros(100), "Rent"), groups=[TaxGroup("AE", Decimal(19), euros(100), euros(19))])
    lines = bill_entry(bill, ACCOUNTS)
    assert amounts_of(lines) == [(RENT, 100), (INPUT_TAX, 19), (REVERSE_CHARGE, -19), (PAYABLE, -100)]
    assert [line.tax_base_minor for line in lines] == [None, 100, -100, None]


def test_a_bill_paid_in_advance_has_no_payable_line() -> None:
    lines = bill_entry(a_bill(CodedLine(RENT, euros(100), "Rent"), prepaid=100), ACCOUNTS)
    assert amounts_of(lines) == [(RENT, 100), (PREPAYMENT, -100)]


def test_a_bill_of_nothing_keeps_its_coded_lines() -> None:
    free = TaxGroup("Z", Decimal(0), euros(0), euros(0))
    assert amounts_of(bill_entry(a_bill(CodedLine(RENT, euros(0), "Free"), groups=[free]), ACCOUNTS)) == [(RENT, 0)]


def test_a_bill_without_lines_is_not_posted() -> None:
    with pytest.raises(NothingToPost) as refused:
        bill_entry(a_bill(prepaid=1), ACCOUNTS)
    assert refused.value.pointer == "/lines"


def test_a_line_in_another_currency_is_not_posted() -> None:
    with pytest.raises(CurrencyMismatch):
        bill_entry(a_bill(CodedLine(RENT, Money.from_minor(1, "USD"), "Rent")), ACCOUNTS)


@given(postings())
def test_the_entry_of_any_bill_or_credit_balances_and_is_never_empty(bill: BillPosting) -> None:
    lines = bill_entry(bill, ACCOUNTS)
    assert lines
    assert sum(line.amount_minor for line in lines) == 0
    assert all(line.amount_minor for line in lines[len(bill.coded_lines) :])


@given(postings())
def test_the_payable_line_is_the_amount_due_of_the_document(bill: BillPosting) -> None:
    lines = bill_entry(bill, ACCOUNTS)
    charged = sum(group.tax.minor for group in bill.tax_groups if group.category not in {"AE", "K"})
    net = sum(line.net.minor for line in bill.coded_lines)
    due = net + charged - bill.prepaid.minor + bill.rounding.minor
    sign = 1 if bill.kind is BillKind.VENDOR_CREDIT else -1
    assert sum(line.amount_minor for line in lines if line.account_id == PAYABLE) == sign * due


@given(postings())
def test_a_reversal_negates_every_line_and_reversed_again_is_the_entry(bill: BillPosting) -> None:
    lines = bill_entry(bill, ACCOUNTS)
    undone = reversal(lines)
    assert amounts_of(undone) == [(account, -amount) for account, amount in amounts_of(lines)]
    assert [line.tax_base_minor or 0 for line in undone] == [-(line.tax_base_minor or 0) for line in lines]
    assert reversal(undone) == lines
