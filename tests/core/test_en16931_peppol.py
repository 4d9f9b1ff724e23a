"""Change one thing in a Peppol invoice, and exactly the rules of Peppol BIS Billing 3 on that thing say so."""

from __future__ import annotations

import pytest

from bursar.core.en16931.profiles import EN16931, PEPPOL, profile_of
from tests.core import profiled
from tests.core.profiled import broken_core, broken_profile, broken_syntax, credit_note, edited, ubl

VAT = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
LINE_END = "</cac:InvoiceLine>"
OBJECT = '<cbc:ID schemeID="AAA">Meter</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>'
ENDPOINT = '<cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID>'
TOTAL = '<cac:TaxTotal><cbc:TaxAmount currencyID="{}">{}</cbc:TaxAmount></cac:TaxTotal><cac:LegalMonetaryTotal>'
ACCOUNTED = ("<cbc:BuyerReference>", "<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode><cbc:BuyerReference>")
REASON = "<cbc:TaxExemptionReasonCode>{}</cbc:TaxExemptionReasonCode>"
R = "PEPPOL-EN16931-"

CHANGES = (
    ("<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>", "", "R001 R007"),
    ("poacc:billing:01:1.0", "poacc:ordering:01:1.0", "R007"),
    ("<cbc:ID>O-1</cbc:ID>", "", "R008"),
    ("poacc:billing:3.0<", "poacc:selfbilling:3.0<", "R004"),
    (*ACCOUNTED, "R054 R055"),
    (ENDPOINT, "", "R020"),
    ("<cbc:MultiplierFactorNumeric>10<", "<cbc:MultiplierFactorNumeric>10.03<", "R040"),
    ("<cbc:MultiplierFactorNumeric>10<", "<cbc:MultiplierFactorNumeric>10.02<", ""),
    ('<cbc:BaseAmount currencyID="EUR">100.00</cbc:BaseAmount>', "", "R041"),
    ("<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>", "", "R042"),
    ("<cbc:ChargeIndicator>true<", "<cbc:ChargeIndicator>1<", "R043"),
    (
        "<cac:AllowanceCharge>\n        <cbc:ChargeIndicator>false",
        "<cac:AllowanceCharge><cbc:ChargeIndicator>true",
        "R044",
    ),
    ('<cbc:BaseAmount currencyID="EUR">21.00<', '<cbc:BaseAmount currencyID="EUR">22.00<', "R046"),
    ('<cbc:Amount currencyID="EUR">1.00</cbc:Amount>', "", "R046"),
    ('<cbc:BaseAmount currencyID="EUR">21.00</cbc:BaseAmount>', "", ""),
    ('<cbc:PriceAmount currencyID="EUR">', '<cbc:PriceAmount currencyID="SEK">', "R051"),
    ('<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">', '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">', "R051"),
    (
        "<cac:LegalMonetaryTotal>",
        ("<cac:TaxTotal><cac:TaxSubtotal><cbc:X>1</cbc:X></cac:TaxSubtotal></cac:TaxTotal><cac:LegalMonetaryTotal>"),
        "R053",
    ),
    ("<cac:LegalMonetaryTotal>", TOTAL.format("EUR", 1), "R054"),
    ("PaymentMeansCode>58<", "PaymentMeansCode>49<", "R061"),
    (LINE_END, f"<cac:DocumentReference>{OBJECT}</cac:DocumentReference>{LINE_END}", "R100"),
    ("<cac:DocumentReference>" + OBJECT, "<cac:DocumentReference><cbc:ID>x</cbc:ID>", "R101"),
    (">2026-02-02<", ">2026-01-31<", "R110"),
    (">2026-02-03<", ">2026-03-01<", "R111"),
    ("<cbc:StartDate>2026-02-01</cbc:StartDate>", "", ""),
    ('<cbc:InvoicedQuantity unitCode="H87">10<', '<cbc:InvoicedQuantity unitCode="H87">11<', "R120"),
    ('<cbc:InvoicedQuantity unitCode="H87">10</cbc:InvoicedQuantity>', "", "R120"),
    (
        'Scratch</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">5.00',
        'Scratch</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">5.03',
        "R120",
    ),
    ('<cbc:BaseQuantity unitCode="H87">2<', '<cbc:BaseQuantity unitCode="H87">0<', "R120 R121"),
    ('<cbc:BaseQuantity unitCode="H87">', '<cbc:BaseQuantity unitCode="KGM">', "R130"),
    ("<cbc:Note>Red</cbc:Note>", "<cbc:Note/>", "R008"),
    ('mimeCode="text/csv"', 'mimeCode="text/html"', "CL001"),
    ("ReasonCode>95<", "ReasonCode>AA<", "CL002"),
    ("ReasonCode>AA<", "ReasonCode>95<", "CL003"),
    ("<cac:InvoicePeriod>", "<cac:InvoicePeriod><cbc:DescriptionCode>5</cbc:DescriptionCode>", "CL006"),
    ('<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="ECU">', "CL007 R051"),
    ('<cbc:EndpointID schemeID="0088">', '<cbc:EndpointID schemeID="AN">', "CL008"),
    ("<cbc:DueDate>2026-03-31<", "<cbc:DueDate> 2026-03-31<", "F001"),
    ("<cbc:DueDate>2026-03-31<", "<cbc:DueDate>2026-02-30<", "F001"),
    ("InvoiceTypeCode>380<", "InvoiceTypeCode>325<", "P0100"),
    ("InvoiceTypeCode>380<", "InvoiceTypeCode>326<", ""),
    *(
        (f"{VAT}<!--breakdown-->", REASON.format(f"vatex-eu-{code}") + VAT, rule)
        for code, rule in (
            ("g", "P0104"),
            ("o", "P0105"),
            ("ic", "P0106"),
            ("ae", "P0107"),
            ("d", "P0108"),
            ("f", "P0109"),
            ("i", "P0110"),
            ("j", "P0111"),
        )
    ),
)  # What is replaced, by what, and the rules of PEPPOL-EN16931 that then fail.


@pytest.mark.parametrize(("old", "new", "rules"), CHANGES)
def test_one_change_breaks_exactly_the_rules_on_it(old: str, new: str, rules: str) -> None:
    broken = broken_profile(edited(ubl(), (old, new)))
    assert {rule for rule in broken if rule.startswith("PEPPOL")} == {R + rule for rule in rules.split()}


@pytest.mark.parametrize(
    "document", [ubl(), credit_note(), ubl(seller="IT", buyer="FR"), profiled.cii(), ubl(profiled.XRECHNUNG)]
)
def test_the_valid_documents_break_nothing(document: str) -> None:
    assert broken_core(document) | broken_syntax(document) | broken_profile(document) == set()


def test_a_buyer_without_an_electronic_address_is_told_of() -> None:
    before, party, after = ubl().rpartition(ENDPOINT)
    assert party
    assert broken_profile(before + after) == {f"{R}R010"}


def test_notes_and_german_types_are_for_invoices_within_germany() -> None:
    notes = ("<cbc:Note>#AAI", "<cbc:Note>Hello</cbc:Note><cbc:Note>#AAI")
    partial = ("InvoiceTypeCode>380<", "InvoiceTypeCode>326<")
    assert broken_profile(edited(ubl(), notes, partial)) == set()
    assert broken_profile(edited(ubl(buyer="FR"), notes, partial)) == {f"{R}R002", f"{R}P0112"}


def test_a_buyer_reference_or_an_order_is_enough() -> None:
    reference = ("<cbc:BuyerReference>04011000-1234512345-06</cbc:BuyerReference>", "")
    order = ("<cbc:ID>O-1</cbc:ID>", "<cbc:SalesOrderID>O-1</cbc:SalesOrderID>")
    assert broken_profile(edited(ubl(buyer="FR"), reference)) == set()
    assert broken_profile(edited(ubl(buyer="FR"), reference, order)) == {f"{R}R003"}


def test_tax_totals_in_two_currencies_are_owed_by_the_same_side() -> None:
    assert broken_profile(edited(ubl(), ACCOUNTED, ("<cac:LegalMonetaryTotal>", TOTAL.format("SEK", 200)))) == set()
    assert broken_profile(edited(ubl(), ACCOUNTED, ("<cac:LegalMonetaryTotal>", TOTAL.format("SEK", -200)))) == {
        f"{R}R055"
    }
    refund = (
        '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">18.05',
        '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">-18.05',
    )
    assert (
        broken_profile(edited(ubl(), ACCOUNTED, refund, ("<cac:LegalMonetaryTotal>", TOTAL.format("SEK", -200))))
        == set()
    )


def test_the_tax_accounts_have_another_currency_than_the_invoice() -> None:
    same = ("<cbc:BuyerReference>", "<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode><cbc:BuyerReference>")
    assert broken_profile(edited(ubl(), same, ("<cac:LegalMonetaryTotal>", TOTAL.format("EUR", 18.05)))) == {f"{R}R005"}


def test_forints_may_be_rounded_to_whole_ones() -> None:
    forints = ubl().replace("EUR", "HUF")
    assert broken_profile(edited(forints, ("Numeric>10<", "Numeric>10.5<"))) == set()
    assert broken_profile(edited(forints, ("Numeric>10<", "Numeric>10.6<"))) == {f"{R}R040"}


def test_a_credit_note_has_one_project_its_own_types_and_quantities() -> None:
    project = (
        "<cac:AdditionalDocumentReference><cbc:ID>P</cbc:ID><cbc:DocumentTypeCode>"
        "50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>"
        "<cac:AccountingSupplierParty>"
    )
    one = ("<cac:AccountingSupplierParty>", project)
    assert broken_profile(edited(credit_note(), one)) == set()
    assert broken_profile(edited(credit_note(), one, one)) == {f"{R}R080"}
    assert broken_profile(edited(ubl(), one, one)) == set()
    assert broken_profile(edited(credit_note(), ("TypeCode>381<", "TypeCode>261<"))) == {f"{R}P0101", "DE-R-017"}
    assert broken_profile(edited(credit_note(), ('unitCode="H87">10<', 'unitCode="H87">1<'))) == {f"{R}R120"}


def test_a_price_without_a_billed_quantity_may_have_any_unit() -> None:
    unbilled = ('<cbc:InvoicedQuantity unitCode="H87">10</cbc:InvoicedQuantity>', "")
    price = ('<cbc:BaseQuantity unitCode="H87">2<', '<cbc:BaseQuantity unitCode="KGM">1<')
    amount = (
        ('<cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>\n    <cac:InvoicePeriod>'),
        ('<cbc:LineExtensionAmount currencyID="EUR">20.00</cbc:LineExtensionAmount><cac:InvoicePeriod>'),
    )
    assert broken_profile(edited(ubl(), unbilled, price, amount)) == set()


def test_other_processes_have_other_types() -> None:
    assert broken_profile(edited(ubl(), ("billing:01:", "billing:02:"), ("TypeCode>380<", "TypeCode>389<"))) == set()


@pytest.mark.parametrize(
    ("scheme", "right", "wrong", "rule"),
    [
        ("0088", "7300010000001", "7300010000002", "R040"),
        ("0192", "991825827", "991825828", "R041"),
        ("0184", "DK12345674", " DK12345674", "R042"),
        ("0208", "0202239951", "0202239952", "R043"),
        ("0201", "UFY9MH", "UFY9M", "R044"),
        ("0210", "RSSMRA85T10A562S", "RSSMRA85T10A56", "R045"),
        ("9907", "12345678901", "1234567890", "R046"),
        ("0211", "IT06363391001", "IT06363391002", "R047"),
        ("0007", "5567321707", "5567321708", "R049"),
        ("0151", "51824753556", "51824753557", "R050"),
        ("0096", "1234567890", "123456789", "R052"),
        ("0198", "DK12345674", "12345674", "R053"),
    ],
)
def test_identifiers_are_written_as_their_scheme_wants_it(scheme: str, right: str, wrong: str, rule: str) -> None:
    addressed = '<cbc:EndpointID schemeID="{}">{}</cbc:EndpointID>'
    known = {f"{R}CL008"} if scheme == "9907" else set()
    document = ubl(buyer="FR")
    assert broken_profile(edited(document, (ENDPOINT, addressed.format(scheme, right)))) == known
    assert broken_profile(edited(document, (ENDPOINT, addressed.format(scheme, wrong)))) == known | {
        f"PEPPOL-COMMON-{rule}"
    }


def test_the_profile_is_chosen_by_the_specification_and_the_syntax() -> None:
    assert profile_of(profiled.PEPPOL, "ubl") is PEPPOL
    assert profile_of(profiled.PEPPOL, "cii") is EN16931
    assert profile_of("urn:cen.eu:en16931:2017", "ubl") is EN16931
    assert profile_of(profiled.XRECHNUNG, "cii").name == profile_of(profiled.XRECHNUNG, "ubl").name == "xrechnung-3.0"
