"""Lines and charges of a page as those of an invoice: they make the net total to the cent, or are not taken."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core import extracted_lines
from bursar.core.checks import check_invoice
from bursar.core.extracted_lines import added
from bursar.core.extraction import Box, Extraction, Method, Record, Value, from_json, to_json
from bursar.core.invoice_extraction import from_invoice, to_invoice
from bursar.core.invoices import AllowanceCharge, Invoice

GROUPS = ({"rate": "19", "base": "100.00", "tax": "19.00"}, {"rate": "7", "base": "50.00", "tax": "3.50"})
TOTALS = {"currency": "EUR", "net": "150.00", "tax": "22.50", "gross": "172.50", "payable": "172.50"}


def said(of: Mapping[str, str]) -> Record:
    box = Box(0, 0, 100, 100)
    return {name: Value(value=value, raw=value, method=Method.TEXT, page=1, box=box) for name, value in of.items()}


def page(
    fields: Mapping[str, str],
    lines: tuple[Mapping[str, str], ...],
    charges: tuple[Mapping[str, str], ...] = (),
    groups: tuple[Mapping[str, str], ...] = (),
) -> Extraction:
    return Extraction(
        fields=said(fields),
        lines=tuple(map(said, lines)),
        charges=tuple(map(said, charges)),
        tax_groups=tuple(map(said, groups)),
    )


def told(parts: tuple[AllowanceCharge, ...]) -> list[tuple[bool, str, str | None, str | None]]:
    return [(one.is_charge, str(one.amount), one.reason, str(one.tax_rate) if one.tax_rate else None) for one in parts]


def test_charges_and_allowances_close_the_gap_between_lines_and_net() -> None:
    charges = ({"description": "Shipping", "amount": "12.50"}, {"description": "Discount", "amount": "-2.50"})
    read = page({"currency": "EUR", "net": "100.00", "tax": "19.00", "gross": "119.00"}, ({"net": "90.00"},), charges)
    made = to_invoice(read)
    assert told(made.allowances_charges) == [(True, "12.50", "Shipping", None), (False, "2.50", "Discount", None)]
    assert (made.totals.charges, made.totals.allowances) == (Decimal("12.50"), Decimal("2.50"))
    assert [line.net_amount for line in made.lines] == [Decimal("90.00")]
    assert from_json(to_json(read)) == read
    sums = [
        one
        for one in check_invoice(made, today=date(2026, 11, 1), vat_id_valid=bool)
        if one.code.endswith("differs") or "differ" in one.code
    ]
    assert sums
    assert all(one.passed for one in sums)


def test_a_charge_is_taxed_as_the_groups_leave_it() -> None:
    lines = ({"net": "80.00", "tax_rate": "19"}, {"net": "50.00", "tax_rate": "7"})
    made = added(page(TOTALS, lines, ({"description": "Freight", "amount": "20.00"},), GROUPS))
    assert told(made.allowances_charges) == [(True, "20.00", "Freight", "19")]


def test_a_discount_on_everything_is_divided_among_the_groups() -> None:
    lines = ({"net": "110.00", "tax_rate": "19"}, {"net": "55.00", "tax_rate": "7"})
    charge = {"amount": "-15.00"}
    made = added(page(TOTALS, lines, (charge,), GROUPS))
    assert told(made.allowances_charges) == [(False, "10.00", None, "19"), (False, "5.00", None, "7")]
    other = added(
        page(
            TOTALS,
            ({"net": "115.00", "tax_rate": "19"}, {"net": "50.00", "tax_rate": "7"}),
            ({"description": "Rebate", "amount": "-25.00"}, {"description": "Freight", "amount": "10.00"}),
            GROUPS,
        )
    )
    assert told(other.allowances_charges) == [(False, "25.00", "Rebate", "19"), (True, "10.00", "Freight", "19")]


def test_what_is_left_of_groups_is_one_charge_each_where_several_ways_divide_it() -> None:
    lines = ({"net": "90.00", "tax_rate": "19"}, {"net": "40.00", "tax_rate": "7"})
    charges = ({"description": "Freight", "amount": "10.00"}, {"description": "Packing", "amount": "10.00"})
    made = added(page(TOTALS, lines, charges, GROUPS))
    assert told(made.allowances_charges) == [
        (True, "10.00", "Freight, Packing", "19"),
        (True, "10.00", "Freight, Packing", "7"),
    ]
    whole = added(
        page(TOTALS, ({"net": "80.00", "tax_rate": "19"}, {"net": "50.00", "tax_rate": "7"}), charges, GROUPS)
    )
    assert [one[1:] for one in told(whole.allowances_charges)] == [
        ("10.00", "Freight", "19"),
        ("10.00", "Packing", "19"),
    ]


def test_a_group_that_nothing_is_left_of_has_no_charge() -> None:
    lines = ({"net": "100.00", "tax_rate": "19"}, {"net": "30.00", "tax_rate": "7"})
    made = added(page(TOTALS, lines, ({"amount": "10.00"}, {"amount": "-10.00"}, {"amount": "20.00"}), GROUPS))
    assert told(made.allowances_charges) == [(True, "20.00", None, "7")]


def test_charges_among_lines_without_rates_have_none() -> None:
    lines = ({"net": "75.00"}, {"net": "55.00", "tax_rate": "7"})
    made = added(page(TOTALS, lines, ({"amount": "20.00"},), GROUPS))
    assert told(made.allowances_charges) == [(True, "20.00", None, None)]


def test_lines_take_the_rates_that_make_the_groups_if_there_is_one_way() -> None:
    lines = ({"net": "60.00"}, {"net": "40.00"}, {"net": "50.00"})
    assert [line.tax_rate for line in added(page(TOTALS, lines, (), GROUPS)).lines] == [19, 19, 7]
    either = ({"net": "50.00"}, {"net": "50.00"}, {"net": "50.00"})
    assert [line.tax_rate for line in added(page(TOTALS, either, (), GROUPS)).lines] == [None, None, None]


def test_a_search_for_rates_that_grows_too_far_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracted_lines, "MOST_WAYS", 3)
    lines = ({"net": "60.00"}, {"net": "40.00"}, {"net": "50.00"})
    assert [line.tax_rate for line in added(page(TOTALS, lines, (), GROUPS)).lines] == [None, None, None]


def test_a_charge_with_tax_in_it_is_booked_without() -> None:
    fields = {"currency": "EUR", "net": "100.00", "tax": "19.00", "gross": "119.00"}
    lines = ({"net": "107.10"}, {"net": "0.00"}, {"net": "17.85"})
    made = to_invoice(page(fields, lines, ({"description": "Voucher", "amount": "-5.95"},)))
    assert [line.net_amount for line in made.lines] == [Decimal("90.00"), Decimal(0), Decimal("15.00")]
    assert told(made.allowances_charges) == [(False, "5.00", "Voucher", "19")]


def test_lines_and_a_charge_without_a_place_for_them_stand_as_one() -> None:
    made = added(page(TOTALS, ({"net": "10.00"},), ({"amount": "1.00"},), GROUPS))
    assert [line.item_name for line in made.lines] == ["All lines at 19 % tax", "All lines at 7 % tax"]
    assert made.allowances_charges == ()
    without = added(page(TOTALS, ({"net": "150.00"},), ({"description": "no amount"},)))
    assert [line.item_name for line in without.lines] == ["All lines"]


def test_a_credit_note_in_negative_amounts_turns_its_charges() -> None:
    fields = {"type_code": "381", "currency": "EUR", "net": "-95.00", "tax": "-19.00", "gross": "-114.00"}
    made = to_invoice(page(fields, ({"net": "-100.00"},), ({"amount": "5.00"},)))
    assert told(made.allowances_charges) == [(False, "5.00", None, None)]


def test_an_e_invoice_tells_its_charges_with_their_sign() -> None:
    parts = (
        AllowanceCharge(is_charge=True, amount=Decimal("4.90"), reason="Freight", tax_rate=Decimal(19)),
        AllowanceCharge(is_charge=False, amount=Decimal(3)),
    )
    read = from_invoice(Invoice(syntax="ubl", allowances_charges=parts), Method.XML)
    values = [{name: value.value for name, value in one.items()} for one in read.charges]
    assert values == [{"description": "Freight", "amount": "4.90", "tax_rate": "19"}, {"amount": "-3"}]


amounts = st.integers(1, 99_999).map(lambda cents: Decimal(cents) / 100)


@given(st.lists(st.tuples(amounts, st.sampled_from(["19", "7"])), min_size=1, max_size=8), amounts, st.booleans())
def test_lines_and_charges_always_make_the_net_total(
    lines: list[tuple[Decimal, str]], charge: Decimal, is_charge: bool
) -> None:
    signed = charge if is_charge else -charge
    bases = {rate: sum((net for net, of in lines if of == rate), Decimal(0)) for rate in ("19", "7")}
    bases["19"] += signed
    net = sum(bases.values())
    groups = tuple({"rate": rate, "base": str(base), "tax": "1.00"} for rate, base in bases.items())
    read = page(
        {"currency": "EUR", "net": str(net)},
        tuple({"net": str(one), "tax_rate": rate} for one, rate in lines),
        ({"amount": str(signed)},),
        groups,
    )
    made = added(read)
    parts = sum((one.amount or 0 for one in made.allowances_charges if one.is_charge), Decimal(0))
    parts -= sum((one.amount or 0 for one in made.allowances_charges if not one.is_charge), Decimal(0))
    assert sum((line.net_amount or 0 for line in made.lines), Decimal(0)) + parts == net
    assert {one.tax_rate for one in made.allowances_charges} == {Decimal(19)}
