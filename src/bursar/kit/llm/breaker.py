"""A circuit breaker: who fails again and again is left alone for a while, and then tried with one call.

closed ── so many failures in a row ──> open ── pause over ──> half-open: one probe
   ^                                     ^                          │
   └────────────── it succeeded ─────────┼──────────────────────────┤
                                         └────── it failed ─────────┘
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True)
class Breaker:
    """The breaker of one provider's model. `now` is a monotonic clock in seconds."""

    now: Callable[[], float]
    failures_to_open: int = 5
    open_seconds: float = 30.0
    _failures: int = 0
    _open_until: float | None = None
    _probe: "Admission | None" = None
    # Who was let in before the last change of state has nothing to say about the state after it.
    _era: int = 0

    @property
    def state(self) -> Literal["closed", "open", "half_open"]:
        """Return where the breaker stands."""
        if self._open_until is None:
            return "closed"
        return "open" if self._probe is None and self.now() < self._open_until else "half_open"

    def admit(self) -> "Admission | None":
        """Let a call through, or return None; in the half-open state one alone is let through."""
        if self._open_until is None:
            return Admission(self, self._era)
        if self._probe is not None or self.now() < self._open_until:
            return None
        self._era += 1
        self._probe = Admission(self, self._era)
        return self._probe

    def _succeeded(self, era: int) -> None:
        if era == self._era:
            self._failures, self._open_until, self._probe = 0, None, None

    def _failed(self, era: int) -> None:
        if era != self._era:
            return
        self._failures += 1
        if self._probe is not None or self._failures >= self.failures_to_open:
            self._open_until, self._probe = self.now() + self.open_seconds, None
            self._era += 1

    def _abandoned(self, era: int) -> None:
        # A probe that never asked leaves the door open for the next one.
        if era == self._era:
            self._probe = None


@dataclass(slots=True)
class Admission:
    """One call that was let through. It says once how it ended; what it says later counts for nothing."""

    _breaker: Breaker
    _era: int
    _said: bool = field(default=False)

    def succeeded(self) -> None:
        """Say that the provider answered."""
        self._say(self._breaker._succeeded)  # noqa: SLF001 - the two are one thing.

    def failed(self) -> None:
        """Say that the provider did not answer as it should."""
        self._say(self._breaker._failed)  # noqa: SLF001

    def abandoned(self) -> None:
        """Say that nothing was learned of the provider."""
        self._say(self._breaker._abandoned)  # noqa: SLF001

    def _say(self, tell: Callable[[int], None]) -> None:
        if not self._said:
            self._said = True
            tell(self._era)
