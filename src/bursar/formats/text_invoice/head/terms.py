"""Payment terms: what is said about when to pay, and the day that follows from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, TypeAlias

from bursar.core.extraction import Evidence, Value
from bursar.formats.text_invoice.dates import FoundDate, find_dates
from bursar.formats.text_invoice.head.lines import Hit, Lines, Span
from bursar.formats.text_invoice.head.passages import Passage, from_here, passages
from bursar.formats.text_invoice.numbers import find_amounts
from bursar.formats.text_invoice.plain import plain

Said: TypeAlias = tuple[Passage, tuple[Evidence, ...]]
MOST_DAYS: Final = 180
SHORTEST, LONGEST = 4, 240
_DAYS: Final = re.compile(
    r"(?<![\d.,%])(?P<days>\d{1,3})\)?\s?(?:-\s?)?(?:(?:calendar|kalender|calendario|naturales|date)?\s?)"
    r"(?:days?|tagen?|tage|tg|jours?|jrs?|jour|j|dias?|giorni|gg|dagen|dgn|dni|d)\b"
    r"|\bnet(?:to)?\s?(?P<net>\d{1,3})\b(?![.,'’]?\d|\s\d|\s?%)"
)
_SENTENCE: Final = re.compile(
    r"zahlbar|zahlung|zahlen|tage netto|netto kasse|uberweis|fallig|payable|payment|net \d|pay within|due within"
    r"|days net|days from|a regler|paiement|reglement|payer|jours net|pago|pagar|pagadero|pagamento|pagare|pagabile"
    r"|settle|remit|\bpay\b|begleich|ausgleich|bezahl|regler|acquitter|virer|abonar|ingresar|transferir|versare|overmaken"
    r"|saldare|saldo|\bgiro\b|rimessa|recibo|\btransfer"
    r"|due (?:in|within|after)|termine|\bplazo|\bdelai|frist|termijn|transferencia|bonifico|virement"
    r"|overschrijving|domiciliacion|lastschrift|prelevement|incasso"
    r"|betaling|betalen|voldoen|platnosc|zaplat|terms|(?:nach|ab) (?:rechnung|erhalt)"
    r"|(?:from|after|of) (?:the )?(?:date of )?(?:invoice|receipt)|date (?:de )?(?:la )?facture|data fattura"
    r"|fecha (?:de )?(?:la )?factura|(?:na|vanaf) factuur"
    r"|\bziel\b|gewahr|(?:wir geben|geben wir)|\ballow\b|\bgrant|\bcredit of|days credit|accord(?:ons|e|ez)\b|\bconced"
    r"|\b(?:damos|otorgamos|diamo)\b|wij geven|geven wij|\bverlenen\b|\bkrediet|\bcredito\b|delai de"
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
    r"|soit le|con scadenza"
    r"|hasta el|entro(?: e non oltre)?(?: il)?|voor|uiterlijk(?: op)?|do dnia|ate"
    r"|(?:fallig|due|payable|payable le|vence|scade)(?: am| on| le| el| il)?)\b"
)
_COLLECTED: Final = re.compile(
    r"\b(?:collect(?:ed)?|debit(?:ed)?|abgebucht|abbuch\w*|buchen wir|ziehen wir|eingezogen"
    r"|einzieh\w*|einzug|lastschrift|preleve\w*|prelevement"
    r"|carg(?:ara|aremos|ado)|adeud\w+|domicilia\w+|addebit\w*|afgeschreven|geincasseerd|incasseren|incasso"
    r"|schrijven (?:wij |we )?(?:het|dit) bedrag"
    r"|fallige[rn]? \w*betrag|wird .{0,40}fallig|montant total du"
    r"|(?:amount|balance|total) due|montant (?:du|exigible)|importe a pagar|importo dovuto)\b"
)
# A sum that should come, in sentences that do not name paying.
_EXPECTED: Final = re.compile(
    r"\b(?:expect|reach us|reaches us|make sure|let us have|be with us|look forward"
    r"|erwarten|erbitten|eingehen|eintreffen"
    r"|attendue?s?|attendons|parvenir|faire tenir|esperamos|hagan llegar|nos llegue|rogamos|attendiamo|attendesi"
    r"|far pervenire|pervenire|ontvangen (?:wij|we)|(?:wij|we) ontvangen|verwachten|zien (?:wij|we)|graag)\b"
)
_CAME: Final = re.compile(
    r"received|eingegangen|erhalten|recue?s?\b|recibid|ricevut|pervenut|already|bereits|deja|gia\b|reeds"
)
_PAID: Final = re.compile(
    r"(?<!be )\b(?:paid|charged)\b|zahlt\b(?! werden)|(?<!etre )\b(?:payee?s?|reglee?s?)\b|(?<!ser )\bpagad[oa]\b"
    r"|(?<!essere )\bpagat[oa]\b|(?:betaald|voldaan)\b(?! (?:te )?worden)"
)
_SUM: Final = re.compile(r"(?:[€$£]|\b(?:eur|usd|gbp|chf)\b)\s?-?\d|\d\s?(?:[€$£]|(?:eur|usd|gbp|chf|euros?)\b)")
_PERCENT: Final = re.compile(r"\d\s?%")
_COUNTED_FROM: Final = re.compile(
    r"^.{0,14}\b(?:from|after|of|ab|nach|a compter|a partir|dalla|dal|dopo|data|desde|fecha|na|vanaf|d\.?f|f\.?m|net)\b"
)
_BY_CARD: Final = re.compile(
    r"visa|mastercard|amex|american express|\bcard\b|karte|\bcarte\b|tarjeta|\bcarta\b|\bkaart\b"
)
_CLAUSE: Final = re.compile(r"[,;](?!\d)|\.\s")
_AT_ONCE: Final = re.compile(
    r"sofort|immediat|upon receipt|on receipt|a reception|comptant|al contado|contanti|direct te voldoen|per direct"
    r"|a vista|vista fattura"
)


def said_terms(lines: Lines) -> tuple[Said, ...]:
    """Return what is said about when to pay, beside labels and in sentences, what says most first."""
    found = [*_beside_labels(lines), *_sentences(lines)]
    return tuple(sorted(found, key=lambda one: _weight(*one), reverse=True))


_TO_ACCOUNT: Final = re.compile(
    r",? (?:auf (?:mein|unser|das|folgend|nachsteh|unten)|sul (?:mio|nostro|seguente|conto)|sur (?:mon|notre|le) compte"
    r"|(?:in)?to (?:my|our|the) (?:bank )?account|en (?:mi|nuestra|la) cuenta|a (?:mi|nuestra|la) cuenta"
    r"|op (?:mijn|onze|ons|de) (?:bank)?rekening)"
)


def payment_terms(said: Sequence[Said]) -> Value | None:
    """Return the terms of payment as they are written."""
    if not said:
        return None
    passage, evidence = said[0]
    more = () if any(other.text != passage.text for other, _ in said[1:]) else (Evidence.SOLE,)
    return passage.value(passage.text, *evidence, *more)


@dataclass(frozen=True, slots=True)
class Term:
    """The days until all is due, with their place and what speaks for it."""

    days: int
    place: Passage
    evidence: tuple[Evidence, ...]

    def due(self, issued: date) -> Value:
        """Return the day that follows from that of the invoice."""
        return self.place.value((issued + timedelta(days=self.days)).isoformat(), *self.evidence)


def net_term(said: Sequence[Said]) -> Term | None:
    """Return what "30 days net" and the like say; None where the month's end takes part."""
    for passage, evidence in said:
        text = plain(passage.text)
        found = _net_days(text)
        if found is None or _END_OF_MONTH.search(text):
            continue  # Countries differ in whether days are counted before or after the month's end.
        days, start, end = found
        return Term(days, passage.cut(start, end) if len(text) == len(passage.text) else passage, evidence)
    return None


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


def _weight(said: Passage, evidence: tuple[Evidence, ...]) -> tuple[int, int, int]:
    return (_counts(said.text), Evidence.LABEL in evidence, -said.spans[0].line.index)


def _beside_labels(lines: Lines) -> Iterator[Said]:
    for hit in lines.hits:
        if "payment_terms" in hit.kinds and not hit.embedded and not hit.span.line.is_heading:
            said = _whole(lines, hit)
            if said is None or len(said.text) < SHORTEST:
                continue
            pure = bool(_PURE.search(plain(hit.span.text))) and not find_dates(said.text)
            if pure or _counts(said.text):
                yield _to_the_point(said), (Evidence.LABEL,)


def _whole(lines: Lines, hit: Hit) -> Passage | None:
    """Return all of the cell behind the label, else the next cell, else what stands below, with all its lines."""
    line = hit.span.line
    here = line.cell_at(hit.span.start)
    cell = line.cells[here]
    own = Span(line, hit.span.end, cell.end).stripped()
    if own.start < own.end:
        pure = hit.colon and _PURE.search(plain(hit.span.text))
        return from_here(lines, own if pure else Span(line, hit.span.start, cell.end))
    if here + 1 < len(line.cells) and not any(other.span.start == line.cells[here + 1].start for other in line.hits):
        return from_here(lines, line.cells[here + 1].stripped())
    under = next(lines.below(hit), None)
    return from_here(lines, under) if under is not None and _counts(under.text) else None


def _to_the_point(said: Passage) -> Passage:
    """Return a passage without the sentences behind the last one that says when to pay."""
    end = 0
    start = 0
    for sentence in said.sentences():
        start = said.text.index(sentence.text, start)
        if _counts(sentence.text) and not _LATE.search(plain(sentence.text)):
            end = start + len(sentence.text)
    return said.cut(0, end) if end else said


def _counts(text: str) -> bool:
    """Tell whether a text counts days or says at once; what only names a day is a due date."""
    bare = plain(text)
    return bool(_DAYS.search(bare) or _AT_ONCE.search(bare))


def counted(lines: Lines, issued: date) -> Iterator[tuple[Passage, FoundDate]]:
    """Yield the sentences that count days and name the day which is so many after an invoice's, with that day."""
    for passage in passages(lines):
        if not _DAYS.search(plain(passage.text)):
            continue
        for sentence in passage.sentences():
            counts = {int(found["days"] or found["net"]) for found in _DAYS.finditer(plain(sentence.text))}
            for day in find_dates(sentence.text, month_first=lines.month_first):
                if 0 < (day.day - issued).days in counts:
                    yield sentence, day


def promised(lines: Lines, sums: Collection[Decimal]) -> Iterator[tuple[Passage, FoundDate]]:
    """Yield the sentences that name what is to be paid and one day, in whatever words, each with that day."""
    for passage in passages(lines) if sums else ():
        if not any(character.isdigit() for character in passage.text):
            continue
        for sentence in passage.sentences():
            days = find_dates(sentence.text, month_first=lines.month_first)
            if len(days) != 1 or any(words.search(plain(sentence.text)) for words in (_LATE, _CAME, _PAID)):
                continue
            rest = f"{sentence.text[: days[0].start]} | {sentence.text[days[0].end :]}"
            if any(amount.number in sums for amount in find_amounts(rest)):
                yield sentence, days[0]


def collected(lines: Lines, *, month_first: bool) -> Iterator[tuple[Passage, FoundDate]]:
    """Yield the sentences that say on which one day an amount is due or collected, each with that day."""
    for passage in passages(lines):
        whole = plain(passage.text)
        if not (_COLLECTED.search(whole) or _EXPECTED.search(whole)):
            continue
        for sentence in passage.sentences():
            text = plain(sentence.text)
            days = find_dates(sentence.text, month_first=month_first)
            if (
                len(days) == 1
                and (_COLLECTED.search(text) or _expected(text))
                and not (_LATE.search(text) or _BY_CARD.search(text))
            ):
                yield sentence, days[0]


def _expected(text: str) -> bool:
    """Tell whether a sentence names a sum that should come; what came was paid before."""
    return bool(_EXPECTED.search(text) and _SUM.search(text) and not _CAME.search(text))


def until(lines: Lines) -> Iterator[tuple[Passage, int]]:
    """Yield the sentences that say until when to pay, each with the place behind that word."""
    for passage in passages(lines):
        text = plain(passage.text)
        says = _SENTENCE.search(text) or _DAYS.match(text) or _expected(text)
        if len(text) == len(passage.text) and says and not _LATE.search(text):
            for found in _UNTIL.finditer(text):
                yield passage, found.end()


def _sentences(lines: Lines) -> Iterator[Said]:
    """Yield the sentences that say when to pay; neighbours that both say it are one."""
    for passage in passages(lines):
        if not _counts(passage.text) or not _speaks_of_paying(passage.text):
            continue
        yield from ((said, ()) for said in _saying(passage))


def _speaks_of_paying(said: str) -> bool:
    """Tell whether days are those to pay in: words say so, a day follows from them, or a discount and other days."""
    text = plain(said)
    if _SENTENCE.search(text) or _NET.search(text):
        return True
    counted = list(_DAYS.finditer(text))
    if len(counted) > 1:
        return bool(_PERCENT.search(text))
    return bool(_DAYS.match(text) and (_COUNTED_FROM.search(text) or (_UNTIL.search(text) and find_dates(said))))


def _saying(passage: Passage) -> Iterator[Passage]:
    start, end, at = -1, -1, 0
    for sentence in passage.sentences():
        at = passage.text.index(sentence.text, at)
        text = plain(sentence.text)
        says = _counts(sentence.text) and not _LATE.search(text) and len(text) <= LONGEST
        if says and (start >= 0 or _speaks_of_paying(sentence.text)):
            start, end = (at if start < 0 else start), at + len(sentence.text)
        elif start >= 0:
            break
    if start >= 0:
        account = _TO_ACCOUNT.search(plain(passage.text), start, end)
        yield passage.cut(start, account.start() if account and _counts(passage.text[start : account.start()]) else end)
