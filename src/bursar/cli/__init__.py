"""The `bursar` command: start, serve, worker, setup, intake, try, verify, config, version, and the embedded PostgreSQL.

One module per command, each with the function that the command line calls. What only servers need is imported inside
the functions, so that `bursar version` answers at once.
"""

from bursar.cli.commands import main

__all__ = ["main"]
