"""Values beside and below their labels: every reading of a field is a candidate with points, and the best one wins."""

from __future__ import annotations

import re
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
FEWEST_BOXES: Final = 3
CELL_OFF: Final = 600  # Hundredths of a point by which a column may be off.
AMOUNTS_OF_AN_ITEM: Final = 2
_AMOUNT: Final = re.compile(r"\D{0,4}\d[\d.,'’ ]*[.,]\d\d\D{0,4}")
_LABEL: Final = frozenset({Evidence.LABEL})
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
    found = _beside(lines, hit, points, parser)
    if found is not None:
        yield found
    elif hit.embedded:
        yield from _behind(lines, hit, points, parser)
    under = None if hit.embedded or (found is not None and hit.colon) else _below(lines, hit, points, parser)
    if under is not None:
        yield under
    before = _before(lines, hit, points, parser) if found is None else None
    if before is not None:
        yield before
    if found is None and before is None and under is None and not (hit.colon or hit.embedded):
        yield from _above(lines, hit, points, parser)


def _beside(lines: Lines, hit: Hit, points: int, parser: Parser) -> Candidate | None:
    for place, span in enumerate(lines.right_of(hit)):
        parsed = parser(span)
        if parsed is not None:
            way = max(0, parsed.span.box.left - hit.span.box.right) * 10 // LONG_WAY
            same_cell = place == 0 and span.line.cell_at(span.start) == span.line.cell_at(hit.span.start)
            if not same_cell and is_item(span):
                return None
            return _candidate(parsed, points + (BESIDE if same_cell else NEXT_CELL) - way, _LABEL, hit)
    return None


def is_item(span: Span) -> bool:
    """Tell whether amounts stand behind a piece of text, so that it begins a line of a table beside the label."""
    cells = span.line.cells[span.line.cell_at(span.start) + 1 :]
    return sum(map(has_amount, cells)) >= AMOUNTS_OF_AN_ITEM


def has_amount(cell: Span) -> bool:
    """Tell whether a cell is an amount."""
    return _AMOUNT.fullmatch(cell.text) is not None


def _behind(lines: Lines, hit: Hit, points: int, parser: Parser) -> Iterator[Candidate]:
    """Yield what the next line starts with where a label in running text ends its own."""
    for span in lines.after(hit):
        parsed = parser(span)
        if parsed is not None and parsed.sure and parsed.span.start == span.start:
            yield _candidate(parsed, points + BESIDE, _LABEL, hit)


def _below(lines: Lines, hit: Hit, points: int, parser: Parser) -> Candidate | None:
    boxed = _boxed(lines, hit)
    parsed = parser(boxed) if boxed is not None else None
    if parsed is not None:
        return _candidate(parsed, points + BELOW, _LABEL, hit)
    heads_columns = len(hit.span.line.cells) >= FEWEST_BOXES and not is_item(hit.span)
    for place, span in enumerate(lines.below(hit)):
        parsed = parser(span)
        if parsed is not None and heads_columns and is_item(span):
            return None
        if parsed is not None:
            more = IN_A_LINE * (len(span.text) - len(parsed.span.text) > 2)
            return _candidate(parsed, points + BELOW - 12 * place + more, _LABEL, hit)
    return None


def _boxed(lines: Lines, hit: Hit) -> Span | None:
    """Return what stands in the same box as a label: below it, in a row that has as many cells, each in its column."""
    line = hit.span.line
    here = line.cell_at(hit.span.start)
    if len(line.cells) < FEWEST_BOXES or line.cells[here].start != hit.span.start or line.index + 1 >= len(lines.all):
        return None
    under = lines.all[line.index + 1]
    near = under.row.box.top - line.row.box.bottom <= 2 * (line.row.box.bottom - line.row.box.top)
    if under.row.page != line.row.page or not near or len(under.cells) != len(line.cells):
        return None
    lefts = [cell.box.left - CELL_OFF for cell in line.cells]
    columns = zip(under.cells, lefts, [*lefts[1:], 1 << 30], strict=True)
    is_even = all(left <= cell.box.left and cell.box.right <= right for cell, left, right in columns)
    return under.cells[here].stripped() if is_even else None


def _before(lines: Lines, hit: Hit, points: int, parser: Parser) -> Candidate | None:
    before = lines.before(hit)
    parsed = parser(before) if before is not None else None
    if before is None or parsed is None or parsed.span.end != before.end:
        return None
    return _candidate(parsed, points + BEFORE, _LABEL, hit)


def _above(lines: Lines, hit: Hit, points: int, parser: Parser) -> Iterator[Candidate]:
    for span in lines.above(hit):
        parsed = parser(span)
        if parsed is not None and parsed.sure and len(span.text) - len(parsed.span.text) < 3:
            yield _candidate(parsed, points + ABOVE, _LABEL, hit)


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
