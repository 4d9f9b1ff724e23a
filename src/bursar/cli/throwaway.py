"""A throw-away instance: its own database and files, an API on a free port of this machine, and nothing left behind.

with throwaway_database() as server:
    async with instance_on(server) as instance:
        trial = await try_invoice(instance, path)
"""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

import httpx2

from bursar.cli.client import open_client
from bursar.cli.databases import role_urls
from bursar.cli.embedded import Server
from bursar.cli.listening import listen
from bursar.cli.preparing import prepare
from bursar.cli.serving import serving
from bursar.kit.cache import MemoryCache
from bursar.kit.secrets import secret_key
from bursar.kit.settings import Settings
from bursar.platform.application import Application

_A_DAY_SECONDS: Final = 86_400


@dataclass(slots=True)
class Instance:
    """A running instance that nobody else knows."""

    admin_url: str
    application: Application
    client: httpx2.AsyncClient
    # How many companies were set up on it; each trial gets one of its own.
    companies: int = 0
    timings: dict[str, float] = field(default_factory=dict)

    def forget_limits(self) -> None:
        """Let its own people in as often as they like; the limits are there against strangers."""
        self.application.cache = MemoryCache()


@asynccontextmanager
async def instance_on(server: Server) -> AsyncIterator[Instance]:
    """Serve on a fresh throw-away database, which is migrated first. Raises CommandFailed."""
    settings = Settings(
        # Whatever the environment says of a real installation is not meant here.
        home=server.home,
        database_url=None,
        redis_url=None,
        secret_key=None,
        access_token_seconds=_A_DAY_SECONDS,
        rate_limit_per_minute=1_000_000,
    )
    began = time.monotonic()
    prepare(settings, server.url)
    prepared = time.monotonic()
    urls = role_urls(server.url, secret_key(settings))
    async with serving(settings, urls, listen("127.0.0.1", 0)) as service, open_client(service.url) as client:
        instance = Instance(server.url, service.application, client)
        instance.timings = {
            "schema_seconds": prepared - began,
            "api_seconds": time.monotonic() - prepared,
        }
        yield instance
