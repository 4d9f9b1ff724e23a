"""Read a document again: what kept it from becoming a bill is there now, or the reader reads better.

All that waits for the document ends in one transaction: what was proposed, what people were asked, the run. Then it is
a document that has just come in, and the ordinary job makes another run. What had been read is forgotten with it, so
that nobody sees values which the new run may not find, and does not know: what was proposed of them stays with the
earlier run. Rows are locked in the order in which others lock them: proposals, run, document.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import text

from bursar.agents.payables import AGENT
from bursar.agents.runs.actions import retire_run
from bursar.approvals.proposals.actions import withdraw_proposals
from bursar.approvals.tasks.actions import close_tasks
from bursar.documents.received.actions import reopen_document
from bursar.documents.received.events import DocumentToBeReadAgain
from bursar.documents.received.schemas import DocumentRead
from bursar.kit.errors import Conflict
from bursar.kit.wire import Input
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.ids import DocumentId
from bursar.platform.work import Work

OUTCOME: Final = "read_again"


class DecisionUnderWay(Conflict):
    """What was proposed for the document has been decided and is being carried out."""

    code = "decision_under_way"


class ReadAgain(Input):
    """Read the document of this id again."""

    document_id: DocumentId
    version: int


# What was decided in a run that has not carried it out; of a run that came to another outcome, everything was.
_DECIDED = text("""
    SELECT p.id FROM proposal p JOIN agent_run r ON r.tenant_id = p.tenant_id AND r.id = p.run_id
    WHERE p.tenant_id = :tenant_id AND p.document_id = :document_id AND p.state IN ('approved', 'rejected')
      AND (r.state <> 'done' OR r.outcome = :outcome) LIMIT 1
""")


@action("documents.read_again", needs=Permission.PROPOSALS_EDIT)
async def read_again(work: Work, command: ReadAgain) -> DocumentRead:
    """Have a document read again, in place of all that came of it.

    Raises NotFound, PreconditionFailed, DocumentSettled and DecisionUnderWay.
    """
    withdrawn = await _withdraw(work, command.document_id)
    ended_run_id = await retire_run(work, agent=AGENT, document_id=command.document_id, outcome=OUTCOME)
    document = await reopen_document(work, command.document_id, command.version)
    # Only now can no edit put another proposal in place of one that was withdrawn.
    withdrawn += await _withdraw(work, command.document_id)
    await close_tasks(work, [document.id, *withdrawn], "Read again.")
    work.emit(DocumentToBeReadAgain(document.id, ended_run_id))
    return document


async def _withdraw(work: Work, document_id: UUID) -> list[UUID]:
    """Take back what waits for a decision; what is decided and not yet carried out is not to be crossed."""
    withdrawn = await withdraw_proposals(work, document_id)
    decided = {"tenant_id": work.tenant_id, "document_id": document_id, "outcome": OUTCOME}
    if await work.session.value(_DECIDED, decided) is not None:
        raise DecisionUnderWay("What was proposed has been decided; see what becomes of it first.")
    return withdrawn
