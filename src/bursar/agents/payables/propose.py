"""The second and third node: the bill as a dry run of the real action, and what the policy says about it."""

import json
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text, update

from bursar.agents.payables import AGENT, draft
from bursar.agents.payables.code import Coded, code_lines
from bursar.agents.payables.understand import Understood
from bursar.agents.runs.actions import add_step, change_run, hold_run, retire_run
from bursar.approvals.proposals.actions import proposal_digest
from bursar.approvals.tasks.actions import open_task
from bursar.core.checks import Check
from bursar.core.errors import Refused
from bursar.core.policies import Decision, PolicyDecision, decide
from bursar.documents.received.queries import get_document
from bursar.documents.received.schemas import DocumentRead
from bursar.kit.errors import Unavailable
from bursar.payables.bills.actions import record_bill
from bursar.payables.bills.schemas import RecordBill
from bursar.platform.actions import effects_as_json, record
from bursar.platform.application import Application
from bursar.platform.work import Principal, Work, open_work
from bursar.tables import documents

ACTION: Final = record_bill.name


class JobFailed(Refused):
    """The job failed on every attempt, or its worker was lost on every one: the log says why."""

    code = "job_failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is proposed: an action with its whole input, its digest and effects, and why."""

    action: str
    payload: dict[str, Any]
    digest: str
    effects: dict[str, Any]
    rationale: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal to be: the action's whole input with digest and effects; or None with the check that says why not."""

    payload: dict[str, Any] | None
    digest: str | None
    effects: dict[str, Any]
    refused: Check | None
    coded: Coded | None = None

    def identity(self, run_id: UUID) -> str:
        """Return the digest of what was proposed, or the run where nothing was."""
        return self.digest or str(run_id)

    def proposed(self, rationale: str) -> Proposed:
        """Return what there is to propose."""
        assert self.payload is not None
        return Proposed(
            action=ACTION,
            payload=self.payload,
            digest=self.digest or proposal_digest(ACTION, self.payload),
            effects=self.effects,
            rationale=rationale,
        )


async def propose(
    application: Application, principal: Principal, found: Understood, run_id: UUID | None = None
) -> Draft:
    """Try the bill on the books, keep nothing, and return it with every line coded and its journal."""
    if found.content is None:
        return Draft(None, None, {}, None)
    coded = await code_lines(application, principal, found, found.content, run_id)
    try:
        command = RecordBill(
            legal_entity_id=found.document.legal_entity_id,
            document_id=found.document.id,
            submitted_by=found.document.uploaded_by,
            vendor_id=found.vendor.vendor_id,
            new_vendor=None if found.vendor.vendor_id else draft.new_vendor(found.invoice),
            content=coded.content,
        )
        executor = application.worker_executor
        tried = await executor.dry_run(record_bill, command, principal, may=False)
    except Unavailable:
        raise
    except Refused as refused:
        return Draft(None, None, {}, _refusal(refused), coded)
    payload = command.model_dump(mode="json")
    return Draft(payload, proposal_digest(ACTION, payload), effects_as_json(tried.effects), None, coded)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What became of the document: a proposal that waits, or nothing to propose."""

    proposal_id: UUID | None
    reason_codes: tuple[str, ...]


async def conclude(
    application: Application, principal: Principal, run_id: UUID, found: Understood, drafted: Draft
) -> Conclusion:
    """Ask the policy, and write reading, steps, proposal and the document's state in one transaction.

    A repetition finds its proposal by run and digest, and leaves a document alone that people have gone on with.
    Raises RunBusy when the run has ended meanwhile.
    """
    checks = (*found.checks, *(drafted.coded.checks if drafted.coded else ()))
    checks += (drafted.refused,) if drafted.refused else ()
    decision = decide(_strictest(drafted), checks)
    async with open_work(application.agent, principal, clock=application.clock) as work:
        await hold_run(work, run_id)
        await _keep_reading(work, found.document.id, found.reading())
        await _tell(work, run_id, found, drafted, decision)
        proposal_id = None
        if drafted.payload is not None:
            proposed = drafted.proposed(f"{_what_it_is(found)} {_why(decision)}")
            proposal_id = await keep_proposal(work, run_id, found.document, proposed, decision)
        needs_attention = proposal_id is None or decision.decision is Decision.SUGGEST
        status = "needs_attention" if needs_attention else "proposed"
        reasons = decision.reasons if needs_attention else ()
        await move_document(work, found.document, status, reasons)
        if needs_attention:
            await _ask_a_person(work, found.document, decision.reasons)
        await record(work, "agents.payables.propose", drafted.identity(run_id))
    return Conclusion(proposal_id, decision.reasons)


async def give_up(
    application: Application, principal: Principal, run_id: UUID, document: DocumentRead, refused: Refused
) -> None:
    """Record that a document cannot be read, and hand it to a person with the reason. Raises RunBusy."""
    async with open_work(application.agent, principal, clock=application.clock) as work:
        await hold_run(work, run_id)
        await add_step(work, run_id, "understand", refused.message, {"code": refused.code, **refused.details})
        await move_document(work, document, "needs_attention", (refused.code,))
        await _ask_a_person(work, document, (refused.code,))
        await record(work, "agents.payables.give_up", refused.code)


async def abandon(application: Application, principal: Principal, document_id: UUID) -> None:
    """Hand a document to a person whose job was buried, and end its run; what came to something is left alone."""
    async with open_work(application.agent, principal, clock=application.clock) as work:
        document = await get_document(work, document_id)
        if await move_document(work, document, "needs_attention", (JobFailed.code,)):
            await retire_run(work, agent=AGENT, document_id=document_id, outcome=JobFailed.code)
            await _ask_a_person(work, document, (JobFailed.code,))
            await record(work, "agents.payables.abandon", str(document_id))


def _strictest(drafted: Draft) -> str:
    """Return the action that the policy is asked about: the strictest part of what applying it would do."""
    new_vendor = (drafted.payload or {}).get("new_vendor") or {}
    return "vendors.create_with_bank_details" if new_vendor.get("bank_accounts") else ACTION


def _refusal(refused: Refused) -> Check:
    field = (refused.pointer or "").strip("/").replace("/", ".") or None
    return Check(code=refused.code, passed=False, severity="error", message=refused.message, field=field)


async def _tell(work: Work, run_id: UUID, found: Understood, drafted: Draft, decision: PolicyDecision) -> None:
    failed = [check.code for check in found.checks if not check.passed]
    understood = {
        "format": found.said.format,
        "model": found.said.model,
        "vendor": {"id": found.vendor.vendor_id and str(found.vendor.vendor_id), "reasons": list(found.vendor.reasons)},
        "checks_passed": sum(check.passed for check in found.checks),
        "checks_failed": failed,
    }
    await add_step(work, run_id, "understand", _what_it_is(found), understood)
    if drafted.coded is not None:
        await add_step(work, run_id, "code", drafted.coded.said, {"lines": list(drafted.coded.reasons)})
    if drafted.payload is not None:
        said = f"{len(drafted.effects['journal_lines'])} journal lines, tried on the books."
        await add_step(work, run_id, "propose", said, {"digest": drafted.digest})
    else:
        reason = drafted.refused.message if drafted.refused else "The document lacks what a bill cannot be without."
        await add_step(work, run_id, "propose", reason, {"code": drafted.refused.code if drafted.refused else None})
    evidence = {"decision": decision.decision.value, "reasons": list(decision.reasons)}
    evidence["policy"] = decision.policy_version
    await add_step(work, run_id, "decide", _why(decision), evidence)


def _what_it_is(found: Understood) -> str:
    by = ", ".join(found.vendor.reasons).replace("_", " ")
    whose = f"vendor known by {by}" if found.vendor.vendor_id else "vendor not known yet"
    return f"{found.said.format}, number {found.invoice.number or 'missing'}; {whose}."


def _why(decision: PolicyDecision) -> str:
    reasons = ", ".join(decision.reasons)
    if decision.decision is Decision.SUGGEST:
        return f"A person must look first: {reasons}."
    return f"A person approves it; noted: {reasons}." if reasons else "A person approves it."


_READING = text("""
    INSERT INTO document_reading (tenant_id, document_id, format, fields, checks, read_at)
    VALUES (:tenant_id, :document_id, :format, CAST(:fields AS jsonb), CAST(:checks AS jsonb), :now)
    ON CONFLICT (tenant_id, document_id) DO UPDATE SET format = :format, fields = excluded.fields,
      checks = excluded.checks, read_at = excluded.read_at
""")


async def _keep_reading(work: Work, document_id: UUID, reading: dict[str, Any]) -> None:
    values = {"tenant_id": work.tenant_id, "document_id": document_id, "now": work.now, "format": reading["format"]}
    values |= {name: json.dumps(reading[name]) for name in ("fields", "checks")}
    await work.session.run(_READING, values)


_PROPOSE = text("""
    INSERT INTO proposal (tenant_id, id, run_id, document_id, action, payload, digest, effects, rationale, decision,
                          decision_reasons, policy_version, submitted_by, created_at)
    VALUES (:tenant_id, :id, :run_id, :document_id, :action, CAST(:payload AS jsonb), :digest, CAST(:effects AS jsonb),
            :rationale, :decision, :reasons, :policy_version, :submitted_by, :now)
    ON CONFLICT (tenant_id, run_id, digest) DO NOTHING
""")
_PROPOSED = text("SELECT id FROM proposal WHERE tenant_id = :tenant_id AND run_id = :run_id AND digest = :digest")


async def keep_proposal(
    work: Work, run_id: UUID, document: DocumentRead, proposed: Proposed, decision: PolicyDecision
) -> UUID:
    """Write a proposal, or find the one that this run made of the same before; return its id."""
    key = {"tenant_id": work.tenant_id, "run_id": run_id, "digest": proposed.digest}
    new_id = work.new_id()
    inserted = await work.session.run(
        _PROPOSE,
        {
            **key,
            "id": new_id,
            "document_id": document.id,
            "action": proposed.action,
            "payload": json.dumps(proposed.payload),
            "effects": json.dumps(proposed.effects),
            "rationale": proposed.rationale,
            "decision": decision.decision.value,
            "reasons": list(decision.reasons),
            "policy_version": decision.policy_version,
            "submitted_by": document.uploaded_by,
            "now": work.now,
        },
    )
    if inserted:
        return new_id
    earlier: UUID = await work.session.value(_PROPOSED, key)
    return earlier


async def move_document(work: Work, document: DocumentRead, status: str, reasons: tuple[str, ...]) -> bool:
    """Move a document that was just read on; one that people have gone on with is left alone. Return whether it was."""
    moved = await work.session.run(
        update(documents)
        .where(work.owns(documents), documents.c.id == document.id, documents.c.status == "received")
        .values(status=status, reason_codes=list(reasons), version=documents.c.version + 1, updated_at=work.now)
    )
    return moved > 0


async def _ask_a_person(work: Work, document: DocumentRead, reasons: tuple[str, ...]) -> None:
    await open_task(
        work,
        kind="document.needs_attention",
        subject_type="document",
        subject_id=document.id,
        title=f"{document.filename} needs a person's attention",
        reason_codes=reasons,
    )


async def end_run(application: Application, principal: Principal, run_id: UUID, outcome: str) -> None:
    """Close a run that has nothing to wait for."""
    async with open_work(application.agent, principal, clock=application.clock) as work:
        await change_run(work, run_id, state="done", outcome=outcome, finished_at=work.now, lease_until=None)
