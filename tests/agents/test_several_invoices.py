"""Several invoices in one file: proposed as a split, approved by its digest, applied once, each part read by itself."""

import asyncio
from typing import Any

from sqlalchemy import func, select

from bursar.agents.payables.apply import apply
from bursar.kit.ids import from_public
from bursar.platform.application import Application
from bursar.platform.jobs.runner import Runner
from bursar.platform.work import Work, open_work, system
from bursar.tables import documents
from tests.agents.conftest import Desk
from tests.formats.made_pdfs import pdf


def page(number: str, seller: str = "Kestrel Tools Ltd") -> tuple[str, ...]:
    return (
        seller,
        f"Invoice No. {number}",
        "Invoice date: 15 March 2026",
        "Due date: 14 April 2026",
        "Description          Quantity     Unit price     Amount",
        "Widget               1            100.00         100.00",
        "Net amount EUR 100.00",
        "VAT 20 % EUR 20.00",
        "Total amount EUR 120.00",
    )


async def parts_of(desk: Desk, document: dict[str, Any]) -> list[dict[str, Any]]:
    found = await desk.get("/v1/documents", split_from_id=document["id"])
    return sorted(found["items"], key=lambda one: int(one["first_page"]))


async def count_parts(work: Work, document_id: Any) -> int:
    query = select(func.count()).where(work.owns(documents), documents.c.split_from_id == document_id)
    return int(await work.session.value(query))


async def test_a_file_of_two_invoices_becomes_two_documents_once_a_person_agrees(
    desk: Desk, runner: Runner, application: Application
) -> None:
    terms = ("Kestrel Tools Ltd", "Terms", "Goods stay ours.")
    document = await desk.read("march.pdf", pdf(page("KT-101"), terms, page("KT-102")))
    assert document["status"] == "proposed"
    proposal = await desk.proposal(document)
    told = [(one["first_page"], one["last_page"], one["number"]) for one in proposal["payload"]["parts"]]
    assert (proposal["action"], told) == ("documents.split", [(1, 2, "KT-101"), (3, 3, "KT-102")])
    assert proposal["effects"]["journal_lines"] == []

    edited = await desk.decide("edit", proposal, {"payload": proposal["payload"]}, desk.company.controller)
    assert (edited.status_code, edited.json()["code"]) == (409, "proposal_fixed")
    mine = await desk.approve(proposal, desk.company.clerk)
    assert mine.status_code == 403
    assert await parts_of(desk, document) == []

    answers = await asyncio.gather(desk.approve(proposal), desk.approve(proposal, desk.company.controller))
    assert sorted(answer.status_code for answer in answers) in ([200, 409], [200, 412])
    whole = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
    assert (whole["status"], whole["bill_id"]) == ("split", None)
    parts = await parts_of(desk, document)
    assert [(one["filename"], one["first_page"], one["last_page"]) for one in parts] == [
        ("march p1-2.pdf", 1, 2),
        ("march p3-3.pdf", 3, 3),
    ]
    assert {one["uploaded_by"] for one in parts} == {document["uploaded_by"]}
    for part, number in zip(parts, ("KT-101", "KT-102"), strict=True):
        ended = await desk.until(f"/v1/documents/{part['id']}", "status", beyond={"received"})
        assert ended["status"] in {"proposed", "needs_attention"}
        reading = await desk.get(f"/v1/documents/{part['id']}/reading")
        assert [one["value"] for one in reading["fields"] if one["field"] == "invoice_number"] == [number]

    # What was approved is applied once, however often its job comes back.
    done: list[str] = []

    async def finish(work: Work) -> None:
        done.append(str(work.tenant_id))

    principal, proposal_id = system(desk.company.tenant_id), from_public("proposal", proposal["id"])
    assert await apply(application, principal, proposal_id, finish) == "applied"
    async with open_work(application.worker, principal) as work:
        assert await count_parts(work, from_public("document", document["id"])) == 2
    assert len(done) == 1


async def test_a_split_that_nobody_wants_leaves_the_document_to_people(desk: Desk, runner: Runner) -> None:
    document = await desk.read("april.pdf", pdf(page("KT-201"), page("KT-202")))
    proposal = await desk.proposal(document)
    answer = await desk.decide("reject", proposal, {"reason": "One order, one invoice"}, desk.company.approver)
    assert answer.status_code == 200
    ended = await desk.until(f"/v1/documents/{document['id']}", "status", beyond={"proposed"})
    assert (ended["status"], ended["reason_codes"]) == ("needs_attention", ["split_rejected"])
    assert await parts_of(desk, document) == []
