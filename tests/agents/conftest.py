"""The in-process runner behind the shared application, and steps that people take."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

from bursar.platform.application import Application
from bursar.platform.jobs.runner import Runner
from bursar.worker.handlers import import_handlers
from tests.company import Member, SignedIn


@pytest.fixture(scope="module")
async def runner(application: Application) -> AsyncIterator[Runner]:
    import_handlers()
    runner = Runner(application.queue, application, concurrency=4)
    application.listener = runner
    task = asyncio.create_task(runner.run())
    yield runner
    application.listener = None
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@dataclass
class Desk:
    """People at work over HTTP."""

    client: httpx2.AsyncClient
    company: SignedIn

    async def upload(self, name: str, content: bytes, who: Member | None = None) -> httpx2.Response:
        headers = (who or self.company.clerk).headers
        return await self.client.post("/v1/documents", headers=headers, files={"file": (name, content)})

    async def get(self, path: str, **params: str) -> dict[str, Any]:
        answer = await self.client.get(path, params=params, headers=self.company.controller.headers)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def until(self, path: str, field: str, *, beyond: set[str]) -> dict[str, Any]:
        for _ in range(600):
            found = await self.get(path)
            if found[field] not in beyond:
                return found
            await asyncio.sleep(0.02)
        raise AssertionError(found)

    async def read(self, name: str, content: bytes) -> dict[str, Any]:
        """Upload and wait until the agent has concluded."""
        answer = await self.upload(name, content)
        assert answer.status_code in {200, 201}, answer.text
        return await self.until(f"/v1/documents/{answer.json()['id']}", "status", beyond={"received"})

    async def proposal(self, document: dict[str, Any], state: str = "pending") -> dict[str, Any]:
        found = await self.get("/v1/proposals", document_id=document["id"], state=state)
        (proposal,) = found["items"]
        return dict(proposal)

    async def decide(
        self, verb: str, proposal: dict[str, Any], body: dict[str, Any], who: Member, key: str | None = None
    ) -> httpx2.Response:
        headers = {**who.headers, "If-Match": f'"{proposal["version"]}"'}
        if key:
            headers["Idempotency-Key"] = key
        return await self.client.post(f"/v1/proposals/{proposal['id']}/{verb}", headers=headers, json=body)

    async def approve(
        self, proposal: dict[str, Any], who: Member | None = None, key: str | None = None
    ) -> httpx2.Response:
        digest = {"digest": proposal["digest"]}
        return await self.decide("approve", proposal, digest, who or self.company.approver, key)

    async def post(self, name: str, content: bytes) -> dict[str, Any]:
        """Take a file all the way into the books and return its bill."""
        document = await self.read(name, content)
        assert document["status"] == "proposed", document
        answer = await self.approve(await self.proposal(document))
        assert answer.status_code == 200, answer.text
        document = await self.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
        assert document["status"] == "posted", document
        return await self.get(f"/v1/bills/{document['bill_id']}")


@pytest.fixture
def desk(client: httpx2.AsyncClient, demo: SignedIn) -> Desk:
    return Desk(client, demo)
