"""Facts about bills."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class _BillFact:
    bill_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The bill."""
        return self.bill_id


@dataclass(frozen=True, slots=True)
class BillSubmitted(_BillFact):
    """A bill waits for approval."""

    type: ClassVar[str] = "bill.submitted"


@dataclass(frozen=True, slots=True)
class BillPosted(_BillFact):
    """A bill was approved and is in the books."""

    type: ClassVar[str] = "bill.posted"


@dataclass(frozen=True, slots=True)
class BillRejected(_BillFact):
    """A bill was turned down."""

    type: ClassVar[str] = "bill.rejected"
