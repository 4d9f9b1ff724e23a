"""Hostile requests and files end in a problem or before a person."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from bursar.api.app import bare_app, create_app
from bursar.kit.settings import Settings
from bursar.platform.application import Application, build_application
from bursar.tables.db_roles import AGENT, APP, WORKER
from tests.attack import fuzz, hostile
from tests.attack.holdings import Holdings, fill
from tests.attack.verdicts import Verdict, failed
from tests.company import as_client, company_named, sign_in_all
from tests.database_server import Server
from tests.tracing import untraced


@dataclass
class Target:
    application: Application
    client: httpx2.AsyncClient
    ours: Holdings


@pytest.fixture(scope="module")
async def target(
    database_server: Server, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Target]:
    home: Path = tmp_path_factory.mktemp("hostile")
    with database_server.database("hostile") as name:
        urls = {role: database_server.role_url(name, role) for role in (APP, WORKER, AGENT)}
        changed = {"home": home, "rate_limit_per_minute": 1_000_000}
        application = build_application(settings.model_copy(update=changed), urls)
        try:
            company = company_named(application, "Gammaburg")
            signed_in = await sign_in_all(application, database_server.url(name), company)
            async with as_client(create_app(application)) as client:
                yield Target(application, client, await fill(application, client, signed_in, 1))
        finally:
            await application.close()


def assert_held(verdicts: list[Verdict]) -> None:
    holes = failed(verdicts)
    assert not holes, "\n".join(map(str, holes))


async def test_what_is_hostile_ends_in_a_problem_or_before_a_person(target: Target) -> None:
    application, client, ours = target.application, target.client, target.ours
    assert_held(await hostile.attack_requests(client, hostile.requests_of(application, ours), ours))
    assert_held(await hostile.attack_files(application, client, ours, hostile.files(application)))
    assert_held(await hostile.attack_sizes(application, client, ours, lines=1_000))
    members = [ours.company.controller, ours.company.clerk]
    with untraced():
        assert_held(await fuzz.fuzz(client, bare_app().openapi(), ours.ids, members, examples=1))
