from decimal import Decimal
from random import Random

import pytest
from stdnum import iban as register

from bursar.core.extraction import GROUP, HEADER, LINE
from bursar.evals.rendering.documents import LANGUAGES, Document, rendered
from bursar.evals.rendering.first.layouts import FIRST
from bursar.evals.rendering.fresh.layouts import FRESH
from bursar.evals.rendering.fresh.words import FRESH_LANGUAGES
from bursar.evals.rendering.guilds.layouts import GUILDS
from bursar.evals.rendering.guilds.words import GUILD_LANGUAGES
from bursar.evals.rendering.habits.layouts import HABITS
from bursar.evals.rendering.habits.words import HABIT_LANGUAGES
from bursar.evals.rendering.houses.layouts import HOUSES
from bursar.evals.rendering.houses.words import HOUSE_LANGUAGES
from bursar.evals.rendering.manners.layouts import MANNERS
from bursar.evals.rendering.manners.words import MANNER_LANGUAGES
from bursar.evals.rendering.places import COUNTRIES, iban, tax_id
from bursar.evals.rendering.trades.layouts import TRADES
from bursar.evals.rendering.trades.words import TRADE_LANGUAGES
from bursar.formats.identifiers import vat_id_valid

SEED = 7
INCLUSIVE = {"t09-shop", "t12-hotel", "t14-till"}


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    fresh = rendered(FRESH, seed=SEED, languages=FRESH_LANGUAGES)
    houses = rendered(HOUSES, seed=SEED, languages=HOUSE_LANGUAGES)
    guilds = rendered(GUILDS, seed=SEED, languages=GUILD_LANGUAGES)
    habits = rendered(HABITS, seed=SEED, languages=HABIT_LANGUAGES)
    manners = rendered(MANNERS, seed=SEED, languages=MANNER_LANGUAGES)
    trades = rendered(TRADES, seed=SEED, languages=TRADE_LANGUAGES)
    return [*rendered(FIRST, seed=SEED), *habits, *manners, *trades, *guilds, *fresh, *houses]


def test_every_layout_is_drawn_in_every_language(documents: list[Document]) -> None:
    assert len(FIRST) >= 28
    assert len(HOUSES) >= 14
    drawn = [layout.name for layout in (*FIRST, *HABITS, *MANNERS, *TRADES, *GUILDS, *FRESH, *HOUSES)]
    layouts = set(drawn)
    assert len(layouts) == len(drawn) >= 116
    assert len({(one.layout, one.language) for one in documents}) == len(layouts) * len(LANGUAGES)


def test_layouts_held_out_say_most_things_in_other_words() -> None:
    for code, words in LANGUAGES.items():
        other = HOUSE_LANGUAGES[code].labels
        others = (HABIT_LANGUAGES, MANNER_LANGUAGES, TRADE_LANGUAGES, GUILD_LANGUAGES, FRESH_LANGUAGES)
        known = (words.labels, *(languages[code].labels for languages in others))
        seen = {name: {one for labels in known for one in labels.get(name, ())} for name in other}
        new = [name for name, wordings in other.items() if set(wordings) - seen[name]]
        assert len(new) >= 0.8 * len(other)


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
