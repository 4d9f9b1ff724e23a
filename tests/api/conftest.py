"""A client of the app with routes for tests."""

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx2
import pytest

from bursar.kit.cache import MemoryCache
from bursar.platform.application import Application
from tests.api.faces import face


@pytest.fixture
async def web(application: Application) -> AsyncIterator[httpx2.AsyncClient]:
    """The whole HTTP face with routes for tests; its requests are counted for one test alone."""
    async with face(replace(application, cache=MemoryCache())) as client:
        yield client
