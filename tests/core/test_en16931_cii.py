"""Change one thing in a valid CII invoice, and exactly the rules on that thing say so."""

from __future__ import annotations

import pytest

from tests.core.einvoices import broken, changed, cii, failures_of, without

ADDRESS = "<ram:PostalTradeAddress><ram:CountryID>{}</ram:CountryID></ram:PostalTradeAddress>"
COUNTRY = "<ram:CountryID>{}</ram:CountryID>"
DAY = '<udt:DateTimeString format="102">{}</udt:DateTimeString>'
VAT_ID = '<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{}</ram:ID></ram:SpecifiedTaxRegistration>'
TYPE = (
    "<ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>"
    "<ram:RateApplicablePercent>20</ram:RateApplicablePercent>"
)

CHANGES = (
    ("<ram:ID>urn:cen.eu:en16931:2017</ram:ID>", "", "BR-01"),
    ("<ram:ID>2026-117</ram:ID>", "", "BR-02"),
    (DAY.format("20260301"), "", "BR-03"),
    (DAY.format("20260301"), DAY.format("20260301").replace("102", "203"), "BR-03"),
    ("<ram:TypeCode>380</ram:TypeCode>", "", "BR-04"),
    ("<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", "", "BR-05"),
    ("<ram:Name>Sole</ram:Name>", "", "BR-06"),
    ("<ram:Name>Berg</ram:Name>", "", "BR-07"),
    (ADDRESS.format("IT"), "", "BR-08 BR-09"),
    (COUNTRY.format("IT"), "", "BR-09"),
    (ADDRESS.format("DE"), "", "BR-10 BR-11"),
    (COUNTRY.format("DE"), "", "BR-11"),
    ("<ram:LineTotalAmount>1000.00</ram:LineTotalAmount>", "", "BR-12 BR-CO-10 BR-CO-13"),
    ("<ram:TaxBasisTotalAmount>950.00</ram:TaxBasisTotalAmount>", "", "BR-13 BR-CO-13 BR-CO-15"),
    ("<ram:GrandTotalAmount>1140.00</ram:GrandTotalAmount>", "", "BR-14 BR-CO-15 BR-CO-16"),
    ("<ram:DuePayableAmount>1000.50</ram:DuePayableAmount>", "", "BR-15 BR-CO-16"),
    ("<ram:Name>Factor</ram:Name>", "", "BR-17"),
    ("<ram:Name>Factor</ram:Name>", "<ram:Name>Sole</ram:Name>", "BR-17"),
    ("<ram:ID>F-1</ram:ID>", "<ram:ID>S-1</ram:ID>", "BR-17"),
    ("<ram:ID>F-1</ram:ID>", "<ram:GlobalID>S-1</ram:GlobalID>", ""),
    ("<ram:Name>Rita</ram:Name>", "", "BR-18"),
    (ADDRESS.format("AT"), "", "BR-19 BR-20"),
    (COUNTRY.format("AT"), "", "BR-20"),
    (VAT_ID.format("AT003"), "", "BR-56"),
    ("<ram:LineID>1</ram:LineID>", "", "BR-21"),
    (' unitCode="H87">1<', ">1<", "BR-23"),
    ("<ram:LineTotalAmount>960.00</ram:LineTotalAmount>", "", "BR-24 BR-CO-10 BR-S-08"),
    ("<ram:Name>Table</ram:Name>", "", "BR-25"),
    ("<ram:ChargeAmount>100.00</ram:ChargeAmount>", "", "BR-26 BR-27"),
    ("<ram:ChargeAmount>100.00</ram:ChargeAmount>", "<ram:ChargeAmount>-1</ram:ChargeAmount>", "BR-27"),
    ("<ram:ChargeAmount>102.00</ram:ChargeAmount>", "<ram:ChargeAmount>-1</ram:ChargeAmount>", "BR-28"),
    (DAY.format("20260201"), DAY.format("20260301"), "BR-29"),
    (DAY.format("20260228"), DAY.format("20260131"), "BR-29"),
    (DAY.format("20260228"), DAY.format("20260228").replace("102", "203"), "BR-29"),
    (DAY.format("20260203"), DAY.format("20260201"), "BR-30"),
    ("<ram:ActualAmount>100.00</ram:ActualAmount>", "", "BR-31 BR-CO-11 BR-S-08"),
    (f"{TYPE}<!--allowance-->", TYPE.replace("VAT", "GST"), "BR-32"),
    ("<ram:Reason>Bonus</ram:Reason>", "", "BR-33 BR-CO-21"),
    ("<ram:ActualAmount>50.00</ram:ActualAmount>", "", "BR-36 BR-CO-12 BR-S-08"),
    (f"{TYPE}<!--charge-->", TYPE.replace("VAT", "GST"), "BR-37"),
    ("<ram:Reason>Freight</ram:Reason>", "", "BR-38 BR-CO-22"),
    ("<ram:ActualAmount>50.01</ram:ActualAmount>", "", "BR-41"),
    ("<ram:Reason>Scratch</ram:Reason>", "", "BR-42 BR-CO-23"),
    ("<ram:ActualAmount>10.01</ram:ActualAmount>", "", "BR-43"),
    ("<ram:Reason>Paint</ram:Reason>", "", "BR-44 BR-CO-24"),
    ("<ram:BasisAmount>950.00</ram:BasisAmount>", "", "BR-45 BR-CO-17 BR-S-08 BR-S-09"),
    ("<ram:CalculatedAmount>190.00</ram:CalculatedAmount>", "", "BR-46 BR-CO-14 BR-CO-17 BR-S-09"),
    (
        "<ram:CalculatedAmount>190.00</ram:CalculatedAmount><ram:TypeCode>VAT<",
        "<ram:CalculatedAmount>190.00</ram:CalculatedAmount><ram:TypeCode>GST<",
        "BR-47 BR-48 BR-CO-17",
    ),
    (
        "<ram:CalculatedAmount>190.00</ram:CalculatedAmount><ram:TypeCode>VAT<",
        "<ram:TypeCode>GST<",
        "BR-46 BR-47 BR-48 BR-CO-14 BR-CO-17 BR-S-09",
    ),
    ("<ram:TypeCode>58</ram:TypeCode>", "", "BR-49"),
    ("<ram:IBANID>IT60</ram:IBANID>", "", "BR-50 BR-61"),
    ("<ram:IBANID>IT60</ram:IBANID>", "<ram:ProprietaryID>7</ram:ProprietaryID>", ""),
    (">4111111111<", ">41111111111<", "BR-51"),
    ("<ram:IssuerAssignedID>Timesheet</ram:IssuerAssignedID>", "", "BR-52"),
    ('currencyID="SEK"', 'currencyID="NOK"', "BR-53 BR-DEC-15"),
    ("<ram:TaxCurrencyCode>SEK<", "<ram:TaxCurrencyCode>EUR<", "BR-53"),
    ("<ram:TaxCurrencyCode>SEK</ram:TaxCurrencyCode>", "", ""),
    ("<ram:Value>Red</ram:Value>", "", "BR-54"),
    ("<ram:IssuerAssignedID>2026-90</ram:IssuerAssignedID>", "", "BR-55"),
    (COUNTRY.format("FR"), "", "BR-57"),
    ('schemeID="9930">s<', ">s<", "BR-62"),
    ('schemeID="9930">b<', ">b<", "BR-63"),
    ('schemeID="0160"', 'schemeID=" "', "BR-64"),
    ('listID="HS"', 'listID=""', "BR-65"),
    ("<ram:TaxPointDate>", "<ram:DueDateTypeCode>5</ram:DueDateTypeCode><ram:TaxPointDate>", "BR-CO-03"),
    (f"{TYPE}<!--line-->", TYPE.replace("VAT", "GST"), "BR-CO-04"),
    (">IT001<", ">ZZ001<", "BR-CO-09"),
    (">IT001<", ">I<", "BR-CO-09"),
    (">1000.00</ram:LineTotalAmount>", ">1000.01</ram:LineTotalAmount>", "BR-CO-10 BR-CO-13"),
    ("<ram:AllowanceTotalAmount>100.00</ram:AllowanceTotalAmount>", "", "BR-CO-11 BR-CO-13"),
    ("<ram:ChargeTotalAmount>50.00</ram:ChargeTotalAmount>", "", "BR-CO-12 BR-CO-13"),
    ('"EUR">190.00<', '"EUR">190.01<', "BR-CO-14 BR-CO-15"),
    ('"EUR">190.00<', '"USD">190.00<', "BR-CO-15"),
    ('"EUR">190.00<', '"EUR">190.001<', "BR-CO-14"),
    (">1140.00</ram:GrandTotalAmount>", ">950.00</ram:GrandTotalAmount>", "BR-CO-16"),
    ("<ram:TotalPrepaidAmount>140.00</ram:TotalPrepaidAmount>", "", "BR-CO-16"),
    ("<ram:RoundingAmount>0.50</ram:RoundingAmount>", "", "BR-CO-16"),
    (
        (
            f"<ram:StartDateTime>{DAY.format('20260201')}</ram:StartDateTime>\n"
            f"      <ram:EndDateTime>{DAY.format('20260228')}</ram:EndDateTime>"
        ),
        "",
        "BR-CO-19",
    ),
    (
        f"<ram:StartDateTime>{DAY.format('20260202')}</ram:StartDateTime><ram:EndDateTime>{DAY.format('20260203')}</ram:EndDateTime>",
        "",
        "BR-CO-20",
    ),
    (f"<ram:DueDateDateTime>{DAY.format('20260331')}</ram:DueDateDateTime>", "", "BR-CO-25"),
    (
        f"<ram:DueDateDateTime>{DAY.format('20260331')}</ram:DueDateDateTime>",
        "<ram:Description>At once</ram:Description>",
        "",
    ),
)


@pytest.mark.parametrize(("old", "new", "rules"), CHANGES)
def test_one_change_in_an_invoice_fails_exactly_the_rules_on_it(old: str, new: str, rules: str) -> None:
    assert broken(changed(cii(), (old, new))) == set(rules.split())


def test_without_a_breakdown_each_line_says_so() -> None:
    document = without(cii(), "<ram:ApplicableTradeTax><ram:CalculatedAmount>", "</ram:ApplicableTradeTax>")
    assert [failure.rule for failure in failures_of(document)] == ["BR-CO-18", "BR-CO-18", "BR-CO-14"]


def test_without_lines_the_breakdown_is_not_asked_for() -> None:
    document = cii()
    for _ in range(2):
        head, _, tail = document.partition("<ram:IncludedSupplyChainTradeLineItem>")
        document = head + tail.partition("</ram:IncludedSupplyChainTradeLineItem>")[2]
    document = without(document, "<ram:ApplicableTradeTax><ram:CalculatedAmount>", "</ram:ApplicableTradeTax>")
    assert broken(document) == {"BR-16", "BR-CO-10", "BR-CO-14"}


def test_without_any_total_of_tax_no_decimals_of_it_are_counted() -> None:
    document = cii()
    for currency in ("EUR", "SEK"):
        document = without(document, f'<ram:TaxTotalAmount currencyID="{currency}">', "</ram:TaxTotalAmount>")
    assert broken(document) == {"BR-53", "BR-CO-15"}


def test_a_total_of_tax_in_the_only_currency_has_two_decimals() -> None:
    document = without(cii(), '<ram:TaxTotalAmount currencyID="SEK">', "</ram:TaxTotalAmount>")
    document = changed(document, ("<ram:TaxCurrencyCode>SEK</ram:TaxCurrencyCode>", ""))
    assert broken(document) == set()
    assert broken(changed(document, ('"EUR">190.00<', '"EUR">190.001<'))) == {"BR-CO-14", "BR-DEC-13"}
    assert broken(changed(document, ('"EUR">190.00<', '"EUR">much<'))) == {"BR-CO-14", "BR-CO-15", "BR-DEC-13"}


def test_tax_may_differ_by_one_from_its_rate_but_not_for_the_standard_rate() -> None:
    def taxed(amount: str) -> set[str]:
        return broken(changed(cii(), ("Amount>190.00</ram:Calc", f"Amount>{amount}</ram:Calc"))) - {"BR-CO-14"}

    assert taxed("190.99") == set()
    assert taxed("191.00") == {"BR-S-09"}
    assert taxed("191.01") == {"BR-CO-17", "BR-S-09"}


def test_a_seller_whom_nothing_identifies_is_refused() -> None:
    document = changed(cii(), ("<ram:ID>S-1</ram:ID>", ""), (VAT_ID.format("IT001"), ""))
    assert broken(document) == {"BR-CO-26"}


def test_what_a_line_refers_to_is_named() -> None:
    period = "<ram:BillingSpecifiedPeriod><ram:StartDateTime>"
    reference = "ram:AdditionalReferencedDocument"
    named = f"<{reference}><ram:IssuerAssignedID>7</ram:IssuerAssignedID></{reference}>"
    assert broken(changed(cii(), (period, named + period))) == set()
    assert broken(changed(cii(), (period, named.replace(">7<", "><") + period))) == {"BR-52"}


def test_split_payment_is_for_italy_alone_and_excludes_the_standard_rate() -> None:
    split = cii().replace("CategoryCode>S<", "CategoryCode>B<")
    assert broken(split) == {"BR-B-01"}
    italian = split
    for country in ("DE", "AT", "FR"):
        italian = italian.replace(COUNTRY.format(country), COUNTRY.format("IT"))
    assert broken(italian) == set()
    sold = TYPE.replace(">S<", ">B<") + "<!--charge"
    assert broken(changed(italian, (sold, sold.replace(">B<", ">S<")))) == {"BR-B-02", "BR-S-01"}
