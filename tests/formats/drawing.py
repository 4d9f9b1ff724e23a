"""Pages drawn with letters: each character five points wide, each line twelve points below the one before."""

from __future__ import annotations

from bursar.core.extraction import Box
from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Row

WIDTH, HEIGHT, LEADING = 500, 1000, 1200


def drawn(*pages: str) -> tuple[Row, ...]:
    """Return the rows of pages that are drawn as text; an empty line is a gap."""
    return tuple(row for number, page in enumerate(pages, start=1) for row in _rows(number, page))


def _rows(number: int, page: str) -> list[Row]:
    rows = []
    for line, text in enumerate(page.strip("\n").split("\n")):
        words = []
        at = 0
        for part in text.split(" "):
            if part:
                top = 3000 + line * LEADING
                box = Box(3000 + at * WIDTH, top, 3000 + (at + len(part)) * WIDTH, top + HEIGHT)
                words.append(Word(part, box, size=HEIGHT))
            at += len(part) + 1
        if words:
            rows.append(Row(number, tuple(words)))
    return rows
