"""What rules ask of groups and terms, with the arithmetic of XPath."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final

from bursar.core.en16931.engine import PlacesRule, Rule
from bursar.core.en16931.terms import Group, Term

Test = Callable[[Group], bool]

CENT: Final = Decimal("0.01")
HALF: Final = Decimal("0.5")
HUNDRED: Final = Decimal(100)
ONE: Final = Decimal(1)
ZERO: Final = Decimal(0)
DOUBLE_BITS: Final = 52  # Behind the leading one.


def fatal(id_: str, context: str, terms: str, message: str, test: Test) -> Rule:
    """Make a rule that makes a document invalid; `terms` are separated by spaces."""
    return Rule(id_, "fatal", message, tuple(terms.split()), context, test)


def fatal_places(
    id_: str, context: str, terms: str, message: str, test: Callable[[Group], Iterable[str]]
) -> PlacesRule:
    """Make such a rule whose test gives the places that break it."""
    return PlacesRule(id_, "fatal", message, tuple(terms.split()), context, test)


def exists(*terms: str) -> Test:
    """Want any of the terms in the group, be it empty."""
    return lambda group: group.has(*terms)


def says(*terms: str) -> Test:
    """Want any of the terms in the group to say something."""
    return lambda group: any(term.value for id_ in terms for term in group.all(id_))


def below(context: str, test: Test) -> Test:
    """Want a group of that id directly below that fulfils the test."""
    return lambda group: any(test(part) for part in group.groups(context))


def anything(_: Group) -> bool:
    """Want nothing more than that the group is there."""
    return True


def attributed(term: str, attribute: str, *, filled: bool) -> Callable[[Group], Iterable[str]]:
    """Want the attribute on each such term; give the places of those that lack it (or leave it empty)."""

    def lacking(group: Group) -> Iterable[str]:
        return [one.place for one in group.all(term) if not _carries(one, attribute, filled=filled)]

    return lacking


def _carries(term: Term, attribute: str, *, filled: bool) -> bool:
    said = term.attributes.get(attribute)
    return bool(said and said.strip()) if filled else said is not None


def rounded(amount: Decimal) -> Decimal:
    """Round to two decimals as XPath does: halves go up, also below zero."""
    return (amount * HUNDRED + HALF).to_integral_value(ROUND_FLOOR) / HUNDRED


def whole(amount: Decimal) -> Decimal:
    """Round to a whole number as XPath does."""
    return (amount + HALF).to_integral_value(ROUND_FLOOR)


def binary(number: Fraction) -> Fraction:
    """Return the nearest number that XPath's double holds, reckoned in whole numbers.

    A test that adds to an untyped amount does so in binary; where amounts differ by exactly one, that decides.
    """
    if not number:
        return number
    exponent = number.numerator.bit_length() - number.denominator.bit_length()
    scale = Fraction(2) ** (DOUBLE_BITS - exponent)
    scaled = abs(number) * scale
    if scaled < 2**DOUBLE_BITS:
        scale, scaled = scale * 2, scaled * 2
    return round(scaled) / scale * (1 if number > 0 else -1)


def less_than_one_apart(untyped: Decimal, other: Decimal, *, other_too: bool) -> bool:
    """Tell whether an amount is less than one from another, as XPath reckons where the first has no type.

    With `other_too` the other is compared in binary as well.
    """
    amount = binary(Fraction(untyped))
    compared = binary(Fraction(other)) if other_too else Fraction(other)
    return binary(amount - 1) < compared < binary(amount + 1)


def total(groups: Sequence[Group], term: str) -> Decimal:
    """Add all numbers that stand in that term of the groups."""
    return sum((number for group in groups for one in group.all(term) if (number := one.number) is not None), ZERO)


def is_vat(group: Group, code: str) -> bool:
    """Tell whether the scheme of a tax category is VAT; case does not matter."""
    return any(scheme.value.upper() == "VAT" for scheme in group.all(f"{code}-0"))
