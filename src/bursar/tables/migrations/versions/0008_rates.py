"""Exchange rates and revaluations."""

revision = "0008_rates"
down_revision = "0007_periods"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
