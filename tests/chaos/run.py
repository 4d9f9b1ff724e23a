"""`make chaos`: upload, propose and approve invoices over HTTP while API, workers and Redis are killed with SIGKILL.

The first half of the invoices goes through an API that runs its jobs itself; the second through an API, workers and a
real Redis. PostgreSQL is not killed, so it need not be durable here. Exits with 1 when anything was lost, done twice
or out of balance.
"""

import argparse
import asyncio
import random
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bursar.kit.ids import to_public
from bursar.platform.provision import DEMO_PASSWORD, demo_company, provision_tenant
from tests.chaos.books import Books, Verdict
from tests.chaos.killer import Killer, plan_of
from tests.chaos.people import Office, Stuck, Tally, at_desk, upload
from tests.ground import Ground, Process, ground, until
from tests.invoices import MadeInvoice, invoices
from tests.redis_server import RedisServer, redis_program, redis_server

LEASE_SECONDS = 5
LOOK_SECONDS = 0.5
STUCK_SECONDS = 60.0
UPLOADERS = 3
# Shares of the kills in the second half: the API, a whole worker, one of its processes, Redis.
SHARES = {"api": 0.3, "worker": 0.25, "child": 0.25, "redis": 0.2}


@dataclass(slots=True)
class Run:
    """One run: what it works on, and what it has met so far."""

    floor: Ground
    books: Books
    legal_entity_id: str
    dice: random.Random
    directory: Path
    tally: Tally = field(default_factory=Tally)
    kills: Counter[str] = field(default_factory=Counter)
    posted_before: int = 0
    restarts: int = 0
    tell: Callable[[str], None] = lambda _: None


def settings_of(port: int) -> dict[str, object]:
    """Return the settings of every process: short leases, long tokens, a key of their own in the home."""
    return {
        "port": port,
        "job_lease_seconds": LEASE_SECONDS,
        "access_token_seconds": 86_400,
        "rate_limit_per_minute": 1_000_000,
        "job_concurrency": 3,
        "log_level": "warning",
        "log_format": "json",
    }


@contextmanager
def processes(run: Run, redis: RedisServer | None) -> Iterator[tuple[Process, Process | None]]:
    """Start the API and, with Redis, a worker; both end with the block."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = settings_of(port) | ({"redis_url": redis.url} if redis else {})
    environment = run.floor.environment(**settings)
    api = Process(("bursar.cli", "serve"), environment, run.directory / "api.log")
    worker = Process(("bursar.cli", "worker"), environment, run.directory / "worker.log") if redis else None
    started = [api, *([worker] if worker else [])]
    try:
        for process in started:
            process.start()
        yield api, worker
    finally:
        for process in started:
            process.stop()


async def half(run: Run, made: list[MadeInvoice], killer: Killer) -> None:
    """Bring these invoices into the books while the killer is at work."""
    base_url = f"http://127.0.0.1:{killer.api.environment['BURSAR_PORT']}"
    uploaded = 0
    posted = 0
    waiting = iter(made)

    def steps() -> int:
        return uploaded + posted

    def may_upload() -> bool:
        return killer.may_upload(uploaded / len(made))

    async with AsyncExitStack() as stack:
        clerk, approver, controller = [
            await stack.enter_async_context(at_desk(base_url, run.tally, f"{who}@demo.bursar.example", DEMO_PASSWORD))
            for who in ("clerk", "approver", "controller")
        ]

        async def clerk_uploads() -> None:
            nonlocal uploaded
            for one in waiting:
                await until(may_upload)
                await upload(clerk, one, run.legal_entity_id, run.dice)
                uploaded += 1

        async def look() -> None:
            nonlocal posted
            moved = time.monotonic()
            while posted < len(made) or killer.done.total() < len(killer.plan):
                before = steps(), killer.done.total()
                posted = (await asyncio.to_thread(run.books.look)).posted - run.posted_before
                if (steps(), killer.done.total()) != before:
                    moved = time.monotonic()
                    run.tell(f"{uploaded} uploaded, {posted} posted, {killer.done.total()} killed")
                if time.monotonic() - moved > STUCK_SECONDS:
                    raise Stuck(f"nothing moved for {STUCK_SECONDS:.0f} seconds")
                await asyncio.sleep(LOOK_SECONDS)

        async with asyncio.TaskGroup() as group:
            for _ in range(UPLOADERS):
                group.create_task(clerk_uploads())
            office = Office(approver, controller, run.dice)
            group.create_task(office.approve_all(lambda: posted >= len(made)))
            group.create_task(office.correct_all(lambda: posted >= len(made)))
            group.create_task(killer.run(steps))
            group.create_task(killer.supervise(lambda: posted >= len(made)))
            group.create_task(look())
    run.posted_before += len(made)


async def settle(run: Run, seconds: float = 30) -> None:
    """Wait until no job waits or runs."""
    deadline = time.monotonic() + seconds
    await until(lambda: not run.books.jobs_left() or time.monotonic() > deadline, 0.2)


def play(run: Run, made: list[MadeInvoice], kills: int, *, with_redis: bool) -> None:
    """Do both halves. Raises Stuck, in a group with whatever else went wrong."""
    middle = len(made) // 2 if with_redis else len(made)
    first = kills // 2 if with_redis else kills
    with processes(run, None) as (api, _):
        _half(run, made[:middle], Killer(["api"] * first, 2 * middle, run.dice, api))
    if with_redis:
        rest = kills - first
        counts = {kind: max(1, round(rest * share)) for kind, share in SHARES.items()}
        counts["api"] = max(1, rest - sum(counts.values()) + counts["api"])
        with redis_server() as redis, processes(run, redis) as (api, worker):
            plan = plan_of(counts, run.dice)
            _half(run, made[middle:], Killer(plan, 2 * (len(made) - middle), run.dice, api, worker, redis))


def _half(run: Run, made: list[MadeInvoice], killer: Killer) -> None:
    async def both() -> None:
        try:
            await half(run, made, killer)
        finally:
            mode = "in-process" if killer.worker is None else "celery"
            run.restarts += killer.restarts
            run.kills.update({f"{kind} ({mode})": count for kind, count in killer.done.items()})
        await settle(run)

    asyncio.run(both())


def chaos(count: int, kills: int, seed: int, tell: Callable[[str], None] = lambda _: None) -> tuple[Verdict, str]:
    """Run it all, telling how far it is, and return the verdict with the report."""
    begin = time.monotonic()
    with ExitStack() as stack:
        floor = stack.enter_context(ground())
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bursar-chaos-")))
        today = datetime.now(UTC).date()
        entity_id = provision_tenant(floor.superuser_url, demo_company(today)).legal_entity_id
        books = Books(stack.enter_context(floor.looking()))
        run = Run(floor, books, to_public("entity", entity_id), random.Random(seed), directory, tell=tell)
        made = list(invoices(count, today=today, seed=seed))
        with_redis = redis_program() is not None
        stuck = ""
        try:
            play(run, made, kills, with_redis=with_redis)
        except* Stuck as group:
            stuck = f"{group.exceptions}\n{books.picture()}\n"
            stuck += "".join(f"{log.name}:\n{log.read_text()[-3000:]}\n" for log in directory.glob("*.log"))
        verdict = books.audit(made)
        if stuck:
            verdict.wrong.insert(0, stuck)
        if run.tally.answers["500"] or run.tally.both_won:
            verdict.wrong.append(f"{run.tally.answers['500']} answers 500, {run.tally.both_won} doubly approved")
        return verdict, report(run, verdict, made, (time.monotonic() - begin) / 60)


def report(run: Run, verdict: Verdict, made: list[MadeInvoice], minutes: float) -> str:
    """Return the table."""
    tally = run.tally
    rows = {
        "invoices sent / accepted": f"{len(made)} / {len(tally.accepted)}",
        "of which credit notes": sum(one.is_credit_note for one in made),
        "kill -9": sum(run.kills.values()),
        **{f"  {kind}": count for kind, count in sorted(run.kills.items())},
        "workers that ended by themselves": run.restarts,
        "requests without an answer": tally.no_answer,
        "answers by status": dict(sorted(tally.answers.items())),
        "uploads repeated under another key": tally.repeated_uploads,
        "approvals clicked twice at once": tally.double_clicks,
        "proposals corrected by an edit": tally.edits,
        "refusals met on approval": dict(tally.refusals),
        "looks at the books / out of balance": f"{run.books.looks} / {len(run.books.faults)}",
        "lost": len(verdict.lost),
        "double": len(verdict.double),
        "otherwise wrong": len(verdict.wrong),
        "minutes": f"{minutes:.1f}",
    }
    table = [f"{name:<38} {value}" for name, value in rows.items()]
    return "\n".join([*table, *(f"- {one}" for one in (verdict.lost + verdict.double)[:20] + verdict.wrong[:20])])


def _tell(words: str) -> None:
    print(f"\r{words}\033[K", end="", file=sys.stderr, flush=True)  # noqa: T201


def main() -> int:
    """Parse the arguments, run, print, and return the exit status."""
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--invoices", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    chosen = parser.parse_args()
    print(f"chaos: {chosen.invoices} invoices, {chosen.kills} kills, seed {chosen.seed}", flush=True)  # noqa: T201
    verdict, table = chaos(chosen.invoices, chosen.kills, chosen.seed, _tell if sys.stderr.isatty() else lambda _: None)
    print(table)  # noqa: T201
    return 0 if verdict.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
