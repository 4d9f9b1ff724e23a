"""Recurring entries on the wire."""

from datetime import date, datetime
from typing import Any

from pydantic import Field

from bursar.core.journal import AutoReverse, RecurringState
from bursar.kit.wire import Day, Input, Output, Text
from bursar.ledger.manual_entries.schemas import ApproveManualEntryBody, EntryContent, EntryReason
from bursar.platform.http import PageParams
from bursar.platform.ids import LegalEntityId, RecurringEntryId, UserId


class RecurringEntryCreate(Input):
    """A template to submit for approval."""

    legal_entity_id: LegalEntityId
    name: Text = Field(examples=["Depreciation of the fleet"])
    every_months: int = Field(1, ge=1, le=120, examples=[1])
    on_day: int | None = Field(None, ge=1, le=31, description="Day of the month; null is its last day.")
    first_on: Day = Field(description="It posts first on the first of its days from here.", examples=["2026-11-30"])
    last_on: Day | None = Field(None, description="It posts no later than this.")
    auto_reverse: AutoReverse | None = Field(
        None, description="Take each of its entries back on the day after it, or on the first of the next month."
    )
    content: EntryContent = Field(
        description="Without due dates and base amounts: terms and each day's rate give them."
    )


class ApproveRecurringEntry(ApproveManualEntryBody):
    """Approve the recurring entry of this id, at this version."""

    recurring_id: RecurringEntryId
    version: int


class ChangeRecurringEntry(Input):
    """Take a step with the recurring entry of this id."""

    recurring_id: RecurringEntryId
    version: int


class EndRecurringEntry(EntryReason):
    """Let the recurring entry of this id post no more, for good."""

    recurring_id: RecurringEntryId
    version: int


class PauseRecurringEntry(EndRecurringEntry):
    """Let the recurring entry of this id post no more until it is resumed."""


class PostRecurring(Input):
    """Post the entry of a day."""

    recurring_id: RecurringEntryId
    on: Day


class RecurringEntryFilter(PageParams):
    """Which recurring entries to list."""

    state: RecurringState | None = None


class RecurringEntryRead(Output):
    """A recurring entry."""

    id: RecurringEntryId
    legal_entity_id: LegalEntityId
    name: str
    every_months: int
    on_day: int | None
    first_on: date
    last_on: date | None
    auto_reverse: AutoReverse | None
    next_on: date | None = Field(description="When it posts next.")
    state: RecurringState
    content: dict[str, Any] = Field(description="What it posts, as it was submitted.")
    digest: str = Field(description="SHA-256 of what is approved: send it back to approve.")
    failure: str | None = Field(description="The code of what the books refused; it is paused then.")
    submitted_by: UserId
    submitted_at: datetime
    decided_by: UserId | None
    decided_at: datetime | None
    reason: str | None
    available_actions: tuple[str, ...]
    version: int
    created_at: datetime
    updated_at: datetime
