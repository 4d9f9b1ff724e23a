"""The page as it is seen: words with their boxes. Every reader of pages, of text or of an image, ends here."""

from __future__ import annotations

from dataclasses import dataclass

from bursar.core.extraction import Box


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space between them, as they stand on the page.

    `size` is the height of the font in hundredths of a point, 0 where it is not known. `hidden` names why a person
    does not see the word (`invisible`, `off_page`, `white`, `tiny`, `covered`), None where it can be seen.
    """

    text: str
    box: Box
    size: int = 0
    bold: bool = False
    hidden: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its width and height in hundredths of a point, and its words in reading order."""

    number: int
    width: int
    height: int
    words: tuple[Word, ...]
    scanned: bool = False
