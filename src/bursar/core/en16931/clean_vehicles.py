"""XRechnung for clean vehicles: what public buyers of vehicles must be told of each (BR-DE-CVD)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bursar.core.en16931.codes import items
from bursar.core.en16931.engine import DOCUMENT, Rule, RuleSet
from bursar.core.en16931.reading import Test, fatal, says
from bursar.core.en16931.terms import Group, Term

SCHEME: Final = "CVD"
ATTRIBUTE: Final = "cva"
CATEGORIES: Final = frozenset({"M1", "M2", "M3", "N1", "N2", "N3"})
VALUES: Final = frozenset({"clean", "zero-emission", "other"})

_ITEM: Final = "BG-31"


def _categories(item: Group) -> Sequence[Term]:
    return [term for term in item.all("BT-158") if term.attributes.get("listID") == SCHEME]


def _values(item: Group) -> Sequence[Group]:
    return [one for one in item.groups("BG-32") if any(term.value == ATTRIBUTE for term in one.all("BT-160"))]


def _any_vehicle(invoice: Group) -> bool:
    return any(_categories(item) and _values(item) for line in invoice.groups("BG-25") for item in line.groups(_ITEM))


def _categorised(item: Group) -> bool:
    return not _values(item) or len(_categories(item)) == 1


def _valued(item: Group) -> bool:
    return not _categories(item) or len(_values(item)) == 1


def _schemes(item: Group) -> bool:
    known = items.CLASSIFICATIONS | {SCHEME}
    return all(" ".join(term.attributes.get("listID", "").split()) in known for term in item.all("BT-158"))


def _known_categories(item: Group) -> bool:
    return all(" ".join(term.value.split()) in CATEGORIES for term in _categories(item))


def _known_values(item: Group) -> bool:
    return all(" ".join(one.text("BT-161").split()) in VALUES for one in _values(item))


def _rule(number: str, context: str, terms: str, message: str, test: Test) -> Rule:
    return fatal(f"BR-DE-CVD-{number}", context, terms, message, test)


RULES: Final = RuleSet(
    "XRechnung for clean vehicles",
    (
        _rule("01", DOCUMENT, "BT-12", "There is no contract (BT-12).", says("BT-12")),
        _rule("02", DOCUMENT, "BT-17", "There is no tender or lot (BT-17).", says("BT-17")),
        _rule("03", DOCUMENT, "BG-31", "No item is a vehicle (BT-158 in the scheme CVD, BT-160 cva).", _any_vehicle),
        _rule("04", _ITEM, "BT-158", "The category of a vehicle (BT-158) is not in the list.", _known_categories),
        _rule("05", _ITEM, "BT-161", "Whether a vehicle is clean (BT-161) is not one of the values.", _known_values),
        _rule("06-a", _ITEM, "BT-160", "A vehicle does not say once whether it is clean (BT-160 cva).", _valued),
        _rule("06-b", _ITEM, "BT-158", "What is clean or not has not one category of vehicle (BT-158).", _categorised),
        fatal(
            "BR-TMP-CVD-01", _ITEM, "BT-158", "The scheme of a classification (BT-158) is not in the list.", _schemes
        ),
    ),
)
