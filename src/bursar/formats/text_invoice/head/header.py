"""Number, kind, dates and references of an invoice, read beside their labels or off its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Final

from bursar.core.extraction import Evidence, Value
from bursar.formats.text_invoice.dates import FoundDate, find_dates
from bursar.formats.text_invoice.head.lines import NUMBERED, SUBJECT, Hit, Line, Lines, Span
from bursar.formats.text_invoice.head.names import is_city
from bursar.formats.text_invoice.head.phrases import parts_of
from bursar.formats.text_invoice.head.references import reference, without_parentheses
from bursar.formats.text_invoice.head.search import Candidate, Parsed, best, is_item, labelled, unlabelled, value_of
from bursar.formats.text_invoice.head.terms import Term, collected, until
from bursar.formats.text_invoice.plain import plain

INVOICE, CREDIT_NOTE, SELF_BILLED = "380", "381", "389"
TITLES: Final = frozenset({"invoice", "credit_note", "self_billed"})
TITLE_LINES: Final = 60  # A title stands among the first lines of the first page.
TITLE_NUMBER: Final = 120
TITLE_DATE: Final = 90
LONE_DATE: Final = 40
UNKNOWN_LABEL: Final = 34
MOST_BEHIND: Final = 2  # Characters behind a date that stands for itself.
FEW: Final = 3  # Words before it.
SAID: Final = 130
COLLECTED: Final = 100
UNLIKELY: Final = 50
MOST_BETWEEN: Final = 8  # Characters between "until" and its date.
FAR: Final = 400  # Days between an invoice and the day it is due.
DATE_WORDS: Final = 5  # So many words may stand between a label and its date, as in "is due on or before".
NUMBER: Final = {"invoice_number": 130, "document_number": 45}
IN_A_STRIP: Final = {"invoice": 100, "credit_note": 100}  # Among other labels, "Invoice" names its number.
ISSUED: Final = {"issue_date": 130, "date": 70}
DUE: Final = {"due_date": 120}
DELIVERED: Final = {"delivery_date": 110}
ORDER: Final = {"order_reference": 100, "your_reference": 85}
CUSTOMER: Final = {"customer_number": 100}
ACCOUNT: Final = {"account": 70}
HEAD: Final = 35  # Percent of a page's height.
IN_STRIP, YOURS, DOCUMENT = 20, 20, 15
LONGEST_OF_SMALL: Final = 4  # Letters of "to", "pour", "para".
OF_ANOTHER: Final = 40  # "This credit note corrects our invoice 4711."
BUYER: Final = {"buyer": 70}  # "Customer" beside a number names the number.


# The place before the date of a letter: "Stuttgart, den", "Fait à Lyon, le", "San Sebastián, a".
_PLACE: Final = re.compile(r"[^\W\d_][^\d:,]{1,40},\s*(?:den|am|le|il|li|a|de|the|on|op|em|dnia)?\s*")
# What is said of instalments to come is not when this invoice is due.
_LATER: Final = re.compile(
    r"abschlag|erstmals|next (?:instal|payment|bill)|prochain|nouvelle mensualite|proxim[oa]|prossim[oa]|volgende"
    r"|nieuwe termijn"
)
_YOURS: Final = re.compile(r"your|ihre?\b|votre|vos\b|su\b|s\b|vuestro|vs\b|vostro|suo|uw\b|customer|kunden|client")
_CONTRACT: Final = re.compile(r"vertrag|contra[ct]t?o?")
# Between the first and the last day of a period.
_TO: Final = re.compile(r"\s*(?:[-–—/]|[^\W\d_]{1,5}(?: [^\W\d_]{1,3})?)\s*")
_CREDIT: Final = re.compile(r"credit|gutschrift|storno|avoir|abono|rectificativa|nota|korrektur|korekta")


def header(lines: Lines, term: Term | None = None) -> dict[str, Value]:
    """Return what the header says, keyed by the names of HEADER; what is not found has no entry.

    Where no due date is printed, it follows from the term.
    """
    found: dict[str, Value] = {}
    titles = _titles(lines)
    number = best(_numbers(lines, titles), least=60)
    if number:
        found["invoice_number"] = value_of(number, *_repeated(lines, number))
    kind = _kind(lines, titles, number)
    if kind:
        found["type_code"] = kind
    issued = best(_issue_dates(lines, titles, number), least=30)
    if issued:
        found["issue_date"] = value_of(issued)
    day = date.fromisoformat(issued.value) if issued else None
    due = best(_due_dates(lines, day), least=60)
    if due:
        found["due_date"] = value_of(due)
    elif term and day:
        found["due_date"] = term.due(day)
    delivered = best(labelled(lines, DELIVERED, lambda span: _dated(lines, span)), least=60)
    if delivered:
        found["delivery_date"] = value_of(delivered)
    found |= _references(lines, number)
    return found


def _titles(lines: Lines) -> list[Hit]:
    """Return where the document says what it is, the largest first."""
    hits = [
        hit
        for line in lines.all[:TITLE_LINES]
        if line.row.page == 1
        for hit in line.hits
        if hit.kinds & TITLES and not hit.embedded and _begins(hit)
    ]
    return sorted(hits, key=lambda hit: (-_height(hit), hit.span.line.index))


def _begins(hit: Hit) -> bool:
    """Tell whether a label begins its cell, or is the subject of a letter."""
    line = hit.span.line
    cell = line.cells[line.cell_at(hit.span.start)]
    before = next((other for other in line.hits if other.span.start == cell.stripped().start), None)
    return cell.start == hit.span.start or (before is not None and before.kinds == SUBJECT and before.colon)


def _height(hit: Hit) -> int:
    word = hit.span.words[0]
    return (word.size or word.box.bottom - word.box.top) * (5 if word.bold else 4)


def _numbers(lines: Lines, titles: list[Hit]) -> Iterator[Candidate]:
    for one in labelled(lines, NUMBER, reference):
        hit = one.hit
        is_below = hit is not None and one.line is not hit.span.line and bool(hit.kinds & TITLES)
        if hit is not None and is_below and not (hit.colon or hit.span.line.is_strip):
            continue  # Below a bare title stands anything.
        if hit is not None and hit.embedded and hit.kinds <= NUMBERED:
            continue  # "Job no." is the number of something else.
        in_sentence = hit is not None and hit.embedded and _words_before(hit) >= FEW
        of_document = hit is not None and "do" in (said := plain(hit.span.text)) and ("doc" in said or "dok" in said)
        yield replace(one, points=one.points + DOCUMENT * of_document - OF_ANOTHER * in_sentence)
    yield from _of_small_titles(lines, titles)
    for hit in titles:
        rest = without_parentheses(next(lines.right_of(hit), Span(hit.span.line, 0, 0)))
        parsed = reference(_behind_label(rest))
        if parsed and parsed.sure:
            yield unlabelled(parsed, TITLE_NUMBER, Evidence.POSITION, Evidence.LABEL)
    for line in lines.all[:TITLE_LINES]:
        for cell in line.cells:
            if cell.text.startswith("#") and (parsed := reference(cell.stripped())):
                yield unlabelled(parsed, LONE_DATE + 30, Evidence.POSITION)


def _words_before(hit: Hit) -> int:
    """Return how many words stand before a label in its cell."""
    line = hit.span.line
    return len(parts_of(line.text[line.cells[line.cell_at(hit.span.start)].start : hit.span.start]))


def _of_small_titles(lines: Lines, titles: list[Hit]) -> Iterator[Candidate]:
    """Yield numbers below "Invoice" where it is no title: among other labels, or small where a title is large."""
    largest = max(map(_height, titles), default=0)
    for one in labelled(lines, IN_A_STRIP, _lone_reference):
        hit = one.hit
        if hit is not None and one.line is not hit.span.line:
            is_small = _height(hit) < largest and one.parsed.sure
            if is_small or hit.span.line.is_strip:
                yield one


def _behind_label(span: Span) -> Span:
    """Return a piece of text behind the words for "number" that it starts with."""
    start = span.start
    for part in parts_of(span.text):
        if part.plain != "n":
            break
        start = span.start + part.end
    return Span(span.line, start, span.end).stripped()


def _repeated(lines: Lines, number: Candidate) -> tuple[Evidence, ...]:
    times = sum(line.text.count(number.value) for line in lines.all)
    return (Evidence.REPETITION,) if times > 1 and len(number.value) > 3 else ()


def _kind(lines: Lines, titles: list[Hit], number: Candidate | None) -> Value | None:
    named = number.hit if number and number.hit and "invoice_number" in number.hit.kinds else None
    hits = titles or ([named] if named else [])
    if not hits:
        return None
    hit = hits[0]
    kinds = hit.kinds
    rest = next(lines.right_of(hit), None)
    says_more = rest is not None and any(
        "self_billed" in other.kinds for other in rest.line.hits if other.span.start >= hit.span.end
    )
    if "self_billed" in kinds or says_more:
        code = SELF_BILLED
    elif "invoice" not in kinds and ("credit_note" in kinds or _CREDIT.search(plain(hit.span.text))):
        code = CREDIT_NOTE
    else:
        code = INVOICE
    evidence = (Evidence.LABEL, Evidence.POSITION) if titles else (Evidence.LABEL,)
    alike = sum(bool(other.kinds & kinds & TITLES) for other in lines.hits)
    candidate = unlabelled(Parsed(code, hit.span), 0, *evidence)
    return value_of(candidate, *((Evidence.REPETITION,) if alike > 1 else ()))


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


def _issue_dates(lines: Lines, titles: list[Hit], number: Candidate | None) -> Iterator[Candidate]:
    for one in labelled(lines, ISSUED, lambda span: _dated(lines, span)):
        if not _is_of_text_or_table(one):
            yield one
    others = labelled(lines, {"due_date": 0, "delivery_date": 0, "other": 0}, lambda span: _dated(lines, span))
    # What only stands above a label, as a date above "Page 1", is not claimed by it.
    claimed = {(one.line.index, one.parsed.span.start) for one in others if one.points >= 0}
    for one in _unlabelled_dates(lines, titles, number):
        if (one.line.index, one.parsed.span.start) not in claimed:
            yield one


def _is_of_text_or_table(one: Candidate) -> bool:
    """Tell whether a small word that names dates does so in a sentence or above a column, or names a period."""
    hit = one.hit
    if hit is None or "issue_date" in hit.kinds:
        return False
    cell = hit.span.line.cells[hit.span.line.cell_at(hit.span.start)]
    is_sentence = len(parts_of(cell.text)) > DATE_WORDS and cell.text.endswith((".", ":"))
    in_sentence = is_sentence and hit.span.start > cell.start
    is_below = one.line is not hit.span.line
    return in_sentence or (is_below and is_item(one.parsed.span))


def _unlabelled_dates(lines: Lines, titles: list[Hit], number: Candidate | None) -> Iterator[Candidate]:
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
    for line in lines.all[:TITLE_LINES]:
        if line.row.page > 1 or line.is_heading:
            return
        for number, cell in enumerate(line.cells):
            dates = find_dates(cell.text, month_first=lines.month_first)
            for found in dates if not (_is_range(cell.text, dates) or is_item(cell)) else ():
                start = cell.text.rfind("|", 0, found.start) + 1
                before, after = cell.text[start : found.start], cell.text[found.end :].partition("|")[0]
                if len(after) > MOST_BEHIND or _named(line, number, cell.start + start):
                    continue
                if len(parts_of(before)) < FEW or _PLACE.fullmatch(before.strip()) or is_city(before):
                    yield unlabelled(_parsed(cell, found), LONE_DATE, Evidence.POSITION)
                elif before.rstrip().endswith(":"):
                    yield unlabelled(_parsed(cell, found), UNKNOWN_LABEL, Evidence.POSITION)


def _is_range(text: str, dates: Sequence[FoundDate]) -> bool:
    """Tell whether the first of some dates begins a period: two with no more than a word between them."""
    return len(dates) > 1 and _TO.fullmatch(text[dates[0].end : dates[1].start]) is not None


def _named(line: Line, number: int, start: int) -> bool:
    """Tell whether a label names what stands in a cell from a place on: there, or at the end of the cell before."""
    cell = line.cells[number]
    if any(start <= hit.span.start < cell.end for hit in line.hits if hit.firm):
        return True
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


def _collected_dates(lines: Lines) -> Iterator[Candidate]:
    """Yield the days on which sentences say that an amount is due or collected."""
    for sentence, day in collected(lines, month_first=lines.month_first):
        spans = sentence.cut(day.start, day.end).spans
        if len(spans) == 1:
            yield unlabelled(Parsed(day.day.isoformat(), spans[0], sure=day.sure), COLLECTED, Evidence.LABEL)


def _due_dates(lines: Lines, issued: date | None) -> Iterator[Candidate]:
    for one in chain(
        labelled(lines, DUE, lambda span: _dated(lines, span)), _said_dates(lines), _collected_dates(lines)
    ):
        may_be = issued is None or 0 <= (date.fromisoformat(one.value) - issued).days <= FAR
        is_later = _LATER.search(plain(one.line.text)) is not None
        yield replace(one, points=one.points - UNLIKELY * (is_later + (not may_be)))


def _references(lines: Lines, number: Candidate | None) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, readings in (
        ("order_reference", _of_the_order(lines)),
        ("customer_number", chain(_of_the_customer(lines), _of_the_buyer(lines), _of_the_account(lines))),
    ):
        chosen = best((one for one in readings if not _is_same(one, number)), least=75)
        if chosen:
            found[name] = value_of(chosen)
    return found


def _of_the_order(lines: Lines) -> Iterator[Candidate]:
    """Yield numbers of orders; where two are named, "your order" is that of the buyer."""
    for one in labelled(lines, ORDER, reference):
        is_order = one.hit is not None and "order_reference" in one.hit.kinds
        is_yours = one.hit is not None and _YOURS.match(plain(one.hit.span.text))
        yield replace(one, points=one.points + YOURS * bool(is_order and is_yours))


def _of_the_customer(lines: Lines) -> Iterator[Candidate]:
    """Yield numbers of customers; where two are named, that of a contract is less likely it."""
    for one in labelled(lines, CUSTOMER, reference):
        is_of_contract = one.hit is not None and _CONTRACT.search(plain(one.hit.span.text)) is not None
        yield replace(one, points=one.points - YOURS * is_of_contract)


def _of_the_buyer(lines: Lines) -> Iterator[Candidate]:
    """Yield numbers that the word for a customer names, more surely among other labels; "to" and "per" name none."""
    for one in labelled(lines, BUYER, _lone_reference):
        if one.hit is not None and not one.hit.embedded and len(one.hit.span.text) > LONGEST_OF_SMALL:
            yield replace(one, points=one.points + IN_STRIP * one.hit.span.line.is_strip)


def _of_the_account(lines: Lines) -> Iterator[Candidate]:
    """Yield numbers of accounts in the head of the first page; further down, accounts are those of banks."""
    for one in labelled(lines, ACCOUNT, reference):
        row = one.line.row
        if row.page == 1 and row.box.top * 100 < lines.pages[0].height * HEAD and one.parsed.sure:
            yield one


def _lone_reference(span: Span) -> Parsed | None:
    """Return a reference that is one word and all there is: "Customer: K-1042" has the number, not the name."""
    parsed = reference(span)
    is_whole = parsed is not None and parsed.span.start == span.start and parsed.span.end == span.end
    return parsed if is_whole and " " not in span.text and len(span.text) > 2 else None


def _is_same(one: Candidate, number: Candidate | None) -> bool:
    return number is not None and one.parsed.span == number.parsed.span
