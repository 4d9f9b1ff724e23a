"""Check digits of the identifiers that Peppol checks, by the scheme they are written in (ISO 6523, EAS)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

DIGITS: Final = re.compile(r"[0-9]+")
_IPA: Final = re.compile(r"[A-Za-z0-9]{6}")
_FISCAL_CODE: Final = re.compile(r"[A-Za-z]{6}[0-9]{2}[A-Za-z][0-9]{2}.{3}[0-9][A-Za-z]|[0-9]{11}")
_ABN_WEIGHTS: Final = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
_ABN_MODULUS: Final = 89
_ABN_LENGTH: Final = 11
_TIN_LENGTH: Final = 9


def _numbers(text: str) -> list[int]:
    return [int(digit) for digit in text]


def is_gln(text: str) -> bool:
    """Tell whether the last digit is the check digit of GS1: weights 3 and 1 from the right."""
    if not DIGITS.fullmatch(text):
        return False
    *digits, check = _numbers(text)
    weighted = sum(digit * (3 if position % 2 == 0 else 1) for position, digit in enumerate(reversed(digits)))
    return -weighted % 10 == check


def mod11(text: str) -> bool:
    """Tell whether the last digit is the check digit modulo 11 with the weights 2 to 7 from the right."""
    if not DIGITS.fullmatch(text) or not int(text):
        return False
    *digits, check = _numbers(text)
    weighted = sum(digit * (position % 6 + 2) for position, digit in enumerate(reversed(digits)))
    return -weighted % 11 == check


def is_norwegian(text: str) -> bool:
    """Tell whether it is a Norwegian organisation number."""
    return re.fullmatch(r"[0-9]{9}", text) is not None and mod11(text)


def is_danish(text: str) -> bool:
    """Tell whether it is a Danish CVR number, with its country or without."""
    return re.fullmatch(r"(?:DK)?[0-9]{8}", text) is not None


def is_danish_unit(text: str) -> bool:
    """Tell whether it is a Danish production unit number."""
    return re.fullmatch(r"[0-9]{10}", text) is not None


def is_danish_tax_number(text: str) -> bool:
    """Tell whether it is a Danish tax number (SE) with its country."""
    return re.fullmatch(r"DK[0-9]{8}", text) is not None


def is_belgian(text: str) -> bool:
    """Tell whether it is a Belgian enterprise number: the last two digits are 97 less the rest modulo 97."""
    return re.fullmatch(r"[0-9]{10}", text) is not None and int(text[8:]) == 97 - int(text[:8]) % 97


def is_swedish(text: str) -> bool:
    """Tell whether it is a Swedish organisation number: ten digits, the last by Luhn."""
    if not re.fullmatch(r"[0-9]{10}", text):
        return False
    *digits, check = _numbers(text)
    doubled = [digit * (2 if position % 2 == 0 else 1) for position, digit in enumerate(reversed(digits))]
    return -sum(one // 10 + one % 10 for one in doubled) % 10 == check


def is_australian(text: str) -> bool:
    """Tell whether it is an Australian Business Number."""
    if not DIGITS.fullmatch(text) or len(text) != _ABN_LENGTH:
        return False
    first, *rest = _numbers(text)
    return sum(w * d for w, d in zip(_ABN_WEIGHTS, (first - 1, *rest), strict=True)) % _ABN_MODULUS == 0


def is_greek(text: str) -> bool:
    """Tell whether it begins with a Greek tax number: eight digits, powers of two from the right, modulo 11."""
    if not DIGITS.fullmatch(text[:_TIN_LENGTH]) or len(text) < _TIN_LENGTH:
        return False
    *digits, check = _numbers(text[:_TIN_LENGTH])
    weighted = sum(digit << position for position, digit in enumerate(reversed(digits), 1))
    return weighted % 11 % 10 == check


def is_ipa_code(text: str) -> bool:
    """Tell whether it is written as the code of an Italian public office."""
    return _IPA.fullmatch(text) is not None


def is_fiscal_code(text: str) -> bool:
    """Tell whether it is written as an Italian fiscal code of a person or an organisation."""
    return _FISCAL_CODE.fullmatch(text) is not None


def is_italian_vat(text: str) -> bool:
    """Tell whether it is an Italian VAT number with its country, or one of another country."""
    if text[:2].upper() != "IT":
        return True
    digits = text[2:]
    if not re.fullmatch(r"[0-9]{11}", digits):
        return False
    added = sum(
        (digit * 2 // 10 + digit * 2 % 10) if position % 2 else digit for position, digit in enumerate(_numbers(digits))
    )
    return added % 10 == 0


# The rule by scheme: its number, whether breaking it makes the invoice invalid, and the check.
BY_SCHEME: Final[Mapping[str, tuple[str, bool, Callable[[str], bool]]]] = MappingProxyType(
    {
        "0088": ("R040", True, is_gln),
        "0192": ("R041", True, is_norwegian),
        "0184": ("R042", True, is_danish),
        "0096": ("R052", False, is_danish_unit),
        "0198": ("R053", False, is_danish_tax_number),
        "0208": ("R043", True, is_belgian),
        "0201": ("R044", False, is_ipa_code),
        "0210": ("R045", False, is_fiscal_code),
        "9907": ("R046", False, is_fiscal_code),
        "0211": ("R047", False, is_italian_vat),
        "0007": ("R049", True, is_swedish),
        "0151": ("R050", True, is_australian),
    }
)
