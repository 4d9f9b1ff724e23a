"""Every error is a problem that says what happened, where, and whether to try again; and nothing more."""

import json
from typing import Any

import httpx2
import pytest

from tests.company import SignedIn

JSON = {"Content-Type": "application/json"}


def problem(answer: httpx2.Response, status: int, code: str) -> dict[str, Any]:
    """Check that the answer is a whole problem and return it."""
    assert answer.headers["Content-Type"] == "application/problem+json", answer.text
    told: dict[str, Any] = answer.json()
    assert (answer.status_code, told["status"], told["code"]) == (status, status, code), told
    assert told["type"] == f"urn:bursar:problem:{code}"
    assert set(told) == {
        "type", "title", "status", "detail", "code", "retryable", "request_id", "errors", "details",
    }  # fmt: skip
    assert told["request_id"] == answer.headers["X-Request-Id"]
    return told


async def test_an_unknown_path_and_a_wrong_method_are_problems(web: httpx2.AsyncClient) -> None:
    problem(await web.get("/v1/nowhere"), 404, "not_found")
    problem(await web.get("/"), 404, "not_found")
    answer = await web.delete("/v1/me")
    problem(answer, 405, "method_not_allowed")
    assert answer.headers["Allow"] == "GET"


async def test_a_refusal_names_its_code_its_place_and_its_facts(web: httpx2.AsyncClient) -> None:
    told = problem(await web.get("/v1/tests/conflict"), 409, "conflict")
    assert told["errors"] == [{"pointer": "/state", "code": "conflict", "message": "It has moved on."}]
    assert told["details"] == {"state": "posted"}
    assert told["retryable"] is False


async def test_what_may_succeed_later_says_so_and_when(web: httpx2.AsyncClient) -> None:
    answer = await web.get("/v1/tests/unavailable")
    assert problem(answer, 503, "unavailable")["retryable"] is True
    assert answer.headers["Retry-After"] == "1"


async def test_a_fault_tells_nothing_but_an_id(web: httpx2.AsyncClient) -> None:
    answer = await web.get("/v1/tests/fault")
    problem(answer, 500, "internal_error")
    assert "hunter2" not in answer.text
    assert "ZeroDivision" not in answer.text
    problem(await web.get("/v1/tests/broken-sql"), 500, "internal_error")


async def test_a_fault_after_the_answer_began_ends_the_answer(web: httpx2.AsyncClient) -> None:
    answer = await web.get("/v1/tests/begun")
    assert (answer.status_code, answer.content) == (200, b"begun")


async def test_an_http_error_of_the_framework_is_a_problem(web: httpx2.AsyncClient) -> None:
    problem(await web.get("/v1/tests/teapot"), 418, "i'm_a_teapot")


@pytest.mark.parametrize(
    "body",
    [b"{", b"", b'{"name": }', b"\xff\xfe", b'{"name": "\xff"}', b'{"name": ' + b"9" * 5000 + b"}", b"[" * 20],
)
async def test_a_body_that_is_not_json_is_malformed(web: httpx2.AsyncClient, body: bytes) -> None:
    answer = await web.post("/v1/tests/echo", content=body, headers=JSON)
    if body:
        problem(answer, 400, "malformed_body")
    else:
        problem(answer, 422, "invalid_request")


async def test_invalid_input_is_pointed_at_and_never_echoed(web: httpx2.AsyncClient) -> None:
    body = {"secret": ["hunter2"], "lines": [{"quantity": 1}, {"quantity": "hunter2"}], "a/b~c": "hunter2"}
    answer = await web.post("/v1/tests/echo", json=body)
    told = problem(answer, 422, "invalid_request")
    assert [error["pointer"] for error in told["errors"]] == ["/name", "/secret", "/lines/1/quantity", "/a~1b~0c"]
    assert "hunter2" not in answer.text


async def test_invalid_parameters_are_pointed_at_by_where_they_stand(web: httpx2.AsyncClient, demo: SignedIn) -> None:
    headers = demo.clerk.headers
    answer = await web.get("/v1/tests/numbers", params={"limit": 0, "color": "red"}, headers=headers)
    assert [error["pointer"] for error in problem(answer, 422, "invalid_request")["errors"]] == [
        "/query/limit",
        "/query/color",
    ]


async def test_many_errors_are_cut(web: httpx2.AsyncClient) -> None:
    answer = await web.post("/v1/tests/echo", json={"name": "a", "lines": [{}] * 1000})
    assert len(problem(answer, 422, "invalid_request")["errors"]) == 100


@pytest.mark.parametrize("path", ["/v1/tests/echo", "/v1/tests/store"])
async def test_text_that_the_database_cannot_hold_is_refused(web: httpx2.AsyncClient, path: str) -> None:
    answer = await web.post(path, content=b'{"name": "a\\u0000b"}', headers=JSON)
    problem(answer, 422, "invalid_text")
    fine = await web.post(path, content=b'{"name": "a\\\\u0000b"}', headers=JSON)
    assert fine.json() == {"value": "a\\u0000b"}
    for half in (b"\\ud800", b"\\uDFFF", b"\\udc00\\ud800", b"\\ud83d\\\\\\ude00", b"\\\\\\ud800"):
        problem(await web.post(path, content=b'{"name": "' + half + b'"}', headers=JSON), 422, "invalid_text")
    whole = await web.post(path, content=b'{"name": "\\ud83d\\uDE00 \\\\ud800"}', headers=JSON)
    assert whole.json() == {"value": "\U0001f600 \\ud800"}
    problem(await web.get("/v1/tests/cast?value=%00"), 422, "invalid_text")
    problem(await web.get("/v1/tests/%00"), 422, "invalid_text")


async def test_a_value_out_of_the_databases_range_is_refused(web: httpx2.AsyncClient) -> None:
    problem(await web.get("/v1/tests/cast", params={"value": "99999999999"}), 422, "invalid_value")
    problem(await web.get("/v1/tests/cast", params={"value": "abc"}), 422, "invalid_value")
    problem(await web.get("/v1/tests/number", params={"value": 10**30}), 422, "invalid_value")


@pytest.mark.parametrize("depth", [10, 33, 5_000, 100_000])
async def test_json_is_refused_when_it_is_too_deep(web: httpx2.AsyncClient, depth: int) -> None:
    content = b'{"name": "[[[\\"[[[", "anything": ' + b"[" * depth + b"]" * depth + b"}"
    answer = await web.post("/v1/tests/echo", content=content, headers=JSON)
    if depth < 30:
        assert answer.status_code == 200
    else:
        problem(answer, 422, "too_deep")


async def test_wide_json_is_not_deep(web: httpx2.AsyncClient) -> None:
    body = {"name": "a", "lines": [{"quantity": 1}] * 1000}
    assert (await web.post("/v1/tests/echo", content=json.dumps(body), headers=JSON)).status_code == 200


async def test_nobody_known_is_told_how_to_sign_in(web: httpx2.AsyncClient) -> None:
    problem(await web.get("/v1/me"), 401, "unauthenticated")
    for sent in ("Basic YTpi", "Bearer", "Bearer ", "Bearer é", "Bearer a.b.c", "bearer x"):
        answer = await web.get("/v1/me", headers=[(b"Authorization", sent.encode())])
        problem(answer, 401, "unauthenticated")
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="bursar", error="invalid_token"'


async def test_a_known_person_without_the_permission_is_refused(web: httpx2.AsyncClient, demo: SignedIn) -> None:
    told = problem(await web.get("/v1/tests/books", headers=demo.clerk.headers), 403, "forbidden")
    assert told["details"] == {"permission": "bills.reverse"}
    assert (await web.get("/v1/tests/books", headers=demo.controller.headers)).status_code == 200
