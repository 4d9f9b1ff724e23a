"""A document may be read again: a person's request ends the run that had read it.

Its jobs go on finding the one run of an agent and document; a run that was replaced has its own id behind the agent's
name. So the previous release works on a document that is read again as on one that has just come in.
"""

from alembic import op

from bursar.tables.migrations.security import grant

revision = "0019_reading_again"
down_revision = "0018_rules"
branch_labels = None
depends_on = None

ENDS = "UPDATE (agent, state, outcome, lease_until, finished_at)"


def upgrade() -> None:
    grant("agent_run", {"bursar_app": ENDS})


def downgrade() -> None:
    op.execute(f"REVOKE {ENDS} ON agent_run FROM bursar_app")
