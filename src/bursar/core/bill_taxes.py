"""Tax codes on a bill: what its lines come to by them, and where the tax is booked that does not come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from bursar.core.bill_figures import FigureLine, line_net_of
from bursar.core.discounts import TaxShare
from bursar.core.errors import Refused
from bursar.core.money import Money
from bursar.core.posting import CodedLine, TaxPart
from bursar.core.tax import PricedLine, TaxRateMissing, TaxRule, allot, calculate, half_up, recoverable
from bursar.core.totals import TaxGroup, TaxRounding


class TaxCodeNotUsable(Refused):
    """A line names a tax code that is unknown here, inactive, or not for what is bought."""

    code = "tax_code_not_usable"


def rule_from(found: Mapping[str, Any], tax_code_id: UUID, *, line: int) -> TaxRule:
    """Return the rule of a tax code as it was found on the document's date, by the index of the line that names it.

    ``found`` has the codes by id, rate and share as text. Raises TaxCodeNotUsable and TaxRateMissing.
    """
    pointer = f"/lines/{line}/tax_code_id"
    code = found.get(str(tax_code_id))
    if code is None:
        raise TaxCodeNotUsable("A line names a tax code that it cannot use.", pointer=pointer)
    if code["rate"] is None:
        raise TaxRateMissing("The tax code has no rate on the document's date.", pointer=pointer)
    rounding = TaxRounding.PER_LINE if code["rounding"] == "line" else TaxRounding.PER_GROUP
    return TaxRule(code["category"], Decimal(code["rate"]), code["inclusive"], rounding, Decimal(code["share"]))


def figures_by_rule(
    lines: Sequence[FigureLine],
    rules: Sequence[TaxRule | None],
    currency: str,
    *,
    discount_percent: Decimal = Decimal(0),
) -> tuple[list[FigureLine], list[TaxGroup]]:
    """Return the lines with their nets, and the groups that their rules make.

    A line without a rule is taxed by its own category and percentage. A net that the vendor states is without tax,
    whatever the prices are. By ``discount_percent`` (`core.discounts.taxed_discount`) the groups' bases are below what
    their lines come to. Raises InvalidTaxRule, CurrencyMismatch, NotRepresentable and AmountOutOfRange.
    """
    priced = []
    for line, rule in zip(lines, rules, strict=True):
        taxed = rule or TaxRule(line.category, line.rate)
        if line.net is not None:
            taxed = replace(taxed, inclusive=False)
        priced.append(PricedLine(line_net_of(line, currency).minor, taxed))
    made = calculate(priced, discount_percent=discount_percent)

    def money(minor: int) -> Money:
        return Money.from_minor(minor, currency)

    return (
        [replace(line, net=money(one.net_minor)) for line, one in zip(lines, made.lines, strict=True)],
        [TaxGroup(one.category, one.rate, money(one.base_minor), money(one.tax_minor)) for one in made.groups],
    )


@dataclass(frozen=True, slots=True)
class BilledLine:
    """A bill's line as it is booked: who bears it, its net in minor units, and how it is taxed."""

    account_id: UUID
    net_minor: int
    memo: str
    category: str
    rate: Decimal
    tax_code_id: UUID | None
    cost_centre_id: UUID | None = None
    project_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class TaxedBill:
    """What a bill's lines and tax groups become in the books."""

    coded_lines: tuple[CodedLine, ...]
    tax_groups: tuple[TaxGroup, ...]
    tax_parts: tuple[TaxPart, ...]


def book_taxes(
    lines: Sequence[BilledLine],
    groups: Sequence[TaxGroup],
    codes: Mapping[str, Any],
    currency: str,
    *,
    discount_percent: Decimal = Decimal(0),
) -> TaxedBill:
    """Return what each account bears and what of the tax is booked under each code.

    The tax of a group, the vendor's own figure where it was stated, is allotted to its lines; what does not come back
    of a line's tax is borne by the line's account. A group none of whose lines has a code is left as it is. Bases are
    below what the lines come to by ``discount_percent``; each code's part of a base is that of its own lines.
    """
    costs = [line.net_minor for line in lines]
    plain: list[TaxGroup] = []
    parts: list[TaxPart] = []
    alike: dict[tuple[str, Decimal], list[int]] = {}
    for place, line in enumerate(lines):
        alike.setdefault((line.category, line.rate), []).append(place)
    for group in groups:
        places = alike[group.category, group.rate]
        if not any(lines[place].tax_code_id for place in places):
            plain.append(group)
            continue
        made = _parts(group, [lines[place] for place in places], codes, discount_percent)
        parts += made.parts
        for place, lost in zip(places, made.lost, strict=True):
            costs[place] += lost
    coded = tuple(
        CodedLine(line.account_id, Money.from_minor(cost, currency), line.memo, line.cost_centre_id, line.project_id)
        for line, cost in zip(lines, costs, strict=True)
    )
    return TaxedBill(coded, tuple(plain), tuple(parts))


@dataclass(frozen=True, slots=True)
class _Parts:
    """A group divided by code, and what of each line's tax does not come back."""

    parts: list[TaxPart]
    lost: list[int]


def _parts(group: TaxGroup, lines: Sequence[BilledLine], codes: Mapping[str, Any], discount_percent: Decimal) -> _Parts:
    rate, kept = Fraction(group.rate) / 100, 1 - Fraction(discount_percent) / 100
    taxes = allot(group.tax.minor, [line.net_minor * rate * kept for line in lines])
    lost: list[int] = []
    sums: dict[UUID | None, tuple[int, int, int]] = {}
    for line, tax in zip(lines, taxes, strict=True):
        back = recoverable(tax, _share(line.tax_code_id, codes))
        lost.append(tax - back)
        base_sum, tax_sum, back_sum = sums.get(line.tax_code_id, (0, 0, 0))
        sums[line.tax_code_id] = base_sum + line.net_minor, tax_sum + tax, back_sum + back

    def money(minor: int) -> Money:
        return Money.from_minor(minor, group.base.currency)

    # A vendor's own base differs from its lines' by its rounding: the first part has the difference.
    exact = [base * kept for base, _, _ in sums.values()]
    bases = allot(half_up(sum(exact, Fraction())), exact)
    off = group.base.minor - sum(bases)
    parts = []
    for place, (code, (_, tax, back)) in enumerate(sums.items()):
        account = None if code is None else codes[str(code)]["account_id"]
        whole = TaxGroup(group.category, group.rate, money(bases[place] if place else bases[0] + off), money(tax))
        parts.append(TaxPart(whole, money(back), code, account and UUID(account)))
    return _Parts(parts, lost)


def tax_shares(
    lines: Sequence[BilledLine], groups: Sequence[TaxGroup], codes: Mapping[str, Any], currency: str
) -> tuple[TaxShare, ...]:
    """Return the tax of a bill as a discount on it corrects it: by group, and by code where lines name codes."""
    made = book_taxes(lines, groups, codes, currency)
    return (
        *(TaxShare(one.category, one.rate, one.base.minor, one.tax.minor) for one in made.tax_groups),
        *(
            TaxShare(
                part.group.category,
                part.group.rate,
                part.group.base.minor,
                part.group.tax.minor,
                part.tax_code_id,
                _share(part.tax_code_id, codes),
                part.account_id,
            )
            for part in made.tax_parts
        ),
    )


def _share(tax_code_id: UUID | None, codes: Mapping[str, Any]) -> Decimal:
    return Decimal(1) if tax_code_id is None else Decimal(codes[str(tax_code_id)]["share"])
