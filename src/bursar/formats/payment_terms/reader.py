"""Payment terms from what a document says: wholly understood or not at all, because a guess would cost money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from bursar.core.terms import MOST_DAYS, DueRule, EarlyPayment, InvalidTerms, NetDays, PaymentTerms, Share, parse
from bursar.formats.payment_terms import grammar
from bursar.formats.payment_terms.grammar import MOST_UNNAMED_PERCENT, Meaning, is_harmless, meaning_of

MOST_CHARACTERS: Final = 1000
# XRechnung 3.0, BR-DE-18. A late payment's interest is no concern of the terms.
_LINE: Final = re.compile(
    r"#(?P<kind>SKONTO|VERZUG)#TAGE=(?P<days>\d{1,4})#PROZENT=(?P<percent>\d{1,2}\.\d{2})"
    r"(?:#BASISBETRAG=(?P<basis>-?\d{1,15}\.\d{2}))?#(?=\s|#|$)",
    re.ASCII,
)
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Offer:
    """A percentage off what is paid within so many days after the document date, of a part of it where one is named."""

    percent: Decimal
    days: int
    basis: Decimal | None = None

    def __str__(self) -> str:
        of = "" if self.basis is None else f" of {self.basis:f}"
        return f"{self.percent.normalize():f} %{of} within {self.days} days"


@dataclass(frozen=True, slots=True)
class TermsRead:
    """What payment terms say. `terms` is None where they are not wholly understood, or say nothing of when to pay.

    `not_held` tells people of discounts that are understood and that terms cannot hold: of a part, in several steps,
    for a payment after the due date.
    """

    terms: PaymentTerms | None
    is_understood: bool
    not_held: tuple[str, ...] = ()


_PROSE: Final = TermsRead(None, is_understood=False)


def read_terms(
    text: str | None,
    *,
    issued: date,
    due: date | None = None,
    payable: Decimal | None = None,
    offers: Sequence[Offer] = (),
) -> TermsRead:
    """Return the terms that a text and the discounts stated as data make, for a document of that date.

    `due` is the due date that the document states; it is when to pay where the words only tell of a discount, and says
    which of two meanings is meant. `payable` is what a discount is taken of.
    """
    words = text or ""
    if len(words) > MOST_CHARACTERS or "\x00" in words:
        return _PROSE
    canonical = _canonical(words)
    if canonical is not None:
        said = Meaning(discounts=(canonical.early_payment,) if canonical.early_payment else (), shares=canonical.shares)
        return _held(said, tuple(offers), issued, due, payable)
    structured, rest = _structured(words)
    stated = (*offers, *structured)
    meaning = meaning_of(rest, issued, due)
    if meaning is None and stated and is_harmless(rest):
        meaning = Meaning()
    if meaning is None:
        return _PROSE
    found = _held(meaning, stated, issued, due, payable)
    return found if _agree(meaning.amounts, found.terms, payable) else _PROSE


def speaks_of_discount(text: str) -> bool:
    """Say whether a text has a word for a discount or a percentage in it, understood or not; a long one may."""
    return len(text) > MOST_CHARACTERS or grammar.speaks_of_discount(text)


def _canonical(text: str) -> PaymentTerms | None:
    """Return terms that are written as our own; a percentage that could as well be days is neither."""
    try:
        terms = parse(text)
    except InvalidTerms:
        return None
    early = terms.early_payment
    return None if early and early.percent > MOST_UNNAMED_PERCENT else terms


def _structured(text: str) -> tuple[tuple[Offer, ...], str]:
    """Return the discounts of XRechnung's lines, and the text without these lines."""
    found = tuple(
        Offer(Decimal(line["percent"]), int(line["days"]), Decimal(line["basis"]) if line["basis"] else None)
        for line in _LINE.finditer(text)
        if line["kind"] == "SKONTO"
    )
    return found, _LINE.sub("\n", text)


def _agree(amounts: Sequence[Decimal], terms: PaymentTerms | None, payable: Decimal | None) -> bool:
    """Say whether each amount is what is to be paid, what a discount comes to, or what is left after it."""
    if not amounts:
        return True
    if terms is None or payable is None:
        return False
    less = payable * terms.early_payment.percent / 100 if terms.early_payment else Decimal(0)
    return all(any(abs(amount - one) < _CENT for one in (payable, payable - less, less)) for amount in amounts)


def _held(said: Meaning, stated: Sequence[Offer], issued: date, due: date | None, payable: Decimal | None) -> TermsRead:
    """Return the terms with the one discount that they can hold."""
    known = {(one.percent, one.days) for one in stated}
    spoken = [Offer(one.percent, one.days) for one in said.discounts if (one.percent, one.days) not in known]
    offers = tuple(dict.fromkeys((*stated, *spoken)))
    shares = said.shares or _all_due(said.rule, issued, due, is_offered=bool(offers))
    if not shares:
        return TermsRead(None, is_understood=True, not_held=tuple(map(str, offers)))
    try:
        last = max(share.rule.due(issued) for share in shares) if due is None else due
        early = _early(offers, payable)
        if early is not None and issued + timedelta(days=early.days) <= last:
            return TermsRead(PaymentTerms(shares, early), is_understood=True)
    except (OverflowError, ValueError):
        return _PROSE
    return TermsRead(PaymentTerms(shares), is_understood=True, not_held=tuple(map(str, offers)))


def _all_due(rule: DueRule | None, issued: date, due: date | None, *, is_offered: bool) -> tuple[Share, ...]:
    """Return when all of it is due: as the words say, else, for a discount to stand on, as the document states."""
    if rule is None and is_offered and due is not None and 0 <= (due - issued).days <= MOST_DAYS:
        rule = NetDays((due - issued).days)
    return () if rule is None else (Share(Decimal(100), rule),)


def _early(offers: Sequence[Offer], payable: Decimal | None) -> EarlyPayment | None:
    if len(offers) != 1 or offers[0].basis not in {None, payable}:
        return None
    try:
        return EarlyPayment(offers[0].percent, offers[0].days)
    except InvalidTerms:
        return None
