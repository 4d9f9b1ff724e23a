"""Columns that stand close together or that no known word names: what stands in them tells."""

from __future__ import annotations

from bursar.core.extraction import Record
from bursar.formats.text_invoice.reader import read_text_invoice
from bursar.formats.text_pages import text_pages


def lines(said: str) -> tuple[Record, ...]:
    """Return the lines of a page that says this."""
    return read_text_invoice(text_pages(said.encode())).lines


def told(said: str, *names: str) -> list[tuple[str | None, ...]]:
    """Return some values of each line of a page that says this."""
    return [tuple(line[name].value if name in line else None for name in names) for line in lines(said)]


def test_dates_beside_a_description_are_no_part_of_it() -> None:
    page = """Description                  Aaa             Bbb      Quantity     Price      Amount
Generator 20 kVA     26 May 2024     8 June 2024      14           56.32      788.48
Scissor lift 8 m     10 June 2024    10 June 2024     1            318.94     318.94
Total                                                                         1,107.42
"""
    assert told(page, "description", "quantity", "net") == [
        ("Generator 20 kVA", "14", "788.48"),
        ("Scissor lift 8 m", "1", "318.94"),
    ]


def test_a_code_behind_the_number_of_its_line_is_the_number_of_the_item() -> None:
    page = """Xyz             Quantity   Description         Price      Amount
1 513202-76     2          Gasket set          7.30       14.60
2 200362-52     1          Bush, lower arm     359.79     359.79
Total                                                     374.39
"""
    assert told(page, "item_id", "description") == [("513202-76", "Gasket set"), ("200362-52", "Bush, lower arm")]


def test_words_below_a_heading_of_numbers_describe() -> None:
    page = """Pos      Quantity     Position            Price      Amount
1        2            Gasket set          7.30       14.60
2        1            Bush, lower arm     359.79     359.79
Total                                                374.39
"""
    assert told(page, "description") == [("Gasket set",), ("Bush, lower arm",)]


def test_of_a_number_and_an_amount_that_make_the_net_the_one_written_as_money_is_the_price() -> None:
    page = """Description            Abc        Def          Amount
Handrail               1          449.81       449.81
Gate, galvanised       2          122.30       244.60
Total                                          694.41
"""
    assert told(page, "quantity", "unit_price") == [("1", "449.81"), ("2", "122.30")]


def test_a_price_for_a_thousand_leaves_the_quantity_as_it_is_written() -> None:
    page = """Description            Quantity            Per 1000     Amount
Flyers                    2.500           442,18      1.105,45
Folders                   5.000           100,00        500,00
Total                                                 1.605,45
"""
    assert told(page, "quantity", "net") == [("2500", "1105.45"), ("5000", "500.00")]


def test_amounts_below_a_heading_of_rates_are_prices() -> None:
    page = """Description            Quantity     Taux      Amount
Conversation                  8    131,34   1.050,72
Cours                         8     42,33     338,64
Total                                       1.389,36
"""
    assert told(page, "unit_price") == [("131.34",), ("42.33",)]


def test_lines_without_a_heading_begin_beside_a_narrow_column_of_other_words() -> None:
    page = """2025/669           Website, nine templates          € 1,795.45
Issued             Packaging for teas              € 10,003.06
                   Signage for two floors           € 5,747.51
                   Total                           € 17,546.02
"""
    assert told(page, "net") == [("1795.45",), ("10003.06",), ("5747.51",)]
