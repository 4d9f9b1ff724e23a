"""A document as lines of text that know where each of their words stands, and which of them are labels."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import Final

from bursar.core.extraction import Box
from bursar.formats.pdf.page import Page, Word
from bursar.formats.pdf.rows import Row, joined
from bursar.formats.text_invoice.dates import month_first_votes
from bursar.formats.text_invoice.words.grammar import named
from bursar.formats.text_invoice.words.phrases import COLUMNS, MAX_PARTS, Part, kinds_of, language_of, longest, parts_of

# An invoice of ten dense pages has 700 lines of at most 60 words and 500 labels; what goes far beyond is cut off.
FIRST_LINES: Final = 1_500
LAST_LINES: Final = 500
MAX_WORDS: Final = 150
MOST_CELLS: Final = 12
LONGEST_LABEL: Final = 40
MAX_HITS: Final = 3_000
LONGEST_WORD: Final = 200
BELOW_LINES: Final = 3
BELOW_HEIGHTS: Final = 4  # A value stands at most this many line heights below its label.
BESIDE: Final = 600  # Hundredths of a point by which a column may be off.
LOOSE: Final = frozenset(
    {
        "seller",
        "buyer",
        "ship_to",
        "name",
        "date",
        "document_number",
        "invoice",
        "credit_note",
        "other",
        "customer_number",
    }
)
SUBJECT: Final = frozenset({"subject"})
NUMBERED: Final = frozenset({"document_number"})  # A word for "number" right behind a label belongs to it.
_SEPARATORS: Final = " \t:;=#.·…_-–—>|*№°º\"'"
_AMERICAN: Final = re.compile(r",\s?[A-Z]{2},?\s\d{5}(?:-\d{4})?(?!\d)")  # Springfield, IL 62704
# What goes on with a label: a remark in parentheses, or the same in another language up to a colon.
_MORE_LABEL: Final = re.compile(r"\([^()\d]{0,60}\)\s*:?|[/|(–-][^\d:]{1,40}:")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text of a line."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text as written."""
        return self.line.text[self.start : self.end]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that hold it."""
        return self.line.words_at(self.start, self.end)

    @property
    def box(self) -> Box:
        """The box of the words that hold it."""
        return joined(self.words)

    def stripped(self) -> Span:
        """Return the piece without what separates labels from values at its start, and spaces at its end."""
        start, end = self.start, self.end
        while start < end and self.line.text[start] in _SEPARATORS:
            start += 1
        while end > start and self.line.text[end - 1] in " \t":
            end -= 1
        return Span(self.line, start, end)


@dataclass(frozen=True, slots=True)
class Hit:
    """A label: what it may name, and where it stands. `embedded` if other words stand before it in its cell."""

    kinds: frozenset[str]
    span: Span
    colon: bool
    embedded: bool

    @property
    def firm(self) -> bool:
        """Whether it ends a value that stands before it: small words inside of a sentence do not."""
        return self.colon or not self.embedded or not self.kinds <= LOOSE


@dataclass(frozen=True)
class Line:
    """A row with its text and the places of its words in that text."""

    index: int
    row: Row

    @cached_property
    def text(self) -> str:
        """The words with single spaces between them."""
        return self.row.text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word starts in the text."""
        starts, at = [], 0
        for word in self.row.words:
            starts.append(at)
            at += len(word.text) + 1
        return tuple(starts)

    @cached_property
    def cells(self) -> tuple[Span, ...]:
        """The runs of words that wide gaps divide."""
        spans, at = [], 0
        for cell in self.row.cells():
            spans.append(Span(self, at, at + len(cell.text)))
            at += len(cell.text) + 1
        return tuple(spans)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The words of the text without what stands between them."""
        return parts_of(self.text)

    @cached_property
    def labelling(self) -> tuple[Part, ...]:
        """The words that may be part of a label; addresses of mail and web are not."""
        if "@" not in self.text and "www" not in self.text and "://" not in self.text:
            return self.parts
        return tuple(
            part for part in self.parts if not any(sign in self._word_of(part) for sign in ("@", "www", "://"))
        )

    def _word_of(self, part: Part) -> str:
        return self.words_at(part.start, part.end)[0].text

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The labels of the line, the longest phrases first where they overlap."""
        return tuple(hit for cell in self.cells for hit in self._hits(cell))

    @cached_property
    def is_strip(self) -> bool:
        """Whether most of its cells are labels and nothing else, so that their values stand above or below them."""
        alone = sum(
            self.cells[self.cell_at(hit.span.start)].text.strip(_SEPARATORS) == hit.span.text.strip(_SEPARATORS)
            for hit in self.hits
        )
        return alone > 1 and alone * 3 >= len(self.cells) * 2

    @cached_property
    def is_heading(self) -> bool:
        """Whether it heads the columns of lines."""
        columns = len({part.plain for part in self.parts} & COLUMNS)
        bare = not any(character.isdigit() for character in self.text)
        named = sum(hit.kinds != {"other"} for hit in self.hits)
        return len(self.cells) >= 3 and columns > named and columns >= (2 if bare and named < 2 else 3)

    def words_at(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that a piece of the text touches, at least one."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first, bisect_right(self.starts, max(start, end - 1)) - 1)
        return self.row.words[first : last + 1]

    def cell_at(self, position: int) -> int:
        """Return the number of the cell that a place in the text lies in."""
        return max(0, bisect_right([cell.start for cell in self.cells], position) - 1)

    def _hits(self, cell: Span) -> Iterator[Hit]:
        parts = self.labelling
        first = bisect_right([part.start for part in parts], cell.start - 1)
        last = bisect_right([part.start for part in parts], cell.end - 1)
        position, behind, last_end = first, False, -1
        while position < last:
            stop = self._colon(parts, position, last)
            end = longest(parts, position, stop)
            spoken, kinds_spoken = named(self.text, parts, position, stop)
            while end > position and self._goes_on(parts[end - 1].end):
                end = next((e for e in range(end - 1, position, -1) if kinds_of(parts[position:e])), position)
            is_spoken = spoken > end and not self._goes_on(parts[spoken - 1].end)
            end = spoken if is_spoken else end
            if end == position:
                behind = True
                position += 1
                continue
            span = Span(self, parts[position].start, parts[end - 1].end)
            rest = self.text[span.end : cell.end].lstrip(" .°º#")
            glued = span.start > cell.start and self.text[span.start - 1] in "-_/"
            kinds = kinds_spoken if is_spoken else kinds_of(parts[position:end])
            colon = rest.startswith((":", "="))
            if kinds != NUMBERED or last_end < 0 or self.text[last_end : span.start].strip(_SEPARATORS):
                yield Hit(kinds, span, colon, behind or glued)
            # What follows a colon is a value, and a small word in a sentence starts nothing new.
            behind = colon != (kinds == SUBJECT) or (behind and kinds <= LOOSE)
            last_end, position = span.end, end

    def _colon(self, parts: tuple[Part, ...], start: int, end: int) -> int:
        """Return the number of the first word behind a colon, `end` if there is none: no label goes over a colon."""
        behind = range(start + 1, min(end, start + MAX_PARTS))
        return next((at for at in behind if ":" in self.text[parts[at - 1].end : parts[at].start]), end)

    def _goes_on(self, end: int) -> bool:
        """Tell whether what ends here is only the beginning of a word with hyphens, as in PO-1234."""
        return self.text[end : end + 1] in {"-", "/", "_", "@"} and self.text[end + 1 : end + 2].isalnum()


@dataclass(frozen=True)
class Lines:
    """All lines of a document."""

    all: tuple[Line, ...]
    pages: tuple[Page, ...]

    @cached_property
    def language(self) -> str:
        """The language that most of the text is in."""
        return language_of(line.text for line in self.all)

    @cached_property
    def month_first(self) -> bool:
        """Whether 03/04/2024 is in March: what the document proves, else what its language and currency suggest."""
        votes = month_first_votes(line.text for line in self.all)
        if votes:
            return votes > 0
        text = " ".join(line.text for line in self.all[:400])
        if self.language == "en" and _AMERICAN.search(text):
            return True
        european = any(sign in text for sign in ("€", "EUR", "£", "GBP", "VAT", "GST", "CHF"))
        return self.language == "en" and not european and ("$" in text or "USD" in text)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """All labels."""
        stacked = (hit for upper, lower in pairwise(self.all) for hit in _stacked(upper, lower))
        return tuple(islice(chain((hit for line in self.all for hit in line.hits), stacked), MAX_HITS))

    def right_of(self, hit: Hit) -> Iterator[Span]:
        """Yield where a value may stand right of a label: in its own cell, then in the next one."""
        line = hit.span.line
        here = line.cell_at(hit.span.start)
        after = [other.span.start for other in line.hits if other.span.start >= hit.span.end and other.firm]
        cell = line.cells[here]
        own = Span(line, hit.span.end, min([cell.end, *after])).stripped()
        if not hit.colon and (more := _MORE_LABEL.match(own.text)):
            own = Span(line, own.start + more.end(), own.end).stripped()
        if own.start < own.end:
            yield own
        if here + 1 < len(line.cells):
            beside = line.cells[here + 1]
            stop = min([beside.end, *(start for start in after if start > beside.start)])
            if not any(beside.start <= start < stop for start in after):
                yield Span(line, beside.start, stop).stripped()
            elif Span(line, beside.start, stop).text.strip(_SEPARATORS) == "" and here + 2 < len(line.cells):
                yield line.cells[here + 2].stripped()

    def below(self, hit: Hit) -> Iterator[Span]:
        """Yield the cells that stand below a label in its column, the nearest first, up to another label."""
        line, box = hit.span.line, hit.span.box
        lowest = box.bottom + BELOW_HEIGHTS * (box.bottom - box.top)
        others = (other for other in line.hits if other.span.start > hit.span.end and not other.kinds & hit.kinds)
        edge = min((other.span.box.left for other in others), default=1 << 30)
        seen = 0
        for other in self.all[line.index + 1 : line.index + 12]:
            if other.row.page != line.row.page or other.row.box.top > lowest or seen == BELOW_LINES:
                return
            cell = self._under(hit, other, edge)
            if cell is None:
                continue
            label = next((one for one in other.hits if one.span.start == cell.start and one.colon), None)
            if label is not None:
                yield from self.right_of(label) if "name" in label.kinds else ()
                return
            seen += 1
            yield cell

    def _under(self, hit: Hit, other: Line, edge: int) -> Span | None:
        """Return what stands in a line below a label in its column, lined up with it best, and only up to an edge."""
        box = hit.span.box
        rivals = [one.span.box for one in hit.span.line.hits if not one.kinds & hit.kinds and not one.embedded]
        before = max((rival.left for rival in rivals if rival.left < box.left), default=1 << 30)
        best: tuple[int, Span] | None = None
        for cell in other.cells:
            # Only what begins below the label before may run into this column.
            left = box.left if cell.box.left >= before - BESIDE else 1 << 30
            piece = _in_column(cell, left, edge).stripped()
            found = piece.box
            if found.right < box.left - BESIDE or found.left > max(box.right, box.left + 10 * BESIDE):
                continue
            if found.left < box.left - 8 * BESIDE or found.left >= edge:
                continue
            off = _off(box, found)
            if (best is None or off < best[0]) and all(off <= _off(rival, found) for rival in rivals):
                best = (off, piece)
        return best[1] if best else None

    def above(self, hit: Hit) -> Iterator[Span]:
        """Yield the cell that stands directly above a label in its column, if it is no label."""
        line, box = hit.span.line, hit.span.box
        other = self.all[line.index - 1] if line.index else line
        if other is line or other.row.page != line.row.page or box.top - other.row.box.bottom > box.bottom - box.top:
            return
        for cell in other.cells:
            if abs(cell.box.left - box.left) <= BESIDE and not any(
                cell.start <= one.span.start < cell.end for one in other.hits
            ):
                yield cell.stripped()

    def after(self, hit: Hit) -> Iterator[Span]:
        """Yield the first cell of the next line where a label ends its own, as sentences go on."""
        line = hit.span.line
        if len(line.text) - hit.span.end < 3 and line.index + 1 < len(self.all):
            follower = self.all[line.index + 1]
            if follower.row.page == line.row.page:
                yield follower.cells[0].stripped()

    def before(self, hit: Hit) -> Span | None:
        """Return what stands in the cell before a label in parentheses, which names it."""
        line = hit.span.line
        cell = line.cells[line.cell_at(hit.span.start)]
        opened, closed = line.text[cell.start : hit.span.start].rstrip(), line.text[hit.span.end : cell.end].strip()
        if not opened.endswith("(") or closed not in {")", ".)", ":)"}:
            return None
        return Span(line, cell.start, cell.start + len(opened[:-1].rstrip())).stripped()

    def column_above(self, line: Line, left: int, right: int, *, most: int) -> Iterator[Line]:
        """Yield the lines above that have words in a column, the nearest first."""
        for other in reversed(self.all[max(0, line.index - most) : line.index]):
            if other.row.page != line.row.page:
                return
            if any(cell.box.left <= right and cell.box.right >= left for cell in other.cells):
                yield other


def _off(box: Box, other: Box) -> int:
    """Return how far two boxes are from being lined up at their left, their right or their middle."""
    return min(
        abs(box.left - other.left),
        abs(box.right - other.right),
        abs(box.left + box.right - other.left - other.right) // 2,
    )


def _in_column(cell: Span, left: int, edge: int) -> Span:
    """Return the part of a cell from a word that is lined up with `left` to one that is lined up with `edge`."""
    line, start, end = cell.line, cell.start, cell.end
    for word, at in zip(line.row.words, line.starts, strict=True):
        if not cell.start < at < cell.end:
            continue
        if abs(word.box.left - edge) <= BESIDE:
            end = at - 1
            break
        if abs(word.box.left - left) <= BESIDE // 2 and cell.box.left < left - BESIDE:
            start = at
    return Span(line, start, end)


def _stacked(upper: Line, lower: Line) -> Iterator[Hit]:
    """Yield the labels that go over two lines, cell below cell, as narrow columns are headed."""
    near = lower.row.box.top - upper.row.box.bottom <= (lower.row.box.bottom - lower.row.box.top) // 2
    if upper.row.page != lower.row.page or not near or len(lower.cells) > MOST_CELLS:
        return
    for over in upper.cells[:MOST_CELLS]:
        for under in lower.cells:
            level = abs(over.box.left - under.box.left) <= BESIDE
            text = f"{over.text} {under.text}"
            if level and len(text) < LONGEST_LABEL and not any(character.isdigit() for character in text):
                kinds = kinds_of(parts_of(text))
                if kinds:
                    yield Hit(kinds, under, text.endswith(":"), embedded=False)


def lines_of(rows: Iterable[Row], pages: tuple[Page, ...]) -> Lines:
    """Return the rows of all pages as lines: of a long document its beginning and its end."""
    found = list(rows)
    if len(found) > FIRST_LINES + LAST_LINES:
        found = [*found[:FIRST_LINES], *found[-LAST_LINES:]]
    return Lines(tuple(Line(index, _bounded(row)) for index, row in enumerate(found)), pages)


def _bounded(row: Row) -> Row:
    """Return a row without words that nobody writes and without what makes it longer than any line."""
    if len(row.words) <= MAX_WORDS and all(len(word.text) <= LONGEST_WORD for word in row.words):
        return row
    words = [
        Word(word.text[:LONGEST_WORD], word.box, word.size, word.bold, word.hidden) for word in row.words[:MAX_WORDS]
    ]
    return Row(row.page, tuple(words))
