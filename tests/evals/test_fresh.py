"""The fresh layouts: everything that is asked for stands on the page, nothing lies on anything else."""

from decimal import Decimal

import pytest

from bursar.evals.rendering.documents import Document, rendered
from bursar.evals.rendering.fresh.layouts import FRESH
from bursar.evals.rendering.fresh.words import FRESH_LANGUAGES, GOODS
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
    return list(rendered(FRESH, seed=11, languages=FRESH_LANGUAGES))


def test_every_value_that_is_asked_for_stands_on_a_page(documents: list[Document]) -> None:
    assert_every_value_stands(documents, in_rows=("detail", "payment_terms"))


def test_lines_are_quantity_times_price_less_what_is_taken_off_and_add_up_to_the_net_amount(
    documents: list[Document],
) -> None:
    assert_lines_make_the_net(
        documents,
        lambda layout: (0, 5, 10, Decimal("12.5"), 20, 35) if layout in {"z02-artisan", "z09-parts"} else (0,),
        {"z13-printer", "z16-renter"},
    )


def test_taxes_by_rate_add_up_to_the_net_amount_and_the_tax(documents: list[Document]) -> None:
    assert_groups_make_net_and_tax(documents, {"z10-licences", "z14-school"})


def test_what_is_paid_or_kept_and_what_is_left_are_the_whole(documents: list[Document]) -> None:
    for one in documents:
        said = one.truth.unprinted | one.truth.fields
        kept = Decimal(said["gross"]) - Decimal(said["prepaid"]) - Decimal(said["payable"])
        share = 100 * kept / Decimal(said["net"])
        assert kept == 0 or (one.layout == "z03-freelancer" and abs(share - round(share)) < Decimal("0.01"))


@pytest.mark.parametrize("words", FRESH_LANGUAGES.values(), ids=FRESH_LANGUAGES.keys())
def test_every_language_has_words_for_everything(words: Vocabulary) -> None:
    assert_words_are_whole(words, FRESH_LANGUAGES["en"], GOODS)


def test_no_words_lie_on_others_or_beyond_the_paper(documents: list[Document]) -> None:
    assert_no_words_overlap(documents)
