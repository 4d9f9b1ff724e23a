"""Nobody is shown values of a reading that no longer stands: they go when the document is to be read again."""

from typing import Any
from uuid import UUID

import httpx2
import pytest

from bursar.kit.ids import from_public
from bursar.platform.application import Application
from bursar.platform.work import open_work, system
from bursar.tables import document_readings
from bursar.worker.handlers import import_handlers
from tests.agents.conftest import Desk
from tests.agents.test_buried_jobs import attempts, spoil
from tests.agents.test_reading_again import again, take_in
from tests.attack.holdings import run_jobs
from tests.company import SignedIn
from tests.invoices import invoices


@pytest.fixture(autouse=True)
def _handlers() -> None:
    import_handlers()


async def proposed(desk: Desk, application: Application, seed: int) -> dict[str, Any]:
    """Return a document that was read and proposed."""
    (made,) = invoices(1, today=application.clock().date(), seed=seed)
    document = await take_in(desk, application, made.filename, made.content)
    assert document["status"] == "proposed"
    assert (await reading(desk, document)).json()["fields"]
    return document


async def reading(desk: Desk, document: dict[str, Any]) -> httpx2.Response:
    path = f"/v1/documents/{document['id']}/reading"
    return await desk.client.get(path, headers=desk.company.controller.headers)


async def assert_nothing_stands(desk: Desk, document: dict[str, Any]) -> None:
    answer = await reading(desk, document)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def kept(application: Application, company: SignedIn, document_id: UUID) -> bool:
    async with open_work(application.worker, system(company.tenant_id)) as work:
        where = work.owns(document_readings), document_readings.c.document_id == document_id
        return await work.session.row(document_readings.select().where(*where)) is not None


async def test_what_was_read_is_gone_until_it_is_read_again(desk: Desk, application: Application) -> None:
    document = await proposed(desk, application, 818301)
    before = (await reading(desk, document)).json()
    assert (await again(desk, document)).status_code == 202
    await assert_nothing_stands(desk, document)
    await run_jobs(application)
    after = (await reading(desk, document)).json()
    assert after["fields"] == before["fields"]
    assert after["read_at"] > before["read_at"]


async def test_a_document_that_is_unreadable_the_second_time_shows_nothing_and_says_why(
    desk: Desk, application: Application
) -> None:
    document = await proposed(desk, application, 818302)
    proposal = await desk.proposal(document)
    assert (await again(desk, document)).status_code == 202
    next(application.settings.home.rglob(document["sha256"])).unlink()
    await run_jobs(application)
    ended = await desk.get(f"/v1/documents/{document['id']}")
    assert (ended["status"], ended["reason_codes"]) == ("needs_attention", ["reading_failed"])
    await assert_nothing_stands(desk, document)
    # What the earlier run made of it is still to be seen, as what it is.
    assert (await desk.get(f"/v1/proposals/{proposal['id']}"))["state"] == "superseded"


async def test_a_document_whose_second_reading_fails_every_time_shows_nothing(
    desk: Desk, application: Application
) -> None:
    document = await proposed(desk, application, 818303)
    assert (await again(desk, document)).status_code == 202
    spoil(next(application.settings.home.rglob(document["sha256"])))
    job = await attempts(application, "payables.read_document", document)
    for _ in range(9):
        await assert_nothing_stands(desk, document)
        await job.run()
    ended = await desk.get(f"/v1/documents/{document['id']}")
    assert (ended["status"], ended["reason_codes"]) == ("needs_attention", ["job_failed"])
    await assert_nothing_stands(desk, document)


async def test_who_is_refused_takes_nothing_away(desk: Desk, application: Application, other_tenant: SignedIn) -> None:
    document = await proposed(desk, application, 818304)
    stale = {**document, "version": document["version"] - 1}
    refused = [
        await again(desk, stale),
        await again(desk, document, desk.company.viewer),
        await again(desk, document, other_tenant.clerk),
    ]
    assert [answer.status_code for answer in refused] == [412, 403, 404]
    assert (await reading(desk, document)).status_code == 200


async def test_the_database_lets_no_tenant_take_away_what_another_read(
    desk: Desk, application: Application, other_tenant: SignedIn
) -> None:
    document = await proposed(desk, application, 818305)
    document_id = from_public("document", document["id"])
    async with open_work(application.app, system(other_tenant.tenant_id)) as work:
        # Without the filter of the query, so that row-level security is alone.
        await work.session.run(document_readings.delete())
    assert await kept(application, desk.company, document_id)
