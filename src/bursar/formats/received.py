"""A file as it came in, read: the data it carries, what stands on its pages, and what a person does not see there.

These functions run in the sandbox: they take bytes that may be hostile and return JSON values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from bursar.core.errors import Refused
from bursar.core.extraction import to_json, value_as_json
from bursar.formats.einvoice.reader import NotAnInvoice, embedded_xml
from bursar.formats.pdf import open_pdf
from bursar.formats.pdf.ocr import read_image, read_pictures
from bursar.formats.pdf.page import Page
from bursar.formats.pdf.rows import rows
from bursar.formats.pdf.words import read_pages
from bursar.formats.sniff import FileKind, sniff
from bursar.formats.text_invoice.grounding import ground
from bursar.formats.text_invoice.head.kinds import other_kind
from bursar.formats.text_invoice.page_facts import several
from bursar.formats.text_invoice.reader import read_text_invoice
from bursar.formats.text_invoice.shown import hidden, shown
from bursar.formats.text_pages import text_pages

MOST_TEXT: Final = 100_000  # Characters of a document's text that are handed on; an invoice of ten pages has 30,000.
ORDER: Final = "order-x.xml"  # What Order-X calls the order that a PDF carries.
NO_OCR: Final = "There is no text on the pages; with the extra `ocr` (pip install bursar[ocr]) pictures are read too."


class NoText(Refused):
    """There is no text on the pages, and nobody here reads pictures, or nothing stands on them."""

    code = "no_text"


def read_received(data: bytes, *, max_pages: int, attachment: bool = True, ocr: bool = False) -> dict[str, Any]:
    """Return what a PDF or a text file says; with `ocr` also what stands on pictures, in a PDF or by themselves.

    `xml` is the e-invoice that a PDF carries, None without one or where attachments are not asked for; `extraction` is
    what stands on the pages, value by value; `text` their rows; `hidden` what nobody sees there, and `shown` all that
    people see, where there is data or something hidden to hold against it; `parts` the invoices that the pages are,
    where they are several; `pictures` whether pages are left out that have no text to read. Raises NoText where there
    is neither data nor text, NotAnInvoice where the title says so, PictureBroken, and what `open_pdf` raises.
    """
    xml = _carried(data, max_pages) if attachment and sniff(data) is FileKind.PDF else None
    pages = _pages(data, max_pages, ocr=ocr)
    if xml is None and not any(page.words for page in pages):
        raise NoText("There is no text on the pages, nor on their pictures." if ocr else NO_OCR)
    if xml is None and (kind := other_kind(pages)):
        raise NotAnInvoice(f"The title says that this is no invoice: {kind.replace('_', ' ')}.", kind=kind)
    unseen = hidden(pages)
    return {
        "xml": xml,
        "extraction": to_json(read_text_invoice(pages)),
        "text": text_of(pages),
        "hidden": [one.as_json() for one in unseen],
        "shown": shown(pages).as_json() if xml is not None or unseen else None,
        "pictures": any(page.scanned and not page.words for page in pages),
        "parts": [asdict(one) for one in several(pages)] if xml is None else [],
    }


def _carried(data: bytes, max_pages: int) -> bytes | None:
    """Return the e-invoice that a PDF carries. Raises NotAnInvoice where what it carries is an order."""
    attachments = open_pdf(data, max_pages=max_pages).attachments
    xml = embedded_xml(attachments)
    if xml is None and any(one.name.casefold() == ORDER for one in attachments):
        raise NotAnInvoice("The data that the PDF carries is an order.", kind="order")
    return xml


def ground_received(data: bytes, *, max_pages: int, said: list[list[str]], ocr: bool = False) -> dict[str, Any]:
    """Return the values of `said` (pairs of field and quoted words) that stand on the pages, by field."""
    found = ground(((field, quote) for field, quote in said), _pages(data, max_pages, ocr=ocr))
    return {field: value_as_json(value) for field, value in found.items()}


def _pages(data: bytes, max_pages: int, *, ocr: bool) -> tuple[Page, ...]:
    kind = sniff(data)
    if kind is FileKind.IMAGE:
        return read_image(data)
    if kind is not FileKind.PDF:
        return text_pages(data)
    pages = read_pages(data, max_pages=max_pages)
    return read_pictures(data, pages, max_pages=max_pages) if ocr else pages


def text_of(pages: Sequence[Page]) -> str:
    """Return what stands on the pages, row by row, as much of it as is handed on."""
    return "\n\n".join("\n".join(row.text for row in rows(page)) for page in pages)[:MOST_TEXT]
