"""Periods on the wire."""

from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from bursar.core.periods import CheckStatus, PeriodState, SubLedger
from bursar.kit.wire import Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import LegalEntityId, PeriodExceptionId, PeriodId, UserId

Closed = Literal[PeriodState.SOFT_CLOSED, PeriodState.CLOSED]
FiscalYear = Annotated[int, Field(ge=1901, le=2998, description="Named after the calendar year in which it ends.")]


class PeriodFilter(PageParams):
    """Which periods to list."""

    legal_entity_id: LegalEntityId | None = None
    fiscal_year: FiscalYear | None = None


class ChecklistQuery(Input):
    """Whose checklist: that of the general ledger asks everything."""

    sub_ledger: SubLedger = SubLedger.GL


class PeriodRead(Output):
    """A period, with the state that counts for each sub-ledger: never more open than the general ledger's."""

    id: PeriodId
    legal_entity_id: LegalEntityId
    fiscal_year: int
    starts_on: date
    ends_on: date
    gl_state: PeriodState
    ap_state: PeriodState
    ar_state: PeriodState


class CheckRead(Output):
    """What one check examined and found."""

    code: str
    status: CheckStatus
    examined: int = Field(description="How many things it looked at.")
    failed: int = Field(description="How many of them stand in the way.")
    message: str


class ChecklistRead(Output):
    """What is asked before a period is closed."""

    period_id: PeriodId
    sub_ledger: SubLedger
    ready: bool = Field(description="Whether no check failed; what was not examined says so.")
    checks: tuple[CheckRead, ...]


class CloseSubLedger(Input):
    """Which books of the period to close, and how strictly."""

    sub_ledger: SubLedger
    state: Closed


class ClosePeriod(CloseSubLedger):
    """Close the period of this id."""

    period_id: PeriodId


class ReopenSubLedger(Input):
    """Which books of a soft-closed period to open again, and why."""

    sub_ledger: SubLedger
    reason: Text


class ReopenPeriod(ReopenSubLedger):
    """Open the soft-closed period of this id again."""

    period_id: PeriodId


class NewException(Input):
    """Who may post into a soft-closed period until when, and why."""

    sub_ledger: SubLedger
    user_id: UserId | None = Field(None, description="Nobody named is everybody but the person who grants it.")
    valid_until: Annotated[AwareDatetime, Field(le=datetime(2999, 12, 31, tzinfo=UTC))]
    reason: Text


class GrantException(NewException):
    """Grant an exception for the period of this id."""

    period_id: PeriodId


class PeriodExceptionRead(Output):
    """An exception to a soft close. It ends by itself and is never changed."""

    id: PeriodExceptionId
    period_id: PeriodId
    sub_ledger: SubLedger
    user_id: UserId | None
    valid_until: datetime
    reason: str
    granted_by: UserId
    granted_at: datetime
