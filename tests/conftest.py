"""Fixtures on a real PostgreSQL: a server for the run, a database for each worker, an application, people."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from unittest import mock

import httpx2
import pytest
import structlog
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from pydantic import SecretStr

from bursar.kit.settings import Settings
from bursar.platform.application import Application, build_application
from bursar.platform.provision import demo_company
from bursar.tables.db_roles import AGENT, APP, WORKER
from tests.company import SignedIn, as_client, company_named, sign_in_all
from tests.database_server import Server, shared_server

SECRET_KEY = SecretStr("a key for tests only, long enough to be one")


@pytest.fixture(scope="session", autouse=True)
def _plain_logs() -> None:
    """Write plain lines: the default draws each traceback with its variables, which takes seconds."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(),
        ]
    )


@pytest.fixture(scope="session", autouse=True)
def _light_passwords() -> Iterator[None]:
    """Hash passwords with little memory: as people need it, a company of four costs most of a second."""
    light = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=64, parallelism=1),))
    with mock.patch("bursar.platform.auth.passwords._hasher", light):
        yield


@pytest.fixture(scope="session")
def database_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The run's PostgreSQL server, with a migrated template database."""
    directory = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        directory = directory.parent
    with shared_server(directory) as server:
        yield server


@pytest.fixture(scope="session")
def database_name(database_server: Server) -> Iterator[str]:
    """The worker's own copy of the template, shared by its tests."""
    with database_server.database(os.environ.get("PYTEST_XDIST_WORKER", "main")) as name:
        yield name


@pytest.fixture(scope="session")
def admin_url(database_server: Server, database_name: str) -> str:
    """The administrator's address of the worker's database."""
    return database_server.url(database_name)


@pytest.fixture
def fresh_database(database_server: Server) -> Iterator[str]:
    """The name of a copy of the template for one test alone."""
    with database_server.database("fresh") as name:
        yield name


@pytest.fixture
def empty_database(database_server: Server) -> Iterator[str]:
    """The name of an empty database for one test alone."""
    with database_server.database("empty", empty=True) as name:
        yield name


@pytest.fixture(scope="session")
def role_urls(database_server: Server, database_name: str) -> dict[str, str]:
    """The address of the worker's database for each role that serves."""
    return {role: database_server.role_url(database_name, role) for role in (APP, WORKER, AGENT)}


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a small installation; tokens outlive the run."""
    home: Path = tmp_path_factory.mktemp("home")
    return Settings(home=home, secret_key=SECRET_KEY, access_token_seconds=3600, database_pool_size=5)


@pytest.fixture(scope="session")
async def application(settings: Settings, role_urls: dict[str, str]) -> AsyncIterator[Application]:
    """The application under the roles it is served with, shared by the worker's tests."""
    application = build_application(settings, role_urls)
    try:
        await application.refuse_to_serve_wrongly()
        yield application
    finally:
        await application.close()


@pytest.fixture(scope="session")
async def client(application: Application) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of the whole HTTP face."""
    from bursar.api.app import create_app  # noqa: PLC0415 - a broken slice must not keep the core's tests from running.

    async with as_client(create_app(application)) as client:
        yield client


@pytest.fixture(scope="session")
async def demo(application: Application, admin_url: str) -> SignedIn:
    """The demo company, shared by the worker's tests: they add to it and never count on its being empty."""
    return await sign_in_all(application, admin_url, demo_company(application.clock().date()))


@pytest.fixture(scope="session")
async def other_tenant(application: Application, admin_url: str) -> SignedIn:
    """Another company, whose people must see nothing of the first."""
    return await sign_in_all(application, admin_url, company_named(application, "Southwind Other"))
