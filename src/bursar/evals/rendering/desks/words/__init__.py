"""The words of the desks by language: those that any sender may use, and those that one program or trade is known by.

A name with a layout before its full stop holds in this layout alone, in place of the name without it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bursar.evals.rendering.desks.words import de, en, es, fr, it, nl
from bursar.evals.rendering.fresh.words import settled
from bursar.evals.rendering.trades.words import read_words
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.vocabulary.de import GERMAN
from bursar.evals.rendering.vocabulary.en import ENGLISH
from bursar.evals.rendering.vocabulary.es import SPANISH
from bursar.evals.rendering.vocabulary.fr import FRENCH
from bursar.evals.rendering.vocabulary.it import ITALIAN
from bursar.evals.rendering.vocabulary.nl import DUTCH

_MODULES: Final = ((ENGLISH, en), (GERMAN, de), (FRENCH, fr), (SPANISH, es), (ITALIAN, it), (DUTCH, nl))
DESK_LANGUAGES: Final[Mapping[str, Vocabulary]] = {words.code: settled(words, one) for words, one in _MODULES}
# What is sold, by language and kind of goods.
GOODS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    words.code: read_words(one.GOODS) for words, one in _MODULES
}
# What senders of each layout call their firms, by language.
FIRMS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    words.code: read_words(one.FIRMS) for words, one in _MODULES
}

_OWN: Final = re.compile(r"x\d\d\.")


def of_desk(words: Vocabulary, desk: str) -> Vocabulary:
    """Return a language as one layout speaks it."""

    def own(some: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        general = {name: wordings for name, wordings in some.items() if not _OWN.match(name)}
        return general | {name[4:]: wordings for name, wordings in some.items() if name.startswith(f"{desk}.")}

    return replace(words, labels=own(words.labels), headings=own(words.headings), sentences=own(words.sentences))
