"""Dates, numbers and codes as they are written on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

SIGNS: Final = {"EUR": "€", "GBP": "£", "USD": "$", "CHF": "CHF"}


def written_date(day: date, pattern: str, months: tuple[str, ...]) -> str:
    """Write a date by a pattern of d, m, y, Y, Mon and Month; single letters are filled with zeros."""
    month = months[day.month - 1]
    if pattern == "d Month Y" and month == "août" and day.day == 1:
        return f"1er {month} {day.year}"
    parts = {"Month": month, "Mon": month[:3], "de": "de", "Y": f"{day.year}", "y": f"{day.year % 100:02d}"}
    spelled = "Mon" in pattern
    parts |= {"m": f"{day.month:02d}", "d": f"{day.day}" if spelled else f"{day.day:02d}"}
    written, word = "", ""
    for sign in f"{pattern} ":
        if sign.isalpha():
            word += sign
            continue
        written += parts.get(word, word) + sign
        word = ""
    return written.strip()


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are written: `style` is the sign between thousands and the decimal sign; `..` has no thousands.

    `money` places the currency: `before`, `after`, `tight` (a sign right before), `code` (its letters behind), `none`.
    `minus` is written `before` a negative number or `after` it.
    """

    style: str
    money: str
    minus: str = "before"

    def number(self, value: Decimal, places: int) -> str:
        """Write a number with so many decimals."""
        plain = f"{abs(value):,.{places}f}"
        thousands, point = ("", ".") if self.style == ".." else (self.style[0], self.style[1])
        written = plain.replace(",", "\0").replace(".", point).replace("\0", thousands)
        if value >= 0:
            return written
        return f"{written}-" if self.minus == "after" else f"-{written}"

    def short(self, value: Decimal) -> str:
        """Write a number with the decimals that it needs."""
        exponent = value.normalize().as_tuple().exponent
        return self.number(value, max(0, -int(exponent)))

    def amount(self, value: Decimal, currency: str) -> str:
        """Write an amount of money with its currency."""
        written = self.number(value, 2)
        sign = SIGNS[currency]
        return {
            "before": f"{sign} {written}",
            "tight": f"{sign}{written}" if len(sign) == 1 else f"{sign} {written}",
            "after": f"{written} {sign}",
            "code": f"{written} {currency}",
            "none": written,
        }[self.money]

    def rate(self, value: Decimal, sign: str = " %") -> str:
        """Write a percentage."""
        return f"{self.short(value)}{sign}"


def spaced(identifier: str) -> str:
    """Write an IBAN in groups of four."""
    return " ".join(identifier[start : start + 4] for start in range(0, len(identifier), 4))


def written_tax_id(tax_id: str, *, prefix: bool, style: int) -> str:
    """Write a VAT identifier with or without its country, in one of the ways that people space it."""
    if tax_id.startswith("CHE"):
        number = tax_id[3:12]
        return f"CHE-{number[:3]}.{number[3:6]}.{number[6:]} MWST"
    if not tax_id[:2].isalpha():
        return tax_id
    head, number = tax_id[:2], tax_id[2:]
    if style == 1 and number.isdigit():
        number = " ".join(number[start : start + 3] for start in range(0, len(number), 3))
    if not prefix:
        return number
    return f"{head} {number}" if style == 2 else f"{head}{number}"
