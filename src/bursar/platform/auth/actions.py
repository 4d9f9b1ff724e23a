"""All that sign-in writes: sessions and refresh tokens.

A refresh token is `brt_<tenant>.<secret>`: the tenant stands in it so that the row can be looked for under row-level
security; only its SHA-256 is kept. Each is used once. One that comes back after its use was stolen by somebody, and
which of the two is the thief cannot be told: the session ends for both (RFC 9700, 4.14.2). Two refreshes that overlap
are no theft: one wins, the other is told to go on with the newer token.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import text, update

from bursar.kit.cache import window_ends_in
from bursar.kit.errors import Conflict, TooManyRequests, Unauthenticated
from bursar.kit.ids import to_public, uuid7
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.application import Application
from bursar.platform.auth.events import SessionEnded, SessionStarted
from bursar.platform.auth.passwords import is_password
from bursar.platform.auth.queries import find_memberships, find_token
from bursar.platform.auth.schemas import (
    EndSession,
    RotateToken,
    SessionChanged,
    SessionTokens,
    SignIn,
    StartSession,
)
from bursar.platform.work import Principal, Work
from bursar.tables import user_sessions

THROTTLE_SECONDS: Final = 300
MOST_SIGN_INS_PER_EMAIL: Final = 20
MOST_SIGN_INS_PER_ADDRESS: Final = 200
_TOKEN: Final = re.compile(r"brt_([0-9a-f]{32})\.[A-Za-z0-9_-]{43}")


class WrongCredentials(Unauthenticated):
    """The e-mail address, the password or the tenant is wrong; which one is not told."""

    code = "wrong_credentials"


class TenantNotNamed(Conflict):
    """The person belongs to several tenants; `details` lists them: name the one to sign in to."""

    code = "tenant_not_named"


class RefreshTokenReused(Unauthenticated):
    """A used refresh token came again; the session has ended."""

    code = "refresh_token_reused"


class RefreshedMeanwhile(Conflict):
    """Another request refreshed this session at the same moment; go on with the token that it got."""

    code = "refreshed_meanwhile"


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """A new refresh token: what the client gets, what is kept, until when it is good."""

    secret: str
    kept_hash: str
    expires_at: datetime


def new_token(application: Application, tenant_id: UUID) -> RefreshToken:
    """Return a fresh refresh token of a tenant, not yet kept anywhere."""
    secret = f"brt_{tenant_id.hex}.{secrets.token_urlsafe(32)}"
    life = timedelta(days=application.settings.refresh_token_days)
    return RefreshToken(secret, _hash(secret).hex(), application.clock() + life)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


async def sign_in(application: Application, given: SignIn, address: str, request_id: str | None) -> SessionTokens:
    """Start a session for the right password.

    Raises WrongCredentials, TenantNotNamed, and TooManyRequests after too many tries for an e-mail or from an address.
    """
    email = given.email.strip().lower()
    await _throttle(application, f"email:{hashlib.sha256(email.encode()).hexdigest()}", MOST_SIGN_INS_PER_EMAIL)
    await _throttle(application, f"address:{address}", MOST_SIGN_INS_PER_ADDRESS)
    memberships = await find_memberships(application.app, email)
    kept = memberships[0].password_hash if memberships else None
    if not await is_password(given.password.get_secret_value(), kept):
        raise WrongCredentials("The e-mail address or the password is wrong.")
    if given.tenant_id is not None:
        memberships = [row for row in memberships if row.tenant_id == given.tenant_id]
    if not memberships:
        raise WrongCredentials("The e-mail address or the password is wrong.")
    if len(memberships) > 1:
        tenants = {to_public("tenant", row.tenant_id): row.tenant_name for row in memberships}
        raise TenantNotNamed("You belong to several tenants; name one as `tenant_id`.", pointer="/tenant_id", **tenants)
    member = memberships[0]
    session_id = uuid7(application.clock())
    principal = Principal(
        member.tenant_id, "person", member.user_id, request_id=request_id
    )  # There is no session yet that the first statement could check; the membership is.
    fresh = new_token(application, member.tenant_id)
    command = StartSession(session_id=session_id, token_hash=fresh.kept_hash, expires_at=fresh.expires_at)
    await application.executor.execute(start_session, command, principal)
    return _tokens(application, principal, session_id, fresh)


async def refresh(application: Application, token: str, request_id: str | None) -> SessionTokens:
    """Exchange a refresh token for a new pair. Raises Unauthenticated, RefreshTokenReused, RefreshedMeanwhile."""
    found = _TOKEN.fullmatch(token)
    if found is None:
        raise Unauthenticated("The refresh token is not valid; sign in again.")
    tenant_id, used = UUID(found[1]), _hash(token)
    row = await find_token(application.app, tenant_id, used, application.clock)
    if row is None or row.expired:
        raise Unauthenticated("The refresh token is not valid; sign in again.")
    principal = Principal(tenant_id, "person", row.user_id, session_id=row.session_id, request_id=request_id)
    if row.used_at is not None:
        command = EndSession(session_id=row.session_id, because=RefreshTokenReused.code)
        await application.executor.execute(end_session, command, principal)
        raise RefreshTokenReused("This refresh token was used before; the session has ended, sign in again.")
    fresh = new_token(application, tenant_id)
    await application.executor.execute(
        rotate_token,
        RotateToken(
            session_id=row.session_id, used_hash=used.hex(), token_hash=fresh.kept_hash, expires_at=fresh.expires_at
        ),
        principal,
    )
    return _tokens(application, principal, row.session_id, fresh)


def _tokens(application: Application, principal: Principal, session_id: UUID, fresh: RefreshToken) -> SessionTokens:
    tokens = application.tokens
    return SessionTokens(
        access_token=tokens.issue(principal.actor_id, principal.tenant_id, session_id, application.clock()),
        expires_in_seconds=tokens.life_seconds,
        refresh_token=fresh.secret,
        refresh_expires_at=fresh.expires_at,
        session_id=session_id,
    )


async def _throttle(application: Application, key: str, most: int) -> None:
    if await application.cache.hit(f"sign-in:{key}", THROTTLE_SECONDS) > most:
        wait = str(window_ends_in(THROTTLE_SECONDS))
        raise TooManyRequests("Too many sign-ins were tried; wait.", retry_after=wait)


_START = text("""
    WITH started AS (
      INSERT INTO user_session (tenant_id, id, user_id, created_at, expires_at)
      VALUES (:tenant_id, :session_id, :user_id, :now, :expires_at)
      RETURNING tenant_id, id
    )
    INSERT INTO refresh_token (tenant_id, token_hash, session_id, issued_at, expires_at)
    SELECT tenant_id, CAST(:token_hash AS bytea), id, CAST(:now AS timestamptz), CAST(:expires_at AS timestamptz)
    FROM started
""")

# The condition on `used_at` is judged again after waiting for a refresh that holds the row: one of two wins.
_ROTATE = text("""
    WITH used AS (
      UPDATE refresh_token SET used_at = :now
      WHERE tenant_id = :tenant_id AND token_hash = :used_hash AND used_at IS NULL AND expires_at > :now
      RETURNING tenant_id, session_id
    ), carried_on AS (
      UPDATE user_session s SET expires_at = :expires_at FROM used
      WHERE s.tenant_id = used.tenant_id AND s.id = used.session_id
    )
    INSERT INTO refresh_token (tenant_id, token_hash, session_id, issued_at, expires_at)
    SELECT tenant_id, CAST(:token_hash AS bytea), session_id, CAST(:now AS timestamptz),
           CAST(:expires_at AS timestamptz)
    FROM used
""")


@action("sessions.start", needs=Permission.SELF)
async def start_session(work: Work, command: StartSession) -> SessionChanged:
    """Begin a session with its first refresh token."""
    await work.session.run(
        _START,
        {
            "tenant_id": work.tenant_id,
            "session_id": command.session_id,
            "user_id": work.actor_id,
            "now": work.now,
            "expires_at": command.expires_at,
            "token_hash": bytes.fromhex(command.token_hash),
        },
    )
    work.emit(SessionStarted(command.session_id))
    return SessionChanged(session_id=command.session_id)


@action("sessions.refresh", needs=Permission.SELF)
async def rotate_token(work: Work, command: RotateToken) -> SessionChanged:
    """Use a refresh token up, issue the next and carry the session on. Raises RefreshedMeanwhile."""
    values = {
        "tenant_id": work.tenant_id,
        "now": work.now,
        "expires_at": command.expires_at,
        "used_hash": bytes.fromhex(command.used_hash),
        "token_hash": bytes.fromhex(command.token_hash),
    }
    if not await work.session.run(_ROTATE, values):
        raise RefreshedMeanwhile("Another request has just refreshed this session; use the token that it got.")
    return SessionChanged(session_id=command.session_id)


@action("sessions.end", needs=Permission.SELF)
async def end_session(work: Work, command: EndSession) -> SessionChanged:
    """End the actor's own session; its access tokens are refused from the next request on."""
    await work.session.run(
        update(user_sessions)
        .where(
            work.owns(user_sessions),
            user_sessions.c.id == command.session_id,
            user_sessions.c.user_id == work.actor_id,
            user_sessions.c.revoked_at.is_(None),
        )
        .values(revoked_at=work.now, revoked_because=command.because)
    )
    work.emit(SessionEnded(command.session_id, command.because))
    return SessionChanged(session_id=command.session_id)
