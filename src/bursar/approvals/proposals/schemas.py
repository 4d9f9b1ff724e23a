"""Proposals on the wire."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bursar.core.policies import Decision
from bursar.kit.wire import Input, Json, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import AgentRunId, BillId, DocumentId, ProposalId, UserId

State = Literal["pending", "approved", "rejected", "superseded", "applied", "failed"]
Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class ApproveProposalBody(Input):
    """Approve exactly what the digest shows."""

    digest: Digest


class ApproveProposal(ApproveProposalBody):
    """Approve the proposal of this id."""

    proposal_id: ProposalId
    version: int


class RejectProposalBody(Input):
    """Why not."""

    reason: Text


class RejectProposal(RejectProposalBody):
    """Turn the proposal of this id down."""

    proposal_id: ProposalId
    version: int


class EditProposalBody(Input):
    """What should be done instead: the whole payload of the action."""

    payload: Json


class EditProposal(EditProposalBody):
    """Replace the proposal of this id by another, whose effects were computed by a dry run."""

    proposal_id: ProposalId
    version: int
    effects: Json


class ProposalFilter(PageParams):
    """Which proposals to list."""

    state: State | None = None
    document_id: DocumentId | None = None


class ProposalRead(Output):
    """What an agent proposes, why, and what it would do to the books."""

    id: ProposalId
    run_id: AgentRunId
    document_id: DocumentId
    action: str = Field(examples=["bills.record"])
    payload: Json = Field(description="The action's input.")
    digest: str = Field(description="SHA-256 of action and payload: send it back to approve.")
    effects: Json = Field(description="Journal lines, open items and cash, from a dry run of the action itself.")
    rationale: str
    decision: Decision
    decision_reasons: list[str]
    policy_version: str
    state: State
    supersedes_id: ProposalId | None
    submitted_by: UserId
    created_at: datetime
    decided_by: UserId | None
    decided_at: datetime | None
    decision_reason: str | None
    bill_id: BillId | None
    failure: str | None = Field(description="Code of the error that applying it met.")
    available_actions: tuple[str, ...]
    version: int
