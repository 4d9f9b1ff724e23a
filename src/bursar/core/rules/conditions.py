"""What a condition is made of, its normal form, and whether it holds.

A fact that is not known leaves a comparison undecided, and that goes on upwards as in Kleene's logic of three values: a
condition holds where it is known to hold, and of what is not known neither it nor its opposite does. So one more fact
never turns an answer that was given.
"""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from bursar.core.coding import folded

_WORD: Final = re.compile(r"[^\W_]+")
# Lines of one bill, and literals of its tenant's rules: what is compared again and again.
_REMEMBERED: Final = 4096


class Kind(StrEnum):
    """What a fact is."""

    TEXT = "text"
    NUMBER = "number"


class Operator(StrEnum):
    """How a fact is compared. Texts are compared without case, accents and double spaces; `has` looks for words."""

    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    HAS = "has"
    IN = "in"


Value = str | Decimal
Vocabulary = Mapping[str, Kind]
Facts = Mapping[str, Value | None]
OPERATORS: Final[Mapping[Kind, tuple[Operator, ...]]] = {
    Kind.TEXT: (Operator.EQUAL, Operator.UNEQUAL, Operator.HAS, Operator.IN),
    Kind.NUMBER: tuple(one for one in Operator if one is not Operator.HAS),
}
_TESTS: Final[Mapping[Operator, Callable[[Any, Any], bool]]] = {
    Operator.EQUAL: operator.eq,
    Operator.UNEQUAL: operator.ne,
    Operator.LESS: operator.lt,
    Operator.AT_MOST: operator.le,
    Operator.MORE: operator.gt,
    Operator.AT_LEAST: operator.ge,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A fact beside one value, or several that it may be one of. The values are of the fact's kind."""

    fact: str
    operator: Operator
    values: tuple[Value, ...]

    def judge(self, facts: Facts) -> bool | None:
        """Return whether it is so, None where the fact is not known."""
        known = facts.get(self.fact)
        if known is None:
            return None
        if self.operator is Operator.HAS:
            return _spaced_words(str(self.values[0])) in _spaced_words(str(known))
        ours, values = _comparable(known), [_comparable(value) for value in self.values]
        return ours in values if self.operator is Operator.IN else _TESTS[self.operator](ours, values[0])

    def __str__(self) -> str:
        written = ", ".join(map(_written, self.values))
        return f"{self.fact} {self.operator} {f'({written})' if self.operator is Operator.IN else written}"


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: Comparison | Every | Either

    def judge(self, facts: Facts) -> bool | None:
        """Return whether the opposite is so, None where that is not known."""
        answer = self.part.judge(facts)
        return None if answer is None else not answer

    def __str__(self) -> str:
        return f"not {self.part}" if isinstance(self.part, Comparison) else f"not ({self.part})"


@dataclass(frozen=True, slots=True)
class Every:
    """Two conditions or more, none of them of this class, that must all hold."""

    parts: tuple[Comparison | Not | Either, ...]

    def judge(self, facts: Facts) -> bool | None:
        """Return whether all are so: one that is not settles it, whatever else is unknown."""
        answer: bool | None = True
        for part in self.parts:
            if (one := part.judge(facts)) is False:
                return False
            answer = None if one is None else answer
        return answer

    def __str__(self) -> str:
        return " and ".join(f"({part})" if isinstance(part, Either) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Either:
    """Two conditions or more, none of them of this class, of which one must hold."""

    parts: tuple[Comparison | Not | Every, ...]

    def judge(self, facts: Facts) -> bool | None:
        """Return whether one is so: one that is settles it, whatever else is unknown."""
        answer: bool | None = False
        for part in self.parts:
            if (one := part.judge(facts)) is True:
                return True
            answer = None if one is None else answer
        return answer

    def __str__(self) -> str:
        return " or ".join(map(str, self.parts))


Condition = Comparison | Not | Every | Either


def opposite(part: Condition) -> Condition:
    """Return the opposite of a condition; the opposite of that is the condition again."""
    return part.part if isinstance(part, Not) else Not(part)


def every(parts: Iterable[Condition]) -> Condition:
    """Return what holds where all parts do; parts of such a part stand beside the others."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Every) else (part,))]
    return flat[0] if len(flat) == 1 else Every(tuple(flat))


def either(parts: Iterable[Condition]) -> Condition:
    """Return what holds where one part does; parts of such a part stand beside the others."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Either) else (part,))]
    return flat[0] if len(flat) == 1 else Either(tuple(flat))


def holds(condition: Condition, facts: Facts) -> bool:
    """Tell whether a condition is known to hold. A fact that is absent or None is not known."""
    return condition.judge(facts) is True


def has_words(text: str) -> bool:
    """Tell whether a text has a word that can be looked for."""
    return bool(_spaced_words(text).strip())


@functools.lru_cache(maxsize=_REMEMBERED)
def _comparable(value: Value) -> Value:
    return folded(value) if isinstance(value, str) else value


@functools.lru_cache(maxsize=_REMEMBERED)
def _spaced_words(text: str) -> str:
    """Return the words of a text, folded, each between spaces, so that words in a row are found as one piece."""
    return f" {' '.join(_WORD.findall(folded(text)))} "


def _written(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
