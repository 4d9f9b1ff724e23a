"""Pages of a PDF as PDFs of their own. It runs in the sandbox: native code, and bytes that may be hostile."""

from __future__ import annotations

import io
from contextlib import closing
from typing import Final

import pypdfium2

from bursar.core.errors import Refused
from bursar.formats.pdf.facts import opened

MOST_RANGES: Final = 100


class PagesMissing(Refused):
    """The PDF has no such pages."""

    code = "pages_missing"


def cut_pages(data: bytes, *, max_pages: int, ranges: list[list[int]]) -> list[bytes]:
    """Return a PDF for each range of pages (first and last, from 1). Raises PagesMissing and what `opened` raises."""
    with opened(data, max_pages=max_pages) as document:
        for first, last in ranges[:MOST_RANGES]:
            if not 1 <= first <= last <= len(document):
                raise PagesMissing("The PDF has no such pages.", first=str(first), last=str(last))
        return [_cut(document, first, last) for first, last in ranges[:MOST_RANGES]]


def _cut(document: pypdfium2.PdfDocument, first: int, last: int) -> bytes:
    with closing(pypdfium2.PdfDocument.new()) as made:
        made.import_pages(document, pages=list(range(first - 1, last)))
        written = io.BytesIO()
        made.save(written)
        return written.getvalue()
