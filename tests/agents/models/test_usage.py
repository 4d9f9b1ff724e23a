"""What was spent, by day, agent, model and document, for those who may see it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx2
import pytest

from bursar.agents.models.actions import note_reuse, reserve_call, settle_call
from bursar.kit.ids import from_public, uuid7
from bursar.kit.llm.ledger import Attempt, Payer, Settlement
from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import Outcome
from bursar.platform.application import Application
from bursar.platform.work import open_work
from tests.agents.models.conftest import as_system
from tests.company import SignedIn, company_named, sign_in_all

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
USAGE = Usage(input=100, cached_input=50, cache_write=20, output=10)


@pytest.fixture(scope="module")
async def company(application: Application, admin_url: str) -> SignedIn:
    return await sign_in_all(application, admin_url, company_named(application, "Usage Works"))


@pytest.fixture(scope="module")
async def document(client: httpx2.AsyncClient, company: SignedIn) -> str:
    files = {"file": ("usage.txt", b"A document that models were asked about")}
    answer = await client.post("/v1/documents", files=files, headers=company.clerk.headers)
    found: str = answer.json()["id"]
    return found


@pytest.fixture(scope="module", autouse=True)
async def spent(application: Application, company: SignedIn, document: str) -> None:
    """Two days, two agents, two models; one call failed, one answer was reused, one call is under way."""
    payer = Payer(company.tenant_id, "payables", document_id=from_public("document", document))
    answered = Settlement(Outcome.ANSWERED, USAGE, cost_micro=1_500_000, is_failed=False)
    first = await call(application, company, payer, NOON, answered)
    await call(application, company, payer, NOON, Settlement(Outcome.RATE_LIMITED, Usage()), ask_id=first)
    other = replace(payer, agent="cash", document_id=None)
    await call(application, company, other, NOON + timedelta(days=1), Settlement(Outcome.BROKEN), model="gpt-5")
    async with open_work(application.worker, as_system(company), clock=lambda: NOON) as work:
        await note_reuse(work, payer, attempt("gpt-5-mini", uuid7(NOON)))
    await call(application, company, other, application.clock() - timedelta(seconds=1), None)


def attempt(model: str, ask_id: UUID) -> Attempt:
    return Attempt(ask_id, "x", "openai", model, "p", 1, "d", 0, 1)


async def call(
    application: Application,
    company: SignedIn,
    payer: Payer,
    at: datetime,
    ended: Settlement | None,
    *,
    model: str = "gpt-5-mini",
    ask_id: UUID | None = None,
) -> UUID:
    asked = ask_id or uuid7(at)
    async with open_work(application.worker, as_system(company), clock=lambda: at) as work:
        call_id = await reserve_call(work, application.settings, payer, attempt(model, asked), 2_000_000, 30)
        if ended is not None:
            await settle_call(work, call_id, ended)
    return asked


async def read(client: httpx2.AsyncClient, company: SignedIn, **params: str) -> list[dict[str, Any]]:
    answer = await client.get("/v1/agents/usage", params=params, headers=company.viewer.headers)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


MARCH = {"from": "2026-03-01", "to": "2026-03-31"}


async def test_a_day_tells_its_questions_calls_tokens_and_cost(client: httpx2.AsyncClient, company: SignedIn) -> None:
    first, second = await read(client, company, group_by="day", **MARCH)
    assert (first["day"], second["day"]) == ("2026-03-02", "2026-03-03")
    assert [first[name] for name in ("agent", "model", "document_id")] == [None] * 3
    counts = ("questions", "calls", "failed_calls", "reused_answers")
    assert [first[name] for name in counts] == [2, 2, 1, 1]
    tokens = ("input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens")
    assert [first[name] for name in tokens] == [100, 50, 20, 10]
    assert first["cost"] == {"amount": "1.500000", "currency": "USD"}
    # Of a call whose outcome nobody knows all that it could cost is counted.
    assert second["cost"] == {"amount": "2.000000", "currency": "USD"}


@pytest.mark.parametrize(
    ("group", "key", "lines"),
    [
        ("agent", "agent", {"cash": "2.000000", "payables": "1.500000"}),
        ("model", "model", {"gpt-5": "2.000000", "gpt-5-mini": "1.500000"}),
    ],
)
async def test_cost_is_told_by_agent_and_by_model(
    client: httpx2.AsyncClient, company: SignedIn, group: str, key: str, lines: dict[str, str]
) -> None:
    found = await read(client, company, group_by=group, **MARCH)
    assert {line[key]: line["cost"]["amount"] for line in found} == lines


async def test_cost_is_told_by_document(client: httpx2.AsyncClient, company: SignedIn, document: str) -> None:
    for params in ({"group_by": "document"}, {"group_by": "agent", "document_id": document}):
        (line,) = await read(client, company, **params, **MARCH)
        assert (line["document_id"], line["cost"]["amount"]) in {(document, "1.500000"), (None, "1.500000")}


async def test_what_is_under_way_is_told_apart_from_what_was_spent(
    client: httpx2.AsyncClient, company: SignedIn
) -> None:
    (line,) = await read(client, company)
    assert (Decimal(line["cost"]["amount"]), line["reserved"]["amount"]) == (Decimal(0), "2.000000")


@pytest.mark.parametrize("group", ["day", "agent", "model", "document"])
async def test_pages_put_together_are_the_whole(client: httpx2.AsyncClient, company: SignedIn, group: str) -> None:
    params = {"group_by": group, **MARCH}
    whole, paged, cursor = await read(client, company, **params), [], None
    for _ in range(5):
        more: dict[str, str] = {"cursor": cursor} if cursor else {}
        answer = await client.get(
            "/v1/agents/usage", params={**params, "limit": "1", **more}, headers=company.viewer.headers
        )
        paged += answer.json()["items"]
        cursor = answer.json()["next_cursor"]
        if cursor is None:
            break
    assert paged == whole


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"from": "2026-03-02", "to": "2026-03-01"}, "usage_range_too_long"),
        ({"from": "2025-01-01", "to": "2026-03-01"}, "usage_range_too_long"),
        ({"group_by": "person"}, "invalid_request"),
        ({"cursor": "x"}, "bad_cursor"),
    ],
)
async def test_what_cannot_be_told_is_refused(
    client: httpx2.AsyncClient, company: SignedIn, params: dict[str, str], code: str
) -> None:
    answer = await client.get("/v1/agents/usage", params=params, headers=company.viewer.headers)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_another_company_sees_nothing_of_it(
    client: httpx2.AsyncClient, other_tenant: SignedIn, document: str
) -> None:
    assert await read(client, other_tenant, **MARCH) == []
    assert await read(client, other_tenant, document_id=document, **MARCH) == []
