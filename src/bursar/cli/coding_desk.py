"""A company of the throw-away instance whose people code bills over HTTP: what `bursar eval coding` measures."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

from bursar.cli.client import Json, Person
from bursar.cli.preparing import TRIAL_ROLES
from bursar.cli.throwaway import Instance
from bursar.evals.coding import Coded, CodingScore, measure
from bursar.evals.purchases import Purchase
from bursar.platform.provision import demo_company

_DAY = "2026-11-02"


@dataclass(slots=True)
class HttpDesk:
    """A clerk who enters bills and an approver who posts them; vendors come to be as they are met."""

    clerk: Person
    approver: Person
    entity: str
    accounts: dict[str, str]
    vendors: dict[int, str] = field(default_factory=dict)
    bills: int = 0

    async def suggest(self, vendor: int, lines: Sequence[str]) -> Sequence[Coded]:
        """Ask for the coding of lines of a vendor."""
        asked = {
            "legal_entity_id": self.entity,
            "vendor_id": await self._vendor(vendor),
            "lines": [{"description": line} for line in lines],
        }
        answer = await self.clerk.request("POST", "/v1/bills/suggest-coding", json=asked)
        return [Coded(one["coding"] and one["coding"]["account_code"], one["sure"]) for one in answer.json()["lines"]]

    async def post(self, purchase: Purchase) -> None:
        """Enter the bill with every line where it belongs, and have it approved."""
        self.bills += 1
        lines = [
            {
                "description": line.description,
                "unit_price": str(Decimal(line.net_minor) / 100),
                "account_id": self.accounts[line.account_code],
            }
            for line in purchase.lines
        ]
        bill = {
            "legal_entity_id": self.entity,
            "vendor_id": await self._vendor(purchase.vendor),
            "vendor_reference": f"R-{self.bills}",
            "document_date": _DAY,
            "currency": "EUR",
            "lines": lines,
        }
        made: Json = (
            await self.clerk.request("POST", "/v1/bills", headers=_key(f"bill {self.bills}"), json=bill)
        ).json()
        await self.approver.post(
            f"/v1/bills/{made['id']}/approve",
            {"digest": made["digest"]},
            key=f"approve {self.bills}",
            version=made["version"],
        )

    async def _vendor(self, number: int) -> str:
        if number not in self.vendors:
            named = {"name": f"Vendor {number}"}
            made = await self.clerk.request("POST", "/v1/vendors", headers=_key(f"vendor {number}"), json=named)
            self.vendors[number] = made.json()["id"]
        return self.vendors[number]


def _key(named: str) -> dict[str, str]:
    return {"Idempotency-Key": named}


async def open_desk(instance: Instance) -> HttpDesk:
    """Sign two people of the instance's own company in, and learn its accounts."""
    company = demo_company(datetime.now(UTC).date())
    by_role = {person.role: person for person in company.people}
    people = [Person(instance.client, by_role[role].email, by_role[role].password) for role in TRIAL_ROLES]
    instance.forget_limits()
    await asyncio.gather(*(person.sign_in() for person in people))
    clerk, approver = people
    entities = (await clerk.get("/v1/legal-entities"))["items"]
    accounts = (await clerk.get("/v1/ledger-accounts", limit=200))["items"]
    return HttpDesk(clerk, approver, entities[0]["id"], {one["code"]: one["id"] for one in accounts})


async def score_coding(
    instance: Instance, *, seed: int, lines: int, progress: Callable[[int], Awaitable[None]] | None = None
) -> CodingScore:
    """Measure coding on the instance."""
    return await measure(await open_desk(instance), seed=seed, lines=lines, progress=progress)
