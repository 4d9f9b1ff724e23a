"""`bursar config`: what the settings are and where each of them came from."""

import json
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bursar.cli.options import Home
from bursar.cli.terminal import out
from bursar.kit.settings import DEFAULT, Origin, Settings, load, origins

config_app = typer.Typer(no_args_is_help=True, help="Show the settings.")


@config_app.callback()
def config() -> None:
    """Show the settings."""


@config_app.command()
def show(
    *,
    origin: Annotated[bool, typer.Option("--origin", help="Show which place decided each value.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    home: Home = None,
) -> None:
    """Show every setting; secrets are masked.

    A value is taken from the first place that names it: flag, environment, .env, bursar.toml, default.
    """
    rows = origins(load(home=home))
    if as_json:
        typer.echo(json.dumps({row.name: _described(row, origin=origin) for row in rows}, indent=2))
    else:
        out.print(_table(rows, origin=origin))


def _described(row: Origin, *, origin: bool) -> object:
    return {"value": row.value, "origin": row.place} if origin else row.value


def _table(rows: tuple[Origin, ...], *, origin: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("setting", no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("origin" if origin else "meaning", overflow="fold")
    for row in rows:
        # What somebody chose stands out from what nobody touched.
        chosen = row.place != DEFAULT
        field = Settings.model_fields[row.name]
        last = row.place if origin else field.description or ""
        table.add_row(
            Text(row.name, style="bold" if chosen else ""),
            Text(row.value or "-", style="cyan" if chosen else "dim" if not row.value else ""),
            Text(last, style="" if origin and chosen else "dim"),
        )
    return table
