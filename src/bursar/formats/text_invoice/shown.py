"""All that pages show, in every notation that it could be in, and what they hide: to hold data against the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType
from typing import Final

from bursar.core.extraction import Evidence
from bursar.core.money import CURRENCIES
from bursar.core.page_comparison import HiddenText, Shown
from bursar.formats.pdf.page import Page, Word
from bursar.formats.pdf.rows import Row, lined_up, rows
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.head.identities import ibans
from bursar.formats.text_invoice.head.lines import lines_of
from bursar.formats.text_invoice.numbers import find_amounts

MOST_ROWS: Final = 4_000
MOST_HIDDEN: Final = 200
MOST_TEXT: Final = 100_000
_MARKS: Final = (None, ",", ".")
_CODE: Final = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
_EURO: Final = re.compile(r"\beuros?\b", re.IGNORECASE)
_SIGNS: Final = MappingProxyType(
    {
        "€": ("EUR",),
        "$": ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"),
        "£": ("GBP",),
        "¥": ("JPY", "CNY"),
        "₹": ("INR",),
        "Rs": ("INR",),
        "R$": ("BRL",),
        "zł": ("PLN",),
        "Kč": ("CZK",),
        "kr": ("SEK", "NOK", "DKK"),
        "Fr.": ("CHF",),
        "Ft": ("HUF",),
    }
)


def shown(pages: Sequence[Page]) -> Shown:
    """Return what a person can see on the pages."""
    found = [row for page in pages for row in rows(page)][:MOST_ROWS]
    return _says(found, pages)


def hidden(pages: Sequence[Page]) -> tuple[HiddenText, ...]:
    """Return the lines of words that nobody sees; the text that lies invisibly behind a scan is none of them."""
    return tuple(_hidden(pages))[:MOST_HIDDEN]


def _hidden(pages: Sequence[Page]) -> Iterator[HiddenText]:
    for page in pages:
        unseen = [word for word in page.words if word.hidden and not (page.scanned and word.hidden == "invisible")]
        for line in lined_up(unseen):
            for why, words in groupby(line, key=lambda word: word.hidden or ""):
                row = Row(page.number, tuple(replace(word, hidden=None) for word in words))
                yield HiddenText(page=page.number, box=row.box, why=why, says=_says([row], [_alone(page, row.words)]))


def _alone(page: Page, words: tuple[Word, ...]) -> Page:
    return replace(page, words=words, scanned=False)


def _says(found: Sequence[Row], pages: Sequence[Page]) -> Shown:
    pieces = set(_pieces(found))
    lines = lines_of(found, tuple(pages))
    text = "\n".join(row.text for row in found)[:MOST_TEXT]
    return Shown(
        text=text,
        amounts=frozenset(_amounts(pieces)),
        days=frozenset(_days(pieces)),
        accounts=frozenset(one.value for one in ibans(lines) if Evidence.CHECKSUM in one.evidence),
        currencies=frozenset(_currencies(text)),
    )


def _pieces(found: Iterable[Row]) -> Iterator[str]:
    """Yield rows, their cells and their words, as far as they have digits: a gap may divide a number or two of them."""
    for row in found:
        for text in (row.text, *(cell.text for cell in row.cells()), *(word.text for word in row.words)):
            if any(character.isdigit() for character in text):
                yield text


def _amounts(pieces: Iterable[str]) -> Iterator[Decimal]:
    for text in pieces:
        for mark in _MARKS:
            for one in find_amounts(text, mark):
                yield abs(one.number)


def _days(pieces: Iterable[str]) -> Iterator[date]:
    for text in pieces:
        for month_first in (False, True):
            for one in find_dates(text, month_first=month_first, compact=len(text) < 12):
                yield one.day


def _currencies(text: str) -> Iterator[str]:
    for code in _CODE.findall(text):
        if code in CURRENCIES:
            yield code
    for sign, codes in _SIGNS.items():
        if sign in text:
            yield from codes
    if _EURO.search(text):
        yield "EUR"
