"""How well lines are coded: a generated company buys, a person puts right what is wrong, and the next line is asked.

Each line is asked before anybody has coded it, so nothing is scored that had been seen. What was corrected is asked
again at once, in another month and under another number.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Protocol

from bursar.evals.intervals import wilson
from bursar.evals.model_use import ModelUse
from bursar.evals.purchases import Purchase, purchases

LEARNT_AFTER = 500
AGAIN = "November 2026 no. 778899"  # What a line has besides when it is asked again.


@dataclass(frozen=True, slots=True)
class Coded:
    """What was suggested for a line: the account's code, and whether nobody needs to look.

    A line that a model was shown also has what would have been suggested without.
    """

    account_code: str | None
    sure: bool
    is_shown: bool = False
    without_model: str | None = None


class Desk(Protocol):
    """A company whose people ask how to code lines, and post what is right."""

    async def suggest(self, purchase: Purchase) -> Sequence[Coded]:
        """Ask for the coding of a bill's lines, by what the vendor says of them."""

    async def post(self, purchase: Purchase) -> None:
        """Post the bill with every line where it belongs."""


@dataclass(slots=True)
class Choices:
    """Lines that a model was shown: how many were right before it chose, and after."""

    shown: int = 0
    right_before: int = 0
    right_after: int = 0
    gained: int = 0
    spoiled: int = 0

    def note(self, coded: Coded, true: str) -> None:
        """Count a line, if the model was shown it."""
        if not coded.is_shown:
            return
        was, now = coded.without_model == true, coded.account_code == true
        self.shown += 1
        self.right_before += was
        self.right_after += now
        self.gained += now and not was
        self.spoiled += was and not now

    def as_json(self) -> dict[str, Any]:
        """Return the counts, and the shares with their intervals."""
        return {
            "before": share_of(self.right_before, self.shown),
            "after": share_of(self.right_after, self.shown),
            "gained": self.gained,
            "spoiled": self.spoiled,
        }


@dataclass(slots=True)
class CodingScore:
    """Counts of lines: in the time of learning, after it, those of them said to be sure, and those put right before."""

    learning: int = 0
    learning_right: int = 0
    asked: int = 0
    right: int = 0
    sure: int = 0
    sure_right: int = 0
    corrected: int = 0
    corrected_right: int = 0
    bills: int = 0
    seconds_asking: float = 0.0
    choices: Choices = field(default_factory=Choices)
    choices_learning: Choices = field(default_factory=Choices)
    misses: list[str] = field(default_factory=list)


async def measure(
    desk: Desk,
    *,
    seed: int,
    lines: int,
    learnt_after: int = LEARNT_AFTER,
    progress: Callable[[int], Awaitable[None]] | None = None,
) -> CodingScore:
    """Let the company buy until `lines` lines were asked after the first `learnt_after`, and count."""
    score = CodingScore()
    for purchase in islice(purchases(seed), 100_000):
        if score.asked >= lines:
            break
        await _buy(desk, purchase, score, learnt=score.learning >= learnt_after)
        if progress is not None:
            await progress(score.learning + score.asked)
    return score


async def _buy(desk: Desk, purchase: Purchase, score: CodingScore, *, learnt: bool) -> None:
    began = time.perf_counter()
    found = await desk.suggest(purchase)
    score.seconds_asking += time.perf_counter() - began
    score.bills += 1
    wrong = []
    for line, coded in zip(purchase.lines, found, strict=True):
        is_right = coded.account_code == line.account_code
        (score.choices if learnt else score.choices_learning).note(coded, line.account_code)
        if learnt:
            score.asked += 1
            score.right += is_right
            score.sure += coded.sure
            score.sure_right += coded.sure and is_right
            if not is_right:
                score.misses.append(f"{line.description}: {coded.account_code}, not {line.account_code}")
        else:
            score.learning += 1
            score.learning_right += is_right
        if not is_right:
            wrong.append(line)
    await desk.post(purchase)
    await _ask_again(desk, replace(purchase, lines=tuple(wrong)), score)


async def _ask_again(desk: Desk, wrong: Purchase, score: CodingScore) -> None:
    if not wrong.lines:
        return
    lines = tuple(replace(line, description=f"{line.description} {AGAIN}") for line in wrong.lines)
    again = await desk.suggest(replace(wrong, lines=lines))
    for line, coded in zip(wrong.lines, again, strict=True):
        score.corrected += 1
        is_right = coded.account_code == line.account_code
        score.corrected_right += is_right
        if not is_right:
            score.misses.append(f"again {line.description}: {coded.account_code}, not {line.account_code}")


def report(score: CodingScore, *, settings: dict[str, Any], use: ModelUse | None = None) -> dict[str, Any]:
    """Return the figures with intervals of 95 %, in the shape that baselines have: a share is called F1 there."""
    shares = {
        "right_after_learning": (score.right, score.asked),
        "right_when_sure": (score.sure_right, score.sure),
        "sure": (score.sure, score.asked),
        "right_once_corrected": (score.corrected_right, score.corrected),
        "right_while_learning": (score.learning_right, score.learning),
    }
    coding: dict[str, Any] = {"fields": {name: share_of(*counts) for name, counts in shares.items()}}
    if use is not None:
        choices = {"after_learning": score.choices, "while_learning": score.choices_learning}
        coding |= {
            "model": use.as_json(),
            "choices": {name: one.as_json() for name, one in choices.items()},
            "without_model": {"fields": _without_model(score)},
        }
    return {
        "eval": "coding",
        "settings": settings,
        "seconds_per_bill": round(score.seconds_asking / (score.bills or 1), 4),
        "parts": {"coding": coding},
    }


def _without_model(score: CodingScore) -> dict[str, Any]:
    """Return the shares of the same lines as they were before a model chose."""
    after, learning = score.choices, score.choices_learning
    return {
        "right_after_learning": share_of(score.right - after.gained + after.spoiled, score.asked),
        "right_while_learning": share_of(score.learning_right - learning.gained + learning.spoiled, score.learning),
    }


def share_of(right: int, of: int) -> dict[str, Any]:
    """Return a share with its interval of 95 %, in the shape that baselines have."""
    interval = wilson(right, of)
    share = right / of if of else 1.0
    return {
        "n": of,
        "right": right,
        "f1": round(share, 6),
        "f1_low": round(interval.low, 6),
        "f1_high": round(interval.high, 6),
    }
