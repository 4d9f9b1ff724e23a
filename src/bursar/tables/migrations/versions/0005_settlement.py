"""What settles: customers, receivable items, exchange in allocations, payments."""

revision = "0005_settlement"
down_revision = "0004_decisions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
