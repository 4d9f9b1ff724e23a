"""What a slice's endpoints need of HTTP: the caller, a read, versions, pages, and how an operation is documented.

@router.post("/bills/{bill_id}/approve", **operation("Approve a bill", needs=Permission.BILLS_APPROVE, …))
async def approve(bill_id: BillId, body: ApproveBill, version: IfMatch, caller: Caller, response: Response) -> …:
    bill = await caller.execute(approve_bill, …)
    set_etag(response, bill.version)
    return bill
"""

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any, Final, TypeVar, cast

from fastapi import Depends, Header, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field

from bursar.kit.errors import (
    Forbidden,
    PreconditionFailed,
    PreconditionRequired,
    Refused,
    TooManyRequests,
    Unauthenticated,
    Unavailable,
)
from bursar.kit.pages import Limit, Page, decode_cursor, encode_cursor
from bursar.kit.statements import Row
from bursar.platform.access import Permission
from bursar.platform.actions import Action, Command, DryRun, KeyReused, Result
from bursar.platform.application import Application
from bursar.platform.work import Principal, Work, open_work

Item = TypeVar("Item")

IDEMPOTENCY_KEY_MOST_CHARACTERS: Final = 200
REPLAYED: Final = "Idempotency-Replayed"

_bearer = HTTPBearer(
    auto_error=False, bearerFormat="JWT", scheme_name="accessToken", description="An access token from sign-in."
)
_STRONG_ETAG: Final = re.compile(r'"([1-9][0-9]{0,9})"')


class BadHeader(Refused):
    """A request header cannot be understood; `pointer` names it."""

    code = "bad_header"
    status = 400


def application_of(request: Request) -> Application:
    """Return the application that serves this request."""
    return cast("Application", request.app.state.context)


def request_id_of(request: Request) -> str | None:
    """Return the id that the middleware gave this request."""
    return getattr(request.state, "request_id", None)


async def _principal(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> Principal:
    if credentials is None:
        raise Unauthenticated("Sign in and send the access token as `Authorization: Bearer …`.")
    application = application_of(request)
    claims = application.tokens.verify(credentials.credentials, application.clock())
    return Principal(
        claims.tenant_id, "person", claims.user_id, session_id=claims.session_id, request_id=request_id_of(request)
    )


# Who asks, as the access token says; what they may do, the database says when a transaction opens.
CurrentPrincipal = Annotated[Principal, Depends(_principal)]


@dataclass(frozen=True, slots=True)
class Requester:
    """The person behind a request, and the way to have an action done for them."""

    application: Application
    principal: Principal
    key: str | None
    response: Response

    async def execute(self, action: Action[Command, Result], command: Command) -> Result:
        """Run and commit an action once per `Idempotency-Key`, and tell in a header whether this was a repetition."""
        outcome = await self.application.executor.execute(action, command, self.principal, key=self.key)
        self.response.headers[REPLAYED] = "true" if outcome.replayed else "false"
        return outcome.result

    async def dry_run(self, action: Action[Command, Result], command: Command) -> DryRun[Result]:
        """Return what an action would answer and do to the books, and do nothing."""
        return await self.application.executor.dry_run(action, command, self.principal)


async def _requester(
    request: Request,
    response: Response,
    principal: CurrentPrincipal,
    idempotency_key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            description="Makes a repetition safe: the same key and request are answered again, not done again. "
            f"Printable ASCII, at most {IDEMPOTENCY_KEY_MOST_CHARACTERS} characters.",
            examples=["3f0c9d0e-5d5a-4f0e-9d6c-0e9a4c1b7a52"],
        ),
    ] = None,
) -> Requester:
    if idempotency_key is not None and not (
        0 < len(idempotency_key) <= IDEMPOTENCY_KEY_MOST_CHARACTERS
        and idempotency_key.isascii()
        and idempotency_key.isprintable()
    ):
        raise BadHeader(
            f"Idempotency-Key is 1 to {IDEMPOTENCY_KEY_MOST_CHARACTERS} printable ASCII characters.",
            pointer="/header/Idempotency-Key",
        )
    return Requester(application_of(request), principal, idempotency_key, response)


# The person who asks, able to execute actions.
Caller = Annotated[Requester, Depends(_requester)]


def reads(permission: Permission, *, snapshot: bool = False) -> Any:
    """Return the dependency that opens a read for a caller who holds the permission; `snapshot` as in `open_work`.

    Use as `work: Annotated[Work, reads(Permission.BILLS_READ)]`. The transaction ends before the answer leaves. An
    operation whose need depends on the resource requires the least here and more through `work.require`.
    """

    async def opened(request: Request, principal: CurrentPrincipal) -> AsyncIterator[Work]:
        application = application_of(request)
        async with open_work(application.app, principal, snapshot=snapshot, clock=application.clock) as work:
            work.require(permission)
            yield work

    return Depends(opened, scope="function")


def etag(version: int) -> str:
    """Return the strong entity tag (RFC 9110, 8.8.3) of a version."""
    return f'"{version}"'


def set_etag(response: Response, version: int) -> None:
    """Put a version's entity tag on an answer."""
    response.headers["ETag"] = etag(version)


async def _if_match(
    if_match: Annotated[
        str | None,
        Header(alias="If-Match", description="The ETag of the version that is meant, as last read.", examples=['"3"']),
    ] = None,
) -> int:
    if if_match is None:
        raise PreconditionRequired("Send the ETag of the version you mean as If-Match.", pointer="/header/If-Match")
    found = _STRONG_ETAG.fullmatch(if_match.strip())
    if found is None or int(found[1]) >= 2**31:
        raise BadHeader('If-Match is one strong ETag such as "3".', pointer="/header/If-Match")
    return int(found[1])


# The version that the caller means; an answer to a request without it is 428.
IfMatch = Annotated[int, Depends(_if_match)]


class PageParams(BaseModel):
    """Which page of a list. A list with filters adds them in a subclass; the endpoint takes it as `Query()`.

    `page: Annotated[BillFilter, Query()]`; unknown parameters are refused, and a cursor is bound to the filters.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    cursor: str | None = Field(None, max_length=2000, description="`next_cursor` of the page before.")
    limit: Limit = Field(50, description="Most items on the page.")

    @property
    def fetch(self) -> int:
        """Return how many rows to ask for: one more than the page holds tells whether there is another page."""
        return self.limit + 1

    def filters(self) -> Mapping[str, Any]:
        """Return what the list is filtered and sorted by."""
        return {"list": type(self).__name__, **self.model_dump(mode="json", exclude={"cursor", "limit"})}

    def after(self, parts: int) -> list[str] | None:
        """Return the sort key that the page begins after, in so many parts, or None for the first. Raises BadCursor."""
        return None if self.cursor is None else decode_cursor(self.cursor, self.filters(), parts)

    def page(self, rows: Sequence[Row], read: Callable[[Row], Item], key: Callable[[Row], Sequence[str]]) -> Page[Item]:
        """Return the page made of up to `fetch` rows; `key` gives the sort key of a row, as text."""
        shown = rows[: self.limit]
        more = len(rows) > self.limit
        return Page(
            items=[read(row) for row in shown],
            next_cursor=encode_cursor(key(shown[-1]), self.filters()) if more else None,
        )


# An error of an operation: a class, or (status, code, sentence) where no class of ours raises it.
Documented = type[Refused] | tuple[int, str, str]

_ALWAYS: Final[tuple[Documented, ...]] = (
    (400, "bad_request", "The request cannot be read."),
    (413, "too_large", "The request is larger than what is accepted."),
    (422, "invalid_request", "Some of the input is not valid; `errors` says what and where."),
    TooManyRequests,
    (500, "internal_error", "A fault of ours; the request id finds it in our log."),
    Unavailable,
)


def operation(
    summary: str,
    *,
    needs: Permission | None,
    errors: Sequence[Documented] = (),
    example: Any = None,
    status: int = 200,
    body: Any = None,
    media_type: str = "application/json",
) -> dict[str, Any]:
    """Return the keyword arguments of a route that document it: summary, permission, examples and errors.

    `example` is an answer and `body` a request, as JSON values. `needs` is None for what anybody may ask, and
    `Permission.SELF` for anybody signed in. The description is the function's docstring.
    """
    responses = _responses([*_ALWAYS, *((Unauthenticated, Forbidden) if needs else ()), *errors])
    if example is not None:
        responses[status] = {"content": {media_type: {"example": example}}}
    extra: dict[str, Any] = {"x-permission": needs.value if needs else "public"}
    if needs is None:
        extra["security"] = []
    if body is not None:
        extra["requestBody"] = {"content": {"application/json": {"example": body}}}
    return {"summary": summary, "status_code": status, "responses": responses, "openapi_extra": extra}


# What an operation that executes an action documents besides its own errors.
IDEMPOTENT: Final[tuple[Documented, ...]] = (KeyReused,)
# What one documents that asks for If-Match.
VERSIONED: Final[tuple[Documented, ...]] = (BadHeader, PreconditionRequired, PreconditionFailed)


def _responses(errors: Sequence[Documented]) -> dict[int | str, dict[str, Any]]:
    told: dict[int | str, dict[str, Any]] = {}
    for error in errors:
        code_status, code, sentence = _facts(error)
        answer = told.setdefault(
            code_status,
            {
                "description": HTTPStatus(code_status).phrase,
                "content": {
                    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}}
                },
            },
        )
        answer["content"]["application/problem+json"]["examples"][code] = {
            "summary": sentence,
            "value": problem_example(code_status, code, sentence),
        }
    return told


def _facts(error: Documented) -> tuple[int, str, str]:
    if isinstance(error, tuple):
        return error
    return error.status, error.code, (error.__doc__ or error.code).strip().partition("\n")[0]


def problem_example(status: int, code: str, detail: str) -> dict[str, Any]:
    """Return the problem (RFC 9457) that an error of this status and code is answered with."""
    return {
        "type": problem_type(code),
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "retryable": is_retryable(status),
        "request_id": "01936f0e8a7c4d2fb1e05c7a9d3e6f48",
        "errors": [],
    }


def problem_type(code: str) -> str:
    """Return the URI that names a kind of problem."""
    return f"urn:bursar:problem:{code}"


def is_retryable(status: int) -> bool:
    """Tell whether the same request may succeed later without a change: too many, or something did not answer."""
    return status in {429, 503}
