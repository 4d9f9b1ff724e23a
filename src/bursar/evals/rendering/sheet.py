"""A page to draw on, in points from the top left. What is drawn is kept and written in an order of its own at the end.

Programs write a page in any order, split words where fonts are kerned, and set letters apart: a reader that trusts the
order of a file fails on them, so layouts choose among them.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from random import Random
from typing import Final

from fpdf import FPDF

SIZES: Final = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0), "Till": (226.77, 566.93)}
_MADE: Final = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Something drawn: words at a baseline, or a figure."""

    kind: str
    x: float
    y: float
    text: str = ""
    size: float = 9
    bold: bool = False
    gray: int = 0
    width: float = 0
    height: float = 0
    turned: int = 0


@dataclass(slots=True)
class Sheet:
    """A document of pages on one paper, in one font.

    `order` is how marks are written: `reading`, `reversed`, `shuffled` or `columns`. `split` writes some words in two
    pieces that touch.
    """

    paper: str = "A4"
    landscape: bool = False
    font: str = "helvetica"
    order: str = "reading"
    split: bool = False
    rng: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - reproducible, nothing secret.
    _pages: list[list[_Mark]] = field(default_factory=list)
    _measure: FPDF = field(default_factory=lambda: _pdf("A4", landscape=False))

    @property
    def width(self) -> float:
        """The width of the page."""
        return SIZES[self.paper][1 if self.landscape else 0]

    @property
    def height(self) -> float:
        """The height of the page."""
        return SIZES[self.paper][0 if self.landscape else 1]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def new_page(self) -> None:
        """Begin a page; what follows is drawn on it."""
        self._pages.append([])

    def measured(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide a text will be."""
        self._measure.set_font(self.font, "B" if bold else "", size)
        return float(self._measure.get_string_width(text))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 9,
        *,
        bold: bool = False,
        align: str = "L",
        gray: int = 0,
        page: int | None = None,
    ) -> None:
        """Write a text with its baseline at y; x is its left edge, its right edge (`R`) or its middle (`C`)."""
        shift = {"L": 0.0, "R": 1.0, "C": 0.5}[align]
        left = x - shift * self.measured(text, size, bold=bold) if shift else x
        marks = self._pages[-1 if page is None else page]
        marks.append(_Mark("text", left, y, text, size, bold, gray))

    def turned(self, x: float, y: float, text: str, size: float, *, degrees: int, gray: int = 0) -> None:
        """Write a text that is turned to the left around where it begins, as stamps and words at an edge are."""
        self._pages[-1].append(_Mark("turned", x, y, text, size, bold=True, gray=gray, turned=degrees))

    def apart(self, x: float, y: float, text: str, size: float, gap: float) -> None:
        """Write letters one by one with a gap between them, as headings are set apart."""
        for letter in text:
            self.text(x, y, letter, size, bold=True)
            x += self.measured(letter, size, bold=True) + gap

    def wrapped(self, text: str, width: float, size: float) -> list[str]:
        """Return a text in lines that are no wider than `width`."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measured(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines or [""]

    def line(self, left: float, top: float, right: float, bottom: float, *, page: int | None = None) -> None:
        """Draw a thin line."""
        self._pages[-1 if page is None else page].append(
            _Mark("line", left, top, width=right - left, height=bottom - top)
        )

    def rect(self, left: float, top: float, width: float, height: float, *, gray: int | None = None) -> None:
        """Draw a box, filled with a gray if one is named."""
        marks = self._pages[-1]
        if gray is None:
            marks.append(_Mark("rect", left, top, width=width, height=height))
        else:  # Below everything else, whatever the order.
            marks.insert(0, _Mark("fill", left, top, gray=gray, width=width, height=height))

    def logo(self, x: float, y: float, width: float, height: float) -> None:
        """Place a picture without any text."""
        self._pages[-1].append(_Mark("logo", x, y, width=width, height=height))

    def written(self) -> bytes:
        """Return the document as PDF."""
        pdf = _pdf(self.paper, landscape=self.landscape)
        for marks in self._pages:
            pdf.add_page()
            for mark in self._ordered(marks):
                self._write(pdf, mark)
        return bytes(pdf.output())

    def _ordered(self, marks: list[_Mark]) -> Iterable[_Mark]:
        fills = [mark for mark in marks if mark.kind == "fill"]
        rest = [mark for mark in marks if mark.kind != "fill"]
        if self.order == "reversed":
            rest.reverse()
        elif self.order == "shuffled":
            self.rng.shuffle(rest)
        elif self.order == "columns":
            rest.sort(key=lambda mark: (mark.x, mark.y))
        return [*fills, *rest]

    def _write(self, pdf: FPDF, mark: _Mark) -> None:
        if mark.kind == "text":
            pdf.set_font(self.font, "B" if mark.bold else "", mark.size)
            pdf.set_text_color(mark.gray)
            for x, piece in self._pieces(mark):
                pdf.text(x, mark.y, piece)
        elif mark.kind == "turned":
            pdf.set_font(self.font, "B", mark.size)
            pdf.set_text_color(mark.gray)
            with pdf.rotation(mark.turned, mark.x, mark.y):
                pdf.text(mark.x, mark.y, mark.text)
        elif mark.kind == "line":
            pdf.line(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        elif mark.kind == "logo":
            pdf.image(BytesIO(_picture()), mark.x, mark.y, mark.width, mark.height)
        else:
            pdf.set_fill_color(mark.gray)
            pdf.rect(mark.x, mark.y, mark.width, mark.height, style="F" if mark.kind == "fill" else "D")

    def _pieces(self, mark: _Mark) -> list[tuple[float, str]]:
        if not self.split or len(mark.text) < 5 or self.rng.random() < 0.4:
            return [(mark.x, mark.text)]
        cut = self.rng.randint(2, len(mark.text) - 2)
        first = mark.text[:cut]
        return [(mark.x, first), (mark.x + self.measured(first, mark.size, bold=mark.bold), mark.text[cut:])]


def _pdf(paper: str, *, landscape: bool) -> FPDF:
    pdf = FPDF(orientation="landscape" if landscape else "portrait", unit="pt", format=SIZES[paper])
    pdf.core_fonts_encoding = "windows-1252"  # The euro sign and the typographer's apostrophe.
    pdf.set_auto_page_break(auto=False)
    pdf.set_creation_date(_MADE)
    return pdf


def _picture() -> bytes:
    """Return a small PNG: two coloured fields, as logos are."""
    side = 24
    rows = b"".join(
        b"\0" + b"".join((b"\x1f\x4e\x79" if column < row else b"\xe0\x8a\x2b") for column in range(side))
        for row in range(side)
    )
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head, body, end = chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + body + end
