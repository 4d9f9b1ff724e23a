"""Tax codes, their rates by date, withholding."""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import append_only, forbid, permit, tenant_table

revision = "0009_tax"
down_revision = "0008_rates"
branch_labels = None
depends_on = None

PERMISSIONS = {
    **{code: ["tax.read"] for code in ("viewer", "ap_clerk", "approver")},
    "controller": ["tax.read", "tax.manage"],
}

# A change of tax is a person's: nobody but who serves people may write it, and agents and workers only read.
PEOPLE_WRITE = {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"}
CODE_WRITE = {**PEOPLE_WRITE, "bursar_app": "SELECT, INSERT, UPDATE (active)"}


def upgrade() -> None:
    create_tax_code()
    create_tax_rate()
    create_withholding_code()
    append_only("tax_rate")
    for table in ("journal_line", "bill_line"):
        name_tax_code(table)
    op.create_index(
        "ix_journal_line_tax_code",
        "journal_line",
        ["tenant_id", "tax_code_id"],
        unique=False,
        postgresql_where=sa.text("tax_code_id IS NOT NULL"),
    )
    # Grants on a bill's lines are by column: one that came later is named here.
    op.execute("GRANT INSERT (tax_code_id) ON bill_line TO bursar_app, bursar_worker")
    permit(PERMISSIONS)


def downgrade() -> None:
    forbid(PERMISSIONS)
    op.drop_index("ix_journal_line_tax_code", "journal_line")
    for table in ("bill_line", "journal_line"):
        op.drop_column(table, "tax_code_id")
    for table in ("withholding_code", "tax_rate", "tax_code"):
        op.drop_table(table)


def name_tax_code(table: str) -> None:
    op.add_column(table, sa.Column("tax_code_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f(f"fk_{table}_tenant_id_legal_entity_id_tax_code_id"),
        table,
        "tax_code",
        ["tenant_id", "legal_entity_id", "tax_code_id"],
        ["tenant_id", "legal_entity_id", "id"],
    )


def create_tax_code() -> None:
    op.create_table(
        "tax_code",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("inclusive", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("recoverable_share", sa.Numeric(), server_default=sa.text("1"), nullable=False),
        sa.Column("rounding", sa.Text(), server_default=sa.text("'group'"), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("direction IN ('input', 'output', 'both')", name=op.f("ck_tax_code_direction")),
        sa.CheckConstraint("rounding IN ('group', 'line')", name=op.f("ck_tax_code_rounding")),
        sa.CheckConstraint("recoverable_share BETWEEN 0 AND 1", name=op.f("ck_tax_code_recoverable_share")),
        sa.CheckConstraint("NOT (inclusive AND category IN ('AE', 'K'))", name=op.f("ck_tax_code_inclusive")),
        *belongs_to_entity_and_account("tax_code"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_tax_code")),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "code", name=op.f("uq_tax_code_tenant_id_legal_entity_id_code")
        ),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "id", name=op.f("uq_tax_code_tenant_id_legal_entity_id_id")
        ),
    )
    tenant_table("tax_code", CODE_WRITE)


def create_tax_rate() -> None:
    op.create_table(
        "tax_rate",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("tax_code_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("rate", sa.Numeric(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("rate >= 0", name=op.f("ck_tax_rate_rate")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "tax_code_id"],
            ["tax_code.tenant_id", "tax_code.id"],
            name=op.f("fk_tax_rate_tenant_id_tax_code_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "tax_code_id", "valid_from", name=op.f("pk_tax_rate")),
    )
    tenant_table("tax_rate", PEOPLE_WRITE)


def create_withholding_code() -> None:
    op.create_table(
        "withholding_code",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rate", sa.Numeric(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("threshold_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("base IN ('net', 'gross')", name=op.f("ck_withholding_code_base")),
        sa.CheckConstraint("moment IN ('invoice', 'payment')", name=op.f("ck_withholding_code_moment")),
        sa.CheckConstraint("rate > 0 AND rate <= 100", name=op.f("ck_withholding_code_rate")),
        sa.CheckConstraint("threshold_minor >= 0", name=op.f("ck_withholding_code_threshold_minor")),
        *belongs_to_entity_and_account("withholding_code"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_withholding_code")),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "code", name=op.f("uq_withholding_code_tenant_id_legal_entity_id_code")
        ),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "id", name=op.f("uq_withholding_code_tenant_id_legal_entity_id_id")
        ),
    )
    tenant_table("withholding_code", CODE_WRITE)


def belongs_to_entity_and_account(table: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f(f"fk_{table}_tenant_id_legal_entity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "account_id"],
            ["ledger_account.tenant_id", "ledger_account.legal_entity_id", "ledger_account.id"],
            name=op.f(f"fk_{table}_tenant_id_legal_entity_id_account_id"),
        ),
    )
