"""A ledger of calls in memory: what a measurement spends on models, within the budgets of the installation.

It stands where a company's rows stand when the product asks, and accounts as they do: a call is reserved at its worst,
settled by what it cost, and has cost all of the reservation where nobody knows. Nothing that was answered is kept, so
every question of a measurement is put.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from bursar.agents.models.gateway import Asker
from bursar.agents.models.queries import MICRO_PER_CENT
from bursar.kit.ids import uuid7
from bursar.kit.llm.asking import Books, Models
from bursar.kit.llm.ledger import Attempt, ModelBudgetExceeded, ModelPriceUnknown, Payer, Settlement
from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import Outcome, Reason
from bursar.kit.llm.prompts import Prompt
from bursar.kit.settings import Settings

_OWNER: Final = UUID(int=0)  # A measurement is nobody's company.


class ModelRefused(Exception):  # noqa: N818 - what happened, not what kind of mistake.
    """The provider says no to the very first question: the others would fare no better."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call that was made: for which question, how it ended, what it cost, and from when to when it lasted."""

    ask_id: UUID
    model: str
    outcome: Outcome
    usage: Usage
    cost_micro: int
    # Nobody knows what it cost: its worst case is counted.
    is_assumed: bool
    is_failed: bool
    began: float
    ended: float


@dataclass(frozen=True, slots=True)
class _Reserved:
    run_id: UUID | None
    attempt: Attempt
    micro: int
    began: float


@dataclass(slots=True)
class Spending:
    """What was spent, and how much may be: in all, and on one document or bill."""

    most_micro: int
    most_for_one_micro: int
    now: Callable[[], float] = time.monotonic
    calls: list[Call] = field(default_factory=list)
    reused_answers: int = 0
    _under_way: dict[UUID, _Reserved] = field(default_factory=dict)
    _spent_for: dict[UUID | None, int] = field(default_factory=dict)
    _spent: int = 0

    @classmethod
    def within(cls, settings: Settings) -> Spending:
        """Return a ledger with what a company may spend in a day, and a run of an agent, unless they say otherwise."""
        return cls(settings.llm_day_budget_cents * MICRO_PER_CENT, settings.llm_run_budget_cents * MICRO_PER_CENT)

    def asker(self, models: Models) -> Asker:
        """Return who asks on this ledger about one document or bill, as a run of the agent would."""
        return Asker(models, Books(self, self), _OWNER, run_id=uuid7(datetime.now(UTC)))

    def stop_if_refused(self, reason: str | None) -> None:
        """Say what became of a question. Raises ModelRefused where the provider has said no, and nothing else yet."""
        if reason == Reason.REJECTED and {call.outcome for call in self.calls} == {Outcome.REJECTED}:
            raise ModelRefused

    async def reserve(self, payer: Payer, attempt: Attempt, worst_micro: int | None, seconds: float) -> UUID:
        """Set aside what an attempt can cost. Raises ModelBudgetExceeded and ModelPriceUnknown."""
        del seconds
        if worst_micro is None:
            raise ModelPriceUnknown("There is a budget, and no price of this model.", model=attempt.model)
        held = self._under_way.values()
        left = self.most_micro - self._spent - sum(one.micro for one in held)
        of_one = self._spent_for.get(payer.run_id, 0) + sum(one.micro for one in held if one.run_id == payer.run_id)
        if worst_micro > min(left, self.most_for_one_micro - of_one):
            raise ModelBudgetExceeded("The budget does not hold what this call can cost.")
        call_id = uuid7(datetime.now(UTC))
        self._under_way[call_id] = _Reserved(payer.run_id, attempt, worst_micro, self.now())
        return call_id

    async def settle(self, payer: Payer, call_id: UUID, settlement: Settlement) -> None:
        """Replace the reservation by what the attempt cost."""
        reserved = self._under_way.pop(call_id)
        known = settlement.cost_micro if settlement.usage is not None else None
        cost = reserved.micro if known is None else known
        self._spent += cost
        self._spent_for[payer.run_id] = self._spent_for.get(payer.run_id, 0) + cost
        self.calls.append(
            Call(
                reserved.attempt.ask_id,
                reserved.attempt.model,
                settlement.outcome,
                settlement.usage or Usage(),
                cost,
                known is None,
                settlement.is_failed,
                reserved.began,
                self.now(),
            )
        )

    async def reused(self, payer: Payer, attempt: Attempt) -> None:
        """Count a question that was asked in the same words at the same time, and paid for once."""
        del payer, attempt
        self.reused_answers += 1

    async def get(self, owner: UUID, key: str) -> str | None:
        """Return None: nothing is kept."""
        del owner, key
        return None

    async def put(self, owner: UUID, key: str, answer: str, *, model: str, prompt: Prompt) -> None:
        """Keep nothing."""
        del owner, key, answer, model, prompt
