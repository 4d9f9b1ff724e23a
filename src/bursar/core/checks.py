"""Check an e-invoice as it was read: that it is complete and adds up, that its dates and identifiers are believable.

A check that fails never stops the reading: it is a value with a stable code, for a person or a policy to judge. The
code names what is wrong when the check fails; the message is the rule. Arithmetic is in `bursar.core.invoice_sums`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypeAlias

from bursar.core.invoice_sums import Check, Severity, limited, sums
from bursar.core.invoices import Invoice, plain
from bursar.core.money import CURRENCIES

__all__ = ["MAX_LINES", "Check", "Severity", "VatIdValid", "check_invoice", "iban_valid"]

VatIdValid: TypeAlias = Callable[[str], bool | None]

MAX_LINES: Final = 10_000  # What one bill may carry.
FAR_YEARS: Final = 10  # Tax records are kept for ten years in many countries; an older invoice is a mistake or a trap.
PROFORMA: Final = "325"  # UNTDID 1001: announces an invoice, asks for no payment.

_ALWAYS_ERRORS: Final = frozenset(
    {"amount_unreadable", "flag_missing", "flag_unreadable", "currency_mixed", "value_contradicted"}
)
_READ_FIRST: Final = frozenset({"issue_date"})  # A bill cannot be without it, however it is written.
_IBAN: Final = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_LOOKS_LIKE_IBAN: Final = re.compile(r"[A-Z]{2}\d{2}")


def check_invoice(invoice: Invoice, *, today: date, vat_id_valid: VatIdValid | None = None) -> tuple[Check, ...]:
    """Run every check on the invoice; a rule that fails often is reported `MAX_REPORTED` times at most.

    `today` is the day in the legal entity's time zone. `vat_id_valid` answers for a VAT identifier, None for "nobody
    can say"; without it these identifiers are not judged.
    """
    return (
        *_required(invoice),
        *limited(_readable(invoice)),
        *_kind(invoice),
        *_dates(invoice, today),
        *limited(_ibans(invoice)),
        *(_vat_ids(invoice, vat_id_valid) if vat_id_valid else ()),
        *sums(invoice),
    )


def iban_valid(iban: str) -> bool:
    """Return whether an IBAN has the right shape and check digits (ISO 13616: mod 97 of the rearranged digits is 1)."""
    compact = "".join(iban.split()).upper()
    if not (compact.isascii() and _IBAN.fullmatch(compact)):
        return False
    return int("".join(str(int(character, 36)) for character in compact[4:] + compact[:4])) % 97 == 1


def _required(invoice: Invoice) -> Iterator[Check]:
    seller = invoice.seller.name if invoice.seller else None
    for code, field, present, what in (
        ("number_missing", "number", invoice.number, "The invoice has a number (BT-1)."),
        ("issue_date_missing", "issue_date", invoice.issue_date, "The invoice has an issue date (BT-2)."),
        ("currency_missing", "currency", invoice.currency, "The invoice names its currency (BT-5)."),
        ("seller_name_missing", "seller.name", seller, "The invoice names the seller (BT-27)."),
        ("lines_missing", "lines", invoice.lines, "The invoice has at least one line (BG-25)."),
    ):
        yield Check(code=code, passed=bool(present), severity="error", message=what, field=field)


def _readable(invoice: Invoice) -> Iterator[Check]:
    yield Check(
        code="value_unreadable",
        passed=not invoice.problems,
        severity="info",
        message="Every value that stands in the invoice can be read.",
        actual=str(len(invoice.problems)),
        expected="0",
    )
    for problem in invoice.problems:
        grave = problem.code in _ALWAYS_ERRORS or (problem.code == "date_unreadable" and problem.field in _READ_FIRST)
        yield Check(
            code=problem.code,
            passed=False,
            severity="error" if grave else "warning",
            message="The value is written as its kind of value is written.",
            actual=problem.raw,
            field=problem.field,
        )


def _kind(invoice: Invoice) -> Iterator[Check]:
    if invoice.currency is not None:
        yield Check(
            code="currency_unknown",
            passed=invoice.currency in CURRENCIES,
            severity="error",
            message="The currency is an active ISO 4217 code.",
            actual=invoice.currency,
            field="currency",
        )
    yield Check(
        code="lines_too_many",
        passed=len(invoice.lines) <= MAX_LINES,
        severity="error",
        message="The invoice has no more lines than one bill may carry.",
        expected=str(MAX_LINES),
        actual=str(len(invoice.lines)),
        field="lines",
    )
    yield Check(
        code="proforma_invoice",
        passed=invoice.type_code != PROFORMA,
        severity="warning",
        message="The document asks for payment; a pro forma invoice does not.",
        actual=invoice.type_code,
        field="type_code",
    )


def _dates(invoice: Invoice, today: date) -> Iterator[Check]:
    issued, due = invoice.issue_date, invoice.due_date
    if issued is not None:
        yield Check(
            code="date_far_away",
            passed=issued <= today and issued.year >= today.year - FAR_YEARS,
            severity="warning",
            message=f"The issue date is not in the future and not older than {FAR_YEARS} years.",
            actual=plain(issued),
            field="issue_date",
        )
    if due is not None:
        near = issued or today
        yield Check(
            code="date_far_away",
            passed=abs(due.year - near.year) <= FAR_YEARS,
            severity="warning",
            message=f"The due date is within {FAR_YEARS} years of the issue date.",
            actual=plain(due),
            field="due_date",
        )
    if due is not None and issued is not None:
        yield Check(
            code="due_before_issue",
            passed=due >= issued,
            severity="warning",
            message="The invoice is not due before it was issued.",
            expected=plain(issued),
            actual=plain(due),
            field="due_date",
        )


def _ibans(invoice: Invoice) -> Iterator[Check]:
    for index, means in enumerate(invoice.payment_means):
        # A national account number is lawful in BT-84 and has no check digits that everybody knows.
        if means.account and _LOOKS_LIKE_IBAN.match(means.account):
            yield Check(
                code="iban_invalid",
                passed=iban_valid(means.account),
                severity="warning",
                message="The account to pay to has the check digits of an IBAN.",
                actual=means.account,
                field=f"payment_means[{index}].account",
            )


def _vat_ids(invoice: Invoice, vat_id_valid: VatIdValid) -> Iterator[Check]:
    for field, party in (
        ("seller", invoice.seller),
        ("buyer", invoice.buyer),
        ("tax_representative", invoice.tax_representative),
    ):
        if party and party.vat_id:
            answer = vat_id_valid(party.vat_id)
            yield Check(
                code="vat_id_invalid",
                passed=answer is not False,
                severity="warning",
                message="The VAT identifier has the shape and check digits of its country.",
                actual=party.vat_id,
                field=f"{field}.vat_id",
            )
