"""Facts about manual entries."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class _ManualEntryFact:
    manual_entry_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The manual entry."""
        return self.manual_entry_id


@dataclass(frozen=True, slots=True)
class ManualEntrySubmitted(_ManualEntryFact):
    """A manual entry waits for approval."""

    type: ClassVar[str] = "manual_entry.submitted"


@dataclass(frozen=True, slots=True)
class ManualEntryPosted(_ManualEntryFact):
    """A manual entry was approved and is in the books."""

    type: ClassVar[str] = "manual_entry.posted"


@dataclass(frozen=True, slots=True)
class ManualEntryRejected(_ManualEntryFact):
    """A manual entry was turned down."""

    type: ClassVar[str] = "manual_entry.rejected"


@dataclass(frozen=True, slots=True)
class ManualEntryReversed(_ManualEntryFact):
    """A posted manual entry was taken back by a reversing entry."""

    type: ClassVar[str] = "manual_entry.reversed"
