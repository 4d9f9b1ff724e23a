"""How `bursar eval` goes through documents, and what it prints."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from bursar.cli.drawing import CROSS, TICK, table
from bursar.cli.evaluation.measured_model import model_to_measure, refusals_explained
from bursar.cli.evaluation.models import draw_compared, draw_use, draw_worse
from bursar.cli.terminal import CommandFailed, err
from bursar.evals.datasets import Layouts, chosen
from bursar.evals.extraction import NoLabels, Part, Told, labelled, measured
from bursar.evals.reading import read
from bursar.evals.rendering.documents import Document
from bursar.evals.spending import Spending
from bursar.evals.with_model import AT_ONCE, Measured, Paired, Stage, measured_with
from bursar.kit import log as logs
from bursar.kit.settings import load

_TITLES: Final = {
    "development": "Rendered invoices, layouts for development",
    "fitting": "Rendered invoices, layouts that nobody looks at: confidence is fitted with them",
    "held_out": "Rendered invoices, layouts held out: nothing was built on them",
    "own": "Your own documents",
}
_FIGURES: Final = ("n", "prec.", "recall", "F1", "95 %", "sure", "auto", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be measured; with a model, how many questions are put to it at once."""

    seed: int
    documents: int | None
    layouts: str
    folder: Path | None
    model: str | None = None
    at_once: int = AT_ONCE

    def as_json(self) -> dict[str, Any]:
        """Return the settings that make a measurement repeatable."""
        model = {} if self.model is None else {"model": self.model}
        if self.folder is not None:
            return {"documents": "own", **model}
        return {"seed": self.seed, "documents": self.documents, "layouts": self.layouts, **model}

    def sets(self) -> Iterator[tuple[str, Iterable[Document], bool, int]]:
        """Yield the documents: their name, whether misses may be shown, and how many they are. Raises NoLabels."""
        if self.folder is not None:
            yield "own", labelled(self.folder), True, len(list(self.folder.glob("*.pdf")))
            return
        for dataset in chosen(Layouts(self.layouts), seed=self.seed, documents=self.documents):
            yield dataset.name, dataset, dataset.shown, dataset.documents


def measure(asked: Asked) -> list[Part] | list[Paired]:
    """Read all documents with a bar on the way, with a model if one is named. Raises CommandFailed."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=err,
        transient=True,
    )

    def stage(name: str, total: int) -> Told:
        return partial(bar.advance, bar.add_task(name, total=total))

    try:
        with bar:
            if asked.model is not None:
                return asyncio.run(_with_model(asked, asked.model, stage))
            return [
                measured(name, documents, read, shown=shown, tell=stage(name.replace("_", " "), total))
                for name, documents, shown, total in asked.sets()
            ]
    except NoLabels as error:
        raise CommandFailed(str(error)) from error


async def _with_model(asked: Asked, model: str, stage: Stage) -> list[Paired]:
    settings = load(llm_models=model)
    models = model_to_measure(settings)
    logs.configure(level="error")
    who = Measured(models, Spending.within(settings), asked.at_once)
    try:
        with refusals_explained(settings):
            return [
                await measured_with(who, name, documents, read, stage, shown=shown, total=total)
                for name, documents, shown, total in asked.sets()
            ]
    finally:
        await models.close()


def draw(figures: dict[str, Any]) -> Iterator[RenderableType]:
    """Draw the figures, part by part."""
    model = figures["settings"].get("model")
    for name, part in figures["parts"].items():
        yield Text(f"\n{_TITLES[name]}{f', with {model}' if model else ''}", style="bold")
        yield Text(f"{part['documents']} documents, {part['pages']} pages", style="dim")
        rows = table("field", *_FIGURES, right=_FIGURES)
        for field, one in part["fields"].items():
            rows.add_row(*_row(field, one), style="dim" if "." in field else "")
        yield rows
        yield Text("In percent. Sure: what could be taken at a precision of 99.5; auto: what would be.", style="dim")
        yield from _below(part)
        if "model" in part:
            yield from draw_compared(part["compared"])
            yield from draw_use(part["model"], "document")


def _row(field: str, one: dict[str, Any]) -> list[str]:
    auto_right = one.get("auto_precision")
    return [
        field,
        f"{one['n']:,}",
        *(f"{100 * one[figure]:.1f}" for figure in ("precision", "recall", "f1")),
        f"{100 * one['f1_low']:.0f}–{100 * one['f1_high']:.0f}",
        f"{100 * one['coverage']:.1f}" if "coverage" in one else "",
        f"{one['auto']:,}" if one.get("auto") else "",
        f"{int(10_000 * auto_right) / 100:g}" if auto_right is not None else "",  # Never rounded up to all.
    ]


def _below(part: dict[str, Any]) -> Iterator[RenderableType]:
    together, places, cpu = part["all"], part["places"], part["cpu_seconds"]
    yield f"\nAll values: F1 [bold]{together['f1']:.4f}[/], of the header [bold]{together['header_f1']:.4f}[/]"
    if together.get("auto"):
        yield (
            f"Sure enough to be taken without a person: {together['auto']:,}, of them right "
            f"[bold]{together['auto_precision']:.4f}[/] (at least {together['auto_precision_low']:.4f}); at a "
            f"precision of 0.995 {together['coverage']:.1%} could be"
        )
    calibration = part["calibration"]
    yield f"\nConfidence is off by [bold]{calibration['error']:.4f}[/] on average:"
    rows = table("from", "to", "values", "confidence", "right", right=("from", "to", "values", "confidence", "right"))
    for one in calibration["bins"]:
        rows.add_row(
            f"{one['from']:g}",
            f"{one['to']:g}",
            f"{one['values']:,}",
            f"{one['confidence']:.4f}",
            f"{one['right']:.4f}",
        )
    yield rows
    if part["failed"]:
        yield f"\n{CROSS} The reader broke on {part['failed']:,} documents, which count as if nothing was read."
    mark = TICK if places["found"] == places["values"] else CROSS
    yield f"\n{mark} {places['found']:,} of {places['values']:,} values stand where they are said to stand"
    yield (
        f"Processor time per document: {cpu['median'] * 1000:.0f} ms median, {cpu['p95'] * 1000:.0f} ms in 95 of 100, "
        f"{cpu['most'] * 1000:.0f} ms at most; cost of models: ${part['cost']}"
    )


def draw_misses(parts: Sequence[Part] | Sequence[Paired]) -> Text:
    """List what was read wrong and what stands at the wrong place, one per line; first what a model made worse."""
    told = Text("\n")
    for one in parts:
        part = one.completed if isinstance(one, Paired) else one
        if isinstance(one, Paired):
            told.append(draw_worse(one))
        for miss in part.misses:
            told.append(f"{miss.document}  {miss.field}", style="bold")
            told.append(f"  read: {miss.said or '–'}  printed: {miss.true or '–'}\n")
        for sentence in (*part.failed, *part.misplaced) if part.open else ():
            told.append(f"{sentence}\n")
    return told
