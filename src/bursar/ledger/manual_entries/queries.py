"""What is read about manual entries."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any, Final, Literal, NamedTuple
from uuid import UUID

from sqlalchemy import select, text

from bursar.core.bills import instalments
from bursar.core.exchange import divided
from bursar.core.journal import EntryFacts, EntryState, available_actions
from bursar.core.money import Money
from bursar.core.posting import PostingLine
from bursar.core.terms import DateOutOfRange, InvalidTerms, PaymentTerms, due_dates
from bursar.core.terms import parse as parse_terms
from bursar.kit.errors import NotFound, PreconditionFailed
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.manual_entries.schemas import (
    LineRow,
    ManualEntryFilter,
    ManualEntryRead,
    ManualEntrySummary,
    ManualLineRead,
)
from bursar.ledger.open_items.schemas import SUB_LEDGER_OF, LeftOpen, Side
from bursar.platform.work import Work
from bursar.tables import journal_entries, legal_entities, manual_entries, manual_entry_lines

SubLedger = Literal["ap", "ar", "gl"]
SOURCE: Final = "manual"
# The accounts that only their parties' items move, by the side of these items and by the sub-ledger.
SIDES: Final[Mapping[str, Side]] = {"accounts_payable": "payable", "accounts_receivable": "receivable"}
ANY_CURRENCY: Final = "*"

# What a new entry is checked against, in one statement: its entity, and which of the ids it names are known there.
_CONTEXT = text("""
    SELECT e.base_currency, e.time_zone,
           (SELECT jsonb_object_agg(a.id, coalesce(a.control, '')) FROM ledger_account a
            WHERE a.tenant_id = :tenant_id AND a.legal_entity_id = e.id AND a.id = ANY(:accounts) AND a.active
           ) AS controls,
           (SELECT jsonb_object_agg(a.id, coalesce(a.currency, '*')) FROM ledger_account a
            WHERE a.tenant_id = :tenant_id AND a.legal_entity_id = e.id AND a.id = ANY(:accounts) AND a.active
           ) AS currencies,
           (SELECT array_agg(t.id) FROM tax_code t
            WHERE t.tenant_id = :tenant_id AND t.legal_entity_id = e.id AND t.id = ANY(:tax_codes) AND t.active
           ) AS tax_codes,
           (SELECT array_agg(v.id) FROM vendor v WHERE v.tenant_id = :tenant_id AND v.id = ANY(:vendors)) AS vendors,
           (SELECT array_agg(c.id) FROM customer c WHERE c.tenant_id = :tenant_id AND c.id = ANY(:customers)
           ) AS customers
    FROM legal_entity e WHERE e.tenant_id = :tenant_id AND e.id = :legal_entity_id
""")

# An entry with all that a decision and its posting need, its row locked: one statement.
_LOCK = text("""
    SELECT m.*, e.base_currency, e.time_zone,
           (SELECT bool_or(i.open_minor <> i.amount_minor) FROM open_item i
            WHERE i.tenant_id = m.tenant_id AND i.entry_id = m.entry_id) AS has_allocations,
           (SELECT jsonb_object_agg(a.id, a.control) FROM ledger_account a
            WHERE a.tenant_id = m.tenant_id AND a.legal_entity_id = m.legal_entity_id
              AND a.control IN ('accounts_payable', 'accounts_receivable')) AS controls
    FROM manual_entry m JOIN legal_entity e ON e.tenant_id = m.tenant_id AND e.id = m.legal_entity_id
    WHERE m.tenant_id = :tenant_id AND m.id = :manual_entry_id
    FOR UPDATE OF m
""")


class Context(NamedTuple):
    """What a new entry is checked against: usable accounts with control and currency, and which ids are known."""

    base_currency: str
    time_zone: str
    controls: Mapping[UUID, str]
    currencies: Mapping[UUID, str]
    tax_codes: frozenset[UUID]
    vendors: frozenset[UUID]
    customers: frozenset[UUID]


class LockedEntry(NamedTuple):
    """A manual entry whose row is locked, with its lines."""

    row: Row
    lines: tuple[LineRow, ...]

    @property
    def facts(self) -> EntryFacts:
        """What a decision about the entry depends on."""
        row = self.row
        return EntryFacts(
            EntryState(row.state),
            row.digest,
            row.submitted_by,
            debits_base_minor=debits_base(self.lines),
            posting_date=row.posting_date,
            is_taken_back=row.reversal_entry_id is not None,
            has_allocations=bool(row.has_allocations),
        )

    @property
    def sides(self) -> dict[UUID, Side]:
        """The accounts of the entity that only its parties' items move, by id, with the side of these items."""
        return {UUID(account): SIDES[control] for account, control in (self.row.controls or {}).items()}

    @property
    def sub_ledgers(self) -> list[SubLedger]:
        """The sub-ledgers that the entry moves, else the general ledger alone."""
        sides = self.sides
        moved = {SUB_LEDGER_OF[sides[line.account_id]] for line in self.lines if line.account_id in sides}
        return sorted(moved) or ["gl"]

    def require_version(self, version: int | None) -> None:
        """Raise PreconditionFailed unless `version` is the current one; None stands for whichever it is.

        Asked after the rules: who comes second is told what has become of the entry, not that its number moved.
        """
        if version is not None and self.row.version != version:
            raise PreconditionFailed("The entry has changed since you read it.", version=str(self.row.version))


async def entry_context(
    work: Work,
    legal_entity_id: UUID,
    *,
    accounts: Sequence[UUID],
    vendors: Sequence[UUID],
    customers: Sequence[UUID],
    tax_codes: Sequence[UUID],
) -> Context:
    """Return what a new entry is checked against. Raises NotFound for the entity."""
    row = await work.session.row(
        _CONTEXT,
        {
            "tenant_id": work.tenant_id,
            "legal_entity_id": legal_entity_id,
            "accounts": list(accounts),
            "vendors": list(vendors),
            "customers": list(customers),
            "tax_codes": list(tax_codes),
        },
    )
    if row is None:
        raise NotFound("No such legal entity.", pointer="/legal_entity_id")
    return Context(
        row.base_currency,
        row.time_zone,
        {UUID(account): control for account, control in (row.controls or {}).items()},
        {UUID(account): currency for account, currency in (row.currencies or {}).items()},
        *(frozenset(known or ()) for known in (row.tax_codes, row.vendors, row.customers)),
    )


async def lock_manual_entry(work: Work, manual_entry_id: UUID) -> LockedEntry:
    """Lock a manual entry and return it with its lines and whether anything was settled. Raises NotFound."""
    row = await work.session.row(_LOCK, {"tenant_id": work.tenant_id, "manual_entry_id": manual_entry_id})
    if row is None:
        raise NotFound("No such manual entry.")
    return LockedEntry(row, await _lines(work, manual_entry_id))


async def get_manual_entry(work: Work, manual_entry_id: UUID) -> ManualEntryRead:
    """Return a manual entry with its lines. Raises NotFound."""
    query = (
        select(manual_entries, legal_entities.c.base_currency)
        .join(
            legal_entities,
            (legal_entities.c.tenant_id == manual_entries.c.tenant_id)
            & (legal_entities.c.id == manual_entries.c.legal_entity_id),
        )
        .where(work.owns(manual_entries), manual_entries.c.id == manual_entry_id)
    )
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such manual entry.")
    return read_manual_entry(row, await _lines(work, manual_entry_id))


async def list_manual_entries(work: Work, page: ManualEntryFilter) -> Page[ManualEntrySummary]:
    """Return manual entries without their lines, newest first."""
    columns = manual_entries.c
    query = select(manual_entries).where(work.owns(manual_entries)).order_by(columns.id.desc()).limit(page.fetch)
    if page.state:
        query = query.where(columns.state == page.state)
    if page.legal_entity_id:
        query = query.where(columns.legal_entity_id == page.legal_entity_id)
    if page.recurring_id:
        query = query.where(columns.recurring_id == page.recurring_id)
    if after_key := page.after(1):
        query = query.where(columns.id < row_id(after_key[0]))
    rows = await work.session.rows(query)
    return page.page(rows, lambda row: ManualEntrySummary.model_construct(**_summary(row)), lambda row: [str(row.id)])


async def source_of(work: Work, entry_id: UUID) -> Row:
    """Return series and source of a journal entry. Raises NotFound."""
    columns = journal_entries.c
    query = select(columns.series, columns.source_type, columns.source_id, columns.reversal_of)
    row = await work.session.row(query.where(work.owns(journal_entries), columns.id == entry_id))
    if row is None:
        raise NotFound("No such journal entry.")
    return row


def debits_base(lines: Sequence[LineRow]) -> int:
    """Return the sum of an entry's debits in minor units of base currency."""
    return sum(line.base_minor for line in lines if line.base_minor > 0)


def new_entry(entry: LockedEntry, series: str, fiscal_year: int) -> NewEntry:
    """Return the journal entry of a manual entry, with what its party lines leave open."""
    row = entry.row
    return NewEntry(
        legal_entity_id=row.legal_entity_id,
        sub_ledger=entry.sub_ledgers[0],
        series=series,
        fiscal_year=fiscal_year,
        posting_date=row.posting_date,
        document_date=row.document_date,
        source_type=SOURCE,
        source_id=row.id,
        memo=row.memo,
        currency=row.currency,
        base_currency=row.base_currency,
        vendor_id=None,
        lines=tuple(
            PostingLine(
                line.account_id,
                line.amount_minor,
                line.memo,
                base_minor=line.base_minor,
                vendor_id=line.vendor_id,
                customer_id=line.customer_id,
                cost_centre_id=line.cost_centre_id,
                project_id=line.project_id,
                tax_code_id=line.tax_code_id,
            )
            for line in entry.lines
        ),
        leaves=_leaves(entry),
    )


def check_terms(terms: str, *, pointer: str) -> PaymentTerms:
    """Return payment terms as they are read. Raises InvalidTerms."""
    try:
        return parse_terms(terms)
    except InvalidTerms as error:
        raise InvalidTerms(error.message, pointer=pointer, **error.details) from error


def parts_of(line: LineRow, currency: str, document_date: date, *, pointer: str = "") -> tuple[tuple[date, int], ...]:
    """Return when each part of a line is due; all on one day where it has no terms.

    Raises InvalidTerms and DateOutOfRange.
    """
    if not line.payment_terms:
        return ((line.due_date or document_date, line.amount_minor),)
    amount = Money.from_minor(abs(line.amount_minor), currency)
    terms = check_terms(line.payment_terms, pointer=f"{pointer}/payment_terms")
    try:
        by_terms = due_dates(terms, document_date, amount)
    except DateOutOfRange as error:
        raise DateOutOfRange(error.message, pointer=f"{pointer}/payment_terms", **error.details) from error
    due_date = line.due_date or max(part.due_date for part in by_terms)
    parts = instalments(line.payment_terms, document_date, due_date, amount)
    sign = 1 if line.amount_minor > 0 else -1
    return tuple((due, sign * part.minor) for due, part in parts if part)


def _leaves(entry: LockedEntry) -> tuple[LeftOpen, ...]:
    """Return the open items of the party lines: above zero what we owe on one side, what we are owed on the other."""
    sides, leaves = entry.sides, list[LeftOpen]()
    for line in entry.lines:
        if line.account_id not in sides:
            continue
        side = sides[line.account_id]
        sign = -1 if side == "payable" else 1
        parts = parts_of(line, entry.row.currency, entry.row.document_date)
        bases = divided(line.base_minor, [amount for _, amount in parts])
        for (due, amount), base in zip(parts, bases, strict=True):
            leaves.append(
                LeftOpen(
                    len(leaves) + 1,
                    sign * amount,
                    due,
                    sign * base,
                    side=side,
                    vendor_id=line.vendor_id,
                    customer_id=line.customer_id,
                    reference=line.reference,
                )
            )
    return tuple(leaves)


def after(entry: LockedEntry, changes: Mapping[str, Any]) -> ManualEntryRead:
    """Return a locked entry as it is after changes, without reading it again."""
    return read_manual_entry(SimpleNamespace(**{**entry.row.as_dict(), **changes}), entry.lines)


def read_manual_entry(row: Any, lines: Sequence[LineRow]) -> ManualEntryRead:
    """Return a manual entry as it is put on the wire; `row` has its columns and `base_currency` as attributes."""
    return ManualEntryRead.model_construct(
        **_summary(row),
        digest=row.digest,
        lines=tuple(
            ManualLineRead.model_construct(
                **{name: value for name, value in line._asdict().items() if not name.endswith("_minor")},
                amount=Amount.of(line.amount_minor, row.currency),
                base_amount=Amount.of(line.base_minor, row.base_currency),
            )
            for line in lines
        ),
    )


async def _lines(work: Work, manual_entry_id: UUID) -> tuple[LineRow, ...]:
    columns = manual_entry_lines.c
    query = (
        select(*(columns[name] for name in LineRow._fields))
        .where(work.owns(manual_entry_lines), columns.manual_entry_id == manual_entry_id)
        .order_by(columns.line_number)
    )
    return tuple(LineRow(*row) for row in await work.session.rows(query))


_COLUMNS = tuple(name for name in ManualEntrySummary.__pydantic_fields__ if name not in {"state", "available_actions"})


def _summary(row: Any) -> dict[str, Any]:
    state = EntryState(row.state)
    return {
        **{name: getattr(row, name) for name in _COLUMNS},
        "state": state,
        "available_actions": available_actions(state, is_taken_back=row.reversal_entry_id is not None),
    }
