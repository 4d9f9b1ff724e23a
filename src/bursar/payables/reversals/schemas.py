"""Reversals on the wire."""

from pydantic import Field

from bursar.kit.wire import Day
from bursar.payables.bills.schemas import Reason
from bursar.platform.ids import BillId


class ReverseBillBody(Reason):
    """Take a posted bill back."""

    posting_date: Day | None = Field(None, description="Else today; not before the bill's own posting.")


class ReverseBill(ReverseBillBody):
    """Take the posted bill of this id back."""

    bill_id: BillId
    version: int
