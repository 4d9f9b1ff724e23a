"""One valid invoice in both syntaxes, with everything in it that the rules speak of, for each tax category."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from bursar.core.en16931 import binding_cii, binding_ubl, namespaces, rule_sets
from bursar.core.en16931.engine import Failure, validate
from bursar.core.en16931.terms import Group
from bursar.formats.einvoice.xml import Names, Node, parse

VAT = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
CII_ROOT = "/rsm:CrossIndustryInvoice"


@dataclass(frozen=True)
class Tax:
    """How everything in the invoice is taxed: on lines of 1000, an allowance of 100 and a charge of 50."""

    code: str = "S"
    rate: str = "20"  # "" for none.
    tax: str = "190.00"
    gross: str = "1140.00"
    payable: str = "1000.50"  # Prepaid 140.00, rounded by 0.50.
    reason: str = ""

    @property
    def identified(self) -> bool:
        """Whether the parties have VAT identifiers; outside the scope of VAT nobody may."""
        return self.code != "O"


def untaxed(code: str, rate: str = "0", reason: str = "As the law says") -> Tax:
    """Return a category without tax."""
    return Tax(code, rate, "0.00", "950.00", "810.50", reason)


TAXES = {
    "S": Tax(),
    "Z": untaxed("Z", reason=""),
    "E": untaxed("E"),
    "AE": untaxed("AE"),
    "IC": untaxed("K"),
    "G": untaxed("G"),
    "O": untaxed("O", rate=""),
    "AF": Tax("L"),
    "AG": Tax("M"),
}


UBL = """<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>2026-117</cbc:ID>
  <cbc:IssueDate>2026-03-01</cbc:IssueDate>
  <cbc:DueDate>2026-03-31</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:TaxPointDate>2026-02-28</cbc:TaxPointDate>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>
  <cac:InvoicePeriod><cbc:StartDate>2026-02-01</cbc:StartDate><cbc:EndDate>2026-02-28</cbc:EndDate></cac:InvoicePeriod>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-90</cbc:ID></cac:InvoiceDocumentReference>
  </cac:BillingReference>
  <cac:AdditionalDocumentReference><cbc:ID>Timesheet</cbc:ID></cac:AdditionalDocumentReference>
  <cac:AdditionalDocumentReference><cbc:ID>Meter 7</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>
  </cac:AdditionalDocumentReference>
  <cac:AccountingSupplierParty><cac:Party>
    <cbc:EndpointID schemeID="9930">seller</cbc:EndpointID>
    <cac:PartyIdentification><cbc:ID>S-1</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name>Sole</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>IT</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    {seller_vat}
    <cac:PartyLegalEntity><cbc:RegistrationName>Sole S.p.A.</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cbc:EndpointID schemeID="9930">buyer</cbc:EndpointID>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    {buyer_vat}
    <cac:PartyLegalEntity><cbc:RegistrationName>Berg GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:PayeeParty>
    <cac:PartyIdentification><cbc:ID>F-1</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name>Factor</cbc:Name></cac:PartyName>
  </cac:PayeeParty>{representative}
  <cac:Delivery>
    <cbc:ActualDeliveryDate>2026-02-20</cbc:ActualDeliveryDate>
    <cac:DeliveryLocation><cac:Address><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country>
    </cac:Address></cac:DeliveryLocation>
  </cac:Delivery>
  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
    <cac:CardAccount><cbc:PrimaryAccountNumberID>4111111111</cbc:PrimaryAccountNumberID></cac:CardAccount>
    <cac:PayeeFinancialAccount><cbc:ID>IT60X0542811101000000123456</cbc:ID></cac:PayeeFinancialAccount>
    <cac:PaymentMandate><cbc:ID>M-1</cbc:ID></cac:PaymentMandate>
  </cac:PaymentMeans>
  <cac:AllowanceCharge>
    <cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Bonus</cbc:AllowanceChargeReason>
    <cbc:Amount>100.00</cbc:Amount><cbc:BaseAmount>1000.00</cbc:BaseAmount>
    <cac:TaxCategory>{category}<!--allowance--></cac:TaxCategory>
  </cac:AllowanceCharge>
  <cac:AllowanceCharge>
    <cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>
    <cbc:Amount>50.00</cbc:Amount><cbc:BaseAmount>500.00</cbc:BaseAmount>
    <cac:TaxCategory>{category}<!--charge--></cac:TaxCategory>
  </cac:AllowanceCharge>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">{tax}</cbc:TaxAmount>
    <cac:TaxSubtotal><cbc:TaxableAmount>950.00</cbc:TaxableAmount><cbc:TaxAmount>{tax}</cbc:TaxAmount>
      <cac:TaxCategory><cbc:ID>{code}</cbc:ID>{percent}{reason}{vat}</cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">2090.00</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount>1000.00</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount>950.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount>{gross}</cbc:TaxInclusiveAmount>
    <cbc:AllowanceTotalAmount>100.00</cbc:AllowanceTotalAmount>
    <cbc:ChargeTotalAmount>50.00</cbc:ChargeTotalAmount>
    <cbc:PrepaidAmount>140.00</cbc:PrepaidAmount>
    <cbc:PayableRoundingAmount>0.50</cbc:PayableRoundingAmount>
    <cbc:PayableAmount>{payable}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine>
    <cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="H87">10</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount>960.00</cbc:LineExtensionAmount>
    <cac:InvoicePeriod><cbc:StartDate>2026-02-02</cbc:StartDate><cbc:EndDate>2026-02-03</cbc:EndDate></cac:InvoicePeriod>
    <cac:AllowanceCharge>
      <cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Scratch</cbc:AllowanceChargeReason>
      <cbc:Amount>50.01</cbc:Amount><cbc:BaseAmount>1000.01</cbc:BaseAmount>
    </cac:AllowanceCharge>
    <cac:AllowanceCharge>
      <cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Paint</cbc:AllowanceChargeReason>
      <cbc:Amount>10.01</cbc:Amount><cbc:BaseAmount>1000.02</cbc:BaseAmount>
    </cac:AllowanceCharge>
    <cac:Item>
      <cbc:Name>Table</cbc:Name>
      <cac:StandardItemIdentification><cbc:ID schemeID="0160">0123</cbc:ID></cac:StandardItemIdentification>
      <cac:CommodityClassification><cbc:ItemClassificationCode listID="HS">94</cbc:ItemClassificationCode>
      </cac:CommodityClassification>
      <cac:ClassifiedTaxCategory>{category}<!--line--></cac:ClassifiedTaxCategory>
      <cac:AdditionalItemProperty><cbc:Name>Colour</cbc:Name><cbc:Value>Red</cbc:Value></cac:AdditionalItemProperty>
    </cac:Item>
    <cac:Price><cbc:PriceAmount>100.00</cbc:PriceAmount>
      <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount>2</cbc:Amount>
        <cbc:BaseAmount>102.00</cbc:BaseAmount></cac:AllowanceCharge>
    </cac:Price>
  </cac:InvoiceLine>
  <cac:InvoiceLine>
    <cbc:ID>2</cbc:ID><cbc:InvoicedQuantity unitCode="H87">1</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount>40.00</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Chair</cbc:Name><cac:ClassifiedTaxCategory>{category}</cac:ClassifiedTaxCategory></cac:Item>
    <cac:Price><cbc:PriceAmount>40.00</cbc:PriceAmount></cac:Price>
  </cac:InvoiceLine>
</Invoice>"""


def ubl(tax: Tax = TAXES["S"]) -> str:
    """Return a UBL invoice that breaks no rule."""
    percent = f"<cbc:Percent>{tax.rate}</cbc:Percent>" if tax.rate else ""
    category = f"<cbc:ID>{tax.code}</cbc:ID>{percent}{VAT}"
    reason = f"<cbc:TaxExemptionReason>{tax.reason}</cbc:TaxExemptionReason>" if tax.reason else ""
    seller_vat = f"<cac:PartyTaxScheme><cbc:CompanyID>IT001</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>"
    buyer_vat = f"<cac:PartyTaxScheme><cbc:CompanyID>DE002</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>"
    representative = f"""
  <cac:TaxRepresentativeParty>
    <cac:PartyName><cbc:Name>Rita Rappresentante</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>AT</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>AT003</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>
  </cac:TaxRepresentativeParty>"""
    if not tax.identified:
        seller_vat = buyer_vat = representative = ""
    return UBL.format(
        vat=VAT,
        seller_vat=seller_vat,
        buyer_vat=buyer_vat,
        representative=representative,
        category=category,
        percent=percent,
        **asdict(tax) | {"reason": reason},
    )


def credit_note(tax: Tax = TAXES["S"]) -> str:
    """Return the same as a UBL credit note."""
    changes = {
        "Invoice-2": "CreditNote-2",
        "<Invoice ": "<CreditNote ",
        "</Invoice>": "</CreditNote>",
        "InvoiceTypeCode>380<": "InvoiceTypeCode>381<",
        "InvoiceTypeCode": "CreditNoteTypeCode",
        "cac:InvoiceLine": "cac:CreditNoteLine",
        "InvoicedQuantity": "CreditedQuantity",
        "<cbc:DueDate>2026-03-31</cbc:DueDate>": "",
    }
    document = ubl(tax)
    for old, new in changes.items():
        document = document.replace(old, new)
    return document


def _cii_date(name: str, day: str) -> str:
    return f'<ram:{name}><udt:DateTimeString format="102">{day}</udt:DateTimeString></ram:{name}>'


def _cii_party(name: str, inside: str, vat: str, country: str) -> str:
    tax = f'<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{vat}</ram:ID></ram:SpecifiedTaxRegistration>'
    return (
        f"<ram:{name}>{inside}<ram:PostalTradeAddress><ram:CountryID>{country}</ram:CountryID></ram:PostalTradeAddress>"
        f"{tax if vat else ''}</ram:{name}>"
    )


def _cii_part(indicator: str, amount: str, base: str, reason: str, category: str) -> str:
    return (
        "<ram:SpecifiedTradeAllowanceCharge>"
        f"<ram:ChargeIndicator><udt:Indicator>{indicator}</udt:Indicator></ram:ChargeIndicator>"
        f"<ram:BasisAmount>{base}</ram:BasisAmount><ram:ActualAmount>{amount}</ram:ActualAmount>"
        f"<ram:Reason>{reason}</ram:Reason>{category}</ram:SpecifiedTradeAllowanceCharge>"
    )


def _cii_line(number: str, net: str, name: str, price: str, product: str, settlement: str) -> str:
    return f"""<ram:IncludedSupplyChainTradeLineItem>
    <ram:AssociatedDocumentLineDocument><ram:LineID>{number}</ram:LineID></ram:AssociatedDocumentLineDocument>
    <ram:SpecifiedTradeProduct>{product}<ram:Name>{name}</ram:Name></ram:SpecifiedTradeProduct>
    <ram:SpecifiedLineTradeAgreement>{price}</ram:SpecifiedLineTradeAgreement>
    <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">{number}</ram:BilledQuantity>
    </ram:SpecifiedLineTradeDelivery>
    <ram:SpecifiedLineTradeSettlement>{settlement}<ram:SpecifiedTradeSettlementLineMonetarySummation>
      <ram:LineTotalAmount>{net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
    </ram:SpecifiedLineTradeSettlement>
  </ram:IncludedSupplyChainTradeLineItem>"""


CII = """<rsm:CrossIndustryInvoice
    xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
      <ram:ID>urn:cen.eu:en16931:2017</ram:ID>
  </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument><ram:ID>2026-117</ram:ID><ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">20260301</udt:DateTimeString></ram:IssueDateTime>
      </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
  {line_one}
  {line_two}
  <ram:ApplicableHeaderTradeAgreement>{seller}{buyer}
    {representative}
    <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>Timesheet</ram:IssuerAssignedID>
      <ram:TypeCode>916</ram:TypeCode>
    </ram:AdditionalReferencedDocument>
  </ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeDelivery>
    <ram:ShipToTradeParty><ram:PostalTradeAddress><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
    </ram:ShipToTradeParty>
    <ram:ActualDeliverySupplyChainEvent>
      <ram:OccurrenceDateTime><udt:DateTimeString format="102">20260220</udt:DateTimeString></ram:OccurrenceDateTime>
    </ram:ActualDeliverySupplyChainEvent>
  </ram:ApplicableHeaderTradeDelivery>
  <ram:ApplicableHeaderTradeSettlement>
    <ram:TaxCurrencyCode>SEK</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
    <ram:PayeeTradeParty><ram:ID>F-1</ram:ID><ram:Name>Factor</ram:Name></ram:PayeeTradeParty>
    <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode>
      <ram:ApplicableTradeSettlementFinancialCard><ram:ID>4111111111</ram:ID>
      </ram:ApplicableTradeSettlementFinancialCard>
      <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>IT60</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>
    </ram:SpecifiedTradeSettlementPaymentMeans>
    <ram:ApplicableTradeTax><ram:CalculatedAmount>{tax}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>{reason}
      <ram:BasisAmount>950.00</ram:BasisAmount><ram:CategoryCode>{code}</ram:CategoryCode>
      <ram:TaxPointDate><udt:DateString format="102">20260228</udt:DateString></ram:TaxPointDate>{percent}
    </ram:ApplicableTradeTax>
    <ram:BillingSpecifiedPeriod>
      <ram:StartDateTime><udt:DateTimeString format="102">20260201</udt:DateTimeString></ram:StartDateTime>
      <ram:EndDateTime><udt:DateTimeString format="102">20260228</udt:DateTimeString></ram:EndDateTime>
    </ram:BillingSpecifiedPeriod>
    {allowance}
    {charge}
    <ram:SpecifiedTradePaymentTerms>
      <ram:DueDateDateTime><udt:DateTimeString format="102">20260331</udt:DateTimeString></ram:DueDateDateTime>
    </ram:SpecifiedTradePaymentTerms>
    <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
      <ram:LineTotalAmount>1000.00</ram:LineTotalAmount>
      <ram:ChargeTotalAmount>50.00</ram:ChargeTotalAmount>
      <ram:AllowanceTotalAmount>100.00</ram:AllowanceTotalAmount>
      <ram:TaxBasisTotalAmount>950.00</ram:TaxBasisTotalAmount>
      <ram:TaxTotalAmount currencyID="EUR">{tax}</ram:TaxTotalAmount>
      <ram:TaxTotalAmount currencyID="SEK">2090.00</ram:TaxTotalAmount>
      <ram:RoundingAmount>0.50</ram:RoundingAmount>
      <ram:GrandTotalAmount>{gross}</ram:GrandTotalAmount>
      <ram:TotalPrepaidAmount>140.00</ram:TotalPrepaidAmount>
      <ram:DuePayableAmount>{payable}</ram:DuePayableAmount>
    </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>2026-90</ram:IssuerAssignedID>
      </ram:InvoiceReferencedDocument>
  </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>"""


def cii(tax: Tax = TAXES["S"]) -> str:
    """Return a CII invoice that breaks no rule."""
    rate = f"<ram:RateApplicablePercent>{tax.rate}</ram:RateApplicablePercent>" if tax.rate else ""
    category = f"<ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>{tax.code}</ram:CategoryCode>{rate}"
    allowance, charge = (
        f"<ram:CategoryTradeTax>{category}<!--{where}--></ram:CategoryTradeTax>" for where in ("allowance", "charge")
    )
    of_line = f"<ram:ApplicableTradeTax>{category}</ram:ApplicableTradeTax>"
    reason = f"<ram:ExemptionReason>{tax.reason}</ram:ExemptionReason>" if tax.reason else ""
    ids = ("IT001", "DE002") if tax.identified else ("", "")
    contact = '<ram:URIUniversalCommunication><ram:URIID schemeID="9930">{}</ram:URIID></ram:URIUniversalCommunication>'
    seller = _cii_party(
        "SellerTradeParty", f"<ram:ID>S-1</ram:ID><ram:Name>Sole</ram:Name>{contact.format('s')}", ids[0], "IT"
    )
    buyer = _cii_party("BuyerTradeParty", f"<ram:Name>Berg</ram:Name>{contact.format('b')}", ids[1], "DE")
    representative = _cii_party(
        "SellerTaxRepresentativeTradeParty", "<ram:Name>Rita</ram:Name>", "AT003" if ids[0] else "", "AT"
    )
    product = (
        '<ram:GlobalID schemeID="0160">0123</ram:GlobalID><ram:ApplicableProductCharacteristic>'
        "<ram:Description>Colour</ram:Description><ram:Value>Red</ram:Value></ram:ApplicableProductCharacteristic>"
        '<ram:DesignatedProductClassification><ram:ClassCode listID="HS">94</ram:ClassCode>'
        "</ram:DesignatedProductClassification>"
    )
    price = "<ram:NetPriceProductTradePrice><ram:ChargeAmount>{}</ram:ChargeAmount></ram:NetPriceProductTradePrice>"
    gross = price.replace("Net", "Gross").format("102.00")
    settled = (
        of_line.replace("</ram:Ap", "<!--line--></ram:Ap")
        + f"<ram:BillingSpecifiedPeriod>{_cii_date('StartDateTime', '20260202')}"
        + f"{_cii_date('EndDateTime', '20260203')}</ram:BillingSpecifiedPeriod>"
        + _cii_part("false", "50.01", "1000.01", "Scratch", "")
        + _cii_part("true", "10.01", "1000.02", "Paint", "")
    )
    return CII.format(
        seller=seller,
        buyer=buyer,
        percent=rate,
        line_one=_cii_line("1", "960.00", "Table", gross + price.format("100.00"), product, settled),
        line_two=_cii_line("2", "40.00", "Chair", price.format("40.00"), "", of_line),
        representative=representative if tax.identified else "",
        allowance=_cii_part("false", "100.00", "1000.00", "Bonus", allowance),
        charge=_cii_part("true", "50.00", "500.00", "Freight", charge),
        **asdict(tax) | {"reason": reason},
    )


def terms_of(document: str) -> Group:
    """Read a document of either syntax into its terms."""
    element = parse(document.encode())
    if element.tag.endswith("CrossIndustryInvoice"):
        return binding_cii.read(Node(element, CII_ROOT, Names(namespaces.CII)))
    place = "/" + element.tag.rpartition("}")[2]
    return binding_ubl.read(Node(element, place, Names(namespaces.UBL)))


def failures_of(document: str) -> tuple[Failure, ...]:
    """Run the business rules of EN 16931 for its kind of document."""
    terms = terms_of(document)
    if terms.syntax == "cii":
        return validate(terms, rule_sets.CII)
    return validate(terms, rule_sets.UBL_CREDIT_NOTE if terms.place == "/CreditNote" else rule_sets.UBL_INVOICE)


def broken(document: str) -> set[str]:
    """Return the ids of the rules that the document breaks."""
    return {failure.rule for failure in failures_of(document)}


def changed(document: str, *changes: tuple[str, str], times: int = 1) -> str:
    """Replace texts, each of which must be there exactly so often."""
    for old, new in changes:
        assert document.count(old) == times, f"{document.count(old)} times: {old}"
        document = document.replace(old, new)
    return document


def without(document: str, start: str, end: str) -> str:
    """Take out what stands from `start` (which must be there once) to the next `end`."""
    assert document.count(start) == 1, f"{document.count(start)} times: {start}"
    before, _, after = document.partition(start)
    return before + after.partition(end)[2]
