"""The layouts of the counters: all that is asked for stands on the page, nothing lies on anything else."""

from decimal import Decimal

import pytest

from bursar.core.extraction import GROUP, HEADER, LINE
from bursar.evals.rendering.counters.layouts import COUNTERS
from bursar.evals.rendering.counters.words import COUNTER_LANGUAGES, GOODS
from bursar.evals.rendering.documents import Document, rendered
from bursar.evals.rendering.vocabulary import Vocabulary
from tests.evals.drawn_pages import (
    assert_every_value_stands,
    assert_groups_make_net_and_tax,
    assert_lines_make_the_net,
    assert_no_words_overlap,
    assert_words_are_whole,
)

REDUCED = "w02-wholesale"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(rendered(COUNTERS, seed=11, languages=COUNTER_LANGUAGES))


def test_each_layout_is_drawn_in_each_language(documents: list[Document]) -> None:
    assert len({(one.layout, one.language) for one in documents}) == len(COUNTERS) * 6 == 96
    assert {one.truth.fields["currency"] for one in documents if "currency" in one.truth.fields} >= {
        "EUR",
        "GBP",
        "CHF",
    }


def test_truth_has_the_names_of_the_extraction_and_what_every_invoice_says(documents: list[Document]) -> None:
    always = {"invoice_number", "type_code", "issue_date", "gross", "seller_name", "buyer_name"}
    for one in documents:
        assert always <= set(one.truth.fields) <= set(HEADER), one.name
        assert not set(one.truth.fields) & set(one.truth.unprinted)
        assert all(set(line) <= {*LINE, "detail"} for line in one.truth.lines)
        assert all(set(group) <= set(GROUP) for group in one.truth.groups)


def test_every_value_that_is_asked_for_stands_on_a_page(documents: list[Document]) -> None:
    assert_every_value_stands(documents, in_rows=("description", "detail", "payment_terms"))


def test_lines_are_quantity_times_price_less_what_is_taken_off_and_add_up_to_the_net_amount(
    documents: list[Document],
) -> None:
    assert_lines_make_the_net(
        [one for one in documents if one.layout != REDUCED],
        lambda layout: (0, 10) if layout == "w09-workshop" else (0,),
        {"w11-print"},
    )


def test_an_invoice_may_be_reduced_as_a_whole(documents: list[Document]) -> None:
    shares = set()
    for one in documents:
        if one.layout == REDUCED:
            whole = sum(Decimal(line["net"]) for line in one.truth.lines)
            shares.add(1 - Decimal(one.truth.fields["net"]) / whole)
    assert {round(share, 3) for share in shares} > {Decimal("0.02")}
    assert max(shares) < Decimal("0.031")


def test_taxes_by_rate_add_up_to_the_net_amount_and_the_tax(documents: list[Document]) -> None:
    assert_groups_make_net_and_tax(documents, {"w06-insurance"})


def test_what_is_paid_and_what_is_left_are_the_whole(documents: list[Document]) -> None:
    paid = set()
    for one in documents:
        said = one.truth.unprinted | one.truth.fields
        assert Decimal(said["net"]) + Decimal(said["tax"]) == Decimal(said["gross"])
        assert Decimal(said["gross"]) - Decimal(said["prepaid"]) == Decimal(said["payable"])
        paid |= {one.layout} if Decimal(said["prepaid"]) else set()
    assert paid == {"w03-cloud", "w10-architect", "w12-utility"}


def test_credits_are_printed_in_the_ways_in_which_people_print_them(documents: list[Document]) -> None:
    corrections = [one for one in documents if one.truth.fields["type_code"] == "381"]
    assert {one.layout for one in corrections} == {"w01-standard", "w02-wholesale", "w08-medical", "w16-machine"}
    for one in corrections:
        assert (Decimal(one.truth.fields["gross"]) < 0) == (one.layout in {"w08-medical", "w16-machine"})


def test_customers_in_other_countries_are_charged_without_tax(documents: list[Document]) -> None:
    foreign = [one.truth.fields for one in documents if one.layout == "w15-translation"]
    assert all(fields["buyer_tax_id"][:2] != fields["seller_tax_id"][:2] for fields in foreign)
    assert all(Decimal(fields["tax"]) == 0 for fields in foreign)


@pytest.mark.parametrize("words", COUNTER_LANGUAGES.values(), ids=COUNTER_LANGUAGES.keys())
def test_every_language_has_words_for_everything(words: Vocabulary) -> None:
    assert_words_are_whole(words, COUNTER_LANGUAGES["en"], GOODS)


def test_no_words_lie_on_others_or_beyond_the_paper(documents: list[Document]) -> None:
    assert_no_words_overlap(documents)
