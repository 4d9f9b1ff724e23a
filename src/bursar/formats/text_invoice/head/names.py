"""What looks like the name of a company or a person, and what else stands in letterheads and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bursar.formats.text_invoice.head.lines import LOOSE, Line, Span
from bursar.formats.text_invoice.plain import plain

LONGEST: Final = 90
_FORMS: Final = (
    r"(?<![\w.])(?:"
    r"GmbH(?:\s?&\s?Co\.?\s?(?:KGaA|KG|OHG))?|G\.?m\.?b\.?H\.?|mbH|gGmbH|Ges\.?\s?m\.?\s?b\.?\s?H\.?|GesmbH"
    r"|UG(?:\s\(haftungsbeschränkt\))?|AG(?:\s?&\s?Co\.?\s?KG)?|KGaA|KG|OHG|e\.\s?K\.?|eK|e\.\s?V\.?|e\.\s?U\.?|eG|GbR"
    r"|a\.\s?G\.|SE|PartG(?:\smbB)?"
    r"|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|LP|PLC|plc|DAC|Inc\.?|Incorporated|Corp\.?|Corporation|Pty\.?(?:\sLtd\.?)?"
    r"|Pvt\.?\sLtd\.?|Co\.(?:,?\sLtd\.?)?"
    r"|B\.?\s?V\.?|N\.?\s?V\.?|V\.?O\.?F\.?|BVBA|SPRL|SRL|CVBA|SARL|S\.\s?[àa]\.?\s?r\.\s?l\.?|Sàrl|SAS|S\.A\.S\.?"
    r"|SASU|EURL|SNC|SCI|SCOP|S\.?A\.?R\.?L\.?|Société anonyme"
    r"|S\.?\s?p\.?\s?A\.?|SpA|S\.?\s?r\.?\s?l\.?s?\.?|Srl|S\.?a\.?s\.?|S\.?n\.?c\.?|S\.?\s?L\.?\s?(?:U\.?|L\.?)?"
    r"|S\.?\s?A\.?(?:\s?U\.?)?|S\.?\s?Coop\.?|C\.B\."
    r"|Oy|Oyj|AB|A/S|ApS|AS|ASA|[Ss]p\.\s?z\s?o\.?\s?o\.?|s\.r\.o\.|a\.s\.|Kft\.?|d\.o\.o\.|Lda\.?|Unipessoal"
    r")(?![\w])"
)
_FORM: Final = re.compile(_FORMS)
_FORM_IN_CAPITALS: Final = re.compile(_FORMS, re.IGNORECASE)
_CUT: Final = re.compile(r"\s+[-–—•●·|*]\s+|\s*[|●•·■]\s*|\s{2,}")
_STREET: Final = re.compile(
    r"^(?:.{2,60}?(?:str\.?|strasse|straße|gasse|weg|allee|platz|ring|damm|ufer|street|st\.|road|rd\.?|lane|avenue|ave\.?"
    r"|drive|straat|laan|plein|kade|gracht)\s?\d+.*"
    r"|\d+[a-z]?,?\s+(?:bis,?\s|ter,?\s)?(?:rue|avenue|av\.?|bd\.?|boulevard|chemin|place|allée|route|quai|impasse).*"
    r"|\d{1,4}[a-z]?,?\s+[^\W\d]{2,}.{0,40}"
    r"|\d+[a-z]?,?\s+.*(?:street|road|lane|avenue|drive|way|st\.?|rd\.?|square|court|close|park)"
    r"|(?:rue|via|viale|piazza|corso|calle|c/|avda\.?|avenida|plaza|pza\.?|paseo|po\.? ?box|postfach|ul\.|rua|polígono"
    r"|passeig|carrer|largo|postbus|bp|zi|za|zac|zone|suite|unit|apartado|casella postale|vicolo|strada|vía)\s.*"
    r"|[^\W\d].{1,50}[\s,]\d{1,4}(?:\s?[a-zA-Z]|/\w{1,3}|-\d{1,4})?(?:,\s?\d{1,2}\s?[º°ª]\s?\w?)?)$",
    re.IGNORECASE,
)
_NUMBERED_STREET: Final = re.compile(
    r"\d+[a-z]?,?\s[^,]*\b(?:street|st|road|rd|lane|avenue|ave|drive|dr|way|square|court|close|park|parade|boulevard|blvd"
    r"|mews|crescent|terrace|highway|parkway)\.?",
    re.IGNORECASE,
)
_CITY: Final = re.compile(
    r"(?:^|[\s,·])(?:[A-Z]{1,3}[ -])?\d{4,6}(?:\s?[A-Z]{2})?\s+[^\W\d]{2,}|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
    r"|,\s?[A-Z]{2}\s\d{5}|\d{2}-\d{3}\s[^\W\d]{2,}|\b[A-Z]\d[\dW]\s[A-Z\d]{4}\b"
)
_SALUTATION: Final = re.compile(
    r"(?:herrn?|frau|firma|fa|an|mr|mrs|ms|messrs|m|mme|monsieur|madame|sig|sigra|dott|spett le|spettle|spett\.?le"
    r"|sr|sra|dhr|mevr|de heer|familie|an die|to|t\.a\.v|attn|z\. ?hd)\.?:?",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"(?:herrn?|frau|mr|mrs|ms|m|mme|monsieur|madame|sig|sigra|sr|sra|dhr|mevr)\.?", re.IGNORECASE
)
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
_CAPITAL: Final = re.compile(r"(?:au capital|capital social|capitale sociale|capital de)", re.IGNORECASE)


def _form_in(text: str) -> re.Pattern[str]:
    """Return how legal forms look in a text: one in capitals has them in capitals, too."""
    return _FORM_IN_CAPITALS if text.isupper() else _FORM


def has_form(text: str) -> bool:
    """Tell whether a text has the legal form of a company in it."""
    return bool(_form_in(text).search(text))


def without_form(text: str) -> str:
    """Return a name without legal forms, in small letters without spaces or marks, to be compared."""
    return "".join(character for character in plain(_form_in(text).sub("", text)) if character.isalnum())


def is_salutation(text: str) -> bool:
    """Tell whether a line only says how to address the one below it."""
    return bool(_SALUTATION.fullmatch(text.strip()))


def is_title(text: str) -> bool:
    """Tell whether a line is only the title of the person named below it."""
    return bool(_TITLE.fullmatch(text.strip()))


def is_street(text: str) -> bool:
    """Tell whether a text is a street with a number."""
    return bool(_STREET.match(text.strip()))


def is_city(text: str) -> bool:
    """Tell whether a text is a postal code with a city; 1803 Lakeview Drive is none."""
    return bool(_CITY.search(text)) and not _NUMBERED_STREET.fullmatch(text.strip())


def is_name(span: Span) -> bool:
    """Tell whether a piece of text may be a name: letters, no address, no label, no number of any kind."""
    text = span.text.strip()
    letters = sum(character.isalpha() for character in text)
    digits = sum(character.isdigit() for character in text)
    if not 2 <= len(text) <= LONGEST or letters < 2 or digits > letters or "@" in text or "www." in text:
        return False
    if text[0] in '(&<>"/' or _HOST.fullmatch(text) or _CAPITAL.search(text) or (":" in text and not has_form(text)):
        return False
    if text.endswith(":") or ((is_street(text) or is_city(text)) and not has_form(text)):
        return False
    if _CITY.match(text) and text[0].isdigit():
        return False  # The letters of a Dutch postal code, as in 1012 AB, may look like a legal form.
    first = span.stripped()
    return not any(
        hit.span.start == first.start
        and (hit.colon or hit.span.end >= first.end - 1 or (digits and not hit.kinds <= LOOSE))
        for hit in span.line.hits
    )


def pieces(line: Line) -> Iterator[Span]:
    """Yield the parts of a line that bars, dots and dashes divide, as sender lines are written."""
    for cell in line.cells:
        start = cell.start
        for cut in _CUT.finditer(line.text, cell.start, cell.end):
            if cut.start() > start:
                yield named(Span(line, start, cut.start()))
            start = cut.end()
        if start < cell.end:
            yield named(Span(line, start, cell.end))


def named(span: Span) -> Span:
    """Return a piece of text up to the comma behind which an address starts."""
    span = span.stripped()
    text = span.text.rstrip(" ,;:")
    for position, character in enumerate(text):
        if character == "," and not _FORM.match(text[position + 1 :].strip()) and position > 2:
            rest = text[position + 1 :]
            if any(letter.isdigit() for letter in rest) or has_form(text[:position]):
                text = text[:position]
                break
    return Span(span.line, span.start, span.start + len(text))


def form_apart(text: str) -> str | None:
    """Return the legal form that a text states apart from a name, as "SARL au capital de 10 000 €" does."""
    found = _FORM.match(text)
    return found[0] if found and _CAPITAL.match(text[found.end() :].strip()) else None
