"""How far a measured share may be from the true one: intervals of 95 %."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt
from random import Random
from typing import Final

_Z: Final = 1.959964  # The normal distribution has 95 % within so many standard deviations.
_RESAMPLES: Final = 400


@dataclass(frozen=True, slots=True)
class Counts:
    """What was said right, what was said wrong, and what was there and not said (right)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 1 where nothing was said."""
        said = self.right + self.wrong
        return self.right / said if said else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was said right; 1 where nothing is there."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        of = self.right + (self.wrong + self.missed) / 2
        return self.right / of if of else 1.0


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where."""

    low: float
    high: float


def wilson(right: float, of: float) -> Interval:
    """Return Wilson's score interval of a share (E. B. Wilson, 1927); honest also where all or none were right."""
    if of <= 0:
        return Interval(0.0, 1.0)
    share, squared = right / of, _Z * _Z
    middle = share + squared / (2 * of)
    half = _Z * sqrt(share * (1 - share) / of + squared / (4 * of * of))
    below = 1 + squared / of
    # The share itself lies inside, also where the last digit of a float says otherwise.
    return Interval(max(0.0, min(share, (middle - half) / below)), min(1.0, max(share, (middle + half) / below)))


def of_f1(counts: Counts) -> Interval:
    """Return the interval of F1, which is a share too: of the mean of what was said and what is there."""
    return wilson(counts.right, counts.right + (counts.wrong + counts.missed) / 2)


def of_clustered_f1(documents: Sequence[Counts], *, seed: int = 0) -> Interval:
    """Return the interval of F1 where what is counted comes in bunches: documents are drawn again, with a seed.

    Never narrower than if all had been independent.
    """
    plain = of_f1(sum(documents, Counts()))
    if not documents:
        return plain
    rng = Random(seed)  # noqa: S311 - reproducible, nothing secret.
    drawn = sorted(sum(rng.choices(documents, k=len(documents)), Counts()).f1 for _ in range(_RESAMPLES))
    low, high = drawn[int(_RESAMPLES * 0.025)], drawn[int(_RESAMPLES * 0.975) - 1]
    return Interval(min(plain.low, low), max(plain.high, high))


def of_f1_gain(before: Sequence[Counts], after: Sequence[Counts], *, seed: int = 0) -> Interval:
    """Return the interval of how much F1 grew on the same documents, which are drawn again in pairs, with a seed."""
    pairs = list(zip(before, after, strict=True))
    rng = Random(seed)  # noqa: S311 - reproducible, nothing secret.
    drawn = sorted(_gain(rng.choices(pairs, k=len(pairs))) for _ in range(_RESAMPLES)) if pairs else [0.0]
    return Interval(drawn[int(len(drawn) * 0.025)], drawn[max(0, int(len(drawn) * 0.975) - 1)])


def _gain(pairs: Sequence[tuple[Counts, Counts]]) -> float:
    was, now = (sum(some, Counts()) for some in zip(*pairs, strict=True))
    return now.f1 - was.f1


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean and its interval, exact: it may be money."""

    mean: Decimal
    low: Decimal
    high: Decimal


def of_mean(values: Sequence[int], *, seed: int = 0) -> Mean:
    """Return the mean of whole units (micro-dollars, milliseconds) with its interval; they are drawn again."""
    if not values:
        return Mean(*(Decimal(0),) * 3)
    rng = Random(seed)  # noqa: S311 - reproducible, nothing secret.
    drawn = sorted(sum(rng.choices(values, k=len(values))) for _ in range(_RESAMPLES))
    low, high = drawn[int(_RESAMPLES * 0.025)], drawn[int(_RESAMPLES * 0.975) - 1]
    return Mean(*(Decimal(total) / len(values) for total in (sum(values), low, high)))
