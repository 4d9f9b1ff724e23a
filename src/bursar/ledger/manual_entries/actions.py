"""All writes to manual entries: load, decide, record, emit."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text, update

from bursar.core import journal as rules
from bursar.core.bills import Approver
from bursar.core.digests import digest_of
from bursar.core.exchange import in_base
from bursar.core.money import CurrencyMismatch, exponent
from bursar.core.posting import PostingLine
from bursar.kit.errors import Conflict, NotFound, Refused
from bursar.kit.wire import Amount
from bursar.ledger.dimensions.queries import check_dimensions
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import require_open
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.manual_entries.events import (
    ManualEntryPosted,
    ManualEntryRejected,
    ManualEntryReversed,
    ManualEntrySubmitted,
)
from bursar.ledger.manual_entries.queries import (
    ANY_CURRENCY,
    SIDES,
    SOURCE,
    Context,
    LockedEntry,
    after,
    check_terms,
    entry_context,
    lock_manual_entry,
    new_entry,
    parts_of,
    read_manual_entry,
    source_of,
)
from bursar.ledger.manual_entries.schemas import (
    ApproveManualEntry,
    EntryContent,
    LineRow,
    ManualEntryCreate,
    ManualEntryRead,
    ManualLineInput,
    RejectManualEntry,
    ReverseJournalEntry,
    ReverseManualEntry,
)
from bursar.ledger.rates.queries import rate_at
from bursar.ledger.reversals.actions import post_reversal
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import manual_entries

SERIES: Final = "JRN"


class AccountNotUsable(Refused):
    """A line names an account that is unknown here, inactive, or kept in another currency."""

    code = "account_not_usable"


class PartyMissing(Refused):
    """A line on accounts payable names its vendor alone, one on accounts receivable its customer alone."""

    code = "party_missing"


class NothingLeftOpen(Refused):
    """A due date, terms or a reference belong to a line that leaves an open item."""

    code = "nothing_left_open"


class BaseAmounts(Refused):
    """Base amounts are named on all lines or on none, in the entity's currency, and only where it is another."""

    code = "base_amounts_unclear"


class ReverseTheDocument(Conflict):
    """This entry was posted for a document: reverse that."""

    code = "reverse_the_document"


@action("manual_entries.create", needs=Permission.JOURNAL_CREATE)
async def create_manual_entry(work: Work, command: ManualEntryCreate) -> ManualEntryRead:
    """Submit an entry for approval.

    Raises NotFound for entity and parties, AccountNotUsable, PartyMissing, NothingLeftOpen, BaseAmounts, RateMissing,
    and what `core.journal`, `core.dimensions`, `core.terms` and `core.money` refuse.
    """
    return await submit_entry(work, command, submitted_by=work.actor_id)


@action("manual_entries.approve", needs=Permission.JOURNAL_APPROVE)
async def approve_manual_entry(work: Work, command: ApproveManualEntry) -> ManualEntryRead:
    """Approve a submitted entry as the digest shows it, and post it; with it its reversal, where it has a day for that.

    Raises NotFound, PreconditionFailed, EntryNotSubmitted, OwnDocument, DigestChanged, ApprovalLimitExceeded,
    PeriodClosed, and AccountNotUsable and the like where what was usable is no more.
    """
    entry = await lock_manual_entry(work, command.manual_entry_id)
    return await post_submitted(work, entry, command.digest, command.version)


@action("manual_entries.reject", needs=Permission.JOURNAL_APPROVE)
async def reject_manual_entry(work: Work, command: RejectManualEntry) -> ManualEntryRead:
    """Turn a submitted entry down. Raises NotFound, PreconditionFailed, EntryNotSubmitted and ReasonMissing."""
    entry = await lock_manual_entry(work, command.manual_entry_id)
    decision = rules.reject(entry.facts, reason=command.reason)
    entry.require_version(command.version)
    changes = {**_changed(work, entry), "state": decision.state.value, "decision_reason": decision.reason}
    changes |= {"decided_by": work.actor_id, "decided_at": work.now}
    await _change(work, entry, changes)
    work.emit(ManualEntryRejected(entry.row.id))
    return after(entry, changes)


@action("manual_entries.reverse", needs=Permission.JOURNAL_APPROVE)
async def reverse_manual_entry(work: Work, command: ReverseManualEntry) -> ManualEntryRead:
    """Take a posted entry back by another with every amount negated, which settles what the first left open.

    Raises NotFound, PreconditionFailed, EntryNotPosted, HasAllocations, ReasonMissing, ReversedTooEarly and
    PeriodClosed.
    """
    entry = await lock_manual_entry(work, command.manual_entry_id)
    return await _reverse(work, entry, command.reason, command.posting_date, command.version)


@action("journal_entries.reverse", needs=Permission.JOURNAL_APPROVE)
async def reverse_journal_entry(work: Work, command: ReverseJournalEntry) -> ManualEntryRead:
    """Take the journal entry of a manual entry back.

    Raises NotFound, ReverseTheDocument for any other entry, and what `reverse_manual_entry` raises.
    """
    source = await source_of(work, command.entry_id)
    if source.series != SERIES or source.source_type != SOURCE:
        raise ReverseTheDocument("This entry was posted for a document; reverse that.", series=source.series)
    entry = await lock_manual_entry(work, source.source_id)
    return await _reverse(work, entry, command.reason, command.posting_date)


async def submit_entry(
    work: Work, command: ManualEntryCreate, *, submitted_by: UUID, recurring_id: UUID | None = None
) -> ManualEntryRead:
    """Write an entry down as somebody submits it. Raises what `create_manual_entry` raises."""
    rules.check_auto_reversal(command.posting_date, command.auto_reverse_on)
    context = await check_content(work, command, command.legal_entity_id, on=command.posting_date)
    document_date = command.document_date or command.posting_date
    lines = await _lines(work, command, context, document_date)
    entry: dict[str, Any] = {
        "tenant_id": work.tenant_id,
        "id": work.new_id(),
        "legal_entity_id": command.legal_entity_id,
        "posting_date": command.posting_date,
        "document_date": document_date,
        "memo": command.memo,
        "currency": command.currency,
        "auto_reverse_on": command.auto_reverse_on,
        "submitted_by": submitted_by,
        "submitted_at": work.now,
        "recurring_id": recurring_id,
        "version": 1,
        "created_at": work.now,
        "updated_at": work.now,
    }
    entry["digest"] = digest_of({"entry": {name: entry[name] for name in _DIGESTED}, "lines": lines})
    names = [f"{name}s" for name in LineRow._fields]
    await work.session.run(_INSERT, {**entry, **dict(zip(names, map(list, zip(*lines, strict=True)), strict=True))})
    work.emit(ManualEntrySubmitted(entry["id"]))
    return read_manual_entry(SimpleNamespace(**_UNDECIDED, base_currency=context.base_currency, **entry), lines)


async def post_submitted(work: Work, entry: LockedEntry, digest: str, version: int | None = None) -> ManualEntryRead:
    """Approve a locked entry as the one who acts, and post it. Raises what `approve_manual_entry` raises."""
    row = entry.row
    decision = rules.approve(entry.facts, approver=Approver(work.actor_id, work.approval_limit_minor), digest=digest)
    entry.require_version(version)
    posting = await _posting(work, entry)
    posted = await post_entry(work, posting, _APPROVED)
    changes = {**_changed(work, entry), "state": decision.state.value, "number": posted.number, "entry_id": posted.id}
    changes |= {"decided_by": work.actor_id, "decided_at": work.now}
    if row.auto_reverse_on is not None:
        changes["reversal_entry_id"] = await post_reversal(
            work, posted.id, on=row.auto_reverse_on, base_currency=row.base_currency, booked=(_REVERSED_LATER,)
        )
    work.emit(ManualEntryPosted(row.id))
    return after(entry, changes)


async def check_content(work: Work, content: EntryContent, legal_entity_id: UUID, *, on: date | None = None) -> Context:
    """Check what an entry says, on a day or on any. Raises what `create_manual_entry` raises for it."""
    exponent(content.currency)
    lines = content.lines
    amounts = [_minor(line.amount, content.currency, index, "amount") for index, line in enumerate(lines)]
    rules.check_lines(amounts)
    context = await _check_usable(work, legal_entity_id, lines, content.currency, on=on)
    named = [line.base_amount is not None for line in lines]
    if any(named) and (not all(named) or content.currency == context.base_currency):
        raise BaseAmounts("Name the base amount of all lines or of none.", pointer="/lines")
    return context


async def _check_usable(
    work: Work,
    legal_entity_id: UUID,
    lines: Sequence[ManualLineInput | LineRow],
    currency: str,
    *,
    on: date | None,
) -> Context:
    """Check that lines may be posted as the chart, the parties and the dimensions are now."""
    context = await entry_context(
        work,
        legal_entity_id,
        accounts=[line.account_id for line in lines],
        vendors=[line.vendor_id for line in lines if line.vendor_id],
        customers=[line.customer_id for line in lines if line.customer_id],
        tax_codes=[line.tax_code_id for line in lines if line.tax_code_id],
    )
    for index, line in enumerate(lines):
        _check_line(line, currency, context, f"/lines/{index}")
    await check_dimensions(work, legal_entity_id, lines, on=on)
    return context


def _check_line(line: ManualLineInput | LineRow, currency: str, context: Context, pointer: str) -> None:
    if context.currencies.get(line.account_id, "") not in {currency, ANY_CURRENCY}:
        raise AccountNotUsable("A line names an account that it cannot use.", pointer=f"{pointer}/account_id")
    for field, found, known in (
        ("tax_code_id", line.tax_code_id, context.tax_codes),
        ("vendor_id", line.vendor_id, context.vendors),
        ("customer_id", line.customer_id, context.customers),
    ):
        if found is not None and found not in known:
            raise NotFound("A line names what is not here.", pointer=f"{pointer}/{field}")
    control = context.controls[line.account_id]
    if control == "accounts_payable" and (line.vendor_id is None or line.customer_id is not None):
        raise PartyMissing("A line on accounts payable names its vendor.", pointer=f"{pointer}/vendor_id")
    if control == "accounts_receivable" and (line.customer_id is None or line.vendor_id is not None):
        raise PartyMissing("A line on accounts receivable names its customer.", pointer=f"{pointer}/customer_id")
    if control not in SIDES and (line.due_date or line.payment_terms or line.reference):
        raise NothingLeftOpen("This line leaves no open item that could be due.", pointer=pointer)
    if line.payment_terms:
        check_terms(line.payment_terms, pointer=f"{pointer}/payment_terms")


async def _lines(work: Work, command: ManualEntryCreate, context: Context, document_date: date) -> tuple[LineRow, ...]:
    """Return the lines as they are written down, each with its base amount."""
    amounts = [one.amount.minor for one in command.lines]
    if command.currency == context.base_currency:
        bases: Sequence[int] = amounts
    elif all(one.base_amount is not None for one in command.lines):
        bases = [
            _minor(one.base_amount, context.base_currency, index, "base_amount")
            for index, one in enumerate(command.lines)
            if one.base_amount is not None
        ]
        rules.check_base(amounts, bases)
    else:
        rate = await rate_at(work, command.currency, context.base_currency, command.posting_date)
        control = [account for account, name in context.controls.items() if name in SIDES]
        drafts = [PostingLine(one.account_id, amount, "") for one, amount in zip(command.lines, amounts, strict=True)]
        bases = [line.base_minor or 0 for line in in_base(drafts, rate, control=control)]
    rows = tuple(
        LineRow(
            number,
            line.account_id,
            amount,
            base,
            line.vendor_id,
            line.customer_id,
            line.due_date,
            line.payment_terms,
            line.reference,
            line.cost_centre_id,
            line.project_id,
            line.tax_code_id,
            line.memo or command.memo,
        )
        for number, (line, amount, base) in enumerate(zip(command.lines, amounts, bases, strict=True), start=1)
    )
    for index, row in enumerate(rows):
        parts_of(row, command.currency, document_date, pointer=f"/lines/{index}")
    return rows


def _minor(amount: Amount, currency: str, index: int, field: str) -> int:
    if amount.currency != currency:
        raise CurrencyMismatch(
            f"This amount is in {currency}.", pointer=f"/lines/{index}/{field}", left=amount.currency, right=currency
        )
    return amount.minor


async def _posting(work: Work, entry: LockedEntry) -> NewEntry:
    """Return the journal entry of a manual entry; each sub-ledger that it moves must be open. Raises PeriodClosed.

    Its lines are judged once more: the chart and its rules may be others than when the entry was submitted.
    """
    row = entry.row
    await _check_usable(work, row.legal_entity_id, entry.lines, row.currency, on=row.posting_date)
    on = row.posting_date
    closed = f"{on} lies in no open period."
    years = [await require_open(work, row.legal_entity_id, on, one, closed) for one in entry.sub_ledgers]
    return new_entry(entry, SERIES, years[0])


async def _reverse(
    work: Work, entry: LockedEntry, reason: str, named: date | None, version: int | None = None
) -> ManualEntryRead:
    row = entry.row
    decision = rules.reverse(entry.facts, reason=reason)
    entry.require_version(version)
    on = rules.reversal_date(row.posting_date, named=named, today=work.today(row.time_zone))
    reversal_id = await post_reversal(work, row.entry_id, on=on, base_currency=row.base_currency)
    changes = {**_changed(work, entry), "state": decision.state.value, "decision_reason": decision.reason}
    changes["reversal_entry_id"] = reversal_id
    await _change(work, entry, changes)
    work.emit(ManualEntryReversed(row.id))
    return after(entry, changes)


def _changed(work: Work, entry: LockedEntry) -> dict[str, Any]:
    return {"version": entry.row.version + 1, "updated_at": work.now}


async def _change(work: Work, entry: LockedEntry, changes: dict[str, Any]) -> None:
    changed = update(manual_entries).where(work.owns(manual_entries), manual_entries.c.id == entry.row.id)
    await work.session.run(changed.values(**changes))


# What an approver vouches for, beside the lines.
_DIGESTED = ("legal_entity_id", "posting_date", "document_date", "memo", "currency", "auto_reverse_on")
_UNDECIDED: dict[str, Any] = {
    "state": "submitted",
    **dict.fromkeys(("number", "decided_by", "decided_at", "decision_reason", "entry_id", "reversal_entry_id")),
}
_INSERT = text("""
    WITH submitted AS (
      INSERT INTO manual_entry (tenant_id, id, legal_entity_id, posting_date, document_date, memo, currency,
        auto_reverse_on, digest, submitted_by, submitted_at, recurring_id, version, created_at, updated_at)
      VALUES (:tenant_id, :id, :legal_entity_id, :posting_date, :document_date, :memo, :currency, :auto_reverse_on,
        :digest, :submitted_by, :submitted_at, :recurring_id, :version, :created_at, :updated_at)
    )
    INSERT INTO manual_entry_line (tenant_id, manual_entry_id, legal_entity_id, line_number, account_id, amount_minor,
      base_minor, vendor_id, customer_id, due_date, payment_terms, reference, cost_centre_id, project_id, tax_code_id,
      memo)
    SELECT :tenant_id, :id, :legal_entity_id, * FROM unnest(
      CAST(:line_numbers AS int[]), CAST(:account_ids AS uuid[]), CAST(:amount_minors AS bigint[]),
      CAST(:base_minors AS bigint[]), CAST(:vendor_ids AS uuid[]), CAST(:customer_ids AS uuid[]),
      CAST(:due_dates AS date[]), CAST(:payment_termss AS text[]), CAST(:references AS text[]),
      CAST(:cost_centre_ids AS uuid[]), CAST(:project_ids AS uuid[]), CAST(:tax_code_ids AS uuid[]),
      CAST(:memos AS text[]))
""")
_APPROVED = """
      UPDATE manual_entry SET state = 'posted', number = entry.label, entry_id = :id, decided_by = :posted_by,
             decided_at = :now, version = version + 1, updated_at = :now
      FROM entry WHERE tenant_id = :tenant_id AND manual_entry.id = :source_id
"""
_REVERSED_LATER = """
      UPDATE manual_entry SET reversal_entry_id = :id
      WHERE tenant_id = :tenant_id AND id = :source_id AND EXISTS (SELECT 1 FROM entry)
"""
