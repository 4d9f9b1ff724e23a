"""Totals as books write them: brackets for a minus, and what is left below what was taken off."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bursar.formats.text_invoice.numbers import find_amounts
from bursar.formats.text_invoice.reader import read_text_invoice
from bursar.formats.text_pages import text_pages
from tests.formats.text_invoice.pages import values

CREDIT = """Credit note 98/7953
Description            Quantity        Price        Amount
Concept                (2) days        447.15       (894.30)
Total before tax                       EUR (894.30)
VAT 20%                                EUR (178.86)
Total with tax                         EUR (1,073.16)
"""
LEFT = """Invoice 4711
Description            Quantity        Price        Amount
Concept                       2       500.00      1,000.00
Net                                               1,000.00
VAT 20%                                             200.00
Invoice total                                     1,200.00
{label:<45}{paid:>13}
Zum Wohl                                            400.00
"""


@pytest.mark.parametrize("text", ["(1,234.50)", "EUR (1,234.50)", "€(1,234.50)", "(1,234.50 EUR)", "(EUR 1,234.50) "])
def test_brackets_around_an_amount_are_a_minus_also_beside_a_currency(text: str) -> None:
    (amount,) = find_amounts(text, ".")
    assert amount.number == Decimal("-1234.50")


def test_brackets_in_a_sentence_are_no_minus() -> None:
    (amount,) = find_amounts("paper (200) white", ".")
    assert amount.number == Decimal(200)


def test_a_credit_note_in_brackets_is_negative_in_its_totals_and_quantities() -> None:
    read = read_text_invoice(text_pages(CREDIT.encode()))
    said = {name: read.fields[name].value for name in ("net", "tax", "gross")}
    assert said == {"net": "-894.30", "tax": "-178.86", "gross": "-1073.16"}
    assert [line["quantity"].value for line in read.lines] == ["-2"]


def test_what_stands_below_something_taken_off_is_payable_whatever_it_is_called() -> None:
    said = values(LEFT.format(label="Instalments so far", paid="-800.00"))
    assert (said["prepaid"], said["payable"]) == ("800.00", "400.00")


@pytest.mark.parametrize("label", ["Deduction at source", "Zum Abzug 80%"])
def test_tax_withheld_is_not_paid_before(label: str) -> None:
    said = values(LEFT.format(label=label, paid="-800.00"))
    assert "prepaid" not in said
    assert said["payable"] == "400.00"


def test_an_amount_without_a_minus_or_a_name_is_not_taken_off() -> None:
    assert values(LEFT.format(label="Of which in May", paid="800.00"))["payable"] == "1200.00"
