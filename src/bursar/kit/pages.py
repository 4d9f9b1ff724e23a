"""Keyset pages: a page begins after the last row of the one before, so page 1,000 costs what page 1 costs.

A cursor names the sort key of that row and is bound to the filter it was made under: used with another one it is
refused.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from bursar.kit.errors import Refused

Item = TypeVar("Item")

Limit = Annotated[int, Field(ge=1, le=200)]
_MOST_DIGITS: Final = 10  # What a column of four bytes holds has fewer.


class BadCursor(Refused):
    """The cursor is damaged or was made under another filter or sort."""

    code = "bad_cursor"
    status = 422


class Page(BaseModel, Generic[Item]):
    """One page of a list; `next_cursor` is null on the last."""

    model_config = ConfigDict(frozen=True)

    items: list[Item]
    next_cursor: str | None = Field(description="Pass as `cursor` for the next page; null when there is none.")


def encode_cursor(key: Sequence[str], filters: Mapping[str, Any]) -> str:
    """Return the cursor for what comes after a row with this sort key."""
    raw = json.dumps([_binding(filters), *key], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decode_cursor(cursor: str, filters: Mapping[str, Any], parts: int) -> list[str]:
    """Return the sort key in a cursor. Raises BadCursor."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        binding, *key = json.loads(raw)
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise BadCursor("The cursor is damaged.", pointer="/cursor") from error
    if binding != _binding(filters) or len(key) != parts or not all(map(_is_text, key)):
        raise BadCursor("The cursor belongs to another filter or sort.", pointer="/cursor")
    return list(key)


def row_id(part: str) -> UUID:
    """Return the id in one part of a cursor's key. Raises BadCursor."""
    try:
        return UUID(part)
    except ValueError as error:
        raise BadCursor("The cursor is damaged.", pointer="/cursor") from error


def row_number(part: str) -> int:
    """Return the whole number in one part of a cursor's key. Raises BadCursor."""
    if not (part.isascii() and part.isdigit() and len(part) < _MOST_DIGITS):
        raise BadCursor("The cursor is damaged.", pointer="/cursor")
    return int(part)


def _is_text(part: object) -> bool:
    """Tell whether part of a key is text that the database can hold; nobody but a forger sends another."""
    return isinstance(part, str) and "\x00" not in part and part.encode("utf-8", "ignore").decode() == part


def _binding(filters: Mapping[str, Any]) -> str:
    text = json.dumps(filters, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
