"""Routes of fiscal years."""

from typing import Annotated

from fastapi import APIRouter, Path

from bursar.core.periods import FiscalYearGap, FiscalYearOverlaps, PeriodAlreadyClosed, PeriodNotReady
from bursar.kit.errors import NotFound
from bursar.ledger.accounts.queries import ControlAccountMissing
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.fiscal_years.actions import close_fiscal_year, create_fiscal_year
from bursar.ledger.fiscal_years.schemas import (
    CloseFiscalYear,
    CloseYear,
    FiscalYearCreate,
    FiscalYearRead,
    YearEndRead,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation

router = APIRouter()

_PERIOD = {
    "id": "period_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "fiscal_year": 2027,
    "starts_on": "2027-01-01",
    "ends_on": "2027-01-31",
    "gl_state": "open",
    "ap_state": "open",
    "ar_state": "open",
}
_YEAR = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "fiscal_year": 2027,
    "starts_on": "2027-01-01",
    "ends_on": "2027-12-31",
    "periods": [_PERIOD],
}
_CLOSED = {
    **_YEAR,
    "periods": [{**_PERIOD, "gl_state": "closed", "ap_state": "closed", "ar_state": "closed"}],
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "entry_number": "CLS-2027-000001",
    "moved": {"amount": "12500.00", "currency": "EUR"},
}


@router.post(
    "/fiscal-years",
    **operation(
        "Make the next fiscal year",
        needs=Permission.PERIODS_CLOSE,
        errors=[*IDEMPOTENT, NotFound, FiscalYearGap, FiscalYearOverlaps],
        example=_YEAR,
        status=201,
        body={"legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0", "fiscal_year": 2027},
    ),
)
async def add_fiscal_year(body: FiscalYearCreate, caller: Caller) -> FiscalYearRead:
    """Make twelve monthly periods, open, that begin on the day after the last one."""
    return await caller.execute(create_fiscal_year, body)


@router.post(
    "/fiscal-years/{year}/close",
    **operation(
        "Close a fiscal year",
        needs=Permission.PERIODS_CLOSE,
        errors=[*IDEMPOTENT, NotFound, PeriodAlreadyClosed, PeriodNotReady, ControlAccountMissing, PeriodClosed],
        example=_CLOSED,
        body={"legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0", "state": "closed"},
    ),
)
async def close_year(year: Annotated[int, Path(ge=1901, le=2998)], body: CloseYear, caller: Caller) -> YearEndRead:
    """Move what is left on income and expense to retained earnings by one entry on the year's last day, then close it.

    Asks the general ledger's checklist for the whole year first. Soft-closed, the year still takes late postings of
    those who have an exception; closed again after them, only what they have left is moved.
    """
    return await caller.execute(
        close_fiscal_year, CloseFiscalYear(legal_entity_id=body.legal_entity_id, state=body.state, fiscal_year=year)
    )
