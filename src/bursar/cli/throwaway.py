"""A throw-away instance: its own database and files, an API on a free port of this machine, and nothing left behind.

with throwaway_database() as server:
    async with instance_on(server) as instance:
        trial = await try_invoice(instance, path)
"""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx2

from bursar.cli.client import open_client
from bursar.cli.databases import role_urls
from bursar.cli.embedded import Server
from bursar.cli.listening import listen
from bursar.cli.preparing import prepare_throwaway
from bursar.cli.serving import serving
from bursar.kit.cache import MemoryCache
from bursar.kit.secrets import secret_key
from bursar.kit.settings import Settings
from bursar.platform.application import Application


@dataclass(slots=True)
class Instance:
    """A running instance that nobody else knows."""

    admin_url: str
    application: Application
    client: httpx2.AsyncClient
    api_seconds: float
    # How many companies were set up on it; each trial gets one of its own beside the demo's.
    companies: int = 1

    def forget_limits(self) -> None:
        """Let its own people in as often as they like; the limits are there against strangers."""
        self.application.cache = MemoryCache()


@asynccontextmanager
async def instance_on(server: Server, settings: Settings | None = None) -> AsyncIterator[Instance]:
    """Serve on a throw-away database, which is prepared first unless settings say that it is. Raises CommandFailed."""
    settings = settings or prepare_throwaway(server)
    began = time.monotonic()
    urls = role_urls(server.url, secret_key(settings))
    async with serving(settings, urls, listen("127.0.0.1", 0)) as service, open_client(service.url) as client:
        yield Instance(server.url, service.application, client, api_seconds=time.monotonic() - began)
