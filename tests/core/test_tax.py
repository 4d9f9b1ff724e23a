"""Laws of tax by code."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.money import Money
from bursar.core.tax import (
    CalculatedGroup,
    DatedRate,
    InvalidTaxRule,
    PricedLine,
    TaxRateMissing,
    TaxRule,
    Withheld,
    WithholdingBase,
    WithholdingMoment,
    WithholdingRule,
    YearSoFar,
    allot,
    calculate,
    half_up,
    rate_on,
    recoverable,
    withhold,
)
from bursar.core.totals import TaxedLine, TaxRounding, compute_totals
from tests.core.strategies import dates, rates

shares = st.decimals(0, 1, places=4)
amounts = st.integers(-(10**12), 10**12)


@st.composite
def rules(draw: st.DrawFn) -> TaxRule:
    category = draw(st.sampled_from(["S", "L", "AE", "K", "Z", "E", "G", "O"]))
    rate = Decimal(0) if category in {"Z", "E", "G", "O"} else draw(rates)
    inclusive = category not in {"AE", "K"} and draw(st.booleans())
    return TaxRule(category, rate, inclusive, draw(st.sampled_from(TaxRounding)), draw(shares))


lines = st.lists(st.builds(PricedLine, amounts, rules()), max_size=12)


@given(lines)
def test_lines_groups_and_totals_add_up_exactly(some: list[PricedLine]) -> None:
    made = calculate(some)
    assert made.gross_minor == made.net_minor + made.tax_minor == sum(line.gross_minor for line in made.lines)
    assert made.net_minor == sum(group.base_minor for group in made.groups)
    for group in made.groups:
        alike = [one for one in made.lines if (one.rule.category, one.rule.rate) == (group.category, group.rate)]
        assert group.tax_minor == sum(one.tax_minor for one in alike)
    charged = sum(group.tax_minor for group in made.groups if group.category not in {"AE", "K"})
    assert made.tax_minor == charged


@given(lines)
def test_an_inclusive_price_is_its_net_and_its_tax(some: list[PricedLine]) -> None:
    for given_line, line in zip(some, calculate(some).lines, strict=True):
        if given_line.rule.inclusive:
            assert line.net_minor + line.tax_minor == line.gross_minor == given_line.amount_minor
        else:
            assert line.net_minor == given_line.amount_minor


@given(lines)
def test_what_does_not_come_back_is_cost_and_nothing_is_lost(some: list[PricedLine]) -> None:
    for line in calculate(some).lines:
        assert line.cost_minor + line.recoverable_minor == line.net_minor + line.tax_minor
        assert abs(line.recoverable_minor) <= abs(line.tax_minor)


@given(lines)
def test_no_line_is_a_whole_unit_off_its_own_tax(some: list[PricedLine]) -> None:
    for given_line, line in zip(some, calculate(some).lines, strict=True):
        rate = Fraction(line.rule.rate) / 100
        exact = given_line.amount_minor * (rate / (1 + rate) if line.rule.inclusive else rate)
        assert abs(line.tax_minor - exact) < (1 if line.rule.rounding is TaxRounding.PER_GROUP else Fraction(51, 100))


@given(
    st.lists(st.tuples(amounts, st.sampled_from(["S", "L"]), rates), min_size=1, max_size=12),
    st.sampled_from(TaxRounding),
)
def test_exclusive_prices_come_to_the_totals_of_the_standard(
    some: list[tuple[int, str, Decimal]], rounding: TaxRounding
) -> None:
    made = calculate(
        [PricedLine(amount, TaxRule(category, rate, rounding=rounding)) for amount, category, rate in some]
    )
    taxed = [TaxedLine(Money.from_minor(amount, "EUR"), category, rate) for amount, category, rate in some]
    standard = compute_totals(taxed, currency="EUR", tax_rounding=rounding)
    assert made.gross_minor == standard.tax_inclusive.minor
    assert [(one.base_minor, one.tax_minor) for one in made.groups] == [
        (one.base.minor, one.tax.minor) for one in standard.tax_groups
    ]


def test_group_rounding_differs_from_line_rounding() -> None:
    def three(rounding: TaxRounding) -> tuple[int, ...]:
        rule = TaxRule("S", Decimal(10), rounding=rounding)
        return tuple(line.tax_minor for line in calculate([PricedLine(5, rule)] * 3).lines)

    assert three(TaxRounding.PER_GROUP) == (0, 1, 1)
    assert three(TaxRounding.PER_LINE) == (1, 1, 1)


def test_two_lines_one_of_them_without_tax() -> None:
    taxed, untaxed = TaxRule("S", Decimal(10)), TaxRule("Z", Decimal(0))
    made = calculate([PricedLine(20000, taxed), PricedLine(2000, untaxed)])
    assert (made.net_minor, made.tax_minor, made.gross_minor) == (22000, 2000, 24000)


def test_tax_that_the_buyer_owes_is_in_its_group_and_not_in_the_price() -> None:
    made = calculate([PricedLine(10000, TaxRule("AE", Decimal(19)))])
    assert (made.tax_minor, made.gross_minor) == (0, 10000)
    assert made.groups == (CalculatedGroup("AE", Decimal(19), 10000, 1900),)


@pytest.mark.parametrize(("inclusive", "tax"), [(False, 1960), (True, 1639)])
def test_taxed_as_if_the_discount_were_taken_the_base_is_that_much_less(inclusive: bool, tax: int) -> None:
    rule = TaxRule("S", Decimal(20), inclusive)
    made = calculate([PricedLine(10000, rule)], discount_percent=Decimal(2))
    assert made.tax_minor == tax
    assert made.groups[0].base_minor == half_up(Fraction(made.net_minor) * 98 / 100)
    assert half_up(Fraction(made.groups[0].base_minor) / 5) == tax


@pytest.mark.parametrize(
    ("category", "rate", "share", "inclusive"),
    [
        ("S", "-1", "1", False),
        ("S", "NaN", "1", False),
        ("E", "19", "1", False),
        ("S", "19", "1.01", False),
        ("S", "19", "-0.01", False),
        ("S", "19", "Infinity", False),
        ("AE", "19", "1", True),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(category: str, rate: str, share: str, inclusive: bool) -> None:
    with pytest.raises(InvalidTaxRule):
        TaxRule(category, Decimal(rate), inclusive, TaxRounding.PER_GROUP, Decimal(share))


@given(st.dictionaries(dates, rates, max_size=6), dates)
def test_the_rate_is_the_one_that_began_last(known: dict[date, Decimal], on: date) -> None:
    dated = [DatedRate(day, rate) for day, rate in known.items()]
    begun = [day for day in known if day <= on]
    if begun:
        assert rate_on(dated, on) == known[max(begun)]
    else:
        with pytest.raises(TaxRateMissing):
            rate_on(dated, on)


def test_a_rate_holds_from_its_own_day_to_the_day_before_the_next() -> None:
    known = [DatedRate(date(2021, 1, 1), Decimal(19)), DatedRate(date(2020, 7, 1), Decimal(16))]
    assert [rate_on(known, date(2021, 1, 1) + timedelta(days=days)) for days in (-1, 0)] == [16, 19]


@given(st.lists(st.fractions(-(10**6), 10**6), min_size=1, max_size=9), st.integers(-50, 50))
def test_allotted_parts_add_up_to_the_total(exact: list[Fraction], off: int) -> None:
    total = half_up(sum(exact, Fraction())) + off
    parts = allot(total, exact)
    assert sum(parts) == total
    if not off:
        assert all(abs(part - one) < 1 for part, one in zip(parts, exact, strict=True))


@given(amounts, shares)
def test_recovering_is_odd_so_a_credit_undoes_its_bill(tax: int, share: Decimal) -> None:
    assert recoverable(-tax, share) == -recoverable(tax, share)


PAYMENT, INVOICE = WithholdingMoment.PAYMENT, WithholdingMoment.INVOICE
withholdings = st.builds(
    WithholdingRule,
    st.decimals("0.01", 100, places=2),
    st.sampled_from(WithholdingBase),
    st.sampled_from(WithholdingMoment),
    st.integers(0, 10**9),
)


@given(withholdings, st.lists(st.tuples(st.integers(0, 10**8), st.integers(1, 10**8)), max_size=8))
def test_over_a_year_what_is_withheld_is_the_rate_of_what_counted(
    rule: WithholdingRule, documents: list[tuple[int, int]]
) -> None:
    year, withheld = YearSoFar(), 0
    for net, tax in documents:
        gross = net + tax
        made = withhold(rule, rule.moment, settled_minor=gross, net_minor=net, gross_minor=gross, year=year)
        assert made.paid_minor + made.tax_minor == gross
        assert made.paid_minor >= 0
        year = YearSoFar(year.base_minor + made.counted_minor, year.withheld_on_minor + made.base_minor)
        withheld += made.tax_minor
        if year.base_minor < rule.threshold_minor:
            assert withheld == 0
    assert year.withheld_on_minor <= year.base_minor
    assert abs(withheld - Fraction(rule.rate) / 100 * year.withheld_on_minor) <= len(documents)


@pytest.mark.parametrize(("base", "tax"), [("net", 1000), ("gross", 1190)])
def test_withholding_is_on_net_or_gross(base: str, tax: int) -> None:
    rule = WithholdingRule(Decimal(10), WithholdingBase(base), PAYMENT)
    made = withhold(rule, PAYMENT, settled_minor=11900, net_minor=10000, gross_minor=11900)
    assert (made.tax_minor, made.paid_minor) == (tax, 11900 - tax)
    half = withhold(rule, PAYMENT, settled_minor=5950, net_minor=10000, gross_minor=11900)
    assert half.tax_minor * 2 == tax


def test_withholding_waits_for_its_moment() -> None:
    rule = WithholdingRule(Decimal(10), WithholdingBase.NET, PAYMENT)
    made = withhold(rule, INVOICE, settled_minor=100, net_minor=100, gross_minor=100)
    assert made == Withheld(0, 0, 0, 100)


def test_what_reaches_the_threshold_is_withheld_on_with_what_came_before() -> None:
    rule = WithholdingRule(Decimal(10), WithholdingBase.NET, INVOICE, threshold_minor=30000)
    year, withheld = YearSoFar(), []
    for net in (10000, 10000, 10000, 500):
        made = withhold(rule, INVOICE, settled_minor=net, net_minor=net, gross_minor=net, year=year)
        year = YearSoFar(year.base_minor + made.counted_minor, year.withheld_on_minor + made.base_minor)
        withheld.append(made.tax_minor)
    assert withheld == [0, 0, 3000, 50]


def test_never_more_is_withheld_than_is_settled_and_the_next_bears_the_rest() -> None:
    rule = WithholdingRule(Decimal(50), WithholdingBase.NET, INVOICE, threshold_minor=10100)
    made = withhold(rule, INVOICE, settled_minor=100, net_minor=100, gross_minor=100, year=YearSoFar(base_minor=10000))
    assert made == Withheld(100, 200, 100, 0)


@pytest.mark.parametrize(("rate", "threshold"), [("0", 0), ("100.01", 0), ("NaN", 0), ("10", -1)])
def test_a_withholding_that_makes_no_sense_is_refused(rate: str, threshold: int) -> None:
    with pytest.raises(InvalidTaxRule):
        WithholdingRule(Decimal(rate), WithholdingBase.NET, PAYMENT, threshold)
