"""Every error an answer can carry, as one tree. The API turns any of them into `application/problem+json`.

Refused                     a rule said no (core/errors.py): 422 unless the rule says otherwise
├── Unauthenticated   401   nobody known is asking
├── Forbidden         403   known, but may not
├── NotFound          404   nothing here by that name, or not for this tenant: the two look the same
├── Conflict          409   the thing has moved on
├── PreconditionFailed 412  `If-Match` names another version
├── TooLarge          413
├── UnsupportedMedia  415
├── PreconditionRequired 428  this operation needs `If-Match`
├── TooManyRequests   429   retryable, after `Retry-After`
└── Unavailable       503   retryable: the database or the queue did not answer in time
"""

from bursar.core.errors import Refused

__all__ = [
    "Conflict",
    "Forbidden",
    "NotFound",
    "PreconditionFailed",
    "PreconditionRequired",
    "Refused",
    "TooLarge",
    "TooManyRequests",
    "Unauthenticated",
    "Unavailable",
    "UnsupportedMedia",
]


class Unauthenticated(Refused):
    """Nobody known is asking."""

    code = "unauthenticated"
    status = 401


class Forbidden(Refused):
    """The actor lacks a permission."""

    code = "forbidden"
    status = 403


class NotFound(Refused):
    """Nothing by that id is visible here."""

    code = "not_found"
    status = 404


class Conflict(Refused):
    """The resource is in another state than the request needs."""

    code = "conflict"
    status = 409


class PreconditionFailed(Refused):
    """The version in `If-Match` is not the current one."""

    code = "precondition_failed"
    status = 412


class TooLarge(Refused):
    """The input is larger than what is accepted."""

    code = "too_large"
    status = 413


class UnsupportedMedia(Refused):
    """The input is of a kind that is not accepted."""

    code = "unsupported_media_type"
    status = 415


class PreconditionRequired(Refused):
    """The request must name the version it means, with `If-Match`."""

    code = "precondition_required"
    status = 428


class TooManyRequests(Refused):
    """The caller is over its rate; `retry_after` says how many seconds to wait."""

    code = "too_many_requests"
    status = 429


class Unavailable(Refused):
    """Something that the request needs did not answer in time; try again."""

    code = "unavailable"
    status = 503
