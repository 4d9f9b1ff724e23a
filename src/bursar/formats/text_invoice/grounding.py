"""A value that somebody says stands in a document: found there, or dropped.

Who says so (a model, a person who types) gives the field and the words as they stand on the page. The words must be
where people see them, whole; the value is then read from the page here, by the same readers as any other, so nothing is
taken over that the page does not say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bursar.core.checks import iban_valid
from bursar.core.extraction import HEADER, Evidence, Method, Value
from bursar.core.money import CURRENCIES
from bursar.formats.identifiers import vat_id_valid
from bursar.formats.pdf.page import Page, Word
from bursar.formats.pdf.rows import joined, rows
from bursar.formats.text_invoice.dates import find_dates, month_first_votes
from bursar.formats.text_invoice.numbers import notation, parse_amount

LONGEST_QUOTE: Final = 300
LONGEST_REFERENCE: Final = 50
LONGEST_TEXT: Final = 150
FEWEST_DIGITS: Final = 5  # Of a tax id; no country has shorter ones.
MOST_SIGNS: Final = 25
_DATES: Final = frozenset({"issue_date", "due_date", "delivery_date"})
_AMOUNTS: Final = frozenset({"net", "tax", "gross", "prepaid", "payable"})
_TAX_IDS: Final = frozenset({"seller_tax_id", "buyer_tax_id"})
_NUMBERED: Final = frozenset({"invoice_number", "order_reference", "customer_number"})
_IDENTIFIERS: Final = _TAX_IDS | {"iban", "bic"}
_SIGNS: Final[Mapping[str, str]] = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN"}
_NEVER: Final = frozenset({"type_code"})  # A code is not written on a page.


@dataclass(frozen=True, slots=True)
class _Placed:
    """The words of one page as one run of letters and digits, and which of them each stands in."""

    page: int
    words: tuple[Word, ...]
    letters: str
    owners: tuple[int, ...]


def ground(said: Iterable[tuple[str, str]], pages: Sequence[Page]) -> dict[str, Value]:
    """Return the values that stand where it is said they do, by field; `said` are pairs of field and quoted words.

    What is not found, cannot be read as its kind of value, or is no field of a header, is dropped.
    """
    placed = tuple(_placed(page) for page in pages)
    texts = [row.text for page in pages for row in rows(page)]
    reader = _Reader(decimal_mark=notation(texts), month_first=month_first_votes(texts) > 0)
    found: dict[str, Value] = {}
    for field, quote in said:
        if field not in HEADER or field in _NEVER or field in found:
            continue
        if field in _AMOUNTS and "%" in quote:
            continue  # A rate is no amount, and signs that carry no meaning are not looked for.
        places = tuple(_places(quote[:LONGEST_QUOTE], placed))
        read = reader.read(field, _text(places[0][1]).strip(" ,;:")) if places else None
        if read is not None:
            found[field] = _value(read, places)
    return found


@dataclass(frozen=True, slots=True)
class _Read:
    value: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    decimal_mark: str | None
    month_first: bool

    def read(self, field: str, text: str) -> _Read | None:
        """Return what the words say as this field's kind of value."""
        if field in _DATES:
            days = find_dates(text, month_first=self.month_first)
            return _Read(days[0].day.isoformat(), (Evidence.FORMAT,)) if len(days) == 1 else None
        if field in _AMOUNTS:
            amount = None if "%" in text else parse_amount(text, self.decimal_mark)
            return None if amount is None else _Read(format(amount, "f"), (Evidence.FORMAT,))
        if field == "currency":
            return _currency(text)
        if field in _IDENTIFIERS:
            return _identifier(field, text)
        return _text_of(field, text)


def _text_of(field: str, text: str) -> _Read | None:
    """Return a name or a reference: sentences are neither, and a reference has a digit."""
    is_number = field in _NUMBERED
    if not text or len(text) > (LONGEST_REFERENCE if is_number else LONGEST_TEXT):
        return None
    has_its_signs = any(map(str.isdigit if is_number else str.isalpha, text))
    return _Read(text) if has_its_signs else None


def _currency(text: str) -> _Read | None:
    code = _SIGNS.get(text, text.upper())
    return _Read(code, (Evidence.FORMAT,)) if code in CURRENCIES else None


def _identifier(field: str, text: str) -> _Read | None:
    bare = "".join(character for character in text if character.isalnum()).upper()
    if not bare or (field in _TAX_IDS and not FEWEST_DIGITS <= sum(map(str.isdigit, bare)) <= len(bare) <= MOST_SIGNS):
        return None
    right = iban_valid(bare) if field == "iban" else vat_id_valid(bare) is True
    # An account is only believed with its check digits: money is paid to it.
    if field == "iban" and not right:
        return None
    return _Read(bare, (Evidence.FORMAT, Evidence.CHECKSUM) if right else ())


def _value(read: _Read, places: Sequence[tuple[int, tuple[Word, ...]]]) -> Value:
    page, words = places[0]
    again = (Evidence.REPETITION,) if len(places) > 1 else ()
    return Value(
        value=read.value,
        raw=_text(words),
        method=Method.MODEL,
        page=page,
        box=joined(words),
        evidence=(*read.evidence, *again),
    )


def _text(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)


def _placed(page: Page) -> _Placed:
    words = tuple(word for row in rows(page) for word in row.words)
    letters: list[str] = []
    owners: list[int] = []
    for index, word in enumerate(words):
        bare = _bare(word.text)
        letters.append(bare)
        owners += [index] * len(bare)
    return _Placed(page.number, words, "".join(letters), tuple(owners))


def _places(quote: str, placed: Iterable[_Placed]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """Yield each run of whole words that is the quote, but for case, accents, spaces and punctuation."""
    wanted = _bare(quote)
    if not wanted:
        return
    for page in placed:
        at = page.letters.find(wanted)
        while at >= 0:
            first, last = page.owners[at], page.owners[at + len(wanted) - 1]
            begins = at == 0 or page.owners[at - 1] != first
            end = at + len(wanted)
            if begins and (end == len(page.owners) or page.owners[end] != last):
                yield page.page, page.words[first : last + 1]
            at = page.letters.find(wanted, at + 1)


def _bare(text: str) -> str:
    """Return letters, digits and the signs that carry meaning (a minus, a currency) in one form."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in folded if character.isalnum() or character in "-€$£¥₹")
