"""How the table of `core.confidence` is fitted: smoothed, rising with the evidence, and no surer than on unseen pages.

What was right on the layouts that readers were built on is the belief; what was right on layouts that nobody looks at
corrects it, downwards alone: the best tuned reader is right on all pages it was tuned on. `python -m
bursar.evals.calibration` measures and prints the rows. They are pasted by hand, so that a person sees what changes; how
honest they are is then measured on layouts held out, which never take part here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Final, TypeAlias

from bursar.core.confidence import MOST_POINTS, Group, group_of, points
from bursar.evals.datasets import Layouts, chosen
from bursar.evals.extraction import measured
from bursar.evals.reading import read
from bursar.evals.scoring import Judged

SEEDS: Final = (101, 102)
HIGHEST: Final = Decimal("0.9990")
LOWEST: Final = Decimal("0.0500")
# What is believed where nothing was measured: the chance by points, written down by hand and never fitted.
PRIOR: Final[Mapping[Group, tuple[str, ...]]] = {
    Group.NUMBER: ("0.3000", "0.7000", "0.9000", "0.9700", "0.9900", "0.9960", "0.9980"),
    Group.REFERENCE: ("0.3000", "0.7000", "0.9000", "0.9700", "0.9900", "0.9960", "0.9980"),
    Group.DATE: ("0.3000", "0.7000", "0.9300", "0.9800", "0.9920", "0.9960", "0.9980"),
    Group.CODE: ("0.5000", "0.8500", "0.9600", "0.9850", "0.9950", "0.9970", "0.9980"),
    Group.AMOUNT: ("0.2000", "0.6000", "0.8500", "0.9600", "0.9900", "0.9960", "0.9980"),
    Group.REST: ("0.2000", "0.6000", "0.8500", "0.9600", "0.9900", "0.9960", "0.9980"),
    Group.NAME: ("0.2000", "0.5000", "0.8000", "0.9200", "0.9700", "0.9900", "0.9960"),
    Group.ACCOUNT: ("0.3000", "0.6000", "0.9000", "0.9700", "0.9930", "0.9970", "0.9980"),
    Group.TAX_ID: ("0.3000", "0.6000", "0.9000", "0.9700", "0.9930", "0.9970", "0.9980"),
    Group.TEXT: ("0.3000", "0.5000", "0.7000", "0.8500", "0.9000", "0.9500", "0.9700"),
    Group.LINE: ("0.3000", "0.6000", "0.8500", "0.9500", "0.9850", "0.9950", "0.9980"),
    Group.LINE_FACTOR: ("0.3000", "0.6000", "0.8000", "0.9000", "0.9700", "0.9960", "0.9980"),
    Group.LINE_TEXT: ("0.3000", "0.6000", "0.8500", "0.9300", "0.9600", "0.9800", "0.9900"),
    Group.TAX: ("0.2000", "0.6000", "0.8500", "0.9600", "0.9900", "0.9960", "0.9980"),
}
# No sum and no check digit proves whose number it is: on the first pages of a new author one in ten was another's, with
# as much to speak for it. No such number is taken unseen.
CAPS: Final[Mapping[Group, Decimal]] = {Group.REFERENCE: Decimal("0.9800")}
# Two weak kinds of evidence fail together on pages of a kind that nobody has seen.
FEW: Final = 3
OF_FEW: Final = Decimal("0.9900")
# So many kinds of unseen pages weigh what is believed of them beforehand.
BELIEF: Final = 2
_PLACES: Final = Decimal("0.0001")
# One kind of page: values of one layout in one language are right or wrong together, so together they count once.
Unit: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class _Pool:
    """Neighbouring numbers of points that have one share together."""

    right: Decimal
    of: Decimal
    points: int

    @property
    def share(self) -> Decimal:
        return self.right / self.of


def rising(observed: Sequence[tuple[Decimal, Decimal]]) -> list[tuple[Decimal, Decimal]]:
    """Return what was observed, pooled until shares never fall (pool adjacent violators, Ayer et al., 1955).

    `observed` has how many were right, and of how many, for each number of points; none of them of nothing.
    """
    pools: list[_Pool] = []
    for right, of in observed:
        pools.append(_Pool(right, of, 1))
        while len(pools) > 1 and pools[-2].share > pools[-1].share:
            last = pools.pop()
            pools[-1] = _Pool(pools[-1].right + last.right, pools[-1].of + last.of, pools[-1].points + last.points)
    return [(pool.right, pool.of) for pool in pools for _ in range(pool.points)]


def fitted(
    built_on: Iterable[tuple[Unit, Judged]], unseen: Iterable[tuple[Unit, Judged]] = ()
) -> dict[Group, tuple[Decimal, ...]]:
    """Return the table that these values give, each with the kind of page that it stands on; rounded down.

    A chance is that of the next kind of page (Laplace's rule of succession), as what was right on few kinds of pages
    may well be wrong on another. Where nothing was measured, the prior belief holds as far as it does not fall.
    """
    ours, theirs = _cells(built_on), _cells(unseen)
    return {group: _corrected(_row(group, ours[group]), theirs[group]) for group in Group}


_POINTS: Final = range(MOST_POINTS + 1)
_Cells: TypeAlias = Mapping[int, Mapping[Unit, Sequence[bool]]]


def _cells(judged: Iterable[tuple[Unit, Judged]]) -> dict[Group, _Cells]:
    cells: dict[Group, dict[int, dict[Unit, list[bool]]]] = {group: {} for group in Group}
    for unit, one in judged:
        at = points(one.value.method, one.value.evidence)
        cells[group_of(one.field)].setdefault(at, {}).setdefault(unit, []).append(one.right)
    return {group: dict(sorted(of_group.items())) for group, of_group in cells.items()}


def _observed(cells: _Cells) -> dict[int, tuple[Decimal, Decimal]]:
    """Return how many kinds of pages were right, and of how many, by points; pooled until shares never fall."""
    observed = [
        (sum((Decimal(sum(values)) / len(values) for values in units.values()), Decimal(0)), Decimal(len(units)))
        for units in cells.values()
    ]
    return dict(zip(cells, rising(observed), strict=True))


def _row(group: Group, cells: _Cells) -> tuple[Decimal, ...]:
    measured_at = {at: (right + 1) / (of + 2) for at, (right, of) in _observed(cells).items()}
    chances: list[Decimal] = []
    for at in _POINTS:
        highest = min((chance for place, chance in measured_at.items() if place > at), default=HIGHEST)
        chance = measured_at.get(at, min(Decimal(PRIOR[group][at]), highest))
        # More evidence on fewer pages is still at least as sure as less evidence on many.
        lowest = chances[-1] if chances else LOWEST
        cap = min(CAPS.get(group, HIGHEST), OF_FEW if at < FEW else HIGHEST)
        chances.append(max(lowest, min(cap, chance).quantize(_PLACES, ROUND_FLOOR)))
    return tuple(chances)


def _corrected(believed: Sequence[Decimal], unseen: _Cells) -> tuple[Decimal, ...]:
    """Return chances no higher than unseen pages bear out; less evidence is never surer than more."""
    seen = _observed(unseen)
    chances: list[Decimal] = []
    for at in reversed(_POINTS):
        right, of = seen.get(at, (Decimal(0), Decimal(0)))
        borne_out = (right + BELIEF * believed[at]) / (of + BELIEF)
        highest = chances[-1] if chances else HIGHEST
        chances.append(min(believed[at], borne_out.quantize(_PLACES, ROUND_FLOOR), highest))
    return tuple(reversed(chances))


def judged_on(layouts: Layouts) -> Iterator[tuple[Unit, Judged]]:
    """Yield what is read on layouts, with several seeds, each value with the kind of page that it stands on."""
    for seed in SEEDS:
        for dataset in chosen(layouts, seed=seed, documents=None):
            units = {document.name: (document.layout, document.language) for document in dataset}
            part = measured(dataset.name, dataset, read, shown=False, tell=lambda: None)
            yield from ((units[score.document], one) for score in part.scores for one in score.judged)


def main() -> None:
    """Measure, and print the rows of the table."""
    for group, chances in fitted(judged_on(Layouts.DEV), judged_on(Layouts.FITTING)).items():
        row = ", ".join(f'"{chance}"' for chance in chances)
        sys.stdout.write(f"        Group.{group.name}: _row({row}),\n")


if __name__ == "__main__":
    main()
