from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.formats.identifiers import vat_id_valid


@pytest.mark.parametrize(
    ("vat_id", "answer"),
    [
        ("DE136695976", True),
        ("de 136 695 976", True),
        ("DE136695977", False),
        ("ATU13585627", True),
        ("XX1", None),
        ("US123456789", None),
        ("", False),
        ("D", False),
        ("Ж1234", False),
    ],
)
def test_vat_identifiers_are_judged_by_their_country(vat_id: str, answer: bool | None) -> None:
    assert vat_id_valid(vat_id) is answer


@given(st.text(max_size=20) | st.from_regex(r"[A-Za-z_.]{2}[0-9A-Z]{0,12}", fullmatch=True))
def test_any_text_gets_an_answer(vat_id: str) -> None:
    assert vat_id_valid(vat_id) in {True, False, None}
