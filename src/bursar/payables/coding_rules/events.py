"""Facts about coding rules."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CodingRuleCreated:
    """Lines of a legal entity are coded by a new rule."""

    type: ClassVar[str] = "coding_rule.created"
    rule_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The rule."""
        return self.rule_id


@dataclass(frozen=True, slots=True)
class CodingRuleChanged:
    """A rule says something else, stands elsewhere, or was switched on or off."""

    type: ClassVar[str] = "coding_rule.changed"
    rule_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The rule."""
        return self.rule_id
