from decimal import Decimal

import pytest

from bursar.formats.text_invoice.numbers import find_amounts, notation, parse_amount


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,56", "1234.56"),
        ("1,234.56 EUR", "1234.56"),
        ("1 234,56 €", "1234.56"),
        ("1\u202f234,56", "1234.56"),
        ("1'234.56", "1234.56"),
        ("CHF 1’200.–", "1200"),
        ("1,23,456.00", "123456.00"),
        ("-5,60", "-5.60"),
        ("5,60-", "-5.60"),
        ("(5,60)", "-5.60"),
        ("$-3.00", "-3.00"),
        ("−20,48 €", "-20.48"),
        ("10,0000", "10.0000"),
        ("1.000.000", "1000000"),
        ("Rs 1939", "1939"),
    ],
)
def test_a_number_is_read_in_the_notation_of_its_country(text: str, number: str) -> None:
    assert parse_amount(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    ["31.12.2018", "12/31/18", "01.234.567.8", "10:30", "R18-31", "250g", "4123456000014", "007", "8.00-20.00 Uhr"],
)
def test_dates_times_and_identifiers_are_no_amounts(text: str) -> None:
    assert [amount.raw for amount in find_amounts(text) if "." in str(amount.number)] == []
    assert parse_amount(text) is None


def test_three_decimals_and_grouped_thousands_are_told_apart_by_what_the_document_does() -> None:
    assert parse_amount("54,910", ",") == Decimal("54.910")
    assert parse_amount("54,910", ".") == Decimal(54910)
    assert notation(["Netto 1.234,50", "Menge 3"]) == ","
    assert notation(["Net 1,234.50"]) == "."
    assert notation(["Menge 3"]) is None


def test_a_day_and_a_month_are_no_number_where_decimals_have_commas() -> None:
    assert find_amounts("bis 23.12. garantiert", ",") == ()
    assert [str(amount.number) for amount in find_amounts("up to 23.12. Then", ".")] == ["23.12"]


def test_an_amount_may_end_a_sentence_where_decimals_have_commas() -> None:
    found = find_amounts("plus € 662,85, in tutto € 3.675,81.", ",")
    assert [str(amount.number) for amount in found] == ["662.85", "3675.81"]


def test_an_amount_may_touch_the_word_before_it_and_a_percentage_says_so() -> None:
    assert [(amount.raw, amount.percent) for amount in find_amounts("Summe29.099,76 zu (30 %) und USt:63,84", ",")] == [
        ("29.099,76", False),
        ("30 %", True),
        ("63,84", False),
    ]


def test_where_a_number_stands_in_its_text_is_known() -> None:
    text = "Betrag -5,60 €/Stk."
    (amount,) = find_amounts(text, ",")
    assert text[amount.start : amount.end] == amount.raw == "-5,60"
