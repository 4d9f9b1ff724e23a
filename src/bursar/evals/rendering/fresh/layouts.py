"""The fresh layouts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Facts
from bursar.evals.rendering.fresh import makers, offices, suppliers
from bursar.evals.rendering.fresh.parts import DATES, Figures
from bursar.evals.rendering.fresh.words import GOODS
from bursar.evals.rendering.invention import Needs, invented
from bursar.evals.rendering.layouts import Hand, Layout, true_anyway
from bursar.evals.rendering.trades.stock import Shelf, stocked
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary

Page: TypeAlias = Callable[[Draft], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender(Hand):
    """What one kind of sender draws: a page, and the goods that are charged on it.

    `paid` are shares of the gross amount that were paid before. `untaxed` is why there is no tax, where there is none.
    `abroad` tells that senders in the United States write so too. `goods` are by language and kind, `dates` by country.
    """

    page: Page
    shelves: tuple[Shelf, ...]
    paid: tuple[str, ...] = ()
    untaxed: str = ""
    abroad: bool = False
    margins: tuple[float, float, float] = (50, 50, 84)
    goods: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=lambda: GOODS)
    dates: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: DATES)

    def draw(self, facts: Facts, words: Vocabulary, rng: Random) -> tuple[bytes, Truth]:
        """Return the PDF and what is printed on it."""
        if facts.seller.country == "US" and not self.abroad:
            cities = {code: some for code, some in words.cities.items() if code != "US"}
            facts = invented(rng, replace(words, cities=cities), self.needs)
        facts = stocked(replace(facts, untaxed=self.untaxed), self.goods[words.code], rng, self.shelves, paid=self.paid)
        d = self.opened(facts, words, rng, self.margins, numbers=Figures, dates=self.dates)
        self.page(d)
        d.truth.unprinted = true_anyway(facts, d.truth, negative=self.negative) | d.truth.unprinted
        return d.sheet.written(), d.truth


_HOURS: Final = ("0.75", "1.5", "3", "4.25", "6", "11.5")
_DAYS: Final = ("1", "2", "3", "5", "9", "14")
_FEW: Final = ("1", "1", "2", "4")
_SOME: Final = ("2", "5", "12", "30", "48")

FRESH: Final[tuple[Layout, ...]] = (
    Sender(
        name="z01-accountant", page=offices.accountant, money="before", margins=(58, 52, 70),
        shelves=(Shelf(kind="accounting", lines=(1, 5), prices=(6_500, 14_500), quantities=_HOURS),),
    ),
    Sender(
        name="z02-artisan", page=makers.artisan, money="before", order="columns", margins=(36, 36, 70),
        shelves=(
            Shelf(kind="craft", lines=(2, 5), prices=(2_800, 64_000), quantities=_FEW, discounts=("0", "5", "10")),
            Shelf(kind="craft_low", lines=(0, 2), prices=(4_000, 30_000), quantities=_FEW, rate=1, discounts=("0",)),
        ),
    ),
    Sender(
        name="z03-freelancer", page=offices.freelancer, money="after",
        shelves=(Shelf(kind="freelance", lines=(1, 3), prices=(8_000, 90_000), quantities=("1", "2", "3.5", "6")),),
    ),
    Sender(
        name="z04-company", page=makers.company, money="after", order="shuffled", margins=(28, 40, 60),
        shelves=(Shelf(kind="supplies", lines=(2, 6), prices=(290, 8_900), quantities=_SOME),),
    ),
    Sender(
        name="z05-standard", page=offices.standard, money="code", split=True, margins=(56, 48, 104),
        shelves=(Shelf(kind="technical", lines=(2, 8), prices=(5_900, 98_000), quantities=_FEW),),
    ),
    Sender(
        name="z06-remittance", page=suppliers.remittance, money="tight", margins=(46, 46, 180),
        shelves=(Shelf(kind="facility", lines=(6, 34), prices=(180, 12_900), quantities=_SOME),),
    ),
    Sender(
        name="z07-agency", page=offices.agency, money="lead", minus="brackets", negative=True, abroad=True,
        needs=Needs(credit=True),
        shelves=(
            Shelf(kind="fees", lines=(1, 4), prices=(9_000, 115_000), quantities=_HOURS),
            Shelf(kind="expenses", lines=(1, 3), prices=(1_900, 48_000), quantities=_FEW),
        ),
    ),
    Sender(
        name="z08-studio", page=offices.studio, money="before", abroad=True, margins=(44, 56, 60),
        shelves=(Shelf(kind="design", lines=(1, 4), prices=(45_000, 1_250_000), quantities=("1",)),),
    ),
    Sender(
        name="z09-parts", page=makers.parts, money="none", margins=(28, 28, 46),
        shelves=(
            Shelf(
                kind="spare", lines=(24, 75), prices=(45, 38_000), quantities=("1", "1", "2", "4", "10"),
                discounts=("0", "12.5", "20", "35"),
            ),
        ),
    ),
    Sender(
        name="z10-licences", page=suppliers.licences, money="code", untaxed="reverse", needs=Needs(untaxed=True),
        order="reversed", shelves=(Shelf(kind="licences", lines=(1, 5), prices=(1_900, 89_000), quantities=_SOME),),
    ),
    Sender(
        name="z11-energy", page=suppliers.energy, money="after", paid=("0.8", "0.92"),
        shelves=(
            Shelf(
                kind="energy", lines=(1, 2), prices=(143_000, 389_000), places=6,
                quantities=("1874", "2930", "6411", "15208"),
            ),
            Shelf(kind="energy_base", lines=(1, 2), prices=(1_800, 7_450), places=4, quantities=("365",)),
        ),
    ),
    Sender(
        name="z12-cleaning", page=suppliers.cleaning, money="after", font="times", margins=(64, 60, 70),
        shelves=(Shelf(kind="cleaning", lines=(6, 31), prices=(2_400, 4_600), quantities=_HOURS),),
    ),
    Sender(
        name="z13-printer", page=makers.printer, money="none", font="times", needs=Needs(shipping=True),
        shelves=(
            Shelf(
                kind="print", lines=(1, 4), prices=(1_900, 48_000), places=5,
                quantities=("500", "2500", "5000", "12000"),
            ),
            Shelf(kind="print_books", lines=(0, 1), prices=(40_000, 190_000), places=5, quantities=("300",), rate=1),
        ),
    ),
    Sender(
        name="z14-school", page=offices.school, money="before", untaxed="exempt", needs=Needs(untaxed=True),
        shelves=(Shelf(kind="courses", lines=(1, 3), prices=(2_900, 26_000), quantities=("4", "8", "10", "12")),),
    ),
    Sender(
        name="z15-event", page=suppliers.event, money="tight", paid=("0.25", "0.5"), abroad=True, tax_id_style=2,
        shelves=(
            Shelf(kind="event", lines=(2, 5), prices=(450, 180_000), quantities=_FEW),
            Shelf(kind="event_food", lines=(0, 2), prices=(650, 5_900), quantities=("40", "85", "120"), rate=1),
        ),
    ),
    Sender(
        name="z16-renter", page=makers.renter, money="before", landscape=True, needs=Needs(shipping=True),
        tax_id_style=1, margins=(44, 44, 50),
        shelves=(Shelf(kind="machines", lines=(3, 22), prices=(3_400, 39_000), quantities=_DAYS),),
    ),
)  # fmt: skip
