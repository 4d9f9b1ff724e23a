"""A document is read again: in place of what had come of it, by a run of its own, and nothing happens twice."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from zlib import crc32

import httpx2
import pytest
from sqlalchemy import func, select, text

from bursar.agents.payables.propose import give_up
from bursar.agents.runs.actions import RunBusy
from bursar.core.errors import Refused
from bursar.documents.received.queries import get_document
from bursar.kit.ids import from_public
from bursar.platform.application import Application
from bursar.platform.work import open_work, system
from bursar.tables import agent_runs, agent_steps, bills, checkpoints, proposals
from bursar.worker.handlers import import_handlers
from tests.agents.conftest import Desk
from tests.agents.test_several_invoices import page
from tests.attack.holdings import run_jobs
from tests.company import Member, SignedIn
from tests.formats.made_pdfs import pdf
from tests.invoices import MadeInvoice, invoices

Make = Callable[..., MadeInvoice]


@pytest.fixture(autouse=True)
def _handlers() -> None:
    import_handlers()


@pytest.fixture
def made(application: Application, request: pytest.FixtureRequest) -> Make:
    """Make an invoice that no other test has."""
    serial = iter(range(1000))

    def make(**options: Any) -> MadeInvoice:
        seed = crc32(f"{request.node.name} {next(serial)}".encode())
        return next(iter(invoices(1, today=application.clock().date(), seed=seed, **options)))

    return make


async def take_in(desk: Desk, application: Application, name: str, content: bytes) -> dict[str, Any]:
    """Upload a file, run its job, and return the document."""
    answer = await desk.upload(name, content)
    assert answer.status_code == 201, answer.text
    await run_jobs(application)
    return await desk.get(f"/v1/documents/{answer.json()['id']}")


async def again(desk: Desk, document: dict[str, Any], who: Member | None = None, key: str = "") -> httpx2.Response:
    headers = {**(who or desk.company.clerk).headers, "If-Match": f'"{document["version"]}"'}
    headers |= {"Idempotency-Key": key} if key else {}
    return await desk.client.post(f"/v1/documents/{document['id']}/read-again", headers=headers)


async def count(application: Application, desk: Desk, table: Any, *where: Any) -> int:
    async with open_work(application.worker, system(desk.company.tenant_id)) as work:
        return int(await work.session.value(select(func.count()).select_from(table).where(work.owns(table), *where)))


async def asked(desk: Desk, document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the open tasks about a document."""
    tasks = (await desk.get("/v1/tasks", state="open", limit="200"))["items"]
    return [one for one in tasks if one["subject_id"] == str(from_public("document", document["id"]))]


async def test_a_rate_that_was_missing_is_recorded_and_the_document_read_again(
    desk: Desk, application: Application, made: Make
) -> None:
    one = made(currency="CZK")
    document = await take_in(desk, application, one.filename, one.content)
    assert (document["status"], document["reason_codes"]) == ("needs_attention", ["exchange_rate_missing"])
    (task,) = await asked(desk, document)
    (first,) = (await desk.get("/v1/agent-runs", document_id=document["id"]))["items"]
    # Nothing has changed yet: it is read again to the same end, and asked about once.
    assert (await again(desk, document)).status_code == 202
    await run_jobs(application)
    document = await desk.get(f"/v1/documents/{document['id']}")
    assert document["status"] == "needs_attention"
    (other,) = await asked(desk, document)
    assert other["id"] != task["id"]
    assert (await desk.get(f"/v1/tasks/{task['id']}"))["note"] == "Read again."

    rate = {"from_currency": "CZK", "to_currency": "EUR", "rate": "0.04", "valid_on": one.issue_date.isoformat()}
    body = {"source": "ECB", "rates": [rate]}
    recorded = await desk.client.post("/v1/exchange-rates", headers=desk.company.clerk.headers, json=body)
    assert recorded.status_code == 201, recorded.text
    answer = await again(desk, document, desk.company.controller)
    assert answer.status_code == 202, answer.text
    assert (answer.json()["status"], answer.json()["reason_codes"]) == ("received", [])
    assert answer.headers["ETag"] == f'"{document["version"] + 1}"'
    await run_jobs(application)
    document = await desk.get(f"/v1/documents/{document['id']}")
    assert (document["status"], await asked(desk, document)) == ("proposed", [])
    runs = (await desk.get("/v1/agent-runs", document_id=document["id"]))["items"]
    assert [(run["agent"], run["state"], run["outcome"]) for run in runs] == [
        ("payables", "waiting", None),
        ("payables", "done", "needs_attention"),
        ("payables", "done", "needs_attention"),
    ]
    assert runs[-1]["id"] == first["id"]
    assert (await desk.get(f"/v1/agent-runs/{first['id']}"))["agent"] == "payables"
    proposal = await desk.proposal(document)
    assert (proposal["run_id"], proposal["submitted_by"]) == (runs[0]["id"], document["uploaded_by"])
    assert (await desk.approve(proposal)).status_code == 200
    await run_jobs(application)
    document = await desk.get(f"/v1/documents/{document['id']}")
    bill = await desk.get(f"/v1/bills/{document['bill_id']}")
    assert bill["payable"] == {"amount": f"{Decimal(one.gross_minor) / 100:.2f}", "currency": "CZK"}
    refused = await again(desk, document)
    assert (refused.status_code, refused.json()["code"]) == (409, "document_settled")


async def test_what_was_proposed_is_withdrawn_and_where_its_graph_waited_is_forgotten(
    desk: Desk, application: Application, made: Make
) -> None:
    one = made()
    document = await take_in(desk, application, one.filename, one.content)
    earlier = await desk.proposal(document)
    thread = checkpoints.c.thread_id == str(from_public("run", earlier["run_id"]))
    assert await count(application, desk, checkpoints, thread) == 1
    assert (await again(desk, document)).status_code == 202
    late = await desk.approve(earlier)
    assert (late.status_code, late.json()["code"]) == (409, "proposal_decided")
    await run_jobs(application)
    proposal = await desk.proposal(document)
    assert proposal["id"] != earlier["id"]
    assert proposal["digest"] == earlier["digest"], "the same was proposed, and it is a proposal of its own"
    assert (await desk.get(f"/v1/proposals/{earlier['id']}"))["state"] == "superseded"
    assert (await desk.get(f"/v1/agent-runs/{earlier['run_id']}"))["outcome"] == "read_again"
    assert await count(application, desk, checkpoints, thread) == 0


async def test_two_who_ask_at_once_have_it_read_once(desk: Desk, application: Application, made: Make) -> None:
    one = made()
    document = await take_in(desk, application, one.filename, one.content)
    answers = await asyncio.gather(
        again(desk, document, key="twice"),
        again(desk, document, key="twice"),
        again(desk, document, desk.company.controller),
        again(desk, document, desk.company.controller),
    )
    codes = sorted(answer.status_code for answer in answers)
    assert codes in ([202, 202, 412, 412], [202, 412, 412, 412]), [answer.text for answer in answers]
    await run_jobs(application)
    assert (
        await count(application, desk, agent_runs, agent_runs.c.document_id == from_public("document", document["id"]))
        == 2
    )
    assert (await desk.proposal(document))["state"] == "pending"


async def test_the_same_key_answers_again_and_reads_once(desk: Desk, application: Application, made: Make) -> None:
    one = made()
    document = await take_in(desk, application, one.filename, one.content)
    first = await again(desk, document, key="again-1")
    await run_jobs(application)
    second = await again(desk, document, key="again-1")
    assert (second.status_code, second.json()) == (202, first.json())
    assert second.headers["Idempotency-Replayed"] == "true"
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "proposed"
    assert len((await desk.get("/v1/agent-runs", document_id=document["id"]))["items"]) == 2


@pytest.mark.parametrize("other", ["approve", "reject", "edit"])
async def test_reading_again_and_a_decision_at_once_come_to_one_end(
    desk: Desk, application: Application, made: Make, other: str
) -> None:
    async def a_little_later(document: dict[str, Any], turn: int) -> httpx2.Response:
        # What an edit would do is tried on the books first, which takes a while.
        await asyncio.sleep(0.03 * turn if other == "edit" else 0)
        return await again(desk, document)

    for turn in range(4 if other == "edit" else 2):
        one = made()
        document = await take_in(desk, application, one.filename, one.content)
        proposal = await desk.proposal(document)
        payload = {**proposal["payload"], "content": {**proposal["payload"]["content"], "note": "Edited"}}
        body = {
            "approve": {"digest": proposal["digest"]},
            "reject": {"reason": "No"},
            "edit": {"payload": payload},
        }[other]
        decided, read = await asyncio.gather(
            desk.decide(other, proposal, body, desk.company.approver if other != "edit" else desk.company.controller),
            a_little_later(document, turn),
        )
        told = (decided.status_code, read.status_code, decided.text, read.text)
        await run_jobs(application)
        waiting = (await desk.get("/v1/proposals", document_id=document["id"], state="pending"))["items"]
        ended = await desk.get(f"/v1/documents/{document['id']}")
        if read.status_code == 202:
            # An edit may have come first: then it was withdrawn with all else.
            assert decided.status_code in ({409, 412, 201, 503} if other == "edit" else {409, 412}), told
            assert (ended["status"], len(waiting)) == ("proposed", 1), told
            (current, _) = (await desk.get("/v1/agent-runs", document_id=document["id"]))["items"]
            assert (waiting[0]["run_id"], current["state"]) == (current["id"], "waiting")
        else:
            assert (read.status_code, decided.status_code) in {(409, 200), (412, 200), (503, 201)}, told
            assert ended["status"] == {"approve": "posted", "reject": "rejected", "edit": "proposed"}[other]
        posted = await count(application, desk, bills, bills.c.vendor_reference == one.number)
        assert posted == (ended["status"] == "posted")


@pytest.mark.parametrize("verb", ["approve", "reject"])
async def test_what_is_decided_is_carried_out_before_anything_is_read_again(
    desk: Desk, application: Application, made: Make, verb: str
) -> None:
    one = made()
    document = await take_in(desk, application, one.filename, one.content)
    proposal = await desk.proposal(document)
    body = {"digest": proposal["digest"]} if verb == "approve" else {"reason": "No"}
    assert (await desk.decide(verb, proposal, body, desk.company.approver)).status_code == 200
    refused = await again(desk, document)
    assert (refused.status_code, refused.json()["code"]) == (409, "decision_under_way")
    await run_jobs(application)
    ended = await desk.get(f"/v1/documents/{document['id']}")
    assert ended["status"] == ("posted" if verb == "approve" else "rejected")
    refused = await again(desk, ended)
    assert (refused.status_code, refused.json()["code"]) == (409, "document_settled")


async def test_what_was_approved_and_failed_is_proposed_anew_once_the_books_take_it(
    desk: Desk, application: Application, made: Make
) -> None:
    one = made()
    document = await take_in(desk, application, one.filename, one.content)
    proposal = await desk.proposal(document)
    assert (await desk.approve(proposal)).status_code == 200
    account_id = proposal["payload"]["content"]["lines"][0]["account_id"]
    await use_account(desk, account_id, active=False)
    await run_jobs(application)
    await use_account(desk, account_id, active=True)
    document = await desk.get(f"/v1/documents/{document['id']}")
    assert (document["status"], document["reason_codes"]) == ("needs_attention", ["account_not_usable"])
    failed = await desk.proposal(document, "failed")
    assert (await again(desk, document)).status_code == 202
    await run_jobs(application)
    anew = await desk.proposal(document)
    assert anew["digest"] == failed["digest"]
    told = {one["subject_id"] for one in (await desk.get("/v1/tasks", state="open", limit="200"))["items"]}
    assert str(from_public("proposal", failed["id"])) not in told
    assert (await desk.approve(anew)).status_code == 200
    await run_jobs(application)
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "posted"
    assert await count(application, desk, bills, bills.c.vendor_reference == one.number) == 1


async def use_account(desk: Desk, account_id: str, *, active: bool) -> None:
    path, headers = f"/v1/ledger-accounts/{account_id}", desk.company.controller.headers
    version = (await desk.client.get(path, headers=headers)).headers["ETag"]
    answer = await desk.client.patch(path, headers={**headers, "If-Match": version}, json={"active": active})
    assert answer.status_code == 200, answer.text


async def test_a_redelivered_job_of_the_first_reading_changes_nothing(
    desk: Desk, application: Application, made: Make
) -> None:
    one, began = made(), application.clock()
    document = await take_in(desk, application, one.filename, one.content)
    redeliver = text("""
        UPDATE job SET state = 'pending', run_after = now()
        WHERE tenant_id = :tenant_id AND kind = 'payables.read_document' AND state = 'done' AND created_at >= :began
    """)
    values = {"tenant_id": desk.company.tenant_id, "began": began}
    for redelivered in (1, 2):
        assert (await again(desk, document)).status_code == 202
        async with application.worker.transaction() as session:
            assert await session.run(redeliver, values) == redelivered
        await run_jobs(application)  # The redelivered ones beside the one that reads.
        document = await desk.get(f"/v1/documents/{document['id']}")
        assert document["status"] == "proposed"
        assert await count(application, desk, proposals, *of(document)) == redelivered + 1
        assert (await desk.proposal(document))["state"] == "pending"


def of(document: dict[str, Any]) -> tuple[Any, ...]:
    return (proposals.c.document_id == from_public("document", document["id"]),)


async def test_a_redelivered_decision_of_an_earlier_reading_changes_nothing(
    desk: Desk, application: Application
) -> None:
    began = application.clock()
    document = await take_in(desk, application, "may.pdf", pdf(page("KT-501"), page("KT-502")))
    proposal = await desk.proposal(document)
    assert (await desk.decide("reject", proposal, {"reason": "One order"}, desk.company.approver)).status_code == 200
    await run_jobs(application)
    document = await desk.get(f"/v1/documents/{document['id']}")
    assert document["reason_codes"] == ["split_rejected"]
    assert (await again(desk, document)).status_code == 202
    redeliver = text("""
        UPDATE job SET state = 'pending', run_after = now()
        WHERE tenant_id = :tenant_id AND kind = 'payables.apply_decision' AND state = 'done' AND created_at >= :began
    """)
    for _ in ("before the document is read", "after"):
        async with application.worker.transaction() as session:
            assert await session.run(redeliver, {"tenant_id": desk.company.tenant_id, "began": began}) == 1
        await run_jobs(application)
        document = await desk.get(f"/v1/documents/{document['id']}")
        assert (document["status"], document["reason_codes"]) == ("proposed", [])
        assert (await desk.proposal(document))["action"] == "documents.split"


async def test_what_is_read_again_while_it_is_being_read_is_proposed_once(
    desk: Desk, application: Application, made: Make
) -> None:
    async def a_little_later(document: dict[str, Any], seconds: float) -> httpx2.Response:
        await asyncio.sleep(seconds)
        return await again(desk, document)

    for seconds in (0.03, 0.06, 0.12):
        one = made()
        document = (await desk.upload(one.filename, one.content)).json()
        _, answer = await asyncio.gather(run_jobs(application), a_little_later(document, seconds))
        assert answer.status_code in {202, 412}, answer.text
        await run_jobs(application)
        ended = await desk.get(f"/v1/documents/{document['id']}")
        proposal = await desk.proposal(document)
        runs = (await desk.get("/v1/agent-runs", document_id=document["id"]))["items"]
        assert (ended["status"], proposal["run_id"], runs[0]["state"]) == ("proposed", runs[0]["id"], "waiting")
        assert await count(application, desk, proposals, *of(document)) == 1
        assert [(run["state"], run["outcome"]) for run in runs[1:]] in ([], [("done", "read_again")])


async def test_a_document_that_nobody_reads_any_more_is_read_again(
    desk: Desk, application: Application, made: Make
) -> None:
    one = made()
    document = (await desk.upload(one.filename, one.content)).json()
    dead = text("UPDATE job SET state = 'dead', finished_at = now() WHERE payload @> CAST(:of AS jsonb)")
    async with application.worker.transaction() as session:
        of_it = f'{{"document_id": "{from_public("document", document["id"])}"}}'
        assert await session.run(dead, {"of": of_it}) == 1
    await run_jobs(application)
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "received"
    assert (await again(desk, document)).status_code == 202
    await run_jobs(application)
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "proposed"


async def test_a_reader_that_comes_too_late_concludes_nothing(desk: Desk, application: Application, made: Make) -> None:
    one = made()
    document = await take_in(desk, application, one.filename, one.content)
    (run,) = (await desk.get("/v1/agent-runs", document_id=document["id"]))["items"]
    assert (await again(desk, document)).status_code == 202
    principal, run_id = system(desk.company.tenant_id), from_public("run", run["id"])
    async with open_work(application.agent, principal) as work:
        found = await get_document(work, from_public("document", document["id"]))
    steps = agent_steps.c.run_id == run_id
    before = await count(application, desk, agent_steps, steps)
    with pytest.raises(RunBusy):
        await give_up(application, principal, run_id, found, Refused("too late"))
    assert await count(application, desk, agent_steps, steps) == before
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "received"


async def test_only_who_may_replace_a_proposal_has_its_document_read_again(
    desk: Desk, application: Application, made: Make, other_tenant: SignedIn
) -> None:
    one = made()
    document = await take_in(desk, application, one.filename, one.content)
    for who in (desk.company.viewer, desk.company.approver):
        assert (await again(desk, document, who)).status_code == 403
    foreign, unknown = [
        await again(desk, {**document, "id": some}, other_tenant.clerk)
        for some in (document["id"], "document_01j6k3m2x4e5f8a9b0c1d2e3f4")
    ]
    assert (
        (foreign.status_code, foreign.json()["code"])
        == (unknown.status_code, unknown.json()["code"])
        == (404, "not_found")
    )
    stale = await again(desk, {**document, "version": document["version"] - 1})
    assert stale.status_code == 412
    path = f"/v1/documents/{document['id']}/read-again"
    assert (await desk.client.post(path, headers=desk.company.clerk.headers)).status_code == 428
    assert (await desk.get(f"/v1/documents/{document['id']}")) == document
    assert (await desk.proposal(document))["state"] == "pending"
