"""What is withheld of a part of an item, and how much of an item an amount of money settles."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.exchange import OpenPart
from bursar.core.tax import WithholdingBase, WithholdingMoment, WithholdingRule, YearSoFar
from bursar.core.withholding import KeptBack, Owed, keep_back, most_settled

NET, PAYMENT = WithholdingBase.NET, WithholdingMoment.PAYMENT
TEN = WithholdingRule(Decimal(10), NET, PAYMENT)
BILL = Owed(OpenPart(11900, 11900), 10000, 11900)

rules = st.builds(
    WithholdingRule,
    st.integers(1, 100).map(Decimal),
    st.sampled_from(WithholdingBase),
    st.just(PAYMENT),
    st.integers(0, 400),
)
years = st.tuples(st.integers(0, 300), st.integers(0, 300)).map(lambda two: YearSoFar(max(two), min(two)))


@st.composite
def items(draw: st.DrawFn) -> Owed:
    gross = draw(st.integers(1, 300))
    opened = draw(st.integers(1, 300))
    return Owed(OpenPart(opened, opened), draw(st.integers(0, gross)), gross)


def test_a_part_of_an_item_is_withheld_on_by_its_share_of_the_net() -> None:
    assert keep_back(TEN, BILL, 11900, YearSoFar()) == KeptBack(11900, 1000, 10000, 10000)
    assert keep_back(TEN, BILL, 5950, YearSoFar()) == KeptBack(5950, 500, 5000, 5000)
    assert keep_back(TEN, BILL, 5950, YearSoFar()).paid_minor == 5450
    assert keep_back(TEN, BILL, 0, YearSoFar()) == KeptBack(0, 0, 0, 0)


def test_an_item_in_another_currency_counts_by_the_base_that_it_carries() -> None:
    dollars = Owed(OpenPart(20000, 16000), 20000, 20000)
    made = keep_back(TEN, dollars, 10000, YearSoFar())
    assert made == KeptBack(10000, 1000, 8000, 8000)
    assert made.after(YearSoFar(50, 20)) == YearSoFar(8050, 8020)


def test_an_item_that_is_worth_nothing_in_base_has_nothing_withheld() -> None:
    assert keep_back(TEN, Owed(OpenPart(3, 0), 3, 3), 3, YearSoFar()) == KeptBack(3, 0, 0, 0)


@pytest.mark.parametrize(
    ("threshold", "paid", "settled"),
    [
        (0, 10900, 11900),  # All of it, with the tax.
        (0, 20000, 11900),  # No more than is open.
        (0, 5450, 5950),  # A half by a half.
        (20000, 5000, 5000),  # The year stays below the threshold.
        (5000, 3000, 3000),  # Too little to reach it.
        (5000, 5450, 5950),  # It reaches it, and all is withheld on.
    ],
)
def test_money_settles_what_it_pays_and_what_is_withheld_of_that(threshold: int, paid: int, settled: int) -> None:
    rule = WithholdingRule(Decimal(10), NET, PAYMENT, threshold)
    assert most_settled(rule, BILL, paid_minor=paid, most_minor=11900, year=YearSoFar()) == settled


@given(rules, items(), st.integers(1, 300), years)
def test_no_amount_that_the_money_pays_is_larger(rule: WithholdingRule, owed: Owed, paid: int, year: YearSoFar) -> None:
    most = owed.open.open_minor
    found = most_settled(rule, owed, paid_minor=paid, most_minor=most, year=year)
    payable = [one for one in range(most + 1) if keep_back(rule, owed, one, year).paid_minor <= paid]
    assert found == max(payable)


@given(rules, st.integers(1, 300), st.integers(0, 900), st.integers(1, 300), years)
def test_in_any_currency_the_money_is_enough(
    rule: WithholdingRule, opened: int, base: int, paid: int, year: YearSoFar
) -> None:
    owed = Owed(OpenPart(opened, base), 100, 119)
    found = most_settled(rule, owed, paid_minor=paid, most_minor=opened, year=year)
    made = keep_back(rule, owed, found, year)
    assert 0 <= made.paid_minor <= paid
    assert 0 <= made.tax_minor <= found <= opened
