"""What stands in a column tells what it is, where its heading says it badly, in two languages, or not at all."""

import pytest

from bursar.formats.text_invoice.body import read_body
from bursar.formats.text_invoice.table.column_words import best_kind
from bursar.formats.text_invoice.table.kinds import Kind
from tests.formats.drawing import drawn
from tests.formats.test_text_tables import plain, short

BELOW = """

                                   Subtotal              465.00
                                   VAT 20 %               93.00
                                   Total                 558.00
"""


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Price / P.U. HT", Kind.PRICE),
        ("Quantity / Qté", Kind.QUANTITY),
        ("Net amount / Montant HT", Kind.NET),
        ("Artikel / Item code", Kind.ITEM_ID),
        ("Regel netto", Kind.NET),
        ("Net ligne", Kind.NET),
        ("Line", Kind.POSITION),
        ("Item No", Kind.POSITION),
        ("Qté cdée", Kind.QUANTITY),
        ("P.U. TTC", Kind.PRICE),
        ("PU net", Kind.PRICE),
        ("VAT rate", Kind.RATE),
        ("%Dto", Kind.DISCOUNT),
        ("Nº artículo", Kind.ITEM_ID),
        ("Value USD", Kind.AMOUNT),
    ],
)
def test_headings_are_told_by_their_words_but_for_those_that_say_nothing(heading: str, kind: Kind) -> None:
    assert best_kind(heading) is kind


def test_headings_that_stand_close_together_are_still_several() -> None:
    read = read_body(
        drawn("""
Line Item                          Price / P.U. Quantity / Qté Unit / Unité    Net amount / Montant
1    Coaching                      35.00              3 hrs                    105.00
2    Travel                       180.00              2 days                   360.00"""
            + BELOW)
    )  # fmt: skip
    assert short(read) == [("Coaching", "3", "35.00", "105.00"), ("Travel", "2", "180.00", "360.00")]


def test_an_amount_without_a_known_name_is_the_net_where_it_is_what_multiplies() -> None:
    read = read_body(
        drawn("""
Goods                     Qty      Price      VAT     Regelwaarde      Bruto bedrag
Desk lamp                   3      35.00      20%          105.00            126.00
Office chair                2     180.00      20%          360.00            432.00"""
            + BELOW)
    )  # fmt: skip
    assert [line[6] for line in plain(read)] == ["105.00", "360.00"]


def test_a_base_beside_amounts_with_tax_is_the_amount_of_a_line() -> None:
    read = read_body(
        drawn("""
Descripción             Cant.   Precio    Dto.    Base     IVA    Total
Silla de oficina            4    75,00    10%   270,00     21%   326,70
Mesa plegable               1   120,00          120,00     21%   145,20

Base imponible                                   390,00
IVA 21%                                           81,90
Total factura                                    471,90
""")
    )
    assert [line[6] for line in plain(read)] == ["270.00", "120.00"]


def test_of_amounts_in_two_currencies_those_are_of_lines_that_make_the_net() -> None:
    read = read_body(
        drawn("""
Item                      Amount USD     VAT     Amount EUR
Document fee                  110.00     20%         100.00
Storage                        55.00     20%          50.00
Converted at 1 EUR = 1.1000 USD
                          Net                        150.00
                          VAT 20%                     30.00
                          Total                      180.00
""")
    )
    assert [line[6] for line in plain(read)] == ["100.00", "50.00"]


def test_bare_numbers_that_are_rates_elsewhere_are_rates() -> None:
    read = read_body(
        drawn("""
Artículo            Cdad.     Precio     Gravamen     Total línea
Cable                   6      10,00           21           60,00
Aceite                  2      20,00            4           40,00

IVA 21 %  de  60,00      12,60
IVA 4 %   de  40,00       1,60
Base imponible          100,00
Total factura           114,20
""")
    )
    assert [line[5] for line in plain(read)] == ["21", "4"]


def test_percentages_in_every_line_are_rates_whatever_the_heading_says() -> None:
    read = read_body(
        drawn("""
Description                Qty     Price     Measure     Amount
Desk lamp                    3     35.00        20 %     105.00
Office chair                 2    180.00        20 %     360.00"""
            + BELOW)
    )  # fmt: skip
    assert [line[5] for line in plain(read)] == ["20", "20"]


def test_dates_before_descriptions_are_none_of_their_words() -> None:
    read = read_body(
        drawn("""
Date                Service                Qty     Price      Amount
3 de enero de 2026  Desk lamp                3     35.00      105.00
14 de mayo de 2026  Office chair             2    180.00      360.00"""
            + BELOW)
    )  # fmt: skip
    assert [line[0] for line in plain(read)] == ["Desk lamp", "Office chair"]


def test_a_heading_in_the_middle_of_its_column_has_the_words_that_begin_left_of_it() -> None:
    read = read_body(
        drawn("""
Leistung                       Zeitraum               Betrag netto
Grundgebühr             01.03.-31.03.2026                    29,37
Flatrate                01.03.-31.03.2026                    70,63

Summe netto                                                 100,00
Umsatzsteuer 19 %                                            19,00
Rechnungsbetrag                                             119,00
""")
    )
    assert [line[0] for line in plain(read)] == ["Grundgebühr", "Flatrate"]


def test_letters_for_rates_are_no_numbers_of_items() -> None:
    read = read_body(
        drawn("""
Codice        Prestazione            Cod.    Quantità    Prezzo      Importo
98491-83      Desk lamp               A             3     35,00       105,00
50344-63      Office chair            B             2    180,00       360,00"""
            + BELOW.replace(".", ","))
    )  # fmt: skip
    assert [line[1] for line in plain(read)] == ["98491-83", "50344-63"]


@pytest.mark.parametrize(
    ("quantity", "price", "expected"),
    [
        ("3", "35.00 / 1", ("3", "", "35.00")),
        ("3", "3500.00 / 100", ("3", "", "3500.00")),
        ("3", "3500.00 per 100", ("3", "", "3500.00")),
        ("3pcs", "35.00", ("3", "pcs", "35.00")),
        ("3x", "35.00", ("3", "", "35.00")),
        ("3:00", "35.00", ("3", "", "35.00")),
        ("3,000", "35.00", ("3", "", "35.00")),
    ],
)
def test_quantities_and_prices_are_read_however_they_are_written(
    quantity: str, price: str, expected: tuple[str, str, str]
) -> None:
    read = read_body(
        drawn(f"""
Description            Quantity             Price      Amount
Desk lamp              {quantity:>8}  {price:>16}      105.00
Office chair                  2            180.00      360.00"""
            + BELOW)
    )  # fmt: skip
    lines = plain(read)
    assert (lines[0][2:5], lines[0][0], lines[1][2]) == (expected, "Desk lamp", "2")


def test_half_hours_on_a_clock_are_halves() -> None:
    read = read_body(
        drawn("""
Date        Work                       Time      Rate       Amount
02.03.26    Debugging                  1:30     80.00       120.00
03.03.26    Call with customer         0:45     80.00        60.00

                                       Net                  180.00
                                       VAT 20%               36.00
                                       Total                216.00
""")
    )
    assert [line[2] for line in plain(read)] == ["1.5", "0.75"]


def test_a_price_makes_the_number_before_a_description_its_quantity() -> None:
    read = read_body(
        drawn("""
Description                              Price each      Amount
3x Desk lamp                                  35.00      105.00
2x Office chair                              180.00      360.00"""
            + BELOW)
    )  # fmt: skip
    assert short(read) == [("Desk lamp", "3", "35.00", "105.00"), ("Office chair", "2", "180.00", "360.00")]


def test_a_table_of_taxes_with_codes_is_none_of_lines() -> None:
    read = read_body(
        drawn("""
2 Grilled sea bass             28.96  B
1 Sticky toffee pudding        16.32  B
2 Draught beer pint             8.98  A

Grand total                    54.26

St.       Satz      Basis      MwSt.
A          20%       7.48       1.50
B           5%      43.12       2.16
""")
    )
    assert [(line[0], line[2]) for line in plain(read)] == [
        ("Grilled sea bass", "2"),
        ("Sticky toffee pudding", "1"),
        ("Draught beer pint", "2"),
    ]
    assert read.fields["gross"].value == "54.26"
    assert [group["rate"].value for group in read.tax_groups] == ["20", "5"]


def test_quantity_and_price_in_a_row_of_their_own_are_those_of_the_amount_above() -> None:
    read = read_body(
        drawn("""
Wandfarbe weiß                105,00
  3 x 35,00
Kugellager                    360,00
  2 x 180,00

Netto                         465,00
20% MwSt                       93,00
Gesamt                        558,00
""")
    )
    assert short(read) == [("Wandfarbe weiß", "3", "35.00", "105.00"), ("Kugellager", "2", "180.00", "360.00")]


@pytest.mark.parametrize(
    ("between", "left", "prepaid"),
    [
        ("Less retention 5 %     -27.90", "530.10", None),
        ("Instalments paid      -100.00", "458.00", "100.00"),
        ("Paid                   558.00", "0.00", "558.00"),
    ],
)
def test_what_is_withheld_is_not_paid_before(between: str, left: str, prepaid: str | None) -> None:
    read = read_body(
        drawn(f"""
Description            Quantity             Price      Amount
Desk lamp                     3             35.00      105.00
Office chair                  2            180.00      360.00

            Subtotal              465.00
            VAT 20 %               93.00
            Total due             558.00
            {between}
            Balance due           {left:>6}
""")
    )
    assert read.fields["payable"].value == left
    assert (read.fields["prepaid"].value if "prepaid" in read.fields else None) == prepaid


def test_the_total_of_one_tax_group_is_not_that_of_the_document() -> None:
    read = read_body(
        drawn("""
Prestazione                  Cod.    Quantità    Prezzo      Importo
Lampada                       A             1    401,20       401,20
Tascabile                     B             1     68,55        68,55

                             Totale documento                 469,75

Cod.      Aliq.       Imp.       Imposta      Totale
A         22%       328,85         72,35      401,20
B         10%        62,32          6,23       68,55
""")
    )
    assert read.fields["gross"].value == "469.75"
    assert [group["tax"].value for group in read.tax_groups] == ["72.35", "6.23"]
