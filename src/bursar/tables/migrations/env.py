"""Run by Alembic: migrate over the connection that `bursar.tables.migrate` hands in, as the owner of the schema."""

from alembic import context
from sqlalchemy import Connection

from bursar.tables import metadata

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    compare_type=True,
    compare_server_default=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
