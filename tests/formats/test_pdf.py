from __future__ import annotations

import io
from contextlib import closing

import pypdfium2
import pytest
from fpdf import FPDF
from tools.build_factur_x import build

from bursar.formats.einvoice import embedded_xml, read_invoice
from bursar.formats.pdf import (
    Attachment,
    PdfAttachmentsTooLarge,
    PdfBroken,
    PdfEncrypted,
    PdfFacts,
    PdfTooManyPages,
    open_pdf,
)
from bursar.formats.pdf import facts as door
from tests.formats.samples import example

XML = example("cii-en16931.xml")


def test_the_invoice_in_a_hybrid_pdf_is_found_byte_for_byte() -> None:
    facts = open_pdf(example("factur-x.pdf"))
    assert (facts.pages, facts.encrypted) == (1, False)
    assert embedded_xml(facts.attachments) == XML
    assert read_invoice(XML).number == "FA-2026-204"


@pytest.mark.parametrize(
    "name", ["factur-x.xml", "FACTUR-X.XML", "ZUGFeRD-invoice.xml", "zugferd-invoice.xml", "xrechnung.xml"]
)
def test_every_generation_of_names_is_known(name: str) -> None:
    assert embedded_xml(open_pdf(build(XML, name)).attachments) == XML


@pytest.mark.parametrize("name", ["cii.xml", "R-2026-204.XML", "invoice.pdf"])
def test_the_only_invoice_among_the_attachments_is_found_whatever_it_is_called(name: str) -> None:
    assert embedded_xml(open_pdf(build(XML, name)).attachments) == XML
    assert embedded_xml([Attachment("terms.pdf", b"%PDF-1.7"), Attachment(name, XML)]) == XML


@pytest.mark.parametrize(
    "data",
    [
        b'<m:SCRDMCCBDACIOMessageStructure xmlns:m="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>',
        b"<html><body>Invoice</body></html>",
        b"<not xml",
        b"<!-- <Invoice/>",
        b"%PDF-1.7",
        b"",
    ],
)
def test_what_is_no_invoice_is_not_taken_for_one(data: bytes) -> None:
    assert embedded_xml([Attachment("order-x.xml", data)]) is None


def test_of_two_invoices_without_a_known_name_none_is_chosen() -> None:
    assert embedded_xml([Attachment("a.xml", XML), Attachment("b.xml", XML)]) is None


def test_the_newest_name_wins_and_of_equal_names_the_first() -> None:
    attachments = (
        Attachment("ZUGFeRD-invoice.xml", b"old"),
        Attachment("factur-x.xml", b"first"),
        Attachment("Factur-X.xml", b"second"),
    )
    assert embedded_xml(attachments) == b"first"


def test_a_pdf_without_attachments_has_none() -> None:
    assert open_pdf(build(b"", "", pages=2)) == PdfFacts(pages=2, encrypted=False, attachments=())


def test_a_pdf_that_needs_a_password_is_refused() -> None:
    with pytest.raises(PdfEncrypted) as refused:
        open_pdf(build(XML, password="secret"))
    assert refused.value.code == "pdf_encrypted"


def test_a_protected_pdf_that_opens_without_password_is_read_and_told() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_encryption(owner_password="owner")
    assert open_pdf(bytes(pdf.output())).encrypted


@pytest.mark.parametrize("data", [b"", b"garbage", b"%PDF-1.7\n%%EOF", b"%PDF-" + b"\x00" * 5000])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(PdfBroken) as refused:
        open_pdf(data)
    assert refused.value.code == "pdf_broken"


def test_a_truncated_pdf_is_refused_or_read_but_never_crashes() -> None:
    whole = example("factur-x.pdf")
    for end in range(0, len(whole), 211):
        try:
            facts = open_pdf(whole[:end])
        except PdfBroken:
            continue
        assert facts.pages >= 0


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(PdfTooManyPages) as refused:
        open_pdf(build(b"", "", pages=3), max_pages=2)
    assert (refused.value.code, refused.value.details["pages"]) == ("pdf_too_many_pages", "3")


def test_too_many_or_too_large_attachments_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = example("factur-x.pdf")
    monkeypatch.setattr(door, "MAX_ATTACHMENT_BYTES", 100)
    with pytest.raises(PdfAttachmentsTooLarge):
        open_pdf(data)
    monkeypatch.setattr(door, "MAX_ATTACHMENTS", 0)
    with pytest.raises(PdfAttachmentsTooLarge):
        open_pdf(data)


def test_an_attachment_without_content_is_passed_over() -> None:
    written = io.BytesIO()
    with closing(pypdfium2.PdfDocument.new()) as document:
        document.new_page(100, 100)
        document.new_attachment("factur-x.xml")
        document.save(written)
    assert open_pdf(written.getvalue()).attachments == ()
