"""Fiscal years, as laws: twelve months, side by side, that end in the year they are named after."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bursar.core.calendars import months_of_fiscal_year


@given(st.integers(1900, 2998), st.integers(1, 12))
def test_a_fiscal_year_is_twelve_months_side_by_side_that_end_in_its_year(year: int, first_month: int) -> None:
    months = months_of_fiscal_year(year, first_month)
    assert len(months) == 12
    assert all(start.day == 1 and start.month == end.month for start, end in months)
    assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(months))
    assert (months[0][0].month, months[-1][1].year) == (first_month, year)


@given(st.integers(1900, 2998), st.integers(1, 12))
def test_a_fiscal_year_begins_on_the_day_after_the_one_before(year: int, first_month: int) -> None:
    last = months_of_fiscal_year(year, first_month)[-1][1]
    assert months_of_fiscal_year(year + 1, first_month)[0][0] == last + timedelta(days=1)


def test_a_year_that_begins_in_july_is_named_after_its_june() -> None:
    assert months_of_fiscal_year(2026, 7)[0] == (date(2025, 7, 1), date(2025, 7, 31))
    assert months_of_fiscal_year(2024, 1)[1] == (date(2024, 2, 1), date(2024, 2, 29))
