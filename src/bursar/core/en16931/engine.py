"""Rules as data, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from bursar.core.en16931.terms import Group

Severity = Literal["fatal", "warning", "information"]

DOCUMENT: Final = "INVOICE"  # The context of rules on the whole document.


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that a document breaks, and where: at the term that is wrong, else at the group that lacks it."""

    rule: str
    severity: Severity
    message: str
    xpath: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `test` says of each group of the id `context` whether it is kept. `terms` are named, worst first."""

    id: str
    severity: Severity
    message: str
    terms: tuple[str, ...]
    context: str
    test: Callable[[Group], bool]

    def broken(self, group: Group) -> Iterable[str]:
        """Return the places where the group breaks the rule."""
        if self.test(group):
            return ()
        return (next((found.place for term in self.terms if (found := group.first(term))), group.place),)


@dataclass(frozen=True, slots=True)
class PlacesRule:
    """A rule whose test gives the places where it is broken, none if it is kept."""

    id: str
    severity: Severity
    message: str
    terms: tuple[str, ...]
    context: str
    test: Callable[[Group], Iterable[str]]

    def broken(self, group: Group) -> Iterable[str]:
        """Return the places where the group breaks the rule."""
        return self.test(group)


AnyRule = Rule | PlacesRule


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules that are run together, such as those of EN 16931 or of a profile."""

    name: str
    rules: tuple[AnyRule, ...]


def validate(document: Group, *rule_sets: RuleSet) -> tuple[Failure, ...]:
    """Run all rules on the document; return what failed, in the order of the rules, each place once."""
    return tuple(
        Failure(rule.id, rule.severity, rule.message, place, rule.terms)
        for rule_set in rule_sets
        for rule in rule_set.rules
        for group in document.everywhere(rule.context)
        for place in rule.broken(group)
    )
