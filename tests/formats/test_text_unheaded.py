"""Tables whose headings say nothing, or that have none: what multiplies and adds up tells the columns."""

from bursar.formats.text_invoice.body import read_body
from tests.formats.drawing import drawn
from tests.formats.test_text_tables import plain, short


def test_lines_without_a_heading_are_found_by_what_multiplies() -> None:
    read = read_body(
        drawn("""
        Thank you for your order
   10 kg   Tornillo inox M8                   0,95        9,50
  0,5 pza  Film para palés                   14,00        7,00
    2      Mesa de roble 160 x 80           100,00      200,00

                                   Total neto           216,50
                                   IVA 21 %              45,47
                                   Total                261,97
""")
    )
    assert plain(read) == [
        ("Tornillo inox M8", "", "10", "kg", "0.95", "21", "9.50"),
        ("Film para palés", "", "0.5", "pza", "14.00", "21", "7.00"),
        ("Mesa de roble 160 x 80", "", "2", "", "100.00", "21", "200.00"),
    ]


def test_amounts_that_add_up_to_the_net_are_lines_without_a_heading() -> None:
    read = read_body(
        drawn("""
Sehr geehrter Herr Muster, folgende Risiken sind versichert:
Privathaftpflicht                                 50,00 €
Hausrat                                           20,00 €
Gesamtbeitrag                                     70,00 €
Versicherungsteuer 19 %                           13,30 €
Rechnungsbeitrag                                  83,30 €
""")
    )
    assert short(read) == [("Privathaftpflicht", "", "", "50.00"), ("Hausrat", "", "", "20.00")]


def test_amounts_without_decimals_are_lines_where_they_add_up() -> None:
    read = read_body(
        drawn("""
Leistung                                 Betrag EUR
Gutachten                                       500
Fahrtkosten                                      80

Netto                                           580
USt 20 %                                        116
Gesamt                                          696
""")
    )
    assert short(read) == [("Gutachten", "", "", "500"), ("Fahrtkosten", "", "", "80")]


def test_columns_with_headings_in_words_that_nobody_knows_are_told_by_what_stands_in_them() -> None:
    read = read_body(
        drawn("""
Zzq   Brnk      Flombix              Grt   Vnd      Plork     Krx      Dwimb
1     A-17/3    Tisch aus Eiche        2   Stk     100,00    19 %     200,00
2     B-1805    Saft                  10   l         2,00    19 %      20,00

                                              Netto                   220,00
                                         19% MwSt                      41,80
                                       Rechnungsbetrag                261,80
""")
    )
    assert plain(read) == [
        ("Tisch aus Eiche", "A-17/3", "2", "Stk", "100.00", "19", "200.00"),
        ("Saft", "B-1805", "10", "l", "2.00", "19", "20.00"),
    ]
