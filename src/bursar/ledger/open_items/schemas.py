"""Open items: what posting hands over."""

from datetime import date
from typing import NamedTuple


class LeftOpen(NamedTuple):
    """One instalment of what a posted payable leaves open: above zero what we owe, below zero what we are owed."""

    instalment: int
    amount_minor: int
    due_date: date
