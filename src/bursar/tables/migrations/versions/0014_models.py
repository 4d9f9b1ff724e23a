"""To be written."""

revision = "0014_models"
down_revision = "0013_bill_dimensions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
