"""Rules by which a tenant codes lines: what a condition may speak of, and which rule is a line's."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from bursar.core.coding import Coding
from bursar.core.rules.conditions import Condition, Facts, Kind, holds
from bursar.core.rules.parsing import parse

# The vocabulary only grows: what somebody wrote down stays readable.
VOCABULARY: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "vendor": Kind.TEXT,
        "description": Kind.TEXT,
        "net": Kind.NUMBER,
        "currency": Kind.TEXT,
        "tax_rate": Kind.NUMBER,
        "order": Kind.TEXT,
        "unit": Kind.TEXT,
    }
)
_REMEMBERED: Final = 2048


@functools.lru_cache(maxsize=_REMEMBERED)
def read_condition(text: str) -> Condition:
    """Return a condition on a bill's line. Raises InvalidCondition."""
    return parse(text, VOCABULARY)


def line_facts(
    *,
    vendor: str | None,
    description: str,
    net: Decimal | None,
    currency: str | None,
    tax_rate: Decimal | None,
    order: str | None,
    unit: str | None,
) -> Facts:
    """Return what is known of a line: its vendor's name, its own words, its net in the document's currency."""
    return {
        "vendor": vendor,
        "description": description,
        "net": net,
        "currency": currency,
        "tax_rate": tax_rate,
        "order": order,
        "unit": unit,
    }


@dataclass(frozen=True, slots=True)
class CodingRule:
    """A rule in force: lines that meet its condition are coded so. `order` grows with the time it was stated."""

    name: str
    condition: Condition
    coding: Coding
    order: str


def first_match(rules: Iterable[CodingRule], facts: Facts) -> CodingRule | None:
    """Return the first of the rules, in the order of their positions, whose condition holds."""
    return next((rule for rule in rules if holds(rule.condition, facts)), None)
