"""The days of an invoice: when it was issued, when it is due, and when what is charged was delivered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain, pairwise
from typing import Final

from bursar.core.extraction import Evidence, Value
from bursar.formats.text_invoice.dates import FoundDate, find_dates
from bursar.formats.text_invoice.head.captions import Where, captions
from bursar.formats.text_invoice.head.corroboration import MOST_DAYS, is_usual
from bursar.formats.text_invoice.head.lines import Hit, Line, Lines, Span
from bursar.formats.text_invoice.head.names import is_city
from bursar.formats.text_invoice.head.passages import Passage
from bursar.formats.text_invoice.head.search import (
    Candidate,
    Parsed,
    best,
    has_amount,
    is_item,
    labelled,
    unlabelled,
    value_of,
)
from bursar.formats.text_invoice.head.terms import Term, collected, counted, promised, until
from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.words.day_words import Said, said_of
from bursar.formats.text_invoice.words.phrases import parts_of

HEAD: Final = 45  # Percent of a page's height.
HEAD_LINES: Final = 60  # The head of an invoice is among the first lines of its first page.
TITLE_DATE: Final = 90
LONE_DATE: Final = 40
UNKNOWN_LABEL: Final = 34
MOST_BEHIND: Final = 2  # Characters behind a date that stands for itself.
FEW: Final = 3  # Words before it.
SAID: Final = 130
COLLECTED: Final = 100
PROMISED, COUNTED = 66, 100
UNLIKELY: Final = 50
MOST_BETWEEN: Final = 8  # Characters between "until" and its date.
FAR: Final = 400  # Days between an invoice and the day it is due.
DATE_WORDS: Final = 5  # So many words may stand between a label and its date, as in "is due on or before".
ISSUED: Final = {"issue_date": 130, "date": 70}
DUE: Final = {"due_date": 120}
DELIVERED: Final = {"delivery_date": 110}
MEANT: Final = {Where.BEFORE: 75, Where.ABOVE: 70, Where.BELOW: 64}
LAST_LINES: Final = 40
LATEST: Final = 60  # Days from a delivery to its invoice.
LONG_BEFORE, LONG_AFTER = -400, 60  # Days from an invoice to what it charges.
# The place before the date of a letter: "Stuttgart, den", "Fait à Lyon, le", "San Sebastián, a".
_PLACE: Final = re.compile(r"[^\W\d_][^\d:,]{1,40},\s*(?:den|am|le|il|li|a|de|the|on|op|em|dnia)?\s*")
# What is said of instalments to come is not when this invoice is due.
_LATER: Final = re.compile(
    r"abschlag|erstmals|next (?:instal|payment|bill)|prochain|nouvelle mensualite|proxim[oa]|prossim[oa]|volgende"
    r"|nieuwe termijn"
)
# Between the first and the last day of a period.
_TO: Final = re.compile(
    r"\s*(?:[-–—/]|[^\W\d_]{1,5}(?: [^\W\d_]{1,3})?|bis zum|bis einschl\.?|through|until|jusqu['’]au|tot en met|t/m)\s*"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A day with what the words at it say of it, nothing if they say nothing that is known, and where they stand.

    `unknown` tells that few words name it and none is known.
    """

    parsed: Parsed
    said: frozenset[Said]
    where: Where
    unknown: bool = False


def days(
    lines: Lines, titles: Sequence[Hit], number: Candidate | None, term: Term | None, sums: Collection[Decimal] = ()
) -> dict[str, Value]:
    """Return the days that the pages name; where no due date is printed, it follows from the term.

    `sums` are what all comes to: a sentence that names it and a day says when it is due.
    """
    found: dict[str, Value] = {}
    meant = tuple(_meant(lines))
    issued = best(_issue_dates(lines, titles, number, meant), least=30)
    if issued:
        found["issue_date"] = value_of(issued)
    day = date.fromisoformat(issued.value) if issued else None
    due = best(_due_dates(lines, day, meant, sums), least=60)
    if due:
        found["due_date"] = value_of(due)
    elif term and day:
        found["due_date"] = term.due(day)
    delivered = best(_delivery_dates(lines, day, meant), least=60)
    if delivered:
        found["delivery_date"] = value_of(delivered)
    return {**_left_over(lines, meant, found), **found}


def _left_over(lines: Lines, meant: Sequence[Meant], found: Mapping[str, Value]) -> dict[str, Value]:
    """Return the days that nothing else can be: of those named in unknown words one is as far off as terms are."""
    if "issue_date" not in found:
        return {}
    issued = date.fromisoformat(found["issue_date"].value)
    days_off: dict[int, Meant] = {}
    for one in _unclaimed(lines, meant, {value.value for value in found.values()}):
        days_off.setdefault((date.fromisoformat(one.parsed.value) - issued).days, one)
    later = [one for off, one in days_off.items() if 0 < off <= MOST_DAYS]
    before = [one for off, one in days_off.items() if -LATEST <= off <= 0]
    left = {}
    if len(later) == 1 and is_usual(issued, date.fromisoformat(later[0].parsed.value)):
        left["due_date"] = value_of(unlabelled(later[0].parsed, 0))
    if len(before) == 1:
        left["delivery_date"] = value_of(unlabelled(before[0].parsed, 0))
    return left


def _unclaimed(lines: Lines, meant: Sequence[Meant], said: set[str]) -> Iterator[Meant]:
    """Yield the days that words name which nobody knows, but for those of labels, of periods and that are said."""
    claims = labelled(lines, {"issue_date": 0, "other": 0}, lambda span: _dated(lines, span))
    taken = {_place(one.parsed) for one in claims if one.points >= 0}
    said |= _of_periods(lines)
    return (one for one in meant if one.unknown and _place(one.parsed) not in taken and one.parsed.value not in said)


def _dated(lines: Lines, span: Span) -> Parsed | None:
    """Return the date near the start of a piece of text."""
    dates = find_dates(span.text, month_first=lines.month_first, compact=len(span.text) < 12)
    if not dates or len(parts_of(span.text[: dates[0].start])) > DATE_WORDS:
        return None
    return _parsed(span, dates[0])


def _parsed(span: Span, found: FoundDate) -> Parsed:
    place = Span(span.line, span.start + found.start, span.start + found.end)
    return Parsed(
        found.day.isoformat(), place, sure=found.sure, points=-2 * min(5, len(parts_of(span.text[: found.start])))
    )


def _meant(lines: Lines) -> Iterator[Meant]:
    """Yield the days whose words say what they are, whether or not a list has these words."""
    for line in dict.fromkeys((*lines.all[:HEAD_LINES], *lines.all[-LAST_LINES:])):
        for cell in () if line.is_heading else line.cells:
            dates = find_dates(cell.text, month_first=lines.month_first)
            since = 0
            for found in dates if not (_is_range(cell.text, dates) or is_item(cell)) else ():
                parsed = _parsed(cell, found)
                told = tuple(captions(lines, parsed.span, since=since))
                said = ((said_of(one.text), one.where) for one in told)
                unknown = bool(told) and len(parts_of(told[0].text)) <= FEW and _is_in_head(lines, cell)
                nothing = Meant(parsed, frozenset(), Where.BEFORE, unknown)
                yield next((Meant(parsed, *one) for one in said if one[0]), nothing)
                since = parsed.span.end


def _is_in_head(lines: Lines, cell: Span) -> bool:
    """Tell whether a cell stands in the upper part of the first page, and no amount behind it."""
    row = cell.line.row
    behind = cell.line.cells[cell.line.cell_at(cell.start) + 1 :]
    return row.page == 1 and row.box.top * 100 < lines.pages[0].height * HEAD and not any(map(has_amount, behind))


def _candidates(meant: Sequence[Meant], wanted: Said) -> Iterator[Candidate]:
    """Yield the days of which words say that they are the one that is wanted."""
    for one in meant:
        if wanted in one.said:
            evidence = (Evidence.POSITION,) if one.where is Where.BEFORE else ()
            yield unlabelled(one.parsed, MEANT[one.where], *evidence)


def _issue_dates(
    lines: Lines, titles: Sequence[Hit], number: Candidate | None, meant: Sequence[Meant]
) -> Iterator[Candidate]:
    other = {_place(one.parsed) for one in meant if one.said and Said.ISSUED not in one.said}
    for one in labelled(lines, ISSUED, lambda span: _dated(lines, span)):
        is_firm = one.hit is not None and "issue_date" in one.hit.kinds
        if is_firm or not (_is_of_text_or_table(one) or _place(one.parsed) in other):
            yield one
    others = labelled(lines, {"due_date": 0, "delivery_date": 0, "other": 0}, lambda span: _dated(lines, span))
    # What only stands above a label, as a date above "Page 1", is not claimed by it.
    claimed = {_place(one.parsed) for one in others if one.points >= 0 and not _behind_number(one)}
    claimed |= other
    for one in chain(_unlabelled_dates(lines, titles, number), _candidates(meant, Said.ISSUED)):
        if _place(one.parsed) not in claimed:
            yield one


def _place(parsed: Parsed) -> tuple[int, int]:
    return parsed.span.line.index, parsed.span.start


def _is_of_text_or_table(one: Candidate) -> bool:
    """Tell whether a small word that names dates does so in a sentence or above a column, or names a period."""
    hit = one.hit
    if hit is None:
        return False
    cell = hit.span.line.cells[hit.span.line.cell_at(hit.span.start)]
    is_sentence = len(parts_of(cell.text)) > DATE_WORDS and cell.text.endswith((".", ":"))
    goes_on = cell.start < one.parsed.span.end < cell.end and one.line is hit.span.line
    behind = len(parts_of(one.line.text[one.parsed.span.end : cell.end])) if goes_on else 0
    in_sentence = is_sentence and (hit.span.start > cell.start or behind > 1)
    is_below = one.line is not hit.span.line
    is_alone = hit.span.text == cell.text.rstrip(" .:")
    of_table = is_item(one.parsed.span) or (not is_alone and _is_charged(one.parsed.span))
    return in_sentence or (is_below and of_table)


def _unlabelled_dates(lines: Lines, titles: Sequence[Hit], number: Candidate | None) -> Iterator[Candidate]:
    places = [hit.span for hit in titles]
    if number:
        places.append(number.parsed.span)
    for span in places:
        line = span.line
        for follower in (line, *lines.all[line.index + 1 : line.index + 2]):
            start = span.end if follower is line else 0
            rest = Span(follower, start, len(follower.text))
            dates = find_dates(rest.text, month_first=lines.month_first)
            named = {id(hit) for hit in follower.hits if hit.span.start >= start and hit.firm}
            if (
                dates
                and not named
                and not _is_range(rest.text, dates)
                and len(parts_of(rest.text[: dates[0].start])) <= DATE_WORDS
            ):
                points = TITLE_DATE - 30 * (follower is not line)
                yield unlabelled(_parsed(rest, dates[0]), points, Evidence.POSITION)
    yield from _lone_dates(lines)


def _lone_dates(lines: Lines) -> Iterator[Candidate]:
    """Yield dates that stand for themselves on the first page, behind a place or behind words that no label is made of.

    Letters are dated so; and bars divide a line like cells.
    """
    for line in lines.all[:HEAD_LINES]:
        if line.row.page > 1 or line.is_heading:
            return
        for number, cell in enumerate(line.cells):
            dates = find_dates(cell.text, month_first=lines.month_first)
            for found in dates if not (_is_range(cell.text, dates) or _is_charged(cell)) else ():
                start = cell.text.rfind("|", 0, found.start) + 1
                before, after = cell.text[start : found.start], cell.text[found.end :].partition("|")[0]
                if len(after) > MOST_BEHIND or _named(line, number, cell.start + start):
                    continue
                if len(parts_of(before)) < FEW or _PLACE.fullmatch(before.strip()) or is_city(before):
                    yield unlabelled(_parsed(cell, found), LONE_DATE, Evidence.POSITION)
                elif before.rstrip().endswith(":"):
                    yield unlabelled(_parsed(cell, found), UNKNOWN_LABEL, Evidence.POSITION)


def _is_charged(cell: Span) -> bool:
    """Tell whether an amount stands behind a cell and not alone with it, so that it is of a line and no letter's."""
    behind = cell.line.cells[cell.line.cell_at(cell.start) + 1 :]
    return len(behind) > 1 and has_amount(behind[-1])


def _of_periods(lines: Lines) -> set[str]:
    """Return the first and the last days of all periods."""
    found = set()
    for line in lines.all:
        dates = find_dates(line.text, month_first=lines.month_first) if any(map(str.isdigit, line.text)) else ()
        for one, other in _periods(line.text, dates):
            found |= {one.day.isoformat(), other.day.isoformat()}
    return found


def _behind_number(one: Candidate) -> bool:
    """Tell whether a number stands between a label and a date, so that the label names the number."""
    span, hit = one.parsed.span, one.hit
    between = span.line.text[hit.span.end : span.start] if hit and hit.span.line is span.line else ""
    return any(character.isdigit() for character in between)


def _of_period(lines: Lines, span: Span) -> bool:
    """Tell whether a date is the first or the last day of a period."""
    cell = span.line.cells[span.line.cell_at(span.start)]
    dates = find_dates(cell.text, month_first=lines.month_first)
    return any(span.start - cell.start in {one.start, other.start} for one, other in _periods(cell.text, dates))


def _is_range(text: str, dates: Sequence[FoundDate]) -> bool:
    """Tell whether the first of some dates begins a period: two with no more than a word between them."""
    return any(_periods(text, dates[:2]))


def _periods(text: str, dates: Sequence[FoundDate]) -> Iterator[tuple[FoundDate, FoundDate]]:
    """Yield the dates that follow one another with no more than "to" between them."""
    return ((one, other) for one, other in pairwise(dates) if _TO.fullmatch(text[one.end : other.start]))


def _named(line: Line, number: int, start: int) -> bool:
    """Tell whether a label names what stands in a cell from a place on: there, or at the end of the cell before."""
    cell = line.cells[number]
    firm = (hit.span.start for hit in line.hits if hit.firm)
    if any(start <= at < cell.end and line.text[at - 1 : at] != "(" for at in firm):
        return True  # The letters of a province in parentheses are no word.
    before = line.cells[number - 1] if number and start == cell.start else None
    return before is not None and any(
        before.start <= hit.span.start and 0 <= before.end - hit.span.end < MOST_BEHIND for hit in line.hits
    )


def _said_dates(lines: Lines) -> Iterator[Candidate]:
    """Yield the dates of sentences that say until when to pay, in whichever of their lines they stand."""
    for passage, end in until(lines):
        rest = passage.cut(end, len(passage.text))
        dates = find_dates(rest.text, month_first=lines.month_first)
        if dates and dates[0].start < MOST_BETWEEN:
            spans = rest.cut(dates[0].start, dates[0].end).spans
            if len(spans) == 1:
                found = Parsed(dates[0].day.isoformat(), spans[0], sure=dates[0].sure)
                yield unlabelled(found, SAID, Evidence.LABEL)


def _of_sentences(said: Iterator[tuple[Passage, FoundDate]], points: int, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the days that sentences name and that stand in one of their lines."""
    for sentence, day in said:
        spans = sentence.cut(day.start, day.end).spans
        if len(spans) == 1:
            yield unlabelled(Parsed(day.day.isoformat(), spans[0], sure=day.sure), points, evidence)


def _due_dates(
    lines: Lines, issued: date | None, meant: Sequence[Meant], sums: Collection[Decimal]
) -> Iterator[Candidate]:
    for one in chain(
        labelled(lines, DUE, lambda span: _dated(lines, span)),
        _said_dates(lines),
        _of_sentences(collected(lines, month_first=lines.month_first), COLLECTED, Evidence.LABEL),
        _candidates(meant, Said.DUE),
    ):
        may_be = issued is None or 0 <= (date.fromisoformat(one.value) - issued).days <= FAR
        if _of_period(lines, one.parsed.span) or not (may_be or one.hit):
            continue
        is_later = _LATER.search(plain(one.line.text)) is not None
        yield replace(one, points=one.points - UNLIKELY * (is_later + (not may_be)))
    if issued is None:
        return
    yield from _of_sentences(counted(lines, issued), COUNTED, Evidence.ARITHMETIC)
    for one in _of_sentences(promised(lines, sums), PROMISED, Evidence.AGREEMENT):
        # What is charged is not due before.
        if 0 < (date.fromisoformat(one.value) - issued).days <= FAR:
            yield one


def _delivery_dates(lines: Lines, issued: date | None, meant: Sequence[Meant]) -> Iterator[Candidate]:
    for one in labelled(lines, DELIVERED, lambda span: _dated(lines, span)):
        if not _of_period(lines, one.parsed.span):
            yield one
    for one in _candidates(meant, Said.DELIVERED):
        if issued is None or LONG_BEFORE <= (date.fromisoformat(one.value) - issued).days <= LONG_AFTER:
            yield one
