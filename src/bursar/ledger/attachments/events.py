"""Facts about attachments."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DocumentAttached:
    """A document was attached to an entry."""

    type: ClassVar[str] = "attachment.added"
    attachment_id: UUID
    document_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The attachment."""
        return self.attachment_id
