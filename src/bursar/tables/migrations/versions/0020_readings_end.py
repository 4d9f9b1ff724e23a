"""What was read from a document is forgotten when a person has it read again, until it is read.

Readings that were left behind by a run in whose place the document was read again, to no reading, are forgotten here.
"""

from alembic import op

from bursar.tables.migrations.security import grant

revision = "0020_readings_end"
down_revision = "0019_reading_again"
branch_labels = None
depends_on = None

TABLES = ("document_reading", "agent_run")
LEFT_BEHIND = """
    DELETE FROM document_reading d USING agent_run ended
    WHERE ended.tenant_id = d.tenant_id AND ended.document_id = d.document_id AND ended.agent LIKE 'payables/%'
      AND NOT EXISTS (
        SELECT FROM agent_run r WHERE r.tenant_id = d.tenant_id AND r.document_id = d.document_id
          AND r.agent = 'payables' AND r.started_at <= d.read_at)
"""


def upgrade() -> None:
    grant("document_reading", {"bursar_app": "DELETE"})
    # The owner is bound by row-level security too; what lets it see every tenant's rows ends with the migration.
    for table in TABLES:
        op.execute(f"CREATE POLICY migrated ON {table} TO bursar_owner USING (true)")
    op.execute(LEFT_BEHIND)
    for table in TABLES:
        op.execute(f"DROP POLICY migrated ON {table}")


def downgrade() -> None:
    op.execute("REVOKE DELETE ON document_reading FROM bursar_app")
