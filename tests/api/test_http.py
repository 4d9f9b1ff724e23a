"""What endpoints build on: the caller and the key, reads, versions and pages."""

import asyncio
from uuid import uuid4

import httpx2
import pytest

from bursar.platform.application import Application
from tests.api.test_problems import problem
from tests.company import SignedIn
from tests.platform.notes import traces

ONCE = {"tasks": 1, "events": 1, "jobs": 1, "audit": 1}


async def test_a_repeated_key_is_answered_again_and_says_so(
    web: httpx2.AsyncClient, application: Application, demo: SignedIn
) -> None:
    headers = demo.clerk.headers | {"Idempotency-Key": str(uuid4())}
    body = {"title": "over http"}
    first = await web.post("/v1/tests/notes", json=body, headers=headers)
    again = await web.post("/v1/tests/notes", json=body, headers=headers)
    assert (first.status_code, first.headers["Idempotency-Replayed"]) == (200, "false")
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (200, "true")
    assert again.content == first.content
    assert await traces(application, demo.clerk.principal, "over http") == ONCE
    other = await web.post("/v1/tests/notes", json={"title": "another"}, headers=headers)
    problem(other, 422, "idempotency_key_reused")


async def test_of_the_same_key_sent_twice_at_once_one_has_the_effect(
    web: httpx2.AsyncClient, application: Application, demo: SignedIn
) -> None:
    headers = demo.clerk.headers | {"Idempotency-Key": str(uuid4())}
    body = {"title": "at once over http", "pause_seconds": 0.05}
    answers = await asyncio.gather(*(web.post("/v1/tests/notes", json=body, headers=headers) for _ in range(2)))
    assert sorted(answer.headers["Idempotency-Replayed"] for answer in answers) == ["false", "true"]
    assert answers[0].content == answers[1].content
    assert await traces(application, demo.clerk.principal, "at once over http") == ONCE


async def test_without_a_key_a_request_is_done_each_time(web: httpx2.AsyncClient, demo: SignedIn) -> None:
    answers = [await web.post("/v1/tests/notes", json={"title": "a"}, headers=demo.clerk.headers) for _ in range(2)]
    assert answers[0].json() != answers[1].json()
    assert {answer.headers["Idempotency-Replayed"] for answer in answers} == {"false"}


@pytest.mark.parametrize("key", [b"", b"a" * 201, b"tab\tbed", "ü".encode(), b"\x7f"])
async def test_a_key_that_is_not_short_printable_ascii_is_refused(
    web: httpx2.AsyncClient, demo: SignedIn, key: bytes
) -> None:
    raw = [(b"Authorization", f"Bearer {demo.clerk.token}".encode()), (b"Idempotency-Key", key)]
    answer = await web.post("/v1/tests/nothing", headers=raw)
    told = problem(answer, 400, "bad_header")
    assert told["errors"][0]["pointer"] == "/header/Idempotency-Key"


async def test_an_answer_without_content_says_whether_it_was_a_repetition(
    web: httpx2.AsyncClient, demo: SignedIn
) -> None:
    answer = await web.post("/v1/tests/nothing", headers=demo.clerk.headers | {"Idempotency-Key": "k " * 100})
    assert (answer.status_code, answer.headers["Idempotency-Replayed"]) == (204, "false")


async def test_a_preview_leaves_nothing(web: httpx2.AsyncClient, application: Application, demo: SignedIn) -> None:
    answer = await web.post("/v1/tests/notes/preview", json={"title": "preview"}, headers=demo.clerk.headers)
    assert answer.status_code == 200
    assert (await traces(application, demo.clerk.principal, "preview"))["tasks"] == 0


async def test_a_read_sees_the_tenant_of_the_token(
    web: httpx2.AsyncClient, demo: SignedIn, other_tenant: SignedIn
) -> None:
    for company in (demo, other_tenant):
        answer = await web.get("/v1/tests/bills", headers=company.viewer.headers)
        assert answer.json() == {"value": str(company.tenant_id)}


@pytest.mark.parametrize(("sent", "status"), [('"3"', 200), (' "12" ', 200), (None, 428)])
async def test_a_version_is_required_and_read(web: httpx2.AsyncClient, sent: str | None, status: int) -> None:
    answer = await web.put("/v1/tests/versioned", headers={} if sent is None else {"If-Match": sent})
    assert answer.status_code == status
    if sent is None:
        problem(answer, 428, "precondition_required")
    else:
        version = int(sent.strip().strip('"'))
        assert (answer.json(), answer.headers["ETag"]) == ({"value": version}, f'"{version + 1}"')


@pytest.mark.parametrize("sent", ["*", "3", 'W/"3"', '"0"', '"-1"', '"1", "2"', '"x"', "", '"9999999999"', '"٣"'])
async def test_anything_but_one_strong_version_is_refused(web: httpx2.AsyncClient, sent: str) -> None:
    answer = await web.put("/v1/tests/versioned", headers=[(b"If-Match", sent.encode())])
    problem(answer, 400, "bad_header")


async def test_pages_follow_each_other_without_a_gap_and_end(web: httpx2.AsyncClient, demo: SignedIn) -> None:
    seen: list[int] = []
    cursor = None
    while True:
        params: dict[str, str | int] = {"limit": 10, "above": 3} | ({"cursor": cursor} if cursor else {})
        page = (await web.get("/v1/tests/numbers", params=params, headers=demo.viewer.headers)).json()
        seen += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == list(range(4, 26))


async def test_a_cursor_of_another_filter_or_a_damaged_one_is_refused(web: httpx2.AsyncClient, demo: SignedIn) -> None:
    headers = demo.viewer.headers
    page = (await web.get("/v1/tests/numbers", params={"limit": 1}, headers=headers)).json()
    for params in ({"cursor": page["next_cursor"], "above": 1}, {"cursor": "nonsense"}, {"cursor": "é"}):
        problem(await web.get("/v1/tests/numbers", params=params, headers=headers), 422, "bad_cursor")
