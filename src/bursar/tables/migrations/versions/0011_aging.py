"""A summary of what is open, kept by the transactions that change it.

Triggers do the work, so the previous release keeps the summary right without knowing of it.
"""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import drop_functions_of, run_sql, tenant_table

revision = "0011_aging"
down_revision = "0010_journal"
branch_labels = None
depends_on = None

READERS = {"bursar_app": "SELECT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"}
BUCKETS = ("not_due", "d1_30", "d31_60", "d61_90", "over_90", "credits")
SIDES = "side IN ('payable', 'receivable')"


def upgrade() -> None:
    create_aging_day()
    create_aging_change()
    create_aging_summary()
    for date in ("due_date", "document_date"):
        op.create_index(
            f"ix_open_item_open_by_{date}",
            "open_item",
            ["tenant_id", "legal_entity_id", "side", date],
            postgresql_include=["vendor_id", "customer_id", "currency", "open_minor", "base_open_minor"],
            postgresql_where=sa.text("open_minor <> 0"),
        )
    op.create_index(
        "ix_open_item_credit",
        "open_item",
        ["tenant_id", "legal_entity_id", "side"],
        postgresql_where=sa.text("open_minor < 0"),
    )
    op.create_index(
        "ix_open_item_disputed",
        "open_item",
        ["tenant_id", "legal_entity_id", "side"],
        postgresql_include=["vendor_id", "customer_id", "currency", "open_minor"],
        postgresql_where=sa.text("disputed AND open_minor <> 0"),
    )
    for column in ("allocated_on", "recorded_at"):
        op.create_index(f"ix_allocation_{column}", "allocation", ["tenant_id", "legal_entity_id", column])
    run_sql("0011_aging.sql")


def downgrade() -> None:
    op.execute("DROP TRIGGER aging_job ON legal_entity")
    op.execute("DROP TRIGGER aging_items_settle ON allocation")
    op.execute("DROP TRIGGER aging_items_arrive ON open_item")
    op.execute("DROP FUNCTION aging_job()")
    drop_functions_of(
        "bursar_check",
        "aging_items_arrive()",
        "aging_items_settle()",
        "aging_fold(uuid, date)",
        "aging_rebuild(uuid, uuid, date)",
    )
    for index in ("ix_allocation_recorded_at", "ix_allocation_allocated_on"):
        op.drop_index(index, "allocation")
    for index in (
        "ix_open_item_credit",
        "ix_open_item_disputed",
        "ix_open_item_open_by_document_date",
        "ix_open_item_open_by_due_date",
    ):
        op.drop_index(index, "open_item")
    for table in ("aging_summary", "aging_change", "aging_day"):
        op.drop_table(table)
    # The previous release does not know this kind of job.
    op.execute("ALTER TABLE job NO FORCE ROW LEVEL SECURITY")
    op.execute("DELETE FROM job WHERE kind = 'ledger.fold_aging'")
    op.execute("ALTER TABLE job FORCE ROW LEVEL SECURITY")


def create_aging_day() -> None:
    op.create_table(
        "aging_day",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("aged_on", sa.Date(), nullable=False),
        _entity("aging_day"),
        sa.PrimaryKeyConstraint("tenant_id", "legal_entity_id", name=op.f("pk_aging_day")),
    )
    tenant_table("aging_day", READERS)


def create_aging_change() -> None:
    op.create_table(
        "aging_change",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("cause_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("counts_on", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("base_amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("is_credit", sa.Boolean(), nullable=False),
        sa.CheckConstraint(SIDES, name=op.f("ck_aging_change_side")),
        sa.PrimaryKeyConstraint(
            "tenant_id", "legal_entity_id", "side", "item_id", "cause_id", name=op.f("pk_aging_change")
        ),
    )
    tenant_table("aging_change", READERS)


def create_aging_summary() -> None:
    op.create_table(
        "aging_summary",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        *(sa.Column(f"{bucket}_minor", sa.BigInteger(), nullable=False) for bucket in BUCKETS),
        *(sa.Column(f"base_{bucket}_minor", sa.BigInteger(), nullable=False) for bucket in BUCKETS),
        sa.CheckConstraint(SIDES, name=op.f("ck_aging_summary_side")),
        sa.CheckConstraint("basis IN ('due_date', 'document_date')", name=op.f("ck_aging_summary_basis")),
        _entity("aging_summary"),
        sa.PrimaryKeyConstraint(
            "tenant_id", "legal_entity_id", "side", "basis", "party_id", "currency", name=op.f("pk_aging_summary")
        ),
    )
    tenant_table("aging_summary", READERS)


def _entity(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", "legal_entity_id"],
        ["legal_entity.tenant_id", "legal_entity.id"],
        name=op.f(f"fk_{table}_tenant_id_legal_entity_id"),
    )
