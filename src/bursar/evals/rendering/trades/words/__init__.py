"""The words of the trades by language: a line per name, its wordings divided by bars, units behind signs of equality.

A line that is set in belongs to the one above it. Of goods whose unit ends in an exclamation mark one is sold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import ModuleType
from typing import Final

from bursar.evals.rendering.trades.words import de, en, es, fr, it, nl
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.vocabulary.de import GERMAN
from bursar.evals.rendering.vocabulary.en import ENGLISH
from bursar.evals.rendering.vocabulary.es import SPANISH
from bursar.evals.rendering.vocabulary.fr import FRENCH
from bursar.evals.rendering.vocabulary.it import ITALIAN
from bursar.evals.rendering.vocabulary.nl import DUTCH


def read_words(text: str) -> dict[str, tuple[str, ...]]:
    """Return the wordings of a text by their names."""
    rows = (row.partition(":") for row in text.strip().replace("\n    ", " ").splitlines())
    return {name: tuple(one.strip() for one in wordings.split("|")) for name, _, wordings in rows}


def spoken(words: Vocabulary, module: ModuleType) -> Vocabulary:
    """Return a language with the wordings of a module."""
    return replace(
        words,
        labels=read_words(module.LABELS),
        headings=read_words(module.HEADINGS),
        sentences=read_words(module.SENTENCES),
    )


_MODULES: Final = ((ENGLISH, en), (GERMAN, de), (FRENCH, fr), (SPANISH, es), (ITALIAN, it), (DUTCH, nl))
TRADE_LANGUAGES: Final[Mapping[str, Vocabulary]] = {words.code: spoken(words, one) for words, one in _MODULES}
_NAMES: Final = frozenset({"register", "phone", "depot"})  # They are the same in every language.
# What is sold, by language and kind of goods.
GOODS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    words.code: read_words(one.GOODS) for words, one in _MODULES
}


def _beside(name: str, other: str) -> str:
    name = name.rstrip(" :")
    return name if other in {"", name} else f"{name} / {other}"


def in_two_languages(words: Vocabulary) -> Vocabulary:
    """Return the words with those of a second language behind them: English, and French beside English."""
    other = TRADE_LANGUAGES["fr" if words.code == "en" else "en"]

    def both(one: Mapping[str, tuple[str, ...]], two: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        known = {name: wordings[0] for name, wordings in two.items() if name not in _NAMES}
        return {name: tuple(_beside(some, known.get(name, "")) for some in wordings) for name, wordings in one.items()}

    return replace(words, labels=both(words.labels, other.labels), headings=both(words.headings, other.headings))
