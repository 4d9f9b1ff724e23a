"""Identifiers: UUIDv7 inside (in the order they were made), TypeIDs such as `bill_01h…` outside."""

import secrets
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from typeid import TypeID

_VERSION: Final = 7 << 76
_VARIANT: Final = 2 << 62


def uuid7(now: datetime) -> UUID:
    """Return a UUID of version 7 for an instant (RFC 9562, 5.7): 48 bits of milliseconds, then 74 random bits."""
    milliseconds = int(now.timestamp() * 1000)
    tail = secrets.randbits(74)
    return UUID(int=milliseconds << 80 | _VERSION | (tail >> 62) << 64 | _VARIANT | tail & (2**62 - 1))


def to_public(prefix: str, identifier: UUID) -> str:
    """Return the TypeID text of an identifier."""
    return str(TypeID.from_uuid(identifier, prefix=prefix))  # type: ignore[arg-type]  # Its stub names its own UUID class.


def from_public(prefix: str, value: object) -> UUID:
    """Return the identifier in a TypeID text of the given prefix, or a UUID as it is. Raises ValueError."""
    if isinstance(value, UUID):
        return value
    if not isinstance(value, str) or not value.startswith(f"{prefix}_"):
        raise ValueError(f"must be an id that begins with {prefix}_")
    try:
        return UUID(bytes=TypeID.from_string(value).uuid_bytes)
    except Exception as error:
        raise ValueError(f"is not a well-formed {prefix} id") from error


def public_id(prefix: str) -> Any:
    """Return the pydantic type of one resource's ids: a UUID in Python, a TypeID on the wire."""
    return Annotated[
        UUID,
        BeforeValidator(lambda value: from_public(prefix, value)),
        PlainSerializer(lambda value: to_public(prefix, value), return_type=str, when_used="json"),
        WithJsonSchema(
            {
                "type": "string",
                "pattern": f"^{prefix}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$",
                "examples": [to_public(prefix, UUID("0190a3c0-5b1e-7d4e-8f2a-3b5c7d9e1f20"))],
            }
        ),
    ]
