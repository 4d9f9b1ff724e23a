"""Change one thing in a Peppol invoice of a country, and exactly the rules of that country on that thing say so."""

from __future__ import annotations

import pytest

from tests.core.profiled import PEPPOL, broken_profile, credit_note, edited, ubl

VAT = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
SELLER_TAX = f"<cac:PartyTaxScheme><cbc:CompanyID>{{}}</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>"
OTHER_TAX = (
    "<cac:PartyTaxScheme><cbc:CompanyID>{}</cbc:CompanyID><cac:TaxScheme><cbc:ID>"
    "TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
)
LEGAL = "<cac:PartyLegalEntity><cbc:RegistrationName>"
REGISTER = '<cbc:CompanyID schemeID="0002">{} register</cbc:CompanyID>'
STREET = "<cbc:StreetName>{} street</cbc:StreetName>"
CITY = "<cbc:CityName>{} city</cbc:CityName>"
ZONE = "<cbc:PostalZone>{} zone</cbc:PostalZone>"
CODE = "PaymentMeansCode>58<"
PAYMENT_ID = "<cbc:PaymentID>R-1<"
ACCOUNT = "<cbc:ID>DE89 3704 0044 0532 0130 00</cbc:ID>"
BRANCH = "<cac:FinancialInstitutionBranch><cbc:ID>{}</cbc:ID></cac:FinancialInstitutionBranch>"
MEANS = "</cac:PaymentMeans>"
DELIVERY = "<cac:Delivery>"
REFERENCE = "<cac:AccountingSupplierParty>"
DOCUMENT = (
    "<cac:AdditionalDocumentReference><cbc:ID>{}</cbc:ID>"
    "<cbc:DocumentDescription>{}</cbc:DocumentDescription>{}"
    "</cac:AdditionalDocumentReference><cac:AccountingSupplierParty>"
)
REPRESENTATIVE = (
    "<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>R</cbc:Name>"
    f"</cac:PartyName>{{}}{SELLER_TAX}</cac:TaxRepresentativeParty><cac:Delivery>"
)

Changes = tuple[tuple[str, str], ...]


def register(name: str, scheme: str, number: str = "1") -> tuple[str, str]:
    """Give a party another registration."""
    return REGISTER.format(name), f'<cbc:CompanyID schemeID="{scheme}">{number}</cbc:CompanyID>'


def tax_id(country: str, number: str) -> tuple[str, str]:
    """Give the seller another VAT identifier."""
    return SELLER_TAX.format(f"{country}100"), SELLER_TAX.format(number)


def paid(code: str, payment_id: str = "R-1", account: str = "1", branch: str = "") -> Changes:
    """Pay in another way."""
    return (
        (CODE, f"PaymentMeansCode>{code}<"),
        (PAYMENT_ID, f"<cbc:PaymentID>{payment_id}<"),
        (ACCOUNT, f"<cbc:ID>{account}</cbc:ID>{BRANCH.format(branch) if branch else ''}"),
    )


NO = tax_id("NO", "NO991825827MVA")
NO_TAX = (LEGAL, OTHER_TAX.format("Foretaksregisteret") + LEGAL)
DK = register("Seller", "0184", "DK12345674")
SE = tax_id("SE", "SE556732170701")
SE_NUMBER = register("Seller", "0007", "5567321707")
NL = (register("Seller", "0106"), register("Buyer", "0190"))
IS = register("Seller", "0196")
IS_BUYER = register("Buyer", "0196")
CATEGORY = "<cbc:ID>S</cbc:ID><cbc:Percent>{}</cbc:Percent>"


# Seller, buyer, what is changed, and the rules of their countries that then fail.
CASES: tuple[tuple[str, str, Changes, str], ...] = (
    ("NO", "FR", (NO, NO_TAX), ""),
    ("NO", "FR", (NO_TAX,), "NO-R-001"),
    ("NO", "FR", (tax_id("NO", "NO991825828MVA"), NO_TAX), "NO-R-001"),
    ("NO", "FR", (NO,), "NO-R-002"),
    ("NO", "FR", (tax_id("NO", "FR1"),), ""),
    ("DK", "FR", (DK,), ""),
    ("DK", "FR", (), "DK-R-014"),
    ("DK", "FR", ((REGISTER.format("Seller"), ""),), "DK-R-002"),
    ("DK", "DK", (DK,), ""),
    ("DK", "DK", (DK, ('listID="HS"', 'listID="TST"')), "DK-R-003"),
    ("DK", "DK", (DK, ('listID="HS"', 'listID="TST" listVersionID="19.0501"')), ""),
    ("DK", "DK", (DK, ("<cbc:AllowanceChargeReasonCode>AA<", "<cbc:AllowanceChargeReasonCode>ZZZ<")), "DK-R-004"),
    (
        "DK",
        "DK",
        (
            DK,
            (
                "ReasonCode>AA</cbc:AllowanceChargeReasonCode>",
                (
                    "ReasonCode>ZZZ</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>"
                    "1234</cbc:AllowanceChargeReason>"
                ),
            ),
        ),
        "",
    ),
    ("DK", "DK", (DK, *paid("30")), "DK-R-005"),
    ("DK", "DK", (DK, *paid("31")), "DK-R-006"),
    ("DK", "DK", (DK, *paid("42", branch="1")), ""),
    (
        "DK",
        "DK",
        (DK, *paid("49"), (MEANS, "<cac:PaymentMandate><cbc:ID>1</cbc:ID></cac:PaymentMandate>" + MEANS)),
        "DK-R-007",
    ),
    ("DK", "DK", (DK, *paid("50")), "DK-R-008"),
    ("DK", "DK", (DK, *paid("50", "01#", "1234567")), ""),
    ("DK", "DK", (DK, *paid("50", "04#", "1234567")), "DK-R-009"),
    ("DK", "DK", (DK, *paid("50", "04#1234567890123456", "1234567")), ""),
    ("DK", "DK", (DK, *paid("93", "73#", "1234567")), "DK-R-010"),
    ("DK", "DK", (DK, *paid("93", "73#", "12345678")), ""),
    ("DK", "DK", (DK, *paid("93", "71#", "12345678")), "DK-R-011"),
    ("DK", "DK", (DK, *paid("93", "75#123456789012345", "12345678")), ""),
    ("DK", "DK", (DK, ('<cbc:ID schemeID="0088">', "<cbc:ID>")), "DK-R-013"),
    (
        "DK",
        "DK",
        (
            DK,
            (
                '<cac:PartyIdentification><cbc:ID schemeID="0088">7300010000001</cbc:ID>',
                "<cac:PartyIdentification><cbc:X>1</cbc:X>",
            ),
        ),
        "",
    ),
    ("IT", "FR", ((LEGAL, OTHER_TAX.format("RSSMRA85T10A562S") + LEGAL),), ""),
    ("IT", "FR", ((LEGAL, OTHER_TAX.format("short") + LEGAL),), "IT-R-001"),
    ("IT", "FR", ((STREET.format("Seller"), ""),), "IT-R-002"),
    ("IT", "FR", ((CITY.format("Seller"), ""),), "IT-R-003"),
    ("IT", "FR", ((ZONE.format("Seller"), ""),), "IT-R-004"),
    (
        "SE",
        "FR",
        (
            SE,
            SE_NUMBER,
            (CATEGORY.format(19), CATEGORY.format(25)),
            (CATEGORY.format(19), CATEGORY.format(12)),
            (CATEGORY.format(19), CATEGORY.format(6)),
            (CATEGORY.format(19), CATEGORY.format("25.00")),
        ),
        "",
    ),
    ("SE", "FR", (SE, SE_NUMBER), "SE-R-006"),
    ("SE", "FR", (SE_NUMBER,), "SE-R-001 SE-R-006"),
    ("SE", "FR", (tax_id("SE", "SE55673217070X"), SE_NUMBER), "SE-R-002 SE-R-006"),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER), ""),
    ("SE", "FR", (tax_id("SE", "FI1"), register("Seller", "0002", "556732170X")), "SE-R-003 SE-R-013"),
    ("SE", "FR", (tax_id("SE", "FI1"), register("Seller", "0002", "55673217")), "SE-R-004 SE-R-013"),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER, (LEGAL, OTHER_TAX.format("Godkänd för F-skatt") + LEGAL)), ""),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER, (LEGAL, OTHER_TAX.format("yes") + LEGAL)), "SE-R-005"),
    ("SE", "FR", (tax_id("SE", "FI1"), (REGISTER.format("Seller"), ""), (LEGAL, OTHER_TAX.format("yes") + LEGAL)), ""),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER, *paid("30", account="12", branch="SE:PLUSGIRO")), ""),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER, *paid("30", account="12-3", branch="SE:PLUSGIRO")), "SE-R-007"),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER, *paid("30", account="123456789", branch="SE:PLUSGIRO")), "SE-R-010"),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER, *paid("30", account="123-456", branch="SE:BANKGIRO")), "SE-R-008"),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER, *paid("30", account="12", branch="SE:BANKGIRO")), "SE-R-009"),
    ("SE", "FR", (tax_id("SE", "FI1"), SE_NUMBER, *paid("50")), "SE-R-011"),
    ("SE", "SE", (tax_id("SE", "FI1"), SE_NUMBER, *paid("31")), "SE-R-012"),
    ("NL", "NL", (*NL, *paid("30")), ""),
    ("NL", "NL", (NL[0], *paid("30")), "NL-R-005"),
    ("NL", "NL", (NL[1], *paid("30")), "NL-R-003"),
    ("NL", "NL", (*NL, *paid("30"), (STREET.format("Seller"), "")), "NL-R-002"),
    ("NL", "NL", (*NL, *paid("30"), (ZONE.format("Buyer"), "")), "NL-R-004"),
    (
        "NL",
        "NL",
        (
            *NL,
            *paid("30"),
            (
                DELIVERY,
                REPRESENTATIVE.format(
                    (
                        "<cac:PostalAddress><cac:Country><cbc:IdentificationCode>"
                        "NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>"
                    ),
                    "NL1",
                ),
            ),
        ),
        "NL-R-006",
    ),
    ("NL", "NL", (*NL, *paid("30"), (DELIVERY, REPRESENTATIVE.format("", "NL1"))), ""),
    ("NL", "NL", (*NL, *paid("31")), "NL-R-008"),
    ("NL", "NL", (*NL, *paid("30"), ("<cbc:ID>O-1</cbc:ID>", "<cbc:SalesOrderID>1</cbc:SalesOrderID>")), "NL-R-009"),
    ("IS", "FR", (IS,), ""),
    ("IS", "FR", (IS, ("TypeCode>380<", "TypeCode>383<")), "IS-R-001"),
    ("IS", "FR", (), "IS-R-002"),
    ("IS", "FR", (IS, (STREET.format("Seller"), "")), "IS-R-003"),
    ("IS", "IS", (IS, IS_BUYER), ""),
    ("IS", "IS", (IS,), "IS-R-004"),
    ("IS", "IS", (IS, IS_BUYER, (ZONE.format("Buyer"), "")), "IS-R-005"),
    ("IS", "FR", (IS, *paid("9")), "IS-R-006"),
    ("IS", "FR", (IS, *paid("9", account="123456789012")), ""),
    ("IS", "FR", (IS, *paid("42")), "IS-R-007"),
    ("IS", "FR", (IS, (REFERENCE, DOCUMENT.format("2026-04-30", "EINDAGI", ""))), ""),
    ("IS", "FR", (IS, (REFERENCE, DOCUMENT.format("30.04.2026", "EINDAGI", ""))), "IS-R-008"),
    (
        "IS",
        "FR",
        (IS, (REFERENCE, DOCUMENT.format("2026-04-30", "EINDAGI", "")), ("<cbc:DueDate>2026-03-31</cbc:DueDate>", "")),
        "IS-R-009 IS-R-010",
    ),
    ("IS", "FR", (IS, (REFERENCE, DOCUMENT.format("2026-03-30", "EINDAGI", ""))), "IS-R-010"),
)

TIN = "094259216"
GREEK_ID = f"{TIN}|01/03/2026|5|1.1|A|7"
MARK = (REFERENCE, DOCUMENT.format("400", "##M.AR.K##", ""))
LINK = "<cac:Attachment><cac:ExternalReference><cbc:URI>https://a.gr</cbc:URI></cac:ExternalReference></cac:Attachment>"
URL = (REFERENCE, DOCUMENT.format("x", "##INVOICE|URL##", LINK))
ADDRESS = (
    '<cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID>',
    f'<cbc:EndpointID schemeID="9933">{TIN}</cbc:EndpointID>',
)
GREEK_BUYER = (SELLER_TAX.format("GR200"), SELLER_TAX.format(f"EL{TIN}"))
GREEK: Changes = (
    ("<cbc:ID>R-1</cbc:ID>", f"<cbc:ID>{GREEK_ID}</cbc:ID>"),
    tax_id("GR", f"EL{TIN}"),
    ADDRESS,
    MARK,
    URL,
)


def greek(*segments: str) -> Changes:
    """Number a Greek invoice in another way."""
    return (("<cbc:ID>R-1</cbc:ID>", f"<cbc:ID>{'|'.join(segments)}</cbc:ID>"), *GREEK[1:])


GREEK_CASES: tuple[tuple[str, str, Changes, str], ...] = (
    ("GR", "FR", GREEK, ""),
    ("GR", "FR", greek(*GREEK_ID.split("|"), "8"), "GR-R-001-1"),
    ("GR", "FR", greek("094259217", *GREEK_ID.split("|")[1:]), "GR-R-001-2"),
    ("GR", "FR", greek(TIN, "02/03/2026", "5", "1.1", "A", "7"), "GR-R-001-3"),
    ("GR", "FR", greek(TIN, "today", "5", "1.1", "A", "7"), "GR-R-001-3"),
    ("GR", "FR", greek(TIN, "01/03/2026", "-5", "1.1", "A", "7"), "GR-R-001-4"),
    ("GR", "FR", greek(TIN, "01/03/2026", "5", "9.9", "A", "7"), "GR-R-001-5"),
    ("GR", "FR", greek(TIN, "01/03/2026", "5", "1.1", "", "7"), "GR-R-001-6"),
    ("GR", "FR", greek(TIN, "01/03/2026", "5", "1.1", "A"), "GR-R-001-1 GR-R-001-7"),
    ("GR", "FR", (*GREEK, ("<cac:PartyName><cbc:Name>Seller</cbc:Name></cac:PartyName>", "")), "GR-R-002"),
    ("GR", "FR", (GREEK[0], tax_id("GR", f"GR{TIN}"), *GREEK[2:]), "GR-R-003 GR-S-011"),
    ("GR", "FR", (*GREEK[:3], URL), "GR-R-004-1"),
    ("GR", "FR", (*GREEK[:3], URL, (REFERENCE, DOCUMENT.format("0", "##M.AR.K##", ""))), "GR-R-004-2"),
    ("GR", "FR", (*GREEK, ("<cac:PartyName><cbc:Name>Buyer</cbc:Name></cac:PartyName>", "")), "GR-R-005"),
    ("GR", "FR", GREEK[:4], "GR-S-008-1"),
    ("GR", "FR", (*GREEK, URL), "GR-S-008-1 GR-R-008-2"),
    ("GR", "FR", (*GREEK[:4], (REFERENCE, DOCUMENT.format("x", "##INVOICE|URL##", ""))), "GR-R-008-3"),
    ("GR", "FR", (*GREEK[:2], *GREEK[3:]), "GR-R-009"),
    ("GR", "GR", (*GREEK, GREEK_BUYER, ADDRESS), ""),
    ("GR", "GR", (*GREEK, ADDRESS), "GR-R-006"),
    ("GR", "GR", (*GREEK, GREEK_BUYER), "GR-R-010"),
    ("DE", "GR", (), ""),
)


@pytest.mark.parametrize(("seller", "buyer", "changes", "rules"), [*CASES, *GREEK_CASES])
def test_one_change_breaks_exactly_the_rules_of_the_country(
    seller: str, buyer: str, changes: Changes, rules: str
) -> None:
    broken = broken_profile(edited(ubl(PEPPOL, seller, buyer), *changes))
    assert {rule for rule in broken if not rule.startswith("PEPPOL")} == set(rules.split())


def test_a_danish_credit_note_is_not_below_zero() -> None:
    negative = ('<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="EUR">-')
    assert broken_profile(edited(credit_note(PEPPOL, "DK", "DK"), DK)) == set()
    assert broken_profile(edited(credit_note(PEPPOL, "DK", "DK"), DK, negative)) == {"DK-R-016"}


def test_a_dutch_credit_note_names_the_invoice_and_needs_no_means_of_payment() -> None:
    dutch = credit_note(PEPPOL, "NL", "NL")
    start, end = dutch.index("<cac:PaymentMeans>"), dutch.index(MEANS) + len(MEANS)
    unpaid = dutch[:start] + dutch[end:]
    assert broken_profile(edited(unpaid, *NL)) == set()
    assert broken_profile(edited(unpaid, *NL, ("<cbc:ID>R-0</cbc:ID>", "<cbc:UUID>1</cbc:UUID>"))) == {"NL-R-001"}


def test_a_dutch_invoice_to_be_paid_says_how() -> None:
    dutch = ubl(PEPPOL, "NL", "NL")
    start, end = dutch.index("<cac:PaymentMeans>"), dutch.index(MEANS) + len(MEANS)
    assert broken_profile(edited(dutch[:start] + dutch[end:], *NL)) == {"NL-R-007"}


def test_a_seller_without_a_vat_identifier_is_where_its_representative_or_its_address_is() -> None:
    untaxed = (SELLER_TAX.format("IT100"), "")
    short = (LEGAL, OTHER_TAX.format("short") + LEGAL)
    italian = ubl(PEPPOL, "IT", "FR")
    assert "IT-R-001" in broken_profile(edited(italian, untaxed, short))
    assert "IT-R-001" not in broken_profile(
        edited(italian, untaxed, short, (DELIVERY, REPRESENTATIVE.format("", "FR1")))
    )
