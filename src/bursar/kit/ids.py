"""Identifiers: UUIDv7 inside (in the order they were made), TypeIDs such as `bill_01h…` outside."""

import functools
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema
from typeid import TypeID

_VERSION: Final = 7 << 76
_VARIANT: Final = 2 << 62


def uuid7(now: datetime) -> UUID:
    """Return a UUID of version 7 for an instant (RFC 9562, 5.7): 48 bits of milliseconds, then 74 random bits."""
    milliseconds = int(now.timestamp() * 1000)
    tail = secrets.randbits(74)
    return UUID(int=milliseconds << 80 | _VERSION | (tail >> 62) << 64 | _VARIANT | tail & (2**62 - 1))


def earliest_uuid7(now: datetime) -> UUID:
    """Return what every identifier made at an instant or later is not less than."""
    return UUID(int=int(now.timestamp() * 1000) << 80)


# Ids of accounts, vendors and people come again and again.
_REMEMBERED: Final = 16_384


@functools.lru_cache(maxsize=_REMEMBERED)
def to_public(prefix: str, identifier: UUID) -> str:
    """Return the TypeID text of an identifier."""
    return str(TypeID.from_uuid(identifier, prefix=prefix))  # type: ignore[arg-type]  # Its stub names its own UUID class.


def from_public(prefix: str, value: object) -> UUID:
    """Return the identifier in a TypeID text of the given prefix, or a UUID as it is. Raises ValueError."""
    if isinstance(value, UUID):
        return value
    if not isinstance(value, str) or not value.startswith(f"{prefix}_"):
        raise ValueError(f"must be an id that begins with {prefix}_")
    return _read(prefix, value)


@functools.lru_cache(maxsize=_REMEMBERED)
def _read(prefix: str, value: str) -> UUID:
    try:
        return UUID(bytes=TypeID.from_string(value).uuid_bytes)
    except Exception as error:
        raise ValueError(f"is not a well-formed {prefix} id") from error


@dataclass(frozen=True, slots=True)
class PublicId:
    """Annotates a UUID that is a TypeID on the wire: `Annotated[UUID, PublicId("bill")]`."""

    prefix: str

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes it."""
        return core_schema.no_info_plain_validator_function(
            functools.partial(from_public, self.prefix),
            serialization=core_schema.plain_serializer_function_ser_schema(
                functools.partial(to_public, self.prefix), return_schema=core_schema.str_schema(), when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return how OpenAPI describes it."""
        example = to_public(self.prefix, UUID("0190a3c0-5b1e-7d4e-8f2a-3b5c7d9e1f20"))
        return {"type": "string", "pattern": f"^{self.prefix}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$", "examples": [example]}
