"""The layouts of the counters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random
from typing import Final, TypeAlias

from bursar.evals.rendering.counters import contractors, offices, programs, suppliers
from bursar.evals.rendering.counters.parts import DATES, SPELLED, Amounts, placed
from bursar.evals.rendering.counters.people import introduced
from bursar.evals.rendering.counters.words import GOODS
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, Facts, Group, cents
from bursar.evals.rendering.invention import Needs, invented
from bursar.evals.rendering.layouts import Hand, Layout, true_anyway
from bursar.evals.rendering.places import digits
from bursar.evals.rendering.trades.stock import Shelf, stocked
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary

Page: TypeAlias = Callable[[Draft], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter(Hand):
    """What one kind of sender draws: a page, and what is charged on it.

    `kind` is how such senders are called. `number` is the form of a document's number: a digit for each `#`, the year
    for `Y`; the usual ones where it is empty. `paid` are shares of the gross amount that were paid before, `less`
    shares of the lines that the whole invoice is reduced by. `untaxed` is why there is no tax, `credit` that all of
    them are credit notes, `foreign` that customers are in other countries, `overseas` that American senders write so
    too, and `alike` that of all goods of a kind there is as much.
    """

    page: Page
    kind: str
    shelves: tuple[Shelf, ...]
    number: str = ""
    paid: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    untaxed: str = ""
    credit: bool = False
    foreign: bool = False
    alike: bool = False
    overseas: bool = False
    tax_id_prefix: bool = True
    margins: tuple[float, float, float] = (50, 50, 84)
    dates: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: DATES)

    def draw(self, facts: Facts, words: Vocabulary, rng: Random) -> tuple[bytes, Truth]:
        """Return the PDF and what is printed on it."""
        if facts.seller.country == "US" and not self.overseas:
            cities = {code: some for code, some in words.cities.items() if code != "US"}
            facts = invented(rng, replace(words, cities=cities), self.needs)
        facts = introduced(facts, words, rng, kind=self.kind, abroad=self.foreign)
        facts = replace(facts, untaxed=self.untaxed, credit=self.credit or facts.credit)
        if self.number:
            facts = replace(facts, number=_numbered(self.number, facts, rng))
        shelves = tuple(replace(shelf, quantities=(rng.choice(shelf.quantities),)) for shelf in self.shelves)
        facts = stocked(facts, GOODS[words.code], rng, shelves if self.alike else self.shelves, paid=self.paid)
        if self.less:
            facts = _reduced(facts, Decimal(rng.choice(self.less)))
        hand = replace(self, money=placed(words.code, self.money))
        d = hand.opened(facts, words, rng, self.margins, numbers=Amounts, dates=self.dates)
        d.tax_id_prefix = self.tax_id_prefix
        self.page(d)
        d.truth.unprinted = true_anyway(facts, d.truth, negative=self.negative) | d.truth.unprinted
        return d.sheet.written(), d.truth


def _numbered(form: str, facts: Facts, rng: Random) -> str:
    form = form.replace("Y", str(facts.issue_date.year))
    return "".join(digits(rng, 1) if sign == "#" else sign for sign in form)


def _reduced(facts: Facts, share: Decimal) -> Facts:
    """Return the same invoice less a share of everything on it; the sums agree again."""
    groups = []
    for group in facts.groups:
        base = group.base - cents(group.base * share)
        groups.append(Group(rate=group.rate, base=base, tax=cents(base * group.rate / 100)))
    net, tax = sum((one.base for one in groups), ZERO), sum((one.tax for one in groups), ZERO)
    allowance = facts.net - net
    return replace(
        facts, groups=tuple(groups), allowance=allowance, net=net, tax=tax, gross=net + tax, payable=net + tax
    )


_HOURS: Final = ("0.5", "0.75", "1.2", "2", "3.5")
_FEW: Final = ("1", "1", "2", "3", "4")
_SOME: Final = ("2", "4", "5", "10", "20", "50")

COUNTERS: Final[tuple[Layout, ...]] = (
    Counter(
        name="w01-standard", page=programs.odoo, kind="office", number="INV/Y/#####", money="after",
        needs=Needs(credit=True), margins=(42, 42, 90),
        shelves=(Shelf(kind="office", lines=(2, 7), prices=(2_900, 78_000), quantities=_FEW),),
    ),
    Counter(
        name="w02-wholesale", page=programs.dynamics, kind="tools", number="10####", money="none",
        needs=Needs(credit=True), less=("0", "0.02", "0.03"), split=True, margins=(40, 40, 60),
        shelves=(
            Shelf(
                kind="tools", lines=(6, 42), prices=(160, 9_800), quantities=_SOME,
                discounts=("0", "0", "10", "15", "25"),
            ),
        ),
    ),
    Counter(
        name="w03-cloud", page=programs.cloud, kind="cloud", money="tight", overseas=True, dates=SPELLED,
        paid=("0", "0", "1"), margins=(48, 48, 70),
        shelves=(Shelf(kind="cloud", lines=(1, 4), prices=(500, 19_900), quantities=("1", "3", "8", "12", "25")),),
    ),
    Counter(
        name="w04-freight", page=suppliers.freight, kind="freight", number="########", money="none",
        margins=(44, 44, 90),
        shelves=(
            Shelf(kind="freight", lines=(1, 2), prices=(14_000, 245_000), quantities=("1",)),
            Shelf(kind="freight_extra", lines=(1, 3), prices=(1_500, 19_000), quantities=("1",)),
            Shelf(kind="duty", lines=(0, 1), prices=(4_000, 98_000), quantities=("1",), rate=None),
        ),
    ),
    Counter(
        name="w05-food", page=suppliers.food, kind="food", number="######", money="none", margins=(32, 32, 50),
        tax_id_prefix=False,
        shelves=(
            Shelf(kind="food", lines=(18, 52), prices=(140, 4_600), quantities=("1", "2", "3.5", "6", "8.42"), rate=1),
            Shelf(kind="food_other", lines=(2, 4), prices=(900, 8_900), quantities=("2", "4", "6")),
            Shelf(kind="deposit", lines=(1, 2), prices=(330, 3_000), quantities=("2", "4")),
            Shelf(kind="returned", lines=(0, 1), prices=(330, 500), quantities=("-1", "-2", "-3")),
        ),
    ),
    Counter(
        name="w06-insurance", page=offices.broker, kind="cover", money="before", untaxed="exempt",
        needs=Needs(untaxed=True), margins=(58, 58, 70),
        shelves=(Shelf(kind="cover", lines=(1, 3), prices=(24_000, 620_000), quantities=("1",)),),
    ),
    Counter(
        name="w07-cleaning", page=contractors.cleaning, kind="clean", number="##/Y", money="after", font="times",
        margins=(70, 64, 80), tax_id_style=1,
        shelves=(
            Shelf(kind="clean", lines=(1, 3), prices=(9_800, 214_000)),
            Shelf(kind="clean_extra", lines=(0, 2), prices=(320, 5_900), quantities=("2", "4.5", "12", "40")),
        ),
    ),
    Counter(
        name="w08-medical", page=suppliers.medical, kind="med", money="none", negative=True, needs=Needs(credit=True),
        margins=(38, 38, 84),
        shelves=(Shelf(kind="med", lines=(3, 14), prices=(390, 18_900), quantities=_FEW),),
    ),
    Counter(
        name="w09-workshop", page=contractors.garage, kind="garage", number="R######", money="after",
        margins=(46, 46, 84),
        shelves=(
            Shelf(kind="labour", lines=(1, 3), prices=(7_800, 13_900), quantities=_HOURS),
            Shelf(
                kind="spares", lines=(2, 6), prices=(890, 21_000), quantities=("1", "1", "2", "4"),
                discounts=("0", "0", "0", "10"),
            ),
            Shelf(kind="mot", lines=(0, 1), prices=(4_500, 9_800), quantities=("1",), rate=None),
        ),
    ),
    Counter(
        name="w10-architect", page=offices.architect, kind="arch", money="after", paid=("0.3", "0.45", "0.6"),
        margins=(72, 56, 80), dates=SPELLED,
        shelves=(
            Shelf(kind="phases", lines=(2, 5), prices=(180_000, 3_200_000), quantities=("1", "1", "0.8", "0.5")),
        ),
    ),
    Counter(
        name="w11-print", page=suppliers.printer, kind="print", money="before", needs=Needs(shipping=True),
        margins=(56, 50, 90), tax_id_style=2,
        shelves=(
            Shelf(kind="print", lines=(1, 3), prices=(620, 9_800), places=4, quantities=("250", "1000", "5000")),
            Shelf(kind="print_low", lines=(0, 1), prices=(2_100, 7_900), places=3, quantities=("150", "300"), rate=1),
        ),
    ),
    Counter(
        name="w12-utility", page=contractors.water, kind="utility", number="40##########", money="after",
        paid=("0.8", "0.93"), alike=True, margins=(52, 52, 84), order="columns",
        shelves=(
            Shelf(kind="water", lines=(2, 2), prices=(14_100, 33_900), places=4, quantities=("184", "412", "1266"),
                  rate=1),
            Shelf(kind="water_base", lines=(1, 2), prices=(2_100, 9_400), places=4, quantities=("364",)),
        ),
    ),
    Counter(
        name="w13-recruiter", page=offices.recruiter, kind="hire", money="tight", font="times", margins=(66, 60, 84),
        shelves=(
            Shelf(kind="hire", lines=(1, 1), prices=(38, 96), places=-3, quantities=("0.18", "0.2", "0.25")),
        ),
    ),
    Counter(
        name="w14-security", page=contractors.guards, kind="guard", money="after", order="reversed",
        margins=(40, 40, 60),
        shelves=(Shelf(kind="guard", lines=(14, 64), prices=(1_690, 3_900), quantities=("4", "8", "8.5", "12")),),
    ),
    Counter(
        name="w15-translation", page=offices.translators, kind="lingua", money="code", untaxed="reverse",
        needs=Needs(untaxed=True), foreign=True, margins=(60, 50, 70),
        shelves=(Shelf(kind="lingua", lines=(1, 4), prices=(78, 195), places=3, quantities=("412", "1850", "7340")),),
    ),
    Counter(
        name="w16-machine", page=programs.sap, kind="machine", number="90######", money="none", credit=True,
        negative=True, minus="after", margins=(50, 44, 80),
        shelves=(Shelf(kind="machine", lines=(1, 6), prices=(480, 64_000), quantities=_FEW),),
    ),
)  # fmt: skip
