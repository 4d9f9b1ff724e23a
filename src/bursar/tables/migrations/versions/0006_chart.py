"""Chart of accounts: currencies, banks, dimensions."""

revision = "0006_chart"
down_revision = "0005_settlement"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
