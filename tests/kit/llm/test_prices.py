"""Prices: dated, in whole micro-dollars rounded up, and never below what a call can cost."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.kit.llm.models import Request, Turn, Usage
from bursar.kit.llm.prices import PRICES, Price, price_of, read_prices

TOKENS = st.integers(0, 1_000_000)
RATES = st.decimals(0, 100, places=4)
PRICED = st.builds(Price, st.just("m"), st.just(date.min), RATES, RATES, RATES, RATES)
TODAY = date(2026, 11, 22)


def test_a_million_tokens_cost_the_price_in_dollars() -> None:
    price = Price("m", TODAY, Decimal("2.50"), Decimal("1.25"), Decimal("3.75"), Decimal(10))
    assert price.cost_micro(Usage(input=1_000_000)) == 2_500_000
    assert price.cost_micro(Usage(cached_input=1_000_000)) == 1_250_000
    assert price.cost_micro(Usage(cache_write=1_000_000)) == 3_750_000
    assert price.cost_micro(Usage(output=1_000_000)) == 10_000_000


def test_a_fraction_of_a_micro_dollar_is_rounded_up() -> None:
    price = Price("m", TODAY, Decimal("0.05"), Decimal(0), Decimal(0), Decimal(0))
    assert [price.cost_micro(Usage(input=tokens)) for tokens in (0, 1, 20, 21)] == [0, 1, 1, 2]


@given(PRICED, TOKENS, TOKENS, TOKENS, TOKENS)
def test_calls_apart_never_cost_less_than_together(price: Price, one: int, two: int, three: int, four: int) -> None:
    first, second = Usage(one, two, three, four), Usage(four, three, two, one)
    apart = price.cost_micro(first) + price.cost_micro(second)
    assert price.cost_micro(first + second) <= apart


@given(PRICED, st.text(max_size=60), st.text(max_size=200), st.integers(1, 5000), st.data())
def test_no_usage_of_a_request_costs_more_than_its_worst_case(
    price: Price, static: str, said: str, most: int, data: st.DataObject
) -> None:
    request = Request("m", static, (Turn("user", said),), {"type": "object"}, most)
    # No tokenizer makes more tokens than there are bytes.
    left = len((static + said).encode())
    parts = sorted(data.draw(st.lists(st.integers(0, left), min_size=2, max_size=2)))
    usage = Usage(parts[0], parts[1] - parts[0], left - parts[1], data.draw(st.integers(0, most)))
    assert price.cost_micro(usage) <= price.worst_micro(request)


def test_a_call_is_priced_as_of_its_day() -> None:
    old = Price("m", date(2026, 1, 1), *[Decimal(1)] * 4)
    new = Price("m", date(2026, 6, 1), *[Decimal(2)] * 4)
    found = [price_of("m", day, (new, old)) for day in (date(2025, 12, 31), date(2026, 5, 31), date(2026, 6, 1))]
    assert found == [None, old, new]


def test_nobody_knows_the_price_of_a_model_that_is_not_in_the_table() -> None:
    assert price_of("made-up", TODAY) is None


def test_the_table_names_each_model_once_a_day_and_reading_from_the_cache_is_never_dearer() -> None:
    assert len({(price.model, price.valid_from) for price in PRICES}) == len(PRICES)
    assert all(price.cached_input <= price.input <= price.cache_write <= price.output for price in PRICES)


def test_an_operator_may_price_other_models() -> None:
    (price,) = read_prices(" local/llama=0.1/0/0.1/0.4 , ")
    assert (price.model, price.input, price.output) == ("local/llama", Decimal("0.1"), Decimal("0.4"))
    assert price_of("local/llama", TODAY, (*PRICES, price)) == price


@pytest.mark.parametrize("written", ["m", "m=1/2/3", "=1/2/3/4", "m=1/2/3/x", "m=1/2/3/-4", "m=1/2/3/NaN"])
def test_a_price_that_cannot_be_read_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="a price is written as"):
        read_prices(written)
