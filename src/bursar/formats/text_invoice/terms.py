"""Payment terms: what is said about when to pay, and the day that follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bursar.core.extraction import Evidence, Value
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.lines import Hit, Lines, Span
from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.search import Parsed, unlabelled, value_of

MOST_DAYS: Final = 180
LONGEST: Final = 200
_DAYS: Final = re.compile(
    r"(?<![\d.,%])(?P<days>\d{1,3})\s?(?:-\s?)?(?:(?:calendar|kalender|calendario|naturales|date)?\s?)"
    r"(?:days?|tagen?|tage|jours?|jrs?|jour|j|dias?|giorni|gg|dagen|dgn|dni|d)\b"
    r"|(?<=net )(?P<net>\d{1,3})\b"
)
_SENTENCE: Final = re.compile(
    r"zahlbar|zahlung|zahlen|tage netto|netto kasse|uberweis|fallig|payable|payment|net \d|pay within|due within"
    r"|days net|days from|a regler|paiement|reglement|payer|jours net|pago|pagar|pagadero|pagamento|pagare|pagabile"
    r"|settle|remit|\bpay\b|begleich|ausgleich|bezahl|regler|acquitter|virer|abonar|ingresar|transferir|versare|overmaken"
    r"|saldare|saldo|transferencia|bonifico|virement|overschrijving|domiciliacion|lastschrift|prelevement|incasso"
    r"|betaling|betalen|voldoen|platnosc|zaplat|terms"
)
_PURE: Final = re.compile(r"bedingung|condi[tcz]|terms|termini|voorwaard|modal|konditionen|condities|forma|warunki")
_DISCOUNT: Final = re.compile(r"skonto|discount|escompte|descuento|sconto|korting|rabat|\d\s?%")
_LATE: Final = re.compile(
    r"verzug|overdue|late|retard|mora|ritardo|te laat|interest|zinsen|penalit|mahn|reklam|widerspr|mangel|return"
    r"|complain"
)
_NET: Final = re.compile(r"\bnet(?:t?[oi]s?|s)?\b|ohne abzug|rein|sans escompte|net de|strictly")
_END_OF_MONTH: Final = re.compile(
    r"end of (?:the )?month|monatsende|fin de mois|fin de mes|fine mese|f\.?m\b|einde (?:van de )?maand|eom"
)
_UNTIL: Final = re.compile(
    r"\b(?:bis(?: spatestens)?(?: zum| am)?|until|by|before|on or before|avant le|au plus tard le|pour le|antes del?"
    r"|hasta el|entro(?: e non oltre)?(?: il)?|voor|uiterlijk(?: op)?|do dnia|ate"
    r"|(?:fallig|due|payable|payable le|vence|scade)(?: am| on| le| el| il)?)\b"
)
_CLAUSE: Final = re.compile(r"[,;](?!\d)|\.\s")
_AT_ONCE: Final = re.compile(
    r"sofort|immediat|upon receipt|on receipt|a reception|comptant|al contado|contanti|direct te voldoen|per direct"
    r"|a vista|vista fattura"
)


def payment_terms(lines: Lines) -> Value | None:
    """Return what is said about when to pay: beside its label, else the sentence that says it."""
    spans = _all(lines)
    span, evidence = max(spans, key=lambda one: _weight(*one), default=(None, ()))
    if span is None:
        return None
    candidate = unlabelled(Parsed(span.text, span), 0, *evidence)
    return value_of(candidate)


def from_terms(lines: Lines, issued: date) -> Value | None:
    """Return the due date that follows from "30 days net" and the like; its place is that of the terms."""
    for span, evidence in sorted(_all(lines), key=lambda one: _weight(*one), reverse=True):
        found = _net_days(plain(span.text))
        if found is None:
            continue
        days, start, end = found
        if _END_OF_MONTH.search(plain(span.text)):
            continue  # Countries differ in whether days are counted before or after the month's end.
        place = (
            Span(span.line, span.start + start, span.start + end) if len(plain(span.text)) == len(span.text) else span
        )
        day = (issued + timedelta(days=days)).isoformat()
        return value_of(unlabelled(Parsed(day, place), 0, *evidence))
    return None


def _all(lines: Lines) -> list[tuple[Span, tuple[Evidence, ...]]]:
    return [*_beside_labels(lines), *_sentences(lines)]


def _net_days(text: str) -> tuple[int, int, int] | None:
    """Return the days until all is due without a discount, and where they stand; None if several could be meant."""
    found = []
    for match in _DAYS.finditer(text):
        before, after = text[max(0, match.start() - 45) : match.start()], text[match.end() : match.end() + 30]
        clause = _CLAUSE.split(before)[-1] + match[0] + _CLAUSE.split(after)[0]
        is_net = bool(_NET.search(clause))
        if int(match["days"] or match["net"]) <= MOST_DAYS and (is_net or not _DISCOUNT.search(clause)):
            found.append((is_net, int(match["days"] or match["net"]), match.start(), match.end()))
    if not found or len({days for is_net, days, *_ in found if is_net == max(found)[0]}) > 1:
        return None
    _, days, start, end = max(found)
    return days, start, end


def _weight(span: Span, evidence: tuple[Evidence, ...]) -> tuple[int, int, int]:
    return (_says(span.text), Evidence.LABEL in evidence, -span.line.index)


def _beside_labels(lines: Lines) -> Iterator[tuple[Span, tuple[Evidence, ...]]]:
    for hit in lines.hits:
        if "payment_terms" in hit.kinds and not hit.embedded and not hit.span.line.is_heading:
            span = _whole(lines, hit)
            pure = bool(_PURE.search(plain(hit.span.text)))
            if span is not None and len(span.text) > 3 and (pure or _says(span.text)):
                yield span, (Evidence.LABEL,)


def _whole(lines: Lines, hit: Hit) -> Span | None:
    """Return all of the cell behind the label, else the next cell, else what stands below."""
    line = hit.span.line
    here = line.cell_at(hit.span.start)
    own = Span(line, hit.span.end, line.cells[here].end).stripped()
    if own.start < own.end:
        pure = hit.colon and _PURE.search(plain(hit.span.text))
        return own if pure else Span(line, hit.span.start, own.end)
    if here + 1 < len(line.cells) and not any(other.span.start == line.cells[here + 1].start for other in line.hits):
        return line.cells[here + 1].stripped()
    under = next(lines.below(hit), None)
    return under if under is not None and _says(under.text) else None


def _says(text: str) -> bool:
    """Tell whether a text says when to pay: a number of days, a date, or at once."""
    bare = plain(text)
    return bool(_DAYS.search(bare)) or bool(find_dates(text)) or bool(_AT_ONCE.search(bare))


def until(lines: Lines) -> Iterator[tuple[Span, int]]:
    """Yield the sentences that say until when to pay, each with the place behind that word; it may end its line."""
    for line in lines.all:
        for cell in line.cells:
            text = plain(cell.text)
            if len(text) == len(cell.text) and _SENTENCE.search(text) and not _LATE.search(text):
                for found in _UNTIL.finditer(text):
                    yield cell, found.end()


def _sentences(lines: Lines) -> Iterator[tuple[Span, tuple[Evidence, ...]]]:
    for line in lines.all:
        for cell in line.cells:
            text = plain(cell.text)
            if len(text) > LONGEST or _LATE.search(text) or not (_SENTENCE.search(text) or _NET.search(text)):
                continue
            if _DAYS.search(text) or _AT_ONCE.search(text):
                yield cell, ()
