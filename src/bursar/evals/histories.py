"""What a company's vendors send it in two years, generated: ordinary bills, and all that looks like twice and is not.

Rents of every month, tickets of one price on one day, the same basket every week, instalments, what was credited and
billed anew, numbers that begin again with the year, vendors who are paid through one factor.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from bursar.evals.purchases import THINGS

_FIRST: Final = date(2025, 1, 7)
_WORDS: Final = tuple(thing for things in THINGS.values() for thing in things)
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_CODE: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Sent:
    """A document as it is sent: amounts in minor units, tax in whole percent on all lines."""

    vendor: int
    number: str
    on: date
    lines: tuple[tuple[str, int], ...]
    tax_percent: int = 19
    currency: str = "EUR"
    order: str | None = None
    is_credit: bool = False
    # Sent as the very file that came before.
    same_file: bool = False

    @property
    def net(self) -> int:
        """The sum of the lines."""
        return sum(net for _, net in self.lines)

    @property
    def tax(self) -> int:
        """The tax on the sum, rounded half up."""
        return (self.net * self.tax_percent + 50) // 100


@dataclass(frozen=True, slots=True)
class Happened:
    """One document that is sent for the first time, and what makes it hard to tell."""

    habit: str
    sent: Sent


def history(seed: int, *, vendors: int) -> list[Happened]:
    """Return what all vendors send, in the order of time; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - examples, not secrets.
    habits = tuple(_HABITS.items())
    found: list[Happened] = []
    for vendor in range(vendors):
        habit, sends = habits[vendor % len(habits)]
        found += [Happened(habit, one) for one in sends(dice, vendor)]
    return sorted(found, key=lambda one: one.sent.on)


class Numbers:
    """The numbers of one vendor, in the manner of that vendor, counting on."""

    def __init__(self, dice: random.Random, *, step: int = 30) -> None:
        self._dice = dice
        self._manner = dice.choice(
            ("R-{n}", "{y}-{n:05}", "INV-{n:06}", "{n}", "RE{yy}/{n:05}", "{n:06}-{y}", "CORN{n}")
        )
        self._last = dice.randrange(1_000, 60_000)
        self._step = step

    def next(self, on: date) -> str:
        """Return the number of the next document."""
        self._last += self._dice.randint(1, self._step)
        return self._manner.format(n=self._last, y=on.year, yy=f"{on.year % 100:02}")


def lines(dice: random.Random, count: int) -> tuple[tuple[str, int], ...]:
    """Return different lines as vendors write them."""
    found = []
    for thing in dice.sample(_WORDS, count):
        said = f"{thing} no. {dice.randrange(10_000, 99_999)}" if dice.random() < 0.3 else thing
        found.append((said, dice.randrange(900, 900_000)))
    return tuple(found)


def _ordinary(dice: random.Random, vendor: int) -> Iterator[Sent]:
    numbers, on = Numbers(dice), _FIRST + timedelta(days=dice.randrange(30))
    for _ in range(8):
        on += timedelta(days=dice.randint(3, 60))
        order = f"PO-{dice.randrange(100_000, 999_999)}" if dice.random() < 0.5 else None
        count = dice.choice((1, 2, 3, 4, 5))
        yield Sent(vendor, numbers.next(on), on, lines(dice, count), dice.choice((7, 19, 20, 21)), order=order)


def _round_amounts(dice: random.Random, vendor: int) -> Iterator[Sent]:
    """Yield different work for round amounts, among them some that are another's total with tax."""
    numbers, on = Numbers(dice), _FIRST
    for _ in range(8):
        on += timedelta(days=dice.randint(4, 20))
        yield Sent(vendor, numbers.next(on), on, ((dice.choice(_WORDS), dice.choice((100_000, 119_000, 50_000))),))


def _rent(dice: random.Random, vendor: int) -> Iterator[Sent]:
    """Yield the same amount each month, half of the vendors without saying for which."""
    numbers, says = Numbers(dice, step=dice.choice((1, 400))), dice.random() < 0.5
    amount, day = dice.randrange(10_000, 500_000), dice.randrange(1, 28)
    for month in range(16):
        on = date(2025 + month // 12, month % 12 + 1, day)
        told = f" {_MONTHS[month % 12]} {on.year}" if says else ""
        yield Sent(vendor, numbers.next(on), on, ((f"Rent of office{told}", amount), (f"Heating{told}", amount // 9)))


def _weekly(dice: random.Random, vendor: int) -> Iterator[Sent]:
    numbers, on, basket = Numbers(dice), _FIRST + timedelta(days=dice.randrange(100)), lines(dice, 3)
    basket = tuple((text.split(" no.")[0], net) for text, net in basket)
    for _ in range(10):
        on += timedelta(days=7)
        yield Sent(vendor, numbers.next(on), on, basket[: dice.choice((2, 3, 3))], 7)


def _tickets(dice: random.Random, vendor: int) -> Iterator[Sent]:
    """Yield tickets of one price, some bought on the same day; half of the vendors number them by codes of bookings."""
    numbers, by_code = Numbers(dice, step=3), dice.random() < 0.5
    on, price = _FIRST + timedelta(days=dice.randrange(300)), dice.randrange(2_000, 40_000)
    for _ in range(10):
        on += timedelta(days=dice.choice((0, 0, 1, 9)))
        code = "".join(dice.choices(_CODE[:23], k=3) + dice.choices(_CODE[23:], k=3))
        yield Sent(vendor, code if by_code else numbers.next(on), on, (("Train ticket", price),), 7)


def _instalments(dice: random.Random, vendor: int) -> Iterator[Sent]:
    numbers, on = Numbers(dice), _FIRST
    for _ in range(2):
        on += timedelta(days=dice.randint(20, 90))
        number, amount = numbers.next(on), dice.randrange(50_000, 900_000)
        order = f"PO-{dice.randrange(10**5, 10**6)}"
        for part in range(1, 5):
            on += timedelta(days=dice.choice((7, 14, 30)))
            line = (f"Instalment {part} of 4, fitting of office", amount)
            yield Sent(vendor, f"{number}-{part}", on, (line,), order=order)


def _credited(dice: random.Random, vendor: int) -> Iterator[Sent]:
    """Yield bills, credit notes over them, and the bills anew under the next number, or the old one and a letter."""
    numbers, on = Numbers(dice), _FIRST
    for _ in range(3):
        on += timedelta(days=dice.randint(50, 90))
        order = f"PO-{dice.randrange(10**5, 10**6)}"
        first = Sent(vendor, numbers.next(on), on, lines(dice, 2), order=order)
        credit_on, again_on = on + timedelta(days=dice.randint(0, 9)), on + timedelta(days=dice.randint(9, 20))
        yield first
        yield replace(first, number=f"GS-{numbers.next(credit_on)}", on=credit_on, is_credit=True)
        yield replace(first, number=dice.choice((numbers.next(again_on), f"{first.number}A")), on=again_on)


def _each_year_anew(dice: random.Random, vendor: int) -> Iterator[Sent]:
    """Yield what a small landlord sends: numbers begin with 1 each year, and the rent is what it was."""
    amount = dice.randrange(10_000, 300_000)
    for month in range(20):
        on = date(2025 + month // 12, month % 12 + 1, 3)
        told = f"Parking space {_MONTHS[month % 12]} {on.year}"
        yield Sent(vendor, str(month % 12 + 1), on, ((told, amount),))


def _deliveries(dice: random.Random, vendor: int) -> Iterator[Sent]:
    """Yield parts of one order, of different size, days apart."""
    numbers, on, order = Numbers(dice), _FIRST + timedelta(days=40), f"PO-{dice.randrange(10**5, 10**6)}"
    for _ in range(6):
        on += timedelta(days=dice.randint(1, 9))
        yield Sent(vendor, numbers.next(on), on, (("Steel sheet", dice.randrange(900, 900_000)),), order=order)


def _factored(dice: random.Random, vendor: int) -> Iterator[Sent]:
    """Yield bills paid through a factor, as all vendors of this habit are, with numbers that others of them have."""
    on = date(2025, 2, 1)
    for number in range(1001, 1009):
        on += timedelta(days=dice.randint(5, 20))
        yield Sent(vendor, f"2025-{number}", on, lines(dice, 2))


_HABITS: Final[Mapping[str, Callable[[random.Random, int], Iterator[Sent]]]] = MappingProxyType(
    {
        "ordinary": _ordinary,
        "ordinary_too": _ordinary,
        "round_amounts": _round_amounts,
        "monthly_rent": _rent,
        "weekly_basket": _weekly,
        "tickets": _tickets,
        "instalments": _instalments,
        "credited_and_billed_anew": _credited,
        "numbers_anew_each_year": _each_year_anew,
        "deliveries_of_an_order": _deliveries,
        "paid_through_a_factor": _factored,
    }
)


def is_factored(vendor: int) -> bool:
    """Whether a vendor is paid through the factor."""
    return list(_HABITS)[vendor % len(_HABITS)] == "paid_through_a_factor"
