"""Calls of language models, their budgets and the answers that are kept."""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import forbid, permit, tenant_table

revision = "0014_models"
down_revision = "0013_bill_dimensions"
branch_labels = None
depends_on = None

# What this revision brings, for the roles that tenants started with; a role that somebody made up is left alone.
PERMISSIONS = {
    "viewer": ["models.read"],
    "ap_clerk": ["models.read"],
    "approver": ["models.read"],
    "controller": ["models.read", "model_budgets.set"],
}
SETTLED = (
    "state, outcome, input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, cost_micro, settled_at"
)


def upgrade() -> None:
    create_model_call()
    create_model_budget()
    create_model_answer()
    permit(PERMISSIONS)


def downgrade() -> None:
    forbid(PERMISSIONS)
    for table in ("model_answer", "model_budget", "model_call"):
        op.drop_table(table)
    op.execute("DROP FUNCTION model_call_is_settled_once()")


def create_model_call() -> None:
    counts = [
        sa.Column(name, sa.BigInteger(), server_default=sa.text("0"), nullable=False)
        for name in ("input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens")
    ]
    op.create_table(
        "model_call",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ask_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("prompt_name", sa.Text(), nullable=False),
        sa.Column("prompt_version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        *counts,
        sa.Column("reserved_micro", sa.BigInteger(), nullable=False),
        sa.Column("cost_micro", sa.BigInteger(), nullable=True),
        sa.Column("reserved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('reserved', 'settled', 'failed', 'cached')", name=op.f("ck_model_call_state")),
        sa.CheckConstraint("(state = 'reserved') = (settled_at IS NULL)", name=op.f("ck_model_call_settled_once")),
        sa.CheckConstraint("reserved_micro >= 0 AND cost_micro >= 0", name=op.f("ck_model_call_costs")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "run_id"],
            ["agent_run.tenant_id", "agent_run.id"],
            name=op.f("fk_model_call_tenant_id_run_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"],
            ["document.tenant_id", "document.id"],
            name=op.f("fk_model_call_tenant_id_document_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_model_call")),
    )
    op.create_index("ix_model_call_day", "model_call", ["tenant_id", "reserved_at"], unique=False)
    op.create_index("ix_model_call_run", "model_call", ["tenant_id", "run_id"], unique=False)
    op.create_index("ix_model_call_document", "model_call", ["tenant_id", "document_id"], unique=False)
    # What is spent is written by whoever runs the jobs; a graph, and whoever serves people, may look at it.
    tenant_table(
        "model_call",
        {"bursar_app": "SELECT", "bursar_worker": f"SELECT, INSERT, UPDATE ({SETTLED})", "bursar_agent": "SELECT"},
    )
    op.execute("""
        CREATE FUNCTION model_call_is_settled_once() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
          IF TG_OP <> 'UPDATE' OR OLD.state <> 'reserved' OR NEW.state NOT IN ('settled', 'failed') THEN
            RAISE EXCEPTION 'model_call_final: a call is settled once, and nothing else about it changes'
              USING ERRCODE = '23514';
          END IF;
          RETURN NEW;
        END $$
    """)
    op.execute(
        "CREATE TRIGGER settled_once BEFORE UPDATE OR DELETE ON model_call"
        " FOR EACH ROW EXECUTE FUNCTION model_call_is_settled_once()"
    )
    op.execute(
        "CREATE TRIGGER settled_once_truncate BEFORE TRUNCATE ON model_call"
        " FOR EACH STATEMENT EXECUTE FUNCTION model_call_is_settled_once()"
    )


def create_model_budget() -> None:
    op.create_table(
        "model_budget",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("agent", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("limit_micro", sa.BigInteger(), nullable=True),
        sa.Column("set_by", sa.Uuid(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("scope IN ('tenant', 'agent', 'run', 'document')", name=op.f("ck_model_budget_scope")),
        sa.CheckConstraint("period IN ('day', 'month', 'run', 'document')", name=op.f("ck_model_budget_period")),
        sa.CheckConstraint("(scope = 'agent') = (agent <> '')", name=op.f("ck_model_budget_agent_named")),
        sa.CheckConstraint(
            "CASE WHEN scope IN ('run', 'document') THEN period = scope ELSE period IN ('day', 'month') END",
            name=op.f("ck_model_budget_period_of_scope"),
        ),
        sa.CheckConstraint("limit_micro >= 0", name=op.f("ck_model_budget_limit")),
        sa.PrimaryKeyConstraint("tenant_id", "scope", "agent", "period", name=op.f("pk_model_budget")),
    )
    # People set limits. Whoever reserves adds the row that it locks, without a limit, and can raise none.
    tenant_table(
        "model_budget",
        {
            "bursar_app": "SELECT, INSERT, UPDATE (limit_micro, set_by, set_at)",
            "bursar_worker": "SELECT, INSERT (tenant_id, scope, agent, period), UPDATE (asked_at)",
            "bursar_agent": "SELECT",
        },
    )


def create_model_answer() -> None:
    op.create_table(
        "model_answer",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("prompt_name", sa.Text(), nullable=False),
        sa.Column("prompt_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "key", name=op.f("pk_model_answer")),
    )
    op.create_index("ix_model_answer_expired", "model_answer", ["tenant_id", "expires_at"], unique=False)
    tenant_table("model_answer", {"bursar_worker": "SELECT, INSERT, UPDATE, DELETE"})
