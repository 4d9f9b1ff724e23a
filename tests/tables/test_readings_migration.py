"""Readings that a release before left behind, of documents that were read again to no reading, go with the upgrade."""

from datetime import date
from typing import Any
from uuid import UUID

import psycopg

from bursar.platform.provision import demo_company, provision_tenant
from bursar.tables import migrate
from tests.database_server import Server

BEFORE = "0019_reading_again"
# What happened to a document: when it was read last, and when each of its runs began; the last one is the current one.
READ = """
    WITH d AS (
      INSERT INTO document (tenant_id, id, legal_entity_id, sha256, size_bytes, media_type, filename, uploaded_by,
        received_at, updated_at)
      SELECT tenant_id, gen_random_uuid(), id, %(name)s, 1, 'text/plain', %(name)s, gen_random_uuid(), now(), now()
      FROM legal_entity LIMIT 1 RETURNING tenant_id, id
    ), r AS (
      INSERT INTO agent_run (tenant_id, id, agent, graph_version, document_id, state, started_at)
      SELECT d.tenant_id, gen_random_uuid(), o.agent, '1', d.id, 'done', o.began
      FROM d, unnest(%(agents)s::text[], %(began)s::timestamptz[]) AS o(agent, began)
    )
    INSERT INTO document_reading (tenant_id, document_id, format, fields, checks, read_at)
    SELECT tenant_id, id, 'ubl_invoice', '[]', '[]', %(read)s FROM d RETURNING document_id
"""


def read(connection: psycopg.Connection[Any], name: str, hour: int, **began: int) -> UUID:
    """Insert a document that was read at an hour, with runs that began at hours; return its id."""
    hours = [f"2026-01-01T{one:02d}:00:00Z" for one in (*began.values(), hour)]
    agents = [agent.replace("_", "/") for agent in began]
    values = {"name": name, "agents": agents, "began": hours[:-1], "read": hours[-1]}
    row = connection.execute(READ, values).fetchone()
    assert row is not None
    document_id: UUID = row[0]
    return document_id


def test_what_no_run_stands_behind_is_forgotten(database_server: Server, fresh_database: str) -> None:
    url = database_server.url(fresh_database)
    provision_tenant(url, demo_company(date(2026, 1, 1)))
    migrate.downgrade(url, BEFORE)
    with psycopg.connect(url) as connection:
        stands = {
            read(connection, "read once", 2, payables=1),
            read(connection, "read again", 4, payables_1=1, payables=3),
        }
        read(connection, "read again to nothing", 2, payables_1=1, payables=3)
        read(connection, "to be read again", 2, payables_1=1)
    migrate.upgrade(url)
    with psycopg.connect(url) as connection:
        left = {row[0] for row in connection.execute("SELECT document_id FROM document_reading")}
        policies = connection.execute("SELECT FROM pg_policies WHERE policyname = 'migrated'").fetchall()
    assert (left, policies) == (stands, [])
    migrate.check(url)
