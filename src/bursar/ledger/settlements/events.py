"""What happens to settlements."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ItemsSettled:
    """Open items were settled against each other."""

    type: ClassVar[str] = "settlement.made"
    settlement_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The settlement."""
        return self.settlement_id


@dataclass(frozen=True, slots=True)
class SettlementReversed:
    """A settlement was taken back; its items are open again."""

    type: ClassVar[str] = "settlement.reversed"
    settlement_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The settlement."""
        return self.settlement_id


@dataclass(frozen=True, slots=True)
class WriteOffRequested:
    """A write-off waits for somebody's approval."""

    type: ClassVar[str] = "settlement.requested"
    settlement_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The settlement."""
        return self.settlement_id


@dataclass(frozen=True, slots=True)
class WriteOffRejected:
    """A requested write-off was turned down."""

    type: ClassVar[str] = "settlement.rejected"
    settlement_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The settlement."""
        return self.settlement_id
