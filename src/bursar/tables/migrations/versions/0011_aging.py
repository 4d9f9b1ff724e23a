"""A summary of what is open, kept by the transactions that change it."""

revision = "0011_aging"
down_revision = "0010_journal"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
