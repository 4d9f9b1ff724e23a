"""What is done to a database before it is served: roles, schema, passwords, and the demo company."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy.exc import DBAPIError

from bursar.cli.databases import role_passwords
from bursar.cli.terminal import CommandFailed
from bursar.kit.secrets import secret_key
from bursar.kit.settings import Settings
from bursar.platform.provision import Company, demo_company, provision_tenant
from bursar.tables import migrate


def prepare(settings: Settings, admin_url: str) -> str:
    """Create roles, migrate, set passwords, and return the schema's revision. Raises CommandFailed."""
    with _database_errors():
        migrate.upgrade(admin_url, role_passwords(secret_key(settings)))
    return migrate.head()


def add_demo(admin_url: str) -> Company:
    """Set the demo company up, or add what is missing of it, and return it."""
    company = demo_company(datetime.now(UTC).date())
    with _database_errors():
        provision_tenant(admin_url, company)
    return company


@contextmanager
def _database_errors() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().partition("\n")[0]
        raise CommandFailed(f"the database refused: {said}") from error
