"""Manual and recurring journal entries."""

revision = "0010_journal"
down_revision = "0009_tax"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
