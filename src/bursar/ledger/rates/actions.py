"""All writes to exchange rates."""

from collections.abc import Iterator
from typing import Any

from bursar.core.errors import Refused
from bursar.core.exchange import Rate
from bursar.ledger.rates.queries import plain, rate_read
from bursar.ledger.rates.schemas import ExchangeRatesRead, NewRate, RecordRates
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import exchange_rates


class RateTwice(Refused):
    """The same rate, of one day and type, stands twice in the request."""

    code = "exchange_rate_twice"


class SameCurrency(Refused):
    """A rate is from one currency to another; a currency is always worth itself."""

    code = "exchange_rate_same_currency"


@action("rates.record", needs=Permission.RATES_RECORD)
async def record_rates(work: Work, command: RecordRates) -> ExchangeRatesRead:
    """Record rates, all or none. Raises UnknownCurrency, InvalidRate, SameCurrency and RateTwice."""
    rows = list(_rows(work, command))
    await work.session.add(exchange_rates, rows)
    return ExchangeRatesRead.model_construct(items=tuple(map(rate_read, rows)))


def _rows(work: Work, command: RecordRates) -> Iterator[dict[str, Any]]:
    seen: set[tuple[object, ...]] = set()
    for index, one in enumerate(command.rates):
        _check(one, pointer=f"/rates/{index}")
        named = (one.from_currency, one.to_currency, one.rate_type, one.valid_on)
        if named in seen:
            raise RateTwice(
                f"{one.from_currency} to {one.to_currency} of {one.valid_on} stands twice.", pointer=f"/rates/{index}"
            )
        seen.add(named)
        yield {
            "tenant_id": work.tenant_id,
            "id": work.new_id(),
            "from_currency": one.from_currency,
            "to_currency": one.to_currency,
            "rate_type": one.rate_type,
            "valid_on": one.valid_on,
            "rate": plain(one.rate),
            "source": command.source,
            "recorded_at": work.now,
            "recorded_by": work.actor_id,
        }


def _check(one: NewRate, *, pointer: str) -> None:
    if one.from_currency == one.to_currency:
        raise SameCurrency(f"{one.from_currency} is always worth itself.", pointer=f"{pointer}/to_currency")
    try:
        Rate(one.from_currency, one.to_currency, one.rate)
    except Refused as error:
        raise type(error)(error.message, pointer=pointer, **error.details) from error
