"""Exchange: what is converted, what a settlement realises, and that nothing is gained or lost between the two."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bursar.core.exchange import InvalidRate, OpenPart, Rate, divided, in_base, relieved, unrealised
from bursar.core.money import AmountOutOfRange, CurrencyMismatch, UnknownCurrency, exponent
from bursar.core.posting import PostingLine
from bursar.core.settling import Match, Settled, match
from tests.core.strategies import currencies

PAYABLE, RENT, POWER, GAIN = (UUID(int=number) for number in range(1, 5))
values = st.decimals(Decimal("0.0001"), Decimal(10000), places=6, allow_nan=False, allow_infinity=False)
amounts = st.integers(1, 10**11)


def settled(amount: int, owed: OpenPart, paid: OpenPart) -> Match:
    """Settle an item that asks for money with one that brings some, as the books do."""
    (found,) = match([Settled(PAYABLE, owed, amount), Settled(GAIN, paid, amount)])
    return found


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    pair = draw(st.lists(currencies, min_size=2, max_size=2, unique=True))
    return Rate(pair[0], pair[1], draw(values))


def another(rate: Rate, value: Decimal) -> Rate:
    return Rate(rate.from_currency, rate.to_currency, value)


def exact(rate: Rate, minor: int) -> Fraction:
    shift = exponent(rate.to_currency) - exponent(rate.from_currency)
    return minor * Fraction(rate.value) * Fraction(10) ** shift


@pytest.mark.parametrize(
    ("from_currency", "to_currency", "value", "minor", "expected"),
    [
        ("USD", "EUR", "0.92", 10000, 9200),
        ("USD", "EUR", "0.925", 1, 1),
        ("USD", "EUR", "0.5", 1, 1),
        ("USD", "EUR", "0.5", -1, -1),
        ("USD", "EUR", "0.49", 1, 0),
        ("JPY", "EUR", "0.0061", 1000, 610),
        ("EUR", "JPY", "163.5", 101, 165),
        ("USD", "INR", "80", 10000, 800000),
        ("KWD", "EUR", "3.01", 1000, 301),
        ("EUR", "CLF", "0.0272", 100, 272),
    ],
)
def test_amounts_are_converted_between_minor_units_of_both_currencies(
    from_currency: str, to_currency: str, value: str, minor: int, expected: int
) -> None:
    assert Rate(from_currency, to_currency, Decimal(value)).convert(minor) == expected


@given(rates(), st.integers(-(10**11), 10**11))
def test_a_conversion_is_the_nearest_minor_unit_and_symmetric(rate: Rate, minor: int) -> None:
    found = rate.convert(minor)
    assert abs(found - exact(rate, minor)) <= Fraction(1, 2)
    assert rate.convert(-minor) == -found


@given(currencies, st.integers(-(10**17), 10**17))
def test_a_currency_is_worth_itself(currency: str, minor: int) -> None:
    rate = Rate.identity(currency)
    assert rate.convert(minor) == minor
    assert rate.inverse() == rate


@given(rates())
def test_the_inverse_of_an_inverse_is_the_rate_again_to_25_digits(rate: Rate) -> None:
    there = rate.inverse()
    assert (there.from_currency, there.to_currency) == (rate.to_currency, rate.from_currency)
    assert abs(there.inverse().value / rate.value - 1) < Decimal("1e-25")


def test_an_inverse_that_ends_is_exact() -> None:
    assert Rate("EUR", "USD", Decimal("1.25")).inverse() == Rate("USD", "EUR", Decimal("0.8"))


@pytest.mark.parametrize("value", ["0", "-1", "NaN", "Infinity", "1e13", "1e-13", "1." + "0" * 40 + "1"])
def test_what_is_no_rate_is_refused(value: str) -> None:
    with pytest.raises(InvalidRate):
        Rate("USD", "EUR", Decimal(value))


def test_a_currency_has_no_other_rate_to_itself_than_one() -> None:
    with pytest.raises(InvalidRate):
        Rate("EUR", "EUR", Decimal("1.1"))


def test_a_rate_is_no_float_and_its_currencies_exist() -> None:
    with pytest.raises(TypeError):
        Rate("USD", "EUR", 0.92)  # type: ignore[arg-type]
    for pair in (("EUR", "XXX"), ("XXX", "EUR")):
        with pytest.raises(UnknownCurrency):
            Rate(*pair, Decimal(1))


def test_what_cannot_be_booked_is_not_converted() -> None:
    with pytest.raises(AmountOutOfRange):
        Rate("EUR", "IDR", Decimal(18000)).convert(10**15)


def test_the_control_account_keeps_the_exact_conversion_and_the_largest_other_line_bears_the_residue() -> None:
    lines = (
        PostingLine(RENT, 5, "Rent"),
        PostingLine(POWER, 15, "Power"),
        PostingLine(PAYABLE, -20, "Payable"),
    )
    found = in_base(lines, Rate("USD", "EUR", Decimal("0.9")), control={PAYABLE})
    assert [one.base_minor for one in found] == [5, 13, -18]
    assert [one.amount_minor for one in found] == [5, 15, -20]


def test_an_exchange_difference_keeps_its_base() -> None:
    lines = (
        PostingLine(PAYABLE, 100, "Payable", base_minor=95),
        PostingLine(RENT, -100, "Bank", currency="USD"),
        PostingLine(GAIN, 0, "Gain", base_minor=-5),
    )
    assert [one.base_minor for one in in_base(lines, Rate("USD", "EUR", Decimal("0.9")))] == [95, -90, -5]


def test_a_line_in_another_currency_is_not_converted() -> None:
    with pytest.raises(CurrencyMismatch):
        in_base((PostingLine(RENT, 0, "Rent", currency="CHF"),), Rate("USD", "EUR", Decimal("0.9")))


def test_where_every_account_is_a_control_account_the_largest_line_bears_the_residue() -> None:
    lines = tuple(PostingLine(PAYABLE, amount, "x") for amount in (5, 15, -20))
    found = in_base(lines, Rate("USD", "EUR", Decimal("0.9")), control={PAYABLE})
    assert [one.base_minor for one in found] == [5, 14, -19]


@given(rates(), st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=12))
def test_an_entry_balances_in_base_currency_and_no_line_is_far_from_its_conversion(
    rate: Rate, units: list[int]
) -> None:
    lines = [PostingLine(RENT, one, "line") for one in units]
    lines.append(PostingLine(PAYABLE, -sum(units), "control"))
    found = in_base(lines, rate, control={PAYABLE})
    bases = [one.base_minor or 0 for one in found]
    assert sum(bases) == 0
    assert bases[-1] == rate.convert(-sum(units))
    off = [abs(base - rate.convert(one.amount_minor)) for base, one in zip(bases, lines, strict=True)]
    assert sum(1 for one in off if one) <= 1
    assert max(off) <= (len(lines) + 1) // 2


@given(st.lists(amounts, min_size=1, max_size=10), values)
def test_instalments_divide_the_base_exactly(parts: list[int], value: Decimal) -> None:
    base = Rate("USD", "JPY", value).convert(sum(parts))
    found = divided(base, parts)
    assert sum(found) == base
    for part, share in zip(parts, found, strict=True):
        assert abs(share - Fraction(base * part, sum(parts))) <= len(parts)


def test_nothing_relieves_nothing() -> None:
    assert divided(7, [0, 3, 0, 4]) == (0, 3, 0, 4)


@given(amounts, st.integers(0, 10**11), st.integers(0, 10**11), st.sampled_from([1, -1]))
def test_what_is_relieved_has_the_items_sign_and_is_never_more_than_it_carries(
    open_minor: int, part: int, base: int, sign: int
) -> None:
    assume(part <= open_minor)
    found = relieved(sign * part, OpenPart(sign * open_minor, sign * base))
    assert 0 <= sign * found <= base


def test_more_than_is_open_cannot_be_relieved() -> None:
    with pytest.raises(AssertionError):
        relieved(11, OpenPart(10, 10))
    with pytest.raises(AssertionError):
        relieved(-1, OpenPart(10, 10))


def test_a_bill_paid_dearer_is_a_loss_of_exactly_the_difference() -> None:
    found = settled(4000, OpenPart(10000, 9000), OpenPart(-4000, -3800))
    assert (found.asking_base_minor, found.bringing_base_minor, found.difference_minor) == (3600, 3800, 200)


@st.composite
def settlements(draw: st.DrawFn) -> tuple[Rate, int, list[tuple[int, Decimal, list[Decimal]]]]:
    """A document's rate, its amount, and how it is settled: parts, each at a rate, after revaluations at others."""
    cuts = draw(st.lists(amounts, min_size=1, max_size=8))
    parts = [(one, draw(values), draw(st.lists(values, max_size=3))) for one in cuts]
    return draw(rates()), sum(cuts), parts


@given(settlements(), st.sampled_from([1, -1]))
def test_unrealised_reversed_and_realised_make_the_settlement_rate_less_the_document_rate_times_the_amount(
    history: tuple[Rate, int, list[tuple[int, Decimal, list[Decimal]]]], sign: int
) -> None:
    document, amount, parts = history
    posted = document.convert(amount)
    item, gained, paid, revalued = OpenPart(amount, posted), 0, 0, 0
    for part, value, revaluations in parts:
        for at in revaluations:
            difference = unrealised(sign * item.open_minor, sign * item.base_open_minor, another(document, at))
            # Whatever the day's rate: realised so far and unrealised are what was and would be paid, less what was
            # posted.
            would_be = another(document, at).convert(item.open_minor)
            assert gained + sign * difference == paid + would_be - posted
            revalued += difference
            revalued -= difference  # The reversal on the next day.
        worth = another(document, value).convert(part)
        done = settled(part, item, OpenPart(-part, -worth))
        item = OpenPart(item.open_minor - part, item.base_open_minor - done.asking_base_minor)
        assert done.bringing_base_minor == worth
        gained, paid = gained + done.difference_minor, paid + worth
    assert item == OpenPart(0, 0)
    assert gained + revalued == paid - posted
    stated = sum((exact(another(document, value), part) for part, value, _ in parts), -exact(document, amount))
    # Each payment is converted once and the document once: half a minor unit each, and nothing else.
    assert abs(gained + revalued - stated) <= Fraction(len(parts) + 1, 2)


@given(st.lists(st.tuples(amounts, values), min_size=1, max_size=6), rates())
def test_a_prepayment_settles_many_documents_and_keeps_nothing(
    documents: list[tuple[int, Decimal]], rate: Rate
) -> None:
    total = sum(amount for amount, _ in documents)
    paid = OpenPart(-total, -rate.convert(total))
    gained, posted = 0, 0
    for amount, value in documents:
        owed = another(rate, value).convert(amount)
        done = settled(amount, OpenPart(amount, owed), paid)
        paid = OpenPart(paid.open_minor + amount, paid.base_open_minor + done.bringing_base_minor)
        gained, posted = gained + done.difference_minor, posted + owed
    assert paid == OpenPart(0, 0)
    assert gained == rate.convert(total) - posted
