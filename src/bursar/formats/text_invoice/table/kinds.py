"""What may stand in a column of a table of lines."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What stands in a column."""

    POSITION = "position"
    ITEM_ID = "item_id"
    DESCRIPTION = "description"
    QUANTITY = "quantity"
    UNIT = "unit"
    PRICE = "price"
    DISCOUNT = "discount"
    RATE = "rate"
    TAX = "tax"
    BASE = "base"
    NET = "net"
    GROSS = "gross"
    AMOUNT = "amount"  # Net or gross, the words do not say.
    DATE = "date"
