"""Starting and stopping: refused under a privileged login or on another schema; what runs beside ends with it."""

import asyncio
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from bursar.api.app import create_app
from bursar.kit.db import PrivilegedRole
from bursar.kit.settings import Settings
from bursar.platform.application import Application, WrongSchema, build_application
from bursar.tables import migrate
from bursar.tables.db_roles import AGENT, APP, MIGRATOR, WORKER
from tests.company import as_client
from tests.database_server import Server


async def test_serving_as_a_superuser_is_refused(settings: Settings, role_urls: dict[str, str], admin_url: str) -> None:
    for role in (APP, WORKER, AGENT):
        application = build_application(settings, role_urls | {role: admin_url})
        with pytest.raises(PrivilegedRole):
            await application.refuse_to_serve_wrongly()
        await application.close()


async def test_serving_as_who_may_become_the_owner_is_refused(
    settings: Settings, role_urls: dict[str, str], database_server: Server, database_name: str
) -> None:
    application = build_application(settings, role_urls | {APP: database_server.role_url(database_name, MIGRATOR)})
    with pytest.raises(PrivilegedRole):
        await application.refuse_to_serve_wrongly()
    await application.close()


async def test_serving_a_schema_of_another_revision_is_refused(
    settings: Settings, database_server: Server, empty_database: str
) -> None:
    urls = {role: database_server.role_url(empty_database, role) for role in (APP, WORKER, AGENT)}
    for revision, said in ((None, "none"), ("0001_platform", "0001_platform")):
        if revision:
            migrate.upgrade(database_server.url(empty_database), revision=revision)
        application = build_application(settings, urls)
        with pytest.raises(WrongSchema, match=f"at schema revision {said} and this version"):
            await application.refuse_to_serve_wrongly()
        async with as_client(create_app(application)) as client:
            answer = await client.get("/readyz")
            assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
            assert said in answer.json()["detail"]
        await application.close()


async def test_a_process_lives_without_its_database_but_is_not_ready(settings: Settings) -> None:
    nowhere = "postgresql://bursar_app:x@127.0.0.1:9/nothing"
    application = build_application(settings, dict.fromkeys((APP, WORKER, AGENT), nowhere))
    async with as_client(create_app(application)) as client:
        assert (await client.get("/healthz")).json() == {"status": "alive", "revision": None}
        answer = await client.get("/readyz")
        assert (answer.status_code, answer.json()["detail"]) == (503, "The database cannot be reached.")
    await application.close()


async def test_a_process_with_its_database_is_ready(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/readyz")).json() == {"status": "ready", "revision": migrate.head()}


async def test_what_runs_beside_ends_with_the_app(application: Application) -> None:
    told: list[str] = []

    async def beside() -> None:
        told.append("began")
        try:
            await asyncio.Event().wait()
        finally:
            told.append("ended")

    context = replace(application)
    app: Any = create_app(context, beside=[beside])
    async with app.router.lifespan_context(app):
        await asyncio.sleep(0)
        assert told == ["began"]
    assert told == ["began", "ended"]


async def test_jobs_are_hinted_to_the_listener_if_there_is_one(application: Application) -> None:
    heard: list[Any] = []

    class Listener:
        def hint(self, job_ids: list[Any]) -> None:
            heard.append(job_ids)

    context = replace(application)
    context.hint([1])  # type: ignore[list-item]
    context.listener = Listener()
    context.hint([])
    context.hint([2])  # type: ignore[list-item]
    assert heard == [[2]]
