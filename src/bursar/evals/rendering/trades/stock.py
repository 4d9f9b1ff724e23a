"""What a trade sells: goods of its own, in the sections in which its documents list them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from bursar.evals.rendering.facts import ZERO, Facts, Group, Line, cents
from bursar.evals.rendering.places import COUNTRIES, digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Goods of one kind: how many lines of them, prices from and to in units of their last place.

    `rate` counts the rates of the country, the last one standing for those that it lacks; nothing is taxed at `None`.
    `discounts` are percentages that may be taken from a price.
    """

    kind: str
    lines: tuple[int, int] = (1, 6)
    prices: tuple[int, int] = (900, 48_000)
    places: int = 2
    quantities: tuple[str, ...] = ("1", "2", "3", "5")
    rate: int | None = 0
    discounts: tuple[str, ...] = ()


def stocked(
    facts: Facts,
    goods: Mapping[str, tuple[str, ...]],
    rng: Random,
    shelves: tuple[Shelf, ...],
    *,
    paid: tuple[str, ...] = (),
    inclusive: bool = False,
) -> Facts:
    """Return the same invoice about other goods; its sums agree again.

    `goods` are those of a language by kind. `paid` are shares of the gross amount that may have been paid before.
    `inclusive` prices hold the tax already.
    """
    rates = COUNTRIES[facts.seller.country].rates
    lines = tuple(
        line
        for shelf in shelves
        for line in _lines(rng, goods[shelf.kind], shelf, _rate(rates, shelf, untaxed=bool(facts.untaxed)))
    )
    groups = tuple(_group(rate, amount, inclusive=inclusive) for rate, amount in _by_rate(lines, facts.shipping))
    net, tax = sum((one.base for one in groups), ZERO), sum((one.tax for one in groups), ZERO)
    gross = net + tax
    prepaid = cents(gross * Decimal(rng.choice(paid))) if paid else ZERO
    return replace(
        facts, lines=lines, groups=groups, net=net, tax=tax, gross=gross, allowance=ZERO, rounding=ZERO,
        prepaid=prepaid, payable=gross - prepaid,
    )  # fmt: skip


def _rate(rates: tuple[str, ...], shelf: Shelf, *, untaxed: bool) -> Decimal:
    if shelf.rate is None or untaxed:
        return Decimal(0)
    return Decimal(rates[min(shelf.rate, len(rates) - 1)])


def _lines(rng: Random, goods: tuple[str, ...], shelf: Shelf, rate: Decimal) -> list[Line]:
    count = rng.randint(*shelf.lines)
    # Nothing is listed twice before everything was listed once.
    some = [good for _ in range(count // len(goods) + 1) for good in rng.sample(goods, len(goods))][:count]
    return [_line(rng, shelf, rate, good) for good in some]


def _line(rng: Random, shelf: Shelf, rate: Decimal, good: str) -> Line:
    description, _, unit = good.partition("=")
    price = Decimal(rng.randint(*shelf.prices)).scaleb(-shelf.places)
    quantity = Decimal(1 if unit.endswith("!") else rng.choice(shelf.quantities))
    discount = Decimal(rng.choice(shelf.discounts)) if shelf.discounts else Decimal(0)
    return Line(
        description=description,
        detail="",
        item_id=rng.choice(("{}", "{}-{}", "{}.{}")).format(digits(rng, 6), digits(rng, 2)),
        quantity=quantity,
        unit=unit.rstrip("!"),
        unit_price=price,
        discount=discount,
        tax_rate=rate,
        net=cents(quantity * price * (100 - discount) / 100),
        kind=shelf.kind,
    )


def _by_rate(lines: tuple[Line, ...], shipping: Decimal) -> list[tuple[Decimal, Decimal]]:
    """Return what is charged at each rate, the highest first; shipping is taxed as the first line is."""
    amounts = {lines[0].tax_rate: shipping}
    for line in lines:
        amounts[line.tax_rate] = amounts.get(line.tax_rate, ZERO) + line.net
    return sorted(amounts.items(), reverse=True)


def _group(rate: Decimal, amount: Decimal, *, inclusive: bool) -> Group:
    tax = cents(amount * rate / (100 + rate)) if inclusive else cents(amount * rate / 100)
    return Group(rate=rate, base=amount - tax if inclusive else amount, tax=tax)
