"""Facts about recurring entries."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class _RecurringEntryFact:
    recurring_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The recurring entry."""
        return self.recurring_id


@dataclass(frozen=True, slots=True)
class RecurringEntrySubmitted(_RecurringEntryFact):
    """A recurring entry waits for approval."""

    type: ClassVar[str] = "recurring_entry.submitted"


@dataclass(frozen=True, slots=True)
class RecurringEntryChanged(_RecurringEntryFact):
    """A recurring entry was approved, paused, resumed or ended."""

    type: ClassVar[str] = "recurring_entry.changed"
    state: str


@dataclass(frozen=True, slots=True)
class RecurringEntryFailed(_RecurringEntryFact):
    """The books refused what a recurring entry was to post; it is paused until a person resumes it."""

    type: ClassVar[str] = "recurring_entry.failed"
    failure: str
