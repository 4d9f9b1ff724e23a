"""One history while it is made: the product's transaction, the paper beside it, and a clock that only goes on."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import text

from bursar.core.errors import Refused
from bursar.kit.wire import Amount
from bursar.platform.work import Work
from tests.books import YEAR, acting
from tests.company import SignedIn
from tests.oracle.paper import Adjustment, Document, Item, Paper, Payment, Place, Settlement, When

FIRST = date(YEAR, 1, 1)
CURRENCIES = ("EUR", "EUR", "USD", "USD", "JPY")
PARTIES = {"payable": ("V1", "V2"), "receivable": ("C1", "C2")}


class NotRefusedError(AssertionError):
    """Something was done that must be refused."""


@dataclass(frozen=True)
class Stage:
    """The tenant that histories are played in: entities by name, accounts by entity and code, parties by name."""

    company: SignedIn
    entities: dict[str, UUID]
    bases: dict[str, str]
    accounts: dict[str, dict[str, UUID]]
    parties: dict[str, dict[str, UUID]]
    rates: dict[tuple[str, str], list[tuple[date, Decimal]]]


@dataclass
class History:
    """What was done so far, in both books."""

    work: Work
    stage: Stage
    random: Random
    paper: Paper
    now: datetime
    documents: list[Document] = field(default_factory=list)
    settlements: list[Settlement] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    operations: list[str] = field(default_factory=list)
    refused: int = 0

    @property
    def today(self) -> date:
        return self.now.date()

    def at(self, day: date) -> When:
        return When(day, self.now)

    def acting(self, role: str = "controller") -> Work:
        return acting(self.work, self.stage.company.people[role], self.now)

    def day(self, *after: date) -> date:
        """Return a day up to today, not before any of these."""
        first = max(FIRST, *after)
        return first + timedelta(self.random.randint(0, max(0, (self.today - first).days)))

    def place(self, side: str) -> Place:
        entity = self.random.choice(list(self.stage.entities))
        return Place(entity, side, self.random.choice(PARTIES[side]), self.random.choice(CURRENCIES))

    def party(self, place: Place) -> dict[str, UUID]:
        """Return who a place is about, as commands name them."""
        name = "vendor_id" if place.side == "payable" else "customer_id"
        return {name: self.stage.parties[place.side][place.party]}

    def open(self) -> list[Item]:
        """Return what is open and can be named."""
        return [one for one in self.paper.items if one.left and one.id]

    def adjust(self, most: int, kinds: Sequence[str], accounts: dict[str, str]) -> list[Adjustment]:
        """Return up to two adjustments of these kinds, of no more than so much in all."""
        found, left = list[Adjustment](), most
        for kind in self.random.sample(kinds, self.random.choice([0, 0, 0, 1, 2])):
            upto = min(left, 5) if kind == "rounding" else left
            if upto > 0:
                minor = self.random.randint(1, upto)
                found.append((kind, minor, [(accounts[kind], minor)]))
                left -= minor
        return found

    async def ids(self, entry_id: UUID) -> list[UUID]:
        """Return the items that an entry left, in their order."""
        query = text("SELECT id FROM open_item WHERE tenant_id = :t AND entry_id = :e ORDER BY instalment")
        rows = await self.work.session.rows(query, {"t": self.work.tenant_id, "e": entry_id})
        return [row.id for row in rows]

    async def refusing(self, do: Callable[[], Awaitable[Any]]) -> None:
        """Try what must be refused, and leave nothing of it."""
        session = self.work.session
        await session.run(text("SAVEPOINT tried"))
        try:
            await do()
        except (Refused, asyncpg.PostgresError):
            self.refused += 1
        else:
            raise NotRefusedError("This must be refused.")
        finally:
            await session.run(text("ROLLBACK TO SAVEPOINT tried"))


def wire(minor: int, currency: str) -> dict[str, str]:
    """Return an amount as it is sent."""
    return {"amount": str(Amount.of(minor, currency).amount), "currency": currency}


def adjusted(adjustments: Sequence[Adjustment], currency: str) -> list[dict[str, Any]]:
    """Return adjustments as they are sent."""
    return [{"kind": kind, "amount": wire(minor, currency)} for kind, minor, _ in adjustments]
