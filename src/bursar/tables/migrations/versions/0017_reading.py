"""A document that holds several invoices is split: each part is a document that knows the pages it was.

Documents of the previous release come from no other one, and it neither makes parts nor meets what was split.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017_reading"
down_revision = "0016_coding"
branch_labels = None
depends_on = None

COLUMNS = ("split_from_id", "first_page", "last_page")
STATES = "'received', 'proposed', 'needs_attention', 'posted', 'rejected'"


def upgrade() -> None:
    op.add_column("document", sa.Column("split_from_id", sa.Uuid(), nullable=True))
    op.add_column("document", sa.Column("first_page", sa.Integer(), nullable=True))
    op.add_column("document", sa.Column("last_page", sa.Integer(), nullable=True))
    op.create_foreign_key(
        op.f("fk_document_tenant_id_split_from_id"),
        "document",
        "document",
        ["tenant_id", "split_from_id"],
        ["tenant_id", "id"],
    )
    op.create_check_constraint(
        op.f("ck_document_part_has_pages"),
        "document",
        "(split_from_id IS NULL) = (first_page IS NULL) AND (first_page IS NULL) = (last_page IS NULL)"
        " AND (first_page IS NULL OR (first_page >= 1 AND last_page >= first_page))",
    )
    op.create_index(
        "uq_document_part",
        "document",
        ["tenant_id", "split_from_id", "first_page"],
        unique=True,
        postgresql_where=sa.text("split_from_id IS NOT NULL"),
    )
    _states(f"{STATES}, 'split'")


def downgrade() -> None:
    # The previous release knows no such state: what was split was dealt with, and its parts stay as they are.
    op.execute("UPDATE document SET status = 'rejected', reason_codes = '{split}' WHERE status = 'split'")
    _states(STATES)
    op.drop_index("uq_document_part", "document")
    op.drop_constraint(op.f("ck_document_part_has_pages"), "document")
    op.drop_constraint(op.f("fk_document_tenant_id_split_from_id"), "document")
    for column in COLUMNS:
        op.drop_column("document", column)


def _states(states: str) -> None:
    op.drop_constraint(op.f("ck_document_status"), "document")
    op.create_check_constraint(op.f("ck_document_status"), "document", f"status IN ({states})")
