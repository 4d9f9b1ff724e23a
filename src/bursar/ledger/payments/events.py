"""What happens to payments."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PaymentRecorded:
    """A payment was posted."""

    type: ClassVar[str] = "payment.recorded"
    payment_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The payment."""
        return self.payment_id


@dataclass(frozen=True, slots=True)
class PaymentReversed:
    """A payment was taken back, with everything that it settled."""

    type: ClassVar[str] = "payment.reversed"
    payment_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The payment."""
        return self.payment_id
