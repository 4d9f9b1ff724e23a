"""Bill lines that name a cost centre and a project; templates whose entries take themselves back; versions.

A bill says what its terms' discount does to its tax.

Accounts, dimension values and their rules count their changes, so that who changes one says which version is meant.
What is marked as disputed has a history; an item that was marked before there was one is taken to have been so always.
"""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import append_only, tenant_table

revision = "0013_bill_dimensions"
down_revision = "0012_withholding"
branch_labels = None
depends_on = None

VERSIONED = ("ledger_account", "dimension_value", "dimension_rule")
DIMENSIONS = ("cost_centre_id", "project_id")


def upgrade() -> None:
    widen_bill_line()
    widen_bill()
    widen_recurring_entry()
    count_versions()
    create_dispute_mark()


def downgrade() -> None:
    op.drop_table("dispute_mark")
    for table in VERSIONED:
        op.drop_column(table, "version")
    op.drop_column("recurring_entry", "auto_reverse")
    op.drop_column("bill", "discount_tax_mode")
    for column in DIMENSIONS:
        op.drop_column("bill_line", column)


def widen_bill_line() -> None:
    for column in DIMENSIONS:
        op.add_column("bill_line", sa.Column(column, sa.Uuid(), nullable=True))
        op.create_foreign_key(
            op.f(f"fk_bill_line_tenant_id_legal_entity_id_{column}"),
            "bill_line",
            "dimension_value",
            ["tenant_id", "legal_entity_id", column],
            ["tenant_id", "legal_entity_id", "id"],
        )
    # Grants on a bill's lines are by column: those that came later are named here.
    op.execute(f"GRANT INSERT ({', '.join(DIMENSIONS)}) ON bill_line TO bursar_app, bursar_worker")


def widen_bill() -> None:
    # A default that is no expression of its own moves no row: the bills that are there reduce, as their payments did.
    op.add_column("bill", sa.Column("discount_tax_mode", sa.Text(), server_default=sa.text("'reduce'"), nullable=False))
    op.create_check_constraint(
        op.f("ck_bill_discount_tax_mode"), "bill", "discount_tax_mode IN ('reduce', 'fixed', 'as_if_taken')"
    )
    op.execute("GRANT INSERT (discount_tax_mode) ON bill TO bursar_app, bursar_worker")


def widen_recurring_entry() -> None:
    op.add_column("recurring_entry", sa.Column("auto_reverse", sa.Text(), nullable=True))
    op.create_check_constraint(
        op.f("ck_recurring_entry_auto_reverse"), "recurring_entry", "auto_reverse IN ('next_day', 'next_month')"
    )
    op.execute("GRANT INSERT (auto_reverse) ON recurring_entry TO bursar_app, bursar_worker")


def count_versions() -> None:
    for table in VERSIONED:
        op.add_column(table, sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False))
        op.execute(f"GRANT UPDATE (version) ON {table} TO bursar_app")


def create_dispute_mark() -> None:
    op.create_table(
        "dispute_mark",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("open_item_id", sa.Uuid(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("marked_on", sa.Date(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marked_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_dispute_mark_tenant_id_legal_entity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "open_item_id"],
            ["open_item.tenant_id", "open_item.id"],
            name=op.f("fk_dispute_mark_tenant_id_open_item_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_dispute_mark")),
    )
    op.create_index(
        "ix_dispute_mark_item", "dispute_mark", ["tenant_id", "legal_entity_id", "open_item_id", "marked_at"]
    )
    append_only("dispute_mark")
    writes = "SELECT, INSERT"
    tenant_table("dispute_mark", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})
