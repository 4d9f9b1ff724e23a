"""Facts about reversals."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class BillReversed:
    """A posted bill was taken back by a reversing entry."""

    type: ClassVar[str] = "bill.reversed"
    bill_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The bill."""
        return self.bill_id
