"""Routes of sign-in."""

from typing import Annotated

from fastapi import APIRouter, Request

from bursar.kit.errors import Unauthenticated
from bursar.platform.access import Permission
from bursar.platform.auth.actions import (
    RefreshedMeanwhile,
    RefreshTokenReused,
    TenantNotNamed,
    WrongCredentials,
    end_session,
    refresh,
    sign_in,
)
from bursar.platform.auth.queries import who_am_i
from bursar.platform.auth.schemas import EndSession, Me, Refresh, SessionTokens, SignIn
from bursar.platform.http import IDEMPOTENT, Caller, application_of, operation, reads, request_id_of
from bursar.platform.tokens import TokenExpired
from bursar.platform.work import Work

router = APIRouter()
me_router = APIRouter()

_TOKENS = {
    "access_token": "eyJhbGciOiJFZERTQSIs…",
    "token_type": "Bearer",
    "expires_in_seconds": 300,
    "refresh_token": "brt_0190a3c05b1e7d4e8f2a3b5c7d9e1f20.Zk1…",
    "refresh_expires_at": "2026-12-22T09:30:00Z",
    "session_id": "session_01j2hw0psyfn79yan3pqykt7s0",
}
_ME = {
    "user": {"id": "user_01j2hw0psyfn79yan3pqykt7s0", "name": "Clara Clerk", "email": "clerk@demo.bursar.example"},
    "tenant": {"id": "tenant_01j2hw0psyfn79yan3pqykt7s0", "name": "Northwind Demo"},
    "permissions": ["bills.create", "bills.read", "documents.upload", "self"],
    "legal_entities": [
        {
            "id": "entity_01j2hw0psyfn79yan3pqykt7s0",
            "name": "Northwind Demo GmbH",
            "base_currency": "EUR",
            "time_zone": "Europe/Berlin",
            "approval_limit": {"amount": "5000.00", "currency": "EUR"},
        }
    ],
}


@router.post(
    "/auth/sign-in",
    **operation(
        "Sign in",
        needs=None,
        errors=[WrongCredentials, TenantNotNamed],
        example=_TOKENS,
        body={"email": "clerk@demo.bursar.example", "password": "correct horse battery staple"},
    ),
)
async def sign_in_with_password(request: Request, body: SignIn) -> SessionTokens:
    """Start a session in one tenant and get its tokens.

    The answer to a wrong address, a wrong password and a tenant one does not belong to is the same. A person of several
    tenants who names none is told which there are, as `details` of the problem.
    """
    address = request.client.host if request.client else "unknown"
    return await sign_in(application_of(request), body, address, request_id_of(request))


@router.post(
    "/auth/refresh",
    **operation(
        "Refresh a session",
        needs=None,
        errors=[Unauthenticated, RefreshTokenReused, RefreshedMeanwhile],
        example=_TOKENS,
        body={"refresh_token": "brt_0190a3c05b1e7d4e8f2a3b5c7d9e1f20.Zk1…"},
    ),
)
async def refresh_session(request: Request, body: Refresh) -> SessionTokens:
    """Exchange the refresh token for a new access token and a new refresh token.

    A refresh token is good once. One that comes again ends its session, because it was in two hands.
    """
    return await refresh(application_of(request), body.refresh_token.get_secret_value(), request_id_of(request))


@router.post(
    "/auth/sign-out",
    **operation("Sign out", needs=Permission.SELF, errors=[*IDEMPOTENT, TokenExpired], status=204),
)
async def sign_out(caller: Caller) -> None:
    """End this session at once; its access and refresh tokens are refused from now on."""
    session_id = caller.principal.session_id
    assert session_id is not None
    await caller.execute(end_session, EndSession(session_id=session_id, because="signed_out"))


@me_router.get("/me", **operation("Who am I", needs=Permission.SELF, errors=[TokenExpired], example=_ME))
async def read_me(work: Annotated[Work, reads(Permission.SELF)]) -> Me:
    """Return the person, the tenant, the permissions and the legal entities with the approval limit in each."""
    return await who_am_i(work)
