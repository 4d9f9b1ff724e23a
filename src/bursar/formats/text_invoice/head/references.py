"""Numbers that name documents, orders and customers: what looks like one, and what does not."""

from __future__ import annotations

import re
from typing import Final

from bursar.core.checks import iban_valid
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.head.lines import Span
from bursar.formats.text_invoice.head.search import Parsed
from bursar.formats.text_invoice.words.phrases import parts_of

MOST: Final = 40
MOST_GROUPS: Final = 3
MOST_DIGIT_GROUPS: Final = 7
_TOKEN: Final = re.compile(r"\S+")
_FILLERS: Final = frozenset({"n", "is", "ist", "est", "es", "e", "lautet", "de", "la", "du", "der", "ref"})
_AMOUNT: Final = re.compile(r"[-+]?(?:[$€£]\s?)?[-+]?\d{1,3}(?:[.,'’]?\d{3})*[.,]\d{2}(?:\s?[$€£%])?|\d+(?:[.,]\d+)?%")
_SHORT_START: Final = re.compile(r"[A-Z]{1,5}|[A-Z]{1,4}[-/.]")
_GROUP: Final = re.compile(r"[-/]|[\d/.-]{2,12}|[A-Z]{0,3}\d[\w/.-]{1,12}")
_ACCOUNT: Final = re.compile(r"[A-Z]{2}\d{2}\s?(?:[A-Z]{4}|\d{4}|[A-Z]\d{3})\s?[A-Z0-9]{4}\s?[A-Z0-9]{4}")
_EDGES: Final = ",;:()[]\"'„“”…·|*#№°º"
_PARENTHESES: Final = re.compile(r"\s*\([^()]{0,60}\)")


def reference(span: Span) -> Parsed | None:
    """Return the reference that a piece of text starts with: something short with a digit that is no date or amount."""
    tokens = list(_TOKEN.finditer(span.text))
    position = 0
    while position < len(tokens) and position < 3 and _is_filler(tokens[position][0]):
        position += 1
    if position >= len(tokens):
        return None
    first = tokens[position]
    if any(found.start == first.start() for found in find_dates(span.text)):
        return None  # The day of a date names nothing.
    if _ACCOUNT.match(span.text, first.start()):
        return None
    end = position + 1
    if _SHORT_START.fullmatch(first[0]) and end < len(tokens) and _GROUP.fullmatch(tokens[end][0].rstrip(".,;")):
        end += 1
    if [token[0] for token in tokens[end : end + 1]] in (["/"], ["-"]) and len(tokens) > end + 1:
        end += 2 * bool(_GROUP.fullmatch(tokens[end + 1][0].rstrip(".,;")))
    most = MOST_DIGIT_GROUPS if all(token[0].isdigit() for token in tokens[position:]) else MOST_GROUPS
    if len(tokens) - position <= most and all(_GROUP.fullmatch(token[0]) for token in tokens[position:]):
        end = len(tokens)
    text = span.text[first.start() : tokens[end - 1].end()]
    stripped = text.strip(_EDGES).rstrip(".-–/")
    start = span.start + first.start() + text.index(stripped) if stripped else span.start
    if not _is_reference(stripped):
        return None
    found = Span(span.line, start, start + len(stripped))
    digits = sum(character.isdigit() for character in stripped)
    alone = end == len(tokens)
    return Parsed(stripped, found, sure=digits >= 4, points=(8 if alone else 0) + (4 if digits >= 3 else -6))


def without_parentheses(span: Span) -> Span:
    """Return a piece of text behind a remark in parentheses that it starts with."""
    found = _PARENTHESES.match(span.text)
    return Span(span.line, span.start + found.end(), span.end).stripped() if found else span


def _is_filler(token: str) -> bool:
    parts = parts_of(token)
    return not any(character.isdigit() for character in token) and all(part.plain in _FILLERS for part in parts)


def _is_reference(text: str) -> bool:
    if not 1 <= len(text) <= MOST or not any(character.isdigit() for character in text):
        return False
    if _AMOUNT.fullmatch(text) or "@" in text or "://" in text or text.startswith(("www.", "urn:")):
        return False
    dates = find_dates(text)
    return not (dates and dates[0].end - dates[0].start == len(text)) and not iban_valid(text)
