from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bursar.core.invoices import (
    Address,
    Attribute,
    Classification,
    Contact,
    Identifier,
    Invoice,
    Note,
    Period,
    PrecedingInvoice,
    StatedTotals,
)
from bursar.formats.einvoice import read_invoice
from tests.formats.samples import example

NAMESPACES = (
    'xmlns="urn:oasis:names:specification:ubl:schema:xsd:{kind}-2" '
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)


def ubl(body: str, kind: str = "Invoice") -> Invoice:
    return read_invoice(f"<{kind} {NAMESPACES.format(kind=kind)}>{body}</{kind}>".encode())


def test_the_head_of_an_invoice_is_read() -> None:
    invoice = read_invoice(example("ubl-five-lines.xml"))
    assert (invoice.syntax, invoice.is_credit_note, invoice.type_code) == ("ubl", False, "380")
    assert invoice.number == "MR-2026-0117"
    assert (invoice.issue_date, invoice.due_date) == (date(2026, 3, 12), date(2026, 4, 11))
    assert (invoice.currency, invoice.buyer_reference) == ("EUR", "04011000-12345-34")
    assert (invoice.order_reference, invoice.sales_order_reference) == ("PO-2026-0042", "AB-7788")
    assert (invoice.contract_reference, invoice.accounting_cost) == ("RV-2025-9", "4711-Bar")
    assert invoice.period == Period(start=date(2026, 3, 1), end=date(2026, 3, 31))
    assert invoice.notes == (Note(text="Vielen Dank für Ihren Auftrag.", subject_code="AAI"),)
    assert invoice.payment_terms == "2 % Skonto innerhalb von 10 Tagen, netto 30 Tage"
    assert invoice.attachments[0].url == "https://morgenrot.example/ls/5501"
    assert invoice.problems == ()


def test_the_parties_are_read() -> None:
    invoice = read_invoice(example("ubl-five-lines.xml"))
    assert invoice.seller
    assert invoice.buyer
    assert invoice.seller.name == "Morgenrot Kaffeerösterei GmbH"
    assert invoice.seller.trading_name == "Morgenrot"
    assert invoice.seller.ids == (Identifier(value="4012345000009", scheme="0088"),)
    assert invoice.seller.legal_id == Identifier(value="HRB 123456")
    assert invoice.seller.legal_information == "Geschäftsführerin: Jule Petersen"
    assert invoice.seller.vat_id == "DE136695976"
    assert invoice.seller.endpoint == Identifier(value="DE136695976", scheme="9930")
    assert invoice.seller.address == Address(
        street="Speicherstraße 14", city="Hamburg", postal_code="20457", country="DE"
    )
    assert invoice.seller.contact == Contact(
        name="Jule Petersen", phone="+49 40 5550100", email="jule@morgenrot.example"
    )
    assert invoice.buyer.name == "Beispiel Handels AG"
    assert invoice.delivery
    assert invoice.delivery.date == date(2026, 3, 10)
    assert invoice.delivery.party_name == "Beispiel Handels AG, Lager"
    assert invoice.delivery.location_id == Identifier(value="4012345000023", scheme="0088")


def test_lines_allowances_taxes_and_totals_are_read() -> None:
    invoice = read_invoice(example("ubl-five-lines.xml"))
    first, _, third, fourth, _ = invoice.lines
    assert (first.quantity, first.unit, first.price, first.net_amount) == (
        Decimal(10),
        "KGM",
        Decimal("12.50"),
        Decimal("120.00"),
    )
    assert (first.item_name, first.seller_item_id, first.origin_country) == ("Espresso Nordlicht", "ESP-10", "ET")
    assert first.note == "Röstung vom 2. März"
    assert first.standard_item_id == Identifier(value="04012345000016", scheme="0160")
    assert first.classifications == (Classification(code="50201706", list_id="STI", list_version="19.0501"),)
    assert (first.allowances_charges[0].is_charge, first.allowances_charges[0].percent) == (False, Decimal(4))
    assert (third.base_quantity, third.base_quantity_unit) == (Decimal(100), "H87")
    assert (fourth.allowances_charges[0].is_charge, fourth.allowances_charges[0].reason_code) == (True, "ABL")
    assert [(part.is_charge, part.amount) for part in invoice.allowances_charges] == [
        (False, Decimal("24.00")),
        (True, Decimal("15.00")),
    ]
    assert [(group.category, group.rate, group.base, group.tax) for group in invoice.tax_breakdown] == [
        ("S", Decimal(19), Decimal("480.00"), Decimal("91.20")),
        ("S", Decimal(7), Decimal("55.00"), Decimal("3.85")),
    ]
    assert invoice.totals == StatedTotals(
        line_net=Decimal("544.00"),
        allowances=Decimal("24.00"),
        charges=Decimal("15.00"),
        tax_exclusive=Decimal("535.00"),
        tax=Decimal("95.05"),
        tax_inclusive=Decimal("630.05"),
        payable=Decimal("630.05"),
    )
    means = invoice.payment_means[0]
    assert (means.code, means.account, means.bic) == ("58", "DE89370400440532013000", "COBADEFFXXX")
    assert means.text == "SEPA credit transfer"


def test_every_value_carries_the_xpath_it_was_read_from() -> None:
    places = read_invoice(example("ubl-five-lines.xml")).places
    assert places["number"] == "/Invoice/cbc:ID"
    assert places["lines[1].net_amount"] == "/Invoice/cac:InvoiceLine[2]/cbc:LineExtensionAmount"
    assert places["lines[0].unit"] == "/Invoice/cac:InvoiceLine[1]/cbc:InvoicedQuantity/@unitCode"
    assert places["seller.endpoint.scheme"].endswith("/cbc:EndpointID/@schemeID")
    assert places["notes[0].subject_code"] == "/Invoice/cbc:Note"


def test_a_credit_note_is_read_with_the_invoice_it_corrects() -> None:
    invoice = read_invoice(example("ubl-credit-note.xml"))
    assert (invoice.is_credit_note, invoice.type_code) == (True, "381")
    assert invoice.preceding_invoices == (PrecedingInvoice(number="MR-2026-0117", issue_date=date(2026, 3, 12)),)
    assert invoice.lines[0].quantity == Decimal(1)
    assert invoice.places["lines[0].quantity"] == "/CreditNote/cac:CreditNoteLine/cbc:CreditedQuantity"


def test_an_invoice_element_with_a_credit_type_is_a_credit_note() -> None:
    assert ubl("<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>").is_credit_note


def test_a_reverse_charge_and_a_prepaid_invoice_keep_what_sets_them_apart() -> None:
    reverse = read_invoice(example("ubl-reverse-charge.xml"))
    assert (reverse.tax_breakdown[0].category, reverse.tax_breakdown[0].exemption_code) == ("AE", "VATEX-EU-AE")
    prepaid = read_invoice(example("ubl-prepaid.xml")).totals
    assert (prepaid.prepaid, prepaid.rounding, prepaid.payable) == (
        Decimal("400.00"),
        Decimal("-0.02"),
        Decimal("790.10"),
    )


def test_what_is_absent_is_none_and_not_an_error() -> None:
    assert ubl("") == Invoice(syntax="ubl")


def test_empty_parts_leave_no_empty_shells() -> None:
    invoice = ubl(
        "<cac:AccountingSupplierParty><cac:Party/></cac:AccountingSupplierParty><cac:Delivery/><cac:InvoicePeriod/>"
        "<cac:BillingReference/><cbc:Note> </cbc:Note>"
        "<cac:InvoiceLine><cac:Item><cac:CommodityClassification/><cac:AdditionalItemProperty/></cac:Item></cac:InvoiceLine>"
    )
    assert (invoice.seller, invoice.delivery, invoice.period) == (None, None, None)
    assert (invoice.preceding_invoices, invoice.notes, invoice.lines[0].classifications) == ((), (), ())


def test_the_creditor_identifier_is_no_identifier_of_the_seller() -> None:
    invoice = ubl(
        "<cac:AccountingSupplierParty><cac:Party>"
        '<cac:PartyIdentification><cbc:ID schemeID="SEPA">DE98ZZZ09999999999</cbc:ID></cac:PartyIdentification>'
        "<cac:PartyIdentification><cbc:ID>L-1</cbc:ID></cac:PartyIdentification><cac:PartyIdentification/>"
        "</cac:Party></cac:AccountingSupplierParty>"
    )
    assert invoice.creditor_id == "DE98ZZZ09999999999"
    assert invoice.seller
    assert invoice.seller.ids == (Identifier(value="L-1"),)


def test_references_to_objects_and_projects_are_no_attachments() -> None:
    invoice = ubl(
        '<cac:AdditionalDocumentReference><cbc:ID schemeID="AVE">M-1</cbc:ID><cbc:DocumentTypeCode>130'
        "</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>"
        "<cac:AdditionalDocumentReference><cbc:ID>P-1</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>"
        "</cac:AdditionalDocumentReference>"
        "<cac:AdditionalDocumentReference><cbc:ID>A-1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject "
        'mimeCode="text/csv" filename="a.csv">YQ==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>'
        "</cac:AdditionalDocumentReference>"
    )
    assert invoice.object_id == Identifier(value="M-1", scheme="AVE")
    assert invoice.project_reference == "P-1"
    assert [(one.id, one.filename, one.mime) for one in invoice.attachments] == [("A-1", "a.csv", "text/csv")]


def test_tax_in_the_tax_currency_is_kept_apart() -> None:
    invoice = ubl(
        "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>"
        '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">230.00</cbc:TaxAmount></cac:TaxTotal>'
        '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">20.00</cbc:TaxAmount></cac:TaxTotal>'
    )
    assert (invoice.totals.tax, invoice.totals.tax_in_tax_currency) == (Decimal("20.00"), Decimal("230.00"))
    assert invoice.problems == ()


def test_an_amount_in_another_currency_is_a_problem_and_kept() -> None:
    invoice = ubl(
        "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:LegalMonetaryTotal>"
        '<cbc:PayableAmount currencyID="USD">10</cbc:PayableAmount></cac:LegalMonetaryTotal>'
    )
    assert invoice.totals.payable == Decimal(10)
    assert [(one.code, one.field) for one in invoice.problems] == [("currency_mixed", "totals.payable")]


def test_a_currency_that_only_marks_the_amounts_is_used_and_told() -> None:
    invoice = ubl(
        '<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="GBP">10</cbc:PayableAmount></cac:LegalMonetaryTotal>'
    )
    assert invoice.currency == "GBP"
    assert [one.code for one in invoice.problems] == ["currency_only_on_amounts"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("10", Decimal(10)),
        ("-1.50", Decimal("-1.50")),
        ("+.5", Decimal("0.5")),
        ("7.", Decimal(7)),
        (" 3 ", Decimal(3)),
    ],
)
def test_amounts_are_read_as_xml_decimals(written: str, read: Decimal) -> None:
    invoice = ubl(f"<cac:LegalMonetaryTotal><cbc:PayableAmount>{written}</cbc:PayableAmount></cac:LegalMonetaryTotal>")
    assert (invoice.totals.payable, invoice.problems) == (read, ())


@pytest.mark.parametrize("written", ["1e5", "NaN", "1,50", "١٠", "Infinity", "9" * 31, "--1"])
def test_what_is_no_decimal_is_a_problem_and_no_value(written: str) -> None:
    invoice = ubl(f"<cac:LegalMonetaryTotal><cbc:PayableAmount>{written}</cbc:PayableAmount></cac:LegalMonetaryTotal>")
    assert invoice.totals.payable is None
    (problem,) = invoice.problems
    assert (problem.code, problem.field, problem.raw) == ("amount_unreadable", "totals.payable", written)
    assert problem.place == "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"


@pytest.mark.parametrize("written", ["2026-02-29", "31.12.2026", "2026-13-01", "0000-01-01", "20260"])
def test_what_is_no_day_is_a_problem_and_no_value(written: str) -> None:
    invoice = ubl(f"<cbc:IssueDate>{written}</cbc:IssueDate>")
    assert (invoice.issue_date, [one.code for one in invoice.problems]) == (None, ["date_unreadable"])


@pytest.mark.parametrize("written", ["2026-02-28", "2026-02-28Z", "2026-02-28+01:00", "2026-02-28T10:00:00Z"])
def test_days_are_read_without_time_and_zone(written: str) -> None:
    assert ubl(f"<cbc:IssueDate>{written}</cbc:IssueDate>").issue_date == date(2026, 2, 28)


def test_a_flag_that_is_no_boolean_is_a_problem() -> None:
    part = "<cac:AllowanceCharge><cbc:ChargeIndicator>{}</cbc:ChargeIndicator></cac:AllowanceCharge>"
    assert ubl(part.format("1")).allowances_charges[0].is_charge
    assert [one.code for one in ubl(part.format("maybe")).problems] == ["flag_unreadable"]
    assert [one.code for one in ubl("<cac:AllowanceCharge/>").problems] == ["flag_missing"]


def test_item_attributes_and_a_linked_file_name_are_read() -> None:
    invoice = ubl(
        "<cac:AdditionalDocumentReference><cbc:ID>A</cbc:ID><cac:Attachment><cac:ExternalReference><cbc:FileName>a.pdf"
        "</cbc:FileName></cac:ExternalReference></cac:Attachment></cac:AdditionalDocumentReference>"
        "<cac:InvoiceLine><cac:Item><cac:AdditionalItemProperty><cbc:Name>Farbe</cbc:Name><cbc:Value>rot</cbc:Value>"
        "</cac:AdditionalItemProperty></cac:Item></cac:InvoiceLine>"
    )
    assert invoice.lines[0].attributes == (Attribute(name="Farbe", value="rot"),)
    assert invoice.attachments[0].filename == "a.pdf"


def test_local_tax_numbers_and_house_numbers_find_their_place() -> None:
    invoice = ubl(
        "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Solo</cbc:Name></cac:PartyName>"
        "<cac:PostalAddress><cbc:StreetName>Weg</cbc:StreetName><cbc:BuildingNumber>4a</cbc:BuildingNumber>"
        "</cac:PostalAddress><cac:PartyTaxScheme><cbc:CompanyID>20/1</cbc:CompanyID></cac:PartyTaxScheme>"
        "</cac:Party></cac:AccountingSupplierParty>"
    )
    assert invoice.seller
    assert (invoice.seller.name, invoice.seller.trading_name) == ("Solo", None)
    assert (invoice.seller.vat_id, invoice.seller.tax_registration_id) == (None, "20/1")
    assert invoice.seller.address == Address(street="Weg 4a")


def test_two_tax_totals_in_one_currency_that_differ_are_a_problem() -> None:
    total = '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">{}</cbc:TaxAmount></cac:TaxTotal>'
    assert ubl(total.format(1) + total.format(1)).problems == ()
    twice = ubl(total.format(1) + total.format(2))
    assert (twice.totals.tax, [one.code for one in twice.problems]) == (Decimal(1), ["value_contradicted"])


def test_an_empty_identifier_is_none() -> None:
    party = "<cac:PartyIdentification><cbc:ID/></cac:PartyIdentification>"
    assert ubl(f"<cac:PayeeParty>{party}</cac:PayeeParty>").payee is None
