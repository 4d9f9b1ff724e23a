"""Applications whose models are a fake provider on this machine, and what their ledger says."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack
from typing import Any

import psycopg
import pytest
from psycopg.rows import namedtuple_row
from pydantic import BaseModel, SecretStr

from bursar.kit.llm.breaker import Breaker
from bursar.kit.llm.fake import FakeProvider
from bursar.kit.llm.retrying import Pace, Timing
from bursar.kit.settings import Settings
from bursar.platform.application import Application, build_application
from bursar.platform.work import system
from tests.company import SignedIn

MODEL = "gpt-5-mini"
PATIENCE = Pace(attempts=3, first_pause_seconds=0.001, most_pause_seconds=0.004, call_seconds=5)


class Fields(BaseModel):
    """What the tests ask for."""

    number: str
    note: str | None


# Opens an application on a fake provider; settings by name, and `pace`, `timing` and `breaker` of its models.
Opened = Callable[..., Application]


@pytest.fixture
async def opened(settings: Settings, role_urls: dict[str, str]) -> AsyncIterator[Opened]:
    async with AsyncExitStack() as stack:

        def open_(
            fake: FakeProvider | None,
            *,
            models: str = MODEL,
            dialect: str = "openai",
            pace: Pace = PATIENCE,
            timing: Timing | None = None,
            breaker: Callable[[Callable[[], float]], Breaker] = Breaker,
            **said: Any,
        ) -> Application:
            there = {} if fake is None else {"llm_base_url": fake.base_url, "llm_api_key": SecretStr("the-key")}
            told = {"llm_provider": dialect, "llm_models": models, **there, **said}
            kept = settings.model_dump(include={"home", "secret_key", "database_pool_size"})
            application = build_application(Settings(**kept, **told), role_urls)
            application.models.pace, application.models.breaker = pace, breaker
            application.models.timing = timing or Timing()
            stack.push_async_callback(application.close)
            return application

        yield open_


@pytest.fixture
def calls(admin_url: str) -> Callable[..., Sequence[Any]]:
    """Return the ledger's rows of one agent, in the order in which they were written."""

    def rows(company: SignedIn, agent: str) -> Sequence[Any]:
        with psycopg.connect(admin_url, row_factory=namedtuple_row) as connection:
            query = "SELECT * FROM model_call WHERE tenant_id = %s AND agent = %s ORDER BY reserved_at, id"
            return connection.execute(query, [company.tenant_id, agent]).fetchall()

    return rows


def as_system(company: SignedIn) -> Any:
    return system(company.tenant_id)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something that another task does."""
    for _ in range(2000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError
