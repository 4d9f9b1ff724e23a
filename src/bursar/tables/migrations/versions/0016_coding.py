"""Bill lines by their words, so that a line is coded as such lines were coded before.

Lines of the previous release have no key: they are not precedents, and nothing else is different for them.
"""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import tenant_table

revision = "0016_coding"
down_revision = "0015_resolution"
branch_labels = None
depends_on = None

COLUMNS = ("vendor_id", "line_key")
POSTED = sa.text("document_status = 'posted'")


def upgrade() -> None:
    op.add_column("bill_line", sa.Column("vendor_id", sa.Uuid(), nullable=True))
    op.add_column("bill_line", sa.Column("line_key", sa.Text(), nullable=True))
    # Grants on a bill's lines are by column: those that came later are named here.
    op.execute(f"GRANT INSERT ({', '.join(COLUMNS)}) ON bill_line TO bursar_app, bursar_worker")
    op.create_index(
        "ix_bill_line_key",
        "bill_line",
        ["tenant_id", "legal_entity_id", "line_key", "vendor_id", "bill_id"],
        postgresql_where=sa.text("line_key IS NOT NULL"),
    )
    op.create_index(
        "ix_bill_vendor_posted", "bill", ["tenant_id", "legal_entity_id", "vendor_id", "id"], postgresql_where=POSTED
    )
    create_bill_line_word()


def downgrade() -> None:
    op.drop_table("bill_line_word")
    op.drop_index("ix_bill_vendor_posted", "bill")
    op.drop_index("ix_bill_line_key", "bill_line")
    for column in COLUMNS:
        op.drop_column("bill_line", column)


def create_bill_line_word() -> None:
    op.create_table(
        "bill_line_word",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "bill_id", "line_number"],
            ["bill_line.tenant_id", "bill_line.bill_id", "bill_line.line_number"],
            name=op.f("fk_bill_line_word_tenant_id_bill_id_line_number"),
        ),
        sa.PrimaryKeyConstraint(
            "tenant_id",
            "legal_entity_id",
            "word",
            "vendor_id",
            "bill_id",
            "line_number",
            name=op.f("pk_bill_line_word"),
        ),
    )
    tenant_table(
        "bill_line_word",
        {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT, INSERT", "bursar_agent": "SELECT"},
    )
