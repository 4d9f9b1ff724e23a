"""The first rule that a line meets is the line's."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest

from bursar.core.coding import Coding
from bursar.core.coding_rules import VOCABULARY, CodingRule, first_match, line_facts, read_condition
from bursar.core.rules.conditions import holds

PHONES, TOOLS = (Coding(UUID(int=n)) for n in (1, 2))
LINE = line_facts(
    vendor="Telekom Deutschland GmbH",
    description="Mobile line, October",
    net=Decimal("49.90"),
    currency="EUR",
    tax_rate=Decimal(19),
    order="PO-7",
    unit="C62",
)


def rule(name: str, condition: str, coding: Coding) -> CodingRule:
    return CodingRule(name, read_condition(condition), coding, "2026-11-02")


@pytest.mark.parametrize(
    "condition",
    [
        'vendor has "Telekom"',
        'description has "mobile line"',
        "net <= 49.9",
        'currency in ("EUR", "CHF")',
        "tax_rate = 19",
        'order = "po-7"',
        'unit = "C62"',
    ],
)
def test_a_condition_may_speak_of_each_fact(condition: str) -> None:
    assert holds(read_condition(condition), LINE)


def test_every_word_of_the_vocabulary_is_a_fact_of_a_line() -> None:
    assert LINE.keys() == VOCABULARY.keys()


def test_the_first_rule_that_a_line_meets_is_the_lines() -> None:
    rules = [
        rule("Dear", "net > 500", TOOLS),
        rule("Phones", 'vendor has "telekom" and description has "mobile"', PHONES),
        rule("Euro", 'currency = "EUR"', TOOLS),
    ]
    found = first_match(rules, LINE)
    assert found is not None
    assert found.name == "Phones"
    assert first_match(rules[:1], LINE) is None
    assert first_match([], LINE) is None
