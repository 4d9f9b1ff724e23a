from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.extraction import Evidence, Extraction
from bursar.formats.text_invoice.body import read_body
from bursar.formats.text_invoice.sums.total_words import Role, role_of
from tests.formats.drawing import drawn


def totals(extraction: Extraction) -> dict[str, str]:
    return {name: value.value for name, value in extraction.fields.items()}


def groups(extraction: Extraction) -> list[tuple[str, ...]]:
    names = ("rate", "base", "tax")
    return [tuple(group[name].value if name in group else "" for name in names) for group in extraction.tax_groups]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Rechnungssumme ohne USt.", Role.NET),
        ("Summe inkl. USt:", Role.GROSS),
        ("zzgl. 19% MwSt", Role.TAX),
        ("davon 19 % MwSt", Role.TAX),
        ("Erhaltene Anzahlungen", Role.PREPAID),
        ("Zahlbetrag", Role.PAYABLE),
        ("Total amount without VAT", Role.NET),
        ("V.A.T. @ 20 %", Role.TAX),
        ("Balance due", Role.PAYABLE),
        ("Total T.T.C.", Role.GROSS),
        ("Net à payer", Role.PAYABLE),
        ("À reporter", Role.CARRIED),
        ("Base imponible", Role.BASE),
        ("Importe total", Role.GROSS),
        ("Netto a pagare", Role.PAYABLE),
        ("Imposta", Role.TAX),
        ("Exclusief BTW", Role.NET),
        ("Totaal incl. btw", Role.GROSS),
        ("Verzendkosten", Role.CHARGE),
        ("Korting 5 %", Role.ALLOWANCE),
        ("Rundungsdifferenz", Role.ROUNDING),
        ("Please remit", Role.PAYABLE),
        ("Still open", Role.PAYABLE),
        ("Noch offen", Role.PAYABLE),
        ("Reste à régler", Role.PAYABLE),
        ("Resto", Role.PAYABLE),
        ("Da saldare", Role.PAYABLE),
        ("Restbedrag", Role.PAYABLE),
        ("Do zapłaty", Role.PAYABLE),
        ("Part payments up to 3 May", Role.PREPAID),
        ("Kartenzahlung 03.05.2024", Role.PREPAID),
        ("Provision versée", Role.PREPAID),
        ("Pago con tarjeta", Role.PREPAID),
        ("Caparra", Role.PREPAID),
        ("Betaalde voorschotten", Role.PREPAID),
        ("USt-IdNr: DE123456789", None),
        ("Sehr geehrte Damen und Herren", None),
    ],
)
def test_words_name_amounts_in_six_languages(label: str, role: Role | None) -> None:
    assert role_of(label) is role


def test_what_adds_up_is_believed_and_not_what_is_called_a_total() -> None:
    read = read_body(
        drawn("""
Item            Qty    Price     Amount
Apples            2    10.00      20.00
Pears             3    15.00      45.00

Total                             65.00
Something                         13.00
Whatever                          78.00
Total of last year             9,999.00
20 %
""")
    )
    assert totals(read) == {"net": "65.00", "tax": "13.00", "gross": "78.00", "payable": "78.00"}
    assert Evidence.ARITHMETIC in read.fields["gross"].evidence
    assert groups(read) == [("20", "65.00", "13.00")]


def test_several_rates_are_groups_that_add_up() -> None:
    read = read_body(
        drawn("""
Warenwert     Rabatt   Nettobetrag   MwSt-Betrag   MwSt-%   Endbetrag
   326,50      -5,10        321,40         61,07     19,0      382,47
   130,70      -3,11        127,59          8,93      7,0      136,52
   457,20      -8,21        448,99         70,00      EUR      518,99
""")
    )
    assert totals(read) == {"net": "448.99", "tax": "70.00", "gross": "518.99", "payable": "518.99"}
    assert groups(read) == [("19.0", "321.40", "61.07"), ("7.0", "127.59", "8.93")]


def test_the_only_line_of_a_rate_does_not_make_its_group_the_total() -> None:
    read = read_body(
        drawn("""
Item               Code     Qty      Price      Amount
Desk lamp             A       1     126.74      126.74
Clear sleeve          A       1     141.46      141.46
Road atlas            B       1      33.57       33.57
Total articles                                  301.77
Shipping and packing                              4.90
Document total                                  306.67
VAT included
Code       Rate       Base        VAT        Total
A           22%     223.85      49.25       273.10
B           10%      30.52       3.05        33.57
""")
    )
    assert totals(read)["gross"] == "306.67"
    assert groups(read) == [("22", "223.85", "49.25"), ("10", "30.52", "3.05")]


def test_taxes_by_rate_without_their_bases_are_groups_and_their_sum_is_not_made_up() -> None:
    read = read_body(
        drawn("""
Descrizione             Q.tà   Prezzo    Importo
Vino                       3   169,39     508,17
Consulenza                 1  1.774,67  1.774,67

Totale imponibile                       2.282,84
IVA 22 %                                  113,88
IVA 10 %                                  176,52
Totale                                  2.573,24
""")
    )
    assert totals(read) == {"net": "2282.84", "gross": "2573.24", "payable": "2573.24"}
    assert sorted(groups(read)) == [("10", "", "176.52"), ("22", "", "113.88")]


def test_nothing_is_made_up_where_only_a_total_stands() -> None:
    assert totals(read_body(drawn("Ticket Museum\n2 adults\nTotal          24,00 EUR"))) == {
        "gross": "24.00",
        "payable": "24.00",
    }


def test_zero_tax_makes_the_net_the_total() -> None:
    read = read_body(
        drawn("""
Rechnungssumme ohne USt.           380,00
Steuerbetrag                         0,00
Bruttosumme                        380,00
Erhaltene Anzahlungen               -0,00
Zahlbetrag                         380,00
""")
    )
    assert totals(read) == {
        "net": "380.00",
        "tax": "0.00",
        "gross": "380.00",
        "prepaid": "0.00",
        "payable": "380.00",
    }


def test_what_was_paid_before_is_taken_off() -> None:
    read = read_body(
        drawn("""
Totale imponibile                   1.000,00
IVA 22%                               220,00
Totale documento                    1.220,00
Acconto versato                      -300,00
Totale da pagare                      920,00
""")
    )
    assert totals(read) == {
        "net": "1000.00",
        "tax": "220.00",
        "gross": "1220.00",
        "prepaid": "300.00",
        "payable": "920.00",
    }
    assert Evidence.ARITHMETIC in read.fields["prepaid"].evidence


def test_what_was_paid_may_be_all_of_it_whatever_it_is_called() -> None:
    read = read_body(
        drawn("""
Item                         Amount
Domain                       100.00

Net                          100.00
VAT 20%                       20.00
Total                        120.00
Plastic on 3 May            -120.00
Nothing more                   0.00
""")
    )
    assert (totals(read)["prepaid"], totals(read)["payable"]) == ("120.00", "0.00")


def test_a_rounding_stands_between_the_parts_and_the_total() -> None:
    read = read_body(
        drawn("""
Zwischentotal                                  3'000.50
8.1% MWST                                        243.04
Rundung                                            0.01
Total CHF                                      3'243.55
""")
    )
    assert totals(read) == {"net": "3000.50", "tax": "243.04", "gross": "3243.55", "payable": "3243.55"}


def test_a_credit_note_is_negative_with_its_tax_or_with_a_tax_that_lost_its_minus() -> None:
    for tax in ("-14,99", "14,99"):
        read = read_body(
            drawn(f"""
              Total HT      -218,48
              Total taxes   {tax:>7}
              Total TTC     -233,47
""")
        )
        assert totals(read)["net"] == "-218.48"
        assert Decimal(totals(read)["tax"]) == Decimal(tax.replace(",", "."))
        assert totals(read)["gross"] == "-233.47"


def test_carried_sums_and_amounts_without_decimals_do_not_mislead() -> None:
    read = read_body(
        drawn(
            "Ref   Artikel     Menge   Preis   Gesamt\nA     Stuhl           2     100      200\nÜbertrag  200",
            "Übertrag  200\nB     Tisch           1     380      380\n\n"
            "Netto                        580\nUSt 20 %                     116\nGesamt                       696",
        )
    )
    assert totals(read) == {"net": "580", "tax": "116", "gross": "696", "payable": "696"}


def test_an_exempt_invoice_has_its_net_in_its_total_and_one_with_hidden_tax_does_not() -> None:
    lines = "Artículo    Cant.   Precio    Total\nMesa            1   100,00   100,00\n\n"
    total = "Total IVA incluido           100,00\n"
    assert totals(read_body(drawn(f"{lines}{total}Inversión del sujeto pasivo."))).get("net") == "100.00"
    assert "net" not in totals(read_body(drawn(f"{lines}{total}Gracias.")))


def _written(cents: int, decimal: str, group: str) -> str:
    whole, part = divmod(cents, 100)
    return f"{whole:,}".replace(",", group) + f"{decimal}{part:02d}"


@given(
    base=st.integers(min_value=100, max_value=99_999_999),
    rate=st.sampled_from([4, 5, 7, 8, 10, 19, 20, 21, 22, 25]),
    marks=st.sampled_from([(",", "."), (".", ","), (",", " "), (".", "'"), (",", "")]),
    words=st.sampled_from(
        [("Netto", "MwSt", "Gesamt"), ("Subtotal", "VAT", "Total"), ("Total HT", "TVA", "Total TTC"), ("a", "b", "c")]
    ),
)
def test_net_and_tax_and_gross_are_found_in_any_notation(
    base: int, rate: int, marks: tuple[str, str], words: tuple[str, str, str]
) -> None:
    tax = (base * rate + 50) // 100
    lines = [
        f"{word:<12} {f'{rate}%' if word == words[1] else '':>4} {_written(worth, *marks):>16}"
        for word, worth in zip(words, (base, tax, base + tax), strict=True)
    ]
    read = totals(read_body(drawn("\n".join(lines))))
    assert [Decimal(read[name]) for name in ("net", "tax", "gross")] == [
        Decimal(worth) / 100 for worth in (base, tax, base + tax)
    ]
