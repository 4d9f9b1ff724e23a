"""Invoices that keep every rule of EN 16931 and of the profile they name, and what of them is broken."""

from __future__ import annotations

from bursar.core.en16931 import binding_cii, binding_ubl, namespaces, rule_sets, syntax_cii, syntax_ubl
from bursar.core.en16931.engine import validate
from bursar.core.en16931.profiles import profile_of
from bursar.core.en16931.terms import Element
from bursar.formats.einvoice.xml import Names, Node, parse

PEPPOL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
XRECHNUNG = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
CII_ADDRESS = (
    '<ram:URIUniversalCommunication><ram:URIID schemeID="0088">7300010000001</ram:URIID>'
    "</ram:URIUniversalCommunication>"
)
VAT = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"


def _party(name: str, country: str, vat: str, contact: str) -> str:
    return f"""<cac:Party><cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID>
    <cac:PartyIdentification><cbc:ID schemeID="0088">7300010000001</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:StreetName>{name} street</cbc:StreetName><cbc:CityName>{name} city</cbc:CityName>
      <cbc:PostalZone>{name} zone</cbc:PostalZone>
      <cac:Country><cbc:IdentificationCode>{country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>{vat}</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>{name} AG</cbc:RegistrationName>
      <cbc:CompanyID schemeID="0002">{name} register</cbc:CompanyID></cac:PartyLegalEntity>{contact}</cac:Party>"""


def _ubl_line(category: str) -> str:
    return f"""  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:Note>Red</cbc:Note>
    <cbc:InvoicedQuantity unitCode="H87">10</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
    <cac:InvoicePeriod><cbc:StartDate>2026-02-02</cbc:StartDate><cbc:EndDate>2026-02-03</cbc:EndDate></cac:InvoicePeriod>
    <cac:OrderLineReference><cbc:LineID>7</cbc:LineID></cac:OrderLineReference>
    <cac:DocumentReference><cbc:ID schemeID="AAA">Meter</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>
    </cac:DocumentReference>
    <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
      <cbc:AllowanceChargeReason>Scratch</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">5.00</cbc:Amount>
    </cac:AllowanceCharge>
    <cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>
      <cbc:AllowanceChargeReason>Paint</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">5.00</cbc:Amount>
    </cac:AllowanceCharge>
    <cac:Item><cbc:Description>Oak</cbc:Description><cbc:Name>Table</cbc:Name>
      <cac:StandardItemIdentification><cbc:ID schemeID="0160">0123</cbc:ID></cac:StandardItemIdentification>
      <cac:OriginCountry><cbc:IdentificationCode>PL</cbc:IdentificationCode></cac:OriginCountry>
      <cac:CommodityClassification><cbc:ItemClassificationCode listID="HS">94</cbc:ItemClassificationCode>
      </cac:CommodityClassification><cac:ClassifiedTaxCategory>{category}<!--line--></cac:ClassifiedTaxCategory></cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">20.00</cbc:PriceAmount>
      <cbc:BaseQuantity unitCode="H87">2</cbc:BaseQuantity><cac:AllowanceCharge>
        <cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">1.00</cbc:Amount>
        <cbc:BaseAmount currencyID="EUR">21.00</cbc:BaseAmount></cac:AllowanceCharge></cac:Price>
  </cac:InvoiceLine>
"""


def ubl(specification: str = PEPPOL, seller: str = "DE", buyer: str = "DE") -> str:
    """Return an invoice in UBL between two countries; between Germans it keeps the German rules too."""
    contact = """<cac:Contact><cbc:Name>Ada</cbc:Name><cbc:Telephone>030 123</cbc:Telephone>
      <cbc:ElectronicMail>ada@seller.example</cbc:ElectronicMail></cac:Contact>"""
    category = f"<cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent>{VAT}"
    return f"""<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>{specification}</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-03-01</cbc:IssueDate><cbc:DueDate>2026-03-31</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:Note>#AAI#Thanks</cbc:Note>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>04011000-1234512345-06</cbc:BuyerReference>
  <cac:InvoicePeriod><cbc:StartDate>2026-02-01</cbc:StartDate><cbc:EndDate>2026-02-28</cbc:EndDate></cac:InvoicePeriod>
  <cac:OrderReference><cbc:ID>O-1</cbc:ID></cac:OrderReference>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>R-0</cbc:ID></cac:InvoiceDocumentReference>
  </cac:BillingReference>
  <cac:AdditionalDocumentReference><cbc:ID>Sheet</cbc:ID><cac:Attachment>
    <cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="sheet.csv">QQ==</cbc:EmbeddedDocumentBinaryObject>
    <cac:ExternalReference><cbc:URI>https://seller.example/sheet</cbc:URI></cac:ExternalReference>
  </cac:Attachment></cac:AdditionalDocumentReference>
  <cac:AdditionalDocumentReference><cbc:ID schemeID="AAA">Meter</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>
  </cac:AdditionalDocumentReference>
  <cac:AccountingSupplierParty>{_party("Seller", seller, f"{seller}100", contact)}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>{_party("Buyer", buyer, f"{buyer}200", "")}</cac:AccountingCustomerParty>
  <cac:Delivery><cbc:ActualDeliveryDate>2026-02-20</cbc:ActualDeliveryDate>
    <cac:DeliveryLocation><cbc:ID schemeID="0088">7300010000001</cbc:ID><cac:Address>
      <cbc:CityName>Dock city</cbc:CityName><cbc:PostalZone>Dock zone</cbc:PostalZone>
      <cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:Address></cac:DeliveryLocation>
  </cac:Delivery>
  <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>R-1</cbc:PaymentID>
    <cac:PayeeFinancialAccount><cbc:ID>DE89 3704 0044 0532 0130 00</cbc:ID></cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:PaymentTerms><cbc:Note>Net</cbc:Note></cac:PaymentTerms>
  <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
    <cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode>
    <cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric><cbc:Amount currencyID="EUR">10.00</cbc:Amount>
    <cbc:BaseAmount currencyID="EUR">100.00</cbc:BaseAmount><cac:TaxCategory>{category}</cac:TaxCategory>
  </cac:AllowanceCharge>
  <cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>
    <cbc:AllowanceChargeReasonCode>AA</cbc:AllowanceChargeReasonCode><cbc:Amount currencyID="EUR">5.00</cbc:Amount>
    <cac:TaxCategory>{category}</cac:TaxCategory></cac:AllowanceCharge>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">18.05</cbc:TaxAmount><cac:TaxSubtotal>
    <cbc:TaxableAmount currencyID="EUR">95.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">18.05</cbc:TaxAmount>
    <cac:TaxCategory>{category}<!--breakdown--></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">95.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">113.05</cbc:TaxInclusiveAmount>
    <cbc:AllowanceTotalAmount currencyID="EUR">10.00</cbc:AllowanceTotalAmount>
    <cbc:ChargeTotalAmount currencyID="EUR">5.00</cbc:ChargeTotalAmount>
    <cbc:PayableAmount currencyID="EUR">113.05</cbc:PayableAmount></cac:LegalMonetaryTotal>
{_ubl_line(category)}</Invoice>"""


def credit_note(specification: str = PEPPOL, seller: str = "DE", buyer: str = "DE") -> str:
    """Return the same as a credit note."""
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
    document = ubl(specification, seller, buyer)
    for old, new in changes.items():
        document = document.replace(old, new)
    return document


def _day(name: str, day: str) -> str:
    return f'<ram:{name}><udt:DateTimeString format="102">{day}</udt:DateTimeString></ram:{name}>'


def _trade_party(role: str, name: str, country: str, inside: str = "") -> str:
    return f"""<ram:{role}><ram:GlobalID schemeID="0088">7300010000001</ram:GlobalID><ram:Name>{name}</ram:Name>
      <ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">{name} register</ram:ID></ram:SpecifiedLegalOrganization>
      {inside}<ram:PostalTradeAddress><ram:PostcodeCode>{name} zone</ram:PostcodeCode>
      <ram:LineOne>{name} street</ram:LineOne><ram:CityName>{name} city</ram:CityName>
      <ram:CountryID>{country}</ram:CountryID></ram:PostalTradeAddress>
      {CII_ADDRESS}
      <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{country}100</ram:ID></ram:SpecifiedTaxRegistration>
      </ram:{role}>"""


def _trade_charge(indicator: str, reason: str, amount: str, percent: str, category: str) -> str:
    return f"""<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>{indicator}</udt:Indicator>
    </ram:ChargeIndicator>{percent}<ram:ActualAmount>{amount}</ram:ActualAmount><ram:ReasonCode>{reason}</ram:ReasonCode>
    {category}</ram:SpecifiedTradeAllowanceCharge>"""


def _cii_line(category: str) -> str:
    return f"""  <ram:IncludedSupplyChainTradeLineItem>
    <ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
    <ram:SpecifiedTradeProduct><ram:GlobalID schemeID="0160">0123</ram:GlobalID><ram:Name>Table</ram:Name>
      <ram:ApplicableProductCharacteristic><ram:Description>Colour</ram:Description><ram:Value>Red</ram:Value>
      </ram:ApplicableProductCharacteristic><ram:DesignatedProductClassification>
      <ram:ClassCode listID="HS">94</ram:ClassCode></ram:DesignatedProductClassification>
      <ram:OriginTradeCountry><ram:ID>PL</ram:ID></ram:OriginTradeCountry></ram:SpecifiedTradeProduct>
    <ram:SpecifiedLineTradeAgreement>
      <ram:GrossPriceProductTradePrice><ram:ChargeAmount>21.00</ram:ChargeAmount><ram:AppliedTradeAllowanceCharge>
        <ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>
        <ram:ActualAmount>1.00</ram:ActualAmount></ram:AppliedTradeAllowanceCharge></ram:GrossPriceProductTradePrice>
      <ram:NetPriceProductTradePrice><ram:ChargeAmount>20.00</ram:ChargeAmount>
        <ram:BasisQuantity unitCode="H87">2</ram:BasisQuantity></ram:NetPriceProductTradePrice>
    </ram:SpecifiedLineTradeAgreement>
    <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">10</ram:BilledQuantity>
    </ram:SpecifiedLineTradeDelivery>
    <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax>{category}<!--line--></ram:ApplicableTradeTax>
      <ram:BillingSpecifiedPeriod>{_day("StartDateTime", "20260202")}{_day("EndDateTime", "20260203")}
      </ram:BillingSpecifiedPeriod>
      <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>100.00</ram:LineTotalAmount>
      </ram:SpecifiedTradeSettlementLineMonetarySummation>
      <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>Meter</ram:IssuerAssignedID>
      <ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>AAA</ram:ReferenceTypeCode></ram:AdditionalReferencedDocument>
    </ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>"""


def cii(specification: str = XRECHNUNG) -> str:
    """Return an invoice in CII between Germans."""
    contact = """<ram:DefinedTradeContact><ram:PersonName>Ada</ram:PersonName><ram:TelephoneUniversalCommunication>
      <ram:CompleteNumber>030 123</ram:CompleteNumber></ram:TelephoneUniversalCommunication>
      <ram:EmailURIUniversalCommunication><ram:URIID>ada@seller.example</ram:URIID></ram:EmailURIUniversalCommunication>
      </ram:DefinedTradeContact>"""
    category = """<ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>
      <ram:RateApplicablePercent>19</ram:RateApplicablePercent>"""
    part = f"<ram:CategoryTradeTax>{category}</ram:CategoryTradeTax>"
    percent = "<ram:CalculationPercent>10</ram:CalculationPercent><ram:BasisAmount>100.00</ram:BasisAmount>"
    return f"""<rsm:CrossIndustryInvoice
    xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext><ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>P1</ram:ID>
    </ram:BusinessProcessSpecifiedDocumentContextParameter><ram:GuidelineSpecifiedDocumentContextParameter>
    <ram:ID>{specification}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument><ram:ID>R-1</ram:ID><ram:TypeCode>380</ram:TypeCode>{_day("IssueDateTime", "20260301")}
    <ram:IncludedNote><ram:Content>Thanks</ram:Content><ram:SubjectCode>AAI</ram:SubjectCode></ram:IncludedNote>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
{_cii_line(category)}
  <ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>04011000-1234512345-06</ram:BuyerReference>
    {_trade_party("SellerTradeParty", "Seller", "DE", contact)}{_trade_party("BuyerTradeParty", "Buyer", "DE")}
    <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>Sheet</ram:IssuerAssignedID>
      <ram:URIID>https://seller.example/sheet</ram:URIID><ram:TypeCode>916</ram:TypeCode><ram:Name>Hours</ram:Name>
      <ram:AttachmentBinaryObject mimeCode="text/csv" filename="sheet.csv">QQ==</ram:AttachmentBinaryObject>
    </ram:AdditionalReferencedDocument></ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeDelivery><ram:ShipToTradeParty><ram:GlobalID schemeID="0088">7300010000001</ram:GlobalID>
      <ram:PostalTradeAddress><ram:PostcodeCode>Dock zone</ram:PostcodeCode><ram:CityName>Dock city</ram:CityName>
      <ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress></ram:ShipToTradeParty>
    <ram:ActualDeliverySupplyChainEvent>{_day("OccurrenceDateTime", "20260220")}</ram:ActualDeliverySupplyChainEvent>
  </ram:ApplicableHeaderTradeDelivery>
  <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
    <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount>
      <ram:IBANID>DE89370400440532013000</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>
    </ram:SpecifiedTradeSettlementPaymentMeans>
    <ram:ApplicableTradeTax><ram:CalculatedAmount>18.05</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>
      <ram:BasisAmount>95.00</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode>
      <ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>
    <ram:BillingSpecifiedPeriod>{_day("StartDateTime", "20260201")}{_day("EndDateTime", "20260228")}
    </ram:BillingSpecifiedPeriod>
    {_trade_charge("false", "95", "10.00", percent, part)}{_trade_charge("true", "AA", "5.00", "", part)}
    <ram:SpecifiedTradePaymentTerms><ram:Description>Net</ram:Description>{_day("DueDateDateTime", "20260331")}
    </ram:SpecifiedTradePaymentTerms>
    <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>100.00</ram:LineTotalAmount>
      <ram:ChargeTotalAmount>5.00</ram:ChargeTotalAmount><ram:AllowanceTotalAmount>10.00</ram:AllowanceTotalAmount>
      <ram:TaxBasisTotalAmount>95.00</ram:TaxBasisTotalAmount>
      <ram:TaxTotalAmount currencyID="EUR">18.05</ram:TaxTotalAmount>
      <ram:GrandTotalAmount>113.05</ram:GrandTotalAmount><ram:DuePayableAmount>113.05</ram:DuePayableAmount>
    </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>R-0</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>
  </ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"""


def element_of(document: str) -> Element:
    """Parse a document of either syntax into its element."""
    element = parse(document.encode())
    name = element.tag.rpartition("}")[2]
    if name == "CrossIndustryInvoice":
        return Node(element, f"/rsm:{name}", Names(namespaces.CII))
    return Node(element, f"/{name}", Names(namespaces.UBL))


def broken_syntax(document: str) -> set[str]:
    """Return the rules on elements, code lists among them, that the document breaks."""
    root = element_of(document)
    rules = syntax_cii.RULES if root.name == "rsm:CrossIndustryInvoice" else syntax_ubl.RULES
    return {failure.rule for failure in rules.check(root)}


def broken_profile(document: str) -> set[str]:
    """Return the rules of its profile that the document breaks."""
    root = element_of(document)
    is_cii = root.name == "rsm:CrossIndustryInvoice"
    terms = binding_cii.read(root) if is_cii else binding_ubl.read(root)
    profile = profile_of(terms.text("BT-24"), "cii" if is_cii else "ubl")
    failures = [*validate(terms, *profile.rules), *(one for rules in profile.elements for one in rules.check(root))]
    return {failure.rule for failure in failures}


def broken_core(document: str) -> set[str]:
    """Return the business rules of EN 16931 that the document breaks."""
    root = element_of(document)
    if root.name == "rsm:CrossIndustryInvoice":
        return {failure.rule for failure in validate(binding_cii.read(root), rule_sets.CII)}
    rules = rule_sets.UBL_CREDIT_NOTE if root.name == "cn:CreditNote" else rule_sets.UBL_INVOICE
    return {failure.rule for failure in validate(binding_ubl.read(root), rules)}


def edited(document: str, *changes: tuple[str, str]) -> str:
    """Replace the first occurrence of texts that must be there."""
    for old, new in changes:
        assert old in document, old
        document = document.replace(old, new, 1)
    return document
