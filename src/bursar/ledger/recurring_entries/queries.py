"""What is read about recurring entries."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from bursar.core.journal import AutoReverse, RecurringState, Schedule, recurring_actions
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.ledger.recurring_entries.schemas import RecurringEntryFilter, RecurringEntryRead
from bursar.platform.work import Work
from bursar.tables import recurring_entries

_LOCK = text("""
    SELECT r.*, e.base_currency, e.time_zone FROM recurring_entry r
    JOIN legal_entity e ON e.tenant_id = r.tenant_id AND e.id = r.legal_entity_id
    WHERE r.tenant_id = :tenant_id AND r.id = :recurring_id FOR UPDATE OF r
""")


async def lock_recurring(work: Work, recurring_id: UUID) -> Row:
    """Lock a recurring entry and return it with its entity's currency and time zone. Raises NotFound."""
    row = await work.session.row(_LOCK, {"tenant_id": work.tenant_id, "recurring_id": recurring_id})
    if row is None:
        raise NotFound("No such recurring entry.")
    return row


async def get_recurring(work: Work, recurring_id: UUID) -> RecurringEntryRead:
    """Return a recurring entry. Raises NotFound."""
    query = select(recurring_entries).where(work.owns(recurring_entries), recurring_entries.c.id == recurring_id)
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such recurring entry.")
    return read_recurring(row)


async def list_recurring(work: Work, page: RecurringEntryFilter) -> Page[RecurringEntryRead]:
    """Return recurring entries, newest first."""
    columns = recurring_entries.c
    query = select(recurring_entries).where(work.owns(recurring_entries)).order_by(columns.id.desc()).limit(page.fetch)
    if page.state:
        query = query.where(columns.state == page.state)
    if after := page.after(1):
        query = query.where(columns.id < row_id(after[0]))
    return page.page(await work.session.rows(query), read_recurring, lambda row: [str(row.id)])


def schedule_of(row: Any) -> Schedule:
    """Return when a recurring entry posts."""
    return Schedule(row.every_months, row.on_day, row.first_on, row.last_on)


def auto_reverse_of(row: Any) -> AutoReverse | None:
    """Return when what a recurring entry posts takes itself back."""
    return None if row.auto_reverse is None else AutoReverse(row.auto_reverse)


def read_recurring(row: Any) -> RecurringEntryRead:
    """Return a recurring entry as it is put on the wire; `row` has the table's columns as attributes."""
    state = RecurringState(row.state)
    names = RecurringEntryRead.__pydantic_fields__.keys() - {"state", "auto_reverse", "content", "available_actions"}
    return RecurringEntryRead.model_construct(
        **{name: getattr(row, name) for name in names},
        state=state,
        auto_reverse=auto_reverse_of(row),
        content=row.template,
        available_actions=recurring_actions(state),
    )
