"""Legal entities on the wire."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bursar.kit.wire import Currency, Input, Output, Text
from bursar.platform.ids import LegalEntityId

FiscalYear = Annotated[int, Field(ge=1901, le=2998)]


class LegalEntityCreate(Input):
    """A new company, with what its books begin with."""

    name: Text = Field(examples=["Northwind Inc."])
    base_currency: Currency = Field(examples=["USD"])
    time_zone: Annotated[str, StringConstraints(max_length=64)] = Field(
        description="An IANA name; what is today there is today for its books.", examples=["America/New_York"]
    )
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] | None = Field(None, examples=["US"])
    tax_id: Annotated[Text, StringConstraints(max_length=64)] | None = None
    chart: Literal["ifrs", "us"] = Field("ifrs", description="The chart of accounts to start from.")
    fiscal_years: tuple[FiscalYear, ...] = Field(
        min_length=1,
        max_length=30,
        description="Fiscal years to open, each called after the calendar year in which it ends.",
        examples=[[2026, 2027]],
    )
    fiscal_year_first_month: int = Field(1, ge=1, le=12, description="The month in which a fiscal year begins.")


class LegalEntityRead(Output):
    """A company that keeps books of its own."""

    id: LegalEntityId
    name: str
    base_currency: str
    time_zone: str
    country: str | None
    tax_id: str | None
    created_at: datetime
