"""Pictures of pages, read where the `ocr` extra is installed."""

import io

import pypdfium2
import pytest
from fpdf import FPDF

from bursar.core.extraction import Method
from bursar.formats.pdf.ocr import PictureBroken, installed, read_image, read_pictures
from bursar.formats.pdf.words import read_pages
from bursar.formats.received import NoText, read_received
from bursar.formats.text_invoice.reader import read_text_invoice
from bursar.kit.sandbox import Limits
from bursar.platform.parsing import Parsing
from tests.formats.made_pdfs import pdf

PARSING = Parsing(Limits(), 500)
PAGE = (
    "Kestrel Tools Ltd",
    "INVOICE",
    "Invoice No. KT-2026-118",
    "Invoice date: 15 March 2026",
    "IBAN GB29 NWBK 6016 1331 9268 19",
    "Net amount EUR 100.00",
    "VAT 20 % EUR 20.00",
    "Total amount EUR 120.00",
)

needs_ocr = pytest.mark.skipif(not installed(), reason="The extra `ocr` is not installed.")
without_ocr = pytest.mark.skipif(installed(), reason="The extra `ocr` is installed.")


def picture(kind: str = "PNG") -> bytes:
    written = io.BytesIO()
    pypdfium2.PdfDocument(pdf(PAGE))[0].render(scale=2).to_pil().save(written, kind)
    return written.getvalue()


def scanned() -> bytes:
    """Return a PDF that is a picture of a page and nothing else."""
    made = FPDF()
    made.add_page()
    made.image(io.BytesIO(picture()), x=0, y=0, w=210, h=297)
    return bytes(made.output())


@without_ocr
async def test_without_the_extra_a_picture_says_what_to_install() -> None:
    for data in (picture(), scanned()):
        with pytest.raises(NoText) as refused:
            await PARSING.read(data)
        assert (refused.value.code, "bursar[ocr]" in refused.value.message) == ("no_text", True)


def test_a_page_with_a_picture_and_no_text_is_known_as_a_scan() -> None:
    (page,) = read_pages(scanned(), max_pages=5)
    assert (page.scanned, page.words) == (True, ())
    with pytest.raises(NoText):
        read_received(scanned(), max_pages=5)


def test_pages_with_text_are_left_as_they_are() -> None:
    data = pdf(PAGE)
    pages = read_pages(data, max_pages=5)
    assert read_pictures(data, pages, max_pages=5) == pages


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 and no more", b"II*\0" + bytes(20), b""])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureBroken):
        read_image(data)


def test_a_picture_larger_than_any_page_is_refused() -> None:
    from PIL import Image  # noqa: PLC0415 - as the reader does.

    written = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(written, "PNG")
    with pytest.raises(PictureBroken):
        read_image(written.getvalue())


@needs_ocr
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_picture_is_read_as_a_page(kind: str) -> None:
    (page,) = read_image(picture(kind))
    found = read_text_invoice([page]).fields
    assert page.scanned
    assert {name: found[name].value for name in ("invoice_number", "issue_date", "iban", "gross")} == {
        "invoice_number": "KT-2026-118",
        "issue_date": "2026-03-15",
        "iban": "GB29NWBK60161331926819",
        "gross": "120.00",
    }
    assert {value.method for value in found.values()} == {Method.OCR}


@needs_ocr
async def test_a_scanned_pdf_is_read_in_a_sandbox_of_its_own_size() -> None:
    found = await PARSING.read(scanned())
    assert found.page is not None
    assert (found.page.ocr, found.format, found.invoice.number) == (True, "pdf", "KT-2026-118")
    box = found.extraction.fields["invoice_number"].box
    shown = read_text_invoice(read_pages(pdf(PAGE), max_pages=5)).fields["invoice_number"]
    assert box is not None
    assert shown.box is not None
    assert abs(box.top - shown.box.top) < 500
