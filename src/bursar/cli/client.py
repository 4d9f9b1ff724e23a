"""People at the HTTP API: how commands that work with invoices speak to a Bursar, near or far."""

import asyncio
import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import httpx2

from bursar.cli.terminal import CommandFailed

Json = dict[str, Any]

CONNECT_SECONDS: Final = 5.0
ANSWER_SECONDS: Final = 120.0
FIRST_LOOK_SECONDS: Final = 0.02
LONGEST_LOOK_SECONDS: Final = 0.5
_UNAUTHENTICATED: Final = 401


class Problem(Exception):  # noqa: N818 - the name that RFC 9457 gives it.
    """The API refused: the stable code, and the sentence for people."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail


class TookTooLong(Exception):  # noqa: N818 - the name says what is the case.
    """What was waited for did not come about in time."""


def open_client(url: str, *, connections: int = 10) -> httpx2.AsyncClient:
    """Return a client of the Bursar at this address."""
    return httpx2.AsyncClient(
        base_url=url,
        timeout=httpx2.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
        limits=httpx2.Limits(max_connections=connections),
        trust_env=not _is_here(url),  # A proxy of the environment does not know our loopback.
    )


def _is_here(url: str) -> bool:
    return httpx2.URL(url).host in {"127.0.0.1", "localhost", "::1"}


@dataclass(slots=True)
class Person:
    """Somebody with a password; signed in at the first request, and again when the access token has run out."""

    client: httpx2.AsyncClient
    email: str
    password: str = field(repr=False)
    tenant_id: str | None = None
    _token: str | None = field(default=None, repr=False)
    _signing_in: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def sign_in(self) -> None:
        """Get an access token. Raises Problem and CommandFailed."""
        given = {"email": self.email, "password": self.password, "tenant_id": self.tenant_id}
        answer = await self._send("POST", "/v1/auth/sign-in", json=given)
        self._token = answer.json()["access_token"]

    async def get(self, path: str, **parameters: str | int | None) -> Json:
        """Read a resource. Raises Problem and CommandFailed."""
        asked = {name: value for name, value in parameters.items() if value is not None}
        found: Json = (await self.request("GET", path, params=asked)).json()
        return found

    async def post(self, path: str, json: Json | None = None, *, key: str, version: int) -> Json:
        """Do something once per key, to this version. Raises Problem and CommandFailed."""
        headers = {"Idempotency-Key": key, "If-Match": f'"{version}"'}
        done: Json = (await self.request("POST", path, headers=headers, json=json)).json()
        return done

    async def request(self, method: str, path: str, headers: Mapping[str, str] | None = None, **more: Any) -> Any:
        """Return the answer to a request by this person. Raises Problem and CommandFailed."""
        used = await self._signed_in(used=None)
        try:
            return await self._send(method, path, headers={**(headers or {}), **_bearer(used)}, **more)
        except Problem as problem:
            if problem.status != _UNAUTHENTICATED:
                raise
        used = await self._signed_in(used=used)
        return await self._send(method, path, headers={**(headers or {}), **_bearer(used)}, **more)

    async def _signed_in(self, *, used: str | None) -> str:
        """Return a token other than the one that was used in vain; many requests at once sign in once."""
        async with self._signing_in:
            if self._token is None or self._token == used:
                await self.sign_in()
        assert self._token is not None
        return self._token

    async def _send(self, method: str, path: str, **more: Any) -> Any:
        try:
            answer = await self.client.request(method, path, **more)
        except httpx2.TransportError as error:
            raise CommandFailed(
                f"nothing answers at {self.client.base_url} ({type(error).__name__}); does `bursar start` run there?"
            ) from error
        if answer.is_success:
            return answer
        raise _problem(answer)


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _problem(answer: Any) -> Problem:
    try:
        told = answer.json()
        return Problem(answer.status_code, str(told["code"]), str(told.get("detail") or told.get("title")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Problem(answer.status_code, f"http_{answer.status_code}", f"HTTP {answer.status_code}, and no reason")


async def wait_for(person: Person, path: str, settled: Callable[[Json], bool], *, seconds: float) -> Json:
    """Read a resource again and again until it has settled. Raises TookTooLong, Problem and CommandFailed."""
    deadline, pause = time.monotonic() + seconds, FIRST_LOOK_SECONDS
    while not settled(found := await person.get(path)):
        if time.monotonic() > deadline:
            raise TookTooLong(f"{path} has not settled within {seconds:g} seconds")
        await asyncio.sleep(pause)
        pause = min(pause * 1.3, LONGEST_LOOK_SECONDS)
    return found


async def upload(person: Person, name: str, data: bytes, *, legal_entity_id: str | None = None) -> Json:
    """Upload a file once, however often that is tried, and return its document. Raises Problem and CommandFailed.

    The key is the digest of the content and of what is said with it; an answer that is repeated is a duplicate.
    """
    said = f"{name}\0{legal_entity_id or ''}\0".encode()
    answer = await person.request(
        "POST",
        "/v1/documents",
        headers={"Idempotency-Key": hashlib.sha256(said + data).hexdigest()},
        files={"file": (name, data, "application/octet-stream")},
        data={} if legal_entity_id is None else {"legal_entity_id": legal_entity_id},
    )
    document: Json = answer.json()
    if answer.headers.get("Idempotency-Replayed") == "true":
        document["duplicate"] = True
    return document
