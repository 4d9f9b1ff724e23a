"""Fiscal years: which months belong to one, and what it is called."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise


def months_of_fiscal_year(fiscal_year: int, first_month: int) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of each of the twelve months of a fiscal year.

    A fiscal year is named after the calendar year in which it ends: one that begins in July (`first_month` 7) of 2025
    is 2026.
    """
    before = 0 if first_month == 1 else 1
    starts = [_month(fiscal_year - before, first_month + step) for step in range(13)]
    return tuple((start, after - timedelta(days=1)) for start, after in pairwise(starts))


def _month(year: int, month: int) -> date:
    """Return the first day of a month; the 13th is the first of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
