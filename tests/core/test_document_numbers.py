"""How near two document numbers are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.document_numbers import Closeness, compare_numbers, reference_shape


@pytest.mark.parametrize(
    ("one", "other", "closeness"),
    [
        ("R-0042", "r 42", Closeness.SAME),
        ("---", "---", Closeness.SAME),
        ("---", "...", Closeness.UNLIKE),
        ("R-1050", "R-lOSO", Closeness.CONFUSABLE),
        ("CORN12", "COM12".replace("M", "RN"), Closeness.SAME),
        ("CORN12", "COM12", Closeness.CONFUSABLE),
        ("8", "B", Closeness.CONFUSABLE),
        ("R-1234", "R-124", Closeness.SIMILAR),
        ("R-1234", "R-12234", Closeness.SIMILAR),
        ("R-99", "R-199", Closeness.SERIES),  # One sign more, but of a number so short, that is counting.
        ("R-1234", "INV-R-1234", Closeness.SIMILAR),
        ("1234", "Rechnung Nr. 1234", Closeness.SIMILAR),
        ("1234", "991234", Closeness.SERIES),
        ("1234", "1234-12", Closeness.UNLIKE),
        ("1234", "1234 (2)", Closeness.SIMILAR),
        ("1234", "1234 copy", Closeness.SIMILAR),
        ("12", "12 copy", Closeness.UNLIKE),
        ("2026-118", "118/2026", Closeness.SIMILAR),
        ("2026-118", "118-26", Closeness.SIMILAR),
        ("2026-118", "R 118", Closeness.SIMILAR),
        ("2026-11", "11/2026", Closeness.SERIES),  # Too short to say.
        ("HKV248", "DEN248", Closeness.SERIES),
        ("R-1001", "R-1002", Closeness.SERIES),
        ("R-999", "R-1000", Closeness.SERIES),
        ("2026-118-1", "2026-118-2", Closeness.SERIES),
        ("0012-1", "0013-1", Closeness.SERIES),
        ("4711", "4811", Closeness.MISTYPED),
        ("47115", "41715", Closeness.MISTYPED),
        ("47115", "11745", Closeness.SERIES),
        ("4711", "4721", Closeness.SERIES),
        ("035273-2025", "035272-2025", Closeness.SERIES),
        ("XK7Q2P", "PL92KD", Closeness.SERIES),
        ("VQBZZZ", "YYT355", Closeness.SERIES),
        ("XKQP", "XKQZ", Closeness.UNLIKE),
        ("R-2050-119", "R-2O5O-ll8", Closeness.SERIES),
        ("R-1001", "LS 77881 / DN", Closeness.UNLIKE),
    ],
)
def test_numbers_are_misread_written_otherwise_mistyped_or_counted_on(
    one: str, other: str, closeness: Closeness
) -> None:
    assert compare_numbers(one, other, years=(2026, 2026)) is closeness
    assert compare_numbers(other, one, years=(2026, 2026)) is closeness


numbers = st.text(alphabet="0158BISORNMrn-/ 2", max_size=12)


@given(numbers, numbers)
def test_it_does_not_matter_which_number_came_first(one: str, other: str) -> None:
    years = (2025, 2026)
    assert compare_numbers(one, other, years=years) is compare_numbers(other, one, years=years)


@given(st.text(max_size=30))
def test_every_number_is_itself(number: str) -> None:
    assert compare_numbers(number, number, years=(2026, 2026)) is Closeness.SAME


@given(st.text(alphabet="O0Il15S8B2Z6Grnm-", min_size=1, max_size=12), st.data())
def test_look_alikes_have_one_shape(number: str, data: st.DataObject) -> None:
    pairs = {"O": "0", "0": "O", "I": "1", "l": "I", "5": "S", "S": "5", "8": "B", "2": "Z", "6": "G", "m": "rn"}
    at = data.draw(st.integers(0, len(number) - 1))
    misread = number[:at] + pairs.get(number[at], number[at]) + number[at + 1 :]
    assert reference_shape(misread) == reference_shape(number)
    doubled = number[:at] + number[at] + number[at:]
    assert "rn" in doubled or "rn" in number or reference_shape(doubled) == reference_shape(number)


@pytest.mark.parametrize(("number", "shape"), [("", ""), ("---", ""), ("000", ""), ("Corn-007/İé", "c0m07")])
def test_a_shape_has_plain_letters_and_digits_alone(number: str, shape: str) -> None:
    assert reference_shape(number) == shape
