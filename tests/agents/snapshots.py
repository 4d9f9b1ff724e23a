"""Everything in the database, table by table, so that a test can say what changed and what did not."""

from collections.abc import Mapping
from typing import Any, Final

import psycopg
from psycopg import sql

# What reading a document writes: rows about that document, and the books of the machine.
OF_READING: Final = frozenset(
    {
        *("agent_run", "agent_step", "checkpoints", "checkpoint_blobs", "checkpoint_writes", "proposal", "task"),
        *("document", "document_reading", "model_answer", "model_call"),
        *("audit_entry", "event", "idempotency_key", "job", "model_budget"),
        *("aging_change", "aging_day", "aging_summary"),  # Folded by night from entries, which are compared.
    }
)
# Rows of these that were there before stay as they were.
KEPT: Final = frozenset({"document", "document_reading", "proposal", "agent_run", "agent_step", "task", "audit_entry"})

Snapshot = Mapping[str, frozenset[str]]


def snapshot(connection: psycopg.Connection[Any]) -> Snapshot:
    """Return the digest of every row of every table."""
    tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    rows = sql.SQL("SELECT md5(t::text) FROM {} t")
    return {
        name: frozenset(row[0] for row in connection.execute(rows.format(sql.Identifier(name)))) for (name,) in tables
    }


def changed(before: Snapshot, after: Snapshot) -> set[str]:
    """Return the tables that are otherwise than reading a document leaves them."""
    others = {name for name in after.keys() - OF_READING if before.get(name) != after[name]}
    return others | {name for name in KEPT if not before[name] <= after[name]}
