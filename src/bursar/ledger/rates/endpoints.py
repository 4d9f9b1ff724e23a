"""Routes of exchange rates."""

from typing import Annotated

from fastapi import APIRouter, Query

from bursar.core.exchange import InvalidRate
from bursar.core.money import UnknownCurrency
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.rates.actions import RateTwice, SameCurrency, record_rates
from bursar.ledger.rates.queries import list_rates
from bursar.ledger.rates.schemas import ExchangeRateRead, ExchangeRatesRead, RateFilter, RecordRates
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.work import Work

router = APIRouter()

_NEW = {"from_currency": "EUR", "to_currency": "USD", "rate": "1.0921", "valid_on": "2026-10-30", "rate_type": "spot"}
_RATE = {
    "id": "rate_01j2hw0psyfn79yan3pqykt7s0",
    **_NEW,
    "source": "ECB",
    "recorded_at": "2026-10-30T15:10:00Z",
    "recorded_by": "user_01j2hw0psyfn79yan3pqykt7s0",
}


@router.get(
    "/exchange-rates",
    **operation(
        "List exchange rates",
        needs=Permission.RATES_READ,
        errors=[BadCursor],
        example={"items": [_RATE], "next_cursor": None},
    ),
)
async def read_rates(
    work: Annotated[Work, reads(Permission.RATES_READ)], page: Annotated[RateFilter, Query()]
) -> Page[ExchangeRateRead]:
    """Return recorded rates, latest day first. Of one day, type and pair the first is the one that counts now."""
    return await list_rates(work, page)


@router.post(
    "/exchange-rates",
    **operation(
        "Record exchange rates",
        needs=Permission.RATES_RECORD,
        errors=[*IDEMPOTENT, UnknownCurrency, InvalidRate, SameCurrency, RateTwice],
        example={"items": [_RATE]},
        status=201,
        body={"source": "ECB", "rates": [_NEW]},
    ),
)
async def add_rates(body: RecordRates, caller: Caller) -> ExchangeRatesRead:
    """Record one rate or many from one source. A recording supersedes what was recorded for the same day and type.

    Either direction of a pair will do. A rate counts on its day and for seven days after, until a later one does.
    """
    return await caller.execute(record_rates, body)
