"""Facts about opening balances."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OpeningBalancesPosted:
    """A legal entity's books began."""

    type: ClassVar[str] = "opening_balances.posted"
    opening_balance_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The opening balances."""
        return self.opening_balance_id


@dataclass(frozen=True, slots=True)
class OpeningBalancesReversed:
    """Opening balances were taken back."""

    type: ClassVar[str] = "opening_balances.reversed"
    opening_balance_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The opening balances."""
        return self.opening_balance_id
