"""Use of models and budgets on the wire. Costs are US dollars with up to six decimals."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from bursar.kit.wire import Amount, Day, Input, Output
from bursar.platform.http import PageParams
from bursar.platform.ids import DocumentId

DOLLARS = "USD"
MICRO_DIGITS = 6

AgentName = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{0,39}$")]
Scope = Literal["tenant", "agent", "run", "document"]
Period = Literal["day", "month", "run", "document"]


def dollars(micro: int) -> Amount:
    """Return micro-dollars as money on the wire."""
    return Amount(amount=Decimal(micro).scaleb(-MICRO_DIGITS), currency=DOLLARS)


class UsageFilter(PageParams):
    """Of which days, and by what the calls are put together."""

    group_by: Literal["day", "agent", "model", "document"] = Field("day", description="What makes a line.")
    from_: Day | None = Field(None, alias="from", description="First day (UTC); else 30 days before the last.")
    to: Day | None = Field(None, description="Last day (UTC); else today.")
    document_id: DocumentId | None = Field(None, description="Only what was asked about this document.")


class UsageRead(Output):
    """What was asked and spent, of one day, agent, model or document."""

    day: date | None
    agent: str | None
    model: str | None
    document_id: DocumentId | None
    questions: int = Field(description="Questions, each answered by any number of calls.")
    calls: int = Field(description="Calls that were made to a provider, failed ones too.")
    failed_calls: int = Field(description="Of these, calls that brought no answer and cost nothing.")
    reused_answers: int = Field(description="Questions that were answered by what had been paid for before.")
    input_tokens: int
    cached_input_tokens: int
    cache_write_tokens: int
    output_tokens: int
    cost: Amount = Field(description="What the calls cost; one whose outcome nobody knows counts as all it could cost.")
    reserved: Amount = Field(description="Set aside for calls under way.")


class BudgetSet(Input):
    """How much may be spent. A limit of null goes back to the default of the installation, or to none."""

    scope: Scope = Field(description="Whose spending: the company's, one agent's, each run's or each document's.")
    agent: AgentName | None = Field(None, description="The agent, for that scope.", examples=["payables"])
    period: Period = Field(description="`day` or `month` (UTC) of the company or an agent; else as the scope.")
    limit: Amount | None = Field(description="US dollars; null takes the budget back.")

    @model_validator(mode="after")
    def _one_of_the_kinds(self) -> Self:
        if (self.scope == "agent") != (self.agent is not None):
            raise ValueError("name the agent where the scope is an agent, and nowhere else")
        whole = self.scope in {"run", "document"}
        if whole != (self.period == self.scope) or (not whole and self.period not in {"day", "month"}):
            raise ValueError("a run and a document have one budget each; others have one by day or by month")
        return self


class BudgetRead(Output):
    """A budget that holds."""

    scope: Scope
    agent: str | None
    period: Period
    limit: Amount
    is_default: bool = Field(description="Set by the installation, not by the company.")
    set_at: datetime | None


class BudgetList(Output):
    """Every budget that holds."""

    items: tuple[BudgetRead, ...]
