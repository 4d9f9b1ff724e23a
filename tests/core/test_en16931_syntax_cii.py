"""Change one thing in a CII document, and exactly the rules of the syntax or its code lists on that thing say so."""

from __future__ import annotations

import pytest

from bursar.core.en16931 import syntax_cii
from tests.core.profiled import broken_syntax, cii, edited, element_of

AGREEMENT = "</ram:ApplicableHeaderTradeAgreement>"
SETTLEMENT = "</ram:ApplicableHeaderTradeSettlement>"
MEANS = "</ram:SpecifiedTradeSettlementPaymentMeans>"
SUMS = "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
PROCESS = "<ram:BusinessProcessSpecifiedDocumentContextParameter>"
GUIDELINE = "<ram:GuidelineSpecifiedDocumentContextParameter>"
REFERENCE = "<ram:AdditionalReferencedDocument><ram:TypeCode>{}</ram:TypeCode></ram:AdditionalReferencedDocument>"
APPLIED = "<ram:AppliedTradeAllowanceCharge>"
OTHER_MEANS = "<ram:SpecifiedTradeSettlementPaymentMeans>{}</ram:SpecifiedTradeSettlementPaymentMeans>"
ACCOUNT = "<ram:PayeePartyCreditorFinancialAccount>"
PRICE = "</ram:NetPriceProductTradePrice>"
TAX = "<ram:RateApplicablePercent>19</ram:RateApplicablePercent><!--line-->"
BREAKDOWN = "<ram:BasisAmount>95.00</ram:BasisAmount>"
POINT = "<ram:DueDateTypeCode>{}</ram:DueDateTypeCode>"

CHANGES = (
    (PROCESS, f"{PROCESS}</ram:BusinessProcessSpecifiedDocumentContextParameter>{PROCESS}", "CII-SR-003"),
    (GUIDELINE, f"{GUIDELINE}</ram:GuidelineSpecifiedDocumentContextParameter>{GUIDELINE}", "CII-SR-009"),
    (f"{GUIDELINE}\n    <ram:ID>", f"{GUIDELINE}<ram:ID/><ram:ID>", "CII-SR-010"),
    ("<ram:TypeCode>380</ram:TypeCode>", "", "CII-SR-014"),
    ("<ram:Content>Thanks</ram:Content>", "<ram:Content>Thanks</ram:Content><ram:Content/>", "CII-SR-030"),
    ('<ram:GlobalID schemeID="0160">', "<ram:GlobalID>", "CII-SR-046"),
    ("<ram:Description>Colour</ram:Description>", "", "CII-SR-069"),
    ("<ram:Value>Red</ram:Value>", "<ram:Value>Red</ram:Value><ram:Value>Blue</ram:Value>", "CII-SR-072"),
    ("<ram:ID>PL</ram:ID>", "", "CII-SR-090"),
    ("<ram:ID>PL</ram:ID>", "<ram:ID>PL</ram:ID><ram:ID>DE</ram:ID>", "CII-SR-090"),
    (APPLIED, f"{APPLIED}<ram:ActualAmount>1</ram:ActualAmount>", "CII-SR-440"),
    ("<udt:Indicator>false</udt:Indicator>", "<udt:Indicator>true</udt:Indicator>", "CII-SR-119"),
    ("<ram:ActualAmount>1.00</ram:ActualAmount>", "", "CII-SR-119"),
    ("<ram:ChargeAmount>20.00</ram:ChargeAmount>", "", "CII-SR-439"),
    (PRICE, f"<ram:ChargeAmount>1</ram:ChargeAmount>{PRICE}", "CII-SR-439 CII-SR-441"),
    ("</ram:ShipToTradeParty>", "<ram:ID>1</ram:ID></ram:ShipToTradeParty>", "CII-SR-449"),
    ("</ram:BuyerTradeParty>", "<ram:ID>1</ram:ID></ram:BuyerTradeParty>", "CII-SR-450"),
    (
        SETTLEMENT,
        (
            '<ram:PayeeTradeParty><ram:ID>1</ram:ID><ram:GlobalID schemeID="0088">'
            f"2</ram:GlobalID></ram:PayeeTradeParty>{SETTLEMENT}"
        ),
        "CII-SR-451",
    ),
    (SETTLEMENT, f"<ram:SpecifiedTradePaymentTerms/>{SETTLEMENT}", "CII-SR-452"),
    ("<ram:Description>Net<", "<ram:Description>2 %</ram:Description><ram:Description>Net<", "CII-SR-453"),
    (
        "</ram:SpecifiedLineTradeSettlement>",
        (
            "<ram:ApplicableTradeTax><ram:CategoryCode>S</ram:CategoryCode>"
            "</ram:ApplicableTradeTax></ram:SpecifiedLineTradeSettlement>"
        ),
        "CII-SR-454",
    ),
    ("</ram:SellerTradeParty>", "<ram:DefinedTradeContact/></ram:SellerTradeParty>", "CII-SR-455"),
    (
        "</ram:BuyerTradeParty>",
        "<ram:DefinedTradeContact/><ram:DefinedTradeContact/></ram:BuyerTradeParty>",
        "CII-SR-456",
    ),
    (AGREEMENT, REFERENCE.format("50") + AGREEMENT, ""),
    (AGREEMENT, REFERENCE.format("50") * 2 + AGREEMENT, "CII-SR-457"),
    (AGREEMENT, REFERENCE.format("130") * 2 + AGREEMENT, "CII-SR-458"),
    ("</ram:SellerTradeParty>", "<ram:URIUniversalCommunication/></ram:SellerTradeParty>", "CII-SR-459"),
    ("</ram:BuyerTradeParty>", "<ram:URIUniversalCommunication/></ram:BuyerTradeParty>", "CII-SR-460"),
    (BREAKDOWN, f"{BREAKDOWN}<ram:TaxPointDate/><ram:TaxPointDate/>", "CII-SR-461"),
    (BREAKDOWN, f"{BREAKDOWN}{POINT.format(5)}{POINT.format(29)}", "CII-SR-462"),
    (BREAKDOWN, f"{BREAKDOWN}{POINT.format(5)}", ""),
    (
        "</ram:SpecifiedLineTradeSettlement>",
        (
            "<ram:SpecifiedTradeAllowanceCharge><ram:ReasonCode>X</ram:ReasonCode>"
            "</ram:SpecifiedTradeAllowanceCharge></ram:SpecifiedLineTradeSettlement>"
        ),
        "CII-SR-463",
    ),
    (
        MEANS,
        f"<ram:PayerSpecifiedDebtorFinancialInstitution/>{MEANS}",
        "CII-SR-464",
    ),
    ("<ram:PersonName>", "<ram:DepartmentName>Sales</ram:DepartmentName><ram:PersonName>", "CII-SR-465"),
    (
        "</ram:BuyerTradeParty>",
        (
            "<ram:DefinedTradeContact><ram:PersonName/><ram:DepartmentName/>"
            "</ram:DefinedTradeContact></ram:BuyerTradeParty>"
        ),
        "CII-SR-466",
    ),
    (SETTLEMENT, OTHER_MEANS.format("<ram:TypeCode>1</ram:TypeCode>") + SETTLEMENT, "CII-SR-467"),
    (SETTLEMENT, OTHER_MEANS.format("<ram:Information>a</ram:Information>") + SETTLEMENT, ""),
    (
        SETTLEMENT,
        OTHER_MEANS.format("<ram:Information>a</ram:Information><ram:Information>b</ram:Information>") + SETTLEMENT,
        "CII-SR-468",
    ),
    (SETTLEMENT, f"<ram:PaymentReference>1</ram:PaymentReference><ram:PaymentReference/>{SETTLEMENT}", "CII-SR-469"),
    ("<ram:IBANID>DE89370400440532013000</ram:IBANID>", "", "CII-SR-470"),
    (
        "<ram:IBANID>DE89370400440532013000</ram:IBANID>",
        "<ram:ProprietaryID>1</ram:ProprietaryID>",
        "",
    ),
    (
        "<ram:ActualAmount>10.00</ram:ActualAmount>",
        "<ram:ActualAmount>10</ram:ActualAmount><ram:ActualAmount/>",
        "CII-SR-473",
    ),
    ("<ram:CategoryTradeTax>", "<ram:CategoryTradeTax/><ram:CategoryTradeTax>", "CII-SR-472"),
    (
        "<ram:CalculationPercent>10</ram:CalculationPercent>",
        ("<ram:RateApplicablePercent/><ram:RateApplicablePercent/><ram:CalculationPercent>10</ram:CalculationPercent>"),
        "CII-SR-471",
    ),
    ("<ram:Name>Hours</ram:Name>", "<ram:Name>Hours</ram:Name><ram:Name>Days</ram:Name>", "CII-SR-475"),
    ("</ram:AttachmentBinaryObject>", "</ram:AttachmentBinaryObject><ram:AttachmentBinaryObject/>", "CII-SR-476"),
    (SUMS, f"<ram:LineTotalAmount>1</ram:LineTotalAmount>{SUMS}", "CII-SR-477"),
    (SUMS, f"<ram:DuePayableAmount>1</ram:DuePayableAmount>{SUMS}", "CII-SR-487"),
    ("<ram:ID>R-1</ram:ID>", '<ram:ID schemeID="0088">R-1</ram:ID>', "CII-DT-005"),
    ("<ram:ID>R-1</ram:ID>", '<ram:ID schemeName="x">R-1</ram:ID>', "CII-DT-001"),
    ("<ram:ID>PL</ram:ID>", '<ram:ID schemeName="x">PL</ram:ID>', "CII-DT-101"),
    ("<ram:TypeCode>380<", '<ram:TypeCode name="x" listID="y">380<', "CII-DT-008"),
    (
        AGREEMENT,
        (f"<ram:ContractReferencedDocument><ram:URIID>x</ram:URIID></ram:ContractReferencedDocument>{AGREEMENT}"),
        "CII-DT-015",
    ),
    (AGREEMENT, REFERENCE.format("380") + AGREEMENT, "CII-DT-018"),
    (
        AGREEMENT,
        (
            "<ram:ContractReferencedDocument><ram:Name>x</ram:Name>"
            f"<ram:AttachmentBinaryObject/></ram:ContractReferencedDocument>{AGREEMENT}"
        ),
        "CII-DT-021 CII-DT-022",
    ),
    (
        "<ram:TypeCode>916</ram:TypeCode>",
        "<ram:TypeCode>916</ram:TypeCode><ram:ReferenceTypeCode>AAA</ram:ReferenceTypeCode>",
        "CII-DT-024",
    ),
    (
        AGREEMENT,
        (f"<ram:ContractReferencedDocument><ram:FormattedIssueDateTime/></ram:ContractReferencedDocument>{AGREEMENT}"),
        "CII-DT-027",
    ),
    ("<ram:ActualAmount>10.00<", '<ram:ActualAmount currencyID="EUR">10.00<', "CII-DT-031"),
    ('<ram:BilledQuantity unitCode="H87">', "<ram:BilledQuantity>", "CII-DT-033"),
    ("<ram:TypeCode>VAT</ram:TypeCode>", "<ram:TypeCode>GST</ram:TypeCode>", "CII-DT-037"),
    ("<ram:TypeCode>VAT</ram:TypeCode>", "", ""),
    (
        TAX,
        f"{TAX}<ram:BasisAmount>1</ram:BasisAmount><ram:TaxPointDate/>{POINT.format(5)}",
        "CII-DT-041 CII-DT-054 CII-DT-058",
    ),
    (
        "<ram:CategoryTradeTax>",
        (
            "<ram:CategoryTradeTax><ram:ExemptionReason>x</ram:ExemptionReason>"
            "<ram:ExemptionReasonCode>VATEX-EU-O</ram:ExemptionReasonCode>"
        ),
        "CII-DT-052 CII-DT-098",
    ),
    (">20260301<", ">20261301<", "CII-DT-097"),
    ('format="102">20260301<', 'format="203">20261301<', ""),
    ("<ram:TypeCode>380<", "<ram:TypeCode>999<", "BR-CL-01"),
    ('currencyID="EUR">18.05', 'currencyID="ECU">18.05', "BR-CL-03"),
    (' currencyID="EUR">18.05', ">18.05", ""),
    ("CurrencyCode>EUR<", "CurrencyCode>ECU<", "BR-CL-04"),
    (SETTLEMENT, f"<ram:TaxCurrencyCode>ECU</ram:TaxCurrencyCode>{SETTLEMENT}", "BR-CL-05"),
    (BREAKDOWN, f"{BREAKDOWN}{POINT.format(3)}", "BR-CL-06"),
    ("ReferenceTypeCode>AAA<", "ReferenceTypeCode>??<", "BR-CL-07"),
    ("SubjectCode>AAI<", "SubjectCode>BAT<", ""),
    ("SubjectCode>AAI<", "SubjectCode>A-I<", "BR-CL-08"),
    (
        '<ram:SellerTradeParty><ram:GlobalID schemeID="0088">',
        '<ram:SellerTradeParty><ram:GlobalID schemeID="88">',
        "BR-CL-10",
    ),
    ('<ram:ID schemeID="0002">', '<ram:ID schemeID="HRB">', "BR-CL-11"),
    ('listID="HS"', 'listID="XX"', "BR-CL-13"),
    ("CountryID>FR<", "CountryID>AN<", ""),
    ("CountryID>FR<", "CountryID>SS<", "BR-CL-14"),
    ("<ram:ID>PL<", "<ram:ID>PO<", "BR-CL-15"),
    ("<ram:ID>PL<", '<ram:ID schemeID="0002">PO<', ""),
    ("<ram:TypeCode>58<", "<ram:TypeCode>580<", "BR-CL-16"),
    (
        "<ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S",
        "<ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>X",
        "BR-CL-17",
    ),
    (f"{BREAKDOWN}<ram:CategoryCode>S", f"{BREAKDOWN}<ram:CategoryCode>X", "BR-CL-18"),
    ("ReasonCode>95<", "ReasonCode>AA<", "BR-CL-19"),
    ("ReasonCode>AA<", "ReasonCode>95<", "BR-CL-20"),
    ('<ram:GlobalID schemeID="0160">', '<ram:GlobalID schemeID="GTIN">', "BR-CL-21"),
    (BREAKDOWN, f"{BREAKDOWN}<ram:ExemptionReasonCode>why</ram:ExemptionReasonCode>", "BR-CL-22"),
    ('unitCode="H87">10<', 'unitCode="pcs">10<', "BR-CL-23"),
    ('mimeCode="text/csv"', 'mimeCode="text/html"', "BR-CL-24"),
    ('<ram:URIID schemeID="0088">', '<ram:URIID schemeID="0003">', "BR-CL-25"),
    (
        '<ram:ShipToTradeParty><ram:GlobalID schemeID="0088">',
        '<ram:ShipToTradeParty><ram:GlobalID schemeID="GLN">',
        "BR-CL-26",
    ),
)


@pytest.mark.parametrize(("old", "new", "rules"), CHANGES)
def test_one_change_breaks_exactly_the_rules_on_it(old: str, new: str, rules: str) -> None:
    assert broken_syntax(edited(cii(), (old, new))) == set(rules.split())


def test_units_of_prices_are_fine_where_nothing_has_a_unit() -> None:
    assert broken_syntax(cii().replace(' unitCode="H87"', "")) == set()


def test_what_the_core_invoice_leaves_out_is_told_of_at_its_place() -> None:
    forbidden = [rule for rule in syntax_cii.RULES.rules if rule.keeps is None]
    for rule, pattern in [(one, pattern) for one in forbidden for pattern in one.patterns]:
        named = pattern.replace("*", "ram:Some")
        failures = syntax_cii.RULES.check(element_of(document_with(named)))
        told = [failure.xpath for failure in failures if failure.rule == rule.id]
        assert told == ["/rsm:CrossIndustryInvoice/" + named.removeprefix("//")], rule.id


def document_with(pattern: str) -> str:
    """Return an invoice with nothing in it but what the pattern finds."""
    *names, last = pattern.removeprefix("//").split("/")
    attribute = f' {last[1:]}="x"' if last.startswith("@") else ""
    if not attribute:
        names.append(last)
    start = cii().split("\n  <rsm:ExchangedDocumentContext>")[0]
    if not names:
        return f"{start[:-1]}{attribute}></rsm:CrossIndustryInvoice>"
    inside = f"<{names[-1]}{attribute}/>"
    for name in reversed(names[:-1]):
        inside = f"<{name}>{inside}</{name}>"
    return f"{start}{inside}</rsm:CrossIndustryInvoice>"
