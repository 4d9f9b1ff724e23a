"""To be written."""

revision = "0012_withholding"
down_revision = "0011_aging"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
