"""Which rows are words of a line: headings of sections, sums of parts and what follows the table are of none."""

from bursar.core.extraction import Extraction
from bursar.formats.text_invoice.body import read_body
from tests.formats.drawing import drawn
from tests.formats.test_text_tables import plain, short


def texts(read: Extraction) -> list[str]:
    return [line[0] for line in plain(read)]


def test_headings_of_sections_and_sums_of_parts_are_no_lines() -> None:
    read = read_body(
        drawn("""
Pos   Description                    Qty    Unit price      Total
A     Phase one: design
1     Wireframes                       4        120.00     480.00
2     Prototype                        1        900.00     900.00
      Subtotal phase one                                 1,380.00
B     Phase two: build
3     Front end                       10        110.00   1,100.00
4     Back end                         8        115.00     920.00
      Subtotal phase two                                 2,020.00

      Net amount                                         3,400.00
      VAT 19 %                                             646.00
      Grand total                                        4,046.00
""")
    )
    assert texts(read) == ["Wireframes", "Prototype", "Front end", "Back end"]


def test_a_section_without_numbers_of_lines_divides_the_words_below_a_sum() -> None:
    read = read_body(
        drawn("""
Description                Quantity Unit         Amount
Monthly charges
Line rental                       11 line        438.79
Router hire                        1 unit         14.44
                   Subtotal                      453.23
Usage charges
Calls                           42.5 min          12.33
Messages                          17 SMS          14.11
                   Subtotal                       26.44

                   Net                           479.67
                   VAT 20 %                       95.93
                   Total                         575.60
""")
    )
    assert [line[6] for line in plain(read)] == ["438.79", "14.44", "12.33", "14.11"]
    assert texts(read)[2:] == ["Calls", "Messages"]


def test_words_below_the_table_that_stand_as_far_as_a_line_are_none_of_the_last_line() -> None:
    read = read_body(
        drawn("""
Beschreibung                       Anzahl   Preis   Summe
Beratung                                2   90,00  180,00
Workshop                                1  500,00  500,00
Vielen Dank für Ihren Auftrag.

                         Gesamt netto              680,00
                         19% USt.                  129,20
                         Gesamt brutto             809,20
""")
    )
    assert texts(read) == ["Beratung", "Workshop"]


def test_the_foot_of_the_last_page_is_no_line() -> None:
    page = """
Item                            Qty     Price      Amount
{}

Acme Ltd, 1 High Street, London            Page {} of 2
"""
    totals = """
                                Subtotal            80.00
                                VAT 20%             16.00
                                Total               96.00"""
    folders = "Folders                          20      2.00       40.00"
    read = read_body(drawn(page.format(folders, 1), page.format(folders + "\n" + totals, 2)))
    assert short(read) == [("Folders", "20", "2.00", "40.00")] * 2


def test_codes_under_a_heading_of_things_are_numbers_of_items_described_below() -> None:
    read = read_body(
        drawn("""
Pos  Artikel          Menge  Einheit    Preis    Rabatt     Gesamt
10   4711-AB             20  Stk         5,00      10 %      90,00
     Sechskantschraube M8x40 verzinkt
     nach DIN 933
20   4712-CD             10  Stk         2,00                20,00
     Mutter M8

                                  Netto                     110,00
                                  MwSt 19%                   20,90
                                  Brutto                    130,90
""")
    )
    assert [line[:2] for line in plain(read)] == [
        ("Sechskantschraube M8x40 verzinkt nach DIN 933", "4711-AB"),
        ("Mutter M8", "4712-CD"),
    ]


def test_descriptions_below_lines_without_words_belong_to_the_line_above() -> None:
    read = read_body(
        drawn("""
Product              Qty     Unit cost     Value USD
AB-1001                2         10.00         20.00
Hire of scaffold
AB-1002                1          5.00          5.00
Training day

                             Net               25.00
                             VAT 20%            5.00
                             Total             30.00
""")
    )
    assert [line[:2] for line in plain(read)] == [("Hire of scaffold", "AB-1001"), ("Training day", "AB-1002")]


def test_a_heading_for_both_tells_a_code_below_from_the_description() -> None:
    read = read_body(
        drawn("""
Description
SKU                     Quantity        Unit price          Line total
Garden hose 20 m
GH-20                          2            24.00               48.00
Watering can
WC-05                          1            18.00               18.00

                                  Subtotal                      66.00
                                  VAT 20 %                      13.20
                                  Total due                     79.20
""")
    )
    assert [line[:2] for line in plain(read)] == [("Garden hose 20 m", "GH-20"), ("Watering can", "WC-05")]


def test_a_row_that_only_names_quantity_unit_and_number_is_no_description() -> None:
    read = read_body(
        drawn("""
Bezeichnung                                   Einzelpreis      Gesamt
Schreibtischlampe Messing                           35,00      105,00
Art.-Nr. LX-2201 · 3 Stk
Bürostuhl                                          180,00      180,00
Art.-Nr. OC-7711 · 1 Stk

                                   Netto                      285,00
                                   MwSt 20 %                   57,00
                                   Gesamt                     342,00
""")
    )
    assert [line[:5] for line in plain(read)] == [
        ("Schreibtischlampe Messing", "LX-2201", "3", "Stk", "35.00"),
        ("Bürostuhl", "OC-7711", "1", "Stk", "180.00"),
    ]


def test_what_is_offered_and_not_charged_is_left_out_where_the_others_add_up() -> None:
    read = read_body(
        drawn("""
Pos   Beschreibung                  Menge     Preis      Gesamt
1     Fenster Kunststoff                4    350,00    1.400,00
2     Montage                           1    480,00      480,00
3     Fliegengitter (optional)          4     45,00      180,00

      Summe netto                                     1.880,00
      19 % USt                                          357,20
      Rechnungsbetrag                                 2.237,20
""")
    )
    assert texts(read) == ["Fenster Kunststoff", "Montage"]


def test_fees_that_were_advanced_are_a_line_like_the_others() -> None:
    read = read_body(
        drawn("""
Description                     VAT    Net amount
Fees of the procedure           21%      1,865.34
Court fees advanced              0%        172.49

                                Net      2,037.83
                                VAT 21% of 1,865.34    391.72
                                Total    2,429.55
""")
    )
    assert texts(read) == ["Fees of the procedure", "Court fees advanced"]
