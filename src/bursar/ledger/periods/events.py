"""Facts about periods."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class _PeriodFact:
    period_id: UUID
    sub_ledger: str

    @property
    def subject_id(self) -> UUID:
        """The period."""
        return self.period_id


@dataclass(frozen=True, slots=True)
class PeriodClosed(_PeriodFact):
    """A sub-ledger's period was closed, softly or for good."""

    type: ClassVar[str] = "period.closed"
    state: str


@dataclass(frozen=True, slots=True)
class PeriodReopened(_PeriodFact):
    """A soft close was taken back."""

    type: ClassVar[str] = "period.reopened"
    reason: str


@dataclass(frozen=True, slots=True)
class PeriodExceptionGranted(_PeriodFact):
    """Somebody may post into a soft-closed period for a while."""

    type: ClassVar[str] = "period.exception_granted"
    exception_id: UUID
