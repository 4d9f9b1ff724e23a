"""Facts about withholding codes."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class WithholdingCodeCreated:
    """A withholding code was added to a legal entity."""

    type: ClassVar[str] = "withholding_code.created"
    withholding_code_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The withholding code."""
        return self.withholding_code_id
