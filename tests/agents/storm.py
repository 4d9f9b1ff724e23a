"""A storm over the payables agent: documents are read in a process of its own, with a provider that fails in every way.

Run as `python -m tests.agents.storm --documents 300 --seed N`. Half of the documents are rendered invoices, half are
such that a model must be asked. The provider plays seeded faults, the process is killed with SIGKILL once, and the
budget runs out on the way. With `--workers N` so many `bursar worker` processes on a Redis read the documents, and they
or one of their pool are killed now and then. Exits with 1 when a document was lost, was proposed twice, when the budget
was overrun, or when our ledger of calls is otherwise than the provider's own.
"""

import argparse
import asyncio
import random
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from bursar.evals.datasets import Layouts, chosen
from bursar.kit.ids import to_public
from bursar.kit.llm.fake import FREE, Asked, FakeProvider, Play, Seen, by_chance, smallest
from bursar.kit.llm.prices import price_of
from bursar.platform.provision import DEMO_PASSWORD, demo_company, provision_tenant
from tests.agents.test_model_faults import page, reads
from tests.chaos.killer import Killer
from tests.chaos.people import Person, Tally, at_desk
from tests.chaos.run import settings_of
from tests.ground import Ground, Process, ground, until
from tests.redis_server import redis_server

CHANCES = {
    Play.RATE_LIMITED: 0.08,
    Play.SERVER_ERROR: 0.08,
    Play.TRUNCATED: 0.04,
    Play.BAD_JSON: 0.05,
    Play.WRONG_SCHEMA: 0.08,
    Play.HANG: 0.03,
    Play.SLOW_DRIP: 0.03,
    Play.TOO_LONG: 0.02,
    Play.REJECTED: 0.02,
}
# What we cannot read the price of: it counts as the most that it can have cost.
UNREAD = frozenset({"broken", "timed_out", "abandoned"})
MOST_SECONDS_PER_DOCUMENT = 10
ENDED = "SELECT count(*) FROM document WHERE status <> 'received'"
ONE_CALL_MICRO = 10_000  # About what is set aside for one call.


@dataclass(slots=True)
class Outcome:
    """What is printed, and what is wrong."""

    figures: dict[str, object] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def must_be_none(self, name: str, count: int) -> None:
        """Note a figure that has to be zero."""
        self.figures[name] = count
        if count:
            self.wrong.append(f"{name}: {count}")


def answers(asked: Asked) -> str:
    """Read the number of a page; of anything else, say the least that fits."""
    return reads(asked) if "found" in asked.schema["properties"] else str(smallest(asked.schema)).replace("'", '"')


def documents(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield files: a rendered invoice, then one whose number no reader without a model finds, and so on."""
    (rendered,) = chosen(Layouts.DEV, seed=seed, documents=max(1, count // 2))
    for serial, one in enumerate(rendered):
        yield f"{one.name}-{serial}.pdf", one.pdf
    for serial in range(count - rendered.documents):
        yield f"storm-{serial}.pdf", page(f"ZX-S{seed}-{serial:05}")


async def send(clerk: Person, entity: str, files: list[tuple[str, bytes]]) -> list[str]:
    """Upload files, each until it is accepted."""
    found = []
    for name, content in files:
        file, body = {"file": (name, content, "application/pdf")}, {"legal_entity_id": entity}
        answer = await clerk.ask("POST", "/v1/documents", key=f"upload-{name}", files=file, data=body)
        assert answer.status_code in {200, 201}, answer.text
        found.append(str(answer.json()["id"]))
    return found


@dataclass(slots=True)
class Crew:
    """The API, and the workers that read where it does not read itself; how often who was killed."""

    api: Process
    workers: list[Process]
    killers: list[Killer] = field(default_factory=list)

    @asynccontextmanager
    async def under_fire(self, connection: psycopg.Connection[Any], count: int, seed: int) -> AsyncIterator[None]:
        """Kill each worker, or one of its pool, at every tenth of the documents, until they have all come to an end."""
        ended = 0
        for number, worker in enumerate(self.workers):
            dice = random.Random(f"{seed} {number}")
            plan = [dice.choice(["worker", "child"]) for _ in range(max(1, count // 10 // len(self.workers)))]
            self.killers.append(Killer(plan, count, dice, self.api, worker))
        async with asyncio.TaskGroup() as group:
            over = asyncio.Event()

            async def look() -> None:
                nonlocal ended
                while not over.is_set():
                    ended = await asyncio.to_thread(_one, connection, ENDED)
                    await asyncio.sleep(0.3)

            group.create_task(look())
            killing = [group.create_task(one.run(lambda: ended)) for one in self.killers]
            for one in self.killers:
                group.create_task(one.supervise(over.is_set))
            yield
            await asyncio.gather(*killing)
            over.set()

    async def stop(self) -> None:
        for process in (self.api, *self.workers):
            await asyncio.to_thread(process.stop)


async def play(
    floor: Ground, connection: psycopg.Connection[Any], fake: FakeProvider, count: int, seed: int, workers: int
) -> Outcome:
    """Do it all, and judge it."""
    made = provision_tenant(floor.superuser_url, demo_company(datetime.now(UTC).date()))
    entity = to_public("entity", made.legal_entity_id)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    asks = {
        "llm_provider": "openai",
        "llm_base_url": fake.base_url,
        "llm_api_key": "the-key",
        "llm_models": "gpt-5-mini,gpt-5-nano",
        "llm_deadline_seconds": 3,
        "llm_day_budget_cents": 10**6,
    }
    with ExitStack() as stack:
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bursar-storm-")))
        told = {"redis_url": stack.enter_context(redis_server()).url} if workers else {}
        environment = floor.environment(**settings_of(port), **asks, **told)
        crew = Crew(
            Process(("bursar.cli", "serve"), environment, logs / "api.log"),
            [Process(("bursar.cli", "worker"), environment, logs / f"worker-{n}.log") for n in range(workers)],
        )
        try:
            for process in (crew.api, *crew.workers):
                process.start()
            files = list(documents(count, seed))
            limit = await _people(f"http://127.0.0.1:{port}", crew, connection, entity, files, seed)
        finally:
            await crew.stop()
    outcome = judge(connection, fake, count, limit)
    kills = sum((one.done for one in crew.killers), Counter[str]())
    outcome.figures["kill -9 of workers, of one of their processes"] = dict(kills)
    return outcome


async def _people(
    base_url: str,
    crew: Crew,
    connection: psycopg.Connection[Any],
    entity: str,
    files: list[tuple[str, bytes]],
    seed: int,
) -> int:
    """Upload everything, killing and tightening the budget on the way; return the limit in micro-dollars."""
    random.Random(len(files)).shuffle(files)
    third, half, tally = len(files) // 3, len(files) // 2, Tally()
    async with (
        at_desk(base_url, tally, "clerk@demo.bursar.example", DEMO_PASSWORD) as clerk,
        at_desk(base_url, tally, "controller@demo.bursar.example", DEMO_PASSWORD) as controller,
    ):
        await send(clerk, entity, files[:third])
        await asyncio.to_thread(crew.api.kill)
        crew.api.start()
        async with crew.under_fire(connection, len(files), seed):
            await send(clerk, entity, files[third:half])
            await _ended(connection, half)
            # A quarter more than half of the documents have cost, to the cent: it does not last for the other half.
            limit = (_spent(connection) * 5 // 4 + ONE_CALL_MICRO) // 10_000 * 10_000
            amount = {"amount": f"{limit // 1_000_000}.{limit % 1_000_000 // 10_000:02}", "currency": "USD"}
            body = {"scope": "tenant", "period": "day", "limit": amount}
            answer = await controller.ask("PUT", "/v1/agents/budgets", key="storm-budget", json=body)
            assert answer.status_code == 200, answer.text
            await send(clerk, entity, files[half:])
            await _ended(connection, len(files))
    return limit


async def _ended(connection: psycopg.Connection[Any], count: int) -> None:
    deadline = time.monotonic() + 60 + MOST_SECONDS_PER_DOCUMENT * count
    await until(lambda: time.monotonic() > deadline or _one(connection, ENDED) >= count, 0.3)


def _one(connection: psycopg.Connection[Any], query: str) -> int:
    row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return int(row[0] or 0)


def _spent(connection: psycopg.Connection[Any]) -> int:
    return _one(connection, "SELECT sum(COALESCE(cost_micro, reserved_micro)) FROM model_call")


def judge(connection: psycopg.Connection[Any], fake: FakeProvider, count: int, limit: int) -> Outcome:
    """Count what was lost, done twice or overspent, and hold our ledger against the provider's own account."""
    outcome = Outcome()
    figures = outcome.figures
    states = connection.execute("SELECT status, count(*) FROM document GROUP BY 1 ORDER BY 1").fetchall()
    figures["documents"] = dict(tuple(row) for row in states)
    missing = count - _one(connection, "SELECT count(*) FROM document")
    ended = (
        "SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM proposal p WHERE p.document_id = d.id) "
        "AND NOT EXISTS (SELECT 1 FROM task t WHERE t.subject_id = d.id)"
    )
    outcome.must_be_none("lost", missing + _one(connection, ended))
    twice = "SELECT count(*) FROM (SELECT 1 FROM proposal GROUP BY document_id HAVING count(*) > 1) twice"
    outcome.must_be_none("proposed twice", _one(connection, twice))
    outcome.must_be_none("budget overshoot, micro-dollars", max(0, _spent(connection) - limit))
    asked = "SELECT evidence->>'model', count(*) FROM agent_step WHERE evidence ? 'model' GROUP BY 1 ORDER BY 2 DESC"
    figures["documents by what became of asking a model"] = dict(tuple(row) for row in connection.execute(asked))
    _hold(outcome, connection, fake.seen)
    return outcome


def _hold(outcome: Outcome, connection: psycopg.Connection[Any], seen: list[Seen]) -> None:
    """Compare call by call; a call whose answer nobody could read counts as the most that it can have cost."""
    query = (
        "SELECT id::text AS id, outcome, state, cost_micro, reserved_micro, input_tokens + cached_input_tokens + "
        "cache_write_tokens + output_tokens AS tokens FROM model_call WHERE state <> 'cached'"
    )
    rows = {row.id: row for row in connection.execute(query.encode())}
    read = [one for one in seen if one.request_id in rows and rows[one.request_id].outcome not in {*UNREAD, None}]
    ours = [rows[one.request_id] for one in read]
    theirs_tokens = [sum(astuple(one.usage)) for one in read]
    figures = outcome.figures
    figures["calls that reached the provider, by play"] = dict(Counter(one.play.value for one in seen))
    figures["calls: ours and the provider's"] = f"{len({*rows} & {one.request_id for one in seen})} / {len(seen)}"
    figures["of which read to the end"] = len(read)
    figures["tokens: ours and the provider's"] = f"{sum(row.tokens for row in ours)} / {sum(theirs_tokens)}"
    micro = sum(row.cost_micro for row in ours), sum(map(cost, read))
    figures["micro-dollars: ours and the provider's"] = f"{micro[0]} / {micro[1]}"
    outcome.must_be_none("calls that our ledger lacks", len({one.request_id for one in seen} - {*rows}))
    differ = sum(
        row.tokens != tokens or row.cost_micro != cost(one)
        for row, tokens, one in zip(ours, theirs_tokens, read, strict=True)
    )
    outcome.must_be_none("calls with other tokens or costs", differ)
    unread = [one for one in seen if one.request_id in rows and one not in read and one.play not in FREE]
    short = sum((rows[one.request_id].cost_micro or rows[one.request_id].reserved_micro) < cost(one) for one in unread)
    outcome.must_be_none("unread calls held for less than they cost", short)


def cost(call: Seen) -> int:
    """Return what the provider charges for a call, in micro-dollars."""
    price = price_of(call.model, datetime.now(UTC).date())
    assert price is not None
    return price.cost_micro(call.usage)


def storm(count: int, seed: int, workers: int = 0) -> Outcome:
    """Run a storm on a server of its own; without workers the API reads the documents itself."""

    async def run(floor: Ground, connection: psycopg.Connection[Any]) -> Outcome:
        async with FakeProvider(by_chance(seed, CHANCES), answer=answers, drip_seconds=0.05).serving() as fake:
            return await play(floor, connection, fake, count, seed, workers)

    begin = time.monotonic()
    with ExitStack() as stack:
        floor = stack.enter_context(ground())
        outcome = asyncio.run(run(floor, stack.enter_context(floor.looking())))
    outcome.figures["minutes"] = f"{(time.monotonic() - begin) / 60:.1f}"
    return outcome


def main() -> int:
    """Parse the arguments, run, print, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.agents.storm", description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--workers", type=int, default=0)
    chosen_ = parser.parse_args()
    outcome = storm(chosen_.documents, chosen_.seed, chosen_.workers)
    print(f"storm: {chosen_.documents} documents, seed {chosen_.seed}, {chosen_.workers} workers")  # noqa: T201
    print("\n".join(f"{name:<52} {value}" for name, value in outcome.figures.items()))  # noqa: T201
    print("\n".join(f"- {one}" for one in outcome.wrong))  # noqa: T201
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
