"""Facts about sessions."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """A person signed in."""

    type: ClassVar[str] = "session.started"
    session_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The session."""
        return self.session_id


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """A session was ended: by its person, or because a used refresh token came again."""

    type: ClassVar[str] = "session.ended"
    session_id: UUID
    because: str

    @property
    def subject_id(self) -> UUID:
        """The session."""
        return self.session_id
