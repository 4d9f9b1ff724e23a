"""Facts about vendors."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class VendorWithheldFrom:
    """It was said by which code tax is withheld from a vendor, or that none is."""

    type: ClassVar[str] = "vendor.withheld_from"
    vendor_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The vendor."""
        return self.vendor_id


@dataclass(frozen=True, slots=True)
class VendorCreated:
    """A vendor was added to the master data."""

    type: ClassVar[str] = "vendor.created"
    vendor_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The vendor."""
        return self.vendor_id
