"""Withholding while items are settled one by one: how much of each is kept back, and what then is noted."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from bursar.core.exchange import OpenPart, divided
from bursar.core.tax import WithholdingMoment, YearSoFar
from bursar.core.withholding import KeptBack, Owed, keep_back, most_settled
from bursar.kit.wire import Amount
from bursar.ledger.settlements.booking import carry_out, plan_settlement
from bursar.ledger.settlements.queries import Common, EntityContext, common_of, lock_items
from bursar.ledger.settlements.schemas import Adjustment, AdjustmentKind, ItemSettled
from bursar.ledger.withholding_codes.queries import Withholding, withholding_of
from bursar.ledger.withholdings.queries import counted_so_far
from bursar.platform.work import Work
from bursar.tables import withholdings

# What documents ask for is withheld from; what a refund or a reversal left open is not.
_ASKED_BY: Final = frozenset({"document", "opening"})


class Keeper:
    """What is kept back from one vendor: the year so far grows with each item that is settled."""

    def __init__(
        self, code_id: UUID, withholding: Withholding, year: YearSoFar, bills: Mapping[UUID, tuple[int, int]]
    ) -> None:
        """Start from a year so far, with net and gross of the bills that items may come from."""
        self._code_id, self._withholding = code_id, withholding
        self._before, self._year, self._bills = year, year, bills

    def keeps(self, row: Any, adjustments: Sequence[Adjustment]) -> bool:
        """Tell whether an item is withheld from: one that a document asks for, unless a person has said how much."""
        named = any(one.kind is AdjustmentKind.WITHHOLDING for one in adjustments)
        return row.open_minor > 0 and row.kind in _ASKED_BY and not named

    def most(self, row: Any, *, paid_minor: int, most_minor: int) -> int:
        """Return the most of an item that so much money settles together with what is withheld of it."""
        owed, rule = self._owed(row), self._withholding.rule
        return most_settled(rule, owed, paid_minor=paid_minor, most_minor=most_minor, year=self._year)

    def keep(self, row: Any, settled_minor: int) -> tuple[Adjustment, ...]:
        """Count so much of an item as settled, other adjustments apart, and return what is withheld of it."""
        return self.taken(row, self._count(self._owed(row), settled_minor).tax_minor)

    def keep_of_all(self, rows: Sequence[Any]) -> tuple[int, ...]:
        """Count a document, all of its instalments as they are open, and return what is withheld of each."""
        first = rows[0]
        base_minor = sum(one.base_open_minor for one in rows)
        whole = OpenPart(sum(one.open_minor for one in rows), base_minor)
        made = self._count(Owed(whole, *self._net_and_gross(first)), whole.open_minor)
        return divided(made.tax_minor, [one.open_minor for one in rows])

    def taken(self, row: Any, tax_minor: int) -> tuple[Adjustment, ...]:
        """Return what is withheld of an item as its adjustment; none for nothing."""
        if not tax_minor:
            return ()
        amount, account_id = Amount.of(tax_minor, row.currency), self._withholding.account_id
        return (Adjustment(kind=AdjustmentKind.WITHHOLDING, amount=amount, account_id=account_id),)

    async def note(self, work: Work, common: Common, on: date, **source: UUID) -> None:
        """Write down what was counted, for the settlement or the bill that is named."""
        counted = self._year.base_minor - self._before.base_minor
        withheld_on = self._year.withheld_on_minor - self._before.withheld_on_minor
        if not counted and not withheld_on:
            return
        noted = {
            "tenant_id": work.tenant_id,
            "id": work.new_id(),
            "legal_entity_id": common.legal_entity_id,
            "vendor_id": common.vendor_id,
            "withholding_code_id": self._code_id,
            "counted_on": on,
            "currency": common.base_currency,
            "counted_minor": counted,
            "withheld_on_minor": withheld_on,
            "created_at": work.now,
            **source,
        }
        await work.session.add(withholdings, [noted])

    def _count(self, owed: Owed, settled_minor: int) -> KeptBack:
        made = keep_back(self._withholding.rule, owed, settled_minor, self._year)
        self._year = made.after(self._year)
        return made

    def _owed(self, row: Any) -> Owed:
        return Owed(OpenPart(row.open_minor, row.base_open_minor), *self._net_and_gross(row))

    def _net_and_gross(self, row: Any) -> tuple[int, int]:
        """Return net and gross of an item's document; what came without one is all net."""
        net, gross = self._bills.get(row.bill_id, (1, 1))
        return (min(max(net, 0), gross), gross) if gross > 0 else (1, 1)


async def keeper_of(
    work: Work,
    moment: WithholdingMoment,
    *,
    legal_entity_id: UUID,
    vendor_id: UUID,
    code_id: UUID,
    bills: Sequence[UUID],
    on: date,
) -> Keeper | None:
    """Return who keeps back from a vendor at a moment, the vendor locked; None where its code does not hold there.

    Asked for where a vendor has a code, after bills and items are locked and before a number is taken.
    """
    withholding = await withholding_of(work, legal_entity_id, vendor_id, code_id, moment)
    if withholding is None:
        return None
    counted = await counted_so_far(work, vendor_id, code_id, on, bills)
    return Keeper(code_id, withholding, counted.year, counted.bills)


async def withhold_at_invoice(
    work: Work, keeper: Keeper, item_ids: Sequence[UUID], context: EntityContext, on: date
) -> bool:
    """Settle what is withheld of a bill that has just been posted; tell whether anything is.

    Raises PeriodClosed and ControlAccountMissing.
    """
    rows = await lock_items(work, item_ids)
    items = [
        ItemSettled(open_item_id=row.id, amount=Amount.of(tax, row.currency), adjustments=keeper.taken(row, tax))
        for row, tax in zip(rows.values(), keeper.keep_of_all(list(rows.values())), strict=True)
        if tax
    ]
    if not items:
        bill_id = rows[item_ids[0]].bill_id
        await keeper.note(work, common_of(list(rows.values())), on, bill_id=bill_id)
        return False
    plan = plan_settlement(work, items, rows, on=on, reason="Withheld as the bill was posted")
    await carry_out(work, plan, context)
    await keeper.note(work, plan.common, on, settlement_id=plan.id)
    return True
