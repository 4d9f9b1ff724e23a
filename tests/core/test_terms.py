from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.money import Money, NotRepresentable, Rounding
from bursar.core.terms import (
    DateOutOfRange,
    DayAfter,
    DayOfMonth,
    Discount,
    DueRule,
    EarlyPayment,
    EndOfMonth,
    Instalment,
    InvalidTerms,
    NetDays,
    PaymentTerms,
    Share,
    due_dates,
    end_of_month,
    parse,
)
from tests.core.strategies import currencies, dates, money, roundings

GROSS = Money.from_minor(100_01, "EUR")

rules: st.SearchStrategy[DueRule] = st.one_of(
    st.builds(NetDays, st.integers(0, 3650)),
    st.builds(EndOfMonth, st.integers(-30, 3650)),
    st.builds(DayOfMonth, st.integers(1, 31), st.integers(1, 120)),
    st.builds(DayAfter, st.integers(1, 31), st.integers(0, 3650)),
)
offers = st.none() | st.builds(EarlyPayment, st.decimals("0.01", "99.99", places=2), st.integers(0, 3650))


@st.composite
def any_terms(draw: st.DrawFn) -> PaymentTerms:
    cuts = sorted(draw(st.sets(st.integers(1, 9999), max_size=4)))
    edges = [0, *cuts, 10000]
    percents = [Decimal(high - low) / 100 for low, high in pairwise(edges)]
    return PaymentTerms(tuple(Share(percent, draw(rules)) for percent in percents), draw(offers))


def due(text: str, document_date: str) -> list[str]:
    instalments = due_dates(parse(text), date.fromisoformat(document_date), GROSS)
    return [str(instalment.due_date) for instalment in instalments]


@pytest.mark.parametrize(
    ("text", "document_date", "expected"),
    [
        ("net 30", "2024-01-31", "2024-03-01"),
        ("net 30", "2023-01-31", "2023-03-02"),
        ("n/30", "2023-12-15", "2024-01-14"),
        ("net 14 days", "2024-02-20", "2024-03-05"),
        ("Due on receipt", "2024-02-29", "2024-02-29"),
        ("eom", "2024-02-10", "2024-02-29"),
        ("eom", "2023-02-10", "2023-02-28"),
        ("EOM + 15", "2023-12-01", "2024-01-15"),
        ("eom-5", "2024-04-10", "2024-04-25"),
        ("eom-5", "2024-04-28", "2024-04-28"),
        ("day 10 of month+1", "2023-12-31", "2024-01-10"),
        ("day 31 of month+1", "2024-01-31", "2024-02-29"),
        ("day 30 of month + 14", "2022-12-31", "2024-02-29"),
        ("day 15 after 31 days", "2019-01-15", "2019-02-15"),
        ("day 15 after 31 days", "2019-01-16", "2019-03-15"),
        ("Day 31 after 1 day", "2023-01-31", "2023-02-28"),
        ("day 31 after 0 days", "2024-02-29", "2024-02-29"),
        ("day 5 after 0 days", "2023-12-06", "2024-01-05"),
    ],
)
def test_terms_say_when_a_document_is_due(text: str, document_date: str, expected: str) -> None:
    assert due(text, document_date) == [expected]


def test_a_discount_is_offered_until_a_date() -> None:
    (instalment,) = due_dates(parse("2/10 net 30"), date(2024, 2, 20), GROSS)
    offer = Discount(date(2024, 3, 1), Decimal(2), Money.from_minor(2_00, "EUR"))
    assert instalment == Instalment(date(2024, 3, 21), GROSS, offer)
    (instalment,) = due_dates(parse("2/10, n/30"), date(2024, 2, 20), GROSS, mode=Rounding.UP)
    assert instalment.discount == Discount(date(2024, 3, 1), Decimal(2), Money.from_minor(2_01, "EUR"))


def test_instalments_have_a_due_date_and_a_share_each() -> None:
    instalments = due_dates(parse("30% net 0, 70% eom+30"), date(2024, 1, 31), GROSS)
    assert [(str(part.due_date), part.amount.minor) for part in instalments] == [
        ("2024-01-31", 30_00),
        ("2024-03-01", 70_01),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "net",
        "net -1",
        "net 3651",
        "net 99999",
        "net ３０",
        "eom-31",
        "eom+3651",
        "day 0 of month+1",
        "day 32 of month+1",
        "day 1 of month+0",
        "day 1 of month+121",
        "day 0 after 31 days",
        "day 32 after 31 days",
        "day 15 after 3651 days",
        "0/10 net 30",
        "100/10 net 30",
        "2/3651 net 30",
        "2/10",
        "50% net 30",
        "50% net 30, net 60",
        "0% net 30, 100% net 60",
        "101% net 30",
        "60% net 0, 60% net 30",
    ],
)
def test_terms_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(InvalidTerms):
        parse(text)


def test_a_percentage_that_could_not_be_written_is_refused() -> None:
    with pytest.raises(InvalidTerms):
        EarlyPayment(Decimal("2.0000001"), 10)


@pytest.mark.parametrize("text", ["net 30", "eom+1", "day 1 of month+1", "day 24 after 0 days", "2/10 eom"])
def test_a_due_date_beyond_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(DateOutOfRange):
        due_dates(parse(text), date(9999, 12, 25), GROSS)


def test_an_amount_that_cannot_be_booked_has_no_instalments() -> None:
    with pytest.raises(NotRepresentable):
        due_dates(parse("net 30"), date(2024, 1, 1), Money(Decimal("0.005"), "EUR"))


@given(any_terms())
def test_terms_are_read_as_they_are_written(terms: PaymentTerms) -> None:
    assert parse(str(terms)) == terms


@given(st.text(alphabet="0123456789 net/eom+-%,.day of month after days", max_size=30))
def test_any_text_is_terms_or_a_refusal(text: str) -> None:
    try:
        terms = parse(text)
    except InvalidTerms:
        return
    assert parse(str(terms)) == terms


@given(st.integers(0, 3650), dates)
def test_net_days_are_counted_from_the_document_date(days: int, document_date: date) -> None:
    (instalment,) = due_dates(PaymentTerms.single(NetDays(days)), document_date, GROSS)
    assert instalment.due_date - document_date == timedelta(days=days)


@given(any_terms(), dates)
def test_nothing_is_due_before_the_document_date(terms: PaymentTerms, document_date: date) -> None:
    assert all(part.due_date >= document_date for part in due_dates(terms, document_date, GROSS))


@given(dates)
def test_the_day_after_the_end_of_a_month_is_a_first(day: date) -> None:
    end = end_of_month(day)
    assert (end.year, end.month) == (day.year, day.month)
    assert (end + timedelta(days=1)).day == 1
    assert EndOfMonth().due(day) == end


@given(st.integers(1, 31), st.integers(1, 120), dates)
def test_a_day_of_a_later_month_lies_in_that_month(day: int, months: int, document_date: date) -> None:
    found = DayOfMonth(day, months).due(document_date)
    assert (found.year - document_date.year) * 12 + found.month - document_date.month == months
    assert found.day == min(day, end_of_month(found).day)


@given(st.integers(1, 31), st.integers(0, 3650), dates)
def test_a_day_after_some_days_is_the_first_of_its_number_from_then_on(
    day: int, days: int, document_date: date
) -> None:
    earliest = document_date + timedelta(days=days)
    found = DayAfter(day, days).due(document_date)
    ahead = (earliest + timedelta(days=more) for more in range(62))
    assert found == next(one for one in ahead if one.day == min(day, end_of_month(one).day))


@given(any_terms(), dates, currencies.flatmap(money), roundings)
def test_instalments_add_up_to_the_document_and_no_discount_is_more_than_its_instalment(
    terms: PaymentTerms, document_date: date, gross: Money, mode: Rounding
) -> None:
    parts = due_dates(terms, document_date, gross, mode=mode)
    assert sum((part.amount for part in parts), Money.zero(gross.currency)) == gross
    for part in parts:
        assert (part.discount is None) == (terms.early_payment is None)
        if part.discount is not None:
            assert abs(part.discount.amount) <= abs(part.amount)
