"""What migrations say about a table besides its columns: who may do what, and which rows they see.

Migrations that have shipped call these functions, so their effect is never changed; a new need gets a new function.
"""

from collections.abc import Mapping
from pathlib import Path

from alembic import op

TENANT = "(SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)"


def tenant_table(name: str, grants: Mapping[str, str]) -> None:
    """Enable and force row-level security on a tenant table and grant each role its verbs."""
    op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY tenant ON {name} USING (tenant_id = {TENANT}) WITH CHECK (tenant_id = {TENANT})")
    grant(name, grants)


def grant(name: str, grants: Mapping[str, str]) -> None:
    """Grant each role the given verbs on a table."""
    for role, verbs in grants.items():
        op.execute(f"GRANT {verbs} ON {name} TO {role}")


def all_columns_but(name: str, *kept: str) -> str:
    """Return the columns of a table as a list for GRANT, without those that nobody may write."""
    found = op.get_bind().exec_driver_sql(
        "SELECT attname FROM pg_attribute WHERE attrelid = %(name)s::regclass AND attnum > 0 AND NOT attisdropped"
        " ORDER BY attnum",
        {"name": name},
    )
    return ", ".join(column for (column,) in found if column not in kept)


def append_only(name: str) -> None:
    """Refuse UPDATE, DELETE and TRUNCATE on a table to every role, its owner included."""
    op.execute(
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {name} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        f"CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON {name}"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def run_sql(file: str) -> None:
    """Execute a file of this folder's `sql`."""
    # The driver is told to send the text as it is: `%` in a function body is not a placeholder.
    text = (Path(__file__).parent / "sql" / file).read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text.replace("%", "%%"))


def drop_functions_of(role: str, *functions: str) -> None:
    """Drop functions that were handed over to `role`."""
    op.execute(f"SET ROLE {role}")
    for function in functions:
        op.execute(f"DROP FUNCTION {function}")
    op.execute("SET ROLE bursar_owner")
