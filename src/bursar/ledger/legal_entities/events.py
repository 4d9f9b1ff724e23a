"""Facts about legal entities."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LegalEntityCreated:
    """A company began to keep books here."""

    type: ClassVar[str] = "legal_entity.created"
    legal_entity_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The legal entity."""
        return self.legal_entity_id
