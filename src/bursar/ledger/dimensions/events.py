"""Facts about dimensions."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DimensionValueCreated:
    """A cost centre or project was added."""

    type: ClassVar[str] = "dimension_value.created"
    dimension_value_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The value."""
        return self.dimension_value_id


@dataclass(frozen=True, slots=True)
class DimensionValueChanged:
    """A cost centre or project was renamed, switched on or off, or is valid for another time."""

    type: ClassVar[str] = "dimension_value.changed"
    dimension_value_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The value."""
        return self.dimension_value_id


@dataclass(frozen=True, slots=True)
class DimensionRuleSet:
    """A rule was added, or switched on or off."""

    type: ClassVar[str] = "dimension_rule.set"
    dimension_rule_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The rule."""
        return self.dimension_rule_id
