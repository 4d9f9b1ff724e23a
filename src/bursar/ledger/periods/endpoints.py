"""Routes of periods."""

from typing import Annotated

from fastapi import APIRouter, Query

from bursar.core.periods import (
    GeneralLedgerCloses,
    PeriodAlreadyClosed,
    PeriodIsOpen,
    PeriodNotReady,
    PeriodStaysClosed,
)
from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.periods.actions import (
    ExceptionEnded,
    OwnException,
    PersonNotFound,
    close_period,
    grant_exception,
    reopen_period,
)
from bursar.ledger.periods.queries import checklist, get_period, list_exceptions, list_periods
from bursar.ledger.periods.schemas import (
    ChecklistQuery,
    ChecklistRead,
    CheckRead,
    ClosePeriod,
    CloseSubLedger,
    GrantException,
    NewException,
    PeriodExceptionRead,
    PeriodFilter,
    PeriodRead,
    ReopenPeriod,
    ReopenSubLedger,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import PeriodId
from bursar.platform.work import Work

router = APIRouter()

EXAMPLE = {
    "id": "period_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "fiscal_year": 2026,
    "starts_on": "2026-10-01",
    "ends_on": "2026-10-31",
    "gl_state": "open",
    "ap_state": "soft_closed",
    "ar_state": "open",
}
_CHECKLIST = {
    "period_id": "period_01j2hw0psyfn79yan3pqykt7s0",
    "sub_ledger": "ap",
    "ready": False,
    "checks": [
        {
            "code": "unposted_bills",
            "status": "failed",
            "examined": 42,
            "failed": 2,
            "message": "2 of 42 bills dated in the period wait for a decision.",
        },
        {
            "code": "bank_lines_matched",
            "status": "not_examined",
            "examined": 0,
            "failed": 0,
            "message": "Not examined: no bank statements in this version.",
        },
    ],
}
_NEW_EXCEPTION = {
    "sub_ledger": "ap",
    "user_id": "user_01j2hw0psyfn79yan3pqykt7s0",
    "valid_until": "2026-11-06T18:00:00Z",
    "reason": "Energy bill of October is late",
}
_EXCEPTION = {
    **_NEW_EXCEPTION,
    "id": "exception_01j2hw0psyfn79yan3pqykt7s0",
    "period_id": "period_01j2hw0psyfn79yan3pqykt7s0",
    "granted_by": "user_01j2hw0psyfn79yan3pqykt7s1",
    "granted_at": "2026-11-03T08:00:00Z",
}
Reading = Annotated[Work, reads(Permission.PERIODS_READ)]


@router.get(
    "/periods",
    **operation(
        "List periods",
        needs=Permission.PERIODS_READ,
        errors=[BadCursor],
        example={"items": [EXAMPLE], "next_cursor": None},
    ),
)
async def read_periods(work: Reading, page: Annotated[PeriodFilter, Query()]) -> Page[PeriodRead]:
    """Return periods in the order of their days, with the state that counts for each sub-ledger."""
    return await list_periods(work, page)


@router.get(
    "/periods/{period_id}/checklist",
    **operation(
        "Read what stands in the way of closing",
        needs=Permission.PERIODS_READ,
        errors=[NotFound],
        example=_CHECKLIST,
    ),
)
async def read_checklist(
    period_id: PeriodId, work: Reading, query: Annotated[ChecklistQuery, Query()]
) -> ChecklistRead:
    """Return the checks that closing asks, each with how much it examined. What was not examined has not passed."""
    period = await get_period(work, period_id)
    checks = await checklist(work, period.legal_entity_id, period.starts_on, period.ends_on, query.sub_ledger)
    return ChecklistRead(
        period_id=period_id,
        sub_ledger=query.sub_ledger,
        ready=not any(check.failed for check in checks),
        checks=tuple(
            CheckRead.model_construct(
                code=check.code,
                status=check.status,
                examined=check.examined,
                failed=check.failed,
                message=check.message,
            )
            for check in checks
        ),
    )


@router.post(
    "/periods/{period_id}/close",
    **operation(
        "Close a sub-ledger's period",
        needs=Permission.PERIODS_CLOSE,
        errors=[*IDEMPOTENT, NotFound, PeriodAlreadyClosed, PeriodNotReady],
        example=EXAMPLE,
        body={"sub_ledger": "ap", "state": "soft_closed"},
    ),
)
async def close(period_id: PeriodId, body: CloseSubLedger, caller: Caller) -> PeriodRead:
    """Close payables, receivables or the general ledger, and with that both, once the checklist is passed.

    A soft close lets those post who were granted an exception and can be taken back; what is closed stays closed.
    """
    return await caller.execute(
        close_period, ClosePeriod(period_id=period_id, sub_ledger=body.sub_ledger, state=body.state)
    )


@router.post(
    "/periods/{period_id}/reopen",
    **operation(
        "Take a soft close back",
        needs=Permission.PERIODS_REOPEN,
        errors=[*IDEMPOTENT, NotFound, PeriodStaysClosed, PeriodIsOpen, GeneralLedgerCloses],
        example={**EXAMPLE, "ap_state": "open"},
        body={"sub_ledger": "ap", "reason": "A bill was forgotten"},
    ),
)
async def reopen(period_id: PeriodId, body: ReopenSubLedger, caller: Caller) -> PeriodRead:
    """Open a soft-closed period again for everybody, saying why."""
    return await caller.execute(
        reopen_period, ReopenPeriod(period_id=period_id, sub_ledger=body.sub_ledger, reason=body.reason)
    )


@router.post(
    "/periods/{period_id}/exceptions",
    **operation(
        "Grant an exception to a soft close",
        needs=Permission.PERIOD_EXCEPTIONS_GRANT,
        errors=[*IDEMPOTENT, NotFound, OwnException, ExceptionEnded, PersonNotFound, PeriodStaysClosed],
        example=_EXCEPTION,
        status=201,
        body=_NEW_EXCEPTION,
    ),
)
async def grant(period_id: PeriodId, body: NewException, caller: Caller) -> PeriodExceptionRead:
    """Let somebody post into a soft-closed period for a while; nobody grants it to themselves; it ends by itself."""
    return await caller.execute(grant_exception, GrantException(period_id=period_id, **body.model_dump()))


@router.get(
    "/periods/{period_id}/exceptions",
    **operation(
        "List exceptions to a soft close",
        needs=Permission.PERIODS_READ,
        errors=[NotFound],
        example={"items": [_EXCEPTION], "next_cursor": None},
    ),
)
async def read_exceptions(period_id: PeriodId, work: Reading) -> Page[PeriodExceptionRead]:
    """Return who may post into a period despite a soft close, the newest grant first: at most 200, on one page."""
    await get_period(work, period_id)
    return Page(items=await list_exceptions(work, period_id), next_cursor=None)
