"""What may become of a proposal without, or only with, a person: code, versioned, and never the model's choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

# Changes whenever ``decide`` may answer differently; kept with every decision.
POLICY_VERSION: Final = "2026-11-1"

# What is never done automatically, whatever a tenant configures.
NEVER_AUTOMATIC: Final = frozenset(
    {
        "payments.release",
        "vendors.change_bank_details",
        "vendors.create_with_bank_details",
        "open_items.write_off",
        "periods.change",
        "tax_codes.change",
    }
)

# Findings of these severities inform; any other one, also an unknown one, stops.
_HARMLESS: Final = frozenset({"warning", "info"})


class Decision(StrEnum):
    """What may be done with a proposal.

    ``suggest``: a person must look and put something right first. ``needs_approval``: a person must approve it as it
    is. ``auto``: it may be applied at once; reserved, and never decided by this version.
    """

    SUGGEST = "suggest"
    NEEDS_APPROVAL = "needs_approval"
    AUTO = "auto"


class Finding(Protocol):
    """The outcome of one check: its stable code, whether it passed, and how bad it is if not."""

    @property
    def code(self) -> str:
        """The stable code of the check."""

    @property
    def passed(self) -> bool:
        """Whether what was checked is right."""

    @property
    def severity(self) -> str:
        """``error``, ``warning`` or ``info``."""


@dataclass(frozen=True, slots=True)
class PolicyDecision:
    """What may be done, the codes that say why, and the version of the policy that said so."""

    decision: Decision
    reasons: tuple[str, ...]
    policy_version: str = POLICY_VERSION


def decide(action: str, checks: Sequence[Finding]) -> PolicyDecision:
    """Decide what may become of a proposed action, given the checks of what it rests on.

    A failed error makes it a suggestion, and the reasons are the codes of those errors. Otherwise a person approves it;
    the reasons are then ``never_automatic`` where no setting could ever change that, and the codes of failed warnings.
    """
    failed = [check for check in checks if not check.passed]
    if errors := _codes(check for check in failed if check.severity not in _HARMLESS):
        return PolicyDecision(Decision.SUGGEST, errors)
    never = ("never_automatic",) if action in NEVER_AUTOMATIC else ()
    return PolicyDecision(Decision.NEEDS_APPROVAL, never + _codes(failed))


def _codes(checks: Iterable[Finding]) -> tuple[str, ...]:
    """Return the codes once each, in the order of the checks."""
    return tuple(dict.fromkeys(check.code for check in checks))
