"""The words of the counters by language, and who trades there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import ModuleType
from typing import Final

from bursar.evals.rendering.counters.words import de, en, es, fr, it, nl
from bursar.evals.rendering.trades.words import read_words, spoken
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.vocabulary.de import GERMAN
from bursar.evals.rendering.vocabulary.en import ENGLISH
from bursar.evals.rendering.vocabulary.es import SPANISH
from bursar.evals.rendering.vocabulary.fr import FRENCH
from bursar.evals.rendering.vocabulary.it import ITALIAN
from bursar.evals.rendering.vocabulary.nl import DUTCH

_MODULES: Final = ((ENGLISH, en), (GERMAN, de), (FRENCH, fr), (SPANISH, es), (ITALIAN, it), (DUTCH, nl))
# Names of companies and streets, and what sellers of each kind call themselves, by language.
PARTIES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    words.code: read_words(one.PARTIES) for words, one in _MODULES
}


def _met(words: Vocabulary, module: ModuleType) -> Vocabulary:
    """Return a language with the wordings of a module, and its streets and cities."""
    parties = PARTIES[words.code]
    cities = {country: parties[country] for country in words.cities}
    return replace(spoken(words, module), trades=parties["trades"], streets=parties["streets"], cities=cities)


COUNTER_LANGUAGES: Final[Mapping[str, Vocabulary]] = {words.code: _met(words, one) for words, one in _MODULES}
# What is sold, by language and kind of goods.
GOODS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    words.code: read_words(one.GOODS) for words, one in _MODULES
}
