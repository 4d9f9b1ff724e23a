"""What is held of calls of models and budgets, and requests that reach for the neighbour's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bursar.agents.models.actions import keep_answer, reserve_call, settle_call
from bursar.kit.ids import from_public, uuid7
from bursar.kit.llm.ledger import Attempt, Payer, Settlement
from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import Outcome
from bursar.kit.llm.prompts import Prompt
from bursar.platform.work import open_work, system

if TYPE_CHECKING:
    from bursar.platform.application import Application
    from tests.attack.holdings import Holdings
    from tests.attack.recipes import Bodies
    from tests.books import Books

BUDGET = {"scope": "agent", "agent": "payables", "period": "month"}


async def hold(application: Application, books: Books, seed: int, document: str) -> None:
    """Give a company calls on two days, an answer that is kept, and a budget."""
    name = books.company.company.tenant
    limit = {"amount": f"{seed}7.65", "currency": "USD"}
    answer = await books.send("PUT", "/agents/budgets", books.company.controller, {**BUDGET, "limit": limit})
    assert answer.status_code == 200, answer.text
    payer = Payer(books.company.tenant_id, "payables", document_id=from_public("document", document))
    ended = Settlement(Outcome.ANSWERED, Usage(input=seed * 1111), cost_micro=seed * 654_321, is_failed=False)
    for days in (1, 2):
        at = application.clock() - timedelta(days=days)
        attempt = Attempt(uuid7(at), f"{name} purpose", "openai", f"{name} model", "p", 1, f"{name} digest", 0, 1)
        async with open_work(application.worker, system(books.company.tenant_id), clock=lambda at=at: at) as work:
            call_id = await reserve_call(work, application.settings, payer, attempt, 1_000_000, 1)
            await settle_call(work, call_id, ended)
            await keep_answer(work, f"key {days}", f"{name} answer", model="m", prompt=Prompt("p", 1, ""), days=30)


def _budget(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    # It names nothing of anybody's: the same request twice, which must not touch what the neighbour has set.
    yield {"json": {**BUDGET, "limit": {"amount": "1.00", "currency": "USD"}}}
    yield {"json": {**BUDGET, "limit": None}}


BODIES: Mapping[tuple[str, str], Bodies] = {("PUT", "/v1/agents/budgets"): _budget}
