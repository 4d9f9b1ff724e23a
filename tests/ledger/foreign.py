"""Books in foreign currency, in a transaction that is undone: items left open, paid, settled and revalued."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal
from uuid import UUID

from sqlalchemy import text

from bursar.core.posting import PostingLine
from bursar.kit.wire import Amount
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.schemas import NewEntry, PostedEntry
from bursar.ledger.open_items.schemas import LeftOpen, Side
from bursar.ledger.rates.actions import record_rates
from bursar.ledger.rates.schemas import NewRate, RecordRates
from bursar.ledger.revaluations.actions import (
    reverse_revaluation,
    run_revaluation,
)
from bursar.ledger.revaluations.schemas import RevaluationRead, ReverseRevaluation, RunRevaluation
from bursar.ledger.settlements.actions import settle
from bursar.ledger.settlements.schemas import ItemSettled, Settle, SettlementRead
from bursar.platform.work import Work
from bursar.tables import ledger_accounts
from tests.books import YEAR, acting, instant
from tests.company import SignedIn

# The year before is over whatever the day on which the tests run.
CLOSE = date(YEAR - 1, 6, 30)
NEXT = CLOSE + timedelta(days=1)
BEFORE = date(YEAR - 1, 6, 2)


@dataclass
class Ledger:
    """One company's books in foreign currency, in a transaction that is undone."""

    work: Work
    company: SignedIn

    def at(self, day: date, hour: int = 12) -> "Ledger":
        """Return the same books at another instant."""
        return Ledger(acting(self.work, self.company.controller, instant(day, hour)), self.company)

    async def rate(self, value: str, on: date = CLOSE, currency: str = "USD") -> None:
        one = NewRate(from_currency=currency, to_currency="EUR", rate=Decimal(value), valid_on=on, rate_type="closing")
        await record_rates(self.work, RecordRates(source="test", rates=(one,)))

    async def post(
        self,
        on: date,
        lines: Mapping[str, tuple[int, int]],
        *leaves: LeftOpen,
        sub_ledger: Literal["ap", "ar", "gl"] = "ap",
        currency: str = "USD",
        **named: UUID,
    ) -> PostedEntry:
        """Post an entry of amounts with their bases by account code."""
        codes = {**self.company.ids.accounts, **named}
        entry = NewEntry(
            legal_entity_id=self.company.legal_entity_id,
            sub_ledger=sub_ledger,
            series="OPN",
            fiscal_year=on.year,
            posting_date=on,
            document_date=on,
            source_type="test",
            source_id=self.work.new_id(),
            memo="Test",
            currency=currency,
            base_currency="EUR",
            vendor_id=None,
            lines=tuple(
                PostingLine(codes[code], amount, code, base_minor=base) for code, (amount, base) in lines.items()
            ),
            leaves=leaves,
        )
        return await post_entry(self.work, entry)

    async def owed(self, minor: int, base: int, on: date = BEFORE, *, side: Side = "payable", **named: str) -> UUID:
        """Leave an item open: a bill or an invoice above zero, a payment or a credit below."""
        currency = named.get("currency", "USD")
        item = LeftOpen(1, minor, on, base_minor=base, side=side)
        if side == "payable":
            lines = {"6100": (minor, base), "2000": (-minor, -base)}
            made = await self.post(on, lines, item, currency=currency)
        else:
            lines = {"1100": (minor, base), "4000": (-minor, -base)}
            made = await self.post(on, lines, item, currency=currency, sub_ledger="ar")
        return made.item_ids[0]

    async def settle(self, owed: UUID, paid: UUID, minor: int, on: date) -> SettlementRead:
        """Settle an item with another as people do."""
        amount = Amount.of(minor, "USD")
        items = tuple(ItemSettled(open_item_id=one, amount=amount) for one in (owed, paid))
        return await settle(self.work, Settle(settled_on=on, items=items))

    async def paid(self, owed: UUID, minor: int, base: int, on: date, *, side: Side = "payable") -> SettlementRead:
        """Pay part of an item and settle it; the settlement tells what is realised, a loss below zero."""
        control, sub_ledger, sign = ("2000", "ap", 1) if side == "payable" else ("1100", "ar", -1)
        payment = await self.post(
            on,
            {control: (sign * minor, sign * base), "1000": (-sign * minor, -sign * base)},
            LeftOpen(1, -minor, on, base_minor=-base, side=side, kind="payment"),
            sub_ledger="ap" if sub_ledger == "ap" else "ar",
        )
        return await self.settle(owed, payment.item_ids[0], minor, on)

    async def run(self, as_of: date = CLOSE) -> RevaluationRead:
        command = RunRevaluation(legal_entity_id=self.company.legal_entity_id, as_of=as_of)
        return await run_revaluation(self.work, command)

    async def reverse(self, revaluation: RevaluationRead) -> RevaluationRead:
        return await reverse_revaluation(
            self.work, ReverseRevaluation(revaluation_id=revaluation.id, reason="A bill came late")
        )

    async def balance(self, code: str, on: date) -> int:
        """Return an account's balance in base currency at a day; debits above zero."""
        found = await self.work.session.value(
            text("""
                SELECT coalesce(sum(base_amount_minor), 0)::bigint FROM journal_line l
                JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
                WHERE l.tenant_id = :tenant_id AND l.account_id = :account AND e.posting_date <= :on
            """),
            {"tenant_id": self.work.tenant_id, "account": self.company.ids.accounts[code], "on": on},
        )
        return int(found)

    async def lost(self, on: date) -> int:
        """Return what was realised up to a day: a loss above zero, a gain below."""
        return await self.balance("7050", on) + await self.balance("4950", on)

    async def balances(self, on: date) -> tuple[int, int]:
        """Return the balances beside the control accounts: of the balance sheet, and of profit and loss."""
        return await self.balance("1150", on), await self.balance("7060", on)


def found(revaluation: RevaluationRead) -> list[tuple[str, int, int, int, int]]:
    """Return side, open, carried, worth and gain of each line, in minor units."""
    return [(one.side, one.open.minor, one.carried.minor, one.worth.minor, one.gain.minor) for one in revaluation.lines]


def realised(settlement: SettlementRead) -> int:
    """Return what a settlement realised, a loss below zero, in minor units."""
    return settlement.exchange_difference.minor


async def kept_in(ledger: Ledger, currency: str) -> UUID:
    """Add a bank account that is kept in a foreign currency."""
    account_id = ledger.work.new_id()
    row = {
        "tenant_id": ledger.work.tenant_id,
        "id": account_id,
        "legal_entity_id": ledger.company.legal_entity_id,
        "code": f"1005-{currency}",
        "name": f"Bank in {currency}",
        "type": "asset",
        "currency": currency,
        "is_bank": True,
    }
    await ledger.work.session.add(ledger_accounts, [row])
    return account_id
