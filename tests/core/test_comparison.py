"""Comparatives: the period before and the year before, by laws and by hand."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bursar.core.comparison import is_month_end, month_end, month_end_before, period_before, year_before

days = st.dates(date(1901, 1, 1), date(2998, 12, 31))


def test_a_year_before_by_hand() -> None:
    assert year_before(date(2026, 3, 15)) == date(2025, 3, 15)
    assert year_before(date(2025, 2, 28)) == date(2024, 2, 29)
    assert year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert year_before(date(2026, 12, 31)) == date(2025, 12, 31)


def test_a_period_before_by_hand() -> None:
    assert period_before(date(2026, 3, 1), date(2026, 3, 31)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert period_before(date(2026, 1, 1), date(2026, 12, 31)) == (date(2025, 1, 1), date(2025, 12, 31))
    assert period_before(date(2026, 1, 1), date(2026, 3, 31)) == (date(2025, 10, 1), date(2025, 12, 31))
    assert period_before(date(2026, 3, 10), date(2026, 3, 19)) == (date(2026, 2, 28), date(2026, 3, 9))
    assert month_end_before(date(2026, 3, 31)) == date(2026, 2, 28)


@given(days, st.integers(0, 1500))
def test_the_period_before_ends_the_day_before_and_is_as_long(start: date, length: int) -> None:
    start = max(start, date(1910, 1, 1))
    end = start + timedelta(length)
    earlier, last = period_before(start, end)
    assert last == start - timedelta(days=1)
    if start.day == 1 and is_month_end(end):
        assert (earlier.day, is_month_end(last)) == (1, True)
        assert (start.year - earlier.year) * 12 + start.month - earlier.month == (
            (end.year - start.year) * 12 + end.month - start.month + 1
        )
    else:
        assert last - earlier == end - start


@given(days)
def test_a_month_ends_once(day: date) -> None:
    end = month_end(day)
    assert is_month_end(end)
    assert (end.year, end.month) == (day.year, day.month)
    assert month_end_before(day) < day.replace(day=1)
    assert is_month_end(year_before(end))
