"""Whether a document was received before: layers of evidence, from the same bytes to the same lines under an order.

The same bytes, and the same number of one vendor and year, stop a document; everything else is told to a person.
Numbers that count on in one series are the strongest evidence against: a rent of every month, two tickets of one price
and the instalments of an order are no duplicates, and neither is what was credited and billed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bursar.core.bills import BillKind
from bursar.core.coding import folded, line_key
from bursar.core.document_numbers import Closeness, compare_numbers, lost_a_sign
from bursar.core.matching import normalise_document_number

CLOSE_DAYS: Final = 45  # Numbers that were misread or written otherwise: a copy comes within six weeks.
WINDOW_DAYS: Final = 10  # The same amount under a number of another kind.
PARTS_DAYS: Final = 20  # Some of the lines once more.
ORDER_DAYS: Final = 366  # A line of an order billed again.
MOST_TEXTS: Final = 30  # So many lines are enough to know a document by, and few enough to compare each with each.
_LONG_TEXT: Final = 6
_TELLING_DIGITS: Final = 4
_TELLING_NUMBER: Final = 5


class Relation(StrEnum):
    """What the senders of two documents have in common."""

    SAME_VENDOR = "same_vendor"  # Or vendors that people said are one company.
    SAME_ACCOUNT = "same_account"
    OTHER_VENDOR = "other_vendor"


class Reason(StrEnum):
    """Why two documents may be one, strongest first."""

    SAME_BYTES = "same_bytes"
    SAME_NUMBER_AND_YEAR = "same_number_and_year"
    CONFUSABLE_NUMBER = "confusable_number"
    SIMILAR_NUMBER = "similar_number"
    SAME_NUMBER_OTHER_YEAR = "same_number_other_year"
    SAME_NUMBER_OTHER_VENDOR = "same_number_other_vendor"
    SAME_ACCOUNT_OTHER_VENDOR = "same_account_other_vendor"
    NET_AS_GROSS = "net_as_gross"
    OTHER_CURRENCY = "other_currency"
    SAME_AMOUNT = "same_amount"
    SAME_LINES = "same_lines"
    SAME_ORDER_LINE = "same_order_line"


class Weight(StrEnum):
    """Whether a duplicate stops a document or is told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line as written, and its net amount in minor units."""

    text: str
    net_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What tells one document from another; amounts in minor units of `currency`.

    `label` names it to people. What is None is not known and equals nothing.
    """

    label: str
    number: str
    document_date: date
    currency: str
    kind: BillKind = BillKind.BILL
    net_minor: int | None = None
    gross_minor: int | None = None
    lines: tuple[LineFacts, ...] = ()
    order_key: str | None = None
    content_sha256: str | None = None
    relation: Relation = Relation.SAME_VENDOR


@dataclass(frozen=True, slots=True)
class Duplicate:
    """One document that may be the same: its place among those given, why, how grave, and a sentence for people."""

    index: int
    reasons: tuple[Reason, ...]
    severity: Weight
    sentence: str


def find_duplicates(document: Received, others: Sequence[Received]) -> tuple[Duplicate, ...]:
    """Return which of the others may be the document once more, those that stop it first."""
    found = [
        Duplicate(index, reasons, _weight(reasons), _sentence(other, reasons))
        for index, other in enumerate(others)
        if (reasons := tuple(_reasons(_Pair.of(document, other), others)))
    ]
    return tuple(sorted(found, key=lambda one: (one.severity is Weight.WARNING, list(Reason).index(one.reasons[0]))))


def order_key(text: str | None) -> str | None:
    """Return an order's number as it is compared, or None."""
    return normalise_document_number(text or "") or None


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Received
    other: Received
    closeness: Closeness

    @classmethod
    def of(cls, one: Received, other: Received) -> _Pair:
        years = (one.document_date.year, other.document_date.year)
        return cls(one, other, compare_numbers(one.number, other.number, years=years))

    @property
    def days(self) -> int:
        return abs((self.one.document_date - self.other.document_date).days)

    @property
    def same_currency(self) -> bool:
        return self.one.currency == self.other.currency

    @property
    def same_minor(self) -> bool:
        return self.one.gross_minor is not None and self.one.gross_minor == self.other.gross_minor

    @property
    def same_gross(self) -> bool:
        return self.same_currency and self.same_minor

    @property
    def other_currency(self) -> bool:
        return self.same_minor and not self.same_currency

    @property
    def net_as_gross(self) -> bool:
        known = None not in {self.one.net_minor, self.other.net_minor, self.one.gross_minor, self.other.gross_minor}
        crossed = self.one.gross_minor == self.other.net_minor or self.one.net_minor == self.other.gross_minor
        return known and self.same_currency and crossed and not self.same_minor

    @property
    def shared(self) -> list[LineFacts]:
        """Lines of the one that stand on the other too: the amount, and the text but for a slip."""
        left: dict[int, list[str]] = {}
        for line in self.other.lines:
            left.setdefault(line.net_minor, []).append(folded(line.text))
        found = []
        for line in self.one.lines:
            texts = left.get(line.net_minor, [])
            text = next((one for one in texts[:MOST_TEXTS] if _near(folded(line.text), [one])), None)
            if text is not None:
                texts.remove(text)  # Each line is matched once: the same line twice is two lines.
                found.append(line)
        return found

    @property
    def shares_text(self) -> bool:
        theirs = [folded(line.text) for line in self.other.lines[:MOST_TEXTS]]
        return any(_near(folded(line.text), theirs) for line in self.one.lines[:MOST_TEXTS])

    @property
    def is_part(self) -> bool:
        """Whether all lines of one, two at least, stand on the other among more."""
        return len(self.one.lines) != len(self.other.lines) and self.is_within

    @property
    def is_within(self) -> bool:
        """Whether all lines of one, two at least, stand on the other."""
        fewer = min(len(self.one.lines), len(self.other.lines))
        return fewer > 1 and len(self.shared) >= fewer

    @property
    def other_period(self) -> bool:
        """Whether the same things are billed for another month or under another number, and nothing for the same."""
        ours, theirs = _by_key(self.one.lines), _by_key(self.other.lines)
        both = ours.keys() & theirs.keys()
        return bool(both) and not any(_near(text, theirs[key]) for key in both for text in ours[key])


def _by_key(lines: Sequence[LineFacts]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines[:MOST_TEXTS]:
        found.setdefault(line_key(line.text), []).append(folded(line.text))
    return found


def _near(text: str, others: Iterable[str]) -> bool:
    """Say whether one of the others is the text, but for one sign that was lost: a bad scan is no other thing."""
    return any(text == other or (len(text) >= _LONG_TEXT and lost_a_sign(text, other)) for other in others)


def _reasons(pair: _Pair, others: Sequence[Received]) -> Iterator[Reason]:
    one, other = pair.one, pair.other
    if one.content_sha256 is not None and one.content_sha256 == other.content_sha256:
        yield Reason.SAME_BYTES
    if one.kind is not other.kind:
        return
    if other.relation is Relation.OTHER_VENDOR:
        yield from _of_another_vendor(pair)
    elif other.relation is Relation.SAME_ACCOUNT:
        yield from _of_the_same_account(pair)
    elif pair.closeness is Closeness.SAME and one.document_date.year == other.document_date.year:
        yield Reason.SAME_NUMBER_AND_YEAR
    elif not _credited(pair, others):
        yield from _of_the_same_vendor(pair)


def _of_the_same_vendor(pair: _Pair) -> Iterator[Reason]:
    number = _number_reason(pair)
    amount = _amount_reason(pair)
    if number is not None:
        yield number
    if amount is not None and (number is not None or _is_another_reference(pair)):
        yield amount
    counts_on = pair.closeness in {Closeness.SERIES, Closeness.MISTYPED}
    once_more = (pair.is_within and _is_telling(pair)) if counts_on else pair.is_part
    if once_more and pair.days <= PARTS_DAYS:
        yield Reason.SAME_LINES
    same_order = pair.one.order_key is not None and pair.one.order_key == pair.other.order_key
    if same_order and pair.shared and pair.days <= ORDER_DAYS:
        yield Reason.SAME_ORDER_LINE


def _number_reason(pair: _Pair) -> Reason | None:
    alike = _amount_reason(pair) is not None or pair.is_part
    match pair.closeness:
        case Closeness.SAME if pair.same_gross and not pair.other_period and _is_year_mistaken(pair):
            return Reason.SAME_NUMBER_OTHER_YEAR
        case Closeness.CONFUSABLE if pair.same_gross or pair.days <= CLOSE_DAYS:
            return Reason.CONFUSABLE_NUMBER
        case Closeness.SIMILAR if alike and pair.days <= CLOSE_DAYS and not pair.other_period:
            return Reason.SIMILAR_NUMBER
        case Closeness.MISTYPED if pair.same_gross and not pair.days:
            return Reason.SIMILAR_NUMBER
        case _:
            return None


def _is_year_mistaken(pair: _Pair) -> bool:
    """Whether the date differs by the year alone, or the number is so long that it does not begin anew each year."""
    ours, theirs = pair.one.document_date, pair.other.document_date
    same_day = (ours.month, ours.day) == (theirs.month, theirs.day)
    return same_day or len(normalise_document_number(pair.one.number)) >= _TELLING_NUMBER


def _amount_reason(pair: _Pair) -> Reason | None:
    if pair.same_gross:
        return Reason.SAME_AMOUNT
    if pair.net_as_gross:
        return Reason.NET_AS_GROSS
    return Reason.OTHER_CURRENCY if pair.other_currency else None


def _is_another_reference(pair: _Pair) -> bool:
    """Whether a number of another kind (an order's, a delivery's) may have been taken for the document's."""
    if pair.closeness is not Closeness.UNLIKE or pair.days > WINDOW_DAYS or pair.other_period:
        return False
    return pair.shares_text or (pair.same_gross and not pair.days)


def _is_telling(pair: _Pair) -> bool:
    """Whether the lines that two documents share are these very deliveries: by order, by date, by a number in them."""
    same_order = pair.one.order_key is not None and pair.one.order_key == pair.other.order_key
    numbered = any(sum(char.isdigit() for char in line.text) >= _TELLING_DIGITS for line in pair.shared)
    return same_order or not pair.days or numbered


def _of_the_same_account(pair: _Pair) -> Iterator[Reason]:
    """Hold another vendor, who is paid to the same account, to an amount as well: a factor is paid for many."""
    known = {Closeness.SAME, Closeness.CONFUSABLE, Closeness.SIMILAR}
    by_number = pair.closeness in known and pair.days <= CLOSE_DAYS and _amount_reason(pair) is not None
    by_lines = pair.same_gross and not pair.days and bool(pair.shared) and pair.closeness is not Closeness.SERIES
    if by_number or by_lines:
        yield Reason.SAME_ACCOUNT_OTHER_VENDOR


def _of_another_vendor(pair: _Pair) -> Iterator[Reason]:
    """Ask for everything at once where nothing else says that the senders are one: a vendor may be there twice."""
    long_enough = len(normalise_document_number(pair.one.number)) >= _TELLING_DIGITS
    if long_enough and pair.closeness is Closeness.SAME and pair.same_gross and not pair.days:
        yield Reason.SAME_NUMBER_OTHER_VENDOR


def _credited(pair: _Pair, others: Iterable[Received]) -> bool:
    """Whether the earlier of two documents was credited in full before the later one: that bills it anew."""
    first, last = sorted((pair.one.document_date, pair.other.document_date))
    return any(
        credit.kind is not pair.other.kind
        and credit.relation is Relation.SAME_VENDOR
        and (credit.currency, credit.gross_minor) == (pair.other.currency, pair.other.gross_minor)
        and first <= credit.document_date <= last
        for credit in others
    )


_STOPPING: Final = frozenset({Reason.SAME_BYTES, Reason.SAME_NUMBER_AND_YEAR})
_SAID: Final = {
    Reason.SAME_BYTES: "is the very same file",
    Reason.SAME_NUMBER_AND_YEAR: "has the same number in the same year",
    Reason.CONFUSABLE_NUMBER: "has a number that is easily misread for this one",
    Reason.SIMILAR_NUMBER: "has nearly the same number",
    Reason.SAME_NUMBER_OTHER_YEAR: "has the same number in another year",
    Reason.SAME_NUMBER_OTHER_VENDOR: "has the same number, date and total under another vendor",
    Reason.SAME_ACCOUNT_OTHER_VENDOR: "is paid to the same bank account under another vendor",
    Reason.NET_AS_GROSS: "has this total without tax, or the other way round",
    Reason.OTHER_CURRENCY: "has the same figures in another currency",
    Reason.SAME_AMOUNT: "has the same total",
    Reason.SAME_LINES: "has the same lines, or some of them",
    Reason.SAME_ORDER_LINE: "bills the same line of the same order",
}


def _weight(reasons: Iterable[Reason]) -> Weight:
    return Weight.ERROR if _STOPPING.intersection(reasons) else Weight.WARNING


def _sentence(other: Received, reasons: Sequence[Reason]) -> str:
    said = [_SAID[reason] for reason in reasons]
    told = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"{other.label} of {other.document_date:%Y-%m-%d} {told}."
