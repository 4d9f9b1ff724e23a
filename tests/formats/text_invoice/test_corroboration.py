"""What values say for one another counts as evidence, and what they cannot say does not."""

from __future__ import annotations

import pytest

from bursar.core.extraction import Box, Evidence, Method, Value
from bursar.formats.text_invoice.head.corroboration import corroborated
from tests.formats.text_invoice.pages import evidence

AGREEMENT, ARITHMETIC, POSITION = Evidence.AGREEMENT, Evidence.ARITHMETIC, Evidence.POSITION


def value(text: str, left: int = 0, top: int = 0, *, label: bool = False) -> Value:
    """Return a value at a place."""
    box = Box(left, top, left + 1_000, top + 800)
    more = (Evidence.LABEL,) if label else (Evidence.CHECKSUM,) if text.startswith("DE89") else ()
    return Value(value=text, raw=text, method=Method.TEXT, page=1, box=box, evidence=more)


def says(name: str, days: int | None = None, /, **fields: str) -> set[Evidence]:
    """Return what the other fields say for one of them."""
    placed = {field: value(text, top=5_000 * place) for place, (field, text) in enumerate(fields.items())}
    return set(corroborated(placed, days)[name].evidence) - {Evidence.CHECKSUM}


@pytest.mark.parametrize(
    ("due", "days", "expected"),
    [
        ("2024-04-02", 30, {ARITHMETIC}),
        ("2024-04-02", 14, {AGREEMENT}),
        ("2024-04-02", None, {AGREEMENT}),
        ("2024-04-30", None, {AGREEMENT}),
        ("2024-04-05", None, set()),
        ("2024-03-02", None, set()),
    ],
)
def test_dates_agree_by_terms_or_by_usual_days(due: str, days: int | None, expected: set[Evidence]) -> None:
    for name in ("issue_date", "due_date"):
        assert says(name, days, issue_date="2024-03-03", due_date=due) == expected


def test_a_due_date_that_was_worked_out_proves_nothing() -> None:
    one = value("2024-03-03")
    assert corroborated({"issue_date": one, "due_date": value("2024-04-02")}, 30)["issue_date"].evidence == ()


@pytest.mark.parametrize(
    ("number", "agrees"),
    [("RE-2024-17", True), ("F0447-24", True), ("240317", True), ("20240303", True), ("4711", False), ("24", False)],
)
def test_a_number_has_the_year_of_its_date_in_it(number: str, agrees: bool) -> None:
    expected = {AGREEMENT} if agrees else set()
    assert says("invoice_number", invoice_number=number, issue_date="2024-03-03") == expected
    assert says("invoice_number", invoice_number=number) == set()


def test_names_and_hosts_countries_and_currencies_agree() -> None:
    assert says("seller_name", seller_name="Weber Metallbau GmbH", seller_email="a@weber.de") == {AGREEMENT}
    assert says("seller_name", seller_name="Weber Metallbau GmbH", seller_email="a@gmx.de") == set()
    assert says("iban", iban="DE89370400440532013000", seller_tax_id="DE136695976") == {AGREEMENT}
    assert says("iban", iban="DE89370400440532013000", seller_tax_id="ATU27664202") == set()
    assert says("bic", iban="DE12123443219876", bic="COBADEFF") == set()
    assert says("bic", iban="DE89370400440532013000", bic="COBADEFF") == {AGREEMENT}
    assert says("currency", currency="EUR", iban="DE89370400440532013000") == {AGREEMENT}
    assert says("currency", currency="CHF", iban="DE89370400440532013000") == set()


def test_values_with_labels_in_one_column_or_row_stand_where_such_values_stand() -> None:
    number, below = value("4711", label=True), value("30017", top=1_300, label=True)
    beside, apart = value("30017", left=9_000, label=True), value("30017", left=9_000, top=30_000, label=True)
    for other, expected in ((below, True), (beside, True), (apart, False), (value("30017", top=1_300), False)):
        found = corroborated({"invoice_number": number, "customer_number": other})
        assert (POSITION in found["invoice_number"].evidence) is expected


def test_that_nothing_else_could_be_it_speaks_for_a_value() -> None:
    assert Evidence.SOLE in evidence("Rechnungs-Nr.: 17\n", "invoice_number")
    assert Evidence.SOLE not in evidence("Rechnungs-Nr.: 17\nRechnungs-Nr.: 18\n", "invoice_number")
