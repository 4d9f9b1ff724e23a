"""Fiscal periods closed by sub-ledger, with dated exceptions."""

revision = "0007_periods"
down_revision = "0006_chart"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
