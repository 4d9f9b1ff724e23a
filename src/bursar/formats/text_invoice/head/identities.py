"""Tax ids, accounts and mail addresses: what looks like one anywhere, and whether its check digits hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bursar.core.checks import iban_valid
from bursar.core.extraction import Evidence, Value
from bursar.formats.identifiers import vat_id_valid
from bursar.formats.text_invoice.head.lines import Hit, Lines, Span
from bursar.formats.text_invoice.words.phrases import kinds_of, parts_of

IBAN_LENGTHS: Final = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
    "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
    "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20,
    "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18,
    "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24,
    "XK": 20,
}  # fmt: skip
_IBAN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\s?\d\d(?:[ .-]?[A-Z0-9]){8,32}(?![A-Za-z0-9])")
_LABELLED_IBAN: Final = re.compile(r"[A-Z]{2}\s?\d\d(?:[ ]?[A-Z0-9]{2,}){2,9}")
_BIC: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]{4}\s?[A-Z]{2}\s?[A-Z0-9]{2}(?:\s?[A-Z0-9]{3})?(?![A-Za-z0-9])")
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_WEB: Final = re.compile(r"(?:https?://)?(?:www\.)(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})", re.IGNORECASE)
# The shapes of VAT identifiers, as the European Commission lists them, with Switzerland, Norway and Great Britain.
_VAT_SHAPES: Final = {
    "AT": r"U\d{8}", "BE": r"[01]?\d{9}", "BG": r"\d{9,10}", "CY": r"\d{8}[A-Z]", "CZ": r"\d{8,10}", "DE": r"\d{9}",
    "DK": r"\d{8}", "EE": r"\d{9}", "EL": r"\d{9}", "ES": r"[A-Z0-9]\d{7}[A-Z0-9]", "FI": r"\d{8}",
    "FR": r"[A-Z0-9]{2}\d{9}", "GB": r"\d{9}(?:\d{3})?", "HR": r"\d{11}", "HU": r"\d{8}",
    "IE": r"\d[A-Z0-9+*]\d{5}[A-Z]{1,2}",
    "IT": r"\d{11}", "LT": r"\d{9}(?:\d{3})?", "LU": r"\d{8}", "LV": r"\d{11}", "MT": r"\d{8}", "NL": r"\d{9}B\d{2}",
    "PL": r"\d{10}", "PT": r"\d{9}", "RO": r"\d{2,10}", "SE": r"\d{12}", "SI": r"\d{8}", "SK": r"\d{10}",
    "XI": r"\d{9}(?:\d{3})?", "CHE": r"\d{9}", "NO": r"\d{9}",
}  # fmt: skip
_VAT: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?P<country>{'|'.join(sorted(_VAT_SHAPES, key=len, reverse=True))})[ .:-]?"
    r"(?P<rest>[A-Z0-9](?:[ ./-]?[A-Z0-9+*]){6,14})(?![A-Za-z0-9])"
)
_NATIONAL: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]?\d(?:[ ./-]?[A-Z0-9]){5,19}(?![A-Za-z0-9])")
_GROUPS: Final = re.compile(r"[ .:/-]")


@dataclass(frozen=True, slots=True)
class Identity:
    """An identifier that stands somewhere: normalised, its place, what speaks for it, and the label beside it."""

    value: str
    span: Span
    evidence: tuple[Evidence, ...]
    hit: Hit | None = None

    @property
    def labelled(self) -> bool:
        """Whether words beside or above it name it."""
        return self.hit is not None


def vat_ids(lines: Lines) -> Iterator[Identity]:
    """Yield what looks like VAT identifiers with their country, labelled or with right check digits."""
    for line in lines.all:
        for text, start, end in _shapes(line.text):
            span = Span(line, start, end)
            hit = label_of(lines, span, ("tax_id", "buyer_tax_id"))
            right = vat_id_valid(text) is True
            if hit or right or text[:2] not in {"DE", "NO", "FI", "DK", "LU", "MT", "SI", "EE", "EL"}:
                evidence = (
                    Evidence.FORMAT,
                    *((Evidence.CHECKSUM,) if right else ()),
                    *((Evidence.LABEL,) if hit else ()),
                )
                yield Identity(text, span, evidence, hit)


def _shapes(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield what looks like VAT identifiers with their places, from the second country in "IE VAT IE"."""
    found = _VAT.search(text)
    while found is not None:
        value = _shaped(found, _VAT_SHAPES[found["country"]])
        if value is not None:
            yield value[0], found.start(), value[1]
        found = _VAT.search(text, value[1] if value is not None else found.start() + 1)


def _shaped(found: re.Match[str], shape: str) -> tuple[str, int] | None:
    """Return the longest beginning of what was found that has its country's shape, and where it ends."""
    rest, start = found["rest"], found.start("rest")
    ends = [position for position in range(len(rest), 5, -1) if position == len(rest) or rest[position] in " ./-"]
    for end in ends:
        compact = _GROUPS.sub("", rest[:end])
        if re.fullmatch(shape, compact):
            return found["country"] + compact, start + end
    return None


def national_tax_ids(lines: Lines) -> Iterator[Identity]:
    """Yield labelled tax numbers without a country, as they are written."""
    for hit in lines.hits:
        if not hit.kinds & {"tax_id", "tax_number", "buyer_tax_id"} or hit.span.line.is_heading:
            continue
        before = lines.before(hit)
        for place in (*((before,) if before else ()), *lines.right_of(hit), *lines.below(hit)):
            lead = len(place.text) - len(place.text.lstrip(") "))  # "(EIN) 12-3456789".
            found = _NATIONAL.match(place.text, lead)
            if found:
                text = found[0]
                value = text if "/" in text else _GROUPS.sub("", text)
                digits = sum(character.isdigit() for character in value)
                if digits >= 7:
                    span = Span(place.line, place.start + lead, place.start + lead + len(text))
                    yield Identity(value, span, (Evidence.LABEL,), hit)
                break
            if any(character.isdigit() for character in place.text):
                break


def ibans(lines: Lines) -> Iterator[Identity]:
    """Yield accounts with right check digits anywhere, and what a label calls an account."""
    for line in lines.all:
        for found in _IBAN.finditer(line.text):
            whole = _account(found[0])
            if whole is not None:
                span = Span(line, found.start(), found.start() + whole)
                hit = label_of(lines, span, ("iban",))
                labels = (Evidence.LABEL,) if hit else ()
                yield Identity(_bare(span.text), span, (Evidence.FORMAT, Evidence.CHECKSUM, *labels), hit)
    for hit in lines.hits:
        if "iban" not in hit.kinds:
            continue
        for place in (*lines.right_of(hit), *lines.below(hit), *lines.after(hit)):
            match = _LABELLED_IBAN.match(place.text)
            if match:
                text = _until_words(match[0])
                span = Span(place.line, place.start, place.start + len(text))
                yield Identity(_bare(text), span, (Evidence.LABEL,), hit)
                break


def _until_words(text: str) -> str:
    """Return an account without words that follow it, as "BIC" does: groups without a digit are none of its own."""
    groups = text.split(" ")
    length = IBAN_LENGTHS.get(text[:2], 0)
    while len(groups) > 1 and not any(character.isdigit() for character in groups[-1]):
        if sum(map(len, groups)) <= length and not kinds_of(parts_of(groups[-1])):
            break  # The letters of a bank, before the account goes on in the next line.
        groups.pop()
    return " ".join(groups)


def _account(text: str) -> int | None:
    """Return how much of a text is an account with right check digits."""
    length = IBAN_LENGTHS.get(text[:2])
    if length is None:
        return None
    seen = 0
    for position, character in enumerate(text):
        seen += character.isalnum()
        if seen == length:
            return position + 1 if iban_valid(_bare(text[: position + 1])) else None
    return None


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def bics(lines: Lines) -> Iterator[Identity]:
    """Yield what a label calls the code of a bank, and what looks like one beside an account."""
    for hit in lines.hits:
        if "bic" not in hit.kinds:
            continue
        for place in (*lines.right_of(hit), *lines.below(hit)):
            found = _BIC.match(place.text)
            if found and found[0][4:].strip()[:2] in _COUNTRIES:
                span = Span(place.line, place.start, place.start + len(found[0]))
                yield Identity(_bare(found[0]), span, (Evidence.LABEL, Evidence.FORMAT), hit)
                break


def bics_near(lines: Lines, account: Value) -> Iterator[Identity]:
    """Yield what looks like the code of a bank in the country of an account, in its line or those around it."""
    for line in lines.all:
        box = line.row.box
        near = account.box is not None and line.row.page == account.page
        if not near or account.box is None or abs(box.top - account.box.top) > 4 * (box.bottom - box.top):
            continue
        for found in _BIC.finditer(line.text):
            if " " not in found[0] and found[0][4:6] == account.value[:2]:
                yield Identity(found[0], Span(line, found.start(), found.end()), (Evidence.FORMAT, Evidence.POSITION))


_COUNTRIES: Final = frozenset(IBAN_LENGTHS) | {
    "US",
    "CA",
    "AU",
    "NZ",
    "JP",
    "CN",
    "HK",
    "SG",
    "IN",
    "ZA",
    "MX",
    "KR",
    "TH",
}


def mails(lines: Lines) -> Iterator[Identity]:
    """Yield the addresses of mail."""
    for line in lines.all:
        for found in _MAIL.finditer(line.text) if "@" in line.text else ():
            span = Span(line, found.start(), found.start() + len(found[0].rstrip(".-")))
            yield Identity(span.text, span, (Evidence.FORMAT,), label_of(lines, span, ("email",)))


def hosts(lines: Lines) -> Iterator[Identity]:
    """Yield the hosts of web addresses."""
    for line in lines.all:
        for found in _WEB.finditer(line.text) if "www" in line.text else ():
            yield Identity(found["host"], Span(line, found.start(), found.end()), (Evidence.FORMAT,))


def label_of(lines: Lines, span: Span, kinds: tuple[str, ...]) -> Hit | None:
    """Return the label that names what stands at a place: before it in its line, or above it in its column."""
    line = span.line
    before = [hit for hit in line.hits if hit.span.end <= span.start]
    if before and any(kind in before[-1].kinds for kind in kinds):
        return before[-1]
    if before and before[-1].colon:
        return None
    box = span.box
    for other in lines.column_above(line, box.left, box.right, most=4):
        if box.top - other.row.box.bottom > 4 * (box.bottom - box.top):
            return None
        for hit in other.hits:
            if (
                hit.span.box.left <= box.right
                and hit.span.box.right >= box.left - 600
                and any(kind in hit.kinds for kind in kinds)
            ):
                return hit
    return None
