"""Books that were there before dimensions and controls of all kinds go on, and their people may do what is new."""

from datetime import date

import psycopg

from bursar.platform.access import STANDARD_ROLES, Permission
from bursar.platform.provision import demo_company, provision_tenant
from bursar.tables import migrate
from tests.database_server import Server

OURS = {
    Permission.CUSTOMERS_READ,
    Permission.CUSTOMERS_CREATE,
    Permission.ACCOUNTS_MANAGE,
    Permission.LEGAL_ENTITIES_MANAGE,
    Permission.OPENING_BALANCES_IMPORT,
}


def held(url: str) -> dict[str, set[str]]:
    """Return which of the new rights each role holds, and that it holds none twice."""
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT code, permissions FROM role").fetchall()
    assert all(len(permissions) == len(set(permissions)) for _, permissions in rows)
    return {code: set(permissions) & OURS for code, permissions in rows}


def accounts(url: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT code, name, type, control, id FROM ledger_account ORDER BY code").fetchall()


def test_books_and_people_that_are_there_already_go_on(database_server: Server, fresh_database: str) -> None:
    url = database_server.url(fresh_database)
    provision_tenant(url, demo_company(date(2026, 1, 1)))
    expected = {code: set(permissions) & OURS for code, (_, permissions) in STANDARD_ROLES.items()}
    assert held(url) == expected
    chart = accounts(url)
    migrate.downgrade(url, "0005_settlement")
    assert accounts(url) == chart
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE role SET permissions = ARRAY['self', 'bills.read']")
    migrate.upgrade(url)
    assert held(url) == expected
    assert accounts(url) == chart
    migrate.check(url)
