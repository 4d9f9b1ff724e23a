"""Fiscal periods closed by sub-ledger, with dated exceptions."""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import (
    append_only,
    drop_functions_of,
    forbid,
    permit,
    restore_functions,
    run_sql,
    tenant_table,
)

revision = "0007_periods"
down_revision = "0006_chart"
branch_labels = None
depends_on = None

PERMISSIONS = {
    **{code: ["periods.read"] for code in ("viewer", "ap_clerk", "approver")},
    "controller": ["periods.read", "period_exceptions.grant", "periods.close", "periods.reopen"],
}

_STATES = "('open', 'soft_closed', 'closed')"


def upgrade() -> None:
    op.execute("ALTER TABLE period DROP CONSTRAINT ck_period_state")
    op.create_check_constraint(op.f("ck_period_state"), "period", f"state IN {_STATES}")
    for name in ("ap_state", "ar_state"):
        op.add_column("period", sa.Column(name, sa.Text(), server_default=sa.text("'open'"), nullable=False))
        op.create_check_constraint(op.f(f"ck_period_{name}"), "period", f"{name} IN {_STATES}")
    everywhere("period", "UPDATE period SET ap_state = state, ar_state = state WHERE state <> 'open'")
    # The days and the year of a period stay what they are; a new year is added by who serves.
    op.execute("GRANT UPDATE (ap_state, ar_state) ON period TO bursar_app")
    op.execute(
        "GRANT INSERT (tenant_id, id, legal_entity_id, fiscal_year, starts_on, ends_on) ON period TO bursar_app"
    )
    create_period_exception()
    run_sql("0007_periods.sql")
    permit(PERMISSIONS)


def downgrade() -> None:
    forbid(PERMISSIONS)
    op.execute("DROP TRIGGER in_period ON open_item")
    op.execute("DROP TRIGGER in_period ON allocation")
    drop_functions_of("bursar_check", "ledger_items_in_period()", "ledger_allocations_in_period()")
    op.execute("GRANT CREATE ON SCHEMA public TO bursar_check")
    op.execute("SET ROLE bursar_check")
    restore_functions("0003_ledger_guard.sql", "ledger_period_is_open", "ledger_calendar_changes_alone")
    op.execute("SET ROLE bursar_owner")
    op.execute("REVOKE CREATE ON SCHEMA public FROM bursar_check")
    op.drop_table("period_exception")
    # The release before knows one state; of the three the strictest stays.
    everywhere("period", "UPDATE period SET state = 'closed' WHERE 'open' <> ANY(ARRAY[state, ap_state, ar_state])")
    op.execute("REVOKE INSERT (tenant_id, id, legal_entity_id, fiscal_year, starts_on, ends_on) ON period FROM bursar_app")
    for name in ("ap_state", "ar_state"):
        op.drop_column("period", name)
    op.execute("ALTER TABLE period DROP CONSTRAINT ck_period_state")
    op.create_check_constraint(op.f("ck_period_state"), "period", "state IN ('open', 'closed')")


def everywhere(table: str, statement: str) -> None:
    """Change rows of all tenants, with the table locked and its own triggers silent."""
    op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    op.execute(statement)
    op.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def create_period_exception() -> None:
    op.create_table(
        "period_exception",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("period_id", sa.Uuid(), nullable=False),
        sa.Column("sub_ledger", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("granted_by", sa.Uuid(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("sub_ledger IN ('ap', 'ar', 'gl')", name=op.f("ck_period_exception_sub_ledger")),
        sa.CheckConstraint("user_id IS DISTINCT FROM granted_by", name=op.f("ck_period_exception_four_eyes")),
        sa.CheckConstraint("valid_until > granted_at", name=op.f("ck_period_exception_lasts")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_period_exception_reason")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "period_id"],
            ["period.tenant_id", "period.id"],
            name=op.f("fk_period_exception_tenant_id_period_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "user_id"],
            ["membership.tenant_id", "membership.user_id"],
            name=op.f("fk_period_exception_tenant_id_user_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_period_exception")),
    )
    op.create_index("ix_period_exception_period", "period_exception", ["tenant_id", "period_id", "sub_ledger"])
    tenant_table(
        "period_exception",
        {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"},
    )
    append_only("period_exception")
