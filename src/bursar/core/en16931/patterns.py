"""Rules on elements as they stand, found by pattern in one walk through the document.

A pattern is a path of canonical names from the document's element ("cac:Price/cbc:BaseQuantity", "." for that element
itself) or, with "//" before it, from any element. Its last step may be an attribute ("@unitCode"), the first step after
"//" may be "*Amount": any name that ends so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bursar.core.en16931.engine import Failure, Severity
from bursar.core.en16931.terms import Element

FALSE: Final = frozenset({"false", "0"})
TRUE: Final = frozenset({"true", "1"})

Keeps = Callable[[Element], bool]
Agrees = Callable[[Element, Element], bool]


@dataclass(frozen=True, slots=True)
class ElementRule:
    """A rule on what the patterns find: `keeps` says of the element whether it is right; without it nothing is.

    `agrees` says so too, of the element and the document's element together.
    """

    id: str
    severity: Severity
    message: str
    patterns: tuple[str, ...]
    keeps: Keeps | None = None
    terms: tuple[str, ...] = ()
    agrees: Agrees | None = None


@dataclass(slots=True)
class _Step:
    names: dict[str, _Step] = field(default_factory=dict)
    endings: dict[str, _Step] = field(default_factory=dict)
    rules: list[int] = field(default_factory=list)
    attributes: dict[str, list[int]] = field(default_factory=dict)


class ElementRules:
    """Rules made ready for the walk; they are many, and each element is looked at once for all of them."""

    __slots__ = ("_anywhere", "_root", "rules")

    def __init__(self, rules: Iterable[ElementRule]) -> None:
        self.rules = tuple(rules)
        self._root, self._anywhere = _Step(), _Step()
        for number, rule in enumerate(self.rules):
            for pattern in rule.patterns:
                self._add(number, pattern)

    def check(self, root: Element) -> tuple[Failure, ...]:
        """Return what the document breaks, in the order of the rules; what is forbidden is told of once."""
        broken: dict[int, list[str]] = {}
        for number, element, place in self._found(root):
            rule = self.rules[number]
            if rule.keeps is not None:
                kept = rule.keeps(element)
            elif rule.agrees is not None:
                kept = rule.agrees(element, root)
            else:
                broken.setdefault(number, [place])
                continue
            if not kept:
                broken.setdefault(number, []).append(place)
        return tuple(
            Failure(rule.id, rule.severity, rule.message, place, rule.terms)
            for number in sorted(broken)
            for rule in (self.rules[number],)
            for place in broken[number]
        )

    def _add(self, number: int, pattern: str) -> None:
        step = self._anywhere if pattern.startswith("//") else self._root
        names = [name for name in pattern.removeprefix("//").split("/") if name != "."]
        for name in names:
            if name.startswith("@"):
                step.attributes.setdefault(name[1:], []).append(number)
                return
            step = (
                step.endings.setdefault(name[1:], _Step())
                if name.startswith("*")
                else step.names.setdefault(name, _Step())
            )
        step.rules.append(number)

    def _found(self, root: Element) -> Iterator[tuple[int, Element, str]]:
        beginnings: dict[str, tuple[_Step, ...]] = {}  # By name, what "//" patterns begin there: asked once a name.
        pending: list[tuple[Element, Sequence[_Step]]] = [(root, (self._root, *self._begun(root.name)))]
        while pending:
            element, steps = pending.pop()
            yield from _at(element, (self._anywhere, *steps))
            below: list[tuple[Element, Sequence[_Step]]] = []
            for child in element.children:
                name = child.name
                if name not in beginnings:
                    beginnings[name] = self._begun(name)
                on = [step.names[name] for step in steps if name in step.names]
                below.append((child, (*on, *beginnings[name])))
            pending.extend(reversed(below))

    def _begun(self, name: str) -> tuple[_Step, ...]:
        begun = [step for ending, step in self._anywhere.endings.items() if name.endswith(ending)]
        if name in self._anywhere.names:
            begun.append(self._anywhere.names[name])
        return tuple(begun)


def _at(element: Element, steps: Sequence[_Step]) -> Iterator[tuple[int, Element, str]]:
    for step in steps:
        for number in step.rules:
            yield number, element, element.place
        if step.attributes:
            for name in element.attributes:
                for number in step.attributes.get(name, ()):
                    yield number, element, f"{element.place}/@{name}"


def forbidden(paths: str, expand: Callable[[str], Iterable[str]]) -> Iterator[tuple[str, bool, str, tuple[str, ...]]]:
    """Read a list of forbidden paths: number, whether it is fatal, the path as listed, the patterns `expand` makes.

    A line that does not begin with white space is "path: number name, number name"; lines that do go on with it.
    """
    for line in paths.strip().replace("\n    ", " ").splitlines():
        parent, _, listed = line.partition(": ")
        for entry in listed.split(", "):
            number, name = entry.split()
            path = name if parent == "." else f"{parent}/{name}" if parent != "//" else f"//{name}"
            yield number.rstrip("!"), number.endswith("!"), path, tuple(expand(path))


def down(element: Element, path: str | Sequence[str]) -> Sequence[Element]:
    """Return all elements down a path of names, in document order."""
    found: Sequence[Element] = (element,)
    for name in path.split("/") if isinstance(path, str) else path:
        found = [child for one in found for child in one.all(name)]
    return found


def within(element: Element, name: str) -> Iterator[Element]:
    """Yield all elements of that name below, at any depth, in document order."""
    pending = [element]
    while pending:
        one = pending.pop()
        if one.name == name:
            yield one
        pending.extend(reversed(one.children))
