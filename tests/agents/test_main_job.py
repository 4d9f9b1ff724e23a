"""The main job: a file comes in, the agent proposes, another person approves, the books have it once."""

import asyncio
import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID
from zlib import crc32

import pytest
from sqlalchemy import func, select, text

from bursar.kit.ids import from_public
from bursar.platform.application import Application
from bursar.platform.jobs.runner import Runner
from bursar.platform.work import open_work, system
from bursar.tables import agent_runs, bills, checkpoints, jobs, journal_entries, open_items
from tests.agents.conftest import Desk
from tests.invoices import MadeInvoice, invoices

EXAMPLES = Path(__file__).parents[2] / "examples" / "invoices"


@pytest.fixture
def made(application: Application, request: pytest.FixtureRequest) -> Callable[[], MadeInvoice]:
    """Make an invoice that no other test has."""
    serial = iter(range(1000))

    def make(**options: Any) -> MadeInvoice:
        seed = crc32(f"{request.node.name} {next(serial)}".encode())
        return next(iter(invoices(1, today=application.clock().date(), seed=seed, **options)))

    return make


async def count(application: Application, desk: Desk, table: Any, *where: Any) -> int:
    async with open_work(application.worker, system(desk.company.tenant_id)) as work:
        return int(await work.session.value(select(func.count()).select_from(table).where(work.owns(table), *where)))


async def test_an_invoice_goes_from_file_to_books(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner, application: Application
) -> None:
    one = made()
    before = await desk.get("/v1/reports/ap-aging")
    document = await desk.read(one.filename, one.content)
    proposal = await desk.proposal(document)
    amounts = [Decimal(line["amount"]["amount"]) for line in proposal["effects"]["journal_lines"]]
    assert sum(amounts) == 0
    assert -min(amounts) == Decimal(one.gross_minor) / 100
    assert proposal["payload"]["new_vendor"]["name"] == one.seller.name
    assert (await desk.get("/v1/reports/ap-aging"))["totals"] == before["totals"]
    assert (await desk.approve(proposal)).status_code == 200
    document = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
    bill = await desk.get(f"/v1/bills/{document['bill_id']}")
    assert bill["document_status"] == "posted"
    assert Decimal(bill["payable"]["amount"]) == Decimal(one.gross_minor) / 100
    entries = (await desk.get("/v1/journal-entries", bill_id=bill["id"]))["items"]
    assert [entry["number"] for entry in entries] == [bill["number"]]
    after = await desk.get("/v1/reports/ap-aging")
    assert Decimal(after["control"]["difference"]["amount"]) == 0
    grown = Decimal(after["control"]["balance"]["amount"]) - Decimal(before["control"]["balance"]["amount"])
    assert grown == Decimal(one.gross_minor) / 100
    balance = await desk.get("/v1/reports/trial-balance")
    assert balance["accounts_payable"] == after["control"]
    assert Decimal(balance["difference"]["amount"]) == 0
    run = await desk.until(f"/v1/agent-runs/{proposal['run_id']}", "state", beyond={"running", "waiting"})
    assert run["outcome"] == "posted"
    assert [step["step"] for step in run["steps"]] == ["code", "decide", "propose", "understand"]
    thread = checkpoints.c.thread_id == str(from_public("run", run["id"]))
    for _ in range(100):
        if not await count(application, desk, checkpoints, thread):
            break
        await asyncio.sleep(0.02)
    assert await count(application, desk, checkpoints, thread) == 0


async def test_every_value_read_says_where_it_stands(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    document = await desk.read(one.filename, one.content)
    reading = await desk.get(f"/v1/documents/{document['id']}/reading")
    (number,) = [field for field in reading["fields"] if field["field"] == "number"]
    told = {"field": "number", "value": one.number, "method": "xml", "place": "/Invoice/cbc:ID"}
    assert told.items() <= number.items()
    assert all(check["passed"] for check in reading["checks"] if check["severity"] == "error")


async def test_a_document_can_be_followed_until_the_agent_has_concluded(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    document = (await desk.upload(one.filename, one.content)).json()
    stream = await desk.client.get(f"/v1/documents/{document['id']}/progress", headers=desk.company.clerk.headers)
    assert stream.headers["content-type"].startswith("text/event-stream")
    last = json.loads(stream.text.strip().rpartition("data: ")[2])
    assert (last["id"], last["status"]) == (document["id"], "proposed")


async def test_the_same_bytes_are_the_same_document(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    first, second = await asyncio.gather(*(desk.upload(one.filename, one.content) for _ in range(2)))
    assert {first.status_code, second.status_code} == {200, 201}
    assert first.json()["id"] == second.json()["id"]
    assert sorted([first.json()["duplicate"], second.json()["duplicate"]]) == [False, True]


async def test_nobody_approves_what_they_brought_in(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner, application: Application, admin_url: str
) -> None:
    one = made()
    answer = await desk.upload(one.filename, one.content, who=desk.company.clerk)
    document = await desk.until(f"/v1/documents/{answer.json()['id']}", "status", beyond={"received"})
    answer = await desk.approve(await desk.proposal(document), who=desk.company.clerk)
    assert answer.status_code == 403


async def test_a_double_click_and_two_approvers_at_once_post_one_bill(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner, application: Application
) -> None:
    one = made()
    document = await desk.read(one.filename, one.content)
    proposal = await desk.proposal(document)
    answers = await asyncio.gather(
        desk.approve(proposal, key="double-click-1"),
        desk.approve(proposal, key="double-click-1"),
        desk.approve(proposal, who=desk.company.controller),
        desk.approve(proposal, who=desk.company.controller),
    )
    codes = sorted(answer.status_code for answer in answers)
    assert codes in ([200, 200, 409, 409], [200, 409, 409, 409]), [answer.text for answer in answers]
    document = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
    bill_id = from_public("bill", document["bill_id"])
    assert await count(application, desk, bills, bills.c.vendor_reference == one.number) == 1
    assert await count(application, desk, journal_entries, journal_entries.c.source_id == bill_id) == 1
    assert await count(application, desk, open_items, open_items.c.bill_id == bill_id) == 1


async def test_a_redelivered_job_changes_nothing(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner, application: Application
) -> None:
    one, began = made(), application.clock()
    bill = await desk.post(one.filename, one.content)
    async with application.worker.transaction() as session:
        again = text("""
            UPDATE job SET state = 'pending', run_after = now()
            WHERE tenant_id = :tenant_id AND state = 'done' AND created_at >= :began
        """)
        await session.run(again, {"tenant_id": desk.company.tenant_id, "began": began})
    runner.hint([])
    ours = (jobs.c.created_at >= began, jobs.c.state != "done", jobs.c.kind != "ledger.fold_aging")
    for _ in range(300):
        if not await count(application, desk, jobs, *ours):
            break
        await asyncio.sleep(0.05)
    assert await count(application, desk, jobs, *ours) == 0
    assert await count(application, desk, bills, bills.c.vendor_reference == one.number) == 1
    assert await desk.get(f"/v1/bills/{bill['id']}") == bill


async def test_a_decision_finds_its_graph_again_when_the_checkpoint_was_lost(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner, application: Application
) -> None:
    one = made()
    document = await desk.read(one.filename, one.content)
    proposal = await desk.proposal(document)
    run_id: UUID = from_public("run", proposal["run_id"])
    await desk.until(f"/v1/agent-runs/{proposal['run_id']}", "state", beyond={"running"})
    async with open_work(application.agent, system(desk.company.tenant_id)) as work:
        for table in ("checkpoints", "checkpoint_blobs", "checkpoint_writes"):
            await work.session.run(text(f"DELETE FROM {table} WHERE thread_id = :id"), {"id": str(run_id)})
        where = agent_runs.c.id == run_id
        await work.session.run(agent_runs.update().where(work.owns(agent_runs), where).values(state="running"))
    assert (await desk.approve(proposal)).status_code == 200
    document = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
    assert document["status"] == "posted"
    assert await count(application, desk, bills, bills.c.vendor_reference == one.number) == 1


async def test_an_edit_is_a_new_proposal_that_somebody_else_approves(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    document = await desk.read(one.filename, one.content)
    proposal = await desk.proposal(document)
    payload = proposal["payload"]
    payload["content"]["note"] = "Checked with the warehouse"
    answer = await desk.decide("edit", proposal, {"payload": payload}, desk.company.controller)
    assert answer.status_code == 201, answer.text
    edited = answer.json()
    assert edited["supersedes_id"] == proposal["id"]
    assert edited["digest"] != proposal["digest"]
    assert (await desk.approve(proposal)).json()["code"] == "proposal_decided"
    assert (await desk.approve(edited, who=desk.company.controller)).json()["code"] == "own_document"
    assert (await desk.approve(edited)).status_code == 200
    document = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
    bill = await desk.get(f"/v1/bills/{document['bill_id']}")
    assert bill["note"] == "Checked with the warehouse"


async def test_wrong_totals_are_put_right_by_an_edit_before_anybody_can_approve(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    wrong = re.sub(rb"(<cbc:PayableAmount[^>]*>)[0-9.]+", rb"\g<1>1.00", one.content)
    document = await desk.read(one.filename, wrong)
    assert document["status"] == "needs_attention"
    proposal = await desk.proposal(document)
    assert (proposal["decision"], proposal["available_actions"]) == ("suggest", ["edit", "reject"])
    assert (await desk.approve(proposal)).json()["code"] == "proposal_incomplete"
    payload = proposal["payload"]
    payload["content"]["note"] = "The vendor confirmed the lines by telephone"
    edited = (await desk.decide("edit", proposal, {"payload": payload}, desk.company.controller)).json()
    assert (await desk.approve(edited)).status_code == 200
    document = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"needs_attention"})
    assert document["status"] == "posted"
    tasks = (await desk.get("/v1/tasks", state="open"))["items"]
    assert from_public("document", document["id"]) not in {UUID(task["subject_id"]) for task in tasks}


async def test_a_new_vendor_with_an_account_to_pay_to_is_never_automatic(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    proposal = await desk.proposal(await desk.read(one.filename, one.content))
    assert proposal["payload"]["new_vendor"]["bank_accounts"]
    assert "never_automatic" in proposal["decision_reasons"]


async def test_an_edit_cannot_say_who_brought_the_document(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    proposal = await desk.proposal(await desk.read(one.filename, one.content))
    payload = {**proposal["payload"], "submitted_by": "user_01j6k3m2x4e5f8a9b0c1d2e3f4"}
    payload["content"]["note"] = "x"
    edited = (await desk.decide("edit", proposal, {"payload": payload}, desk.company.controller)).json()
    assert edited["payload"]["submitted_by"] == proposal["payload"]["submitted_by"]


async def test_an_edit_that_the_books_would_refuse_is_refused(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    proposal = await desk.proposal(await desk.read(one.filename, one.content))
    payload = proposal["payload"]
    payload["content"]["tax_groups"][0]["tax"]["amount"] = "99999.00"
    answer = await desk.decide("edit", proposal, {"payload": payload}, desk.company.controller)
    assert (answer.status_code, answer.json()["code"]) == (422, "tax_group_mismatch")
    answer = await desk.decide("edit", proposal, {"payload": {"content": 1}}, desk.company.controller)
    assert (answer.status_code, answer.json()["code"]) == (422, "payload_invalid")


async def test_a_clerk_may_edit_what_they_brought_in(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    proposal = await desk.proposal(await desk.read(one.filename, one.content))
    payload = {**proposal["payload"], "content": {**proposal["payload"]["content"], "note": "Cost centre 12"}}
    answer = await desk.decide("edit", proposal, {"payload": payload}, desk.company.clerk)
    assert answer.status_code == 201, answer.text
    assert (await desk.approve(answer.json())).status_code == 200


async def test_a_decision_stands_although_reading_again_would_propose_something_else(
    desk: Desk, application: Application, runner: Runner
) -> None:
    first, second = invoices(2, today=application.clock().date(), seed=939393)
    document = await desk.read(first.filename, first.content)
    proposal = await desk.proposal(document)
    await desk.until(f"/v1/agent-runs/{proposal['run_id']}", "state", beyond={"running"})
    await desk.post(second.filename, second.content)  # Now the vendor exists: the first one would be read otherwise.
    run_id: UUID = from_public("run", proposal["run_id"])
    async with open_work(application.agent, system(desk.company.tenant_id)) as work:
        for table in ("checkpoints", "checkpoint_blobs", "checkpoint_writes"):
            await work.session.run(text(f"DELETE FROM {table} WHERE thread_id = :id"), {"id": str(run_id)})
    assert (await desk.approve(proposal)).status_code == 200
    document = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
    assert document["status"] == "posted"
    assert not (await desk.get("/v1/proposals", document_id=document["id"], state="pending"))["items"]


async def test_a_rejected_proposal_rejects_its_document(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner, application: Application
) -> None:
    one = made()
    document = await desk.read(one.filename, one.content)
    proposal = await desk.proposal(document)
    answer = await desk.decide("reject", proposal, {"reason": "Not ours"}, desk.company.approver)
    assert answer.status_code == 200, answer.text
    document = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
    assert (document["status"], document["bill_id"]) == ("rejected", None)
    assert await count(application, desk, bills, bills.c.vendor_reference == one.number) == 0


async def test_what_was_not_seen_is_not_approved(desk: Desk, made: Callable[[], MadeInvoice], runner: Runner) -> None:
    one = made()
    proposal = await desk.proposal(await desk.read(one.filename, one.content))
    other = await desk.decide("approve", proposal, {"digest": "0" * 64}, desk.company.approver)
    assert (other.status_code, other.json()["code"]) == (409, "digest_changed")
    stale = await desk.approve({**proposal, "version": 7})
    assert stale.status_code == 412
    headers = desk.company.approver.headers
    path = f"/v1/proposals/{proposal['id']}/approve"
    missing = await desk.client.post(path, headers=headers, json={"digest": proposal["digest"]})
    assert missing.status_code == 428


async def test_a_known_vendor_is_found_and_its_second_invoice_uses_it(
    desk: Desk, application: Application, runner: Runner
) -> None:
    today = application.clock().date()
    first, second = invoices(2, today=today, seed=909090)
    bill = await desk.post(first.filename, first.content)
    proposal = await desk.proposal(await desk.read(second.filename, second.content))
    assert (first.seller, proposal["payload"]["vendor_id"]) == (second.seller, bill["vendor_id"])
    assert proposal["payload"]["new_vendor"] is None
    run = await desk.get(f"/v1/agent-runs/{proposal['run_id']}")
    assert "tax_id" in run["steps"][-1]["evidence"]["vendor"]["reasons"]


async def test_two_first_invoices_of_a_vendor_approved_at_once_make_one_vendor(
    desk: Desk, application: Application, runner: Runner
) -> None:
    first, second = invoices(2, today=application.clock().date(), seed=919191)
    proposals = [await desk.proposal(await desk.read(one.filename, one.content)) for one in (first, second)]
    answers = await asyncio.gather(*(desk.approve(one) for one in proposals))
    assert [answer.status_code for answer in answers] == [200, 200]
    done = [await desk.until(f"/v1/documents/{one['document_id']}", "status", beyond={"proposed"}) for one in proposals]
    assert [one["status"] for one in done] == ["posted", "posted"]
    (first_bill, second_bill) = [await desk.get(f"/v1/bills/{one['bill_id']}") for one in done]
    assert first_bill["vendor_id"] == second_bill["vendor_id"]


async def test_a_bill_sent_again_as_another_file_is_not_posted_twice(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    await desk.post(one.filename, one.content)
    again = await desk.read(one.filename, one.content.replace(b"?>", b"?>\n<!-- sent again -->", 1))
    assert again["status"] == "needs_attention"
    assert "duplicate_same_number_and_year" in again["reason_codes"]


async def test_a_credit_note_becomes_a_vendor_credit(desk: Desk, application: Application, runner: Runner) -> None:
    credit = list(invoices(10, today=application.clock().date(), seed=929292))[-1]
    assert credit.is_credit_note
    bill = await desk.post(credit.filename, credit.content)
    assert bill["kind"] == "vendor_credit"
    assert bill["number"].startswith("VCR-")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.*")), ids=lambda path: path.name)
async def test_each_example_is_proposed_or_handed_to_a_person_with_a_reason(
    desk: Desk, runner: Runner, path: Path
) -> None:
    document = await desk.read(path.name, await asyncio.to_thread(path.read_bytes))
    assert document["status"] in {"proposed", "needs_attention"}
    if document["status"] == "needs_attention":
        assert document["reason_codes"]
        tasks = (await desk.get("/v1/tasks", state="open"))["items"]
        assert from_public("document", document["id"]) in {UUID(task["subject_id"]) for task in tasks}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("prose.txt", b"Dear Sirs, please pay us.", "not_an_invoice"),
        ("broken.xml", b"<?xml version='1.0'?><Invoice", "not_xml"),
        ("other.xml", b"<?xml version='1.0'?><order/>", "not_an_invoice"),
        ("broken.pdf", b"%PDF-1.7 and nothing more", "pdf_broken"),
        (
            "entity.xml",
            b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            "xml_forbidden",
        ),
    ],
)
async def test_what_is_no_invoice_is_kept_and_handed_to_a_person(
    desk: Desk, runner: Runner, name: str, content: bytes, reason: str
) -> None:
    document = await desk.read(name, content)
    assert (document["status"], document["reason_codes"]) == ("needs_attention", [reason])
    kept = await desk.client.get(f"/v1/documents/{document['id']}/content", headers=desk.company.clerk.headers)
    assert kept.content == content


@pytest.mark.parametrize(
    ("content", "status"), [(b"", 422), (b"PK\x03\x04" + b"x" * 40, 415), (b"\x00\x01\x02" * 9, 415)]
)
async def test_what_cannot_be_a_document_is_refused(desk: Desk, content: bytes, status: int) -> None:
    answer = await desk.upload("x", content)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
