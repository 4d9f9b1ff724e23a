"""Charges and discounts on a whole document: with the lines they make the net total, or they are none."""

import pytest

from bursar.core.extraction import Extraction
from bursar.formats.text_invoice.body import read_body
from tests.formats.drawing import drawn
from tests.formats.test_text_tables import short

ITEMS = """
Description                 Qty       Price        Amount
Desk lamp                     2       35.00         70.00
Office chair                  1      180.00        180.00
"""
LINES = [("Desk lamp", "2", "35.00", "70.00"), ("Office chair", "1", "180.00", "180.00")]


def charges(read: Extraction) -> list[tuple[str, str]]:
    return [(one["description"].value if "description" in one else "", one["amount"].value) for one in read.charges]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            """
                            Subtotal               250.00
                            Discount 5 %           -12.50
                            Shipping & handling     15.00
                            Total excl. VAT        252.50
                            VAT 20 %                50.50
                            Total                  303.00
""",
            [("Discount 5 %", "-12.50"), ("Shipping & handling", "15.00")],
        ),
        (
            """
                            Subtotal               250.00
                            Discount 10 %           25.00
                            Total excl. VAT        225.00
                            VAT 20 %                45.00
                            Total                  270.00
""",
            [("Discount 10 %", "-25.00")],
        ),
        (
            """
Shipping                                             4.90

                            Total excl. VAT        254.90
                            VAT 20 %                50.98
                            Total                  305.88
""",
            [("Shipping", "4.90")],
        ),
        (
            """

Eco contribution                                     3.50

                            Total excl. VAT        253.50
                            VAT 20 %                50.70
                            Total                  304.20
""",
            [("Eco contribution", "3.50")],
        ),
        (
            """
                            Less earlier invoice   -100.00
                            Total excl. VAT        150.00
                            VAT 20 %                30.00
                            Total                  180.00
""",
            [("Less earlier invoice", "-100.00")],
        ),
    ],
)
def test_what_closes_the_gap_between_lines_and_net_is_a_charge(below: str, expected: list[tuple[str, str]]) -> None:
    read = read_body(drawn(ITEMS + below))
    assert short(read) == LINES
    assert charges(read) == expected


def test_a_charge_among_prices_with_tax_closes_the_gap_to_the_gross_total() -> None:
    read = read_body(
        drawn("""
Artikel                      Menge     Preis      Summe
Kaffee Crema 1kg                 2     12,99      25,98
Kanne                            1     19,95      19,95

Versandkosten                                      4,95
Gesamtbetrag inkl. MwSt.                          50,88
enthaltene MwSt. 19 %                              8,12
""")
    )
    assert charges(read) == [("Versandkosten", "4.95")]
    assert read.fields["gross"].value == "50.88"


def test_a_charge_in_a_row_of_totals_side_by_side_is_known_by_the_label_above() -> None:
    read = read_body(
        drawn(
            ITEMS
            + """
   Subtotal     Shipping     Net         VAT 20 %    Total
     250.00         5.00     255.00         51.00    306.00
"""
        )
    )
    assert [amount for _, amount in charges(read)] == ["5.00"]


def test_lines_that_make_the_net_have_no_charges_whatever_is_said_below() -> None:
    read = read_body(
        drawn(
            ITEMS
            + """
                            Total excl. VAT        250.00
                            VAT 20 %                50.00
                            Total                  300.00
Orders below 100.00 pay a shipping charge of 4.90
"""
        )
    )
    assert charges(read) == []


def test_what_does_not_add_up_is_no_charge() -> None:
    read = read_body(
        drawn(
            ITEMS
            + """
                            Shipping                 5.00
                            Total excl. VAT        256.00
                            VAT 20 %                51.20
                            Total                  307.20
"""
        )
    )
    assert charges(read) == []


def test_a_document_without_lines_has_no_charges() -> None:
    assert charges(read_body(drawn("Shipping     5.00\nTotal     5.00"))) == []


def test_discounts_of_a_credit_note_in_negative_amounts_add_to_it() -> None:
    read = read_body(
        drawn("""
Description                 Qty       Price        Amount
Desk lamp                    -2       35.00        -70.00

                            Discount                 7.00
                            Net                    -63.00
                            VAT 20 %               -12.60
                            Total                  -75.60
""")
    )
    assert charges(read) == [("Discount", "7.00")]
