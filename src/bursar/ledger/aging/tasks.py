"""The job that keeps what is open by age short to read: it folds changes into the sums and rolls them to today."""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from bursar.ledger.accounts.queries import get_entity
from bursar.platform.application import Application
from bursar.platform.jobs.handlers import ComeAgain, Job, job
from bursar.platform.work import open_work

# A day is over when every clock that stamps postings has left it.
_CLOCKS_DIFFER: Final = timedelta(minutes=15)
_BUSY_SECONDS: Final = 60.0
_QUIET_SECONDS: Final = 900.0
_MANY: Final = 1000
_FOLD: Final = text("SELECT aging_fold(:legal_entity_id, :today)")


@job("ledger.fold_aging")
async def fold_aging(job: Job, application: Application) -> None:
    """Fold what has changed; come again soon where much had, else in a quarter of an hour."""
    legal_entity_id = UUID(job.payload["legal_entity_id"])
    async with open_work(application.worker, job.principal, clock=application.clock) as work:
        entity: Any = await get_entity(work, legal_entity_id)
        work.now -= _CLOCKS_DIFFER
        values = {"legal_entity_id": legal_entity_id, "today": work.today(entity.time_zone)}
        folded = await work.session.value(_FOLD, values)
    raise ComeAgain(_BUSY_SECONDS if folded > _MANY else _QUIET_SECONDS)
