"""Which number is the invoice's, the order's and the customer's where no list has their labels.

First by roots of words at them, then by elimination: an invoice has a number, and what is named as something else or is
already another field's is not it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from bursar.formats.text_invoice.head.captions import Where
from bursar.formats.text_invoice.head.lines import Lines, Span
from bursar.formats.text_invoice.head.names import is_city
from bursar.formats.text_invoice.head.numbered import Numbered, numbered, numbered_below
from bursar.formats.text_invoice.head.search import Candidate
from bursar.formats.text_invoice.words.number_words import Named

DATED: Final = 20  # "Afrekening 132756, 3 May 2024": what is dated beside its number is the document.
WEAKER: Final = 6
THEIRS: Final = 15  # Of two orders, that of the buyer.
SPOKEN, AGAIN, FIRST, PREFIX = 2, 2, 1, 2
LEFT_OVER: Final = 60
MOST_WORDS: Final = 4  # Of a label.
_OTHERS: Final = frozenset({Named.ELSE, Named.ORDER, Named.PAYMENT, Named.YOURS})
_NOT_LEFT: Final = _OTHERS | {Named.CUSTOMER}
NO_CUSTOMERS: Final = frozenset({Named.ELSE, Named.ORDER, Named.PAYMENT, Named.INVOICE})
_TELEPHONE: Final = re.compile(r"\d+(?: \d+){2,}|\d{1,3}[-/]\d{1,3}")  # Or houses of a street.
_OF_DELIVERIES: Final = re.compile(r"(?:DN|LS|BL|DDT|ALB|AWB|WO|JOB|EV)[-_/. ]?\d")
_OF_INVOICES: Final = re.compile(r"(?:INV?|RE|RG|RN|RF|FA|FAC|FACT|FT|FV|F|R|GS|CN|CR|AV|NC)[-_/. ]?\d")
_OF_ORDERS: Final = re.compile(r"(?:PO|P\.O\.|ORD|BEST|BE|OC|ODA|CMD|CDE|BC|PED)[-_/. ]?\d")
_OF_CUSTOMERS: Final = re.compile(r"(?:KD?|KN|CUST|CLI?|C|DEB|D)[-_/. ]?\d")


def numbers_meant(found: Collection[Numbered]) -> Iterator[Candidate]:
    """Yield the numbers of which roots say that they are the document's, or that are dated as documents are."""
    for one in found:
        if one.titled and one.dated and not one.said & _OTHERS:
            yield one.candidate(DATED)
        elif one.alone and Named.INVOICE in one.said and (one.titled or one.where is not Where.BEFORE):
            yield one.candidate()
        elif one.alone and Named.OURS in one.said and not _TELEPHONE.fullmatch(one.parsed.value):
            yield one.candidate(-WEAKER)


def orders_meant(found: Collection[Numbered]) -> Iterator[Candidate]:
    """Yield the numbers of which roots say that they are of an order, or the buyer's own."""
    for one in found:
        if Named.ORDER in one.said and _is_told(one):
            yield one.candidate(THEIRS * (Named.YOURS in one.said))
        elif Named.YOURS in one.said and one.alone:
            yield one.candidate(-WEAKER)


def customers_meant(found: Collection[Numbered]) -> Iterator[Candidate]:
    """Yield the numbers of which roots say that they are the customer's."""
    for one in found:
        if Named.CUSTOMER in one.said and _is_told(one) and not _OF_ORDERS.match(one.parsed.value):
            yield one.candidate()


def payments_meant(lines: Lines) -> Iterator[Candidate]:
    """Yield the numbers anywhere of which roots say that they are to be quoted with a payment."""
    for one in (*numbered(lines), *numbered_below(lines)):
        if one.alone and one.said == {Named.PAYMENT} and one.parsed.sure:
            yield one.candidate()


def _is_told(one: Numbered) -> bool:
    """Tell whether a number has its cell to itself, or the words of a sentence right before it."""
    return one.alone or one.where is Where.BEFORE


def left_over(lines: Lines, found: Collection[Numbered], taken: Collection[tuple[int, int]]) -> Candidate | None:
    """Return the number that is left for the invoice when all others are named or taken, None if it is not clear."""
    rated = [(_rate(lines, one), one) for one in found if _may_be(one) and one.place not in taken]
    if not rated:
        return None
    first = min(one.place for _, one in rated)
    rated = [(rate + FIRST * (one.place == first), one) for rate, one in rated]
    best = max(rate for rate, _ in rated)
    winners = [one for rate, one in rated if rate == best]
    clear = len(winners) == 1 and (best > FIRST or len(rated) == 1)
    return Candidate(winners[0].parsed, LEFT_OVER) if clear else None


def _may_be(one: Numbered) -> bool:
    """Tell whether a number may be the invoice's: below or behind some words that name nothing else, nor an address."""
    value, span = one.parsed.value, one.parsed.span
    is_label = 0 < one.words <= MOST_WORDS and (one.alone or one.dated)
    is_named = bool(one.said) or (one.parsed.sure and not is_place(span))
    is_other = any(known.match(value) for known in (_OF_ORDERS, _OF_DELIVERIES)) or _TELEPHONE.fullmatch(value)
    return is_label and is_named and not one.said & _NOT_LEFT and not is_other


def is_place(span: Span) -> bool:
    """Tell whether a number stands in an address."""
    return is_city(span.line.cells[span.line.cell_at(span.start)].text)


def _rate(lines: Lines, one: Numbered) -> int:
    value = one.parsed.value
    times = Counter(value in line.text for line in lines.all)[True] if len(value) > 3 else 0
    return (
        SPOKEN * bool(one.said)
        + AGAIN * (times > 1)
        + PREFIX * (_OF_INVOICES.match(value) is not None)
        - PREFIX * (_OF_CUSTOMERS.match(value) is not None)
    )


def is_written_as_customers(value: str) -> bool:
    """Tell whether a number begins with letters for a customer."""
    return _OF_CUSTOMERS.match(value) is not None
