"""Sentences: terms over lines, days in words, and what to quote with a payment."""

from __future__ import annotations

import pytest

from bursar.core.extraction import Evidence
from tests.formats.text_invoice.pages import evidence, fields, values

HEAD = "Rechnung Nr. 4711\nRechnungsdatum: 03.03.2024\n\n"


def test_terms_go_on_in_the_line_below_and_end_with_their_sentence() -> None:
    said = HEAD + (
        "Bitte zahlen Sie den Betrag innerhalb von 14 Tagen nach\n"
        "Erhalt der Rechnung ohne Abzug. Wir danken für den Auftrag.\n"
    )
    terms = fields(said)["payment_terms"]
    assert terms.value == "Bitte zahlen Sie den Betrag innerhalb von 14 Tagen nach Erhalt der Rechnung ohne Abzug."
    assert terms.box is not None
    assert terms.box.bottom - terms.box.top > 1_000
    assert values(said)["due_date"] == "2024-03-17"


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        ("netto 30 Tage\nIBAN: DE89 3704 0044 0532 0130 00\n", "netto 30 Tage"),
        ("IBAN DE89 3704 0044 0532 0130 00\nnetto 30 Tage\n", "netto 30 Tage"),
        ("Our terms are 60 days net. IBAN IE79 AIBK 1528 6139 2613 18\n", "Our terms are 60 days net."),
        ("Rimessa diretta 14 giorni\n", "Rimessa diretta 14 giorni"),
        ("Due in 45 days\n", "Due in 45 days"),
        ("Please pay within 30 days to our account GB29 NWBK 6016.\n", "Please pay within 30 days"),
    ],
)
def test_terms_are_without_what_stands_around_them(said: str, terms: str) -> None:
    assert values(HEAD + said)["payment_terms"] == terms


def test_a_label_over_a_date_is_no_term() -> None:
    found = values("Fattura n. 4711 del 01/02/2024\nTermine di pagamento: 05/03/2024\n")
    assert "payment_terms" not in found
    assert found["due_date"] == "2024-03-05"


@pytest.mark.parametrize(
    "said",
    [
        "We will collect the amount from your account on 2 April 2024.",
        "Den Betrag buchen wir am 2. April 2024 von Ihrem Konto ab.",
        "FÄLLIGER GESAMTBETRAG AM 02.04.2024",
        "Wir bitten um Zahlung des Betrags auf unser Konto bis zum\n02.04.2024 ohne Abzug.",
    ],
)
def test_a_day_in_a_sentence_is_when_it_is_due(said: str) -> None:
    assert values(HEAD + said + "\n")["due_date"] == "2024-04-02"


def test_what_a_card_paid_and_instalments_to_come_are_not_when_it_is_due() -> None:
    assert "due_date" not in values(HEAD + "Your Visa card was debited on 2 April 2024.\n")
    said = "Ihr neuer Abschlag ist erstmals fällig am 02.05.2024.\nWir bitten um Zahlung bis 02.04.2024.\n"
    assert values(HEAD + said)["due_date"] == "2024-04-02"


@pytest.mark.parametrize(
    "said",
    [
        "When paying, please quote the reference 15724-4832.",
        "Bitte geben Sie bei der Zahlung 15724-4832 an.",
        "Indicare 15724-4832 nel pagamento.",
        "Kenmerk voor uw overschrijving: 15724-4832",
        "Rogamos indiquen en su transferencia el número 15724-4832.",
    ],
)
def test_a_sentence_says_what_to_quote(said: str) -> None:
    assert values(HEAD + said + "\n")["payment_reference"] == "15724-4832"


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("21 00000 00003 13947 14300 09017", True),
        ("RF18 5390 0754 7034", True),
        ("RF19 5390 0754 7034", False),
        ("+++010/8068/17183+++", True),
        ("+++010/8068/17184+++", False),
    ],
)
def test_references_with_check_digits_are_known_anywhere(said: str, right: bool) -> None:
    page = HEAD + f"Pay us soon\n{said}\n"
    assert values(page)["payment_reference"] == said
    assert (Evidence.CHECKSUM in evidence(page, "payment_reference")) is right


def test_twenty_seven_digits_without_a_check_digit_are_no_reference() -> None:
    assert "payment_reference" not in values(HEAD + "21 00000 00003 13947 14300 09018\n")


def test_below_an_account_a_reference_is_that_of_the_payment() -> None:
    slip = "Conto\nDE89 3704 0044 0532 0130 00\nRossi Srl\n00184 Roma\n\nRiferimento\n08407-2973\n"
    assert values(HEAD + slip)["payment_reference"] == "08407-2973"
    assert "payment_reference" not in values("Riferimento\n08407-2973\n")


def test_an_account_goes_on_where_its_paragraph_does() -> None:
    said = "Weber GmbH, Am Hang 3, Stuttgart, IBAN DE89 3704\n0044 0532 0130 00, BIC COBADEFFXXX\n"
    iban = fields(HEAD + said)["iban"]
    assert (iban.value, iban.raw) == ("DE89370400440532013000", "DE89 3704 0044 0532 0130 00")
    assert Evidence.CHECKSUM in iban.evidence


@pytest.mark.parametrize(
    "place", ["San Sebastián de los Reyes, a", "Fait à Lyon, le", "Bristol BS1 6HY,", "Kassel, den"]
)
def test_a_letter_is_dated_behind_its_place(place: str) -> None:
    assert values(f"Invoice 4711\n\n{place} 13/04/2024\n")["issue_date"] == "2024-04-13"


def test_a_date_behind_words_that_are_no_label_is_the_last_resort() -> None:
    assert values("Invoice 4711\n\n\nThe hour of our writing: 13/04/2024\n")["issue_date"] == "2024-04-13"
    found = values("Invoice 4711\n\n\nThe hour of our writing: 13/04/2024\nInvoice date: 14/04/2024\n")
    assert found["issue_date"] == "2024-04-14"


def test_an_american_address_says_that_the_month_goes_first() -> None:
    page = "Acme Inc.\nAustin, TX 78701\nInvoice no. 4711\nInvoice date: 03/04/2024\nVAT 0 %\n"
    assert values(page)["issue_date"] == "2024-03-04"
    assert values(page.replace("Austin, TX 78701", "Leeds LS1 4AB"))["issue_date"] == "2024-04-03"
