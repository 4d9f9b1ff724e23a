"""Values beside and below their labels: every reading of a field is a candidate with points, and the best one wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from bursar.core.extraction import Evidence, Method, Value
from bursar.formats.text_invoice.head.lines import Hit, Line, Lines, Span

COLON, BESIDE, NEXT_CELL, BELOW, EMBEDDED, LATER_PAGE, IN_HEADING = 20, 50, 40, 15, -60, -25, -80
ABOVE: Final = -25
BEFORE: Final = 30  # "4711 (invoice number)".
SURE: Final = 15
IN_A_LINE: Final = -30  # What stands below a label has its cell to itself.
LONG_WAY: Final = 25_000  # Hundredths of a point between a label and its value.


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value found in a piece of text: normalised, its place in the line, and whether only this kind looks so."""

    value: str
    span: Span
    sure: bool = False
    points: int = 0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a field, with points to compare it with the others by."""

    parsed: Parsed
    points: int
    evidence: frozenset[Evidence] = frozenset()
    hit: Hit | None = None

    @property
    def value(self) -> str:
        """The normalised value."""
        return self.parsed.value

    @property
    def line(self) -> Line:
        """The line it stands in."""
        return self.parsed.span.line


Parser: TypeAlias = Callable[[Span], Parsed | None]


def labelled(lines: Lines, strengths: Mapping[str, int], parser: Parser) -> Iterator[Candidate]:
    """Yield the readings of a field beside and below every label of the kinds, which are given with their strength."""
    for hit in lines.hits:
        strength = max((strengths[kind] for kind in hit.kinds if kind in strengths), default=None)
        if strength is not None:
            yield from _at(lines, hit, strength, parser)


def _at(lines: Lines, hit: Hit, strength: int, parser: Parser) -> Iterator[Candidate]:
    points = strength + COLON * hit.colon + EMBEDDED * hit.embedded + IN_HEADING * hit.span.line.is_heading
    points += LATER_PAGE * (hit.span.line.row.page > 1)
    evidence = frozenset({Evidence.LABEL})
    beside = False
    for place, span in enumerate(lines.right_of(hit)):
        parsed = parser(span)
        if parsed is not None:
            beside = True
            way = max(0, parsed.span.box.left - hit.span.box.right) * 10 // LONG_WAY
            same_cell = place == 0 and span.line.cell_at(span.start) == span.line.cell_at(hit.span.start)
            near = BESIDE if same_cell else NEXT_CELL
            yield _candidate(parsed, points + near - way, evidence, hit)
            break
    under = False
    if not hit.embedded and not (beside and hit.colon):
        for place, span in enumerate(lines.below(hit)):
            parsed = parser(span)
            under = under or parsed is not None
            if parsed is not None:
                more = IN_A_LINE * (len(span.text) - len(parsed.span.text) > 2)
                yield _candidate(parsed, points + BELOW - 12 * place + more, evidence, hit)
                break

    if not beside and (before := lines.before(hit)) is not None and (parsed := parser(before)) is not None:
        beside = parsed.span.end == before.end
        if beside:
            yield _candidate(parsed, points + BEFORE, evidence, hit)
    for span in lines.above(hit) if not (beside or under or hit.colon or hit.embedded) else ():
        parsed = parser(span)
        if parsed is not None and parsed.sure and len(span.text) - len(parsed.span.text) < 3:
            yield _candidate(parsed, points + ABOVE, evidence, hit)


def _candidate(parsed: Parsed, points: int, evidence: frozenset[Evidence], hit: Hit | None) -> Candidate:
    kinds = evidence | frozenset(parsed.evidence) | (frozenset({Evidence.FORMAT}) if parsed.sure else frozenset())
    return Candidate(parsed, points + parsed.points + SURE * parsed.sure, kinds, hit)


def unlabelled(parsed: Parsed, points: int, *evidence: Evidence) -> Candidate:
    """Return a reading that no label names."""
    return _candidate(parsed, points, frozenset(evidence), None)


def best(candidates: Iterable[Candidate], *, least: int = 0) -> Candidate | None:
    """Return the reading with most points; of equals the one that stands first; agreement adds points.

    That nothing else could be it speaks for a reading, too.
    """
    found = [one for one in candidates if one.points >= least]
    if not found:
        return None
    places: dict[str, set[tuple[int, int]]] = {}
    for one in found:
        places.setdefault(one.value, set()).add((one.line.index, one.parsed.span.start))
    winner = max(found, key=lambda one: (one.points + 10 * min(2, len(places[one.value]) - 1), -one.line.index))
    more = {Evidence.SOLE} if len(places) == 1 else set()
    if len(places[winner.value]) > 1:
        more.add(Evidence.REPETITION)
    return replace(winner, evidence=winner.evidence | more)


def value_of(candidate: Candidate, *evidence: Evidence, method: Method = Method.TEXT) -> Value:
    """Return a reading as a value of the document."""
    span = candidate.parsed.span
    kinds = candidate.evidence | set(evidence)
    return Value(
        value=candidate.value,
        raw=span.text,
        method=method,
        page=span.line.row.page,
        box=span.box,
        evidence=tuple(sorted(kinds)),
    )
