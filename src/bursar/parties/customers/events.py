"""Facts about customers."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CustomerCreated:
    """A customer was added to the master data."""

    type: ClassVar[str] = "customer.created"
    customer_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The customer."""
        return self.customer_id


@dataclass(frozen=True, slots=True)
class CustomerChanged:
    """What is known of a customer was changed."""

    type: ClassVar[str] = "customer.changed"
    customer_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The customer."""
        return self.customer_id
