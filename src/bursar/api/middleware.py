"""What happens around every request, as plain ASGI: identity and log, version, rate, body.

    RequestIdentity → ApiVersion → RateLimit → BodyGuard → the app

Each adds its headers to every answer, problems included. They are not `BaseHTTPMiddleware`, which would run each
request in a task of its own and break cancellation and context variables.
"""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

import structlog
from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bursar.api.problems import of_fault, of_refusal, problem
from bursar.kit.cache import window_ends_in
from bursar.kit.errors import Refused, TooManyRequests
from bursar.kit.log import belongs_to
from bursar.platform.application import Application
from bursar.platform.tokens import AccessClaims

log = structlog.get_logger(__name__)

MEBIBYTE: Final = 1024 * 1024
BODY_MOST_BYTES: Final = 4 * MEBIBYTE
JSON_MOST_DEPTH: Final = 32
RATE_WINDOW_SECONDS: Final = 60
VERSION_HEADER: Final = "Bursar-Version"
_UPLOADS: Final = {("POST", "/v1/documents")}
_QUIET: Final = {"/healthz", "/readyz"}

_SANE_ID: Final = re.compile(r"[A-Za-z0-9._:\-]{8,128}")
_SECURITY: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def _state(scope: Scope) -> dict[str, Any]:
    state: dict[str, Any] = scope.setdefault("state", {})
    return state


def _with_headers(send: Send, headers: Mapping[str, str]) -> Send:
    """Return a `send` that adds headers where the answer has not set them itself."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = MutableHeaders(scope=message)
            for name, value in headers.items():
                present.setdefault(name, value)
        await send(message)

    return sending


@dataclass(slots=True)
class RequestIdentity:
    """Give each request an id and each answer its security headers; log one line; turn faults into a bare 500."""

    app: ASGIApp
    application: Application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request under its id."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        offered = headers.get("x-request-id", "")
        request_id = offered if _SANE_ID.fullmatch(offered) else uuid4().hex
        claims = self._claims(headers)
        state = _state(scope)
        state["request_id"], state["claims"] = request_id, claims
        ids = {"request_id": request_id}
        if claims is not None:
            ids |= {"tenant_id": str(claims.tenant_id), "actor": str(claims.user_id)}
        with belongs_to(**ids):
            await self._serve(scope, receive, _with_headers(send, {"X-Request-Id": request_id, **_SECURITY}))

    def _claims(self, headers: Headers) -> AccessClaims | None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        try:
            return self.application.tokens.verify(token.strip(), self.application.clock())
        except Refused:
            return None  # Whoever needs to know who asks says so with the reason.

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        status = 0

        async def watching(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watching)
        except Exception:
            log.exception("request_failed", method=scope["method"], path=scope["path"])
            if status:
                raise  # The answer has begun; all that is left is to end the connection.
            await of_fault(_state(scope)["request_id"])(scope, receive, watching)
        finally:
            if scope["path"] not in _QUIET:
                took_ms = round((time.perf_counter() - began) * 1000, 1)
                log.info("request", method=scope["method"], path=scope["path"], status=status, took_ms=took_ms)


@dataclass(slots=True)
class ApiVersion:
    """Serve one dated version of the API and say so; refuse a request that was written for another."""

    app: ASGIApp
    application: Application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request of the served version."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        served = self.application.settings.api_version.isoformat()
        sending = _with_headers(send, {VERSION_HEADER: served})
        wanted = Headers(scope=scope).get(VERSION_HEADER, served)
        if wanted == served:
            await self.app(scope, receive, sending)
            return
        detail = f"This server speaks version {served} of the API and no other; leave {VERSION_HEADER} out or send it."
        request_id = _state(scope).get("request_id")
        await problem(400, "unsupported_version", detail, request_id=request_id)(scope, receive, sending)


@dataclass(slots=True)
class RateLimit:
    """Count requests per person, or per address for nobody known, and tell how many are left.

    Headers follow draft-ietf-httpapi-ratelimit-headers: `RateLimit-Policy` has quota and window, `RateLimit` what
    remains and in how many seconds it is whole again.
    """

    app: ASGIApp
    application: Application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request if its sender has any left."""
        if scope["type"] != "http" or not scope["path"].startswith("/v1/"):
            await self.app(scope, receive, send)
            return
        most = self.application.settings.rate_limit_per_minute
        count = await self.application.cache.hit(f"rate:{self._who(scope)}", RATE_WINDOW_SECONDS)
        left_seconds = window_ends_in(RATE_WINDOW_SECONDS)
        sending = _with_headers(
            send,
            {
                "RateLimit-Policy": f'"default";q={most};w={RATE_WINDOW_SECONDS}',
                "RateLimit": f'"default";r={max(0, most - count)};t={left_seconds}',
            },
        )
        if count <= most:
            await self.app(scope, receive, sending)
            return
        refusal = TooManyRequests(
            f"More than {most} requests in {RATE_WINDOW_SECONDS} seconds.", retry_after=str(left_seconds)
        )
        await of_refusal(refusal, _state(scope).get("request_id"))(scope, receive, sending)

    @staticmethod
    def _who(scope: Scope) -> str:
        claims: AccessClaims | None = _state(scope).get("claims")
        if claims is not None:
            return f"{claims.tenant_id}:{claims.user_id}"
        return f"address:{scope['client'][0] if scope.get('client') else 'unknown'}"


@dataclass(slots=True)
class BodyGuard:
    """Bound the size of bodies, declared or not, and refuse JSON that is too deep and text that cannot be stored."""

    app: ASGIApp
    application: Application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request whose body keeps the limits."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers, most = Headers(scope=scope), self._most_bytes(scope)
        declared = headers.get("content-length", "0")
        refusal = None
        if declared.isascii() and declared.isdigit() and int(declared[:20]) > most:
            refusal = _too_large(most)
        elif headers.get("content-encoding", "identity").lower() != "identity":
            refusal = (415, "unsupported_media_type", "Send the body without Content-Encoding.")
        elif b"%00" in scope["query_string"] or "\x00" in scope["path"]:
            refusal = _NUL
        elif "json" in headers.get("content-type", ""):
            body = await _read(receive, most)
            refusal = _too_large(most) if body is None else _objection(body)
            receive = _replayed(body or b"", receive)
        else:
            receive = _counted(receive, most)
        if refusal is None:
            await self.app(scope, receive, send)
        else:
            await problem(*refusal, request_id=_state(scope).get("request_id"))(scope, receive, send)

    def _most_bytes(self, scope: Scope) -> int:
        if (scope["method"], scope["path"].rstrip("/")) in _UPLOADS:
            return self.application.settings.document_max_bytes + MEBIBYTE
        return BODY_MOST_BYTES


Refusal = tuple[int, str, str]

_NUL: Final[Refusal] = (422, "invalid_text", "A text contains the NUL character, which cannot be stored.")
_HALF_PAIR: Final[Refusal] = (422, "invalid_text", "A text contains half a surrogate pair, which cannot be stored.")
_ESCAPED_BACKSLASH: Final = b"\\\\"
_ESCAPED_NUL: Final = b"\\u0000"
_ESCAPED_PAIR: Final = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_ESCAPED_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BRACKET: Final = re.compile(rb"[\[\]{}]")


def _too_large(most: int) -> Refusal:
    return (413, "too_large", f"The body is larger than {most} bytes.")


def _objection(body: bytes) -> Refusal | None:
    """Return why this JSON is refused before anybody parses it, if it is."""
    if b"\\u" in body:
        # With the escaped backslashes out of the way, what looks like an escape is one.
        escapes = body.replace(_ESCAPED_BACKSLASH, b"_")
        if _ESCAPED_NUL in escapes:
            return _NUL
        if _ESCAPED_HALF.search(_ESCAPED_PAIR.sub(b"", escapes)):
            return _HALF_PAIR
    if body.count(b"[") + body.count(b"{") > JSON_MOST_DEPTH and _depth(body) > JSON_MOST_DEPTH:
        return (422, "too_deep", f"The JSON is nested more than {JSON_MOST_DEPTH} levels deep.")
    return None


def _depth(body: bytes) -> int:
    deepest = depth = 0
    for bracket in _BRACKET.finditer(_STRING.sub(b"", body)):
        depth += 1 if bracket[0] in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


async def _read(receive: Receive, most: int) -> bytes | None:
    """Return the whole body, or None when it is larger than allowed; no more than that is ever held."""
    chunks, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        if size > most:
            return None
        if not message.get("more_body", False):
            break
    return b"".join(chunks)


def _replayed(body: bytes, receive: Receive) -> Receive:
    given = False

    async def receiving() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receiving


def _counted(receive: Receive, most: int) -> Receive:
    size = 0

    async def receiving() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > most:
            # Of all errors, this kind alone passes the framework's reading of a body as it is.
            raise HTTPException(413, f"The body is larger than {most} bytes.")
        return message

    return receiving
