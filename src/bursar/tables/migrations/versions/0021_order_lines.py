"""Bill lines by their order's line, and the buyer's accounting reference, so that deliveries are coded alike.

Lines of the previous release name no line of an order and no reference: they stay precedents by their words.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021_order_lines"
down_revision = "0020_readings_end"
branch_labels = None
depends_on = None

ON_LINES = ("order_line_reference", "order_line_key", "accounting_reference")


def upgrade() -> None:
    op.add_column("bill", sa.Column("accounting_reference", sa.Text(), nullable=True))
    for column in ON_LINES:
        op.add_column("bill_line", sa.Column(column, sa.Text(), nullable=True))
    # Grants on bills and their lines are by column: those that came later are named here.
    op.execute("GRANT INSERT (accounting_reference) ON bill TO bursar_app, bursar_worker")
    op.execute(f"GRANT INSERT ({', '.join(ON_LINES)}) ON bill_line TO bursar_app, bursar_worker")
    op.create_index(
        "ix_bill_line_order",
        "bill_line",
        ["tenant_id", "legal_entity_id", "vendor_id", "order_line_key", "bill_id"],
        postgresql_where=sa.text("order_line_key IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_bill_line_order", "bill_line")
    for column in ON_LINES:
        op.drop_column("bill_line", column)
    op.drop_column("bill", "accounting_reference")
