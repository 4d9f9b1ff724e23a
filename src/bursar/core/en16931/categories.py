"""The tax categories of a document, gathered once: which there are, and what the lines of each add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from bursar.core.en16931.reading import ZERO, is_vat, rounded, total
from bursar.core.en16931.terms import Group

Kind = Literal["line", "allowance", "charge", "breakdown", "other"]

LINE: Final = ("BT-151", "BT-152")
ALLOWANCE: Final = ("BT-95", "BT-96")
CHARGE: Final = ("BT-102", "BT-103")
BREAKDOWN: Final = ("BT-118", "BT-119")


@dataclass(frozen=True, slots=True)
class Category:
    """One tax category as it stands in a line, an allowance, a charge or a breakdown."""

    kind: Kind
    code: str
    vat: bool
    group: Group


@dataclass(frozen=True, slots=True)
class Share:
    """What a line, an allowance or a charge adds to the categories (and rates) that it is marked with."""

    codes: frozenset[str]
    rates: frozenset[Decimal]
    amount: Decimal

    def counts(self, code: str, rate: Decimal | None) -> bool:
        """Tell whether it belongs to the category, and to the rate if one is given."""
        return code in self.codes and (rate is None or rate in self.rates)


@dataclass(frozen=True, slots=True)
class Categories:
    """All categories of a document, and the shares of its lines, allowances and charges."""

    found: tuple[Category, ...]
    lines: tuple[Share, ...]
    allowances: tuple[Share, ...]
    charges: tuple[Share, ...]
    partial: tuple[Share, ...]  # Allowances and charges of the document and of its lines.
    has_lines: bool

    def of(self, code: str, *kinds: Kind, vat: bool = False) -> Sequence[Category]:
        """Return those of that code and kind (any kind if none is named), with `vat` only those of the scheme VAT."""
        return [
            one for one in self.found if one.code == code and (not kinds or one.kind in kinds) and (one.vat or not vat)
        ]

    def others(self, code: str, *kinds: Kind, vat: bool = False) -> Sequence[Category]:
        """Return those of the kinds that have another code."""
        return [one for one in self.found if one.code != code and one.kind in kinds and (one.vat or not vat)]

    def base(self, code: str, rate: Decimal | None, *, round_parts: bool = False, lines: bool = True) -> Decimal:
        """Return lines less allowances plus charges of the category (and rate), exact or each sum in cents."""
        finish: Callable[[Decimal], Decimal] = rounded if round_parts else _exact
        of_lines = _sum(self.lines, code, rate) if lines else ZERO
        charges, allowances = _sum(self.charges, code, rate), _sum(self.allowances, code, rate)
        return finish(of_lines) + finish(charges) - finish(allowances)

    def is_sold(self, code: str, rate: Decimal) -> bool:
        """Tell whether any line, allowance or charge has the category and the rate."""
        return any(share.counts(code, rate) for share in (*self.lines, *self.partial))

    def is_partial(self, code: str, rate: Decimal) -> bool:
        """Tell whether any allowance or charge has the category and the rate."""
        return any(share.counts(code, rate) for share in self.partial)


def categories(document: Group) -> Categories:
    """Return the categories of the document, gathered the first time that they are asked for."""
    return document.root.once("categories", _gather)


def code_of(group: Group, code: str) -> str:
    """Return the code of a category; CII counts the white space around it, UBL does not."""
    return next(iter(_codes(group, code)), "")


def _codes(group: Group, code: str) -> Sequence[str]:
    if group.root.syntax == "cii":
        return tuple(dict.fromkeys(term.written or term.value for term in group.all(code)))  # It counts elements.
    return [term.value for term in group.all(code)]


def _gather(document: Group) -> Categories:
    lines = document.groups("BG-25")
    allowances = _shares(document.groups("BG-20"), "ALLOWANCE-VAT", ALLOWANCE, "BT-92")
    charges = _shares(document.groups("BG-21"), "CHARGE-VAT", CHARGE, "BT-99")
    of_lines = (
        _shares(document.everywhere("BG-27"), "ALLOWANCE-VAT", ALLOWANCE, "BT-136"),
        _shares(document.everywhere("BG-28"), "CHARGE-VAT", CHARGE, "BT-141"),
    )
    return Categories(
        found=tuple(_found(document)),
        lines=_shares(lines, "BG-30", LINE, "BT-131"),
        allowances=allowances,
        charges=charges,
        partial=(*allowances, *charges, *of_lines[0], *of_lines[1]),
        has_lines=bool(lines),
    )


def _found(document: Group) -> Iterator[Category]:
    contexts: tuple[tuple[str, Kind, str], ...] = (
        ("BG-30", "line", LINE[0]),
        ("SUB-LINE-VAT", "line", LINE[0]),
        ("ALLOWANCE-VAT", "allowance", ALLOWANCE[0]),
        ("CHARGE-VAT", "charge", CHARGE[0]),
        ("WITHHOLDING-VAT", "other", BREAKDOWN[0]),
    )
    for context, kind, code in contexts:
        for group in document.everywhere(context):
            yield from _each(kind, group, code)
    for group in document.everywhere("BREAKDOWN-VAT"):
        of_document = group.parent is not None and group.parent.parent is document
        yield from _each("breakdown" if of_document else "other", group, BREAKDOWN[0])


def _each(kind: Kind, group: Group, code: str) -> Iterator[Category]:
    # One that has no code is of another category in UBL, of none in CII.
    unnamed = () if group.root.syntax == "cii" else ("",)
    for one in _codes(group, code) or unnamed:
        yield Category(kind, one, is_vat(group, code), group)


def _shares(groups: Sequence[Group], part: str, terms: tuple[str, str], amount: str) -> tuple[Share, ...]:
    code, rate = terms
    return tuple(
        Share(
            codes=frozenset(one for category in group.groups(part) for one in _codes(category, code)),
            rates=frozenset(number for category in group.groups(part) if (number := category.number(rate)) is not None),
            amount=total((group,), amount),
        )
        for group in groups
    )


def _sum(shares: Sequence[Share], code: str, rate: Decimal | None) -> Decimal:
    return sum((share.amount for share in shares if share.counts(code, rate)), ZERO)


def _exact(amount: Decimal) -> Decimal:
    return amount
