"""How well documents are read: every file is read as people's files are, and held against what is printed on it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from bursar.core.extraction import Extraction
from bursar.evals.intervals import Counts, of_clustered_f1, of_f1, wilson
from bursar.evals.places import misplaced, values
from bursar.evals.rendering.documents import Document
from bursar.evals.rendering.truth import from_json
from bursar.evals.scoring import (
    FIELDS,
    LINES,
    TAX_GROUPS,
    Judged,
    Miss,
    Score,
    calibration_error,
    coverage,
    reliability,
    score,
)
from bursar.formats.pdf.page import Page

Reader: TypeAlias = Callable[[bytes], tuple[Sequence[Page], Extraction]]
Told: TypeAlias = Callable[[], None]


class NoLabels(Exception):  # noqa: N818 - what happened, not what kind of mistake.
    """A folder has no PDF with labels beside it, or labels that cannot be read."""


@dataclass(slots=True)
class Part:
    """What was measured on some documents: one of the rendered sets, or a person's own files.

    `open` tells whether single misses may be shown; of layouts held out only totals are.
    """

    name: str
    open: bool
    scores: list[Score] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    pages: int = 0
    placed: int = 0
    misplaced: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def read(self, document: Document, reader: Reader) -> None:
        """Read a document and judge it; the time is that of this processor alone.

        A reader that breaks has read nothing of this document, and the others are measured all the same.
        """
        began = time.process_time()
        pages: Sequence[Page] = ()
        extraction = Extraction()
        try:
            pages, extraction = reader(document.pdf)
        except Exception as error:  # noqa: BLE001 - whatever a reader breaks with is what is measured here.
            self.failed.append(f"{document.name}: the reader broke: {type(error).__name__}: {error}")
        self.cpu_seconds.append(time.process_time() - began)
        self.pages += len(pages)
        self.placed += sum(1 for _ in values(extraction))
        self.misplaced += [f"{document.name}: {what}" for what in misplaced(extraction, pages)]
        self.scores.append(score(document.name, extraction, document.truth))

    @property
    def judged(self) -> list[Judged]:
        """All values that were said."""
        return [one for score in self.scores for one in score.judged]

    @property
    def misses(self) -> list[Miss]:
        """What went wrong, if that may be shown."""
        return [miss for score in self.scores for miss in score.misses] if self.open else []

    def counts(self, name: str) -> Counts:
        """Return the counts of a field over all documents."""
        return sum((score.counts[name] for score in self.scores if name in score.counts), Counts())

    def as_json(self) -> dict[str, Any]:
        """Return all figures."""
        bins = reliability(self.judged)
        cpu = sorted(self.cpu_seconds)
        return {
            "documents": len(self.scores),
            "pages": self.pages,
            "failed": len(self.failed),
            "fields": {name: self._figures(name) for name in FIELDS if self.counts(name) != Counts()},
            "all": self._together(),
            "calibration": {
                "error": round(calibration_error(bins), 4),
                "bins": [
                    {
                        "from": one.low,
                        "to": one.high,
                        "values": one.values,
                        "confidence": round(one.confidence, 4),
                        "right": round(one.right, 4),
                    }
                    for one in bins
                ],
            },
            "places": {"values": self.placed, "found": self.placed - len(self.misplaced)},
            "cpu_seconds": {
                "median": round(cpu[len(cpu) // 2], 4) if cpu else 0,
                "p95": round(cpu[int(len(cpu) * 0.95)], 4) if cpu else 0,
                "most": round(cpu[-1], 4) if cpu else 0,
            },
            "cost": "0",
        }

    def _figures(self, name: str) -> dict[str, Any]:
        counts = self.counts(name)
        apart = "." in name or name in {LINES, TAX_GROUPS}
        by_document = [score.counts[name] for score in self.scores if name in score.counts]
        interval = of_clustered_f1(by_document) if apart else of_f1(counts)
        return {
            "n": counts.right + counts.missed,
            "right": counts.right,
            "wrong": counts.wrong,
            "missed": counts.missed,
            "precision": round(counts.precision, 4),
            "recall": round(counts.recall, 4),
            "f1": round(counts.f1, 4),
            "f1_low": round(interval.low, 4),
            "f1_high": round(interval.high, 4),
            **_taken([one for one in self.judged if one.field == name], counts.right + counts.missed),
        }

    def _together(self) -> dict[str, Any]:
        """Return the figures of all values as one; records as wholes are left out, as their values are in."""
        counts = sum((self.counts(name) for name in FIELDS if name not in {LINES, TAX_GROUPS}), Counts())
        header = sum(
            (self.counts(name) for name in FIELDS if "." not in name and name not in {LINES, TAX_GROUPS}), Counts()
        )
        return {
            "f1": round(counts.f1, 4),
            "header_f1": round(header.f1, 4),
            **_taken(self.judged, counts.right + counts.missed),
        }


def _taken(judged: Sequence[Judged], printed: int) -> dict[str, Any]:
    if not judged:
        return {}
    taken = coverage(judged, printed)
    interval = wilson(taken.auto_right, taken.auto)
    return {
        "coverage": round(taken.share, 4),
        "threshold": str(taken.threshold) if taken.threshold is not None else None,
        "auto": taken.auto,
        "auto_precision": round(taken.auto_right / taken.auto, 4) if taken.auto else None,
        "auto_precision_low": round(interval.low, 4) if taken.auto else None,
    }


def measured(name: str, documents: Iterable[Document], reader: Reader, *, shown: bool, tell: Told) -> Part:
    """Read all documents; `tell` is called after each."""
    part = Part(name, shown)
    for document in documents:
        part.read(document, reader)
        tell()
    return part


def report(parts: Sequence[Part], *, settings: dict[str, Any]) -> dict[str, Any]:
    """Return what is written as JSON and compared with a baseline."""
    return {"settings": settings, "parts": {part.name: part.as_json() for part in parts}}


def labelled(folder: Path) -> Iterator[Document]:
    """Read a person's own files: `a.pdf` with its labels in `a.json`. Raises NoLabels."""
    files = sorted(folder.glob("*.pdf"))
    there = [file for file in files if file.with_suffix(".json").is_file()]
    if not there:
        raise NoLabels(f"{folder} has no PDF with a JSON file of the same name beside it")
    return chain.from_iterable(map(_labelled, there))


def _labelled(file: Path) -> Iterator[Document]:
    labels = file.with_suffix(".json")
    try:
        truth = from_json(json.loads(labels.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoLabels(f"{labels} is not in the form of labels: {error}") from error
    yield Document(name=file.stem, layout="own", language="", pdf=file.read_bytes(), truth=truth)
