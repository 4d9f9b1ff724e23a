"""Facts about tax codes."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class TaxCodeCreated:
    """A tax code was added to a legal entity."""

    type: ClassVar[str] = "tax_code.created"
    tax_code_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The tax code."""
        return self.tax_code_id


@dataclass(frozen=True, slots=True)
class TaxRateAdded:
    """A tax code has another rate from a day on."""

    type: ClassVar[str] = "tax_code.rate_added"
    tax_code_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The tax code."""
        return self.tax_code_id


@dataclass(frozen=True, slots=True)
class TaxCodeDeactivated:
    """A tax code is taken by no new document."""

    type: ClassVar[str] = "tax_code.deactivated"
    tax_code_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The tax code."""
        return self.tax_code_id
