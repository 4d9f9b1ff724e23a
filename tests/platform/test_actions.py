"""The one door for writes: once per key, all or nothing, and nothing at all for a dry run."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from bursar.kit.db import Database, Session
from bursar.kit.errors import Conflict, Forbidden, Unauthenticated
from bursar.platform.actions import ACTIONS, Executor, KeyReused, effects_as_json, hash_command
from bursar.platform.application import Application
from bursar.platform.auth.actions import end_session
from bursar.platform.auth.schemas import EndSession
from bursar.platform.work import Principal, Work, open_work, system
from tests.company import SignedIn, member
from tests.platform.notes import Note, Nothing, WriteNote, do_nothing, totals, traces, write_note

ONCE = {"tasks": 1, "events": 1, "jobs": 1, "audit": 1}
NEVER = {"tasks": 0, "events": 0, "jobs": 0, "audit": 0}


@pytest.fixture
def clerk(demo: SignedIn) -> Principal:
    return demo.clerk.principal


async def test_an_action_leaves_its_rows_audit_event_and_job_together(
    application: Application, clerk: Principal
) -> None:
    outcome = await application.executor.execute(write_note, WriteNote(title="together"), clerk)
    assert isinstance(outcome.result, Note)
    assert outcome.replayed is False
    assert await traces(application, clerk, "together") == ONCE


async def test_the_ids_of_committed_jobs_are_hinted_and_of_failed_ones_not(
    application: Application, clerk: Principal
) -> None:
    hinted: list[UUID] = []
    executor = Executor(application.app, hinted.extend)
    await executor.execute(write_note, WriteNote(title="hinted"), clerk)
    assert len(hinted) == 1
    with pytest.raises(Conflict):
        await executor.execute(write_note, WriteNote(title="hinted", fails=True), clerk)
    assert len(hinted) == 1


async def test_an_action_that_fails_leaves_nothing(application: Application, clerk: Principal) -> None:
    before = await totals(application, clerk)
    with pytest.raises(Conflict):
        await application.executor.execute(write_note, WriteNote(title="fails", fails=True), clerk, key=str(uuid4()))
    assert await totals(application, clerk) == before


async def test_a_key_whose_first_use_failed_is_free_again(application: Application, clerk: Principal) -> None:
    key = str(uuid4())
    with pytest.raises(Conflict):
        await application.executor.execute(write_note, WriteNote(title="free", fails=True), clerk, key=key)
    outcome = await application.executor.execute(write_note, WriteNote(title="free"), clerk, key=key)
    assert outcome.replayed is False


async def test_the_same_key_and_input_are_answered_again_and_not_done_again(
    application: Application, clerk: Principal
) -> None:
    key, command = str(uuid4()), WriteNote(title="replayed")
    first = await application.executor.execute(write_note, command, clerk, key=key)
    second = await application.executor.execute(write_note, command, clerk, key=key)
    assert (second.result, second.replayed) == (first.result, True)
    assert await traces(application, clerk, "replayed") == ONCE


@pytest.mark.parametrize("round_", range(3))
async def test_of_the_same_key_at_the_same_moment_one_has_the_effect_and_the_rest_its_answer(
    application: Application, clerk: Principal, round_: int
) -> None:
    key, command = str(uuid4()), WriteNote(title=f"raced {round_}", pause_seconds=0.05)
    outcomes = await asyncio.gather(
        *(application.executor.execute(write_note, command, clerk, key=key) for _ in range(4))
    )
    assert sorted(outcome.replayed for outcome in outcomes) == [False, True, True, True]
    assert len({outcome.result.id for outcome in outcomes}) == 1
    assert await traces(application, clerk, f"raced {round_}") == ONCE


async def test_a_key_used_with_other_input_or_another_action_is_refused(
    application: Application, clerk: Principal
) -> None:
    key = str(uuid4())
    await application.executor.execute(write_note, WriteNote(title="first"), clerk, key=key)
    with pytest.raises(KeyReused) as caught:
        await application.executor.execute(write_note, WriteNote(title="second"), clerk, key=key)
    assert caught.value.status == 422
    with pytest.raises(KeyReused):
        await application.executor.execute(do_nothing, Nothing(), clerk, key=key)
    assert await traces(application, clerk, "second") == NEVER


async def test_keys_of_two_people_are_two_keys(application: Application, demo: SignedIn) -> None:
    key = str(uuid4())
    for person in (demo.clerk, demo.approver):
        outcome = await application.executor.execute(do_nothing, Nothing(), person.principal, key=key)
        assert outcome.replayed is False


async def test_a_dry_run_tells_the_effects_and_leaves_nothing(application: Application, clerk: Principal) -> None:
    before = await totals(application, clerk)
    dry = await application.executor.dry_run(write_note, WriteNote(title="dry"), clerk)
    assert isinstance(dry.result, Note)
    assert effects_as_json(dry.effects) == {"journal_lines": [{"title": "dry"}], "open_items": [], "cash": []}
    assert await totals(application, clerk) == before


async def test_a_person_without_the_permission_is_refused_also_in_a_dry_run_and_inside_a_work(
    application: Application, demo: SignedIn
) -> None:
    viewer, command = demo.viewer.principal, WriteNote(title="forbidden")
    with pytest.raises(Forbidden):
        await application.executor.execute(write_note, command, viewer)
    with pytest.raises(Forbidden):
        await application.executor.dry_run(write_note, command, viewer)
    async with open_work(application.app, viewer) as work:
        with pytest.raises(Forbidden):
            await write_note(work, command)
    assert await traces(application, viewer, "forbidden") == NEVER


async def test_a_proposal_may_be_computed_for_people_who_hold_the_permission(
    application: Application, demo: SignedIn
) -> None:
    dry = await application.executor.dry_run(
        write_note, WriteNote(title="for others"), system(demo.tenant_id), may=False
    )
    assert dry.effects.journal_lines
    with pytest.raises(Forbidden):
        await application.executor.execute(write_note, WriteNote(title="system"), system(demo.tenant_id))


async def test_a_revoked_session_is_refused_from_the_next_request_on(application: Application, demo: SignedIn) -> None:
    leaving = await member(application, demo.tenant_id, demo.viewer.id, demo.viewer.email)
    await application.executor.execute(do_nothing, Nothing(), leaving.principal)
    assert leaving.principal.session_id is not None
    command = EndSession(session_id=leaving.principal.session_id, because="test")
    await application.executor.execute(end_session, command, leaving.principal)
    with pytest.raises(Unauthenticated):
        await application.executor.execute(do_nothing, Nothing(), leaving.principal)


async def test_nobody_acts_with_the_session_or_in_the_tenant_of_another(
    application: Application, demo: SignedIn, other_tenant: SignedIn
) -> None:
    clerk = demo.clerk.principal
    for stolen in (
        replace(clerk, actor_id=demo.viewer.id),
        replace(clerk, tenant_id=other_tenant.tenant_id),
        replace(clerk, session_id=other_tenant.clerk.principal.session_id),
        replace(clerk, tenant_id=uuid4()),
    ):
        with pytest.raises(Unauthenticated):
            await application.executor.execute(do_nothing, Nothing(), stolen)


class Counting(Database):
    """A database that remembers how many statements its last transaction took."""

    statements = 0

    @asynccontextmanager
    async def transaction(self, *, keep: bool = True, begin: str = "BEGIN") -> AsyncIterator[Session]:
        async with super().transaction(keep=keep, begin=begin) as session:
            yield session
            self.statements = session.statements


async def test_an_empty_action_costs_three_statements_and_two_without_a_key(
    application: Application, role_urls: dict[str, str], clerk: Principal
) -> None:
    database = Counting(role_urls["bursar_app"], pool_size=1)
    executor = Executor(database, lambda _: None)
    await executor.execute(do_nothing, Nothing(), clerk, key=str(uuid4()))
    assert database.statements == 3  # begin, claim, record
    await executor.execute(do_nothing, Nothing(), clerk)
    assert database.statements == 2
    await database.close()


async def test_what_goes_along_happens_with_the_effect_and_again_with_its_repetition(
    application: Application, clerk: Principal
) -> None:
    seen: list[UUID] = []

    async def also(_: Work, result: Note) -> None:
        seen.append(result.id)

    async def refuse(_: Work, __: Note) -> None:
        raise Conflict("No.")

    key, command = str(uuid4()), WriteNote(title="along")
    with pytest.raises(Conflict):
        await application.executor.execute(write_note, command, clerk, key=key, also=refuse)
    assert await traces(application, clerk, "along") == NEVER
    for _ in range(2):
        await application.executor.execute(write_note, command, clerk, key=key, also=also)
    assert len(seen) == 2
    assert len(set(seen)) == 1
    assert await traces(application, clerk, "along") == ONCE


def test_two_actions_never_hash_alike_and_the_order_of_fields_does_not_matter() -> None:
    same: Callable[[str], str] = lambda title: hash_command(write_note, WriteNote(title=title))  # noqa: E731
    assert same("a") == same("a") != same("b")
    assert hash_command(do_nothing, Nothing()) != hash_command(write_note, Nothing())
    assert ACTIONS["tests.write_note"] is write_note
