"""The order speaks through the invoice: deliveries are coded alike, and what a vendor wrote overrules nobody."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.coding import Coding, Level, Precedent, Suggestion, suggest
from bursar.core.dimensions import COST_CENTRE, DimensionRules, DimensionValue
from bursar.core.duplicates import order_key
from bursar.core.order_coding import (
    LONGEST_ORDER_LINE,
    Coded,
    Delivery,
    Kind,
    Named,
    Reference,
    References,
    names_of,
    names_on_order,
    of_order_line,
    order_line_key,
    with_reference,
)

RENT, TRAVEL, HOSTING = (Coding(UUID(int=n)) for n in (1, 2, 3))
CODES = {RENT: "6130", TRAVEL: "6200", HOSTING: "6300"}
CENTRE, PROJECT = UUID(int=8), UUID(int=9)
THINGS = (
    *(Coded(Kind.ACCOUNT, coding.account_id, code) for coding, code in CODES.items()),
    Coded(Kind.COST_CENTRE, CENTRE, "4025"),
    Coded(Kind.PROJECT, PROJECT, "P-7"),
    Coded(Kind.COST_CENTRE, UUID(int=10), "6300"),
    Coded(Kind.COST_CENTRE, UUID(int=11), "North 1"),
)


def precedent(level: Level, coding: Coding, order: str = "1", *, followed: bool = False) -> Precedent:
    code = next(code for one, code in CODES.items() if one.account_id == coding.account_id)
    return Precedent(level, coding, code, last=date(2026, 11, 2), order=order, followed=followed)


def named(reference: str) -> Named:
    return names_of([reference], THINGS)[reference]


def suggested(*precedents: Precedent) -> Suggestion:
    found = suggest([*precedents, precedent(Level.CHART_DEFAULT, RENT)])
    assert found is not None
    return found


def delivered(description: str, coding: Coding, order: str = "1", *, numbered: bool = True) -> Delivery:
    return Delivery(description, numbered, precedent(Level.ORDER_LINE, coding, order))


def test_a_line_of_an_order_goes_by_its_number_however_it_is_written_and_else_by_its_words() -> None:
    order = order_key("PO 4711")
    assert order_line_key(order, "00010", "x") == order_line_key(order, " 10 ", "y") != order_line_key(order, "1", "x")
    assert order_line_key(order, "1.1", "x") != order_line_key(order, "11", "x")
    assert order_line_key(order, "000", "x") == order_line_key(order, "0", "x")
    assert order_line_key(order, " ", "steel sheet") == order_line_key(order, None, "steel sheet")
    assert order_line_key(order, "steel", "x") != order_line_key(order, None, "steel")
    assert order_line_key(None, "10", "x") is None
    assert order_line_key(order, "1" * LONGEST_ORDER_LINE, "x") is None
    assert names_on_order(order, "10", "steel") == ("po4711/10", "po4711 steel")
    assert names_on_order(order, None, "steel") == ("po4711 steel",)
    assert names_on_order(None, "10", "steel") == ()


def test_of_an_orders_line_the_nearest_words_decide() -> None:
    same = delivered("Steel sheet 2 mm", RENT)
    line = delivered("Steel sheet", TRAVEL, "2")
    alike = delivered("Steel sheet zinc", HOSTING, "3")
    by_words = delivered("Steel sheet 2 mm", HOSTING, "4", numbered=False)
    found = of_order_line("Steel sheet 2 mm", [by_words, alike, line, same])
    assert [(one.level, one.coding) for one in found] == [(Level.ORDER_LINE, RENT)]
    assert [one.coding for one in of_order_line("steel sheet", [by_words, alike, line])] == [TRAVEL]
    assert [one.coding for one in of_order_line("Sheet of steel zinc", [by_words, alike])] == [HOSTING]
    assert [one.coding for one in of_order_line("Steel sheet", [by_words])] == [HOSTING]
    assert of_order_line("Steel sheet", []) == ()


def test_other_words_under_the_same_number_are_told_and_sure_to_nobody() -> None:
    found = of_order_line("Office chairs", [delivered("Steel sheet", RENT), delivered("Office chairs", TRAVEL)])
    assert [(one.level, one.coding) for one in found] == [(Level.ORDER_LINE, TRAVEL), (Level.ORDER_POSITION, RENT)]
    alone = suggested(*of_order_line("Office chairs", [delivered("Steel sheet", HOSTING)]))
    assert (alone.coding, alone.level, alone.is_sure, alone.leaves_choice) == (
        HOSTING,
        Level.ORDER_POSITION,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (" 6130 ", "your account 6130"),
        ("4025", "your cost centre 4025"),
        ("P-7", "your project P-7"),
        ("North 1", "your cost centre North 1"),
        ("4025:6130", "your account 6130 and your cost centre 4025"),
        ("6130 / P-7; 4025", "your account 6130 and your cost centre 4025 and your project P-7"),
        # Not one of ours, of two things at once, two of a kind, one part that is nothing, or a sentence.
        ("", None),
        ("Mr Miller", None),
        ("6300", None),
        ("6130/6200", None),
        ("6130/4711", None),
        ("6300 4025", None),
        ("6130 4025 P-7 6200", None),
        ("account 6130", None),
    ],
)
def test_a_reference_names_what_has_exactly_that_code(reference: str, said: str | None) -> None:
    found = names_of([reference], THINGS).get(reference)
    assert (found and found.said) == said


def test_what_the_invoice_names_is_suggested_and_sure_once_people_took_it() -> None:
    found = with_reference(suggested(), Reference(named("6200"), "BT-133"), [])
    assert (found.coding, found.level, found.why) == (
        TRAVEL,
        Level.ACCOUNTING_REFERENCE,
        "the invoice names your account 6200 (BT-133)",
    )
    assert (found.is_sure, found.leaves_choice, found.choices) == (False, False, (TRAVEL, RENT))
    assert (found.times, found.of, found.share) == (1, 1, Fraction(1))
    taken = [
        precedent(Level.SAME_VENDOR, RENT, "1"),
        precedent(Level.SAME_VENDOR, TRAVEL, "2", followed=True),
    ]
    confirmed = with_reference(suggested(), Reference(named("6200"), "BT-19", tuple(taken)), [])
    assert (confirmed.is_sure, confirmed.times, confirmed.of) == (True, 1, 2)


def test_what_people_know_and_the_invoice_says_too_is_left_as_it_is() -> None:
    own = [precedent(Level.SAME_TEXT, TRAVEL)]
    known = suggested(*own)
    assert with_reference(known, Reference(named("6200"), "BT-133"), own) is known
    unsure = suggested(precedent(Level.SAME_VENDOR, TRAVEL))
    assert with_reference(unsure, Reference(named("6200"), "BT-133"), []).level is Level.ACCOUNTING_REFERENCE


@pytest.mark.parametrize("level", [Level.ORDER_LINE, Level.SAME_TEXT, Level.SAME_LINE])
def test_what_people_decided_on_the_line_stands_unless_they_took_what_was_named(level: Level) -> None:
    reference = Reference(named("6200"), "BT-133")
    otherwise = [precedent(level, TRAVEL, "1", followed=True), precedent(level, HOSTING, "2")]
    assert with_reference(suggested(*otherwise), reference, otherwise).coding == HOSTING
    took_another = [precedent(level, HOSTING, "2", followed=True)]
    assert with_reference(suggested(*took_another), reference, took_another).coding == TRAVEL
    # Of several lines of one bill, one that was not followed is enough to doubt.
    both = [precedent(level, HOSTING, "2", followed=True), precedent(level, RENT, "2")]
    assert with_reference(suggested(*both), reference, both).level is level


def test_a_reference_that_people_set_aside_on_another_line_is_not_believed_until_they_take_it() -> None:
    aside = (precedent(Level.SAME_VENDOR, TRAVEL, "1", followed=True), precedent(Level.SAME_VENDOR, HOSTING, "2"))
    assert with_reference(suggested(), Reference(named("6200"), "BT-133", aside), []).coding == RENT
    again = (*aside, precedent(Level.SAME_VENDOR, TRAVEL, "3", followed=True))
    assert with_reference(suggested(), Reference(named("6200"), "BT-133", again), []).coding == TRAVEL


def test_a_rule_is_added_to_and_not_changed() -> None:
    ruled = suggested(replace(precedent(Level.RULE, TRAVEL), rule="Trips"))
    assert with_reference(ruled, Reference(named("6130"), "BT-133"), []) is ruled
    added = with_reference(ruled, Reference(named("6200:4025"), "BT-133"), [])
    assert (added.coding, added.level) == (replace(TRAVEL, cost_centre_id=CENTRE), Level.RULE)
    why = 'rule "Trips" → 6200; the invoice names your account 6200 and your cost centre 4025 (BT-133)'
    assert (added.why, added.is_sure) == (why, False)
    full = suggested(precedent(Level.RULE, replace(TRAVEL, cost_centre_id=UUID(int=77))))
    assert with_reference(full, Reference(named("4025"), "BT-133"), []) is full


def test_a_cost_centre_alone_goes_with_whatever_account_is_suggested() -> None:
    similar = replace(precedent(Level.SIMILAR_LINES, replace(TRAVEL, project_id=PROJECT)), order="2")
    found = with_reference(suggested(similar), Reference(named("4025"), "BT-19"), [])
    assert found.coding == Coding(TRAVEL.account_id, CENTRE, PROJECT)
    assert (found.level, found.is_sure, found.leaves_choice) == (Level.SIMILAR_LINES, False, False)
    assert found.why == "1 of 1 similar lines of this vendor → 6200; the invoice names your cost centre 4025 (BT-19)"
    assert found.choices == (found.coding, replace(RENT, cost_centre_id=CENTRE))


def test_what_goes_with_another_account_does_not_go_with_the_one_that_is_named() -> None:
    similar = precedent(Level.SIMILAR_LINES, replace(TRAVEL, project_id=PROJECT, tax_code_id=UUID(int=5)))
    found = with_reference(suggested(similar), Reference(named("6130"), "BT-133"), [])
    assert found.coding == RENT


def test_what_the_books_would_refuse_is_not_suggested_because_a_vendor_wrote_it() -> None:
    values = {CENTRE: DimensionValue(COST_CENTRE)}
    forbidden = DimensionRules(forbidden=frozenset({(RENT.account_id, COST_CENTRE)}))
    known = suggested()
    reference = Reference(named("4025"), "BT-133")
    names = {"4025": named("4025")}
    assert References(names, values, forbidden, date(2026, 11, 2)).put_into(known, reference, []) is known
    free = References(names, values, DimensionRules(), date(2026, 11, 2))
    assert free.put_into(known, reference, []).coding.cost_centre_id == CENTRE
    assert free.is_followed("4025", replace(RENT, cost_centre_id=CENTRE))
    assert not free.is_followed("4025", RENT)
    assert not free.is_followed(None, RENT)
    assert not References().is_followed("4025", RENT)


@given(
    st.lists(
        st.tuples(st.sampled_from([*Level]), st.sampled_from([*CODES]), st.booleans()).filter(
            lambda one: one[0] not in {Level.RULE, Level.ACCOUNTING_REFERENCE}
        ),
        max_size=10,
    ),
    st.sampled_from(["6130", "6200", "6200:4025", "4025"]),
    st.sampled_from([*CODES]),
    st.lists(st.booleans(), max_size=3),
)
def test_who_puts_a_line_right_is_right_next_time_whatever_its_invoice_names(
    drawn: list[tuple[Level, Coding, bool]], reference: str, corrected: Coding, taken: list[bool]
) -> None:
    history = [
        precedent(level, coding, f"{n:02}", followed=followed) for n, (level, coding, followed) in enumerate(drawn)
    ]
    one = named(reference)
    decided = tuple(precedent(Level.SAME_VENDOR, RENT, f"{n:02}", followed=each) for n, each in enumerate(taken))
    own = [*history, precedent(Level.ORDER_LINE, corrected, "90", followed=one.is_in(corrected))]
    found = with_reference(suggested(*own), Reference(one, "BT-133", decided), own)
    assert found.coding == corrected
    assert found.is_sure
