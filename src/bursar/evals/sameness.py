"""When what was read is what is printed: numbers as numbers, dates as dates, names without case, ids without spaces."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Final

AMOUNTS: Final = frozenset({"net", "tax", "gross", "prepaid", "payable"})
NUMBERS: Final = AMOUNTS | {"quantity", "unit_price", "tax_rate", "rate", "base", "amount"}
_TAX_IDS: Final = frozenset({"seller_tax_id", "buyer_tax_id"})
_NAMES: Final = frozenset({"seller_name", "buyer_name"})
_TEXTS: Final = frozenset({"payment_terms"})
_WORD: Final = re.compile(r"\w+")
_SWISS: Final = re.compile(r"(MWST|TVA|IVA)$")


def words(text: str) -> list[str]:
    """Return the words of a text, without case and without signs between them."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def compact(text: str) -> str:
    """Return the letters and digits of a text, in capitals."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).upper() if sign.isalnum())


def number(text: str) -> Decimal | None:
    """Return a plain decimal as a number."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def same(field: str, said: str, true: str) -> bool:
    """Return whether a reader said what is true; `field` is a name of HEADER, LINE or GROUP without a prefix."""
    if field in NUMBERS:
        value = number(said)
        return value is not None and value == number(true)
    if field in _TAX_IDS:
        return _tax_id(said, true)
    if field in _NAMES:
        return "".join(words(said)) == "".join(words(true))
    if field in _TEXTS:
        return _covers(words(said), words(true))
    if field == "description":
        return same_description(said, true, "")
    return compact(said) == compact(true)


def _tax_id(said: str, true: str) -> bool:
    one, other = (_SWISS.sub("", compact(text)) for text in (said, true))
    # Paper often leaves the country away, and a reader may know it: both are right.
    return one == other or (one[2:] == other and one[:2].isalpha()) or (other[2:] == one and other[:2].isalpha())


def _covers(said: list[str], true: list[str]) -> bool:
    return set(true) <= set(said) and len(said) <= 2 * len(true)


def same_description(said: str, true: str, detail: str) -> bool:
    """Return whether a description has all words of the true one, and no others but those of its detail."""
    found, wanted = words(said), words(true)
    return set(wanted) <= set(found) and set(found) <= set(wanted) | set(words(detail))
