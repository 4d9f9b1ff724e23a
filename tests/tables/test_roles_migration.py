"""Tenants that were there before a release get the rights that new ones start with, and lose them with it."""

from datetime import date

import psycopg

from bursar.platform.access import STANDARD_ROLES
from bursar.platform.provision import demo_company, provision_tenant
from bursar.tables import migrate
from tests.database_server import Server

FIRST_RELEASE = "0004_decisions"


def held(url: str) -> dict[str, set[str]]:
    """Return what each role may do, and that it holds no right twice."""
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT code, permissions FROM role").fetchall()
    assert all(len(permissions) == len(set(permissions)) for _, permissions in rows)
    return {code: set(permissions) for code, permissions in rows}


def test_roles_that_are_there_already_get_the_rights_of_new_ones(database_server: Server, fresh_database: str) -> None:
    url = database_server.url(fresh_database)
    provision_tenant(url, demo_company(date(2026, 1, 1)))
    expected = {code: {str(one) for one in permissions} for code, (_, permissions) in STANDARD_ROLES.items()}
    assert held(url) == expected
    migrate.downgrade(url, FIRST_RELEASE)
    before = held(url)
    assert all(before[code] < expected[code] for code in expected)
    assert "bills.read" in before["viewer"]
    assert "payments.read" not in before["viewer"]
    migrate.upgrade(url)
    assert held(url) == expected
