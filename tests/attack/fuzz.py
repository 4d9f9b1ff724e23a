"""Requests made up from the OpenAPI document, valid and not: none ends in a fault, every error is a problem."""

import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import httpx2
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode

from tests.attack.hostile import objection
from tests.attack.recipes import NAMELESS, NO_IDS, prefix_of
from tests.attack.verdicts import Verdict
from tests.company import Member

_EXPECTED = "no fault, problems with codes, documented answers"
# It would end the session that the other requests are sent in.
_LEFT_OUT = {("POST", "/v1/auth/sign-out")} & NAMELESS


async def fuzz(
    client: httpx2.AsyncClient,
    document: Mapping[str, Any],
    ids: Mapping[str, str],
    members: list[Member],
    examples: int,
) -> list[Verdict]:
    """Send made-up requests to every operation, half of them with ids that exist; `examples` of each kind."""
    verdicts = []
    for operation in schemathesis.openapi.from_dict(dict(document)).get_all_operations():
        found: Any = operation.ok()  # type: ignore[union-attr]  # Another test reads the document strictly.
        method, path = found.method.upper(), found.path
        if (method, path) in _LEFT_OUT:
            continue
        wrong, statuses = set(), Counter[int]()
        for number, request in enumerate(_made_up(found, document["paths"][path][method.lower()], ids, examples)):
            member = members[number % len(members)]
            answer = await _send(client, request, member)
            statuses[answer.status_code] += 1
            if said := objection(answer) or _undocumented(document["paths"][path][method.lower()], answer):
                wrong.add(f"{said}: {request.method} {str(request.url)[:200]} {str(request.body)[:200]}")
        happened = "; ".join(sorted(wrong)) or ", ".join(f"{n} × {code}" for code, n in sorted(statuses.items()))
        verdicts.append(Verdict(f"{method} {path}", "hypothesis", _EXPECTED, happened, not wrong))
    return verdicts


def _made_up(
    operation: Any, described: Mapping[str, Any], ids: Mapping[str, str], examples: int
) -> Iterator[requests.PreparedRequest]:
    known = {
        one["name"]: NO_IDS.get(one["name"]) or ids[str(prefix_of(one["schema"]))]
        for one in described.get("parameters", ())
        if one["in"] == "path"
    }
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        fixed: dict[str, Any] = {"path_parameters": known, "headers": {"If-Match": '"1"'}}
        for kept in ({}, fixed) if known else ({},):
            for case in _drawn(operation.as_strategy(mode, **kept), examples):
                try:
                    sent = case.as_transport_kwargs(base_url="http://bursar.test")
                    sent.pop("cookies", None)
                    yield requests.Request(**sent).prepare()
                except (ValueError, TypeError, requests.RequestException):
                    continue  # What a client cannot even write down.


def _drawn(strategy: Any, examples: int) -> list[Any]:
    drawn: list[Any] = []

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(case: Any) -> None:
        drawn.append(case)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            draw()
        except Exception as error:
            # Some operations take nothing that could be made wrong.
            if not re.search("Unsatisfiable|SkipTest|Skip", type(error).__name__):
                raise
    return drawn


async def _send(client: httpx2.AsyncClient, request: requests.PreparedRequest, member: Member) -> httpx2.Response:
    headers = [
        (str(name).encode("latin-1", "replace"), str(value).encode("latin-1", "replace"))
        for name, value in request.headers.items()
        if str(name).lower() not in {"content-length", "host", "authorization"}
    ]
    headers += [(name.encode(), value.encode()) for name, value in member.headers.items()]
    body: Any = request.body.encode() if isinstance(request.body, str) else request.body
    return await client.request(request.method or "GET", str(request.url), headers=headers, content=body or b"")


def _undocumented(described: Mapping[str, Any], answer: httpx2.Response) -> str | None:
    """Return what an answer that is no error has that its operation does not document."""
    if answer.status_code >= 400:
        return None
    told = described["responses"].get(str(answer.status_code))
    if told is None:
        return f"undocumented status {answer.status_code}"
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if answer.content and told.get("content") and kind not in told["content"] and not _is_download(told["content"]):
        return f"undocumented content type {kind}"
    return None


def _is_download(content: Mapping[str, Any]) -> bool:
    return "application/octet-stream" in content
