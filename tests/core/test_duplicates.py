"""Whether a document was received before: each layer of evidence, and what is alike and no duplicate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.bills import BillKind
from bursar.core.duplicates import (
    Duplicate,
    LineFacts,
    Reason,
    Received,
    Relation,
    Weight,
    find_duplicates,
    order_key,
)

ON = date(2026, 3, 12)
LINES = (LineFacts("Steel sheet", 60_00), LineFacts("Hex bolts", 40_00), LineFacts("Freight", 25_00))
FIRST = Received(
    label="Bill R-2026-4711 (BILL-2026-000042)",
    number="R-2026-4711",
    document_date=ON,
    currency="EUR",
    net_minor=125_00,
    gross_minor=148_75,
    lines=LINES,
    order_key="po77",
    content_sha256="ab",
)
SECOND = replace(FIRST, label="It", content_sha256=None, order_key=None)
OTHER_NUMBER = "LS 88 / DN"
NEXT = "R-2026-4712"


def reasons(document: Received, *others: Received) -> tuple[Reason, ...]:
    """Return why a document may be the first of others."""
    found = {one.index: one for one in find_duplicates(document, others)}
    return found[0].reasons if 0 in found else ()


def changed(**changes: Any) -> Received:
    return replace(SECOND, **changes)


def days(count: int) -> date:
    return ON + timedelta(days=count)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (changed(content_sha256="ab", number="?", document_date=days(30)), (Reason.SAME_BYTES,)),
        (changed(content_sha256="ab", kind=BillKind.VENDOR_CREDIT), (Reason.SAME_BYTES,)),
        (changed(), (Reason.SAME_NUMBER_AND_YEAR,)),
        (changed(number="r 2026/4711", gross_minor=1, lines=()), (Reason.SAME_NUMBER_AND_YEAR,)),
        (changed(kind=BillKind.VENDOR_CREDIT), ()),
        (changed(number="R-2O26-47ll"), (Reason.CONFUSABLE_NUMBER, Reason.SAME_AMOUNT)),
        (changed(number="R-2O26-47ll", gross_minor=5, document_date=days(45)), (Reason.CONFUSABLE_NUMBER,)),
        (changed(number="R-2O26-47ll", gross_minor=5, document_date=days(46)), ()),
        (changed(number="R-2026-471"), (Reason.SIMILAR_NUMBER, Reason.SAME_AMOUNT)),
        (changed(number="R-2026-471", document_date=days(46)), ()),
        (changed(number="R-2026-471", gross_minor=5, net_minor=4), ()),
        (changed(number="R-2026-4711-1", gross_minor=125_00), (Reason.SIMILAR_NUMBER, Reason.NET_AS_GROSS)),
        (changed(number="R-2026-4711-1", currency="USD"), (Reason.SIMILAR_NUMBER, Reason.OTHER_CURRENCY)),
        (
            changed(number="R-2026-9711"),
            (Reason.SIMILAR_NUMBER, Reason.SAME_AMOUNT, Reason.SAME_LINES),
        ),
        (changed(number="R-2026-9711", document_date=days(1)), ()),
        (changed(document_date=date(2025, 3, 12)), (Reason.SAME_NUMBER_OTHER_YEAR, Reason.SAME_AMOUNT)),
        (changed(document_date=date(2025, 1, 2)), (Reason.SAME_NUMBER_OTHER_YEAR, Reason.SAME_AMOUNT)),
        (changed(document_date=date(2025, 1, 2), gross_minor=5, net_minor=4), ()),
        (changed(number=OTHER_NUMBER, document_date=days(10)), (Reason.SAME_AMOUNT,)),
        (changed(number=OTHER_NUMBER, document_date=days(11)), ()),
        (
            changed(number=OTHER_NUMBER, document_date=days(9), lines=(LineFacts("Stel sheet", 1),)),
            (Reason.SAME_AMOUNT,),
        ),
        (changed(number=OTHER_NUMBER, document_date=days(9), lines=(LineFacts("Stel shet", 1),)), ()),
        (changed(number=OTHER_NUMBER, lines=()), (Reason.SAME_AMOUNT,)),
        (changed(number=OTHER_NUMBER, lines=(), document_date=days(1)), ()),
        (changed(number=OTHER_NUMBER, currency="USD"), (Reason.OTHER_CURRENCY,)),
        (changed(number=OTHER_NUMBER, gross_minor=125_00), (Reason.NET_AS_GROSS,)),
        (changed(number=OTHER_NUMBER, gross_minor=None, net_minor=None), ()),
        (changed(number=NEXT), (Reason.SAME_LINES,)),
        (changed(number=NEXT, document_date=days(1)), ()),
        (changed(number=NEXT, lines=LINES[:2], document_date=days(1)), ()),
        (changed(number=NEXT, lines=LINES[:2], net_minor=1, gross_minor=2), (Reason.SAME_LINES,)),
        (changed(number=NEXT, lines=LINES[:1], net_minor=1, gross_minor=2), ()),
        (
            changed(number=NEXT, lines=LINES[:2], order_key="po77", net_minor=1, gross_minor=2, document_date=days(20)),
            (Reason.SAME_LINES, Reason.SAME_ORDER_LINE),
        ),
        (
            changed(number="R-2026-4711/B", lines=LINES[1:], net_minor=1, gross_minor=2),
            (Reason.SIMILAR_NUMBER, Reason.SAME_LINES),
        ),
        (
            changed(number=NEXT, lines=(*LINES[:1], LineFacts("New", 1)), order_key="po77", document_date=days(300)),
            (Reason.SAME_ORDER_LINE,),
        ),
        (changed(number=NEXT, lines=LINES[:1], order_key="po77", document_date=days(400)), ()),
        (changed(number=NEXT, lines=(LineFacts("New", 1),), order_key="po77"), ()),
    ],
)
def test_a_copy_is_told_from_what_is_only_alike(document: Received, expected: tuple[Reason, ...]) -> None:
    assert reasons(document, FIRST) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (changed(), (Reason.SAME_ACCOUNT_OTHER_VENDOR,)),
        (changed(number="R-2026-471"), (Reason.SAME_ACCOUNT_OTHER_VENDOR,)),
        (changed(gross_minor=5, net_minor=4), ()),
        (changed(document_date=days(46)), ()),
        (changed(number=OTHER_NUMBER), (Reason.SAME_ACCOUNT_OTHER_VENDOR,)),
        (changed(number=OTHER_NUMBER, lines=()), ()),
        (changed(number=NEXT), ()),
    ],
)
def test_a_factor_is_paid_for_many_vendors(document: Received, expected: tuple[Reason, ...]) -> None:
    assert reasons(document, replace(FIRST, relation=Relation.SAME_ACCOUNT)) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (changed(), (Reason.SAME_NUMBER_OTHER_VENDOR,)),
        (changed(document_date=days(1)), ()),
        (changed(gross_minor=5), ()),
        (changed(number=NEXT), ()),
    ],
)
def test_a_vendor_may_be_there_twice(document: Received, expected: tuple[Reason, ...]) -> None:
    assert reasons(document, replace(FIRST, relation=Relation.OTHER_VENDOR)) == expected
    short = replace(FIRST, number="12", relation=Relation.OTHER_VENDOR)
    assert reasons(replace(document, number="12"), short) == ()


def rent(number: str, month: int, text: str = "Rent of office") -> Received:
    line = (LineFacts(text, 900_00),)
    return Received(
        label=number,
        number=number,
        document_date=date(2026, month, 3),
        currency="EUR",
        net_minor=900_00,
        gross_minor=900_00,
        lines=line,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (rent("R-101", 3), rent("R-102", 4)),
        (rent("R-101", 3), rent("LS 7 / A", 4)),
        (rent("Rent March", 3, "Rent March 2026"), rent("Miete A", 3, "Rent April 2026")),
        (rent("1234", 3, "Rent March 2026"), rent("1234-1", 3, "Rent April 2026")),
        (rent("1", 3, "Rent March 2026"), replace(rent("1", 3, "Rent March 2025"), document_date=date(2025, 3, 3))),
        (rent("1", 3), replace(rent("1", 3), document_date=date(2025, 4, 3))),
    ],
)
def test_what_recurs_is_no_duplicate(one: Received, other: Received) -> None:
    assert reasons(one, other) == ()
    assert reasons(other, one) == ()


def test_what_was_credited_and_billed_anew_is_no_duplicate() -> None:
    credit = replace(FIRST, kind=BillKind.VENDOR_CREDIT, number="GS-9", document_date=days(2), content_sha256=None)
    anew = changed(number="R-2026-4711-1", document_date=days(4))
    assert reasons(anew, FIRST, credit) == ()
    assert reasons(credit, FIRST, anew) == ()
    for late_or_other in (
        replace(credit, document_date=days(5)),
        replace(credit, gross_minor=1),
        replace(credit, currency="USD"),
        replace(credit, relation=Relation.OTHER_VENDOR),
    ):
        assert reasons(anew, FIRST, late_or_other) == (Reason.SIMILAR_NUMBER, Reason.SAME_AMOUNT)
    assert reasons(changed(document_date=days(4)), FIRST, credit) == (Reason.SAME_NUMBER_AND_YEAR,)


def test_the_gravest_comes_first_and_says_which_and_why() -> None:
    near = replace(FIRST, label="Bill R-2026-471", number="R-2026-471", content_sha256=None)
    found = find_duplicates(replace(SECOND, order_key="po77"), [near, FIRST])
    assert found == (
        Duplicate(
            1,
            (Reason.SAME_NUMBER_AND_YEAR,),
            Weight.ERROR,
            "Bill R-2026-4711 (BILL-2026-000042) of 2026-03-12 has the same number in the same year.",
        ),
        Duplicate(
            0,
            (Reason.SIMILAR_NUMBER, Reason.SAME_AMOUNT, Reason.SAME_ORDER_LINE),
            Weight.WARNING,
            "Bill R-2026-471 of 2026-03-12 has nearly the same number, has the same total and bills the same line of"
            " the same order.",
        ),
    )


def test_an_order_is_compared_without_signs() -> None:
    assert order_key(" PO-0077 ") == order_key("po 77") == "po77"
    assert order_key("--") is None
    assert order_key(None) is None


documents = st.builds(
    Received,
    label=st.just("Bill"),
    number=st.sampled_from(["R-1001", "R-1OO1", "1001", "1001-1", "R-1002", "LS 5 / A", "--"]),
    document_date=st.dates(date(2025, 12, 1), date(2026, 2, 1)),
    currency=st.sampled_from(["EUR", "USD"]),
    kind=st.sampled_from(BillKind),
    net_minor=st.sampled_from([None, 100, 119]),
    gross_minor=st.sampled_from([None, 100, 119]),
    lines=st.lists(st.sampled_from(LINES), max_size=3).map(tuple),
    order_key=st.sampled_from([None, "po1"]),
    content_sha256=st.sampled_from([None, "ab"]),
    relation=st.sampled_from(Relation),
)


@given(documents, st.lists(documents, max_size=4))
def test_errors_stop_exactly_what_is_the_same_file_or_number_and_nothing_found_is_without_a_reason(
    document: Received, others: list[Received]
) -> None:
    found = find_duplicates(document, others)
    assert [one.severity for one in found] == sorted(
        (one.severity for one in found), key=lambda it: it is Weight.WARNING
    )
    for one in found:
        assert one.reasons
        assert one.sentence.startswith("Bill of 202")
        stops = {Reason.SAME_BYTES, Reason.SAME_NUMBER_AND_YEAR} & set(one.reasons)
        assert bool(stops) == (one.severity is Weight.ERROR)


@given(documents, documents)
def test_it_does_not_matter_which_of_two_came_first(one: Received, other: Received) -> None:
    related = replace(one, relation=other.relation)
    assert set(reasons(related, other)) == set(reasons(other, related))
