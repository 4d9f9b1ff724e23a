"""Who, may and did: tenants, people, roles, sessions, idempotency, audit, events, jobs."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bursar.tables.migrations.security import append_only, drop_functions_of, run_sql, tenant_table
from bursar.tables.types import Xid8

revision = "0001_platform"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_tenant()
    create_legal_entity()
    create_app_user()
    create_membership()
    create_role()
    create_membership_role()
    create_user_session()
    create_refresh_token()
    create_idempotency_key()
    create_audit_entry()
    create_event()
    create_job()
    run_sql("0001_platform.sql")
    append_only("audit_entry")
    append_only("event")


def downgrade() -> None:
    op.execute("DROP POLICY member ON app_user")
    for table in (
        "job",
        "event",
        "audit_entry",
        "idempotency_key",
        "refresh_token",
        "user_session",
        "membership_role",
        "role",
        "membership",
        "app_user",
        "legal_entity",
        "tenant",
    ):
        op.drop_table(table)
    drop_functions_of("bursar_sign_in", "find_sign_in(text)")
    op.execute("DROP FUNCTION begin_work(uuid, uuid, uuid)")
    op.execute("DROP FUNCTION refuse_change()")


def create_tenant() -> None:
    op.create_table(
        "tenant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant")),
    )


def create_legal_entity() -> None:
    op.create_table(
        "legal_entity",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("base_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("tax_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_legal_entity")),
    )
    tenant_table("legal_entity", {"bursar_app": "SELECT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"})


def create_app_user() -> None:
    op.create_table(
        "app_user",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_app_user_email_is_lower_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_app_user")),
        sa.UniqueConstraint("email", name=op.f("uq_app_user_email")),
    )


def create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("approval_limit_minor", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_membership_user_id")),
        sa.PrimaryKeyConstraint("tenant_id", "user_id", name=op.f("pk_membership")),
    )
    tenant_table("membership", {"bursar_app": "SELECT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"})


def create_role() -> None:
    op.create_table(
        "role",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("permissions", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "code", name=op.f("pk_role")),
    )
    tenant_table("role", {"bursar_app": "SELECT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"})


def create_membership_role() -> None:
    op.create_table(
        "membership_role",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("role_code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "role_code"],
            ["role.tenant_id", "role.code"],
            name=op.f("fk_membership_role_tenant_id_role_code"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "user_id"],
            ["membership.tenant_id", "membership.user_id"],
            name=op.f("fk_membership_role_tenant_id_user_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "user_id", "role_code", name=op.f("pk_membership_role")),
    )
    tenant_table("membership_role", {"bursar_app": "SELECT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"})


def create_user_session() -> None:
    op.create_table(
        "user_session",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_because", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "user_id"],
            ["membership.tenant_id", "membership.user_id"],
            name=op.f("fk_user_session_tenant_id_user_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_user_session")),
    )
    tenant_table(
        "user_session",
        {
            "bursar_app": "SELECT, INSERT, UPDATE (expires_at, revoked_at, revoked_because)",
            "bursar_worker": "SELECT",
            "bursar_agent": "SELECT",
        },
    )


def create_refresh_token() -> None:
    op.create_table(
        "refresh_token",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "session_id"],
            ["user_session.tenant_id", "user_session.id"],
            name=op.f("fk_refresh_token_tenant_id_session_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "token_hash", name=op.f("pk_refresh_token")),
    )
    op.create_index("ix_refresh_token_session", "refresh_token", ["tenant_id", "session_id"], unique=False)
    tenant_table("refresh_token", {"bursar_app": "SELECT, INSERT, UPDATE (used_at)"})


def create_idempotency_key() -> None:
    op.create_table(
        "idempotency_key",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("input_hash", sa.Text(), nullable=False),
        sa.Column("response", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "actor_id", "key", name=op.f("pk_idempotency_key")),
    )
    writes = "SELECT, INSERT, UPDATE (response)"
    tenant_table("idempotency_key", {"bursar_app": writes, "bursar_worker": writes})


def create_audit_entry() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("agent_run_id", sa.Uuid(), nullable=True),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("input_hash", sa.Text(), nullable=False),
        sa.Column(
            "details", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.CheckConstraint("actor_kind IN ('person', 'system')", name=op.f("ck_audit_entry_actor_kind")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_audit_entry")),
    )
    op.create_index("ix_audit_entry_subject", "audit_entry", ["tenant_id", "subject_id", "id"], unique=False)
    tenant_table(
        "audit_entry",
        {
            "bursar_app": "SELECT, INSERT",
            "bursar_worker": "SELECT, INSERT",
            "bursar_agent": "SELECT, INSERT",
            "bursar_sealer": "SELECT",
        },
    )


def create_event() -> None:
    op.create_table(
        "event",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_xid", "event", ["tenant_id", "xid", "id"], unique=False)
    tenant_table(
        "event",
        {
            "bursar_app": "SELECT, INSERT (tenant_id, id, type, subject_id, payload, occurred_at)",
            "bursar_worker": "SELECT, INSERT (tenant_id, id, type, subject_id, payload, occurred_at)",
            "bursar_agent": "SELECT, INSERT (tenant_id, id, type, subject_id, payload, occurred_at)",
            "bursar_sealer": "SELECT",
        },
    )


def create_job() -> None:
    op.create_table(
        "job",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("dedupe_key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'pending'"), nullable=False),
        sa.Column("run_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fence", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("max_attempts", sa.Integer(), server_default=sa.text("8"), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('pending', 'running', 'done', 'dead')", name=op.f("ck_job_state")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_job")),
        sa.UniqueConstraint("tenant_id", "kind", "dedupe_key", name=op.f("uq_job_tenant_id_kind_dedupe_key")),
    )
    op.create_index("ix_job_due", "job", ["run_after"], unique=False, postgresql_where=sa.text("state = 'pending'"))
    op.create_index("ix_job_id", "job", ["id"], unique=True)
    op.create_index(
        "ix_job_leased", "job", ["lease_until"], unique=False, postgresql_where=sa.text("state = 'running'")
    )
    tenant_table(
        "job",
        {
            "bursar_app": "SELECT, INSERT",
            "bursar_worker": "SELECT, INSERT, UPDATE (state, run_after, lease_until, fence, attempts, last_error, finished_at)",
            "bursar_agent": "SELECT, INSERT",
        },
    )
