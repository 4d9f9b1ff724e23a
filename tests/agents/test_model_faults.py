"""Documents read with a provider that fails in every way: each ends in a result or a task, and none is lost."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx2
import psycopg
from fpdf import FPDF

from bursar.kit.ids import to_public
from bursar.kit.llm.breaker import Breaker
from bursar.kit.llm.fake import Asked, FakeProvider, Play, by_chance
from bursar.platform.jobs.runner import Runner
from tests.agents.conftest import Asking, Desk
from tests.company import SignedIn

DOCUMENTS = 8
SAID = (
    "Date de facture : 15/03/2026",
    "Total HT 322,10 EUR",
    "TVA 20 % 64,42 EUR",
    "Total TTC 386,52 EUR",
    "Net a payer 386,52 EUR",
)
CHANCES = {
    Play.RATE_LIMITED: 0.15,
    Play.SERVER_ERROR: 0.15,
    Play.TRUNCATED: 0.1,
    Play.BAD_JSON: 0.1,
    Play.WRONG_SCHEMA: 0.15,
    Play.HANG: 0.05,
    Play.TOO_LONG: 0.1,
}


def page(name: str) -> bytes:
    """Return an invoice whose number stands beside a word that names something else to the reader without a model."""
    made = FPDF()
    made.set_creation_date(datetime(2026, 3, 15, tzinfo=UTC))
    made.add_page()
    made.set_font("Helvetica", size=10)
    for place, line in enumerate(("Atelier Lumiere SARL", "Facture", f"Lot {name}", *SAID)):
        made.text(20, 25 + 9 * place, line)
    return bytes(made.output())


def never(now: Callable[[], float]) -> Breaker:
    """Make a breaker that does not open: every document has its call."""
    return Breaker(now, failures_to_open=10**6)


def reads(asked: Asked) -> str:
    """Answer as a model would that finds the number on the page."""
    number = re.search(r"ZX-[A-Z0-9-]+", asked.turns[0])
    words = number[0] if number else "nothing"
    return json.dumps({"found": [{"field": "invoice_number", "words": words}]})


async def read_all(desk: Desk, names: Iterable[str]) -> list[dict[str, Any]]:
    """Upload a page for each name and wait until the agent has concluded on every one."""
    found = []
    for name in names:
        answer = await desk.upload(f"{name}.pdf", page(name))
        assert answer.status_code == 201, answer.text
        found.append(answer.json()["id"])
    return [await desk.until(f"/v1/documents/{one}", "status", beyond={"received"}) for one in found]


async def numbers_read(desk: Desk, document: Mapping[str, Any]) -> list[Any]:
    reading = await desk.get(f"/v1/documents/{document['id']}/reading")
    return [one for one in reading["fields"] if one["field"] == "invoice_number"]


async def test_every_document_ends_in_a_result_or_a_task_whatever_the_provider_does(
    client: httpx2.AsyncClient, runner: Runner, company: SignedIn, asking: Asking, admin_url: str
) -> None:
    desk, fake = Desk(client, company), FakeProvider(by_chance(3, CHANCES), answer=reads)
    names = [f"ZX-STORM-{n:03}" for n in range(DOCUMENTS)]
    async with asking(fake) as models:
        models.breaker = never
        documents = await read_all(desk, names)
    assert {one["status"] for one in documents} <= {"proposed", "needs_attention"}
    tasks = (await desk.get("/v1/tasks", limit="200"))["items"]
    proposals = (await desk.get("/v1/proposals", limit="200"))["items"]
    ended = {to_public("document", UUID(one["subject_id"])) for one in tasks}
    ended |= {one["document_id"] for one in proposals}
    assert ended >= {one["id"] for one in documents}
    with psycopg.connect(admin_url) as connection:
        rows = connection.execute(
            "SELECT id::text, document_id, tenant_id FROM model_call WHERE state <> 'cached'"
        ).fetchall()
    # The provider may have heard of documents too that other tests left to be read.
    assert {call.request_id for call in fake.seen} <= {call_id for call_id, _, _ in rows}
    assert len({document for _, document, tenant in rows if tenant == company.tenant_id}) == DOCUMENTS
    assert len({call.play for call in fake.seen}) >= 4


async def test_what_the_model_finds_on_the_page_is_taken_over_with_its_place(
    client: httpx2.AsyncClient, runner: Runner, company: SignedIn, asking: Asking
) -> None:
    desk = Desk(client, company)
    async with asking(FakeProvider(answer=reads)):
        (document,) = await read_all(desk, ["ZX-GOOD-1"])
    (number,) = await numbers_read(desk, document)
    assert (number["value"], number["method"]) == ("ZX-GOOD-1", "model")
    assert number["place"]


async def test_what_a_model_makes_up_is_dropped(
    client: httpx2.AsyncClient, runner: Runner, company: SignedIn, asking: Asking
) -> None:
    desk = Desk(client, company)
    made_up = json.dumps({"found": [{"field": "invoice_number", "words": "MADE-UP-99"}]})
    async with asking(FakeProvider(answer=lambda _: made_up)):
        (document,) = await read_all(desk, ["ZX-LIE-1"])
    assert "MADE-UP-99" not in [one["value"] for one in await numbers_read(desk, document)]


async def test_without_a_budget_documents_are_read_as_without_a_model(
    client: httpx2.AsyncClient, runner: Runner, company: SignedIn, asking: Asking
) -> None:
    desk, fake = Desk(client, company), FakeProvider(answer=reads)
    body = {"scope": "tenant", "period": "day", "limit": {"amount": "0", "currency": "USD"}}
    answer = await client.put("/v1/agents/budgets", json=body, headers=company.controller.headers)
    assert answer.status_code == 200, answer.text
    async with asking(fake):
        (document,) = await read_all(desk, ["ZX-POOR-1"])
    assert document["status"] in {"proposed", "needs_attention"}
    assert fake.seen == []
