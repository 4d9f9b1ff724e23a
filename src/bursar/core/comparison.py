"""What a date or a period of a report is compared with: the one before, or the same a year earlier."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

_A_DAY = timedelta(days=1)


class Comparison(StrEnum):
    """Which earlier figures stand beside those of a report."""

    PREVIOUS_PERIOD = "previous_period"
    PREVIOUS_YEAR = "previous_year"


def year_before(day: date) -> date:
    """Return the same day a year earlier; the end of a month stays the end of its month."""
    if is_month_end(day):
        return month_end(day.replace(year=day.year - 1, day=1))
    return day.replace(year=day.year - 1)


def month_end_before(day: date) -> date:
    """Return the last day of the month before."""
    return day.replace(day=1) - _A_DAY


def period_before(start: date, end: date) -> tuple[date, date]:
    """Return the period directly before: as many whole months where the period is whole months, else as many days.

    Both days belong to the period; ``start`` is not after ``end``.
    """
    last = start - _A_DAY
    if start.day == 1 and is_month_end(end):
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        earlier = start.year * 12 + start.month - 1 - months
        return date(earlier // 12, earlier % 12 + 1, 1), last
    return last - (end - start), last


def is_month_end(day: date) -> bool:
    """Tell whether a day is the last of its month."""
    return (day + _A_DAY).day == 1


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return (day.replace(day=28) + 4 * _A_DAY).replace(day=1) - _A_DAY
