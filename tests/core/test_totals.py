from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_UP, Context, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.errors import Refused
from bursar.core.money import AmountOutOfRange, CurrencyMismatch, Money, NotRepresentable, Rounding
from bursar.core.totals import (
    AllowanceOrCharge,
    InvalidBaseQuantity,
    TaxedLine,
    TaxRounding,
    compute_totals,
    line_net,
    tax_on,
)
from tests.core.strategies import categories, currencies, money, rates, roundings

D = Decimal


@dataclass(frozen=True)
class Document:
    currency: str
    lines: list[TaxedLine]
    parts: list[AllowanceOrCharge]
    prepaid: Money
    rounding: Money


@st.composite
def documents(draw: st.DrawFn) -> Document:
    currency = draw(currencies)
    amounts = money(currency, st.integers(-(10**9), 10**9))
    positive = money(currency, st.integers(0, 10**6))
    lines = st.builds(TaxedLine, amounts, categories, rates)
    parts = st.builds(AllowanceOrCharge, positive, st.booleans(), categories, rates)
    return Document(
        currency,
        draw(st.lists(lines, max_size=8)),
        draw(st.lists(parts, max_size=4)),
        draw(amounts),
        draw(money(currency, st.integers(-9, 9))),
    )


def euros(text: str) -> Money:
    return Money(D(text), "EUR")


def test_a_taxed_document_adds_up_as_its_printed_totals_do() -> None:
    totals = compute_totals(
        [TaxedLine(euros("100.00"), "S", D(19)), TaxedLine(euros("50.00"), "S", D("7.00"))],
        [AllowanceOrCharge(euros("10.00"), False, "S", D("19.00")), AllowanceOrCharge(euros("5.00"), True, "S", D(7))],
        currency="EUR",
        prepaid=euros("20.00"),
        rounding=D("0.05"),
    )
    assert [(group.rate, str(group.base), str(group.tax)) for group in totals.tax_groups] == [
        (D(19), "90.00 EUR", "17.10 EUR"),
        (D(7), "55.00 EUR", "3.85 EUR"),
    ]
    assert (totals.line_net, totals.tax_exclusive, totals.tax) == (euros("150.00"), euros("145.00"), euros("20.95"))
    assert (totals.tax_inclusive, totals.payable) == (euros("165.95"), euros("146.00"))


@pytest.mark.parametrize(("where", "tax"), [(TaxRounding.PER_GROUP, "0.57"), (TaxRounding.PER_LINE, "0.60")])
def test_tax_rounded_on_each_line_may_differ_from_tax_rounded_once(where: TaxRounding, tax: str) -> None:
    lines = [TaxedLine(euros("0.50"), "S", D(19))] * 6
    assert compute_totals(lines, currency="EUR", tax_rounding=where).tax == euros(tax)


@pytest.mark.parametrize(
    ("base", "rate", "currency", "tax"),
    [("999", "10", "JPY", "100"), ("1.005", "5", "KWD", "0.050"), ("0.50", "19", "EUR", "0.10")],
)
def test_tax_is_rounded_to_the_minor_unit_of_its_currency(base: str, rate: str, currency: str, tax: str) -> None:
    assert tax_on(Money(D(base), currency), D(rate)) == Money(D(tax), currency)


@given(documents(), st.sampled_from(TaxRounding), roundings)
def test_the_totals_of_any_document_keep_the_rules_br_co_10_to_17(
    document: Document, where: TaxRounding, mode: Rounding
) -> None:
    totals = compute_totals(
        document.lines,
        document.parts,
        currency=document.currency,
        prepaid=document.prepaid,
        rounding=document.rounding,
        tax_rounding=where,
        mode=mode,
    )
    zero = Money.zero(document.currency)
    assert totals.line_net == sum((line.net for line in document.lines), zero)
    assert totals.allowances == sum((part.amount for part in document.parts if not part.is_charge), zero)
    assert totals.charges == sum((part.amount for part in document.parts if part.is_charge), zero)
    assert totals.tax_exclusive == totals.line_net - totals.allowances + totals.charges
    assert totals.tax == sum((group.tax for group in totals.tax_groups), zero)
    assert totals.tax_inclusive == totals.tax_exclusive + totals.tax
    assert totals.payable == totals.tax_inclusive - document.prepaid + document.rounding
    assert totals.tax_exclusive == sum((group.base for group in totals.tax_groups), zero)
    keys = [(group.category, group.rate) for group in totals.tax_groups]
    assert len(keys) == len(set(keys))
    if where is TaxRounding.PER_GROUP:
        for group in totals.tax_groups:
            assert group.tax == (group.base * (group.rate / 100)).rounded(mode)


@given(documents(), st.sampled_from([Rounding.HALF_UP, Rounding.HALF_EVEN]))
def test_rounding_per_line_and_per_group_differ_by_at_most_half_a_unit_for_each_rounding(
    document: Document, mode: Rounding
) -> None:
    per_group, per_line = (
        compute_totals(document.lines, document.parts, currency=document.currency, tax_rounding=where, mode=mode)
        for where in (TaxRounding.PER_GROUP, TaxRounding.PER_LINE)
    )
    roundings_made = len(document.lines) + len(document.parts) + len(per_group.tax_groups)
    assert abs(per_group.tax.minor - per_line.tax.minor) <= Fraction(roundings_made, 2)


def test_an_amount_in_another_currency_is_no_part_of_the_document() -> None:
    with pytest.raises(CurrencyMismatch):
        compute_totals([TaxedLine(Money(D(1), "USD"), "S", D(19))], currency="EUR")
    with pytest.raises(CurrencyMismatch):
        compute_totals([], currency="EUR", prepaid=Money(D(1), "USD"))


def test_an_amount_that_cannot_be_booked_is_refused_and_not_carried_along() -> None:
    with pytest.raises(NotRepresentable):
        compute_totals([TaxedLine(euros("1.005"), "S", D(19))], currency="EUR")
    with pytest.raises(NotRepresentable):
        compute_totals([], currency="EUR", rounding=D("0.005"))


@pytest.mark.parametrize(
    ("quantity", "price", "base", "currency", "net"),
    [
        ("3", "1.005", 1, "EUR", "3.02"),
        ("10", "99", 1000, "EUR", "0.99"),
        ("1", "10", D(3), "EUR", "3.33"),
        ("3", "33.5", 1, "JPY", "101"),
        ("-2", "1.0025", 1, "KWD", "-2.005"),
    ],
)
def test_the_net_of_a_line_is_rounded_once(
    quantity: str, price: str, base: Decimal | int, currency: str, net: str
) -> None:
    assert line_net(D(quantity), D(price), base, currency=currency) == D(net)


def test_charges_and_allowances_of_a_line_change_its_net() -> None:
    net = line_net(D(2), D("9.995"), charges=[D("1.00"), D("0.50")], allowances=[D("2.25")], currency="EUR")
    assert net == D("19.24")


@pytest.mark.parametrize("base", [0, -1, D("NaN"), D("Infinity")])
def test_a_price_for_no_units_is_refused(base: Decimal | int) -> None:
    with pytest.raises(InvalidBaseQuantity):
        line_net(D(1), D(1), base, currency="EUR")


@pytest.mark.parametrize(("quantity", "price"), [("1E+999999", "1E+999999"), ("NaN", "1"), ("Infinity", "0")])
def test_a_line_of_senseless_numbers_is_refused(quantity: str, price: str) -> None:
    with pytest.raises(AmountOutOfRange):
        line_net(D(quantity), D(price), currency="EUR")


@given(st.decimals(), st.decimals(), st.decimals(), st.lists(st.decimals(), max_size=2))
def test_the_net_of_a_line_of_any_numbers_is_an_amount_or_a_refusal(
    quantity: Decimal, price: Decimal, base: Decimal, charges: list[Decimal]
) -> None:
    try:
        net = line_net(quantity, price, base, charges, charges, currency="EUR")
    except Refused:
        return
    assert Money(net, "EUR").minor == net * 100


def test_the_precision_that_a_thread_has_chosen_changes_nothing() -> None:
    with localcontext(Context(prec=3, rounding=ROUND_UP)):
        totals = compute_totals([TaxedLine(euros("123456.78"), "S", D("19.25"))], currency="EUR", prepaid=euros("0.01"))
        net = line_net(D("123456.789"), D("1.0001"), 3, currency="EUR")
    assert (str(totals.tax), str(totals.payable)) == ("23765.43 EUR", "147222.20 EUR")
    assert net == D("41156.38")


def test_a_document_that_says_nothing_else_has_nothing_prepaid_and_nothing_rounded() -> None:
    totals = compute_totals([TaxedLine(euros("1.00"), "Z", D(0))], currency="EUR")
    assert (totals.prepaid, totals.rounding, totals.payable) == (euros("0"), euros("0"), euros("1.00"))
