"""Facts about fiscal years."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class _FiscalYearFact:
    legal_entity_id: UUID
    fiscal_year: int

    @property
    def subject_id(self) -> UUID:
        """The legal entity whose year it is."""
        return self.legal_entity_id


@dataclass(frozen=True, slots=True)
class FiscalYearCreated(_FiscalYearFact):
    """A year got its periods."""

    type: ClassVar[str] = "fiscal_year.created"


@dataclass(frozen=True, slots=True)
class FiscalYearClosed(_FiscalYearFact):
    """A year's result went to retained earnings, by this entry where there was any, and its periods were closed."""

    type: ClassVar[str] = "fiscal_year.closed"
    state: str
    entry_id: UUID | None
