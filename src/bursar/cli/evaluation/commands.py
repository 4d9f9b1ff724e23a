"""`bursar eval`: measure how well documents are read, coded and recognised, on invented ones or on one's own."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from bursar.cli.terminal import FAILED, CommandFailed, err, out

eval_app = typer.Typer(help="Measure how well documents are understood.", no_args_is_help=True)


class LayoutSet(StrEnum):
    """Which layouts of rendered invoices."""

    DEV = "dev"
    FITTING = "fitting"
    HELD_OUT = "held-out"
    ALL = "all"


Report = Annotated[Path | None, typer.Option("--json", help="Write all figures to this file.", metavar="FILE")]
Before = Annotated[
    Path | None,
    typer.Option(
        "--baseline", help="Compare with these figures; worse than their interval is an error.", metavar="FILE"
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        help="Have this model asked where the product would ask one, at the provider that the settings name. "
        "It costs money, at most BURSAR_LLM_DAY_BUDGET_CENTS.",
        metavar="NAME",
        show_default=False,
    ),
]


@eval_app.callback()
def evaluate() -> None:
    """Measure how well documents are understood."""


@eval_app.command("extraction")
def extraction(  # noqa: PLR0913 - one for each option.
    *,
    seed: Annotated[int, typer.Option(help="Another seed invents other invoices.")] = 1,
    documents: Annotated[
        int | None,
        typer.Option(help="How many in all; else one per layout and language.", min=1, show_default=False, metavar="N"),
    ] = None,
    layouts: Annotated[LayoutSet, typer.Option(help="Which layouts to draw.")] = LayoutSet.ALL,
    documents_dir: Annotated[
        Path | None,
        typer.Option(
            help="Measure your own files instead: a.pdf with its labels in a.json.",
            exists=True,
            file_okay=False,
            metavar="DIR",
        ),
    ] = None,
    model: Model = None,
    at_once: Annotated[int, typer.Option(help="Questions that are put to the model at once.", min=1, max=64)] = 4,
    report: Report = None,
    baseline: Before = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was read wrong, on layouts for development alone.")
    ] = False,
) -> None:
    """Measure how well invoices are read from the text of PDFs, without a model or with one.

    Draws invoices whose content is known, in many layouts and six languages, reads them as uploads are read, and prints
    precision, recall and F1 per field with intervals of 95 %, how much could be taken without a person, how honest the
    confidence is, whether each value stands where it is said to, and the time. With `--model` also what the model
    brought and spoiled on the same documents, how often it was asked, what that cost and how long it took. Exits with 1
    if the reader broke or the model was not heard, or if a baseline was given and a field is worse than its interval.
    """
    from bursar.cli.evaluation.documents import Asked, draw, draw_misses, measure  # noqa: PLC0415 - see the package.
    from bursar.evals.extraction import report as reported  # noqa: PLC0415

    before = _before(baseline)
    asked = Asked(
        seed=seed, documents=documents, layouts=layouts.value, folder=documents_dir, model=model, at_once=at_once
    )
    parts = measure(asked)
    figures = reported(parts, settings=asked.as_json())
    for drawn in draw(figures):
        out.print(drawn)
    if misses:
        out.print(draw_misses(parts), soft_wrap=True)
    _conclude(figures, report, baseline, before)


@eval_app.command("coding")
def coding(
    *,
    seed: Annotated[int, typer.Option(help="Another seed makes another company.")] = 1,
    lines: Annotated[int, typer.Option(help="How many lines to ask for after it has learned.", min=1)] = 400,
    model: Model = None,
    report: Report = None,
    baseline: Before = None,
) -> None:
    """Measure how well bill lines are coded from what people had confirmed, without a model or with one.

    A generated company buys on a throw-away instance; each line is asked before anybody has coded it, what was wrong is
    put right, and asked again. With `--model` the lines where a choice is left are shown to it, as the agent does, and
    what it chose is held against what stood there before. Exits with 1 if the model was not heard, or if a baseline was
    given and a share is worse than its interval.
    """
    from bursar.cli.evaluation.companies import draw, measure_coding  # noqa: PLC0415 - see the package.

    before = _before(baseline)
    figures = measure_coding(seed=seed, lines=lines, model=model)
    for drawn in draw(figures):
        out.print(drawn)
    _conclude(figures, report, baseline, before)


@eval_app.command("duplicates")
def duplicates(
    *,
    seed: Annotated[int, typer.Option(help="Another seed makes other vendors.")] = 1,
    vendors: Annotated[int, typer.Option(help="How many vendors send documents, ten each or so.", min=1)] = 110,
    copies: Annotated[int, typer.Option(help="How many come again by each kind of change.", min=1)] = 40,
    report: Report = None,
    baseline: Before = None,
) -> None:
    """Measure how well documents are recognised that were received before, and how often others are taken for such.

    Generated vendors send two years of documents to a company on a throw-away instance, each asked before it is kept;
    then documents come again, changed in many ways. Exits with 1 if a baseline was given and a share is worse than its
    interval.
    """
    from bursar.cli.evaluation.companies import draw, measure_duplicates  # noqa: PLC0415 - see the package.

    before = _before(baseline)
    figures = measure_duplicates(seed=seed, vendors=vendors, copies=copies)
    for drawn in draw(figures):
        out.print(drawn)
    _conclude(figures, report, baseline, before)


def _before(baseline: Path | None) -> Mapping[str, Any] | None:
    """Return the figures to compare with, read before anything is measured. Raises CommandFailed."""
    from bursar.evals.baseline import BadBaseline, load  # noqa: PLC0415 - see the package.

    try:
        return load(baseline) if baseline is not None else None
    except BadBaseline as error:
        raise CommandFailed(str(error)) from error


def _conclude(
    figures: dict[str, Any], report: Path | None, baseline: Path | None, before: Mapping[str, Any] | None
) -> None:
    """Keep the figures where asked, and exit with 1 if they are worse than those before. Raises Exit."""
    from bursar.evals.baseline import regressions, write  # noqa: PLC0415 - see the package.

    if report is not None:
        write(figures, report)
    is_whole = _tell_gaps(figures)
    worse = regressions(figures, before) if before is not None else []
    for regression in worse:
        err.print(f"[red]✗[/red] {regression}", soft_wrap=True)
    if before is not None and not worse:
        out.print(f"[green]✓[/green] Nothing is worse than {baseline} beyond its interval.", soft_wrap=True)
    if worse or not is_whole:
        raise typer.Exit(FAILED)


def _tell_gaps(figures: Mapping[str, Any]) -> bool:
    """Say what was not measured as it was asked for; return whether nothing was left out."""
    parts = figures["parts"].values()
    broken = sum(part.get("failed", 0) for part in parts)
    unheard = sum(part["model"]["unheard"] for part in parts if "model" in part)
    if broken:
        err.print(f"[red]✗[/red] The reader broke on {broken:,} documents.", soft_wrap=True)
    if unheard:
        said = "the figures are partly those of no model"
        err.print(f"[red]✗[/red] The model was not heard on {unheard:,} questions: {said}.", soft_wrap=True)
    return not broken and not unheard
