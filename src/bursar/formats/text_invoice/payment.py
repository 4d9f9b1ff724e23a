"""How an invoice is paid: account, bank, reference, terms and currency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from bursar.core.extraction import Evidence, Method, Value
from bursar.core.money import CURRENCIES
from bursar.formats.pdf.rows import joined
from bursar.formats.text_invoice.blocks import BUYER
from bursar.formats.text_invoice.identities import IBAN_LENGTHS, Identity, bics, bics_near, ibans
from bursar.formats.text_invoice.lines import Lines, Span
from bursar.formats.text_invoice.parties import MOST, Parties, identified
from bursar.formats.text_invoice.references import reference
from bursar.formats.text_invoice.search import Candidate, Parsed, best, labelled, unlabelled, value_of
from bursar.formats.text_invoice.terms import payment_terms

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
_STRUCTURED: Final = re.compile(r"\+{3}\s?\d{3}/\d{4}/\d{5}\s?\+{3}|\*{3}\s?\d{3}/\d{4}/\d{5}\s?\*{3}")
_CREDITOR: Final = re.compile(r"\bRF\d{2}(?:\s?[A-Z0-9]{1,4}){1,6}\b")
MAX_SIGNS: Final = 2_000
REFERENCE: Final = {"payment_reference": 110}


def payment(lines: Lines, parties: Parties, totals: Iterable[Value] = ()) -> dict[str, Value]:
    """Return how it is paid, keyed by the names of HEADER; the currency is that of the totals, if one stands there."""
    found: dict[str, Value] = {}
    account = _chosen(lines, parties)
    if account:
        found["iban"] = account
    bic = next((one for one in islice(bics(lines), MOST) if parties.role(one.span) != BUYER), None)
    bic = bic or (next(bics_near(lines, account), None) if account else None)
    if bic:
        found["bic"] = identified(bic)
    reference_ = best(_references(lines), least=70)
    if reference_:
        found["payment_reference"] = value_of(reference_)
    terms = payment_terms(lines)
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
    """Return an account that goes on in the line below, in the same column."""
    missing = IBAN_LENGTHS.get(start.value[:2], 0) - len(start.value)
    box = start.span.box
    for line in lines.all[start.span.line.index + 1 : start.span.line.index + 4] if missing > 0 else ():
        for cell in line.cells:
            rest = "".join(cell.text.split())
            if abs(cell.box.left - box.left) < 300 and len(rest) == missing and rest.isalnum() and rest.isascii():
                words = (*start.span.words, *cell.words)
                evidence = (Evidence.FORMAT, *start.evidence)
                raw = f"{start.span.text} {cell.text}"
                page = line.row.page
                return Value(
                    value=start.value + rest,
                    raw=raw,
                    method=Method.TEXT,
                    page=page,
                    box=joined(words),
                    evidence=evidence,
                )
    return None


def _references(lines: Lines) -> Iterator[Candidate]:
    for line in lines.all:
        for pattern in (_STRUCTURED, _CREDITOR):
            for found in pattern.finditer(line.text):
                span = Span(line, found.start(), found.end())
                yield unlabelled(Parsed(span.text, span, sure=True), 90, Evidence.FORMAT)
    yield from labelled(lines, REFERENCE, reference)


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
