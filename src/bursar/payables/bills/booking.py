"""What a bill comes to, and how it is booked: its day, base currency at its own date's rate, what it leaves open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from bursar.core import bills as rules
from bursar.core.bill_figures import BillFigures, FigureLine, bill_figures
from bursar.core.bill_taxes import figures_by_rule
from bursar.core.bills import BillFacts, BillKind
from bursar.core.discounts import taxed_discount
from bursar.core.exchange import Rate, divided, in_base
from bursar.core.matching import normalise_name
from bursar.core.money import Money
from bursar.core.periods import posting_date
from bursar.core.posting import bill_entry
from bursar.core.tax import TaxRule, WithholdingMoment
from bursar.core.terms import DateOutOfRange, InvalidTerms, PaymentTerms, due_dates
from bursar.core.terms import parse as parse_terms
from bursar.core.totals import TaxGroup
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.ledger.rates.queries import RateMissing, rate_at
from bursar.ledger.withholdings.booking import Keeper, keeper_of
from bursar.parties.vendors.actions import learn_name
from bursar.payables.bills.queries import LockedBill, new_entry
from bursar.payables.bills.schemas import BillContent
from bursar.platform.work import Work

LONGEST_NAME: Final = 500
SERIES: Final = {"bill": "BILL", "vendor_credit": "VCR"}


def figures_of(content: BillContent, by_code: Sequence[TaxRule | None], terms: PaymentTerms | None) -> BillFigures:
    """Return what a bill comes to, where its terms give a discount with tax as if that were taken, if it says so.

    Raises what `core.bill_figures` refuses, NoDiscountInTerms and InvalidTaxRule.
    """

    def money(amount: Any) -> Money:
        return Money.zero(content.currency) if amount is None else Money(amount.amount, amount.currency)

    lines = [
        FigureLine(
            line.quantity, line.unit_price, money(line.net) if line.net else None, line.tax_category, line.tax_rate
        )
        for line in content.lines
    ]
    groups = [TaxGroup(one.tax_category, one.tax_rate, money(one.base), money(one.tax)) for one in content.tax_groups]
    computed: list[TaxGroup] = []
    percent = taxed_discount(content.discount_tax_mode, terms)
    if percent or any(by_code):
        lines, computed = figures_by_rule(lines, by_code, content.currency, discount_percent=percent)
    prepaid, rounding = money(content.prepaid), money(content.rounding)
    return bill_figures(lines, groups, currency=content.currency, prepaid=prepaid, rounding=rounding, computed=computed)


def read_terms(terms: str | None) -> PaymentTerms | None:
    """Read payment terms, whatever dates are named beside them: posting divides by them. Raises InvalidTerms."""
    try:
        return parse_terms(terms) if terms else None
    except InvalidTerms as error:
        raise InvalidTerms(error.message, pointer="/payment_terms", **error.details) from error


def due_date_of(content: BillContent, figures: BillFigures, terms: PaymentTerms | None) -> date:
    """Return the date named, else the terms' last one. Raises DateOutOfRange."""
    if terms is None:
        return content.due_date or content.document_date
    try:
        parts = due_dates(terms, content.document_date, figures.payable)
    except DateOutOfRange as error:
        raise DateOutOfRange(error.message, pointer="/payment_terms", **error.details) from error
    return content.due_date or max(part.due_date for part in parts)


async def bill_rate(work: Work, currency: str, base_currency: str, document_date: date) -> Rate:
    """Return the rate that a bill is booked at: that of its own date, whenever it is posted. Raises RateMissing."""
    try:
        return await rate_at(work, currency, base_currency, document_date)
    except RateMissing as missing:
        raise RateMissing(missing.message, pointer="/currency", **missing.details) from missing


def facts_in_base(bill: LockedBill, rate: Rate) -> BillFacts:
    """Return what a decision depends on, with what the bill comes to in base currency, which limits are in."""
    facts, row = bill.facts, bill.row
    if row.currency == row.base_currency:
        return facts
    return replace(facts, gross_base_minor=rate.convert(max(abs(row.gross_minor), abs(row.payable_minor))))


def booking(work: Work, bill: LockedBill, rate: Rate) -> NewEntry:
    """Return the journal entry that posts a bill. Raises PeriodClosed, NothingToPost and AmountOutOfRange."""
    row = bill.row
    on, fiscal_year = _posting_date(work, bill)
    lines, leaves = bill_entry(bill.posting, bill.controls), _leaves(bill)
    if row.currency != row.base_currency:
        lines = in_base(lines, rate, control={bill.controls.payable})
        owed = -sum(line.base_minor or 0 for line in lines if line.account_id == bill.controls.payable)
        bases = divided(owed, [one.amount_minor for one in leaves])
        leaves = tuple(one._replace(base_minor=base) for one, base in zip(leaves, bases, strict=True))
    return new_entry(bill, SERIES[row.kind], fiscal_year, on, lines, leaves)


async def keeper_of_bill(work: Work, bill: LockedBill, posting: NewEntry) -> Keeper | None:
    """Return who withholds from a bill as it is posted; None for a credit, and where the vendor's code does not say so.

    A vendor's credit lessens what is paid later, not what was withheld from the bill that it is about.
    """
    row = bill.row
    if row.withholding_code_id is None or row.kind != BillKind.BILL or not posting.leaves:
        return None
    return await keeper_of(
        work,
        WithholdingMoment.INVOICE,
        legal_entity_id=row.legal_entity_id,
        vendor_id=row.vendor_id,
        code_id=row.withholding_code_id,
        bills=[row.id],
        on=posting.posting_date,
    )


def _posting_date(work: Work, bill: LockedBill) -> tuple[date, int]:
    """Return when a bill is posted, and in which fiscal year. A late document keeps its document date."""
    row = bill.row
    found = posting_date(row.document_date, work.today(row.time_zone), bill.open_periods)
    if found is None:
        raise PeriodClosed("Neither the document's date nor any day from today on lies in an open period.")
    return found


def _leaves(bill: LockedBill) -> tuple[LeftOpen, ...]:
    """Return an open item for each instalment of the terms; one where the bill names its own date; none for nothing."""
    row = bill.row
    sign = -1 if row.kind == BillKind.VENDOR_CREDIT else 1
    parts = rules.instalments(row.payment_terms, row.document_date, row.due_date, bill.facts.payable)
    return tuple(
        LeftOpen(number, sign * amount.minor, due, reference=row.vendor_reference)
        for number, (due, amount) in enumerate(parts, start=1)
        if amount
    )


async def learn_sender(work: Work, row: Any) -> None:
    """Know the vendor next time by the name under which a person has just taken its document."""
    is_known = not row.sender or normalise_name(row.sender) in row.vendor_names
    if work.principal.actor_kind == "person" and not is_known:
        await learn_name(work, row.vendor_id, row.sender[:LONGEST_NAME])
