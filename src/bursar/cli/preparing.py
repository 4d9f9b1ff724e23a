"""What is done to a database before it is served: roles, schema, passwords, and the demo company."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy.exc import DBAPIError

from bursar.cli.databases import role_passwords
from bursar.cli.embedded import Server
from bursar.cli.terminal import CommandFailed
from bursar.kit.secrets import secret_key
from bursar.kit.settings import Settings
from bursar.platform.provision import Company, demo_company, provision_tenant
from bursar.tables import migrate

# Who takes part in a trial: one brings the invoice in, another approves.
TRIAL_ROLES: Final = ("ap_clerk", "approver")
_A_DAY_SECONDS: Final = 86_400


def prepare(settings: Settings, admin_url: str) -> str:
    """Create roles, migrate, set passwords, and return the schema's revision. Raises CommandFailed."""
    with _database_errors():
        migrate.upgrade(admin_url, role_passwords(secret_key(settings)))
    return migrate.head()


def add_demo(admin_url: str, *, roles: Container[str] | None = None) -> Company:
    """Set the demo company up, or add what is missing of it, and return it; with the people of these roles alone."""
    company = demo_company(datetime.now(UTC).date())
    if roles is not None:
        company = replace(company, people=tuple(one for one in company.people if one.role in roles))
    with _database_errors():
        provision_tenant(admin_url, company)
    return company


def prepare_throwaway(server: Server) -> Settings:
    """Make a throw-away server ready to be served, and return the settings to serve it with.

    Those who take part in trials are there then: companies that are set up later need not hash their passwords.
    """
    settings = Settings(
        # Whatever the environment says of a real installation is not meant here.
        home=server.home,
        database_url=None,
        redis_url=None,
        secret_key=None,
        access_token_seconds=_A_DAY_SECONDS,
        rate_limit_per_minute=1_000_000,
    )
    prepare(settings, server.url)
    add_demo(server.url, roles=TRIAL_ROLES)
    return settings


@contextmanager
def _database_errors() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().partition("\n")[0]
        raise CommandFailed(f"the database refused: {said}") from error
