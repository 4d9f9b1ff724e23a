"""All writes to periods: closing, opening a soft close again, and exceptions to it."""

from types import SimpleNamespace
from uuid import UUID

from sqlalchemy import update

from bursar.core.periods import PeriodState, PeriodStates, PeriodStaysClosed, SubLedger, require_ready
from bursar.kit.db import refusal
from bursar.kit.errors import Refused
from bursar.kit.statements import Row
from bursar.ledger.periods.events import PeriodClosed, PeriodExceptionGranted, PeriodReopened
from bursar.ledger.periods.queries import (
    checklist,
    get_period,
    hold_calendar,
    read_exception,
    read_period,
    states_of,
)
from bursar.ledger.periods.schemas import (
    ClosePeriod,
    GrantException,
    PeriodExceptionRead,
    PeriodRead,
    ReopenPeriod,
)
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import period_exceptions, periods


class OwnException(Refused):
    """Nobody grants themselves an exception."""

    code = "own_exception"
    status = 403


class ExceptionEnded(Refused):
    """The exception would have ended before it begins."""

    code = "exception_ended"


class PersonNotFound(Refused):
    """Nobody of this id works here."""

    code = "person_not_found"


refusal("fk_period_exception_tenant_id_user_id", PersonNotFound)


@action("periods.close", needs=Permission.PERIODS_CLOSE)
async def close_period(work: Work, command: ClosePeriod) -> PeriodRead:
    """Close a sub-ledger's period, softly or for good, once its checklist is passed.

    Nobody posts in the entity while it is asked. Raises NotFound, PeriodAlreadyClosed and PeriodNotReady.
    """
    period = await _held(work, command.period_id)
    sub_ledger, to = command.sub_ledger, PeriodState(command.state)
    states = states_of(period).closing(sub_ledger, to)
    require_ready(await checklist(work, period.legal_entity_id, period.starts_on, period.ends_on, sub_ledger))
    await _record(work, period, states)
    work.emit(PeriodClosed(period.id, sub_ledger.value, to.value))
    return read_period(period, states)


@action("periods.reopen", needs=Permission.PERIODS_REOPEN)
async def reopen_period(work: Work, command: ReopenPeriod) -> PeriodRead:
    """Take a soft close back. Raises NotFound, PeriodStaysClosed, PeriodIsOpen and GeneralLedgerCloses."""
    period = await _held(work, command.period_id)
    states = states_of(period).reopening(command.sub_ledger)
    await _record(work, period, states)
    work.emit(PeriodReopened(period.id, command.sub_ledger.value, command.reason))
    return read_period(period, states)


@action("periods.grant_exception", needs=Permission.PERIOD_EXCEPTIONS_GRANT)
async def grant_exception(work: Work, command: GrantException) -> PeriodExceptionRead:
    """Let somebody else, or everybody else, post into a soft-closed period until an instant.

    Raises NotFound, OwnException, ExceptionEnded, PersonNotFound, and PeriodStaysClosed where there is nothing to
    except from. Granted ahead of a soft close it counts from then on.
    """
    period = await get_period(work, command.period_id)
    if command.user_id == work.actor_id:
        raise OwnException("Somebody else grants you an exception.", pointer="/user_id")
    if command.valid_until <= work.now:
        raise ExceptionEnded("An exception ends in the future.", pointer="/valid_until")
    if states_of(period).effective(command.sub_ledger) is PeriodState.CLOSED:
        raise PeriodStaysClosed("What is closed is closed to all.")
    row = {
        "tenant_id": work.tenant_id,
        "id": work.new_id(),
        "period_id": period.id,
        "sub_ledger": command.sub_ledger.value,
        "user_id": command.user_id,
        "valid_until": command.valid_until,
        "reason": command.reason,
        "granted_by": work.actor_id,
        "granted_at": work.now,
    }
    await work.session.add(period_exceptions, [row])
    work.emit(PeriodExceptionGranted(period.id, command.sub_ledger.value, row["id"]))
    return read_exception(SimpleNamespace(**row))


async def _held(work: Work, period_id: UUID) -> Row:
    """Return a period as it is once nobody else changes the calendar any more. Raises NotFound."""
    found = await get_period(work, period_id)
    await hold_calendar(work, found.legal_entity_id)
    return await get_period(work, period_id)


async def _record(work: Work, period: Row, states: PeriodStates) -> None:
    given = {"state": SubLedger.GL, "ap_state": SubLedger.AP, "ar_state": SubLedger.AR}
    changed = {name: states.own(one).value for name, one in given.items()}
    await work.session.run(update(periods).where(work.owns(periods), periods.c.id == period.id).values(**changed))
