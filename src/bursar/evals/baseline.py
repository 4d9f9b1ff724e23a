"""What was reached before, committed as JSON: worse than its interval is a regression."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class BadBaseline(Exception):  # noqa: N818 - what happened, not what kind of mistake.
    """The file holds no figures that can be compared."""


@dataclass(frozen=True, slots=True)
class Regression:
    """A figure that fell below what the baseline's interval allows."""

    part: str
    field: str
    now: float
    before: float
    low: float

    def __str__(self) -> str:
        return f"{self.part}: {self.field} has F1 {self.now:.4f}; it was {self.before:.4f}, at least {self.low:.4f}"


def load(path: Path) -> Mapping[str, Any]:
    """Return the report that was kept. Raises BadBaseline."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        for part in report["parts"].values():
            for figures in part["fields"].values():
                _ = (float(figures["f1"]), float(figures["f1_low"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadBaseline(f"{path} holds no baseline: {error}") from error
    return dict(report)


def regressions(now: Mapping[str, Any], before: Mapping[str, Any]) -> list[Regression]:
    """Return what is worse than the baseline beyond its interval; a part or a field that is new has none.

    A field that the baseline has and that was not measured now counts as lost, unless its whole part was left out.
    """
    found = []
    for part, figures in before["parts"].items():
        if part not in now["parts"]:
            continue
        fields = now["parts"][part]["fields"]
        for field, was in figures["fields"].items():
            is_now = fields[field]["f1"] if field in fields else 0.0
            if is_now < was["f1_low"]:
                found.append(Regression(part, field, is_now, was["f1"], was["f1_low"]))
    return found


def write(report: Mapping[str, Any], path: Path) -> None:
    """Keep a report, in an order that makes differences readable."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
