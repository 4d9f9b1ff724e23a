"""How a settlement is decided and booked: what settles what, where adjustments go, and the exchange that is realised.

Where something is adjusted or exchange is realised, the journal entry that books it carries the settlement and its
allocations in its own statement; else they are a statement by themselves, or ride with a payment's entry.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import text

from bursar.core.bills import ReasonMissing
from bursar.core.exchange import OpenPart, divided
from bursar.core.posting import PostingLine
from bursar.core.settling import Adjusted, Match, Settled, match
from bursar.kit.errors import Refused
from bursar.ledger.accounts.queries import with_all
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import require_open
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.open_items.actions import ALLOCATED, allocated
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.ledger.settlements.events import ItemsSettled
from bursar.ledger.settlements.queries import (
    Common,
    EntityContext,
    common_of,
    too_early,
)
from bursar.ledger.settlements.schemas import (
    Adjustment,
    AdjustmentKind,
    ItemSettled,
    TakenDiscount,
)
from bursar.platform.work import Work

SERIES: Final = "SET"
# A residue of rounding is a few of the smallest units; anything above is a discount, a fee or a write-off.
ROUNDING_MOST_MINOR: Final = 5
_ACCOUNT_OF: Final[Mapping[tuple[AdjustmentKind, str], str]] = {
    (AdjustmentKind.DISCOUNT, "payable"): "discount_received",
    (AdjustmentKind.DISCOUNT, "receivable"): "discount_allowed",
    (AdjustmentKind.WITHHOLDING, "payable"): "withholding_payable",
    (AdjustmentKind.WITHHOLDING, "receivable"): "withholding_receivable",
    **{(AdjustmentKind.WRITE_OFF, side): "write_off" for side in ("payable", "receivable")},
    **{(AdjustmentKind.BANK_FEE, side): "bank_charges" for side in ("payable", "receivable")},
    **{(AdjustmentKind.ROUNDING, side): "rounding" for side in ("payable", "receivable")},
}


class SettledTooEarly(Refused):
    """An item would be settled before it was posted."""

    code = "settled_too_early"


class AmountInOtherCurrency(Refused):
    """An amount is not in the currency of its item."""

    code = "currency_mismatch"


class RoundingTooLarge(Refused):
    """What is called a residue of rounding is more than a few of the smallest units."""

    code = "rounding_too_large"


_SETTLED: Final = """
    INSERT INTO settlement (tenant_id, id, legal_entity_id, side, settled_on, currency, payment_id, reason, entry_id,
                            created_by, created_at, updated_at)
    VALUES (:tenant_id, :settlement_id, :legal_entity_id, :side, :allocated_on, :allocated_currency, :payment_id,
            :settlement_reason, CASE WHEN CAST(:has_entry AS boolean) THEN CAST(:id AS uuid) END, :posted_by, :now,
            :now)
"""
_APPROVED: Final = """
    UPDATE settlement SET status = 'active', decided_by = :posted_by, decided_at = :now, version = version + 1,
           updated_at = :now, entry_id = CASE WHEN CAST(:has_entry AS boolean) THEN CAST(:id AS uuid) END
    WHERE tenant_id = :tenant_id AND id = :settlement_id
"""
BOOKED: Final = (_SETTLED, ALLOCATED)
_ALONE: Final = text(f"WITH settled AS ({_SETTLED}) {ALLOCATED}")


class Plan(NamedTuple):
    """A settlement to be: its matches, what adjusts them, and whose items they are."""

    id: UUID
    common: Common
    on: date
    matches: tuple[Match, ...]
    adjusted: Sequence[tuple[UUID, Adjustment, Match, bool]]
    reason: str | None
    payment_id: UUID | None = None

    @property
    def needs_entry(self) -> bool:
        """Whether anything is booked beside the allocations themselves."""
        return bool(self.adjusted) or any(one.difference_minor for one in self.matches)

    @property
    def writes_off(self) -> bool:
        """Whether anything is written off, be it worth nothing in base currency."""
        return any(adjustment.kind is AdjustmentKind.WRITE_OFF for _, adjustment, _, _ in self.adjusted)

    @property
    def written_off_minor(self) -> int:
        """What is written off, in base currency."""
        return sum(
            one.asking_base_minor
            for _, adjustment, one, _ in self.adjusted
            if adjustment.kind is AdjustmentKind.WRITE_OFF
        )

    def values(self, work: Work, *, has_entry: bool) -> dict[str, Any]:
        """Return the values of the statements in `BOOKED`."""
        common = self.common
        return {
            **allocated(work, self.matches, common.side, common.currency, self.on, settlement_id=self.id),
            "side": common.side,
            "payment_id": self.payment_id,
            "settlement_reason": self.reason,
            "has_entry": has_entry,
        }


def plan_settlement(
    work: Work,
    items: Sequence[ItemSettled],
    rows: Mapping[UUID, Any],
    *,
    on: date,
    reason: str | None,
    payment_id: UUID | None = None,
    settlement_id: UUID | None = None,
) -> Plan:
    """Decide which item settles which. Raises what `core.settling.match` does, and what adjustments are refused for."""
    common = common_of([rows[one.open_item_id] for one in items])
    if too_early([rows[one.open_item_id] for one in items], on):
        raise SettledTooEarly(
            "An item is not settled before it was posted, nor before it was last taken back.", pointer="/settled_on"
        )
    wanted, adjustments = [], {}
    for index, one in enumerate(items):
        row = rows[one.open_item_id]
        parts = []
        for adjustment in one.adjustments:
            _check_adjustment(adjustment, common, reason, f"/items/{index}/adjustments")
            part = Adjusted(work.new_id(), adjustment.amount.minor)
            adjustments[part.item_id] = adjustment, row.open_minor > 0
            parts.append(part)
        amount = abs(row.open_minor) if one.amount is None else _in(one.amount, common.currency)
        wanted.append(Settled(row.id, OpenPart(row.open_minor, row.base_open_minor), amount, parts))
    matches = match(wanted)
    adjusted = [
        (item_id, adjustment, next(one for one in matches if item_id in {one.asking_id, one.bringing_id}), asks)
        for item_id, (adjustment, asks) in adjustments.items()
    ]
    return Plan(settlement_id or work.new_id(), common, on, matches, adjusted, reason, payment_id)


async def carry_out(work: Work, plan: Plan, context: EntityContext, *, approves: bool = False) -> None:
    """Write a planned settlement, and the entry of what it adjusts and realises; or approve one that was requested.

    Raises PeriodClosed.
    """
    common = plan.common
    fiscal_year = await require_open(work, common.legal_entity_id, plan.on, common.sub_ledger, pointer="/settled_on")
    if plan.needs_entry:
        entry = _entry(plan, context, fiscal_year)
        booked = (_APPROVED, ALLOCATED) if approves else BOOKED
        await post_entry(work, entry, *booked, values=plan.values(work, has_entry=True))
    else:
        own = {"tenant_id": work.tenant_id, "id": None, "legal_entity_id": common.legal_entity_id}
        acting = {"now": work.now, "posted_by": work.actor_id}
        await work.session.run(_ALONE, {**plan.values(work, has_entry=False), **own, **acting})
    work.emit(ItemsSettled(plan.id))


def _in(amount: Any, currency: str) -> int:
    if amount.currency != currency:
        raise AmountInOtherCurrency(f"The items are in {currency}.", pointer="/items")
    minor: int = amount.minor
    return minor


def _check_adjustment(adjustment: Adjustment, common: Common, reason: str | None, pointer: str) -> None:
    minor = _in(adjustment.amount, common.currency)
    if minor <= 0:
        raise RoundingTooLarge("An adjustment is above zero.", pointer=pointer)
    if adjustment.kind is AdjustmentKind.ROUNDING and minor > ROUNDING_MOST_MINOR:
        raise RoundingTooLarge(
            "A residue of rounding is a few of the smallest units; write off what is more.", pointer=pointer
        )
    if adjustment.kind is AdjustmentKind.WRITE_OFF and not reason:
        raise ReasonMissing("Say why it is written off.", pointer="/reason")


def _entry(plan: Plan, context: EntityContext, fiscal_year: int) -> NewEntry:
    common = plan.common
    sign = 1 if common.side == "payable" else -1
    control = with_all(context.controls, common.control)[common.control]
    lines, leaves = [], []
    for number, (item_id, adjustment, one, asks) in enumerate(plan.adjusted, start=1):
        natural = -1 if asks else 1
        amount, base = natural * one.amount_minor, natural * one.asking_base_minor
        memo = adjustment.kind.value.replace("_", " ").capitalize()
        against = _counter_lines(adjustment, common, context, sign * natural, memo)
        bases = divided(sign * base, [line.amount_minor for line in against])
        lines += [
            PostingLine(control, -sign * amount, memo, base_minor=-sign * base),
            *(replace(line, base_minor=part) for line, part in zip(against, bases, strict=True)),
        ]
        leaves.append(LeftOpen(number, amount, plan.on, base, common.side, adjustment.kind.value, id=item_id))
    lines += _exchange(plan, context, control)
    return NewEntry(
        legal_entity_id=common.legal_entity_id,
        sub_ledger=common.sub_ledger,
        series=SERIES,
        fiscal_year=fiscal_year,
        posting_date=plan.on,
        document_date=plan.on,
        source_type="settlement",
        source_id=plan.id,
        memo=plan.reason or "Settlement",
        currency=common.currency,
        base_currency=common.base_currency,
        vendor_id=common.vendor_id,
        customer_id=common.customer_id,
        lines=tuple(lines),
        leaves=tuple(leaves),
    )


def _exchange(plan: Plan, context: EntityContext, control: UUID) -> list[PostingLine]:
    """Return the lines of the realised exchange: of payables, what was brought above what was asked is lost."""
    difference = sum(one.difference_minor for one in plan.matches)
    gain = -difference if plan.common.side == "payable" else difference
    if not any(one.difference_minor for one in plan.matches):
        return []
    name = "exchange_gain" if gain >= 0 else "exchange_loss"
    account = with_all(context.controls, name)[name]
    memo = "Realised exchange difference"
    return [PostingLine(control, 0, memo, base_minor=gain), PostingLine(account, 0, memo, base_minor=-gain)]


def _counter_lines(
    adjustment: Adjustment, common: Common, context: EntityContext, sign: int, memo: str
) -> list[PostingLine]:
    """Return where an adjustment is booked: its account, and the tax that a discount lessens."""
    account = adjustment.account_id or _account(context, adjustment.kind, common.side)
    if not isinstance(adjustment, TakenDiscount):
        return [PostingLine(account, sign * adjustment.amount.minor, memo)]
    taxes = with_all(context.controls, "input_tax", "reverse_charge_tax") if adjustment.corrections else {}
    lines = []
    for one in adjustment.corrections:
        to = one.account_id or taxes["input_tax"]
        tax = PostingLine(to, sign * one.recoverable_minor, memo, one.category, one.rate, sign * one.base_minor)
        lines.append(replace(tax, tax_code_id=one.tax_code_id))
        if one.is_self_assessed:
            owed = replace(tax, account_id=taxes["reverse_charge_tax"], amount_minor=-sign * one.tax_minor)
            lines.append(replace(owed, tax_base_minor=-sign * one.base_minor, tax_code_id=one.tax_code_id))
    rest = sign * adjustment.amount.minor - sum(line.amount_minor for line in lines)
    return [PostingLine(account, rest, memo), *(line for line in lines if line.amount_minor or line.tax_base_minor)]


def _account(context: EntityContext, kind: AdjustmentKind, side: str) -> UUID:
    name = _ACCOUNT_OF[kind, side]
    return with_all(context.controls, name)[name]
