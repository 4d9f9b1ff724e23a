"""Which documents there are to measure on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bursar.evals.rendering.documents import LANGUAGES, Document, rendered
from bursar.evals.rendering.held_out import HELD_OUT
from bursar.evals.rendering.held_out_words import HELD_OUT_LANGUAGES
from bursar.evals.rendering.layouts import DEVELOPMENT


class Layouts(StrEnum):
    """Which of the rendered layouts."""

    DEV = "dev"
    HELD_OUT = "held-out"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A set of rendered documents. `shown` says that single misses may be looked at."""

    name: str
    shown: bool
    documents: int
    seed: int

    def __iter__(self) -> Iterator[Document]:
        if self.name == _DEVELOPMENT:
            return rendered(DEVELOPMENT, seed=self.seed, documents=self.documents)
        return rendered(HELD_OUT, seed=self.seed, languages=HELD_OUT_LANGUAGES, documents=self.documents)


_DEVELOPMENT: Final = "development"
_HELD_OUT: Final = "held_out"


def chosen(layouts: Layouts, *, seed: int, documents: int | None) -> list[Rendered]:
    """Return the sets that were asked for: so many documents in all, or one per layout and language."""
    whole = {_DEVELOPMENT: len(DEVELOPMENT) * len(LANGUAGES), _HELD_OUT: len(HELD_OUT) * len(HELD_OUT_LANGUAGES)}
    wanted = {
        Layouts.DEV: (_DEVELOPMENT,),
        Layouts.HELD_OUT: (_HELD_OUT,),
        Layouts.ALL: (_DEVELOPMENT, _HELD_OUT),
    }[layouts]
    of = sum(whole[name] for name in wanted)
    counts = {name: whole[name] if documents is None else round(documents * whole[name] / of) for name in wanted}
    return [Rendered(name, name == _DEVELOPMENT, max(1, counts[name]), seed) for name in wanted]
