"""`python -m tools.check_migrations`: the tables in code are those that the migrations make.

Migrates an empty throw-away PostgreSQL to the newest revision, where nothing may be left for Alembic to generate, and
makes sure that the revisions stand in one line.
"""

import sys

from alembic.script import ScriptDirectory
from alembic.util import CommandError

from bursar.cli.embedded import throwaway
from bursar.tables import migrate


def main() -> None:
    """Exit with 1, saying what differs, unless code and migrations agree."""
    heads = ScriptDirectory(str(migrate.MIGRATIONS)).get_heads()
    if len(heads) != 1:
        sys.exit(f"The migrations end in {len(heads)} heads: {', '.join(heads)}.")
    with throwaway() as server:
        migrate.upgrade(server.url)
        try:
            migrate.check(server.url)
        except CommandError as error:
            sys.exit(f"The tables in code and the migrations differ: {error}")


if __name__ == "__main__":
    main()
