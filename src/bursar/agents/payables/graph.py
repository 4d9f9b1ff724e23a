"""The payables graph: five nodes, one interrupt, and a state of ids alone.

LangGraph starts a node again from its top when it resumes, so the node that interrupts holds nothing else, and every
effect of the others is keyed. What a document says travels between nodes untracked: it is never checkpointed.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, TypedDict
from uuid import UUID

import structlog
from langgraph.channels import UntrackedValue
from langgraph.graph import START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime
from langgraph.types import Command, interrupt

from bursar.agents.payables import apply as applying
from bursar.agents.payables import propose as proposing
from bursar.agents.payables import understand as understanding
from bursar.agents.payables.read import SeveralInvoices
from bursar.agents.payables.splitting import propose_split
from bursar.core.errors import Refused
from bursar.documents.received.queries import get_document
from bursar.documents.received.schemas import DocumentRead
from bursar.kit.errors import Unavailable
from bursar.platform.application import Application
from bursar.platform.work import Principal, open_work

log = structlog.get_logger(__name__)

VERSION: Final = "1"


class State(TypedDict, total=False):
    """What a run remembers while it waits."""

    document_id: str
    proposal_id: str
    outcome: str
    found: Annotated[understanding.Understood, UntrackedValue]
    drafted: Annotated[proposing.Draft, UntrackedValue]


@dataclass(frozen=True, slots=True)
class RunContext:
    """What nodes work with; `finish` ends the job in the transaction of the effect."""

    application: Application
    principal: Principal
    run_id: UUID
    finish: applying.Finish


Understood = Command[Literal["propose", "wait", "__end__"]]


async def understand(state: State, runtime: Runtime[RunContext]) -> Understood:
    """Read and judge the document, propose to split what holds several, or hand it to a person with the reason."""
    context = runtime.context
    application, principal = context.application, context.principal
    document_id = UUID(state["document_id"])
    try:
        found = await understanding.understand(application, principal, document_id, context.run_id)
    except Unavailable:
        raise
    except SeveralInvoices as several:
        return await _split(context, document_id, several)
    except Refused as refused:
        return await _give_up(context, document_id, refused)
    except understanding.FAULTS as fault:
        log.exception("reading_failed", document_id=str(document_id))
        said = understanding.ReadingFailed("The reader broke on this document.", fault=type(fault).__name__)
        return await _give_up(context, document_id, said)
    return Command(goto="propose", update={"found": found})


async def _split(context: RunContext, document_id: UUID, several: SeveralInvoices) -> Understood:
    application, principal = context.application, context.principal
    document = await _document(context, document_id)
    try:
        proposal_id = await propose_split(application, principal, context.run_id, document, several.parts)
    except Unavailable:
        raise
    except Refused as refused:
        return await _give_up(context, document_id, refused)
    return Command(goto="wait", update={"proposal_id": str(proposal_id)})


async def _document(context: RunContext, document_id: UUID) -> DocumentRead:
    application = context.application
    async with open_work(application.agent, context.principal, clock=application.clock) as work:
        return await get_document(work, document_id)


async def _give_up(context: RunContext, document_id: UUID, refused: Refused) -> Understood:
    application, principal = context.application, context.principal
    document = await _document(context, document_id)
    await proposing.give_up(application, principal, context.run_id, document, refused)
    return Command(goto="__end__", update={"outcome": "needs_attention"})


async def propose(state: State, runtime: Runtime[RunContext]) -> State:
    """Try the bill on the books without keeping it."""
    context = runtime.context
    found = state["found"]
    return {"drafted": await proposing.propose(context.application, context.principal, found, context.run_id)}


async def decide(state: State, runtime: Runtime[RunContext]) -> Command[Literal["wait", "__end__"]]:
    """Let the policy say what may become of it, and write the proposal."""
    context = runtime.context
    concluded = await proposing.conclude(
        context.application, context.principal, context.run_id, state["found"], state["drafted"]
    )
    if concluded.proposal_id is None:
        return Command(goto="__end__", update={"outcome": "needs_attention"})
    return Command(goto="wait", update={"proposal_id": str(concluded.proposal_id)})


async def wait(state: State) -> State:
    """Wait for people; what they decided is the proposal's row, and its id is all that comes back."""
    return {"proposal_id": interrupt(state["proposal_id"])}


async def apply(state: State, runtime: Runtime[RunContext]) -> Command[Literal["wait", "__end__"]]:
    """Do what was decided; what the books refuse goes back to people."""
    context = runtime.context
    outcome = await applying.apply(context.application, context.principal, UUID(state["proposal_id"]), context.finish)
    done = outcome in {"applied", "rejected"}
    return Command(goto="__end__" if done else "wait", update={"outcome": outcome})


def begin(state: State) -> Literal["understand", "wait"]:
    """Go straight to waiting where there is a proposal already: what was proposed stands until people replace it."""
    return "wait" if state.get("proposal_id") else "understand"


def build() -> CompiledStateGraph[State, RunContext, State, State]:
    """Return the compiled graph, without a saver; each run brings its own."""
    graph: StateGraph[State, RunContext, State, State] = StateGraph(State, context_schema=RunContext)
    nodes: tuple[Any, ...] = (understand, propose, decide, wait, apply)
    for node in nodes:
        graph.add_node(node.__name__, node)
    graph.add_conditional_edges(START, begin)
    graph.add_edge("propose", "decide")
    graph.add_edge("wait", "apply")
    return graph.compile()


GRAPH: Final = build()
