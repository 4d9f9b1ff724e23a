"""Change one thing in an XRechnung, and exactly the German rules on that thing say so; Peppol has them too."""

from __future__ import annotations

import pytest

from bursar.core.en16931 import binding_ubl, german
from bursar.core.en16931.german_formats import is_absolute, is_iban
from bursar.core.en16931.xrechnung import EXTENSION, VEHICLES
from tests.core.profiled import PEPPOL, XRECHNUNG, broken_profile, cii, credit_note, edited, element_of, ubl

VAT = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
CONTACT = "<cbc:{0}>{1}</cbc:{0}>"
TAX_ID = "<cac:PartyTaxScheme><cbc:CompanyID>DE100</cbc:CompanyID>"
OTHER = (
    "<cac:PartyTaxScheme><cbc:CompanyID>100</cbc:CompanyID><cac:TaxScheme>"
    "<cbc:ID>FC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
)
REPRESENTATIVE = (
    "<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>R</cbc:Name>"
    "</cac:PartyName></cac:TaxRepresentativeParty><cac:Delivery>"
)
MEANS = "</cac:PaymentMeans>"
CODE = "PaymentMeansCode>58<"
ACCOUNT = "<cac:PayeeFinancialAccount><cbc:ID>DE89 3704 0044 0532 0130 00</cbc:ID></cac:PayeeFinancialAccount>"
CARD = "<cac:CardAccount><cbc:PrimaryAccountNumberID>1111</cbc:PrimaryAccountNumberID></cac:CardAccount>"
PAYER = "<cac:PayerFinancialAccount><cbc:ID>{}</cbc:ID></cac:PayerFinancialAccount>"
MANDATE = f"<cac:PaymentMandate><cbc:ID>M</cbc:ID>{{}}</cac:PaymentMandate>{MEANS}"
CREDITOR = (
    '<cac:PartyIdentification><cbc:ID schemeID="SEPA">C</cbc:ID>'
    "</cac:PartyIdentification><cac:PartyName><cbc:Name>Seller<"
)
NAMED = "<cac:PartyName><cbc:Name>Seller<"
DEBIT = (
    (CODE, "PaymentMeansCode>59<"),
    (ACCOUNT, ""),
    (MEANS, MANDATE.format(PAYER.format("DE89370400440532013000"))),
    (NAMED, CREDITOR),
)
FILE = (
    "<cac:AdditionalDocumentReference><cbc:ID>2</cbc:ID><cac:Attachment>"
    '<cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="{}">'
    "QQ==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>"
    "</cac:AdditionalDocumentReference><cac:AccountingSupplierParty>"
)
DELIVERED = "<cbc:ActualDeliveryDate>2026-02-20</cbc:ActualDeliveryDate>"
PERIOD = (
    "<cac:InvoicePeriod><cbc:StartDate>2026-02-01</cbc:StartDate><cbc:EndDate>"
    "2026-02-28</cbc:EndDate></cac:InvoicePeriod>"
)
LINE_PERIOD = (
    "<cac:InvoicePeriod><cbc:StartDate>2026-02-02</cbc:StartDate><cbc:EndDate>"
    "2026-02-03</cbc:EndDate></cac:InvoicePeriod>"
)

Changes = tuple[tuple[str, str], ...]

# What is changed, and the rules that then fail: the number XRechnung has (BR-DE-) and Peppol ("-" for none).
CASES: tuple[tuple[Changes, str, str], ...] = (
    (((ubl()[ubl().index("<cac:PaymentMeans>") : ubl().index(MEANS) + len(MEANS)], ""),), "1", "001"),
    (((ubl()[ubl().index("<cac:Contact>") : ubl().index("</cac:Contact>") + 14], ""),), "2", "002"),
    (((CONTACT.format("CityName", "Seller city"), ""),), "3", "003"),
    (((CONTACT.format("PostalZone", "Seller zone"), ""),), "4", "004"),
    (((CONTACT.format("Name", "Ada"), ""),), "5", "005"),
    (((CONTACT.format("Telephone", "030 123"), ""),), "6 27", "006 027"),
    (((CONTACT.format("Telephone", "030 123"), CONTACT.format("Telephone", "n/a")),), "27", "027"),
    (((CONTACT.format("ElectronicMail", "ada@seller.example"), ""),), "7 28", "007 028"),
    ((("ada@seller.example", "ada@seller@example"),), "28", "028"),
    (((CONTACT.format("CityName", "Buyer city"), ""),), "8", "008"),
    (((CONTACT.format("PostalZone", "Buyer zone"), ""),), "9", "009"),
    (((CONTACT.format("CityName", "Dock city"), ""),), "10", "010"),
    (((CONTACT.format("PostalZone", "Dock zone"), ""),), "11", "011"),
    (((f"<cbc:Percent>19</cbc:Percent>{VAT}<!--breakdown-->", VAT),), "14", "014"),
    ((("<cbc:BuyerReference>04011000-1234512345-06</cbc:BuyerReference>", ""),), "15", "015"),
    (((f"{TAX_ID}{VAT}</cac:PartyTaxScheme>", ""),), "16", "016"),
    (((f"{TAX_ID}{VAT}</cac:PartyTaxScheme>", OTHER),), "", ""),
    (((f"{TAX_ID}{VAT}</cac:PartyTaxScheme>", ""), ("<cac:Delivery>", REPRESENTATIVE)), "", ""),
    ((("TypeCode>380<", "TypeCode>383<"),), "17", "017"),
    ((("<cbc:Note>Net<", "<cbc:Note>#SKONTO#TAGE=14#PROZENT=2.00#\n<"),), "", ""),
    (
        (
            (
                "<cbc:Note>Net<",
                ("<cbc:Note>Net\n#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=99.00#\n #SKONTO#TAGE=7#PROZENT=3.00#\n<"),
            ),
        ),
        "",
        "",
    ),
    ((("<cbc:Note>Net<", "<cbc:Note>#SKONTO#TAGE=14#PROZENT=2#\n<"),), "18", "018"),
    ((("<cbc:Note>Net<", "<cbc:Note>#SKONTO#TAGE=14#PROZENT=2.00#<"),), "18", "018"),
    ((("<cac:PaymentTerms><cbc:Note>Net</cbc:Note></cac:PaymentTerms>", ""),), "", ""),
    ((("DE89 3704", "DE88 3704"),), "19", "019"),
    ((("DE89 3704", "Konto 1"),), "19", "019"),
    (((CODE, "PaymentMeansCode>30<"), ("DE89 3704", "Konto 1")), "", ""),
    ((("<cac:AccountingSupplierParty>", FILE.format("sheet.csv")),), "22", "022"),
    ((("<cac:AccountingSupplierParty>", FILE.format("other.csv")),), "", ""),
    (((ACCOUNT, ""),), "19 23-a", "019 023-1"),
    (((MEANS, CARD + MEANS),), "23-b", "023-2"),
    (((MEANS, MANDATE.format(PAYER.format("x"))), (NAMED, CREDITOR)), "23-b", "023-2"),
    (((CODE, "PaymentMeansCode>48<"), (ACCOUNT, CARD)), "", ""),
    (((CODE, "PaymentMeansCode>48<"), (ACCOUNT, "")), "24-a", "024-1"),
    (((CODE, "PaymentMeansCode>48<"), (MEANS, CARD + MEANS)), "24-b", "024-2"),
    (DEBIT, "", ""),
    (((CODE, "PaymentMeansCode>59<"), (ACCOUNT, "")), "20 25-a", "020 025-1"),
    ((*DEBIT, (MEANS, CARD + MEANS)), "25-b", "025-2"),
    ((*DEBIT[:2], (MEANS, MANDATE.format(PAYER.format("x"))), DEBIT[3]), "20", "020"),
    ((*DEBIT[:2], (MEANS, MANDATE.format("")), DEBIT[3]), "20 31", "020 031"),
    (DEBIT[:3], "30", "030"),
    ((("TypeCode>380<", "TypeCode>384<"),), "", ""),
    (
        (
            ("TypeCode>380<", "TypeCode>384<"),
            (ubl()[ubl().index("<cac:BillingReference>") : ubl().index("</cac:BillingReference>") + 23], ""),
        ),
        "26",
        "026",
    ),
    (((DELIVERED, ""), (PERIOD, "")), "", ""),
    (((DELIVERED, ""), (PERIOD, ""), (LINE_PERIOD, "")), "TMP-32", ""),
    ((("https://seller.example", "seller.example"),), "TMP-2", ""),
)


def german_rules(document: str) -> set[str]:
    """Return the German rules that the document breaks, those of Peppol in general aside."""
    return {rule for rule in broken_profile(document) if not rule.startswith("PEPPOL")}


@pytest.mark.parametrize(("changes", "numbers", "peppol"), CASES)
def test_one_change_breaks_exactly_the_rules_on_it(changes: Changes, numbers: str, peppol: str) -> None:
    expected = {"BR-TMP-2" if number == "TMP-2" else f"BR-DE-{number}" for number in numbers.split()}
    assert german_rules(edited(ubl(XRECHNUNG), *changes)) == expected
    assert german_rules(edited(ubl(PEPPOL), *changes)) == {f"DE-R-{number}" for number in peppol.split()}
    assert german_rules(edited(ubl(PEPPOL, buyer="FR"), *changes)) == set()


def test_a_creditor_may_be_the_payee() -> None:
    payee = (
        '<cac:PayeeParty><cac:PartyIdentification><cbc:ID schemeID="SEPA">C</cbc:ID>'
        "</cac:PartyIdentification><cac:PartyName><cbc:Name>F</cbc:Name>"
        "</cac:PartyName></cac:PayeeParty><cac:Delivery>"
    )
    assert german_rules(edited(ubl(XRECHNUNG), *DEBIT[:3], ("<cac:Delivery>", payee))) == set()


def test_a_credit_note_is_held_to_the_same() -> None:
    assert german_rules(edited(credit_note(XRECHNUNG), ("TypeCode>381<", "TypeCode>396<"))) == {"BR-DE-17"}


def test_what_is_not_taxed_needs_no_tax_registration() -> None:
    untaxed = ubl(XRECHNUNG).replace("<cbc:ID>S</cbc:ID>", "<cbc:ID>O</cbc:ID>")
    assert german_rules(edited(untaxed, (f"{TAX_ID}{VAT}</cac:PartyTaxScheme>", ""))) == set()


def test_another_version_of_the_specification_is_told_of() -> None:
    assert german_rules(ubl("urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.0")) == {
        "BR-DE-21"
    }


@pytest.mark.parametrize("iban", ["DE89370400440532013000", "de89 3704", "DE8937040044053201300", "", "DE"])
def test_an_iban_is_one_or_not(iban: str) -> None:
    assert is_iban(iban) is (iban == "DE89370400440532013000")


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("https://a.de", True),
        ("see urn:x", True),
        ("a:b", False),
        ("12:b", False),
        ("a: bc:", True),
        ("www.a.de", False),
        ("x" * 200_000, False),
    ],
)
def test_an_absolute_address_names_its_scheme(address: str, absolute: bool) -> None:
    assert is_absolute(address) is absolute


def test_who_is_asked_by_peppol_is_both_in_germany() -> None:
    terms = binding_ubl.read(element_of(ubl(PEPPOL, "DE", "FR")))
    assert all(rule.test(group) for rule in german.peppol_rules() for group in terms.everywhere(rule.context))


CII_MEANS = "</ram:SpecifiedTradeSettlementPaymentMeans>"
CII_ACCOUNT = cii()[cii().index("<ram:PayeePartyCreditorFinancialAccount>") : cii().index(CII_MEANS)]
CII_DEBTOR = "<ram:PayerPartyDebtorFinancialAccount><ram:IBANID>{}</ram:IBANID></ram:PayerPartyDebtorFinancialAccount>"
CII_CARD = (
    "<ram:ApplicableTradeSettlementFinancialCard><ram:ID>1111</ram:ID></ram:ApplicableTradeSettlementFinancialCard>"
)
CII_CREDITOR = "<ram:CreditorReferenceID>C</ram:CreditorReferenceID>"
CII_MANDATE = "<ram:DirectDebitMandateID>M</ram:DirectDebitMandateID></ram:SpecifiedTradePaymentTerms>"
TERMS_END = "</ram:SpecifiedTradePaymentTerms>"
CURRENCY = "<ram:InvoiceCurrencyCode>"
CII_DEBIT: Changes = (
    ("<ram:TypeCode>58<", "<ram:TypeCode>59<"),
    (CII_ACCOUNT, CII_DEBTOR.format("DE89370400440532013000")),
    (CURRENCY, CII_CREDITOR + CURRENCY),
    (TERMS_END, CII_MANDATE),
)
P = "PEPPOL-EN16931-"
SUMS = "<ram:GrandTotalAmount>"
ACCOUNTED = (CURRENCY, "<ram:TaxCurrencyCode>SEK</ram:TaxCurrencyCode>" + CURRENCY)
ADDRESS = (
    '<ram:URIUniversalCommunication><ram:URIID schemeID="0088">'
    "7300010000001</ram:URIID></ram:URIUniversalCommunication>"
)

CII_CASES: tuple[tuple[Changes, str], ...] = (
    ((("<ram:PersonName>Ada</ram:PersonName>", "<ram:DepartmentName>Sales</ram:DepartmentName>"),), ""),
    ((("<ram:PersonName>Ada</ram:PersonName>", ""),), "BR-DE-5"),
    (CII_DEBIT, ""),
    ((*CII_DEBIT[:2], *CII_DEBIT[3:]), "BR-DE-30"),
    ((CII_DEBIT[0], (CII_ACCOUNT, ""), *CII_DEBIT[2:]), "BR-DE-20 BR-DE-31"),
    ((CII_DEBIT[0], (CII_ACCOUNT, "")), f"BR-DE-20 BR-DE-25-a {P}R061"),
    (((TERMS_END, CII_MANDATE),), "BR-DE-23-b BR-DE-30 BR-DE-31"),
    (((CURRENCY, CII_CREDITOR + CURRENCY),), "BR-DE-23-b BR-DE-31"),
    ((("<ram:TypeCode>58<", "<ram:TypeCode>48<"), (CII_ACCOUNT, CII_CARD)), ""),
    ((("<ram:ID>P1</ram:ID>", ""),), f"{P}R001 {P}R008"),
    (((CURRENCY, "<ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode>" + CURRENCY),), f"{P}R005 {P}R054"),
    (((ADDRESS, ""),), f"{P}R020"),
    ((("<ram:CalculationPercent>10<", "<ram:CalculationPercent>11<"),), f"{P}R040"),
    ((("<ram:BasisAmount>100.00</ram:BasisAmount>", ""),), f"{P}R041"),
    ((("<ram:CalculationPercent>10</ram:CalculationPercent>", ""),), f"{P}R042"),
    ((("<udt:Indicator>true<", "<udt:Indicator>1<"),), f"{P}R043-1"),
    ((("<udt:Indicator>false<", "<udt:Indicator>0<"),), f"{P}R043-2 {P}R044"),
    ((("<udt:Indicator>false<", "<udt:Indicator>true<"),), f"{P}R044"),
    ((("<ram:ChargeAmount>21.00<", "<ram:ChargeAmount>22.00<"),), f"{P}R046"),
    ((("<ram:ChargeAmount>21.00</ram:ChargeAmount>", ""),), ""),
    (((SUMS, '<ram:TaxTotalAmount currencyID="EUR">1</ram:TaxTotalAmount>' + SUMS),), f"{P}R053"),
    ((ACCOUNTED,), f"{P}R054 {P}R055"),
    ((ACCOUNTED, (SUMS, '<ram:TaxTotalAmount currencyID="SEK">200</ram:TaxTotalAmount>' + SUMS)), ""),
    ((ACCOUNTED, (SUMS, '<ram:TaxTotalAmount currencyID="SEK">-200</ram:TaxTotalAmount>' + SUMS)), f"{P}R055"),
    ((("<ram:TypeCode>130<", "<ram:TypeCode>50<"),), f"{P}R101"),
    (((">20260202<", ">20260131<"),), f"{P}R110"),
    (((">20260203<", ">20260301<"),), f"{P}R111"),
    ((('<ram:BasisQuantity unitCode="H87">2<', '<ram:BasisQuantity unitCode="H87">0<'),), f"{P}R121"),
    ((('<ram:BasisQuantity unitCode="H87">', '<ram:BasisQuantity unitCode="KGM">'),), f"{P}R130"),
    ((("<ram:SubjectCode>AAI</ram:SubjectCode>", "<ram:SubjectCode/>"),), f"{P}R008"),
)


@pytest.mark.parametrize(("changes", "rules"), CII_CASES)
def test_one_change_in_cii_breaks_exactly_the_rules_on_it(changes: Changes, rules: str) -> None:
    assert broken_profile(edited(cii(), *changes)) == set(rules.split())


def test_a_buyer_in_cii_without_an_electronic_address_is_told_of() -> None:
    before, address, after = cii().rpartition(ADDRESS)
    assert address
    assert broken_profile(before + after) == {f"{P}R010"}


SUB_LINE = (
    '<cac:SubInvoiceLine><cbc:LineExtensionAmount currencyID="EUR">{}'
    "</cbc:LineExtensionAmount><cac:Item><cbc:Name>x</cbc:Name>{}</cac:Item>"
    "</cac:SubInvoiceLine></cac:InvoiceLine>"
)
CATEGORY = "<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID></cac:ClassifiedTaxCategory>"
PREPAID = (
    '<cac:PrepaidPayment><cbc:ID>{}</cbc:ID><cbc:PaidAmount currencyID="{}">{}'
    "</cbc:PaidAmount><cbc:InstructionID>{}</cbc:InstructionID>"
    "</cac:PrepaidPayment><cac:AllowanceCharge>"
)
LINE_END = "</cac:InvoiceLine>"
PAYABLE = ('<cbc:PayableAmount currencyID="EUR">113.05<', '<cbc:PayableAmount currencyID="EUR">{}<')
D = "BR-DEX-"


def due(amount: str) -> tuple[str, str]:
    """Let another amount be due."""
    return PAYABLE[0], PAYABLE[1].format(amount)


EXTENSION_CASES: tuple[tuple[Changes, str], ...] = (
    ((), ""),
    ((('mimeCode="text/csv"', 'mimeCode="application/xml"'),), ""),
    ((('mimeCode="text/csv"', 'mimeCode="text/html"'),), f"{D}01"),
    (((LINE_END, SUB_LINE.format("100.00", CATEGORY)),), ""),
    (((LINE_END, SUB_LINE.format("99.00", CATEGORY)),), f"{D}02"),
    (((LINE_END, SUB_LINE.format("100.00", "")),), f"{D}03"),
    ((('<cbc:ID schemeID="0088">', '<cbc:ID schemeID="XR01">'),), ""),
    ((('<cbc:ID schemeID="0088">', '<cbc:ID schemeID="XR04">'),), f"{D}04"),
    ((('<cbc:ID schemeID="0088">', '<cbc:ID schemeID="SEPA">'),), ""),
    ((('<cbc:CompanyID schemeID="0002">', '<cbc:CompanyID schemeID="XR04">'),), f"{D}05"),
    ((('<cbc:ID schemeID="0160">', '<cbc:ID schemeID="XR04">'),), f"{D}06"),
    ((('<cbc:EndpointID schemeID="0088">', '<cbc:EndpointID schemeID="XR04">'),), f"{D}07"),
    ((('<cac:DeliveryLocation><cbc:ID schemeID="0088">', '<cac:DeliveryLocation><cbc:ID schemeID="XR04">'),), f"{D}08"),
    ((due("100.00"),), f"{D}09"),
    ((due("123.05"), ("<cac:AllowanceCharge>", PREPAID.format("1", "EUR", "10.00", "x"))), ""),
    ((due("123.05"), ("<cac:AllowanceCharge>", PREPAID.format(" ", "EUR", "10.00", "x"))), f"{D}10 {P}R008"),
    ((("<cac:AllowanceCharge>", PREPAID.format("1", "EUR", "", "x")),), f"{D}11 {P}R008"),
    ((due("123.05"), ("<cac:AllowanceCharge>", PREPAID.format("1", "EUR", "10.00", ""))), f"{D}12 {P}R008"),
    ((due("123.05"), ("<cac:AllowanceCharge>", PREPAID.format("1", "EUR", "10.000", "x"))), f"{D}13"),
    ((due("123.05"), ("<cac:AllowanceCharge>", PREPAID.format("1", "SEK", "10.00", "x"))), f"{D}14"),
)


@pytest.mark.parametrize(("changes", "rules"), EXTENSION_CASES)
def test_one_change_breaks_exactly_the_rules_of_the_extension_on_it(changes: Changes, rules: str) -> None:
    assert broken_profile(edited(ubl(EXTENSION), *changes)) == set(rules.split())


def test_the_buyer_is_no_creditor() -> None:
    before, found, after = ubl(EXTENSION).rpartition('<cac:PartyIdentification><cbc:ID schemeID="0088">')
    document = f'{before}<cac:PartyIdentification><cbc:ID schemeID="SEPA">{after}'
    assert found
    assert broken_profile(document) == {f"{D}04"}


GLOBAL = '<ram:GlobalID schemeID="0088">'
EXTENSION_CII_CASES: tuple[tuple[Changes, str], ...] = (
    ((), ""),
    ((('mimeCode="text/csv"', 'mimeCode="application/xml"'),), ""),
    ((('mimeCode="text/csv"', 'mimeCode="text/html"'),), f"{D}01"),
    (((f"<ram:SellerTradeParty>{GLOBAL}", '<ram:SellerTradeParty><ram:GlobalID schemeID="XR01">'),), ""),
    (((f"<ram:SellerTradeParty>{GLOBAL}", '<ram:SellerTradeParty><ram:GlobalID schemeID="XR04">'),), f"{D}04"),
    ((('<ram:ID schemeID="0002">', '<ram:ID schemeID="XR04">'),), f"{D}05"),
    ((('<ram:GlobalID schemeID="0160">', '<ram:GlobalID schemeID="XR04">'),), f"{D}06"),
    ((('<ram:URIID schemeID="0088">', '<ram:URIID schemeID="XR04">'),), f"{D}07"),
    (((f"<ram:ShipToTradeParty>{GLOBAL}", '<ram:ShipToTradeParty><ram:GlobalID schemeID="XR04">'),), f"{D}08"),
    ((("</ram:LineID>", "</ram:LineID><ram:ParentLineID>1</ram:ParentLineID>"),), f"{D}15"),
)


@pytest.mark.parametrize(("changes", "rules"), EXTENSION_CII_CASES)
def test_one_change_breaks_exactly_the_rules_of_the_extension_in_the_other_syntax(changes: Changes, rules: str) -> None:
    assert broken_profile(edited(cii(EXTENSION), *changes)) == set(rules.split())


TENDER = "<cac:OriginatorDocumentReference><cbc:ID>T</cbc:ID></cac:OriginatorDocumentReference>"
CONTRACT = "<cac:ContractDocumentReference><cbc:ID>C</cbc:ID></cac:ContractDocumentReference>"
CLEAN = (
    "<cac:AdditionalItemProperty><cbc:Name>cva</cbc:Name><cbc:Value>"
    "clean</cbc:Value></cac:AdditionalItemProperty></cac:Item>"
)
CATEGORISED = '<cbc:ItemClassificationCode listID="CVD">M1<'
VEHICLE: Changes = (
    ("<cac:AdditionalDocumentReference>", TENDER + CONTRACT + "<cac:AdditionalDocumentReference>"),
    ('<cbc:ItemClassificationCode listID="HS">94<', CATEGORISED),
    ("</cac:Item>", CLEAN),
)
V = "BR-DE-CVD-"

VEHICLE_CASES: tuple[tuple[Changes, str], ...] = (
    ((), ""),
    (((CONTRACT, ""),), f"{V}01"),
    (((TENDER, ""),), f"{V}02"),
    (((CATEGORISED, '<cbc:ItemClassificationCode listID="HS">94<'),), f"{V}03 {V}06-b"),
    ((("<cbc:Name>cva<", "<cbc:Name>Colour<"),), f"{V}03 {V}06-a"),
    ((('listID="CVD">M1<', 'listID="CVD">M4<'),), f"{V}04"),
    ((("<cbc:Value>clean<", "<cbc:Value>dirty<"),), f"{V}05"),
    (((CATEGORISED, '<cbc:ItemClassificationCode listID="??">94<'),), f"{V}03 {V}06-b BR-TMP-CVD-01"),
)


@pytest.mark.parametrize(("changes", "rules"), VEHICLE_CASES)
def test_one_change_breaks_exactly_the_rules_of_clean_vehicles_on_it(changes: Changes, rules: str) -> None:
    assert broken_profile(edited(ubl(VEHICLES), *VEHICLE, *changes)) == set(rules.split())


def test_a_vehicle_in_cii_is_held_to_the_same() -> None:
    assert broken_profile(cii(VEHICLES)) == {f"{V}01", f"{V}02", f"{V}03"}
