"""What stands below headings judges them, and lines whose heading nobody knows have the columns that they stand in."""

from __future__ import annotations

from bursar.core.extraction import Evidence
from bursar.formats.text_invoice.body import read_body
from tests.formats.drawing import drawn
from tests.formats.text_invoice.test_unnamed_columns import told

TWO = "\nTotal                                                  374.39\n"


def test_sentences_below_a_heading_of_units_describe() -> None:
    page = """Per                      Qty      Price        Amount
Gasket set, complete     2         7.30         14.60
Bush for lower arm       1       359.79        359.79"""
    assert told(page + TWO, "description", "unit") == [("Gasket set, complete", None), ("Bush for lower arm", None)]


def test_numbers_that_do_not_rise_number_no_lines() -> None:
    page = """Description             No.        Price        Amount
Gasket set               2          7.30         14.60
Bush, lower arm          1        359.79        359.79"""
    assert told(page + TWO, "quantity", "net") == [("2", "14.60"), ("1", "359.79")]


def test_numbers_below_a_heading_of_descriptions_describe_nothing_where_another_column_does() -> None:
    page = """Zzq brnk                Delivered     Price        Amount
Gasket set, complete    2               7.30         14.60
Bush for lower arm      1             359.79        359.79"""
    assert told(page + TWO, "description", "quantity") == [("Gasket set, complete", "2"), ("Bush for lower arm", "1")]


def test_codes_below_a_heading_of_amounts_are_no_money() -> None:
    page = """Description             Charge     Zzq     Brnk         Amount
Gasket set              L8537      2         7.30         14.60
Bush, lower arm         L2985      1       359.79        359.79"""
    assert told(page + TWO, "quantity", "unit_price") == [("2", "7.30"), ("1", "359.79")]


def test_words_that_head_one_column_together_are_one_heading() -> None:
    read = read_body(
        drawn("""
Qty  Details                 Net each     Goods total
  2  Gasket set                  7.30           14.60
  1  Bush, lower arm           359.79          359.79

     Total                                     374.39
""")
    )
    assert [(line["unit_price"].value, line["net"].value) for line in read.lines] == [
        ("7.30", "14.60"),
        ("359.79", "359.79"),
    ]


def test_lines_below_a_heading_in_unknown_words_have_the_columns_that_they_stand_in() -> None:
    page = """Flombix    Zzq          Krux                 Plork             Grt      Dwimb
1          03.05.24     Hospital and back    Pieter Vos        20       35.10
2          04.05.24     Night ride           Marta Renner      20       12.40
3          07.05.24     Airport, early       Luc Marchetti     20      103.20
Net                                                                    150.70
VAT 20 %                                                                30.14
Total                                                                  180.84
"""
    assert told(page, "description", "tax_rate", "net") == [
        ("Hospital and back", "20", "35.10"),
        ("Night ride", "20", "12.40"),
        ("Airport, early", "20", "103.20"),
    ]


def test_what_is_counted_stands_behind_its_number_where_other_rows_describe() -> None:
    page = """1)   Contract, German to English
     640     words     x  0.135          86.40
2)   Certificates, sworn
     640     lines     x  0.091          58.24
3)   Second reading
     8430    words     x  0.156       1,315.08

Net sum                               1,459.72
VAT 20 %                                291.94
Total                                 1,751.66
"""
    assert told(page, "description", "quantity", "unit", "unit_price") == [
        ("Contract, German to English", "640", "words", "0.135"),
        ("Certificates, sworn", "640", "lines", "0.091"),
        ("Second reading", "8430", "words", "0.156"),
    ]


def test_notes_beside_a_table_do_not_hide_its_amounts() -> None:
    page = """24    Riesling dry         12.80     307.20       48.517.232
10    Pinot noir            8.42      84.20
Net                                  391.40
VAT 20 %                              78.28
Total                                469.68
"""
    assert told(page, "description", "net") == [("Riesling dry", "307.20"), ("Pinot noir", "84.20")]


def test_lines_whose_discount_hides_the_product_stand_above_the_first_that_multiplies() -> None:
    page = """Flombix              Zzq      Krux      Grt       Dwimb
Nasal spray            2     25.00      8.0       46.00
Saline                 2     58.61        -      117.22
Eye ointment           5      7.00        -       35.00
Net                                              198.22
VAT 20 %                                          39.64
Total                                            237.86
"""
    assert [net for (net,) in told(page, "net")] == ["46.00", "117.22", "35.00"]


def test_names_of_totals_side_by_side_end_the_lines_even_where_one_holds_an_amount() -> None:
    page = """Description           Quantity        Price         Amount
Gasket set                   2         7.30          14.60
Bush, lower arm              1       359.79         359.79

Net total        VAT 20 % (on 374.39)        Total with VAT
   374.39                       74.88                449.27
"""
    assert told(page, "net") == [("14.60",), ("359.79",)]


def test_amounts_with_tax_behind_the_amounts_are_no_amounts_of_lines() -> None:
    page = """Flombix              Zzq      Krux      Grt       Dwimb
Coffee beans           2     45.08     90.16     108.19
Gloves                 3     10.00     30.00      36.00
Net                                              120.16
VAT 20 %                                          24.03
Total                                            144.19
"""
    assert told(page, "quantity", "unit_price", "net") == [("2", "45.08", "90.16"), ("3", "10.00", "30.00")]


def test_prices_by_the_thousand_make_the_amounts_of_lines_without_a_known_heading() -> None:
    page = """Flombix             Zzq        Krux         Dwimb
Letterheads          5000      213,57    1.067,85
Brochures             300      782,33      234,70
Netto                                    1.302,55
USt 20 %                                   260,51
Gesamt                                   1.563,06
"""
    assert told(page, "quantity", "net") == [("5000", "1067.85"), ("300", "234.70")]


def test_amounts_may_be_the_first_of_their_rows() -> None:
    page = """Dwimb          Zzq    Krux        Flombix                Brnk
   150.00        3     hrs        Garden bench teak     50.00
    80.00        2     pcs        Web design            40.00
   230.00    Net
    46.00    VAT 20 %
   276.00    Total
"""
    assert told(page, "description", "quantity", "unit_price", "net") == [
        ("Garden bench teak", "3", "50.00", "150.00"),
        ("Web design", "2", "40.00", "80.00"),
    ]


def test_a_day_before_a_description_is_no_part_of_it_where_no_heading_divides_them() -> None:
    page = """27 October 2024 Meeting room       2      213.37      426.74
28 October 2024 Parking space      1       10.63       10.63
29 October 2024 Lunch menu         3       20.00       60.00
Net                                                   497.37
VAT 20 %                                               99.47
Total                                                 596.84
"""
    assert told(page, "description") == [("Meeting room",), ("Parking space",), ("Lunch menu",)]


def test_a_currency_belongs_to_the_number_next_to_it() -> None:
    page = """Zzq                      Brnk            Krux      Dwimb
SSL certificate          29.49 EUR       12        353.88 EUR
Mailbox                   4.06 EUR        2          8.12 EUR
Net                                                362.00 EUR
VAT 20 %                                            72.40 EUR
Total                                              434.40 EUR
"""
    assert told(page, "quantity", "unit_price") == [("12", "29.49"), ("2", "4.06")]


def test_what_no_words_name_is_not_called_named() -> None:
    rows = """
2      Gasket set              7.30           14.60
1      Bush, lower arm       359.79          359.79
       Total                                 374.39
"""
    heading = """
Qty    Details                Price         Amount"""
    unnamed, named = (read_body(drawn(page)).lines[0] for page in (rows, heading + rows))
    for field in ("quantity", "unit_price", "net"):
        assert Evidence.LABEL in named[field].evidence
        assert Evidence.LABEL not in unnamed[field].evidence
