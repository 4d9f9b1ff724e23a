"""How well documents are read with a model: every one as the product reads it, beside the same without.

The model is asked by the product's own steps: what a reading lacks, its prompt and schema, the gateway with its
retries, deadline and breaker, and only what stands on the page is taken. Documents are read first and asked about
afterwards, so that the time of an answer is the model's own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from bursar.agents.payables.complete import Completed, complete
from bursar.core.completion import lacking
from bursar.core.extraction import Extraction, Value
from bursar.evals.extraction import Part, Reader, Told, broke, judge
from bursar.evals.model_use import ModelUse, dollars
from bursar.evals.pairing import compared
from bursar.evals.rendering.documents import Document
from bursar.evals.spending import ModelRefused, Spending
from bursar.formats.pdf.page import Page
from bursar.formats.received import text_of
from bursar.formats.text_invoice.grounding import ground
from bursar.kit.llm.asking import Models

AT_ONCE: Final = 4
_BROKE: Final = "reader_broke"
# Begins a stage by its name and how many there will be, and returns what is to be called after each.
Stage: TypeAlias = Callable[[str, int], Told]


@dataclass(frozen=True, slots=True)
class Measured:
    """Who is measured: the models in the order in which they are asked, on which ledger, how many questions at once."""

    models: Models
    spending: Spending
    at_once: int = AT_ONCE

    async def complete(self, one: _Lacking) -> Completed:
        """Have the model complete a reading. Raises ModelRefused where it never answered and is not let near."""

        async def grounded(said: Sequence[tuple[str, str]]) -> Mapping[str, Value]:
            return ground(said, one.pages)

        done = await complete(one.extraction, one.text, self.spending.asker(self.models), grounded)
        self.spending.stop_if_refused(done.reason)
        return done


@dataclass(frozen=True, slots=True)
class _Lacking:
    """A reading that lacks something, and its place among all."""

    place: int
    document: Document
    pages: Sequence[Page]
    extraction: Extraction
    text: str


@dataclass(slots=True)
class Paired:
    """What was measured on the same documents, without a model and with it."""

    without: Part
    completed: Part
    use: ModelUse = field(default_factory=ModelUse)

    @property
    def name(self) -> str:
        """Which documents."""
        return self.completed.name

    def as_json(self) -> dict[str, Any]:
        """Return the figures with the model, what it took, and the figures without it."""
        return {
            **self.completed.as_json(),
            "cost": dollars(self.use.cost_micro),
            "model": self.use.as_json(),
            "compared": compared(self.without.scores, self.completed.scores),
            "without_model": self.without.as_json(),
        }


async def measured_with(
    measured: Measured,
    name: str,
    documents: Iterable[Document],
    reader: Reader,
    stage: Stage,
    *,
    shown: bool,
    total: int,
) -> Paired:
    """Read all documents, then ask for what they lack. Raises ModelRefused."""
    without, lack, tell = Part(name, shown), [], stage(name.replace("_", " "), total)
    for place, document in enumerate(documents):
        pages, extraction = without.read(document, reader)
        text = text_of(pages)
        # What lacks nothing is not kept in memory, and nobody is asked about what broke the reader.
        if without.readings[place].failed is None and lacking(extraction, text):
            lack.append(_Lacking(place, document, pages, extraction, text))
        tell()
    paired = Paired(without, Part(name, shown, list(without.readings)), ModelUse(len(without.readings)))
    await _ask(measured, paired, lack, stage("asking", len(lack)))
    return paired


async def _ask(measured: Measured, paired: Paired, lack: Sequence[_Lacking], tell: Told) -> None:
    spending, turns = measured.spending, asyncio.Semaphore(measured.at_once)
    before, reused = len(spending.calls), spending.reused_answers

    async def ask(one: _Lacking) -> None:
        async with turns:
            await _complete(measured, paired, one)
            tell()

    # The first alone: whether the provider lets us near is known before others are under way.
    await asyncio.gather(*map(ask, lack[:1]))
    await asyncio.gather(*map(ask, lack[1:]))
    paired.use.calls, paired.use.reused_answers = spending.calls[before:], spending.reused_answers - reused


async def _complete(measured: Measured, paired: Paired, one: _Lacking) -> None:
    readings, cpu_seconds = paired.completed.readings, paired.without.readings[one.place].cpu_seconds
    try:
        done = await measured.complete(one)
    except ModelRefused:
        raise
    except Exception as error:  # noqa: BLE001 - as where a reader breaks: the others are measured all the same.
        readings[one.place] = broke(one.document, error, cpu_seconds)
        paired.use.count(_BROKE)
        return
    readings[one.place] = judge(one.document, one.pages, done.extraction, cpu_seconds)
    paired.use.count(done.reason)
