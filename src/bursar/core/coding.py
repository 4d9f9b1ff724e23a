"""Which account a bill's line belongs to, learned from what people confirmed: precedents, counted from near to far.

A suggestion never rests on a single total: the nearest level that has precedents decides, and says by how many of how
many. On the nearest levels, the same line of the same order or vendor, the last decision of a person outweighs all
earlier ones: who corrects a line once is right next time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from typing import Final
from uuid import UUID

MAX_WORDS: Final = 8
LONGEST_KEY: Final = 200
SHORTEST_WORD: Final = 3
HABIT: Final = 3  # So many lines of a vendor, all on one account, are its habit.
CHOICES: Final = 5  # What a model, or a person, is offered to choose from.
ALIKE_ENOUGH: Final = Fraction(1, 3)  # Lines that are less alike are not counted.
SURE: Final = Fraction(4, 5)  # Below this share, somebody should look, or a model be asked.

_WORD: Final = re.compile(r"[^\W\d_]+")
# Months and their abbreviations: the same service of another month is the same line.
_MONTH_WORDS: Final = """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec januar februar marz maerz mai juni juli oktober dezember mrz okt dez janvier fevrier mars avril
    juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari
    maart mei augustus
"""
_MONTHS: Final = frozenset(_MONTH_WORDS.split())


class Level(StrEnum):
    """Where a precedent comes from, nearest first."""

    RULE = "rule"
    ORDER_LINE = "order_line"
    ACCOUNTING_REFERENCE = "accounting_reference"  # No precedent, but what the invoice names: `core.order_coding`.
    SAME_TEXT = "same_text"
    SAME_LINE = "same_line"
    SIMILAR_LINES = "similar_lines"
    ORDER_POSITION = "order_position"
    VENDOR_DEFAULT = "vendor_default"
    ALWAYS_SO = "always_so"
    SAME_LINE_ELSEWHERE = "same_line_elsewhere"
    SIMILAR_ELSEWHERE = "similar_elsewhere"
    SAME_VENDOR = "same_vendor"
    CHART_DEFAULT = "chart_default"


# What is decided here on a line stands before a rule that was stated earlier.
_SAME: Final = frozenset({Level.ORDER_LINE, Level.SAME_TEXT, Level.SAME_LINE})
# Here the last decision of a person counts, not the most frequent one.
_BY_TIME: Final = _SAME | {Level.ORDER_POSITION}
RANK: Final = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Coding:
    """Where a line goes: its account, and the dimensions and tax code that go with it."""

    account_id: UUID
    cost_centre_id: UUID | None = None
    project_id: UUID | None = None
    tax_code_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Precedent:
    """How often people confirmed a coding on one level, and when last.

    `weight` is how alike the lines are, from 0 to 1; `order` grows with time and tells decisions of one day apart.
    `rule` is the name of the rule, on its level. `followed` says that people took what the line's invoice named.
    """

    level: Level
    coding: Coding
    account_code: str
    times: int = 1
    weight: Fraction = Fraction(1)
    last: date | None = None
    order: str = ""
    rule: str = ""
    followed: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A coding with its reason: `times` of `of` precedents of the level say so; `choices` are the best, best first.

    `unconfirmed` says that it rests on what a vendor wrote, which nobody has confirmed yet.
    """

    coding: Coding
    level: Level
    times: int
    of: int
    share: Fraction
    why: str
    choices: tuple[Coding, ...]
    unconfirmed: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look: a rule says so, or the line was coded before, and nearly always so."""
        return not (self.leaves_choice or self.unconfirmed)

    @property
    def leaves_choice(self) -> bool:
        """Whether what is known of such lines leaves open where this one goes, so that a model may be asked."""
        return RANK[self.level] > RANK[Level.SIMILAR_LINES] or self.share < SURE


def line_words(key: str) -> tuple[str, ...]:
    """Return the words by which lines are found that are alike, at most `MAX_WORDS`."""
    return tuple(dict.fromkeys(key.split()))[:MAX_WORDS]


def line_key(description: str) -> str:
    """Return what tells one kind of line from another: its words without numbers, months, accents and short words.

    A line that has no such word stands for itself. What is longer than `LONGEST_KEY` is cut.
    """
    text = folded(description)
    words = (word for word in _WORD.findall(text) if len(word) >= SHORTEST_WORD and word not in _MONTHS)
    return (" ".join(words) or text)[:LONGEST_KEY]


def folded(description: str) -> str:
    """Return a text without case, accents and double spaces: what a person would call the same text."""
    plain = unicodedata.normalize("NFKD", description).casefold()
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


class Likeness:
    """How alike lines are to one that is asked for: the share of words in common, each by how much it tells.

    A word that goes with many accounts (a brand, "monthly") tells little, so it counts by one through their number:
    the Jaccard index with weights. `others` are the lines that were found, with their accounts.
    """

    def __init__(self, words: Iterable[str], others: Iterable[tuple[Iterable[str], UUID]]) -> None:
        accounts: dict[str, set[UUID]] = {}
        for theirs, account in others:
            for word in theirs:
                accounts.setdefault(word, set()).add(account)
        self._words = set(words)
        self._weights = {word: Fraction(1, len(found)) for word, found in accounts.items()}

    def to(self, theirs: Iterable[str]) -> Fraction:
        """Return how alike a line of these words is, from 0 to 1."""
        others = set(theirs)
        return self._sum(self._words & others) / (self._sum(self._words | others) or 1)

    def _sum(self, words: Iterable[str]) -> Fraction:
        return sum((self._weights.get(word, Fraction(1)) for word in words), Fraction(0))


def suggest(precedents: Iterable[Precedent]) -> Suggestion | None:
    """Return what the nearest level says, None without precedents."""
    levels = _from_near_to_far(precedents)
    if not levels:
        return None
    level, nearest = levels[0]
    ranked = _ranked(level, nearest)
    best = ranked[0]
    votes = sum((one.times * one.weight for one in nearest), Fraction(0))
    ours = sum((one.times * one.weight for one in nearest if one.coding == best.coding), Fraction(0))
    times = sum(one.times for one in nearest if one.coding == best.coding)
    of = sum(one.times for one in nearest)
    latest = level in _BY_TIME and _is_latest(best, nearest)
    # What stands before a rule was said against it.
    overrules = level in _SAME and any(further is Level.RULE for further, _ in levels)
    others = [one.coding for further, group in levels[1:] for one in _ranked(further, group)]
    return Suggestion(
        coding=best.coding,
        level=level,
        times=times,
        of=of,
        # A correction stands for itself: what was confirmed before it no longer counts against it.
        share=Fraction(1) if latest else ours / votes,
        why=_why(level, best, times, of, corrected=latest and (overrules or 2 * times < of)),
        choices=tuple(dict.fromkeys([*(one.coding for one in ranked), *others]))[:CHOICES],
    )


def _from_near_to_far(precedents: Iterable[Precedent]) -> list[tuple[Level, tuple[Precedent, ...]]]:
    """Return the levels that have precedents, nearest first.

    A rule stands before what people confirmed, but not before what they put right since: where their last decision on
    the same line since the rule was stated is another than the rule's, those decisions stand before it.
    """
    by_level = sorted(_with_habits(precedents), key=lambda one: RANK[one.level])
    levels = [(level, tuple(group)) for level, group in groupby(by_level, key=lambda one: one.level)]
    at = next((index for index, (level, _) in enumerate(levels) if level is Level.RULE), None)
    if at is None:
        return levels
    rule = levels[at][1][0]
    for level, group in levels:
        since = tuple(one for one in group if level in _SAME and one.order > rule.order)
        if since:
            differs = _ranked(level, since)[0].coding != rule.coding
            return [*levels[:at], (level, since), *levels[at:]] if differs else levels
    return levels


def _with_habits(precedents: Iterable[Precedent]) -> Iterator[Precedent]:
    """Yield the precedents; those of a vendor whose lines all went to one account stand before what others sell."""
    known = tuple(precedents)
    habit = [one for one in known if one.level is Level.SAME_VENDOR]
    is_habit = len({one.coding.account_id for one in habit}) == 1 and sum(one.times for one in habit) >= HABIT
    for one in known:
        yield replace(one, level=Level.ALWAYS_SO) if is_habit and one.level is Level.SAME_VENDOR else one


def _ranked(level: Level, precedents: Sequence[Precedent]) -> list[Precedent]:
    """Return one precedent of each coding, best first: by time for the same line, by weighted count elsewhere."""
    best: dict[Coding, Precedent] = {}
    votes: dict[Coding, Fraction] = {}
    for one in precedents:
        votes[one.coding] = votes.get(one.coding, Fraction(0)) + one.times * one.weight
        if one.coding not in best or one.order > best[one.coding].order:
            best[one.coding] = one
    if level in _BY_TIME:
        return sorted(best.values(), key=lambda one: (one.order, votes[one.coding]), reverse=True)
    return sorted(best.values(), key=lambda one: (votes[one.coding], one.order), reverse=True)


def _is_latest(best: Precedent, precedents: Sequence[Precedent]) -> bool:
    """Say whether no other coding was confirmed as late."""
    return all(one.order < best.order for one in precedents if one.coding != best.coding)


def _why(level: Level, best: Precedent, times: int, of: int, *, corrected: bool) -> str:
    if corrected:
        return f"corrected to {best.account_code} on {best.last}"
    match level:
        case Level.RULE:
            return f'rule "{best.rule}" → {best.account_code}'
        case Level.VENDOR_DEFAULT:
            return f"the vendor's account → {best.account_code}"
        case Level.CHART_DEFAULT:
            return f"nothing is known of such lines; the first expense account → {best.account_code}"
        case _:
            return f"{times} of {of} {_LINES[level]} → {best.account_code}"


_LINES: Final = {
    Level.ORDER_LINE: "earlier bills of the order's line",
    Level.ORDER_POSITION: "lines of this number on the order, in other words",
    Level.SAME_TEXT: "same lines of this vendor",
    Level.SAME_LINE: "same lines of this vendor",
    Level.SIMILAR_LINES: "similar lines of this vendor",
    Level.ALWAYS_SO: "lines of this vendor",
    Level.SAME_VENDOR: "lines of this vendor",
    Level.SAME_LINE_ELSEWHERE: "same lines of other vendors",
    Level.SIMILAR_ELSEWHERE: "similar lines of other vendors",
}
