"""`bursar setup`: bring a database to where this version can serve it."""

from typing import Annotated

import typer

from bursar.cli.options import Home
from bursar.cli.terminal import out, step
from bursar.kit.settings import load


def setup(
    *,
    home: Home = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="Also set the demo company up, with its public password.")
    ] = False,
) -> None:
    """Create the database roles, bring the schema up to date and set the roles' passwords.

    Uses the login of BURSAR_DATABASE_URL, which must be allowed to create roles, or the embedded server. Run it before
    `bursar serve` of a new version; run again it changes nothing.
    """
    from bursar.cli.databases import admin_database  # noqa: PLC0415 - see the package.
    from bursar.cli.preparing import add_demo, prepare  # noqa: PLC0415

    settings = load(home=home)
    with admin_database(settings) as admin_url:
        with step("Roles, schema and passwords"):
            revision = prepare(settings, admin_url)
        if demo:
            with step("Demo company"):
                add_demo(admin_url)
    out.print(f"The database is at schema revision [bold]{revision}[/bold] and ready to be served.")
