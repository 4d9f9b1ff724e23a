"""The lines and charges that a page prints as those of an invoice, whose sums agree with its totals to the cent.

Amounts may be printed without tax or with it, and a charge on the whole document may stand between the lines and the
net total. What does not add up is not the document's: then each tax group stands as one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain
from typing import Final

from bursar.core.extraction import Extraction, Record
from bursar.core.invoices import AllowanceCharge, InvoiceLine, TaxBreakdown
from bursar.core.money import CURRENCIES, Money, Rounding

HUNDRED: Final = Decimal(100)
CENT: Final = Decimal("0.01")
ZERO: Final = Decimal(0)
MOST_WAYS: Final = 20_000  # To give rates to amounts that name none.
_TENTHS_TELL: Final = Decimal(20)  # Half a tenth of a percent of it is a cent.


@dataclass(frozen=True, slots=True)
class Added:
    """What makes up the net total: lines, and allowances and charges on the whole document."""

    lines: tuple[InvoiceLine, ...]
    allowances_charges: tuple[AllowanceCharge, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """One amount of a page, as it is printed and without tax, at the rate that it names or that sums give it."""

    record: Record
    amount: Decimal
    rate: Decimal | None
    net: Decimal


def lines_add_up(extraction: Extraction) -> bool:
    """Say whether every line has an amount and with the charges they are the net total, where one is stated."""
    amounts = _amounts(extraction)
    if not extraction.lines or amounts is None:
        return False
    stated = number(extraction.fields, "net")
    return stated is None or sum(amounts, ZERO) == stated


def breakdown(extraction: Extraction) -> tuple[TaxBreakdown, ...]:
    """Return the tax groups; where none was read, the one that the totals make, at the rate that they tell.

    Tax at no rate that there is, such as that of several groups, has none: so it differs from its base and is seen.
    """
    if extraction.tax_groups:
        return tuple(
            TaxBreakdown(base=number(group, "base"), tax=number(group, "tax"), rate=number(group, "rate"))
            for group in extraction.tax_groups
        )
    net, tax = number(extraction.fields, "net"), number(extraction.fields, "tax")
    if net is None or tax is None:
        return ()
    if _lines_tell(extraction, tax):
        return ()
    return (TaxBreakdown(base=net, tax=tax, rate=_rate_told(net, tax)),)


def added(extraction: Extraction) -> Added:
    """Return the lines and charges that make the net total, else a line for each tax group."""
    groups = breakdown(extraction)
    if lines_add_up(extraction):
        bases = {group.rate: group.base or ZERO for group in groups if group.base is not None}
        parts = _rated(_parts(extraction), bases)
        lines = len(extraction.lines)
        return Added(
            tuple(_line(n, part) for n, part in enumerate(parts[:lines], start=1)),
            tuple(_charges(parts[lines:], _left(parts[:lines], bases))),
        )
    parts = _without_tax(extraction, groups)
    if parts:
        lines = len(extraction.lines)
        return Added(
            tuple(_line(n, part) for n, part in enumerate(parts[:lines], start=1)),
            tuple(_charges(parts[lines:], {})),
        )
    return Added(tuple(_of_groups(extraction, groups)))


def _amounts(extraction: Extraction) -> list[Decimal] | None:
    """Return the amounts of lines and charges, None where one has none."""
    records = [
        *(number(line, "net") for line in extraction.lines),
        *(number(one, "amount") for one in extraction.charges),
    ]
    known = [amount for amount in records if amount is not None]
    return known if len(known) == len(records) else None


def _parts(extraction: Extraction) -> list[_Part]:
    amounts = _amounts(extraction) or []
    records = chain(extraction.lines, extraction.charges)
    return [
        _Part(record, amount, number(record, "tax_rate"), amount)
        for record, amount in zip(records, amounts, strict=True)
    ]


def _rated(parts: Sequence[_Part], sums: Mapping[Decimal | None, Decimal]) -> list[_Part]:
    """Return the parts with a rate each, where there is one way only in which those without it make the groups' sums.

    With one group or none there is nothing to tell apart.
    """
    if len(sums) < 2 or all(part.rate is not None for part in parts):
        return list(parts)
    rates = list(sums)
    start = tuple(sums[rate] - sum((part.amount for part in parts if part.rate == rate), ZERO) for rate in rates)
    ways: dict[tuple[Decimal, ...], tuple[int, tuple[Decimal | None, ...]]] = {start: (1, ())}
    for part in parts:
        if part.rate is not None:
            continue
        following: dict[tuple[Decimal, ...], tuple[int, tuple[Decimal | None, ...]]] = {}
        for left, (count, taken) in ways.items():
            for place, rate in enumerate(rates):
                after = (*left[:place], left[place] - part.amount, *left[place + 1 :])
                following[after] = (following.get(after, (0, ()))[0] + count, (*taken, rate))
        if len(following) > MOST_WAYS:
            return list(parts)
        ways = following
    count, found = ways.get((ZERO,) * len(rates), (0, ()))
    if count != 1:
        return list(parts)
    told = iter(found)
    return [part if part.rate is not None else replace(part, rate=next(told)) for part in parts]


def _left(lines: Sequence[_Part], bases: Mapping[Decimal | None, Decimal]) -> dict[Decimal, Decimal]:
    """Return what the lines leave of each group's base; nothing where a line or a group names no rate of the groups."""
    if None in bases or any(part.rate not in bases for part in lines):
        return {}
    return {
        rate: base - sum((part.amount for part in lines if part.rate == rate), ZERO)
        for rate, base in bases.items()
        if rate is not None
    }


def _charges(charges: Sequence[_Part], left: Mapping[Decimal, Decimal]) -> Iterator[AllowanceCharge]:
    """Yield charges at their rates; where no rate is theirs alone, what the lines leave of each group's base."""
    if len(left) > 1 and any(part.rate is None for part in charges):
        reason = ", ".join(filter(None, (text(part.record, "description") for part in charges))) or None
        for rate, amount in left.items():
            if amount:
                yield AllowanceCharge(is_charge=amount > 0, amount=abs(amount), reason=reason, tax_rate=rate)
        return
    for part in charges:
        reason = text(part.record, "description")
        yield AllowanceCharge(is_charge=part.net > 0, amount=abs(part.net), reason=reason, tax_rate=part.rate)


def _without_tax(extraction: Extraction, groups: Sequence[TaxBreakdown]) -> list[_Part]:
    """Return the parts with their net amounts where they are printed with tax; nothing where they are not.

    Such parts add up to each group's base and tax together; the base is divided among them in proportion, so that not a
    cent is lost.
    """
    currency = text(extraction.fields, "currency")
    if not extraction.lines or _amounts(extraction) is None or currency is None or currency not in CURRENCIES:
        return []
    whole = {group.rate: (group.base or ZERO) + (group.tax or ZERO) for group in groups}
    parts = _parts(extraction)
    if len(whole) == 1:
        parts = [part if part.rate is not None else replace(part, rate=groups[0].rate) for part in parts]
    parts = _rated(parts, whole)
    nets: dict[int, Decimal] = {}
    for group in groups:
        at = [n for n, part in enumerate(parts) if part.rate == group.rate]
        if not any(parts[n].amount > 0 for n in at):
            return []
        if sum((parts[n].amount for n in at), ZERO) != whole[group.rate]:
            return []
        amounts = [parts[n].amount for n in at]
        nets |= zip(at, _divided(Money(group.base or ZERO, currency), amounts, whole[group.rate]), strict=True)
    return [replace(part, net=nets[n]) for n, part in enumerate(parts)] if len(nets) == len(parts) else []


def _divided(base: Money, amounts: Sequence[Decimal], whole: Decimal) -> list[Decimal]:
    """Return the base divided in proportion to amounts; what is taken off is rounded, the others share what is left."""
    taken = [
        Money(base.amount * amount / whole, base.currency).rounded(Rounding.HALF_UP).amount if amount <= 0 else None
        for amount in amounts
    ]
    rest = base - Money(sum((one for one in taken if one is not None), ZERO), base.currency)
    shares = iter(rest.split([amount for amount in amounts if amount > 0]))
    return [one if one is not None else next(shares).amount for one in taken]


def _line(n: int, part: _Part) -> InvoiceLine:
    line, net = part.record, part.net
    quantity, price = number(line, "quantity"), number(line, "unit_price")
    # A discount may stand between price and amount; what is paid is the amount.
    if quantity is None or price is None or quantity * price != net:
        price = net / quantity if quantity else net
    return InvoiceLine(
        id=str(n),
        quantity=Decimal(1) if quantity is None else quantity,
        unit=text(line, "unit"),
        net_amount=net,
        price=price,
        tax_rate=part.rate,
        item_name=text(line, "description"),
        seller_item_id=text(line, "item_id"),
    )


def _of_groups(extraction: Extraction, groups: Sequence[TaxBreakdown]) -> Iterator[InvoiceLine]:
    """Yield a line for each tax group, or for the total where there is none."""
    net = number(extraction.fields, "net") or number(extraction.fields, "gross")
    if not groups and net is not None:
        groups = (TaxBreakdown(base=net, rate=ZERO),)
    for n, one in enumerate(groups, start=1):
        yield InvoiceLine(
            id=str(n),
            quantity=Decimal(1),
            net_amount=one.base,
            price=one.base,
            tax_rate=one.rate,
            item_name="All lines" if len(groups) == 1 or one.rate is None else f"All lines at {one.rate} % tax",
        )


def _lines_tell(extraction: Extraction, tax: Decimal) -> bool:
    """Say whether the lines name several rates and these make the tax: then the groups are those of the lines."""
    lines = [(number(line, "net"), number(line, "tax_rate")) for line in extraction.lines]
    taxes = [net * rate / HUNDRED for net, rate in lines if net is not None and rate is not None]
    rates = {rate for _, rate in lines}
    if len(rates) < 2 or len(taxes) < len(lines) or extraction.charges or not lines_add_up(extraction):
        return False
    return abs(sum(taxes) - tax) <= CENT * len(rates)


def _rate_told(net: Decimal, tax: Decimal) -> Decimal | None:
    """Return the whole percent that the tax is of the net amount, or the tenth where cents tell tenths apart."""
    if not net:
        return None if tax else Decimal(0)
    for decimals in (0, 1) if abs(net) > _TENTHS_TELL else (0,):
        rate = round(tax * HUNDRED / net, decimals)
        if abs(net * rate / HUNDRED - tax) <= CENT:
            return rate
    return None


def text(record: Record, name: str) -> str | None:
    """Return a value of a record as it was read."""
    return record[name].value if name in record else None


def number(record: Record, name: str) -> Decimal | None:
    """Return a value of a record as a number."""
    return Decimal(record[name].value) if name in record else None
