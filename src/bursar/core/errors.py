"""The one error of the core: a business rule said no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, overload


class Refused(Exception):  # noqa: N818 - a refusal is an answer to the caller, not a fault of the program.
    """A business rule said no.

    ``code`` is stable snake_case for programs, ``message`` a sentence for people, ``pointer`` the JSON pointer of the
    offending input (``/lines/3/quantity``) and ``details`` the facts behind the refusal as text. A rule that is raised
    in more than one place is a subclass with its own ``code`` and ``status`` and takes the message alone.
    ``status`` is the HTTP status that the API answers with: 422 unless the subclass says 409 (a conflict of states) or
    403 (not this person).
    """

    code: str = "refused"
    status: ClassVar[int] = 422

    @overload
    def __init__(self, message: str, /, *, pointer: str | None = None, **details: str) -> None: ...

    @overload
    def __init__(self, code: str, message: str, /, pointer: str | None = None, **details: str) -> None: ...

    def __init__(self, first: str, second: str | None = None, /, pointer: str | None = None, **details: str) -> None:
        if second is not None:
            self.code = first
        self.message = first if second is None else second
        self.pointer = pointer
        self.details: Mapping[str, str] = details
        super().__init__(self.message)
