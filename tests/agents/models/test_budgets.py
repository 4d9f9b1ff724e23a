"""Budgets: reserved before anything is sent, by any number at once, and never overrun."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, LiteralString
from uuid import UUID

import httpx2
import psycopg
import pytest

from bursar.agents.models.actions import reserve_call, settle_call
from bursar.agents.models.gateway import Answer, Degraded, Reason, company_asker
from bursar.kit.errors import Forbidden
from bursar.kit.ids import from_public, uuid7
from bursar.kit.llm.fake import FakeProvider
from bursar.kit.llm.ledger import Attempt, ModelBudgetExceeded, ModelPriceUnknown, Payer, Settlement
from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import Outcome
from bursar.platform.application import Application
from bursar.platform.work import open_work
from bursar.tables.db_roles import AGENT, APP, WORKER
from tests.agents.models.conftest import MODEL, Fields, Opened, as_system, until
from tests.company import SignedIn

Rows = Callable[[SignedIn, str], Sequence[Any]]
SPENT = Settlement(Outcome.ANSWERED, Usage(input=1), cost_micro=7, is_failed=False)


def attempt(application: Application) -> Attempt:
    return Attempt(uuid7(application.clock()), "x", "openai", MODEL, "p", 1, "d", 0, 1)


async def set_limit(
    client: httpx2.AsyncClient, company: SignedIn, dollars: str | None, **named: str
) -> httpx2.Response:
    limit = None if dollars is None else {"amount": dollars, "currency": "USD"}
    body = {"limit": limit, **named}
    return await client.put("/v1/agents/budgets", json=body, headers=company.controller.headers)


async def limit_agent(client: httpx2.AsyncClient, company: SignedIn, agent: str, dollars: str) -> None:
    answer = await set_limit(client, company, dollars, scope="agent", agent=agent, period="day")
    assert answer.status_code == 200, answer.text


async def reserve(
    application: Application, company: SignedIn, payer: Payer, micro: int | None, *, later: timedelta | None = None
) -> UUID:
    def clock() -> Any:
        return application.clock() + (later or timedelta())

    async with open_work(application.worker, as_system(company), clock=clock) as work:
        return await reserve_call(work, application.settings, payer, attempt(application), micro, 30)


async def test_of_fifty_calls_at_once_exactly_as_many_are_made_as_the_budget_holds(
    opened: Opened, demo: SignedIn, client: httpx2.AsyncClient, calls: Rows
) -> None:
    together = asyncio.Event()
    async with FakeProvider().serving() as fake:
        application = opened(fake)
        await ask_one(application, demo, "probe", "a text of 17 b.")
        (probe,) = calls(demo, "probe")
        # Room for seven worst cases and not for an eighth.
        limit_micro = probe.reserved_micro * 8 - 1
        await limit_agent(client, demo, "crowd", f"{limit_micro / 1_000_000:.6f}")
        fake.hold = together.wait
        asking = [asyncio.create_task(ask_one(application, demo, "crowd", f"a text of 16 {n:02}")) for n in range(50)]
        await until(lambda: sum(task.done() for task in asking) == 43)
        rows = calls(demo, "crowd")
        assert [(row.state, row.reserved_micro) for row in rows] == [("reserved", probe.reserved_micro)] * 7
        together.set()
        answers = await asyncio.gather(*asking)
    assert sum(isinstance(one, Answer) for one in answers) == 7
    assert sum(one == Degraded(Reason.BUDGET) for one in answers) == 43
    assert sum(row.cost_micro for row in calls(demo, "crowd")) <= limit_micro
    assert len(fake.seen) == 1 + 7


async def ask_one(application: Application, company: SignedIn, agent: str, data: str) -> Answer[Fields] | Degraded:
    return await company_asker(application, as_system(company)).ask(f"{agent}.extract", "missing_fields", data, Fields)


async def test_fifty_reservations_at_once_fill_a_budget_to_the_last_micro_dollar(
    opened: Opened, demo: SignedIn, client: httpx2.AsyncClient, calls: Rows
) -> None:
    await limit_agent(client, demo, "race", "0.001")
    application = opened(None)
    tried = [reserve(application, demo, Payer(demo.tenant_id, "race"), 100) for _ in range(50)]
    ended = await asyncio.gather(*tried, return_exceptions=True)
    assert sum(isinstance(one, UUID) for one in ended) == 10
    assert sum(isinstance(one, ModelBudgetExceeded) for one in ended) == 40
    assert sum(row.reserved_micro for row in calls(demo, "race")) == 1_000


async def test_what_was_reserved_and_not_spent_is_free_again(
    opened: Opened, demo: SignedIn, client: httpx2.AsyncClient
) -> None:
    await limit_agent(client, demo, "thrift", "0.001")
    application, payer = opened(None), Payer(demo.tenant_id, "thrift")
    call_id = await reserve(application, demo, payer, 1_000)
    with pytest.raises(ModelBudgetExceeded):
        await reserve(application, demo, payer, 1)
    await settle(application, demo, call_id, SPENT)
    with pytest.raises(ModelBudgetExceeded):
        await reserve(application, demo, payer, 994)
    await reserve(application, demo, payer, 993)


async def settle(application: Application, company: SignedIn, call_id: UUID, settlement: Settlement) -> None:
    async with open_work(application.worker, as_system(company), clock=application.clock) as work:
        await settle_call(work, call_id, settlement)


async def test_a_call_is_settled_once(opened: Opened, demo: SignedIn, calls: Rows, admin_url: str) -> None:
    application, payer = opened(None), Payer(demo.tenant_id, "once")
    call_id = await reserve(application, demo, payer, 1_000)
    await settle(application, demo, call_id, SPENT)
    await settle(application, demo, call_id, Settlement(Outcome.ABANDONED))
    (row,) = calls(demo, "once")
    assert (row.outcome, row.cost_micro) == ("answered", 7)
    for change in ("UPDATE model_call SET cost_micro = 0", "DELETE FROM model_call", "TRUNCATE model_call"):
        refused = pytest.raises(psycopg.errors.CheckViolation, match="settled once")
        with psycopg.connect(admin_url) as connection, refused:
            connection.execute(change)


CHILD = """
import asyncio, json, sys
from bursar.agents.models.gateway import company_asker
from bursar.kit.settings import Settings
from bursar.platform.application import build_application
from bursar.platform.work import system
from uuid import UUID
from tests.agents.models.conftest import Fields

told = json.loads(sys.argv[1])
application = build_application(Settings(**told["settings"]), told["urls"])
principal = system(UUID(told["tenant"]))
asyncio.run(company_asker(application, principal).ask("killed.extract", "missing_fields", "killed", Fields))
"""


async def test_a_call_whose_process_was_killed_has_cost_all_that_was_reserved(
    opened: Opened, demo: SignedIn, client: httpx2.AsyncClient, calls: Rows, role_urls: dict[str, str]
) -> None:
    reached, never = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        reached.set()
        await never.wait()

    async with FakeProvider(hold=hold).serving() as fake:
        application = opened(fake, llm_deadline_seconds=30)
        said = application.settings.model_dump(mode="json", include={"home", "llm_base_url", "llm_deadline_seconds"})
        said |= {"llm_provider": "openai", "llm_models": MODEL, "secret_key": "k" * 40}
        told = json.dumps({"settings": said, "urls": role_urls, "tenant": str(demo.tenant_id)})
        child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD, told, stderr=subprocess.DEVNULL)
        await asyncio.wait_for(reached.wait(), 60)
        child.kill()
        await child.wait()
    (row,) = calls(demo, "killed")
    assert (row.state, row.settled_at) == ("reserved", None)
    await limit_agent(client, demo, "killed", f"{row.reserved_micro / 1_000_000:.6f}")
    payer = Payer(demo.tenant_id, "killed")
    with pytest.raises(ModelBudgetExceeded):
        await reserve(application, demo, payer, 1)
    # It had 30 seconds, and a minute to settle.
    for later in (timedelta(seconds=60), timedelta(seconds=95)):
        with pytest.raises(ModelBudgetExceeded):
            await reserve(application, demo, payer, 1, later=later)


async def test_a_run_and_a_document_have_budgets_of_their_own(
    opened: Opened, other_tenant: SignedIn, client: httpx2.AsyncClient, admin_url: str
) -> None:
    company = other_tenant
    files = {"file": ("narrow.txt", b"A document with a narrow budget")}
    answer = await client.post("/v1/documents", files=files, headers=company.clerk.headers)
    document, run = from_public("document", answer.json()["id"]), uuid7(opened(None).clock())
    with psycopg.connect(admin_url) as connection:
        connection.execute(
            "INSERT INTO agent_run (tenant_id, id, agent, graph_version, document_id, state, started_at)"
            " VALUES (%s, %s, 'narrow', '1', %s, 'running', now())",
            [company.tenant_id, run, document],
        )
    application = opened(None)
    for scope, dollars in (("run", "0.000100"), ("document", "0.000150")):
        assert (await set_limit(client, company, dollars, scope=scope, period=scope)).status_code == 200
    of_run, of_document = (
        Payer(company.tenant_id, "narrow", run_id=run, document_id=document),
        Payer(company.tenant_id, "narrow", document_id=document),
    )
    try:
        await reserve(application, company, of_run, 100)
        with pytest.raises(ModelBudgetExceeded) as caught:
            await reserve(application, company, of_run, 1)
        assert caught.value.details["scope"] == "run"
        await reserve(application, company, of_document, 50)
        with pytest.raises(ModelBudgetExceeded) as caught:
            await reserve(application, company, of_document, 1)
        assert caught.value.details["scope"] == "document"
        await reserve(application, company, Payer(company.tenant_id, "narrow"), 1)
    finally:
        for scope in ("run", "document"):
            await set_limit(client, company, None, scope=scope, period=scope)


async def test_a_model_without_a_price_is_refused_while_there_is_a_budget(
    opened: Opened, demo: SignedIn, calls: Rows
) -> None:
    async with FakeProvider().serving() as fake:
        answer = await ask_one(opened(fake, models="made-up"), demo, "unpriced", "x")
        assert answer == Degraded(Reason.NO_PRICE)
        assert (fake.seen, calls(demo, "unpriced")) == ([], [])
        priced = opened(fake, models="made-up", llm_prices="made-up=1/0.1/1/2")
        assert isinstance(await ask_one(priced, demo, "unpriced", "x"), Answer)
    with pytest.raises(ModelPriceUnknown):
        await reserve(opened(None), demo, Payer(demo.tenant_id, "unpriced"), None)


async def test_a_budget_of_nothing_lets_nothing_through(
    opened: Opened, demo: SignedIn, client: httpx2.AsyncClient
) -> None:
    await limit_agent(client, demo, "nothing", "0")
    async with FakeProvider().serving() as fake:
        assert await ask_one(opened(fake), demo, "nothing", "x") == Degraded(Reason.BUDGET)
        assert fake.seen == []


async def test_who_waited_for_one_without_a_budget_asks_on_their_own(
    opened: Opened, demo: SignedIn, client: httpx2.AsyncClient
) -> None:
    await limit_agent(client, demo, "poor", "0")
    async with FakeProvider().serving() as fake:
        application = opened(fake)
        poor, rich = await asyncio.gather(
            ask_one(application, demo, "poor", "one question"), ask_one(application, demo, "rich", "one question")
        )
        assert (poor, len(fake.seen)) == (Degraded(Reason.BUDGET), 1)
    assert isinstance(rich, Answer)


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        (WORKER, "UPDATE model_budget SET limit_micro = 10"),
        (WORKER, "INSERT INTO model_budget (tenant_id, scope, period, limit_micro) VALUES (%s, 'run', 'run', 10)"),
        (WORKER, "UPDATE model_call SET reserved_micro = 0"),
        (WORKER, "DELETE FROM model_call"),
        (APP, "UPDATE model_call SET cost_micro = 0"),
        (APP, "SELECT * FROM model_answer"),
        (AGENT, "UPDATE model_budget SET asked_at = now()"),
        (AGENT, "SELECT * FROM model_answer"),
    ],
)
def test_whoever_spends_can_raise_no_limit_and_whoever_limits_can_hide_no_cost(
    demo: SignedIn, role_urls: dict[str, str], role: str, statement: LiteralString
) -> None:
    with psycopg.connect(role_urls[role]) as connection:
        connection.execute("SELECT set_config('app.tenant_id', %s, true)", [str(demo.tenant_id)])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement, [demo.tenant_id] if "%s" in statement else [])


async def test_the_default_of_the_installation_binds_who_has_set_none(opened: Opened, demo: SignedIn) -> None:
    application = opened(None, llm_day_budget_cents=0)
    with pytest.raises(ModelBudgetExceeded) as caught:
        await reserve(application, demo, Payer(demo.tenant_id, "default"), 1)
    assert caught.value.details["scope"] == "tenant"


async def test_budgets_are_listed_set_and_taken_back_by_controllers_alone(
    client: httpx2.AsyncClient, other_tenant: SignedIn
) -> None:
    company = other_tenant
    named = {"scope": "agent", "agent": "listed", "period": "month"}

    async def listed() -> list[dict[str, Any]]:
        answer = await client.get("/v1/agents/budgets", headers=company.viewer.headers)
        assert answer.status_code == 200, answer.text
        return [one for one in answer.json()["items"] if one["scope"] in {"agent", "tenant"}]

    assert [(one["scope"], one["limit"]["amount"], one["is_default"]) for one in await listed()] == [
        ("tenant", "10.000000", True)
    ]
    assert (await set_limit(client, company, "12.50", **named)).status_code == 200
    assert [(one["agent"], one["limit"]["amount"], one["is_default"]) for one in await listed()] == [
        ("listed", "12.500000", False),
        (None, "10.000000", True),
    ]
    assert (await set_limit(client, company, None, **named)).status_code == 200
    assert len(await listed()) == 1
    for person in (company.clerk, company.approver, company.viewer):
        body = {"limit": None, **named}
        answer = await client.put("/v1/agents/budgets", json=body, headers=person.headers)
        assert (answer.status_code, answer.json()["code"]) == (403, Forbidden.code)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"scope": "agent"}, "invalid_request"),
        ({"agent": "payables"}, "invalid_request"),
        ({"scope": "run"}, "invalid_request"),
        ({"period": "run"}, "invalid_request"),
        ({"limit": {"amount": "1.00", "currency": "EUR"}}, "currency_mismatch"),
        ({"limit": {"amount": "0.0000001", "currency": "USD"}}, "budget_limit_invalid"),
        ({"limit": {"amount": "-1", "currency": "USD"}}, "budget_limit_invalid"),
        ({"limit": {"amount": "1000001", "currency": "USD"}}, "budget_limit_invalid"),
    ],
)
async def test_a_budget_that_makes_no_sense_is_refused(
    client: httpx2.AsyncClient, demo: SignedIn, changes: dict[str, Any], code: str
) -> None:
    body = {"scope": "tenant", "period": "day", "limit": {"amount": "10", "currency": "USD"}, **changes}
    answer = await client.put("/v1/agents/budgets", json=body, headers=demo.controller.headers)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
