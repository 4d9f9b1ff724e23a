"""Count how seldom a model is asked, and write docs/quality/models.md.

Run as `python -m tools.quality_models [--seed N] [--documents N]`; without a number, each layout is drawn once in each
language.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bursar.core.completion import DOUBT, lacking  # noqa: E402 - run as a script, the paths come first.
from bursar.evals.asking import Compared, Prepared, Way, compare, prepare  # noqa: E402
from bursar.evals.datasets import Layouts, chosen  # noqa: E402
from bursar.evals.intervals import Counts, of_f1  # noqa: E402
from bursar.evals.reading import read  # noqa: E402

TARGET: Final = ROOT / "docs" / "quality" / "models.md"
INTRODUCTION: Final = """# How seldom a model is asked

Made by `python -m tools.quality_models`; do not edit. Invented invoices are read in three ways: without a model; as
the product does, which asks only where something a bill cannot be without is missing, doubtful or contradicted; and by
a path that asks for every document. The model is played by a reader that makes no mistake: it copies from the page
what the drawing knows to stand there. That is done here alone, to count calls; how good a model is, it says nothing
about, and it favours the path that always asks as no real model would. F1 is in percent with its interval of 95 %,
once over the whole header and once over the ten fields that a model is ever asked for."""
TITLES: Final = {
    "held_out": "Layouts held out",
    "fitting": "Layouts that confidence is fitted with",
    "development": "Layouts for development",
}
DOUBTS: Final = tuple(map(Decimal, ("0.6", "0.8", "0.85", "0.9", "0.95", "0.98")))


def _f1(counts: Counts) -> str:
    interval = of_f1(counts)
    return f"{100 * counts.f1:.1f} ({100 * interval.low:.1f}–{100 * interval.high:.1f})"


def _row(title: str, way: Way, documents: int) -> str:
    return f"| {title} | {way.calls} | {100 * way.calls / documents:.1f} % | {_f1(way.header)} | {_f1(way.asked)} |"


def _table(found: Compared) -> Iterator[str]:
    yield "| | calls | of documents | F1 of the header | F1 of what is asked for |"
    yield "|---|---:|---:|---:|---:|"
    for title, way in (("without a model", found.without), ("ours", found.ours), ("always asking", found.always)):
        yield _row(title, way, found.documents)


def _doubts(prepared: Sequence[Prepared]) -> Iterator[str]:
    yield "| asked below a confidence of | calls | of documents | F1 of the header | F1 of what is asked for |"
    yield "|---|---:|---:|---:|---:|"
    for doubt in DOUBTS:
        found = compare(prepared, partial(lacking, doubt=doubt))
        yield _row(f"**{doubt}**" if doubt == DOUBT else str(doubt), found.ours, found.documents)


def written(seed: int, documents: int | None) -> Iterator[str]:
    """Yield the page, line by line."""
    yield INTRODUCTION
    for layouts in (Layouts.HELD_OUT, Layouts.FITTING, Layouts.DEV):
        for dataset in chosen(layouts, seed=seed, documents=documents):
            prepared = list(prepare(dataset, read))
            found = compare(prepared)
            yield f"\n## {TITLES[dataset.name]}\n"
            ratio = f"{100 * found.calls_ratio:.1f} %"
            yield f"{found.documents} documents, seed {seed}. We make **{ratio}** of the calls.\n"
            yield from _table(found)
            if layouts is Layouts.FITTING:
                yield "\nThe threshold of doubt was chosen here, on layouts that readers were not built on:\n"
                yield from _doubts(prepared)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=None)
    asked = parser.parse_args(arguments)
    page = "\n".join(written(asked.seed, asked.documents)) + "\n"
    print(page)  # noqa: T201 - what a tool says.
    TARGET.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
