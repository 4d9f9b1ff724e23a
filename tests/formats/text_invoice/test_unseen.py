"""What holds on pages that nobody has seen: boxes, sentences, columns and words that name something else."""

from __future__ import annotations

import pytest

from tests.formats.text_invoice.pages import values

HEAD = "Rechnung Nr. 4711\nRechnungsdatum: 03.03.2024\n\n"


def test_what_stands_in_the_same_box_of_a_strip_is_named_by_its_label_wherever_it_begins() -> None:
    said = HEAD + (
        "Hausbank              IBAN                          BIC             Zweck\n"
        "    Oost Bank         DE89370400440532013000        COBADEFFXXX               88123-4455\n"
    )
    assert values(said)["payment_reference"] == "88123-4455"


def test_a_label_that_ends_a_line_of_text_names_what_the_next_line_begins_with() -> None:
    said = (
        HEAD + "Hausbank Oost Bank, IBAN DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX, Zahlungsreferenz\n52610-3700\n"
    )
    assert values(said)["payment_reference"] == "52610-3700"


def test_what_to_quote_is_asked_for_behind_the_account_in_a_sentence() -> None:
    said = (
        "Kindly pay 1,908.12 by 31 Aug 2024 into IE29 AIBK 9311 5212 3456 78, BIC AIBKIE2DXXX, account of\n"
        "Brun Ltd, with reference 24104-2529.\n"
    )
    assert values("Invoice no. 4711\nInvoice date: 3 Aug 2024\n\n" + said)["payment_reference"] == "24104-2529"


@pytest.mark.parametrize(
    "said",
    [
        "€ 231,08 erwarten wir bis 02.04.2024 auf unserem Konto.",
        "Esperamos € 231,08 en nuestra cuenta el 02.04.2024.",
        "Attendiamo € 231,08 sul nostro conto per il 02.04.2024.",
        "La somme de 231,08 € est attendue pour le 02.04.2024.",
    ],
)
def test_a_sum_that_is_expected_by_a_day_is_due_on_it(said: str) -> None:
    assert values(HEAD + said + "\n")["due_date"] == "2024-04-02"


def test_a_sum_that_came_on_a_day_is_not_due_on_it() -> None:
    assert "due_date" not in values(HEAD + "Die erwarteten € 231,08 sind bereits am 02.04.2024 eingegangen.\n")


@pytest.mark.parametrize(
    "said",
    [
        "60 days, which is on or before 22-May-2024",
        "1,5% betalingskorting in 8 dagen, anders 30 dagen",
        "14 giorni dalla data del documento",
    ],
)
def test_days_are_terms_where_a_day_follows_from_them_or_a_discount_or_they_are_counted_from_something(
    said: str,
) -> None:
    assert values(HEAD + said + "\n")["payment_terms"] == said


def test_days_alone_are_no_terms() -> None:
    assert "payment_terms" not in values(HEAD + "Generator 20 kVA      14 days      122.00     1,708.00\n")


def test_the_first_day_of_a_period_and_the_days_of_lines_are_not_when_it_was_issued() -> None:
    said = (
        "17 June 2024\n\nInvoice 35/2033\nCleaning carried out, 1 May 2024 - 31 May 2024:\n\n"
        "24 May 2024     Stairs        0.75       33.21      24.91\n"
    )
    assert values(said)["issue_date"] == "2024-06-17"


def test_the_number_of_something_else_is_not_that_of_the_invoice() -> None:
    assert (
        values("Invoice RE2492869\n\nJob no.: 45.3578 / Date of delivery: 13 Aug 2024\n")["invoice_number"]
        == "RE2492869"
    )


def test_what_a_credit_note_corrects_is_not_its_own_number() -> None:
    said = (
        "Nuestro asunto      5439/24\nDocumento nº        13/1647\n\nFactura rectificativa\n\n"
        "Este abono corresponde a nuestra factura 7461/31 de 10.01.2025\n"
    )
    assert values(said)["invoice_number"] == "13/1647"


def test_small_words_and_contracts_name_no_customer() -> None:
    assert "customer_number" not in values("Invoice 4711\n\nPer 1,000      How many\n17.50          400\n")
    said = "Rechnung Nr. 4711\n\nVertragskonto: C377548-74\nIhre Kundennr.: 18258\n"
    assert values(said)["customer_number"] == "18258"


def test_the_lines_beside_a_column_of_labels_are_none_of_their_values() -> None:
    said = (
        "Fattura n. 4711\n\n"
        "Vs. ordine            480673.14      Sottotorta tondo       52,68      5      263,40\n"
        "522258/A\n"
    )
    assert values(said)["order_reference"] == "522258/A"
