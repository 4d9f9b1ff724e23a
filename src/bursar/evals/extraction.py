"""How well documents are read: every file is read as people's files are, and held against what is printed on it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, TypeAlias

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


class Figures(Protocol):
    """Something that was measured: a part, or one with a model beside the same without."""

    @property
    def name(self) -> str:
        """Which documents."""

    def as_json(self) -> dict[str, Any]:
        """Return all figures."""


class NoLabels(Exception):  # noqa: N818 - what happened, not what kind of mistake.
    """A folder has no PDF with labels beside it, or labels that cannot be read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as it was read, and how good that is; `failed` says what the reader broke with."""

    score: Score
    pages: int
    placed: int
    misplaced: tuple[str, ...]
    cpu_seconds: float
    failed: str | None = None


def judge(document: Document, pages: Sequence[Page], extraction: Extraction, cpu_seconds: float) -> Reading:
    """Hold what was read of a document against what is printed on it."""
    return Reading(
        score(document.name, extraction, document.truth),
        len(pages),
        sum(1 for _ in values(extraction)),
        tuple(f"{document.name}: {what}" for what in misplaced(extraction, pages)),
        cpu_seconds,
    )


def broke(document: Document, error: Exception, cpu_seconds: float) -> Reading:
    """Say that the reader broke on a document: it has read nothing of it, and the others are measured all the same."""
    said = f"{document.name}: the reader broke: {type(error).__name__}: {error}"
    return replace(judge(document, (), Extraction(), cpu_seconds), failed=said)


@dataclass(slots=True)
class Part:
    """What was measured on some documents: one of the rendered sets, or a person's own files.

    `open` tells whether single misses may be shown; of layouts held out only totals are.
    """

    name: str
    open: bool
    readings: list[Reading] = field(default_factory=list)

    def read(self, document: Document, reader: Reader) -> tuple[Sequence[Page], Extraction]:
        """Read a document, judge it, and return what was read; the time is that of this processor alone."""
        began = time.process_time()
        try:
            pages, extraction = reader(document.pdf)
        except Exception as error:  # noqa: BLE001 - whatever a reader breaks with is what is measured here.
            self.readings.append(broke(document, error, time.process_time() - began))
            return (), Extraction()
        self.readings.append(judge(document, pages, extraction, time.process_time() - began))
        return pages, extraction

    @property
    def scores(self) -> list[Score]:
        """How each document was read."""
        return [one.score for one in self.readings]

    @property
    def failed(self) -> list[str]:
        """What the reader broke with."""
        return [one.failed for one in self.readings if one.failed is not None]

    @property
    def misplaced(self) -> list[str]:
        """Values that do not stand where they are said to."""
        return [sentence for one in self.readings for sentence in one.misplaced]

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
        cpu = sorted(one.cpu_seconds for one in self.readings)
        placed = sum(one.placed for one in self.readings)
        return {
            "documents": len(self.readings),
            "pages": sum(one.pages for one in self.readings),
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
            "places": {"values": placed, "found": placed - len(self.misplaced)},
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


def report(parts: Sequence[Figures], *, settings: dict[str, Any]) -> dict[str, Any]:
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
