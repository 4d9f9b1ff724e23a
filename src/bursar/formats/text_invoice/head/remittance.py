"""What to quote with a payment: references with check digits, beside labels, and in sentences that ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bursar.core.checks import iban_valid
from bursar.core.extraction import Evidence
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.head.deduced import payments_meant
from bursar.formats.text_invoice.head.lines import Hit, Lines, Span
from bursar.formats.text_invoice.head.numbered import others
from bursar.formats.text_invoice.head.passages import Passage, passages
from bursar.formats.text_invoice.head.references import reference
from bursar.formats.text_invoice.head.search import Candidate, Parsed, labelled, unlabelled
from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.words.number_words import Named, named

REFERENCE: Final = {"payment_reference": 110}
ON_A_SLIP: Final = {"document_number": 90}
ROWS_OF_A_SLIP: Final = 12
INDENT: Final = 300  # Hundredths of a point.
STRUCTURED, ASKED_FOR, SPOKEN_OF = 90, 75, 52
WORDS_BEFORE: Final = 2
FEWEST_DIGITS: Final = 3
FAR: Final = 60  # Characters between "please quote" and what is to be quoted.
_BELGIAN: Final = re.compile(r"[+*]{3}\s?(\d{3})/(\d{4})/(\d{5})\s?[+*]{3}")
_CREDITOR: Final = re.compile(r"\bRF\d{2}(?:\s?[A-Z0-9]{1,4}){1,6}\b")
_SWISS: Final = re.compile(r"(?<![\w.])\d{2}(?: ?\d{5}){5}(?![\w.])")
_CARRIES: Final = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5)  # The table of the recursive check digit modulo 10.
_ASKS: Final = re.compile(
    r"\b(?:quot(?:e|ing)|stat(?:e|ing) (?:the|our|this|invoice|ref)|mention(?:ing)?|indicat(?:e|ing)"
    r"|as (?:a |the )?reference|angabe|angeben|geben sie|anfuhren|nennen"
    r"|(?:verwendungs|zahlungs)?zweck|betreff|mention|libelle|motif|objet"
    r"|rappel(?:er|ez|ant)"
    r"|indiqu(?:er|ez|ant)|mentionn(?:er|ez|ant)"
    r"|precis(?:er|ez|ant)|communication|indi(?:que|quen|car|cando)|mencion(?:e|ar|ando)|concepto|cit(?:ando|are|ar)"
    r"|kenmerk|referen[ct]\w+|referenz\w*|riferimento|oggetto|indica(?:re|ndo|te)|causale|riport(?:are|ando)|vermeld(?:en|ing)?|podac|tytul\w*)\b"
)
_PAYS: Final = re.compile(
    r"\bpa(?:y|id|yments?)\b|remit|transfer|zahl|uberweis|paiement|payer|reglement|virement|\bpag|transferencia|bonifico"
    r"|versa(?:re|ment)|betal|overschrijv|overma|platnosc|przelew|\biban\b|\bgiro\b|\bvirer|\bvirez|\bingres[aeo]|\bstort(?:en|ing)"
)
_CAME: Final = re.compile(
    r"\breceived|\bpaid\b|bezahlt|eingegangen|erhalten|beglichen|\brecue?s?\b|acquitte|pagad[oa]|recibid|pagat[oa]|ricevut"
    r"|betaald|voldaan|ontvangen|zaplacon"
)
# What a sender says who needs a number to know what was paid.
_FINDS: Final = re.compile(
    r"\b(?:find|identif|allocat|match|assign|trac[ei]|recogni[sz]|credit(?:ed)? to you|appl(?:y|ied)|attribut|helps?\b"
    r"|zuordn|zugeordnet|finden|auffind|erkennen|verbuch|retrouv|reconna|affect|rapproch|imput|localiz|asign|encontr"
    r"|reconoc|trov|riconosc|abbin|assoc|vinden|herken|toewij|koppel|verwerk|rozpozna|przypis)"
)


def remittance_references(lines: Lines) -> Iterator[Candidate]:
    """Yield what a payment should carry, as far as the pages say so."""
    for line in lines.all:
        yield from _structured(Span(line, 0, len(line.text)))
    for one in labelled(lines, REFERENCE, reference):
        if sum(map(str.isdigit, one.value)) >= FEWEST_DIGITS:
            yield one
    yield from (one for one in labelled(lines, ON_A_SLIP, reference) if one.hit and _below_account(lines, one.hit))
    for passage in passages(lines):
        text = plain(passage.text)
        for sentence in passage.sentences() if _ASKS.search(text) and _PAYS.search(text) else ():
            yield from _asked_for(sentence)
        for sentence in passage.sentences() if _PAYS.search(text) else ():
            yield from _found_by(sentence)
    yield from payments_meant(lines)


def _below_account(lines: Lines, hit: Hit) -> bool:
    """Tell whether an account stands above a label in its column, as on a slip for payment."""
    box = hit.span.box
    for other in lines.column_above(hit.span.line, box.left, box.right, most=ROWS_OF_A_SLIP):
        for cell in other.cells:
            bare = "".join(cell.text.split())
            if abs(cell.box.left - box.left) < INDENT and iban_valid(bare):
                return True
    return False


def _structured(span: Span) -> Iterator[Candidate]:
    text = span.text
    found = [(one, _divided_by_97("".join(one.groups()))) for one in _BELGIAN.finditer(text) if text.count("/") > 1]
    found += [(one, _is_creditor_reference(one[0])) for one in _CREDITOR.finditer(text)]
    found += [(one, True) for one in _SWISS.finditer(text) if _is_swiss(one[0])]
    for one, right in found:
        evidence = (Evidence.FORMAT, *((Evidence.CHECKSUM,) if right else ()))
        place = Span(span.line, one.start(), one.end())
        yield unlabelled(Parsed(one[0], place, sure=True), STRUCTURED, *evidence)


def _divided_by_97(digits: str) -> bool:
    """Tell whether the last two of twelve digits are the rest of the first ten by 97, as Belgian banks check them."""
    return (int(digits[:10]) % 97 or 97) == int(digits[10:])


def _is_creditor_reference(text: str) -> bool:
    """Tell whether the check digits of a creditor reference hold, by ISO 11649."""
    bare = "".join(text.split())
    return int("".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])) % 97 == 1


def _is_swiss(text: str) -> bool:
    """Tell whether the last of 27 digits is right, as Swiss payment slips have it."""
    carry = 0
    digits = [int(sign) for sign in text if sign != " "]
    for digit in digits[:-1]:
        carry = _CARRIES[(carry + digit) % 10]
    return (10 - carry) % 10 == digits[-1]


def _asked_for(sentence: Passage) -> Iterator[Candidate]:
    """Yield the reference that a sentence asks people to quote when they pay."""
    text = sentence.text
    folded = plain(text)
    asked = _ASKS.search(folded)
    if asked is None or len(folded) != len(text):
        return
    for word in re.finditer(r"\S+", text[asked.end() :]):
        if word.start() > FAR:
            return
        if sum(character.isdigit() for character in word[0]) < FEWEST_DIGITS:
            continue
        rest = sentence.cut(asked.end() + word.start(), len(text)).spans[0]
        parsed = reference(rest)
        if parsed is not None and parsed.span.start <= rest.start + 1:
            yield unlabelled(parsed, ASKED_FOR, Evidence.LABEL)
        return


def _found_by(sentence: Passage) -> Iterator[Candidate]:
    """Yield the one number of a sentence on paying, more surely if it is to find the payment by."""
    folded = plain(sentence.text)
    days = [(one.start, one.end) for one in find_dates(sentence.text)]
    found = [
        parsed
        for word in re.finditer(r"\S+", sentence.text if _PAYS.search(folded) else "")
        if sum(character.isdigit() for character in word[0]) > FEWEST_DIGITS
        and not any(start < word.end() and word.start() < end for start, end in days)
        and (parsed := reference(sentence.cut(word.start(), word.end()).spans[0])) is not None
    ]
    if len(found) == 1 and found[0].sure:
        before = " ".join(found[0].span.line.text[: found[0].span.start].split()[-WORDS_BEFORE:])
        if _FINDS.search(folded):
            yield unlabelled(found[0], ASKED_FOR, Evidence.POSITION)
        elif not _CAME.search(folded) and not _is_other(found[0]) and not named(before) - {Named.PAYMENT, Named.YOURS}:
            yield unlabelled(found[0], SPOKEN_OF)


def _is_other(parsed: Parsed) -> bool:
    """Tell whether a number is written as money or an account is."""
    return any(start <= parsed.span.start < end for start, end in others(parsed.span.line))
