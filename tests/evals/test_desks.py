"""The layouts of the desks: all that is asked for stands on the page, nothing lies on anything else."""

from decimal import Decimal

import pytest

from bursar.evals.rendering.desks.layouts import DESKS
from bursar.evals.rendering.desks.words import DESK_LANGUAGES, FIRMS, GOODS, of_desk
from bursar.evals.rendering.documents import Document, rendered
from bursar.evals.rendering.vocabulary import Vocabulary
from tests.evals.drawn_pages import (
    assert_every_value_stands,
    assert_groups_make_net_and_tax,
    assert_lines_make_the_net,
    assert_no_words_overlap,
    assert_words_are_whole,
)

INCLUSIVE = {"x08-hotel", "x16-shop"}
REDUCED = "x02-small-firm"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(rendered(DESKS, seed=11, languages=DESK_LANGUAGES))


def said(document: Document) -> dict[str, str]:
    return document.truth.unprinted | document.truth.fields


def test_every_value_that_is_asked_for_stands_on_a_page(documents: list[Document]) -> None:
    assert_every_value_stands(documents, in_rows=("description", "detail", "payment_terms"))


def test_lines_are_quantity_times_price_less_what_is_taken_off_and_add_up_to_the_net_amount(
    documents: list[Document],
) -> None:
    shares = (0, 5, 10, Decimal("12.5"), 15, 20)
    assert_lines_make_the_net(
        [one for one in documents if one.layout not in {*INCLUSIVE, REDUCED}],
        lambda layout: shares if layout[:3] in {"x03", "x14", "x15"} else (0,),
        {"x03-wholesaler"},
    )


def test_prices_that_hold_tax_add_up_to_the_gross_amount(documents: list[Document]) -> None:
    for one in documents:
        if one.layout in INCLUSIVE:
            beside = Decimal(said(one)["gross"]) - sum(Decimal(line["net"]) for line in one.truth.lines)
            assert (beside > 0) == (one.layout == "x16-shop")


def test_what_is_taken_off_the_sum_is_a_share_of_the_lines(documents: list[Document]) -> None:
    for one in documents:
        if one.layout == REDUCED:
            lines = sum((Decimal(line["net"]) for line in one.truth.lines), Decimal(0))
            off = lines - Decimal(said(one)["net"])
            assert any(abs(off - lines * share / 100) <= Decimal("0.005") for share in (0, 3, 5))


def test_taxes_by_rate_add_up_to_the_net_amount_and_the_tax(documents: list[Document]) -> None:
    assert_groups_make_net_and_tax(documents, ())


def test_what_is_paid_and_what_is_left_are_the_whole(documents: list[Document]) -> None:
    paid = {"x07-energy", "x08-hotel", "x11-lawyers", "x13-craftsman"}
    for one in documents:
        assert Decimal(said(one)["gross"]) - Decimal(said(one)["prepaid"]) == Decimal(said(one)["payable"])
        assert not Decimal(said(one)["prepaid"]) or one.layout in paid
    assert paid == {one.layout for one in documents if Decimal(said(one)["prepaid"])}


def test_credit_notes_print_amounts_below_zero_where_their_program_does(documents: list[Document]) -> None:
    corrections = [one for one in documents if one.truth.fields["type_code"] == "381"]
    assert {one.layout for one in corrections} == {"x04-studio", "x15-credit"}
    for one in corrections:
        assert (Decimal(one.truth.fields["gross"]) < 0) == (one.layout == "x15-credit")


@pytest.mark.parametrize("words", DESK_LANGUAGES.values(), ids=DESK_LANGUAGES.keys())
def test_every_language_has_words_for_everything(words: Vocabulary) -> None:
    assert_words_are_whole(words, DESK_LANGUAGES["en"], GOODS)
    assert set(FIRMS[words.code]) == {layout.name[:3] for layout in DESKS}


def test_a_layout_says_what_only_its_program_says_in_its_own_words() -> None:
    general, own = DESK_LANGUAGES["de"].labels, of_desk(DESK_LANGUAGES["de"], "x07").labels
    assert own["payable"] == DESK_LANGUAGES["de"].labels["x07.payable"] != general["payable"]
    assert own["iban"] == general["iban"]
    assert not any("x07" in name or "x08" in name for name in own)


def test_no_words_lie_on_others_or_beyond_the_paper(documents: list[Document]) -> None:
    assert_no_words_overlap(documents)
