"""What is read about models: what was spent, and what may be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Date, and_, case, cast, distinct, func, literal_column, select
from sqlalchemy.types import BigInteger

from bursar.agents.models.schemas import BudgetRead, Period, Scope, UsageFilter, UsageRead, dollars
from bursar.core.errors import Refused
from bursar.kit.pages import BadCursor, Page, row_id
from bursar.kit.settings import Settings
from bursar.kit.statements import Row
from bursar.platform.work import Work
from bursar.tables import model_answers, model_budgets, model_calls

MICRO_PER_CENT: Final = 10_000
LONGEST_DAYS: Final = 366
DEFAULT_DAYS: Final = 30

_calls = model_calls.c


class UsageRangeTooLong(Refused):
    """The days asked about begin after they end, or are more than a year."""

    code = "usage_range_too_long"


@dataclass(frozen=True, slots=True)
class Budget:
    """A limit that holds, in micro-dollars."""

    scope: Scope
    agent: str
    period: Period
    limit_micro: int
    is_default: bool = False
    set_at: datetime | None = None


def budgets_of(rows: Iterable[Row], settings: Settings) -> list[Budget]:
    """Return the budgets that hold: those that people set, and for the others the installation's defaults."""
    defaults: dict[tuple[Scope, str, Period], int] = {
        ("tenant", "", "day"): settings.llm_day_budget_cents * MICRO_PER_CENT,
        ("run", "", "run"): settings.llm_run_budget_cents * MICRO_PER_CENT,
    }
    found = {key: Budget(*key, limit, is_default=True) for key, limit in defaults.items()}
    for row in rows:
        if row.limit_micro is not None:
            key = (row.scope, row.agent, row.period)
            found[key] = Budget(*key, row.limit_micro, set_at=row.set_at)
    return [found[key] for key in sorted(found)]


async def list_budgets(work: Work, settings: Settings) -> tuple[BudgetRead, ...]:
    """Return every budget that holds."""
    rows = await work.session.rows(select(model_budgets).where(work.owns(model_budgets)))
    return tuple(
        BudgetRead.model_construct(
            scope=budget.scope,
            agent=budget.agent or None,
            period=budget.period,
            limit=dollars(budget.limit_micro),
            is_default=budget.is_default,
            set_at=budget.set_at,
        )
        for budget in budgets_of(rows, settings)
    )


def begins(period: str, now: datetime) -> datetime:
    """Return when the day or month (UTC) of an instant began."""
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return day.replace(day=1) if period == "month" else day


def _total(column: ColumnElement[Any], name: str) -> ColumnElement[Any]:
    return cast(func.coalesce(func.sum(column), 0), BigInteger).label(name)


def _held(now: datetime) -> ColumnElement[Any]:
    return case((_calls.state != "reserved", 0), (_calls.expires_at > now, _calls.reserved_micro), else_=0)


# What a call has cost whose process died, nobody knows: it has cost all that was reserved.
def _cost(now: datetime) -> ColumnElement[Any]:
    died = and_(_calls.state == "reserved", _calls.expires_at <= now)
    return case((died, _calls.reserved_micro), else_=func.coalesce(_calls.cost_micro, 0))


async def spent_micro(work: Work, *within: ColumnElement[bool]) -> int:
    """Return what was spent on the calls of these conditions and is reserved for those under way."""
    query = select(_total(_cost(work.now) + _held(work.now), "spent")).where(work.owns(model_calls), *within)
    found: int = await work.session.value(query)
    return found


async def kept_answer(work: Work, key: str) -> str | None:
    """Return an answer that is still kept, as JSON text, or None."""
    answers = model_answers.c
    query = select(answers.answer).where(work.owns(model_answers), answers.key == key, answers.expires_at > work.now)
    row = await work.session.row(query)
    return None if row is None else str(row.answer)


async def usage(work: Work, page: UsageFilter) -> Page[UsageRead]:
    """Return what was asked and spent, put together as asked, in the order of what it is put together by.

    Raises UsageRangeTooLong.
    """
    since, until = _range(work, page)
    group = _GROUPS[page.group_by]
    query = (
        select(group.label("key"), *_SUMS, _total(_cost(work.now), "cost_micro"), _total(_held(work.now), "held"))
        .where(work.owns(model_calls), _calls.reserved_at >= since, _calls.reserved_at < until)
        .group_by(group)
        .order_by(group)
        .limit(page.fetch)
    )
    if page.group_by == "document":
        query = query.where(_calls.document_id.is_not(None))
    if page.document_id:
        query = query.where(_calls.document_id == page.document_id)
    if after := page.after(1):
        query = query.where(_comes_after(page, after[0]))
    rows = await work.session.rows(query)
    return page.page(rows, lambda row: _usage_read(page, row), lambda row: [str(row.key)])


def _range(work: Work, page: UsageFilter) -> tuple[datetime, datetime]:
    last = page.to or work.now.astimezone(UTC).date()
    first = page.from_ or last - timedelta(days=DEFAULT_DAYS)
    if not timedelta(0) <= last - first < timedelta(days=LONGEST_DAYS):
        raise UsageRangeTooLong("Ask about a year at most, from its first day to its last.", pointer="/from")
    return _midnight(first), _midnight(last + timedelta(days=1))


_GROUPS: Final[dict[str, ColumnElement[Any]]] = {
    "day": cast(func.timezone(literal_column("'UTC'"), _calls.reserved_at), Date),
    "agent": _calls.agent,
    "model": _calls.model,
    "document": _calls.document_id,
}


_made = _calls.state != "cached"
_SUMS: Final = (
    func.count(distinct(_calls.ask_id)).label("questions"),
    func.count().filter(_made).label("calls"),
    func.count().filter(_calls.state == "failed").label("failed_calls"),
    func.count().filter(~_made).label("reused_answers"),
    *(_total(_calls[name], name) for name in ("input_tokens", "cached_input_tokens", "cache_write_tokens")),
    _total(_calls.output_tokens, "output_tokens"),
)


def _comes_after(page: UsageFilter, part: str) -> ColumnElement[bool]:
    """Return the condition of what follows the last page's last key. Raises BadCursor."""
    match page.group_by:
        case "document":
            return _calls.document_id > row_id(part)
        case "day":
            # By the column itself, which has the index.
            return _calls.reserved_at >= _midnight(_day(part) + timedelta(days=1))
        case _:
            return _GROUPS[page.group_by] > part


def _day(part: str) -> date:
    try:
        return date.fromisoformat(part)
    except ValueError as error:
        raise BadCursor("The cursor is damaged.", pointer="/cursor") from error


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(tzinfo=UTC))


def _usage_read(page: UsageFilter, row: Row) -> UsageRead:
    grouped: dict[str, Any] = dict.fromkeys(("day", "agent", "model", "document_id"))
    grouped["document_id" if page.group_by == "document" else page.group_by] = row.key
    sums: dict[str, Any] = row.as_dict()
    for name in ("key", "cost_micro", "held"):
        del sums[name]
    cost, reserved = dollars(row.cost_micro), dollars(row.held)
    return UsageRead.model_construct(**grouped, **sums, cost=cost, reserved=reserved)


def applies(budget: Budget, *, agent: str, run_id: UUID | None, document_id: UUID | None, now: datetime) -> Any:
    """Return the condition of the calls that a budget counts for a caller, or None where it does not bind it."""
    since = _calls.reserved_at >= begins(budget.period, now)
    match budget.scope:
        case "tenant":
            return since
        case "agent":
            return and_(_calls.agent == agent, since) if budget.agent == agent else None
        case "run":
            return None if run_id is None else _calls.run_id == run_id
        case _:
            return None if document_id is None else _calls.document_id == document_id
