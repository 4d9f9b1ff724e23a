"""Exchange rates on the wire."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bursar.kit.wire import Currency, Day, Input, Number, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import ExchangeRateId, UserId

RateType = Literal["spot", "closing", "average"]
# Ten decimals are what is taken of any number here, so the smallest rate is one of the last of them.
RateValue = Annotated[Number, Field(ge=Decimal("1e-10"), le=Decimal(10) ** 12)]
Source = Annotated[Text, StringConstraints(max_length=100)]


class NewRate(Input):
    """What one unit of a currency was worth in another on a day."""

    from_currency: Currency = Field(examples=["EUR"])
    to_currency: Currency = Field(examples=["USD"])
    rate: RateValue = Field(description="Units of `to_currency` for one `from_currency`.", examples=["1.0921"])
    valid_on: Day
    rate_type: RateType = Field("spot", description="`closing` is what revaluations use.")


class RecordRates(Input):
    """Rates from one source, recorded all or none."""

    source: Source = Field(description="Where they are from, as an auditor would look it up.", examples=["ECB"])
    rates: tuple[NewRate, ...] = Field(min_length=1, max_length=500)


class RateFilter(PageParams):
    """Which rates to list."""

    from_currency: Currency | None = None
    to_currency: Currency | None = None
    rate_type: RateType | None = None
    valid_from: Day | None = Field(None, description="Of this day or later.")
    valid_to: Day | None = Field(None, description="Of this day or earlier.")


class ExchangeRateRead(Output):
    """A rate as it was recorded."""

    id: ExchangeRateId
    from_currency: str
    to_currency: str
    rate: Decimal
    valid_on: date
    rate_type: RateType
    source: str
    recorded_at: datetime
    recorded_by: UserId


class ExchangeRatesRead(Output):
    """The rates that were recorded, in the order they were sent."""

    items: tuple[ExchangeRateRead, ...]
