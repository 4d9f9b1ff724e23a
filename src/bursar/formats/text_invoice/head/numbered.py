"""What looks like the number of something in the head of an invoice, and what the words at it say of it.

Labels that a list has are read elsewhere; here the value comes first. What neither a list nor a root names is told by
where it stands and by what is left over: an invoice has a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.head.captions import Caption, Where, captions
from bursar.formats.text_invoice.head.lines import Hit, Line, Lines, Span
from bursar.formats.text_invoice.head.references import reference
from bursar.formats.text_invoice.head.search import Candidate, Parsed
from bursar.formats.text_invoice.words.number_words import Named, is_title, named
from bursar.formats.text_invoice.words.phrases import parts_of

HEAD_LINES, LAST_LINES = 60, 30
HEAD: Final = 55  # Percent of the height of the first page.
FEWEST_DIGITS: Final = 3
NEAR: Final = 3  # Lines from a heading to the first item.
MOST_AMOUNTS: Final = 2
MOST_WORDS: Final = 4  # Of a label; more are a sentence.
LONGEST_TITLE: Final = 5  # Words before the number of a document.
MEANT: Final = {Where.BEFORE: 66, Where.ABOVE: 62, Where.BELOW: 58}
_TOKEN: Final = re.compile(r"\S+")
_AMOUNT: Final = re.compile(r"\D{0,4}\d[\d.,'’ ]*[.,]\d\d\D{0,4}")
# Accounts, tax ids, telephones and money are what they look like.
_OTHERS: Final = re.compile(
    r"(?<!\w)(?:[A-Z]{2}\d\d(?: ?[A-Z0-9]{3,4}){3,8}(?: ?[A-Z0-9]{1,3})?"
    r"|[A-Z]{2,3}[ -]?[A-Z]?[\d.]{8,13}[A-Z]?(?:B\d\d)?"
    r"|\+\d[\d /()-]{6,}|\S*[@:]\S*|www\.\S+)(?!\w)"
    r"|(?:[€$£₹]|(?<!\w)(?:EUR|USD|GBP|CHF|PLN|INR|Rs|Fr)\.?)\s?\d[\d.,'’]*|\d[\d.,'’]*\s?(?:[€$£]|(?:EUR|USD|GBP|CHF|PLN)(?!\w))"
)
_CLAUSE: Final = re.compile(r"\s*(?:[|·•;,]|\.(?:\s|$)|$)")
_LINK: Final = re.compile(r"\s*[,(/–-]?\s*(?:[^\W\d_]{1,5}\.?\s){0,2}")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number with what the words at it say; `titled` if they can name a document.

    It is `alone` if its clause ends with it, `dated` if a date follows.
    """

    parsed: Parsed
    said: frozenset[Named]
    where: Where
    words: int
    titled: bool
    alone: bool
    dated: bool

    @property
    def place(self) -> tuple[int, int]:
        """The line and the place in it."""
        return self.parsed.span.line.index, self.parsed.span.start

    def candidate(self, points: int = 0) -> Candidate:
        """Return it as a reading that its words or its place suggest, which is no evidence as strong as a label."""
        return Candidate(self.parsed, MEANT[self.where] + self.parsed.points + points)


def numbered(lines: Lines) -> tuple[Numbered, ...]:
    """Return the numbers in the head of the first page, above the lines."""
    return tuple(one for line in head(lines) for one in _in_line(lines, line))


def numbered_below(lines: Lines) -> tuple[Numbered, ...]:
    """Return the numbers in the last lines, among what is said of paying."""
    return tuple(
        one for line in lines.all[max(LAST_LINES, len(lines.all)) - LAST_LINES :] for one in _in_line(lines, line)
    )


def head(lines: Lines) -> Iterator[Line]:
    """Yield the lines above those of what is charged."""
    for line in lines.all[:HEAD_LINES]:
        row = line.row
        below = lines.all[line.index + 1 : line.index + 1 + NEAR]
        is_heading = line.is_heading and any(_is_item(lines, other) for other in below)
        if row.page > 1 or is_heading or row.box.top * 100 > lines.pages[0].height * HEAD:
            return
        yield line


def _in_line(lines: Lines, line: Line) -> Iterator[Numbered]:
    taken = [*others(line)]
    taken += [(one.start, one.end) for one in find_dates(line.text, month_first=lines.month_first)]
    since = 0
    for cell in line.cells if not _is_item(lines, line) else ():
        for token in _TOKEN.finditer(cell.text):
            start = cell.start + token.start()
            is_other = any(first <= start < end for first, end in taken)
            parsed = _reference(cell, start) if start >= since and not is_other else None
            if parsed is not None:
                told = _told(lines, cell, parsed, list(captions(lines, parsed.span, since=since)))
                since = parsed.span.end
                yield told


def _is_item(lines: Lines, line: Line) -> bool:
    """Tell whether amounts stand in a line, so that it is none of labels and their values; dates are no amounts."""
    amounts = (
        _AMOUNT.fullmatch(cell.text) and not find_dates(cell.text, month_first=lines.month_first) for cell in line.cells
    )
    return sum(map(bool, amounts)) >= MOST_AMOUNTS


def _reference(cell: Span, start: int) -> Parsed | None:
    """Return the reference that begins with the word at a place: with some digits, and with no word before it."""
    rest = Span(cell.line, start, cell.end)
    parsed = reference(rest) if any(sign.isdigit() for sign in rest.text.split(" ")[0]) else None
    if parsed is None or parsed.span.start > start + 1:
        return None
    return parsed if sum(sign.isdigit() for sign in parsed.value) >= FEWEST_DIGITS else None


def _told(lines: Lines, cell: Span, parsed: Parsed, found: Sequence[Caption]) -> Numbered:
    own = cell.line.text[cell.start : parsed.span.start].strip()
    # A long text in the next column is no label.
    near = (one for one in found if own or one.where is not Where.BEFORE or len(parts_of(one.text)) <= MOST_WORDS)
    labels = [_label(cell, parsed, one) for one in near]
    told = next((one for one in labels if named(one.text)), labels[0] if labels else Caption("", Where.BEFORE))
    rest = cell.line.text[parsed.span.end : cell.end]
    link = _LINK.match(rest)
    day = next(iter(find_dates(rest, month_first=lines.month_first)), None)
    dated = day is not None and link is not None and day.start <= link.end()
    words = len(parts_of(told.text))
    titled = told.where is Where.BEFORE and 0 < words <= LONGEST_TITLE and is_title(told.text)
    return Numbered(
        parsed,
        named(told.text),
        told.where,
        words,
        titled,
        alone=_CLAUSE.match(rest) is not None and (told.where is Where.BEFORE or parsed.span.start <= cell.start + 1),
        dated=dated,
    )


def _label(cell: Span, parsed: Parsed, caption: Caption) -> Caption:
    """Return a caption with all words of its cell where these are a label: "Req. no." is no end of a sentence."""
    line, here = cell.line, cell.line.cell_at(cell.start)
    before = line.text[cell.start : parsed.span.start].strip() or (line.cells[here - 1].text if here else "")
    is_cut = caption.where is Where.BEFORE and before.endswith(caption.text) and len(parts_of(before)) <= MOST_WORDS
    return Caption(before, Where.BEFORE) if is_cut and not any(sign.isdigit() for sign in before) else caption


def others(line: Line) -> list[tuple[int, int]]:
    """Return where things stand in a line that are no numbers of something, by how they are written."""
    return [(one.start(), one.end()) for one in _OTHERS.finditer(line.text)]


def says_else(hit: Hit, value: Span) -> bool:
    """Tell whether a label begins words that, all together, name something else than it does alone."""
    line = hit.span.line
    cell = line.cells[line.cell_at(hit.span.start)]
    end = value.start if value.line is line and value.start < cell.end else cell.end
    words = line.text[hit.span.start : end]
    return len(parts_of(words)) <= MOST_WORDS and hit.span.end < cell.end and Named.ELSE in named(words)
