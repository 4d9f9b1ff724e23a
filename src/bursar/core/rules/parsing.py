r"""From text to a condition: words and signs, then the grammar.

condition   = conjunction ("or" conjunction)*
conjunction = negation ("and" negation)*
negation    = "not" negation | "(" condition ")" | comparison
comparison  = fact operator value | fact "in" "(" value ("," value)* ")"
value       = text in double quotes, with \" and \\ inside | number such as -12.50

Words are read in any case. Length and nesting are bounded, so reading and judging are too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bursar.core.errors import Refused
from bursar.core.rules.conditions import (
    OPERATORS,
    Comparison,
    Condition,
    Kind,
    Operator,
    Value,
    Vocabulary,
    either,
    every,
    has_words,
    opposite,
)

MOST_CHARACTERS: Final = 1000
MOST_NESTED: Final = 20
_TOKEN: Final = re.compile(
    r"""
    (?P<text>"(?:[^"\\\x00-\x1f\x7f]|\\["\\])*")
    | (?P<number>-?[0-9]{1,15}(?:\.[0-9]{1,10})?(?![0-9.]))
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<sign><=|>=|!=|[=<>(),])
    """,
    re.VERBOSE,
)
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_ESCAPED: Final = re.compile(r"\\(.)")
_VALUES: Final = {Kind.TEXT: "a text in double quotes", Kind.NUMBER: "a number"}


class InvalidCondition(Refused):
    """The condition cannot be read; `position` counts its characters from 1, `expected` says what belongs there."""

    code = "invalid_condition"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    written: str
    position: int

    @property
    def word(self) -> str:
        """What the parser looks at: a word in lower case, a sign; nothing of a value."""
        return self.written.lower() if self.kind in {"word", "sign"} else ""


def parse(text: str, vocabulary: Vocabulary) -> Condition:
    """Return the condition that a text says in a vocabulary of lower-case names. Raises InvalidCondition."""
    if len(text) > MOST_CHARACTERS:
        raise _refused(MOST_CHARACTERS + 1, f"at most {MOST_CHARACTERS} characters", f"{len(text)} of them")
    condition = _Parser(list(_tokens(text)), vocabulary).whole()
    # What is kept is the normal form, which must be readable again.
    if len(str(condition)) > MOST_CHARACTERS:
        raise _refused(len(text), f"at most {MOST_CHARACTERS} characters in the normal form", f"{len(str(condition))}")
    return condition


def _tokens(text: str) -> Iterator[_Token]:
    at = _after_space(text, 0)
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            wanted = "a text that is closed by a double quote" if text[at] == '"' else "a word, a sign or a value"
            raise _refused(at + 1, wanted, repr(text[at]))
        yield _Token(str(found.lastgroup), found.group(), at + 1)
        at = _after_space(text, found.end())
    yield _Token("end", "the end", len(text) + 1)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    assert found is not None
    return found.end()


class _Parser:
    """One pass over the tokens, a method for each line of the grammar."""

    def __init__(self, tokens: list[_Token], vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._vocabulary = vocabulary
        self._next = 0
        self._nested = 0

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def whole(self) -> Condition:
        condition = self._condition()
        if self._token.kind != "end":
            raise self._wrong('"and", "or" or the end')
        return condition

    def _condition(self) -> Condition:
        parts = [self._conjunction()]
        while self._takes("or"):
            parts.append(self._conjunction())
        return either(parts)

    def _conjunction(self) -> Condition:
        parts = [self._negation()]
        while self._takes("and"):
            parts.append(self._negation())
        return every(parts)

    def _negation(self) -> Condition:
        if self._takes("not"):
            return opposite(self._inside(self._negation))
        if self._takes("("):
            condition = self._inside(self._condition)
            self._needs(")", '")"')
            return condition
        return self._comparison()

    def _inside(self, read: Callable[[], Condition]) -> Condition:
        self._nested += 1
        if self._nested > MOST_NESTED:
            raise self._wrong(f'no more than {MOST_NESTED} of "not" and "(" within each other')
        condition = read()
        self._nested -= 1
        return condition

    def _comparison(self) -> Comparison:
        fact = self._token.word
        if fact not in self._vocabulary:
            raise self._wrong(f'"not", "(" or one of {", ".join(self._vocabulary)}')
        self._next += 1
        kind = self._vocabulary[fact]
        operator = self._operator(fact, kind)
        if operator is Operator.IN:
            return Comparison(fact, operator, tuple(self._values(kind)))
        at = self._token
        value = self._value(kind)
        if operator is Operator.HAS and not has_words(str(value)):
            raise _refused(at.position, "a text with a word in it", at.written)
        return Comparison(fact, operator, (value,))

    def _operator(self, fact: str, kind: Kind) -> Operator:
        for operator in OPERATORS[kind]:
            if self._takes(operator):
                return operator
        raise self._wrong(f"one of {' '.join(OPERATORS[kind])} ({fact} is a {kind})")

    def _values(self, kind: Kind) -> Iterator[Value]:
        self._needs("(", '"("')
        yield self._value(kind)
        while self._takes(","):
            yield self._value(kind)
        self._needs(")", '"," or ")"')

    def _value(self, kind: Kind) -> Value:
        token = self._token
        if token.kind != kind:
            raise self._wrong(_VALUES[kind])
        self._next += 1
        if kind is Kind.TEXT:
            return _ESCAPED.sub(r"\1", token.written[1:-1])
        # Without trailing zeros, and without a sign before zero: one form for one number.
        return Decimal(token.written).normalize() + 0

    def _takes(self, word: str) -> bool:
        if self._token.word != word:
            return False
        self._next += 1
        return True

    def _needs(self, word: str, expected: str) -> None:
        if not self._takes(word):
            raise self._wrong(expected)

    def _wrong(self, expected: str) -> InvalidCondition:
        return _refused(self._token.position, expected, self._token.written)


def _refused(position: int, expected: str, found: str) -> InvalidCondition:
    return InvalidCondition(
        f"At character {position}: expected {expected}, found {found}.",
        pointer="/condition",
        position=str(position),
        expected=expected,
    )
