"""Tenants that were there before exchange rates get the rights that new ones start with."""

from datetime import date

import psycopg

from bursar.platform.access import STANDARD_ROLES, Permission
from bursar.platform.provision import demo_company, provision_tenant
from bursar.tables import migrate
from tests.database_server import Server

OURS = {Permission.RATES_READ, Permission.RATES_RECORD, Permission.REVALUATIONS_RUN}


def held(url: str) -> dict[str, set[str]]:
    """Return which of the new rights each role holds, and that it holds none twice."""
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT code, permissions FROM role").fetchall()
    assert all(len(permissions) == len(set(permissions)) for _, permissions in rows)
    return {code: set(permissions) & OURS for code, permissions in rows}


def test_roles_that_are_there_already_get_the_rights_of_new_ones(database_server: Server, fresh_database: str) -> None:
    url = database_server.url(fresh_database)
    provision_tenant(url, demo_company(date(2026, 1, 1)))
    expected = {code: set(permissions) & OURS for code, (_, permissions) in STANDARD_ROLES.items()}
    assert held(url) == expected
    migrate.downgrade(url, "0007_periods")
    assert not any(held(url).values())
    migrate.upgrade(url)
    assert held(url) == expected
