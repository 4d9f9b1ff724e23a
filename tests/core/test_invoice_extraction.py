"""An e-invoice as an extraction and a page's extraction as an invoice: the same values, the same checks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bursar.core.checks import check_invoice
from bursar.core.extracted_lines import lines_add_up
from bursar.core.extraction import Box, Extraction, Method, Value
from bursar.core.invoice_extraction import from_invoice, to_invoice
from bursar.core.invoices import (
    Contact,
    Identifier,
    Invoice,
    InvoiceLine,
    Party,
    PaymentMeans,
    StatedTotals,
    TaxBreakdown,
)

INVOICE = Invoice(
    syntax="ubl",
    number="R-1",
    type_code="380",
    issue_date=date(2026, 11, 2),
    currency="EUR",
    seller=Party(trading_name="Northwind", tax_registration_id="12/345", contact=Contact(email="ar@northwind.example")),
    buyer=Party(name="Acme", vat_id="DE1", ids=(Identifier(value="K-7"),)),
    payment_means=(PaymentMeans(code="30"), PaymentMeans(account="DE02", bic="BYLADEM1001", reference="R-1")),
    totals=StatedTotals(
        tax_exclusive=Decimal("100.00"),
        tax=Decimal("19.00"),
        tax_inclusive=Decimal("119.00"),
        payable=Decimal("119.00"),
    ),
    tax_breakdown=(TaxBreakdown(base=Decimal("100.00"), tax=Decimal("19.00"), rate=Decimal(19)),),
    lines=(
        InvoiceLine(
            id="1",
            item_name="Paper",
            seller_item_id="P-4",
            quantity=Decimal(4),
            unit="C62",
            price=Decimal(25),
            net_amount=Decimal("100.00"),
            tax_rate=Decimal(19),
        ),
    ),
    places={"number": "/Invoice/cbc:ID"},
)


def on_page(**said: str) -> dict[str, Value]:
    return {
        name: Value(value=value, raw=value, method=Method.TEXT, page=1, box=Box(7200, 10050, 9000, 11000))
        for name, value in said.items()
    }


def page(
    fields: Mapping[str, str], *lines: Mapping[str, str], groups: tuple[Mapping[str, str], ...] = ()
) -> Extraction:
    return Extraction(
        fields=on_page(**fields),
        lines=tuple(on_page(**line) for line in lines),
        tax_groups=tuple(on_page(**group) for group in groups),
    )


HEADER = {"invoice_number": "R-1", "issue_date": "2026-11-02", "currency": "EUR"}
TOTALS = {"net": "100.00", "tax": "19.00", "gross": "119.00", "payable": "119.00"}


def test_an_invoice_is_told_value_by_value_at_its_places() -> None:
    said = from_invoice(INVOICE, Method.XML)
    told = {name: value.value for name, value in said.fields.items()}
    assert told == {
        "invoice_number": "R-1",
        "type_code": "380",
        "issue_date": "2026-11-02",
        "currency": "EUR",
        "net": "100.00",
        "tax": "19.00",
        "gross": "119.00",
        "payable": "119.00",
        "seller_name": "Northwind",
        "seller_tax_id": "12/345",
        "seller_email": "ar@northwind.example",
        "buyer_name": "Acme",
        "buyer_tax_id": "DE1",
        "customer_number": "K-7",
        "iban": "DE02",
        "bic": "BYLADEM1001",
        "payment_reference": "R-1",
    }
    assert said.fields["invoice_number"].xpath == "/Invoice/cbc:ID"
    assert {name: value.value for name, value in said.lines[0].items()}["unit_price"] == "25"
    assert {name: value.value for name, value in said.tax_groups[0].items()} == {
        "rate": "19",
        "base": "100.00",
        "tax": "19.00",
    }


def test_an_empty_invoice_says_nothing() -> None:
    assert from_invoice(Invoice(syntax="cii", number=""), Method.EMBEDDED_XML) == Extraction()


def test_a_page_becomes_an_invoice_whose_places_are_boxes() -> None:
    line = {"description": "Paper", "quantity": "4", "unit_price": "25.00", "net": "100.00", "tax_rate": "19"}
    fields = {
        **HEADER,
        **TOTALS,
        "type_code": "381",
        "due_date": "2026-12-02",
        "seller_name": "Northwind",
        "seller_email": "ar@northwind.example",
        "customer_number": "K-7",
        "iban": "DE02",
    }
    made = to_invoice(page(fields, line, groups=({"rate": "19", "base": "100.00", "tax": "19.00"},)))
    assert made.is_credit_note
    assert made.places["number"] == "page 1 [72.00, 100.50, 90.00, 110.00]"
    assert (made.due_date, made.totals.payable) == (date(2026, 12, 2), Decimal("119.00"))
    assert made.seller == Party(name="Northwind", contact=Contact(email="ar@northwind.example"))
    assert made.buyer == Party(ids=(Identifier(value="K-7"),))
    assert [means.account for means in made.payment_means] == ["DE02"]
    assert (made.lines[0].item_name, made.lines[0].price) == ("Paper", Decimal("25.00"))
    assert made.tax_breakdown == (TaxBreakdown(base=Decimal("100.00"), tax=Decimal("19.00"), rate=Decimal(19)),)


def test_a_value_from_elsewhere_keeps_its_place() -> None:
    value = Value(value="R-1", raw="R-1", method=Method.XML, xpath="/Invoice/cbc:ID")
    told = to_invoice(Extraction(fields={"invoice_number": value, "net": replace(value, value="1", xpath=None)}))
    assert told.places == {"number": "/Invoice/cbc:ID"}


@pytest.mark.parametrize(
    ("line", "quantity", "price"),
    [
        ({"net": "90.00", "quantity": "4", "unit_price": "25.00"}, "4", "22.5"),  # A discount stood between.
        ({"net": "90.00"}, "1", "90.00"),
        ({"net": "90.00", "quantity": "0", "unit_price": "1"}, "0", "90.00"),
    ],
)
def test_what_is_paid_is_the_amount_of_a_line(line: Mapping[str, str], quantity: str, price: str) -> None:
    (made,) = to_invoice(page({**HEADER, "net": "90.00"}, line)).lines
    assert (made.quantity, made.price, made.net_amount) == (Decimal(quantity), Decimal(price), Decimal("90.00"))


def test_lines_that_do_not_add_up_give_way_to_the_tax_groups() -> None:
    read = page({**HEADER, **TOTALS}, {"net": "60.00"}, {"net": "30.00"})
    assert not lines_add_up(read)
    (made,) = to_invoice(read).lines
    assert (made.net_amount, made.tax_rate, made.item_name) == (Decimal("100.00"), Decimal(19), "All lines")


@pytest.mark.parametrize(
    ("fields", "net", "rate"),
    [
        ({"net": "100.00", "tax": "0.00"}, "100.00", "0"),
        ({"net": "0.00", "tax": "0.00"}, "0.00", "0"),
        ({"net": "100.00", "tax": "8.10"}, "100.00", "8.1"),
        ({"net": "19.00", "tax": "1.54"}, "19.00", None),  # Cents do not tell tenths of a percent apart here.
        ({"net": "100.00", "tax": "13.37"}, "100.00", None),  # No single rate makes such a tax.
        ({"net": "0.00", "tax": "19.00"}, "0.00", None),
        ({"gross": "119.00"}, "119.00", "0"),
    ],
)
def test_without_lines_and_groups_the_totals_are_one_line(
    fields: Mapping[str, str], net: str, rate: str | None
) -> None:
    (made,) = to_invoice(page({**HEADER, **fields})).lines
    assert (made.net_amount, made.tax_rate) == (Decimal(net), Decimal(rate) if rate else None)


def test_tax_at_no_rate_is_never_left_out_unseen() -> None:
    lines = ({"description": "Paper", "net": "100.00"},)
    made = to_invoice(page({**HEADER, "net": "100.00", "tax": "13.37", "gross": "113.37", "payable": "113.37"}, *lines))
    assert [(one.base, one.tax, one.rate) for one in made.tax_breakdown] == [(Decimal(100), Decimal("13.37"), None)]
    failed = [one for one in check_invoice(made, today=date(2026, 11, 1), vat_id_valid=bool) if not one.passed]
    assert ("tax_group_differs", "error") in [(one.code, one.severity) for one in failed]


def test_lines_that_name_their_rates_make_the_groups_where_none_was_read() -> None:
    fields = {**HEADER, "net": "100.00", "tax": "15.41", "gross": "115.41"}
    lines = ({"net": "70.03", "tax_rate": "19"}, {"net": "29.97", "tax_rate": "7"})
    assert to_invoice(page(fields, *lines)).tax_breakdown == ()
    halves = ({"net": "50.00", "tax_rate": "19"}, {"net": "50.00", "tax_rate": "7"})
    assert to_invoice(page({**fields, "tax": "13.00"}, *halves)).tax_breakdown == ()
    for others in ({"tax": "15.44"}, {"net": "100.01"}):
        (group,) = to_invoice(page({**fields, **others}, *lines)).tax_breakdown
        assert group.tax == Decimal(others.get("tax", "15.41"))
    assert len(to_invoice(page(fields, lines[0], {"net": "29.97"})).tax_breakdown) == 1


def test_a_group_without_a_rate_is_not_named_by_it() -> None:
    groups = ({"rate": "19", "base": "84.03", "tax": "15.97"}, {"base": "66.40", "tax": "3.60"})
    made = to_invoice(page(HEADER, groups=groups)).lines
    assert [line.item_name for line in made] == ["All lines at 19 % tax", "All lines"]


def test_a_page_that_says_nothing_is_an_invoice_without_anything() -> None:
    made = to_invoice(Extraction())
    assert (made.number, made.seller, made.buyer, made.lines, made.payment_means) == (None, None, None, (), ())


def test_lines_without_a_stated_net_total_add_up() -> None:
    assert lines_add_up(page({}, {"net": "1.00"}))
    assert not lines_add_up(page({}, {"net": "1.00"}, {"quantity": "1"}))
    assert not lines_add_up(page({}))


def test_a_credit_note_printed_in_negative_amounts_gives_the_same_back() -> None:
    credit = {**HEADER, "type_code": "381", "net": "-100.00", "tax": "-19.00", "gross": "-119.00"}
    groups = ({"rate": "19", "base": "-100.00", "tax": "-19.00"},)
    lines = (
        {"quantity": "-4", "unit_price": "10.00", "net": "-40.00"},
        {"quantity": "2", "unit_price": "-30.00", "net": "-60.00"},
    )
    made = to_invoice(page(credit, *lines, groups=groups))
    assert made.is_credit_note
    assert (made.totals.tax_inclusive, made.tax_breakdown[0].tax) == (Decimal("119.00"), Decimal("19.00"))
    assert [(line.quantity, line.price, line.net_amount) for line in made.lines] == [
        (Decimal(4), Decimal("10.00"), Decimal("40.00")),
        (Decimal(2), Decimal("30.00"), Decimal("60.00")),
    ]


def test_lines_that_are_printed_with_tax_are_booked_without_it_to_the_cent() -> None:
    fields = {**HEADER, "net": "150.43", "tax": "19.57", "gross": "170.00"}
    groups = ({"rate": "19", "base": "84.03", "tax": "15.97"}, {"rate": "7", "base": "66.40", "tax": "3.60"})
    lines = (
        {"quantity": "3", "unit_price": "20.00", "net": "60.00", "tax_rate": "19"},
        {"net": "70.00", "tax_rate": "7"},
        {"net": "40.00", "tax_rate": "19"},
    )
    made = to_invoice(page(fields, *lines, groups=groups)).lines
    assert [line.net_amount for line in made] == [Decimal("50.42"), Decimal("66.40"), Decimal("33.61")]
    assert made[0].quantity == 3
    assert made[1].price == Decimal("66.40")


@pytest.mark.parametrize(
    ("lines", "currency"),
    [
        (({"net": "60.00"}, {"net": "59.00", "tax_rate": "7"}), "EUR"),  # A rate that is nowhere taxed.
        (({"net": "60.00"}, {"net": "58.00"}), "EUR"),  # They add up to nothing.
        (({"net": "60.00"}, {"net": "59.00"}), "XXQ"),
        (({"net": "0.00"}, {"net": "0.00"}), "EUR"),  # Nothing can be divided among amounts of nothing.
        (({"net": "119.00"}, {"description": "without an amount"}), "EUR"),
    ],
)
def test_lines_that_prove_nothing_are_not_taken(lines: tuple[dict[str, str], ...], currency: str) -> None:
    made = to_invoice(page({**HEADER, **TOTALS, "currency": currency}, *lines)).lines
    assert [line.item_name for line in made] == ["All lines"]


def test_lines_with_tax_of_one_rate_need_not_name_it() -> None:
    made = to_invoice(page({**HEADER, **TOTALS}, {"net": "59.50"}, {"net": "59.50"})).lines
    assert [line.net_amount for line in made] == [Decimal("50.00"), Decimal("50.00")]


def test_several_groups_without_lines_are_named_by_their_rate() -> None:
    groups = ({"rate": "19", "base": "84.03", "tax": "15.97"}, {"rate": "7", "base": "66.40", "tax": "3.60"})
    made = to_invoice(page(HEADER, groups=groups)).lines
    assert [line.item_name for line in made] == ["All lines at 19 % tax", "All lines at 7 % tax"]
