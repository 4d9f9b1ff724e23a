"""Access tokens: short-lived, signed with Ed25519, verified without the database.

A JWT (RFC 7519) with the profile of RFC 9068: `typ` is `at+jwt`, one algorithm (EdDSA, RFC 8037), issuer and audience
are ours, and the claims name the person, the tenant and the session. It says who asks, never what they may do: the
database says that in each transaction's first statement.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bursar.kit.errors import Unauthenticated

ALGORITHM: Final = "EdDSA"
TYPE: Final = "at+jwt"
ISSUER: Final = "bursar"
AUDIENCE: Final = "bursar-api"
MOST_CHARACTERS: Final = 4096
REMEMBERED: Final = 2048
_CLAIMS: Final = ("iss", "aud", "sub", "tid", "sid", "iat", "exp")


class TokenExpired(Unauthenticated):
    """The access token has expired; refresh it."""

    code = "token_expired"


@dataclass(frozen=True, slots=True)
class AccessClaims:
    """Who an access token speaks for, and until which second since the epoch."""

    user_id: UUID
    tenant_id: UUID
    session_id: UUID
    expires_at_seconds: int


class AccessTokens:
    """Issue and verify access tokens with the installation's one key.

    A signature that was verified once is remembered (a few thousand, least recently used out first), because checking
    it costs more than the rest of a small request; the expiry is checked every time.
    """

    def __init__(self, seed: bytes, *, life_seconds: int) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = self._private.public_key()
        raw = self._public.public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.key_id = hashlib.sha256(raw).hexdigest()[:16]
        self.life_seconds = life_seconds
        self._verified: OrderedDict[str, AccessClaims] = OrderedDict()

    def issue(self, user_id: UUID, tenant_id: UUID, session_id: UUID, now: datetime) -> str:
        """Return a token for a person's session in a tenant."""
        issued_at = int(now.timestamp())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(user_id),
            "tid": str(tenant_id),
            "sid": str(session_id),
            "iat": issued_at,
            "exp": issued_at + self.life_seconds,
        }
        return jwt.encode(claims, self._private, ALGORITHM, headers={"typ": TYPE, "kid": self.key_id})

    def verify(self, token: str, now: datetime) -> AccessClaims:
        """Return what a token says. Raises Unauthenticated for anything but a token of ours, and TokenExpired."""
        claims = self._verified.get(token)
        if claims is None:
            claims = self._check(token)
            self._verified[token] = claims
            if len(self._verified) > REMEMBERED:
                self._verified.popitem(last=False)
        else:
            self._verified.move_to_end(token)
        if now.timestamp() >= claims.expires_at_seconds:
            self._verified.pop(token, None)
            raise TokenExpired("The access token has expired; refresh it.")
        return claims

    def _check(self, token: str) -> AccessClaims:
        if len(token) > MOST_CHARACTERS:
            raise Unauthenticated("The access token is not valid.")
        try:
            read = jwt.decode_complete(
                token,
                self._public,
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                issuer=ISSUER,
                # Times are compared with the clock that was handed in, not with the library's own.
                options={"require": list(_CLAIMS), "verify_exp": False, "verify_iat": False, "strict_aud": True},
            )
            header, claims = read["header"], read["payload"]
            if (header.get("typ"), header.get("kid"), header.get("alg")) != (TYPE, self.key_id, ALGORITHM):
                raise Unauthenticated("The access token is not valid.")
            expires_at = claims["exp"]
            if not isinstance(expires_at, int):
                raise Unauthenticated("The access token is not valid.")
            return AccessClaims(UUID(claims["sub"]), UUID(claims["tid"]), UUID(claims["sid"]), expires_at)
        except (jwt.PyJWTError, ValueError, TypeError, AttributeError, RecursionError) as error:
            raise Unauthenticated("The access token is not valid.") from error
