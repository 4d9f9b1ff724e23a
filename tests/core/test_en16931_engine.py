"""Trees of terms, how they are read, and the engine that runs rules on them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.en16931 import rule_sets
from bursar.core.en16931.binding import find, group, read_group
from bursar.core.en16931.engine import Failure, PlacesRule, Rule, RuleSet, validate
from bursar.core.en16931.terms import MAX_DIGITS, Group, Term, decimal
from bursar.formats.einvoice.xml import Names, Node, parse

NAMESPACE = "urn:test"


def node(inside: str) -> Node:
    element = parse(f'<a xmlns="{NAMESPACE}" xmlns:o="urn:other">{inside}</a>'.encode())
    return Node(element, "/t:a", Names({NAMESPACE: "t"}))


def test_a_term_is_there_also_when_it_says_nothing() -> None:
    read = read_group(node("<b/>"), group("G", "", {"BT-1": "t:b", "BT-2": "t:c"}))
    assert read.has("BT-2", "BT-1")
    assert not read.has("BT-2")
    assert (read.text("BT-1"), read.text("BT-2")) == ("", "")
    assert read.first("BT-1") == Term("", "/t:a/t:b")
    assert read.first("BT-2") is None
    assert list(read.all("BT-2")) == []
    assert read.number("BT-1") is read.number("BT-2") is None


def test_terms_keep_order_place_attributes_and_what_is_written() -> None:
    read = read_group(node('<b c="1"> x </b><b>y</b>'), group("G", "", {"BT-1": "t:b"}))
    assert [(term.value, term.place) for term in read.all("BT-1")] == [("x", "/t:a/t:b[1]"), ("y", "/t:a/t:b[2]")]
    assert read.all("BT-1")[0].attributes == {"c": "1"}
    assert read.all("BT-1")[0].written == " x "


def test_a_term_may_be_an_attribute_of_an_element_or_of_the_group() -> None:
    bound = group("G", "t:b", {"BT-1": "@c", "BT-2": "t:d/@e", "BT-3": ""})
    read = read_group(node('<b c=" 1 ">2<d e=""/><d/></b>').all("t:b")[0], bound)
    assert read.first("BT-1") == Term("1", "/t:a/t:b/@c", written=" 1 ")
    assert [term.place for term in read.all("BT-2")] == ["/t:a/t:b/t:d[1]/@e"]
    assert read.text("BT-3") == "2"


def test_several_paths_of_a_term_are_read_in_their_order() -> None:
    read = read_group(node("<c>2</c><b>1</b>"), group("G", "", {"BT-1": "t:b|t:c"}))
    assert [term.value for term in read.all("BT-1")] == ["1", "2"]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("t:b", ["1", "2", "3"]),
        ("t:b[t:k/t:n=x,y]", ["1", "2"]),
        ("t:b[t:k/t:n~X]", ["1"]),
        ("t:b[!t:k/t:n=x]", ["2", "3"]),
        ("t:b[@s=VA]", ["3"]),
        ("t:b[t:k/@s=q]", ["2"]),
        ("t:b[t:k/t:n=x,y][!t:k/@s=q]", ["1"]),
        ("t:c", []),
        ("t:c[@s=1]/t:d", []),
    ],
)
def test_a_step_may_carry_conditions(path: str, found: list[str]) -> None:
    root = node('<b><k><n>x</n></k><v>1</v></b><b><k s="q"><n>y</n></k><v>2</v></b><b s="VA"><v>3</v></b>')
    bound = group("G", path, {"BT-1": "t:v"})
    elements = find(root, bound.steps)
    assert [read_group(element, bound).text("BT-1") for element in elements] == found


def test_groups_know_their_parent_and_root_and_are_found_at_any_depth() -> None:
    inner = group("BG-2", "t:c", {"BT-2": "t:d"})
    root = read_group(
        node("<b><c><d>1</d></c><c><d>2</d></c></b><b><c/></b>"),
        group("INVOICE", "", {}, group("BG-1", "t:b", {}, inner)),
        syntax="t",
    )
    assert [one.place for one in root.everywhere("BG-2")] == [
        "/t:a/t:b[1]/t:c[1]",
        "/t:a/t:b[1]/t:c[2]",
        "/t:a/t:b[2]/t:c",
    ]
    assert [one.text("BT-2") for one in root.groups("BG-1")[0].groups("BG-2")] == ["1", "2"]
    assert list(root.groups("BG-2")) == []
    deepest = root.everywhere("BG-2")[0]
    assert deepest.root is root
    assert deepest.root.syntax == "t"
    assert deepest.parent is root.groups("BG-1")[0]


def test_what_is_asked_once_is_computed_once() -> None:
    asked: list[Group] = []

    def compute(group: Group) -> int:
        asked.append(group)
        return len(asked)

    document = Group("INVOICE", "/a")
    assert document.once("n", compute) == document.once("n", compute) == 1


@pytest.mark.parametrize("text", ["1", "-1.5", "+.5", "1.", " 7 ", "0" * MAX_DIGITS])
def test_decimals_are_read_as_xml_schema_writes_them(text: str) -> None:
    assert decimal(text) == Decimal(text.strip())


@pytest.mark.parametrize("text", ["", "1e3", "1,5", "NaN", "Infinity", "--1", "1 2", "١", "0" * (MAX_DIGITS + 1)])
def test_what_is_no_decimal_is_nothing(text: str) -> None:
    assert decimal(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_every_decimal_is_read_back(number: Decimal) -> None:
    assert decimal(f"{number:f}") == number


def test_a_rule_fails_where_its_first_term_stands_else_at_its_group() -> None:
    document = Group("INVOICE", "/a", terms={"BT-2": [Term("x", "/a/b")]})
    rule = Rule("R-1", "fatal", "No.", ("BT-1", "BT-2"), "INVOICE", lambda _: False)
    lacking = Rule("R-2", "warning", "No.", ("BT-1",), "INVOICE", lambda _: False)
    kept = Rule("R-3", "fatal", "No.", (), "INVOICE", lambda _: True)
    elsewhere = Rule("R-4", "fatal", "No.", (), "BG-9", lambda _: False)
    places = PlacesRule("R-5", "information", "No.", (), "INVOICE", lambda _: ["/a/c", "/a/d"])
    assert validate(document, RuleSet("one", (rule, lacking, kept)), RuleSet("two", (elsewhere, places))) == (
        Failure("R-1", "fatal", "No.", "/a/b", ("BT-1", "BT-2")),
        Failure("R-2", "warning", "No.", "/a", ("BT-1",)),
        Failure("R-5", "information", "No.", "/a/c", ()),
        Failure("R-5", "information", "No.", "/a/d", ()),
    )


@pytest.mark.parametrize("rules", [rule_sets.UBL_INVOICE, rule_sets.UBL_CREDIT_NOTE, rule_sets.CII])
def test_every_rule_names_terms_and_says_so_in_a_sentence(rules: RuleSet) -> None:
    for rule in rules.rules:
        assert rule.terms, rule.id
        assert rule.message.endswith("."), rule.id
        assert "BT-" in rule.message or "BG-" in rule.message, rule.id


def test_no_rule_is_in_a_set_twice_for_the_same_group() -> None:
    for rules in (rule_sets.UBL_INVOICE, rule_sets.CII):
        keys = [(rule.id, rule.context) for rule in rules.rules]
        assert len(keys) == len(set(keys))


def test_a_group_that_stands_alone_breaks_nothing_that_a_document_would() -> None:
    alone = Group("BG-17", "/a", terms={"BT-85": [Term("x", "/a/b")]})
    assert validate(alone, rule_sets.UBL_INVOICE) == ()


def test_an_empty_document_breaks_what_every_document_needs() -> None:
    found = {failure.rule for failure in validate(Group("INVOICE", "/Invoice", syntax="ubl"), rule_sets.UBL_INVOICE)}
    assert found == {*(f"BR-{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 10, 16)), "BR-CO-18"}


def test_children_come_in_document_order_with_those_of_other_namespaces() -> None:
    root = node("<b/><o:x/><c/><b/>")
    assert [(child.name, child.place) for child in root.children] == [
        ("t:b", "/t:a/t:b[1]"),
        ("", "/t:a/*"),
        ("t:c", "/t:a/t:c"),
        ("t:b", "/t:a/t:b[2]"),
    ]
    assert root.children[0] is root.all("t:b")[0]
