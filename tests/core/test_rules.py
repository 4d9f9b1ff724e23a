"""Conditions say in words what lines they are about: one normal form, bounded, and no answer from what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bursar.core.rules.conditions import (
    OPERATORS,
    Comparison,
    Condition,
    Either,
    Every,
    Kind,
    Not,
    Operator,
    Value,
    either,
    every,
    has_words,
    holds,
    opposite,
)
from bursar.core.rules.parsing import MOST_CHARACTERS, MOST_NESTED, InvalidCondition, parse

VOCABULARY = {"vendor": Kind.TEXT, "unit": Kind.TEXT, "net": Kind.NUMBER, "tax_rate": Kind.NUMBER}
WORDS = ["Telekom", "télékom", "mobile phone", "Straße 1", 'a "b" \\ c', "", "é", "²", "TELEKOM  "]

texts = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
numbers = st.decimals(-(10**14), 10**14, places=4).map(lambda one: one.normalize() + 0) | st.integers(-3, 3).map(
    Decimal
)
VALUES: Mapping[Kind, st.SearchStrategy[Value]] = {Kind.TEXT: texts, Kind.NUMBER: numbers}
facts = st.fixed_dictionaries({name: st.none() | VALUES[kind] for name, kind in VOCABULARY.items()})


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    fact, kind = draw(st.sampled_from(sorted(VOCABULARY.items())))
    operator = draw(st.sampled_from(OPERATORS[kind]))
    most = 3 if operator is Operator.IN else 1
    values = tuple(draw(st.lists(VALUES[kind], min_size=1, max_size=most)))
    assume(operator is not Operator.HAS or has_words(str(values[0])))
    return Comparison(fact, operator, values)


def joined(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, min_size=2, max_size=3)
    return inner.map(opposite) | several.map(every) | several.map(either)


conditions: st.SearchStrategy[Condition] = st.recursive(comparisons(), joined, max_leaves=8)


@st.composite
def spellings(draw: st.DrawFn, condition: Condition) -> str:
    """Write a condition as a person might: brackets too many, words in capitals, spaces and none."""
    gap = draw(st.sampled_from([" ", "  ", "\n\t"]))
    word = draw(st.sampled_from([str.lower, str.upper, str.title]))
    match condition:
        case Not(part):
            text = f"{word('not')}{gap}({draw(spellings(part))})"
        case Every(parts):
            text = f"{gap}{word('and')}{gap}".join(f"({draw(spellings(part))})" for part in parts)
        case Either(parts):
            text = f"{gap}{word('or')}{gap}".join(f"({draw(spellings(part))})" for part in parts)
        case _:
            text = str(condition).replace(condition.fact, word(condition.fact), 1)
    return f"({gap}{text}{gap})" if draw(st.booleans()) else text


def short(condition: Condition) -> bool:
    return len(str(condition)) <= MOST_CHARACTERS


@given(conditions.filter(short))
def test_the_normal_form_is_read_as_the_same_condition(condition: Condition) -> None:
    assert parse(str(condition), VOCABULARY) == condition


@given(st.data())
def test_however_it_is_spelled_there_is_one_normal_form(data: st.DataObject) -> None:
    condition = data.draw(conditions)
    spelled = data.draw(spellings(condition))
    assume(len(spelled) <= MOST_CHARACTERS and short(condition))
    assert parse(spelled, VOCABULARY) == condition


PIECES = st.sampled_from(
    [
        "vendor",
        "net",
        "nett",
        "and",
        "or",
        "NOT",
        "has",
        "in",
        "(",
        ")",
        ",",
        "=",
        "<=",
        "!",
        '"x"',
        '"',
        "1.5",
        "1.5.2",
    ]
)


@given(st.text(max_size=40) | st.lists(PIECES, max_size=12).map(" ".join))
def test_any_text_is_a_condition_or_is_refused_where_it_stops_being_one(text: str) -> None:
    condition: Condition | None = None
    refused: InvalidCondition | None = None
    try:
        condition = parse(text, VOCABULARY)
    except InvalidCondition as error:
        refused = error
    if condition is not None:
        assert parse(str(condition), VOCABULARY) == condition
    if refused is not None:
        assert (refused.code, refused.pointer) == ("invalid_condition", "/condition")
        assert 1 <= int(refused.details["position"]) <= len(text) + 1
        assert refused.details["expected"] in refused.message


@given(conditions, facts)
def test_every_condition_has_an_answer_and_its_opposite_the_opposite_one(
    condition: Condition, known: Mapping[str, Value | None]
) -> None:
    answer = condition.judge(known)
    assert answer in {True, False, None}
    assert opposite(condition).judge(known) == (None if answer is None else not answer)
    assert opposite(opposite(condition)) == condition
    assert holds(condition, known) is (answer is True)


@given(conditions, facts, st.sets(st.sampled_from(sorted(VOCABULARY))))
def test_one_more_fact_never_turns_an_answer(
    condition: Condition, known: Mapping[str, Value | None], left_out: set[str]
) -> None:
    fewer = {name: value for name, value in known.items() if name not in left_out}
    assert fewer.keys() | left_out == known.keys() | left_out
    if (answer := condition.judge(fewer)) is not None:
        assert condition.judge(known) is answer


@given(st.lists(conditions, min_size=2, max_size=3), facts)
def test_not_all_is_one_that_is_not(parts: list[Condition], known: Mapping[str, Value | None]) -> None:
    assert opposite(every(parts)).judge(known) is either(map(opposite, parts)).judge(known)
    assert opposite(either(parts)).judge(known) is every(map(opposite, parts)).judge(known)


LINE: Mapping[str, Value | None] = {
    "vendor": "Télékom  Deutschland GmbH",
    "unit": None,
    "net": Decimal("49.90"),
    "tax_rate": Decimal(19),
}


@pytest.mark.parametrize(
    ("text", "meets"),
    [
        ('vendor = "TELEKOM deutschland gmbh"', True),
        ('vendor = "Telekom"', False),
        ('vendor != "Telekom"', True),
        ('vendor has "telekom"', True),
        ('vendor has "Deutschland, GmbH"', True),
        ('vendor has "Telekom GmbH"', False),
        ('vendor has "tele"', False),
        ('vendor in ("a", "telekom deutschland gmbh")', True),
        ('vendor in ("a", "b")', False),
        ("net = 49.9", True),
        ("net != 49.9", False),
        ("net < 49.90", False),
        ("net <= 49.90", True),
        ("net > 49.90", False),
        ("net >= 49.90", True),
        ("net > -50", True),
        ("tax_rate in (7, 19.00)", True),
        ("net < 10 or tax_rate = 19", True),
        ("net < 10 and tax_rate = 19", False),
        ("net < 10 or tax_rate = 19 and net > 100", False),
        ("(net < 100 or tax_rate = 7) and not net > 100", True),
        ('unit = "HUR"', False),
        ('not unit = "HUR"', False),
        ('unit != "HUR"', False),
        ('unit = "HUR" or net > 1', True),
        ('not (unit = "HUR" and net < 1)', True),
        ('unit = "HUR" and net > 1', False),
    ],
)
def test_what_a_condition_says_of_a_line(text: str, *, meets: bool) -> None:
    assert holds(parse(text, VOCABULARY), LINE) is meets


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ('VENDOR="x"AND net<=0500.00', 'vendor = "x" and net <= 500'),
        ("((net = -0.0))", "net = 0"),
        ("net = 1 and (net = 2 and net = 3)", "net = 1 and net = 2 and net = 3"),
        ("(net = 1 or net = 2) and net = 3", "(net = 1 or net = 2) and net = 3"),
        ("net = 1 or (net = 2 and net = 3)", "net = 1 or net = 2 and net = 3"),
        ("not not (net = 1)", "net = 1"),
        ("not (net = 1)", "not net = 1"),
        ("not (net = 1 or net = 2)", "not (net = 1 or net = 2)"),
        ("net in ( 1,2 )", "net in (1, 2)"),
        ('vendor = "say \\"A\\\\B\\""', 'vendor = "say \\"A\\\\B\\""'),
    ],
)
def test_there_is_one_way_to_write_it_down(text: str, normal: str) -> None:
    assert str(parse(text, VOCABULARY)) == normal


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("", 1, '"not", "(" or one of vendor, unit, net, tax_rate'),
        ("vendr = 1", 1, '"not", "(" or one of vendor, unit, net, tax_rate'),
        ('"x" = vendor', 1, '"not", "(" or one of vendor, unit, net, tax_rate'),
        ('vendor < "x"', 8, "one of = != has in (vendor is a text)"),
        ('net has "x"', 5, "one of = != < <= > >= in (net is a number)"),
        ('net = "5"', 7, "a number"),
        ("vendor = 5", 10, "a text in double quotes"),
        ("vendor = and", 10, "a text in double quotes"),
        ('vendor has "--"', 12, "a text with a word in it"),
        ("net = 5 net", 9, '"and", "or" or the end'),
        ("net in 5", 8, '"("'),
        ("net in (5", 10, '"," or ")"'),
        ("net in ()", 9, "a number"),
        ("(net = 5", 9, '")"'),
        ('vendor = "x', 10, "a text that is closed by a double quote"),
        ('vendor = "x\ny"', 10, "a text that is closed by a double quote"),
        ("vendor = 'x'", 10, "a word, a sign or a value"),
        ("net = 1.2.3", 7, "a word, a sign or a value"),
        ("net = ١", 7, "a word, a sign or a value"),
        ("net = 1e5", 8, '"and", "or" or the end'),
        ("net = 5 and", 12, '"not", "(" or one of vendor, unit, net, tax_rate'),
    ],
)
def test_a_mistake_is_told_by_its_place_and_what_belongs_there(text: str, position: int, expected: str) -> None:
    with pytest.raises(InvalidCondition) as told:
        parse(text, VOCABULARY)
    assert told.value.details == {"position": str(position), "expected": expected}
    assert told.value.message.startswith(f"At character {position}: expected {expected}, found ")


def test_length_and_nesting_are_bounded() -> None:
    parse(" " * (MOST_CHARACTERS - 7) + "net = 1", VOCABULARY)
    with pytest.raises(InvalidCondition, match="at most 1000 characters"):
        parse(" " * (MOST_CHARACTERS - 6) + "net = 1", VOCABULARY)
    # Short as it is written, its normal form is too long to be read again.
    with pytest.raises(InvalidCondition, match="in the normal form"):
        parse("net=1or " * 124 + "net=1", VOCABULARY)
    parse("(" * MOST_NESTED + "net = 1" + ")" * MOST_NESTED, VOCABULARY)
    for opened, closed in (("(", ")"), ("not ", "")):
        with pytest.raises(InvalidCondition, match="no more than 20"):
            parse(opened * (MOST_NESTED + 1) + "net = 1" + closed * (MOST_NESTED + 1), VOCABULARY)
    side_by_side = " or ".join(["(net = 1)"] * (MOST_NESTED + 5))
    assert str(parse(side_by_side, VOCABULARY)) == " or ".join(["net = 1"] * (MOST_NESTED + 5))
