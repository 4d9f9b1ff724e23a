"""How a syntax writes the terms, as data, and the one reader of such data.

A path goes down from the element of the group around it: "cac:Item/cbc:Name". A step may carry conditions, each in
brackets: `[cbc:ChargeIndicator=true,1]` wants a text below that is one of those, `~` instead of `=` compares without
case, `!` in front negates, `[@schemeID=VA]` asks an attribute. The last step may be an attribute: "cbc:ID/@schemeID".
The empty path is the group's own element.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bursar.core.en16931.terms import NO_ATTRIBUTES, Element, Group, Term

_STEP: Final = re.compile(r"([^/\[]+)((?:\[[^\]]*\])*)")
_CONDITION: Final = re.compile(r"\[(!?)([^=~\]]*?)(?:/?@([^=~\]]+))?([=~])([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be said of an element for it to count: some text or attribute below it is one of the values."""

    path: tuple[str, ...]
    attribute: str
    values: frozenset[str]
    ignore_case: bool
    negated: bool

    def holds(self, element: Element) -> bool:
        """Tell whether the element fulfils it."""
        found = any(self._said(one) in self.values for one in _down(element, self.path))
        return found is not self.negated

    def _said(self, element: Element) -> str:
        said = element.attribute(self.attribute) if self.attribute else element.text
        return said.upper() if self.ignore_case else said


@dataclass(frozen=True, slots=True)
class Step:
    """One step down: a name, and what the element must fulfil."""

    name: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class TermPath:
    """Where a term stands below the element of its group; an attribute of that element if it is one."""

    id: str
    steps: tuple[Step, ...]
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class GroupPath:
    """Where a group stands below the element of the group around it, and what is in it."""

    id: str
    steps: tuple[Step, ...]
    terms: tuple[TermPath, ...] = ()
    groups: tuple[GroupPath, ...] = ()


def group(id_: str, path: str, terms: Mapping[str, str], *groups: GroupPath) -> GroupPath:
    """Bind a group; several paths of one term are separated by "|"."""
    bound = tuple(_term(term, one) for term, paths in terms.items() for one in paths.split("|"))
    return GroupPath(id_, _steps(path), bound, groups)


def read_group(element: Element, bound: GroupPath, parent: Group | None = None, syntax: str = "") -> Group:
    """Read the group at the element with all that is below it."""
    made = Group(bound.id, element.place, parent, syntax=syntax)
    for path in bound.terms:
        for leaf in find(element, path.steps):
            term = _read_term(leaf, path.attribute)
            if term is not None:
                made.terms.setdefault(path.id, []).append(term)
    for part in bound.groups:
        for below in find(element, part.steps):
            made.parts.setdefault(part.id, []).append(read_group(below, part, made))
    return made


def find(element: Element, steps: Sequence[Step]) -> Sequence[Element]:
    """Return all elements down that path, in document order."""
    found: Sequence[Element] = (element,)
    for step in steps:
        below = found[0].all(step.name) if len(found) == 1 else [child for one in found for child in one.all(step.name)]
        if step.conditions:
            below = [child for child in below if all(condition.holds(child) for condition in step.conditions)]
        if not below:
            return below
        found = below
    return found


def _down(element: Element, path: tuple[str, ...]) -> Sequence[Element]:
    found: Sequence[Element] = (element,)
    for name in path:
        found = [child for one in found for child in one.all(name)]
    return found


def _term(id_: str, path: str) -> TermPath:
    below, at, attribute = path.rpartition("@") if "/@" in path or path.startswith("@") else (path, "", "")
    return TermPath(id_, _steps(below.rstrip("/") if at else below), attribute)


def _steps(path: str) -> tuple[Step, ...]:
    return tuple(Step(name, tuple(_conditions(conditions))) for name, conditions in _STEP.findall(path))


def _conditions(text: str) -> Sequence[Condition]:
    return [
        Condition(
            path=tuple(name for name in path.split("/") if name),
            attribute=attribute,
            values=frozenset(values.split(",")),
            ignore_case=compared == "~",
            negated=bool(negated),
        )
        for negated, path, attribute, compared, values in _CONDITION.findall(text)
    ]


def _read_term(leaf: Element, attribute: str) -> Term | None:
    if not attribute:
        return Term(leaf.text, leaf.place, leaf.attributes, leaf.written)
    written = leaf.attributes.get(attribute)
    if written is None:
        return None
    return Term(written.strip(), f"{leaf.place}/@{attribute}", NO_ATTRIBUTES, written)
