from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from operator import add, ge, gt, le, lt, sub

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bursar.core.money import (
    CURRENCIES,
    AmountOutOfRange,
    CurrencyMismatch,
    InvalidWeights,
    Money,
    NotRepresentable,
    Rounding,
    UnknownCurrency,
    exponent,
)
from tests.core.strategies import currencies, fine_amounts, minors, roundings


def euros(text: str) -> Money:
    return Money(Decimal(text), "EUR")


@pytest.mark.parametrize(
    ("code", "places"), [("JPY", 0), ("KRW", 0), ("EUR", 2), ("HUF", 2), ("KWD", 3), ("TND", 3), ("CLF", 4), ("UYW", 4)]
)
def test_a_currency_has_the_decimals_of_iso_4217(code: str, places: int) -> None:
    assert exponent(code) == places
    assert Money.from_minor(1, code).amount == Decimal(1).scaleb(-places)


def test_every_code_is_three_capitals() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in CURRENCIES)
    assert {*CURRENCIES.values()} == {0, 2, 3, 4}


@pytest.mark.parametrize("code", ["", "eur", "XXX", "XAU", "EURO", "€"])
def test_a_code_that_is_no_currency_is_refused(code: str) -> None:
    with pytest.raises(UnknownCurrency) as refused:
        Money(Decimal(1), code)
    assert refused.value.details == {"currency": code}


@pytest.mark.parametrize("amount", [1.0, 1, "1", None])
def test_money_is_made_of_decimals_only(amount: object) -> None:
    with pytest.raises(TypeError):
        Money(amount, "EUR")  # type: ignore[arg-type]


@pytest.mark.parametrize("minor", [1.0, Decimal(1), True])
def test_minor_units_are_whole_numbers_only(minor: int) -> None:
    with pytest.raises(TypeError):
        Money.from_minor(minor, "EUR")


@pytest.mark.parametrize(
    "amount", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+16", "1E+999999", "1E-61", "1E-999999", f"1.{150 * '0'}1"]
)
def test_an_amount_that_could_not_be_kept_is_refused(amount: str) -> None:
    with pytest.raises(AmountOutOfRange):
        euros(amount)


def test_the_largest_and_the_finest_amount_are_kept() -> None:
    assert euros("9999999999999999.99").minor == 10**18 - 1
    assert euros("1E-60") > Money.zero("EUR")


def test_a_result_too_large_to_be_kept_is_refused() -> None:
    with pytest.raises(AmountOutOfRange):
        euros("9999999999999999.99") + euros("0.01")
    with pytest.raises(AmountOutOfRange):
        euros("2") * Decimal("9E+999999")


@given(minors, currencies)
def test_minor_units_come_back_as_they_went_in(minor: int, currency: str) -> None:
    assert Money.from_minor(minor, currency).minor == minor


def test_an_amount_finer_than_its_currency_has_no_minor_units() -> None:
    with pytest.raises(NotRepresentable) as refused:
        _ = euros("1.005").minor
    assert refused.value.details == {"amount": "1.005 EUR"}


def test_trailing_zeros_are_no_decimals() -> None:
    assert Money(Decimal("5.000"), "JPY").minor == 5


@pytest.mark.parametrize(
    ("text", "mode", "expected"),
    [
        ("1.005", Rounding.HALF_UP, "1.01"),
        ("-1.005", Rounding.HALF_UP, "-1.01"),
        ("1.005", Rounding.HALF_EVEN, "1.00"),
        ("1.015", Rounding.HALF_EVEN, "1.02"),
        ("1.009", Rounding.DOWN, "1.00"),
        ("-1.009", Rounding.DOWN, "-1.00"),
        ("1.001", Rounding.UP, "1.01"),
        ("-1.001", Rounding.UP, "-1.01"),
    ],
)
def test_rounding_names_its_mode_and_is_symmetric_about_zero(text: str, mode: Rounding, expected: str) -> None:
    assert euros(text).rounded(mode) == euros(expected)


@given(fine_amounts, currencies, roundings)
def test_rounding_twice_is_rounding_once(amount: Decimal, currency: str, mode: Rounding) -> None:
    once = Money(amount, currency).rounded(mode)
    assert once.rounded(mode) == once
    assert Money.from_minor(once.minor, currency) == once


@given(fine_amounts, currencies, roundings)
def test_rounding_moves_less_than_one_minor_unit_and_in_the_named_direction(
    amount: Decimal, currency: str, mode: Rounding
) -> None:
    money = Money(amount, currency)
    rounded, unit = money.rounded(mode), Money.from_minor(1, currency)
    moved = abs(rounded - money)
    assert moved < unit
    if mode in (Rounding.HALF_UP, Rounding.HALF_EVEN):
        assert moved * 2 <= unit
    elif mode is Rounding.DOWN:
        assert abs(rounded) <= abs(money)
    else:
        assert abs(rounded) >= abs(money)


@given(
    minors,
    currencies,
    st.lists(st.one_of(st.integers(0, 10**6), st.decimals(0, 100, places=3)), min_size=1, max_size=12),
)
def test_a_split_adds_up_exactly_and_is_fair_within_one_minor_unit(
    minor: int, currency: str, weights: list[Decimal | int]
) -> None:
    total = sum((Fraction(weight) for weight in weights), Fraction())
    assume(total)
    parts = Money.from_minor(minor, currency).split(weights)
    assert sum(part.minor for part in parts) == minor
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.minor - minor * Fraction(weight) / total) < 1


@given(minors, currencies, st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any))
def test_a_split_of_the_opposite_is_the_opposite_split(minor: int, currency: str, weights: list[int]) -> None:
    money = Money.from_minor(minor, currency)
    assert (-money).split(weights) == tuple(-part for part in money.split(weights))


def test_a_unit_left_over_goes_to_the_earlier_of_equal_parts() -> None:
    assert euros("1.00").split([1, 1, 1]) == (euros("0.34"), euros("0.33"), euros("0.33"))


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1, 3], [Decimal("NaN")], [1, Decimal("Infinity")]])
def test_weights_that_divide_nothing_are_refused(weights: list[Decimal | int]) -> None:
    with pytest.raises(InvalidWeights):
        euros("1.00").split(weights)


@given(minors, minors, currencies)
def test_sums_and_order_are_those_of_the_minor_units(left: int, right: int, currency: str) -> None:
    one, other = Money.from_minor(left, currency), Money.from_minor(right, currency)
    assert (one + other).minor == left + right
    assert (one - other).minor == left - right
    assert (-one).minor == -left
    assert abs(one).minor == abs(left)
    assert (one < other, one <= other, one > other, one >= other) == (
        left < right,
        left <= right,
        left > right,
        left >= right,
    )
    assert bool(one) == bool(left)
    assert (one == other) == (left == right)


@pytest.mark.parametrize("operation", [add, sub, lt, le, gt, ge])
def test_two_currencies_do_not_mix(operation: Callable[[Money, Money], object]) -> None:
    with pytest.raises(CurrencyMismatch) as refused:
        operation(euros("1"), Money(Decimal(1), "USD"))
    assert refused.value.details == {"left": "EUR", "right": "USD"}


def test_equal_numbers_in_two_currencies_are_not_equal() -> None:
    assert euros("1") != Money(Decimal(1), "USD")
    assert {euros("1.0"), euros("1.00")} == {euros("1")}


def test_money_is_multiplied_by_exact_numbers_only() -> None:
    assert euros("1.10") * Decimal("0.5") == euros("0.55")
    assert 3 * euros("1.10") == euros("3.30")
    for factor in (0.5, True, "2", euros("2")):
        with pytest.raises(TypeError):
            euros("1") * factor  # type: ignore[operator]


@pytest.mark.parametrize("operation", [add, sub])
def test_a_bare_number_is_no_money(operation: Callable[[object, object], object]) -> None:
    with pytest.raises(TypeError):
        operation(euros("1"), 1)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1234.5", "EUR", "1234.50 EUR"),
        ("0.125", "EUR", "0.125 EUR"),
        ("1E+3", "JPY", "1000 JPY"),
        ("1", "KWD", "1.000 KWD"),
        ("-0.00", "EUR", "0.00 EUR"),
    ],
)
def test_money_is_written_with_the_decimals_of_its_currency(amount: str, currency: str, text: str) -> None:
    assert str(Money(Decimal(amount), currency)) == text


def test_there_is_no_negative_zero() -> None:
    assert str(-Money.zero("EUR")) == "0.00 EUR"
    assert euros("-0.001").rounded(Rounding.HALF_UP).plain == "0.00"
