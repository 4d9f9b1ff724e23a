"""From an e-invoice to the bill that it asks us to record: pure translation, no judgement."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from decimal import Decimal
from typing import Final, TypeVar

from pydantic import ValidationError

from bursar.core.bills import BillKind
from bursar.core.coding import Coding
from bursar.core.errors import Refused
from bursar.core.invoice_sums import added_lines
from bursar.core.invoices import AllowanceCharge, Invoice, InvoiceLine, Party
from bursar.core.matching import SellerFacts, normalise_iban
from bursar.core.money import Money, Rounding
from bursar.core.terms import PaymentTerms
from bursar.kit.wire import Amount
from bursar.parties.vendors.schemas import BankAccount, VendorCreate
from bursar.payables.bills.schemas import BillContent, BillLineInput, TaxGroupInput

ZERO: Final = Decimal(0)
LONGEST_TEXT: Final = 500
TaxKey = tuple[str, Decimal]
Value = TypeVar("Value")


class Incomplete(Refused):
    """The document lacks what a bill cannot be without; `pointer` names the field."""

    code = "invoice_incomplete"


class OutOfBounds(Refused):
    """The document says something that no bill can hold: a date, a number or a text beyond its bounds."""

    code = "invoice_out_of_bounds"


def bill_content(invoice: Invoice, terms: PaymentTerms | None) -> BillContent:
    """Return what the invoice says as a bill, or as a vendor credit where it gives money back, under these terms.

    A document whose total is below zero is the other kind of document with all signs turned. Raises Incomplete,
    OutOfBounds, and UnknownCurrency or NotRepresentable for money that cannot be booked.
    """
    with _bounds():
        return _bill_content(invoice, terms)


def coded(content: BillContent, codings: Sequence[Coding | None]) -> BillContent:
    """Return the bill with each line coded; what a line names already stays, and None leaves it as it is."""
    lines = tuple(
        line if coding is None or line.account_id else line.model_copy(update=_as_named(coding))
        for line, coding in zip(content.lines, codings, strict=True)
    )
    return content.model_copy(update={"lines": lines})


def _as_named(coding: Coding) -> dict[str, object]:
    named: dict[str, object] = asdict(coding)
    # A line that names a code leaves it to the code to say category and percent.
    return named | ({"tax_category": "S", "tax_rate": ZERO} if coding.tax_code_id else {})


def _bill_content(invoice: Invoice, terms: PaymentTerms | None) -> BillContent:
    currency = _needed(invoice.currency, "/currency")
    total = _total(invoice)
    sign = -1 if total < 0 else 1
    lines = tuple(_lines(invoice, sign, currency))
    if not lines:
        raise Incomplete("The document has no line with an amount.", pointer="/lines")
    return BillContent(
        kind=BillKind.VENDOR_CREDIT if invoice.is_credit_note == (sign > 0) else BillKind.BILL,
        vendor_reference=_needed(_cut(invoice.number), "/number"),
        document_date=_needed(invoice.issue_date, "/issue_date"),
        due_date=invoice.due_date,
        payment_terms=str(terms) if terms else None,
        order_reference=_cut(invoice.order_reference),
        accounting_reference=_cut(invoice.accounting_cost),
        currency=currency,
        lines=lines,
        tax_groups=tuple(_groups(invoice, sign, currency)),
        prepaid=_amount(sign * (invoice.totals.prepaid or ZERO), currency),
        rounding=_amount(sign * (invoice.totals.rounding or ZERO), currency),
    )


def new_vendor(invoice: Invoice) -> VendorCreate:
    """Return the seller as a vendor to create, with its accounts to be paid to. Raises Incomplete and OutOfBounds."""
    seller = invoice.seller or Party()
    country = seller.address.country if seller.address else None
    with _bounds():
        return VendorCreate(
            name=_needed(_cut(seller.name or seller.trading_name), "/seller/name"),
            tax_id=seller_tax_id(invoice),
            country=country if country and len(country) == 2 and country.isascii() and country.isupper() else None,
            email=_cut(seller.contact.email) if seller.contact else None,
            bank_accounts=tuple(BankAccount(iban=iban, bic=bic) for iban, bic in _accounts(invoice)),
        )


@contextmanager
def _bounds() -> Iterator[None]:
    """Turn what an input of ours cannot hold into a refusal that names the first such value."""
    try:
        yield
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        pointer = "".join(f"/{part}" for part in first["loc"])
        raise OutOfBounds(first["msg"], pointer=pointer) from error
    except ArithmeticError as error:
        raise OutOfBounds("A number has more digits than can be computed with.") from error


def seller_tax_id(invoice: Invoice) -> str | None:
    """Return the seller's VAT id, else its local tax number."""
    seller = invoice.seller or Party()
    return (seller.vat_id or seller.tax_registration_id or "").strip()[:64] or None


def seller_facts(invoice: Invoice) -> SellerFacts:
    """Return what the document says about its seller, by which the vendor is found."""
    seller, tax_id = invoice.seller or Party(), seller_tax_id(invoice)
    email = seller.contact.email if seller.contact else None
    return SellerFacts(
        name=_cut(seller.name or seller.trading_name) or "",
        tax_ids=(tax_id,) if tax_id else (),
        ibans=ibans(invoice),
        emails=(email,) if email else (),
    )


def ibans(invoice: Invoice) -> tuple[str, ...]:
    """Return the accounts that the document asks to be paid to, in their electronic form."""
    return tuple(iban for iban, _ in _accounts(invoice))


def _accounts(invoice: Invoice) -> Iterator[tuple[str, str | None]]:
    seen: set[str] = set()
    for means in invoice.payment_means:
        iban = normalise_iban(means.account or "")
        if 5 <= len(iban) <= 34 and iban not in seen:
            seen.add(iban)
            bic = normalise_iban(means.bic or "")
            yield iban, bic if len(bic) in {8, 11} else None


def _total(invoice: Invoice) -> Decimal:
    stated = invoice.totals
    if stated.tax_inclusive is not None:
        return stated.tax_inclusive
    if stated.payable is not None:
        return stated.payable
    return sum((line.net_amount or ZERO for line in added_lines(invoice)), ZERO)


def _lines(invoice: Invoice, sign: int, currency: str) -> Iterator[BillLineInput]:
    for line in added_lines(invoice):
        yield _line(line, _tax_key(line.tax_category, line.tax_rate, invoice), sign, currency)
    for part in invoice.allowances_charges:
        yield _document_level(part, invoice, sign, currency)


def _line(line: InvoiceLine, tax: TaxKey, sign: int, currency: str) -> BillLineInput:
    net = sign * (line.net_amount or ZERO)
    quantity = sign * (Decimal(1) if line.quantity is None else line.quantity)
    price = net if line.price is None else line.price / (line.base_quantity or Decimal(1))
    return BillLineInput(
        description=_cut(line.item_name or line.item_description or line.note) or "Line without a text",
        quantity=_digits(quantity),
        unit=_cut(line.unit),
        unit_price=_digits(price),
        net=_amount(net, currency),
        tax_category=tax[0],
        tax_rate=tax[1],
        order_line_reference=_cut(line.order_line_reference),
        accounting_reference=_cut(line.accounting_cost),
    )


def _document_level(part: AllowanceCharge, invoice: Invoice, sign: int, currency: str) -> BillLineInput:
    net = sign * (part.amount or ZERO) * (1 if part.is_charge else -1)
    category, rate = _tax_key(part.tax_category, part.tax_rate, invoice)
    return BillLineInput(
        description=_cut(part.reason) or ("Charge" if part.is_charge else "Allowance"),
        unit_price=_digits(net),
        net=_amount(net, currency),
        tax_category=category,
        tax_rate=rate,
    )


def _tax_key(category: str | None, rate: Decimal | None, invoice: Invoice) -> TaxKey:
    """Return a line's tax category and percent; where it states none, those of the document's only group."""
    groups = {(group.category, group.rate) for group in invoice.tax_breakdown}
    if category is None and rate is None and len(groups) == 1:
        category, rate = next(iter(groups))
    if category is None:
        category = next((known for known, percent in groups if known and (percent or ZERO) == (rate or ZERO)), None)
    return category or ("S" if rate else "Z"), (rate or ZERO).normalize() + ZERO


def _groups(invoice: Invoice, sign: int, currency: str) -> Iterator[TaxGroupInput]:
    """Yield the stated tax groups; those of one category and percent (told apart by their exemptions) are one."""
    sums: dict[TaxKey, tuple[Decimal, Decimal]] = {}
    for group in invoice.tax_breakdown:
        key = _tax_key(group.category, group.rate, invoice)
        base, tax = sums.get(key, (ZERO, ZERO))
        sums[key] = (base + (group.base or ZERO), tax + (group.tax or ZERO))
    for (category, rate), (base, tax) in sums.items():
        yield TaxGroupInput(
            tax_category=category,
            tax_rate=rate,
            base=_amount(sign * base, currency),
            tax=_amount(sign * tax, currency),
        )


def _amount(value: Decimal, currency: str) -> Amount:
    return Amount(amount=Money(value, currency).rounded(Rounding.HALF_UP).amount, currency=currency)


def _digits(value: Decimal) -> Decimal:
    """Return a quantity or price with at most ten decimals: enough for any price, and what the books keep."""
    return value if -value.as_tuple().exponent <= 10 else round(value, 10)  # type: ignore[operator]  # It is finite.


def _cut(text: str | None) -> str | None:
    plain = "".join(char for char in text if char != "\x00").strip() if text else ""
    return plain[:LONGEST_TEXT] or None


def _needed(value: Value | None, pointer: str) -> Value:
    if value is None:
        raise Incomplete("The document does not say it.", pointer=pointer)
    return value
