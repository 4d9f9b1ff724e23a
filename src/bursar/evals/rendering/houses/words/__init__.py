"""The words of the houses by language, written as those of the trades are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bursar.evals.rendering.fresh.words import settled
from bursar.evals.rendering.houses.words import de, en, es, fr, it, nl
from bursar.evals.rendering.trades.words import read_words
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.vocabulary.de import GERMAN
from bursar.evals.rendering.vocabulary.en import ENGLISH
from bursar.evals.rendering.vocabulary.es import SPANISH
from bursar.evals.rendering.vocabulary.fr import FRENCH
from bursar.evals.rendering.vocabulary.it import ITALIAN
from bursar.evals.rendering.vocabulary.nl import DUTCH

_MODULES: Final = ((ENGLISH, en), (GERMAN, de), (FRENCH, fr), (SPANISH, es), (ITALIAN, it), (DUTCH, nl))
HOUSE_LANGUAGES: Final[Mapping[str, Vocabulary]] = {words.code: settled(words, one) for words, one in _MODULES}
# What is sold, by language and kind of goods.
GOODS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    words.code: read_words(one.GOODS) for words, one in _MODULES
}
