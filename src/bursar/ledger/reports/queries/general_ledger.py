"""The general ledger: every line of every account with its running balance, a page at a time."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, decode_cursor, encode_cursor, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount, Json
from bursar.ledger.entries.schemas import entry_number
from bursar.ledger.reports.queries.asked import IS_KNOWN, POSTED, WITH_ENTRY, Asked, asked_over, public
from bursar.ledger.reports.schemas import GeneralLedgerQuery, ReportRead, columns
from bursar.platform.work import Work

_A_CHUNK_LINES: Final = 2_000

_ACCOUNTS = text("""
    SELECT id, legal_entity_id, code, name FROM ledger_account
    WHERE tenant_id = :tenant AND legal_entity_id = ANY(:entities)
      AND (CAST(:account AS uuid) IS NULL OR id = :account)
    ORDER BY array_position(CAST(:entities AS uuid[]), legal_entity_id), code, id
""")

# After a line of `:current`, or from the first of it; then the accounts after it in their order.
_LINES = text(f"""
    SELECT l.account_id, l.legal_entity_id, e.posting_date, e.document_date, l.entry_id, l.line_number, e.series,
           e.fiscal_year, e.number, e.source_type, e.source_id, e.memo AS entry_memo, l.memo, l.currency,
           l.amount_minor, l.base_amount_minor, l.base_currency, coalesce(v.name, c.name) AS party_name
    FROM journal_line l {WITH_ENTRY}
    LEFT JOIN vendor v ON v.tenant_id = :tenant AND v.id = l.vendor_id
    LEFT JOIN customer c ON c.tenant_id = :tenant AND c.id = l.customer_id
    {IS_KNOWN} AND l.account_id = ANY(:accounts) AND e.posting_date BETWEEN :first AND :last
      AND (l.account_id <> :current
           OR (e.posting_date, e.id, l.line_number) > (CAST(:on AS date), CAST(:entry AS uuid), CAST(:line AS int)))
    ORDER BY array_position(CAST(:accounts AS uuid[]), l.account_id), e.posting_date, e.id, l.line_number
    LIMIT :most
""")  # noqa: S608 - our own pieces; values are parameters.

# Of each account what was booked before the first day, and of the current one what came before its place as well.
_OPENING = text(f"""
    SELECT l.account_id, sum(l.base_amount_minor) AS base
    FROM journal_line l {POSTED} AND l.account_id = ANY(:accounts)
      AND (e.posting_date < :first
           OR l.account_id = :current AND e.posting_date <= :last
             AND (e.posting_date, e.id, l.line_number) <= (CAST(:on AS date), CAST(:entry AS uuid), CAST(:line AS int)))
    GROUP BY l.account_id
""")  # noqa: S608 - our own pieces; values are parameters.

COLUMNS: Final = columns(
    "account_id:Id:id",
    "account_code:Account",
    "account_name:Name",
    "posting_date:Posting date:date",
    "document_date:Document date:date",
    "number:Entry",
    "memo:Text",
    "party_name:Party",
    "document_currency:Document currency",
    "document_amount:Document amount:amount",
    "currency:Base currency",
    "debit:Debit:amount",
    "credit:Credit:amount",
    "balance:Balance:amount",
    "entry_id:Entry:id",
    "line_number:Line:integer",
    "source_id:Document:id",
    "link:Journal entry:link",
)


_NO_ENTRY: Final = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Place:
    """The line that a page begins after; before all lines of its account where the numbers are zero."""

    account: UUID
    on: date = date.min
    entry: UUID = _NO_ENTRY
    line: int = 0


async def ask_ledger(work: Work, query: GeneralLedgerQuery) -> Asked:
    """Return what a general ledger is asked. Raises NotFound and LegalEntityRequired."""
    return await asked_over(
        work,
        query.legal_entity_id,
        scope=query.scope,
        first=query.from_,
        last=query.to,
        known_at=query.known_at_utc,
    )


async def general_ledger(asked: Asked, query: GeneralLedgerQuery) -> ReportRead:
    """Return a page of lines with opening and running balances. Raises NotFound and BadCursor."""
    accounts = await _accounts(asked, query)
    place = _after(query, accounts)
    lines, opening = await _page(asked, accounts, place, query.limit + 1)
    shown = lines[: query.limit]
    more = len(lines) > query.limit
    last = shown[-1] if more else None
    rows = _rows(accounts, shown, opening)
    ids = {row.account_id for row in shown}
    totals = [_opening(asked, account, opening.get(account.id, 0)) for account in accounts if account.id in ids]
    if query.account_id is not None and not shown:
        totals = [_opening(asked, accounts[0], opening.get(accounts[0].id, 0))]
    return asked.table(
        "general-ledger",
        "General ledger",
        COLUMNS,
        rows,
        totals=totals,
        next_cursor=None
        if last is None
        else encode_cursor(
            [str(last.account_id), last.posting_date.isoformat(), str(last.entry_id), str(last.line_number)],
            _filters(query),
        ),
    )


async def whole_ledger(asked: Asked, query: GeneralLedgerQuery) -> AsyncIterator[Sequence[Json]]:
    """Yield all lines, some thousand at a time, for a file that is written while it is sent. Raises NotFound."""
    accounts = await _accounts(asked, query)
    place: Place | None = Place(accounts[0].id) if accounts else None
    while place is not None:
        lines, opening = await _page(asked, accounts, place, _A_CHUNK_LINES)
        yield _rows(accounts, lines, opening)
        if len(lines) < _A_CHUNK_LINES:
            return
        last = lines[-1]
        place = Place(last.account_id, last.posting_date, last.entry_id, last.line_number)


async def _accounts(asked: Asked, query: GeneralLedgerQuery) -> Sequence[Row]:
    found = await asked.work.session.rows(_ACCOUNTS, asked.given(account=query.account_id))
    if query.account_id is not None and not found:
        raise NotFound("No such account in this legal entity.")
    return found


def _filters(query: GeneralLedgerQuery) -> Mapping[str, Any]:
    return {"list": "general-ledger", **query.model_dump(mode="json", exclude={"cursor", "limit", "format"})}


def _after(query: GeneralLedgerQuery, accounts: Sequence[Row]) -> Place:
    if query.cursor is None:
        return Place(accounts[0].id) if accounts else Place(UUID(int=0))
    account, on, entry, line = decode_cursor(query.cursor, _filters(query), 4)
    try:
        place = Place(row_id(account), date.fromisoformat(on), row_id(entry), int(line))
    except ValueError:
        raise BadCursor("The cursor is damaged.", pointer="/query/cursor") from None
    if not 0 <= place.line < 2**31 or all(row.id != place.account for row in accounts):
        raise BadCursor("The cursor is of another list.", pointer="/query/cursor")
    return place


async def _page(
    asked: Asked, accounts: Sequence[Row], place: Place, most: int
) -> tuple[Sequence[Row], dict[UUID, int]]:
    """Return lines after a place, and for each account in sight its balance before the first of them."""
    ids = [row.id for row in accounts]
    remaining = ids[ids.index(place.account) :] if place.account in ids else ids
    given = {
        "current": place.account,
        "on": place.on,
        "entry": place.entry,
        "line": place.line,
        "first": asked.window.bounds[0],
        "last": asked.window.last,
    }
    lines = await asked.work.session.rows(_LINES, asked.given(**given, accounts=remaining, most=most))
    seen = list({row.account_id for row in lines}) or remaining[:1]
    sums = await asked.work.session.rows(_OPENING, asked.given(**given, accounts=seen))
    return lines, {row.account_id: int(row.base) for row in sums}


def _rows(accounts: Sequence[Row], lines: Sequence[Row], opening: Mapping[UUID, int]) -> list[Json]:
    named = {row.id: row for row in accounts}
    running = dict(opening)
    rows = []
    for line in lines:
        running[line.account_id] = running.get(line.account_id, 0) + line.base_amount_minor
        rows.append(_row(named[line.account_id], line, running[line.account_id]))
    return rows


def _row(account: Row, line: Row, balance: int) -> Json:
    base = line.base_amount_minor
    entry = public("entry", line.entry_id)
    return {
        "account_id": public("account", account.id),
        "account_code": account.code,
        "account_name": account.name,
        "posting_date": line.posting_date,
        "document_date": line.document_date,
        "number": entry_number(line.series, line.fiscal_year, line.number),
        "memo": line.memo or line.entry_memo,
        "party_name": line.party_name,
        "document_currency": line.currency,
        "document_amount": Amount.of(line.amount_minor, line.currency),
        "currency": line.base_currency,
        "debit": Amount.of(max(base, 0), line.base_currency),
        "credit": Amount.of(max(-base, 0), line.base_currency),
        "balance": Amount.of(balance, line.base_currency),
        "entry_id": entry,
        "line_number": line.line_number,
        "source_id": public(line.source_type, line.source_id),
        "link": f"/v1/journal-entries/{entry}",
    }


def _opening(asked: Asked, account: Row, base: int) -> Json:
    """Return the balance that an account's first line on the page adds to."""
    currency = asked.base_of()[account.legal_entity_id]
    return {
        "account_id": public("account", account.id),
        "account_code": account.code,
        "account_name": f"{account.name}: brought forward",
        "currency": currency,
        "balance": Amount.of(base, currency),
    }
