"""How the evals read a document: the way the product does, without a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bursar.core.extraction import Extraction
from bursar.formats.pdf.page import Page
from bursar.formats.pdf.words import read_pages
from bursar.formats.text_invoice.reader import read_text_invoice

MAX_PAGES: Final = 50


def read(data: bytes) -> tuple[Sequence[Page], Extraction]:
    """Return the pages of a PDF and what was read from their text; attachments are not looked at."""
    pages = read_pages(data, max_pages=MAX_PAGES)
    return pages, read_text_invoice(pages)
