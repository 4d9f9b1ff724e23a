"""Every error as `application/problem+json` (RFC 9457): our refusals, the framework's, the database's, and faults.

`type` and `code` are stable, `retryable` says whether the same request may succeed later, `request_id` finds the log
lines, and `errors` points (RFC 6901) at what was wrong: into the body, or at `/query/…`, `/path/…`, `/header/…`. What
was sent is never echoed, because it may be a secret.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from bursar.kit.errors import Refused
from bursar.platform.http import is_retryable, problem_type

MEDIA_TYPE: Final = "application/problem+json"
MOST_ERRORS: Final = 100

# The framework's own refusals by status; every other one is named after its status.
_FRAMEWORK_CODES: Final = {400: "malformed_body", 404: "not_found", 405: "method_not_allowed", 413: "too_large"}


class FieldError(BaseModel):
    """One thing that is wrong with the input."""

    pointer: str = Field(description="JSON pointer into the body, or `/query/…`, `/path/…`, `/header/…`.")
    code: str
    message: str


class Problem(BaseModel):
    """Why a request was refused or failed."""

    type: str = Field(description="URI that names the kind of problem.", examples=["urn:bursar:problem:not_found"])
    title: str
    status: int
    detail: str = Field(description="What happened, in a sentence for people.")
    code: str = Field(description="What happened, for programs; stable.")
    retryable: bool = Field(description="Whether the same request may succeed later without a change.")
    request_id: str | None = Field(description="Finds this request in the log.")
    errors: Sequence[FieldError] = Field((), description="What was wrong with the input, and where.")
    details: Mapping[str, str] = Field(default_factory=dict, description="Facts behind the refusal, by name.")


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    request_id: str | None,
    errors: Sequence[FieldError] = (),
    details: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Return the answer for a problem, with the headers that its status calls for."""
    body = Problem(
        type=problem_type(code),
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        retryable=is_retryable(status),
        request_id=request_id,
        errors=errors,
        details=details or {},
    )
    sent = dict(headers or {})
    if status == 401:
        sent["WWW-Authenticate"] = f'Bearer realm="bursar", error="{_bearer_error(code)}"'
    if is_retryable(status):
        sent["Retry-After"] = (details or {}).get("retry_after", "1")
    return JSONResponse(body.model_dump(), status, sent, MEDIA_TYPE)


def _bearer_error(code: str) -> str:
    """Return the word of RFC 6750 for a refused request; what is wrong beyond that is in the problem's `code`."""
    return "invalid_token" if code in {"unauthenticated", "token_expired"} else "invalid_grant"


def install(app: FastAPI) -> None:
    """Answer every error of the app with a problem. Faults that nobody expects are caught by the middleware."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _framework)
    app.add_exception_handler(UnicodeEncodeError, _unstorable)


def of_refusal(error: Refused, request_id: str | None) -> JSONResponse:
    """Return the problem that a refusal is."""
    pointed = error.pointer is not None
    errors = [FieldError(pointer=error.pointer or "", code=error.code, message=error.message)] if pointed else []
    return problem(error.status, error.code, error.message, request_id=request_id, errors=errors, details=error.details)


def of_fault(request_id: str | None) -> JSONResponse:
    """Return the problem of a fault of ours, which tells nothing but where to look."""
    return problem(
        500, "internal_error", "Something went wrong on our side; it is logged under this id.", request_id=request_id
    )


def _id(request: Request) -> str | None:
    return getattr(request.state, "request_id", None)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refused)
    return of_refusal(error, _id(request))


async def _framework(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = error.status_code
    code = _FRAMEWORK_CODES.get(status, HTTPStatus(status).phrase.lower().replace(" ", "_"))
    return problem(status, code, error.detail, request_id=_id(request), headers=error.headers)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(one["type"] == "json_invalid" for one in found):
        return problem(400, "malformed_body", "The body is not well-formed JSON.", request_id=_id(request))
    errors = [
        FieldError(pointer=_pointer(one["loc"]), code=str(one["type"]), message=_message(one))
        for one in found[:MOST_ERRORS]
    ]
    detail = "Some of the input is not valid; `errors` says what and where."
    return problem(422, "invalid_request", detail, request_id=_id(request), errors=errors)


def _message(error: Mapping[str, Any]) -> str:
    return str(error["msg"]).removeprefix("Value error, ")


def _pointer(place: Sequence[str | int]) -> str:
    """Return a JSON pointer (RFC 6901): body places stand at the root, others under where they came from."""
    steps = place[1:] if place and place[0] == "body" else place
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


async def _unstorable(request: Request, _: Exception) -> JSONResponse:
    return problem(422, "invalid_text", "A text contains half a surrogate pair.", request_id=_id(request))
