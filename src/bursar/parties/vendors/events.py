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


@dataclass(frozen=True, slots=True)
class VendorAliasAdded:
    """A vendor was given another name."""

    type: ClassVar[str] = "vendor.alias_added"
    vendor_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The vendor."""
        return self.vendor_id


@dataclass(frozen=True, slots=True)
class VendorAliasRemoved:
    """A name was taken from a vendor."""

    type: ClassVar[str] = "vendor.alias_removed"
    vendor_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The vendor."""
        return self.vendor_id


@dataclass(frozen=True, slots=True)
class VendorsLinked:
    """Vendors were said to be one company."""

    type: ClassVar[str] = "vendor.linked"
    vendor_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The vendor."""
        return self.vendor_id


@dataclass(frozen=True, slots=True)
class VendorUnlinked:
    """A vendor was said to be a company of its own."""

    type: ClassVar[str] = "vendor.unlinked"
    vendor_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The vendor."""
        return self.vendor_id
