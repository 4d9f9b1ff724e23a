"""Number, kind and references of an invoice, read beside their labels or off its title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import Final

from bursar.core.extraction import Evidence, Value
from bursar.formats.pdf.page import Word
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.head.days import days
from bursar.formats.text_invoice.head.deduced import (
    NO_CUSTOMERS,
    customers_meant,
    is_written_as_customers,
    left_over,
    numbers_meant,
    orders_meant,
)
from bursar.formats.text_invoice.head.lines import NUMBERED, SUBJECT, Hit, Lines, Span
from bursar.formats.text_invoice.head.numbered import FEWEST_DIGITS, LONGEST_TITLE, Numbered, head, numbered, says_else
from bursar.formats.text_invoice.head.references import reference, without_parentheses
from bursar.formats.text_invoice.head.search import CELL_OFF, Candidate, Parsed, best, labelled, unlabelled, value_of
from bursar.formats.text_invoice.head.terms import Term
from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.words.number_words import Named, is_credit, is_of_another
from bursar.formats.text_invoice.words.phrases import parts_of

INVOICE, CREDIT_NOTE, SELF_BILLED = "380", "381", "389"
TITLES: Final = frozenset({"invoice", "credit_note", "self_billed"})
DASHES: Final = (" - ", " – ", " — ")  # "Goods returned - credit note".
TITLE_LINES: Final = 60  # A title stands among the first lines of the first page.
TITLE_NUMBER: Final = 120
LONE_NUMBER: Final = 70
FEW: Final = 3  # Words before a number in a sentence.
LEAST: Final = 60  # Points of a reading that is worth to be said.
NUMBER: Final = {"invoice_number": 130, "document_number": 45}
IN_A_STRIP: Final = {"invoice": 100, "credit_note": 100}  # Among other labels, "Invoice" names its number.
ORDER: Final = {"order_reference": 100, "your_reference": 85}
CUSTOMER: Final = {"customer_number": 100}
ACCOUNT: Final = {"account": 70}
HEAD: Final = 35  # Percent of a page's height.
IN_STRIP, YOURS, DOCUMENT = 20, 20, 15
LONGEST_OF_SMALL: Final = 4  # Letters of "to", "pour", "para".
OF_ANOTHER: Final = 40  # "This credit note corrects our invoice 4711."
BUYER: Final = {"buyer": 70}  # "Customer" beside a number names the number.


_YOURS: Final = re.compile(r"your|ihre?\b|votre|vos\b|su\b|s\b|vuestro|vs\b|vostro|suo|uw\b|customer|kunden|client")
_TAKEN: Final = re.compile(r"auftr|sales|opdracht|commessa|our\b|unser|notre|nuestr|nostr|ns\b")
_CONTRACT: Final = re.compile(r"vertrag|contra[ct]t?o?")
_CREDIT: Final = re.compile(r"credit|gutschrift|storno|avoir|abono|rectificativa|nota (?!n)\w|korrektur|korekta")


def header(lines: Lines, term: Term | None = None, sums: Collection[Decimal] = ()) -> dict[str, Value]:
    """Return what the header says, keyed by the names of HEADER; what is not found has no entry.

    Where no due date is printed, it follows from the term; `sums` are what all comes to.
    """
    found: dict[str, Value] = {}
    titles = _titles(lines)
    told = numbered(lines)
    number = best(chain(_numbers(lines, titles), numbers_meant(told)), least=LEAST)
    references = _references(lines, number, told)
    if number is None:
        number = _misnamed(lines, references.get("customer_number"), told)
        references = _references(lines, number, told) if number else references
    number = number or left_over(lines, told, [_place(one) for one in references.values()])
    if number:
        found["invoice_number"] = value_of(number, *_repeated(lines, number))
    kind = _kind(lines, titles, number) or _called(lines)
    if kind:
        found["type_code"] = kind
    found |= days(lines, titles, number, term, sums)
    return found | {name: value_of(one) for name, one in references.items()}


def _titles(lines: Lines) -> list[Hit]:
    """Return where the document says what it is, the largest first."""
    hits = [
        hit
        for line in lines.all[:TITLE_LINES]
        if line.row.page == 1
        for hit in line.hits
        if hit.kinds & TITLES and ((not hit.embedded and _begins(hit)) or _before(hit).endswith(DASHES))
    ]
    return sorted(hits, key=lambda hit: (-_height(hit.span.words[0]), hit.span.line.index))


def _begins(hit: Hit) -> bool:
    """Tell whether a label begins its cell, or is the subject of a letter."""
    line = hit.span.line
    cell = line.cells[line.cell_at(hit.span.start)]
    before = next((other for other in line.hits if other.span.start == cell.stripped().start), None)
    return cell.start == hit.span.start or (before is not None and before.kinds == SUBJECT and before.colon)


def _height(word: Word) -> int:
    return (word.size or word.box.bottom - word.box.top) * (5 if word.bold else 4)


def _numbers(lines: Lines, titles: list[Hit]) -> Iterator[Candidate]:
    for one in labelled(lines, NUMBER, reference):
        hit = one.hit
        is_below = hit is not None and one.line is not hit.span.line and bool(hit.kinds & TITLES)
        if hit is not None and is_below and not (hit.colon or hit.span.line.is_strip):
            continue  # Below a bare title stands anything.
        if hit is not None and hit.embedded and hit.kinds <= NUMBERED:
            continue  # "Job no." is the number of something else.
        if hit is not None and hit.embedded and is_of_another(_before(hit)):
            continue  # "We correct our invoice 4711."
        in_sentence = hit is not None and hit.embedded and len(parts_of(_before(hit))) >= FEW
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
                yield unlabelled(parsed, LONE_NUMBER, Evidence.POSITION)


def _before(hit: Hit) -> str:
    """Return the words before a label in its cell."""
    line = hit.span.line
    return line.text[line.cells[line.cell_at(hit.span.start)].start : hit.span.start]


def _of_small_titles(lines: Lines, titles: list[Hit]) -> Iterator[Candidate]:
    """Yield numbers below "Invoice" where it is no title: among other labels, or small where a title is large."""
    largest = max((_height(hit.span.words[0]) for hit in titles), default=0)
    for one in labelled(lines, IN_A_STRIP, _lone_reference):
        hit = one.hit
        if hit is not None and one.line is not hit.span.line:
            is_small = _height(hit.span.words[0]) < largest and one.parsed.sure
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
        cell = hit.span.line.cells[hit.span.line.cell_at(hit.span.start)]
        code = CREDIT_NOTE if len(parts_of(cell.text)) <= LONGEST_TITLE and is_credit(cell.text) else INVOICE
    evidence = (Evidence.LABEL, Evidence.POSITION) if titles else (Evidence.LABEL,)
    alike = sum(bool(other.kinds & kinds & TITLES) for other in lines.hits)
    candidate = unlabelled(Parsed(code, hit.span), 0, *evidence)
    return value_of(candidate, *((Evidence.REPETITION,) if alike > 1 else ()))


def _called(lines: Lines) -> Value | None:
    """Return what the largest words of the head call the document that no list has: "Credit advice", "Liquidación"."""
    found = [
        (_height(cell.words[0]), -cell.line.index, cell, is_note)
        for line in head(lines)
        for cell in line.cells
        if len(words := parts_of(cell.text)) <= LONGEST_TITLE + FEW
        and (is_note := is_credit(" ".join(word.plain for word in words[:LONGEST_TITLE]))) is not None
    ]
    if not found:
        return None
    _, _, cell, is_note = max(found, key=lambda one: one[:2])
    return value_of(unlabelled(Parsed(CREDIT_NOTE if is_note else INVOICE, cell), 0, Evidence.POSITION))


def _references(lines: Lines, number: Candidate | None, told: Sequence[Numbered]) -> dict[str, Candidate]:
    others = {one.place for one in told if one.said & NO_CUSTOMERS}
    weak = (one for one in chain(_of_the_buyer(lines), _of_the_account(lines)) if _place(one) not in others)
    customers = (_of_the_customer(lines), weak, customers_meant(told))
    found: dict[str, Candidate] = {}
    for name, readings in (
        ("order_reference", chain(_of_the_order(lines), orders_meant(told))),
        ("customer_number", chain.from_iterable(customers)),
    ):
        taken = {_place(one) for one in found.values()}
        chosen = best((one for one in readings if not _is_same(one, number) and _place(one) not in taken), least=LEAST)
        if chosen:
            found[name] = chosen
    return found


def _misnamed(lines: Lines, customer: Candidate | None, told: Sequence[Numbered]) -> Candidate | None:
    """Return what is named as the customer's number where another is so, too, and none is named as the invoice's.

    An invoice has a number, and dealers call it that of their account; of the two it stands at its date, or the other
    is written as numbers of customers are.
    """
    named = [one.candidate() for one in told if Named.CUSTOMER in one.said and one.alone]
    if customer is None or all(one.value == customer.value for one in named):
        return None
    both = (customer, *(one for one in named if one.value != customer.value))
    others = [one for one in both if not is_written_as_customers(one.value)]
    clear = others[0] if len(others) == 1 else None
    return next((one for one in both if _is_at_date(lines, one)), clear)


def _is_at_date(lines: Lines, one: Candidate) -> bool:
    """Tell whether a date stands in the cell above or below a number."""
    line = one.line
    left = line.cells[line.cell_at(one.parsed.span.start)].box.left
    near = (lines.all[index] for index in (line.index - 1, line.index + 1) if 0 <= index < len(lines.all))
    return any(
        abs(cell.box.left - left) <= CELL_OFF and find_dates(cell.text, month_first=lines.month_first)
        for other in near
        if other.row.page == line.row.page
        for cell in other.cells
    )


def _place(one: Candidate) -> tuple[int, int]:
    return one.line.index, one.parsed.span.start


def _of_the_order(lines: Lines) -> Iterator[Candidate]:
    """Yield numbers of orders; where two are named, "your order" is that of the buyer, and one was taken by the seller.

    A number has some digits, but for what stands right behind its label.
    """
    for one in labelled(lines, ORDER, reference):
        if one.hit is not None and says_else(one.hit, one.parsed.span):
            continue  # "Ordine di riparazione": all words of a label count.
        if one.hit is not None and not one.hit.colon and one.value.isdigit() and len(one.value) < FEWEST_DIGITS:
            continue
        is_order = one.hit is not None and "order_reference" in one.hit.kinds
        is_yours = one.hit is not None and _YOURS.match(plain(one.hit.span.text))
        is_taken = one.hit is not None and _TAKEN.match(plain(one.hit.span.text)) is not None
        yield replace(one, points=one.points + YOURS * bool(is_order and is_yours) - YOURS * is_taken)


def _of_the_customer(lines: Lines) -> Iterator[Candidate]:
    """Yield numbers of customers; where two are named, that of a contract is less likely it."""
    for one in labelled(lines, CUSTOMER, reference):
        if one.hit is not None and one.hit.embedded and is_of_another(_before(one.hit)):
            continue
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
