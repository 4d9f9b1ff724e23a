"""Facts about models."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ModelBudgetChanged:
    """A company may spend more or less on models than before."""

    type: ClassVar[str] = "model_budget.changed"
    tenant_id: UUID
    scope: str
    agent: str
    period: str

    @property
    def subject_id(self) -> UUID:
        """The company."""
        return self.tenant_id
