"""Books on paper: every fact with its business date and the instant it was recorded, and reports by going through all.

Written from what the words mean, with nothing of the product in it: no code is shared, so no mistake is.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

DECIMALS = {"EUR": 2, "USD": 2, "JPY": 0}
BANK, INPUT_TAX, REVENUE, OTHER_REVENUE, EXPENSE, OTHER_EXPENSE = "1000", "1400", "4000", "4900", "5000", "5100"
CLEARING, GAIN, LOSS = "1990", "4950", "7050"
CONTROL = {"payable": "2000", "receivable": "1100"}
ADJUSTMENT = {"write_off": "6970", "bank_fee": "6900", "rounding": "6990"}
DISCOUNT = {"payable": "4910", "receivable": "4800"}
# What a debit of the control account does to what is open of a side.
DEBIT = {"payable": 1, "receivable": -1}


def nearest(exact: Fraction) -> int:
    """Round to whole units, half away from zero."""
    whole = int(abs(exact) + Fraction(1, 2))
    return whole if exact >= 0 else -whole


class Place(NamedTuple):
    """Whose items settle each other: those of one entity, side, party and currency."""

    entity: str
    side: str
    party: str
    currency: str


@dataclass(frozen=True)
class When:
    """The business date of a fact, and when it was recorded."""

    on: date
    known: datetime


@dataclass(frozen=True)
class Line:
    """An amount on an account: a debit above zero, in the currency of the document and in base."""

    account: str
    currency: str
    amount: int
    base: int

    def turned(self) -> "Line":
        return Line(self.account, self.currency, -self.amount, -self.base)


@dataclass(eq=False)
class Item:
    """What a document leaves open, above zero where it asks for money; `left` and `base_left` are of now."""

    id: Any
    place: Place
    kind: str
    amount: int
    base: int
    issued: date
    due: date
    when: When
    left: int
    base_left: int
    document: "Document | None" = None
    taken: list[tuple[When, int, int]] = field(default_factory=list)

    def take(self, when: When, amount: int, base: int) -> None:
        """Take an amount and its base, both above zero, off what is open; below zero puts them back."""
        sign = 1 if self.amount > 0 else -1
        self.left -= sign * amount
        self.base_left -= sign * base
        self.taken.append((when, sign * amount, sign * base))

    @property
    def free_from(self) -> date:
        """The first day on which it may be settled: that of its posting, or on which it was last put back."""
        return max([self.when.on, *(when.on for when, amount, _ in self.taken if (amount < 0) == (self.amount > 0))])

    def base_of(self, amount: int) -> int:
        """Return the base that goes with so much of what is open: all that is left with the last of it."""
        if amount == abs(self.left):
            return abs(self.base_left)
        return nearest(Fraction(abs(self.base_left) * amount, abs(self.left)))

    def open_at(self, as_of: date, known_at: datetime) -> tuple[int, int]:
        """Return what was open, in its currency and in base."""
        seen = [part for part in self.taken if part[0].on <= as_of and part[0].known <= known_at]
        return self.amount - sum(part[1] for part in seen), self.base - sum(part[2] for part in seen)


@dataclass(eq=False)
class Document:
    """A bill, a credit or a manual entry in the books, with what a discount on it depends on."""

    id: Any
    version: int
    kind: str
    when: When
    lines: list[Line]
    items: list[Item] = field(default_factory=list)
    gross: int = 0
    taxes: Sequence[int] = ()
    discount: tuple[Decimal, date] | None = None
    tax_mode: str = "reduce"
    is_reversed: bool = False


@dataclass(eq=False)
class Settlement:
    """What was settled: lines of adjustments and of exchange, what was taken off which item, and whose money did it."""

    id: Any
    when: When
    lines: list[Line]
    taken: list[tuple[Item, int, int]]
    adjusting: list[Item]
    is_reversed: bool = False


@dataclass(eq=False)
class Payment:
    """Money that moved, with the item it left and the settlement made with it."""

    id: Any
    when: When
    item: Item
    lines: list[Line]
    settlement: Settlement | None = None
    is_reversed: bool = False


# Its kind, its amount, and the accounts that it is booked on with their amounts.
Adjustment = tuple[str, int, list[tuple[str, int]]]


@dataclass
class Taken:
    """What is settled of an item: an amount above zero, adjustments included."""

    item: Item
    amount: int
    adjustments: list[Adjustment] = field(default_factory=list)


@dataclass
class Paper:
    """The books of one tenant, by legal entity."""

    base: dict[str, str]
    rates: dict[tuple[str, str], list[tuple[date, Decimal]]]
    journal: list[tuple[str, When, Line]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    # What happens.

    def converted(self, amount: int, currency: str, to: str, on: date) -> int:
        """Return an amount at the latest rate up to a day."""
        if currency == to:
            return amount
        _, rate = max(one for one in self.rates[currency, to] if one[0] <= on)
        return nearest(amount * Fraction(rate) * Fraction(10) ** (DECIMALS[to] - DECIMALS[currency]))

    def in_base(self, entity: str, lines: Sequence[tuple[str, str, int]], on: date) -> list[Line]:
        """Return lines with their bases: each converted by itself, the rest on the largest that is no control."""
        to = self.base[entity]
        bases = [self.converted(amount, currency, to, on) for _, currency, amount in lines]
        free = [index for index, line in enumerate(lines) if line[0] not in CONTROL.values()]
        bases[max(free, key=lambda index: (abs(bases[index]), -index))] -= sum(bases)
        return [Line(*line, base) for line, base in zip(lines, bases, strict=True)]

    def post(self, entity: str, when: When, lines: Iterable[Line]) -> None:
        lines = list(lines)
        assert sum(one.base for one in lines) == 0
        self.journal += [(entity, when, one) for one in lines]

    def leave(
        self, place: Place, kind: str, when: When, parts: Sequence[tuple[Any, int, date]], base: int, issued: date
    ) -> list[Item]:
        """Leave items of these ids, amounts and due dates, which share a base as successive payments would."""
        left, made = sum(amount for _, amount, _ in parts), []
        for identifier, amount, due in parts:
            share = base if amount == left else nearest(Fraction(base * amount, left))
            left, base = left - amount, base - share
            item = Item(identifier, place, kind, amount, share, issued, due, when, amount, share)
            made.append(item)
        self.items += made
        return made

    def settle(self, identifier: Any, when: When, parts: Sequence[Taken]) -> Settlement:
        """Settle items with what adjusts them and with each other, in order, and book what that realises."""
        entity, side, _, currency = parts[0].item.place
        made = Settlement(identifier, when, [], [], [])
        left = [part.amount for part in parts]
        for index, part in enumerate(parts):
            for adjustment in part.adjustments:
                self._adjust(made, part.item, adjustment)
                left[index] -= adjustment[1]
        asking = [index for index, part in enumerate(parts) if part.item.amount > 0 and left[index]]
        bringing = [index for index, part in enumerate(parts) if part.item.amount < 0 and left[index]]
        gain = 0
        while asking:
            ask, bring = asking[0], bringing[0]
            amount = min(left[ask], left[bring])
            bases = [parts[one].item.base_of(amount) for one in (ask, bring)]
            for one, base in zip((ask, bring), bases, strict=True):
                self._took(made, parts[one].item, amount, base)
                left[one] -= amount
            gain += (bases[0] - bases[1]) * DEBIT[side]
            asking, bringing = [one for one in asking if left[one]], [one for one in bringing if left[one]]
        assert not any(left)
        if gain:
            made.lines.append(Line(CONTROL[side], currency, 0, gain))
            made.lines.append(Line(GAIN if gain > 0 else LOSS, currency, 0, -gain))
        self.post(entity, when, made.lines)
        return made

    def _adjust(self, made: Settlement, item: Item, adjustment: Adjustment) -> None:
        """Settle a part of an item with an item of what adjusts it, and book that."""
        (kind, amount, booked), (_, side, _, currency) = adjustment, item.place
        base, sign = item.base_of(amount), 1 if item.amount > 0 else -1
        self._took(made, item, amount, base)
        parts = [(None, -sign * amount, made.when.on)]
        (own,) = self.leave(item.place, kind, made.when, parts, -sign * base, made.when.on)
        self._took(made, own, amount, base)
        made.adjusting.append(own)
        flow = DEBIT[side] * sign
        made.lines.append(Line(CONTROL[side], currency, flow * amount, flow * base))
        for account, share in booked:
            share_base = base if share == amount else nearest(Fraction(base * share, amount))
            made.lines.append(Line(account, currency, -flow * share, -flow * share_base))
            amount, base = amount - share, base - share_base

    def _took(self, settlement: Settlement, item: Item, amount: int, base: int) -> None:
        item.take(settlement.when, amount, base)
        settlement.taken.append((item, amount, base))

    def undo(self, settlement: Settlement, when: When) -> None:
        """Take a settlement back: what it took is open again; what adjusted is settled by its own reversal."""
        for item, amount, base in settlement.taken:
            item.take(when, -amount, -base)
        for item in settlement.adjusting:
            self._cancel(item, when, when.on)
        if settlement.taken:
            self.post(settlement.taken[0][0].place.entity, when, [one.turned() for one in settlement.lines])
        settlement.is_reversed = True

    def undo_payment(self, payment: Payment, when: When) -> None:
        """Take a payment back, and before it what it settled."""
        if payment.settlement is not None and not payment.settlement.is_reversed:
            self.undo(payment.settlement, when)
        self.post(payment.item.place.entity, when, [one.turned() for one in payment.lines])
        self._cancel(payment.item, when, when.on)
        payment.is_reversed = True

    def undo_document(self, document: Document, when: When) -> None:
        """Take a document back: its lines turned, each of its items settled with one that is due on the same day."""
        self.post(document.items[0].place.entity, when, [one.turned() for one in document.lines])
        for item in document.items:
            self._cancel(item, when, item.due)
        document.is_reversed = True

    def _cancel(self, item: Item, when: When, due: date) -> None:
        parts = [(None, -item.amount, due)]
        (against,) = self.leave(item.place, "reversal", when, parts, -item.base, item.issued)
        for one in (item, against):
            one.take(when, abs(item.amount), abs(item.base))

    # What is reported.

    def aging(
        self, entity: str, side: str, as_of: date, known_at: datetime, *, by_due: bool, apart: bool
    ) -> dict[tuple[str, str], dict[str, tuple[int, int]]]:
        """Return what is open in each column, in the documents' currency and in base, by party and currency."""
        found: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
        for item in self.items:
            if item.place[:2] != (entity, side) or item.when.on > as_of or item.when.known > known_at:
                continue
            amount, base = item.open_at(as_of, known_at)
            if not amount and not base:
                continue
            days = (as_of - (item.due if by_due else item.issued)).days
            column = bucket(days)
            if apart and (amount or base) < 0:
                column = "unapplied" if item.kind == "payment" else "credits"
            row = found[item.place.party, item.place.currency]
            before = row.get(column, (0, 0))
            row[column] = before[0] + amount, before[1] + base
        kept = {key: {name: both for name, both in row.items() if any(both)} for key, row in found.items()}
        return {key: row for key, row in kept.items() if row}

    def owed(self, entity: str, side: str, as_of: date, known_at: datetime) -> int:
        """Return what the open items of a side come to in base currency."""
        cells = self.aging(entity, side, as_of, known_at, by_due=True, apart=False)
        return sum(base for row in cells.values() for _, base in row.values())

    def balances(self, entity: str, as_of: date, known_at: datetime) -> dict[str, tuple[int, dict[str, int]]]:
        """Return each account's balance in base currency, and in each currency of its documents, without zeros."""
        bases: dict[str, int] = defaultdict(int)
        amounts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for where, when, line in self.journal:
            if where == entity and when.on <= as_of and when.known <= known_at:
                bases[line.account] += line.base
                amounts[line.account][line.currency] += line.amount
        rows = {code: (base, {name: each for name, each in amounts[code].items() if each})
                for code, base in bases.items()}  # fmt: skip
        return {code: row for code, row in rows.items() if row[0] or row[1]}


def bucket(days: int) -> str:
    """Name the column of so many days past."""
    if days <= 0:
        return "not_due"
    for last in (30, 60, 90):
        if days <= last:
            return f"{last - 29}_{last}"
    return "over_90"


def whole_discount(item: Item, percent: Decimal) -> int:
    """Return the discount on a whole instalment: of all of it where its tax is lessened too, else of the net alone."""
    document = item.document
    assert document is not None
    part = Fraction(1)
    if document.tax_mode != "reduce":
        part = Fraction(document.gross - sum(document.taxes), document.gross)
    return nearest(item.amount * part * Fraction(percent) / 100)


def earned(item: Item, settled: int, on: date) -> int:
    """Return the discount on the next so many units of an instalment that are paid on a day."""
    document = item.document
    if document is None or document.discount is None or on > document.discount[1]:
        return 0
    whole = whole_discount(item, document.discount[0])
    before = item.amount - item.left
    return nearest(Fraction(whole * (before + settled), item.amount)) - nearest(Fraction(whole * before, item.amount))


def discounted(item: Item, cash: int, on: date) -> tuple[int, int, list[tuple[str, int]]]:
    """Return what a payment settles of an instalment, the discount in that, and where the discount is booked.

    The least that costs the money; more cannot be paid than what is open less its discount.
    """
    settled = item.left
    if cash < item.left - earned(item, item.left, on):
        settled = bisect_left(range(item.left), cash, key=lambda units: units - earned(item, units, on))
    taken = earned(item, settled, on)
    if not taken:
        return settled, 0, []
    document = item.document
    assert document is not None
    assert document.discount is not None
    if document.tax_mode != "reduce":
        return settled, taken, [(DISCOUNT[item.place.side], taken)]
    whole = whole_discount(item, document.discount[0])
    before = item.amount - item.left
    start, end = (nearest(Fraction(whole * units, item.amount)) for units in (before, before + settled))
    taxes = [
        nearest(end * Fraction(tax, document.gross)) - nearest(start * Fraction(tax, document.gross))
        for tax in document.taxes
    ]
    booked = [(DISCOUNT[item.place.side], taken - sum(taxes)), *((INPUT_TAX, tax) for tax in taxes)]
    return settled, taken, [one for one in booked if one[1]]
