"""Which code tax is withheld from a vendor by, and what payments and bills counted in the vendor's year."""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import append_only, tenant_table

revision = "0012_withholding"
down_revision = "0011_aging"
branch_labels = None
depends_on = None

WRITES = {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT, INSERT"}


def upgrade() -> None:
    # The previous release writes vendors without a code, from whom nothing is withheld by itself.
    op.add_column("vendor", sa.Column("withholding_code_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_vendor_tenant_id_withholding_code_id"),
        "vendor",
        "withholding_code",
        ["tenant_id", "withholding_code_id"],
        ["tenant_id", "id"],
    )
    create_withholding()


def downgrade() -> None:
    op.drop_table("withholding")
    op.drop_column("vendor", "withholding_code_id")


def create_withholding() -> None:
    op.create_table(
        "withholding",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=False),
        sa.Column("withholding_code_id", sa.Uuid(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("counted_minor", sa.BigInteger(), nullable=False),
        sa.Column("withheld_on_minor", sa.BigInteger(), nullable=False),
        sa.Column("settlement_id", sa.Uuid(), nullable=True),
        sa.Column("bill_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "counted_minor >= 0 AND withheld_on_minor >= 0", name=op.f("ck_withholding_not_negative")
        ),
        sa.CheckConstraint("(settlement_id IS NULL) <> (bill_id IS NULL)", name=op.f("ck_withholding_one_source")),
        _to("legal_entity", "legal_entity_id"),
        _to("vendor", "vendor_id"),
        _to("settlement", "settlement_id"),
        _to("bill", "bill_id"),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "withholding_code_id"],
            ["withholding_code.tenant_id", "withholding_code.legal_entity_id", "withholding_code.id"],
            name=op.f("fk_withholding_tenant_id_legal_entity_id_withholding_code_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_withholding")),
    )
    op.create_index(
        "ix_withholding_year", "withholding", ["tenant_id", "vendor_id", "withholding_code_id", "counted_on"]
    )
    tenant_table("withholding", WRITES)
    append_only("withholding")


def _to(target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", column],
        [f"{target}.tenant_id", f"{target}.id"],
        name=op.f(f"fk_withholding_tenant_id_{column}"),
    )
