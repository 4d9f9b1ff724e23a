"""What models cost: our own table, dated, so that a call is priced as it was on its day.

A price is US dollars per million tokens, which is the same number of micro-dollars per token; costs are whole
micro-dollars, rounded up, because a budget must never be overrun by roundings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from typing import Final

from bursar.kit.llm.models import Request, Usage


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens of each bucket of a model, from a day on."""

    model: str
    valid_from: date
    input: Decimal
    cached_input: Decimal
    cache_write: Decimal
    output: Decimal

    def cost_micro(self, usage: Usage) -> int:
        """Return what a usage costs, in micro-dollars."""
        exact = (
            self.input * usage.input
            + self.cached_input * usage.cached_input
            + self.cache_write * usage.cache_write
            + self.output * usage.output
        )
        return int(exact.to_integral_value(ROUND_CEILING))

    def worst_micro(self, request: Request) -> int:
        """Return what a request can cost at most: all its input in the dearest bucket, and all the output it may."""
        dearest = max(self.input, self.cached_input, self.cache_write)
        exact = dearest * request.most_input_tokens + self.output * request.max_output_tokens
        return int(exact.to_integral_value(ROUND_CEILING))


def _price(model: str, valid_from: date, *rates: str) -> Price:
    return Price(model, valid_from, *map(Decimal, rates))


# As the providers published them: input, cached input read, cache write, output. Where writing to the cache costs
# nothing of its own, it is input.
PRICES: Final = (
    _price("gpt-4o", date(2024, 10, 1), "2.50", "1.25", "2.50", "10"),
    _price("gpt-4o-mini", date(2024, 10, 1), "0.15", "0.075", "0.15", "0.60"),
    _price("gpt-4.1", date(2025, 4, 14), "2", "0.50", "2", "8"),
    _price("gpt-4.1-mini", date(2025, 4, 14), "0.40", "0.10", "0.40", "1.60"),
    _price("gpt-4.1-nano", date(2025, 4, 14), "0.10", "0.025", "0.10", "0.40"),
    _price("gpt-5", date(2025, 8, 7), "1.25", "0.125", "1.25", "10"),
    _price("gpt-5-mini", date(2025, 8, 7), "0.25", "0.025", "0.25", "2"),
    _price("gpt-5-nano", date(2025, 8, 7), "0.05", "0.005", "0.05", "0.40"),
    _price("claude-3-5-haiku-latest", date(2024, 12, 1), "0.80", "0.08", "1", "4"),
    _price("claude-sonnet-4-0", date(2025, 5, 22), "3", "0.30", "3.75", "15"),
    _price("claude-opus-4-1", date(2025, 8, 5), "15", "1.50", "18.75", "75"),
    _price("claude-sonnet-4-5", date(2025, 9, 29), "3", "0.30", "3.75", "15"),
    _price("claude-haiku-4-5", date(2025, 10, 15), "1", "0.10", "1.25", "5"),
    _price("claude-opus-4-5", date(2025, 11, 24), "5", "0.50", "6.25", "25"),
)


def price_of(model: str, on: date, prices: Iterable[Price] = PRICES) -> Price | None:
    """Return the price of a model on a day, or None where we do not know it."""
    known = [price for price in prices if price.model == model and price.valid_from <= on]
    return max(known, key=lambda price: price.valid_from, default=None)


def read_prices(written: str) -> tuple[Price, ...]:
    """Return prices that an operator wrote, `model=input/cached input/cache write/output` with commas between.

    Raises ValueError.
    """
    prices = []
    for entry in filter(None, (one.strip() for one in written.split(","))):
        model, _, rates = entry.rpartition("=")
        try:
            values = [Decimal(rate) for rate in rates.split("/")]
        except InvalidOperation:
            values = []
        if not model or len(values) != 4 or not all(rate.is_finite() and rate >= 0 for rate in values):
            raise ValueError("a price is written as model=input/cached/write/output, in US dollars per million tokens")
        prices.append(Price(model.strip(), date.min, *values))
    return tuple(prices)
