"""What migrations say about a table besides its columns: who may do what, and which rows they see.

Migrations that have shipped call these functions, so their effect is never changed; a new need gets a new function.
"""

import re
from collections.abc import Mapping, Sequence
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


def restore_functions(file: str, *names: str) -> None:
    """Put functions back to what an earlier revision's file made of them."""
    text = (Path(__file__).parent / "sql" / file).read_text(encoding="utf-8")
    for name in names:
        found = re.search(
            rf"^CREATE (?:OR REPLACE )?FUNCTION {name}\(.*?^(?:END )?\$\$;$", text, re.MULTILINE | re.DOTALL
        )
        assert found is not None, name
        made = re.sub("^CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", found.group())
        found_owner = op.get_bind().exec_driver_sql(
            "SELECT proowner::regrole::text FROM pg_proc WHERE oid = %(name)s::regproc", {"name": name}
        )
        owner = found_owner.scalar_one()
        op.execute(f"GRANT CREATE ON SCHEMA public TO {owner}")
        op.execute(f"SET ROLE {owner}")
        op.get_bind().exec_driver_sql(made.replace("%", "%%"))
        op.execute("SET ROLE bursar_owner")
        if owner != "bursar_owner":
            op.execute(f"REVOKE CREATE ON SCHEMA public FROM {owner}")


def drop_functions_of(role: str, *functions: str) -> None:
    """Drop functions that were handed over to `role`."""
    op.execute(f"SET ROLE {role}")
    for function in functions:
        op.execute(f"DROP FUNCTION {function}")
    op.execute("SET ROLE bursar_owner")


def permit(permissions: Mapping[str, Sequence[str]]) -> None:
    """Add permissions to the standard roles, by their codes, of the tenants that are there already."""
    _change_roles(permissions, "SELECT unnest(permissions) UNION SELECT unnest(%(named)s::text[])")


def forbid(permissions: Mapping[str, Sequence[str]]) -> None:
    """Take permissions from roles again, for a downgrade to a release that does not know them."""
    _change_roles(permissions, "SELECT unnest(permissions) EXCEPT SELECT unnest(%(named)s::text[])")


def _change_roles(permissions: Mapping[str, Sequence[str]], becomes: str) -> None:
    # The owner is bound by row-level security too; what lets it see every tenant's roles ends with the migration.
    op.execute("CREATE POLICY migrated ON role TO bursar_owner USING (true) WITH CHECK (true)")
    for code, named in permissions.items():
        op.get_bind().exec_driver_sql(
            f"UPDATE role SET permissions = ARRAY({becomes} ORDER BY 1) WHERE code = %(code)s",  # noqa: S608 - our own words.
            {"code": code, "named": list(named)},
        )
    op.execute("DROP POLICY migrated ON role")
