"""One tenant reaches for another's through every operation: with both walls up, and with each of the two alone.

both           as it is served
rls            the tenant filter taken out of every statement of the application; row-level security alone
filter         a role that row-level security does not bind; the filter alone
neither        both taken away: the control, in which the same requests must leak
"""

import contextlib
import re
import secrets
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest import mock

import httpx2
import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

from bursar.api.app import create_app
from bursar.kit.settings import Settings
from bursar.kit.statements import sent
from bursar.platform.application import Application, build_application
from bursar.tables.db_roles import AGENT, APP, WORKER
from tests.attack.holdings import Holdings, collect_cursors, data_of, digest_of_rows, fill, run_jobs
from tests.attack.recipes import Ask, asks
from tests.attack.verdicts import Verdict
from tests.company import Member, as_client, company_named, member, sign_in_all
from tests.database_server import Server

MODES = ("both", "rls", "filter", "neither")
ROLES = ("ap_clerk", "approver", "controller", "viewer")
# Not named like ours: roles are the server's, where other tests look at the same time.
BYPASS = "attack_bypass"
# What differs between any two answers, or between answers to requests that differ by an id of the same length.
_PASSING_HEADERS = {"x-request-id", "ratelimit", "ratelimit-policy", "date", "etag"}
_SIGN_OUT = "POST /v1/auth/sign-out"
_EXPECTED = "no datum, no change, as if unknown"
_FILTER = re.compile(
    r"((?:\w+\.)?tenant_id|\btenant\.id)\s*=\s*(\$\d+(?:::\w+)?|CAST\(\$\d+(?:::\w+)? AS \w+\))", re.IGNORECASE
)


@dataclass(slots=True)
class Siege:
    """Two companies in a database that is copied for each mode."""

    server: Server
    database: str
    settings: Settings
    ours: Holdings
    theirs: Holdings
    rewritten: dict[str, int] = field(default_factory=dict)


@contextlib.asynccontextmanager
async def siege(server: Server, home: Path, settings: Settings) -> AsyncIterator[Siege]:
    """Fill a database with two companies; nothing is connected to it afterwards."""
    settings = settings.model_copy(update={"home": home, "rate_limit_per_minute": 1_000_000})
    with server.database("siege") as name:
        application = build_application(settings, _urls(server, name, bypass=False))
        try:
            admin_url = server.url(name)
            companies = [
                await sign_in_all(application, admin_url, company_named(application, title))
                for title in ("Alphaville", "Betatown")
            ]
            app = create_app(application)
            async with as_client(app) as client:
                ours, theirs = [await fill(application, client, one, seed) for seed, one in enumerate(companies, 1)]
                lists = [path for path, ops in app.openapi()["paths"].items() if _is_list(ops.get("get", {}))]
                await collect_cursors(client, theirs, lists)
        finally:
            await application.close()
        yield Siege(server, name, settings, ours, theirs)


def _is_list(operation: dict[str, Any]) -> bool:
    return any(one["name"] == "cursor" for one in operation.get("parameters", ()))


def _urls(server: Server, name: str, *, bypass: bool) -> dict[str, str]:
    if not bypass:
        return {role: server.role_url(name, role) for role in (APP, WORKER, AGENT)}
    password = server.passwords[APP]
    with psycopg.connect(server.admin_url, autocommit=True) as connection:
        # Roles belong to the server, which test runs may share.
        with contextlib.suppress(psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
            connection.execute(f"CREATE ROLE {BYPASS} LOGIN BYPASSRLS")
        connection.execute(f"ALTER ROLE {BYPASS} PASSWORD '{password}'")
        connection.execute(f"GRANT {APP}, {WORKER}, {AGENT} TO {BYPASS}")
    at = make_url(server.url(name)).set(username=BYPASS, password=password).render_as_string(hide_password=False)
    return dict.fromkeys((APP, WORKER, AGENT), at)


@contextlib.contextmanager
def _copy(server: Server, database: str) -> Iterator[str]:
    name = f"{database}_{secrets.token_hex(3)}"
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(database)))
    try:
        yield name
    finally:
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@contextlib.contextmanager
def without_filter() -> Iterator[list[int]]:
    """Make the tenant filter of every statement a tautology that still takes its parameter; yields the count."""
    count = [0]

    def rewritten(*arguments: Any) -> tuple[str, Sequence[Any]]:
        query, values = sent(*arguments)
        opened, found = _FILTER.subn(r"(\1 = \2 OR true)", query)
        count[0] += found
        return opened, values

    with mock.patch("bursar.kit.db.sent", rewritten):
        yield count


async def attack(siege: Siege, mode: str, *, roles: Sequence[str] = ROLES) -> list[Verdict]:
    """Reach for the neighbour's through every operation, as these roles of ours, in one mode."""
    with _copy(siege.server, siege.database) as name, contextlib.ExitStack() as stack:
        rewritten = stack.enter_context(without_filter()) if mode in {"rls", "neither"} else [0]
        urls = _urls(siege.server, name, bypass=mode in {"filter", "neither"})
        application = build_application(siege.settings, urls)
        try:
            app = create_app(application)
            async with as_client(app) as client:
                run = _Run(siege, application, client, siege.server.url(name), roles)
                verdicts = [one async for one in run.operations(app.openapi())]
                verdicts += [await run.beside("keys", run.reuse_keys), await run.beside("agent", run.same_file)]
        finally:
            await application.close()
        siege.rewritten[mode] = rewritten[0]
        return verdicts


class _Run:
    """One mode's attack."""

    def __init__(
        self, siege: Siege, application: Application, client: httpx2.AsyncClient, admin_url: str, roles: Sequence[str]
    ) -> None:
        self.ours, self.theirs = siege.ours, siege.theirs
        self.members = [self.ours.company.people[role] for role in roles]
        self.application = application
        self.client = client
        self.data = data_of(admin_url, self.theirs.company.tenant_id, self.ours.company.tenant_id)
        self.admin_url = admin_url
        assert len(self.data) > 200, "the neighbour has too little to be found"

    async def operations(self, document: dict[str, Any]) -> AsyncIterator[Verdict]:
        pairs = zip(
            asks(document, self.ours, self.theirs, self.theirs.ids),
            asks(document, self.ours, self.theirs, self.theirs.unknown()),
            strict=True,
        )
        with psycopg.connect(self.admin_url, autocommit=True) as looking:
            before = digest_of_rows(looking, self.theirs.company.tenant_id)
            for (name, foreign), (_, unknown) in pairs:
                wrong, requests = await self._operation(name, foreign, unknown)
                after = digest_of_rows(looking, self.theirs.company.tenant_id)
                wrong |= {"changed the neighbour's rows"} if after != before else set()
                before = after
                yield _verdict(name, wrong, requests)

    async def _operation(self, name: str, foreign: list[Ask], unknown: list[Ask]) -> tuple[set[str], int]:
        if name == _SIGN_OUT:
            return await self._sign_out()
        wrong: set[str] = set()
        requests = 0
        members = [None] if "/auth/" in name or "/v1/" not in name else self.members
        for who in members:
            for one, other in zip(foreign or [_plain(name)], unknown or [_plain(name)], strict=True):
                answers = [await self._send(ask, who) for ask in (one, other)]
                requests += 2
                wrong |= {f"leaked {found}" for found in self.leaks(answers[0], one)}
                if answers[0].status_code >= 500:
                    wrong.add(f"answered {answers[0].status_code}")
                if one != other and not one.query.get("cursor") and _shape(answers[0]) != _shape(answers[1]):
                    codes = [f"{answer.status_code} {answer.text[:80]}" for answer in answers]
                    wrong.add(f"told the known from the unknown: {codes}")
        return wrong, requests

    async def _send(self, ask: Ask, who: Member | None) -> httpx2.Response:
        headers = {**ask.headers, **(who.headers if who else {})}
        body: dict[str, Any] = {"files": ask.files, "data": ask.form} if ask.files else {"json": ask.json}
        return await self.client.request(ask.method, ask.path, params=ask.query, headers=headers, **body)

    async def _sign_out(self) -> tuple[set[str], int]:
        """End a session of each of ours: that one alone, and nobody else's."""
        wrong: set[str] = set()
        out, me = _plain(_SIGN_OUT), Ask("GET", "/v1/me")
        for one in self.members:
            # The other attacks need the session that there is.
            session = await member(self.application, one.principal.tenant_id, one.id, one.email)
            told = [await self._send(out, session), await self._send(out, session), await self._send(me, session)]
            told += [await self._send(me, who) for who in (one, *self.theirs.company.people.values())]
            codes = [answer.status_code for answer in told]
            if codes != [204, 401, 401, *[200] * (len(codes) - 3)]:
                wrong.add(f"answered {codes}")
            wrong |= {f"leaked {found}" for answer in told[:4] for found in self.leaks(answer, out)}
        return wrong, 4 * len(self.members)

    def leaks(self, answer: httpx2.Response, ask: Ask) -> list[str]:
        """Return what an answer tells of the neighbour beyond what was sent."""
        told, asked = f"{answer.text} {answer.headers}", ask.sent()
        return sorted(one for one in self.data if one in told and one not in asked)[:3]

    async def beside(self, name: str, attempt: Any) -> Verdict:
        return _verdict(name, *await attempt())

    async def reuse_keys(self) -> tuple[set[str], int]:
        """Send what the neighbour sent, with the key it sent it with: it is done, not answered from there."""
        key, body = self.theirs.keyed
        ask = Ask("POST", "/v1/vendors", json=body, headers={"Idempotency-Key": key})
        answer = await self._send(ask, self.ours.company.clerk)
        wrong = {f"leaked {found}" for found in self.leaks(answer, ask)}
        if (answer.status_code, answer.headers.get("idempotency-replayed")) != (201, "false"):
            wrong.add(f"answered {answer.status_code} {answer.text[:80]}")
        return wrong, 1

    async def same_file(self) -> tuple[set[str], int]:
        """Upload the neighbour's very file: it is new to us, and so is what the agent makes of it."""
        files = {"file": ("ours.xml", self.theirs.file)}
        ask = Ask("POST", "/v1/documents", files=files)
        answer = await self._send(ask, self.ours.company.clerk)
        await run_jobs(self.application)
        wrong = {f"leaked {found}" for found in self._beyond_file(answer, ask)}
        if (answer.status_code, answer.json().get("duplicate")) != (201, False):
            wrong.add(f"answered {answer.status_code} {answer.text[:80]}")
            return wrong, 1
        document = answer.json()["id"]
        paths = [f"/v1/documents/{document}", f"/v1/documents/{document}/reading", "/v1/proposals", "/v1/agent-runs"]
        for path in [*paths, "/v1/tasks", "/v1/events"]:
            ask = replace(ask, method="GET", path=path)
            answer = await self._send(replace(ask, files=None), self.ours.company.controller)
            wrong |= {f"leaked {found}" for found in self._beyond_file(answer, ask)}
        return wrong, 7

    def _beyond_file(self, answer: httpx2.Response, ask: Ask) -> list[str]:
        """Return leaks other than what stands in the file itself, or follows from it."""
        told, content = f"{answer.text} {answer.headers}", self.theirs.file.decode()
        ours = {value for value in self.data if value in content or not _is_id(value)}
        return sorted(one for one in self.data - ours if one in told and one not in ask.path)[:3]


def _is_id(value: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-7][0-9a-z]{25}", value) is not None


def _plain(name: str) -> Ask:
    method, _, path = name.partition(" ")
    return Ask(method, path)


def _shape(answer: httpx2.Response) -> tuple[int, object, dict[str, str]]:
    headers = {name: value for name, value in answer.headers.items() if name not in _PASSING_HEADERS}
    try:
        body = answer.json()
    except ValueError:
        return answer.status_code, answer.text, headers
    if isinstance(body, dict):
        body.pop("request_id", None)
        body.pop("known_at", None)
    return answer.status_code, body, headers


def _verdict(name: str, wrong: set[str], sent: int) -> Verdict:
    happened = "; ".join(sorted(wrong)) or f"so, in {sent} requests"
    return Verdict(name, "all roles", _EXPECTED, happened, not wrong)
