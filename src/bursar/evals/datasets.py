"""Which documents there are to measure on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bursar.evals.rendering.counters.layouts import COUNTERS
from bursar.evals.rendering.counters.words import COUNTER_LANGUAGES
from bursar.evals.rendering.desks.layouts import DESKS
from bursar.evals.rendering.desks.words import DESK_LANGUAGES
from bursar.evals.rendering.documents import LANGUAGES, Document, rendered
from bursar.evals.rendering.first.layouts import FIRST
from bursar.evals.rendering.fresh.layouts import FRESH
from bursar.evals.rendering.fresh.words import FRESH_LANGUAGES
from bursar.evals.rendering.guilds.layouts import GUILDS
from bursar.evals.rendering.guilds.words import GUILD_LANGUAGES
from bursar.evals.rendering.habits.layouts import HABITS
from bursar.evals.rendering.habits.words import HABIT_LANGUAGES
from bursar.evals.rendering.houses.layouts import HOUSES
from bursar.evals.rendering.houses.words import HOUSE_LANGUAGES
from bursar.evals.rendering.layouts import Layout
from bursar.evals.rendering.manners.layouts import MANNERS
from bursar.evals.rendering.manners.words import MANNER_LANGUAGES
from bursar.evals.rendering.trades.layouts import TRADES
from bursar.evals.rendering.trades.words import TRADE_LANGUAGES
from bursar.evals.rendering.vocabulary import Vocabulary


class Layouts(StrEnum):
    """Which of the rendered layouts."""

    DEV = "dev"
    FITTING = "fitting"
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
        sets = SETS[self.name]
        left, of = self.documents, _whole(self.name)
        for layouts, languages in sets:
            some = min(left, round(self.documents * len(layouts) * len(languages) / of))
            some = left if layouts is sets[-1][0] else some
            left -= some
            yield from rendered(layouts, seed=self.seed, languages=languages, documents=some)


DEVELOPMENT: Final = "development"
FITTING: Final = "fitting"
HELD_OUT: Final = "held_out"
# Every author's layouts, each with the words that it is drawn in: those that readers are built on, those that nobody
# looks at and confidence is fitted with, and those that are measured alone.
SETS: Final[Mapping[str, tuple[tuple[Sequence[Layout], Mapping[str, Vocabulary]], ...]]] = {
    DEVELOPMENT: (
        (FIRST, LANGUAGES),
        (HABITS, HABIT_LANGUAGES),
        (MANNERS, MANNER_LANGUAGES),
        (TRADES, TRADE_LANGUAGES),
        (GUILDS, GUILD_LANGUAGES),
        (FRESH, FRESH_LANGUAGES),
        (HOUSES, HOUSE_LANGUAGES),
    ),
    FITTING: ((DESKS, DESK_LANGUAGES),),
    HELD_OUT: ((COUNTERS, COUNTER_LANGUAGES),),
}


def _whole(name: str) -> int:
    return sum(len(layouts) * len(languages) for layouts, languages in SETS[name])


def chosen(layouts: Layouts, *, seed: int, documents: int | None) -> list[Rendered]:
    """Return the sets that were asked for: so many documents in all, or one per layout and language."""
    whole = {name: _whole(name) for name in SETS}
    wanted = {
        Layouts.DEV: (DEVELOPMENT,),
        Layouts.FITTING: (FITTING,),
        Layouts.HELD_OUT: (HELD_OUT,),
        Layouts.ALL: tuple(SETS),
    }[layouts]
    of = sum(whole[name] for name in wanted)
    counts = {name: whole[name] if documents is None else round(documents * whole[name] / of) for name in wanted}
    return [Rendered(name, name == DEVELOPMENT, max(1, counts[name]), seed) for name in wanted]
