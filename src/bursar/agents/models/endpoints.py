"""Routes of the use of models and of budgets."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from bursar.agents.models.actions import BudgetLimitInvalid, set_budget
from bursar.agents.models.queries import UsageRangeTooLong, list_budgets, usage
from bursar.agents.models.schemas import BudgetList, BudgetSet, UsageFilter, UsageRead
from bursar.core.money import CurrencyMismatch
from bursar.kit.pages import BadCursor, Page
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, application_of, operation, reads
from bursar.platform.work import Work

router = APIRouter(prefix="/agents")

_DAY = {
    "day": "2026-11-02",
    "agent": None,
    "model": None,
    "document_id": None,
    "questions": 12,
    "calls": 15,
    "failed_calls": 2,
    "reused_answers": 1,
    "input_tokens": 21400,
    "cached_input_tokens": 9600,
    "cache_write_tokens": 0,
    "output_tokens": 5200,
    "cost": {"amount": "0.015990", "currency": "USD"},
    "reserved": {"amount": "0", "currency": "USD"},
}
_SET = {"scope": "agent", "agent": "payables", "period": "month", "limit": {"amount": "50.00", "currency": "USD"}}
_BUDGET = {**_SET, "is_default": False, "set_at": "2026-11-02T09:30:00Z"}
Reading = Annotated[Work, reads(Permission.MODELS_READ)]


@router.get(
    "/usage",
    **operation(
        "Tell what was spent on models",
        needs=Permission.MODELS_READ,
        errors=[BadCursor, UsageRangeTooLong],
        example={"items": [_DAY], "next_cursor": None},
    ),
)
async def read_usage(work: Reading, page: Annotated[UsageFilter, Query()]) -> Page[UsageRead]:
    """Return calls, tokens and costs by day, agent, model or document, of a year at most."""
    return await usage(work, page)


@router.get(
    "/budgets",
    **operation("List budgets for models", needs=Permission.MODELS_READ, example={"items": [_BUDGET]}),
)
async def read_budgets(work: Reading, request: Request) -> BudgetList:
    """Return every budget that holds: those that the company set, and the installation's for the others."""
    return BudgetList(items=await list_budgets(work, application_of(request).settings))


@router.put(
    "/budgets",
    **operation(
        "Set a budget for models",
        needs=Permission.MODEL_BUDGETS_SET,
        errors=[*IDEMPOTENT, CurrencyMismatch, BudgetLimitInvalid],
        example=_SET,
        body=_SET,
    ),
)
async def put_budget(body: BudgetSet, caller: Caller) -> BudgetSet:
    """Set what may be spent by the company, by one agent, by each run or on each document; null takes it back."""
    return await caller.execute(set_budget, body)
