"""Vendors that were there before a release are found by their words and domains, and each is its own group."""

from datetime import date
from uuid import UUID

import psycopg

from bursar.core.matching import name_words
from bursar.platform.provision import demo_company, provision_tenant
from bursar.tables import migrate
from tests.database_server import Server

BEFORE = "0014_models"
VENDOR = """
    INSERT INTO vendor (tenant_id, id, name, name_key, email, created_by, created_at, updated_at)
    SELECT id, gen_random_uuid(), 'Mistel Gartenbau GmbH', 'mistel gartenbau', %(email)s, gen_random_uuid(), now(),
           now()
    FROM tenant RETURNING tenant_id, id
"""


def test_vendors_of_the_release_before_are_found_too(database_server: Server, fresh_database: str) -> None:
    url = database_server.url(fresh_database)
    provision_tenant(url, demo_company(date(2026, 1, 1)))
    migrate.downgrade(url, BEFORE)
    with psycopg.connect(url) as connection:
        before = connection.execute(VENDOR, {"email": "Info@Mistel.example"}).fetchall()
        before += connection.execute(VENDOR, {"email": None}).fetchall()
    migrate.upgrade(url)
    with psycopg.connect(url) as connection:
        # As the release before writes, which knows nothing of groups.
        later = connection.execute(VENDOR, {"email": "a@later.example"}).fetchall()
        groups: dict[UUID, UUID] = dict(connection.execute("SELECT id, group_id FROM vendor").fetchall())
        domains = set(connection.execute("SELECT vendor_id, domain FROM vendor_domain").fetchall())
        words = set(connection.execute("SELECT vendor_id, word FROM vendor_word").fetchall())
    ids = [vendor_id for _, vendor_id in (*before, *later)]
    assert {vendor_id: groups[vendor_id] for vendor_id in ids} == {vendor_id: vendor_id for vendor_id in ids}
    assert domains >= {(ids[0], "mistel.example"), (ids[2], "later.example")}
    assert {(vendor_id, word) for vendor_id in ids for word in name_words("mistel gartenbau")} <= words
