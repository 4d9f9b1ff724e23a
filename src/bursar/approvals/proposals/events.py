"""Facts about proposals."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ProposalDecided:
    """A person approved or rejected a proposal: the waiting run goes on."""

    type: ClassVar[str] = "proposal.decided"
    proposal_id: UUID
    run_id: UUID
    document_id: UUID
    approved: bool

    @property
    def subject_id(self) -> UUID:
        """The proposal."""
        return self.proposal_id


@dataclass(frozen=True, slots=True)
class ProposalEdited:
    """A person replaced a proposal by another."""

    type: ClassVar[str] = "proposal.edited"
    proposal_id: UUID
    supersedes_id: UUID

    @property
    def subject_id(self) -> UUID:
        """The new proposal."""
        return self.proposal_id
