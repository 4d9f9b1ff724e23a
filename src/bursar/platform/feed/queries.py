"""What is read from the outbox.

Events are numbered by the transaction that made them, and shown only once every older transaction has ended: a reader
that goes on from its cursor misses nothing, however transactions overtook each other.
"""

from collections.abc import Sequence

from sqlalchemy import String, cast, literal, select, text, tuple_

from bursar.kit.pages import BadCursor, Page, encode_cursor, row_id
from bursar.kit.statements import Row
from bursar.platform.feed.schemas import EventFilter, EventRead
from bursar.platform.work import Work
from bursar.tables import events
from bursar.tables.types import Xid8

_SETTLED = text("event.xid < pg_snapshot_xmin(pg_current_snapshot())")


async def list_events(work: Work, page: EventFilter) -> Page[EventRead]:
    """Return events in the order in which they can be relied upon, oldest first; the cursor goes on for ever."""
    query = (
        select(events, cast(events.c.xid, String).label("written_by"))
        .where(work.owns(events), _SETTLED)
        .order_by(events.c.xid, events.c.id)
        .limit(page.fetch)
    )
    if page.type:
        query = query.where(events.c.type == page.type)
    if after := page.after(2):
        xid = cast(cast(literal(_whole(after[0])), String), Xid8)
        query = query.where(tuple_(events.c.xid, events.c.id) > tuple_(xid, row_id(after[1])))
    rows = await work.session.rows(query)
    shown = [EventRead.model_construct(**row.as_dict()) for row in rows[: page.limit]]
    return Page(items=shown, next_cursor=_next(rows, page))


def _next(rows: Sequence[Row], page: EventFilter) -> str | None:
    """Return where to go on: also from the newest event, so that a reader can wait there for the next one."""
    if not rows:
        return page.cursor
    last = rows[: page.limit][-1]
    return encode_cursor([last.written_by, str(last.id)], page.filters())


def _whole(part: str) -> str:
    if not (part.isascii() and part.isdigit() and len(part) < 20):
        raise BadCursor("The cursor is damaged.", pointer="/cursor")
    return part
