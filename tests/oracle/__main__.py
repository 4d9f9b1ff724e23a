"""`python -m tests.oracle --histories 1000 --seed 1`: prints histories, operations, comparisons and differences.

Exits with 1 when the product and the paper differ anywhere.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from pydantic import SecretStr

from bursar.kit.settings import Settings
from bursar.platform.application import build_application
from bursar.tables.db_roles import LOGIN_ROLES
from tests.database_server import shared_server
from tests.oracle.comparing import Found, run


async def measure(histories: int, seed: int) -> Found:
    """Run on a server of our own, which does not wait for its disk."""
    found = Found()
    with tempfile.TemporaryDirectory(prefix="bursar-oracle-") as home, shared_server(Path(home)) as server:
        settings = Settings(home=Path(home), secret_key=SecretStr("a key for this run only, and long enough"))
        with server.database("oracle") as name:
            application = build_application(settings, {role: server.role_url(name, role) for role in LOGIN_ROLES})
            try:
                await run(application, server.url(name), histories, seed, found)
            finally:
                await application.close()
    return found


def main() -> int:
    """Run, print, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("--histories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    began = time.perf_counter()
    found = asyncio.run(measure(chosen.histories, chosen.seed))
    sys.stdout.write(
        f"{found.histories} histories of {found.operations} operations ({found.refused} of them rightly refused), "
        f"{found.comparisons} comparisons, {len(found.differences)} differences, "
        f"in {time.perf_counter() - began:.0f} seconds\n"
    )
    sys.stdout.write("".join(f"{one}\n" for one in found.differences[:10]))
    return 1 if found.differences else 0


if __name__ == "__main__":
    os.environ.setdefault("TZ", "UTC")
    sys.exit(main())
