"""Routes of bills."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core import bills as rules
from bursar.core.bill_figures import PrepaidTooMuch, TaxGroupMismatch, TotalNotPositive
from bursar.core.bill_taxes import TaxCodeNotUsable
from bursar.core.dimensions import DimensionCombinationInvalid, DimensionRequired, DimensionUnknown
from bursar.core.discounts import NoDiscountInTerms
from bursar.core.money import AmountOutOfRange, CurrencyMismatch, NotRepresentable, UnknownCurrency
from bursar.core.tax import InvalidTaxRule, TaxRateMissing
from bursar.core.terms import DateOutOfRange, InvalidTerms
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.accounts.queries import ControlAccountMissing
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.rates.queries import RateMissing
from bursar.payables.bills.actions import (
    AccountNotUsable,
    DuplicateBill,
    NoAccount,
    VendorBlocked,
    approve_bill,
    create_bill,
    reject_bill,
)
from bursar.payables.bills.queries import get_bill, list_bills
from bursar.payables.bills.schemas import (
    ApproveBill,
    BillCreate,
    BillFilter,
    BillRead,
    BillSummary,
    DecideBill,
    Reason,
    RejectBill,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, VERSIONED, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import BillId
from bursar.platform.work import Work

router = APIRouter()


def _eur(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


_DIGEST = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"
_LINE = {
    "description": "Cleaning, October",
    "quantity": "2",
    "unit": "HUR",
    "unit_price": "125.00",
    "tax_category": "S",
    "tax_rate": "19",
    "account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
}
_UNNAMED = ("tax_code_id", "cost_centre_id", "project_id", "order_line_reference", "accounting_reference")
_READ_LINE = {**_LINE, **dict.fromkeys(_UNNAMED)}
_NEW = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
    "vendor_reference": "R-2026-118",
    "document_date": "2026-10-31",
    "payment_terms": "net 30",
    "currency": "EUR",
    "lines": [_LINE],
}
_SUMMARY = {
    "id": "bill_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
    "document_id": None,
    "kind": "bill",
    "number": None,
    "vendor_reference": "R-2026-118",
    "document_date": "2026-10-31",
    "due_date": "2026-11-30",
    "currency": "EUR",
    "net": _eur("250.00"),
    "tax": _eur("47.50"),
    "gross": _eur("297.50"),
    "payable": _eur("297.50"),
    "document_status": "submitted",
    "approval_status": "pending",
    "payment_status": "unpaid",
    "posting_date": None,
    "available_actions": ["approve", "reject"],
    "version": 1,
    "created_at": "2026-11-02T09:30:00Z",
    "updated_at": "2026-11-02T09:30:00Z",
}
EXAMPLE = {
    **_SUMMARY,
    "payment_terms": "net 30",
    "discount_tax_mode": "reduce",
    "order_reference": None,
    "accounting_reference": None,
    "prepaid": _eur("0.00"),
    "rounding": _eur("0.00"),
    "note": None,
    "lines": [{"line_number": 1, **_READ_LINE, "net": _eur("250.00")}],
    "tax_groups": [{"tax_category": "S", "tax_rate": "19", "base": _eur("250.00"), "tax": _eur("47.50")}],
    "digest": _DIGEST,
    "entry_id": None,
    "reversal_entry_id": None,
    "submitted_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "submitted_at": "2026-11-02T09:30:00Z",
    "decided_by": None,
    "decided_at": None,
    "decision_reason": None,
}
_DECIDED = {
    **EXAMPLE,
    "approval_status": "approved",
    "document_status": "posted",
    "available_actions": ["reverse"],
    "version": 2,
    "number": "BILL-2026-000042",
    "posting_date": "2026-10-31",
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "decided_by": "user_01j2hw0psyfn79yan3pqykt7s1",
    "decided_at": "2026-11-03T08:00:00Z",
}
_REJECTED = {
    **_DECIDED,
    "approval_status": "rejected",
    "document_status": "rejected",
    "available_actions": [],
    "number": None,
    "posting_date": None,
    "entry_id": None,
    "decision_reason": "Not ordered",
}
_DIMENSIONS = (DimensionUnknown, DimensionRequired, DimensionCombinationInvalid)
_WRONG_INPUT = (
    *(TotalNotPositive, PrepaidTooMuch, TaxGroupMismatch, AccountNotUsable, NoAccount, RateMissing),
    *(TaxCodeNotUsable, TaxRateMissing, InvalidTaxRule, NoDiscountInTerms, *_DIMENSIONS),
    *(UnknownCurrency, CurrencyMismatch, NotRepresentable, AmountOutOfRange, InvalidTerms, DateOutOfRange),
)
Reading = Annotated[Work, reads(Permission.BILLS_READ)]


@router.post(
    "/bills",
    **operation(
        "Submit a bill for approval",
        needs=Permission.BILLS_CREATE,
        errors=[*IDEMPOTENT, NotFound, VendorBlocked, *_WRONG_INPUT],
        example=EXAMPLE,
        status=201,
        body=_NEW,
    ),
)
async def submit_bill(body: BillCreate, caller: Caller, response: Response) -> BillRead:
    """Submit a vendor's bill, or a vendor credit with its amounts as printed, for approval by somebody else.

    Nothing is in the books yet. Totals and tax follow from the lines; the vendor's own tax groups are kept where they
    agree with the lines within one unit.
    """
    bill = await caller.execute(create_bill, body)
    response.headers["Location"] = f"/v1/bills/{to_public('bill', bill.id)}"
    set_etag(response, bill.version)
    return bill


@router.get(
    "/bills",
    **operation(
        "List bills",
        needs=Permission.BILLS_READ,
        errors=[BadCursor],
        example={"items": [_SUMMARY], "next_cursor": None},
    ),
)
async def read_bills(work: Reading, page: Annotated[BillFilter, Query()]) -> Page[BillSummary]:
    """Return bills without their lines, newest first."""
    return await list_bills(work, page)


@router.get(
    "/bills/{bill_id}",
    **operation("Read a bill", needs=Permission.BILLS_READ, errors=[NotFound], example=EXAMPLE),
)
async def read_one_bill(bill_id: BillId, work: Reading, response: Response) -> BillRead:
    """Return one bill with its lines and tax groups. Its ETag and digest are what an approval names."""
    bill = await get_bill(work, bill_id)
    set_etag(response, bill.version)
    return bill


@router.post(
    "/bills/{bill_id}/approve",
    **operation(
        "Approve a bill and post it",
        needs=Permission.BILLS_APPROVE,
        errors=[
            *(*IDEMPOTENT, *VERSIONED, NotFound, rules.NotSubmitted, rules.DigestChanged, rules.OwnDocument),
            *(rules.ApprovalLimitExceeded, PeriodClosed, DuplicateBill, ControlAccountMissing, *_DIMENSIONS),
        ],
        example=_DECIDED,
        body={"digest": _DIGEST},
    ),
)
async def approve(bill_id: BillId, body: ApproveBill, version: IfMatch, caller: Caller, response: Response) -> BillRead:
    """Approve a bill that somebody else submitted, exactly as the digest shows it, and post it in the same moment.

    It gets a number without gaps, a balanced journal entry and an open item for each instalment. It is posted at its
    document date where that period is open, else today.
    """
    bill = await caller.execute(approve_bill, DecideBill(bill_id=bill_id, version=version, digest=body.digest))
    set_etag(response, bill.version)
    return bill


@router.post(
    "/bills/{bill_id}/reject",
    **operation(
        "Reject a bill",
        needs=Permission.BILLS_APPROVE,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, rules.NotSubmitted, rules.ReasonMissing],
        example=_REJECTED,
        body={"reason": "Not ordered"},
    ),
)
async def reject(bill_id: BillId, body: Reason, version: IfMatch, caller: Caller, response: Response) -> BillRead:
    """Turn a submitted bill down, saying why."""
    bill = await caller.execute(reject_bill, RejectBill(bill_id=bill_id, version=version, reason=body.reason))
    set_etag(response, bill.version)
    return bill
