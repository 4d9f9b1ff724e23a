"""All writes to proposals.

A decision is one UPDATE that finds the proposal still pending: whoever comes second is told.
"""

import json
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from bursar.approvals.proposals.events import ProposalDecided, ProposalEdited
from bursar.approvals.proposals.queries import get_proposal
from bursar.approvals.proposals.schemas import ApproveProposal, EditProposal, ProposalRead, RejectProposal
from bursar.core.bills import DigestChanged, OwnDocument
from bursar.core.digests import digest_of
from bursar.core.policies import POLICY_VERSION, Decision
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, PreconditionFailed
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work


class ProposalDecidedAlready(Conflict):
    """The proposal does not wait for a decision."""

    code = "proposal_decided"


class ProposalIncomplete(Conflict):
    """The proposal is a suggestion: put right what its reasons name, by an edit, before it can be approved."""

    code = "proposal_incomplete"


class ProposalUnchanged(Conflict):
    """The edit proposes what was proposed before in this run."""

    code = "proposal_unchanged"


class ProposalFixed(Conflict):
    """The proposal cannot be edited: what it names was made from the document. Reject it instead."""

    code = "proposal_fixed"


# Their payload names bytes that were cut from a document, which nobody can write by hand.
_FIXED: Final = frozenset({"documents.split"})

refusal("uq_proposal_tenant_id_run_id_digest", ProposalUnchanged)

_DECIDE = text("""
    WITH decided AS (
      UPDATE proposal SET state = :state, decided_by = :actor_id, decided_at = :now, decision_reason = :reason,
             version = version + 1
      WHERE tenant_id = :tenant_id AND id = :id AND state = 'pending' AND version = :version
      RETURNING tenant_id, id, digest, submitted_by, created_at
    ), answered AS (
      INSERT INTO approval_request (tenant_id, id, subject_type, subject_id, digest, state, requested_by, requested_at,
                                    decided_by, decided_at, reason)
      SELECT tenant_id, :request_id, 'proposal', id, digest, :state, submitted_by, created_at, :actor_id, :now, :reason
      FROM decided
    )
    SELECT count(*) FROM decided
""")


@action("proposals.approve", needs=Permission.PROPOSALS_DECIDE)
async def approve_proposal(work: Work, command: ApproveProposal) -> ProposalRead:
    """Approve a pending proposal as its digest shows it; the run that waits for it goes on.

    Raises NotFound, PreconditionFailed, ProposalDecidedAlready, ProposalIncomplete, OwnDocument and DigestChanged.
    """
    proposal = await _pending(work, command.proposal_id, command.version)
    if proposal.decision == Decision.SUGGEST:
        raise ProposalIncomplete(
            "Put right what the reasons name, by an edit.", reasons=",".join(proposal.decision_reasons)
        )
    if proposal.submitted_by == work.actor_id:
        raise OwnDocument("A proposal is approved by somebody other than who submitted or edited it.")
    if proposal.digest != command.digest:
        raise DigestChanged("The proposal is not what you saw; look at it again.", digest=proposal.digest)
    return await _decide(work, proposal, "approved", None)


@action("proposals.reject", needs=Permission.PROPOSALS_DECIDE)
async def reject_proposal(work: Work, command: RejectProposal) -> ProposalRead:
    """Turn a pending proposal down. Raises NotFound, PreconditionFailed and ProposalDecidedAlready."""
    proposal = await _pending(work, command.proposal_id, command.version)
    return await _decide(work, proposal, "rejected", command.reason)


_SUPERSEDE = text("""
    WITH old AS (
      UPDATE proposal SET state = 'superseded', version = version + 1
      WHERE tenant_id = :tenant_id AND id = :old_id AND state IN ('pending', 'failed') AND version = :version
      RETURNING *
    )
    INSERT INTO proposal (tenant_id, id, run_id, document_id, action, payload, digest, effects, rationale, decision,
                          decision_reasons, policy_version, supersedes_id, submitted_by, created_at)
    SELECT tenant_id, :id, run_id, document_id, action, CAST(:payload AS jsonb), :digest, CAST(:effects AS jsonb),
           :rationale, :decision, '{}', :policy_version, id, :actor_id, :now FROM old
""")


@action("proposals.edit", needs=Permission.PROPOSALS_EDIT)
async def edit_proposal(work: Work, command: EditProposal) -> ProposalRead:
    """Put another proposal in the place of one that is pending or has failed.

    The person who edits answers for what it says, so another one approves it. Raises NotFound, PreconditionFailed,
    ProposalDecidedAlready, ProposalUnchanged and ProposalFixed.
    """
    old = await get_proposal(work, command.proposal_id)
    if old.action in _FIXED:
        raise ProposalFixed("What the proposal names was made from the document: reject it instead.")
    _check_version(old, command.version)
    new_id = work.new_id()
    written = await work.session.run(
        _SUPERSEDE,
        {
            "tenant_id": work.tenant_id,
            "id": new_id,
            "old_id": old.id,
            "version": command.version,
            "payload": json.dumps(command.payload),
            "digest": proposal_digest(old.action, command.payload),
            "effects": json.dumps(command.effects),
            "rationale": "Edited by a person.",
            "decision": Decision.NEEDS_APPROVAL.value,
            "policy_version": POLICY_VERSION,
            "actor_id": work.actor_id,
            "now": work.now,
        },
    )
    if not written:
        raise ProposalDecidedAlready("The proposal does not wait for a decision.")
    work.emit(ProposalEdited(new_id, old.id))
    return await get_proposal(work, new_id)


_WITHDRAW = text("""
    UPDATE proposal SET state = 'superseded', version = version + 1
    WHERE tenant_id = :tenant_id AND document_id = :document_id AND state IN ('pending', 'failed')
    RETURNING id
""")


async def withdraw_proposals(work: Work, document_id: UUID) -> list[UUID]:
    """Take back what is proposed for a document and waits for a decision or a correction; return the ids."""
    values = {"tenant_id": work.tenant_id, "document_id": document_id}
    return [row.id for row in await work.session.rows(_WITHDRAW, values)]


def proposal_digest(action_name: str, payload: dict[str, Any]) -> str:
    """Return the digest that people approve: of the action and all of its input."""
    return digest_of({"action": action_name, "payload": payload})


async def _pending(work: Work, proposal_id: UUID, version: int) -> ProposalRead:
    proposal = await get_proposal(work, proposal_id)
    if proposal.state != "pending":
        raise ProposalDecidedAlready("The proposal does not wait for a decision.", state=proposal.state)
    _check_version(proposal, version)
    return proposal


def _check_version(proposal: ProposalRead, version: int) -> None:
    if proposal.version != version:
        raise PreconditionFailed("The proposal has changed since you read it.", version=str(proposal.version))


async def _decide(work: Work, proposal: ProposalRead, state: str, reason: str | None) -> ProposalRead:
    values = {"tenant_id": work.tenant_id, "id": proposal.id, "version": proposal.version, "state": state}
    values |= {"request_id": work.new_id(), "actor_id": work.actor_id, "now": work.now, "reason": reason}
    if not await work.session.value(_DECIDE, values):
        raise ProposalDecidedAlready("Somebody else has just decided this proposal.")
    work.emit(ProposalDecided(proposal.id, proposal.run_id, proposal.document_id, approved=state == "approved"))
    return await get_proposal(work, proposal.id)
