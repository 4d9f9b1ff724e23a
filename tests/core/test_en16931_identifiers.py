"""Check digits of the identifiers Peppol knows, and the walk that finds what rules are about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.en16931 import peppol_identifiers
from bursar.core.en16931.patterns import ElementRule, ElementRules, down, within
from bursar.core.en16931.peppol_identifiers import is_australian, is_belgian, is_gln, is_greek, is_italian_vat, mod11
from tests.core.profiled import element_of, ubl


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (is_gln, "7300010000001", "73000100000O1"),
        (is_gln, "55", ""),
        (mod11, "991825827", "000000000"),
        (mod11, "19", "1 9"),
        (is_belgian, "0202239951", "202239951"),
        (is_australian, "51824753556", "5182475355"),
        (is_australian, "51824753556", "51 824 753 556"),
        (is_greek, "094259216", "09425921"),
        (is_greek, "094259216 and more", "09425921X"),
        (is_italian_vat, "FR1", "IT1"),
        (is_italian_vat, "it06363391001", "IT0636339100X"),
        (peppol_identifiers.is_swedish, "5567321707", "556732170"),
    ],
)
def test_an_identifier_is_right_or_wrong(check: object, right: str, wrong: str) -> None:
    assert callable(check)
    assert check(right)
    assert not check(wrong)


@given(st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_exactly_one_digit_makes_a_gln_right(start: str) -> None:
    assert sum(is_gln(f"{start}{digit}") for digit in range(10)) == 1


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_exactly_one_digit_makes_a_swedish_number_right(start: str) -> None:
    assert sum(peppol_identifiers.is_swedish(f"{start}{digit}") for digit in range(10)) == 1


@given(st.from_regex(r"[1-9][0-9]{7}", fullmatch=True))
def test_at_most_one_digit_makes_a_norwegian_number_right(start: str) -> None:
    assert sum(peppol_identifiers.is_norwegian(f"{start}{digit}") for digit in range(10)) <= 1


def places(rule: ElementRule) -> list[str]:
    """Return where the rule says an invoice is wrong."""
    return [failure.xpath for failure in ElementRules([rule]).check(element_of(ubl()))]


def test_a_path_is_followed_from_the_document_or_from_anywhere() -> None:
    def never(_: object) -> bool:
        return False

    assert places(ElementRule("X", "fatal", "No.", ("cbc:Note",), never)) == ["/Invoice/cbc:Note"]
    assert places(ElementRule("X", "fatal", "No.", ("//cbc:Note",), never)) == [
        "/Invoice/cbc:Note",
        "/Invoice/cac:PaymentTerms/cbc:Note",
        "/Invoice/cac:InvoiceLine/cbc:Note",
    ]
    assert places(ElementRule("X", "fatal", "No.", (".",), never)) == ["/Invoice"]
    assert places(ElementRule("X", "fatal", "No.", ("//*Price",), never)) == ["/Invoice/cac:InvoiceLine/cac:Price"]
    assert places(ElementRule("X", "fatal", "No.", ("cac:InvoiceLine/cbc:InvoicedQuantity/@unitCode",), never)) == [
        "/Invoice/cac:InvoiceLine/cbc:InvoicedQuantity/@unitCode"
    ]


def test_what_is_forbidden_is_told_of_once_however_often_it_stands() -> None:
    assert places(ElementRule("X", "warning", "No.", ("//@currencyID",))) == [
        "/Invoice/cac:AllowanceCharge[1]/cbc:Amount/@currencyID"
    ]


def test_a_rule_may_look_at_the_whole_document_too() -> None:
    rule = ElementRule("X", "fatal", "No.", ("//cbc:Note",), agrees=lambda one, root: one.text != root.text + "Net")
    assert places(rule) == ["/Invoice/cac:PaymentTerms/cbc:Note"]


def test_elements_are_found_down_a_path_and_at_any_depth() -> None:
    root = element_of(ubl())
    assert [one.text for one in down(root, "cac:PaymentTerms/cbc:Note")] == ["Net"]
    assert down(root, "cac:PaymentTerms/cbc:Nothing") == []
    assert [one.text for one in within(root, "cbc:Note")] == ["#AAI#Thanks", "Net", "Red"]
