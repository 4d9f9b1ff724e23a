"""What `bursar eval --model` prints of a model: what it brought and spoiled, how often it was asked, what that took."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from rich.console import RenderableType
from rich.text import Text

from bursar.cli.drawing import CROSS, table
from bursar.evals.pairing import worse
from bursar.evals.with_model import Paired

_CHANGES: Final = ("gained", "spoiled", "invented")
_EDGES: Final = ("f1", "f1_low", "f1_high")
_BESIDE: Final = ("without", "with", *_CHANGES)


def draw_compared(compared: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Draw what became of the fields that a model is ever asked for."""
    yield Text("\nWith the model beside without, on the same documents: F1 and single values", style="bold")
    rows = table("field", *_BESIDE, right=_BESIDE)
    for field, one in compared["fields"].items():
        rows.add_row(field, *(f"{100 * one[name]:.1f}" for name in ("f1_without", "f1")), *_counts(one))
    yield rows
    yield Text(
        "Gained: right with the model alone. Spoiled: right without it alone. Invented: wrong where nothing was said.",
        style="dim",
    )
    header, brought = compared["header"], compared["brought"]
    yield (
        f"\nHeader: F1 {header['f1_without']:.4f} without, [bold]{header['f1']:.4f}[/] with: {header['gain']:+.4f} "
        f"({header['gain_low']:+.4f} to {header['gain_high']:+.4f}); {header['gained']:,} gained, "
        f"{header['spoiled']:,} spoiled, {header['invented']:,} invented"
    )
    if brought["values"]:
        yield (
            f"Of {brought['values']:,} values that are the model's, {brought['right']:,} are right: "
            f"[bold]{_floored(brought['precision'])} %[/] ({_percent(brought['precision_low'])}–"
            f"{_percent(brought['precision_high'])})"
        )


def draw_use(use: Mapping[str, Any], unit: str) -> Iterator[RenderableType]:
    """Draw how often a model was asked about so many documents or bills, and what that took."""
    yield (
        f"\nAsked about {use['questions']:,} of {use['units']:,} {unit}s ({_percent(use['asked'])} %, "
        f"{_percent(use['asked_low'])}–{_percent(use['asked_high'])}): {use['calls']:,} calls, "
        f"{use['calls_per_unit']:.2f} a {unit}"
    )
    tokens = ", ".join(f"{number:,} {bucket.replace('_', ' ')}" for bucket, number in use["tokens"].items())
    yield f"Tokens: {tokens}"
    cost = use["cost_per_thousand"]
    yield f"Cost: [bold]${use['cost']}[/]; of 1,000 {unit}s ${cost['mean']} (${cost['low']}–${cost['high']})"
    if Decimal(use["cost_assumed"]):
        yield f"Of that ${use['cost_assumed']} is assumed: the most that calls cost whose end nobody knows"
    took = use["seconds"]
    yield (
        f"Time of a question: {took['median']:.2f} s median, {took['p95']:.2f} s in 95 of 100, {took['most']:.2f} s at "
        f"most; {took['mean']:.2f} s mean ({took['low']:.2f}–{took['high']:.2f})"
    )
    if use["failed_calls"]:
        yield f"Calls that failed: {_listed(use['failed_calls'])}"
    if use["without_answer"]:
        number = sum(use["without_answer"].values())
        why = _listed(use["without_answer"])
        yield f"{CROSS} {number:,} questions had no answer, and it went on as without a model: {why}"


def draw_choices(choices: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Draw how lines fared that a model was shown, before it chose and after."""
    yield Text("\nOf these, lines that the model was shown: right before it chose, and after", style="bold")
    columns = ("n", "before", "95 %", "after", "95 % ", "gained", "spoiled")
    rows = table("", *columns, right=columns)
    for name, one in choices.items():
        shares = (f"{100 * share[edge]:.1f}" for share in (one["before"], one["after"]) for edge in _EDGES)
        before, low, high, after, least, most = shares
        figures = (before, f"{low}–{high}", after, f"{least}–{most}", f"{one['gained']:,}", f"{one['spoiled']:,}")
        rows.add_row(name.replace("_", " "), f"{one['before']['n']:,}", *figures)
    yield rows


def draw_worse(measured: Paired) -> Text:
    """List what a model spoiled or invented, one per line, where single misses may be shown."""
    told = Text()
    for before, miss in worse(measured.without.scores, measured.completed.scores) if measured.completed.open else ():
        told.append(f"{miss.document}  {miss.field}", style="bold")
        told.append(f"  without: {before or '–'}  with: {miss.said or '–'}  printed: {miss.true or '–'}\n")
    return told


def _counts(one: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{one[name]:,}" if one[name] else "" for name in _CHANGES)


def _listed(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in numbers.items())


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _floored(share: float) -> str:
    return f"{int(1_000 * share) / 10:.1f}"  # Never rounded up to all.
