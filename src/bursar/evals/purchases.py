"""A company's purchases, generated: who sells what, lines as vendors write them, and where each belongs.

The truth is the company's own policy: the kind of thing decides the account, except with vendors for whom the company
decided otherwise. Lines vary as real ones do: months, numbers, brands, slips of the pen, and some that say nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

# What is bought, by the account of the IFRS chart that it belongs to.
THINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "5000": (
            "steel sheet",
            "plywood board",
            "hex bolts",
            "cable drum",
            "gear wheel",
            "rubber seal",
            "paint primer",
        ),
        "5100": ("assembly work", "machining service", "powder coating", "welding hours", "toolmaking"),
        "6100": ("office rent", "cleaning service", "waste disposal", "caretaker service", "lift maintenance"),
        "6200": ("electricity supply", "natural gas", "drinking water", "district heating", "meter fee"),
        "6300": (
            "cloud hosting",
            "software licence",
            "support contract",
            "domain renewal",
            "backup storage",
            "firewall",
        ),
        "6400": ("mobile tariff", "fixed line", "parcel postage", "letter franking", "internet access"),
        "6500": ("legal advice", "audit fee", "tax return", "notary fee", "translation", "consulting day"),
        "6600": ("hotel night", "train ticket", "flight", "rental car", "taxi ride", "parking"),
        "6700": ("search advertising", "trade fair stand", "brochure print", "photo shoot", "newsletter tool"),
        "6800": ("pallet freight", "customs clearance", "express courier", "container haulage", "fuel surcharge"),
        "6850": ("liability insurance", "fleet insurance", "cyber policy", "building insurance"),
        "6950": ("office paper", "printer toner", "coffee beans", "first aid kit", "work gloves", "whiteboard"),
    }
)
_BRANDS: Final = ("Arvo", "Belmont", "Cirrus", "Dorn", "Evergreen", "Falk", "Gauss", "Helios", "Ilmen", "Juno")
_MANNERS: Final = ("standard", "premium", "eco", "monthly", "annual", "large", "small", "site north", "site south")
_MONTHS: Final = ("January", "March", "Mai", "juin", "October 2026", "12/2025", "Q3", "KW 44")
_SAYING_NOTHING: Final = ("As agreed", "See delivery note", "Our service", "Flat rate", "According to offer")


@dataclass(frozen=True, slots=True)
class PurchasedLine:
    """A line as the vendor writes it, and the account that the company's policy puts it on.

    `order_line` is the order's line that it names, `names` the account of the buyer's.
    """

    description: str
    account_code: str
    net_minor: int
    order_line: str | None = None
    names: str | None = None


@dataclass(frozen=True, slots=True)
class Purchase:
    """One bill: whose, its lines, and the order that it names."""

    vendor: int
    lines: tuple[PurchasedLine, ...]
    order: str | None = None


@dataclass(frozen=True, slots=True)
class _Vendor:
    kinds: tuple[str, ...]
    # Where the company decided otherwise than by the kind of thing: everything from this vendor goes there.
    decided: str | None


def purchases(seed: int, *, vendors: int = 40) -> Iterator[Purchase]:
    """Yield bills without end, the same for the same seed; every few bills a vendor is new."""
    dice = random.Random(seed)  # noqa: S311 - examples, not secrets.
    sellers = [_vendor(dice) for _ in range(vendors)]
    known = 8
    while True:
        if known < vendors and dice.random() < 0.2:
            known += 1
        number = known - 1 if dice.random() < 0.1 else dice.randrange(known)
        seller = sellers[number]
        count = dice.choice((1, 1, 2, 2, 3, 5))
        yield Purchase(number, tuple(_line(dice, seller) for _ in range(count)))


def _vendor(dice: random.Random) -> _Vendor:
    kinds = tuple(dice.sample(sorted(THINGS), k=dice.choice((1, 1, 1, 2, 3))))
    return _Vendor(kinds, dice.choice(sorted(THINGS)) if dice.random() < 0.1 else None)


def _line(dice: random.Random, seller: _Vendor) -> PurchasedLine:
    kind = dice.choice(seller.kinds)
    account = seller.decided or kind
    amount = dice.randrange(500, 500_000)
    if dice.random() < 0.02:
        return PurchasedLine(dice.choice(_SAYING_NOTHING), seller.decided or seller.kinds[0], amount)
    words = [dice.choice(THINGS[kind])]
    if dice.random() < 0.5:
        words.insert(0, dice.choice(_BRANDS))
    if dice.random() < 0.5:
        words.append(dice.choice(_MANNERS))
    if dice.random() < 0.4:
        words.append(dice.choice(_MONTHS))
    if dice.random() < 0.3:
        words.append(f"no. {dice.randrange(10_000, 99_999)}")
    text = " ".join(words)
    return PurchasedLine(_slipped(dice, text) if dice.random() < 0.03 else text, account, amount)


def _slipped(dice: random.Random, text: str) -> str:
    """Leave one letter out, as people do."""
    at = dice.randrange(len(text))
    return text[:at] + text[at + 1 :]
