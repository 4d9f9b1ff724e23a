"""Sign-in over HTTP: right and wrong passwords, several tenants, rotation, reuse, races, sign-out."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2
import psycopg
import pytest
from sqlalchemy import text

from bursar.api.app import create_app
from bursar.kit.cache import MemoryCache
from bursar.platform.application import Application
from bursar.platform.auth import actions as auth
from bursar.platform.auth.passwords import hash_password, is_password
from bursar.platform.auth.schemas import RotateToken
from bursar.platform.provision import DEMO_PASSWORD, Person, provision_tenant
from bursar.platform.work import open_work
from tests.company import SignedIn, as_client, company_named

Json = dict[str, Any]


@pytest.fixture
async def client(application: Application) -> AsyncIterator[httpx2.AsyncClient]:
    """A client whose sign-ins are counted for this test alone."""
    async with as_client(create_app(replace(application, cache=MemoryCache()))) as client:
        yield client


async def sign_in(client: httpx2.AsyncClient, email: str, **more: Any) -> httpx2.Response:
    return await client.post("/v1/auth/sign-in", json={"email": email, "password": DEMO_PASSWORD} | more)


async def refresh(client: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await client.post("/v1/auth/refresh", json={"refresh_token": token})


async def me(client: httpx2.AsyncClient, access_token: str) -> httpx2.Response:
    return await client.get("/v1/me", headers={"Authorization": f"Bearer {access_token}"})


async def test_a_person_signs_in_and_learns_who_they_are(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    answer = await sign_in(client, " Clerk@Demo.bursar.example ")
    assert answer.status_code == 200
    tokens = answer.json()
    assert tokens["token_type"] == "Bearer"
    who = (await me(client, tokens["access_token"])).json()
    assert who["user"]["email"] == demo.clerk.email
    assert who["tenant"]["name"] == "Northwind Demo"
    assert "documents.upload" in who["permissions"]
    assert who["legal_entities"][0]["base_currency"] == "EUR"
    assert who["legal_entities"][0]["approval_limit"] is None


async def test_an_approval_limit_is_shown_as_money(
    client: httpx2.AsyncClient, application: Application, admin_url: str
) -> None:
    company = company_named(application, "Limited Tests")
    boss = Person("Lou Limited", "lou@limited.bursar.example", "approver", DEMO_PASSWORD, 500_000)
    provision_tenant(admin_url, replace(company, people=(boss,)))
    tokens = (await sign_in(client, boss.email)).json()
    who = (await me(client, tokens["access_token"])).json()
    assert who["legal_entities"][0]["approval_limit"] == {"amount": "5000.00", "currency": "EUR"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "not the password"},
        {"email": "nobody@demo.bursar.example"},
        {"tenant_id": "tenant_01j2hw0psyfn79yan3pqykt7s0"},
    ],
)
async def test_a_wrong_password_person_or_tenant_get_the_same_answer(
    client: httpx2.AsyncClient, demo: SignedIn, wrong: Json
) -> None:
    answer = await sign_in(client, **({"email": demo.viewer.email} | wrong))
    assert (answer.status_code, answer.json()["code"]) == (401, "wrong_credentials")
    assert answer.json()["detail"] == "The e-mail address or the password is wrong."
    assert answer.headers["WWW-Authenticate"].startswith("Bearer ")


async def test_a_person_of_two_tenants_is_asked_which_one(
    client: httpx2.AsyncClient, application: Application, admin_url: str
) -> None:
    person = Person("Tess Two", "tess@two.bursar.example", "viewer", DEMO_PASSWORD)
    ids = [
        provision_tenant(admin_url, replace(company_named(application, name), people=(person,)))
        for name in ("Two Firsts", "Two Seconds")
    ]
    answer = await sign_in(client, person.email)
    assert (answer.status_code, answer.json()["code"]) == (409, "tenant_not_named")
    choices = answer.json()["details"]
    assert sorted(choices.values()) == ["Two Firsts", "Two Seconds"]
    for tenant_id, name in choices.items():
        tokens = (await sign_in(client, person.email, tenant_id=tenant_id)).json()
        assert (await me(client, tokens["access_token"])).json()["tenant"]["name"] == name
    assert ids[0].people == ids[1].people


async def test_a_person_who_left_cannot_sign_in_nor_go_on(
    client: httpx2.AsyncClient, application: Application, admin_url: str
) -> None:
    person = Person("Gus Gone", "gus@gone.bursar.example", "viewer", DEMO_PASSWORD)
    company = replace(company_named(application, "Gone Tests"), people=(person,))
    ids = provision_tenant(admin_url, company)
    tokens = (await sign_in(client, person.email)).json()
    with psycopg.connect(admin_url) as connection:
        connection.execute("UPDATE membership SET active = false WHERE tenant_id = %s", [ids.tenant_id])
    assert (await me(client, tokens["access_token"])).status_code == 401
    assert (await refresh(client, tokens["refresh_token"])).status_code == 401
    assert (await sign_in(client, person.email)).status_code == 401


async def test_a_refresh_token_buys_the_next_pair_once(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    first = (await sign_in(client, demo.viewer.email)).json()
    answer = await refresh(client, first["refresh_token"])
    assert answer.status_code == 200
    second = answer.json()
    assert second["session_id"] == first["session_id"]
    assert second["refresh_token"] != first["refresh_token"]
    assert (await me(client, second["access_token"])).status_code == 200


async def test_a_used_refresh_token_presented_again_ends_the_session_at_once(
    client: httpx2.AsyncClient, demo: SignedIn
) -> None:
    first = (await sign_in(client, demo.viewer.email)).json()
    second = (await refresh(client, first["refresh_token"])).json()
    answer = await refresh(client, first["refresh_token"])
    assert (answer.status_code, answer.json()["code"]) == (401, "refresh_token_reused")
    assert (await me(client, second["access_token"])).status_code == 401
    assert (await refresh(client, second["refresh_token"])).status_code == 401
    assert (await refresh(client, first["refresh_token"])).status_code == 401


async def test_of_refreshes_at_the_same_moment_exactly_one_wins(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    for _ in range(3):
        first = (await sign_in(client, demo.viewer.email)).json()
        answers = await asyncio.gather(*(refresh(client, first["refresh_token"]) for _ in range(4)))
        won = [answer.json() for answer in answers if answer.status_code == 200]
        assert len(won) == 1
        assert {answer.json()["code"] for answer in answers if answer.status_code != 200} <= {
            "refreshed_meanwhile",
            "refresh_token_reused",
            "unauthenticated",
        }


async def test_an_overlapping_refresh_leaves_the_winner_its_session(application: Application, demo: SignedIn) -> None:
    """The loser read the token as unused and waits for the winner's row: no theft, so the session lives."""
    principal, tenant = demo.viewer.principal, demo.tenant_id
    assert principal.session_id is not None
    used = auth.new_token(application, tenant)
    first = RotateToken(
        session_id=principal.session_id,
        used_hash=principal.session_id.hex,
        token_hash=used.kept_hash,
        expires_at=used.expires_at,
    )
    other = first.model_copy(update={"token_hash": auth.new_token(application, tenant).kept_hash})
    outcomes = await asyncio.gather(
        *(application.executor.execute(auth.rotate_token, command, principal) for command in (first, other)),
        return_exceptions=True,
    )
    assert sorted(isinstance(outcome, auth.RefreshedMeanwhile) for outcome in outcomes) == [False, True]
    async with open_work(application.app, principal) as work:
        assert work.permissions


@pytest.mark.parametrize(
    "token",
    ["", "brt_", "brt_00000000000000000000000000000000." + "a" * 43, "a" * 1025, "brt_" + "0" * 32 + "." + "a" * 44],
)
async def test_a_refresh_token_that_is_not_ours_is_refused(client: httpx2.AsyncClient, token: str) -> None:
    answer = await refresh(client, token)
    assert answer.status_code == (422 if not 0 < len(token) <= 1024 else 401)
    assert token not in answer.text or not token


async def test_an_expired_session_cannot_be_refreshed_nor_used(application: Application, demo: SignedIn) -> None:
    late = replace_clock(application, days=application.settings.refresh_token_days + 1)
    async with as_client(create_app(application)) as now, as_client(create_app(late)) as then:
        tokens = (await sign_in(now, demo.viewer.email)).json()
        assert (await refresh(then, tokens["refresh_token"])).json()["code"] == "unauthenticated"
        assert (await me(then, tokens["access_token"])).json()["code"] == "token_expired"


def replace_clock(application: Application, **later: float) -> Application:
    """Return the same application some time later."""
    return replace(application, clock=lambda: application.clock() + timedelta(**later), cache=MemoryCache())


async def test_signing_out_ends_the_session_at_once(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    tokens = (await sign_in(client, demo.viewer.email)).json()
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    answer = await client.post("/v1/auth/sign-out", headers=headers)
    assert (answer.status_code, answer.content) == (204, b"")
    assert (await me(client, tokens["access_token"])).json()["code"] == "unauthenticated"
    assert (await refresh(client, tokens["refresh_token"])).status_code == 401
    assert (await client.post("/v1/auth/sign-out", headers=headers)).status_code == 401


async def test_sign_ins_are_throttled_by_address_of_mail_and_say_when_to_come_back(
    application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auth, "MOST_SIGN_INS_PER_EMAIL", 2)
    throttled = replace(application, cache=MemoryCache())
    async with as_client(create_app(throttled)) as client:
        codes = [(await sign_in(client, "flood@demo.bursar.example")).status_code for _ in range(3)]
        assert codes == [401, 401, 429]
        answer = await sign_in(client, "FLOOD@demo.bursar.example")
        assert answer.json()["retryable"] is True
        assert 0 < int(answer.headers["Retry-After"]) <= auth.THROTTLE_SECONDS
        monkeypatch.setattr(auth, "MOST_SIGN_INS_PER_ADDRESS", 2)
        assert (await sign_in(client, "another@demo.bursar.example")).status_code == 429


async def test_sessions_are_audited_without_their_secrets(
    client: httpx2.AsyncClient, application: Application, demo: SignedIn
) -> None:
    tokens = (await sign_in(client, demo.viewer.email)).json()
    await refresh(client, tokens["refresh_token"])
    async with open_work(application.app, demo.controller.principal) as work:
        rows = await work.session.rows(
            text("SELECT action, details::text FROM audit_entry WHERE actor_id = :id"), {"id": demo.viewer.id}
        )
    assert {"sessions.start", "sessions.refresh"} <= {row.action for row in rows}
    assert tokens["refresh_token"] not in str(rows)


async def test_a_password_is_checked_against_its_hash_and_against_nobodys() -> None:
    kept = hash_password("right")
    assert await is_password("right", kept)
    assert not await is_password("wrong", kept)
    assert not await is_password("nobody signs in with this", None)
    assert not await is_password("right", "not a hash")
    assert hash_password("right") != kept
