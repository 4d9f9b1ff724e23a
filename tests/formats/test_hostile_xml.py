from __future__ import annotations

import time

import pytest

from bursar.core.errors import Refused
from bursar.formats.einvoice import NotAnInvoice, NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge, read_invoice
from bursar.formats.einvoice import xml as hardened
from tests.formats.samples import example
from tests.tracing import untraced

HEAD = (
    b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" '
    b'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    b'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">'
)


@pytest.mark.parametrize("name", ["hostile/xxe.xml", "hostile/entity-bomb.xml"])
def test_external_entities_and_entity_bombs_are_refused_at_once(name: str) -> None:
    started = time.process_time()
    with pytest.raises(XmlForbidden) as refused:
        read_invoice(example(name))
    assert refused.value.code == "xml_forbidden"
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_document_type_is_found_in_every_unicode_encoding(encoding: str) -> None:
    text = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
    with pytest.raises(XmlForbidden):
        read_invoice(text.encode(encoding))


def test_a_document_type_behind_a_long_comment_is_still_refused() -> None:
    comment = b"<!--" + b"x" * 10_000 + b"-->"
    with pytest.raises(XmlForbidden):
        read_invoice(comment + b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")


def test_an_entity_that_nobody_declared_is_refused() -> None:
    with pytest.raises(XmlForbidden):
        read_invoice(HEAD + b"<cbc:ID>&nope;</cbc:ID></Invoice>")


@pytest.mark.parametrize("depth", [65, 255, 300, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    with pytest.raises(XmlTooDeep) as refused:
        read_invoice(b"<a>" * depth + b"</a>" * depth)
    assert refused.value.code == "xml_too_deep"


def test_nesting_as_deep_as_allowed_is_read() -> None:
    depth = hardened.MAX_DEPTH
    with pytest.raises(NotAnInvoice):
        read_invoice(b"<a>" * depth + b"</a>" * depth)


def test_too_many_bytes_or_tags_are_refused_before_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardened, "MAX_BYTES", 1000)
    with pytest.raises(XmlTooLarge):
        read_invoice(HEAD + b" " * 1000)
    monkeypatch.setattr(hardened, "MAX_TAGS", 3)
    with pytest.raises(XmlTooLarge):
        read_invoice(b"<a><b/><b/><b/></a>")


def test_a_text_of_more_than_ten_million_bytes_is_refused() -> None:
    with pytest.raises(XmlTooLarge):
        read_invoice(HEAD + b"<cbc:Note>" + b"x" * 10_100_000 + b"</cbc:Note></Invoice>")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"not xml at all",
        b"\x00\x01\x02\x03",
        b"%PDF-1.7",
        b"<a><b></a>",
        b"<a",
        b"<a></a><b></b>",
        b"<?xml version='1.0' encoding='nonsense'?><a/>",
        b"<?xml version='1.0' encoding='utf-16'?><a/>",
        b"<a>\xff\xfe\xfd</a>",
        b"<a>\x01</a>",
        b"{}",
    ],
)
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(NotXml) as refused:
        read_invoice(data)
    assert refused.value.code == "not_xml"


def test_a_truncated_invoice_is_refused_wherever_it_was_cut() -> None:
    whole = example("ubl-five-lines.xml").rstrip()
    for end in range(0, len(whole), 97):
        with pytest.raises(NotXml):
            read_invoice(whole[:end])


@pytest.mark.parametrize(
    "data",
    [
        b"<Invoice/>",
        b"<html><body/></html>",
        b'<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
        b'<x:SCRDMCCBDACIOMessageStructure xmlns:x="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>',
        b'<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>',
    ],
)
def test_xml_that_is_no_invoice_is_refused(data: bytes) -> None:
    with pytest.raises(NotAnInvoice) as refused:
        read_invoice(data)
    assert refused.value.code == "not_an_invoice"


def test_other_encodings_comments_and_prefixes_change_nothing() -> None:
    text = example("ubl-five-lines.xml").decode().split("?>", 1)[1]
    plain = read_invoice(text.encode())
    latin = "<?xml version='1.0' encoding='ISO-8859-1'?>" + text
    assert read_invoice(latin.encode("iso-8859-1")) == plain
    assert read_invoice(text.encode("utf-16")) == plain
    assert read_invoice(text.replace("cbc:", "basic:").replace("xmlns:cbc", "xmlns:basic").encode()) == plain
    commented = text.replace("<cbc:ID>", "<!-- one --><?two three?><cbc:ID><!-- four -->")
    assert read_invoice(commented.encode()) == plain


def test_elements_of_unknown_namespaces_are_passed_over() -> None:
    data = HEAD.replace(b">", b' xmlns:x="urn:x">') + b"<x:ID>evil</x:ID><cbc:ID>1</cbc:ID></Invoice>"
    assert read_invoice(data).number == "1"


def test_ten_thousand_lines_are_read_in_seconds() -> None:
    line = (
        b'<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>'
        b'<cbc:LineExtensionAmount currencyID="EUR">1.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>x</cbc:Name>'
        b"<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent></cac:ClassifiedTaxCategory>"
        b'</cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">1.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>'
    )
    started = time.process_time()
    with untraced():
        invoice = read_invoice(HEAD + line * 10_000 + b"</Invoice>")
    assert time.process_time() - started < 6  # About one where nothing else runs.
    assert len(invoice.lines) == 10_000
    assert invoice.places["lines[9999].price"] == "/Invoice/cac:InvoiceLine[10000]/cac:Price/cbc:PriceAmount"


def test_every_refusal_has_a_code_and_a_message() -> None:
    for kind in (NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge, NotAnInvoice):
        assert issubclass(kind, Refused)
        assert kind.code != Refused.code
