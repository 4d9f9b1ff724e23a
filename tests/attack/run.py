"""`make attack`: every attack, on a server of its own; prints what each ended in, and fails if one succeeded."""

import asyncio
import logging
import sys
import tempfile
from pathlib import Path

import structlog
from pydantic import SecretStr
from rich.console import Console

from bursar.api.app import create_app
from bursar.kit.settings import Settings
from bursar.platform.application import build_application
from bursar.tables.db_roles import LOGIN_ROLES
from tests.attack import fuzz, hostile, on_tenants
from tests.attack.attacks import fight
from tests.attack.field import open_field
from tests.attack.holdings import fill
from tests.attack.on_bills import BILLS
from tests.attack.on_books import LEDGER
from tests.attack.on_chart import CHART
from tests.attack.on_journal import JOURNAL
from tests.attack.on_periods import PERIODS
from tests.attack.on_rates import RATES, revalue
from tests.attack.on_settlements import SETTLEMENTS
from tests.attack.on_walls import WALLS
from tests.attack.verdicts import Verdict, failed, show
from tests.company import as_client, company_named, sign_in_all
from tests.database_server import Server, shared_server

FUZZED_EXAMPLES = 8

console = Console(width=150)


async def ledger(server: Server, settings: Settings) -> int:
    """Attack the books in SQL, as every role that signs in."""
    with server.database("ledger") as name:
        urls = {role: server.role_url(name, role) for role in LOGIN_ROLES}
        application = build_application(settings, urls)
        try:
            field = await open_field(application, server.url(name), urls)
            await revalue(application, field)
            parts = {
                "The books": LEDGER,
                "Periods": PERIODS,
                "Bills and decisions": BILLS,
                "Manual and recurring entries": JOURNAL,
                "Chart, dimensions and opening balances": CHART,
                "Rates and revaluations": RATES,
                "Payments and settlements": SETTLEMENTS,
                "Walls and privileges": WALLS,
            }
            return sum([show(console, title, fight(field, attacks)) for title, attacks in parts.items()])
        finally:
            await application.close()


async def tenants(server: Server, settings: Settings, home: Path) -> int:
    """Have one tenant reach for another's through every operation, with both walls and with each alone."""
    holes = 0
    async with on_tenants.siege(server, home, settings) as siege:
        for mode, title in {
            "both": "Tenants, as served",
            "rls": "Tenants, the query filter off: row-level security alone",
            "filter": "Tenants, row-level security bypassed: the query filter alone",
        }.items():
            holes += show(console, title, await on_tenants.attack(siege, mode))
        control = failed(await on_tenants.attack(siege, "neither"))
        leaks = [one for one in control if "leaked" in one.happened]
        shown = Verdict(
            "the same requests with both walls off",
            "all roles",
            "leaks",
            f"{len(leaks)} operations leak, {len(control)} fail in all",
            held=len(leaks) > 15,
        )
        counts = siege.rewritten
        rewritten = Verdict(
            "predicates on the tenant made tautologies",
            "the attack",
            "some with the filter off, none with it on",
            ", ".join(f"{mode}: {counts[mode]}" for mode in on_tenants.MODES),
            held=min(counts["rls"], counts["neither"]) > 100 and counts["both"] == counts["filter"] == 0,
        )
        return holes + show(console, "Control: can this attack fail at all", [shown, rewritten])


async def hostility(server: Server, settings: Settings, home: Path) -> int:
    """Send hostile and made-up requests and hostile files, and an invoice of ten thousand lines."""
    with server.database("hostile") as name:
        urls = {role: server.role_url(name, role) for role in LOGIN_ROLES}
        application = build_application(settings.model_copy(update={"home": home / "hostile"}), urls)
        try:
            company = company_named(application, "Gammaburg")
            signed_in = await sign_in_all(application, server.url(name), company)
            app = create_app(application)
            async with as_client(app) as client:
                ours = await fill(application, client, signed_in, 1)
                sizes = await hostile.attack_sizes(application, client, ours, lines=10_000)
                holes = show(console, "Sizes", sizes)
                requests = await hostile.attack_requests(client, hostile.requests_of(application, ours), ours)
                holes += show(console, "Hostile requests", requests)
                files = await hostile.attack_files(application, client, ours, hostile.files(application))
                holes += show(console, "Hostile files", files)
                people = list(signed_in.people.values())
                made_up = await fuzz.fuzz(client, app.openapi(), ours.ids, people, examples=FUZZED_EXAMPLES)
                return holes + show(console, "Made-up requests (status codes by number)", made_up)
        finally:
            await application.close()


async def main() -> int:
    """Run every part and return how many attacks succeeded."""
    with tempfile.TemporaryDirectory(prefix="bursar-attack-") as directory:
        home = Path(directory)
        settings = Settings(home=home, secret_key=SecretStr("a key for attacks only, long enough to be one"))
        settings = settings.model_copy(update={"access_token_seconds": 3600, "rate_limit_per_minute": 1_000_000})
        with shared_server(home) as server:
            holes = await ledger(server, settings)
            holes += await tenants(server, settings, home)
            holes += await hostility(server, settings, home)
    console.print(f"[bold]{holes} holes[/bold]" if holes else "[bold]No attack succeeded.[/bold]")
    return holes


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    sys.exit(1 if asyncio.run(main()) else 0)
