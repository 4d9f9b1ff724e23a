"""What people confirmed decides, from near to far; who corrects a line once is right next time."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.coding import (
    CHOICES,
    LONGEST_KEY,
    RANK,
    Coding,
    Level,
    Likeness,
    Precedent,
    line_key,
    line_words,
    suggest,
)

RENT, TRAVEL, HOSTING = (Coding(UUID(int=n)) for n in (1, 2, 3))
# Of what people confirmed, and rules; what an invoice names is put in afterwards.
LEVELS = [level for level in Level if level is not Level.ACCOUNTING_REFERENCE]
CODES = {RENT: "6130", TRAVEL: "6200", HOSTING: "6300"}


def precedent(
    level: Level, coding: Coding, times: int = 1, order: str = "1", weight: Fraction = Fraction(1)
) -> Precedent:
    rule = "Phones" if level is Level.RULE else ""
    return Precedent(level, coding, CODES[coding], times, weight, date(2026, 11, 2), order, rule)


def test_without_precedents_nothing_is_suggested() -> None:
    assert suggest([]) is None


def test_a_suggestion_says_how_many_of_how_many_say_so() -> None:
    found = suggest([precedent(Level.SIMILAR_LINES, RENT, 41, "2"), precedent(Level.SIMILAR_LINES, TRAVEL, 1, "3")])
    assert found is not None
    assert (found.coding, found.times, found.of) == (RENT, 41, 42)
    assert found.why == "41 of 42 similar lines of this vendor → 6130"
    assert found.is_sure


def test_who_corrects_a_line_once_is_right_next_time() -> None:
    found = suggest([precedent(Level.SAME_LINE, RENT, 41, "2"), precedent(Level.SAME_LINE, TRAVEL, 1, "3")])
    assert found is not None
    assert found.coding == TRAVEL
    assert found.is_sure
    assert found.why == "corrected to 6200 on 2026-11-02"
    assert found.choices == (TRAVEL, RENT)


def test_two_codings_of_one_bill_are_told_apart_by_their_number() -> None:
    found = suggest([precedent(Level.SAME_TEXT, RENT, 1), precedent(Level.SAME_TEXT, TRAVEL, 2)])
    assert found is not None
    assert (found.coding, found.share) == (TRAVEL, Fraction(2, 3))
    assert not found.is_sure


def test_likeness_weighs() -> None:
    close = precedent(Level.SIMILAR_ELSEWHERE, RENT, weight=Fraction(9, 10))
    far = [precedent(Level.SIMILAR_ELSEWHERE, TRAVEL, weight=Fraction(1, 10)) for _ in range(3)]
    found = suggest([*far, close])
    assert found is not None
    assert (found.coding, found.share) == (RENT, Fraction(3, 4))
    assert not found.is_sure


@pytest.mark.parametrize(
    ("level", "why"),
    [
        (Level.ORDER_LINE, "1 of 1 earlier bills of the order's line → 6130"),
        (Level.ORDER_POSITION, "1 of 1 lines of this number on the order, in other words → 6130"),
        (Level.RULE, 'rule "Phones" → 6130'),
        (Level.VENDOR_DEFAULT, "the vendor's account → 6130"),
        (Level.CHART_DEFAULT, "nothing is known of such lines; the first expense account → 6130"),
        (Level.SAME_LINE_ELSEWHERE, "1 of 1 same lines of other vendors → 6130"),
    ],
)
def test_each_level_says_why(level: Level, why: str) -> None:
    found = suggest([precedent(level, RENT)])
    assert found is not None
    assert found.why == why


def test_a_rule_is_sure_and_stands_before_what_was_confirmed_until_then() -> None:
    history = [precedent(Level.SAME_TEXT, TRAVEL, 41, "1"), precedent(Level.SIMILAR_LINES, HOSTING, 9, "9")]
    found = suggest([*history, precedent(Level.RULE, RENT, order="2")])
    assert found is not None
    assert (found.coding, found.level, found.why) == (RENT, Level.RULE, 'rule "Phones" → 6130')
    assert found.is_sure
    assert found.choices == (RENT, TRAVEL, HOSTING)


@pytest.mark.parametrize("level", [Level.ORDER_LINE, Level.SAME_TEXT, Level.SAME_LINE])
def test_what_people_put_right_since_stands_before_the_rule(level: Level) -> None:
    rule, before = precedent(Level.RULE, RENT, order="2"), precedent(level, RENT, 41, "1")
    found = suggest([before, rule, precedent(level, TRAVEL, order="3")])
    assert found is not None
    assert (found.coding, found.level, found.why) == (TRAVEL, level, "corrected to 6200 on 2026-11-02")
    assert found.is_sure
    assert found.choices == (TRAVEL, RENT)


def test_who_goes_back_to_the_rule_is_followed() -> None:
    rule = precedent(Level.RULE, RENT, order="2")
    corrected, back = precedent(Level.SAME_TEXT, TRAVEL, order="3"), precedent(Level.SAME_TEXT, RENT, order="4")
    found = suggest([rule, corrected, back])
    assert found is not None
    assert (found.coding, found.level) == (RENT, Level.RULE)


def test_of_a_rule_and_another_text_of_the_line_the_same_text_decides() -> None:
    rule, elsewhere = precedent(Level.RULE, RENT, order="2"), precedent(Level.SAME_LINE, RENT, order="4")
    corrected = suggest([rule, elsewhere, precedent(Level.SAME_TEXT, TRAVEL, order="3")])
    assert corrected is not None
    assert corrected.coding == TRAVEL
    confirmed = suggest(
        [rule, precedent(Level.SAME_LINE, TRAVEL, order="4"), precedent(Level.SAME_TEXT, RENT, order="3")]
    )
    assert confirmed is not None
    assert confirmed.level is Level.RULE


@given(
    st.lists(st.tuples(st.sampled_from(LEVELS[1:]), st.sampled_from(list(CODES))), max_size=12),
    st.sampled_from(list(CODES)),
    st.sampled_from(list(CODES)),
)
def test_who_corrects_a_line_after_a_rule_was_stated_is_right_next_time(
    drawn: list[tuple[Level, Coding]], ruled: Coding, corrected: Coding
) -> None:
    history = [precedent(level, coding, order=f"{n:02}") for n, (level, coding) in enumerate(drawn)]
    rule = precedent(Level.RULE, ruled, order="50")
    others = [one for one in history if one.level is not Level.RULE]
    found = suggest([*others, rule, precedent(Level.SAME_TEXT, corrected, order="60")])
    assert found is not None
    assert (found.coding, found.is_sure) == (corrected, True)
    before = suggest([*others, rule])
    assert before is not None
    assert (before.coding, before.level) == (ruled, Level.RULE)


def test_an_orders_line_stands_before_the_same_text_elsewhere_and_its_last_decision_counts() -> None:
    before, corrected = (precedent(Level.ORDER_LINE, one, n, str(n)) for one, n in ((RENT, 2), (HOSTING, 1)))
    found = suggest([before, replace(corrected, order="3"), precedent(Level.SAME_TEXT, TRAVEL, order="4")])
    assert found is not None
    assert (found.coding, found.choices) == (HOSTING, (HOSTING, RENT, TRAVEL))
    assert (found.level, found.is_sure, found.why) == (Level.ORDER_LINE, True, "corrected to 6300 on 2026-11-02")


def test_an_orders_line_stands_before_a_rule_that_was_there_when_it_was_decided() -> None:
    rule, text = precedent(Level.RULE, RENT, order="2"), precedent(Level.SAME_TEXT, TRAVEL, order="4")
    since = suggest([rule, text, precedent(Level.ORDER_LINE, HOSTING, order="3")])
    assert since is not None
    assert (since.coding, since.choices) == (HOSTING, (HOSTING, RENT, TRAVEL))
    stated_later = suggest([rule, precedent(Level.ORDER_LINE, HOSTING, order="1")])
    assert stated_later is not None
    assert stated_later.level is Level.RULE


def test_a_vendor_whose_lines_all_went_to_one_account_is_coded_by_habit() -> None:
    sold_elsewhere = precedent(Level.SAME_LINE_ELSEWHERE, TRAVEL, 9)
    by_habit = suggest([sold_elsewhere, precedent(Level.SAME_VENDOR, RENT, 3)])
    assert by_habit is not None
    assert (by_habit.level, by_habit.why) == (Level.ALWAYS_SO, "3 of 3 lines of this vendor → 6130")
    too_few = suggest([sold_elsewhere, precedent(Level.SAME_VENDOR, RENT, 2)])
    assert too_few is not None
    assert too_few.coding == TRAVEL
    mixed = suggest([sold_elsewhere, precedent(Level.SAME_VENDOR, RENT, 3), precedent(Level.SAME_VENDOR, HOSTING, 1)])
    assert mixed is not None
    assert (mixed.coding, mixed.choices) == (TRAVEL, (TRAVEL, RENT, HOSTING))


def test_words_that_go_with_many_accounts_tell_little() -> None:
    others = [(("monthly", "rent"), UUID(int=1)), (("monthly", "flight"), UUID(int=2))]
    likeness = Likeness(("monthly", "flight"), others)
    assert likeness.to(("monthly", "flight")) == 1
    assert likeness.to(("flight",)) == Fraction(2, 3)
    assert likeness.to(("monthly", "rent")) == Fraction(1, 5)
    assert Likeness((), ()).to(()) == 0


@given(st.lists(st.tuples(st.sampled_from(LEVELS), st.sampled_from(list(CODES)), st.integers(1, 50)), min_size=1))
def test_the_nearest_level_decides_and_the_choices_are_bounded_and_differ(
    drawn: list[tuple[Level, Coding, int]],
) -> None:
    precedents = [precedent(level, coding, times, str(n)) for n, (level, coding, times) in enumerate(drawn)]
    found = suggest(precedents)
    assert found is not None
    nearest = min((level for level, _, _ in drawn), key=lambda level: RANK[level])
    since = {Level.ORDER_LINE, Level.SAME_TEXT, Level.SAME_LINE} if nearest is Level.RULE else set()
    assert found.level in {nearest, Level.ALWAYS_SO, *since}
    assert found.choices[0] == found.coding
    assert len(set(found.choices)) == len(found.choices) <= CHOICES
    assert 1 <= found.times <= found.of
    assert 0 < found.share <= 1


def test_the_same_service_of_another_month_is_the_same_line() -> None:
    assert line_key("Hosting, Oktober 2026") == line_key("HOSTING  März 2027") == "hosting"
    assert line_key("Réunion café") == "reunion cafe"


def test_a_line_without_words_stands_for_itself() -> None:
    assert line_key(" 4711 / 12 ") == "4711 / 12"
    assert line_key("x" * 500) == "x" * LONGEST_KEY


def test_the_words_of_a_line_are_few_and_differ() -> None:
    assert line_words("one two three two") == ("one", "two", "three")
    assert len(line_words(" ".join(f"w{n}" for n in range(50)))) == 8
