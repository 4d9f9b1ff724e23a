"""Write docs/quality/extraction.md from the committed figures of `bursar eval extraction`.

Run as `python -m tools.quality_extraction` after
`bursar eval extraction --json docs/quality/baselines/extraction.json`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
FIGURES: Final = ROOT / "docs" / "quality" / "baselines" / "extraction.json"
TARGET: Final = ROOT / "docs" / "quality" / "extraction.md"
INTRODUCTION: Final = """# How well invoices are read from text, without a model

Made by `python -m tools.quality_extraction`; do not edit. Invoices are invented and drawn as PDF in many layouts and
six languages, so that what they say is known to the letter; nothing of the reader's labels or parsers takes part in
that. Readers are built on the layouts for development; of the others nobody sees single misses: confidence is fitted
with some, and those held out are measured alone. How it is done, and why, stands in
[decision 17](../decisions/0017-evals-are-a-room-of-their-own.md). Public documents of others are measured in
[pdf_text.md](pdf_text.md).

Precision, recall and F1 are in percent, F1 with its interval of 95 %. *Sure* is the share that could be taken at a
precision of 99.5 %; *auto* how many values the reader was sure enough of to be taken without a person, and how many of
them were right. A line counts as right if its net amount, quantity, price and description are."""
_TITLES: Final = {
    "held_out": "Layouts held out",
    "fitting": "Layouts that confidence is fitted with",
    "development": "Layouts for development",
}


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def _field(name: str, one: dict[str, Any]) -> str:
    auto = f"{one['auto']}: {int(10_000 * one['auto_precision']) / 100:g}" if one.get("auto") else ""
    low, high = (_percent(one[edge]) for edge in ("f1_low", "f1_high"))
    shares = " | ".join(_percent(one[figure]) for figure in ("precision", "recall", "f1"))
    return f"| {name} | {one['n']} | {shares} | {low}–{high} | {_percent(one.get('coverage'))} | {auto} |"


def _part(title: str, part: dict[str, Any]) -> list[str]:
    together, calibration, places, cpu = part["all"], part["calibration"], part["places"], part["cpu_seconds"]
    told = (
        f"{part['documents']} documents with {part['pages']} pages. F1 of all values **{_percent(together['f1'])}**, "
        f"of the header **{_percent(together['header_f1'])}**. Of {together['auto']} values taken as sure "
        f"**{int(10_000 * together['auto_precision']) / 100:g} %** are right. {places['found']} of {places['values']} "
        f"values stand where they are said to stand. Processor time per document: {cpu['median'] * 1000:.0f} ms "
        f"median, {cpu['p95'] * 1000:.0f} ms in 95 of 100."
    )
    return [
        f"## {title}",
        "",
        told,
        "",
        "| field | n | precision | recall | F1 | 95 % | sure | auto: right |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
        *(_field(name, one) for name, one in part["fields"].items()),
        "",
        f"Confidence is off by {calibration['error']:.4f} on average (expected calibration error):",
        "",
        "| from | to | values | confidence | right |",
        "|---:|---:|---:|---:|---:|",
        *(
            f"| {one['from']:g} | {one['to']:g} | {one['values']} | {one['confidence']:.4f} | {one['right']:.4f} |"
            for one in calibration["bins"]
        ),
        "",
    ]


def main() -> None:
    """Write the page."""
    parts = json.loads(FIGURES.read_text(encoding="utf-8"))["parts"]
    rows = [row for name, title in _TITLES.items() for row in _part(title, parts[name])]
    TARGET.write_text("\n".join([INTRODUCTION, "", *rows]), encoding="utf-8")


if __name__ == "__main__":
    main()
