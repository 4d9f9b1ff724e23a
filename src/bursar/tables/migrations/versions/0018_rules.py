"""Rules that tenants write: by what a line is coded, and what each rule said when.

The previous release knows no rules and codes as before.
"""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import append_only, tenant_table

revision = "0018_rules"
down_revision = "0017_reading"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_rule()
    create_rule_version()


def downgrade() -> None:
    op.drop_table("rule_version")
    op.drop_table("rule")


def create_rule() -> None:
    op.create_table(
        "rule",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("kind IN ('coding')", name=op.f("ck_rule_kind")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_rule_position")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_rule_tenant_id_legal_entity_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_rule")),
        sa.UniqueConstraint("tenant_id", "legal_entity_id", "id", name=op.f("uq_rule_tenant_id_legal_entity_id_id")),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "kind", "name", name=op.f("uq_rule_tenant_id_legal_entity_id_kind_name")
        ),
    )
    # People write rules; a graph is bound by them and changes none.
    tenant_table(
        "rule",
        {
            "bursar_app": "SELECT, INSERT, UPDATE (name, position, active, version)",
            "bursar_worker": "SELECT",
            "bursar_agent": "SELECT",
        },
    )


def create_rule_version() -> None:
    op.create_table(
        "rule_version",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("rule_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("cost_centre_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("tax_code_id", sa.Uuid(), nullable=True),
        sa.Column("stated_by", sa.Uuid(), nullable=False),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("char_length(condition) BETWEEN 1 AND 1000", name=op.f("ck_rule_version_condition")),
        _of_entity("rule", "rule_id"),
        _of_entity("ledger_account", "account_id"),
        _of_entity("dimension_value", "cost_centre_id"),
        _of_entity("dimension_value", "project_id"),
        _of_entity("tax_code", "tax_code_id"),
        sa.PrimaryKeyConstraint("tenant_id", "rule_id", "version", name=op.f("pk_rule_version")),
    )
    tenant_table(
        "rule_version",
        {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"},
    )
    append_only("rule_version")


def _of_entity(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", "legal_entity_id", column],
        [f"{table}.tenant_id", f"{table}.legal_entity_id", f"{table}.id"],
        name=op.f(f"fk_rule_version_tenant_id_legal_entity_id_{column}"),
    )
