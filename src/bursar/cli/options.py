"""Flags that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Home = Annotated[
    Path | None,
    typer.Option(help="Directory that holds all data.", envvar=None, metavar="DIR", show_default="BURSAR_HOME"),
]
Host = Annotated[str | None, typer.Option(help="Address to listen on.", metavar="ADDRESS", show_default="127.0.0.1")]
Port = Annotated[
    int | None, typer.Option(help="Port to listen on; 0 takes a free one.", metavar="PORT", show_default="8000")
]
