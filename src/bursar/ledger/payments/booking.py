"""What a payment pays: the items that are named, with the discounts they earn, then the oldest where that is asked."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from typing import Any, NamedTuple
from uuid import UUID

from bursar.core.bill_taxes import BilledLine, tax_shares
from bursar.core.discounts import (
    Discountable,
    DiscountOffer,
    PartialPayments,
    TaxMode,
    TaxShare,
    cash_due,
    discount,
    mode_of_payment,
    offer,
)
from bursar.core.money import Money as Booked
from bursar.core.tax import WithholdingMoment
from bursar.core.terms import parse as parse_terms
from bursar.core.totals import TaxGroup
from bursar.kit.errors import Refused
from bursar.kit.wire import Amount
from bursar.ledger.open_items.queries import get_item
from bursar.ledger.open_items.schemas import Side
from bursar.ledger.payments.queries import discountable, oldest_items, today_of
from bursar.ledger.payments.schemas import DiscountQuery, DiscountRead, ItemPaid, RecordPayment
from bursar.ledger.settlements.booking import AmountInOtherCurrency, Plan, plan_settlement
from bursar.ledger.settlements.queries import lock_items
from bursar.ledger.settlements.schemas import MOST_ITEMS, AdjustmentKind, ItemSettled, TakenDiscount
from bursar.ledger.withholdings.booking import Keeper, keeper_of
from bursar.platform.work import Work


class PaidTooMuch(Refused):
    """The items named are paid more than the payment brings."""

    code = "paid_above_payment"


class WriteOffNotPaid(Refused):
    """A payment writes nothing off; that is requested as a settlement, and approved by somebody else."""

    code = "write_off_needs_approval"


class Money(NamedTuple):
    """What a payment comes to: in the bank's currency, in that of the documents, and in base; above zero."""

    currency: str
    minor: int
    settled_currency: str
    settled_minor: int
    base_currency: str
    base_minor: int


class Made(NamedTuple):
    """A payment to be: its ids, its money, and on which side it leaves an item of which sign."""

    id: UUID
    item_id: UUID
    money: Money
    side: Side
    sign: int

    def item(self, command: RecordPayment) -> Any:
        """Return the open item that it leaves, as one that is locked would be."""
        money = self.money
        return SimpleNamespace(
            id=self.item_id,
            legal_entity_id=command.legal_entity_id,
            side=self.side,
            vendor_id=command.vendor_id,
            customer_id=command.customer_id,
            currency=money.settled_currency,
            base_currency=money.base_currency,
            open_minor=self.sign * money.settled_minor,
            base_open_minor=self.sign * money.base_minor,
            posting_date=command.paid_on,
            taken_back_on=None,
        )


class Planned(NamedTuple):
    """What a payment settles, and who keeps something back of it."""

    plan: Plan
    keeper: Keeper | None


async def plan_payment(
    work: Work, command: RecordPayment, made: Made, withholding_code_id: UUID | None
) -> Planned | None:
    """Decide what the payment pays, in the order named, then the oldest first where that is asked for."""
    money = made.money
    pays = list(command.pays)
    if command.allocate == "oldest_first":
        party: dict[str, UUID | None] = {"vendor_id": command.vendor_id, "customer_id": command.customer_id}
        found = await oldest_items(
            work, command.legal_entity_id, party, money.settled_currency,
            sign=-made.sign, on=command.paid_on, most=MOST_ITEMS,
        )  # fmt: skip
        named = {one.open_item_id for one in pays}
        pays += [ItemPaid(open_item_id=one) for one in found if one not in named]
    if not pays:
        return None
    rows: dict[UUID, Any] = dict(await lock_items(work, [one.open_item_id for one in pays]))
    offers = await discountable(work, [one.open_item_id for one in pays if one.take_discount])
    keeper = await _keeper(work, command, withholding_code_id, rows)
    items, left = [], money.settled_minor
    for one in pays:
        wanted = _paid(one, rows[one.open_item_id], offers.get(one.open_item_id), left, command, keeper)
        if wanted is None:
            continue
        item, cash = wanted
        items.append(item)
        left -= cash
    if left < 0:
        raise PaidTooMuch("The items named are paid more than the payment brings.", pointer="/pays")
    if not items:
        return None
    rows[made.item_id] = made.item(command)
    if used := money.settled_minor - left:
        own = Amount.of(used, money.settled_currency)
        items.append(ItemSettled(open_item_id=made.item_id, amount=own))
    plan = plan_settlement(work, items, rows, on=command.paid_on, reason=command.reference, payment_id=made.id)
    if plan.writes_off:
        raise WriteOffNotPaid("Record the payment, then request the write-off of the rest.", pointer="/pays")
    return Planned(plan, keeper)


async def _keeper(work: Work, command: RecordPayment, code_id: UUID | None, rows: Mapping[UUID, Any]) -> Keeper | None:
    """Return who keeps back of what is paid to a vendor; None, and nothing sent, where the vendor has no code."""
    if command.vendor_id is None or code_id is None or command.direction != "out":
        return None
    return await keeper_of(
        work,
        WithholdingMoment.PAYMENT,
        legal_entity_id=command.legal_entity_id,
        vendor_id=command.vendor_id,
        code_id=code_id,
        bills=sorted({row.bill_id for row in rows.values() if row.bill_id}),
        on=command.paid_on,
    )


def _paid(
    one: ItemPaid, row: Any, offered: Any, left: int, command: RecordPayment, keeper: Keeper | None
) -> tuple[ItemSettled, int] | None:
    """Return how much of an item is settled and with how much money; None when no money is left for it."""
    currency = (command.settled or command.amount).currency
    adjusted = sum(adjustment.amount.minor for adjustment in one.adjustments)
    opened = abs(row.open_minor)
    if one.amount is not None and one.amount.currency != currency:
        raise AmountInOtherCurrency(f"The items are in {currency}.", pointer="/pays")
    if keeper is not None and not keeper.keeps(row, one.adjustments):
        keeper = None
    if offered is not None and opened > adjusted:
        taken = _discount(one, row, offered, left, command, keeper)
        if taken is not None:
            return taken
    # What money settles, together with what is withheld.
    value = min(opened - adjusted, left) if one.amount is None else one.amount.minor - adjusted
    if one.amount is None and keeper is not None and value > 0:
        value = keeper.most(row, paid_minor=left, most_minor=min(opened, opened - adjusted))
    if value + adjusted <= 0 and one.amount is None:
        return None
    # What is above what is open is refused for what it is.
    kept = keeper.keep(row, value) if keeper is not None and 0 < value <= opened else ()
    amount = Amount.of(value + adjusted, currency)
    settled = ItemSettled(open_item_id=one.open_item_id, amount=amount, adjustments=(*one.adjustments, *kept))
    return settled, value - sum(adjustment.amount.minor for adjustment in kept)


def _discount(
    one: ItemPaid, row: Any, offered: Any, left: int, command: RecordPayment, keeper: Keeper | None
) -> tuple[ItemSettled, int] | None:
    """Return the item with the discount that the payment earns; None where it earns none."""
    found = _offer(offered, one.discount_tax_mode, one.discount_on_parts)
    if found is None:
        return None
    part = _part(offered)
    currency = (command.settled or command.amount).currency
    # Below zero is refused for what it is, once it is known that there is nothing to take off.
    most = left if one.amount is None else one.amount.minor
    asked = max(0, min(left, most))
    if keeper is not None and asked:
        due = cash_due(part, found, on=command.paid_on)
        asked = keeper.most(row, paid_minor=left, most_minor=due if one.amount is None else min(due, most))
    earned = discount(part, found, paid_minor=asked, on=command.paid_on)
    if not earned.discount_minor:
        return None
    adjustment = TakenDiscount(
        kind=AdjustmentKind.DISCOUNT,
        amount=Amount.of(earned.discount_minor, currency),
        corrections=earned.corrections,
    )
    kept = () if keeper is None else keeper.keep(row, earned.cash_minor)
    settled = Amount.of(earned.settled_minor, currency)
    return ItemSettled(
        open_item_id=one.open_item_id, amount=settled, adjustments=(*one.adjustments, adjustment, *kept)
    ), earned.cash_minor - sum(adjustment.amount.minor for adjustment in kept)


def _offer(offered: Any, asked: TaxMode | None, partial: PartialPayments) -> DiscountOffer | None:
    """Return what the document's terms offer on an instalment; nothing on what asks for no money, such as a credit.

    Raises TaxModeContradicted.
    """
    if not offered.payment_terms or min(offered.amount_minor, offered.gross_minor) <= 0:
        return None
    tax_mode = mode_of_payment(TaxMode(offered.discount_tax_mode), asked)
    return offer(parse_terms(offered.payment_terms), offered.document_date, tax_mode=tax_mode, partial=partial)


def _part(offered: Any) -> Discountable:
    return Discountable(
        offered.amount_minor, offered.open_minor, offered.net_minor, offered.gross_minor, _tax_of(offered)
    )


async def discount_on(work: Work, open_item_id: UUID, query: DiscountQuery) -> DiscountRead:
    """Return what may be taken off an item that is paid in full on a day. Raises NotFound and TaxModeContradicted."""
    item = await get_item(work, open_item_id)
    offered = (await discountable(work, [open_item_id])).get(open_item_id)
    found = None if offered is None else _offer(offered, query.tax_mode, PartialPayments.PRO_RATA)
    day, cash = query.on or await today_of(work, item.legal_entity_id), abs(item.open.minor)
    if offered is not None and found is not None:
        cash = cash_due(_part(offered), found, on=day)
    return DiscountRead.model_construct(
        open_item_id=open_item_id,
        on=day,
        until=None if found is None else found.until,
        percent=None if found is None else found.percent,
        discount=Amount.of(abs(item.open.minor) - cash, item.open.currency),
        cash=Amount.of(cash, item.open.currency),
    )


def _tax_of(offered: Any) -> tuple[TaxShare, ...]:
    """Return the tax of the document that the instalment is a part of, by group and tax code."""
    money = partial(Booked.from_minor, currency=offered.currency)
    lines = [
        BilledLine(UUID(account), net, "", category, Decimal(rate), code and UUID(code))
        for account, net, category, rate, code in offered.lines
    ]
    groups = [
        TaxGroup(category, Decimal(rate), money(base), money(tax))
        for category, rate, base, tax in offered.tax_groups or ()
    ]
    return tax_shares(lines, groups, offered.tax_codes or {}, offered.currency)
