"""What is printed on a document, in the names of `core.extraction`: the measure of every reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(slots=True)
class Truth:
    """What a document says.

    `fields`, `lines` and `groups` hold what is printed. `unprinted` are header values that are true without standing
    on the page in so many signs: who says them is right and who leaves them out is too. A line may have a `detail`:
    words below its description that may be read with it. `also` are other right answers: a second account.
    """

    fields: dict[str, str] = field(default_factory=dict)
    lines: list[dict[str, str]] = field(default_factory=list)
    groups: list[dict[str, str]] = field(default_factory=list)
    unprinted: dict[str, str] = field(default_factory=dict)
    also: dict[str, list[str]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return it in the form in which people label files of their own."""
        return {
            "fields": self.fields,
            "lines": self.lines,
            "tax_groups": self.groups,
            "unprinted": self.unprinted,
            "also": self.also,
        }


def from_json(said: Mapping[str, Any]) -> Truth:
    """Return what a person wrote beside a file; only `fields` must be there. Raises KeyError."""
    return Truth(
        fields={name: str(value) for name, value in said["fields"].items() if value is not None},
        lines=[_record(line) for line in said.get("lines", ())],
        groups=[_record(group) for group in said.get("tax_groups", ())],
        unprinted=_record(said.get("unprinted", {})),
        also={name: [str(value) for value in values] for name, values in said.get("also", {}).items()},
    )


def _record(said: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in said.items()}


def plain(value: Decimal) -> str:
    """Return a number without the zeros behind that nobody printed."""
    return f"{value.normalize():f}"
