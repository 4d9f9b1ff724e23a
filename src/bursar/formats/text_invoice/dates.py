"""Dates as people write them in eight languages, and the order of day and month that a document keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from bursar.formats.text_invoice.plain import plain

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2099
_MONTHS: Final = (
    "january januar janvier enero gennaio januari jan janv janner ene gen stycznia styczen janeiro sty",
    "february februar fevrier febrero febbraio februari feb febr fev fevr feber lutego luty fevereiro lut",
    "march marz mars marzo maart mar mrt maerz mrz marca marzec marco mrz",
    "april avril abril aprile apr avr abr kwietnia kwiecien kwi",
    "may mai mayo maggio mei mag maja maj maio",
    "june juni juin junio giugno jun giu czerwca czerwiec junho cze",
    "july juli juillet julio luglio jul juil lug lipca lipiec julho lip",
    "august aout agosto augustus aug ago sierpnia sierpien sie agst",
    "september septembre septiembre settembre sep sept set setiembre wrzesnia wrzesien setembro wrz",
    "october oktober octobre octubre ottobre oct okt ott pazdziernika pazdziernik outubro paz out",
    "november novembre noviembre nov listopada listopad novembro lis",
    "december dezember decembre diciembre dicembre dec dez dic grudnia grudzien dezembro gru",
)
_MONTH_OF: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_YEAR: Final = r"(?P<{}>(?:19|20)\d\d|['’]?\d\d)"
_WORDS: Final = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th|er|º|ª|°|\.|e|ten|de)(?![^\W\d_]))?\s?[-./]?\s?(?:de\s|of\s|d')?"
    r"(?P<month>[^\W\d_]{3,12})\.?\s?,?\s?[-./]?\s?(?:de[l]?\s)?" + _YEAR.format("year") + r"(?![\w])"
    r"|(?<!\w)(?P<month2>[^\W\d_]{3,12})\.?[\s-](?P<day2>\d{1,2})(?:st|nd|rd|th)?\s?[,-]?\s?"
    + r"(?P<year2>(?:19|20)\d\d)(?!\w)",
    re.IGNORECASE,
)
_ISO: Final = re.compile(
    r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\w/]|[.-]\d)"
)
_NUMERIC: Final = re.compile(
    r"(?<![\w,/])(?<!\d[.-])(?P<one>\d{1,2})\s?(?P<mark>[-/.])\s?(?P<two>\d{1,2})\s?(?P=mark)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|[.,-]\d|-\w)"
)
_COMPACT: Final = re.compile(r"(?<![\w.,-])(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w-]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. `sure` is False where day and month could be the other way round."""

    day: date
    start: int
    end: int
    sure: bool


def find_dates(text: str, *, month_first: bool = False, compact: bool = False) -> tuple[FoundDate, ...]:
    """Return the dates in a text from left to right; `compact` takes eight digits for one, too."""
    found: list[FoundDate] = []
    for one in sorted(_all(text, month_first=month_first, compact=compact), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def month_first_votes(texts: Iterable[str]) -> int:
    """Return how many dates can only be read with the month first, less those that can only be read day first."""
    votes = 0
    for text in texts:
        for found in _NUMERIC.finditer(text):
            one, two = int(found["one"]), int(found["two"])
            if one > 12 >= two:
                votes -= 1
            elif two > 12 >= one and found["mark"] != ".":
                votes += 1
    return votes


def _all(text: str, *, month_first: bool, compact: bool) -> Iterator[FoundDate]:
    if not any(character.isdigit() for character in text):
        return
    for found in _ISO.finditer(text):
        yield from _found(found, found["year"], int(found["month"]), found["day"])
    for found in _WORDS.finditer(text):
        month = _month(found["month"] or found["month2"])
        if month:
            yield from _found(found, found["year"] or found["year2"], month, found["day"] or found["day2"])
    for found in _NUMERIC.finditer(text):
        yield from _numeric(found, month_first=month_first)
    if compact:
        for found in _COMPACT.finditer(text):
            yield from _found(found, found["year"], int(found["month"]), found["day"])


def _numeric(found: re.Match[str], *, month_first: bool) -> Iterator[FoundDate]:
    one, two = int(found["one"]), int(found["two"])
    day_first = one > 12 or (not month_first and two <= 12) or found["mark"] == "."
    day, month = (one, two) if day_first else (two, one)
    sure = max(one, two) > 12 or one == two or found["mark"] == "."
    yield from _found(found, found["year"], month, str(day), sure=sure)


def _found(found: re.Match[str], year: str, month: int, day: str, *, sure: bool = True) -> Iterator[FoundDate]:
    digits = year.lstrip("'’")
    full = int(digits) if len(digits) == 4 else 2000 + int(digits)
    try:
        when = date(full, month, int(day))
    except ValueError:
        return
    if FIRST_YEAR <= full <= LAST_YEAR:
        yield FoundDate(when, found.start(), found.end(), sure)


@lru_cache(maxsize=2048)
def _month(name: str) -> int | None:
    return _MONTH_OF.get(plain(name))
