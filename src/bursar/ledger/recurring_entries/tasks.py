"""The job that posts what recurring entries are due to post: once for each template and day, however often it runs."""

from uuid import UUID

from bursar.core.errors import Refused
from bursar.kit.errors import Unavailable
from bursar.ledger.manual_entries.schemas import ManualEntryRead
from bursar.ledger.recurring_entries.actions import (
    POST_JOB,
    RecurringNotDue,
    RecurringTooEarly,
    fail_recurring,
    post_recurring,
)
from bursar.ledger.recurring_entries.queries import get_recurring
from bursar.ledger.recurring_entries.schemas import PostRecurring
from bursar.platform.actions import hash_command, record
from bursar.platform.application import Application
from bursar.platform.jobs.handlers import Job, NotYet, job
from bursar.platform.jobs.queue import LostLease
from bursar.platform.work import Principal, Work, open_work


@job(POST_JOB)
async def post_due(job: Job, application: Application) -> None:
    """Post the entry of the job's template and day as who approved the template, and finish with it.

    The key is made of both, so a crash, a redelivery or a second job find it done. What the books refuse pauses the
    template, and a person is told by event.
    """
    command = PostRecurring.model_validate(job.payload | {"recurring_id": UUID(job.payload["recurring_id"])})
    async with open_work(application.worker, job.principal, clock=application.clock) as work:
        recurring = await get_recurring(work, command.recurring_id)
    if recurring.decided_by is None:
        return
    person = Principal(job.tenant_id, "person", recurring.decided_by, request_id=job.request_id)

    async def also(work: Work, _: ManualEntryRead) -> None:
        await job.finish(work)

    try:
        key = f"{POST_JOB}:{command.recurring_id}:{command.on}"
        await application.worker_executor.execute(post_recurring, command, person, key=key, also=also)
    except (Unavailable, LostLease):
        raise
    except RecurringTooEarly as early:
        raise NotYet(early.message) from early
    except RecurringNotDue:
        return
    except Refused as refused:
        await _fail(job, application, command, refused.code)


async def _fail(job: Job, application: Application, command: PostRecurring, failure: str) -> None:
    async with open_work(application.worker, job.principal, clock=application.clock) as work:
        if await fail_recurring(work, command, failure):
            await record(work, "recurring_entries.fail", hash_command(post_recurring, command))
        await job.finish(work)
