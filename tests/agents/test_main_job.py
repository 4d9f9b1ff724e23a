"""The main job: a file comes in, the agent proposes, another person approves, the books have it once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx2
import pytest

from bursar.platform.application import Application
from bursar.platform.jobs.runner import Runner
from bursar.worker.handlers import import_handlers
from tests.company import Member, SignedIn
from tests.invoices import invoices


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


async def upload(client: httpx2.AsyncClient, who: Member, name: str, content: bytes) -> httpx2.Response:
    return await client.post("/v1/documents", headers=who.headers, files={"file": (name, content)})


async def settled(client: httpx2.AsyncClient, who: Member, document_id: str, *, beyond: set[str]) -> dict[str, Any]:
    for _ in range(400):
        document = (await client.get(f"/v1/documents/{document_id}", headers=who.headers)).json()
        if document["status"] not in beyond:
            return document
        await asyncio.sleep(0.02)
    raise AssertionError(document)


async def test_an_invoice_goes_from_file_to_books(
    client: httpx2.AsyncClient, application: Application, demo: SignedIn, runner: Runner
) -> None:
    made = next(iter(invoices(1, today=application.clock().date(), seed=11)))
    answer = await upload(client, demo.clerk, made.filename, made.content)
    assert answer.status_code == 201, answer.text
    document = await settled(client, demo.clerk, answer.json()["id"], beyond={"received"})
    assert document["status"] == "proposed", document
    found = (await client.get("/v1/proposals", params={"document_id": document["id"]}, headers=demo.clerk.headers)).json()
    (proposal,) = found["items"]
    assert sum(float(line["amount"]["amount"]) for line in proposal["effects"]["journal_lines"]) == 0
    own = await client.post(
        f"/v1/proposals/{proposal['id']}/approve",
        headers={**demo.clerk.headers, "If-Match": f'"{proposal["version"]}"'},
        json={"digest": proposal["digest"]},
    )
    assert own.status_code == 403
    answer = await client.post(
        f"/v1/proposals/{proposal['id']}/approve",
        headers={**demo.approver.headers, "If-Match": f'"{proposal["version"]}"'},
        json={"digest": proposal["digest"]},
    )
    assert answer.status_code == 200, answer.text
    document = await settled(client, demo.clerk, document["id"], beyond={"received", "proposed"})
    assert document["status"] == "posted", document
    bill = (await client.get(f"/v1/bills/{document['bill_id']}", headers=demo.clerk.headers)).json()
    assert bill["number"]
    aging = (await client.get("/v1/reports/ap-aging", headers=demo.clerk.headers)).json()
    assert aging["control"]["difference"]["amount"] in {"0.00", "0"}
