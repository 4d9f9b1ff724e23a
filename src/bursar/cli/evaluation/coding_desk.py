"""A company of the throw-away instance whose people code bills over HTTP: what `bursar eval coding` measures.

Where a model is measured, lines are weighed as the agent weighs them, by the same step on the same instance.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from bursar.agents.payables.code import weigh_lines
from bursar.cli.client import Json, Person
from bursar.cli.preparing import TRIAL_ROLES
from bursar.cli.throwaway import Instance
from bursar.core.coding import Coding
from bursar.evals.coding import Coded
from bursar.evals.model_use import ModelUse
from bursar.evals.purchases import Purchase, PurchasedLine
from bursar.evals.spending import Spending
from bursar.kit.ids import from_public
from bursar.kit.llm.asking import Models
from bursar.payables.bills.schemas import BillContent, BillLineInput
from bursar.payables.coding.weighing import Suggested
from bursar.platform.application import Application
from bursar.platform.provision import demo_company
from bursar.platform.work import system

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

    async def suggest(self, purchase: Purchase) -> Sequence[Coded]:
        """Ask for the coding of a bill's lines, by what the vendor says of them."""
        asked = {
            "legal_entity_id": self.entity,
            "vendor_id": await self._vendor(purchase.vendor),
            "order_reference": purchase.order,
            "lines": [_said(line) for line in purchase.lines],
        }
        answer = await self.clerk.request("POST", "/v1/bills/suggest-coding", json=asked)
        return [Coded(one["coding"] and one["coding"]["account_code"], one["sure"]) for one in answer.json()["lines"]]

    async def post(self, purchase: Purchase) -> None:
        """Enter the bill with every line where it belongs, and have it approved."""
        self.bills += 1
        lines = [
            {
                **_said(line),
                "unit_price": str(Decimal(line.net_minor) / 100),
                "account_id": self.accounts[line.account_code],
            }
            for line in purchase.lines
        ]
        bill = {
            "legal_entity_id": self.entity,
            "vendor_id": await self._vendor(purchase.vendor),
            "vendor_reference": f"R-{self.bills}",
            "order_reference": purchase.order,
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
            named = {"name": vendor_name(number)}
            made = await self.clerk.request("POST", "/v1/vendors", headers=_key(f"vendor {number}"), json=named)
            self.vendors[number] = made.json()["id"]
        return self.vendors[number]


@dataclass(slots=True, kw_only=True)
class AgentDesk(HttpDesk):
    """A desk whose lines the agent codes: it has a model choose where people left a choice."""

    application: Application
    tenant_id: UUID
    models: Models
    spending: Spending
    use: ModelUse

    async def suggest(self, purchase: Purchase) -> Sequence[Coded]:
        """Have the agent's own step code the lines. Raises ModelRefused."""
        content = BillContent(
            vendor_reference="asked",
            document_date=date.fromisoformat(_DAY),
            currency="EUR",
            order_reference=purchase.order,
            lines=tuple(BillLineInput(**_said(line), unit_price=Decimal(1)) for line in purchase.lines),
        )
        weighed = await weigh_lines(
            self.application,
            system(self.tenant_id),
            self.spending.asker(self.models),
            from_public("entity", self.entity),
            from_public("vendor", await self._vendor(purchase.vendor)),
            vendor_name(purchase.vendor),
            content,
        )
        chosen = weighed.chosen
        self.use.units += 1
        if chosen.asked:
            self.use.count(chosen.reason)
            self.spending.stop_if_refused(chosen.reason)
        numbered = enumerate(zip(weighed.suggested, weighed.codings, strict=True), start=1)
        return [_coded(one, coding, is_shown=number in chosen.asked) for number, (one, coding) in numbered]


def _coded(one: Suggested, coding: Coding | None, *, is_shown: bool) -> Coded:
    suggestion = one.suggestion
    if suggestion is None or coding is None:
        return Coded(None, sure=False)
    before, now = (one.accounts[named.account_id].code for named in (suggestion.coding, coding))
    return Coded(now, suggestion.is_sure, is_shown, before if is_shown else None)


def _said(line: PurchasedLine) -> dict[str, Any]:
    """Return what the vendor says of a line; where it belongs is not among it."""
    return {
        "description": line.description,
        "order_line_reference": line.order_line,
        "accounting_reference": line.names,
    }


def vendor_name(number: int) -> str:
    """Return what a vendor is called."""
    return f"Vendor {number}"


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


async def with_agent(desk: HttpDesk, application: Application, models: Models, spending: Spending) -> AgentDesk:
    """Return the desk with the agent at it, who asks these models on this ledger."""
    me = await desk.clerk.get("/v1/me")
    return AgentDesk(
        desk.clerk,
        desk.approver,
        desk.entity,
        desk.accounts,
        application=application,
        tenant_id=from_public("tenant", me["tenant"]["id"]),
        models=models,
        spending=spending,
        use=ModelUse(calls=spending.calls),  # One list: what is spent is seen here.
    )
