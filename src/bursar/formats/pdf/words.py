"""The words on the pages of a PDF with text, each in its box, and whether a person sees it.

PDFium gives characters in the order they are painted. Words are made of what stands close together, whatever the file
says about spaces: kerning splits a word, spacing spreads it, and false bold paints it twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import Any, Final

import pypdfium2
from pypdfium2 import raw

from bursar.core.extraction import Box
from bursar.formats.pdf.characters import written
from bursar.formats.pdf.facts import opened
from bursar.formats.pdf.page import Page, Word
from bursar.formats.pdf.paint import Painting, Patch, Style, address_of, hidden_by, painting
from bursar.formats.pdf.rows import joined, lined_up

MAX_CHARACTERS: Final = 100_000  # On one page: about twenty times what a dense page of print holds.
MAX_WORDS: Final = 20_000
MAX_WORDS_IN_ALL: Final = 60_000  # Of a document; what stands on later pages is not read.
MAX_COMPARISONS: Final = 6_000_000  # Of words with what may cover them: of a page with more, the first are looked at.
FARTHEST: Final = 10_000_000  # Hundredths of a point; what lies beyond is nowhere.
# In hundredths of the size of the font.
BREAK: Final = 17
GENERATED_BREAK: Final = 13
BACKWARDS: Final = 35
OFF_LINE: Final = 45
TWICE: Final = 12
TOUCHING: Final = 5
SPREAD: Final = 130
TINY: Final = 200
SPACED_LETTERS: Final = 4
SCANNED_PERCENT: Final = 60  # Of the page, under a picture, with no text to see, makes it a scan.

_PLAIN: Final = Style(order=MAX_CHARACTERS, colour=None, mode=0, bold=False, size=0, quarters=0)


@dataclass(slots=True)
class _Sheet:
    """Where a page lies in its own space, and how it is turned when it is shown."""

    left: Any
    bottom: Any
    right: Any
    top: Any
    quarters: int

    @property
    def shown(self) -> tuple[int, int]:
        """Width and height as shown."""
        size = (round((self.right - self.left) * 100), round((self.top - self.bottom) * 100))
        return size if self.quarters % 2 == 0 else size[::-1]

    def box(self, rect: Any) -> Box:
        """Return a rectangle of the page's own space as a box of the page as shown."""
        left, right = round((rect.left - self.left) * 100), round((rect.right - self.left) * 100)
        top, bottom = round((self.top - rect.top) * 100), round((self.top - rect.bottom) * 100)
        width, height = round((self.right - self.left) * 100), round((self.top - self.bottom) * 100)
        if self.quarters == 1:
            return Box(height - bottom, left, height - top, right)
        if self.quarters == 2:
            return Box(width - right, height - bottom, width - left, height - top)
        if self.quarters == 3:
            return Box(top, width - right, bottom, width - left)
        return Box(left, top, right, bottom)


@dataclass(frozen=True, slots=True)
class _Character:
    """One character; `spaced` if the file or PDFium puts a space before it, `apart` if the file itself does."""

    text: str
    box: Box
    style: Style
    x: Any
    y: Any
    spaced: bool
    apart: bool


@dataclass(slots=True)
class _Run:
    """A word as it grows: its characters, its box, and the middle of its first character in the page's own space."""

    style: Style
    last: int  # The text object of its last character: one object does not paint a character twice.
    x: Any
    y: Any
    text: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    twice: bool = False

    def word(self, size: int, hidden: str | None) -> Word:
        """Return the finished word."""
        box = Box(
            min(box.left for box in self.boxes),
            min(box.top for box in self.boxes),
            max(box.right for box in self.boxes),
            max(box.bottom for box in self.boxes),
        )
        return Word("".join(self.text), box, size, self.style.bold or self.twice, hidden)


def read_pages(data: bytes, *, max_pages: int) -> tuple[Page, ...]:
    """Return the pages of a PDF with their words; those that nobody sees are marked.

    Raises PdfBroken, PdfEncrypted or PdfTooManyPages. A page that cannot be read has no words.
    """
    left = MAX_WORDS_IN_ALL
    pages: list[Page] = []
    with opened(data, max_pages=max_pages) as document:
        for index in range(len(document)):
            pages.append(_page(document, index, min(left, MAX_WORDS)) if left > 0 else Page(index + 1, 0, 0, ()))
            left -= len(pages[-1].words)
    return tuple(pages)


def _page(document: pypdfium2.PdfDocument, index: int, most: int) -> Page:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0, 0, ())
    with closing(page):
        rect = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page.raw, rect)
        sheet = _Sheet(rect.left, rect.bottom, rect.right, rect.top, raw.FPDFPage_GetRotation(page.raw) % 4)
        width, height = sheet.shown
        textpage = raw.FPDFText_LoadPage(page.raw)
        if not textpage:
            return Page(index + 1, width, height, ())
        try:
            painted = painting(page.raw)
            found = _once(list(islice(_words(textpage, sheet, painted), most)))
        finally:
            raw.FPDFText_ClosePage(textpage)
    words = tuple(word for line in lined_up(found) for word in _mended(line))
    return Page(index + 1, width, height, words, scanned=_is_scanned(words, sheet, painted))


def _is_scanned(words: tuple[Word, ...], sheet: _Sheet, painted: Painting) -> bool:
    if any(word.hidden is None for word in words):
        return False
    whole = (sheet.right - sheet.left) * (sheet.top - sheet.bottom)
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in painted.pictures)
    return bool(covered * 100 >= whole * SCANNED_PERCENT)


def _words(textpage: Any, sheet: _Sheet, painted: Painting) -> Iterator[Word]:
    patches = painted.patches[: MAX_COMPARISONS // (raw.FPDFText_CountChars(textpage) + 1)]
    for run in _runs(textpage, sheet, painted.styles):
        word = _finished(run, sheet, patches)
        if word is not None:
            yield word


def _finished(run: _Run, sheet: _Sheet, patches: tuple[Patch, ...]) -> Word | None:
    if not any(text.strip() for text in run.text):
        return None
    size = _size(run)
    word = run.word(size, None)
    width, height = sheet.shown
    middle_x, middle_y = (word.box.left + word.box.right) // 2, (word.box.top + word.box.bottom) // 2
    if not (0 <= middle_x <= width and 0 <= middle_y <= height):
        return replace(word, hidden="off_page")
    hidden = hidden_by(run.style, run.x, run.y, patches)
    if hidden is None and size < TINY:
        hidden = "tiny"
    return replace(word, hidden=hidden)


def _size(run: _Run) -> int:
    if run.style.size:
        return int(min(FARTHEST, round(run.style.size * 100)))
    box = run.boxes[0]
    return box.bottom - box.top if run.style.quarters % 2 == 0 else box.right - box.left


def _runs(textpage: Any, sheet: _Sheet, styles: dict[int, Style]) -> Iterator[_Run]:
    """Yield the runs of characters that stand close together, in the order of the file."""
    run: _Run | None = None
    for character in _characters(textpage, sheet, styles):
        text, box, style = character.text, character.box, character.style
        if run and style.order != run.last and _is_again(run, text, box):
            run.twice = True
            continue
        if run and (character.apart or not _continues(run, style, box, sheet, spaced=character.spaced)):
            yield run
            run = None
        if run is None:
            run = _Run(style, style.order, character.x, character.y)
        run.text.append(text)
        run.boxes.append(box)
        run.last = style.order
    if run:
        yield run


def _characters(textpage: Any, sheet: _Sheet, styles: dict[int, Style]) -> Iterator[_Character]:
    """Yield what can be read and lies somewhere, and whether spaces stand before it."""
    rect = raw.FS_RECTF()
    spaced = apart = False
    code_at, box_at, text_at = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetTextObject
    for index in range(min(raw.FPDFText_CountChars(textpage), MAX_CHARACTERS)):
        text = written(code_at(textpage, index))
        if text.isspace():
            spaced = True
            apart = apart or text != " " or not raw.FPDFText_IsGenerated(textpage, index)
        elif text and box_at(textpage, index, rect) and (box := _somewhere(sheet, rect)):
            style = styles.get(address_of(text_at(textpage, index)), _PLAIN)
            x, y = (rect.left + rect.right) / 2, (rect.bottom + rect.top) / 2
            yield _Character(text, box, style, x, y, spaced=spaced, apart=apart)
            spaced = apart = False


def _somewhere(sheet: _Sheet, rect: Any) -> Box | None:
    """Return the box of a rectangle, or None if it is not a number, or infinitely far."""
    try:
        box = sheet.box(rect)
    except (ValueError, OverflowError):
        return None
    return box if max(map(abs, (box.left, box.top, box.right, box.bottom))) <= FARTHEST else None


def _is_again(run: _Run, text: str, box: Box) -> bool:
    """Tell whether a character is the last one, painted once more a little beside itself."""
    last = run.boxes[-1]
    near = (last.bottom - last.top) * TWICE // 100
    return run.text[-1] == text and abs(last.left - box.left) <= near and abs(last.top - box.top) <= near


def _continues(run: _Run, style: Style, box: Box, sheet: _Sheet, *, spaced: bool) -> bool:
    """Tell whether a character stands close enough behind the run's last one to belong to the same word."""
    if style.order == run.last and box == run.boxes[-1]:
        return True  # The pieces of a ligature stand in one box.
    quarters = (style.quarters - sheet.quarters) % 4
    if (run.style.quarters - sheet.quarters) % 4 != quarters or (run.style.mode == 3) != (style.mode == 3):
        return False
    last_start, last_end, last_low, last_high = _along(run.boxes[-1], quarters)
    start, _, low, high = _along(box, quarters)
    size = min(last_high - last_low, high - low)
    gap = start - last_end
    shared = min(last_high, high) - max(last_low, low)
    if shared * 100 < size * OFF_LINE or start < last_start:
        return False
    return -size * BACKWARDS <= gap * 100 <= size * (GENERATED_BREAK if spaced else BREAK)


def _along(box: Box, quarters: int) -> tuple[int, int, int, int]:
    """Return start and end along the run of the text, then its extent across."""
    if quarters == 1:
        return -box.bottom, -box.top, box.left, box.right
    if quarters == 2:
        return -box.right, -box.left, box.top, box.bottom
    if quarters == 3:
        return box.top, box.bottom, box.left, box.right
    return box.left, box.right, box.top, box.bottom


def _once(words: list[Word]) -> list[Word]:
    """Drop words that are painted again a little beside themselves, as false bold and shadows are."""
    seen: dict[str, list[int]] = {}
    kept: list[Word] = []
    for word in words:
        near = (word.box.bottom - word.box.top) * TWICE // 100
        for position in seen.get(word.text, ()):
            other = kept[position]
            if abs(other.box.left - word.box.left) <= near and abs(other.box.top - word.box.top) <= near:
                kept[position] = replace(other, bold=True, hidden=other.hidden and word.hidden)
                break
        else:
            places = seen.setdefault(word.text, [])
            places.append(len(kept))
            del places[:-50]  # A page that repeats one word thousands of times costs no more than others.
            kept.append(word)
    return kept


def _mended(line: tuple[Word, ...]) -> Iterator[Word]:
    """Yield a line's words, with pieces that touch joined and letters that are spread out drawn together."""
    words: list[Word] = []
    for word in line:
        if words and _touch(words[-1], word):
            words[-1] = _as_one(words[-1], word)
        else:
            words.append(word)
    start = 0
    while start < len(words):
        end = _spread(words, start)
        yield words[start] if end == start + 1 else _as_one(*words[start:end])
        start = end


def _touch(left: Word, right: Word) -> bool:
    near = left.size * TOUCHING // 100
    alike = left.hidden == right.hidden and abs(left.size - right.size) * 10 <= left.size
    level = abs(left.box.bottom - right.box.bottom) <= near
    return alike and level and -near <= right.box.left - left.box.right <= near


def _spread(words: list[Word], start: int) -> int:
    """Return the end of the run of single letters with even gaps that starts here, or the next place if none does."""
    end = start + 1
    while end < len(words) and len(words[end - 1].text) == len(words[end].text) == 1:
        end += 1
    run = words[start:end]
    if len(run) < SPACED_LETTERS or sum(word.text.isalnum() for word in run) < SPACED_LETTERS:
        return start + 1
    gaps = [right.box.left - left.box.right for left, right in pairwise(run)]
    narrowest = min(gaps)
    if narrowest * 100 > run[0].size * SPREAD:
        return start + 1
    for position, gap in enumerate(gaps):
        if gap * 10 > max(narrowest, 50) * 16:
            end = start + position + 1
            break
    return end if end - start >= SPACED_LETTERS else start + 1


def _as_one(*words: Word) -> Word:
    return replace(words[0], text="".join(word.text for word in words), box=joined(words))
