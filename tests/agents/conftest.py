"""The in-process runner behind the shared application, and steps that people take."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

import bursar.kit.llm.providers.openai  # noqa: F401 - loads for seconds, which are no call's.
from bursar.kit.llm.asking import Models
from bursar.kit.llm.fake import FakeProvider
from bursar.kit.llm.retrying import Pace
from bursar.kit.settings import Settings
from bursar.platform.application import Application, build_application
from bursar.platform.jobs.runner import Runner
from bursar.worker.handlers import import_handlers
from tests.company import Member, SignedIn, company_named, sign_in_all


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


@pytest.fixture
async def company(application: Application, admin_url: str, request: pytest.FixtureRequest) -> SignedIn:
    """A company of the test's own."""
    name = re.sub(r"\W+", " ", request.node.name)[:60].strip()
    return await sign_in_all(application, admin_url, company_named(application, name))


Asking = Callable[..., AbstractAsyncContextManager[Models]]


@pytest.fixture
def asking(application: Application, settings: Settings, role_urls: dict[str, str]) -> Asking:
    """Have the shared application ask a fake provider for a while, as the settings say; None is without a key."""

    @asynccontextmanager
    async def opened(fake: FakeProvider | None, pace: Pace | None = None, **said: Any) -> AsyncIterator[Models]:
        kept = application.models
        async with fake.serving() if fake is not None else nullcontext():
            there = {"llm_base_url": fake.base_url, "llm_api_key": "the-key"} if fake is not None else {}
            told = {"llm_provider": "openai", "llm_models": "gpt-5-mini,gpt-5-nano", "llm_deadline_seconds": 20}
            ours = settings.model_dump(include={"home", "secret_key", "database_pool_size"})
            other = build_application(Settings(**ours, **(told | there | said)), role_urls)
            application.models = other.models
            application.models.pace = pace or Pace(attempts=2, first_pause_seconds=0.001, call_seconds=3)
            try:
                yield application.models
            finally:
                application.models = kept
                await other.close()

    return opened
