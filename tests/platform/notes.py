"""A small slice for tests of the machinery: an action that writes a task, announces it and has a job made of it."""

import asyncio
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import func, insert, select

from bursar.kit.errors import Conflict
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.application import Application
from bursar.platform.events import subscribe
from bursar.platform.work import Principal, Work, open_work
from bursar.tables import audit_entries, events, idempotency_keys, jobs, tasks

KIND = "tests.note"


class WriteNote(BaseModel):
    """Write a task with this title; `fails` raises after the write, `pause_seconds` waits before it."""

    title: str
    fails: bool = False
    pause_seconds: float = 0.0


class Note(BaseModel):
    id: UUID


class Nothing(BaseModel):
    """Neither asks nor answers anything."""


@dataclass(frozen=True, slots=True)
class NoteWritten:
    type: ClassVar[str] = "tests.note_written"
    note_id: UUID

    @property
    def subject_id(self) -> UUID:
        return self.note_id


subscribe(NoteWritten, KIND)


@action("tests.write_note", needs=Permission.BILLS_CREATE)
async def write_note(work: Work, command: WriteNote) -> Note:
    note_id = work.new_id()
    if command.pause_seconds:
        await asyncio.sleep(command.pause_seconds)
    await work.session.run(
        insert(tasks).values(
            tenant_id=work.tenant_id,
            id=note_id,
            kind="tests.note",
            subject_type="note",
            subject_id=note_id,
            title=command.title,
            created_at=work.now,
        )
    )
    work.emit(NoteWritten(note_id))
    if work.effects is not None:
        work.effects.journal_lines.append({"title": command.title})
    if command.fails:
        raise Conflict("As asked for.")
    return Note(id=note_id)


@action("tests.do_nothing", needs=Permission.SELF)
async def do_nothing(work: Work, command: Nothing) -> Nothing:
    return command


async def traces(application: Application, principal: Principal, title: str) -> dict[str, int]:
    """Count what notes of this title left behind in the tables that an action writes."""
    async with open_work(application.worker, principal) as work:
        found = await work.session.rows(select(tasks.c.id).where(work.owns(tasks), tasks.c.title == title))
        ids = [row.id for row in found]

        async def count(table: Any, *conditions: Any) -> int:
            statement = select(func.count()).select_from(table).where(work.owns(table), *conditions)
            return int(await work.session.value(statement))

        return {
            "tasks": len(ids),
            "events": await count(events, events.c.subject_id.in_(ids)),
            "jobs": await count(jobs, jobs.c.payload["note_id"].astext.in_([str(one) for one in ids])),
            "audit": await count(audit_entries, audit_entries.c.subject_id.in_(ids)),
        }


async def totals(application: Application, principal: Principal) -> dict[str, int]:
    """Count every row that the tenant has in the tables that an action writes."""
    counted = {}
    async with open_work(application.worker, principal) as work:
        for table in (tasks, events, jobs, idempotency_keys):
            statement = select(func.count()).select_from(table).where(work.owns(table))
            counted[table.name] = int(await work.session.value(statement))
        counted["audit_entry"] = int(
            await work.session.value(select(func.count()).select_from(audit_entries).where(work.owns(audit_entries)))
        )
    return counted
