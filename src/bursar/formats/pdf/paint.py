"""How a page is painted: in which order, what lies behind text and what over it, and how each text is set.

A person sees neither text in the colour of what lies behind it nor text under a filled rectangle.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any, Final, TypeAlias

from pypdfium2 import raw

MAX_OBJECTS: Final = 20_000
MAX_DEPTH: Final = 4
RECTANGLE_SEGMENTS: Final = 6  # A rectangle has four sides, one more to close it and sometimes a move.
BOLD: Final = 600
SAME_SHADE: Final = 20  # Of 255: nobody reads text that differs less than this from what lies behind it.
OPAQUE: Final = 230
FORCE_BOLD: Final = 1 << 18  # Bit 19 of a font's flags (ISO 32000-1, table 123).

Colour: TypeAlias = tuple[int, int, int, int]
Matrix: TypeAlias = tuple[Any, Any, Any, Any, Any, Any]  # PDFium's own numbers; nothing here is money.
Area: TypeAlias = tuple[Any, Any, Any, Any]  # Left, bottom, right, top in the page's own space.

IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Style:
    """How one text is set: its place in the order of painting, its colour, and which way it runs.

    `quarters` counts quarter turns against the clock, `size` is in points of the page, `mode` is that of PDF.
    """

    order: int
    colour: Colour | None
    mode: int
    bold: bool
    size: Any
    quarters: int


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled rectangle, or what fills its bounds by halves or in colours that are not known, as pictures do."""

    order: int
    area: Area
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class Painting:
    """The texts of a page by the address of their object, its patches, and whether a picture is all there is."""

    styles: dict[int, Style]
    patches: tuple[Patch, ...]
    pictures: tuple[Area, ...]


def painting(page: Any) -> Painting:
    """Return how a page is painted, as far as its first objects tell."""
    styles: dict[int, Style] = {}
    patches: list[Patch] = []
    pictures: list[Area] = []
    fonts: dict[int, bool] = {}
    for order, (thing, kind, matrix) in enumerate(_objects(page)):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            styles[_address(thing)] = _style(thing, order, matrix, fonts)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            patch = _patch(thing, order, matrix)
            if patch is not None:
                patches.append(patch)
        elif kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}:
            area = _area(thing, matrix)
            if area is not None:
                patches.append(Patch(order, area, None))
                pictures.append(area)
    return Painting(styles, tuple(patches), tuple(pictures))


def hidden_by(style: Style, x: Any, y: Any, patches: tuple[Patch, ...]) -> str | None:
    """Name what hides text of a style whose middle is at x and y, or return None where it is seen."""
    if style.mode in {raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP}:
        return "invisible"
    if style.colour is not None and style.colour[3] < 255 - OPAQUE:
        return "invisible"
    behind: Colour | None = (255, 255, 255, 255)
    for patch in patches:
        left, bottom, right, top = patch.area
        if left <= x <= right and bottom <= y <= top:
            if patch.order < style.order:
                behind = patch.colour
            elif patch.colour is not None:
                return "covered"
    filled = style.mode in {raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_UNKNOWN}
    if filled and style.colour is not None and behind is not None and _same(style.colour, behind):
        return "white"
    return None


def address_of(pointer: Any) -> int:
    """Return the address that a pointer of PDFium holds, 0 for none."""
    return _address(pointer) if pointer else 0


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _same(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) < SAME_SHADE for a, b in zip(one[:3], other[:3], strict=True))


def _objects(page: Any) -> Iterator[tuple[Any, int, Matrix]]:
    """Yield the objects in the order they are painted, those inside forms too, each with the matrix of its forms."""
    left = MAX_OBJECTS
    for index in range(raw.FPDFPage_CountObjects(page)):
        for found in _within(raw.FPDFPage_GetObject(page, index), IDENTITY, 0):
            yield found
            left -= 1
            if not left:
                return


def _within(thing: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield thing, kind, matrix
    elif depth < MAX_DEPTH:
        inner = _times(_matrix(thing), matrix)
        for index in range(raw.FPDFFormObj_CountObjects(thing)):
            yield from _within(raw.FPDFFormObj_GetObject(thing, index), inner, depth + 1)


def _matrix(thing: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, matrix):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer  # noqa: N806  # A matrix of PDF has these letters.
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)


def _style(thing: Any, order: int, outer: Matrix, fonts: dict[int, bool]) -> Style:
    a, b, c, d, *_ = _times(_matrix(thing), outer)
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(thing, size)
    level, forward, up = abs(a) >= abs(b), a >= 0, b > 0
    return Style(
        order=order,
        colour=_colour(thing),
        mode=raw.FPDFTextObj_GetTextRenderMode(thing),
        bold=_bold(raw.FPDFTextObj_GetFont(thing), fonts),
        size=size.value * hypot(c, d),
        quarters=(0 if forward else 2) if level else (1 if up else 3),
    )


def _bold(font: Any, fonts: dict[int, bool]) -> bool:
    key = address_of(font)
    if not key:
        return False
    if key not in fonts:
        name = ctypes.create_string_buffer(128)
        raw.FPDFFont_GetBaseFontName(font, name, 128)
        named = any(part in name.value.lower() for part in (b"bold", b"black", b"heavy", b"demi"))
        heavy = BOLD <= raw.FPDFFont_GetWeight(font) <= 900
        fonts[key] = named or heavy or bool(raw.FPDFFont_GetFlags(font) & FORCE_BOLD)
    return fonts[key]


def _colour(thing: Any) -> Colour | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return None
    return (red.value, green.value, blue.value, alpha.value)


def _patch(thing: Any, order: int, outer: Matrix) -> Patch | None:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(thing, mode, stroke) or not mode.value:
        return None
    area = _area(thing, outer)
    if area is None:
        return None
    colour = _colour(thing)
    if raw.FPDFPath_CountSegments(thing) > RECTANGLE_SEGMENTS or colour is None or colour[3] < OPAQUE:
        colour = None  # Its bounds would say more than it fills, or its colour is mixed with what lies behind.
    return Patch(order, area, colour)


def _area(thing: Any, outer: Matrix) -> Area | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return None
    if outer is IDENTITY:
        return (left.value, bottom.value, right.value, top.value)
    a, b, c, d, e, f = outer
    corners = [(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))
