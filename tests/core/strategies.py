"""Values that the laws of the core are tried on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from bursar.core.money import CURRENCIES, Money, Rounding

currencies = st.sampled_from(["EUR", "USD", "JPY", "KWD", "CLF", *CURRENCIES])
minors = st.integers(-(10**14), 10**14)
roundings = st.sampled_from(Rounding)
rates = st.sampled_from([Decimal(rate) for rate in ("0", "5.5", "7", "7.00", "8.1", "10", "19", "20", "21.125", "25")])
categories = st.sampled_from(["S", "Z", "E", "G", "O", "L"])
dates = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def money(currency: str, units: st.SearchStrategy[int] = minors) -> st.SearchStrategy[Money]:
    """Amounts that can be booked."""
    return units.map(lambda minor: Money.from_minor(minor, currency))


fine_amounts = st.decimals(-(10**12), 10**12, places=8, allow_nan=False, allow_infinity=False)
