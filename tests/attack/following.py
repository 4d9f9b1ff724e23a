"""Following a document to its end: a job that failed is tried again, as it is when nobody attacks.

An attempt may fail for an outage that is no document's fault; the next one comes within seconds, and after the last one
the document is a person's. Who looks before that sees a document on its way, and who never sees its end has found a
hole.
"""

import asyncio
import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
from sqlalchemy import text

from bursar.kit.ids import from_public
from bursar.platform.application import Application
from tests.attack.holdings import run_jobs
from tests.company import Member

# Eight attempts are at most 127 seconds apart in all, and then a person is told.
END_SECONDS = 180.0
LOOK_SECONDS = 0.05
_TROUBLE = text("""
    SELECT state, attempts, last_error FROM job
    WHERE tenant_id = :tenant_id AND payload @> CAST(:of AS jsonb) AND last_error IS NOT NULL
    ORDER BY created_at DESC LIMIT 1
""")


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a document was when it had ended, or when nobody waited any longer, and what went wrong on its way."""

    document: dict[str, Any]
    trouble: str = ""

    @property
    def status(self) -> str:
        return str(self.document["status"])

    def told(self) -> str:
        """Return its status with its reasons and its trouble, on one line."""
        ended = f"{self.status} {', '.join(self.document['reason_codes'])}".rstrip()
        return f"{ended}; {self.trouble}" if self.trouble else ended


async def follow(
    application: Application,
    client: httpx2.AsyncClient,
    who: Member,
    document_id: str,
    *,
    beyond: Collection[str] = ("received",),
    seconds: float = END_SECONDS,
) -> Followed:
    """Run jobs until a document is in another state than these, or for so many seconds."""
    deadline, trouble = time.monotonic() + seconds, ""
    while True:
        await run_jobs(application)
        document = (await client.get(f"/v1/documents/{document_id}", headers=who.headers)).json()
        ended = document["status"] not in beyond
        if not ended:
            trouble = await _trouble(application, who.principal.tenant_id, document_id) or trouble
        if ended or time.monotonic() > deadline:
            return Followed(document, trouble)
        await asyncio.sleep(LOOK_SECONDS)


async def _trouble(application: Application, tenant_id: UUID, document_id: str) -> str:
    of = f'{{"document_id": "{from_public("document", document_id)}"}}'
    async with application.worker.transaction() as session:
        row = await session.row(_TROUBLE, {"tenant_id": tenant_id, "of": of})
    return f"{row.state} after {row.attempts} attempts: {row.last_error}" if row else ""
