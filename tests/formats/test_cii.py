from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bursar.core.invoices import (
    Attribute,
    Classification,
    Identifier,
    Invoice,
    Note,
    PaymentDiscount,
    PaymentMeans,
    PrecedingInvoice,
)
from bursar.formats.einvoice import read_invoice
from tests.formats.samples import example


def cii(body: str) -> Invoice:
    data = (
        '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" '
        'xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" '
        'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">'
        f"<rsm:SupplyChainTradeTransaction>{body}</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"
    )
    return read_invoice(data.encode())


def settlement(body: str) -> Invoice:
    return cii(f"<ram:ApplicableHeaderTradeSettlement>{body}</ram:ApplicableHeaderTradeSettlement>")


def test_a_cross_industry_invoice_is_read() -> None:
    invoice = read_invoice(example("cii-en16931.xml"))
    assert (invoice.syntax, invoice.number, invoice.type_code) == ("cii", "FA-2026-204", "380")
    assert (invoice.process, invoice.customization) == ("A1", "urn:cen.eu:en16931:2017")
    assert (invoice.issue_date, invoice.due_date) == (date(2026, 3, 15), date(2026, 4, 14))
    assert invoice.notes == (Note(text="Merci de votre confiance.", subject_code="AAI"),)
    assert invoice.object_id == Identifier(value="COMPTEUR-5", scheme="ABT")
    assert [one.id for one in invoice.attachments] == ["BL-9"]
    assert invoice.preceding_invoices == (PrecedingInvoice(number="FA-2026-190", issue_date=date(2026, 2, 1)),)
    assert invoice.problems == ()


def test_the_parties_and_the_delivery_are_read() -> None:
    invoice = read_invoice(example("cii-en16931.xml"))
    assert invoice.seller
    assert invoice.seller.ids == (Identifier(value="F-77"), Identifier(value="3456789000000", scheme="0088"))
    assert invoice.seller.legal_id == Identifier(value="303265045", scheme="0002")
    assert (invoice.seller.name, invoice.seller.trading_name) == ("Atelier Lumière SARL", "Lumière")
    assert invoice.seller.contact
    assert invoice.seller.contact.email == "claire@lumiere.example"
    assert invoice.delivery
    assert (invoice.delivery.party_name, invoice.delivery.date) == ("Dépôt Leipzig", date(2026, 3, 13))


def test_lines_payment_and_totals_are_read() -> None:
    invoice = read_invoice(example("cii-en16931.xml"))
    line = invoice.lines[0]
    assert (line.quantity, line.price, line.gross_price, line.price_discount) == (
        Decimal(4),
        Decimal("50.00"),
        Decimal("55.00"),
        Decimal("5.00"),
    )
    assert (line.item_description, line.buyer_item_id, line.origin_country) == ("Bras articulé, LED", "7001", "FR")
    assert line.attributes == (Attribute(name="Couleur", value="noir"),)
    assert line.classifications == (Classification(code="39111500", list_id="STI", list_version="19"),)
    assert line.standard_item_id == Identifier(value="03456789000017", scheme="0160")
    assert invoice.lines[1].base_quantity_unit == "RM"
    assert invoice.payment_means == (
        PaymentMeans(
            code="30",
            text="Virement",
            reference="FA-2026-204",
            account="FR1420041010050500013M02606",
            account_name="Atelier Lumière",
            bic="PSSTFRPPLYO",
        ),
    )
    assert (invoice.totals.tax_inclusive, invoice.totals.prepaid, invoice.totals.payable) == (
        Decimal("386.52"),
        Decimal("86.52"),
        Decimal("300.00"),
    )


def test_every_value_carries_the_xpath_it_was_read_from() -> None:
    places = read_invoice(example("cii-en16931.xml")).places
    root = "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction"
    assert places["number"] == "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID"
    assert places["lines[2].item_name"] == (
        f"{root}/ram:IncludedSupplyChainTradeLineItem[3]/ram:SpecifiedTradeProduct/ram:Name"
    )
    assert places["issue_date"].endswith("/ram:IssueDateTime/udt:DateTimeString")


def test_zugferd_1_is_read_with_its_older_names() -> None:
    invoice = read_invoice(example("zugferd-1.xml"))
    assert (invoice.syntax, invoice.number, invoice.currency) == ("zugferd1", "R-1014", "EUR")
    assert invoice.order_reference == "PO-2025-0900"
    assert invoice.seller
    assert (invoice.seller.vat_id, invoice.seller.tax_registration_id) == ("DE136695976", "20/123/45678")
    words, goods = invoice.lines
    assert (words.net_amount, words.note) == (None, "Ware bleibt bis zur Zahlung unser Eigentum.")
    assert (goods.net_amount, goods.tax_rate, goods.item_name) == (Decimal("200.00"), Decimal("19.00"), "Lärchenbohle")
    freight = invoice.allowances_charges[0]
    assert (freight.is_charge, freight.amount, freight.reason, freight.tax_rate) == (
        True,
        Decimal("15.00"),
        "Fracht",
        Decimal("19.00"),
    )


def test_the_release_candidate_of_zugferd_1_is_read() -> None:
    invoice = read_invoice(
        b'<rsm:Invoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CBFBUY:5"><rsm:HeaderExchangedDocument>'
        b'<ID>1</ID><IssueDateTime format="102">20140519</IssueDateTime></rsm:HeaderExchangedDocument></rsm:Invoice>'
    )
    assert (invoice.number, invoice.issue_date) == ("1", date(2014, 5, 19))


def test_an_empty_document_is_all_none() -> None:
    assert cii("") == Invoice(syntax="cii")
    assert read_invoice(
        b'<r:CrossIndustryInvoice xmlns:r="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>'
    ) == Invoice(syntax="cii")


@pytest.mark.parametrize(
    ("form", "written", "day", "codes"),
    [
        ("102", "20260131", date(2026, 1, 31), []),
        ("1020", "20260131", date(2026, 1, 31), ["date_format_unknown"]),
        ("610", "202601", None, ["date_unreadable"]),
        ("4", "01312026", None, ["date_unreadable"]),
        ("102", "20260231", None, ["date_unreadable"]),
    ],
)
def test_days_are_read_by_their_format_code(form: str, written: str, day: date | None, codes: list[str]) -> None:
    invoice = settlement(
        "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>"
        f'<udt:DateTimeString format="{form}">{written}</udt:DateTimeString>'
        "</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>"
    )
    assert (invoice.due_date, [one.code for one in invoice.problems]) == (day, codes)


def test_remittance_information_is_not_lost_without_payment_means() -> None:
    invoice = settlement("<ram:PaymentReference>RF18</ram:PaymentReference>")
    assert invoice.payment_means == (PaymentMeans(reference="RF18"),)


def test_tax_currency_and_tax_point_are_read() -> None:
    invoice = settlement(
        "<ram:TaxCurrencyCode>SEK</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>"
        "<ram:ApplicableTradeTax/><ram:ApplicableTradeTax><ram:DueDateTypeCode>5</ram:DueDateTypeCode>"
        "</ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
        '<ram:TaxTotalAmount currencyID="SEK">230</ram:TaxTotalAmount>'
        '<ram:TaxTotalAmount currencyID="EUR">20</ram:TaxTotalAmount>'
        "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
    )
    assert (invoice.totals.tax, invoice.totals.tax_in_tax_currency) == (Decimal(20), Decimal(230))
    assert (invoice.tax_point_code, invoice.problems) == ("5", ())


def test_empty_parts_leave_no_empty_shells() -> None:
    invoice = cii(
        "<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:DesignatedProductClassification/>"
        "<ram:ApplicableProductCharacteristic/></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeSettlement>"
        "<ram:AdditionalReferencedDocument/><ram:AdditionalReferencedDocument><ram:TypeCode>130</ram:TypeCode>"
        "</ram:AdditionalReferencedDocument></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>"
        "<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:ID/><ram:PostalTradeAddress/>"
        "<ram:DefinedTradeContact/></ram:SellerTradeParty><ram:AdditionalReferencedDocument/>"
        "</ram:ApplicableHeaderTradeAgreement>"
    )
    assert (invoice.seller, invoice.lines[0].classifications, invoice.lines[0].attributes) == (None, (), ())
    assert invoice.lines[0].object_id is None


def test_a_line_object_and_its_status_are_read() -> None:
    invoice = cii(
        "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineStatusReasonCode>GROUP"
        "</ram:LineStatusReasonCode></ram:AssociatedDocumentLineDocument><ram:SpecifiedLineTradeSettlement>"
        "<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>Z-1</ram:IssuerAssignedID><ram:TypeCode>130"
        "</ram:TypeCode></ram:AdditionalReferencedDocument></ram:SpecifiedLineTradeSettlement>"
        "</ram:IncludedSupplyChainTradeLineItem>"
    )
    assert (invoice.lines[0].object_id, invoice.lines[0].status) == (Identifier(value="Z-1"), "GROUP")


def test_two_tax_totals_in_one_currency_that_differ_are_a_problem() -> None:
    invoice = settlement(
        "<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxTotalAmount>1</ram:TaxTotalAmount>"
        "<ram:TaxTotalAmount>2</ram:TaxTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
    )
    assert (invoice.totals.tax, [one.code for one in invoice.problems]) == (Decimal(1), ["value_contradicted"])


def test_an_empty_note_is_passed_over() -> None:
    invoice = read_invoice(
        b'<r:CrossIndustryInvoice xmlns:r="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" '
        b'xmlns:a="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100">'
        b"<r:ExchangedDocument><a:IncludedNote/></r:ExchangedDocument></r:CrossIndustryInvoice>"
    )
    assert invoice.notes == ()


def test_discounts_for_early_payment_are_read_as_data_beside_all_of_their_words() -> None:
    invoice = settlement(
        "<ram:SpecifiedTradePaymentTerms><ram:Description>2 % Skonto</ram:Description>"
        "<ram:ApplicableTradePaymentDiscountTerms>"
        '<ram:BasisDateTime><udt:DateTimeString format="102">20260131</udt:DateTimeString></ram:BasisDateTime>'
        '<ram:BasisPeriodMeasure unitCode="DAY">14</ram:BasisPeriodMeasure><ram:BasisAmount>100.00</ram:BasisAmount>'
        "<ram:CalculationPercent>2.00</ram:CalculationPercent><ram:ActualDiscountAmount>2.00</ram:ActualDiscountAmount>"
        "</ram:ApplicableTradePaymentDiscountTerms></ram:SpecifiedTradePaymentTerms>"
        "<ram:SpecifiedTradePaymentTerms><ram:Description>30 Tage netto</ram:Description>"
        "<ram:PartialPaymentAmount>60.00</ram:PartialPaymentAmount><ram:ApplicableTradePaymentDiscountTerms>"
        "<ram:CalculationPercent>1</ram:CalculationPercent></ram:ApplicableTradePaymentDiscountTerms>"
        "</ram:SpecifiedTradePaymentTerms>"
    )
    assert invoice.payment_terms == "2 % Skonto\n30 Tage netto"
    assert invoice.payment_discounts == (
        PaymentDiscount(
            percent=Decimal("2.00"),
            amount=Decimal("2.00"),
            basis=Decimal("100.00"),
            period=Decimal(14),
            unit="DAY",
            counted_from=date(2026, 1, 31),
        ),
        PaymentDiscount(percent=Decimal(1), basis=Decimal("60.00")),
    )
    assert invoice.places["payment_discounts[1].percent"].endswith(
        "SpecifiedTradePaymentTerms[2]/ram:ApplicableTradePaymentDiscountTerms/ram:CalculationPercent"
    )
