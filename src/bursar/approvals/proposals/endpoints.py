"""Routes of proposals."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ValidationError

from bursar.approvals.proposals.actions import (
    ProposalDecidedAlready,
    ProposalFixed,
    ProposalIncomplete,
    ProposalUnchanged,
    approve_proposal,
    edit_proposal,
    reject_proposal,
)
from bursar.approvals.proposals.queries import get_proposal, list_proposals
from bursar.approvals.proposals.schemas import (
    ApproveProposal,
    ApproveProposalBody,
    EditProposal,
    EditProposalBody,
    ProposalFilter,
    ProposalRead,
    RejectProposal,
    RejectProposalBody,
)
from bursar.core.bills import ApprovalLimitExceeded, DigestChanged, OwnDocument
from bursar.kit.errors import NotFound, PreconditionFailed, PreconditionRequired, Refused
from bursar.kit.pages import Page
from bursar.platform.access import Permission
from bursar.platform.actions import ACTIONS, effects_as_json
from bursar.platform.http import IDEMPOTENT, Caller, Documented, IfMatch, Requester, operation, reads, set_etag
from bursar.platform.ids import ProposalId
from bursar.platform.work import Principal, Work, open_work, system

router = APIRouter(prefix="/proposals")


class PayloadInvalid(Refused):
    """The payload is not the action's input; `details` name the first mistake."""

    code = "payload_invalid"


EXAMPLE: dict[str, Any] = {
    "id": "proposal_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "run_id": "run_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "document_id": "document_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "action": "bills.record",
    "payload": {"vendor_id": "vendor_01j6k3m2x4e5f8a9b0c1d2e3f4", "content": {"vendor_reference": "R-2026-118"}},
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "effects": {"journal_lines": [], "open_items": [], "cash": []},
    "rationale": "UBL invoice R-2026-118; vendor by tax id; 5 lines coded to the vendor's account.",
    "decision": "needs_approval",
    "decision_reasons": [],
    "policy_version": "2026-11-1",
    "state": "pending",
    "supersedes_id": None,
    "submitted_by": "user_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "created_at": "2026-11-02T09:30:01Z",
    "decided_by": None,
    "decided_at": None,
    "decision_reason": None,
    "bill_id": None,
    "failure": None,
    "available_actions": ["approve", "edit", "reject"],
    "version": 1,
}
DECIDING: list[Documented] = [
    *IDEMPOTENT,
    NotFound,
    PreconditionRequired,
    PreconditionFailed,
    ProposalDecidedAlready,
]


@router.get(
    "",
    **operation("List proposals", needs=Permission.PROPOSALS_READ, example={"items": [EXAMPLE], "next_cursor": None}),
)
async def proposals(
    work: Annotated[Work, reads(Permission.PROPOSALS_READ)], page: Annotated[ProposalFilter, Query()]
) -> Page[ProposalRead]:
    """Return what agents propose, newest first."""
    return await list_proposals(work, page)


@router.get(
    "/{proposal_id}",
    **operation("Read a proposal", needs=Permission.PROPOSALS_READ, errors=[NotFound], example=EXAMPLE),
)
async def proposal(
    proposal_id: ProposalId, response: Response, work: Annotated[Work, reads(Permission.PROPOSALS_READ)]
) -> ProposalRead:
    """Return one proposal with its payload, its effects on the books and why."""
    found = await get_proposal(work, proposal_id)
    set_etag(response, found.version)
    return found


@router.post(
    "/{proposal_id}/approve",
    **operation(
        "Approve a proposal",
        needs=Permission.PROPOSALS_DECIDE,
        errors=[*DECIDING, ProposalIncomplete, DigestChanged, OwnDocument, ApprovalLimitExceeded],
        example={**EXAMPLE, "state": "approved", "available_actions": []},
        body={"digest": EXAMPLE["digest"]},
    ),
)
async def approve(
    proposal_id: ProposalId, body: ApproveProposalBody, version: IfMatch, caller: Caller, response: Response
) -> ProposalRead:
    """Approve exactly what the digest shows; it is then applied once, in your name.

    The action is tried first, in your name and without keeping it: whatever the books would refuse is answered now.
    """
    found = await _read(caller, proposal_id, Permission.PROPOSALS_DECIDE)
    if found.state == "pending" and found.digest == body.digest and found.version == version:
        await _try(caller, found, found.payload, caller.principal)
    command = ApproveProposal(proposal_id=proposal_id, version=version, digest=body.digest)
    decided = await caller.execute(approve_proposal, command)
    set_etag(response, decided.version)
    return decided


@router.post(
    "/{proposal_id}/reject",
    **operation(
        "Reject a proposal",
        needs=Permission.PROPOSALS_DECIDE,
        errors=DECIDING,
        example={**EXAMPLE, "state": "rejected", "decision_reason": "Not ours", "available_actions": []},
        body={"reason": "Not ours"},
    ),
)
async def reject(
    proposal_id: ProposalId, body: RejectProposalBody, version: IfMatch, caller: Caller, response: Response
) -> ProposalRead:
    """Turn a proposal down and say why; its document is then rejected."""
    command = RejectProposal(proposal_id=proposal_id, version=version, reason=body.reason)
    decided = await caller.execute(reject_proposal, command)
    set_etag(response, decided.version)
    return decided


@router.post(
    "/{proposal_id}/edit",
    **operation(
        "Edit a proposal",
        needs=Permission.PROPOSALS_EDIT,
        errors=[*DECIDING, PayloadInvalid, ProposalUnchanged, ProposalFixed],
        status=201,
        example={**EXAMPLE, "supersedes_id": "proposal_01j6k3m2x4e5f8a9b0c1d2e3f5", "rationale": "Edited by a person."},
        body={"payload": EXAMPLE["payload"]},
    ),
)
async def edit(
    proposal_id: ProposalId, body: EditProposalBody, version: IfMatch, caller: Caller, response: Response
) -> ProposalRead:
    """Put another proposal in this one's place, with its effects computed anew; somebody else approves it."""
    found = await _read(caller, proposal_id, Permission.PROPOSALS_EDIT)
    payload = _checked(found, body.payload)
    # Who edits need not be one who may approve: the effects are those of somebody who may.
    effects = await _try(caller, found, payload, system(caller.principal.tenant_id), may=False)
    command = EditProposal(proposal_id=proposal_id, version=version, payload=payload, effects=effects)
    edited = await caller.execute(edit_proposal, command)
    set_etag(response, edited.version)
    return edited


async def _read(caller: Requester, proposal_id: ProposalId, permission: Permission) -> ProposalRead:
    async with open_work(caller.application.app, caller.principal) as work:
        work.require(permission)
        return await get_proposal(work, proposal_id)


async def _try(
    caller: Requester, found: ProposalRead, payload: dict[str, Any], principal: Principal, *, may: bool = True
) -> dict[str, Any]:
    """Run the proposed action without keeping it and return its effects. Raises whatever the action would."""
    action = ACTIONS[found.action]
    command: BaseModel = action.command.model_validate(payload)
    tried = await caller.application.executor.dry_run(action, command, principal, may=may)
    return effects_as_json(tried.effects)


def _checked(found: ProposalRead, payload: dict[str, Any]) -> dict[str, Any]:
    """Return the payload as the action's input would be written. Raises PayloadInvalid.

    What the document is and who brought it in are facts, not opinions: an edit cannot change them.
    """
    fixed: dict[str, Any] = {
        name: found.payload[name] for name in ("document_id", "submitted_by") if name in found.payload
    }
    facts: dict[str, Any] = {**payload, **fixed}
    try:
        command: BaseModel = ACTIONS[found.action].command.model_validate(facts)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        pointer = "/payload/" + "/".join(str(part) for part in first["loc"])
        raise PayloadInvalid(first["msg"], pointer=pointer) from error
    written: dict[str, Any] = command.model_dump(mode="json")
    return written
