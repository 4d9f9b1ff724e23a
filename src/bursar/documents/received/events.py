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
class DocumentToBeReadAgain:
    """A person wants a document read once more; the run that had read it has ended, if there was one."""

    type: ClassVar[str] = "document.to_be_read_again"
    document_id: UUID
    ended_run_id: UUID | None

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
