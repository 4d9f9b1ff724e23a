"""How well duplicates are seen: what a company's vendors send is asked one by one, then sent again with changes.

Each document of the history is asked before it is kept, as it would arrive: what is found then is a false alarm. Then
documents are taken from the history, changed as in `changes`, and asked: the original must be among what is found.
"""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from bursar.evals.changes import CHANGES, Under, badly_scanned
from bursar.evals.histories import Happened, Sent, history
from bursar.evals.intervals import wilson

SCANS: Final = 0.3
# Copies that lines alone give away are read well here: a line that says something else is another line.
_SCANNED: Final = CHANGES.keys() - {"part_sent_again", "order_line_billed_again"}


@dataclass(frozen=True, slots=True)
class Alarm:
    """What was found for a document: which one of the history, and why."""

    at: int
    said: str


class Desk(Protocol):
    """A company that keeps what it is sent, and can be asked whether it had a document before."""

    async def keep(self, at: int, sent: Sent) -> None:
        """Keep a document as number `at` of the history."""

    async def ask(self, sent: Sent, under: Under, same_file_as: int | None) -> Sequence[Alarm]:
        """Ask whether it was received before, keeping nothing; it may be the file of number `same_file_as`."""


@dataclass(slots=True)
class Tally:
    """How many were asked and how many found, and some sentences about the others."""

    asked: int = 0
    found: int = 0
    told: list[str] = field(default_factory=list)


@dataclass(slots=True)
class DuplicateScore:
    """Copies that were found by kind of change, false alarms by habit, and the time of asking."""

    copies: dict[str, Tally] = field(default_factory=dict)
    originals: dict[str, Tally] = field(default_factory=dict)
    seconds_asking: float = 0.0

    @property
    def recall(self) -> float:
        """The share of copies that were found."""
        return sum(one.found for one in self.copies.values()) / (sum(one.asked for one in self.copies.values()) or 1)

    @property
    def false_alarms(self) -> float:
        """The share of documents that came for the first time and were taken for copies."""
        return sum(one.found for one in self.originals.values()) / (
            sum(one.asked for one in self.originals.values()) or 1
        )


Progress = Callable[[int, int], Awaitable[None]]


async def measure(
    desk: Desk, *, seed: int, vendors: int, copies: int, progress: Progress | None = None
) -> DuplicateScore:
    """Let the vendors send their documents, then `copies` of them again by each kind of change, and count."""
    score, sent = DuplicateScore(), history(seed, vendors=vendors)
    total = len(sent) + copies * len(CHANGES)
    for at, one in enumerate(sent):
        await _first_time(desk, at, one, score)
        if progress is not None:
            await progress(at, total)
    dice = random.Random(seed + 1)  # noqa: S311 - examples, not secrets.
    for done, kind in enumerate(CHANGES):
        await _again(desk, kind, sent, score, dice, copies)
        if progress is not None:
            await progress(len(sent) + (done + 1) * copies, total)
    return score


async def _first_time(desk: Desk, at: int, one: Happened, score: DuplicateScore) -> None:
    alarms = await _asked(desk, one.sent, Under.SAME, score)
    tally = score.originals.setdefault(one.habit, Tally())
    tally.asked += 1
    tally.found += bool(alarms)
    if alarms:
        tally.told.append(f"{one.sent.number} of {one.sent.on}: {alarms[0].said}")
    await desk.keep(at, one.sent)


async def _again(
    desk: Desk, kind: str, sent: Sequence[Happened], score: DuplicateScore, dice: random.Random, copies: int
) -> None:
    tally = score.copies.setdefault(kind, Tally())
    under, change = CHANGES[kind]
    while tally.asked < copies:
        at = dice.randrange(len(sent))
        copy = change(dice, sent[at].sent)
        if copy is None or sent[at].habit == "credited_and_billed_anew":
            continue  # What was credited may come again; which of the two was meant cannot be said.
        # Some copies are scans: what a line says is then not what it said.
        copy = badly_scanned(dice, copy) if kind in _SCANNED and dice.random() < SCANS else copy
        tally.asked += 1
        is_found = any(alarm.at == at for alarm in await _asked(desk, copy, under, score, at))
        tally.found += is_found
        if not is_found:
            tally.told.append(f"{sent[at].sent.number} of {sent[at].sent.on} came as {copy.number} of {copy.on}")


async def _asked(desk: Desk, sent: Sent, under: Under, score: DuplicateScore, at: int | None = None) -> Sequence[Alarm]:
    began = time.perf_counter()
    found = await desk.ask(sent, under, at if sent.same_file else None)
    score.seconds_asking += time.perf_counter() - began
    return found


def report(score: DuplicateScore, *, settings: dict[str, Any]) -> dict[str, Any]:
    """Return the figures with intervals of 95 %, in the shape that baselines have: a share is called F1 there."""
    parts = {"copies": score.copies, "first_time": score.originals}
    return {
        "eval": "duplicates",
        "settings": settings,
        "recall": score.recall,
        "false_alarms": score.false_alarms,
        "parts": {name: {"fields": _fields(tallies, is_alarm=name == "first_time")} for name, tallies in parts.items()},
    }


def _fields(tallies: dict[str, Tally], *, is_alarm: bool) -> dict[str, Any]:
    total = Tally(sum(one.asked for one in tallies.values()), sum(one.found for one in tallies.values()))
    fields = {}
    for name, tally in {"all": total, **tallies}.items():
        right = tally.asked - tally.found if is_alarm else tally.found
        interval = wilson(right, tally.asked)
        share = right / tally.asked if tally.asked else 1.0
        fields[name] = {
            "n": tally.asked,
            "right": right,
            "f1": round(share, 6),
            "f1_low": round(interval.low, 6),
            "f1_high": round(interval.high, 6),
        }
    return fields
