"""The digest a person approves: one text for one meaning, hashed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from bursar.core.money import Money


def digest_of(payload: Mapping[str, object]) -> str:
    """Return the SHA-256 of the payload's canonical JSON as 64 hex digits.

    Raises TypeError for a float, a naive datetime, a key that is not text, and any type without one written form.
    """
    return hashlib.sha256(canonical_json(payload).encode("ascii")).hexdigest()


def canonical_json(payload: Mapping[str, object]) -> str:
    """Return the payload as JSON with sorted keys, no spaces and ASCII only, so that equal payloads are equal texts.

    A Decimal becomes its plain digits as written (``1.50`` stays ``1.50``, ``1E+2`` becomes ``100``), Money
    ``{"amount", "currency"}``, a date ISO 8601, an instant ISO 8601 in UTC, a UUID its text. The result read back as
    JSON has the same digest.
    """
    return json.dumps(_plain(payload), sort_keys=True, separators=(",", ":"), allow_nan=False)


def _plain(value: object) -> object:  # noqa: PLR0911 - one return for each written form.
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return _digits(value)
        case Money():
            return {"amount": value.plain, "currency": value.currency}
        case datetime():
            return _instant(value)
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case Mapping():
            return {_key(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            raise TypeError(f"A digest cannot hold {type(value).__name__}.")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"A key is text, not {type(key).__name__}.")
    return key


def _digits(value: Decimal) -> str:
    if not value.is_finite():
        raise TypeError("A digest cannot hold a number that is not finite.")
    return format(value, "f")


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise TypeError("A digest cannot hold an instant without a time zone.")
    return value.astimezone(UTC).isoformat()
