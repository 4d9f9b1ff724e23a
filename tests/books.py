"""Bills taken through the HTTP face, and through the actions at any instant: what tests of the books work with."""

import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx2

from bursar.kit.ids import from_public, to_public
from bursar.platform.access import Permission
from bursar.platform.actions import Executor
from bursar.platform.application import Application
from bursar.platform.work import Principal, Work, open_work
from tests.company import Member, SignedIn

# The demo's books are open in the year that the tests run in and in its neighbours.
YEAR = datetime.now(UTC).year

_counter = itertools.count(1)


def eur(amount: str) -> dict[str, str]:
    """Return euros as they stand on the wire."""
    return {"amount": amount, "currency": "EUR"}


def line(unit_price: str = "100.00", **changes: Any) -> dict[str, Any]:
    """Return a bill line as it is sent; 19 percent tax unless told otherwise."""
    return {"description": "Cleaning", "unit_price": unit_price, "tax_category": "S", "tax_rate": "19", **changes}


@dataclass(frozen=True)
class Books:
    """One company's bills over HTTP."""

    client: httpx2.AsyncClient
    company: SignedIn

    @property
    def entity(self) -> str:
        return to_public("entity", self.company.legal_entity_id)

    def account(self, code: str) -> str:
        """Return the public id of an account by its code."""
        return to_public("account", self.company.ids.accounts[code])

    async def send(self, method: str, path: str, member: Member, body: Any = None, **headers: str) -> httpx2.Response:
        """Send a request as somebody; `If_Match` and the like name headers."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.request(method, f"/v1{path}", json=body, headers={**member.headers, **named})

    async def get(self, path: str) -> Any:
        """Return what the viewer reads."""
        answer = await self.send("GET", path, self.company.viewer)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def change(self, path: str, *, by: Member | None = None, **changes: Any) -> httpx2.Response:
        """Change something as it was just read, as the controller unless it is another."""
        read = await self.send("GET", path, self.company.viewer)
        tag = read.headers.get("ETag", '"1"')
        return await self.send("PATCH", path, by or self.company.controller, changes, If_Match=tag)

    async def vendor(self, **changes: Any) -> str:
        """Create a vendor and return its id."""
        body = {"name": f"Vendor {next(_counter)}", **changes}
        answer = await self.send("POST", "/vendors", self.company.clerk, body)
        assert answer.status_code == 201, answer.text
        found: str = answer.json()["id"]
        return found

    def bill(self, vendor_id: str, **changes: Any) -> dict[str, Any]:
        """Return a bill as the clerk sends it: one line of 100 euros and 19 percent tax."""
        return {
            "legal_entity_id": self.entity,
            "vendor_id": vendor_id,
            "vendor_reference": f"R-{next(_counter)}",
            "document_date": f"{YEAR}-03-02",
            "currency": "EUR",
            "lines": [line()],
            **changes,
        }

    async def submit(self, body: Mapping[str, Any], **headers: str) -> httpx2.Response:
        """Submit a bill as the clerk."""
        return await self.send("POST", "/bills", self.company.clerk, body, **headers)

    async def submitted(self, vendor_id: str | None = None, **changes: Any) -> dict[str, Any]:
        """Return a submitted bill of a vendor, a new one unless named."""
        answer = await self.submit(self.bill(vendor_id or await self.vendor(), **changes))
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def approve(
        self, bill: Mapping[str, Any], *, by: Member | None = None, version: int | None = None, **headers: str
    ) -> httpx2.Response:
        """Approve a bill as it was shown."""
        path, body = f"/bills/{bill['id']}/approve", {"digest": bill["digest"]}
        tag = f'"{version or bill["version"]}"'
        return await self.send("POST", path, by or self.company.approver, body, If_Match=tag, **headers)

    async def posted(self, vendor_id: str | None = None, **changes: Any) -> dict[str, Any]:
        """Return a bill that was submitted and approved."""
        answer = await self.approve(await self.submitted(vendor_id, **changes))
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def reverse(self, bill: Mapping[str, Any], **body: Any) -> httpx2.Response:
        """Reverse a posted bill as the controller."""
        path = f"/bills/{bill['id']}/reverse"
        sent = {"reason": "Charged twice", **body}
        return await self.send("POST", path, self.company.controller, sent, If_Match=f'"{bill["version"]}"')

    async def entry(self, bill: Mapping[str, Any]) -> dict[str, str]:
        """Return a posted bill's journal entry as amounts by account code, where each has one line."""
        entry = await self.get(f"/journal-entries/{bill['entry_id']}")
        assert sum(Decimal(one["amount"]["amount"]) for one in entry["lines"]) == 0
        assert [one["line_number"] for one in entry["lines"]] == list(range(1, len(entry["lines"]) + 1))
        return {one["account_code"]: one["amount"]["amount"] for one in entry["lines"]}

    async def aging(self, vendor_id: str | None = None, **query: str) -> dict[str, str]:
        """Return the aging of one vendor, or of all, by bucket without empty ones; it ties to the control account."""
        report = await self.get(f"/reports/ap-aging?{httpx2.QueryParams({'credits': 'in_buckets', **query})}")
        assert report["control"]["difference"]["amount"] == "0.00"
        rows = [row["amounts"] for row in report["rows"] if vendor_id in {None, row["vendor_id"]}]
        assert len(rows) < 2 or vendor_id is None
        shown = report["totals"] if vendor_id is None else rows
        return {name: each["amount"] for name, each in shown[0].items() if Decimal(each["amount"])} if shown else {}

    async def check_books(self) -> None:
        """Assert that debits equal credits and that the open items equal the control account."""
        report = await self.get("/reports/trial-balance?as_of=2999-12-31")
        assert report["difference"]["amount"] == "0.00"
        assert report["accounts_payable"]["difference"]["amount"] == "0.00"
        aging = await self.get("/reports/ap-aging?as_of=2999-12-31")
        assert aging["control"]["balance"] == report["accounts_payable"]["balance"]


def problem(answer: httpx2.Response) -> tuple[int, str]:
    """Return status and code of a problem."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def instant(day: date | str, hour: int = 12) -> datetime:
    """Return an instant of a day, in UTC."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(on, time(hour), UTC)


def executor_at(application: Application, now: datetime) -> Executor:
    """Return an executor whose clock stands still."""
    return Executor(application.app, lambda _: None, lambda: now)


@asynccontextmanager
async def undone(application: Application, member: Member) -> AsyncIterator[Work]:
    """Open a work that may do everything and is rolled back at its end."""
    async with open_work(application.app, member.principal, keep=False) as work:
        yield replace(work, permissions=frozenset(Permission))


def acting(work: Work, member: Member, now: datetime) -> Work:
    """Return the same transaction as another person's work at another instant."""
    return replace(work, principal=member.principal, now=now, events=[])


def uuid_of(public: str) -> UUID:
    """Return the UUID in a public id."""
    return from_public(public.rpartition("_")[0], public)


def without_session(member: Member) -> Principal:
    """Return somebody as an agent's job acts for them."""
    return replace(member.principal, session_id=None)
