"""Reversals on the wire."""

from datetime import date

from pydantic import Field

from bursar.payables.bills.schemas import Reason
from bursar.platform.ids import BillId


class ReverseBillBody(Reason):
    """Take a posted bill back."""

    posting_date: date | None = Field(None, description="Else today.")


class ReverseBill(ReverseBillBody):
    """Take the posted bill of this id back."""

    bill_id: BillId
    version: int
