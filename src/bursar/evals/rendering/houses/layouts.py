"""The layouts of the houses."""

from __future__ import annotations

from functools import partial
from typing import Final

from bursar.evals.rendering.fresh.layouts import Sender
from bursar.evals.rendering.houses import bureaus, crafts, dealers
from bursar.evals.rendering.houses.parts import DATES
from bursar.evals.rendering.houses.words import GOODS
from bursar.evals.rendering.invention import Needs
from bursar.evals.rendering.layouts import Layout
from bursar.evals.rendering.trades.stock import Shelf

_house = partial(Sender, goods=GOODS, dates=DATES)
_HOURS: Final = ("0.5", "1.75", "2.5", "4", "7.25")
_FEW: Final = ("1", "1", "2", "3")
_SOME: Final = ("2", "6", "10", "24")
_RUNS: Final = ("18", "30", "48", "60", "120")
_CREDIT: Final = Needs(credit=True)

HOUSES: Final[tuple[Layout, ...]] = (
    _house(
        name="y01-plumber", page=crafts.plumber, money="after", needs=Needs(accounts=3), margins=(54, 54, 96),
        shelves=(
            Shelf(kind="plumb_work", lines=(1, 3), prices=(3_800, 9_200), quantities=_HOURS),
            Shelf(kind="plumb_goods", lines=(2, 5), prices=(190, 24_000), quantities=_FEW),
        ),
    ),
    _house(
        name="y02-dental", page=crafts.dental, money="none", needs=_CREDIT, negative=True, margins=(40, 40, 80),
        shelves=(
            Shelf(kind="dental", lines=(1, 5), prices=(2_400, 39_000), quantities=_FEW),
            Shelf(kind="dental_low", lines=(0, 2), prices=(9_000, 52_000), quantities=("1",), rate=1),
        ),
    ),
    _house(
        name="y03-translation", page=bureaus.translation, money="code", font="times", margins=(70, 62, 70),
        abroad=True,
        shelves=(Shelf(kind="words", lines=(1, 5), prices=(82, 210), places=3, quantities=("640", "2115", "8430")),),
    ),
    _house(
        name="y04-photographer", page=bureaus.photographer, money="before", margins=(60, 60, 70), order="reversed",
        shelves=(
            Shelf(kind="shoot", lines=(1, 3), prices=(9_500, 98_000), quantities=_FEW),
            Shelf(kind="licence", lines=(1, 2), prices=(12_000, 74_000), quantities=("1",), rate=1),
        ),
    ),
    _house(
        name="y05-workshop", page=crafts.workshop, money="none", split=True, margins=(38, 38, 90),
        shelves=(
            Shelf(kind="car_work", lines=(1, 4), prices=(980, 1_450), quantities=("3", "8", "12", "25")),
            Shelf(
                kind="car_parts", lines=(2, 6), prices=(650, 21_000), quantities=("1", "2", "4.5"),
                discounts=("0", "0", "10", "15"),
            ),
        ),
    ),
    _house(
        name="y06-architect", page=bureaus.architect, money="tight", paid=("0.35", "0.6"), margins=(80, 50, 70),
        shelves=(Shelf(kind="phases", lines=(2, 4), prices=(240_000, 2_900_000), quantities=("1",)),),
    ),
    _house(
        name="y07-caterer", page=crafts.caterer, money="after", font="times", needs=_CREDIT, margins=(76, 76, 90),
        shelves=(
            Shelf(kind="menu", lines=(1, 3), prices=(650, 5_800), quantities=("24", "60", "110"), rate=1),
            Shelf(kind="menu_staff", lines=(1, 3), prices=(2_600, 31_000), quantities=_HOURS),
        ),
    ),
    _house(
        name="y08-seed", page=dealers.seed, money="before", needs=Needs(shipping=True), tax_id_style=1,
        margins=(34, 34, 90),
        shelves=(
            Shelf(kind="seed", lines=(1, 4), prices=(180, 4_900), quantities=("0.75", "2.4", "12", "25")),
            Shelf(kind="feed", lines=(1, 3), prices=(150, 3_800), quantities=("1.2", "3", "20"), rate=1),
        ),
    ),
    _house(
        name="y09-pharmacy", page=dealers.pharmacy, money="none", needs=_CREDIT, negative=True, minus="after",
        margins=(26, 26, 40),
        shelves=(
            Shelf(
                kind="drugs", lines=(22, 70), prices=(110, 8_900), quantities=("1", "2", "5", "10"),
                discounts=("0", "0", "3.5", "8"),
            ),
            Shelf(kind="drugs_low", lines=(2, 6), prices=(250, 3_900), quantities=_FEW, rate=1, discounts=("0",)),
        ),
    ),
    _house(
        name="y10-registrar", page=bureaus.registrar, money="code", abroad=True, paid=("1",), paper="Letter",
        margins=(48, 48, 70),
        shelves=(Shelf(kind="domains", lines=(1, 8), prices=(690, 24_900), quantities=("1", "1", "2", "3")),),
    ),
    _house(
        name="y11-coworking", page=bureaus.coworking, money="lead", needs=_CREDIT, negative=True, minus="brackets",
        order="shuffled", margins=(46, 46, 80), abroad=True,
        shelves=(Shelf(kind="desks", lines=(1, 5), prices=(1_200, 42_000), quantities=_FEW),),
    ),
    _house(
        name="y12-broker", page=bureaus.broker, money="after", untaxed="exempt", needs=Needs(untaxed=True, accounts=2),
        margins=(62, 56, 100),
        shelves=(Shelf(kind="cover", lines=(1, 4), prices=(18_000, 460_000), quantities=("1",)),),
    ),
    _house(
        name="y13-taxi", page=dealers.taxi, money="before", font="courier", margins=(40, 40, 60),
        order="columns", landscape=True,
        shelves=(Shelf(kind="rides", lines=(18, 52), prices=(1_150, 13_900), quantities=("1",)),),
    ),
    _house(
        name="y14-textile", page=dealers.textile, money="none", landscape=True, needs=Needs(credit=True),
        tax_id_style=2, margins=(50, 50, 70),
        shelves=(Shelf(kind="cloth", lines=(2, 9), prices=(780, 7_400), quantities=_RUNS),),
    ),
    _house(
        name="y15-recruiter", page=bureaus.recruiter, money="tight", font="times", abroad=True, margins=(84, 76, 90),
        shelves=(
            Shelf(kind="hire", lines=(1, 1), prices=(4_100_000, 9_800_000), quantities=("0.2", "0.25", "0.3")),
        ),
    ),
    _house(
        name="y16-vineyard", page=dealers.vineyard, money="before", needs=Needs(credit=True), margins=(52, 52, 90),
        shelves=(
            Shelf(kind="wine", lines=(1, 5), prices=(480, 3_900), quantities=_SOME),
            Shelf(kind="crates", lines=(1, 2), prices=(300, 1_500), quantities=_FEW),
        ),
    ),
)  # fmt: skip
