"""Agent runs on the wire."""

from datetime import datetime
from typing import Literal

from bursar.kit.wire import Json, Output
from bursar.platform.http import PageParams
from bursar.platform.ids import AgentRunId, BillId, DocumentId


class RunFilter(PageParams):
    """Which runs to list."""

    document_id: DocumentId | None = None
    state: Literal["running", "waiting", "applying", "done", "failed"] | None = None


class RunSummary(Output):
    """One agent's work on one document."""

    id: AgentRunId
    agent: str
    graph_version: str
    document_id: DocumentId
    state: str
    outcome: str | None
    bill_id: BillId | None
    started_at: datetime
    finished_at: datetime | None


class StepRead(Output):
    """What a step found and why it went on as it did."""

    step: str
    rationale: str
    evidence: Json
    at: datetime


class RunRead(RunSummary):
    """A run with its steps."""

    steps: tuple[StepRead, ...]
