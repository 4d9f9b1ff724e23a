"""Words on pictures of pages, where the `ocr` extra is installed: the same pages as of any other reader come out.

The engine runs on models that are in its own package, so nothing leaves this machine. It is imported when a page needs
it and never before: it is large, and most documents have text.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from importlib.util import find_spec
from itertools import groupby
from typing import Any, Final

from bursar.core.errors import Refused
from bursar.core.extraction import Box
from bursar.formats.pdf.facts import opened
from bursar.formats.pdf.page import Page, Word
from bursar.formats.pdf.rows import lined_up

MOST_PICTURES: Final = 10  # Each takes seconds.
MOST_PIXELS: Final = 60_000_000  # A sheet of A3 at 600 dots per inch; a picture of more is no page.
LONGER_SIDE: Final = 2_000  # Pixels: what the engine looks at; more is made smaller, and less costs spaces and accents.
SMALLEST: Final = 1  # Hundredths of a point: a word has an extent.
# In hundredths: of a line's height, a gap that is a space; of the gaps between letters, one that is no such; of the
# contrast, what still is paper.
SPACE: Final = 22
SPACE_AT_ONE: Final = 31
TWICE: Final = 180
INK: Final = 8
_BOX: Final = 4  # Pillow's name for the mean of what falls together.
_A4: Final = 84_189  # The longer side of a picture that does not say how large it is.
_THREADS: Final = 2


class PictureBroken(Refused):
    """The bytes are not a picture that can be opened, or it is larger than any page."""

    code = "picture_broken"


def installed() -> bool:
    """Tell whether pictures can be read here."""
    return find_spec("rapidocr_onnxruntime") is not None


def read_pictures(data: bytes, pages: Sequence[Page], *, max_pages: int) -> tuple[Page, ...]:
    """Return the pages of a PDF, those without any text as they are seen. Raises what `opened` raises."""
    bare = [page for page in pages if not page.words and page.width > 0 and page.height > 0][:MOST_PICTURES]
    seen: dict[int, Page] = {}
    with opened(data, max_pages=max_pages) as document:
        for page in bare:
            with closing(document[page.number - 1]) as sheet:
                scale = LONGER_SIDE * 100 / max(page.width, page.height)
                seen[page.number] = _seen(page, sheet.render(scale=scale).to_pil())
    return tuple(seen.get(page.number, page) for page in pages)


def read_image(data: bytes) -> tuple[Page, ...]:
    """Return the pages of a picture: one, or as many as a TIFF has. Raises PictureBroken."""
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError  # noqa: PLC0415 - comes with the engine.

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise PictureBroken("The picture has more points than any page.")
            found = []
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                if number > MOST_PICTURES or frame.width * frame.height > MOST_PIXELS:
                    break
                upright = ImageOps.exif_transpose(frame).convert("RGB")
                upright.thumbnail((LONGER_SIDE, LONGER_SIDE))
                longer = max(upright.size)
                width, height = (side * _A4 // longer for side in upright.size)
                found.append(_seen(Page(number, width, height, ()), upright))
            return tuple(found)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise PictureBroken("The bytes are not a picture that can be opened.") from None


def _seen(page: Page, picture: Any) -> Page:
    encoded = io.BytesIO()
    picture.convert("RGB").save(encoded, "BMP")  # The engine puts colours in its own order where it opens a file.
    found, _ = _engine()(encoded.getvalue(), use_cls=False, return_word_box=True)
    grey = picture.convert("L")
    words = [word for line in found or () for word in _words(page, grey, line)]
    ordered = tuple(word for line in lined_up(words) for word in line)
    return replace(page, words=ordered, scanned=True)


def _words(page: Page, grey: Any, line: Any) -> Iterator[Word]:
    """Yield the words of a line that was seen: the engine leaves out spaces, which the picture has."""
    corners, _, _, boxes, characters, *_ = line
    across, down = [int(corner[0]) for corner in corners], [int(corner[1]) for corner in corners]
    left, top, right, bottom = max(0, min(across)), max(0, min(down)), max(across) + 1, max(down) + 1
    gaps = _gaps(grey.crop((left, top, right, bottom)), left)
    text, first, begins, ends = "", left, left, left
    for character, box in zip(characters, boxes, strict=False):
        starts, stops = int(box[0][0]), int(box[1][0])
        # A one is narrower than the place that it has among other digits.
        narrow = "1" in text[-1:] + character and (text[-1:] + character).isdigit()
        least = (bottom - top) * (SPACE_AT_ONE if narrow else SPACE)
        divided = any(begins + ends < 2 * at < starts + stops and wide * 100 >= least for at, wide in gaps)
        if text and (divided or character.isspace()):
            yield _word(page, grey.size, text, (first, top, ends, bottom))
            text = ""
        if not character.isspace():
            first = starts if not text else first
            # A colon or a bracket as they are set in Chinese is the same sign.
            text += unicodedata.normalize("NFKC", character)
            begins, ends = starts, stops
    if text:
        yield _word(page, grey.size, text, (first, top, ends, bottom))


def _gaps(line: Any, left: int) -> list[tuple[int, int]]:
    """Return the middles of the wider gaps between the letters of a line's picture, `left` added, and how wide."""
    columns = list(line.resize((line.width, 1), _BOX).tobytes())
    paper, ink = max(columns), min(columns)
    blank = [column >= paper - max(2, (paper - ink) * INK // 100) for column in columns]
    runs = [(start, stop) for start, stop in _runs(blank) if start > 0 and stop < len(blank)]
    widths = sorted(stop - start for start, stop in runs)
    if not widths:
        return []
    least = widths[len(widths) // 2] * TWICE // 100
    return [(left + (start + stop) // 2, stop - start) for start, stop in runs if stop - start >= least]


def _runs(blank: Sequence[bool]) -> Iterator[tuple[int, int]]:
    at = 0
    for is_blank, run in groupby(blank):
        length = len(tuple(run))
        if is_blank:
            yield at, at + length
        at += length


def _word(page: Page, pixels: tuple[int, int], text: str, edges: tuple[int, int, int, int]) -> Word:
    left, right = (edges[side] * page.width // pixels[0] for side in (0, 2))
    top, bottom = (edges[side] * page.height // pixels[1] for side in (1, 3))
    box = Box(left, top, max(right, left + SMALLEST), max(bottom, top + SMALLEST))
    return Word(text, box, size=box.bottom - box.top)


@lru_cache(maxsize=1)
def _engine() -> Any:
    from rapidocr_onnxruntime import RapidOCR  # noqa: PLC0415 - see the module.

    return RapidOCR(intra_op_num_threads=_THREADS, inter_op_num_threads=1, use_cls=False)
