"""What agents did and propose, and where their graphs wait.

The checkpoint tables are LangGraph's own shape with `tenant_id` in front; the tenant of a row is the one of the
transaction that writes it, so the library needs not know about tenants.
"""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from bursar.tables.base import belongs_to, document, instant, key, metadata, one_of, tenant, uuid, words

agent_runs = Table(
    "agent_run",
    metadata,
    tenant(),
    uuid("id"),
    # Of a run in whose place a document was read again, with its own id behind the name.
    words("agent"),
    words("graph_version"),
    uuid("document_id"),
    words("state"),
    words("outcome", null=True),
    uuid("bill_id", null=True),
    # Who works on the run holds a lease, so that two jobs never run one graph at once.
    instant("lease_until", null=True),
    instant("started_at"),
    instant("finished_at", null=True),
    key("id"),
    one_of("state", ["running", "waiting", "applying", "done", "failed"]),
    belongs_to("document", "document_id"),
    UniqueConstraint("tenant_id", "agent", "document_id"),
)

agent_steps = Table(
    "agent_step",
    metadata,
    tenant(),
    uuid("run_id"),
    words("step"),
    words("digest"),
    words("rationale"),
    document("evidence"),
    instant("at"),
    key("run_id", "step", "digest"),
    belongs_to("agent_run", "run_id"),
)

proposals = Table(
    "proposal",
    metadata,
    tenant(),
    uuid("id"),
    uuid("run_id"),
    uuid("document_id"),
    words("action"),
    document("payload"),
    words("digest"),
    document("effects"),
    words("rationale"),
    words("decision"),
    Column("decision_reasons", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    words("policy_version"),
    words("state", default="pending"),
    uuid("supersedes_id", null=True),
    uuid("submitted_by"),
    instant("created_at"),
    uuid("decided_by", null=True),
    instant("decided_at", null=True),
    words("decision_reason", null=True),
    uuid("bill_id", null=True),
    words("failure", null=True),
    Column("version", Integer, nullable=False, server_default=text("1")),
    # Of the bill that is proposed, what look-alike numbers share; a trigger fills it from the payload.
    words("reference_shape", null=True),
    key("id"),
    one_of("state", ["pending", "approved", "rejected", "superseded", "applied", "failed"]),
    one_of("decision", ["suggest", "needs_approval", "auto"]),
    CheckConstraint(
        "state NOT IN ('approved', 'applied', 'failed') OR (decided_by IS NOT NULL AND decided_by <> submitted_by)",
        name="four_eyes",
    ),
    belongs_to("agent_run", "run_id"),
    belongs_to("document", "document_id"),
    belongs_to("proposal", "supersedes_id"),
    # A redelivered step finds what it proposed before.
    UniqueConstraint("tenant_id", "run_id", "digest"),
    Index("ix_proposal_state", "tenant_id", "state", "id"),
    Index("ix_proposal_document", "tenant_id", "document_id"),
    Index(
        "ix_proposal_reference_shape",
        "tenant_id",
        "reference_shape",
        postgresql_where=text("state IN ('pending', 'approved') AND reference_shape IS NOT NULL"),
    ),
)


def _tenant_of_the_transaction() -> Column[object]:
    return Column(
        "tenant_id",
        Uuid,
        nullable=False,
        server_default=text("(NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid"),
    )


checkpoints = Table(
    "checkpoints",
    metadata,
    _tenant_of_the_transaction(),
    words("thread_id"),
    words("checkpoint_ns", default=""),
    words("checkpoint_id"),
    words("parent_checkpoint_id", null=True),
    words("type", null=True),
    Column("checkpoint", JSONB, nullable=False),
    Column("metadata", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
    key("thread_id", "checkpoint_ns", "checkpoint_id"),
)

checkpoint_blobs = Table(
    "checkpoint_blobs",
    metadata,
    _tenant_of_the_transaction(),
    words("thread_id"),
    words("checkpoint_ns", default=""),
    words("channel"),
    words("version"),
    words("type"),
    Column("blob", LargeBinary, nullable=True),
    key("thread_id", "checkpoint_ns", "channel", "version"),
)

checkpoint_writes = Table(
    "checkpoint_writes",
    metadata,
    _tenant_of_the_transaction(),
    words("thread_id"),
    words("checkpoint_ns", default=""),
    words("checkpoint_id"),
    words("task_id"),
    Column("idx", Integer, nullable=False),
    words("channel"),
    words("type", null=True),
    Column("blob", LargeBinary, nullable=False),
    Column("task_path", Text, nullable=False, server_default=text("''")),
    key("thread_id", "checkpoint_ns", "checkpoint_id", "task_id", "idx"),
)
