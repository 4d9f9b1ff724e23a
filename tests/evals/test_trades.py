"""What the trades send: everything that is asked for stands on the page, nothing lies on anything else."""

from decimal import Decimal

import pytest

from bursar.evals.rendering.documents import Document, rendered
from bursar.evals.rendering.trades.layouts import TRADES
from bursar.evals.rendering.trades.words import GOODS, TRADE_LANGUAGES
from bursar.evals.rendering.vocabulary import Vocabulary
from tests.evals.drawn_pages import (
    assert_every_value_stands,
    assert_no_words_overlap,
    assert_words_are_whole,
)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(rendered(TRADES, seed=11, languages=TRADE_LANGUAGES))


def test_every_value_that_is_asked_for_stands_on_a_page(documents: list[Document]) -> None:
    assert_every_value_stands(documents)


def test_lines_are_quantity_times_price_and_add_up_to_the_net_amount(documents: list[Document]) -> None:
    for one in documents:
        lines = one.truth.lines
        assert lines
        for line in lines:
            if {"quantity", "unit_price", "net"} <= line.keys():
                exact = Decimal(line["quantity"]) * Decimal(line["unit_price"])
                assert abs(exact - Decimal(line["net"])) <= Decimal("0.005")
        if all("net" in line for line in lines):
            said = one.truth.unprinted | one.truth.fields
            assert sum(Decimal(line["net"]) for line in lines) == Decimal(said["net"])


def test_what_is_paid_and_what_is_left_are_the_whole(documents: list[Document]) -> None:
    for one in documents:
        said = one.truth.unprinted | one.truth.fields
        held = Decimal(said["gross"]) - Decimal(said["prepaid"]) - Decimal(said["payable"])
        assert held == 0 or (
            one.layout == "t08-crafts" and abs(held / Decimal(said["gross"]) - Decimal("0.05")) < Decimal("0.001")
        )


@pytest.mark.parametrize("words", TRADE_LANGUAGES.values(), ids=TRADE_LANGUAGES.keys())
def test_every_language_has_words_for_everything(words: Vocabulary) -> None:
    assert_words_are_whole(words, TRADE_LANGUAGES["en"], GOODS)


def test_no_words_lie_on_others_or_beyond_the_paper(documents: list[Document]) -> None:
    assert_no_words_overlap(documents)
