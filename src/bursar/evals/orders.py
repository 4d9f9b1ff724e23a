"""How well the deliveries of one order are coded: a company that orders, vendors that deliver in parts, truth by order.

Each vendor delivers two orders of the same things at once, and the company decided of each where its lines belong. So
neither the text nor the vendor tells one from the other. Vendors differ in what they say of the order on their
invoices; some name an account that is not the company's.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from bursar.evals.coding import AGAIN, Desk, share_of
from bursar.evals.purchases import THINGS, Purchase, PurchasedLine

DELIVERIES: Final = 3
_FIRST_VENDOR: Final = 1_000  # Beyond those that sell without orders.


class Manner(StrEnum):
    """What vendors say of the order: its lines' numbers, its own alone, the buyer's account, or a wrong one."""

    NUMBERED = "numbered"
    WORDED = "worded"
    NAMED = "named"
    MISNAMED = "misnamed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A bill for a part of an order: which part, and how its vendor speaks of the order."""

    purchase: Purchase
    manner: Manner
    part: int


@dataclass(slots=True)
class OrderScore:
    """Lines that were asked and were right, by what was to be known of them; and what was not right."""

    counts: dict[str, list[int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def note(self, name: str, coded: str | None, line: PurchasedLine, order: str | None) -> None:
        """Count a line."""
        counts = self.counts.setdefault(name, [0, 0])
        counts[0] += coded == line.account_code
        counts[1] += 1
        if coded != line.account_code:
            self.misses.append(f"{order}, {name}: {line.description}: {coded}, not {line.account_code}")

    def part(self) -> Mapping[str, Any]:
        """Return the shares with their intervals."""
        return {"fields": {name: share_of(right, of) for name, (right, of) in sorted(self.counts.items())}}


async def measure_orders(desk: Desk, *, seed: int, vendors: int) -> OrderScore:
    """Have vendors deliver their orders, each line asked before its bill is posted; what was wrong is asked again.

    What an invoice names is to be known from the first delivery on; what nobody names, from the second.
    """
    score = OrderScore()
    for delivery in deliveries(seed, vendors=vendors):
        purchase, manner = delivery.purchase, delivery.manner
        found = await desk.suggest(purchase)
        wrong = []
        for line, coded in zip(purchase.lines, found, strict=True):
            if delivery.part:
                score.note(f"later_deliveries_{manner}", coded.account_code, line, purchase.order)
            elif manner is Manner.NAMED:
                score.note("first_deliveries_named", coded.account_code, line, purchase.order)
            if coded.account_code != line.account_code:
                wrong.append(replace(line, description=f"{line.description} {AGAIN}"))
        await desk.post(purchase)
        again = await desk.suggest(replace(purchase, lines=tuple(wrong))) if wrong else ()
        for line, coded in zip(wrong, again, strict=True):
            score.note("right_once_corrected", coded.account_code, line, purchase.order)
    return score


def deliveries(seed: int, *, vendors: int) -> Iterator[Delivery]:
    """Yield the deliveries of two orders of each vendor as they come; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - examples, not secrets.
    for number in range(vendors):
        manner = list(Manner)[number % len(Manner)]
        things = dice.sample(THINGS[dice.choice(sorted(THINGS))], k=2)
        accounts = dice.sample(sorted(THINGS), k=3)
        for part in range(DELIVERIES):
            for which in dice.sample((0, 1), k=2):
                named = {Manner.NAMED: accounts[which], Manner.MISNAMED: accounts[2]}.get(manner)
                lines = tuple(_lines(dice, things, manner, accounts[which], named))
                order = f"PO-{seed}{number:03}/{which + 1}"
                yield Delivery(Purchase(_FIRST_VENDOR + number, lines, order), manner, part)


def _lines(
    dice: random.Random, things: Sequence[str], manner: Manner, account: str, named: str | None
) -> Iterator[PurchasedLine]:
    for position, thing in enumerate(things, start=1):
        yield PurchasedLine(
            f"{thing} no. {dice.randrange(10_000, 99_999)}",
            account,
            dice.randrange(500, 500_000),
            order_line=None if manner is Manner.WORDED else f"{10 * position}",
            names=named,
        )
