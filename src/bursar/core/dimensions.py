"""Which cost centre and project a journal line may, must or must not carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol
from uuid import UUID

from bursar.core.errors import Refused

COST_CENTRE: Final = "cost_centre"
PROJECT: Final = "project"


class DimensionUnknown(Refused):
    """A line names a cost centre or project that is not here, not active or not valid on its date."""

    code = "dimension_unknown"


class DimensionRequired(Refused):
    """The account of a line needs a dimension that the line does not carry."""

    code = "dimension_required"


class DimensionCombinationInvalid(Refused):
    """A line carries a dimension that its account forbids, or a project that is not of its cost centre."""

    code = "dimension_combination_invalid"


class Dimensioned(Protocol):
    """What of a line is judged."""

    @property
    def account_id(self) -> UUID:
        """The line's account."""
        ...

    @property
    def cost_centre_id(self) -> UUID | None:
        """The line's cost centre."""
        ...

    @property
    def project_id(self) -> UUID | None:
        """The line's project."""
        ...


@dataclass(frozen=True, slots=True)
class DimensionValue:
    """A cost centre or project; a date that is None does not bound its validity."""

    dimension: str
    active: bool = True
    valid_from: date | None = None
    valid_to: date | None = None

    def may_be_used(self, dimension: str, on: date | None) -> bool:
        """Tell whether a line may carry it as this dimension, on this date unless that is None."""
        if self.dimension != dimension or not self.active:
            return False
        return on is None or (self.valid_from or on) <= on <= (self.valid_to or on)


@dataclass(frozen=True, slots=True)
class DimensionRules:
    """The rules in force: (account, dimension) pairs, and the cost centres that a project is given to.

    A project that no rule gives to a cost centre goes with all of them.
    """

    required: frozenset[tuple[UUID, str]] = frozenset()
    forbidden: frozenset[tuple[UUID, str]] = frozenset()
    cost_centres_of: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)


def check_lines(
    lines: Sequence[Dimensioned],
    values: Mapping[UUID, DimensionValue],
    rules: DimensionRules,
    *,
    on: date | None = None,
) -> None:
    """Judge lines of an entry posted `on` a date.

    Raises DimensionUnknown, DimensionRequired and DimensionCombinationInvalid for the first line that is wrong.
    """
    for index, line in enumerate(lines):
        for dimension, carried in ((COST_CENTRE, line.cost_centre_id), (PROJECT, line.project_id)):
            pointer, name = f"/lines/{index}/{dimension}_id", dimension.replace("_", " ")
            if carried is None:
                if (line.account_id, dimension) in rules.required:
                    raise DimensionRequired(f"Line {index + 1} needs a {name}.", pointer=pointer)
                continue
            value = values.get(carried)
            if value is None or not value.may_be_used(dimension, on):
                raise DimensionUnknown(f"The {name} of line {index + 1} cannot be used here.", pointer=pointer)
            if (line.account_id, dimension) in rules.forbidden:
                raise DimensionCombinationInvalid(f"The account of line {index + 1} takes no {name}.", pointer=pointer)
        if line.project_id is not None and line.cost_centre_id is not None:
            given_to = rules.cost_centres_of.get(line.project_id)
            if given_to is not None and line.cost_centre_id not in given_to:
                raise DimensionCombinationInvalid(
                    f"The project of line {index + 1} is not of its cost centre.", pointer=f"/lines/{index}/project_id"
                )
