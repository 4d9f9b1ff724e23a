"""All phrases of all languages in one place, to be found in a line however they are spaced, hyphenated or accented.

A phrase may have alternatives, of which one may be nothing: "(your|) order (no|id)" are four phrases.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import Final

from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.words.labels import LANGUAGES

MAX_PARTS: Final = 8
SHORT: Final = 3  # A shorter word of a label is one of several languages.
_PART: Final = re.compile(r"(?<![^\W_])[Nn]\s?\.?\s?[º°](?![^\W_])|[^\W_]+|[#№]")
_ALTERNATIVES: Final = re.compile(r"\(([^()]*)\)")
# All the ways to write "number" are one, also at the end of a word, so that no phrase needs to be written in each.
_NUMBER: Final = frozenset({"no", "nr", "num", "numero", "nummer", "number", "numer", "nro", "nbr", "#"})
_NUMBERED: Final = re.compile(r"(?<=[^\W\d_]{2})(?:nummer|nr)$")
# Words that head the columns of lines; two of them in one row make it a heading.
_HEADINGS: Final = """
    description quantity qty price item amount rate unit product title discount beschreibung bezeichnung menge
    preis artikel anzahl einzelpreis gesamtpreis produkt einheit leistung designation quantite prix article
    montant remise descripcion cantidad precio articulo importe dto unidades concepto descrizione quantita
    prezzo articolo importo sconto omschrijving aantal prijs bedrag korting eenheid stuks nazwa ilosc cena
    wartosc jm quantidade preco descricao pos position rabatt nettopreis detalle subtotal total dienst
    prestation details detail regelbedrag hoeveelheid prodotto producto steuersatz nettobetrag einzel gesamt
    unitaire stuk summe betrag um codice codigo referencia ref rem
"""
COLUMNS: Final = frozenset(_HEADINGS.split())


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a label: its plain form and where it stands in the text of its line."""

    plain: str
    start: int
    end: int


def parts_of(text: str) -> tuple[Part, ...]:
    """Return the words of a text without what stands between them."""
    return tuple(Part(_canonical(found[0]), found.start(), found.end()) for found in _PART.finditer(text))


def kinds_of(parts: tuple[Part, ...] | list[Part]) -> frozenset[str]:
    """Return what the words together name, nothing if they are no phrase."""
    return _kinds().get("".join(part.plain for part in parts), frozenset())


def longest(parts: tuple[Part, ...], start: int, end: int) -> int:
    """Return the end of the longest phrase that starts at a word, `start` itself if none does."""
    kinds = _kinds()
    compact, best = "", start
    for position in range(start, min(end, start + MAX_PARTS)):
        compact += parts[position].plain
        if compact in kinds:
            best = position + 1
        elif not _begins(compact):
            break
    return best


def language_of(texts: Iterator[str]) -> str:
    """Return the language whose words a document has most of; a word of one language alone weighs most."""
    votes = dict.fromkeys(LANGUAGES, 0)
    common = _common()
    for text in texts:
        for part in parts_of(text):
            languages = common.get(part.plain, ())
            for language in languages:
                votes[language] += 12 // len(languages)
    return max(votes, key=lambda language: votes[language])


@lru_cache(maxsize=16384)
def _canonical(word: str) -> str:
    bare = "".join(character for character in plain(word) if character.isalnum() or character == "#")
    return "n" if bare in _NUMBER else _NUMBERED.sub("n", bare)


def _compact(text: str) -> str:
    return "".join(part.plain for part in parts_of(text))


def meant(phrase: str) -> Iterator[str]:
    """Yield the phrases that one with alternatives stands for, without what stands between their words."""
    pieces = _ALTERNATIVES.split(phrase)
    choices = [
        [_compact(one) for one in piece.split("|")] if place % 2 else [_compact(piece)]
        for place, piece in enumerate(pieces)
    ]
    return ("".join(chosen) for chosen in product(*choices))


@lru_cache(maxsize=1)
def _kinds() -> MappingProxyType[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language in LANGUAGES.values():
        for kind, phrases in language.PHRASES.items():
            for phrase in phrases:
                for compact in meant(phrase):
                    found.setdefault(compact, set()).add(kind)
    return MappingProxyType({compact: frozenset(kinds) for compact, kinds in found.items()})


@lru_cache(maxsize=1)
def _sorted() -> tuple[str, ...]:
    return tuple(sorted(_kinds()))


@lru_cache(maxsize=8192)
def _begins(compact: str) -> bool:
    """Tell whether a phrase begins with these letters."""
    phrases = _sorted()
    place = bisect_left(phrases, compact)
    return place < len(phrases) and phrases[place].startswith(compact)


@lru_cache(maxsize=1)
def _common() -> MappingProxyType[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, language in LANGUAGES.items():
        words = {part.plain for part in parts_of(language.COMMON)}
        for phrase in (phrase for phrases in language.PHRASES.values() for phrase in phrases):
            words |= {part.plain for part in parts_of(phrase) if len(part.plain) > SHORT}
        for word in words:
            found.setdefault(word, []).append(code)
    return MappingProxyType({word: tuple(codes) for word, codes in found.items()})
