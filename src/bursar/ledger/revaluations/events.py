"""Facts about revaluations."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class RevaluationPosted:
    """What was open in foreign currency was revalued."""

    type: ClassVar[str] = "revaluation.posted"
    revaluation_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The revaluation."""
        return self.revaluation_id


@dataclass(frozen=True, slots=True)
class RevaluationReversed:
    """A revaluation was taken back as wrong."""

    type: ClassVar[str] = "revaluation.reversed"
    revaluation_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The revaluation."""
        return self.revaluation_id
