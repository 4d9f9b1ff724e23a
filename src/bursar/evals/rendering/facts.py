"""What an invoice is about, before anybody draws it: parties, lines, taxes, sums that agree to the cent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

CENT: Final = Decimal("0.01")
ZERO: Final = Decimal("0.00")


def cents(amount: Decimal) -> Decimal:
    """Return the amount rounded half up to two decimals, as suppliers' programs do."""
    return amount.quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A bank account."""

    iban: str
    bic: str
    bank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A seller or a buyer, as it is written on paper. `tax_id` is compact; empty where the country has none."""

    name: str
    person: str
    street: str
    city: str
    country: str
    tax_id: str
    phone: str
    email: str
    web: str
    register: str

    @property
    def address(self) -> tuple[str, ...]:
        """The lines of an address window."""
        return (self.name, self.street, self.city)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing charged: `net` is quantity times price less discount, in cents.

    `kind` says among what it is listed, where a document has sections. Where prices include tax, so does `net`.
    """

    description: str
    detail: str
    item_id: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    discount: Decimal
    tax_rate: Decimal
    net: Decimal
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is taxed at one rate."""

    rate: Decimal
    base: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One invoice or credit note.

    `references` are numbers and dates by the name of their label: of the order, the customer, the delivery note. A
    credit note keeps its amounts positive here; layouts that print them negative turn the sign.
    """

    credit: bool
    number: str
    issue_date: date
    due_date: date
    delivery_date: date
    order_date: date
    currency: str
    seller: Party
    buyer: Party
    accounts: tuple[Account, ...]
    references: Mapping[str, str]
    lines: tuple[Line, ...]
    allowance: Decimal
    shipping: Decimal
    groups: tuple[Group, ...]
    net: Decimal
    tax: Decimal
    gross: Decimal
    rounding: Decimal
    prepaid: Decimal
    payable: Decimal
    days: int
    early_days: int
    early_percent: Decimal
    untaxed: str = field(default="")  # "reverse" or "exempt": why no tax is charged.

    @property
    def lines_sum(self) -> Decimal:
        """The sum of the lines, before allowance and shipping."""
        return sum((line.net for line in self.lines), ZERO)
