import time

import pytest

from bursar.core.extraction import Evidence, Extraction
from bursar.formats.pdf.rows import Row
from bursar.formats.text_invoice.body import read_body
from tests.formats.drawing import HEIGHT, WIDTH, drawn
from tests.tracing import untraced


def plain(extraction: Extraction) -> list[tuple[str, ...]]:
    names = ("description", "item_id", "quantity", "unit", "unit_price", "tax_rate", "net")
    return [tuple(line[name].value if name in line else "" for name in names) for line in extraction.lines]


def short(extraction: Extraction) -> list[tuple[str, ...]]:
    return [(line[0], line[2], line[4], line[6]) for line in plain(extraction)]


def test_columns_are_found_by_their_headings_in_any_order() -> None:
    read = read_body(
        drawn("""
Amount      Unit price   Qty   Description
  20.00          10.00     2   Apples
  45.00          15.00     3   Pears

  65.00  Subtotal
  13.00  VAT 20%
  78.00  Total
""")
    )
    assert short(read) == [("Apples", "2", "10.00", "20.00"), ("Pears", "3", "15.00", "45.00")]


def test_units_item_numbers_and_rates_are_read() -> None:
    read = read_body(
        drawn("""
Pos  Art.Nr.   Bezeichnung          Menge        Preis   MwSt     Gesamt
1    A-17/3    Tisch                2 Stück     100,00   19 %     200,00
2    1805      Saft                 10,5 l        2,00    7 %      21,00

                                              Netto               221,00
                                         7% MwSt                    1,47
                                        19% MwSt                   38,00
                                       Rechnungsbetrag            260,47
""")
    )
    assert plain(read) == [
        ("Tisch", "A-17/3", "2", "Stück", "100.00", "19", "200.00"),
        ("Saft", "1805", "10.5", "l", "2.00", "7", "21.00"),
    ]


def test_headings_may_stand_in_several_rows() -> None:
    read = read_body(
        drawn("""
                          Unit price
No.   Description         excl.        VAT %   Line amount
      of goods      Qty   VAT                  excl. VAT
1     Chair           3       191.00      19       573.00

                          Subtotal                 573.00
                          19% VAT                  108.87
                          Total incl. VAT          681.87
""")
    )
    assert short(read) == [("Chair", "3", "191.00", "573.00")]


def test_a_description_goes_on_below_its_line_or_stands_above_it() -> None:
    below = read_body(
        drawn("""
Artikel                 Anzahl    Prijs    Totaal
Laptop 15 inch               1   999,00    999,00
met tas en muis
serienummer 77/3

Bureau                       2   100,00    200,00

                         Totaal excl.    1.199,00
                         btw 21%           251,79
                         Te betalen      1.450,79
""")
    )
    assert [line[0] for line in plain(below)] == ["Laptop 15 inch met tas en muis serienummer 77/3", "Bureau"]
    above = read_body(
        drawn("""
Beschreibung                 Menge   Preis      Summe
Ein sehr langer Artikelname
der umbricht                     2    10,00      20,00
Noch ein langer Name mit
Umbruch                          1     5,00       5,00
Zwischensumme                                    25,00
zzgl. 7% USt                                      1,75
Gesamtbetrag                                     26,75
""")
    )
    assert [line[0] for line in plain(above)] == [
        "Ein sehr langer Artikelname der umbricht",
        "Noch ein langer Name mit Umbruch",
    ]


def test_lines_go_on_over_pages_and_carried_sums_are_no_lines() -> None:
    read = read_body(
        drawn(
            """
Ref   Désignation            Qté   PU HT    Montant HT
A1    Vis                     10    1,00       10,00
A2    Écrou                    5    2,00       10,00
À reporter                                     20,00
""",
            """
Report                                         20,00
A3    Clou                     3    1,00        3,00

Total HT                                       23,00
TVA 20 %                                        4,60
Total TTC                                      27,60
""",
        )
    )
    assert [(line[1], line[6]) for line in plain(read)] == [("A1", "10.00"), ("A2", "10.00"), ("A3", "3.00")]
    assert [line["net"].page for line in read.lines] == [1, 1, 2]


def test_subtotals_of_sections_are_no_lines() -> None:
    read = read_body(
        drawn("""
Description                 Qty    Price     Amount
Section A
Painting                      2    50.00     100.00
Sanding                       1    30.00      30.00
Subtotal A                                   130.00
Section B
Cleaning                      3    20.00      60.00
Subtotal B                                    60.00
Net                                          190.00
VAT 20%                                       38.00
Total                                        228.00
""")
    )
    assert [line[6] for line in plain(read)] == ["100.00", "30.00", "60.00"]


def test_what_multiplies_decides_what_ambiguous_headings_mean() -> None:
    read = read_body(
        drawn("""
Artikel        Menge  E-Preis netto   Netto     MwSt %   MwSt     Brutto
Tisch              1         100,00   100,00    19        19,00    119,00
Stuhl              4          25,00   100,00    19        19,00    119,00

Summe                                 200,00              38,00    238,00
""")
    )
    assert short(read) == [("Tisch", "1", "100.00", "100.00"), ("Stuhl", "4", "25.00", "100.00")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Mesa                 2   100,00    10 %       180,00", ("Mesa", "2", "100.00", "180.00")),
        ("Mesa                 2   100,00   20,00       180,00", ("Mesa", "2", "100.00", "180.00")),
        ("Mesa                 2   100,00    5,00       190,00", ("Mesa", "2", "100.00", "190.00")),
    ],
)
def test_a_discount_by_percent_or_by_amount_is_taken_off(row: str, expected: tuple[str, ...]) -> None:
    read = read_body(
        drawn(f"""
Descripción      Cant.   Precio     Dto.      Importe
{row}
Silla                4    25,00                100,00
""")
    )
    assert short(read)[0] == expected
    assert Evidence.ARITHMETIC in read.lines[0]["net"].evidence


def test_a_price_for_a_hundred_pieces_is_taken_for_what_it_is() -> None:
    read = read_body(
        drawn("""
Article        Qty   per     Price     Total
Screws         500   100      4.00     20.00
Nuts          1000   100      2.50     25.00

                     Net total         45.00
                     VAT 20 %           9.00
                     Total due         54.00
""")
    )
    assert short(read) == [("Screws", "500", "4.00", "20.00"), ("Nuts", "1000", "2.50", "25.00")]
    assert all(Evidence.ARITHMETIC in line["net"].evidence for line in read.lines)


def test_discounts_and_shipping_on_the_whole_invoice_are_no_lines() -> None:
    read = read_body(
        drawn("""
Désignation                    P.U. HT     Qté     Total HT     TVA
Prestation                       60,00       1        60,00     10 %
Fournitures                      10,00       3        30,00     10 %
Remise commerciale                                    -5,00     10 %
Frais de port                                         10,00     10 %

Total HT                                              95,00
TVA 10 %                                               9,50
Total TTC                                            104,50
""")
    )
    assert [line[0] for line in plain(read)] == ["Prestation", "Fournitures"]
    assert read.fields["net"].value == "95.00"


def test_two_tables_are_read_one_after_the_other() -> None:
    read = read_body(
        drawn("""
Services
Description          Hours   Rate      Amount
Design                  10   80.00     800.00

Materials
Item                 Qty     Price     Amount
Paper                   5    10.00      50.00

Subtotal                               850.00
Tax 10%                                 85.00
Total                                  935.00
""")
    )
    assert short(read) == [("Design", "10", "80.00", "800.00"), ("Paper", "5", "10.00", "50.00")]


def test_tables_of_taxes_and_totals_side_by_side_are_no_lines() -> None:
    read = read_body(
        drawn("""
Omschrijving       Aantal   Prijs    Bedrag
Bloemen                 3   10,00     30,00
Potten                  2    5,00     10,00

Grondslag    BTW%    BTW     Totaal
30,00        9       2,70    32,70
10,00        21      2,10    12,10
40,00                4,80    44,80

Totaal excl.     BTW        Totaal incl.
       40,00    4,80               44,80
""")
    )
    assert [line[0] for line in plain(read)] == ["Bloemen", "Potten"]


def test_a_value_is_what_stands_in_its_box() -> None:
    rows = drawn("""
Artikel        Menge      Preis     Gesamt
Tisch groß         2   1 100,00   2 200,00
aus Holz
Summe                             2 200,00
""")
    for line in read_body(rows).lines:
        for value in line.values():
            assert value.box is not None
            inside = [
                word.text
                for row in rows
                for word in row.words
                if word.box.left >= value.box.left
                and word.box.right <= value.box.right
                and word.box.top >= value.box.top
                and word.box.bottom <= value.box.bottom
            ]
            assert value.raw.split() == inside[: len(value.raw.split())]
    net = read_body(rows).lines[0]["net"]
    assert net.box is not None
    assert (net.box.right - net.box.left, net.box.bottom - net.box.top) == (8 * WIDTH, HEIGHT)


def test_a_page_without_an_invoice_has_nothing() -> None:
    assert read_body(()) == Extraction()
    assert read_body(drawn("Dear Sir or Madam,\n\nthe sun shines.")) == Extraction()


@pytest.mark.parametrize(
    "line",
    [
        "1,00 2,00 3,00 4,00 5,00 6,00 7,00 8,00 9,00 10,00 11,00 12,00",
        "Menge Preis Betrag Netto MwSt Gesamt Summe Brutto Menge Preis Betrag Netto",
        "19 % 7 % 100,00 19,00 7,00 107,00 119,00 20 % 5 % 10 % 1,00 2,00",
        "Menge 2,00 Preis 3,00 Betrag 6,00 Netto 19 % MwSt 1,14 Gesamt 7,14",
    ],
)
def test_a_hostile_document_takes_no_more_than_its_length(line: str) -> None:
    def cost(rows: tuple[Row, ...]) -> float:
        began = time.process_time()
        with untraced():
            read_body(rows)
        return time.process_time() - began

    page = "\n".join(line.replace(" 1,", f" {number % 7}{number},") for number in range(60))
    assert cost(drawn(*[page] * 20)) < 12  # Less than three where nothing else runs.


def test_a_description_is_one_block_whose_box_holds_no_other_words() -> None:
    read = read_body(
        drawn("""
Beschreibung       Preis   Menge    Gesamt
Behandlung         26,00      10    260,00
an zehn Terminen im März und im April, jeweils am Montag
Hausbesuch         12,00      10    120,00

Summe                               380,00
""")
    )
    assert [line[0] for line in plain(read)] == ["Behandlung", "Hausbesuch"]


def test_a_quantity_and_a_price_may_stand_in_the_words_of_a_line() -> None:
    read = read_body(
        drawn("""
Leistung                                          Betrag
Webdesign Startseite      12 Std. à 80,00 €     960,00 €
Hosting                    1 Jahr à 120,00 €    120,00 €

Zwischensumme                                  1.080,00 €
USt. 19 %                                        205,20 €
Gesamtsumme                                    1.285,20 €
""")
    )
    assert [line[2:5] + line[6:] for line in plain(read)] == [
        ("12", "Std.", "80.00", "960.00"),
        ("1", "Jahr", "120.00", "120.00"),
    ]


def test_heads_and_feet_of_pages_are_no_words_of_a_line() -> None:
    page = """
ACME Ltd   Invoice 17                                  Page {0} of 2
Description                  Qty    Price     Amount
Cable {0}                      2    10.00      20.00
in {1}
ACME Ltd  Bank 12 34 56   Account 12345678   Company No 998877
"""
    read = read_body(drawn(page.format(1, "black"), page.format(2, "red")))
    assert [line[0] for line in plain(read)] == ["Cable 1 in black", "Cable 2 in red"]
