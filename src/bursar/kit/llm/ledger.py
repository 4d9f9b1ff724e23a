"""What is spent on models: the port behind which the rows are. A budget is reserved before anything is sent."""

from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from bursar.kit.errors import Refused
from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import Outcome


class ModelBudgetExceeded(Refused):
    """What the call could cost at most is more than is left of a budget."""

    code = "model_budget_exceeded"


class ModelPriceUnknown(Refused):
    """There is a budget, and nobody knows what this model costs."""

    code = "model_price_unknown"


@dataclass(frozen=True, slots=True)
class Payer:
    """On whose account a question is asked. `owner` keeps answers of different owners apart."""

    owner: UUID
    agent: str
    run_id: UUID | None = None
    document_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call that is about to be made: `ask_id` is the same for all attempts at one question.

    `turn` is 0 for the question and 1 or 2 for a repair; `number` counts the tries at that turn with this model.
    """

    ask_id: UUID
    purpose: str
    provider: str
    model: str
    prompt_name: str
    prompt_version: int
    digest: str
    turn: int
    number: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """How an attempt ended. `usage` is None where nobody knows: it then costs what was reserved."""

    outcome: Outcome
    usage: Usage | None = None
    cost_micro: int | None = None
    is_failed: bool = field(default=True)


class Ledger(Protocol):
    """Keep what is reserved and what was spent."""

    async def reserve(self, payer: Payer, attempt: Attempt, worst_micro: int | None, seconds: float) -> UUID:
        """Set aside what an attempt can cost at most, for a little longer than it may last; return its id.

        Raises ModelBudgetExceeded, and ModelPriceUnknown where `worst_micro` is None and there is a budget.
        """

    async def settle(self, payer: Payer, call_id: UUID, settlement: Settlement) -> None:
        """Replace the reservation by what the attempt cost."""

    async def reused(self, payer: Payer, attempt: Attempt) -> None:
        """Note that a question was answered by what had been paid before."""
