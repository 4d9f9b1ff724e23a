"""Change one thing in a UBL document, and exactly the rules of the syntax or its code lists on that thing say so."""

from __future__ import annotations

import pytest

from bursar.core.en16931 import syntax_ubl
from tests.core.profiled import broken_syntax, credit_note, edited, element_of, ubl

VAT = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
OBJECT = '<cbc:ID schemeID="AAA">Meter</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>'
SUPPLIER = "</cac:Party></cac:AccountingSupplierParty>"
CUSTOMER = "</cac:Party></cac:AccountingCustomerParty>"
PAYEE = """<cac:PayeeParty><cac:PartyIdentification><cbc:ID>F-1</cbc:ID></cac:PartyIdentification>{}
  <cac:PartyName><cbc:Name>{}</cbc:Name></cac:PartyName></cac:PayeeParty><cac:Delivery>"""
REPRESENTATIVE = f"""<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>Rita</cbc:Name>{{}}</cac:PartyName>
  <cac:PartyTaxScheme><cbc:CompanyID>DE300</cbc:CompanyID>{{}}{VAT}</cac:PartyTaxScheme>
  </cac:TaxRepresentativeParty><cac:Delivery>"""
MEANS = "</cac:PaymentMeans>"
LINE_END = "</cac:InvoiceLine>"
TAX_ID = "<cac:PartyTaxScheme><cbc:CompanyID>{}</cbc:CompanyID><cac:TaxScheme>{}</cac:TaxScheme></cac:PartyTaxScheme>"
SEPA = '<cac:PartyIdentification><cbc:ID schemeID="SEPA">{}</cbc:ID></cac:PartyIdentification>'

# What is replaced, by what, and the rules that then fail.
CHANGES = (
    (
        "<cac:OrderReference>",
        (
            "<cac:ContractDocumentReference><cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>"
            "</cac:ContractDocumentReference><cac:OrderReference>"
        ),
        "UBL-SR-01",
    ),
    (
        "<cac:OrderReference>",
        (
            "<cac:ReceiptDocumentReference><cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>"
            "</cac:ReceiptDocumentReference><cac:OrderReference>"
        ),
        "UBL-SR-02",
    ),
    (
        "<cac:OrderReference>",
        (
            "<cac:DespatchDocumentReference><cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>"
            "</cac:DespatchDocumentReference><cac:OrderReference>"
        ),
        "UBL-SR-03",
    ),
    (OBJECT, OBJECT + "</cac:AdditionalDocumentReference><cac:AdditionalDocumentReference>" + OBJECT, "UBL-SR-04"),
    ("<cbc:Note>Net</cbc:Note>", "<cbc:Note>Net</cbc:Note><cbc:Note>2 %</cbc:Note>", "UBL-SR-05"),
    ("<cac:InvoiceDocumentReference>", "<cac:InvoiceDocumentReference/><cac:InvoiceDocumentReference>", "UBL-SR-06"),
    ("<cbc:ID>R-0</cbc:ID>", "", "UBL-SR-07"),
    ("<cac:InvoicePeriod>", "<cac:InvoicePeriod/><cac:InvoicePeriod>", "UBL-SR-08"),
    (
        SUPPLIER,
        ("<cac:PartyLegalEntity><cbc:RegistrationName>S</cbc:RegistrationName></cac:PartyLegalEntity>") + SUPPLIER,
        "UBL-SR-09",
    ),
    (SUPPLIER, "<cac:PartyName><cbc:Name>S</cbc:Name></cac:PartyName>" + SUPPLIER, "UBL-SR-10"),
    (SUPPLIER, "<cac:PartyLegalEntity><cbc:CompanyID>S</cbc:CompanyID></cac:PartyLegalEntity>" + SUPPLIER, "UBL-SR-11"),
    (SUPPLIER, TAX_ID.format("DE1", "<cbc:ID>vat</cbc:ID>") + SUPPLIER, "UBL-SR-12"),
    (SUPPLIER, TAX_ID.format("1", "<cbc:ID>FC</cbc:ID>") + SUPPLIER, ""),
    (
        SUPPLIER,
        TAX_ID.format("1", "<cbc:ID>FC</cbc:ID>") + TAX_ID.format("2", "") + SUPPLIER,
        "UBL-SR-13 UBL-SR-42 UBL-SR-53",
    ),
    (
        SUPPLIER,
        (
            "<cac:PartyLegalEntity><cbc:CompanyLegalForm>S</cbc:CompanyLegalForm>"
            "<cbc:CompanyLegalForm>S</cbc:CompanyLegalForm></cac:PartyLegalEntity>"
        )
        + SUPPLIER,
        "UBL-SR-14",
    ),
    (
        CUSTOMER,
        ("<cac:PartyLegalEntity><cbc:RegistrationName>S</cbc:RegistrationName></cac:PartyLegalEntity>") + CUSTOMER,
        "UBL-SR-15",
    ),
    (CUSTOMER, "<cac:PartyIdentification><cbc:ID>B</cbc:ID></cac:PartyIdentification>" + CUSTOMER, "UBL-SR-16"),
    (CUSTOMER, "<cac:PartyLegalEntity><cbc:CompanyID>S</cbc:CompanyID></cac:PartyLegalEntity>" + CUSTOMER, "UBL-SR-17"),
    (CUSTOMER, TAX_ID.format("DE1", "<cbc:ID>VAT</cbc:ID>") + CUSTOMER, "UBL-SR-18"),
    (CUSTOMER, "<cac:PartyName><cbc:Name>S</cbc:Name></cac:PartyName>" + CUSTOMER, "UBL-SR-40"),
    ("<cac:Delivery>", PAYEE.format("", "Factor"), ""),
    ("<cac:Delivery>", PAYEE.format("", "Seller AG"), "UBL-SR-19 UBL-SR-20 UBL-SR-21"),
    ("<cac:Delivery>", PAYEE.format("<cac:PartyName><cbc:Name>F</cbc:Name></cac:PartyName>", "Factor"), "UBL-SR-19"),
    ("<cac:Delivery>", PAYEE.format(SEPA.format("C"), "Factor"), ""),
    (
        "<cac:Delivery>",
        PAYEE.format(
            ('<cac:PartyIdentification><cbc:ID schemeID="0088">2</cbc:ID></cac:PartyIdentification>'), "Factor"
        ),
        "UBL-SR-20",
    ),
    (
        "<cac:Delivery>",
        PAYEE.format(
            (
                "<cac:PartyLegalEntity><cbc:CompanyID>1</cbc:CompanyID><cbc:CompanyID>"
                "2</cbc:CompanyID></cac:PartyLegalEntity>"
            ),
            "Factor",
        ),
        "UBL-SR-21",
    ),
    ("<cac:Delivery>", REPRESENTATIVE.format("", ""), ""),
    ("<cac:Delivery>", REPRESENTATIVE.format("<cbc:Name>Rita</cbc:Name>", ""), "UBL-SR-22"),
    ("<cac:Delivery>", REPRESENTATIVE.format("", "<cbc:CompanyID>DE301</cbc:CompanyID>"), "UBL-SR-23"),
    ("<cac:Delivery>", "<cac:Delivery/><cac:Delivery>", "UBL-SR-24"),
    (
        "<cac:DeliveryLocation>",
        (
            "<cac:DeliveryParty><cac:PartyName><cbc:Name>1</cbc:Name><cbc:Name>"
            "2</cbc:Name></cac:PartyName></cac:DeliveryParty><cac:DeliveryLocation>"
        ),
        "UBL-SR-25",
    ),
    (
        "<cbc:PaymentID>R-1</cbc:PaymentID>",
        "<cbc:PaymentID>R-1</cbc:PaymentID><cbc:PaymentID>R-1</cbc:PaymentID>",
        "UBL-SR-26",
    ),
    (
        "<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>",
        ("<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>"),
        "UBL-SR-27",
    ),
    (MEANS, "<cac:PaymentMandate><cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID></cac:PaymentMandate>" + MEANS, "UBL-SR-28"),
    (SUPPLIER, SEPA.format("C") + SEPA.format("D") + SUPPLIER, "UBL-SR-29"),
    (
        "</cbc:AllowanceChargeReasonCode>",
        (
            "</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>"
            "1</cbc:AllowanceChargeReason><cbc:AllowanceChargeReason>"
            "2</cbc:AllowanceChargeReason>"
        ),
        "UBL-SR-30",
    ),
    (
        "<cbc:AllowanceChargeReason>Paint<",
        ("<cbc:AllowanceChargeReason>2</cbc:AllowanceChargeReason><cbc:AllowanceChargeReason>Paint<"),
        "UBL-SR-31",
    ),
    (
        f"{VAT}<!--breakdown-->",
        ("<cbc:TaxExemptionReason>1</cbc:TaxExemptionReason><cbc:TaxExemptionReason>2</cbc:TaxExemptionReason>") + VAT,
        "UBL-SR-32",
    ),
    (
        "<cbc:ID>Sheet</cbc:ID>",
        (
            "<cbc:ID>Sheet</cbc:ID><cbc:DocumentDescription>1</cbc:DocumentDescription>"
            "<cbc:DocumentDescription>2</cbc:DocumentDescription>"
        ),
        "UBL-SR-33",
    ),
    ("<cbc:Note>Red</cbc:Note>", "<cbc:Note>Red</cbc:Note><cbc:Note>Oak</cbc:Note>", "UBL-SR-34"),
    ("<cbc:LineID>7</cbc:LineID>", "<cbc:LineID>7</cbc:LineID><cbc:LineID>8</cbc:LineID>", "UBL-SR-35"),
    (LINE_END, "<cac:InvoicePeriod/>" + LINE_END, "UBL-SR-36"),
    (
        LINE_END,
        (
            "<cac:Price><cac:AllowanceCharge><cbc:Amount currencyID='EUR'>"
            "1.005</cbc:Amount></cac:AllowanceCharge></cac:Price>"
        )
        + LINE_END,
        "UBL-SR-37",
    ),
    (
        "<cac:OrderReference>",
        ("<cac:ProjectReference><cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID></cac:ProjectReference><cac:OrderReference>"),
        "UBL-SR-39",
    ),
    (
        "<cac:OrderReference>",
        (
            "<cac:OriginatorDocumentReference><cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>"
            "</cac:OriginatorDocumentReference><cac:OrderReference>"
        ),
        "UBL-SR-56",
    ),
    ("<cbc:ID>Sheet</cbc:ID>", '<cbc:ID schemeID="AAA">Sheet</cbc:ID>', "UBL-SR-43 UBL-CR-665"),
    ("<cbc:ID>Sheet</cbc:ID>", "<cbc:ID>Sheet</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>", "UBL-SR-43"),
    (
        MEANS,
        MEANS
        + (
            "<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>"
            "<cbc:PaymentID>R-2</cbc:PaymentID></cac:PaymentMeans>"
        ),
        "UBL-SR-44",
    ),
    (
        MEANS,
        MEANS + ("<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode></cac:PaymentMeans>"),
        "UBL-SR-47",
    ),
    ("<cbc:PaymentMeansCode>", '<cbc:PaymentMeansCode name="SEPA">', ""),
    (
        MEANS,
        ("<cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate><cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate>")
        + MEANS,
        "UBL-SR-45 UBL-CR-412",
    ),
    (
        MEANS,
        MEANS
        + (
            '<cac:PaymentMeans><cbc:PaymentMeansCode name="a">58</cbc:PaymentMeansCode>'
            '</cac:PaymentMeans><cac:PaymentMeans><cbc:PaymentMeansCode name="b">'
            "58</cbc:PaymentMeansCode></cac:PaymentMeans>"
        ),
        "UBL-SR-46",
    ),
    (
        f"{VAT}<!--line--></cac:ClassifiedTaxCategory>",
        (f"{VAT}</cac:ClassifiedTaxCategory><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID></cac:ClassifiedTaxCategory>"),
        "UBL-SR-48",
    ),
    (
        "<cac:InvoicePeriod>",
        ("<cac:InvoicePeriod><cbc:DescriptionCode>3</cbc:DescriptionCode><cbc:DescriptionCode>3</cbc:DescriptionCode>"),
        "UBL-SR-49",
    ),
    (
        "<cbc:Description>Oak</cbc:Description>",
        "<cbc:Description>Oak</cbc:Description><cbc:Description>Ash</cbc:Description>",
        "UBL-SR-50",
    ),
    (
        "<cac:Country><cbc:IdentificationCode>FR",
        "<cac:AddressLine/><cac:AddressLine/><cac:Country><cbc:IdentificationCode>FR",
        "UBL-SR-51",
    ),
    (
        "<cac:Country><cbc:IdentificationCode>DE",
        "<cac:AddressLine/><cac:AddressLine/><cac:Country><cbc:IdentificationCode>DE",
        "UBL-SR-51",
    ),
    (LINE_END, "<cac:DocumentReference/>" + LINE_END, "UBL-SR-52"),
    (VAT, "<cac:TaxScheme/>", "UBL-SR-53"),
    (MEANS, "<cac:CardAccount/><cac:CardAccount/>" + MEANS, "UBL-SR-54"),
    (MEANS, "<cac:PaymentMandate/><cac:PaymentMandate/>" + MEANS, "UBL-SR-55"),
    ('<cbc:PayableAmount currencyID="EUR">113.05<', '<cbc:PayableAmount currencyID="EUR">113.050<', "UBL-DT-01"),
    ('<cbc:PriceAmount currencyID="EUR">20.00<', '<cbc:PriceAmount currencyID="EUR">20.00001<', ""),
    (' mimeCode="text/csv"', "", "UBL-DT-06"),
    (' filename="sheet.csv"', "", "UBL-DT-07"),
    ("<cbc:ID>Sheet</cbc:ID>", '<cbc:ID name="x">Sheet</cbc:ID>', "UBL-DT-18"),
    ("<cbc:ProfileID>", "<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:ProfileID>", ""),
    ("<cbc:ProfileID>", "<cbc:UBLVersionID>2.0</cbc:UBLVersionID><cbc:ProfileID>", "UBL-CR-002"),
    (OBJECT, OBJECT + "<cac:Attachment/>", "UBL-CR-666"),
    (OBJECT, OBJECT + "<cbc:DocumentDescription>x</cbc:DocumentDescription>", "UBL-CR-673"),
    ("InvoiceTypeCode>380<", "InvoiceTypeCode>381<", "BR-CL-01"),
    ('"EUR">113.05<', '"EURO">113.05<', "BR-CL-03"),
    (' currencyID="EUR">113.05<', ">113.05<", "BR-CL-03"),
    ("CurrencyCode>EUR<", "CurrencyCode>EU R<", "BR-CL-04"),
    ("<cbc:BuyerReference>", "<cbc:TaxCurrencyCode>DM</cbc:TaxCurrencyCode><cbc:BuyerReference>", "BR-CL-05"),
    ("<cac:InvoicePeriod>", "<cac:InvoicePeriod><cbc:DescriptionCode>5</cbc:DescriptionCode>", "BR-CL-06"),
    ('schemeID="AAA">Meter', 'schemeID="??">Meter', "BR-CL-07"),
    ("#AAI#Thanks", "#A-I#Thanks", "BR-CL-08"),
    ("#AAI#Thanks", "#AAI Thanks", ""),
    ("#AAI#Thanks", "#Many#Thanks", ""),
    ("#AAI#Thanks", "Thanks", ""),
    ('<cbc:ID schemeID="0088">', '<cbc:ID schemeID="88">', "BR-CL-10"),
    ('<cbc:ID schemeID="0088">', '<cbc:ID schemeID="SEPA">', ""),
    (CUSTOMER, "<cac:PartyIdentification><cbc:X/></cac:PartyIdentification>" + CUSTOMER, ""),
    ('<cbc:CompanyID schemeID="0002">', '<cbc:CompanyID schemeID="HRB">', "BR-CL-11"),
    ('listID="HS"', 'listID="XX"', "BR-CL-13"),
    ("IdentificationCode>FR<", "IdentificationCode>FF<", "BR-CL-14"),
    ("IdentificationCode>PL<", "IdentificationCode>PO<", "BR-CL-15"),
    ("PaymentMeansCode>58<", "PaymentMeansCode>580<", "BR-CL-16"),
    ("<cac:TaxCategory><cbc:ID>S<", "<cac:TaxCategory><cbc:ID>X<", "BR-CL-17"),
    ("<cac:ClassifiedTaxCategory><cbc:ID>S<", "<cac:ClassifiedTaxCategory><cbc:ID>X<", "BR-CL-18"),
    ("ReasonCode>95<", "ReasonCode>AA<", "BR-CL-19"),
    ("ReasonCode>AA<", "ReasonCode>95<", "BR-CL-20"),
    ('<cbc:ID schemeID="0160">', '<cbc:ID schemeID="GTIN">', "BR-CL-21"),
    (f"{VAT}<!--breakdown-->", "<cbc:TaxExemptionReasonCode>vatex-eu-132</cbc:TaxExemptionReasonCode>" + VAT, ""),
    (f"{VAT}<!--breakdown-->", "<cbc:TaxExemptionReasonCode>because</cbc:TaxExemptionReasonCode>" + VAT, "BR-CL-22"),
    ('unitCode="H87">10<', 'unitCode="pcs">10<', "BR-CL-23"),
    ('mimeCode="text/csv"', 'mimeCode="text/html"', "BR-CL-24"),
    ('<cbc:EndpointID schemeID="0088">', '<cbc:EndpointID schemeID="0003">', "BR-CL-25"),
    ('<cac:DeliveryLocation><cbc:ID schemeID="0088">', '<cac:DeliveryLocation><cbc:ID schemeID="GLN">', "BR-CL-26"),
)


@pytest.mark.parametrize(("old", "new", "rules"), CHANGES)
def test_one_change_breaks_exactly_the_rules_on_it(old: str, new: str, rules: str) -> None:
    assert broken_syntax(edited(ubl(), (old, new))) == set(rules.split())


def test_a_credit_note_may_name_its_tender_and_due_date_where_an_invoice_may_not() -> None:
    tender = ("<cbc:ID>Sheet</cbc:ID>", "<cbc:ID>Sheet</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>")
    due = (MEANS, "<cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate>" + MEANS)
    assert broken_syntax(edited(credit_note(), tender, due)) == set()


def test_a_credit_note_has_types_of_its_own() -> None:
    assert broken_syntax(edited(credit_note(), ("TypeCode>381<", "TypeCode>380<"))) == {"BR-CL-01"}


def test_what_the_core_invoice_leaves_out_is_told_of_at_its_place() -> None:
    forbidden = [rule for rule in syntax_ubl.RULES.rules if rule.keeps is None]
    for rule, pattern in [(one, pattern) for one in forbidden for pattern in one.patterns]:
        failures = syntax_ubl.RULES.check(element_of(document_with(pattern)))
        told = [failure.xpath for failure in failures if failure.rule == rule.id]
        assert told == ["/Invoice/" + pattern.removeprefix("//")], rule.id


def document_with(pattern: str) -> str:
    """Return an invoice with nothing in it but what the pattern finds."""
    inside = ""
    for name in reversed(pattern.removeprefix("//").split("/")):
        if name.startswith("@"):
            inside = name[1:]
        elif inside and not inside.startswith("<"):
            inside = f'<{name} {inside}="x"/>'
        else:
            inside = f"<{name}>{inside}</{name}>"
    attribute = "" if inside.startswith("<") else f' {inside}="x"'
    start, end = ubl().split("\n  <cbc:CustomizationID>")[0], "</Invoice>"
    head = start.replace(
        "<Invoice ", '<Invoice xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" '
    )
    return f"{head[:-1]}{attribute}>{inside if not attribute else ''}{end}"
