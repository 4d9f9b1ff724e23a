"""Who sells and who buys: addresses in the middle, companies of one group, and whose tax id it is by any words."""

from __future__ import annotations

import pytest

from bursar.formats.text_invoice.words.party_words import BUYER, SELLER, whose
from tests.formats.text_invoice.pages import values

REST = "\n" * 20 + "Danke\n"  # A page is not done with its head.
HEAD = "Rechnung Nr. 4711\nRechnungsdatum: 03.03.2024\n"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Purchaser's VAT", BUYER),
        ("USt-Id. Nr. des Bestellers", BUYER),
        ("BTW-nr. koper", BUYER),
        ("N° TVA du preneur", BUYER),
        ("Part. IVA cessionario", BUYER),
        ("VAT ID of supplier", SELLER),
        ("Unsere UID", SELLER),
        ("Btw-nummer verkoper", SELLER),
        ("N.I.F. del emisor", SELLER),
        ("Our VAT GB123456789, your VAT", BUYER),
        ("VAT", None),
        ("Our VAT and your VAT", None),
    ],
)
def test_words_say_whose_an_identifier_is(words: str, side: str | None) -> None:
    assert whose(words) == side


def test_an_address_may_stand_in_the_middle() -> None:
    said = (
        "            Weber Metallbau GmbH, Am Hang 3, 70173 Stuttgart\n\n"
        "                          RECHNUNG\n"
        "                 Nr. 4711 vom 03.03.2024\n\n\n"
        "                     Kaufmann & Co AG\n"
        "                      z. Hd. U. Roth\n"
        "                       Lindenweg 12\n"
        "                       20095 Bremen\n" + REST
    )
    assert values(said)["buyer_name"] == "Kaufmann & Co AG"


def test_the_address_with_a_telephone_below_it_is_of_whom_writes_however_its_street_is_called() -> None:
    said = (
        "Ixaro DAC\n\n\n"
        "                                                      203 Station Parade\n"
        "                                                      Dublin 2, D02 X285\n"
        "                                                      Tel. +353 1 960 7286\n\n\n"
        "Nova-Tek Supply Ltd\n"
        "14 Millrace Lane\n"
        "Dublin 2, D02 X285\n\n"
        "Invoice no. 4711\nInvoice date: 3 March 2024\n" + REST
    )
    assert values(said)["buyer_name"] == "Nova-Tek Supply Ltd"


def test_a_company_may_sell_to_another_of_its_group() -> None:
    said = (
        "Van der Klinge BV                        Klant\n"
        "Postbus 102                              Van der Klinge B.V.\n"
        "3511 LN Utrecht                          Havenstraat 14\n"
        "billing@vanderklinge.nl                  1012 AB Amsterdam\n\n"
        "Factuur nr RE2617646\nFactuurdatum 20-02-2026\n"
    )
    found = values(said)
    assert (found["seller_name"], found["buyer_name"]) == ("Van der Klinge BV", "Van der Klinge B.V.")


def test_letters_that_rates_are_known_by_head_no_address() -> None:
    said = HEAD + "A = 21 %, B = 9 %\nSteuersatz\n"
    assert "buyer_name" not in values(said)


def test_a_country_before_the_words_for_the_tax_is_not_the_one_of_the_number() -> None:
    assert values(HEAD + "GB/IE VAT GB980780684\n")["seller_tax_id"] == "GB980780684"


def test_a_label_may_have_its_short_form_in_parentheses() -> None:
    assert values(HEAD + "Federal ID (EIN) 93-0182008\n")["seller_tax_id"] == "930182008"


def test_words_say_whose_tax_id_it_is_wherever_it_stands() -> None:
    said = HEAD + "Fiscal mark of purchaser DE136695976\nFiscal mark of supplier DE811907980\n"
    found = values(said)
    assert (found["seller_tax_id"], found["buyer_tax_id"]) == ("DE811907980", "DE136695976")


def test_a_label_over_two_columns_names_the_value_of_neither() -> None:
    said = (
        HEAD
        + "\nUMSATZSTEUER-IDENTIFIKATIONSNUMMER UST-ID EMPFÄNGER      BESTELLT\n"
        + "CHE-116.281.710              CHE-107.787.577             B103137\n"
    )
    assert values(said)["seller_tax_id"] == "CHE116281710"


@pytest.mark.parametrize("heading", ["Zu Diensten", "Chez", "Entrusted by"])
def test_a_company_behind_unknown_words_and_a_colon_is_who_buys(heading: str) -> None:
    said = f"Weber Metallbau GmbH\nTel. 0711 482 9313\n\n{heading}: Kaufmann AG, Lindenweg 12, 20095 Hamburg\n{HEAD}"
    assert values(said)["buyer_name"] == "Kaufmann AG"


@pytest.mark.parametrize(
    "said",
    ["Bank: Oost Bank AG", "Zu Diensten: Weber Metallbau GmbH", "Zu Diensten: Karl Kaufmann", "Am 3. Mai: Kaufmann AG"],
)
def test_a_bank_the_seller_and_what_is_no_company_do_not_buy(said: str) -> None:
    assert "buyer_name" not in values(f"Weber Metallbau GmbH\nTel. 0711 482 9313\n\n{said}\n{HEAD}")


def test_a_street_with_a_long_number_is_no_city() -> None:
    said = "Ixaro DAC\nTel. +353 1 960 7286\n\n\nQuarzo Inc.\n1803 Lakeview Drive\nSpringfield, IL 62704\n\n"
    assert values(said + "Invoice no. 4711\nInvoice date: 3 March 2024\n" + REST)["buyer_name"] == "Quarzo Inc."
