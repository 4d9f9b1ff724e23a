"""What is read about proposals."""

from uuid import UUID

from sqlalchemy import select

from bursar.approvals.proposals.schemas import ProposalFilter, ProposalRead
from bursar.core.policies import Decision
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.platform.work import Work
from bursar.tables import proposals


async def get_proposal(work: Work, proposal_id: UUID) -> ProposalRead:
    """Return a proposal. Raises NotFound."""
    row = await work.session.row(select(proposals).where(work.owns(proposals), proposals.c.id == proposal_id))
    if row is None:
        raise NotFound("No such proposal.")
    return _read(row)


async def list_proposals(work: Work, page: ProposalFilter) -> Page[ProposalRead]:
    """Return proposals, newest first."""
    query = select(proposals).where(work.owns(proposals)).order_by(proposals.c.id.desc()).limit(page.fetch)
    if page.state:
        query = query.where(proposals.c.state == page.state)
    if page.document_id:
        query = query.where(proposals.c.document_id == page.document_id)
    if after := page.after(1):
        query = query.where(proposals.c.id < row_id(after[0]))
    return page.page(await work.session.rows(query), _read, lambda row: [str(row.id)])


def available(state: str, decision: str) -> tuple[str, ...]:
    """Return what people may do with a proposal: a suggestion must be put right before it can be approved."""
    if state == "failed":
        return ("edit",)
    if state != "pending":
        return ()
    return ("edit", "reject") if decision == Decision.SUGGEST else ("approve", "edit", "reject")


def _read(row: Row) -> ProposalRead:
    derived = {"decision": Decision(row.decision), "available_actions": available(row.state, row.decision)}
    return ProposalRead.model_construct(**{**row.as_dict(), **derived})
