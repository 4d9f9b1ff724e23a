"""The payables agent with a model: what it adds, what it may not spoil, and that nothing depends on it."""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import httpx2
import pytest

from bursar.kit.ids import to_public
from bursar.kit.llm.breaker import Breaker
from bursar.kit.llm.fake import Asked, FakeProvider, Play
from bursar.kit.llm.retrying import Pace
from bursar.platform.jobs.runner import Runner
from tests.agents.conftest import Asking, Desk
from tests.agents.test_model_faults import page, reads
from tests.company import SignedIn

HASTE = Pace(attempts=2, first_pause_seconds=0.001, call_seconds=0.5)


def says(*found: tuple[str, str]) -> Callable[[Asked], str]:
    """Answer always the same."""
    return lambda _: json.dumps({"found": [{"field": field, "words": words} for field, words in found]})


async def reading_of(desk: Desk, document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    reading = await desk.get(f"/v1/documents/{document['id']}/reading")
    return {one["field"]: one for one in reading["fields"]}


async def model_of(desk: Desk, document: Mapping[str, Any]) -> str:
    """Return what the run says of the model."""
    (run,) = (await desk.get("/v1/agent-runs", document_id=document["id"]))["items"]
    steps = (await desk.get(f"/v1/agent-runs/{run['id']}"))["steps"]
    return next(str(one["evidence"]["model"]) for one in steps if "model" in one["evidence"])


async def same_without(desk: Desk, asking: Asking, name: str) -> dict[str, dict[str, Any]]:
    """Return what is read of the same page where there is no key."""
    async with asking(None):
        document = await desk.read(f"{name}-without.pdf", page(name) + b"\n% another file")
    assert await model_of(desk, document) == "no_model"
    return await reading_of(desk, document)


async def test_a_found_value_has_its_page_and_box_and_the_same_checks_as_any_other(
    client: httpx2.AsyncClient, runner: Runner, company: SignedIn, asking: Asking
) -> None:
    desk = Desk(client, company)
    async with asking(FakeProvider(answer=reads)):
        document = await desk.read("found.pdf", page("ZX-FOUND-1"))
    fields = await reading_of(desk, document)
    number = fields["invoice_number"]
    assert (number["value"], number["raw"], number["method"], number["page"]) == ("ZX-FOUND-1",) * 2 + ("model", 1)
    assert number["box"]
    others = {name: one for name, one in fields.items() if name != "invoice_number"}
    assert "model" not in {one["method"] for one in others.values()}
    assert others == await same_without(desk, asking, "ZX-FOUND-1")


async def test_what_a_model_says_is_held_against_the_page_and_against_the_sums(
    client: httpx2.AsyncClient, runner: Runner, company: SignedIn, asking: Asking
) -> None:
    desk = Desk(client, company)
    lies = (
        ("invoice_number", "Facture"),  # On the page, and no number.
        ("due_date", "Atelier Lumiere"),  # On the page, and no date.
        ("order_reference", "PO-4711"),  # Not on the page.
        ("seller_tax_id", "TVA"),  # On the page, and no tax id.
        ("gross", "64,42"),  # An amount of the page; the sums are right as they are, and it was not asked for.
        ("net", "386,52"),
    )
    async with asking(FakeProvider(answer=says(*lies))) as models:
        assert models.provider is not None
        document = await desk.read("lies.pdf", page("ZX-LIES-1"))
    assert (await model_of(desk, document)).endswith(" 0 found on the page")
    assert await reading_of(desk, document) == await same_without(desk, asking, "ZX-LIES-1")


@pytest.mark.parametrize("fault", [play for play in Play if play is not Play.ANSWER])
async def test_whatever_fails_the_document_ends_as_without_a_model(
    desk: Desk, runner: Runner, asking: Asking, fault: Play
) -> None:
    name = f"ZX-{fault.value.upper().replace('_', '-')}-1"
    fake = FakeProvider([fault] * 40, answer=reads, drip_seconds=0.1)
    async with asking(fake, HASTE, llm_deadline_seconds=3):
        document = await desk.read(f"{name}.pdf", page(name))
    assert fake.seen
    assert await model_of(desk, document) not in {"no_model", "not needed"}
    assert await reading_of(desk, document) == await same_without(desk, asking, name)
    proposals = (await desk.get("/v1/proposals", document_id=document["id"]))["items"]
    tasks = (await desk.get("/v1/tasks", state="open", limit="200"))["items"]
    assert len(proposals) + [to_public("document", UUID(one["subject_id"])) for one in tasks].count(document["id"]) == 1


async def test_an_open_breaker_is_a_reading_without_a_model_and_no_call(
    client: httpx2.AsyncClient, runner: Runner, company: SignedIn, asking: Asking
) -> None:
    desk, fake = Desk(client, company), FakeProvider([Play.SERVER_ERROR] * 40, answer=reads)
    async with asking(fake, HASTE, llm_models="gpt-5-mini") as models:
        models.breaker = lambda now: Breaker(now, failures_to_open=1, open_seconds=600)
        await desk.read("first.pdf", page("ZX-BREAK-1"))
        calls = len(fake.seen)
        document = await desk.read("second.pdf", page("ZX-BREAK-2"))
    assert (await model_of(desk, document), calls) == ("breaker_open", len(fake.seen))


async def test_the_same_page_is_paid_for_once(
    client: httpx2.AsyncClient, runner: Runner, company: SignedIn, asking: Asking
) -> None:
    desk, fake = Desk(client, company), FakeProvider(answer=reads)
    twice = [page("ZX-TWICE-1"), page("ZX-TWICE-1") + b"\n% sent again"]
    async with asking(fake):
        found = await asyncio.gather(*(desk.read(f"twice-{n}.pdf", one) for n, one in enumerate(twice)))
    assert [(await reading_of(desk, one))["invoice_number"]["value"] for one in found] == ["ZX-TWICE-1"] * 2
    assert len(fake.seen) == 1
