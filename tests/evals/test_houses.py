"""The layouts of the houses: all that is asked for stands on the page, nothing lies on anything else."""

from decimal import Decimal

import pytest

from bursar.evals.rendering.documents import Document, rendered
from bursar.evals.rendering.houses.layouts import HOUSES
from bursar.evals.rendering.houses.words import GOODS, HOUSE_LANGUAGES
from bursar.evals.rendering.vocabulary import Vocabulary
from tests.evals.drawn_pages import (
    assert_every_value_stands,
    assert_groups_make_net_and_tax,
    assert_lines_make_the_net,
    assert_no_words_overlap,
    assert_words_are_whole,
)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(rendered(HOUSES, seed=11, languages=HOUSE_LANGUAGES))


def test_every_value_that_is_asked_for_stands_on_a_page(documents: list[Document]) -> None:
    assert_every_value_stands(documents, in_rows=("detail", "payment_terms"))


def test_lines_are_quantity_times_price_less_what_is_taken_off_and_add_up_to_the_net_amount(
    documents: list[Document],
) -> None:
    assert_lines_make_the_net(
        documents,
        lambda layout: (0, Decimal("3.5"), 8, 10, 15) if layout in {"y05-workshop", "y09-pharmacy"} else (0,),
        {"y08-seed"},
    )


def test_taxes_by_rate_add_up_to_the_net_amount_and_the_tax(documents: list[Document]) -> None:
    assert_groups_make_net_and_tax(documents, {"y12-broker"})


def test_what_is_paid_and_what_is_left_are_the_whole(documents: list[Document]) -> None:
    for one in documents:
        said = one.truth.unprinted | one.truth.fields
        assert Decimal(said["gross"]) - Decimal(said["prepaid"]) == Decimal(said["payable"])
        assert bool(Decimal(said["prepaid"])) == (one.layout in {"y06-architect", "y10-registrar"})


def test_credits_are_printed_in_the_ways_in_which_people_print_them(documents: list[Document]) -> None:
    below = {"y02-dental": True, "y09-pharmacy": True, "y11-coworking": True}
    corrections = [one for one in documents if one.truth.fields["type_code"] == "381"]
    assert len({one.layout for one in corrections}) >= 4
    for one in corrections:
        assert (Decimal(one.truth.fields["gross"]) < 0) == below.get(one.layout, False)


@pytest.mark.parametrize("words", HOUSE_LANGUAGES.values(), ids=HOUSE_LANGUAGES.keys())
def test_every_language_has_words_for_everything(words: Vocabulary) -> None:
    assert_words_are_whole(words, HOUSE_LANGUAGES["en"], GOODS)


def test_no_words_lie_on_others_or_beyond_the_paper(documents: list[Document]) -> None:
    assert_no_words_overlap(documents)
