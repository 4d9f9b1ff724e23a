"""What a violated constraint means to people is registered under the name that PostgreSQL knows it by."""

import psycopg

from bursar.api.router import router
from bursar.kit.db import _REFUSALS


def test_every_refusal_names_a_constraint_or_a_unique_index_of_the_database(admin_url: str) -> None:
    assert router().routes  # Every action is registered once the routes are imported.
    with psycopg.connect(admin_url) as connection:
        rows = connection.execute(
            "SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class JOIN pg_index ON indexrelid = oid"
            " WHERE indisunique"
        ).fetchall()
    assert len(_REFUSALS) > 5
    assert set(_REFUSALS) - {name for (name,) in rows} == set()
