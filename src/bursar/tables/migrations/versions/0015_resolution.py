"""To be written."""

revision = "0015_resolution"
down_revision = "0014_models"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
