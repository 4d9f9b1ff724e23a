"""Facts about ledger accounts."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AccountCreated:
    """An account was added to a chart."""

    type: ClassVar[str] = "ledger_account.created"
    account_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The account."""
        return self.account_id


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """An account was renamed, switched on or off, or told apart otherwise."""

    type: ClassVar[str] = "ledger_account.changed"
    account_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The account."""
        return self.account_id
