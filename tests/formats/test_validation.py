"""An e-invoice is checked against the rules of its syntax and profile, whatever bytes come."""

from __future__ import annotations

import copy
import re
from dataclasses import replace

import pytest
from lxml import etree
from tools.quality_rules import SETS, Outcome, Whole, milliseconds, report, unit_outcomes, whole_invoices

from bursar.formats.einvoice import NotAnInvoice, NotXml, XmlForbidden
from bursar.formats.einvoice.validation import validate_invoice
from tests.core.einvoices import changed, cii, credit_note, ubl
from tests.formats.samples import CORPORA, needs_corpora


def complete(document: str) -> str:
    """Mark every amount with its currency, as the syntax wants it."""
    return re.sub(r"<(cbc:\w*Amount)>", r'<\1 currencyID="EUR">', document)


@pytest.mark.parametrize(
    ("document", "format_"), [(ubl(), "ubl_invoice"), (credit_note(), "ubl_credit_note"), (cii(), "cii")]
)
def test_the_syntax_is_seen_from_the_root_and_a_right_document_is_valid(document: str, format_: str) -> None:
    said = validate_invoice(complete(document).encode())
    assert (said.format, said.profile) == (format_, "en16931")
    assert [failure for failure in said.failures if failure.severity == "fatal"] == []
    assert said.valid


def test_a_fatal_rule_makes_a_document_invalid_and_a_warning_does_not() -> None:
    said = validate_invoice(changed(ubl(), ("<cbc:ID>2026-117</cbc:ID>", "")).encode())
    assert not said.valid
    assert "BR-02" in {failure.rule for failure in said.failures}
    shown = changed(ubl(), (">4111111111<", ">41111111111<"))
    before, after = validate_invoice(ubl().encode()), validate_invoice(shown.encode())
    assert before.valid is after.valid
    assert {failure.rule for failure in after.failures} - {failure.rule for failure in before.failures} == {"BR-51"}


def test_any_prefix_of_the_names_will_do() -> None:
    renamed = ubl().replace("cbc:", "x:").replace("xmlns:cbc", "xmlns:x").replace("cac:", "y:")
    renamed = renamed.replace("xmlns:cac", "xmlns:y")
    assert validate_invoice(renamed.encode()).failures == validate_invoice(ubl().encode()).failures


@pytest.mark.parametrize(
    "data", [b"<a/>", b'<CrossIndustryDocument xmlns="urn:ferd:CrossIndustryDocument:invoice:1p0"/>']
)
def test_what_is_in_no_syntax_of_the_standard_is_refused(data: bytes) -> None:
    with pytest.raises(NotAnInvoice):
        validate_invoice(data)


def test_hostile_bytes_are_refused_before_any_rule() -> None:
    with pytest.raises(NotXml):
        validate_invoice(b"%PDF-1.7")
    with pytest.raises(XmlForbidden):
        validate_invoice(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + ubl().encode())


@pytest.mark.parametrize("amount", ["9" * 70, "1e999", "NaN", "-", "", "9" * 60 + ".99"])
def test_no_number_makes_a_rule_stumble(amount: str) -> None:
    for document, name in ((ubl(), "cbc:PayableAmount"), (cii(), "ram:DuePayableAmount")):
        stated = document.replace(f"<{name}>1000.50</{name}>", f"<{name}>{amount}</{name}>")
        assert "BR-CO-16" in {failure.rule for failure in validate_invoice(stated.encode()).failures}


def test_an_empty_document_of_each_syntax_is_checked_without_a_stumble() -> None:
    for document in (ubl(), credit_note(), cii()):
        start = document.partition(">")[0].rstrip("/") + "/>"
        said = validate_invoice(start.encode())
        assert not said.valid


@pytest.mark.parametrize(
    ("document", "specification", "profile", "rule"),
    [
        (ubl(), "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0", "peppol-bis-3", "PEPPOL"),
        (ubl(), "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0", "xrechnung-3.0", "BR-DE"),
        (cii(), "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0", "xrechnung-3.0", "BR-DE"),
    ],
)
def test_a_document_is_held_to_the_profile_that_it_names(
    document: str, specification: str, profile: str, rule: str
) -> None:
    said = validate_invoice(changed(document, ("urn:cen.eu:en16931:2017", specification)).encode())
    assert said.profile == profile
    assert not said.valid
    assert any(failure.rule.startswith(rule) for failure in said.failures)


@pytest.mark.parametrize("document", [ubl(), credit_note(), cii()])
def test_no_element_that_is_missing_or_given_twice_makes_a_rule_stumble(document: str) -> None:
    count = len(list(etree.fromstring(document).iter(etree.Element)))
    for number in range(1, count):
        root = etree.fromstring(document)
        element = list(root.iter(etree.Element))[number]
        parent = element.getparent()
        assert parent is not None
        if number % 2:
            element.addnext(copy.deepcopy(element))
        else:
            parent.remove(element)
        said = validate_invoice(etree.tostring(root))
        assert all(failure.xpath.startswith("/") for failure in said.failures)


def test_the_page_tells_what_differs() -> None:
    whole = Whole("a.xml", frozenset({"BR-01"}), frozenset({"BR-02"}), False, False, frozenset(), frozenset())
    page = report([Outcome("u.xml", "BR-01", "fatal", "pass")], [whole, replace(whole, actual=whole.expected)])
    assert "- `u.xml` BR-01: officially fatal, here pass" in page
    assert "| a.xml | not valid | BR-01 | BR-02 |" in page
    assert "| a.xml | not valid | BR-01 | the same |" in page
    assert "| whole invoices, rules that make them invalid | 2 | 1 | 1 |" in page


@needs_corpora
def test_every_labelled_outcome_of_a_single_rule_agrees() -> None:
    outcomes = unit_outcomes(CORPORA)
    assert len(outcomes) >= 917
    assert [outcome for outcome in outcomes if not outcome.agrees] == []


@needs_corpora
def test_every_whole_invoice_agrees_on_its_verdict_and_on_every_rule() -> None:
    assert SETS[0] == "en16931"
    wholes = whole_invoices(CORPORA)
    assert len(wholes) >= 127
    assert [whole for whole in wholes if not whole.agrees] == []
    assert [whole.file for whole in wholes if whole.warnings != whole.warnings_expected] == []


@needs_corpora
def test_a_whole_invoice_is_checked_within_thirty_milliseconds() -> None:
    taken = milliseconds(CORPORA, repeats=1)
    assert taken[len(taken) // 2] <= 30
