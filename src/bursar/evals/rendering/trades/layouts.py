"""The layouts of the trades."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Facts
from bursar.evals.rendering.invention import Needs, invented
from bursar.evals.rendering.layouts import Hand, Layout, true_anyway
from bursar.evals.rendering.trades import guests, industry, offices, subscriptions, supply
from bursar.evals.rendering.trades.stock import Shelf, stocked
from bursar.evals.rendering.trades.words import GOODS, in_two_languages
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary

Page: TypeAlias = Callable[[Draft], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade(Hand):
    """What one trade sends: a page, and the goods that are charged on it.

    `paid` are shares of the gross amount that were paid before. `inclusive` prices hold the tax. `bilingual` names
    everything in a second language too. `corrects` makes it a credit note always. `not_in` are countries where nobody
    sends such a document.
    """

    page: Page
    shelves: tuple[Shelf, ...]
    paid: tuple[str, ...] = ()
    inclusive: bool = False
    bilingual: bool = False
    corrects: bool = False
    not_in: tuple[str, ...] = ()
    margins: tuple[float, float, float] = (54, 50, 96)

    def draw(self, facts: Facts, words: Vocabulary, rng: Random) -> tuple[bytes, Truth]:
        """Return the PDF and what is printed on it."""
        if facts.seller.country in self.not_in:
            cities = {code: some for code, some in words.cities.items() if code not in self.not_in}
            facts = invented(rng, replace(words, cities=cities), self.needs)
        facts = stocked(facts, GOODS[words.code], rng, self.shelves, paid=self.paid, inclusive=self.inclusive)
        facts = replace(facts, credit=self.corrects)
        d = self.opened(facts, in_two_languages(words) if self.bilingual else words, rng, self.margins)
        self.page(d)
        d.truth.unprinted = true_anyway(facts, d.truth, negative=self.negative) | d.truth.unprinted
        return d.sheet.written(), d.truth


_HOURS: Final = ("0.5", "2", "3.5", "8", "12.25", "24")
_MANY: Final = ("4", "10", "25", "100", "250", "500")
_METERED: Final = ("0.75", "12.5", "96", "744", "1488", "4120.25")
_OFFICE: Final = (Shelf(kind="office", lines=(1, 6), prices=(890, 64_000)),)
_SERVICES: Final = (Shelf(kind="services", lines=(1, 5), prices=(4_500, 120_000), quantities=_HOURS),)
_US: Final = ("US",)

TRADES: Final[tuple[Layout, ...]] = (
    Trade(
        name="t01-erp", page=industry.erp, money="code", not_in=_US,
        shelves=(Shelf(kind="parts", lines=(3, 9), prices=(8, 9_000), quantities=_MANY),),
    ),
    Trade(
        name="t02-books", page=offices.books, money="after",
        shelves=_SERVICES,
    ),
    Trade(
        name="t03-card", page=subscriptions.card, money="tight",
        shelves=(Shelf(kind="software", lines=(1, 4), prices=(900, 19_900), quantities=("1", "5", "12", "40")),),
    ),
    Trade(
        name="t04-charged", page=subscriptions.charged, money="tight", paid=("1",),
        shelves=(Shelf(kind="software", lines=(1, 3), prices=(500, 9_900), quantities=("1", "3", "8")),),
    ),
    Trade(
        name="t05-cloud", page=subscriptions.cloud, money="code", margins=(50, 50, 80),
        shelves=(
            Shelf(kind="compute", lines=(3, 8), prices=(104, 9_600), places=4, quantities=_METERED),
            Shelf(kind="storage", lines=(2, 6), prices=(40, 2_500), places=4, quantities=_METERED),
            Shelf(kind="network", lines=(1, 4), prices=(50, 1_200), places=4, quantities=_METERED),
        ),
    ),
    Trade(
        name="t06-utility", page=supply.utility, money="after", minus="after", paid=("0.75", "0.9"), not_in=_US,
        shelves=(
            Shelf(
                kind="energy", lines=(2, 3), prices=(1_200, 3_900), places=4,
                quantities=("2140", "3875", "12408", "961"),
            ),
            Shelf(kind="energy_base", lines=(1, 2), prices=(22, 89), quantities=("365",)),
        ),
    ),
    Trade(
        name="t07-telecom", page=subscriptions.telecom, money="before", not_in=_US,
        shelves=(
            Shelf(kind="line_base", lines=(2, 3), prices=(990, 5_995), quantities=("1", "4", "11")),
            Shelf(kind="line_usage", lines=(3, 5), prices=(5, 99), quantities=("17", "42.5", "130", "8")),
            Shelf(kind="line_extra", lines=(1, 2), prices=(150, 990), quantities=("1",)),
        ),
    ),
    Trade(
        name="t08-crafts", page=offices.crafts, money="after", not_in=_US, needs=Needs(accounts=2),
        shelves=(
            Shelf(kind="labour", lines=(2, 4), prices=(3_200, 8_900), quantities=_HOURS),
            Shelf(kind="material", lines=(2, 5), prices=(150, 4_900), quantities=("1", "12.5", "36", "80")),
        ),
    ),
    Trade(
        name="t09-shop", page=guests.shop, money="after", not_in=_US, inclusive=True, needs=Needs(shipping=True),
        shelves=(
            Shelf(kind="shop", lines=(1, 4), prices=(990, 19_900), quantities=("1", "1", "2")),
            Shelf(kind="shop_books", lines=(0, 2), prices=(800, 3_900), rate=1, quantities=("1",)),
        ),
    ),
    Trade(
        name="t10-wholesale", page=industry.wholesale, money="none", not_in=_US, margins=(40, 40, 76),
        needs=Needs(accounts=2),
        shelves=(
            Shelf(kind="food", lines=(18, 30), prices=(290, 8_900), quantities=("1", "2", "6", "10", "24"), rate=1),
            Shelf(kind="drinks", lines=(12, 22), prices=(390, 4_900), quantities=("1", "4", "8", "20")),
            Shelf(kind="deposit", lines=(2, 3), prices=(8, 900), quantities=("24", "40", "96")),
        ),
    ),
    Trade(
        name="t11-prose", page=offices.prose, money="before", font="times", margins=(76, 76, 90),
        shelves=(Shelf(kind="writing", lines=(1, 1), prices=(30_000, 480_000), quantities=("1",)),),
    ),
    Trade(
        name="t12-hotel", page=guests.hotel, money="before", not_in=_US, inclusive=True, font="times",
        shelves=(
            Shelf(kind="hotel", lines=(1, 3), prices=(7_900, 24_900), quantities=("1",), rate=1),
            Shelf(kind="hotel_more", lines=(2, 5), prices=(350, 6_900), quantities=("1", "2")),
            Shelf(kind="hotel_free", lines=(1, 2), prices=(120, 450), quantities=("1", "2"), rate=None),
        ),
    ),
    Trade(
        name="t13-freight", page=industry.freight, money="code", not_in=_US,
        shelves=(
            Shelf(kind="haulage", lines=(2, 4), prices=(3_500, 96_000), quantities=("1",)),
            Shelf(kind="haulage_abroad", lines=(1, 3), prices=(9_000, 390_000), quantities=("1",), rate=None),
        ),
    ),
    Trade(
        name="t14-till", page=guests.till, money="none", not_in=_US, inclusive=True, font="courier", paper="Till",
        margins=(14, 14, 40),
        shelves=(
            Shelf(kind="menu", lines=(1, 5), prices=(690, 3_400), quantities=("1", "2"), rate=1),
            Shelf(kind="menu_drinks", lines=(1, 4), prices=(320, 1_200), quantities=("1", "2", "3")),
        ),
    ),
    Trade(
        name="t15-doctor", page=offices.doctor, money="after", needs=Needs(untaxed=True), not_in=_US,
        shelves=(Shelf(kind="treatment", lines=(2, 6), prices=(466, 18_500), quantities=("1",), rate=None),),
    ),
    Trade(
        name="t16-counsel", page=offices.counsel, money="before", font="times", not_in=_US, needs=Needs(accounts=2),
        shelves=(
            Shelf(kind="counsel", lines=(2, 4), prices=(2_000, 240_000), quantities=("1",)),
            Shelf(kind="counsel_free", lines=(1, 2), prices=(1_000, 80_000), quantities=("1",), rate=None),
        ),
    ),
    Trade(
        name="t17-correction", page=offices.correction, money="after", negative=True, corrects=True,
        shelves=_OFFICE,
    ),
    Trade(
        name="t18-reminder", page=offices.reminder, money="after", needs=Needs(accounts=2), not_in=_US,
        shelves=(Shelf(kind="cleaning", lines=(1, 4), prices=(450, 69_000), quantities=("1", "3", "42.5")),),
    ),
    Trade(
        name="t19-nameless", page=offices.nameless, money="none", needs=Needs(accounts=2), shelves=_SERVICES,
    ),
    Trade(name="t20-bilingual", page=industry.boxed, money="none", order="shuffled", bilingual=True, shelves=_SERVICES),
    Trade(name="t21-american", page=industry.american, money="tight", shelves=_OFFICE),
    Trade(
        name="t22-slip", page=supply.slip, money="none", not_in=_US,
        shelves=(
            Shelf(kind="town", lines=(2, 4), prices=(85, 9_900), quantities=("1", "14", "56", "120.5"), rate=1),
            Shelf(kind="town_more", lines=(0, 2), prices=(1_200, 18_900), quantities=("1", "2")),
        ),
    ),
    Trade(
        name="t23-authority", page=supply.authority, money="before", not_in=_US, font="courier",
        needs=Needs(accounts=2), order="columns",
        shelves=(
            Shelf(kind="town", lines=(1, 3), prices=(95, 4_900), quantities=("1", "22", "48.5"), rate=1),
            Shelf(kind="town_more", lines=(1, 3), prices=(2_400, 12_900), quantities=("1", "2", "6.5")),
        ),
    ),
    Trade(
        name="t24-hosting", page=subscriptions.hosting, money="code", split=True, needs=Needs(accounts=2),
        shelves=(Shelf(kind="hosting", lines=(1, 5), prices=(90, 8_900), quantities=("1", "2", "12")),),
    ),
)  # fmt: skip
