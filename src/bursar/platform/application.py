"""One running Bursar: everything that requests, jobs and commands share, opened and closed together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from bursar.kit.cache import Cache, open_cache
from bursar.kit.clock import Clock, system_clock
from bursar.kit.db import Database
from bursar.kit.llm.asking import Models
from bursar.kit.llm.opening import Endpoint, open_models
from bursar.kit.sandbox import Limits, allow_at_once
from bursar.kit.secrets import secret_key, signing_seed
from bursar.kit.settings import Settings
from bursar.kit.storage import DiskStorage, Storage
from bursar.platform.actions import Executor
from bursar.platform.jobs.queue import Queue
from bursar.platform.parsing import Parsing
from bursar.platform.tokens import AccessTokens
from bursar.tables import db_roles, migrate


class WrongSchema(Exception):  # noqa: N818 - a refusal to start, named after its reason.
    """The database is not at the schema revision that this code needs."""


class Hinted(Protocol):
    """Whoever wants to know at once that jobs were committed: the in-process runner, or a broker."""

    def hint(self, job_ids: list[UUID], /) -> None:
        """Say that these jobs were committed."""


@dataclass(slots=True, kw_only=True)
class Application:
    """What one process works with. `app`, `worker` and `agent` are the same database under three roles.

    `executor` runs actions for requests; `worker_executor` for jobs, which finish in the transaction of their effect.
    Graphs, which may only read and propose, run none. `models` are the language models; there may be none.
    """

    settings: Settings
    app: Database
    worker: Database
    agent: Database
    storage: Storage
    parsing: Parsing
    cache: Cache
    tokens: AccessTokens
    queue: Queue
    clock: Clock = system_clock
    listener: Hinted | None = None
    models: Models = field(init=False)
    executor: Executor = field(init=False)
    worker_executor: Executor = field(init=False)

    def __post_init__(self) -> None:
        self.models = models_of(self.settings, self.clock)
        self.executor = Executor(self.app, self.hint, self.clock)
        self.worker_executor = Executor(self.worker, self.hint, self.clock)

    def hint(self, job_ids: list[UUID]) -> None:
        """Tell the listener, if there is one, which jobs were committed; a lost hint costs time only."""
        if job_ids and self.listener is not None:
            self.listener.hint(job_ids)

    async def refuse_to_serve_wrongly(self) -> None:
        """Raise PrivilegedRole for a login that is above row-level security, and WrongSchema for another revision."""
        for database in (self.app, self.worker, self.agent):
            await database.refuse_privileges()
        await self.check_schema()

    async def check_schema(self) -> str:
        """Return the schema's revision if it is the one that this code needs. Raises WrongSchema."""
        found, needed = await self.app.revision(), migrate.head()
        if found != needed:
            raise WrongSchema(
                f"The database is at schema revision {found or 'none'} and this version of Bursar needs {needed}; "
                "migrate the database first."
            )
        return found

    async def close(self) -> None:
        """Close every connection."""
        await self.models.close()
        for database in (self.app, self.worker, self.agent):
            await database.close()
        await self.cache.close()


def models_of(settings: Settings, clock: Clock = system_clock) -> Models:
    """Return the models that an operator has set; there may be none."""
    endpoint = Endpoint(settings.llm_provider, settings.llm_base_url, settings.llm_api_key, clock)
    # A job, or a run, that waits for a model is not taken over meanwhile.
    deadline = min(settings.llm_deadline_seconds, settings.job_lease_seconds * 3 // 4)
    return open_models(endpoint, settings.llm_models, settings.llm_prices, deadline)


def build_application(settings: Settings, urls: Mapping[str, str], *, clock: Clock = system_clock) -> Application:
    """Build an application from settings and the database address of each role (`APP`, `WORKER`, `AGENT`).

    Nothing is connected yet; a connection is made when it is first needed.
    """

    def database(role: str) -> Database:
        return Database(
            urls[role],
            pool_size=settings.database_pool_size,
            max_overflow=settings.database_pool_overflow,
            timeout_seconds=settings.database_pool_timeout_seconds,
        )

    allow_at_once(settings.sandbox_concurrency)
    worker = database(db_roles.WORKER)
    return Application(
        settings=settings,
        app=database(db_roles.APP),
        worker=worker,
        agent=database(db_roles.AGENT),
        storage=DiskStorage(settings.home / "documents"),
        parsing=Parsing(Limits(), settings.document_max_pages),
        cache=open_cache(settings.redis_url.get_secret_value() if settings.redis_url else None),
        tokens=AccessTokens(signing_seed(secret_key(settings)), life_seconds=settings.access_token_seconds),
        queue=Queue(worker, settings.job_lease_seconds, clock),
        clock=clock,
    )
