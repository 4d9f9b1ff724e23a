"""The `bursar` command, from `start` to `version` (`commands.py` has the table), and the embedded PostgreSQL.

One module per command, or for two of a kind, each with the function that the command line calls. What only servers need
is imported inside the functions, so that `bursar version` answers at once.
"""

from bursar.cli.commands import main

__all__ = ["main"]
