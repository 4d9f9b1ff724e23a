"""Routes of revaluations."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from bursar.core.money import AmountOutOfRange
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.accounts.queries import ControlAccountMissing
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.rates.queries import RateMissing
from bursar.ledger.revaluations.actions import (
    AsOfInFuture,
    RevaluationExists,
    RevaluationUndone,
    reverse_revaluation,
    run_revaluation,
)
from bursar.ledger.revaluations.queries import get_revaluation, list_revaluations
from bursar.ledger.revaluations.schemas import (
    RevaluationFilter,
    RevaluationPreview,
    RevaluationRead,
    RevaluationSummary,
    ReverseRevaluation,
    ReverseRevaluationBody,
    RunRevaluation,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import RevaluationId
from bursar.platform.work import Work

router = APIRouter()


def _money(amount: str, currency: str = "EUR") -> dict[str, str]:
    return {"amount": amount, "currency": currency}


_RUN = {"legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0", "as_of": "2026-10-31"}
_FACTS: dict[str, Any] = {**_RUN, "reversed_on": "2026-11-01", "rate_type": "closing", "gain": _money("-15.70")}
_LINES = [
    {
        "line_number": 1,
        "side": "payable",
        "open_item_id": "item_01j2hw0psyfn79yan3pqykt7s0",
        "account_id": None,
        "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
        "customer_id": None,
        "bill_id": "bill_01j2hw0psyfn79yan3pqykt7s0",
        "open": _money("1000.00", "USD"),
        "carried": _money("900.00"),
        "rate": "0.9157",
        "worth": _money("915.70"),
        "gain": _money("-15.70"),
    }
]
_SUMMARY = {
    **_FACTS,
    "id": "revaluation_01j2hw0psyfn79yan3pqykt7s0",
    "state": "posted",
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "reversal_entry_id": "entry_01j2hw0psyfn79yan3pqykt7s1",
    "created_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "recorded_at": "2026-11-02T09:30:00Z",
    "undone_by": None,
    "undone_at": None,
    "undo_reason": None,
    "undo_entry_id": None,
    "undo_reversal_entry_id": None,
    "available_actions": ["reverse"],
}
_ONE = {**_SUMMARY, "lines": _LINES}
_ACCOUNT = "account_01j2hw0psyfn79yan3pqykt7s0"
_PREVIEW = {
    **_FACTS,
    "lines": _LINES,
    "journal_lines": [
        {"account_id": _ACCOUNT, "amount": _money("-15.70"), "memo": "Payables in USD"},
        {"account_id": _ACCOUNT, "amount": _money("15.70"), "memo": "Payables in USD"},
    ],
}
_UNDONE = {
    **_ONE,
    "state": "reversed",
    "undone_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "undone_at": "2026-11-03T08:00:00Z",
    "undo_reason": "A bill came in late",
    "undo_entry_id": "entry_01j2hw0psyfn79yan3pqykt7s2",
    "undo_reversal_entry_id": "entry_01j2hw0psyfn79yan3pqykt7s3",
    "available_actions": [],
}
_REFUSED = (
    *(NotFound, AsOfInFuture, RevaluationExists, PeriodClosed, RateMissing),
    *(ControlAccountMissing, AmountOutOfRange),
)
Reading = Annotated[Work, reads(Permission.RATES_READ)]


@router.post(
    "/revaluations",
    **operation(
        "Revalue what is open in foreign currency",
        needs=Permission.REVALUATIONS_RUN,
        errors=[*IDEMPOTENT, *_REFUSED],
        example=_ONE,
        status=201,
        body=_RUN,
    ),
)
async def run(body: RunRevaluation, caller: Caller, response: Response) -> RevaluationRead:
    """Post what open items and accounts in foreign currency are worth at the day's rates, and its reversal next day.

    What counts is what was open at that day as it is known now: nothing of what is settled, nor of the settled part of
    what was paid in part. The difference goes to accounts of its own, never to those of payables and receivables.
    """
    revaluation = await caller.execute(run_revaluation, body)
    response.headers["Location"] = f"/v1/revaluations/{to_public('revaluation', revaluation.id)}"
    return revaluation


@router.post(
    "/revaluations/preview",
    **operation(
        "Preview a revaluation",
        needs=Permission.REVALUATIONS_RUN,
        errors=_REFUSED,
        example=_PREVIEW,
        body=_RUN,
    ),
)
async def preview(body: RunRevaluation, caller: Caller) -> RevaluationPreview:
    """Return what a revaluation would find and post now, and post nothing."""
    dry = await caller.dry_run(run_revaluation, body)
    found = dry.result
    return RevaluationPreview.model_construct(
        legal_entity_id=found.legal_entity_id,
        as_of=found.as_of,
        reversed_on=found.reversed_on,
        rate_type=found.rate_type,
        gain=found.gain,
        lines=found.lines,
        journal_lines=tuple(dry.effects.journal_lines),
    )


@router.get(
    "/revaluations",
    **operation(
        "List revaluations",
        needs=Permission.RATES_READ,
        errors=[BadCursor],
        example={"items": [_SUMMARY], "next_cursor": None},
    ),
)
async def read_revaluations(work: Reading, page: Annotated[RevaluationFilter, Query()]) -> Page[RevaluationSummary]:
    """Return revaluations without their lines, latest day first."""
    return await list_revaluations(work, page)


@router.get(
    "/revaluations/{revaluation_id}",
    **operation("Read a revaluation", needs=Permission.RATES_READ, errors=[NotFound], example=_ONE),
)
async def read_one_revaluation(revaluation_id: RevaluationId, work: Reading) -> RevaluationRead:
    """Return one revaluation with each open item and account that it looked at."""
    return await get_revaluation(work, revaluation_id)


@router.post(
    "/revaluations/{revaluation_id}/reverse",
    **operation(
        "Reverse a revaluation",
        needs=Permission.REVALUATIONS_RUN,
        errors=[*IDEMPOTENT, NotFound, RevaluationUndone, PeriodClosed],
        example=_UNDONE,
        body={"reason": "A bill came in late"},
    ),
)
async def reverse(revaluation_id: RevaluationId, body: ReverseRevaluationBody, caller: Caller) -> RevaluationRead:
    """Undo a wrong revaluation on both of its days; another may then be run for the same day."""
    command = ReverseRevaluation(revaluation_id=revaluation_id, reason=body.reason)
    return await caller.execute(reverse_revaluation, command)
