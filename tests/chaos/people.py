"""The people who use Bursar over HTTP and know nothing of what is killed: they repeat what got no answer."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx2

from tests.invoices import MadeInvoice

AGAIN_SECONDS = 0.15
PATIENCE_SECONDS = 120.0
# Somebody else was faster: the right answer to the second click.
TOO_LATE = {"proposal_decided", "precondition_failed"}


class Stuck(Exception):  # noqa: N818 - a verdict.
    """A request was answered in a way that repeating does not mend, or not at all."""


@dataclass(slots=True)
class Tally:
    """What the clients met, for the report."""

    answers: Counter[str] = field(default_factory=Counter)
    no_answer: int = 0
    accepted: dict[str, str] = field(default_factory=dict)
    double_clicks: int = 0
    both_won: int = 0
    edits: int = 0
    repeated_uploads: int = 0
    refusals: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Person:
    """Somebody at a desk, signed in; asks again, with the same key, until there is an answer."""

    client: httpx2.AsyncClient
    tally: Tally
    headers: dict[str, str] = field(default_factory=dict)

    async def sign_in(self, email: str, password: str) -> None:
        answer = await self.ask("POST", "/v1/auth/sign-in", json={"email": email, "password": password})
        self.headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}

    async def ask(
        self, method: str, path: str, *, key: str | None = None, headers: Mapping[str, str] | None = None, **sent: Any
    ) -> httpx2.Response:
        """Return the first answer that is not "later"; repeat after a broken connection, 429 and 503."""
        keyed = {"Idempotency-Key": key} if key else {}
        deadline = asyncio.get_running_loop().time() + PATIENCE_SECONDS
        while asyncio.get_running_loop().time() < deadline:
            try:
                answer = await self.client.request(
                    method, path, headers={**self.headers, **keyed, **(headers or {})}, **sent
                )
            except httpx2.TransportError:
                self.tally.no_answer += 1
            else:
                self.tally.answers[f"{answer.status_code}"] += 1
                if answer.status_code not in {429, 503}:
                    return answer
            await asyncio.sleep(AGAIN_SECONDS * random.uniform(0.5, 1.5))
        raise Stuck(f"{method} {path} got no answer for {PATIENCE_SECONDS:.0f} seconds")


@asynccontextmanager
async def at_desk(base_url: str, tally: Tally, email: str, password: str) -> AsyncIterator[Person]:
    """Sign somebody in."""
    async with httpx2.AsyncClient(base_url=base_url, timeout=15) as client:
        person = Person(client, tally)
        await person.sign_in(email, password)
        yield person


async def upload(clerk: Person, made: MadeInvoice, legal_entity_id: str, dice: random.Random) -> None:
    """Upload a file until it is accepted; now and then once more under another key, as people do."""
    accepted = await _send(clerk, made, legal_entity_id, f"upload-{made.number}")
    clerk.tally.accepted[made.sha256] = accepted
    if dice.random() < 0.05:
        clerk.tally.repeated_uploads += 1
        if await _send(clerk, made, legal_entity_id, str(uuid4())) != accepted:
            raise Stuck(f"{made.number} became two documents")


async def _send(clerk: Person, made: MadeInvoice, legal_entity_id: str, key: str) -> str:
    answer = await clerk.ask(
        "POST",
        "/v1/documents",
        key=key,
        files={"file": (made.filename, made.content, "application/xml")},
        data={"legal_entity_id": legal_entity_id},
    )
    if answer.status_code not in {200, 201, 202}:
        raise Stuck(f"{made.number} was refused: {answer.status_code} {answer.text[:500]}")
    return str(answer.json()["id"])


@dataclass(frozen=True, slots=True)
class Office:
    """The two people who approve; the second, a controller, also corrects, and then the first approves."""

    approver: Person
    controller: Person
    dice: random.Random

    async def approve_all(self, done: Callable[[], bool]) -> None:
        """Approve whatever waits, one proposal after the other; every fourth is clicked twice at once."""
        decided: set[tuple[str, int]] = set()
        while not done():
            waiting = [one for one in await self._listed("pending") if (one["id"], one["version"]) not in decided]
            if not waiting:
                await asyncio.sleep(0.1)
            for proposal in reversed(waiting):
                if await self._decide(proposal):
                    decided.add((proposal["id"], proposal["version"]))

    async def correct_all(self, done: Callable[[], bool]) -> None:
        """Correct what the books refused after it was approved."""
        while not done():
            for proposal in await self._listed("failed"):
                await self._correct(proposal)
            await asyncio.sleep(0.5)

    async def _listed(self, state: str) -> list[dict[str, Any]]:
        answer = await self.controller.ask("GET", "/v1/proposals", params={"state": state, "limit": 100})
        if answer.status_code != 200:
            raise Stuck(f"the list of proposals: {answer.status_code} {answer.text[:500]}")
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def _decide(self, proposal: dict[str, Any]) -> bool:
        """Approve a proposal, or correct it where its vendor is no longer new; return whether it is decided now."""
        tally = self.controller.tally
        clicks = [self.approver]
        if self.dice.random() < 0.25:
            tally.double_clicks += 1
            clicks = [self.approver, self.dice.choice([self.approver, self.controller])]
        answers = await asyncio.gather(*(_approve(person, proposal) for person in clicks))
        won = sum(answer.status_code == 200 for answer in answers)
        tally.both_won += won > 1
        codes = {answer.json()["code"] for answer in answers if answer.status_code != 200}
        tally.refusals.update(codes)
        if won == 0 and "vendor_exists" in codes:
            await self._correct(proposal)
        return won > 0 or bool(codes & TOO_LATE)

    async def _correct(self, proposal: dict[str, Any]) -> None:
        """Name the vendor that another invoice has brought in meanwhile; the edit is a new proposal."""
        seller = proposal["payload"]["new_vendor"]
        if seller is None:
            raise Stuck(f"refused, and not for its vendor: {proposal['failure']} {proposal['payload']}")
        found = await self.controller.ask("GET", "/v1/vendors", params={"name": seller["name"]})
        vendor = next((one for one in found.json()["items"] if one["tax_id"] == seller["tax_id"]), None)
        if vendor is None:
            return  # The one who brings the vendor in is not through yet.
        answer = await self.controller.ask(
            "POST",
            f"/v1/proposals/{proposal['id']}/edit",
            key=f"edit-{proposal['id']}-{proposal['version']}",
            headers={"If-Match": f'"{proposal["version"]}"'},
            json={"payload": {**proposal["payload"], "vendor_id": vendor["id"], "new_vendor": None}},
        )
        if answer.status_code == 201:
            self.controller.tally.edits += 1
        elif answer.json()["code"] not in TOO_LATE:
            raise Stuck(f"the edit of {proposal['id']}: {answer.status_code} {answer.text[:500]}")


async def _approve(person: Person, proposal: dict[str, Any]) -> httpx2.Response:
    return await person.ask(
        "POST",
        f"/v1/proposals/{proposal['id']}/approve",
        key=str(uuid4()),
        headers={"If-Match": f'"{proposal["version"]}"'},
        json={"digest": proposal["digest"]},
    )
