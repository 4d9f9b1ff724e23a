"""Attacks on privileges, row-level security and the functions that see more than their caller."""

from typing import Any
from uuid import uuid4

from bursar.tables.db_roles import WORKER
from tests.attack.attacks import DENIED, NOTHING, Attacks
from tests.attack.field import Attacker

attack = Attacks()
WALLS = attack.listed
OWNER_ONLY = "must be owner|permission denied|must have|must be superuser|Only roles with"
RLS = "row-level security"

for _role in ("bursar_owner", "bursar_check", "bursar_sign_in", "bursar_migrator", "bursar_sealer", "postgres"):
    attack.statement(
        f"SET ROLE {_role}", f"SET ROLE {_role}", "permission denied to set role", agent="permission denied"
    )
for _what, _query in {
    "switch a trigger off": "ALTER TABLE journal_line DISABLE TRIGGER lines_balance",
    "switch every trigger off": "ALTER TABLE journal_entry DISABLE TRIGGER ALL",
    "switch row-level security off": "ALTER TABLE bill DISABLE ROW LEVEL SECURITY",
    "stop forcing row-level security": "ALTER TABLE bill NO FORCE ROW LEVEL SECURITY",
    "drop a policy": "DROP POLICY tenant ON bill",
    "add a policy": "CREATE POLICY mine ON bill USING (true)",
    "drop a constraint": "ALTER TABLE bill DROP CONSTRAINT ck_bill_four_eyes",
    "drop a table": "DROP TABLE audit_entry",
    "drop a guard": "DROP FUNCTION ledger_lines_balance() CASCADE",
    "replace a guard": "CREATE OR REPLACE FUNCTION ledger_lines_balance() RETURNS trigger LANGUAGE plpgsql AS"
    " $$BEGIN RETURN NULL; END$$",
    "own a guard": "ALTER FUNCTION ledger_lines_balance() OWNER TO CURRENT_USER",
    "a trigger of one's own": "CREATE TRIGGER mine BEFORE INSERT ON bill FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "a rule of one's own": "CREATE RULE mine AS ON INSERT TO journal_line DO INSTEAD NOTHING",
    "a table in the schema": "CREATE TABLE public.mine (id int)",
    "a function in the schema": "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "replication role": "SET session_replication_role = replica",
    "bypass row-level security": "ALTER ROLE CURRENT_USER BYPASSRLS",
    "become a superuser": "ALTER ROLE CURRENT_USER SUPERUSER",
    "grant oneself the owner": "GRANT bursar_owner TO CURRENT_USER",
    "grant oneself a table": "GRANT ALL ON role TO CURRENT_USER; UPDATE role SET name = 'x'",
    "another schema revision": "UPDATE alembic_version SET version_num = 'x'",
    "read a file": "SELECT pg_read_file('/etc/passwd')",
    "run a program": "COPY (SELECT 1) TO PROGRAM 'true'",
    "write a file": "COPY (SELECT 1) TO '/tmp/bursar-attack'",
    "read a file by COPY": "COPY job FROM '/etc/passwd'",
    "read the passwords of roles": "SELECT rolpassword FROM pg_authid",
    "more permissions for a role": "UPDATE role SET permissions = '{periods.close}'",
    "another role for oneself": "INSERT INTO membership_role VALUES (%(tenant)s, %(me)s, 'controller')",
    "another approval limit": "UPDATE membership SET approval_limit_minor = NULL",
    "a person made": "INSERT INTO app_user (id, email, name, password_hash, created_at)"
    " VALUES (gen_random_uuid(), 'x@x', 'x', 'x', now())",
    "a password set": "UPDATE app_user SET password_hash = 'x'",
    "password hashes read": "SELECT password_hash FROM app_user",
    "whole rows of people read": "SELECT u FROM app_user u",
    "a guard called": "SELECT ledger_calendar_key(%(tenant)s, %(entity)s)",
}.items():
    attack.statement(_what, _query, OWNER_ONLY, agent=OWNER_ONLY)
attack.statement("row_security switched off", "SET row_security = off; SELECT * FROM bill", RLS, agent=RLS)
attack.statement("sign-in looked up", "SELECT * FROM find_sign_in(%(email)s)", DENIED, app=None)

for _name, _query in {
    "approvals": "INSERT INTO approval_request (tenant_id) VALUES (%(tenant)s)",
    "decisions on approvals": "UPDATE approval_request SET state = 'approved'",
    "bank details": "INSERT INTO vendor_bank_account (tenant_id) VALUES (%(tenant)s)",
    "vendors": "UPDATE vendor SET state = 'active'",
    "bills": "UPDATE bill SET version = 2",
    "the journal": "INSERT INTO journal_line (tenant_id) VALUES (%(tenant)s)",
    "decisions on proposals": "UPDATE proposal SET state = 'approved', decided_by = %(other)s",
    "decided proposals": "INSERT INTO proposal (tenant_id, state) VALUES (%(tenant)s, 'approved')",
    "an approver in a proposal": "INSERT INTO proposal (tenant_id, decided_by) VALUES (%(tenant)s, %(other)s)",
    "which file a document is": "UPDATE document SET sha256 = 'x'",
    "allocations": "INSERT INTO allocation (tenant_id) VALUES (%(tenant)s)",
    "idempotency keys": "SELECT * FROM idempotency_key",
    "sessions": "UPDATE user_session SET expires_at = 'infinity'",
    "refresh tokens": "SELECT * FROM refresh_token",
    "a job's course": "UPDATE job SET state = 'done'",
}.items():
    attack.statement(f"an agent writes {_name}", _query, DENIED, app=None, worker=None)
attack.statement("the worker changes what a job is", "UPDATE job SET payload = '{}'", DENIED, app=None, agent=None)
attack.statement(
    "the worker moves jobs to another tenant", "UPDATE job SET tenant_id = %(theirs)s", DENIED, app=None, agent=None
)

_JOB = "(tenant_id, id, kind, payload, dedupe_key, run_after, created_at)"
_JOB_VALUES = "(%(theirs)s, gen_random_uuid(), 'x', '{}', 'x', now(), now())"
attack.statement("a job for the neighbour", f"INSERT INTO job {_JOB} VALUES {_JOB_VALUES}", RLS, agent=RLS)
_EVENT = "INSERT INTO event (tenant_id, id, type, subject_id, payload, occurred_at)"
attack.statement(
    "an event of the neighbour",
    f"{_EVENT} VALUES (%(theirs)s, gen_random_uuid(), 'x', gen_random_uuid(), '{{}}', now())",
    RLS,
    agent=RLS,
)
attack.statement("a vendor moved to the neighbour", "UPDATE vendor SET tenant_id = %(theirs)s", RLS)
attack.statement("the neighbour's vendor renamed", "UPDATE vendor SET name = 'x' WHERE id = %(their_vendor)s", NOTHING)


@attack("the neighbour's vendor by ON CONFLICT DO UPDATE", RLS)
def upsert(a: Attacker) -> None:
    with a.field.looking() as looking:
        row = looking.execute("SELECT * FROM vendor WHERE id = %s", [a.field.their_vendor]).fetchone()
    assert row is not None
    a.insert("vendor", row._asdict(), end="ON CONFLICT (tenant_id, id) DO UPDATE SET name = 'x'")
    a.commit()


@attack("the neighbour's rows by MERGE", RLS + "|MERGE")
def merge(a: Attacker) -> None:
    a.sql(
        "MERGE INTO vendor v USING (SELECT 1) s ON v.tenant_id = %(theirs)s WHEN MATCHED THEN UPDATE SET name = 'x'"
        " WHEN NOT MATCHED THEN INSERT (tenant_id, id, name, name_key, created_by, created_at, updated_at)"
        " VALUES (%(theirs)s, gen_random_uuid(), 'x', 'x', gen_random_uuid(), now(), now())",
        theirs=a.field.theirs.tenant_id,
    )
    a.commit()


def _tables(a: Attacker) -> list[str]:
    """Return every tenant table that the role may read; the dispatcher's job table is its own matter."""
    rows = a.sql(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id'"
        " WHERE c.relkind IN ('r', 'v', 'p', 'm') AND c.relnamespace = 'public'::regnamespace"
        " AND has_table_privilege(c.oid, 'SELECT')"
    )
    found = [row.relname for row in rows if (a.role, row.relname) != (WORKER, "job")]
    assert len(found) > 15, found
    return found


@attack("every table without a tenant", NOTHING, agent=NOTHING)
def no_tenant(a: Attacker) -> Any:
    a.become(None)
    tables = [*_tables(a), "tenant", "(SELECT id FROM app_user)"]
    return [name for name in tables if a.sql(f"SELECT 1 FROM {name} AS any_row LIMIT 1")]


@attack("every table for the neighbour's rows", NOTHING, agent=NOTHING)
def other_tenant(a: Attacker) -> Any:
    theirs = a.field.theirs.tenant_id
    return [
        name for name in _tables(a) if a.sql(f"SELECT 1 FROM {name} WHERE tenant_id <> %(t)s", t=a.field.tenant)
    ] + [
        *a.sql("SELECT 1 FROM tenant WHERE id = %(t)s", t=theirs),
        *a.sql("SELECT 1 FROM app_user WHERE id = %(id)s", id=a.field.theirs.clerk.id),
    ]


@attack("a tenant nobody has", NOTHING, agent=NOTHING)
def unknown_tenant(a: Attacker) -> Any:
    a.become(uuid4())
    return [name for name in _tables(a) if a.sql(f"SELECT 1 FROM {name} LIMIT 1")]


@attack("garbage as the tenant", "invalid input syntax for type uuid", agent="invalid input syntax for type uuid")
def garbage(a: Attacker) -> Any:
    a.become("' OR true --")
    return a.sql("SELECT 1 FROM vendor")


@attack("our person begins work for the neighbour", NOTHING, agent=NOTHING)
def begin_elsewhere(a: Attacker) -> Any:
    theirs, me = a.field.theirs.tenant_id, a.field.ours.controller.id
    return a.sql("SELECT * FROM begin_work(%(t)s, %(me)s, NULL)", t=theirs, me=me)


@attack("a statement prepared for the neighbour, run for us", NOTHING, agent=NOTHING)
def prepared(a: Attacker) -> Any:
    a.become(a.field.theirs.tenant_id)
    a.sql("PREPARE theirs AS SELECT tenant_id FROM vendor")
    for _ in range(6):  # From the sixth run on the plan is a generic one.
        a.sql("EXECUTE theirs")
    a.become(a.field.tenant)
    return [row for row in a.sql("EXECUTE theirs") if row.tenant_id != a.field.tenant]


@attack("a cursor declared for the neighbour, read for us", NOTHING, agent=NOTHING)
def cursor(a: Attacker) -> Any:
    a.become(a.field.theirs.tenant_id)
    a.sql("DECLARE theirs CURSOR FOR SELECT tenant_id FROM vendor")
    a.become(a.field.tenant)
    return [row for row in a.sql("FETCH ALL FROM theirs") if row.tenant_id != a.field.tenant]


@attack("the next transaction after ours", NOTHING, agent=NOTHING)
def next_transaction(a: Attacker) -> Any:
    a.commit()
    return a.sql("SELECT 1 FROM vendor")


@attack("a cheap function that tells what it is shown", NOTHING, agent=NOTHING)
def leaky_function(a: Attacker) -> Any:
    told: list[str] = []
    a.connection.add_notice_handler(lambda notice: told.append(notice.message_primary or ""))
    a.sql(
        "CREATE FUNCTION pg_temp.tells(t uuid, n text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS"
        " $$BEGIN RAISE NOTICE 'shown % %', t, n; RETURN true; END$$"
    )
    a.sql("SELECT 1 FROM vendor WHERE pg_temp.tells(tenant_id, name)")
    assert told, "the function must have been shown our own rows"
    return [one for one in told if str(a.field.tenant) not in one]


attack.statement(
    "statistics of what others wrote", "SELECT 1 FROM pg_stats WHERE tablename = 'vendor'", NOTHING, agent=NOTHING
)


@attack("temporary tables in front of the guard's", "ledger_period_closed|ledger_entry_unbalanced")
def shadowed(a: Attacker) -> None:
    for table in ("period", "journal_entry", "journal_line", "legal_entity"):
        a.sql(f"CREATE TEMP TABLE {table} (LIKE public.{table})")
    a.sql("GRANT ALL ON pg_temp.period, pg_temp.journal_entry, pg_temp.journal_line TO PUBLIC")
    a.sql("SET LOCAL search_path = pg_temp, public")
    a.sql("INSERT INTO pg_temp.period SELECT * FROM public.period")
    a.sql("UPDATE pg_temp.period SET state = 'open'")
    number = a.sql(
        "INSERT INTO public.journal_entry (tenant_id, id, legal_entity_id, series, fiscal_year, number, posting_date,"
        " document_date, recorded_at, source_type, source_id, memo, posted_by)"
        " SELECT tenant_id, gen_random_uuid(), legal_entity_id, 'TMP', fiscal_year, 1, starts_on, starts_on, now(), "
        "'x', gen_random_uuid(), '', %(me)s FROM public.period WHERE state = 'closed' LIMIT 1 RETURNING number",
        me=a.field.ours.clerk.id,
    )
    assert number


@attack("functions and operators in front of the guard's", "ledger_entry_unbalanced")
def shadowed_functions(a: Attacker) -> None:
    a.sql("CREATE FUNCTION pg_temp.sum(bigint) RETURNS numeric LANGUAGE sql AS 'SELECT 0::numeric'")
    a.sql("CREATE FUNCTION pg_temp.ne(numeric, integer) RETURNS boolean LANGUAGE sql AS 'SELECT false'")
    a.sql("CREATE OPERATOR pg_temp.<> (LEFTARG = numeric, RIGHTARG = integer, FUNCTION = pg_temp.ne)")
    a.sql("SET LOCAL search_path = pg_temp, pg_catalog, public")
    a.lines(a.entry(), 500, -499)
    a.commit()


@attack("a guard on a table of one's own", DENIED)
def borrowed_guard(a: Attacker) -> None:
    a.sql("CREATE TEMP TABLE mine (LIKE public.allocation)")
    a.sql("CREATE TRIGGER mine AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION public.ledger_allocate()")


@attack("a temporary table in front of sign-in's", NOTHING, worker=DENIED)
def shadowed_sign_in(a: Attacker) -> Any:
    a.sql(
        "CREATE TEMP TABLE app_user (id uuid, email text, name text, password_hash text, active bool, at timestamptz)"
    )
    a.sql("GRANT ALL ON app_user TO PUBLIC")
    a.sql("SET LOCAL search_path = pg_temp, public")
    a.sql("INSERT INTO pg_temp.app_user VALUES (gen_random_uuid(), 'made@up', 'x', 'x', true, now())")
    return a.sql("SELECT * FROM find_sign_in('made@up')")
