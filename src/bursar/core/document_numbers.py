"""How near two document numbers are: misread, written otherwise, mistyped, or simply the next of a series."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bursar.core.matching import normalise_document_number

_UPPER: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# What a machine, and people too, take for one another. The database has the same pairs (`reference_shape`).
_MISREAD: Final = str.maketrans("oilszbg", "0115286")
_TO_LOWER: Final = str.maketrans(_UPPER, _UPPER.lower())
_NOT_PLAIN: Final = re.compile("[^0-9a-z]")
_TWICE: Final = re.compile(r"(.)\1+")
_DIGITS: Final = re.compile(r"[0-9]+")
_CODE: Final = re.compile(r"[0-9A-Z]{5,}")
_MIXED: Final = re.compile(r"[0-9]+[A-Z]|[A-Z]+[0-9]")
_RUN: Final = re.compile(r"[0-9]+|[a-z]+")
# What is set before a number, or behind it, without making it another.
_PREFIX: Final = re.compile(r"[a-z]{1,16}")
_SUFFIX: Final = re.compile(r"[-/ ._(#]*(?:[0-9]|[a-z]|copy|kopie|copie|copia|duplicate|duplikat|rev ?[0-9]?)[) ]*")
_SHORTEST: Final = 4
_COUNTED: Final = 2  # A series counts in its last two digits, as far as one day goes.


class Closeness(StrEnum):
    """How two numbers relate."""

    SAME = "same"
    CONFUSABLE = "confusable"  # Letters and digits that look alike.
    SIMILAR = "similar"  # A sign too many or too few, another prefix or suffix, the year elsewhere.
    MISTYPED = "mistyped"  # One digit off, or two exchanged, further ahead than a series counts in a day.
    SERIES = "series"  # Two of one series.
    UNLIKE = "unlike"


def reference_shape(number: str) -> str:
    """Return what look-alike numbers have in common, by which they are found; the database computes the same.

    ASCII letters and digits alone, `rn` as `m`, look-alikes as one, runs of one sign as one, no zeros ahead.
    """
    return _TWICE.sub(r"\1", _lookalike(number)).lstrip("0")


def compare_numbers(one: str, other: str, *, years: tuple[int, int]) -> Closeness:
    """Say how near two numbers are; `years` are those of the two documents, which numbers often hold."""
    ours, theirs = normalise_document_number(one), normalise_document_number(other)
    if (ours or one) == (theirs or other):
        return Closeness.SAME
    if _is_confusable(one, other):
        return Closeness.CONFUSABLE
    if _one_sign_more(ours, theirs) or _year_moved(one, other, years):
        return Closeness.SIMILAR
    if _is_series(one, other):
        return Closeness.MISTYPED if _is_mistyped(one, other) else Closeness.SERIES
    if _is_similar(one, other, ours, theirs):
        return Closeness.SIMILAR
    counts_on = _are_codes(one, other) or _is_series(_with_digits(one), _with_digits(other))
    return Closeness.SERIES if counts_on else Closeness.UNLIKE


def _plain(number: str) -> str:
    return _NOT_PLAIN.sub("", number.translate(_TO_LOWER))


def _lookalike(number: str) -> str:
    return _plain(number).replace("rn", "m").translate(_MISREAD)


def _with_digits(number: str) -> str:
    """Return a number whose misread letters are digits again, so that it counts on from one that was read well."""
    return number.translate(_TO_LOWER).translate(_MISREAD)


def _is_confusable(one: str, other: str) -> bool:
    ours, theirs = _lookalike(one).lstrip("0"), _lookalike(other).lstrip("0")
    return bool(ours) and ours == theirs


def _is_series(one: str, other: str) -> bool:
    """Say whether two numbers have the same signs in the same places, only other digits."""
    return _pattern(one) == _pattern(other) and any(char.isdigit() for char in one)


def _pattern(number: str) -> tuple[str, ...]:
    """Return letters and the places of digits; how many digits a run has counts only if it begins with zero."""
    runs = (
        run if run.isalpha() else f"0{len(run)}" if run.startswith("0") else "9"
        for run in _RUN.findall(number.translate(_TO_LOWER))
    )
    return tuple(runs)


def _is_mistyped(one: str, other: str) -> bool:
    """Say whether one digit differs, or two neighbours changed places, ahead of where a series counts."""
    if len(one) != len(other):
        return False
    off = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    counted = _DIGITS.match(one, off[-1])
    if counted is None or counted.end() - off[-1] <= _COUNTED:
        return False
    exchanged = len(off) == 2 and one[off[0] : off[1] + 1] == other[off[0] : off[1] + 1][::-1]
    return len(off) == 1 or exchanged


def _is_similar(one: str, other: str, ours: str, theirs: str) -> bool:
    (shorter, longer), (few, many) = sorted((ours, theirs), key=len), sorted((one, other), key=len)
    if len(shorter) < _SHORTEST:
        return False
    ahead = longer[: -len(shorter)]
    prefixed = longer.endswith(shorter) and _PREFIX.fullmatch(ahead) is not None
    behind = many.casefold().removeprefix(few.casefold())
    suffixed = len(behind) < len(many) and _SUFFIX.fullmatch(behind) is not None
    return prefixed or suffixed


def _one_sign_more(ours: str, theirs: str) -> bool:
    """Say whether one number is the other with a sign left out; short ones of a series are so by counting."""
    return min(sum(map(str.isdigit, number)) for number in (ours, theirs)) >= _SHORTEST - 1 and lost_a_sign(
        ours, theirs
    )


def lost_a_sign(one: str, other: str) -> bool:
    """Say whether one text is the other with one sign left out."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) != len(shorter) + 1:
        return False
    at = next((n for n, char in enumerate(shorter) if longer[n] != char), len(shorter))
    return longer[at + 1 :] == shorter[at:]


def _year_moved(one: str, other: str, years: tuple[int, int]) -> bool:
    """Say whether two numbers are one but for the year, which may stand anywhere, in two digits or four, or nowhere."""
    named = {str(year) for year in years} | {f"{year % 100:02}" for year in years}
    ours, theirs = ([run for run in _RUN.findall(text) if run.isdigit()] for text in (one, other))
    rest, others = ([run.lstrip("0") for run in runs if run not in named] for runs in (ours, theirs))
    holds_year = bool(named.intersection(ours) or named.intersection(theirs))
    return holds_year and rest == others and sum(map(len, rest)) >= _SHORTEST - 1


def _are_codes(one: str, other: str) -> bool:
    """Say whether both are codes of one kind, such as those of bookings: one length, capitals and digits."""
    codes = (one, other)
    mixed = any(map(_MIXED.match, codes))
    return mixed and len(one) == len(other) and all(map(_CODE.fullmatch, codes))
