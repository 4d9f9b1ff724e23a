"""Routes of payments."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core.discounts import TaxModeContradicted
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.entries.actions import AlreadyReversed
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.payments import actions
from bursar.ledger.payments.actions import record_payment, reverse_payment
from bursar.ledger.payments.booking import PaidTooMuch, WriteOffNotPaid, discount_on
from bursar.ledger.payments.queries import get_payment, list_payments
from bursar.ledger.payments.schemas import (
    DiscountQuery,
    DiscountRead,
    PaymentFilter,
    PaymentRead,
    RecordPayment,
    ReversePayment,
    ReversePaymentBody,
)
from bursar.ledger.rates.queries import RateMissing
from bursar.ledger.settlements.booking import SettledTooEarly
from bursar.ledger.settlements.endpoints import EXAMPLE as SETTLEMENT
from bursar.ledger.settlements.endpoints import SETTLING
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, VERSIONED, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import OpenItemId, PaymentId
from bursar.platform.work import Work

router = APIRouter()


def _eur(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


EXAMPLE = {
    "id": "payment_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "number": "PAY-2026-000007",
    "direction": "out",
    "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
    "customer_id": None,
    "bank_account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
    "paid_on": "2026-11-20",
    "amount": _eur("119.00"),
    "settled": _eur("119.00"),
    "base_amount": _eur("119.00"),
    "unapplied": _eur("0.00"),
    "reference": "Invoice 4711",
    "status": "posted",
    "reason": None,
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "open_item_id": "item_01j2hw0psyfn79yan3pqykt7s1",
    "reversal_entry_id": None,
    "settlements": [{**SETTLEMENT, "payment_id": "payment_01j2hw0psyfn79yan3pqykt7s0"}],
    "version": 1,
    "created_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "created_at": "2026-11-20T09:30:00Z",
}
Reading = Annotated[Work, reads(Permission.PAYMENTS_READ)]


@router.post(
    "/payments",
    **operation(
        "Record a payment",
        needs=Permission.PAYMENTS_RECORD,
        errors=[
            *(*IDEMPOTENT, NotFound, actions.PartyUnclear, actions.NotABankAccount, actions.AmountNotPositive),
            *(PaidTooMuch, WriteOffNotPaid, TaxModeContradicted, RateMissing, *SETTLING),
        ],
        example=EXAMPLE,
        status=201,
        body={
            "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
            "direction": "out",
            "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
            "bank_account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
            "paid_on": "2026-11-20",
            "amount": _eur("119.00"),
            "reference": "Invoice 4711",
            "pays": [{"open_item_id": "item_01j2hw0psyfn79yan3pqykt7s0"}],
        },
    ),
)
async def record(body: RecordPayment, caller: Caller, response: Response) -> PaymentRead:
    """Post money that left or reached a bank account, and settle what it pays.

    What pays nothing yet stays open as unapplied cash. Paid in another currency than the documents', the payment says
    what it settles; what it is worth in base currency is the bank's word, or the recorded rate's.
    """
    made = await caller.execute(record_payment, body)
    response.headers["Location"] = f"/v1/payments/{to_public('payment', made.id)}"
    set_etag(response, made.version)
    return made


@router.get(
    "/payments",
    **operation(
        "List payments",
        needs=Permission.PAYMENTS_READ,
        errors=[BadCursor],
        example={"items": [EXAMPLE], "next_cursor": None},
    ),
)
async def read_payments(work: Reading, page: Annotated[PaymentFilter, Query()]) -> Page[PaymentRead]:
    """Return payments with what they settled, newest first."""
    return await list_payments(work, page)


@router.get(
    "/payments/{payment_id}",
    **operation("Read a payment", needs=Permission.PAYMENTS_READ, errors=[NotFound], example=EXAMPLE),
)
async def read_payment(payment_id: PaymentId, work: Reading, response: Response) -> PaymentRead:
    """Return a payment with what it settled."""
    found = await get_payment(work, payment_id)
    set_etag(response, found.version)
    return found


@router.get(
    "/open-items/{open_item_id}/discount",
    **operation(
        "Read the discount of an open item",
        needs=Permission.PAYMENTS_READ,
        errors=[NotFound, TaxModeContradicted],
        example={
            "open_item_id": "item_01j2hw0psyfn79yan3pqykt7s0",
            "on": "2026-11-05",
            "until": "2026-11-10",
            "percent": "2",
            "discount": _eur("2.38"),
            "cash": _eur("116.62"),
        },
    ),
)
async def read_discount(
    open_item_id: OpenItemId, work: Reading, query: Annotated[DiscountQuery, Query()]
) -> DiscountRead:
    """Return until when the document's terms give a discount, and what it comes to when all is paid on a day."""
    return await discount_on(work, open_item_id, query)


@router.post(
    "/payments/{payment_id}/reverse",
    **operation(
        "Take a payment back",
        needs=Permission.PAYMENTS_RECORD,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, AlreadyReversed, SettledTooEarly, PeriodClosed],
        example={
            **EXAMPLE,
            "status": "reversed",
            "reason": "Returned by the bank",
            "reversal_entry_id": "entry_01j2hw0psyfn79yan3pqykt7s1",
            "version": 2,
        },
        body={"reason": "Returned by the bank"},
    ),
)
async def reverse(
    payment_id: PaymentId, body: ReversePaymentBody, version: IfMatch, caller: Caller, response: Response
) -> PaymentRead:
    """Take a payment back with everything that it settled; what it had paid is open again."""
    command = ReversePayment(payment_id=payment_id, version=version, reason=body.reason, reversed_on=body.reversed_on)
    found = await caller.execute(reverse_payment, command)
    set_etag(response, found.version)
    return found
