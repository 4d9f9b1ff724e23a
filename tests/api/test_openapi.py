"""The OpenAPI document: committed, complete, and true of what is served."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bursar.api.openapi import document
from bursar.platform.access import Permission

COMMITTED = Path(__file__).parents[2] / "openapi.json"
WRITTEN = document()
DOCUMENT: dict[str, Any] = json.loads(WRITTEN)
OPERATIONS = {
    f"{method.upper()} {path}": operation
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
}


def test_the_committed_document_is_what_the_code_says() -> None:
    assert COMMITTED.exists(), "run: python -m bursar.api.openapi > openapi.json"
    assert COMMITTED.read_text(encoding="utf-8") == WRITTEN, "run: python -m bursar.api.openapi > openapi.json"


def test_the_document_is_the_same_every_time() -> None:
    assert document() == WRITTEN


async def test_the_served_document_is_the_committed_one(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/openapi.json")).json() == DOCUMENT


def test_operation_ids_are_unique() -> None:
    ids = [operation["operationId"] for operation in OPERATIONS.values()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_is_documented_whole(name: str) -> None:
    operation = OPERATIONS[name]
    assert operation["summary"]
    assert not operation["summary"].endswith(".")
    assert len(operation["description"]) > 10
    assert operation["tags"]
    told = {tag["name"] for tag in DOCUMENT["tags"]}
    assert set(operation["tags"]) <= told
    permission = operation["x-permission"]
    assert permission in {"public", *Permission}
    assert operation["security"] == ([] if permission == "public" else [{"accessToken": []}])


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_shows_an_answer_and_its_errors(name: str) -> None:
    operation = OPERATIONS[name]
    responses = operation["responses"]
    [success] = [status for status in responses if status.startswith("2")]
    if success != "204":
        for media_type, content in responses[success]["content"].items():
            assert content.get("example") is not None or media_type == "text/event-stream", media_type
    expected = {"400", "413", "422", "429", "500", "503"}
    if operation["x-permission"] != "public":
        expected |= {"401", "403"}
    assert expected <= set(responses)
    for status, response in responses.items():
        if not status.startswith("2"):
            content = response["content"]["application/problem+json"]
            assert content["schema"] == {"$ref": "#/components/schemas/Problem"}
            for code, example in content["examples"].items():
                assert (example["value"]["code"], example["value"]["status"]) == (code, int(status))


@pytest.mark.parametrize("name", [name for name in OPERATIONS if "requestBody" in OPERATIONS[name]])
def test_an_operation_with_a_body_shows_one(name: str) -> None:
    for media_type, content in OPERATIONS[name]["requestBody"]["content"].items():
        assert "example" in content or media_type == "multipart/form-data"


def test_an_operation_that_needs_a_version_says_so() -> None:
    for name, operation in OPERATIONS.items():
        for parameter in operation.get("parameters", ()):
            if parameter["name"] == "If-Match":
                assert parameter["required"], name
                assert "428" in operation["responses"], name


def schemas(value: Any) -> Iterator[dict[str, Any]]:
    """Give every schema inside a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from schemas(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from schemas(inner)


def test_request_bodies_forbid_unknown_fields() -> None:
    for name, operation in OPERATIONS.items():
        for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
            if media_type == "application/json":
                schema = content["schema"]
                named = schema.get("$ref", "").rpartition("/")[2]
                assert DOCUMENT["components"]["schemas"][named]["additionalProperties"] is False, name


def test_no_amount_is_a_binary_float() -> None:
    found = [one for one in schemas(DOCUMENT["components"]["schemas"]) if one.get("type") == "number"]
    assert [one for one in found if "anyOf" not in one and not _is_an_input_of_a_decimal(one)] == []


def _is_an_input_of_a_decimal(schema: dict[str, Any]) -> bool:
    """Pydantic tells that a decimal may be sent as a number; ours refuse the binary ones when they arrive."""
    return schema.keys() <= {"type", "minimum", "maximum", "title", "description", "examples"}
