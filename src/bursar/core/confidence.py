"""How sure we are of a value: what speaks for it is counted, and a table says how often that much was right.

The number is never a model's own, and the same evidence said twice counts once. The table is fitted by
`bursar.evals.calibration` on layouts for development and on layouts that nobody looks at, rises with the evidence, and
is proved on layouts held out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bursar.core.extraction import Evidence, Method

AUTO: Final = Decimal("0.995")  # From here on a value may be taken without a person looking at it.

# Checks that a wrong value hardly passes by chance count twice; what many wrong values have too counts once.
_STRONG: Final = frozenset({Evidence.CHECKSUM, Evidence.ARITHMETIC, Evidence.MASTER_DATA, Evidence.ATTACHMENT})
MOST_POINTS: Final = 6


class Group(StrEnum):
    """Fields that are read alike and therefore fail alike."""

    NUMBER = "number"
    REFERENCE = "reference"
    DATE = "date"
    CODE = "code"
    AMOUNT = "amount"
    REST = "rest"
    NAME = "name"
    ACCOUNT = "account"
    TAX_ID = "tax_id"
    TEXT = "text"
    LINE = "line"
    LINE_FACTOR = "line_factor"
    LINE_TEXT = "line_text"
    TAX = "tax"


_GROUPS: Final[Mapping[str, Group]] = MappingProxyType(
    {
        "invoice_number": Group.NUMBER,
        "order_reference": Group.REFERENCE,
        "customer_number": Group.REFERENCE,
        "payment_reference": Group.REFERENCE,
        "issue_date": Group.DATE,
        "due_date": Group.DATE,
        "delivery_date": Group.DATE,
        "type_code": Group.CODE,
        "currency": Group.CODE,
        "net": Group.AMOUNT,
        "tax": Group.AMOUNT,
        "gross": Group.AMOUNT,
        # What was paid and what remains are proved by less than the total is.
        "prepaid": Group.REST,
        "payable": Group.REST,
        "seller_name": Group.NAME,
        "buyer_name": Group.NAME,
        "seller_tax_id": Group.TAX_ID,
        "buyer_tax_id": Group.TAX_ID,
        "seller_email": Group.ACCOUNT,
        "iban": Group.ACCOUNT,
        "bic": Group.ACCOUNT,
    }
)


_LINES: Final[Mapping[str, Group]] = MappingProxyType(
    {
        "line.description": Group.LINE_TEXT,
        "line.item_id": Group.LINE_TEXT,
        "line.unit": Group.LINE_TEXT,
        # These multiply to the amount in either order, so arithmetic alone does not tell them from one another.
        "line.quantity": Group.LINE_FACTOR,
        "line.unit_price": Group.LINE_FACTOR,
        "charge.description": Group.LINE_TEXT,
    }
)


def _row(*chances: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(chance) for chance in chances)


# The chance that a value is right, by points from 0 to MOST_POINTS.
TABLE: Final[Mapping[Group, tuple[Decimal, ...]]] = MappingProxyType(
    {
        Group.NUMBER: _row("0.6183", "0.8364", "0.8364", "0.8774", "0.9237", "0.9237", "0.9982"),
        Group.REFERENCE: _row("0.3000", "0.3940", "0.3940", "0.9019", "0.9511", "0.9800", "0.9800"),
        Group.DATE: _row("0.3333", "0.5454", "0.7988", "0.9616", "0.9893", "0.9978", "0.9978"),
        Group.CODE: _row("0.5000", "0.9900", "0.9900", "0.9967", "0.9967", "0.9984", "0.9984"),
        Group.AMOUNT: _row("0.2000", "0.3333", "0.9900", "0.9910", "0.9972", "0.9972", "0.9980"),
        Group.REST: _row("0.2000", "0.9753", "0.9900", "0.9939", "0.9939", "0.9960", "0.9980"),
        Group.NAME: _row("0.2000", "0.2222", "0.8801", "0.9875", "0.9875", "0.9984", "0.9984"),
        Group.ACCOUNT: _row("0.3000", "0.9856", "0.9856", "0.9985", "0.9985", "0.9985", "0.9985"),
        Group.TAX_ID: _row("0.3000", "0.9772", "0.9772", "0.9914", "0.9937", "0.9938", "0.9981"),
        Group.TEXT: _row("0.3000", "0.9329", "0.9329", "0.9329", "0.9336", "0.9939", "0.9939"),
        Group.LINE: _row("0.3000", "0.6000", "0.8750", "0.8934", "0.8934", "0.9926", "0.9983"),
        Group.LINE_FACTOR: _row("0.3000", "0.3867", "0.3867", "0.3867", "0.9869", "0.9984", "0.9984"),
        Group.LINE_TEXT: _row("0.3000", "0.9782", "0.9900", "0.9900", "0.9900", "0.9900", "0.9900"),
        Group.TAX: _row("0.2000", "0.6000", "0.8500", "0.9807", "0.9985", "0.9985", "0.9985"),
    }
)
# Data is written by a program for a program: what can still be wrong is what the program was told.
_DATA: Final = Decimal("0.9990")


def group_of(field: str) -> Group:
    """Return the group of a field: a name of HEADER, or `line.`, `charge.` or `group.` before one of a record."""
    if field.startswith(("line.", "charge.")):
        return _LINES.get(field, Group.LINE)
    if field.startswith("group."):
        return Group.TAX
    return _GROUPS.get(field, Group.TEXT)


def points(method: Method, evidence: Iterable[Evidence]) -> int:
    """Return what speaks for a value as points, from 0 to MOST_POINTS: kinds of evidence, strong ones twice.

    What an image or a model was the source of has one point less: both write what looks right and is not there.
    """
    kinds = set(evidence)
    counted = len(kinds) + len(kinds & _STRONG)
    unsure = method in {Method.OCR, Method.MODEL}
    return max(0, min(MOST_POINTS, counted - unsure))


def confidence(field: str, method: Method, evidence: Iterable[Evidence]) -> Decimal:
    """Return the calibrated probability, from 0 to 1, that a value of this field is right; see `group_of` for names."""
    if method in {Method.XML, Method.EMBEDDED_XML}:
        return _DATA
    return TABLE[group_of(field)][points(method, evidence)]
