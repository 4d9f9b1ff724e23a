"""Who sent this: normal forms of numbers, names and identifiers, and what speaks for a vendor.

Whether it came before is asked in `duplicates`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

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
# The database has the same bounds (`name_words`).
_MOST_WORDS: Final = 12
_LONGEST_WORD: Final = 40
_SHORTEST_FUZZY: Final = 5
_DOMAIN: Final = re.compile(r"[^@\s]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)")
# Where anybody may have mail: such a domain says nothing about whose document it is.
_FREE_MAIL_TEXT: Final = """
    aol.com bluewin.ch free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hotmail.com
    hotmail.de hotmail.fr hotmail.it icloud.com laposte.net libero.it live.com mac.com mail.com mail.de mail.ru me.com
    mailbox.org msn.com orange.fr outlook.com outlook.de outlook.fr pm.me posteo.de proton.me protonmail.com qq.com
    sfr.fr t-online.de telenet.be tiscali.it virgilio.it wanadoo.fr web.de yahoo.co.uk yahoo.com yahoo.de yahoo.es
    yahoo.fr yahoo.it yandex.com yandex.ru ymail.com ziggo.nl zoho.com
"""
_FREE_MAIL: Final = frozenset(_FREE_MAIL_TEXT.split())


class Evidence(StrEnum):
    """Why a vendor is taken for the seller, strongest first."""

    TAX_ID = "tax_id"
    IBAN = "iban"
    NAME = "name"
    ALIAS = "alias"
    DOMAIN = "domain"
    NAME_TOKENS = "name_tokens"


@dataclass(frozen=True, slots=True)
class VendorFacts:
    """What is known of a vendor, as written."""

    vendor_id: UUID
    name: str
    tax_ids: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SellerFacts:
    """What a document says about its seller, as written."""

    name: str
    tax_ids: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VendorMatch:
    """The evidence that one vendor is the seller: reasons strongest first, and what speaks against it.

    ``score`` ranks: any evidence outweighs all weaker evidence together; 0 is none. A name and an alias weigh the same.
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


def mail_domain(email: str) -> str | None:
    """Return the domain of an e-mail address, or None where anybody may have mail, or it is no address."""
    found = _DOMAIN.fullmatch(email.strip().lower())
    return found[1] if found and found[1] not in _FREE_MAIL else None


def name_words(name_key: str) -> frozenset[str]:
    """Return the words of a normalised name, and each long one without any of its letters, by which it is found.

    Two words that differ by one letter, or by two that changed places, have one of these in common.
    """
    words = list(dict.fromkeys(word[:_LONGEST_WORD] for word in name_key.split()))[:_MOST_WORDS]
    return frozenset(variant for word in words for variant in _variants(word))


def seller_key(tax_id: str | None, name: str) -> str:
    """Return what two sellers have in common that are one: the tax id or, without one, the name."""
    return normalise_tax_id(tax_id or "") or normalise_name(name)


def score_vendor(candidate: VendorFacts, document: SellerFacts) -> VendorMatch:
    """Weigh what speaks for a vendor: tax id, IBAN, the whole name or an alias, the mail's domain, half of the words.

    A tax id of the same country that differs makes it another company, whatever it is called and wherever it is paid.
    """
    theirs, ours = _normal(document.tax_ids, normalise_tax_id), _normal(candidate.tax_ids, normalise_tax_id)
    if not theirs & ours and _countries(theirs) & _countries(ours):
        return VendorMatch(candidate.vendor_id, 0, (), ("tax_id_differs",))
    found = {
        Evidence.TAX_ID: bool(theirs & ours),
        Evidence.IBAN: bool(_normal(document.ibans, normalise_iban) & _normal(candidate.ibans, normalise_iban)),
        Evidence.NAME: _same_name(candidate.name, document.name),
        Evidence.ALIAS: any(_same_name(alias, document.name) for alias in candidate.aliases),
        Evidence.DOMAIN: bool({mail_domain(email) for email in document.emails} & set(candidate.domains)),
        Evidence.NAME_TOKENS: any(
            _alike(name, document.name) >= _ENOUGH_TOKENS for name in (candidate.name, *candidate.aliases)
        ),
    }
    reasons = tuple(evidence for evidence in Evidence if found[evidence])
    return VendorMatch(candidate.vendor_id, sum({_WORTH[reason] for reason in reasons}), reasons)


# Set apart, so that any evidence is worth more than all weaker evidence together.
_WORTH: Final = {
    Evidence.TAX_ID: 16,
    Evidence.IBAN: 8,
    Evidence.NAME: 4,
    Evidence.ALIAS: 4,
    Evidence.DOMAIN: 2,
    Evidence.NAME_TOKENS: 1,
}


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
    """Return the share of words that two names have in common (Jaccard index); a slip of the pen is no other word."""
    ours, theirs = (list(dict.fromkeys(normalise_name(name).split()))[:_MOST_WORDS] for name in (left, right))
    theirs_left = [word for word in theirs if word not in ours]
    common = len(theirs) - len(theirs_left)
    for word in ours:
        near = None if word in theirs else next((one for one in theirs_left if _variants(word) & _variants(one)), None)
        if near is not None:
            theirs_left.remove(near)
            common += 1
    return Fraction(common, len(ours) + len(theirs) - common or 1)


def _variants(word: str) -> frozenset[str]:
    if len(word) < _SHORTEST_FUZZY:
        return frozenset({word})
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})
