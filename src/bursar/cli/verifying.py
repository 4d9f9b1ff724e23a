"""How `bursar verify books` goes through all tenants, and what it prints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from rich.console import RenderableType
from rich.text import Text
from sqlalchemy import text

from bursar.cli.drawing import CROSS, TICK, table
from bursar.cli.terminal import CommandFailed
from bursar.kit.db import Database
from bursar.kit.ids import from_public
from bursar.ledger.integrity.queries import check_books
from bursar.ledger.integrity.schemas import CheckRead, IntegrityRead, Outcome
from bursar.platform.work import open_work, system
from bursar.tables import migrate
from bursar.tables.db_roles import APP, CHECK, MIGRATOR

_MARKS: Final = {Outcome.PASSED: TICK, Outcome.FAILED: CROSS, Outcome.NOT_EXAMINED: "[yellow]–[/yellow]"}
# The role of the guards sees the legal entities of all tenants and may write nothing of them.
_AS_CHECK: Final = f"BEGIN READ ONLY; SET LOCAL ROLE {CHECK}"
_ENTITIES: Final = text("SELECT tenant_id, id, name FROM legal_entity ORDER BY tenant_id, id")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in the books of one tenant."""

    tenant_id: UUID
    names: tuple[str, ...]
    found: IntegrityRead


async def verify_books(urls: Mapping[str, str], *, entity: str | None, as_of: date | None) -> Sequence[Verdict]:
    """Check the books of every tenant, or of one legal entity. Raises CommandFailed."""
    only = None if entity is None else _entity_id(entity)
    migrator, app = Database(urls[MIGRATOR], pool_size=1), Database(urls[APP], pool_size=1)
    try:
        await app.refuse_privileges()
        if await app.revision() != migrate.head():
            raise CommandFailed("the database is at another schema revision than this version: run `bursar setup`")
        async with migrator.transaction(begin=_AS_CHECK) as session:
            entities = [row for row in await session.rows(_ENTITIES) if only in {None, row.id}]
        if only is not None and not entities:
            raise CommandFailed("there is no such legal entity")
        by_tenant: dict[UUID, list[str]] = {}
        for row in entities:
            by_tenant.setdefault(row.tenant_id, []).append(row.name)
        verdicts = []
        for tenant_id, names in by_tenant.items():
            async with open_work(app, system(tenant_id), snapshot=True) as work:
                verdicts.append(Verdict(tenant_id, tuple(names), await check_books(work, only, as_of)))
        return verdicts
    finally:
        await migrator.close()
        await app.close()


def _entity_id(public: str) -> UUID:
    try:
        return from_public("entity", public)
    except ValueError as error:
        raise CommandFailed(f"--entity {error}") from error


def draw(verdicts: Sequence[Verdict]) -> Iterator[RenderableType]:
    """Draw what was found, tenant by tenant, and last the first wrong row."""
    for verdict in verdicts:
        yield Text("\n" + ", ".join(verdict.names), style="bold")
        rows = table("", "check", "examined", "of", "wrong", right=("examined", "wrong"), fold=("check", "of"))
        for check in verdict.found.checks:
            rows.add_row(_MARKS[check.outcome], check.title, f"{check.examined:,}", check.of, str(check.wrong or ""))
        yield rows
    yield ""
    yield from _end(verdicts)


def _end(verdicts: Sequence[Verdict]) -> Iterator[RenderableType]:
    failed = [(verdict, check) for verdict in verdicts for check in verdict.found.checks if check.wrong]
    empty = [check for verdict in verdicts for check in verdict.found.checks if check.outcome is Outcome.NOT_EXAMINED]
    if failed:
        yield _first_wrong(*failed[0])
    if empty:
        names = ", ".join(dict.fromkeys(check.name for check in empty))
        yield f"[yellow]–[/yellow] Nothing to examine, so nothing proved: {names}"
    if not verdicts:
        yield f"{CROSS} There is no legal entity, so nothing was examined."
    elif not failed and not empty:
        count = sum(check.examined for verdict in verdicts for check in verdict.found.checks)
        yield f"{TICK} [bold green]The books are right[/]: {count:,} rows examined, none wrong."


def _first_wrong(verdict: Verdict, check: CheckRead) -> Text:
    first = check.first_wrong[0]
    told = Text.from_markup(f"{CROSS} ")
    told.append(f"{check.name}: {first.what}: expected {first.expected}, found {first.actual}", style="bold")
    told.append(f"   tenant {verdict.tenant_id}, legal entity {first.legal_entity_id}", style="dim")
    if first.link is not None:
        told.append(f", {first.link}", style="dim")
    return told
