"""Who sent this, and have we had it before: normal forms, evidence for a vendor, evidence for a duplicate."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

from bursar.core.bills import BillKind
from bursar.core.money import Money

# Legal forms as they stand after folding, with dots gone; written apart ("s r l") they are the same forms.
_LEGAL_FORM_TEXT: Final = """
    a s|ab|ag|aktiebolag|aktiengesellschaft|aps|as|asa|b v|bhd|bv|bvba|co|company|corp|corporation|cv|d o o|dd|doo|e k|
    e v|ek|eood|eurl|ev|g m b h|gbr|ggmbh|gmbh|i s|inc|incorporated|ivs|k s|kft|kg|kgaa|kk|ks|limited|limitada|llc|llp|
    lp|ltd|ltda|mbh|n v|nv|nyrt|o u|ohg|oo|ood|ou|oy|oyj|pjsc|plc|private|pte|pty|pvt|s a|s a r l|s a s|s l|s p a|s r l|
    s r o|sa|sarl|sas|sasu|sc|sca|scs|sdn|se|sia|sl|slu|snc|sp k|sp z o o|sp z oo|spa|spol|sprl|srl|sro|stichting|tbk|
    tmi|ua|uab|ug|unlimited|vof|zrt
"""
_LEGAL_FORMS: Final = frozenset(tuple(form.split()) for form in _LEGAL_FORM_TEXT.split("|"))
_LONGEST_FORM: Final = max(map(len, _LEGAL_FORMS))
_NOT_ASCII_ALNUM: Final = re.compile(r"[^0-9A-Z]")
_DIGITS: Final = re.compile(r"[0-9]+")
# Words that the Swiss and Norwegians write behind a registered number.
_TAX_SUFFIX: Final = re.compile(r"(?<=[0-9])(?:MWST|TVA|IVA|MVA|VAT)$")
# Dots, apostrophes and accents inside a word do not divide it.
_SILENT: Final = re.compile("[.'’´`\u0300-\u036f]")
_ENOUGH_TOKENS: Final = Fraction(1, 2)


class Evidence(StrEnum):
    """Why a vendor is taken for the seller, strongest first."""

    TAX_ID = "tax_id"
    IBAN = "iban"
    NAME = "name"
    NAME_TOKENS = "name_tokens"


@dataclass(frozen=True, slots=True)
class VendorFacts:
    """What is known of a vendor, as written."""

    vendor_id: UUID
    name: str
    tax_ids: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SellerFacts:
    """What a document says about its seller, as written."""

    name: str
    tax_ids: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VendorMatch:
    """The evidence that one vendor is the seller: reasons strongest first, and what speaks against it.

    ``score`` ranks: any evidence outweighs all weaker evidence together; 0 is none.
    """

    vendor_id: UUID
    score: int
    reasons: tuple[Evidence, ...]
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VendorChoice:
    """The one best vendor with its evidence, or None with the reason: ``no_evidence``, or ``ambiguous`` and by what."""

    vendor_id: UUID | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What tells one incoming document from another.

    ``content_sha256`` is the digest of the file's bytes; ``seller`` the vendor's id as text or, before there is a
    vendor, a normal form of the seller's tax id or name. None is not known and equals nothing.
    """

    content_sha256: str | None = None
    seller: str | None = None
    number: str | None = None
    document_date: date | None = None
    gross: Money | None = None
    kind: BillKind = BillKind.BILL


def normalise_document_number(text: str) -> str:
    """Return a document number without case, accents, separators and leading zeros: ``INV-0042/a`` is ``inv42a``.

    Compatibility forms are folded (Unicode TR 15, NFKD, and caseless matching D146), so full-width digits are digits.
    """
    return _DIGITS.sub(lambda run: run[0].lstrip("0") or "0", "".join(filter(_is_word, _folded(text))))


def normalise_name(text: str) -> str:
    """Return a company's name as lower-case words without accents, punctuation and legal form at either end.

    A name that is nothing but legal forms keeps one of them.
    """
    spoken = _SILENT.sub("", _folded(text))
    words = "".join(char if _is_word(char) else " " for char in spoken).split()
    while size := _legal_form(words, at_end=True):
        words = words[:-size]
    while size := _legal_form(words, at_end=False):
        words = words[size:]
    return " ".join(words)


def normalise_tax_id(text: str) -> str:
    """Return a tax id as capitals and digits, without the words behind it: ``CHE-123.456.789 MWST`` ends in 789."""
    return _TAX_SUFFIX.sub("", _capitals(text))


def normalise_iban(text: str) -> str:
    """Return an IBAN in its electronic form (ISO 13616): capitals and digits."""
    return _capitals(text)


def score_vendor(candidate: VendorFacts, document: SellerFacts) -> VendorMatch:
    """Weigh what speaks for a vendor: tax id, then IBAN, then the whole name, then at least half of its words.

    A tax id of the same country that differs makes it another company, whatever it is called: names then say nothing.
    """
    theirs, ours = _normal(document.tax_ids, normalise_tax_id), _normal(candidate.tax_ids, normalise_tax_id)
    differs = not theirs & ours and bool(_countries(theirs) & _countries(ours))
    found = {
        Evidence.TAX_ID: bool(theirs & ours),
        Evidence.IBAN: bool(_normal(document.ibans, normalise_iban) & _normal(candidate.ibans, normalise_iban)),
        Evidence.NAME: not differs and _same_name(candidate.name, document.name),
        Evidence.NAME_TOKENS: not differs and _alike(candidate.name, document.name) >= _ENOUGH_TOKENS,
    }
    return VendorMatch(
        vendor_id=candidate.vendor_id,
        score=sum(1 << rank for rank, evidence in enumerate(reversed(Evidence)) if found[evidence]),
        reasons=tuple(evidence for evidence in Evidence if found[evidence]),
        contradictions=("tax_id_differs",) if differs else (),
    )


def choose_vendor(candidates: Iterable[VendorFacts], document: SellerFacts) -> VendorChoice:
    """Return the vendor with the strongest evidence; never one of two that are equally good."""
    matches = {candidate.vendor_id: score_vendor(candidate, document) for candidate in candidates}
    best = max((match.score for match in matches.values()), default=0)
    if not best:
        return VendorChoice(None, ("no_evidence",))
    first, *others = (match for match in matches.values() if match.score == best)
    if others:
        return VendorChoice(None, ("ambiguous", *first.reasons))
    return VendorChoice(first.vendor_id, first.reasons)


def duplicate_reasons(document: Candidate, other: Candidate) -> tuple[str, ...]:
    """Return why two documents may be one, strongest first; nothing when nothing says so.

    ``same_bytes``: the same file. ``same_number_and_year``: the same seller, kind, normalised number and calendar year.
    ``same_amount_and_date``: the same seller, kind, total with tax and document date.
    """
    alike = _known_equal(document.seller, other.seller) and document.kind is other.kind
    found = {
        "same_bytes": _known_equal(document.content_sha256, other.content_sha256),
        "same_number_and_year": alike and _known_equal(_number_and_year(document), _number_and_year(other)),
        "same_amount_and_date": alike and _known_equal(_amount_and_date(document), _amount_and_date(other)),
    }
    return tuple(reason for reason, holds in found.items() if holds)


def _folded(text: str) -> str:
    """Fold case and compatibility forms until nothing changes, and write every decimal digit in ASCII."""
    once = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    folded = unicodedata.normalize("NFKD", once.casefold())
    return "".join(str(unicodedata.decimal(char, char)) for char in folded)


def _is_word(char: str) -> bool:
    """Say whether a folded character is part of a word: letters, digits, and the vowel signs of other scripts.

    Latin, Greek and Cyrillic accents (U+0300 to U+036F) are not: people leave them out.
    """
    return char.isalnum() or (unicodedata.category(char).startswith("M") and not "\u0300" <= char <= "\u036f")


def _legal_form(words: list[str], *, at_end: bool) -> int:
    """Return how many words the longest legal form at one end has, 0 where there is none or nothing else would stay."""
    for size in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        if tuple(words[-size:] if at_end else words[:size]) in _LEGAL_FORMS:
            return size
    return 0


def _capitals(text: str) -> str:
    return _NOT_ASCII_ALNUM.sub("", _folded(text).upper())


def _normal(texts: Iterable[str], normalise: Callable[[str], str]) -> frozenset[str]:
    return frozenset(filter(None, map(normalise, texts)))


def _countries(tax_ids: Iterable[str]) -> set[str]:
    return {tax_id[:2] for tax_id in tax_ids if tax_id[:2].isalpha()}


def _same_name(left: str, right: str) -> bool:
    name = normalise_name(left)
    return bool(name) and name == normalise_name(right)


def _alike(left: str, right: str) -> Fraction:
    """Return the share of words that two names have in common (Jaccard index)."""
    ours, theirs = set(normalise_name(left).split()), set(normalise_name(right).split())
    return Fraction(len(ours & theirs), len(ours | theirs) or 1)


def _known_equal(left: object | None, right: object | None) -> bool:
    return left is not None and left == right


def _number_and_year(document: Candidate) -> tuple[str, int] | None:
    number = normalise_document_number(document.number or "")
    return (number, document.document_date.year) if number and document.document_date else None


def _amount_and_date(document: Candidate) -> tuple[Money, date] | None:
    if document.gross is None or document.document_date is None:
        return None
    return document.gross, document.document_date
