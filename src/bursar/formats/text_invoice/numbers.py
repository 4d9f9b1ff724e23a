"""Numbers as people write them: any grouping, either decimal mark, signs and currencies before or after."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MAX_INTEGER_DIGITS: Final = 12
CODES: Final = (
    "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|INR|JPY|CNY|HKD|SGD|AUD|NZD|CAD|ZAR|MXN|BRL|AED|SAR|KWD|BHD"
)
_SIGN: Final = r"[-–−]"
_MONEY: Final = rf"(?:(?:{CODES})|Rs\.?|Fr\.|kr\.?|zł|Kč|[$€£¥₹])"
_NUMBER: Final = (
    r"\d{1,3}(?:(?P<group>[.,'’ \u00a0\u202f\u2009])\d{3})(?:(?P=group)\d{3}){0,4}(?:(?!(?P=group))[.,]\d{1,6})?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,4})?"  # 1,23,456.00, as in India
    r"|\d{1,14}(?:[.,]\d{1,6})?"
    r"|[.,]\d{1,4}"
)
_GLUED: Final = r"\d{1,3}(?:[.,'’]\d{3})*[.,]\d\d(?![\w.,])"  # Written so plainly that it may touch a word.
_AMOUNT: Final = re.compile(
    rf"(?:(?<![\w.,:/'’+#-])|(?<=[^\W\d]:)|(?<=[^\W\d])(?={_GLUED}))(?P<open>\()?(?:(?P<sign>{_SIGN})\s?)?(?P<before>{_MONEY}\s?)?(?:(?P<inner>{_SIGN})\s?)?"
    rf"(?P<number>{_NUMBER})(?P<dash>[.,][-–—]{{1,2}})?(?:(?P<within>\s?{_MONEY})(?=\)))?(?P<close>\))?"
    rf"(?:(?P<after>\s?{_MONEY})(?!\w)|(?P<percent>\s?%)|(?P<trailing>{_SIGN}(?!\w)))?(?![\w/'’]|[.,:-]\d|-\w|\s?°)"
)
_DAY: Final = re.compile(r"\d{1,2}\.\d{1,2}")
_CURRENCY: Final = re.compile(rf"(?:{_MONEY})?")
_STRONG: Final = re.compile(
    r"\d[. \u00a0\u202f'’]\d{3}(?P<comma>,)\d{1,2}(?!\d)|\d[,'’]\d{3}(?P<point>\.)\d{1,2}(?!\d)"
)
_WEAK: Final = re.compile(r"(?<![\d.,])\d+(?:(?P<comma>,)|(?P<point>\.))\d{2}(?![\d.,]\d|\d)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text: what it is worth, as it is written, where, and what stands with it."""

    number: Decimal
    raw: str
    start: int
    end: int
    percent: bool = False
    currency: str | None = None  # The sign or code beside it, as written.


def notation(texts: Iterable[str]) -> str | None:
    """Return the mark before the decimals in a document, "," or ".", None where no number tells."""
    votes = {",": 0, ".": 0}
    for text in texts:
        for pattern, weight in ((_STRONG, 3), (_WEAK, 1)):
            for found in pattern.finditer(text):
                votes["," if found["comma"] else "."] += weight
    if votes[","] == votes["."]:
        return None
    return "," if votes[","] > votes["."] else "."


def find_amounts(text: str, decimal_mark: str | None = None) -> tuple[Amount, ...]:
    """Return the numbers in a text, from left to right; dates, times and identifiers are none."""
    return tuple(amount for found in _AMOUNT.finditer(text) if (amount := _amount(found, decimal_mark)) is not None)


def parse_amount(text: str, decimal_mark: str | None = None) -> Decimal | None:
    """Return the number that the whole text is, currency and percent signs apart; None if it is no number."""
    found = _AMOUNT.fullmatch(text.strip())
    amount = _amount(found, decimal_mark) if found else None
    return amount.number if amount else None


def _amount(found: re.Match[str], decimal_mark: str | None) -> Amount | None:
    number = _decimal(found["number"], decimal_mark)
    if number is None or (
        decimal_mark == "," and found.string[found.end() :].startswith(".") and _DAY.fullmatch(found["number"])
    ):
        return None  # A day and a month, where decimals have commas.
    start, end = found.span()
    in_brackets = bool(found["open"] and found["close"])
    if found["open"] and not in_brackets:
        start += 1
    if found["close"] and not in_brackets:
        start, end = found.start(), found.end("number")
    # Brackets mean a minus only where nothing else stands beside them but a currency, as books write it.
    beside = f"{found.string[: found.start()]}{found.string[found.end() :]}".strip()
    minus = found["sign"] or found["inner"] or found["trailing"] or (in_brackets and _CURRENCY.fullmatch(beside))
    currency = (found["before"] or found["within"] or found["after"] or "").strip() or None
    currency = currency or (beside if in_brackets and minus and beside else None)
    value = -number if minus else number
    return Amount(value, found.string[start:end], start, end, bool(found["percent"]), currency)


def _decimal(written: str, decimal_mark: str | None) -> Decimal | None:
    """Return the number that digits with marks are; the last mark is the decimal one unless it groups thousands."""
    marks = [character for character in written if not character.isdigit()]
    digits = re.sub(r"\D", "", written)
    last = written.rpartition(marks[-1])[2] if marks else ""
    is_grouping = bool(marks) and (
        marks[-1] not in ".,"
        or (len(marks) > 1 and marks[-1] == marks[0])
        or (len(marks) == 1 and len(last) == 3 and len(written) > 4 and marks[0] != decimal_mark)
    )
    places = 0 if is_grouping or not marks else len(last)
    whole = digits[: len(digits) - places]
    if len(whole) > MAX_INTEGER_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return None
    return Decimal(f"{whole or '0'}.{digits[len(digits) - places :]}" if places else whole)
