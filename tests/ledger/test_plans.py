"""What a read looks at: every GET operation's statements are explained in a database that others fill.

The neighbours are three hundred companies, each with a copy of every row that ours has in every table; so a plan that
walks over a neighbour's rows, in whatever table, shows by how many rows it threw away. A new operation is asked
too, by what the attacks know of it, or the test fails.
"""

import re
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final, get_args
from unittest import mock

import psycopg
import pytest
from psycopg import sql

from bursar.api.app import create_app
from bursar.core.aging import Basis
from bursar.kit.settings import Settings
from bursar.kit.statements import sent
from bursar.ledger.aging.queries import aging_at, aging_now
from bursar.ledger.open_items.schemas import Side
from bursar.platform.application import Application, build_application
from bursar.platform.work import open_work
from bursar.tables.db_roles import AGENT, APP, WORKER
from tests.attack.holdings import Holdings, collect_cursors, fill, tenant_tables
from tests.attack.recipes import asks
from tests.company import as_client, company_named, sign_in_all
from tests.database_server import Server

NEIGHBOURS: Final = 300
# What is computed of no row: the horizon below which events are read.
OF_NO_ROW: Final = "pg_snapshot_xmin(pg_current_snapshot())"
# A scan that uses an index may throw away a few rows of ours; one that walks over the neighbours throws away thousands.
MOST_THROWN_AWAY: Final = 150
# The dispatcher's own table is read across tenants, by other indexes; no GET operation reads it.
NOT_COPIED: Final = frozenset({"job"})


@dataclass(frozen=True)
class Read:
    """A statement that an operation sent."""

    operation: str
    sql: str
    arguments: Sequence[Any]


@dataclass(frozen=True)
class Crowded:
    """A database with neighbours, and our company in it."""

    application: Application
    ours: Holdings
    admin_url: str


@pytest.fixture(scope="module")
async def crowded(
    database_server: Server, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Crowded]:
    home: Path = tmp_path_factory.mktemp("crowded")
    settings = settings.model_copy(update={"home": home, "rate_limit_per_minute": 1_000_000})
    with database_server.database("crowded") as name:
        urls = {role: database_server.role_url(name, role) for role in (APP, WORKER, AGENT)}
        application = build_application(settings, urls)
        try:
            company = await sign_in_all(application, database_server.url(name), company_named(application, "Crowded"))
            app = create_app(application)
            async with as_client(app) as client:
                ours = await fill(application, client, company, 1)
                await collect_cursors(client, ours, lists_of(app.openapi()))
            crowd(database_server.url(name), company.tenant_id)
            yield Crowded(application, ours, database_server.url(name))
        finally:
            await application.close()


def lists_of(document: Mapping[str, Any]) -> list[str]:
    return [
        path
        for path, operations in document["paths"].items()
        if any(one["name"] == "cursor" for one in operations.get("get", {}).get("parameters", ()))
    ]


def crowd(admin_url: str, tenant_id: object) -> None:
    """Copy every row of ours for each neighbour. Keys are led by the tenant, so nothing collides."""
    with psycopg.connect(admin_url) as connection:
        connection.execute("SET session_replication_role = replica")
        for table in tenant_tables(connection):
            if table in NOT_COPIED:
                continue
            columns = [
                row[0]
                for row in connection.execute(
                    "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
                    " AND NOT attisdropped AND attname <> 'tenant_id' AND attgenerated = ''",
                    [table],
                )
            ]
            connection.execute(
                sql.SQL(
                    "INSERT INTO {table} (tenant_id, {columns}) SELECT neighbour, {columns} FROM {table} t"
                    " CROSS JOIN (SELECT md5('n' || g)::uuid AS neighbour FROM generate_series(1, {count}) AS g) AS n"
                    " WHERE t.tenant_id = {tenant}"
                ).format(
                    table=sql.Identifier(table),
                    columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
                    count=sql.Literal(NEIGHBOURS),
                    tenant=sql.Literal(str(tenant_id)),
                )
            )
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")


async def reads(crowded: Crowded) -> list[Read]:
    """Send every GET operation and return the statements that read."""
    found: dict[tuple[str, str], Read] = {}
    operation = ""

    def noted(*arguments: Any) -> tuple[str, Sequence[Any]]:
        statement, values = sent(*arguments)
        if statement.lstrip().upper().startswith(("SELECT", "WITH")) and "begin_work" not in statement:
            found.setdefault((operation, statement), Read(operation, statement, values))
        return statement, values

    app, ours = create_app(crowded.application), crowded.ours
    members = (ours.company.controller, ours.company.clerk)
    async with as_client(app) as client:
        with mock.patch("bursar.kit.db.sent", noted):
            for name, requests in asks(app.openapi(), ours, ours, ours.ids):
                if not name.startswith("GET "):
                    continue
                operation = name
                path = name.removeprefix("GET ")
                statuses = set()
                for member in members:
                    for ask in requests:
                        answer = await client.get(ask.path, params=dict(ask.query), headers=member.headers)
                        statuses.add(answer.status_code)
                    if "{" not in path:
                        statuses.add((await client.get(path, headers=member.headers)).status_code)
                assert 200 in statuses or path == "/readyz", (name, statuses)
            for side, basis in product(get_args(Side), Basis):
                operation = f"aging of {side} by {basis}"
                async with open_work(crowded.application.app, ours.company.controller.principal) as work:
                    entity, day = ours.company.legal_entity_id, work.today(ours.company.company.time_zone)
                    await aging_now(work, entity, side, basis)
                    await aging_at(work, entity, side, day, work.now, basis)
    return list(found.values())


def scans(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield every node of a plan that reads a table."""
    if "Relation Name" in node:
        yield node
    for child in node.get("Plans", ()):
        yield from scans(child)


def thrown_away(node: Mapping[str, Any]) -> float:
    """Return how many rows a scan read in vain, over all its repetitions."""
    names = ("Rows Removed by Filter", "Rows Removed by Index Recheck", "Rows Removed by Join Filter")
    return float(sum(node.get(name, 0) for name in names)) * float(node.get("Actual Loops", 1))


async def explained(crowded: Crowded, read: Read, *, before: str = "") -> Mapping[str, Any]:
    async with open_work(crowded.application.app, crowded.ours.company.controller.principal, keep=False) as work:
        for setting in filter(None, before.split("; ")):
            await work.session.send(setting)
        (row,) = await work.session.send(f"EXPLAIN (ANALYZE, FORMAT JSON) {read.sql}", *read.arguments)
    plan: Mapping[str, Any] = row[0][0]["Plan"]
    return plan


@pytest.fixture(scope="module")
async def plans(crowded: Crowded) -> list[tuple[Read, Mapping[str, Any]]]:
    """Every statement that an operation reads with, and its plan."""
    return [(read, await explained(crowded, read)) for read in await reads(crowded)]


async def test_no_operation_that_reads_walks_over_the_rows_of_neighbours(
    plans: list[tuple[Read, Mapping[str, Any]]],
) -> None:
    assert len(plans) > 40
    wrong = set()
    for read, plan in plans:
        for node in scans(plan):
            if thrown_away(node) > MOST_THROWN_AWAY:
                where = f"{node['Node Type']} on {node['Relation Name']}"
                wrong.add(f"{read.operation}: {where} threw {thrown_away(node):.0f} rows away by {node.get('Filter')}")
    assert not wrong, "\n".join(sorted(wrong))


# What is no plain comparison: an operator that computes, or a function.
_COMPUTED: Final = re.compile(
    r"(?<![<>=])(?:[*+/|~@]+|->>?| - )(?!=)|\b(?!ANY|AND|OR|NOT|IN|ARRAY|COALESCE)[a-z_]+(?=\()"
)
_CONSTANT: Final = re.compile(
    r"'[^']*'(::[a-z ]+(\[\])?)?|\$\d+|\(?\b(InitPlan|SubPlan|hashed SubPlan|CURRENT_\w+)[^)]*\)(\.col\d+)?"
)

# What is computed once, of constants, leaks no row either.
_OF_CONSTANTS: Final = re.compile(r"\(x [-+] \d+\)")


def leaking(node: Mapping[str, Any]) -> list[str]:
    """Return what a scan's filter computes from a row that is not a plain comparison.

    Comparisons of the types that tenant tables have are leakproof (the catalog test holds the types); arithmetic,
    patterns and functions are not, so row-level security keeps an index from being used for them. What became the
    condition of an index did not leak.
    """
    said = _CONSTANT.sub("x", str(node.get("Filter", "")).replace(OF_NO_ROW, "x"))
    return _COMPUTED.findall(_OF_CONSTANTS.sub("x", said))


async def test_no_operation_filters_a_tenant_table_by_what_is_not_leakproof(
    plans: list[tuple[Read, Mapping[str, Any]]],
) -> None:
    wrong = set()
    for read, plan in plans:
        for node in scans(plan):
            if found := leaking(node):
                wrong.add(f"{read.operation}: {node['Relation Name']} by {node.get('Filter')}: {found}")
    assert not wrong, "\n".join(sorted(wrong))
    assert leaking({"Filter": "((tenant_id = $1) AND (lower(name) = 'x'::text))"}) == ["lower"]
    assert leaking({"Filter": "((open_minor * 2) > 0)"}) == ["*"]
    assert leaking({"Filter": "((due_date - 30) > $1)"}) == [" - "]
    assert leaking({"Filter": "(due_date >= ((InitPlan 5).col1 - 30))"}) == []


async def test_a_walk_over_neighbours_would_be_found_out(crowded: Crowded) -> None:
    sent, arguments = "SELECT id FROM bill WHERE tenant_id = $1 ORDER BY id LIMIT 50", [crowded.ours.company.tenant_id]
    for prefix, is_found in (
        ("", False),
        (
            "SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_indexonlyscan = off",
            True,
        ),
    ):
        plan = await explained(crowded, Read("", sent, arguments), before=prefix)
        assert any(thrown_away(node) > MOST_THROWN_AWAY for node in scans(plan)) == is_found, plan
