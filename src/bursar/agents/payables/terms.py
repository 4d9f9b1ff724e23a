"""A document's payment terms: what the books can compute of them, and what a person is told of the rest."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bursar.core.checks import Check
from bursar.core.invoices import Invoice, PaymentDiscount, plain
from bursar.core.terms import PaymentTerms
from bursar.formats.payment_terms.reader import Offer, TermsRead, read_terms, speaks_of_discount

_DAY: Final = frozenset({"DAY", "D"})  # UN/ECE recommendation 20, and what was written before it.
_CENT: Final = Decimal("0.01")


def terms_of(invoice: Invoice) -> TermsRead:
    """Return the terms that the document's words and data make; nothing where it has no date to count from."""
    if invoice.issue_date is None or not (invoice.payment_terms or invoice.payment_discounts):
        return TermsRead(None, is_understood=True)
    payable = _payable(invoice)
    offers = [_offer(one, invoice) for one in invoice.payment_discounts]
    read = read_terms(
        invoice.payment_terms,
        issued=invoice.issue_date,
        due=invoice.due_date,
        payable=payable,
        offers=tuple(one for one in offers if one is not None),
    )
    other = tuple(_told(one) for one, offer in zip(invoice.payment_discounts, offers, strict=True) if offer is None)
    terms = read.terms
    if terms is not None and len(terms.shares) > 1 and invoice.totals.prepaid:
        return TermsRead(None, is_understood=False)  # Whether the parts are of all of it or of the rest is not said.
    if not other or terms is None:
        return replace(read, not_held=(*read.not_held, *other))
    early = () if terms.early_payment is None else (str(Offer(terms.early_payment.percent, terms.early_payment.days)),)
    return replace(read, terms=PaymentTerms(terms.shares), not_held=(*read.not_held, *early, *other))


def terms_checks(invoice: Invoice, read: TermsRead) -> Iterator[Check]:
    """Yield what a person should know of the terms, so that no discount is lost and no date mistaken unseen."""
    if not (invoice.payment_terms or invoice.payment_discounts):
        return
    field = "payment_terms"
    costs = invoice.due_date is None or speaks_of_discount(invoice.payment_terms or "")
    yield Check(
        code="payment_terms_unclear",
        passed=read.is_understood or not costs,
        severity="warning",
        message="What the payment terms say of a discount or a due date can be computed.",
        actual=invoice.payment_terms,
        field=field,
    )
    yield Check(
        code="early_payment_not_held",
        passed=not read.not_held,
        severity="warning",
        message="The discount is one, on all that is to be paid, and for paying before a due date that is known.",
        actual="; ".join(read.not_held) or None,
        field=field,
    )
    if read.terms is not None and invoice.due_date is not None and invoice.issue_date is not None:
        computed = max(share.rule.due(invoice.issue_date) for share in read.terms.shares)
        yield Check(
            code="due_date_differs_from_terms",
            passed=computed == invoice.due_date,
            severity="warning",
            message="The stated due date is what the payment terms come to; the stated one counts.",
            expected=plain(computed),
            actual=plain(invoice.due_date),
            field="due_date",
        )


def _payable(invoice: Invoice) -> Decimal | None:
    stated = invoice.totals
    return stated.tax_inclusive if stated.payable is None else stated.payable


def _offer(one: PaymentDiscount, invoice: Invoice) -> Offer | None:
    """Return a discount stated as data; None where it is not a percentage for a number of days from the issue date."""
    if one.percent is None or one.period is None or one.period != one.period.to_integral_value():
        return None
    if one.unit not in _DAY or one.counted_from not in {None, invoice.issue_date}:
        return None
    of = _payable(invoice) if one.basis is None else one.basis
    if one.amount is not None and (of is None or abs(of * one.percent / 100 - one.amount) >= _CENT):
        return None
    return Offer(one.percent, int(one.period), one.basis)


def _told(one: PaymentDiscount) -> str:
    said = ((name, getattr(one, name)) for name in one.__dataclass_fields__)
    return ", ".join(f"{name.replace('_', ' ')} {plain(value)}" for name, value in said if value is not None)
