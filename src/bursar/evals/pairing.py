"""The same documents read twice, without a model and with one: what it brought and what it spoiled, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bursar.core.completion import ESSENTIAL, WELCOME
from bursar.core.extraction import HEADER, Method
from bursar.evals.intervals import Counts, of_f1_gain, wilson
from bursar.evals.scoring import Miss, Score


@dataclass(frozen=True, slots=True)
class Changes:
    """How many values became right, were right and are not any more, or are wrong where nothing was said before."""

    gained: int = 0
    spoiled: int = 0
    invented: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.gained + other.gained, self.spoiled + other.spoiled, self.invented + other.invented)


def changed(name: str, before: Score, after: Score) -> Changes:
    """Return what became of a field of the header between two readings of a document."""
    was, now = (score.counts.get(name, Counts()) for score in (before, after))
    return Changes(
        gained=int(now.right > was.right),
        spoiled=int(now.right < was.right),
        invented=int(now.wrong > was.wrong and not was.right),
    )


def worse(before: Sequence[Score], after: Sequence[Score]) -> Iterator[tuple[str, Miss]]:
    """Yield what was said before of a value that was spoiled or invented, and what is wrong with it now."""
    for was, now in zip(before, after, strict=True):
        said = {one.field: one.value.value for one in was.judged}
        for miss in now.misses:
            change = changed(miss.field, was, now) if miss.field in HEADER else Changes()
            if change.spoiled or change.invented:
                yield said.get(miss.field, ""), miss


def compared(before: Sequence[Score], after: Sequence[Score]) -> dict[str, Any]:
    """Return the figures of both side by side: by the fields that a model is asked for, and of the whole header."""
    pairs = list(zip(before, after, strict=True))
    fields = {}
    for name in (*ESSENTIAL, *WELCOME):
        was, now = (sum((one.counts.get(name, Counts()) for one in scores), Counts()) for scores in (before, after))
        if was == now == Counts():
            continue
        change = sum((changed(name, *pair) for pair in pairs), Changes())
        fields[name] = {"f1_without": round(was.f1, 4), "f1": round(now.f1, 4), **_as_json(change)}
    header = [[_header(score) for score in scores] for scores in (before, after)]
    f1_without, f1 = (sum(counts, Counts()).f1 for counts in header)
    interval = of_f1_gain(*header)
    return {
        "fields": fields,
        "header": {
            "f1_without": round(f1_without, 4),
            "f1": round(f1, 4),
            "gain": round(f1 - f1_without, 4),
            "gain_low": round(interval.low, 4),
            "gain_high": round(interval.high, 4),
            **_as_json(sum((changed(name, *pair) for pair in pairs for name in HEADER), Changes())),
        },
        "brought": _brought(after),
    }


def _header(score: Score) -> Counts:
    return sum((score.counts[name] for name in HEADER if name in score.counts), Counts())


def _brought(after: Sequence[Score]) -> dict[str, Any]:
    """Return how many values that a model named are right."""
    values = [one for score in after for one in score.judged if one.value.method is Method.MODEL]
    right = sum(one.right for one in values)
    interval = wilson(right, len(values))
    return {
        "values": len(values),
        "right": right,
        "precision": round(right / len(values), 4) if values else None,
        "precision_low": round(interval.low, 4),
        "precision_high": round(interval.high, 4),
    }


def _as_json(change: Changes) -> dict[str, int]:
    return {"gained": change.gained, "spoiled": change.spoiled, "invented": change.invented}
