"""Numbers whose labels no list has: by roots of words at them, by what all words say, by place, by what is left."""

from __future__ import annotations

import pytest

from bursar.core.confidence import AUTO
from bursar.formats.text_invoice.words.number_words import Named, is_credit, is_of_another, named
from bursar.formats.text_invoice.words.roots import roots
from tests.formats.text_invoice.pages import fields, values

LETTER = "Wexcombe Ltd\n5 Orchard Mews\nLeeds LS9 8AB\n\n"
FOOT = "\n" * 30 + "Goods belong to us until they are paid.\n"


def read(said: str) -> dict[str, str]:
    """Return the header of a letter that says this."""
    return values(LETTER + said + FOOT)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Nummer des Honorars, Liquidation", {Named.INVOICE}),
        ("N.º de la minuta", {Named.INVOICE}),
        ("Boekstuk", {Named.INVOICE}),
        ("Kassenzeichen Ihrer Bestellung", {Named.ORDER, Named.YOURS}),
        ("Req. no.", {Named.ORDER}),
        ("Votre bon d'achat", {Named.ORDER, Named.YOURS}),
        ("Fiche adhérent", {Named.CUSTOMER}),
        ("Your code here", {Named.CUSTOMER}),
        ("Sie führen wir als", {Named.CUSTOMER}),
        ("Vs. numero da noi", {Named.CUSTOMER}),
        ("Your ref.", {Named.YOURS}),
        ("Our mark", {Named.OURS}),
        ("Da indicare nel bonifico", {Named.PAYMENT}),
        ("Quote when paying", {Named.PAYMENT}),
        ("Worksheet no.", {Named.ELSE}),
        ("Ordine di riparazione", {Named.ELSE}),
        ("Order confirmation", {Named.ELSE}),
        ("office@wexcombe.example", {Named.ELSE}),
        ("Nr.", {Named.NUMBER}),
        ("Orchard", set()),
    ],
)
def test_words_at_a_number_have_roots_that_say_what_it_is_of(words: str, said: set[Named]) -> None:
    assert named(words) == said


def test_the_last_words_of_a_sentence_say_what_its_number_is() -> None:
    assert named("Thank you for the delivery that you wanted with requisition") == {Named.ORDER, Named.YOURS}
    assert named("In our books and on all delivery notes you are client") == {Named.CUSTOMER}


@pytest.mark.parametrize(
    ("words", "is_note"),
    [
        ("Credit advice", True),
        ("Accredito per reso", True),
        ("Liquidación", False),
        ("Delivery", None),
        ("Our bill", None),
    ],
)
def test_a_title_says_whether_a_document_is_a_credit_note(words: str, is_note: bool | None) -> None:
    assert is_credit(words) is is_note


def test_what_is_corrected_is_another_document() -> None:
    assert is_of_another("Wir schreiben gut, was mit")
    assert not is_of_another("Korrektur, Nr.")


@pytest.mark.parametrize(
    ("said", "name", "value"),
    [
        ("Liquidación 107106 de 13 de octubre de 2024\n", "invoice_number", "107106"),
        ("Afrekening nr. RE2524051, 17.11.25\n", "invoice_number", "RE2524051"),
        ("Memorandum 4711-24 of 3 March 2024\n", "invoice_number", "4711-24"),
        ("Lo pidieron con 948971/A. Su número con nosotros: 14799.\n", "order_reference", "948971/A"),
        ("Lo pidieron con 948971/A. Su número con nosotros: 14799.\n", "customer_number", "14799"),
        ("INVOICE\n\nRequisition slip     948971/A\n", "order_reference", "948971/A"),
        ("INVOICE\n\nFiche adhérent\nK-14799\n", "customer_number", "K-14799"),
        (
            "INVOICE\n\n948971/A     K-14799           V-22\nReq. slip    You are with us   Vehicle\n",
            "customer_number",
            "K-14799",
        ),
        ("INVOICE\n\nRef. du preneur: PO-919505\n", "order_reference", "PO-919505"),
        ("INVOICE\n\nMet 51771-8967 vinden wij uw betaling terug.\n", "payment_reference", "51771-8967"),
        ("INVOICE\n\nNoem bij uw overschrijving 23009-6207.\n", "payment_reference", "23009-6207"),
        ("INVOICE\n\nRemit with\n23009-6207\n", "payment_reference", "23009-6207"),
    ],
)
def test_numbers_are_known_without_their_labels(said: str, name: str, value: str) -> None:
    assert read(said)[name] == value


def test_an_invoice_has_the_number_that_nothing_else_names() -> None:
    said = "INVOICE\n\nSequence           58052626\nVehicle            147247\nCust. no.          K14102\n"
    found = read(said)
    assert (found["invoice_number"], found["customer_number"]) == ("58052626", "K14102")


def test_of_two_that_may_be_the_number_of_the_invoice_none_is_said() -> None:
    assert "invoice_number" not in read("INVOICE\n\nSequence           58052626\nCaption            92641\n")


def test_what_is_written_as_numbers_of_orders_are_is_not_the_invoices() -> None:
    assert "invoice_number" not in read("INVOICE\n\nSequence           PO-58052626\n")


def test_telephones_places_and_accounts_are_no_numbers_of_documents() -> None:
    said = (
        "Chiamateci 02 915 1983\nViale Vittoria 118\n50122 Firenze\nSequence GB29 NWBK 6016 1331 9268 19\n\nFATTURA\n"
    )
    assert "invoice_number" not in read(said)


def test_a_number_of_which_only_roots_speak_is_never_sure() -> None:
    found = fields(LETTER + "INVOICE\n\nDate: 3 March 2024\nSequence 2024-58052626\n\nFooter 2024-58052626\n" + FOOT)
    assert found["invoice_number"].value == "2024-58052626"
    assert found["invoice_number"].confidence < AUTO


def test_the_number_of_what_is_corrected_is_not_taken_for_want_of_another() -> None:
    for said in (
        "We credit what was charged with 4451 on 5 April 2026.",
        "Corregge la nostra fattura 7281 del 06.01.2025.",
    ):
        assert "invoice_number" not in read(f"CREDIT NOTE\n\n{said}\n")


def test_all_words_of_a_label_count() -> None:
    said = "FATTURA 4711\n\nCliente nr.      Ordine di riparazione\nK12329           57.9121\n"
    assert "order_reference" not in read(said)


def test_one_number_is_not_of_two_things() -> None:
    found = read("INVOICE 4711\n\nYour order, client: 889211\n")
    assert [name for name, value in found.items() if value == "889211"] == ["order_reference"]


def test_the_largest_words_say_what_the_document_is_called_and_so_do_words_behind_a_dash() -> None:
    assert read("CREDIT ADVICE\n\nOur number F8609-24\n")["type_code"] == "381"
    assert read("Goods returned - credit note\n\nAccount for\nJasper Vale Ltd\n")["type_code"] == "381"
    assert "type_code" not in read("Good morning\n")


def test_dates_accounts_and_amounts_in_sentences_on_paying_are_no_reference() -> None:
    for said in (
        "Your payment of 1,804.20 EUR is expected on 5 May 2024.",
        "Please transfer to account no. 12345678.",
        "Paid in cash (Rs 19390)",
    ):
        assert "payment_reference" not in read(f"INVOICE 4711\n\n{said}\n")


def test_of_two_numbers_named_as_the_customers_the_one_at_the_date_is_the_invoices_if_there_is_no_other() -> None:
    said = "INVOICE\n\nAccount ref.:  2024-3858\nTax date:      12 January 2024\n\nCust. no.:     K18282\n"
    found = read(said)
    assert (found["invoice_number"], found["customer_number"]) == ("2024-3858", "K18282")
    found = read(said.replace("12 January 2024", "Ann"))
    assert (found["invoice_number"], found["customer_number"]) == ("2024-3858", "K18282")
    assert "invoice_number" not in read(said.replace("12 January 2024", "Ann").replace("K18282", "18282"))
    found = read(said.replace("INVOICE", "INVOICE 4711"))
    assert (found["invoice_number"], found["customer_number"]) == ("4711", "2024-3858")


def test_a_root_of_several_words_may_be_written_over_two_lines() -> None:
    assert roots("quote\n    (?:n|ref), part    no").search("our quote ref. and part no. 7")
    assert named("Part no.") == {Named.ELSE}
    assert named("Quote ref.") == {Named.ELSE}
