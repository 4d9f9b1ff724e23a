"""Facts about documents."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DocumentReceived:
    """A file came in for the first time."""

    type: ClassVar[str] = "document.received"
    document_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The document."""
        return self.document_id


@dataclass(frozen=True, slots=True)
class DocumentReceivedAgain:
    """The same bytes came in once more."""

    type: ClassVar[str] = "document.received_again"
    document_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The document."""
        return self.document_id
