"""To be written."""

revision = "0016_coding"
down_revision = "0015_resolution"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
