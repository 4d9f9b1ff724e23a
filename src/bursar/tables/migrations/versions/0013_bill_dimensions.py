"""To be written."""

revision = "0013_bill_dimensions"
down_revision = "0012_withholding"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
