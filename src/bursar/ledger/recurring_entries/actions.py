"""All writes to recurring entries."""

import json
from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import text, update

from bursar.core import journal as rules
from bursar.core.bills import Approver
from bursar.core.digests import digest_of
from bursar.core.journal import RecurringState, Schedule
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, PreconditionFailed, Refused
from bursar.kit.statements import Row
from bursar.ledger.manual_entries.actions import check_content, post_submitted, submit_entry
from bursar.ledger.manual_entries.queries import lock_manual_entry
from bursar.ledger.manual_entries.schemas import EntryContent, ManualEntryCreate, ManualEntryRead
from bursar.ledger.rates.queries import rate_at
from bursar.ledger.recurring_entries.events import (
    RecurringEntryChanged,
    RecurringEntryFailed,
    RecurringEntrySubmitted,
)
from bursar.ledger.recurring_entries.queries import auto_reverse_of, lock_recurring, read_recurring, schedule_of
from bursar.ledger.recurring_entries.schemas import (
    ApproveRecurringEntry,
    ChangeRecurringEntry,
    EndRecurringEntry,
    PauseRecurringEntry,
    PostRecurring,
    RecurringEntryCreate,
    RecurringEntryRead,
)
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.jobs.queue import enqueue
from bursar.platform.work import Work
from bursar.tables import recurring_entries

POST_JOB: Final = "ledger.post_recurring"


class NotRepeatable(Refused):
    """A line of a template names what is good for one day alone: a due date or a base amount."""

    code = "template_not_repeatable"


class RecurringNotDue(Conflict):
    """The recurring entry does not post on this day, or not yet, or has done so."""

    code = "recurring_entry_not_due"


class RecurringTooEarly(RecurringNotDue):
    """The day has not begun where the legal entity is."""


refusal("uq_manual_entry_recurring", RecurringNotDue)


@action("recurring_entries.create", needs=Permission.JOURNAL_CREATE)
async def create_recurring(work: Work, command: RecurringEntryCreate) -> RecurringEntryRead:
    """Submit a template for approval.

    Raises ScheduleInvalid, NotRepeatable, and what `manual_entries.create` raises for what does not hang on a day.
    """
    schedule = Schedule(command.every_months, command.on_day, command.first_on, command.last_on)
    next_on = schedule.first()
    if next_on is None:
        raise rules.ScheduleInvalid("No day of the schedule lies between its first and its last.", pointer="/last_on")
    for index, line in enumerate(command.content.lines):
        if line.due_date is not None or line.base_amount is not None:
            raise NotRepeatable("A template names terms and no base amounts.", pointer=f"/content/lines/{index}")
    await check_content(work, command.content, command.legal_entity_id)
    template = command.content.model_dump(mode="json")
    row: dict[str, Any] = {
        "tenant_id": work.tenant_id,
        "id": work.new_id(),
        **command.model_dump(exclude={"content"}),
        "template": template,
        "next_on": next_on,
        "submitted_by": work.actor_id,
        "submitted_at": work.now,
        "version": 1,
        "created_at": work.now,
        "updated_at": work.now,
    }
    row["digest"] = digest_of({name: row[name] for name in _DIGESTED})
    await work.session.run(_INSERT, {**row, "template": json.dumps(template)})
    work.emit(RecurringEntrySubmitted(row["id"]))
    return read_recurring(SimpleNamespace(**_UNDECIDED, **row))


@action("recurring_entries.approve", needs=Permission.JOURNAL_APPROVE)
async def approve_recurring(work: Work, command: ApproveRecurringEntry) -> RecurringEntryRead:
    """Approve a template as its digest shows it; it posts from then on.

    Raises NotFound, PreconditionFailed, RecurringStateWrong, OwnDocument, DigestChanged, ApprovalLimitExceeded and,
    for the limit on a foreign currency, RateMissing.
    """
    row = await lock_recurring(work, command.recurring_id)
    rules.check_recurring(RecurringState(row.state), "approve")
    rules.check_approval(
        Approver(work.actor_id, work.approval_limit_minor),
        submitted_by=row.submitted_by,
        shown=command.digest,
        digest=row.digest,
        debits_base_minor=await _debits_base(work, row),
    )
    decided = {"decided_by": work.actor_id, "decided_at": work.now}
    return await _step(work, row, command.version, state=RecurringState.ACTIVE, **decided)


@action("recurring_entries.pause", needs=Permission.JOURNAL_APPROVE)
async def pause_recurring(work: Work, command: PauseRecurringEntry) -> RecurringEntryRead:
    """Let a template post no more until it is resumed. Raises NotFound, PreconditionFailed, RecurringStateWrong."""
    row = await lock_recurring(work, command.recurring_id)
    rules.check_recurring(RecurringState(row.state), "pause")
    reason = rules.checked_reason(command.reason)
    return await _step(work, row, command.version, state=RecurringState.PAUSED, reason=reason)


@action("recurring_entries.resume", needs=Permission.JOURNAL_APPROVE)
async def resume_recurring(work: Work, command: ChangeRecurringEntry) -> RecurringEntryRead:
    """Let a paused template post again, what it has missed first.

    Raises NotFound, PreconditionFailed and RecurringStateWrong.
    """
    row = await lock_recurring(work, command.recurring_id)
    rules.check_recurring(RecurringState(row.state), "resume")
    return await _step(work, row, command.version, state=RecurringState.ACTIVE, reason=None, failure=None)


@action("recurring_entries.end", needs=Permission.JOURNAL_APPROVE)
async def end_recurring(work: Work, command: EndRecurringEntry) -> RecurringEntryRead:
    """Let a template post no more, for good; one that waits for approval is turned down by this.

    Raises NotFound, PreconditionFailed and RecurringStateWrong.
    """
    row = await lock_recurring(work, command.recurring_id)
    rules.check_recurring(RecurringState(row.state), "end")
    reason = rules.checked_reason(command.reason)
    return await _step(work, row, command.version, state=RecurringState.ENDED, reason=reason)


@action("recurring_entries.post", needs=Permission.JOURNAL_APPROVE)
async def post_recurring(work: Work, command: PostRecurring) -> ManualEntryRead:
    """Post what a template is to post on a day, as who approved it, and make the job for the day after that.

    Raises NotFound, RecurringNotDue, and what submitting and approving a manual entry raise.
    """
    row = await lock_recurring(work, command.recurring_id)
    if row.state != RecurringState.ACTIVE or row.next_on != command.on:
        raise RecurringNotDue("This recurring entry does not post then.", state=row.state, next_on=str(row.next_on))
    if command.on > work.today(row.time_zone):
        raise RecurringTooEarly("The day has not begun.")
    if row.decided_by != work.actor_id:
        raise RecurringNotDue("A recurring entry posts in the name of who approved it.")
    content = EntryContent.model_validate(row.template)
    created = ManualEntryCreate(
        memo=content.memo,
        currency=content.currency,
        lines=content.lines,
        legal_entity_id=row.legal_entity_id,
        posting_date=command.on,
        auto_reverse_on=rules.auto_reversal_of(command.on, auto_reverse_of(row)),
    )
    submitted = await submit_entry(work, created, submitted_by=row.submitted_by, recurring_id=row.id)
    posted = await post_submitted(work, await lock_manual_entry(work, submitted.id), submitted.digest)
    next_on = schedule_of(row).after(command.on)
    state = RecurringState.ENDED if next_on is None else RecurringState.ACTIVE
    await _change(work, row, state=state, next_on=next_on, failure=None)
    return posted


async def fail_recurring(work: Work, command: PostRecurring, failure: str) -> bool:
    """Pause a template whose entry the books refused, and tell; False where it is not due any more."""
    row = await lock_recurring(work, command.recurring_id)
    if row.state != RecurringState.ACTIVE or row.next_on != command.on:
        return False
    await _change(work, row, state=RecurringState.PAUSED, failure=failure)
    work.emit(RecurringEntryFailed(row.id, failure))
    return True


async def _step(work: Work, row: Row, version: int, **changes: Any) -> RecurringEntryRead:
    if row.version != version:
        raise PreconditionFailed("The recurring entry has changed since you read it.", version=str(row.version))
    after = await _change(work, row, **changes)
    work.emit(RecurringEntryChanged(row.id, changes["state"].value))
    return after


async def _change(work: Work, row: Row, **changes: Any) -> RecurringEntryRead:
    """Write changes down; a template that is active after them has a job for its next day."""
    changes |= {"state": changes["state"].value, "version": row.version + 1, "updated_at": work.now}
    changed = update(recurring_entries).where(work.owns(recurring_entries), recurring_entries.c.id == row.id)
    await work.session.run(changed.values(**changes))
    after = SimpleNamespace(**{**row.as_dict(), **changes})
    if after.state == RecurringState.ACTIVE:
        # A step makes a job of its own, as the job of before may have been used up.
        key = f"{row.id}:{after.next_on}:{after.version}"
        payload = {"recurring_id": str(row.id), "on": after.next_on.isoformat()}
        run_after = _begins(after.next_on, row.time_zone)
        await enqueue(work, POST_JOB, payload, dedupe_key=key, run_after=run_after)
    return read_recurring(after)


def _begins(day: date, time_zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(time_zone))


async def _debits_base(work: Work, row: Row) -> int:
    """Return the sum of a template's debits in base currency, at today's rate where they are in another."""
    content = EntryContent.model_validate(row.template)
    debits = sum(line.amount.minor for line in content.lines if line.amount.minor > 0)
    rate = await rate_at(work, content.currency, row.base_currency, work.today(row.time_zone))
    return rate.convert(debits)


# What an approver vouches for.
_DIGESTED = ("legal_entity_id", "name", "every_months", "on_day", "first_on", "last_on", "auto_reverse", "template")
_UNDECIDED: dict[str, Any] = {
    "state": RecurringState.SUBMITTED.value,
    **dict.fromkeys(("failure", "decided_by", "decided_at", "reason")),
}
_INSERT = text("""
    INSERT INTO recurring_entry (tenant_id, id, legal_entity_id, name, template, every_months, on_day, first_on,
      last_on, auto_reverse, next_on, digest, submitted_by, submitted_at, version, created_at, updated_at)
    VALUES (:tenant_id, :id, :legal_entity_id, :name, CAST(:template AS jsonb), :every_months, :on_day, :first_on,
      :last_on, :auto_reverse, :next_on, :digest, :submitted_by, :submitted_at, :version, :created_at, :updated_at)
""")
