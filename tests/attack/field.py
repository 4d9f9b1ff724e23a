"""Where the books are attacked: a company with posted bills, a neighbour, and raw connections of every role."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, LiteralString, Self
from uuid import UUID, uuid4

import psycopg
from psycopg import sql
from psycopg.rows import namedtuple_row

from bursar.api.app import create_app
from bursar.platform.application import Application
from bursar.platform.provision import Provisioned, provision_tenant
from bursar.tables.db_roles import APP, MIGRATOR, OWNER
from tests.books import Books, uuid_of
from tests.company import SignedIn, as_client, company_named, sign_in_all
from tests.ledger.journal import Journal

# What an attack must not change: everything that is decided or in the books, and who may do what.
_WATCHED = (
    *("manual_entry", "manual_entry_line", "recurring_entry", "attachment"),
    *("journal_entry", "journal_line", "bill", "bill_line", "bill_tax_group", "open_item", "allocation", "period"),
    "dispute_mark",
    *("period_exception", "opening_balance", "dimension_value", "dimension_rule"),
    *("exchange_rate", "revaluation", "revaluation_line", "payment", "settlement", "customer"),
    *("approval_request", "proposal", "vendor", "vendor_bank_account", "ledger_account", "number_series", "document"),
    *("audit_entry", "event", "job", "membership", "membership_role", "role", "app_user", "tenant", "legal_entity"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """The ground: `ours` is who attacks, `theirs` the neighbour, `second` another legal entity of ours."""

    admin_url: str
    urls: Mapping[str, str]
    ours: SignedIn
    theirs: SignedIn
    second: Provisioned
    vendor: UUID
    other_vendor: UUID
    their_vendor: UUID
    posted: Mapping[str, Any]
    credit: Mapping[str, Any]
    submitted: Mapping[str, Any]
    today: date

    @property
    def tenant(self) -> UUID:
        return self.ours.tenant_id

    @property
    def entity(self) -> UUID:
        return self.ours.legal_entity_id

    def looking(self) -> psycopg.Connection[Any]:
        """Connect as the superuser, who sees every row."""
        return psycopg.connect(self.admin_url, autocommit=True, row_factory=namedtuple_row)

    def attacker(self, role: str) -> "Attacker":
        return Attacker(self, role)

    def state(self) -> dict[str, str]:
        """Return a digest of each watched table, and what is wrong with the books of all tenants."""
        each = sql.SQL(
            "SELECT {name}, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM {table} t"
        )
        query = sql.SQL(" UNION ALL ").join(
            each.format(name=sql.Literal(name), table=sql.Identifier(name)) for name in _WATCHED
        )
        wrong = sql.SQL(" UNION ALL ").join(
            sql.SQL("SELECT {}, 'wrong' WHERE EXISTS ({})").format(sql.Literal(what), sql.SQL(broken))
            for what, broken in _INVARIANTS.items()
        )
        with self.looking() as connection:
            return dict(connection.execute(sql.SQL("{} UNION ALL {}").format(query, wrong)).fetchall())


_INVARIANTS: dict[str, LiteralString] = {
    "unbalanced": "SELECT 1 FROM journal_line GROUP BY tenant_id, entry_id, currency HAVING sum(amount_minor) <> 0"
    " OR sum(base_amount_minor) <> 0",
    "empty": "SELECT 1 FROM journal_entry e WHERE NOT EXISTS"
    " (SELECT 1 FROM journal_line l WHERE l.tenant_id = e.tenant_id AND l.entry_id = e.id)",
    "gap in numbers": "SELECT 1 FROM journal_entry GROUP BY tenant_id, legal_entity_id, series, fiscal_year"
    " HAVING count(*) <> max(number) OR min(number) <> 1",
    "open items and allocations differ": """
        SELECT 1 FROM open_item i WHERE open_minor <> amount_minor
          + coalesce((SELECT sum(amount_minor) FROM allocation a
                      WHERE a.tenant_id = i.tenant_id AND a.debit_item_id = i.id), 0)
          - coalesce((SELECT sum(amount_minor) FROM allocation a
                      WHERE a.tenant_id = i.tenant_id AND a.credit_item_id = i.id), 0)""",
    "open items and control account differ": """
        SELECT 1 FROM (
          SELECT l.tenant_id, l.legal_entity_id, l.base_amount_minor AS amount FROM journal_line l
          JOIN ledger_account a ON a.tenant_id = l.tenant_id AND a.id = l.account_id
            AND a.control IN ('accounts_payable', 'accounts_receivable')
          UNION ALL SELECT tenant_id, legal_entity_id,
            CASE side WHEN 'payable' THEN base_open_minor ELSE -base_open_minor END FROM open_item) AS both_sides
        GROUP BY tenant_id, legal_entity_id HAVING sum(amount) <> 0""",
    "approved by who submitted it": "SELECT 1 FROM bill WHERE approval_status = 'approved'"
    " AND decided_by IS NOT DISTINCT FROM submitted_by",
    "lines and bill differ": """
        SELECT 1 FROM bill b WHERE net_minor <> (SELECT sum(net_minor) FROM bill_line l
          WHERE l.tenant_id = b.tenant_id AND l.bill_id = b.id)""",
}


class Attacker(AbstractContextManager["Attacker"]):
    """A connection of one role, with our tenant set in its open transaction; what is not committed is rolled back."""

    def __init__(self, field: Field, role: str) -> None:
        self.field = field
        self.role = role

    def __enter__(self) -> Self:
        self.connection = self.connect()
        self.become(self.field.tenant)
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def connect(self) -> psycopg.Connection[Any]:
        """Open another connection of this role."""
        url = self.field.urls[MIGRATOR if self.role == OWNER else self.role]
        connection = psycopg.connect(url, row_factory=namedtuple_row)
        if self.role == OWNER:
            connection.execute(f"SET ROLE {OWNER}")
            connection.commit()
        return connection

    def become(self, tenant: UUID | str | None) -> None:
        """Set the tenant of the transaction, as anybody with this role can."""
        self.connection.execute("SELECT set_config('app.tenant_id', %s, true)", [str(tenant or "")])

    def sql(self, query: str, **parameters: Any) -> list[Any]:
        """Execute a statement and return its rows, if it has any."""
        cursor = self.connection.execute(query, parameters or None)
        return cursor.fetchall() if cursor.description else []

    def commit(self) -> None:
        self.connection.commit()

    def again(self) -> None:
        """Commit, and begin another transaction for our tenant."""
        self.commit()
        self.become(self.field.tenant)

    def entry(self, **changes: Any) -> UUID:
        """Insert the header of a journal entry with the next number of a series of ours."""
        day = changes.get("posting_date", self.field.today)
        values = {
            "tenant_id": self.field.tenant,
            "id": uuid4(),
            "legal_entity_id": self.field.entity,
            "series": "RAW",
            "fiscal_year": day.year,
            "posting_date": day,
            "document_date": day,
            "recorded_at": "2026-01-01T00:00:00Z",
            "source_type": "attack",
            "source_id": uuid4(),
            "memo": "raw",
            "posted_by": self.field.ours.approver.id,
            **changes,
        }
        if "number" not in values:
            (last,) = self.sql(
                "SELECT coalesce(max(number), 0) AS number FROM journal_entry WHERE tenant_id = %(tenant_id)s AND"
                " legal_entity_id = %(legal_entity_id)s AND series = %(series)s AND fiscal_year = %(fiscal_year)s",
                **{name: values[name] for name in ("tenant_id", "legal_entity_id", "series", "fiscal_year")},
            )
            values["number"] = last.number + 1
        self.insert("journal_entry", values)
        return UUID(str(values["id"]))

    def lines(self, entry: UUID, *amounts: int, first: int = 1, **changes: Any) -> None:
        """Insert lines of these amounts with one statement; a list in `changes` gives each line its own value."""
        rows = [
            {
                "tenant_id": self.field.tenant,
                "entry_id": entry,
                "line_number": number,
                "legal_entity_id": self.field.entity,
                "account_id": self.field.ours.ids.accounts["6100"],
                "amount_minor": amount,
                "currency": "EUR",
                "base_amount_minor": amount,
                "base_currency": "EUR",
                "memo": "raw",
                **{
                    name: value[number - first] if isinstance(value, list) else value for name, value in changes.items()
                },
            }
            for number, amount in enumerate(amounts, first)
        ]
        self.insert("journal_line", *rows)

    def insert(self, table: str, *rows: Mapping[str, Any], end: str = "") -> None:
        """Insert rows with one statement."""
        names = list(rows[0])
        one = sql.SQL("({})").format(sql.SQL(", ").join(sql.Placeholder() * len(names)))
        query = sql.SQL("INSERT INTO {} ({}) VALUES {} {}").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, names)),
            sql.SQL(", ").join([one] * len(rows)),
            sql.SQL(end),
        )
        self.connection.execute(query, [row[name] for row in rows for name in names])

    def copy_of(self, table: str, **changes: Any) -> dict[str, Any]:
        """Return a row of a table of our tenant, changed: what a forger starts from."""
        key = {name: changes.pop(name) for name in list(changes) if name.startswith("where_")}
        where = " AND ".join(f"{name.removeprefix('where_')} = %({name})s" for name in key) or "true"
        with self.field.looking() as connection:
            row = connection.execute(
                f"SELECT * FROM {table} WHERE tenant_id = %(tenant)s AND {where} LIMIT 1",
                {"tenant": self.field.tenant, **key},
            ).fetchone()
        assert row is not None, (table, key)
        return {**row._asdict(), **changes}


async def open_field(application: Application, admin_url: str, urls: Mapping[str, str]) -> Field:
    """Provision two companies, post bills in the first, and close the first month of last year."""
    ours = await sign_in_all(application, admin_url, company_named(application, "Eastwind"))
    theirs = await sign_in_all(application, admin_url, company_named(application, "Westwind"))
    company = company_named(application, "Eastwind")
    second = provision_tenant(admin_url, replace(company, legal_entity="Eastwind Second Ltd"))
    async with as_client(create_app(application)) as client:
        books, their_books = Books(client, ours), Books(client, theirs)
        vendor, other = await books.vendor(), await books.vendor()
        posted = await books.posted(vendor)
        credit = await books.posted(vendor, kind="vendor_credit")
        submitted = await books.submitted(vendor)
        await _write_entries(books)
        their_vendor = await their_books.vendor()
        await their_books.posted(their_vendor)
    today = application.clock().date()
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(
            "UPDATE period SET state = 'closed' WHERE tenant_id = %s AND starts_on = %s",
            [ours.tenant_id, date(today.year - 1, 1, 1)],
        )
        _close_softly(connection, ours, today.year - 1)
    _propose(admin_url, ours)
    field = Field(
        admin_url,
        urls,
        ours,
        theirs,
        second,
        vendor=uuid_of(vendor),
        other_vendor=uuid_of(other),
        their_vendor=uuid_of(their_vendor),
        posted=posted,
        credit=credit,
        submitted=submitted,
        today=today,
    )
    with field.attacker(APP) as attacker:
        attacker.insert("allocation", allocation(attacker))
        attacker.commit()
    return field


# What is done to months of last year: the states of general ledger and payables, and who was granted an exception for
# which books until when.
EVERYBODY = ""
_MONTHS: dict[int, tuple[str, str, tuple[str, str, str] | None]] = {
    5: ("open", "soft_closed", None),
    6: ("open", "soft_closed", ("approver", "ap", "2999-01-01")),
    7: ("open", "soft_closed", ("approver", "ap", "2021-01-01")),
    8: ("open", "closed", ("approver", "ap", "2999-01-01")),
    9: ("soft_closed", "open", ("approver", "gl", "2999-01-01")),
    10: ("open", "soft_closed", (EVERYBODY, "ap", "2999-01-01")),
}


def _close_softly(connection: psycopg.Connection[Any], ours: SignedIn, year: int) -> None:
    for number, (state, ap_state, exception) in _MONTHS.items():
        row = connection.execute(
            "UPDATE period SET state = %s, ap_state = %s WHERE tenant_id = %s AND legal_entity_id = %s"
            " AND starts_on = %s RETURNING id",
            [state, ap_state, ours.tenant_id, ours.legal_entity_id, date(year, number, 1)],
        ).fetchone()
        assert row is not None
        if exception is not None:
            whose, sub_ledger, until = exception
            person = ours.people[whose].id if whose else None
            connection.execute(
                "INSERT INTO period_exception VALUES (%s, gen_random_uuid(), %s, %s, %s, %s, 'x', %s, '2020-01-01')",
                [ours.tenant_id, row[0], sub_ledger, person, until, ours.controller.id],
            )


async def _write_entries(books: Books) -> None:
    """Submit two manual entries and two templates, approve one of each, and attach a document to an entry."""
    journal, company = Journal(books), books.company
    posted = await journal.posted()
    await journal.submitted()
    for approved in (True, False):
        content = {name: journal.new()[name] for name in ("memo", "currency", "lines")}
        body = {"legal_entity_id": books.entity, "name": "x", "first_on": "2900-01-01", "content": content}
        template = (await books.send("POST", "/recurring-entries", company.clerk, body)).json()
        if approved:
            path, digest = f"/recurring-entries/{template['id']}/approve", {"digest": template["digest"]}
            assert (await books.send("POST", path, company.controller, digest, If_Match='"1"')).status_code == 200
    files = {"file": ("ours.txt", b"a paper of ours")}
    form = {"legal_entity_id": books.entity}
    document = await books.client.post("/v1/documents", files=files, data=form, headers=company.clerk.headers)
    body = {"document_id": document.json()["id"]}
    answer = await books.send("POST", f"/manual-entries/{posted['id']}/attachments", company.clerk, body)
    assert answer.status_code == 201, answer.text


def _propose(admin_url: str, ours: SignedIn) -> None:
    """Insert a document with a run of two proposals, one of them rejected."""
    facts = {"tenant": ours.tenant_id, "entity": ours.legal_entity_id, "me": ours.clerk.id, "other": ours.approver.id}
    with psycopg.connect(admin_url) as connection:
        connection.execute(_PROPOSALS, facts)


_PROPOSALS = """
    WITH d AS (
      INSERT INTO document (tenant_id, id, legal_entity_id, sha256, size_bytes, media_type, filename, uploaded_by,
        received_at, updated_at)
      VALUES (%(tenant)s, gen_random_uuid(), %(entity)s, 'x', 1, 'text/plain', 'x', %(me)s, now(), now()) RETURNING *
    ), r AS (
      INSERT INTO agent_run (tenant_id, id, agent, graph_version, document_id, state, started_at)
      SELECT tenant_id, gen_random_uuid(), 'x', '1', id, 'waiting', now() FROM d RETURNING *
    )
    INSERT INTO proposal (tenant_id, id, run_id, document_id, action, payload, digest, effects, rationale, decision,
      policy_version, state, submitted_by, created_at, decided_by)
    SELECT tenant_id, gen_random_uuid(), id, document_id, 'bills.record', '{}', s, '{}', '', 'needs_approval', '1', s,
           %(me)s, now(), CASE s WHEN 'rejected' THEN %(other)s::uuid END
    FROM r, unnest('{pending,rejected}'::text[]) AS s
"""


def allocation(a: Attacker, amount: int = 100, **changes: Any) -> dict[str, Any]:
    """Return an allocation of the vendor credit against the posted bill."""
    return {
        "tenant_id": a.field.tenant,
        "id": uuid4(),
        "legal_entity_id": a.field.entity,
        "debit_item_id": item_of(a, a.field.credit),
        "credit_item_id": item_of(a, a.field.posted),
        "currency": "EUR",
        "amount_minor": amount,
        "base_amount_minor": amount,
        "allocated_on": a.field.today,
        "recorded_at": "2026-01-01T00:00:00Z",
        "created_by": a.field.ours.clerk.id,
        **changes,
    }


def item_of(a: Attacker, bill: Mapping[str, Any]) -> UUID:
    """Return the open item of a posted bill."""
    found: UUID = a.copy_of("open_item", where_bill_id=uuid_of(bill["id"]))["id"]
    return found
