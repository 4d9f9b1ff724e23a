"""Whether a value stands where the reader says: the words inside its box, on its page, must give it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from bursar.core.extraction import Box, Extraction, Value
from bursar.evals.sameness import NUMBERS, compact
from bursar.formats.pdf.page import Page

_SLACK: Final = 60  # Hundredths of a point: boxes of words and of values may be rounded differently.
_MOST_DAYS: Final = 400
_CLOCK: Final = re.compile(r"\d{1,3}:[0-5]\d")  # Hours, as on a clock.
_DATES: Final = frozenset({"issue_date", "due_date", "delivery_date"})
_CODED: Final = frozenset({"currency", "type_code"})  # The page has a sign or a title, the value is its code.


def values(extraction: Extraction) -> Iterator[tuple[str, Value]]:
    """Go through all values with the names of their fields, without prefixes."""
    yield from extraction.fields.items()
    for record in (*extraction.lines, *extraction.tax_groups, *extraction.charges):
        yield from record.items()


def misplaced(extraction: Extraction, pages: Sequence[Page]) -> list[str]:
    """Return a sentence for each value that the words at its place do not give."""
    by_number = {page.number: page for page in pages}
    wrong = []
    for field, value in values(extraction):
        page = by_number.get(value.page or 0)
        if page is None or value.box is None:
            wrong.append(f"{field} {value.value!r} names no place")
            continue
        text = inside(page, value.box)
        if not gives(field, value, text) and not _counted(field, value, extraction, text):
            wrong.append(f"{field} {value.value!r} is said to stand in {text!r} on page {page.number}")
    return wrong


def inside(page: Page, box: Box) -> str:
    """Return the words whose middle lies in the box, joined."""
    return " ".join(word.text for word in page.words if _within(word.box, box))


def _within(word: Box, box: Box) -> bool:
    middle, centre = (word.left + word.right) // 2, (word.top + word.bottom) // 2
    # A value may be a part of a word: then its box is narrower than the word.
    wide = max(word.left, box.left) <= min(word.right, box.right) + _SLACK if _part(word, box) else False
    across = box.left - _SLACK <= middle <= box.right + _SLACK or wide
    return across and box.top - _SLACK <= centre <= box.bottom + _SLACK


def _part(word: Box, box: Box) -> bool:
    return word.left - _SLACK <= box.left and box.right <= word.right + _SLACK


def gives(field: str, value: Value, text: str) -> bool:
    """Return whether a text holds what was read raw, and whether the value follows from that."""
    if not text or _bare(value.raw) not in _bare(text):
        return False
    if field in _CODED:
        return bool(value.raw.strip())
    if field in _DATES:
        return _date(value.value, value.raw)
    if field in NUMBERS:
        if _CLOCK.fullmatch(value.raw):
            hours, minutes = value.raw.split(":")
            return round(Decimal(hours) + Decimal(minutes) / 60, 4) == Decimal(value.value)
        return _digits(value.value) == _digits(value.raw) or _digits(value.value) in _digits(value.raw)
    said, read = compact(value.value), compact(value.raw)
    return bool(said) and (said in read or (len(read) > 3 and read in said))


def _counted(field: str, value: Value, extraction: Extraction, text: str) -> bool:
    """Return whether a due date is the date of the document and the days that stand at its place."""
    issued = extraction.fields.get("issue_date")
    if field != "due_date" or issued is None or _bare(value.raw) not in _bare(text):
        return False
    days = [int(number) for number in re.findall(r"\d+", value.raw)]
    dates = [date.fromisoformat(issued.value) + timedelta(days=count) for count in days if count < _MOST_DAYS]
    return value.value in {day.isoformat() for day in dates}


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text).strip("0")
    return digits or "0"


def _date(value: str, raw: str) -> bool:
    year, _month, day = value.split("-")
    numbers = [int(one) for one in re.findall(r"\d+", raw)]
    joined = re.sub(r"\D", "", raw)
    return (
        int(day) in numbers and int(year) % 100 in {one % 100 for one in numbers}
    ) or f"{year}{_month}{day}" == joined
