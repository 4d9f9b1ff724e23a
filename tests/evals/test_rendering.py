from decimal import Decimal
from random import Random

import pytest
from stdnum import iban as register

from bursar.core.extraction import GROUP, HEADER, LINE
from bursar.evals.datasets import DEVELOPMENT, FITTING, HELD_OUT, SETS
from bursar.evals.rendering.documents import LANGUAGES, Document, rendered
from bursar.evals.rendering.first.layouts import FIRST
from bursar.evals.rendering.places import COUNTRIES, iban, tax_id
from bursar.formats.identifiers import vat_id_valid

SEED = 7
INCLUSIVE = {"t09-shop", "t12-hotel", "t14-till", "x08-hotel", "x16-shop"}


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [
        document
        for drawn in SETS.values()
        for layouts, languages in drawn
        for document in rendered(layouts, seed=SEED, languages=languages)
    ]


def test_every_layout_is_drawn_in_every_language(documents: list[Document]) -> None:
    names = {name: [one.name for layouts, _ in drawn for one in layouts] for name, drawn in SETS.items()}
    assert {name: len(drawn) for name, drawn in names.items()} == {DEVELOPMENT: 132, FITTING: 16, HELD_OUT: 16}
    layouts = {one for drawn in names.values() for one in drawn}
    assert len(layouts) == 132 + 16 + 16
    assert len({(one.layout, one.language) for one in documents}) == len(layouts) * len(LANGUAGES)


def test_layouts_that_nobody_looks_at_say_most_things_in_other_words() -> None:
    known = [languages for _, languages in SETS[DEVELOPMENT]]
    for code in LANGUAGES:
        for _, languages in (*SETS[FITTING], *SETS[HELD_OUT]):
            theirs = languages[code].labels
            seen = {name: {one for words in known for one in words[code].labels.get(name, ())} for name in theirs}
            new = [name for name, wordings in theirs.items() if set(wordings) - seen[name]]
            assert len(new) >= 0.75 * len(theirs)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    def drawn(seed: int) -> list[bytes]:
        return [one.pdf for one in rendered(FIRST, seed=seed, documents=5)]

    assert drawn(1) == drawn(1)
    assert not set(drawn(1)) & set(drawn(2))


def test_truth_has_the_names_of_the_extraction_and_nothing_else(documents: list[Document]) -> None:
    for one in documents:
        assert set(one.truth.fields) <= set(HEADER)
        assert not set(one.truth.fields) & set(one.truth.unprinted)
        assert all(set(line) <= {*LINE, "detail"} for line in one.truth.lines)
        assert all(set(group) <= set(GROUP) for group in one.truth.groups)
        assert {"invoice_number", "type_code", "issue_date", "gross", "seller_name", "buyer_name"} <= set(
            one.truth.fields
        )


def test_printed_sums_agree_to_the_cent(documents: list[Document]) -> None:
    for one in documents:
        # Where prices include tax, both the tax and what is left of the price are rounded.
        rounding = Decimal("0.007") if one.layout in INCLUSIVE else Decimal("0.005")
        said = one.truth.unprinted | one.truth.fields
        assert Decimal(said["net"]) + Decimal(said["tax"]) == Decimal(said["gross"])
        for group in one.truth.groups:
            if {"base", "tax"} <= set(group):
                tax = Decimal(group["base"]) * Decimal(group["rate"]) / 100
                assert abs(tax - Decimal(group["tax"])) <= rounding


@pytest.mark.parametrize("country", sorted(set(COUNTRIES) - {"US"}))
def test_invented_identifiers_have_right_check_digits(country: str) -> None:
    for seed in range(20):
        rng = Random(seed)
        assert vat_id_valid(tax_id(rng, country))
        assert register.is_valid(iban(rng, country))
