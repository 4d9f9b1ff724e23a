"""Add an e-invoice up again and compare with what it states, with the tolerances of the official rules.

The rules are those of EN 16931-1:2017 as its official Schematron enforces them: sums must be equal to the last decimal
(BR-CO-10 to BR-CO-16); the tax of a group may differ by less than one unit of the currency (BR-CO-17), and so may the
base of a standard rated group (BR-S-08), because senders may round on lines. A line's own net amount is not part of
EN 16931; Peppol's R120 tolerates 0.02, and here it is only a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final, Literal, TypeAlias

from bursar.core.errors import Refused
from bursar.core.invoices import AllowanceCharge, Invoice, InvoiceLine, plain
from bursar.core.money import CURRENCIES, Money
from bursar.core.totals import AllowanceOrCharge, TaxedLine, TaxGroup, Totals, compute_totals, line_net, tax_on

Severity: TypeAlias = Literal["error", "warning", "info"]

MAX_REPORTED: Final = 20  # Failures of one code that are told one by one.
GROUP_TOLERANCE: Final = Decimal(1)  # BR-CO-17, BR-S-08: less than one unit of the currency.
LINE_TOLERANCE: Final = Decimal("0.02")  # PEPPOL-EN16931-R120.
ROUNDED_CATEGORIES: Final = frozenset({"S", "L", "M"})  # Taxed ones, whose base may be rounded (BR-S-08, BR-AF-08).
NOT_ADDED: Final = frozenset({"GROUP", "INFORMATION"})  # Factur-X EXTENDED lines that only head or explain others.
ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The answer of one check: what was expected, what the document says, and at which field."""

    code: str  # Stable snake_case: what is wrong when it fails.
    passed: bool
    severity: Severity  # How much it matters when it fails.
    message: str  # The rule as a sentence for people.
    expected: str | None = None
    actual: str | None = None
    field: str | None = None  # Field path as in `Invoice.places`.


def limited(checks: Iterable[Check]) -> Iterator[Check]:
    """Pass on at most `MAX_REPORTED` checks of one code, so that a large hostile file cannot flood its readers."""
    for _, same in groupby(checks, key=lambda check: check.code):
        for number, check in enumerate(same):
            if number < MAX_REPORTED:
                yield check


def sums(invoice: Invoice) -> tuple[Check, ...]:
    """Return the checks that add up; none if the currency is unknown, because nothing can be added without one."""
    currency = invoice.currency
    if currency is None or currency not in CURRENCIES:
        return ()
    try:
        _bookable(invoice, currency)
        totals = _recomputed(invoice, currency)
        return (
            *_size(invoice),
            *limited(_line_nets(invoice, currency)),
            *_totals(invoice, totals),
            *limited(_groups(invoice, totals, currency)),
            *limited(_group_taxes(invoice, currency)),
        )
    except Refused as refused:
        return (_not_bookable(refused),)


def added_lines(invoice: Invoice) -> tuple[InvoiceLine, ...]:
    """Return the lines whose amounts count: not text lines and not those that only head or explain others."""
    return tuple(line for line in invoice.lines if line.net_amount is not None and line.status not in NOT_ADDED)


def _bookable(invoice: Invoice, currency: str) -> None:
    """Raise Refused if a stated total or tax group has more digits than the books can carry."""
    stated = invoice.totals
    totals = (
        *(stated.line_net, stated.allowances, stated.charges, stated.tax_exclusive, stated.tax, stated.tax_inclusive),
        *(stated.prepaid, stated.rounding, stated.payable),
    )
    groups = (amount for group in invoice.tax_breakdown for amount in (group.base, group.tax))
    for amount in (*totals, *groups):
        _ = Money(amount or ZERO, currency).minor


def _recomputed(invoice: Invoice, currency: str) -> Totals:
    lines = [
        TaxedLine(Money(line.net_amount or ZERO, currency), line.tax_category or "", line.tax_rate or ZERO)
        for line in added_lines(invoice)
    ]
    parts = [
        AllowanceOrCharge(
            Money(part.amount or ZERO, currency), part.is_charge, part.tax_category or "", part.tax_rate or ZERO
        )
        for part in invoice.allowances_charges
    ]
    stated = invoice.totals
    return compute_totals(
        lines, parts, currency=currency, prepaid=stated.prepaid or ZERO, rounding=stated.rounding or ZERO
    )


def _not_bookable(refused: Refused) -> Check:
    return Check(
        code="amounts_not_bookable",
        passed=False,
        severity="error",
        message="Every amount has no more digits than its currency and the books can carry.",
        actual=refused.message,
    )


def _size(invoice: Invoice) -> Iterator[Check]:
    stated = invoice.totals
    payable = stated.payable if stated.payable is not None else stated.tax_inclusive
    yield Check(
        code="payable_missing",
        passed=payable is not None,
        severity="error",
        message="The invoice states what is to be paid (BT-115).",
        field="totals.payable",
    )
    if payable is None:
        return
    gross = stated.tax_inclusive if stated.tax_inclusive is not None else payable
    for code, passed, message in (
        ("negative_total", gross >= 0 and payable >= 0, "The total and the amount to pay are not below zero."),
        ("zero_total", gross != 0, "The total is not zero."),
    ):
        yield Check(
            code=code,
            passed=passed,
            severity="warning",
            message=message,
            actual=plain(min(gross, payable)),
            field="totals.payable",
        )


def _totals(invoice: Invoice, totals: Totals) -> Iterator[Check]:
    stated, lines = invoice.totals, bool(invoice.lines)
    net, exclusive = (
        _or(stated.line_net, totals.line_net.amount),
        _or(stated.tax_exclusive, totals.tax_exclusive.amount),
    )
    allowances, charges = stated.allowances or ZERO, stated.charges or ZERO
    tax = stated.tax or ZERO
    inclusive = _or(stated.tax_inclusive, exclusive + tax)
    if lines:
        yield _equal("line_net_sum_differs", "line_net", totals.line_net.amount, stated.line_net, "BR-CO-10")
    if lines or invoice.allowances_charges:
        yield _equal("allowances_differ", "allowances", totals.allowances.amount, allowances, "BR-CO-11")
        yield _equal("charges_differ", "charges", totals.charges.amount, charges, "BR-CO-12")
    if lines or stated.line_net is not None:
        expected = net - allowances + charges
        yield _equal("tax_exclusive_differs", "tax_exclusive", expected, stated.tax_exclusive, "BR-CO-13")
    if invoice.tax_breakdown:
        expected = sum((group.tax or ZERO for group in invoice.tax_breakdown), ZERO)
        yield _equal("tax_sum_differs", "tax", expected, tax, "BR-CO-14")
    yield _equal("tax_inclusive_differs", "tax_inclusive", exclusive + tax, stated.tax_inclusive, "BR-CO-15")
    due = inclusive - (stated.prepaid or ZERO) + (stated.rounding or ZERO)
    yield _equal("payable_differs", "payable", due, stated.payable, "BR-CO-16")


def _equal(code: str, field: str, expected: Decimal, stated: Decimal | None, rule: str) -> Check:
    """Compare a stated total; one that is left out is no contradiction, only the amount to pay must be there."""
    return Check(
        code=code,
        passed=stated is None or stated == expected,
        severity="error",
        message=f"The stated total is what its parts add up to ({rule}).",
        expected=plain(expected),
        actual=None if stated is None else plain(stated),
        field=f"totals.{field}",
    )


def _or(stated: Decimal | None, computed: Decimal) -> Decimal:
    return computed if stated is None else stated


def _groups(invoice: Invoice, totals: Totals, currency: str) -> Iterator[Check]:
    """Compare the base of each tax group with the lines, allowances and charges of its category and rate."""
    parts: tuple[InvoiceLine | AllowanceCharge, ...] = (*added_lines(invoice), *invoice.allowances_charges)
    if not invoice.lines or not invoice.tax_breakdown or any(part.tax_category is None for part in parts):
        return
    computed = {(group.category, group.rate): group for group in totals.tax_groups}
    for index, stated in enumerate(invoice.tax_breakdown):
        group = computed.pop((stated.category or "", stated.rate or ZERO), None)
        expected, actual = (group.base if group else Money.zero(currency)).amount, stated.base or ZERO
        difference = abs(expected - actual)
        yield Check(
            code="tax_base_differs",
            passed=difference < GROUP_TOLERANCE if stated.category in ROUNDED_CATEGORIES else difference == 0,
            severity="error",
            message="The base of a tax group is the sum of what is taxed so (BR-S-08 and its like).",
            expected=plain(expected),
            actual=plain(actual),
            field=f"tax_breakdown[{index}].base",
        )
    yield from (_group_missing(group) for group in computed.values())


def _group_missing(group: TaxGroup) -> Check:
    return Check(
        code="tax_group_missing",
        passed=group.base.amount == 0,
        severity="error",
        message="Every category and rate of the lines is in the tax breakdown (BR-S-01 and its like).",
        expected=f"{group.category} {plain(group.rate)} %: {plain(group.base.amount)}",
        field="tax_breakdown",
    )


def _group_taxes(invoice: Invoice, currency: str) -> Iterator[Check]:
    for index, stated in enumerate(invoice.tax_breakdown):
        if stated.base is None or stated.tax is None:
            continue
        expected = tax_on(Money(stated.base, currency), stated.rate or ZERO).amount
        yield Check(
            code="tax_group_differs",
            passed=abs(expected - stated.tax) < GROUP_TOLERANCE,
            severity="error",
            message="The tax of a group is its base times its rate, within one unit of the currency (BR-CO-17).",
            expected=plain(expected),
            actual=plain(stated.tax),
            field=f"tax_breakdown[{index}].tax",
        )


def _line_nets(invoice: Invoice, currency: str) -> Iterator[Check]:
    for index, line in enumerate(invoice.lines):
        stated = line.net_amount
        expected = _line_net(line, currency)
        if stated is None or expected is None:
            continue
        if abs(expected - stated) > LINE_TOLERANCE:
            yield Check(
                code="line_net_differs",
                passed=False,
                severity="warning",
                message="A line's net amount is its price times its quantity, with its charges and allowances (R120).",
                expected=plain(expected),
                actual=plain(stated),
                field=f"lines[{index}].net_amount",
            )


def _line_net(line: InvoiceLine, currency: str) -> Decimal | None:
    """Return what a line should cost, None if it does not say enough."""
    if line.quantity is None or line.price is None:
        return None
    parts = line.allowances_charges
    try:
        return line_net(
            line.quantity,
            line.price,
            Decimal(1) if line.base_quantity is None else line.base_quantity,
            charges=[part.amount or ZERO for part in parts if part.is_charge],
            allowances=[part.amount or ZERO for part in parts if not part.is_charge],
            currency=currency,
        )
    except Refused:
        return None
