"""A document that holds several invoices: its parts are cut and kept, and a person approves which pages each is.

The payload names the bytes of each part, so that what is approved is what is then read, and applying it is one
transaction. Parts that nobody approves stay in the storage like an upload that was refused.
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from bursar.agents.payables.propose import Proposed, keep_proposal, move_document
from bursar.agents.runs.actions import add_step, hold_run
from bursar.approvals.proposals.actions import proposal_digest
from bursar.core.policies import decide
from bursar.core.splitting import Part
from bursar.documents.received.actions import split_document
from bursar.documents.received.schemas import DocumentPart, DocumentRead, SplitDocument
from bursar.platform.actions import effects_as_json, record
from bursar.platform.application import Application
from bursar.platform.work import Principal, open_work

ACTION: Final = split_document.name


async def propose_split(
    application: Application, principal: Principal, run_id: UUID, document: DocumentRead, parts: Sequence[Part]
) -> UUID:
    """Cut the parts, try the split without keeping it, and propose it. Raises what cutting and splitting raise."""
    command = SplitDocument(document_id=document.id, parts=await _kept(application, principal, document, parts))
    tried = await application.worker_executor.dry_run(split_document, command, principal, may=False)
    payload = command.model_dump(mode="json")
    digest = proposal_digest(ACTION, payload)
    rationale = f"{len(parts)} invoices in one file: {'; '.join(_told(part) for part in parts)}."
    effects = effects_as_json(tried.effects)
    decision = decide(ACTION, ())
    async with open_work(application.agent, principal, clock=application.clock) as work:
        await hold_run(work, run_id)
        await add_step(work, run_id, "understand", rationale, {"parts": [_evidence(part) for part in parts]})
        await add_step(work, run_id, "decide", "A person approves it.", {"policy": decision.policy_version})
        proposed = Proposed(action=ACTION, payload=payload, digest=digest, effects=effects, rationale=rationale)
        proposal_id = await keep_proposal(work, run_id, document, proposed, decision)
        await move_document(work, document, "proposed", ())
        await record(work, "agents.payables.propose", digest)
    return proposal_id


async def _kept(
    application: Application, principal: Principal, document: DocumentRead, parts: Sequence[Part]
) -> list[DocumentPart]:
    data = await application.storage.read(principal.tenant_id, document.sha256)
    files = await application.parsing.cut(data, [(part.first_page, part.last_page) for part in parts])
    kept = []
    for part, file in zip(parts, files, strict=True):
        stored = await application.storage.put(
            principal.tenant_id, file, max_bytes=application.settings.document_max_bytes
        )
        kept.append(
            DocumentPart(
                first_page=part.first_page,
                last_page=part.last_page,
                number=part.number,
                sha256=stored.sha256,
                size_bytes=stored.size_bytes,
            )
        )
    return kept


def _told(part: Part) -> str:
    pages = str(part.first_page) if part.first_page == part.last_page else f"{part.first_page}-{part.last_page}"
    return f"{part.number} on page {pages}"


def _evidence(part: Part) -> dict[str, Any]:
    return {
        "first_page": part.first_page,
        "last_page": part.last_page,
        "number": part.number,
        "total": part.total,
        "evidence": list(part.evidence),
    }
