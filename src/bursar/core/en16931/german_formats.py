"""How accounts, discounts, addresses and numbers are written in an XRechnung."""

from __future__ import annotations

import re
import string
from typing import Final

_DISCOUNT: Final = re.compile(r"#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$")
_DISCOUNTS: Final = re.compile(r"#.+#")
_ENDS_LINE: Final = re.compile(r"\s*\n")
_LOCAL: Final = r"[a-zA-Z0-9!#$%&\"*+/=?^_`{|}~-]+"
_LABEL: Final = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
_MAIL: Final = re.compile(rf"{_LOCAL}(?:\.{_LOCAL})*@(?:{_LABEL}\.)+{_LABEL}")
_DIGITS: Final = 3
_SCHEME: Final = f"{string.ascii_letters}{string.digits}+.-"
_IBAN: Final = re.compile(r"[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}")
_MOD: Final = 97


def is_iban(text: str) -> bool:
    """Tell whether the text, white space apart, is an IBAN whose check digits are right."""
    compact = "".join(text.split())
    if not _IBAN.fullmatch(compact):
        return False
    moved = compact[4:].upper() + compact[:4]
    return int("".join(str(int(one, 36)) for one in moved)) % _MOD == 1


def is_absolute(address: str) -> bool:
    """Tell whether a colon stands after the name of a scheme: a letter and at least one character more."""
    for before in address.split(":")[:-1]:
        name = before[len(before.rstrip(_SCHEME)) :]
        if any(one in string.ascii_letters for one in name[:-1]):
            return True
    return False


def is_mail_address(text: str) -> bool:
    """Tell whether the text is a mail address with a domain."""
    return _MAIL.fullmatch(" ".join(text.split())) is not None


def has_three_digits(text: str) -> bool:
    """Tell whether there is enough of a telephone number to call."""
    return sum(one.isascii() and one.isdigit() for one in text) >= _DIGITS


def are_discounts(written: str) -> bool:
    """Judge the lines of payment terms that begin with "#": each grants a discount and ends with a line break."""
    marked = [line.strip() for line in re.split(r"\r?\n", written) if line.strip().startswith("#")]
    ends = _ENDS_LINE.match(_DISCOUNTS.split(written)[-1]) is not None
    return all(_DISCOUNT.search(" ".join(line.split())) and ends for line in marked)
