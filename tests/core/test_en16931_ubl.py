"""Change one thing in a valid UBL invoice, and exactly the rules on that thing say so."""

from __future__ import annotations

import pytest

from tests.core.einvoices import TAXES, VAT, broken, changed, credit_note, failures_of, ubl, without

COUNTRY = "<cac:Country><cbc:IdentificationCode>{}</cbc:IdentificationCode></cac:Country>"
ADDRESS = f"<cac:PostalAddress>{COUNTRY}</cac:PostalAddress>"
REASON = "<cbc:AllowanceChargeReason>{}</cbc:AllowanceChargeReason>"

# What is replaced, by what, and the rules that then fail.
CHANGES = (
    ("<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>", "", "BR-01"),
    ("urn:cen.eu:en16931:2017", " ", "BR-01"),
    ("<cbc:ID>2026-117</cbc:ID>", "", "BR-02"),
    ("<cbc:IssueDate>2026-03-01</cbc:IssueDate>", "", "BR-03"),
    ("<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>", "", "BR-04"),
    ("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", "", "BR-05"),
    ("<cbc:RegistrationName>Sole S.p.A.</cbc:RegistrationName>", "", "BR-06"),
    ("<cbc:RegistrationName>Berg GmbH</cbc:RegistrationName>", "", "BR-07"),
    (ADDRESS.format("IT"), "", "BR-08"),
    (COUNTRY.format("IT"), "", "BR-09"),
    (ADDRESS.format("DE"), "", "BR-10"),
    (COUNTRY.format("DE"), "", "BR-11"),
    ("<cbc:LineExtensionAmount>1000.00</cbc:LineExtensionAmount>", "", "BR-12 BR-CO-10 BR-CO-13"),
    ("<cbc:TaxExclusiveAmount>950.00</cbc:TaxExclusiveAmount>", "", "BR-13 BR-CO-13 BR-CO-15"),
    ("<cbc:TaxInclusiveAmount>1140.00</cbc:TaxInclusiveAmount>", "", "BR-14 BR-CO-15 BR-CO-16"),
    ("<cbc:PayableAmount>1000.50</cbc:PayableAmount>", "", "BR-15 BR-CO-16"),
    ("<cbc:Name>Factor</cbc:Name>", "", "BR-17"),
    ("<cbc:Name>Factor</cbc:Name>", "<cbc:Name>Sole</cbc:Name>", "BR-17"),
    ("<cbc:ID>F-1</cbc:ID>", "<cbc:ID>S-1</cbc:ID>", "BR-17"),
    ("<cbc:Name>Rita Rappresentante</cbc:Name>", "", "BR-18"),
    (ADDRESS.format("AT"), "", "BR-19"),
    (COUNTRY.format("AT"), "", "BR-20"),
    (f"<cac:PartyTaxScheme><cbc:CompanyID>AT003</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>", "", "BR-56"),
    ("<cbc:ID>1</cbc:ID>", "", "BR-21"),
    ('<cbc:InvoicedQuantity unitCode="H87">10</cbc:InvoicedQuantity>', "", "BR-22 BR-23"),
    ('unitCode="H87">10<', ">10<", "BR-23"),
    ("<cbc:LineExtensionAmount>960.00</cbc:LineExtensionAmount>", "", "BR-24 BR-CO-10 BR-S-08"),
    ("<cbc:Name>Table</cbc:Name>", "", "BR-25"),
    ("<cbc:PriceAmount>100.00</cbc:PriceAmount>", "", "BR-26 BR-27"),
    ("<cbc:PriceAmount>100.00</cbc:PriceAmount>", "<cbc:PriceAmount>-0.01</cbc:PriceAmount>", "BR-27"),
    ("<cbc:PriceAmount>100.00</cbc:PriceAmount>", "<cbc:PriceAmount>free</cbc:PriceAmount>", "BR-27"),
    ("<cbc:BaseAmount>102.00</cbc:BaseAmount>", "<cbc:BaseAmount>-1</cbc:BaseAmount>", "BR-28"),
    ("<cbc:BaseAmount>102.00</cbc:BaseAmount>", "", ""),
    ("<cbc:StartDate>2026-02-01</cbc:StartDate>", "<cbc:StartDate>2026-03-01Z</cbc:StartDate>", "BR-29"),
    ("<cbc:StartDate>2026-02-01</cbc:StartDate>", "<cbc:StartDate>2026-02-30</cbc:StartDate>", "BR-29"),
    ("<cbc:StartDate>2026-02-01</cbc:StartDate>", "<cbc:StartDate>1 February</cbc:StartDate>", "BR-29"),
    ("<cbc:StartDate>2026-02-01</cbc:StartDate>", "", ""),
    ("<cbc:StartDate>2026-02-02</cbc:StartDate>", "<cbc:StartDate>2026-02-04</cbc:StartDate>", "BR-30"),
    ("<cbc:Amount>100.00</cbc:Amount>", "", "BR-31 BR-CO-11 BR-S-08"),
    (f"{VAT}<!--allowance-->", "", "BR-32"),
    (REASON.format("Bonus"), "", "BR-33 BR-CO-21"),
    (REASON.format("Bonus"), "<cbc:AllowanceChargeReasonCode>41</cbc:AllowanceChargeReasonCode>", ""),
    ("<cbc:Amount>50.00</cbc:Amount>", "", "BR-36 BR-CO-12 BR-S-08"),
    (f"{VAT}<!--charge-->", "", "BR-37"),
    (REASON.format("Freight"), "", "BR-38 BR-CO-22"),
    ("<cbc:Amount>50.01</cbc:Amount>", "", "BR-41"),
    (REASON.format("Scratch"), "", "BR-42 BR-CO-23"),
    ("<cbc:Amount>10.01</cbc:Amount>", "", "BR-43"),
    (REASON.format("Paint"), "", "BR-44 BR-CO-24"),
    ("<cbc:TaxableAmount>950.00</cbc:TaxableAmount>", "", "BR-45 BR-CO-17 BR-S-08 BR-S-09"),
    ("<cbc:TaxAmount>190.00</cbc:TaxAmount>", "", "BR-46 BR-CO-14 BR-CO-17 BR-S-09"),
    ("<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>", "", "BR-49"),
    ("<cbc:ID>IT60X0542811101000000123456</cbc:ID>", "", "BR-50 BR-61"),
    ("<cbc:ID>IT60X0542811101000000123456</cbc:ID>", "<cbc:ID/>", "BR-50"),
    (">4111111111<", ">41111111111<", "BR-51"),
    ("<cbc:ID>Timesheet</cbc:ID>", "", "BR-52"),
    ("<cbc:ID>Meter 7</cbc:ID>", "", "BR-52"),
    ('currencyID="SEK"', 'currencyID="NOK"', "BR-53"),
    ("<cbc:Value>Red</cbc:Value>", "", "BR-54"),
    ("<cbc:Name>Colour</cbc:Name>", "", "BR-54"),
    ("<cbc:ID>2026-90</cbc:ID>", "", "BR-55"),
    (COUNTRY.format("FR"), "", "BR-57"),
    ('schemeID="9930">seller', ">seller", "BR-62"),
    ('schemeID="9930">buyer', ">buyer", "BR-63"),
    ('schemeID="0160"', "", "BR-64"),
    ('listID="HS"', "", "BR-65"),
    ('schemeID="0160"', 'schemeID=""', ""),
    ("</cac:CardAccount>", "</cac:CardAccount><cac:CardAccount/>", "BR-66"),
    ("</cac:PaymentMandate>", "</cac:PaymentMandate><cac:PaymentMandate/>", "BR-67"),
    (
        "<cac:InvoicePeriod><cbc:StartDate>2026-02-01",
        "<cac:InvoicePeriod><cbc:DescriptionCode/><cbc:StartDate>2026-02-01",
        "BR-CO-03",
    ),
    (f"{VAT}<!--line-->", "", "BR-CO-04"),
    (">IT001<", ">ZZ001<", "BR-CO-09"),
    (">IT001<", ">I<", ""),
    (">1000.00</cbc:LineExtensionAmount>", ">1000.01</cbc:LineExtensionAmount>", "BR-CO-10 BR-CO-13"),
    ("<cbc:AllowanceTotalAmount>100.00</cbc:AllowanceTotalAmount>", "", "BR-CO-11 BR-CO-13"),
    ("<cbc:ChargeTotalAmount>50.00</cbc:ChargeTotalAmount>", "", "BR-CO-12 BR-CO-13"),
    (">950.00</cbc:TaxExclusiveAmount>", ">950.01</cbc:TaxExclusiveAmount>", "BR-CO-13 BR-CO-15"),
    ('"EUR">190.00<', '"EUR">190.01<', "BR-CO-14 BR-CO-15"),
    ('"EUR">190.00<', '"USD">190.00<', "BR-CO-15"),
    ('"EUR">190.00<', '"EUR">much<', "BR-CO-14 BR-CO-15"),
    ('"SEK"', '"EUR"', "BR-53 BR-CO-15"),
    ("<cbc:PrepaidAmount>140.00</cbc:PrepaidAmount>", "", "BR-CO-16"),
    ("<cbc:PayableRoundingAmount>0.50</cbc:PayableRoundingAmount>", "", "BR-CO-16"),
    ("<cbc:PayableAmount>1000.50</cbc:PayableAmount>", "<cbc:PayableAmount>1000.504</cbc:PayableAmount>", "BR-DEC-18"),
    ("<cbc:StartDate>2026-02-01</cbc:StartDate><cbc:EndDate>2026-02-28</cbc:EndDate>", "", "BR-CO-19"),
    ("<cbc:StartDate>2026-02-02</cbc:StartDate><cbc:EndDate>2026-02-03</cbc:EndDate>", "", "BR-CO-20"),
    ("<cbc:DueDate>2026-03-31</cbc:DueDate>", "", "BR-CO-25"),
    (
        "<cbc:DueDate>2026-03-31</cbc:DueDate>",
        "<cac:PaymentTerms><cbc:Note>At once</cbc:Note></cac:PaymentTerms>",
        "",
    ),
)


@pytest.mark.parametrize(("old", "new", "rules"), CHANGES)
def test_one_change_in_an_invoice_fails_exactly_the_rules_on_it(old: str, new: str, rules: str) -> None:
    assert broken(changed(ubl(), (old, new))) == set(rules.split())


@pytest.mark.parametrize("name", TAXES)
def test_the_invoice_is_valid_in_every_tax_category_and_as_a_credit_note(name: str) -> None:
    assert broken(ubl(TAXES[name])) == broken(credit_note(TAXES[name])) == set()


def test_a_document_without_lines_lacks_them() -> None:
    document = without(
        without(ubl(), "<cac:InvoiceLine>\n    <cbc:ID>2", "</cac:InvoiceLine>"),
        "<cac:InvoiceLine>",
        "</cac:InvoiceLine>",
    )
    assert broken(document) == {"BR-16", "BR-CO-10", "BR-S-08"}


def test_a_seller_whom_nothing_identifies_is_refused() -> None:
    document = without(ubl(TAXES["O"]), "<cac:PartyIdentification><cbc:ID>S-1", "</cac:PartyIdentification>")
    assert broken(document) == {"BR-CO-26"}


def test_a_document_without_a_breakdown_lacks_it() -> None:
    assert broken(without(ubl(), "<cac:TaxSubtotal>", "</cac:TaxSubtotal>")) == {"BR-CO-18", "BR-S-01"}


def test_of_a_breakdown_of_another_scheme_the_rate_is_not_seen() -> None:
    category = "<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent>"
    assert broken(changed(ubl(), (f"{category}{VAT}</cac", f"{category}</cac"))) == {"BR-47", "BR-48", "BR-CO-17"}


def test_a_rate_may_be_missing_outside_the_scope_of_vat_only() -> None:
    category = f"<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent>{VAT}</cac"
    unrated = changed(ubl(), (category, category.replace("<cbc:Percent>20</cbc:Percent>", "")))
    assert broken(unrated) == {"BR-48", "BR-CO-17", "BR-S-09"}
    assert broken(ubl(TAXES["O"])) == set()


def test_a_rate_below_half_a_percent_allows_no_tax() -> None:
    category = f"<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent>{VAT}</cac"
    assert "BR-CO-17" in broken(changed(ubl(), (category, category.replace(">20<", ">0.4<"))))


def test_tax_may_differ_by_less_than_one_from_its_rate() -> None:
    def taxed(amount: str) -> set[str]:
        return broken(changed(ubl(), ("<cbc:TaxAmount>190.00<", f"<cbc:TaxAmount>{amount}<"))) - {"BR-CO-14"}

    assert taxed("190.99") == taxed("189.01") == taxed("-190.99") == set()
    assert taxed("191.00") == taxed("189.00") == {"BR-CO-17", "BR-S-09"}


def test_sums_are_rounded_half_up_to_cents_as_xpath_does() -> None:
    def summed(line: str, stated: str) -> bool:
        lines = (("960.00<", f"{line}<"), (">1000.00</cbc:Line", f">{stated}</cbc:Line"))
        return "BR-CO-10" not in broken(changed(ubl(), *lines))

    assert summed("960.004", "1000.00")
    assert summed("960.005", "1000.01")
    assert not summed("960.005", "1000.00")
    assert summed("-1040.005", "-1000.00")


def test_without_allowances_and_charges_the_net_is_the_sum_of_lines_unrounded() -> None:
    document = ubl()
    for part in (
        "<cac:AllowanceCharge>\n    <cbc:ChargeIndicator>false",
        "<cac:AllowanceCharge>\n    <cbc:ChargeIndicator>true",
    ):
        document = without(document, part, "</cac:AllowanceCharge>")
    totals = ("AllowanceTotalAmount>100.00", "ChargeTotalAmount>50.00")
    document = without(without(document, f"<cbc:{totals[0]}", "Amount>"), f"<cbc:{totals[1]}", "Amount>")
    document = document.replace("950.00", "1000.00").replace("190.00", "200.00").replace("1140.00", "1150.00")
    document = changed(document, ("1150.00", "1200.00"), ("1000.50", "1060.50"))
    assert broken(document) == set()
    assert broken(changed(document, (">1000.00</cbc:TaxEx", ">1000.004</cbc:TaxEx"))) == {"BR-CO-13", "BR-DEC-12"}


def test_what_is_due_is_rounded_only_where_something_is_taken_off() -> None:
    document = changed(ubl(), ("<cbc:PrepaidAmount>140.00</cbc:PrepaidAmount>", ""), (">1000.50<", ">1140.50<"))
    assert broken(document) == set()
    document = changed(document, ("<cbc:PayableRoundingAmount>0.50</cbc:PayableRoundingAmount>", ""))
    assert broken(document) == {"BR-CO-16"}
    assert broken(changed(document, (">1140.50<", ">1140.00<"))) == set()


def test_a_credit_note_needs_no_date_to_be_paid() -> None:
    assert "DueDate" not in credit_note()
    assert broken(credit_note()) == set()
    assert broken(changed(credit_note(), ("<cbc:ID>1</cbc:ID>", ""))) == {"BR-21"}


def test_what_is_owed_to_the_buyer_needs_no_date_either() -> None:
    document = changed(ubl(), ("<cbc:DueDate>2026-03-31</cbc:DueDate>", ""), (">1000.50<", ">-1000.50<"))
    assert broken(document) == {"BR-CO-16"}


@pytest.mark.parametrize(
    ("rule", "old"),
    [
        ("BR-DEC-01", "<cbc:Amount>100.00<"),
        ("BR-DEC-02", "<cbc:BaseAmount>1000.00<"),
        ("BR-DEC-05", "<cbc:Amount>50.00<"),
        ("BR-DEC-06", "<cbc:BaseAmount>500.00<"),
        ("BR-DEC-09", "<cbc:LineExtensionAmount>1000.00<"),
        ("BR-DEC-10", "<cbc:AllowanceTotalAmount>100.00<"),
        ("BR-DEC-11", "<cbc:ChargeTotalAmount>50.00<"),
        ("BR-DEC-12", "<cbc:TaxExclusiveAmount>950.00<"),
        ("BR-DEC-14", "<cbc:TaxInclusiveAmount>1140.00<"),
        ("BR-DEC-16", "<cbc:PrepaidAmount>140.00<"),
        ("BR-DEC-17", "<cbc:PayableRoundingAmount>0.50<"),
        ("BR-DEC-18", "<cbc:PayableAmount>1000.50<"),
        ("BR-DEC-19", "<cbc:TaxableAmount>950.00<"),
        ("BR-DEC-20", "<cbc:TaxAmount>190.00<"),
        ("BR-DEC-23", "<cbc:LineExtensionAmount>960.00<"),
        ("BR-DEC-24", "<cbc:Amount>50.01<"),
        ("BR-DEC-25", "<cbc:BaseAmount>1000.01<"),
        ("BR-DEC-27", "<cbc:Amount>10.01<"),
        ("BR-DEC-28", "<cbc:BaseAmount>1000.02<"),
    ],
)
def test_an_amount_of_three_decimals_is_refused_by_its_rule(rule: str, old: str) -> None:
    assert broken(changed(ubl(), (old, f"{old[:-1]}0<"))) == {rule}
    assert broken(changed(ubl(), (old, f"{old[:-1]} <"))) == {rule}  # A blank counts as one more.


def test_a_failure_says_where_and_names_the_terms() -> None:
    (failure,) = failures_of(changed(ubl(), (">IT001<", ">ZZ001<")))
    assert failure.rule == "BR-CO-09"
    assert failure.severity == "fatal"
    assert failure.xpath == "/Invoice/cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID"
    assert "BT-31" in failure.message
    (failure,) = failures_of(changed(ubl(), ("<cbc:ID>1</cbc:ID>", "")))
    assert (failure.xpath, failure.terms) == ("/Invoice/cac:InvoiceLine[1]", ("BT-126",))
    (failure,) = failures_of(changed(ubl(), (">4111111111<", ">41111111111<")))
    assert failure.severity == "warning"


def test_a_delivery_of_a_line_names_its_country_as_well() -> None:
    line = "<cbc:LineExtensionAmount>960.00</cbc:LineExtensionAmount>"
    address = "<cac:Address>{}</cac:Address>".format(COUNTRY.format("FR"))
    delivery = f"<cac:Delivery><cac:DeliveryLocation>{address}</cac:DeliveryLocation></cac:Delivery>"
    assert broken(changed(ubl(), (line, line + delivery))) == set()
    assert broken(changed(ubl(), (line, line + delivery.replace(COUNTRY.format("FR"), "")))) == {"BR-57"}


def test_split_payment_is_for_italy_alone_and_excludes_the_standard_rate() -> None:
    split = ubl().replace("<cbc:ID>S</cbc:ID>", "<cbc:ID>B</cbc:ID>")
    assert broken(split) == {"BR-B-01"}
    italian = split
    for country in ("DE", "AT", "FR"):
        italian = italian.replace(COUNTRY.format(country), COUNTRY.format("IT"))
    assert broken(italian) == set()
    mixed = italian.replace(
        "<cbc:ID>B</cbc:ID><cbc:Percent>20</cbc:Percent>" + VAT + "<!--charge",
        "<cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent>" + VAT + "<!--charge",
    )
    assert broken(mixed) == {"BR-B-02", "BR-S-01"}


def test_an_invoice_without_terms_of_payment_is_warned_of_but_not_invalid() -> None:
    (failure,) = failures_of(changed(ubl(), ("<cbc:DueDate>2026-03-31</cbc:DueDate>", "")))
    assert (failure.rule, failure.severity) == ("BR-CO-25", "warning")
