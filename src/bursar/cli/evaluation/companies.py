"""How `bursar eval` has a generated company work on a throw-away instance, and what it prints."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final, TypeVar

from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from bursar.cli.drawing import table
from bursar.cli.embedded import Server, throwaway
from bursar.cli.evaluation.coding_desk import open_desk, with_agent
from bursar.cli.evaluation.duplicates_desk import score_duplicates
from bursar.cli.evaluation.measured_model import model_to_measure, refusals_explained
from bursar.cli.evaluation.models import draw_choices, draw_use
from bursar.cli.loading import while_loading
from bursar.cli.preparing import prepare_throwaway
from bursar.cli.terminal import err
from bursar.cli.throwaway import Instance, instance_on
from bursar.evals import coding, duplicates, orders
from bursar.evals.model_use import ModelUse
from bursar.evals.spending import Spending
from bursar.kit import log as logs
from bursar.kit.settings import Settings, load

Measured = TypeVar("Measured")
VENDORS: Final = 8  # That deliver orders, at least: two of each manner.
LINES_A_VENDOR: Final = 20
_FIGURES: Final = ("n", "right", "share", "95 %")
_TITLES: Final = {
    "copies": "Documents that came again, by what was changed",
    "first_time": "Documents that came for the first time, by what makes them alike; right is not taken for a copy",
    "coding": "Lines, coded from what people had confirmed",
    "orders": "Lines of orders that are delivered in parts, by what their vendors say of the order",
}


def measure_coding(*, seed: int, lines: int, model: str | None = None) -> dict[str, Any]:
    """Have a company code its purchases, and return the figures. Raises CommandFailed."""
    said = load(llm_models=model)
    models = model_to_measure(said) if model is not None else None
    total = coding.LEARNT_AFTER + lines
    with refusals_explained(said), _bar("lines", total) as advance:

        async def told(done: int) -> None:
            advance(min(done, total), total)

        async def run(instance: Instance) -> tuple[coding.CodingScore, orders.OrderScore, ModelUse | None]:
            desk = await open_desk(instance)
            if models is None:
                score = await coding.measure(desk, seed=seed, lines=lines, progress=told)
                ordered = await orders.measure_orders(desk, seed=seed, vendors=max(VENDORS, lines // LINES_A_VENDOR))
                return score, ordered, None
            agent = await with_agent(desk, instance.application, models, Spending.within(said))
            try:
                score = await coding.measure(agent, seed=seed, lines=lines, progress=told)
                # Of what an order says, a model is asked nothing.
                return score, orders.OrderScore(), agent.use
            finally:
                await models.close()

        score, ordered, use = _on_a_throwaway(run)
    settings = {"seed": seed, "lines": lines, **({} if model is None else {"model": model})}
    figures = coding.report(score, settings=settings, use=use)
    figures["parts"] |= {"orders": ordered.part()} if ordered.counts else {}
    return {**figures, "misses": [*score.misses, *ordered.misses]}


def measure_duplicates(*, seed: int, vendors: int, copies: int) -> dict[str, Any]:
    """Have vendors send documents for the first time and again, and return the figures."""
    with _bar("documents", None) as advance:

        async def told(done: int, total: int) -> None:
            advance(done, total)

        async def run(instance: Instance) -> duplicates.DuplicateScore:
            return await score_duplicates(instance, seed=seed, vendors=vendors, copies=copies, progress=told)

        score = _on_a_throwaway(run)
    settings = {"seed": seed, "vendors": vendors, "copies": copies}
    tallies = {**score.copies, **score.originals}
    misses = [f"{name}: {told}" for name, tally in tallies.items() for told in tally.told]
    return {**duplicates.report(score, settings=settings), "misses": misses}


def _on_a_throwaway(run: Callable[[Instance], Awaitable[Measured]]) -> Measured:
    def start(wait: Callable[[], object]) -> tuple[Server, Settings]:
        server = stack.enter_context(throwaway())
        wait()
        return server, prepare_throwaway(server)

    async def on(server: Server, settings: Settings) -> Measured:
        async with instance_on(server, settings) as instance:
            return await run(instance)

    logs.configure(level="error")
    with ExitStack() as stack:
        server, settings = while_loading(start)
        return asyncio.run(on(server, settings))


@contextmanager
def _bar(what: str, total: int | None) -> Iterator[Callable[[int, int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def draw(figures: dict[str, Any]) -> Iterator[RenderableType]:
    """Draw the figures, part by part, and what was not right."""
    for name, part in figures["parts"].items():
        yield Text(f"\n{_TITLES[name]}", style="bold")
        rows = table("", *_FIGURES, right=_FIGURES)
        for field, one in part["fields"].items():
            of = f"{100 * one['f1_low']:.1f}–{100 * one['f1_high']:.1f}"
            # Never rounded up to all.
            rows.add_row(field.replace("_", " "), f"{one['n']:,}", f"{one['right']:,}", _floored(one["f1"]), of)
        yield rows
        if "model" in part:
            yield from draw_choices(part["choices"])
            yield from draw_use(part["model"], "bill")
            yield Text("A bill of which a line was corrected is asked about again, and counts twice.", style="dim")
    for told in figures["misses"]:
        yield Text(told, style="dim")


def _floored(share: float) -> str:
    return f"{int(10_000 * share) / 100:.2f}"
