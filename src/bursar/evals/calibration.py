"""How the table of `core.confidence` is fitted: on layouts for development, smoothed, rising with the evidence.

`python -m bursar.evals.calibration` measures and prints the rows. They are pasted by hand, so that a person sees what
changes; how honest they are is then measured on layouts held out, which never take part here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from bursar.core.confidence import MOST_POINTS, Group, group_of, points
from bursar.evals.datasets import Layouts, chosen
from bursar.evals.extraction import measured
from bursar.evals.reading import read
from bursar.evals.scoring import Judged

SEEDS: Final = (101, 102, 103)
# What is believed before anything is measured: the chance by points, written down by hand and never fitted.
PRIOR: Final[Mapping[Group, tuple[str, ...]]] = {
    Group.REFERENCE: ("0.3000", "0.7000", "0.9000", "0.9700", "0.9900", "0.9960", "0.9980"),
    Group.DATE: ("0.3000", "0.7000", "0.9300", "0.9800", "0.9920", "0.9960", "0.9980"),
    Group.CODE: ("0.5000", "0.8500", "0.9600", "0.9850", "0.9950", "0.9970", "0.9980"),
    Group.AMOUNT: ("0.2000", "0.6000", "0.8500", "0.9600", "0.9900", "0.9960", "0.9980"),
    Group.NAME: ("0.2000", "0.5000", "0.8000", "0.9200", "0.9700", "0.9900", "0.9960"),
    Group.IDENTIFIER: ("0.3000", "0.6000", "0.9000", "0.9700", "0.9930", "0.9970", "0.9980"),
    Group.TEXT: ("0.3000", "0.5000", "0.7000", "0.8500", "0.9000", "0.9500", "0.9700"),
    Group.LINE: ("0.3000", "0.6000", "0.8500", "0.9500", "0.9850", "0.9950", "0.9980"),
    Group.LINE_TEXT: ("0.3000", "0.6000", "0.8500", "0.9300", "0.9600", "0.9800", "0.9900"),
    Group.TAX: ("0.2000", "0.6000", "0.8500", "0.9600", "0.9900", "0.9960", "0.9980"),
}
# So many values weigh as much as that belief.
BELIEF: Final = 30
# Layouts that nobody has built on are read worse than those that readers were built on: errors count so many times.
CAUTION: Final = 2
HIGHEST: Final = Decimal("0.9990")
_PLACES: Final = Decimal("0.0001")


@dataclass(slots=True)
class _Pool:
    """Neighbouring numbers of points that have one chance together."""

    right: Decimal
    of: Decimal
    points: int

    @property
    def chance(self) -> Decimal:
        return self.right / self.of


def rising(observed: Sequence[tuple[Decimal, Decimal]]) -> list[Decimal]:
    """Return the chances nearest to what was observed that never fall (pool adjacent violators, Ayer et al., 1955).

    `observed` has how many were right, and of how many, for each number of points; none of them of nothing.
    """
    pools: list[_Pool] = []
    for right, of in observed:
        pools.append(_Pool(right, of, 1))
        while len(pools) > 1 and pools[-2].chance > pools[-1].chance:
            last = pools.pop()
            pools[-1] = _Pool(pools[-1].right + last.right, pools[-1].of + last.of, pools[-1].points + last.points)
    return [pool.chance for pool in pools for _ in range(pool.points)]


def fitted(judged: Iterable[Judged]) -> dict[Group, tuple[Decimal, ...]]:
    """Return the table that these values and the prior belief give, rounded down."""
    right = {group: [Decimal(0)] * (MOST_POINTS + 1) for group in Group}
    of = {group: [Decimal(0)] * (MOST_POINTS + 1) for group in Group}
    for one in judged:
        group, at = group_of(one.field), points(one.value.method, one.value.evidence)
        of[group][at] += 1
        right[group][at] += one.right
    table = {}
    for group in Group:
        observed = [
            (right[group][at] + BELIEF * Decimal(PRIOR[group][at]), of[group][at] + BELIEF)
            for at in range(MOST_POINTS + 1)
        ]
        table[group] = tuple(_cautious(chance) for chance in rising(observed))
    return table


def _cautious(chance: Decimal) -> Decimal:
    doubted = max(Decimal("0.05"), 1 - CAUTION * (1 - chance))
    return min(HIGHEST, doubted).quantize(_PLACES, ROUND_FLOOR)


def main() -> None:
    """Measure on all layouts for development with several seeds, and print the rows of the table."""
    judged: list[Judged] = []
    for seed in SEEDS:
        for dataset in chosen(Layouts.DEV, seed=seed, documents=None):
            judged += measured(dataset.name, dataset, read, shown=False, tell=lambda: None).judged
    for group, chances in fitted(judged).items():
        row = ", ".join(f'"{chance}"' for chance in chances)
        sys.stdout.write(f"        Group.{group.name}: _row({row}),\n")


if __name__ == "__main__":
    main()
