"""What a document says goes to JSON and back, between an e-invoice and its values, and never gains anything."""

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bursar.core.extraction import GROUP, HEADER, LINE, Box, Evidence, Extraction, Method, Value, from_json, to_json

boxes = st.builds(Box, *(st.integers(-10_000, 200_000) for _ in range(4)))
values = st.builds(
    Value,
    value=st.text(),
    raw=st.text(),
    method=st.sampled_from(Method),
    page=st.none() | st.integers(1, 500),
    box=st.none() | boxes,
    xpath=st.none() | st.text(),
    evidence=st.lists(st.sampled_from(Evidence), unique=True).map(tuple),
    confidence=st.decimals(0, 1, places=4),
)


def records(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, Value]]:
    return st.dictionaries(st.sampled_from(names), values)


@given(
    st.builds(
        Extraction,
        fields=records(HEADER),
        lines=st.lists(records(LINE), max_size=3).map(tuple),
        tax_groups=st.lists(records(GROUP), max_size=3).map(tuple),
    )
)
def test_an_extraction_survives_json(extraction: Extraction) -> None:
    assert from_json(json.loads(json.dumps(to_json(extraction)))) == extraction


@given(boxes, boxes)
def test_a_joined_box_holds_both(one: Box, other: Box) -> None:
    joined = one.joined(other)
    assert joined == other.joined(one)
    assert joined.joined(one) == joined.joined(other) == joined


def test_a_box_is_written_in_points() -> None:
    value = Value(value="1", raw="1", method=Method.TEXT, page=1, box=Box(7200, 10050, 9001, 11000))
    written = to_json(Extraction(fields={"net": value}))["fields"]["net"]
    assert written["box"] == [72.0, 100.5, 90.01, 110.0]
    assert Decimal(written["confidence"]) == 0
