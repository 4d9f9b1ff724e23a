"""Asking a model on a company's account. There is an answer, or a reason why there is none: never an error.

asker = company_asker(application, principal, document_id=…)
answer = await asker.ask("payables.extract", prompt, text, Fields)
match answer:
    case Answer(value=fields): …
    case Degraded(reason): …  # Go on without.
"""

from dataclasses import dataclass
from typing import Final, cast
from uuid import UUID

import structlog

from bursar.agents.models.actions import keep_answer, note_reuse, reserve_call, settle_call
from bursar.agents.models.queries import kept_answer
from bursar.kit.errors import Unavailable
from bursar.kit.llm.asking import Answer, Books, Models, Question
from bursar.kit.llm.ledger import Attempt, Payer, Settlement
from bursar.kit.llm.outcomes import Declined, Reason
from bursar.kit.llm.prompts import Prompt, load_prompt
from bursar.kit.llm.typed import Model
from bursar.platform.application import Application
from bursar.platform.work import Principal, open_work, system

__all__ = ["PROMPTS", "Answer", "Asker", "Degraded", "Reason", "company_asker"]

log = structlog.get_logger(__name__)

PROMPTS: Final = "bursar.agents.prompts"
KEPT_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Degraded:
    """There is no answer. Whoever asked goes on as if there were no model."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: which models, and the books that it goes on. A company has its own; so has a measurement."""

    models: Models
    books: Books
    owner: UUID
    run_id: UUID | None = None
    document_id: UUID | None = None

    async def ask(self, purpose: str, prompt: Prompt | str, data: str, schema: type[Model]) -> Answer[Model] | Degraded:
        """Ask the models, in their order, and return a value that fits `schema`, or why there is none.

        `purpose` is `agent.what`; the part before the point is the agent on whose budget it goes. `prompt` is one of
        `agents/prompts`, by name (its newest version) or by `name@version`. `data` is what the model reads: it stands
        in a closed block, and nothing in it is an instruction. Outages, budgets, breakers, bad answers and a database
        that does not answer are all Degraded.
        """
        payer = Payer(self.owner, purpose.partition(".")[0], self.run_id, self.document_id)
        asked = load_prompt(PROMPTS, prompt) if isinstance(prompt, str) else prompt
        question = Question(payer, purpose, asked, data, schema)
        try:
            return cast("Answer[Model]", await self.models.ask(question, self.books))
        except Declined as declined:
            reason = declined.reason
        except Unavailable:
            reason = Reason.NO_LEDGER
        log.info("model_not_used", purpose=purpose, reason=reason.value)
        return Degraded(reason)


def company_asker(
    application: Application, principal: Principal, run_id: UUID | None = None, document_id: UUID | None = None
) -> Asker:
    """Return who asks on a company's account, which is in its own rows."""
    books = _Books(application, system(principal.tenant_id, request_id=principal.request_id))
    return Asker(application.models, Books(books, books), principal.tenant_id, run_id, document_id)


@dataclass(frozen=True, slots=True)
class _Books:
    """The ledger and the kept answers of a company, in its own rows.

    They are written under the worker's role: a graph's own role may look at what was spent, and change nothing of it.
    """

    application: Application
    principal: Principal

    async def reserve(self, payer: Payer, attempt: Attempt, worst_micro: int | None, seconds: float) -> UUID:
        """Set aside what an attempt can cost. Raises ModelBudgetExceeded and ModelPriceUnknown."""
        application = self.application
        async with open_work(application.worker, self.principal, clock=application.clock) as work:
            return await reserve_call(work, application.settings, payer, attempt, worst_micro, seconds)

    async def settle(self, payer: Payer, call_id: UUID, settlement: Settlement) -> None:
        """Replace the reservation by what the attempt cost."""
        del payer
        async with open_work(self.application.worker, self.principal, clock=self.application.clock) as work:
            await settle_call(work, call_id, settlement)

    async def reused(self, payer: Payer, attempt: Attempt) -> None:
        """Note that a question was answered by what had been paid before."""
        async with open_work(self.application.worker, self.principal, clock=self.application.clock) as work:
            await note_reuse(work, payer, attempt)

    async def get(self, owner: UUID, key: str) -> str | None:
        """Return the answer kept under a key, or None."""
        assert owner == self.principal.tenant_id
        async with open_work(self.application.worker, self.principal, clock=self.application.clock) as work:
            return await kept_answer(work, key)

    async def put(self, owner: UUID, key: str, answer: str, *, model: str, prompt: Prompt) -> None:
        """Keep an answer for a while."""
        assert owner == self.principal.tenant_id
        async with open_work(self.application.worker, self.principal, clock=self.application.clock) as work:
            await keep_answer(work, key, answer, model=model, prompt=prompt, days=KEPT_DAYS)
