"""Tax codes, their rates by date, withholding."""

revision = "0009_tax"
down_revision = "0008_rates"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
