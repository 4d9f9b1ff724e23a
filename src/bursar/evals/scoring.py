"""What was read is held against what is printed, value by value, line by line, tax group by tax group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Final

from bursar.core.confidence import AUTO
from bursar.core.extraction import GROUP, HEADER, LINE, Extraction, Record, Value
from bursar.evals.intervals import Counts
from bursar.evals.rendering.truth import Truth
from bursar.evals.sameness import number, same, same_description

LINES: Final = "lines"
TAX_GROUPS: Final = "tax_groups"
FIELDS: Final = (*HEADER, LINES, *(f"line.{name}" for name in LINE), TAX_GROUPS, *(f"group.{name}" for name in GROUP))
# A line is right when these are, as far as its columns show them.
_OF_A_LINE: Final = ("net", "quantity", "unit_price", "description")


@dataclass(frozen=True, slots=True)
class Judged:
    """One value that was said: of which field, how sure the reader was, on which evidence, and whether it is right."""

    field: str
    value: Value
    right: bool

    @property
    def confidence(self) -> Decimal:
        """How sure the reader was."""
        return self.value.confidence


@dataclass(frozen=True, slots=True)
class Miss:
    """What went wrong; `said` or `true` is empty where nothing was said or nothing is printed."""

    document: str
    field: str
    said: str
    true: str


@dataclass(slots=True)
class Score:
    """How one document was read."""

    document: str
    counts: dict[str, Counts] = field(default_factory=dict)
    judged: list[Judged] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)

    def _count(self, name: str, counts: Counts) -> None:
        self.counts[name] = self.counts.get(name, Counts()) + counts

    def note(self, name: str, said: Value | None, true: str | None, *, right: bool) -> None:
        """Count one value; it is both wrong and missed when something else is printed."""
        if said is not None:
            self.judged.append(Judged(name, said, right))
        self._count(name, Counts(int(right), int(said is not None and not right), int(true is not None and not right)))
        if not right:
            self.misses.append(Miss(self.document, name, said.value if said else "", true or ""))

    def whole(self, name: str, *, right: int, said: int, true: int) -> None:
        """Count records as wholes."""
        self._count(name, Counts(right, said - right, true - right))


def score(document: str, extraction: Extraction, truth: Truth) -> Score:
    """Hold an extraction against what is printed. What is true without being printed costs nothing either way."""
    result = Score(document)
    for name in HEADER:
        _header(result, name, extraction.fields.get(name), truth)
    _lines(result, extraction.lines, truth)
    _groups(result, extraction.tax_groups, truth)
    return result


def _header(result: Score, name: str, said: Value | None, truth: Truth) -> None:
    true = truth.fields.get(name)
    if said is None:
        if true is not None:
            result.note(name, None, true, right=False)
        return
    if true is None and same(name, said.value, truth.unprinted.get(name, "")):
        return
    right = true is not None and any(same(name, said.value, one) for one in (true, *truth.also.get(name, ())))
    result.note(name, said, true, right=right)


def _line_value(name: str, said: str, true: Mapping[str, str]) -> bool:
    if name == "description":
        return same_description(said, true[name], true.get("detail", ""))
    return same(name, said, true[name])


def _alike(said: Record, true: Mapping[str, str]) -> int:
    return sum(2 if name == "net" else 1 for name in _OF_A_LINE if _agrees(name, said, true))


def _agrees(name: str, said: Record, true: Mapping[str, str]) -> bool:
    return name in true and name in said and _line_value(name, said[name].value, true)


def _aligned(said: Sequence[Record], true: Sequence[Mapping[str, str]]) -> list[tuple[int, int]]:
    """Return which line was read as which: the most alike first, of equals those in order."""
    pairs = sorted(
        (
            (-_alike(one, other), abs(place - at), place, at)
            for place, one in enumerate(said)
            for at, other in enumerate(true)
        ),
    )
    used_said: set[int] = set()
    used_true: set[int] = set()
    found = []
    for alike, _distance, place, at in pairs:
        if alike and place not in used_said and at not in used_true:
            used_said.add(place)
            used_true.add(at)
            found.append((place, at))
    return found


def _lines(result: Score, said: Sequence[Record], truth: Truth) -> None:
    pairs = _aligned(said, truth.lines)
    whole = 0
    for place, at in pairs:
        true = truth.lines[at]
        whole += all(_agrees(name, said[place], true) for name in _OF_A_LINE if name in true)
        _values(result, "line", LINE, said[place], true)
    for place in set(range(len(said))) - {place for place, _at in pairs}:
        _values(result, "line", LINE, said[place], {})
    for at in set(range(len(truth.lines))) - {at for _place, at in pairs}:
        _values(result, "line", LINE, {}, truth.lines[at])
    if said or truth.lines:
        result.whole(LINES, right=whole, said=len(said), true=len(truth.lines))


def _groups(result: Score, said: Sequence[Record], truth: Truth) -> None:
    if not truth.groups:
        # Where no tax is printed, "zero at zero percent" is true and stands nowhere.
        said = [one for one in said if not ("tax" in one and number(one["tax"].value) == 0)]
    left = list(said)
    whole = 0
    for true in truth.groups:
        found = next((one for one in left if "rate" in one and same("rate", one["rate"].value, true["rate"])), None)
        if found is not None:
            left.remove(found)
            whole += all(name in found and same(name, found[name].value, value) for name, value in true.items())
        _values(result, "group", GROUP, found or {}, true)
    for one in left:
        _values(result, "group", GROUP, one, {})
    if said or truth.groups:
        result.whole(TAX_GROUPS, right=whole, said=len(said), true=len(truth.groups))


def _values(result: Score, prefix: str, names: Sequence[str], said: Record, true: Mapping[str, str]) -> None:
    for name in names:
        value, printed = said.get(name), true.get(name)
        if printed is None and (value is None or true):
            continue  # What a record that is there does not show, a reader may have worked out.
        right = value is not None and printed is not None and _line_value(name, value.value, true)
        result.note(f"{prefix}.{name}", value, printed, right=right)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much may be taken without a person: the lowest confidence from where on precision holds, and the share."""

    threshold: Decimal | None
    share: float
    auto: int
    auto_right: int


def coverage(judged: Sequence[Judged], printed: int, *, precision: Decimal = AUTO) -> Coverage:
    """Return the coverage at a precision: of what is printed, the share at or above the threshold.

    Values of the same confidence are taken all or not at all.
    """
    right = taken = 0
    best: tuple[Decimal | None, int] = (None, 0)
    ordered = sorted(judged, key=lambda one: one.confidence, reverse=True)
    for place, one in enumerate(ordered, start=1):
        taken, right = taken + 1, right + one.right
        last = place == len(ordered) or ordered[place].confidence != one.confidence
        if last and Decimal(right) / taken >= precision:
            best = (one.confidence, taken)
    auto = [one for one in judged if one.confidence >= AUTO]
    share = min(1.0, best[1] / printed) if printed else 0.0
    return Coverage(best[0], share, len(auto), sum(one.right for one in auto))


@dataclass(frozen=True, slots=True)
class Bin:
    """Values of about the same confidence, and how many of them were right."""

    low: float
    high: float
    values: int
    confidence: float
    right: float


_EDGES: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)


def reliability(judged: Sequence[Judged]) -> list[Bin]:
    """Return how often what was said with some confidence was right; narrow bins where decisions are made."""
    bins = []
    for low, high in pairwise(_EDGES):
        inside = [one for one in judged if low <= one.confidence < high or (high == 1.0 == one.confidence)]
        if inside:
            mean = float(sum(one.confidence for one in inside)) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, sum(one.right for one in inside) / len(inside)))
    return bins


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: how far confidence is from the truth, on average over all values."""
    values = sum(one.values for one in bins)
    return sum(one.values * abs(one.confidence - one.right) for one in bins) / values if values else 0.0
