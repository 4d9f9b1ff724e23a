"""How an invoice is paid: account, bank, reference, terms and currency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from bursar.core.checks import iban_valid
from bursar.core.extraction import Evidence, Value
from bursar.core.money import CURRENCIES
from bursar.formats.text_invoice.head.identities import IBAN_LENGTHS, Identity, bics, bics_near, ibans
from bursar.formats.text_invoice.head.lines import Lines, Span
from bursar.formats.text_invoice.head.parties import MOST, Parties, identified
from bursar.formats.text_invoice.head.passages import Passage
from bursar.formats.text_invoice.head.remittance import remittance_references
from bursar.formats.text_invoice.head.search import Candidate, Parsed, best, labelled, unlabelled, value_of
from bursar.formats.text_invoice.head.terms import Said, payment_terms
from bursar.formats.text_invoice.words.party_words import BUYER

SIGNS: Final = {
    "€": "EUR", "£": "GBP", "$": "USD", "₹": "INR", "¥": "JPY", "zł": "PLN", "Kč": "CZK", "Rs": "INR", "Rs.": "INR",
    "Euro": "EUR", "Euros": "EUR", "SFr.": "CHF", "Fr.": "CHF", "US$": "USD", "A$": "AUD", "C$": "CAD",
}  # fmt: skip
_MONEY: Final = re.compile(
    r"(?<![\w])(?P<code>[A-Z]{3})(?![\w])|(?P<sign>[AC]\$|US\$|[€£$₹¥]|zł|Kč|(?<!\w)Rs\.?(?!\w)"
    r"|(?<!\w)[Ee][Uu][Rr][Oo][Ss]?(?!\w)|SFr\.|(?<!\w)Fr\.(?=\s?\d))"
)
# Codes of no money that people pay with, or that are words and prefixes of identifiers, too.
NOT_PRINTED: Final = frozenset(
    {"CHE", "CHW", "ALL", "TOP", "XXX", "XTS", "XAU", "XAG", "XPD", "XPT", "XDR", "XSU", "XUA"}
)
MAX_SIGNS: Final = 2_000
INDENT: Final = 300  # Hundredths of a point by which the lines of a column may be off.


def payment(lines: Lines, parties: Parties, said: Sequence[Said], totals: Iterable[Value] = ()) -> dict[str, Value]:
    """Return how it is paid, keyed by the names of HEADER; the currency is that of the totals, if one stands there."""
    found: dict[str, Value] = {}
    account = _chosen(lines, parties)
    if account:
        found["iban"] = account
    bic = next((one for one in islice(bics(lines), MOST) if parties.role(one.span) != BUYER), None)
    bic = bic or (next(bics_near(lines, account), None) if account else None)
    if bic:
        found["bic"] = identified(bic)
    reference_ = best(remittance_references(lines), least=70)
    if reference_:
        found["payment_reference"] = value_of(reference_)
    terms = payment_terms(said)
    if terms:
        found["payment_terms"] = terms
    currency = _currency(lines, totals)
    if currency:
        found["currency"] = currency
    return found


def _chosen(lines: Lines, parties: Parties) -> Value | None:
    """Return the account to pay to: right check digits first, then labels, then what stands first."""
    found = [one for one in islice(ibans(lines), MOST) if parties.role(one.span) != BUYER]
    if not found:
        return None
    chosen = max(found, key=lambda one: (Evidence.CHECKSUM in one.evidence, one.labelled, -one.span.line.index))
    again = len({one.span.line.index for one in found if one.value == chosen.value}) > 1
    more = (Evidence.REPETITION,) if again else ()
    if Evidence.CHECKSUM not in chosen.evidence and (whole := _wrapped(lines, chosen)):
        return whole
    return identified(chosen, *more)


def _wrapped(lines: Lines, start: Identity) -> Value | None:
    """Return an account that goes on in the line below: in the same column, or where the text of its cell goes on."""
    missing = IBAN_LENGTHS.get(start.value[:2], 0) - len(start.value)
    line = start.span.line
    whole = line.cells[line.cell_at(start.span.start)]
    lefts = (start.span.box.left, whole.box.left)
    for follower in lines.all[line.index + 1 : line.index + 4] if missing > 0 else ():
        for cell in follower.cells:
            rest = _first_signs(cell, missing) if any(abs(cell.box.left - left) < INDENT for left in lefts) else None
            if rest is None:
                continue
            value = start.value + "".join(rest.text.split())
            if iban_valid(value):
                return Passage((start.span, rest)).value(value, Evidence.FORMAT, Evidence.CHECKSUM, *start.evidence)
            if rest.end == cell.end and abs(cell.box.left - lefts[0]) < INDENT:
                return Passage((start.span, rest)).value(value, Evidence.FORMAT, *start.evidence)
    return None


def _first_signs(cell: Span, count: int) -> Span | None:
    """Return the words that a cell begins with if they are so many letters and digits."""
    seen = 0
    for position, sign in enumerate(cell.text):
        seen += sign.isalnum()
        if seen == count:
            ends = cell.text[position + 1 : position + 2] in {"", " ", ",", "."}
            return Span(cell.line, cell.start, cell.start + position + 1) if ends else None
        if not (sign.isalnum() or sign == " "):
            return None
    return None


def _currency(lines: Lines, totals: Iterable[Value]) -> Value | None:
    """Return the currency that amounts are in: what a label says, else what stands most often beside amounts."""
    found = [*_labelled_currency(lines), *islice(_signs(lines), MAX_SIGNS)]
    levels = {(value.page, value.box.top) for value in totals if value.box}
    beside = [one for one in found if _stands_at(one, levels)]
    if len({one.value for one in beside}) == 1:
        found = [one for one in found if one.value == beside[0].value]
    if not found:
        return None
    counts = Counter(one.value for one in found)
    winner = best(found)
    if winner is None or (not winner.hit and counts[winner.value] < max(counts.values())):
        most = counts.most_common(1)[0][0]
        winner = best(one for one in found if one.value == most)
    assert winner is not None
    more = (Evidence.REPETITION,) if counts[winner.value] > 1 else ()
    return value_of(winner, *more)


def _stands_at(one: Candidate, levels: set[tuple[int | None, int]]) -> bool:
    """Tell whether a currency stands in the row of one of the totals."""
    box = one.line.row.box
    return any(page == one.line.row.page and box.top <= top <= box.bottom for page, top in levels)


def _labelled_currency(lines: Lines) -> Iterable[Candidate]:
    return labelled(lines, {"currency": 150}, _as_currency)


def _as_currency(span: Span) -> Parsed | None:
    found = _MONEY.search(span.text[:30])
    code = _code(found) if found else None
    return (
        Parsed(code, Span(span.line, span.start + found.start(), span.start + found.end()), sure=True)
        if found and code
        else None
    )


def _signs(lines: Lines) -> Iterator[Candidate]:
    for line in lines.all:
        for found in _MONEY.finditer(line.text):
            code = _code(found)
            if code is None:
                continue
            before, after = line.text[: found.start()].rstrip(), line.text[found.end() :].lstrip()
            beside = (
                before[-1:].isdigit() or after[:1].isdigit() or (after[:1] in {"-", "(", "+"} and after[1:2].isdigit())
            )
            if beside or found["sign"] or code in {"EUR", "USD", "GBP", "CHF", "PLN"}:
                span = Span(line, found.start(), found.end())
                yield unlabelled(Parsed(code, span, sure=bool(beside)), 40 if beside else 20, Evidence.POSITION)


def _code(found: re.Match[str]) -> str | None:
    sign = found["sign"]
    if sign:
        return SIGNS.get(sign) or SIGNS.get(sign.capitalize())
    code = found["code"]
    return code if code in CURRENCIES and code not in NOT_PRINTED else None
