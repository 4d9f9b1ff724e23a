"""Labels: lists with alternatives, words in any order, and where their values stand."""

from __future__ import annotations

import pytest

from bursar.formats.text_invoice.words.grammar import named
from bursar.formats.text_invoice.words.phrases import kinds_of, meant, parts_of
from tests.formats.text_invoice.pages import values


def kinds(text: str) -> tuple[str, set[str]]:
    """Return the words that are one label, and what they name."""
    parts = parts_of(text)
    end, found = named(text, parts, 0, len(parts))
    return (text[: parts[end - 1].end] if end else "", set(found))


def test_a_phrase_with_alternatives_stands_for_all_of_them() -> None:
    assert list(meant("(your|) order (no|id)")) == ["yourordern", "yourorderid", "ordern", "orderid"]
    assert list(meant("invoice")) == ["invoice"]


@pytest.mark.parametrize("written", ["Kundennummer", "Kunden-Nr.", "Kundennr", "KUNDEN NR", "Kunden Nummer"])
def test_all_ways_to_write_number_are_one(written: str) -> None:
    assert kinds_of(parts_of(written)) == {"customer_number"}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Nr. der Rechnung", "invoice_number"),
        ("Referentie factuur", "invoice_number"),
        ("Datum d. Rechnung", "issue_date"),
        ("Auftragsnr. Kunde", "order_reference"),
        ("Kundenbestellnummer", "order_reference"),
        ("Rekening klant", "customer_number"),
        ("Leistungstag", "delivery_date"),
        ("Zahlungskennung", "payment_reference"),
        ("Fälligkeitstag", "due_date"),
        ("UST-ID des Kunden", "buyer_tax_id"),
        ("Taxpayer ID", "tax_id"),
        ("Ihr Zeichen", "your_reference"),
        ("Subscription ID", "other"),
        ("Bestelldatum", "other"),
    ],
)
def test_words_in_any_order_and_in_compounds_make_a_label(label: str, kind: str) -> None:
    assert kinds(label) == (label, {kind})


@pytest.mark.parametrize(
    "text",
    [
        "Datum Rechnung Nr.",
        "Number of boxes",
        "Rechnungsdatum Nummer",
        "Kunde",
        "Ihre",
        "Bestellwesen Nr.",
        "Nr. Datum",
    ],
)
def test_what_is_unknown_or_two_labels_is_none(text: str) -> None:
    assert kinds(text) == ("", set())


def test_a_label_ends_where_the_next_begins() -> None:
    assert kinds("Invoice Date Invoice No") == ("Invoice Date", {"issue_date"})
    assert kinds("Rechnungsdatum, Kundennummer") == ("Rechnungsdatum", {"issue_date"})


def test_a_label_does_not_go_over_a_colon() -> None:
    # "betreft factuur" names the invoice that a credit note is about; here it is the subject of a letter.
    assert values("Betreft: Factuur 163197\n")["invoice_number"] == "163197"


@pytest.mark.parametrize(
    ("said", "name", "value"),
    [
        ("Invoice\n2024-0193 (Our invoice no.)\n", "invoice_number", "2024-0193"),
        ("Rechnung\n03.04.2024 (Rechnungsdatum)\n", "issue_date", "2024-04-03"),
        ("Kundennummer (bitte immer angeben): 4711\n", "customer_number", "4711"),
        ("Kunden-Nr. / Cust. key: 4711\n", "customer_number", "4711"),
        ("Kundennummer .......... 4711\n", "customer_number", "4711"),
        ("Customer         K-1042\nDate             3 May 2024\n", "customer_number", "K-1042"),
        ("Konto-ID     90 648 862 12\n", "customer_number", "90 648 862 12"),
        ("Ihr Zeichen: 4599\nIhre Bestellung: 312444/A\n", "order_reference", "312444/A"),
        ("Auftragsnummer: T123979\nIhre Bestellung: 312444/A\n", "order_reference", "312444/A"),
        ("Nr. Rechnung: 17\n", "invoice_number", "17"),
        ("Rechnungsnummer: EB-900\n", "invoice_number", "EB-900"),
        ("Invoice no.: 2026/4\n", "invoice_number", "2026/4"),
    ],
)
def test_a_value_is_found_before_behind_and_beside_its_label(said: str, name: str, value: str) -> None:
    assert values(said)[name] == value


def test_below_labels_each_value_goes_to_the_label_that_it_is_lined_up_with() -> None:
    said = (
        "RECHNUNG\n\n"
        "Rechnung        Datum           Kunde           Bestell-Nr.\n"
        "4711-88         03.04.2024      K-1042          312444/A\n"
    )
    found = values(said)
    assert (found["invoice_number"], found["issue_date"]) == ("4711-88", "2024-04-03")
    assert (found["customer_number"], found["order_reference"]) == ("K-1042", "312444/A")


def test_a_missing_value_is_not_taken_from_the_next_column() -> None:
    found = values("Auftrag-Nr.     Kunden-Nr.\n                30017\n")
    assert found["customer_number"] == "30017"
    assert "order_reference" not in found


def test_accounts_urns_and_rates_are_no_references() -> None:
    assert "customer_number" not in values("Please pay to your account GB49 NWBK 8345 7565 7190 98\n")
    assert "invoice_number" not in values("Invoice no.: urn:cen.eu:en16931:2017\n")
    assert "customer_number" not in values("Customer no.:  8.1%\n")


def test_a_postal_code_is_no_name() -> None:
    said = "Tavisto B.V.\nKade 5\n1012 AB Amsterdam\n\nFactuur 4711\n"
    assert values(said)["seller_name"] == "Tavisto B.V."


def test_a_value_in_the_middle_of_its_column_is_not_cut() -> None:
    said = "Your order      Terms of payment          Due date\n006789        Transfer within 10 days     10-11-2024\n"
    assert values(f"Invoice 4711\n\n{said}")["payment_terms"] == "Transfer within 10 days"


def test_the_address_with_a_telephone_is_the_sellers() -> None:
    said = (
        "Tavisto Systems Corp.                  Verdano Systems Co., Inc.\n"
        "14 Harbour Lane                        220 Station Road\n"
        "Portland, OR 97205                     Portland, OR 97205\n"
        "                                       Call (512) 555 731 6581\n\n\n"
        "Invoice no. 4711\n"
    )
    found = values(said)
    assert (found["seller_name"], found["buyer_name"]) == ("Verdano Systems Co., Inc.", "Tavisto Systems Corp.")
