"""What is read about exchange rates, and the one way to a rate that is computed with."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, or_, select

from bursar.core.exchange import Rate
from bursar.kit.errors import Refused
from bursar.kit.pages import BadCursor, Page, row_id
from bursar.ledger.rates.schemas import ExchangeRateRead, RateFilter, RateType
from bursar.platform.work import Work
from bursar.tables import exchange_rates

# Central banks publish on working days, and the longest run of holidays that they keep is shorter than a week. What is
# older was forgotten, and a forgotten rate is missing.
OLDEST_RATE_DAYS: Final = 7


class RateMissing(Refused):
    """No exchange rate is recorded for these currencies and this day; nothing is converted without one."""

    code = "exchange_rate_missing"


async def rate_at(
    work: Work,
    from_currency: str,
    to_currency: str,
    on: date,
    rate_type: RateType = "spot",
    *,
    known_at: datetime | None = None,
) -> Rate:
    """Return the rate of a day: the latest recording of the latest day up to it, at most a week before.

    A recording of the opposite direction counts as much, inverted; recorded at the same instant, the direct one does.
    Nothing is computed through a third currency: where neither direction is recorded, the rate is missing. A currency
    is worth itself. Raises RateMissing.
    """
    if from_currency == to_currency:
        return Rate.identity(from_currency)
    rates = exchange_rates.c
    direct = and_(rates.from_currency == from_currency, rates.to_currency == to_currency)
    opposite = and_(rates.from_currency == to_currency, rates.to_currency == from_currency)
    query = (
        select(rates.from_currency, rates.rate)
        .where(
            work.owns(exchange_rates),
            or_(direct, opposite),
            rates.rate_type == rate_type,
            rates.valid_on.between(on - timedelta(days=OLDEST_RATE_DAYS), on),
            *_known(known_at),
        )
        .order_by(rates.valid_on.desc(), rates.recorded_at.desc(), case((direct, 0), else_=1), rates.id.desc())
        .limit(1)
    )
    found = await work.session.row(query)
    if found is None:
        raise RateMissing(
            f"No {rate_type} rate from {from_currency} to {to_currency} is recorded for {on} or the week before.",
            from_currency=from_currency,
            to_currency=to_currency,
            on=on.isoformat(),
            rate_type=rate_type,
        )
    if found.from_currency == from_currency:
        return Rate(from_currency, to_currency, found.rate)
    return Rate(to_currency, from_currency, found.rate).inverse()


def _known(known_at: datetime | None) -> list[ColumnElement[bool]]:
    return [] if known_at is None else [exchange_rates.c.recorded_at <= known_at]


async def list_rates(work: Work, page: RateFilter) -> Page[ExchangeRateRead]:
    """Return rates, latest day first; of one day, what was recorded last comes first. Raises BadCursor."""
    rates = exchange_rates.c
    query = select(exchange_rates).where(work.owns(exchange_rates))
    for column, value in (
        (rates.from_currency, page.from_currency),
        (rates.to_currency, page.to_currency),
        (rates.rate_type, page.rate_type),
    ):
        if value is not None:
            query = query.where(column == value)
    if page.valid_from is not None:
        query = query.where(rates.valid_on >= page.valid_from)
    if page.valid_to is not None:
        query = query.where(rates.valid_on <= page.valid_to)
    if after := page.after(2):
        day, last_id = _day(after[0]), row_id(after[1])
        query = query.where(or_(rates.valid_on < day, and_(rates.valid_on == day, rates.id < last_id)))
    rows = await work.session.rows(query.order_by(rates.valid_on.desc(), rates.id.desc()).limit(page.fetch))
    return page.page(rows, lambda row: rate_read(row.as_dict()), lambda row: [row.valid_on.isoformat(), str(row.id)])


def rate_read(row: Mapping[str, Any]) -> ExchangeRateRead:
    """Return a rate's columns as they stand on the wire."""
    shown = {name: row[name] for name in ExchangeRateRead.model_fields}
    return ExchangeRateRead.model_construct(**{**shown, "rate": plain(row["rate"])})


def plain(value: Decimal) -> Decimal:
    """Return a number without an exponent, as people write rates."""
    return Decimal(format(value, "f"))


def _day(part: str) -> date:
    try:
        return date.fromisoformat(part)
    except ValueError as error:
        raise BadCursor("The cursor is damaged.", pointer="/cursor") from error
