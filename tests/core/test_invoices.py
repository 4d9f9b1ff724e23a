from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from bursar.core.invoices import (
    Address,
    AllowanceCharge,
    Identifier,
    Invoice,
    InvoiceLine,
    Note,
    Party,
    ReadField,
    StatedTotals,
    fields,
    plain,
    to_json,
)

INVOICE = Invoice(
    syntax="ubl",
    number="R-1",
    issue_date=date(2026, 3, 1),
    notes=(Note(text="Danke"),),
    seller=Party(name="Morgenrot", legal_id=Identifier(value="HRB 1", scheme="0002"), address=Address()),
    lines=(
        InvoiceLine(net_amount=Decimal("10.00")),
        InvoiceLine(allowances_charges=(AllowanceCharge(is_charge=True, amount=Decimal("1E+2")),)),
    ),
    totals=StatedTotals(payable=Decimal("-0.50")),
    places=MappingProxyType({"number": "/Invoice/cbc:ID", "lines[0].net_amount": "/Invoice/x"}),
)


def test_fields_are_listed_with_their_text_and_place_in_the_order_of_the_model() -> None:
    assert fields(INVOICE) == (
        ReadField("syntax", "ubl", ""),
        ReadField("is_credit_note", "false", ""),
        ReadField("number", "R-1", "/Invoice/cbc:ID"),
        ReadField("issue_date", "2026-03-01", ""),
        ReadField("notes[0].text", "Danke", ""),
        ReadField("seller.name", "Morgenrot", ""),
        ReadField("seller.legal_id.value", "HRB 1", ""),
        ReadField("seller.legal_id.scheme", "0002", ""),
        ReadField("totals.payable", "-0.50", ""),
        ReadField("lines[0].net_amount", "10.00", "/Invoice/x"),
        ReadField("lines[1].allowances_charges[0].is_charge", "true", ""),
        ReadField("lines[1].allowances_charges[0].amount", "100", ""),
    )


def test_the_json_form_leaves_out_what_is_absent() -> None:
    tree = to_json(INVOICE)
    assert tree == {
        "syntax": "ubl",
        "is_credit_note": False,
        "number": "R-1",
        "issue_date": "2026-03-01",
        "notes": [{"text": "Danke"}],
        "seller": {"name": "Morgenrot", "legal_id": {"value": "HRB 1", "scheme": "0002"}},
        "totals": {"payable": "-0.50"},
        "lines": [{"net_amount": "10.00"}, {"allowances_charges": [{"is_charge": True, "amount": "100"}]}],
    }
    assert json.loads(json.dumps(tree)) == tree


def test_an_empty_invoice_is_almost_nothing() -> None:
    assert to_json(Invoice(syntax="cii")) == {"syntax": "cii", "is_credit_note": False}


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_written_plainly_reads_back_as_itself(amount: Decimal) -> None:
    written = plain(amount)
    assert Decimal(written) == amount
    assert "E" not in written


def test_flags_and_days_are_written_plainly() -> None:
    assert (plain(True), plain(False), plain(date(2026, 1, 2))) == ("true", "false", "2026-01-02")
