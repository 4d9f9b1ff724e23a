"""All writes about models: reservations and settlements by the machine, budgets by people."""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from bursar.agents.models.events import ModelBudgetChanged
from bursar.agents.models.queries import applies, budgets_of, spent_micro
from bursar.agents.models.schemas import DOLLARS, MICRO_DIGITS, BudgetSet
from bursar.core.errors import Refused
from bursar.core.money import CurrencyMismatch
from bursar.kit.llm.ledger import Attempt, ModelBudgetExceeded, ModelPriceUnknown, Payer, Settlement
from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import Outcome
from bursar.kit.llm.prompts import Prompt
from bursar.kit.settings import Settings
from bursar.kit.statements import Row
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import model_calls

# A call that ended in time is settled well within this.
GRACE_SECONDS: Final = 60
LARGEST_LIMIT_DOLLARS: Final = 1_000_000


class BudgetLimitInvalid(Refused):
    """A limit is from zero to a million US dollars, in whole millionths of one."""

    code = "budget_limit_invalid"


# In one order for everybody, so that no two wait for each other; the company's day comes with every call.
_LOCK = text("""
    SELECT scope, agent, period, limit_micro, set_at FROM model_budget
    WHERE tenant_id = :tenant_id AND (scope <> 'agent' OR agent = :agent)
    ORDER BY scope, agent, period FOR UPDATE
""")
_FIRST = text("""
    INSERT INTO model_budget (tenant_id, scope, agent, period) VALUES (:tenant_id, 'tenant', '', 'day')
    ON CONFLICT DO NOTHING
""")


async def _locked(work: Work, agent: str) -> list[Row]:
    """Return the budgets that bind an agent, locked until the transaction ends: nobody else reserves meanwhile."""
    values = {"tenant_id": work.tenant_id, "agent": agent}
    rows = list(await work.session.rows(_LOCK, values))
    if not any((row.scope, row.period) == ("tenant", "day") for row in rows):
        await work.session.run(_FIRST, {"tenant_id": work.tenant_id})
        rows = list(await work.session.rows(_LOCK, values))
    return rows


async def reserve_call(
    work: Work, settings: Settings, payer: Payer, attempt: Attempt, worst_micro: int | None, seconds: float
) -> UUID:
    """Set aside what a call can cost at most, if every budget that binds the payer has that much left.

    Raises ModelBudgetExceeded, and ModelPriceUnknown where there is a budget and no price.
    """
    who = {"agent": payer.agent, "run_id": payer.run_id, "document_id": payer.document_id}
    for budget in budgets_of(await _locked(work, payer.agent), settings):
        within = applies(budget, **who, now=work.now)  # type: ignore[arg-type]  # The keys are its parameters.
        if within is None:
            continue
        if worst_micro is None:
            raise ModelPriceUnknown("There is a budget, and no price of this model.", model=attempt.model)
        # A statement of its own: it sees what was committed before the lock was granted.
        left = budget.limit_micro - await spent_micro(work, within)
        if worst_micro > left:
            named = {"scope": budget.scope, "period": budget.period, "left_micro": str(left)}
            raise ModelBudgetExceeded("The budget does not hold what this call can cost.", **named)
    expires = work.now + timedelta(seconds=seconds + GRACE_SECONDS)
    return await _add_call(work, payer, attempt, state="reserved", reserved_micro=worst_micro or 0, expires_at=expires)


async def note_reuse(work: Work, payer: Payer, attempt: Attempt) -> UUID:
    """Note that a question was answered by what had been paid for before."""
    ended = {"outcome": Outcome.REUSED.value, "cost_micro": 0, "settled_at": work.now}
    return await _add_call(work, payer, attempt, state="cached", reserved_micro=0, expires_at=work.now, **ended)


async def _add_call(
    work: Work, payer: Payer, attempt: Attempt, *, state: str, reserved_micro: int, expires_at: datetime, **more: Any
) -> UUID:
    call_id = work.new_id()
    row = {
        "tenant_id": work.tenant_id,
        "id": call_id,
        "ask_id": attempt.ask_id,
        "run_id": payer.run_id,
        "document_id": payer.document_id,
        "agent": payer.agent,
        "purpose": attempt.purpose,
        "provider": attempt.provider,
        "model": attempt.model,
        "prompt_name": attempt.prompt_name,
        "prompt_version": attempt.prompt_version,
        "digest": attempt.digest,
        "turn": attempt.turn,
        "attempt": attempt.number,
        "state": state,
        "reserved_micro": reserved_micro,
        "reserved_at": work.now,
        "expires_at": expires_at,
        **more,
    }
    await work.session.add(model_calls, [row])
    return call_id


_SETTLE = text("""
    UPDATE model_call SET state = :state, outcome = :outcome, settled_at = :now,
           input_tokens = :input, cached_input_tokens = :cached_input, cache_write_tokens = :cache_write,
           output_tokens = :output,
           cost_micro = CASE WHEN :is_known THEN CAST(:cost_micro AS bigint) ELSE reserved_micro END
    WHERE tenant_id = :tenant_id AND id = :id AND state = 'reserved'
""")


async def settle_call(work: Work, call_id: UUID, settlement: Settlement) -> None:
    """Replace a reservation by what the call cost; one whose cost nobody knows has cost all of it."""
    usage = settlement.usage
    is_free = settlement.is_failed and usage == Usage()
    counted = usage or Usage()
    values = {
        "tenant_id": work.tenant_id,
        "id": call_id,
        "now": work.now,
        "state": "failed" if is_free else "settled",
        "outcome": settlement.outcome.value,
        "input": counted.input,
        "cached_input": counted.cached_input,
        "cache_write": counted.cache_write,
        "output": counted.output,
        "is_known": usage is not None,
        "cost_micro": 0 if is_free else settlement.cost_micro,
    }
    await work.session.run(_SETTLE, values)


_KEEP = text("""
    INSERT INTO model_answer (tenant_id, key, answer, model, prompt_name, prompt_version, created_at, expires_at)
    VALUES (:tenant_id, :key, :answer, :model, :prompt_name, :prompt_version, :now, :until)
    ON CONFLICT (tenant_id, key) DO UPDATE SET answer = excluded.answer, created_at = excluded.created_at,
      expires_at = excluded.expires_at
""")
_FORGET = text("DELETE FROM model_answer WHERE tenant_id = :tenant_id AND expires_at <= :now")


async def keep_answer(work: Work, key: str, answer: str, *, model: str, prompt: Prompt, days: int) -> None:
    """Keep an answer for so many days, and forget what was kept long enough."""
    await work.session.run(_FORGET, {"tenant_id": work.tenant_id, "now": work.now})
    values = {
        "tenant_id": work.tenant_id,
        "key": key,
        "answer": answer,
        "model": model,
        "prompt_name": prompt.name,
        "prompt_version": prompt.version,
        "now": work.now,
        "until": work.now + timedelta(days=days),
    }
    await work.session.run(_KEEP, values)


_SET = text("""
    INSERT INTO model_budget (tenant_id, scope, agent, period, limit_micro, set_by, set_at)
    VALUES (:tenant_id, :scope, :agent, :period, :limit_micro, :set_by, :now)
    ON CONFLICT (tenant_id, scope, agent, period) DO UPDATE
      SET limit_micro = excluded.limit_micro, set_by = excluded.set_by, set_at = excluded.set_at
""")


@action("model_budgets.set", needs=Permission.MODEL_BUDGETS_SET)
async def set_budget(work: Work, command: BudgetSet) -> BudgetSet:
    """Set a budget, or take it back. Raises CurrencyMismatch and BudgetLimitInvalid."""
    key = {"scope": command.scope, "agent": command.agent or "", "period": command.period}
    values = {"tenant_id": work.tenant_id, **key, "limit_micro": _limit_micro(command)}
    await work.session.run(_SET, {**values, "set_by": work.actor_id, "now": work.now})
    work.emit(ModelBudgetChanged(work.tenant_id, **key))
    return command


def _limit_micro(command: BudgetSet) -> int | None:
    if command.limit is None:
        return None
    if command.limit.currency != DOLLARS:
        raise CurrencyMismatch(
            "Providers are paid in US dollars.", pointer="/limit/currency", left=command.limit.currency, right=DOLLARS
        )
    micro = command.limit.amount.scaleb(MICRO_DIGITS)
    if not 0 <= command.limit.amount <= LARGEST_LIMIT_DOLLARS or micro != micro.to_integral_value():
        raise BudgetLimitInvalid(
            "A limit is from zero to a million US dollars, in whole millionths.", pointer="/limit/amount"
        )
    return int(micro)
