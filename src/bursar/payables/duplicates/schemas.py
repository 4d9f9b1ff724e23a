"""Possible duplicates on the wire."""

from typing import Literal

from pydantic import Field

from bursar.kit.wire import Output
from bursar.platform.ids import BillId, ProposalId


class PossibleDuplicate(Output):
    """A bill, or a proposed one, that may be the same."""

    bill_id: BillId | None
    proposal_id: ProposalId | None
    reasons: tuple[str, ...] = Field(description="Strongest first.")
    severity: Literal["error", "warning"] = Field(description="An error cannot be posted; a warning is for a person.")
    message: str


class PossibleDuplicates(Output):
    """What may be the same, gravest first."""

    items: tuple[PossibleDuplicate, ...]
