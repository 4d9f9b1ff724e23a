"""Decisions: approvals, tasks, agent runs, proposals, and where graphs wait."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bursar.tables.migrations.security import all_columns_but, run_sql, tenant_table

revision = "0004_decisions"
down_revision = "0003_books"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_approval_request()
    create_task()
    create_agent_run()
    create_agent_step()
    create_proposal()
    create_checkpoints()
    create_checkpoint_blobs()
    create_checkpoint_writes()
    run_sql("0004_decisions.sql")


def downgrade() -> None:
    for table in (
        "checkpoint_writes",
        "checkpoint_blobs",
        "checkpoints",
        "proposal",
        "agent_step",
        "agent_run",
        "task",
        "approval_request",
    ):
        op.drop_table(table)
    op.execute("DROP FUNCTION decided_once()")


def create_approval_request() -> None:
    op.create_table(
        "approval_request",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_type", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'pending'"), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state <> 'approved' OR decided_by <> requested_by", name=op.f("ck_approval_request_four_eyes")
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'approved', 'rejected', 'withdrawn')", name=op.f("ck_approval_request_state")
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'withdrawn') OR decided_by IS NOT NULL",
            name=op.f("ck_approval_request_decided_by_someone"),
        ),
        sa.CheckConstraint("subject_type IN ('bill', 'proposal')", name=op.f("ck_approval_request_subject_type")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_approval_request")),
    )
    op.create_index("ix_approval_request_subject", "approval_request", ["tenant_id", "subject_id"], unique=False)
    op.create_index(
        "uq_approval_request_pending",
        "approval_request",
        ["tenant_id", "subject_id"],
        unique=True,
        postgresql_where=sa.text("state = 'pending'"),
    )
    writes = "SELECT, INSERT, UPDATE (state, decided_by, decided_at, reason)"
    tenant_table("approval_request", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def create_task() -> None:
    op.create_table(
        "task",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_type", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("reason_codes", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'open'"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'done')", name=op.f("ck_task_state")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_task")),
    )
    op.create_index("ix_task_state", "task", ["tenant_id", "state", "id"], unique=False)
    op.create_index(
        "uq_task_open",
        "task",
        ["tenant_id", "kind", "subject_id"],
        unique=True,
        postgresql_where=sa.text("state = 'open'"),
    )
    tenant_table(
        "task",
        {
            "bursar_app": "SELECT, INSERT, UPDATE (state, done_by, done_at, note)",
            "bursar_worker": "SELECT, INSERT, UPDATE (state, done_by, done_at, note)",
            "bursar_agent": "SELECT, INSERT",
        },
    )


def create_agent_run() -> None:
    op.create_table(
        "agent_run",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("graph_version", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("bill_id", sa.Uuid(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('running', 'waiting', 'applying', 'done', 'failed')", name=op.f("ck_agent_run_state")
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"],
            ["document.tenant_id", "document.id"],
            name=op.f("fk_agent_run_tenant_id_document_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_agent_run")),
        sa.UniqueConstraint("tenant_id", "agent", "document_id", name=op.f("uq_agent_run_tenant_id_agent_document_id")),
    )
    tenant_table(
        "agent_run",
        {"bursar_app": "SELECT", "bursar_worker": "SELECT, INSERT, UPDATE", "bursar_agent": "SELECT, INSERT, UPDATE"},
    )


def create_agent_step() -> None:
    op.create_table(
        "agent_step",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.Column("evidence", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "run_id"],
            ["agent_run.tenant_id", "agent_run.id"],
            name=op.f("fk_agent_step_tenant_id_run_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "run_id", "step", "digest", name=op.f("pk_agent_step")),
    )
    tenant_table(
        "agent_step", {"bursar_app": "SELECT", "bursar_worker": "SELECT, INSERT", "bursar_agent": "SELECT, INSERT"}
    )


def create_proposal() -> None:
    op.create_table(
        "proposal",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("effects", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decision_reasons", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("policy_version", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'pending'"), nullable=False),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("submitted_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_reason", sa.Text(), nullable=True),
        sa.Column("bill_id", sa.Uuid(), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("decision IN ('suggest', 'needs_approval', 'auto')", name=op.f("ck_proposal_decision")),
        sa.CheckConstraint(
            "state NOT IN ('approved', 'applied', 'failed') OR (decided_by IS NOT NULL AND decided_by <> submitted_by)",
            name=op.f("ck_proposal_four_eyes"),
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'approved', 'rejected', 'superseded', 'applied', 'failed')",
            name=op.f("ck_proposal_state"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"],
            ["document.tenant_id", "document.id"],
            name=op.f("fk_proposal_tenant_id_document_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "run_id"], ["agent_run.tenant_id", "agent_run.id"], name=op.f("fk_proposal_tenant_id_run_id")
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "supersedes_id"],
            ["proposal.tenant_id", "proposal.id"],
            name=op.f("fk_proposal_tenant_id_supersedes_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_proposal")),
        sa.UniqueConstraint("tenant_id", "run_id", "digest", name=op.f("uq_proposal_tenant_id_run_id_digest")),
    )
    op.create_index("ix_proposal_document", "proposal", ["tenant_id", "document_id"], unique=False)
    op.create_index("ix_proposal_state", "proposal", ["tenant_id", "state", "id"], unique=False)
    # A proposal arrives pending and its content never changes: an edit is another proposal.
    decision = "state, decided_by, decided_at, decision_reason, bill_id, failure, version"
    arrives = f"SELECT, INSERT ({all_columns_but('proposal', *decision.split(', '))})"
    tenant_table(
        "proposal",
        {
            "bursar_app": f"{arrives}, UPDATE ({decision})",
            "bursar_worker": f"{arrives}, UPDATE ({decision})",
            "bursar_agent": arrives,
        },
    )


def create_checkpoints() -> None:
    op.create_table(
        "checkpoints",
        sa.Column(
            "tenant_id",
            sa.Uuid(),
            server_default=sa.text("(NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid"),
            nullable=False,
        ),
        sa.Column("thread_id", sa.Text(), nullable=False),
        sa.Column("checkpoint_ns", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("checkpoint_id", sa.Text(), nullable=False),
        sa.Column("parent_checkpoint_id", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("checkpoint", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "metadata", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.PrimaryKeyConstraint(
            "tenant_id", "thread_id", "checkpoint_ns", "checkpoint_id", name=op.f("pk_checkpoints")
        ),
    )
    tenant_table(
        "checkpoints",
        {"bursar_worker": "SELECT, INSERT, UPDATE, DELETE", "bursar_agent": "SELECT, INSERT, UPDATE, DELETE"},
    )


def create_checkpoint_blobs() -> None:
    op.create_table(
        "checkpoint_blobs",
        sa.Column(
            "tenant_id",
            sa.Uuid(),
            server_default=sa.text("(NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid"),
            nullable=False,
        ),
        sa.Column("thread_id", sa.Text(), nullable=False),
        sa.Column("checkpoint_ns", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint(
            "tenant_id", "thread_id", "checkpoint_ns", "channel", "version", name=op.f("pk_checkpoint_blobs")
        ),
    )
    tenant_table(
        "checkpoint_blobs",
        {"bursar_worker": "SELECT, INSERT, UPDATE, DELETE", "bursar_agent": "SELECT, INSERT, UPDATE, DELETE"},
    )


def create_checkpoint_writes() -> None:
    op.create_table(
        "checkpoint_writes",
        sa.Column(
            "tenant_id",
            sa.Uuid(),
            server_default=sa.text("(NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid"),
            nullable=False,
        ),
        sa.Column("thread_id", sa.Text(), nullable=False),
        sa.Column("checkpoint_ns", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("checkpoint_id", sa.Text(), nullable=False),
        sa.Column("task_id", sa.Text(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("task_path", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint(
            "tenant_id",
            "thread_id",
            "checkpoint_ns",
            "checkpoint_id",
            "task_id",
            "idx",
            name=op.f("pk_checkpoint_writes"),
        ),
    )
    tenant_table(
        "checkpoint_writes",
        {"bursar_worker": "SELECT, INSERT, UPDATE, DELETE", "bursar_agent": "SELECT, INSERT, UPDATE, DELETE"},
    )
