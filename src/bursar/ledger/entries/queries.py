"""What is read from the journal."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select, text

from bursar.core.posting import PostingLine
from bursar.kit.errors import Conflict, NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount, amount_or_none
from bursar.ledger.entries.schemas import EntryFilter, JournalEntryRead, JournalLineRead, entry_number
from bursar.platform.work import Work
from bursar.tables import journal_entries, journal_lines, ledger_accounts
from bursar.tables.closing import open_to
from bursar.tables.ledger import SUB_LEDGERS

_LINES = select(journal_lines, ledger_accounts.c.code, ledger_accounts.c.name).join(
    ledger_accounts,
    (ledger_accounts.c.tenant_id == journal_lines.c.tenant_id)
    & (ledger_accounts.c.legal_entity_id == journal_lines.c.legal_entity_id)
    & (ledger_accounts.c.id == journal_lines.c.account_id),
)


async def get_entry(work: Work, entry_id: UUID) -> JournalEntryRead:
    """Return a posted entry. Raises NotFound."""
    query = select(journal_entries).where(work.owns(journal_entries), journal_entries.c.id == entry_id)
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such journal entry.")
    return _read(row, await _lines_of(work, [entry_id]))


async def list_entries(work: Work, page: EntryFilter) -> Page[JournalEntryRead]:
    """Return posted entries, newest first."""
    entries = journal_entries.c
    query = select(journal_entries).where(work.owns(journal_entries)).order_by(entries.id.desc()).limit(page.fetch)
    if page.legal_entity_id:
        query = query.where(entries.legal_entity_id == page.legal_entity_id)
    if page.bill_id:
        query = query.where(entries.source_id == page.bill_id)
    if after := page.after(1):
        query = query.where(entries.id < row_id(after[0]))
    rows = await work.session.rows(query)
    lines = await _lines_of(work, [row.id for row in rows])
    return page.page(rows, lambda row: _read(row, lines), lambda row: [str(row.id)])


async def posting_lines(work: Work, entry_id: UUID) -> tuple[PostingLine, ...]:
    """Return the lines of an entry as they were posted, for its reversal."""
    rows = await work.session.rows(
        select(journal_lines)
        .where(work.owns(journal_lines), journal_lines.c.entry_id == entry_id)
        .order_by(journal_lines.c.line_number)
    )
    return tuple(
        PostingLine(
            row.account_id,
            row.amount_minor,
            row.memo,
            row.tax_category,
            row.tax_rate,
            row.tax_base_minor,
            base_minor=row.base_amount_minor,
            currency=row.currency,
            vendor_id=row.vendor_id,
            customer_id=row.customer_id,
            cost_centre_id=row.cost_centre_id,
            project_id=row.project_id,
            tax_code_id=row.tax_code_id,
        )
        for row in rows
    )


class PeriodClosed(Conflict):
    """The date lies in no period that is open for what is to be posted."""

    code = "period_closed"


async def require_open(
    work: Work,
    legal_entity_id: UUID,
    on: date,
    sub_ledger: str,
    message: str = "The date lies in no open period.",
    /,
    *,
    pointer: str | None = None,
    **details: str,
) -> int:
    """Return the fiscal year of the period that a date lies in. Raises PeriodClosed where it is closed to the actor.

    `sub_ledger` is that of the entry to be posted: `ap`, `ar` or `gl`. Of periods that overlap, the one that starts
    last counts, as for the database's own guard.
    """
    values = {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id, "on": on}
    year: int | None = await work.session.value(
        _FISCAL_YEAR[sub_ledger], {**values, "actor_id": work.actor_id, "now": work.now}
    )
    if year is None:
        raise PeriodClosed(message, pointer=pointer, **details)
    return year


_FISCAL_YEAR = {
    sub_ledger: text(f"""
        SELECT CASE WHEN {open_to(sub_ledger)} THEN p.fiscal_year END FROM period p
        WHERE p.tenant_id = :tenant_id AND p.legal_entity_id = :legal_entity_id
          AND :on BETWEEN p.starts_on AND p.ends_on
        ORDER BY p.starts_on DESC LIMIT 1
    """)  # noqa: S608 - the condition is made of words of ours.
    for sub_ledger in SUB_LEDGERS
}


async def _lines_of(work: Work, entry_ids: Sequence[UUID]) -> dict[UUID, list[JournalLineRead]]:
    rows = await work.session.rows(
        _LINES.where(work.owns(journal_lines), journal_lines.c.entry_id.in_(entry_ids)).order_by(
            journal_lines.c.entry_id, journal_lines.c.line_number
        )
    )
    grouped: dict[UUID, list[JournalLineRead]] = {}
    for row in rows:
        grouped.setdefault(row.entry_id, []).append(_line(row))
    return grouped


def _line(row: Row) -> JournalLineRead:
    return JournalLineRead.model_construct(
        line_number=row.line_number,
        account_id=row.account_id,
        account_code=row.code,
        account_name=row.name,
        amount=Amount.of(row.amount_minor, row.currency),
        base_amount=Amount.of(row.base_amount_minor, row.base_currency),
        vendor_id=row.vendor_id,
        tax_category=row.tax_category,
        tax_rate=row.tax_rate,
        tax_base=amount_or_none(row.tax_base_minor, row.currency),
        cost_centre_id=row.cost_centre_id,
        project_id=row.project_id,
        memo=row.memo,
    )


def _read(row: Row, lines: dict[UUID, list[JournalLineRead]]) -> JournalEntryRead:
    return JournalEntryRead.model_construct(
        id=row.id,
        legal_entity_id=row.legal_entity_id,
        number=entry_number(row.series, row.fiscal_year, row.number),
        posting_date=row.posting_date,
        document_date=row.document_date,
        recorded_at=row.recorded_at,
        source_type=row.source_type,
        source_id=to_public(row.source_type, row.source_id),
        reversal_of=row.reversal_of,
        memo=row.memo,
        lines=tuple(lines.get(row.id, ())),
    )
