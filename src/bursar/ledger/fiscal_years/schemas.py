"""Fiscal years on the wire."""

from datetime import date
from typing import Annotated

from pydantic import Field

from bursar.core.periods import PeriodState
from bursar.kit.wire import Amount, Input, Output
from bursar.ledger.periods.schemas import Closed, FiscalYear, PeriodRead
from bursar.platform.ids import EntryId, LegalEntityId


class FiscalYearCreate(Input):
    """The next fiscal year of a legal entity."""

    legal_entity_id: LegalEntityId
    fiscal_year: FiscalYear
    first_month: Annotated[int, Field(ge=1, le=12)] | None = Field(
        None, description="The month that the year begins with; else the one after the last period, or January."
    )


class FiscalYearRead(Output):
    """A fiscal year with its periods."""

    legal_entity_id: LegalEntityId
    fiscal_year: int
    starts_on: date
    ends_on: date
    periods: tuple[PeriodRead, ...]


class CloseYear(Input):
    """Whose year to close, and how strictly."""

    legal_entity_id: LegalEntityId
    state: Closed = PeriodState.CLOSED


class CloseFiscalYear(CloseYear):
    """Close this fiscal year."""

    fiscal_year: FiscalYear


class YearEndRead(FiscalYearRead):
    """A year that was closed, and the entry that moved its result; none where nothing was left to move."""

    entry_id: EntryId | None
    entry_number: str | None
    moved: Amount = Field(description="The profit that went to retained earnings by this entry; below zero a loss.")
