"""Facts about tasks."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class TaskResolved:
    """Somebody settled a task."""

    type: ClassVar[str] = "task.resolved"
    task_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The task."""
        return self.task_id
