"""Rates of lines that no column tells: a single tax group, marks with or without a legend, and sums that prove them."""

from __future__ import annotations

from tests.formats.text_invoice.test_unnamed_columns import told

TWO_RATES = """Taxable 20 %        300.00          60.00
Taxable 5 %         100.00           5.00
Net                                400.00
VAT                                 65.00
Total                              465.00
"""


def test_the_rate_of_the_only_tax_group_is_that_of_every_line() -> None:
    page = """Description          Quantity     Price      Amount
Chair                2            50.00      100.00
Table                1            80.00       80.00
Net                                          180.00
VAT 20 %                                      36.00
Total                                        216.00
"""
    assert told(page, "tax_rate") == [("20",), ("20",)]


def test_lines_without_all_that_is_taxed_have_no_rate_of_their_own() -> None:
    page = """Description          Quantity     Price      Amount
Chair                2            50.00      100.00
Table                1            80.00       80.00
Shipping                                      20.00
Net                                          200.00
VAT 20 %                                      40.00
Total                                        240.00
"""
    assert told(page, "tax_rate") == [(None,), (None,)]


def test_letters_beside_lines_stand_for_the_rates_whose_bases_they_add_up_to() -> None:
    page = """Description          Quantity     Price      Amount
Chair                2            50.00      100.00   S
Cups                 5            10.00       50.00   S
Bread                1           100.00      100.00   R
Lamp                 3            50.00      150.00   S
"""
    assert told(page + TWO_RATES, "tax_rate") == [("20",), ("20",), ("5",), ("20",)]


def test_a_legend_says_which_rates_letters_stand_for_where_charges_are_in_the_bases() -> None:
    page = """Description          Quantity     Price      Amount
Chair                2            50.00      100.00   A
Lamp                 3            60.00      180.00   A
Bread                1           100.00      100.00   B
Shipping                                      20.00
A = 20 %             B = 5 %
"""
    assert told(page + TWO_RATES, "tax_rate") == [("20",), ("20",), ("5",)]


def test_where_one_division_of_the_lines_only_makes_the_bases_it_is_theirs() -> None:
    page = """Description          Quantity     Price      Amount
Chair                2            55.00      110.00
Bread                2            30.00       60.00
Milk                 4            10.00       40.00
Lamp                 4            47.50      190.00
"""
    assert told(page + TWO_RATES, "tax_rate") == [("20",), ("5",), ("5",), ("20",)]


def test_where_several_divisions_make_the_bases_nothing_is_said() -> None:
    page = """Description          Quantity     Price      Amount
Chair                2            50.00      100.00
Bread                1           100.00      100.00
Milk                 1           100.00      100.00
Lamp                 1           100.00      100.00
"""
    assert told(page + TWO_RATES, "tax_rate") == [(None,)] * 4
