"""How well lines are coded: a generated company buys, a person puts right what is wrong, and the next line is asked.

Each line is asked before anybody has coded it, so nothing is scored that had been seen. What was corrected is asked
again at once, in another month and under another number.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from bursar.evals.intervals import wilson
from bursar.evals.purchases import Purchase, PurchasedLine, purchases

LEARNT_AFTER = 500


@dataclass(frozen=True, slots=True)
class Coded:
    """What was suggested for a line: the account's code, and whether nobody needs to look."""

    account_code: str | None
    sure: bool


class Desk(Protocol):
    """A company whose people ask how to code lines, and post what is right."""

    async def suggest(self, vendor: int, lines: Sequence[str]) -> Sequence[Coded]:
        """Ask for the coding of lines of a vendor."""

    async def post(self, purchase: Purchase) -> None:
        """Post the bill with every line where it belongs."""


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
    misses: list[str] = field(default_factory=list)


async def measure(
    desk: Desk, *, seed: int, lines: int, progress: Callable[[int], Awaitable[None]] | None = None
) -> CodingScore:
    """Let the company buy until `lines` lines were asked after the first `LEARNT_AFTER`, and count."""
    score = CodingScore()
    for purchase in islice(purchases(seed), 100_000):
        if score.asked >= lines:
            break
        await _buy(desk, purchase, score)
        if progress is not None:
            await progress(score.learning + score.asked)
    return score


async def _buy(desk: Desk, purchase: Purchase, score: CodingScore) -> None:
    began = time.perf_counter()
    found = await desk.suggest(purchase.vendor, [line.description for line in purchase.lines])
    score.seconds_asking += time.perf_counter() - began
    score.bills += 1
    learnt = score.learning >= LEARNT_AFTER
    wrong = []
    for line, coded in zip(purchase.lines, found, strict=True):
        is_right = coded.account_code == line.account_code
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
    await _ask_again(desk, purchase.vendor, wrong, score)


async def _ask_again(desk: Desk, vendor: int, wrong: Sequence[PurchasedLine], score: CodingScore) -> None:
    if not wrong:
        return
    again = await desk.suggest(vendor, [f"{line.description} November 2026 no. 778899" for line in wrong])
    for line, coded in zip(wrong, again, strict=True):
        score.corrected += 1
        is_right = coded.account_code == line.account_code
        score.corrected_right += is_right
        if not is_right:
            score.misses.append(f"again {line.description}: {coded.account_code}, not {line.account_code}")


def report(score: CodingScore, *, settings: dict[str, Any]) -> dict[str, Any]:
    """Return the figures with intervals of 95 %, in the shape that baselines have: a share is called F1 there."""
    shares = {
        "right_after_learning": (score.right, score.asked),
        "right_when_sure": (score.sure_right, score.sure),
        "sure": (score.sure, score.asked),
        "right_once_corrected": (score.corrected_right, score.corrected),
        "right_while_learning": (score.learning_right, score.learning),
    }
    return {
        "eval": "coding",
        "settings": settings,
        "seconds_per_bill": round(score.seconds_asking / (score.bills or 1), 4),
        "parts": {"coding": {"fields": {name: _share(*counts) for name, counts in shares.items()}}},
    }


def _share(right: int, of: int) -> dict[str, Any]:
    interval = wilson(right, of)
    share = right / of if of else 1.0
    return {
        "n": of,
        "right": right,
        "f1": round(share, 6),
        "f1_low": round(interval.low, 6),
        "f1_high": round(interval.high, 6),
    }
