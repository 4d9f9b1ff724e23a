"""What became of attacks, and the tables that are printed of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Verdict:
    """One attack: what was tried and as whom, what had to happen, what happened."""

    what: str
    by: str
    expected: str
    happened: str
    held: bool


def failed(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Return the attacks that succeeded, or that were not refused as they had to be."""
    return [one for one in verdicts if not one.held]


def show(console: Console, title: str, verdicts: Iterable[Verdict]) -> int:
    """Print a table of attacks, and return how many succeeded."""
    table = Table("attack", "by", "must end in", "ended in", "", title=title, title_justify="left", expand=True)
    verdicts = list(verdicts)
    for one in verdicts:
        table.add_row(one.what, one.by, one.expected, one.happened[:160], "held" if one.held else "[red]HOLE[/red]")
    console.print(table)
    holes = len(failed(verdicts))
    console.print(f"{title}: {len(verdicts)} attacks, {len(verdicts) - holes} refused, {holes} holes\n")
    return holes
