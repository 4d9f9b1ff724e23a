"""To be written."""

revision = "0017_reading"
down_revision = "0016_coding"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
