"""A document whose job fails for good is a person's, not nobody's."""

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import text

from bursar.kit.ids import from_public
from bursar.platform.application import Application
from bursar.platform.jobs.handlers import HANDLERS, Job
from bursar.platform.work import Work
from bursar.worker.handlers import import_handlers
from tests.agents.conftest import Desk


async def nothing(_: Work) -> None:
    """Finish nothing: there is no job row behind these calls."""


async def test_the_last_failed_attempt_hands_the_document_to_a_person(desk: Desk, application: Application) -> None:
    import_handlers()
    document = (await desk.upload("lost.xml", f"<lost>{uuid4()}</lost>".encode())).json()
    document_id = from_public("document", document["id"])
    async with application.worker.transaction() as session:
        # Its own job is not left to the tests that come after: here the attempts are made by hand.
        query = text("UPDATE job SET state = 'done', finished_at = now() WHERE payload @> CAST(:of AS jsonb)")
        assert await session.run(query, {"of": f'{{"document_id": "{document_id}"}}'}) == 1
    (kept,) = application.settings.home.rglob(document["sha256"])
    kept.unlink()
    kept.mkdir()  # A disk that answers wrongly: an outage, unlike a file that is not there.
    read = HANDLERS["payables.read_document"]
    job = Job(
        desk.company.tenant_id,
        uuid4(),
        "payables.read_document",
        {"document_id": str(document_id)},
        1,
        7,
        None,
        nothing,
    )
    with pytest.raises(IsADirectoryError):
        await read(job, application)
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "received"
    with pytest.raises(IsADirectoryError):
        await read(replace(job, attempts=8, is_last=True), application)
    found = await desk.get(f"/v1/documents/{document['id']}")
    assert (found["status"], found["reason_codes"]) == ("needs_attention", ["job_failed"])
    tasks = (await desk.get("/v1/tasks"))["items"]
    assert any(document_id.hex in one["subject_id"].replace("-", "") for one in tasks)
