"""What sign-in looks like on the wire."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from bursar.kit.wire import Amount, Currency, Input, Output
from bursar.platform.ids import LegalEntityId, SessionId, TenantId, UserId

Secret = Annotated[SecretStr, Field(min_length=1, max_length=1024)]


class SignIn(Input):
    """Who signs in, and into which tenant; a person of one tenant need not name it."""

    email: str = Field(min_length=3, max_length=254)
    password: Secret
    tenant_id: TenantId | None = None


class Refresh(Input):
    """The newest refresh token."""

    refresh_token: Secret


class SessionTokens(Output):
    """A session's access token, and the refresh token that buys the next one, once."""

    access_token: str
    token_type: str = "Bearer"  # noqa: S105 - the scheme's name (RFC 6750), not a secret.
    expires_in_seconds: int
    refresh_token: str
    refresh_expires_at: datetime
    session_id: SessionId


class UserRead(Output):
    """A person."""

    id: UserId
    name: str
    email: str


class TenantRead(Output):
    """A tenant."""

    id: TenantId
    name: str


class OwnLegalEntity(Output):
    """A legal entity of the tenant, and up to which amount the person may approve there (null: any)."""

    id: LegalEntityId
    name: str
    base_currency: Currency
    time_zone: str
    approval_limit: Amount | None


class Me(Output):
    """Who is signed in, where, and what they may do."""

    user: UserRead
    tenant: TenantRead
    permissions: Sequence[str]
    legal_entities: Sequence[OwnLegalEntity]


class _Command(BaseModel):
    model_config = ConfigDict(frozen=True)


class StartSession(_Command):
    """Begin a session whose first refresh token has this SHA-256."""

    session_id: UUID
    token_hash: str
    expires_at: datetime


class RotateToken(_Command):
    """Replace a session's refresh token, named by its SHA-256, by another."""

    session_id: UUID
    used_hash: str
    token_hash: str
    expires_at: datetime


class EndSession(_Command):
    """End a session."""

    session_id: UUID
    because: str


class SessionChanged(_Command):
    """The session that was begun, carried on or ended."""

    session_id: UUID
