"""What goes around every request: ids, versions, rates, sizes, headers and one log line."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest
import structlog

from bursar.api.middleware import BODY_MOST_BYTES, ApiVersion, BodyGuard, RateLimit, RequestIdentity
from bursar.kit.cache import MemoryCache
from bursar.platform.application import Application
from tests.api.faces import face
from tests.api.test_problems import JSON, problem
from tests.company import SignedIn


async def test_a_sane_request_id_is_echoed_and_any_other_replaced(web: httpx2.AsyncClient) -> None:
    answer = await web.get("/healthz", headers={"X-Request-Id": "abc-123_x.y:z"})
    assert answer.headers["X-Request-Id"] == "abc-123_x.y:z"
    for strange in ("short", "a" * 129, "line\tfeed-line", "ein Wort dazu"):
        given = (await web.get("/healthz", headers={"X-Request-Id": strange})).headers["X-Request-Id"]
        assert len(given) == 32
    ids = [(await web.get("/healthz")).headers["X-Request-Id"] for _ in range(2)]
    assert ids[0] != ids[1]


async def test_every_answer_names_the_version_and_only_that_is_served(web: httpx2.AsyncClient) -> None:
    served = (await web.get("/healthz")).headers["Bursar-Version"]
    assert served == "2026-11-22"
    assert (await web.get("/healthz", headers={"Bursar-Version": served})).status_code == 200
    for other in ("2020-01-01", "2099-01-01", "latest"):
        answer = await web.get("/healthz", headers={"Bursar-Version": other})
        problem(answer, 400, "unsupported_version")
        assert answer.headers["Bursar-Version"] == served


async def test_every_answer_carries_security_headers(web: httpx2.AsyncClient) -> None:
    for path in ("/healthz", "/v1/me", "/v1/tests/fault", "/nowhere"):
        headers = (await web.get(path)).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in headers["Content-Security-Policy"]


async def test_requests_over_the_rate_are_refused_for_that_person_alone(
    application: Application, demo: SignedIn
) -> None:
    settings = application.settings.model_copy(update={"rate_limit_per_minute": 3})
    async with face(replace(application, settings=settings, cache=MemoryCache())) as web:
        answers = [await web.get("/v1/me", headers=demo.clerk.headers) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert answers[0].headers["RateLimit-Policy"] == '"default";q=3;w=60'
        assert answers[0].headers["RateLimit"].startswith('"default";r=2;t=')
        assert answers[3].headers["RateLimit"].startswith('"default";r=0;t=')
        assert problem(answers[3], 429, "too_many_requests")["retryable"] is True
        assert 0 < int(answers[3].headers["Retry-After"]) <= 60
        assert (await web.get("/v1/me", headers=demo.viewer.headers)).status_code == 200
        assert (await web.get("/v1/me")).status_code == 401
        assert (await web.get("/healthz")).headers.get("RateLimit") is None


async def test_a_body_that_says_it_is_too_large_is_refused_unread(web: httpx2.AsyncClient) -> None:
    read = False

    async def unread() -> AsyncIterator[bytes]:
        nonlocal read
        read = True
        yield b""

    headers = JSON | {"Content-Length": str(BODY_MOST_BYTES + 1)}
    problem(await web.post("/v1/tests/echo", content=unread(), headers=headers), 413, "too_large")
    assert not read


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "multipart/form-data; boundary=x"])
async def test_a_body_of_unsaid_length_is_read_up_to_the_limit_and_no_further(
    web: httpx2.AsyncClient, content_type: str
) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        while sent < 4 * BODY_MOST_BYTES:
            sent += 1 << 16
            yield b"a" * (1 << 16)

    path = "/v1/tests/upload" if "multipart" in content_type else "/v1/tests/echo"
    answer = await web.post(path, content=endless(), headers={"Content-Type": content_type})
    problem(answer, 413, "too_large")
    assert sent <= BODY_MOST_BYTES + (1 << 16)


async def test_documents_may_be_larger_than_other_bodies(web: httpx2.AsyncClient) -> None:
    content = b"a" * (BODY_MOST_BYTES + 1)
    problem(await web.post("/v1/tests/upload", files={"file": content}), 413, "too_large")
    # Whatever else is wrong with it, its size is not.
    assert (await web.post("/v1/documents", files={"file": content})).status_code in {401, 404}


async def test_a_compressed_body_is_refused(web: httpx2.AsyncClient) -> None:
    answer = await web.post("/v1/tests/echo", content=b"x", headers=JSON | {"Content-Encoding": "gzip"})
    problem(answer, 415, "unsupported_media_type")


async def test_a_file_of_fair_size_arrives_whole(web: httpx2.AsyncClient) -> None:
    content = b"a" * (BODY_MOST_BYTES // 2)
    assert (await web.post("/v1/tests/upload", files={"file": content})).json() == {"value": len(content)}


async def test_one_line_is_logged_for_a_request_with_who_and_what(web: httpx2.AsyncClient, demo: SignedIn) -> None:
    with structlog.testing.capture_logs([structlog.contextvars.merge_contextvars]) as lines:
        await web.get("/v1/me", headers=demo.clerk.headers | {"X-Request-Id": "request-1"})
        await web.get("/healthz")
    [line] = [line for line in lines if line["event"] == "request"]
    assert line["status"] == 200
    assert line["path"] == "/v1/me"
    assert line["request_id"] == "request-1"
    assert line["tenant_id"] == str(demo.tenant_id)
    assert line["actor"] == str(demo.clerk.id)
    assert demo.clerk.token not in str(lines)


async def test_a_fault_is_logged_with_its_traceback(web: httpx2.AsyncClient) -> None:
    with structlog.testing.capture_logs() as lines:
        await web.get("/v1/tests/fault")
    [line] = [line for line in lines if line["event"] == "request_failed"]
    assert line["exc_info"]


async def test_what_is_not_http_passes_through(application: Application) -> None:
    seen: list[Any] = []

    async def inner(scope: Any, _: Any, __: Any) -> None:
        seen.append(scope["type"])

    app: Any = inner
    for one in (BodyGuard, RateLimit, ApiVersion, RequestIdentity):
        app = one(app, application)
    await app({"type": "lifespan"}, None, None)
    assert seen == ["lifespan"]
