"""From a document to its journal lines: double entry in minor units, debit above zero, credit below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from bursar.core.bills import BillKind
from bursar.core.errors import Refused
from bursar.core.money import CurrencyMismatch, Money
from bursar.core.totals import TaxGroup

# Where the buyer owes the tax to the state, not to the vendor: reverse charge and intra-community supply (UNCL 5305).
# The vendor charges none (BR-AE-9, BR-IC-9), so an amount in such a group is what the buyer assessed.
SELF_ASSESSED: Final = frozenset({"AE", "K"})


class NothingToPost(Refused):
    """A document without a line has no journal entry."""

    code = "nothing_to_post"


@dataclass(frozen=True, slots=True)
class PostingLine:
    """One journal line to be: a debit (above zero) or credit (below zero) in minor units of the document currency.

    The tax fields are set on lines that book tax: category (UNCL 5305), percent, and the signed base it is due on.
    ``base_minor`` is the line in the books' own currency, None where that is the document's; an amount of zero with a
    base is an exchange difference. ``currency`` and the party are the entry's where None.
    """

    account_id: UUID
    amount_minor: int
    memo: str
    tax_category: str | None = None
    tax_rate: Decimal | None = None
    tax_base_minor: int | None = None
    base_minor: int | None = None
    currency: str | None = None
    vendor_id: UUID | None = None
    customer_id: UUID | None = None
    cost_centre_id: UUID | None = None
    project_id: UUID | None = None
    tax_code_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CodedLine:
    """A net amount and the account that bears it: a document line, or a document level allowance (below zero)."""

    account_id: UUID
    net: Money
    memo: str
    cost_centre_id: UUID | None = None
    project_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class TaxPart:
    """What of a tax group falls to one tax code, and how much of its tax comes back; the rest its lines bear.

    ``account_id`` is the code's own account for tax, None the control account.
    """

    group: TaxGroup
    recoverable: Money
    tax_code_id: UUID | None
    account_id: UUID | None


@dataclass(frozen=True, slots=True)
class BillPosting:
    """What of a bill goes into the books; amounts as printed, also on a vendor credit (above zero as a rule).

    The coded lines add up to the total without tax (BT-109) and the tax of the parts that does not come back;
    ``prepaid`` is BT-113 and ``rounding`` BT-114. A tax group is among the groups or divided into parts, by tax code.
    """

    kind: BillKind
    currency: str
    coded_lines: Sequence[CodedLine]
    tax_groups: Sequence[TaxGroup]
    prepaid: Money
    rounding: Money
    tax_parts: Sequence[TaxPart] = ()


@dataclass(frozen=True, slots=True)
class ControlAccounts:
    """The accounts a bill uses beside its coded ones."""

    payable: UUID
    input_tax: UUID
    rounding: UUID
    prepayment: UUID
    reverse_charge_tax: UUID


def bill_entry(bill: BillPosting, accounts: ControlAccounts) -> tuple[PostingLine, ...]:
    """Return the balanced journal lines of a bill or vendor credit.

    Debit each coded line, with its cost centre and project, the input tax of each group and the rounding; credit what
    was prepaid and what is payable. Self-assessed tax is debited as input tax and credited as owed to the state. Lines
    of zero are left out, but for coded ones and those of a tax code, whose base is told even where there is no tax. A
    vendor credit is the same with all signs turned. Raises NothingToPost, CurrencyMismatch and NotRepresentable.
    """
    if not bill.coded_lines:
        raise NothingToPost("A bill without lines cannot be posted.", pointer="/lines")
    coded = [
        PostingLine(
            line.account_id,
            _minor(line.net, bill),
            line.memo,
            cost_centre_id=line.cost_centre_id,
            project_id=line.project_id,
        )
        for line in bill.coded_lines
    ]
    rest = [
        *(line for group in bill.tax_groups for line in _tax_lines(group, bill, accounts)),
        *(line for part in bill.tax_parts for line in _part_lines(part, bill, accounts)),
        PostingLine(accounts.rounding, _minor(bill.rounding, bill), "Rounding"),
        PostingLine(accounts.prepayment, -_minor(bill.prepaid, bill), "Prepaid"),
    ]
    payable = PostingLine(accounts.payable, -_total([*coded, *rest]), "Payable")
    lines = (*coded, *(line for line in [*rest, payable] if line.amount_minor or line.tax_code_id))
    return reversal(lines) if bill.kind is BillKind.VENDOR_CREDIT else lines


def reversal(lines: Iterable[PostingLine]) -> tuple[PostingLine, ...]:
    """Return the lines that undo the given ones: the same accounts, every amount and base negated."""
    return tuple(
        replace(
            line,
            amount_minor=-line.amount_minor,
            base_minor=_negated(line.base_minor),
            tax_base_minor=_negated(line.tax_base_minor),
        )
        for line in lines
    )


def _tax_lines(group: TaxGroup, bill: BillPosting, accounts: ControlAccounts) -> Iterable[PostingLine]:
    tax, base = _minor(group.tax, bill), _minor(group.base, bill)
    memo = f"Tax {group.category} {group.rate.normalize():f}%"
    yield PostingLine(accounts.input_tax, tax, memo, group.category, group.rate, base)
    if group.category in SELF_ASSESSED:
        yield PostingLine(accounts.reverse_charge_tax, -tax, memo, group.category, group.rate, -base)


def _part_lines(part: TaxPart, bill: BillPosting, accounts: ControlAccounts) -> Iterable[PostingLine]:
    input_tax, *owed = _tax_lines(part.group, bill, accounts)
    account = part.account_id or accounts.input_tax
    back = replace(input_tax, account_id=account, amount_minor=_minor(part.recoverable, bill))
    return [replace(line, tax_code_id=part.tax_code_id) for line in (back, *owed)]


def _minor(amount: Money, bill: BillPosting) -> int:
    if amount.currency != bill.currency:
        raise CurrencyMismatch(
            f"An amount in {amount.currency} is part of a bill in {bill.currency}.",
            left=amount.currency,
            right=bill.currency,
        )
    return amount.minor


def _negated(minor: int | None) -> int | None:
    return None if minor is None else -minor


def _total(lines: Iterable[PostingLine]) -> int:
    return sum(line.amount_minor for line in lines)
