"""Words in rows, as a reader's eye runs over a page, and rows in cells, which wide gaps divide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bursar.core.extraction import Box
from bursar.formats.pdf.page import Page, Word

# A gap this wide, in hundredths of the height of its words, divides cells: a space is about a quarter of the height.
CELL_GAP: Final = 90
NEIGHBOURS: Final = 64  # Words of a line among which the nearest is looked for.
UPRIGHT: Final = 18  # Tenths of its size: a word that is taller runs up or down the margin.


def joined(words: Iterable[Word]) -> Box:
    """Return the smallest box that holds all the words, of which there is at least one."""
    boxes = [word.box for word in words]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


@dataclass(frozen=True)
class Cell:
    """Words of one row with no wide gap between them."""

    page: int
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        """The box of all the words."""
        return joined(self.words)


@dataclass(frozen=True)
class Row:
    """Words that stand on one line of a page, from left to right."""

    page: int
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        """The box of all the words."""
        return joined(self.words)

    def cells(self, gap: int | None = None) -> tuple[Cell, ...]:
        """Return the runs of words that gaps wider than `gap` divide (hundredths of a point).

        Without a gap it follows the height of the words on both of its sides.
        """
        cells: list[list[Word]] = []
        for word in self.words:
            if cells and word.box.left - cells[-1][-1].box.right <= (gap or _gap(cells[-1][-1], word)):
                cells[-1].append(word)
            else:
                cells.append([word])
        return tuple(Cell(self.page, tuple(words)) for words in cells)


def _gap(left: Word, right: Word) -> int:
    heights = (left.box.bottom - left.box.top, right.box.bottom - right.box.top)
    return min(heights) * CELL_GAP // 100


def rows(page: Page) -> tuple[Row, ...]:
    """Return the rows of a page from top to bottom.

    Words that nobody sees are left out, but for those that lie behind a scanned page as its text.
    """
    seen = [word for word in page.words if word.hidden is None or (page.scanned and word.hidden == "invisible")]
    return tuple(Row(page.number, words) for words in lined_up(seen))


def lined_up(words: Iterable[Word]) -> list[tuple[Word, ...]]:
    """Return words as lines from top to bottom, each from left to right.

    A word belongs to a line if its middle lies within the line's first words and theirs within it; what runs up or down
    the margin is a line of its own.
    """
    lines: list[list[Word]] = []
    upright: list[tuple[Word, ...]] = []
    for word in sorted(words, key=_middle):
        if _is_upright(word):
            upright.append((word,))
            continue
        for line in lines[-1:-5:-1]:
            if _level(line, word):
                line.append(word)
                break
        else:
            lines.append([word])
    ordered = [tuple(sorted(line, key=lambda word: (word.box.left, word.box.top))) for line in lines]
    ordered += upright
    return sorted(ordered, key=lambda line: (_middle(line[0]), line[0].box.left))


def _middle(word: Word) -> int:
    return word.box.top + word.box.bottom


def _is_upright(word: Word) -> bool:
    width, height = word.box.right - word.box.left, word.box.bottom - word.box.top
    tall = height * 10 > word.size * UPRIGHT if word.size else len(word.text) > 2
    return len(word.text) > 1 and tall and height > 2 * width


def _level(line: list[Word], word: Word) -> bool:
    """Tell whether a word stands on the line: they share more than half of the lower one's height."""
    other = min(line[-NEIGHBOURS:], key=lambda one: abs(one.box.left - word.box.left))
    shared = min(other.box.bottom, word.box.bottom) - max(other.box.top, word.box.top)
    lower = min(other.box.bottom - other.box.top, word.box.bottom - word.box.top)
    return shared * 100 > lower * 55
