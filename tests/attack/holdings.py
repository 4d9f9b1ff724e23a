"""What two companies have, so that one can reach for the other's: ids, versions, digests, cursors and keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx2
import psycopg
from psycopg import sql

from bursar.kit.ids import from_public, to_public
from bursar.platform.application import Application
from bursar.platform.jobs.runner import run_claimed
from bursar.worker.handlers import import_handlers
from tests.attack import (
    coding_rules_recipes,
    journal_recipes,
    models_recipes,
    rates_recipes,
    settlement_recipes,
    tax_recipes,
    vendor_recipes,
)
from tests.books import YEAR, Books, line
from tests.company import SignedIn
from tests.invoices import invoices

IBANS = {1: "DE75512108001245126199", 2: "DE89370400440532013000"}


@dataclass(slots=True)
class Holdings:
    """One company: `ids` by prefix, the resources behind them, a cursor for each list, and what it sent with a key."""

    company: SignedIn
    ids: dict[str, str] = field(default_factory=dict)
    proposal: dict[str, Any] = field(default_factory=dict)
    document: dict[str, Any] = field(default_factory=dict)
    bill: dict[str, Any] = field(default_factory=dict)
    cursors: dict[str, str] = field(default_factory=dict)
    file: bytes = b""
    keyed: tuple[str, dict[str, Any]] = ("", {})

    def unknown(self) -> dict[str, str]:
        """Return ids that nobody has, made in the same millisecond as ours."""
        return {prefix: to_public(prefix, uuid7_like(prefix, value)) for prefix, value in self.ids.items()}


def uuid7_like(prefix: str, value: str) -> UUID:
    """Return a UUID with the time of a public id and another random part."""
    known = from_public(prefix, value)
    return UUID(int=known.int >> 64 << 64 | (uuid4().int & ((1 << 64) - 1)))


async def fill(application: Application, client: httpx2.AsyncClient, company: SignedIn, seed: int) -> Holdings:
    """Give a company vendors, bills in several states, documents, proposals, a task, runs, and cursors over them."""
    import_handlers()  # Events make jobs only for handlers that are known.
    held, books = Holdings(company), Books(client, company)
    name = company.company.tenant
    body = {
        "name": f"{name} Supplies",
        "tax_id": f"XX{seed}55512399",
        "email": f"sales@{name}.example",
        "bank_accounts": [{"iban": IBANS[seed], "account_name": f"{name} Supplies account"}],
    }
    held.keyed = (f"{name}-key-1", body)
    vendor = (await books.send("POST", "/vendors", company.clerk, body, Idempotency_Key=held.keyed[0])).json()["id"]
    lines = [line(f"{seed}7654.32", description=f"{name} secret consulting")]
    posted = await books.posted(vendor, lines=lines, vendor_reference=f"{name}-POSTED", note=f"{name} note")
    await books.posted(vendor, kind="vendor_credit", lines=lines, vendor_reference=f"{name}-CREDIT")
    held.bill = await books.submitted(vendor, lines=lines, vendor_reference=f"{name}-SUBMITTED")
    await books.reverse(await books.posted(vendor, lines=lines, vendor_reference=f"{name}-REVERSED"))
    made = next(iter(invoices(1, today=application.clock().date(), seed=900 + seed)))
    held.file = made.content
    files = {f"{name}-invoice.xml": made.content, f"{name}-noise.txt": f"Nothing of {name} to be read".encode()}
    documents = [await upload(client, company, filename, content) for filename, content in files.items()]
    chart = await fill_chart(books, name)
    await run_jobs(application)
    (held.proposal,) = (await books.get("/proposals"))["items"]
    held.document = await books.get(f"/documents/{documents[0]['id']}")
    held.ids = {
        "tenant": to_public("tenant", company.tenant_id),
        "entity": books.entity,
        "user": to_public("user", company.clerk.id),
        "account": books.account("6100"),
        "vendor": vendor,
        **chart,
        "bill": held.bill["id"],
        "entry": posted["entry_id"],
        "document": documents[0]["id"],
        "proposal": held.proposal["id"],
        "run": held.proposal["run_id"],
        "task": (await books.get("/tasks"))["items"][0]["id"],
        "period": (await books.get("/periods"))["items"][0]["id"],
    }
    held.ids |= await tax_recipes.hold(books)
    held.ids |= await rates_recipes.hold(books, seed)
    held.ids |= await settlement_recipes.hold(books, vendor)
    held.ids |= await vendor_recipes.hold(books, vendor)
    held.ids |= await coding_rules_recipes.hold(books)
    await models_recipes.hold(application, books, seed, documents[0]["id"])
    held.ids |= await journal_recipes.hold(books, seed, documents[1]["id"])
    return held


async def fill_chart(books: Books, name: str) -> dict[str, str]:
    """Give a company opening balances, customers, cost centres and rules; return the ids of one each."""
    controller = books.company.controller
    of = {"legal_entity_id": books.entity, "dimension": "cost_centre"}
    ruled = {"effect": "required", "account_id": books.account("6850")}
    one = {"amount": "5432109.87", "currency": "EUR"}
    rows = [{"account_code": "1000", "debit": one}, {"account_code": "3000", "credit": one}]
    began = {"legal_entity_id": books.entity, "posting_date": f"{YEAR - 1}-12-31", "accounts": rows}
    made: dict[str, tuple[str, list[dict[str, Any]]]] = {
        "opening": ("/opening-balances", [began]),
        "customer": ("/customers", [{"name": f"{name} Customers {one}"} for one in (1, 2)]),
        "dimension": ("/dimension-values", [{**of, "code": f"CC-{one}", "name": f"{name} plant"} for one in (1, 2)]),
        "dimrule": ("/dimension-rules", [{**of, **ruled}, {**of, **ruled, "dimension": "project"}]),
    }
    ids = {}
    for prefix, (path, bodies) in made.items():
        for body in bodies:
            answer = await books.send("POST", path, controller, body)
            assert answer.status_code == 201, answer.text
            ids[prefix] = answer.json()["id"]
    return ids


async def collect_cursors(client: httpx2.AsyncClient, held: Holdings, lists: list[str]) -> None:
    """Keep the cursor after the first item of each list that has more than one."""
    for path in lists:
        for member in (held.company.controller, held.company.viewer):
            answer = await client.get(path, params={"limit": 1}, headers=member.headers)
            if answer.status_code == 200 and (cursor := answer.json().get("next_cursor")):
                held.cursors[path] = cursor


async def upload(client: httpx2.AsyncClient, company: SignedIn, filename: str, content: bytes) -> dict[str, Any]:
    """Upload a file as the clerk."""
    answer = await client.post("/v1/documents", files={"file": (filename, content)}, headers=company.clerk.headers)
    assert answer.status_code in {200, 201}, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def run_jobs(application: Application) -> None:
    """Run every job that is due, until there is none."""
    while rows := await application.queue.claim(10):
        for row in rows:
            await run_claimed(application.queue, row, application)


def data_of(admin_url: str, tenant: UUID, other: UUID) -> frozenset[str]:
    """Return every text, id and large amount in a tenant's rows that the other tenant's rows do not have."""
    with psycopg.connect(admin_url) as connection:
        ours, theirs = (set(_values(connection, one)) for one in (tenant, other))
    return frozenset(ours - theirs)


def _values(connection: psycopg.Connection[Any], tenant: UUID) -> Iterator[str]:
    for table in tenant_tables(connection):
        for row in _rows(connection, table, tenant):
            for value in row:
                yield from _words(value)
    people = "SELECT u.* FROM app_user u JOIN membership m ON m.user_id = u.id WHERE m.tenant_id = %s"
    for query in (people, "SELECT * FROM tenant WHERE id = %s"):
        for row in connection.execute(query, [tenant]):
            for value in row:
                yield from _words(value)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, UUID):
        yield from (str(value), to_public("x", value)[2:])
    elif isinstance(value, str) and len(value) >= 6:
        yield value
    elif isinstance(value, int) and not isinstance(value, bool) and 100_000 < abs(value) < 10**12:
        yield f"{abs(value) // 100}.{abs(value) % 100:02d}"
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _words(one)
    elif isinstance(value, list):
        for one in value:
            yield from _words(one)


def tenant_tables(connection: psycopg.Connection[Any]) -> list[str]:
    """Return every table that has a tenant."""
    rows = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'"
        " WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1"
    )
    return [name for (name,) in rows]


def _rows(connection: psycopg.Connection[Any], table: str, tenant: UUID) -> list[tuple[Any, ...]]:
    query = sql.SQL("SELECT * FROM {} WHERE tenant_id = %s").format(sql.Identifier(table))
    return connection.execute(query, [tenant]).fetchall()


def digest_of_rows(connection: psycopg.Connection[Any], tenant: UUID) -> str:
    """Return one digest over all of a tenant's rows."""
    each = sql.SQL(
        "SELECT {name} || coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '') AS d"
        " FROM {table} t WHERE tenant_id = {tenant}"
    )
    parts = [
        each.format(name=sql.Literal(name), table=sql.Identifier(name), tenant=sql.Literal(tenant))
        for name in tenant_tables(connection)
    ]
    query = sql.SQL("SELECT md5(string_agg(d, '' ORDER BY d)) FROM ({}) AS x").format(
        sql.SQL(" UNION ALL ").join(parts)
    )
    row = connection.execute(query).fetchone()
    assert row is not None
    return str(row[0])
