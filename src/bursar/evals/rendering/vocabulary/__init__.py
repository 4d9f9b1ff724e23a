"""What is printed on invoices, per language: labels in the wordings that suppliers use, products, parties, noise.

Nothing here is shared with the reader of documents: whoever renders and whoever reads must not copy from one another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language.

    `labels` name values, `headings` name columns, `sentences` hold places for values in braces. Each has several
    wordings; a document uses one of each. `units` are pairs of what is printed. `cities` are lines as printed below
    the street, by country.
    """

    code: str
    months: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]
    headings: Mapping[str, tuple[str, ...]]
    sentences: Mapping[str, tuple[str, ...]]
    units: tuple[str, ...]
    products: tuple[str, ...]
    details: tuple[str, ...]
    trades: tuple[str, ...]
    forms: Mapping[str, tuple[str, ...]]
    streets: tuple[str, ...]
    cities: Mapping[str, tuple[str, ...]]
    terms: tuple[str, ...]
    adverts: tuple[str, ...]


STEMS = (
    "Almira",
    "Bertholo",
    "Castavo",
    "Delmondo",
    "Eskilar",
    "Fennwick",
    "Garrado",
    "Holmquist",
    "Ixaro",
    "Jasper Vale",
    "Kestrel",
    "Lumeno",
    "Marbach",
    "Nordaska",
    "Ostelio",
    "Pellwood",
    "Quarzo",
    "Rivella Nova",
    "Sonderlin",
    "Tavisto",
    "Ulmark",
    "Verdano",
    "Wexcombe",
    "Xandor",
    "Yarrowby",
    "Zellinger",
    "Brackenfold",
    "Corvinus",
    "Dahlmann & Reuss",
    "Orsolini",
    "Van der Klinge",
    "Peñalba",
    "Château Brun",
    "Möllerstedt",
    "St. Aubrey",
    "A. Tremonti",
    "3Kraft",
    "Blue Heron",
    "Nova-Tek",
    "H&L",
)

PEOPLE = (
    "A. Lindqvist",
    "Marta Renner",
    "J. P. Caldwell",
    "Inés Robledo",
    "Luc Marchetti",
    "Pieter Vos",
    "S. Okafor",
    "Dr. Heike Brandl",
    "Giulia Serra",
    "Tomás Vidal",
    "Claire Fontanel",
    "R. de Haan",
)
