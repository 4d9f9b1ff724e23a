"""`bursar version`."""

import typer

from bursar import __version__


def version() -> None:
    """Print the version."""
    typer.echo(f"bursar {__version__}")
