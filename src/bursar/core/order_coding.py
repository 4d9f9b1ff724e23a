"""What the buyer's own order says of where a line goes: its line billed before, and the buyer's accounting reference.

Both come in the vendor's words. So what people decided on a line stands before what its invoice names, unless they
decided by taking what was named; and what nobody has confirmed yet is sure to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

from bursar.core.coding import (
    ALIKE_ENOUGH,
    CHOICES,
    Coding,
    Level,
    Likeness,
    Precedent,
    Suggestion,
    folded,
    line_key,
    line_words,
)
from bursar.core.dimensions import DimensionRules, DimensionValue, check_lines
from bursar.core.errors import Refused

LONGEST_ORDER_LINE: Final = 300
MOST_PARTS: Final = 3  # An account, a cost centre and a project.
_BETWEEN: Final = re.compile(r"[\s:;,/|+]+")
# On these levels the line itself was decided on, nearest first.
_OWN: Final = (Level.ORDER_LINE, Level.SAME_TEXT, Level.SAME_LINE)


def names_on_order(order: str | None, number: str | None, words: str) -> tuple[str, ...]:
    """Return what may name a line of an order: its number, where it has one, then its words alone."""
    keys = (order_line_key(order, one, words) for one in (number, None))
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def order_line_key(order: str | None, number: str | None, words: str) -> str | None:
    """Return what names the line of an order: the order's number and the line's (BT-132), else the line's words.

    `order` is the order's number as it is compared (`core.duplicates.order_key`), `words` the line's key. None where no
    order is named, or nothing that is short enough to be a number.
    """
    if order is None:
        return None
    line = "".join((number or "").split()).casefold()
    # An order's number in its normal form has no such signs, so that a number is no word.
    key = f"{order}/{line.lstrip('0') or '0'}" if line else f"{order} {words}"
    return key if len(key) <= LONGEST_ORDER_LINE else None


@dataclass(frozen=True, slots=True)
class Delivery:
    """An order's line that was billed before: its words, if it had the number that is asked for, what was decided."""

    description: str
    has_number: bool
    decided: Precedent


def of_order_line(description: str, deliveries: Sequence[Delivery]) -> tuple[Precedent, ...]:
    """Return the precedents for a line among what was billed of its order's line.

    Those in the nearest words decide: the same text, the same line, lines alike. Some vendors count the lines of their
    bills where the order's belong: what has nothing but the number in common is a precedent of another level.
    """
    asked = line_key(description)
    words = [line_words(line_key(one.description)) for one in deliveries]
    accounts = [one.decided.coding.account_id for one in deliveries]
    likeness = Likeness(line_words(asked), zip(words, accounts, strict=True))
    near: dict[tuple[bool, int], list[Precedent]] = {}
    far: list[Precedent] = []
    for one, theirs in zip(deliveries, words, strict=True):
        if line_key(one.description) == asked:
            apart = int(folded(one.description) != folded(description))
        elif likeness.to(theirs) >= ALIKE_ENOUGH:
            apart = 2
        else:
            far.append(replace(one.decided, level=Level.ORDER_POSITION))
            continue
        near.setdefault((not one.has_number, apart), []).append(replace(one.decided, level=Level.ORDER_LINE))
    return (*(near[min(near)] if near else ()), *far)


class Kind(StrEnum):
    """What of ours a code may name."""

    ACCOUNT = "account"
    COST_CENTRE = "cost_centre"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Coded:
    """An account, a cost centre or a project that a line may name, by its code."""

    kind: Kind
    id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class Named:
    """What of ours an accounting reference names, and how it is called."""

    account_id: UUID | None
    cost_centre_id: UUID | None
    project_id: UUID | None
    said: str

    def is_in(self, coding: Coding) -> bool:
        """Tell whether a coding has all that is named."""
        return all(named is None or named == ours for named, ours in self._beside(coding))

    def is_open_in(self, coding: Coding) -> bool:
        """Tell whether a coding has all that is named, or leaves it open."""
        return all(ours is None or named in {None, ours} for named, ours in self._beside(coding))

    def put_into(self, coding: Coding) -> Coding:
        """Return the coding with what is named; what goes with another account does not go with this one."""
        if self.account_id not in {None, coding.account_id}:
            assert self.account_id is not None
            return Coding(self.account_id, self.cost_centre_id, self.project_id)
        return replace(
            coding,
            cost_centre_id=self.cost_centre_id or coding.cost_centre_id,
            project_id=self.project_id or coding.project_id,
        )

    def _beside(self, coding: Coding) -> tuple[tuple[UUID | None, UUID | None], ...]:
        return (
            (self.account_id, coding.account_id),
            (self.cost_centre_id, coding.cost_centre_id),
            (self.project_id, coding.project_id),
        )


def codes_in(reference: str) -> tuple[str, ...]:
    """Return what may be a code in an accounting reference: all of it, and its parts where they are few."""
    whole = reference.strip()
    parts = [part for part in _BETWEEN.split(whole) if part]
    return tuple(dict.fromkeys([whole, *(parts if len(parts) <= MOST_PARTS else ())]))


def what_is_named(reference: str, known: Mapping[str, Sequence[Coded]]) -> Named | None:
    """Return what a reference names: all of it is one code, or each of its parts is, of another kind each.

    `known` are the codes that a line may name. A code that two things have names neither.
    """
    whole, *parts = codes_in(reference)
    found = [known.get(code, ()) for code in (parts if parts and not known.get(whole) else [whole])]
    if any(len(things) != 1 for things in found):
        return None
    by_kind = {thing.kind: thing for (thing,) in found}
    if len(by_kind) < len(found):
        return None
    ids = {kind: thing.id for kind, thing in by_kind.items()}
    said = " and ".join(f"your {kind.replace('_', ' ')} {by_kind[kind].code}" for kind in Kind if kind in by_kind)
    return Named(ids.get(Kind.ACCOUNT), ids.get(Kind.COST_CENTRE), ids.get(Kind.PROJECT), said)


@dataclass(frozen=True, slots=True)
class Reference:
    """An accounting reference on an invoice: what it names, where it stands ("BT-133"), and what people made of it.

    `decided` is what was decided on the vendor's lines that had the same reference.
    """

    named: Named
    term: str
    decided: tuple[Precedent, ...] = ()


@dataclass(frozen=True, slots=True)
class References:
    """What accounting references name, by their words, and by what a line that carries it is judged on a day."""

    names: Mapping[str, Named] = field(default_factory=dict)
    values: Mapping[UUID, DimensionValue] = field(default_factory=dict)
    rules: DimensionRules = field(default_factory=DimensionRules)
    on: date | None = None

    def is_followed(self, reference: str | None, coding: Coding) -> bool:
        """Tell whether a coding has what a reference names."""
        named = self.names.get(reference or "")
        return named is not None and named.is_in(coding)

    def put_into(self, found: Suggestion, reference: Reference, own: Iterable[Precedent]) -> Suggestion:
        """Return a suggestion with what the invoice names, where people and books let it be."""
        suggestion = with_reference(found, reference, own)
        try:
            check_lines([suggestion.coding], self.values, self.rules, on=self.on)
        except Refused:
            # What the books would refuse is not suggested because a vendor wrote it.
            return found
        return suggestion


def names_of(references: Iterable[str], things: Iterable[Coded]) -> Mapping[str, Named]:
    """Return what each reference names among the things that a line may name; who names nothing is left out."""
    known: dict[str, list[Coded]] = {}
    for thing in things:
        known.setdefault(thing.code, []).append(thing)
    named = {reference: what_is_named(reference, known) for reference in references}
    return {reference: one for reference, one in named.items() if one is not None}


def with_reference(found: Suggestion, reference: Reference, own: Iterable[Precedent]) -> Suggestion:
    """Return a suggestion with what the invoice names, where that is believed; `own` are the line's own precedents.

    People are followed: who last decided on this very line otherwise than its invoice named, or on a line with this
    reference, is not overruled by it. A rule is, where it leaves open what is named, added to and not changed.
    """
    named = reference.named
    if not _is_believed(reference, tuple(own)):
        return found
    if found.level is Level.RULE and not named.is_open_in(found.coding):
        return found
    coding = named.put_into(found.coding)
    if named.is_in(found.coding) and found.is_sure:
        return found
    unconfirmed = not any(one.followed for one in reference.decided)
    says = f"the invoice names {named.said} ({reference.term})"
    if named.account_id is None or found.level is Level.RULE:
        choices = tuple(dict.fromkeys(named.put_into(choice) for choice in found.choices))
        why = f"{found.why}; {says}"
        return replace(found, coding=coding, choices=choices, why=why, unconfirmed=unconfirmed)
    times = sum(one.times for one in reference.decided if one.followed)
    return Suggestion(
        coding=coding,
        level=Level.ACCOUNTING_REFERENCE,
        times=times or 1,
        of=sum(one.times for one in reference.decided) if times else 1,
        share=Fraction(1),
        why=says,
        choices=tuple(dict.fromkeys([coding, *found.choices]))[:CHOICES],
        unconfirmed=unconfirmed,
    )


def _is_believed(reference: Reference, own: Sequence[Precedent]) -> bool:
    """Tell whether people, when they last decided on the line, else on one of this reference, took what was named."""
    for level in _OWN:
        if last := _last([one for one in own if one.level is level]):
            return all(one.followed or reference.named.is_in(one.coding) for one in last)
    return all(one.followed for one in _last(reference.decided))


def _last(precedents: Sequence[Precedent]) -> list[Precedent]:
    """Return what was decided last; on one bill it may be several."""
    latest = max((one.order for one in precedents), default="")
    return [one for one in precedents if one.order == latest]
