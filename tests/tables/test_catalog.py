"""Every relation in the database keeps tenants apart; one that does not stands in a short list with its reason.

The test fails closed: what it has never heard of must keep every rule.
"""

from typing import Any, Final, LiteralString

import psycopg
import pytest
from psycopg.rows import namedtuple_row

from bursar.tables import metadata
from bursar.tables.db_roles import ALL_ROLES, OWNER

# Tables that no tenant owns, and why. They too have row-level security, enabled and forced.
NOT_OF_A_TENANT: Final = {
    "tenant": "is the tenant; its policy shows each tenant its own row",
    "app_user": "a person may work for several tenants; its policy shows the members of one",
}
# Relations without row-level security, and why.
WITHOUT_SECURITY: Final = {"alembic_version": "holds the schema's revision, which is the same for everybody"}
# Foreign keys to tables that no tenant owns.
FOREIGN_KEYS_OUT: Final = {"fk_membership_user_id": "a person is not of one tenant"}
# Indexes that tenants do not lead, and why.
INDEXES_ACROSS: Final = {
    "ix_job_id": "the dispatcher finds a job by its id before it knows the tenant",
    "ix_job_due": "the dispatcher looks for what is due across tenants",
    "ix_job_leased": "the dispatcher looks for lost leases across tenants",
}
# Policies that show more than the transaction's own tenant, to whom, and why.
POLICIES_ACROSS: Final = {
    ("app_user", "member"): "{public}",  # Members of the transaction's tenant.
    ("tenant", "itself"): "{public}",  # The transaction's tenant.
    ("app_user", "provisioned"): "{bursar_owner}",  # Nobody signs in as the owner.
    ("tenant", "provisioned"): "{bursar_owner}",
    ("app_user", "sign_in"): "{bursar_sign_in}",  # One function that takes one e-mail address.
    ("membership", "sign_in"): "{bursar_sign_in}",
    ("tenant", "sign_in"): "{bursar_sign_in}",
    ("job", "dispatch"): "{bursar_worker}",  # Jobs carry ids only.
    ("job", "dispatch_claim"): "{bursar_worker}",
    ("journal_entry", "guard"): "{bursar_check}",  # Trigger functions that nobody can call.
    ("journal_line", "guard"): "{bursar_check}",
    ("ledger_account", "guard"): "{bursar_check}",
    ("legal_entity", "guard"): "{bursar_check}",
    ("period", "guard"): "{bursar_check}",
    ("period_exception", "guard"): "{bursar_check}",
    ("open_item", "guard"): "{bursar_check}",
    ("allocation", "guard"): "{bursar_check}",
    ("bill", "guard"): "{bursar_check}",
    ("settlement", "guard"): "{bursar_check}",
    ("aging_day", "guard"): "{bursar_check}",
    ("aging_change", "guard"): "{bursar_check}",
    ("aging_summary", "guard"): "{bursar_check}",
    ("dimension_value", "guard"): "{bursar_check}",
}
# What the database keeps for itself and can always make anew from the books; folding takes away what is summed up.
SUMMED_UP: Final = ("aging_change", "aging_summary")
TENANT_POLICY: Final = "(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid"
# Types whose comparison is leakproof, so that row-level security lets an index be used, or that are never compared.
TYPES: Final = frozenset(
    {
        "uuid", "text", "bpchar", "int4", "int8", "bool", "date", "timestamptz", "xid8",
        "jsonb", "bytea", "numeric", "_text",
    }
)  # fmt: skip
# Numbers that are no money: rates, quantities and unit prices.
NUMERIC: Final = frozenset(
    {"tax_rate", "quantity", "unit_price", "base_quantity", "rate", "price_base_quantity", "recoverable_share"}
)


@pytest.fixture(scope="module")
def catalog(admin_url: str) -> Any:
    with psycopg.connect(admin_url, row_factory=namedtuple_row) as connection:
        yield lambda query: connection.execute(query).fetchall()


def tables(catalog: Any) -> list[Any]:
    """Return every table, partition or foreign table in `public`."""
    query: LiteralString = """
        SELECT c.relname AS name, c.relkind AS kind, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
               pg_get_userbyid(c.relowner) AS owner, c.relpersistence AS persistence
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f')
        ORDER BY c.relname
    """
    found = catalog(query)
    assert found
    return list(found)


def test_the_database_has_exactly_the_tables_of_the_code(catalog: Any) -> None:
    assert {table.name for table in tables(catalog)} == set(metadata.tables) | set(WITHOUT_SECURITY)


def test_every_relation_is_an_ordinary_table_an_index_or_a_checked_view(catalog: Any) -> None:
    odd = catalog("""
        SELECT c.relname, c.relkind FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
        AND NOT (c.relkind IN ('r', 'i')
                 OR c.relkind = 'v' AND coalesce(c.reloptions::text[] @> ARRAY['security_invoker=true'], false))
    """)
    assert odd == []


def test_every_table_has_row_level_security_enabled_and_forced_and_belongs_to_the_owner(catalog: Any) -> None:
    for table in tables(catalog):
        if table.name not in WITHOUT_SECURITY:
            assert (table.name, table.enabled, table.forced) == (table.name, True, True)
        assert (table.name, table.owner, table.persistence) == (table.name, OWNER, "p")


def test_every_tenant_table_is_led_by_a_tenant_that_cannot_be_null(catalog: Any) -> None:
    first = {
        row.name: (row.column, row.not_null, row.type)
        for row in catalog("""
            SELECT c.relname AS name, a.attname AS column, a.attnotnull AS not_null, t.typname AS type
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = 1
            JOIN pg_type t ON t.oid = a.atttypid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        """)
    }
    for name, column in first.items():
        if name not in NOT_OF_A_TENANT.keys() | WITHOUT_SECURITY.keys():
            assert (name, column) == (name, ("tenant_id", True, "uuid"))


def test_every_key_and_index_of_a_tenant_table_is_led_by_the_tenant(catalog: Any) -> None:
    indexes = catalog("""
        SELECT c.relname AS table, x.relname AS index, a.attname AS first
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
        WHERE c.relnamespace = 'public'::regnamespace
    """)
    across = {
        row.index
        for row in indexes
        if row.first != "tenant_id" and row.table not in NOT_OF_A_TENANT.keys() | WITHOUT_SECURITY.keys()
    }
    assert across == set(INDEXES_ACROSS)


def test_every_tenant_table_has_a_primary_key(catalog: Any) -> None:
    without = catalog("""
        SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')
    """)
    assert without == []


def test_no_foreign_key_leaves_the_tenant(catalog: Any) -> None:
    keys = catalog("""
        SELECT k.conname AS name, here.attname AS here, there.attname AS there
        FROM pg_constraint k
        JOIN pg_attribute here ON here.attrelid = k.conrelid AND here.attnum = k.conkey[1]
        JOIN pg_attribute there ON there.attrelid = k.confrelid AND there.attnum = k.confkey[1]
        WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
    """)
    leaving = {row.name for row in keys if (row.here, row.there) != ("tenant_id", "tenant_id")}
    assert leaving == set(FOREIGN_KEYS_OUT)


def test_every_policy_shows_the_tenant_of_the_transaction_alone(catalog: Any) -> None:
    policies = catalog("SELECT tablename, policyname, permissive, roles::text, cmd, qual, with_check FROM pg_policies")
    across = {}
    guarded = set()
    for policy in policies:
        assert policy.permissive == "PERMISSIVE"
        if policy.policyname == "tenant":
            guarded.add(policy.tablename)
            assert (policy.roles, policy.cmd) == ("{public}", "ALL")
            assert policy.qual.startswith(TENANT_POLICY), policy
            assert policy.with_check == policy.qual
        else:
            across[policy.tablename, policy.policyname] = policy.roles
    assert across == POLICIES_ACROSS
    assert guarded == {table.name for table in tables(catalog)} - NOT_OF_A_TENANT.keys() - WITHOUT_SECURITY.keys()


def test_columns_are_of_types_that_an_index_may_compare_under_row_level_security(catalog: Any) -> None:
    columns = catalog("""
        SELECT c.relname AS table, a.attname AS name, t.typname AS type, t.typtype AS kind
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type t ON t.oid = a.atttypid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'alembic_version'
    """)
    for column in columns:
        assert column.type in TYPES, column
        assert column.kind == "b", column
        if column.name.endswith("_minor"):
            assert column.type == "int8", column
        if column.type == "numeric":
            assert column.name in NUMERIC, column
        if column.name.endswith("currency"):
            assert column.type == "bpchar", column
        if column.name.endswith("_at"):
            assert column.type == "timestamptz", column


def test_nothing_is_granted_to_public_but_pure_functions(catalog: Any) -> None:
    granted = catalog("""
        SELECT c.relname AS name, x.grantee, x.privilege_type FROM pg_class c, aclexplode(c.relacl) x
        WHERE c.relnamespace = 'public'::regnamespace AND x.grantee = 0
        UNION ALL
        SELECT 'schema', x.grantee, x.privilege_type FROM pg_namespace n, aclexplode(n.nspacl) x
        WHERE n.nspname = 'public' AND x.grantee = 0 AND x.privilege_type <> 'USAGE'
        UNION ALL
        SELECT p.proname, x.grantee, x.privilege_type
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
        WHERE p.pronamespace = 'public'::regnamespace AND x.grantee = 0 AND p.prosecdef
    """)
    assert granted == []


def test_every_function_has_a_fixed_search_path(catalog: Any) -> None:
    functions = catalog("""
        SELECT p.proname AS name, p.proconfig::text AS config, p.prosecdef AS definer,
               pg_get_userbyid(p.proowner) AS owner
        FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    """)
    assert functions
    for function in functions:
        assert "search_path=pg_catalog, pg_temp" in (function.config or ""), function
        if function.definer:
            assert function.owner in {"bursar_check", "bursar_sign_in"}, function


def test_triggers_are_always_on(catalog: Any) -> None:
    assert catalog("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'") == []


def test_no_role_is_above_row_level_security(catalog: Any) -> None:
    roles = catalog("SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin FROM pg_roles")
    ours = {role.rolname: role for role in roles if role.rolname.startswith("bursar_")}
    assert set(ours) == set(ALL_ROLES)
    for role in ours.values():
        assert [role.rolsuper, role.rolbypassrls, role.rolcreaterole] == [False] * 3, role
    assert not ours[OWNER].rolcanlogin


def test_only_agents_notes_and_sums_can_be_deleted_and_nothing_can_be_truncated(catalog: Any) -> None:
    granted = catalog("""
        SELECT DISTINCT c.relname AS name, x.privilege_type AS verb
        FROM pg_class c, aclexplode(c.relacl) x
        WHERE c.relnamespace = 'public'::regnamespace AND x.grantee <> c.relowner
          AND x.privilege_type IN ('DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER')
    """)
    assert {(row.name, row.verb) for row in granted} == {
        (name, "DELETE")
        for name in (
            *("checkpoints", "checkpoint_blobs", "checkpoint_writes", "model_answer", *SUMMED_UP),
            "vendor_alias",  # A name that people gave, and take away again.
            "document_reading",  # Of a document that a person has read again.
        )
    }


@pytest.mark.parametrize(
    "table",
    [
        "approval_request",
        "vendor_bank_account",
        "vendor_alias",
        "vendor_domain",
        "vendor_word",
        "journal_entry",
        "journal_line",
        "bill",
        "allocation",
        "period",
        "period_exception",
        "tax_code",
        "tax_rate",
        "withholding_code",
        "withholding",
        "exchange_rate",
        "revaluation",
        "revaluation_line",
        "manual_entry",
        "manual_entry_line",
        "recurring_entry",
        "attachment",
        "model_call",
        "model_budget",
        "model_answer",
        "rule",
        "rule_version",
    ],
)
def test_agents_cannot_write_decisions_bank_details_or_books(catalog: Any, table: str) -> None:
    query = f"""
        SELECT privilege_type FROM information_schema.role_table_grants
        WHERE grantee = 'bursar_agent' AND table_name = '{table}' AND privilege_type <> 'SELECT'
        UNION ALL
        SELECT privilege_type FROM information_schema.column_privileges
        WHERE grantee = 'bursar_agent' AND table_name = '{table}' AND privilege_type <> 'SELECT'
    """
    assert catalog(query) == []
