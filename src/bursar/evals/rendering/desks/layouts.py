"""The layouts of the desks."""

from __future__ import annotations

from typing import Final

from bursar.evals.rendering.desks import guests, networks, offices, trade
from bursar.evals.rendering.desks.desk import LONG, Desk
from bursar.evals.rendering.invention import Needs
from bursar.evals.rendering.layouts import Layout
from bursar.evals.rendering.trades.stock import Shelf

_HOURS: Final = ("0.5", "1.5", "2", "3.25", "6", "8")
_FEW: Final = ("1", "1", "2", "3")
_SOME: Final = ("2", "5", "10", "20", "50")
_LOTS: Final = ("6", "12", "24", "48", "100", "144")
_CREDIT: Final = Needs(credit=True)

DESKS: Final[tuple[Layout, ...]] = (
    Desk(
        name="x01-industrial", page=trade.industrial, money="code", margins=(57, 40, 110),
        forms=("90######", "900#######"), orders=("4500######", "45########"), customers=("1#####", "00001#####"),
        shelves=(Shelf(kind="machine", lines=(3, 36), prices=(180, 24_500), quantities=_SOME),),
    ),
    Desk(
        name="x02-small-firm", page=trade.small_firm, money="after", margins=(68, 55, 120), off=("0", "0.03", "0.05"),
        forms=("{Y}1###", "RE-{Y}-####", "{y}0###"), customers=("1####",),
        shelves=(Shelf(kind="service", lines=(1, 6), prices=(2_500, 14_500), quantities=_HOURS),),
    ),
    Desk(
        name="x03-wholesaler", page=trade.wholesaler, money="tight", order="columns", margins=(40, 40, 70),
        needs=Needs(shipping=True),
        forms=("#####", "1####"), customers=("AB###",),
        shelves=(
            Shelf(kind="supplies", lines=(3, 34), prices=(95, 3_900), quantities=_LOTS, discounts=("0", "5", "12.5")),
            Shelf(kind="supplies_low", lines=(0, 3), prices=(210, 4_900), quantities=_LOTS, rate=1, discounts=("0",)),
        ),
    ),
    Desk(
        name="x04-studio", page=offices.studio, money="none", margins=(57, 50, 50), needs=_CREDIT, dates=LONG,
        abroad=True, forms=("INV-####", "INV-0###"),
        shelves=(Shelf(kind="design", lines=(1, 5), prices=(6_000, 280_000), quantities=_HOURS),),
    ),
    Desk(
        name="x05-subscription", page=offices.subscription, money="tight", margins=(48, 48, 70), dates=LONG,
        abroad=True, forms=("#F#C#A#B-00##", "#D##E#F#-000#"),
        shelves=(Shelf(kind="software", lines=(1, 4), prices=(800, 24_900), quantities=("1", "1", "3", "12", "25")),),
    ),
    Desk(
        name="x06-telephone", page=networks.telephone, money="after", margins=(62, 48, 90),
        forms=("79##########", "{y}{m}#######"), customers=("#########",),
        shelves=(
            Shelf(kind="plan", lines=(1, 3), prices=(995, 8_995), quantities=_FEW),
            Shelf(kind="calls", lines=(1, 5), prices=(3, 49), quantities=("12", "31", "64", "107", "250")),
            Shelf(kind="once", lines=(0, 1), prices=(1_500, 4_995), quantities=("1",)),
        ),
    ),
    Desk(
        name="x07-energy", page=networks.energy, money="after", margins=(56, 56, 96), paid=("0.6", "0.8", "0.45"),
        forms=("{Y}########", "#########"), customers=("2#######",),
        shelves=(
            Shelf(kind="kwh", lines=(1, 1), prices=(1_190, 3_980), places=4, quantities=("12840", "3907", "28420")),
            Shelf(kind="grid", lines=(1, 4), prices=(120, 1_990), quantities=("12",)),
        ),
    ),
    Desk(
        name="x08-hotel", page=guests.hotel, money="code", margins=(64, 64, 80), inclusive=True, paid=("1",),
        forms=("######", "{y}-#####"),
        shelves=(
            Shelf(kind="room", lines=(1, 1), prices=(8_900, 24_900), quantities=("1", "2", "3", "4"), rate=1),
            Shelf(kind="extras", lines=(1, 6), prices=(350, 4_800), quantities=_FEW),
        ),
    ),
    Desk(
        name="x09-parcels", page=networks.parcels, money="after", margins=(36, 36, 50), landscape=True,
        forms=("1#########", "{Y}-#######"), customers=("50########",),
        shelves=(
            Shelf(kind="parcel", lines=(18, 64), prices=(390, 2_990), quantities=("1",)),
            Shelf(kind="surcharge", lines=(1, 3), prices=(150, 4_900), quantities=("1",)),
        ),
    ),
    Desk(
        name="x10-leasing", page=networks.leasing, money="code", split=True, margins=(52, 44, 96),
        forms=("L{y}-######", "8########"), customers=("6#####",),
        shelves=(
            Shelf(kind="cars", lines=(2, 14), prices=(18_900, 89_900), quantities=("1",)),
            Shelf(kind="insurance", lines=(0, 2), prices=(4_900, 12_900), quantities=("1",), rate=None),
        ),
    ),
    Desk(
        name="x11-lawyers", page=offices.lawyers, money="code", font="times", margins=(78, 70, 70), dates=LONG,
        paid=("0", "0", "0.25"), forms=("{Y}/0###", "{y}###/##"),
        shelves=(
            Shelf(kind="advice", lines=(2, 7), prices=(18_000, 42_000), quantities=("0.3", "0.5", "1.2", "2.75")),
            Shelf(kind="expenses", lines=(1, 2), prices=(500, 9_800), quantities=("1",)),
        ),
    ),
    Desk(
        name="x12-staffing", page=offices.staffing, money="after", margins=(48, 40, 60),
        forms=("{y}{m}####", "R######"), customers=("7####",),
        shelves=(
            Shelf(kind="shifts", lines=(3, 24), prices=(1_980, 4_450), quantities=("7.5", "35", "38.5", "40", "12.25")),
        ),
    ),
    Desk(
        name="x13-craftsman", page=trade.craftsman, money="after", order="shuffled", margins=(58, 50, 76), paid=("0",
        "0.3", "0.5"),
        forms=("{Y}-###", "{y}####"), customers=("1####",),
        shelves=(
            Shelf(kind="labour", lines=(1, 3), prices=(3_800, 7_900), quantities=_HOURS),
            Shelf(kind="material", lines=(2, 8), prices=(120, 9_800), quantities=("1", "2", "4", "12", "36")),
        ),
    ),
    Desk(
        name="x14-publisher", page=offices.publisher, money="before", margins=(60, 46, 90),
        forms=("A{y}#####", "3######"), customers=("D1####", "4#####"),
        shelves=(
            Shelf(
                kind="adverts", lines=(1, 4), prices=(48_000, 1_240_000), quantities=("1", "1", "2"),
                discounts=("0", "5", "15"),
            ),
        ),
    ),
    Desk(
        name="x15-credit", page=trade.credit, money="before", margins=(44, 44, 70), needs=_CREDIT, always=True,
        negative=True, forms=("GS######", "CN-#####", "82#######"), customers=("3####",),
        shelves=(
            Shelf(kind="supplies", lines=(1, 5), prices=(290, 14_900), quantities=_FEW, discounts=("0", "10", "20")),
            Shelf(kind="supplies_low", lines=(0, 2), prices=(210, 4_900), quantities=_FEW, rate=1, discounts=("0",)),
        ),
    ),
    Desk(
        name="x16-shop", page=guests.shop, money="after", margins=(46, 46, 80), inclusive=True,
        needs=Needs(shipping=True), forms=("DS-#########", "INV-XX-{Y}-########"),
        orders=("3##-#######-#######", "#######"),
        shelves=(
            Shelf(kind="goods", lines=(1, 4), prices=(790, 11_900), quantities=_FEW),
            Shelf(kind="books", lines=(0, 2), prices=(690, 4_990), quantities=("1", "1", "2"), rate=1),
        ),
    ),
)  # fmt: skip
