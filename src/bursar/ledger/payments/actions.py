"""All writes of payments: posted as they happened, with what they settle in the same statement where that can be.

A payment that only settles is one entry; one that also takes a discount, bears a fee or realises exchange has a second
entry, of the settlement, so that the settlement can be taken back without the payment.
"""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import update

from bursar.core.exchange import Rate
from bursar.core.posting import PostingLine, reversal
from bursar.core.settling import Match, undone_by
from bursar.kit.errors import PreconditionFailed, Refused
from bursar.kit.wire import Amount
from bursar.ledger.accounts.queries import with_all
from bursar.ledger.entries.actions import AlreadyReversed, post_entry
from bursar.ledger.entries.queries import posting_lines, require_open
from bursar.ledger.entries.schemas import NewEntry, PostedEntry
from bursar.ledger.open_items.actions import ALLOCATED, allocated, as_rows
from bursar.ledger.open_items.schemas import CONTROL_OF, SUB_LEDGER_OF, LeftOpen, Side
from bursar.ledger.payments.booking import Made, Money, plan_payment
from bursar.ledger.payments.events import PaymentRecorded, PaymentReversed
from bursar.ledger.payments.queries import get_payment, lock_payment, payment_context
from bursar.ledger.payments.schemas import PaymentRead, RecordPayment, ReversePayment
from bursar.ledger.rates.queries import rate_at
from bursar.ledger.settlements.actions import take_back
from bursar.ledger.settlements.booking import BOOKED, AmountInOtherCurrency, Plan, SettledTooEarly, carry_out
from bursar.ledger.settlements.events import ItemsSettled
from bursar.ledger.settlements.queries import EntityContext, lock_items, read_settlement, settlements_of_payment
from bursar.ledger.settlements.schemas import SettlementRead
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import payments

SERIES: Final = "PAY"
REVERSALS: Final = "REV"


class PartyUnclear(Refused):
    """A payment names either a vendor or a customer."""

    code = "party_unclear"


class NotABankAccount(Refused):
    """The account that money is paid from or to is not an active bank account in the payment's currency."""

    code = "not_a_bank_account"


class AmountNotPositive(Refused):
    """A payment is of an amount above zero."""

    code = "amount_not_positive"


_RECORDED: Final = """
    INSERT INTO payment (tenant_id, id, legal_entity_id, direction, number, vendor_id, customer_id, bank_account_id,
                         paid_on, currency, amount_minor, settled_currency, settled_minor, base_currency,
                         base_amount_minor, reference, entry_id, open_item_id, created_by, created_at, updated_at)
    SELECT :tenant_id, :source_id, :legal_entity_id, :direction, entry.label, :vendor_id, :customer_id,
           :bank_account_id, :posting_date, :paid_currency, :paid_minor, :settled_currency, :settled_minor,
           :base_currency, :paid_base_minor, :reference, :id, :payment_item_id, :posted_by, :now, :now
    FROM entry
"""


@action("payments.record", needs=Permission.PAYMENTS_RECORD)
async def record_payment(work: Work, command: RecordPayment) -> PaymentRead:
    """Post a payment and settle what it pays.

    Raises NotFound, PartyUnclear, NotABankAccount, AmountNotPositive, AmountInOtherCurrency, RateMissing, PeriodClosed,
    ControlAccountMissing, PaidTooMuch, and what `settlements.make` raises.
    """
    if (command.vendor_id is None) == (command.customer_id is None):
        raise PartyUnclear("Name either a vendor or a customer.", pointer="/vendor_id")
    row = await payment_context(
        work, command.legal_entity_id, command.bank_account_id, command.vendor_id, command.customer_id
    )
    context = EntityContext.of(row)
    money = await _money(work, command, row)
    side: Side = "payable" if command.vendor_id else "receivable"
    sub_ledger = SUB_LEDGER_OF[side]
    fiscal_year = await require_open(work, command.legal_entity_id, command.paid_on, sub_ledger, pointer="/paid_on")
    # What is paid out lessens what we owe a vendor and repays a customer; what comes in does the opposite.
    sign = -1 if (command.direction == "out") == (side == "payable") else 1
    made = Made(work.new_id(), work.new_id(), money, side, sign)
    planned = await plan_payment(work, command, made, row.withholding_code_id)
    plan = None if planned is None else planned.plan
    entry = _entry(command, made, context, fiscal_year, sub_ledger)
    values = _values(command, made)
    settling: dict[str, Any] = {}
    work.emit(PaymentRecorded(made.id))  # First: the audit trail names what the first event is about.
    if plan is None or plan.needs_entry:
        posted = await post_entry(work, entry, _RECORDED, values=values)
        if plan is not None:
            await carry_out(work, plan, context)
    else:
        settling = plan.values(work, has_entry=False)
        posted = await post_entry(work, entry, _RECORDED, *BOOKED, values={**values, **settling})
        work.emit(ItemsSettled(plan.id))
    if planned is not None and planned.keeper is not None:
        await planned.keeper.note(work, planned.plan.common, planned.plan.on, settlement_id=planned.plan.id)
    _note_cash(work, command)
    if plan is not None and plan.needs_entry:
        return await get_payment(work, made.id)
    return _as_made(work, command, made, plan, settling, posted)


def _note_cash(work: Work, command: RecordPayment) -> None:
    if work.effects is not None:
        flow = command.amount.minor if command.direction == "in" else -command.amount.minor
        amount = Amount.of(flow, command.amount.currency).model_dump(mode="json")
        work.effects.cash.append({"amount": amount, "date": command.paid_on.isoformat()})


@action("payments.reverse", needs=Permission.PAYMENTS_RECORD)
async def reverse_payment(work: Work, command: ReversePayment) -> PaymentRead:
    """Take a payment back with everything that it settled: a cheque that bounced, a transfer that was returned.

    Raises NotFound, AlreadyReversed, PreconditionFailed, SettledTooEarly and PeriodClosed.
    """
    row = await lock_payment(work, command.payment_id)
    if row.status != "posted":
        raise AlreadyReversed("The payment was taken back before.")
    if command.version is not None and row.version != command.version:
        raise PreconditionFailed("The payment has changed since you read it.", version=str(row.version))
    context = await payment_context(work, row.legal_entity_id, row.bank_account_id, row.vendor_id, row.customer_id)
    if command.reversed_on is not None and command.reversed_on < row.paid_on:
        raise SettledTooEarly("A payment is not taken back before it was made.", pointer="/reversed_on")
    standing = await settlements_of_payment(work, row.id)
    today = work.today(context.time_zone)
    day = max(command.reversed_on or today, row.paid_on, *(one.settled_on for one in standing))
    work.emit(PaymentReversed(row.id))
    for one in standing:
        await take_back(work, one, command.reason, day)
    sub_ledger = SUB_LEDGER_OF["payable" if row.vendor_id else "receivable"]
    fiscal_year = await require_open(work, row.legal_entity_id, day, sub_ledger, pointer="/reversed_on")
    await _undo(work, row, day, fiscal_year, sub_ledger, command.reason)
    return await get_payment(work, row.id)


async def _undo(work: Work, row: Any, day: Any, fiscal_year: int, sub_ledger: Any, reason: str) -> None:
    """Post the reversal of a payment, settle its item with it, and mark it."""
    item = (await lock_items(work, [row.open_item_id]))[row.open_item_id]
    counter = work.new_id()
    base = -item.base_amount_minor
    left = LeftOpen(
        1, -item.amount_minor, day, base, item.side, "reversal", item.vendor_id, item.customer_id,
        currency=item.currency, id=counter,
    )  # fmt: skip
    entry = NewEntry(
        legal_entity_id=row.legal_entity_id,
        sub_ledger=sub_ledger,
        series=REVERSALS,
        fiscal_year=fiscal_year,
        posting_date=day,
        document_date=day,
        source_type="payment",
        source_id=row.id,
        memo=reason,
        currency=row.settled_currency,
        base_currency=row.base_currency,
        vendor_id=row.vendor_id,
        customer_id=row.customer_id,
        lines=reversal(await posting_lines(work, row.entry_id)),
        leaves=(left,),
        reversal_of=row.entry_id,
    )
    matched = undone_by(item.id, item.amount_minor, item.base_amount_minor, counter)
    posted = await post_entry(work, entry, ALLOCATED, values=allocated(work, [matched], item.side, item.currency, day))
    changes = {"status": "reversed", "reason": reason, "reversal_entry_id": posted.id, "version": row.version + 1}
    await work.session.run(
        update(payments).where(work.owns(payments), payments.c.id == row.id).values(**changes, updated_at=work.now)
    )


async def _money(work: Work, command: RecordPayment, row: Any) -> Money:
    paid, settled = command.amount, command.settled or command.amount
    if not row.is_bank or not row.bank_is_active or (row.bank_currency or paid.currency) != paid.currency:
        raise NotABankAccount(
            "Name an active bank account that is kept in the payment's currency.", pointer="/bank_account_id"
        )
    if paid.minor <= 0 or settled.minor <= 0:
        raise AmountNotPositive("A payment is of an amount above zero.", pointer="/amount")
    if settled.currency == paid.currency and settled.minor != paid.minor:
        raise AmountInOtherCurrency("What is settled in the payment's own currency is the payment.", pointer="/settled")
    base = row.base_currency
    if base == paid.currency:
        base_minor = paid.minor
    elif base == settled.currency:
        base_minor = settled.minor
    elif command.base_amount is not None:
        base_minor = command.base_amount.minor
    else:
        rate: Rate = await rate_at(work, paid.currency, base, command.paid_on)
        base_minor = rate.convert(paid.minor)
    named = command.base_amount
    if named is not None and (named.currency != base or named.minor != base_minor or named.minor <= 0):
        raise AmountInOtherCurrency(
            f"The amount in base currency is above zero and in {base}, and the payment's own where that is in {base}.",
            pointer="/base_amount",
        )
    return Money(paid.currency, paid.minor, settled.currency, settled.minor, base, base_minor)


def _entry(command: RecordPayment, made: Made, context: EntityContext, fiscal_year: int, sub_ledger: Any) -> NewEntry:
    money, flow = made.money, 1 if command.direction == "in" else -1
    name = CONTROL_OF[made.side]
    control = with_all(context.controls, name)[name]
    memo = command.reference or "Payment"
    bank = PostingLine(
        command.bank_account_id, flow * money.minor, memo, base_minor=flow * money.base_minor, currency=money.currency
    )
    settled = PostingLine(control, -flow * money.settled_minor, memo, base_minor=-flow * money.base_minor)
    lines: tuple[PostingLine, ...] = (bank, settled)
    if money.currency != money.settled_currency:
        clearing = with_all(context.controls, "exchange_clearing")["exchange_clearing"]
        lines = (
            bank,
            PostingLine(
                clearing, -bank.amount_minor, memo, base_minor=-flow * money.base_minor, currency=money.currency
            ),
            PostingLine(clearing, -settled.amount_minor, memo, base_minor=flow * money.base_minor),
            settled,
        )
    return NewEntry(
        legal_entity_id=command.legal_entity_id,
        sub_ledger=sub_ledger,
        series=SERIES,
        fiscal_year=fiscal_year,
        posting_date=command.paid_on,
        document_date=command.paid_on,
        source_type="payment",
        source_id=made.id,
        memo=memo,
        currency=money.settled_currency,
        base_currency=money.base_currency,
        vendor_id=command.vendor_id,
        customer_id=command.customer_id,
        lines=lines,
        leaves=(
            LeftOpen(
                1,
                made.sign * money.settled_minor,
                command.paid_on,
                made.sign * money.base_minor,
                made.side,
                "payment",
                reference=command.reference,
                id=made.item_id,
            ),
        ),
    )


def _values(command: RecordPayment, made: Made) -> dict[str, Any]:
    money = made.money
    return {
        "direction": command.direction,
        "vendor_id": command.vendor_id,
        "customer_id": command.customer_id,
        "bank_account_id": command.bank_account_id,
        "paid_currency": money.currency,
        "paid_minor": money.minor,
        "settled_currency": money.settled_currency,
        "settled_minor": money.settled_minor,
        "paid_base_minor": money.base_minor,
        "reference": command.reference,
        "payment_item_id": made.item_id,
    }


def _as_made(
    work: Work, command: RecordPayment, made: Made, plan: Plan | None, settling: Mapping[str, Any], posted: PostedEntry
) -> PaymentRead:
    """Return the payment without reading it again."""
    money = made.money
    settled = () if plan is None else (_settled(work, plan, settling),)
    used = 0 if plan is None else _used(plan.matches, made.item_id)
    return PaymentRead.model_construct(
        id=made.id,
        legal_entity_id=command.legal_entity_id,
        number=posted.number,
        direction=command.direction,
        vendor_id=command.vendor_id,
        customer_id=command.customer_id,
        bank_account_id=command.bank_account_id,
        paid_on=command.paid_on,
        amount=Amount.of(money.minor, money.currency),
        settled=Amount.of(money.settled_minor, money.settled_currency),
        base_amount=Amount.of(money.base_minor, money.base_currency),
        unapplied=Amount.of(money.settled_minor - used, money.settled_currency),
        reference=command.reference,
        status="posted",
        reason=None,
        entry_id=posted.id,
        open_item_id=made.item_id,
        reversal_entry_id=None,
        settlements=settled,
        version=1,
        created_by=work.actor_id,
        created_at=work.now,
    )


def _used(matches: Sequence[Match], item_id: UUID) -> int:
    return sum(one.amount_minor for one in matches if item_id in {one.asking_id, one.bringing_id})


def _settled(work: Work, plan: Plan, settling: Mapping[str, Any]) -> SettlementRead:
    common = plan.common
    row = {
        "id": plan.id,
        "legal_entity_id": common.legal_entity_id,
        "side": common.side,
        "settled_on": plan.on,
        "currency": common.currency,
        "status": "active",
        "reason": plan.reason,
        "payment_id": plan.payment_id,
        **dict.fromkeys(("entry_id", "reversal_entry_id", "request", "digest", "decided_by", "decided_at")),
        "version": 1,
        "created_by": work.actor_id,
        "created_at": work.now,
    }
    return read_settlement(SimpleNamespace(**row), plan.common.base_currency, as_rows(settling))
