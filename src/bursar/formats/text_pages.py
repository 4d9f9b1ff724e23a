"""A text file as pages of words, as if it were printed: columns made of spaces stay columns."""

from __future__ import annotations

import re
from typing import Final

from bursar.core.extraction import Box
from bursar.formats.pdf.page import Page, Word

MOST_LINES: Final = 20_000
# A character of 10-point Courier, in hundredths of a point.
WIDTH: Final = 600
HEIGHT: Final = 1_000
LEADING: Final = 1_200
TAB: Final = 8

_WORD: Final = re.compile(r"\S+")


def text_pages(data: bytes) -> tuple[Page, ...]:
    """Return the pages of a text: UTF-8 where it can be, else as Windows wrote western languages."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    sheets = text.split("\f")
    lines_left = MOST_LINES
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        lines = sheet.splitlines()[:lines_left]
        lines_left -= len(lines)
        longest = max((len(line.expandtabs(TAB)) for line in lines), default=0)
        words = tuple(word for at, line in enumerate(lines) for word in _words(line.expandtabs(TAB), at))
        pages.append(Page(number, longest * WIDTH, len(lines) * LEADING, words))
    return tuple(pages)


def _words(line: str, at: int) -> list[Word]:
    top = at * LEADING
    return [
        Word(found[0], Box(found.start() * WIDTH, top, found.end() * WIDTH, top + HEIGHT), size=HEIGHT)
        for found in _WORD.finditer(line)
    ]
