"""Sentences as they run over lines: a cell that goes on in the line below, cut where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bursar.core.extraction import Evidence, Method, Value
from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import joined
from bursar.formats.text_invoice.head.lines import LOOSE, Hit, Lines, Span

MOST_LINES: Final = 6
FEWEST_WORDS: Final = 3  # Fewer are no line of a sentence.
INDENT: Final = 300  # Hundredths of a point by which the lines of a paragraph may be off.
IDENTIFIERS: Final = frozenset({"iban", "bic", "tax_id", "tax_number", "account_holder", "email"})
MANY_WORDS: Final = 6  # So many are more than a phrase.
LABEL: Final = 30  # Characters of a label, up to its colon.
GROUP: Final = 4  # Digits of one group of an account.
SMALL: Final = 3  # Letters of the words that end no phrase: of, de, von.
LEADING: Final = 17  # Tenths of the height of a font from one line to the next.
LOOKED_AT: Final = 4  # Rows below a line, of which those of other columns are some.
_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+|(?<=\d{4}[.!?])\s+|(?<=[)%][.!?])\s+")
_STARTERS: Final = frozenset(
    {"Bitte", "Wir", "Die", "Der", "Das", "Sie", "Bei", "Es", "Ihre", "Zahlung", "Vielen", "Bank"}
)
_ENDED: Final = (".", "!", "?", ":")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that may run over several lines, with what stands in each of them."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The text as written, with a space for the end of a line."""
        return " ".join(span.text for span in self.spans)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that hold it."""
        return tuple(word for span in self.spans for word in span.words)

    def cut(self, start: int, end: int) -> Passage:
        """Return the piece between two places in its text."""
        spans, at = [], 0
        for span in self.spans:
            first, last = max(start - at, 0), min(end - at, span.end - span.start)
            if first < last:
                spans.append(Span(span.line, span.start + first, span.start + last))
            at += span.end - span.start + 1
        return Passage(tuple(spans))

    def sentences(self) -> Iterator[Passage]:
        """Yield its sentences, each as a passage; the label of an identifier begins one, too."""
        text = self.text
        ends = [(found.start(), found.end()) for found in _SENTENCE.finditer(text)]
        ends = sorted([*ends, *((at, at) for at in self._labels() if at)])
        for (_, start), (end, _) in pairwise([(0, 0), *ends, (len(text), len(text))]):
            said = text[start:end].rstrip(" ,;|-")
            if said:
                yield self.cut(start, start + len(said))

    def _labels(self) -> Iterator[int]:
        at = 0
        for span in self.spans:
            yield from (at + hit.span.start - span.start for hit in _identifiers(span))
            at += span.end - span.start + 1

    def value(self, value: str, *evidence: Evidence) -> Value:
        """Return what it says as a value of the document."""
        return Value(
            value=value,
            raw=self.text,
            method=Method.TEXT,
            page=self.spans[0].line.row.page,
            box=joined(self.words),
            evidence=tuple(sorted(set(evidence))),
        )


def passages(lines: Lines) -> Iterator[Passage]:
    """Yield all cells with the cells below in which they go on."""
    taken: set[tuple[int, int]] = set()
    for line in lines.all:
        for cell in line.cells:
            if (line.index, cell.start) not in taken:
                passage = from_here(lines, cell)
                taken |= {(span.line.index, span.start) for span in passage.spans}
                yield passage


def from_here(lines: Lines, span: Span) -> Passage:
    """Return a piece of text that ends its cell with the cells below in which it goes on."""
    spans = [span]
    while len(spans) < MOST_LINES and (under := _continued(lines, spans[-1])) is not None:
        spans.append(under)
    return Passage(tuple(spans))


def _continued(lines: Lines, upper: Span) -> Span | None:
    """Return the cell below in which a line goes on: it had no room for the first word there and ends no sentence."""
    words = upper.words
    if len(words) < FEWEST_WORDS or upper.text.endswith(_ENDED):
        return None
    line, box = upper.line, joined(words)
    left = line.cells[line.cell_at(upper.start)].box.left
    lowest = box.top * 10 + LEADING * max(words[0].size, box.bottom - box.top)
    for other in lines.all[line.index + 1 : line.index + 1 + LOOKED_AT]:
        if other.row.page != line.row.page or other.row.box.top * 10 > lowest:
            return None
        for cell in other.cells:
            found, first = cell.box, cell.words[0]
            if min(abs(found.left - left), abs(found.left - box.left)) <= INDENT and first.size == words[0].size:
                had_room = box.right + first.box.right - first.box.left < found.right
                return None if had_room or other.is_heading or _begins_anew(lines, upper, cell) else cell
    return None


def _begins_anew(lines: Lines, upper: Span, lower: Span) -> bool:
    """Tell whether a cell starts something of its own: with a label, or like a sentence below less than half of one."""
    label = next((hit for hit in lower.line.hits if hit.span.start == lower.start), None)
    is_labelled = label is not None and not label.kinds <= LOOSE
    if is_labelled or ":" in lower.text[:LABEL]:
        return True
    last = upper.words[-1].text
    in_text = len(upper.words) >= MANY_WORDS
    in_groups = all(one.isdigit() and len(one) <= GROUP for one in (last, lower.words[0].text))
    is_cut = in_groups or any(hit.span.end == upper.end for hit in _identifiers(upper))
    if (len(last) <= SMALL and last.islower()) or (in_text and is_cut):
        return False
    runs_on = last.isalpha() and not last.isupper() and in_text
    if any(not (hit.embedded and runs_on) for hit in _identifiers(upper)):
        return True
    if lower.text[0].islower() or last.endswith(","):
        return False
    # Only in German any noun has a capital; there, too, some words begin a sentence.
    may_be_noun = lines.language == "de" and lower.words[0].text not in _STARTERS
    return not (may_be_noun or lower.text[0].isdigit()) or len(upper.words) < MANY_WORDS


def _identifiers(span: Span) -> Iterator[Hit]:
    """Yield the labels of identifiers; a word that may be something else, as "Konto" may, is part of a sentence."""
    for hit in span.line.hits:
        if span.start <= hit.span.start < span.end and hit.kinds & IDENTIFIERS and "other" not in hit.kinds:
            yield hit
