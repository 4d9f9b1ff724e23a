"""Where the database is, under each role: the server of `BURSAR_DATABASE_URL`, or the embedded one of the home."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy.engine import make_url

from bursar.cli.embedded import SUPERUSER, EmbeddedPostgres, Server
from bursar.cli.terminal import CommandFailed
from bursar.kit.secrets import load_or_create, role_password, secret_key
from bursar.kit.settings import Settings
from bursar.tables.db_roles import LOGIN_ROLES


def role_passwords(key: SecretStr) -> dict[str, str]:
    """Return the password of every role that signs in, as it is derived from the installation's key."""
    return {role: role_password(key, role) for role in LOGIN_ROLES}


def role_urls(admin_url: str, key: SecretStr) -> dict[str, str]:
    """Return the address of the administrator's database for every role that signs in."""
    base = make_url(admin_url)
    return {
        role: base.set(username=role, password=password).render_as_string(hide_password=False)
        for role, password in role_passwords(key).items()
    }


def running_urls(settings: Settings) -> Mapping[str, str]:
    """Return the roles' addresses of a database that is there already. Raises CommandFailed when none is."""
    return role_urls(_running_admin_url(settings), secret_key(settings))


@contextmanager
def admin_database(settings: Settings) -> Iterator[str]:
    """Give the administrator's address; the embedded server is started for the time being unless it runs already."""
    if settings.database_url is not None:
        yield settings.database_url.get_secret_value()
    elif (running := _running_server(settings.home)) is not None:
        yield running.url
    else:
        with EmbeddedPostgres(settings.home) as server:
            yield server.url


def _running_admin_url(settings: Settings) -> str:
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    server = _running_server(settings.home)
    if server is None:
        raise CommandFailed(
            f"no database: BURSAR_DATABASE_URL is not set and no embedded server runs on {settings.home}; "
            "set it, or run `bursar start`"
        )
    return server.url


def _running_server(home: Path) -> Server | None:
    """Return the embedded server that another process runs on this home, or None."""
    try:
        lines = (home / "postgres" / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        pid, port = int(lines[0]), int(lines[3])
        if lines[7].strip() != "ready" or not _lives(pid):
            return None
    except (OSError, ValueError, IndexError):
        return None
    return Server(home, port, pid, role_password(load_or_create(home), SUPERUSER))


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # Somebody's, so it lives.
        return True
    return True
