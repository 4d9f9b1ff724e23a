from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.confidence import AUTO, MOST_POINTS, TABLE, Group, confidence, group_of, points
from bursar.core.extraction import GROUP, HEADER, LINE, Evidence, Method

FIELDS = (*HEADER, *(f"line.{name}" for name in LINE), *(f"group.{name}" for name in GROUP))
KINDS = st.sets(st.sampled_from(Evidence))


@given(field=st.sampled_from(FIELDS), method=st.sampled_from(Method), known=KINDS, more=KINDS)
def test_more_evidence_never_makes_a_value_less_sure(
    field: str, method: Method, known: set[Evidence], more: set[Evidence]
) -> None:
    assert confidence(field, method, known) <= confidence(field, method, known | more)


@given(field=st.sampled_from(FIELDS), method=st.sampled_from(Method), kinds=KINDS)
def test_the_same_evidence_said_twice_counts_once(field: str, method: Method, kinds: set[Evidence]) -> None:
    said = list(kinds)
    assert confidence(field, method, said + said) == confidence(field, method, said)


@given(field=st.sampled_from(FIELDS), kinds=KINDS)
def test_what_a_model_or_an_image_says_is_never_surer_than_what_the_text_says(field: str, kinds: set[Evidence]) -> None:
    text = confidence(field, Method.TEXT, kinds)
    assert confidence(field, Method.MODEL, kinds) <= text
    assert confidence(field, Method.OCR, kinds) <= text


@pytest.mark.parametrize("method", [Method.XML, Method.EMBEDDED_XML])
def test_data_is_sure_enough_to_be_taken(method: Method) -> None:
    assert confidence("gross", method, ()) >= AUTO


def test_a_value_without_evidence_is_never_taken_by_itself() -> None:
    assert all(confidence(field, Method.TEXT, ()) < AUTO for field in FIELDS)


def test_points_have_a_floor_and_a_ceiling() -> None:
    assert points(Method.MODEL, ()) == 0
    assert points(Method.TEXT, Evidence) == MOST_POINTS
    assert points(Method.TEXT, (Evidence.CHECKSUM,)) == 2
    assert points(Method.OCR, (Evidence.CHECKSUM, Evidence.LABEL)) == 2


def test_every_group_has_a_chance_for_every_number_of_points_and_they_rise() -> None:
    assert set(TABLE) == set(Group)
    for chances in TABLE.values():
        assert len(chances) == MOST_POINTS + 1
        assert list(chances) == sorted(chances)
        assert Decimal(0) < chances[0]
        assert chances[-1] < Decimal(1)


def test_a_name_says_where_the_field_stands() -> None:
    assert group_of("net") is Group.AMOUNT
    assert group_of("line.net") is Group.LINE
    assert group_of("line.description") is Group.LINE_TEXT
    assert group_of("line.quantity") is Group.LINE_FACTOR
    assert group_of("group.tax") is Group.TAX
    assert group_of("payment_terms") is Group.TEXT
