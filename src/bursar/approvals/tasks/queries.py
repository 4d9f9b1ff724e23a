"""What is read about tasks."""

from uuid import UUID

from sqlalchemy import select

from bursar.approvals.tasks.schemas import TaskFilter, TaskRead
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.platform.work import Work
from bursar.tables import tasks


async def get_task(work: Work, task_id: UUID) -> TaskRead:
    """Return a task. Raises NotFound."""
    row = await work.session.row(select(tasks).where(work.owns(tasks), tasks.c.id == task_id))
    if row is None:
        raise NotFound("No such task.")
    return TaskRead.model_construct(**row.as_dict())


async def list_tasks(work: Work, page: TaskFilter) -> Page[TaskRead]:
    """Return tasks, newest first."""
    query = select(tasks).where(work.owns(tasks)).order_by(tasks.c.id.desc()).limit(page.fetch)
    if page.state:
        query = query.where(tasks.c.state == page.state)
    if after := page.after(1):
        query = query.where(tasks.c.id < row_id(after[0]))
    rows = await work.session.rows(query)
    return page.page(rows, lambda row: TaskRead.model_construct(**row.as_dict()), lambda row: [str(row.id)])
