"""All writes of revaluations."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, update

from bursar.core.exchange import Rate, unrealised
from bursar.core.posting import PostingLine, reversal
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, NotFound, Refused
from bursar.kit.statements import Row
from bursar.ledger.accounts.queries import control_accounts, get_entity
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import posting_lines, require_open
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.rates.queries import rate_at
from bursar.ledger.revaluations.events import RevaluationPosted, RevaluationReversed
from bursar.ledger.revaluations.queries import get_revaluation, open_in_foreign_currency
from bursar.ledger.revaluations.schemas import RevaluationRead, ReverseRevaluation, RunRevaluation
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import revaluation_lines, revaluations

SERIES: Final = "FXR"


class RevaluationExists(Conflict):
    """A revaluation of this legal entity and day stands already; reverse it to run another."""

    code = "revaluation_exists"


class RevaluationUndone(Conflict):
    """The revaluation has been reversed before."""

    code = "revaluation_reversed"


class AsOfInFuture(Refused):
    """What will be open on a day to come is not known."""

    code = "as_of_in_future"


refusal("uq_revaluation_stands", RevaluationExists)


@action("revaluations.run", needs=Permission.REVALUATIONS_RUN)
async def run_revaluation(work: Work, command: RunRevaluation) -> RevaluationRead:
    """Revalue what was open in foreign currency at a day as it is known now, and take that back on the next day.

    Raises NotFound, AsOfInFuture, RevaluationExists, PeriodClosed, RateMissing and ControlAccountMissing.
    """
    entity = await get_entity(work, command.legal_entity_id)
    if command.as_of > work.today(entity.time_zone):
        raise AsOfInFuture("A revaluation is of today or of a day before.", pointer="/as_of")
    await _refuse_second(work, command)
    years = await _open_years(work, entity.id, command.as_of)
    found = await open_in_foreign_currency(work, entity.id, entity.base_currency, command.as_of)
    rates = {
        currency: await rate_at(work, currency, entity.base_currency, command.as_of, command.rate_type)
        for currency in sorted({row.currency for row in found})
    }
    revaluation_id = work.new_id()
    lines = [_line(work, revaluation_id, number, row, rates[row.currency]) for number, row in enumerate(found, 1)]
    effects = _effects(lines)
    posted: tuple[UUID | None, UUID | None] = (None, None)
    if effects:
        controls = await control_accounts(work, entity.id, "exchange_revaluation", "unrealised_exchange")
        posting = tuple(_posting(effects, controls))
        making = _Making(work, entity, revaluation_id, command.as_of, years)
        entry_id = await making.post(posting, 0, f"Revaluation at {command.as_of}")
        reversal_id = await making.post(
            reversal(posting), 1, f"Revaluation at {command.as_of}, taken back", reversal_of=entry_id
        )
        posted = entry_id, reversal_id
    await _record(work, revaluation_id, command, entity.base_currency, posted)
    await work.session.add(revaluation_lines, lines)
    work.emit(RevaluationPosted(revaluation_id))
    return await get_revaluation(work, revaluation_id)


@action("revaluations.reverse", needs=Permission.REVALUATIONS_RUN)
async def reverse_revaluation(work: Work, command: ReverseRevaluation) -> RevaluationRead:
    """Take a wrong revaluation back, on its own day and on the next. Raises NotFound, RevaluationUndone, PeriodClosed.

    Both of its entries are undone where they lie, so that neither day keeps anything of it.
    """
    mine = (work.owns(revaluations), revaluations.c.id == command.revaluation_id)
    row = await work.session.row(select(revaluations).where(*mine).with_for_update())
    if row is None:
        raise NotFound("No such revaluation.")
    if row.state != "posted":
        raise RevaluationUndone("The revaluation has been reversed before.")
    undoing: dict[str, UUID] = {}
    if row.entry_id is not None:
        entity = await get_entity(work, row.legal_entity_id)
        years = await _open_years(work, entity.id, row.as_of)
        making = _Making(work, entity, row.id, row.as_of, years)
        posting = await posting_lines(work, row.entry_id)
        # The entry has its one reversal already, on the next day; what undoes it on its own day says so in words.
        undoing["undo_entry_id"] = await making.post(reversal(posting), 0, f"Revaluation at {row.as_of}, undone")
        undoing["undo_reversal_entry_id"] = await making.post(
            posting, 1, f"Revaluation at {row.as_of}, taking back undone", reversal_of=row.reversal_entry_id
        )
    changes = {
        "state": "reversed",
        "undone_by": work.actor_id,
        "undone_at": work.now,
        "undo_reason": command.reason,
        **undoing,
    }
    await work.session.run(update(revaluations).where(*mine).values(**changes))
    work.emit(RevaluationReversed(row.id))
    return await get_revaluation(work, row.id)


async def _refuse_second(work: Work, command: RunRevaluation) -> None:
    """Say early what the database would say late: two at once meet at its unique index."""
    standing = select(revaluations.c.id).where(
        work.owns(revaluations),
        revaluations.c.legal_entity_id == command.legal_entity_id,
        revaluations.c.as_of == command.as_of,
        revaluations.c.state == "posted",
    )
    if await work.session.value(standing) is not None:
        raise RevaluationExists(f"A revaluation at {command.as_of} stands; reverse it to run another.")


async def _open_years(work: Work, legal_entity_id: UUID, as_of: date) -> tuple[int, int]:
    """Return the fiscal years of a day and of the next. Raises PeriodClosed."""
    years = [
        await require_open(
            work, legal_entity_id, on, "gl", f"{on} lies in no open period.", pointer="/as_of", on=on.isoformat()
        )
        for on in (as_of, as_of + timedelta(days=1))
    ]
    return years[0], years[1]


def _line(work: Work, revaluation_id: UUID, number: int, row: Row, rate: Rate) -> dict[str, Any]:
    difference = unrealised(row.open_minor, row.base_open_minor, rate)
    return {
        "tenant_id": work.tenant_id,
        "revaluation_id": revaluation_id,
        "line_number": number,
        "open_item_id": row.open_item_id,
        "account_id": row.account_id,
        "side": row.side,
        "currency": row.currency,
        "open_minor": row.open_minor,
        "base_currency": rate.to_currency,
        "base_open_minor": row.base_open_minor,
        "rate": rate.value,
        "target_base_minor": row.base_open_minor + difference,
        "difference_minor": difference,
    }


def _effects(lines: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], int]:
    """Return what is to be debited beside the balance sheet's own accounts, by side and currency, where anything is."""
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for line in lines:
        # What we owe is a credit: worth more, it is more of one.
        sums[line["side"], line["currency"]] += (
            -line["difference_minor"] if line["side"] == "payable" else line["difference_minor"]
        )
    return {key: effect for key, effect in sums.items() if effect}


_NAMES: Final = {"payable": "Payables", "receivable": "Receivables", "account": "Accounts"}


def _posting(effects: Mapping[tuple[str, str], int], controls: Mapping[str, UUID]) -> Iterator[PostingLine]:
    for (side, currency), effect in effects.items():
        memo = f"{_NAMES[side]} in {currency}"
        yield PostingLine(controls["exchange_revaluation"], effect, memo)
        yield PostingLine(controls["unrealised_exchange"], -effect, memo)


@dataclass(frozen=True, slots=True)
class _Making:
    """What the entries of one revaluation have in common."""

    work: Work
    entity: Row
    revaluation_id: UUID
    as_of: date
    years: tuple[int, int]

    async def post(
        self, lines: tuple[PostingLine, ...], later: int, memo: str, *, reversal_of: UUID | None = None
    ) -> UUID:
        """Post an entry in base currency on the day of the revaluation, or so many days later."""
        on = self.as_of + timedelta(days=later)
        entry = NewEntry(
            legal_entity_id=self.entity.id,
            sub_ledger="gl",
            series=SERIES,
            fiscal_year=self.years[later],
            posting_date=on,
            document_date=on,
            source_type="revaluation",
            source_id=self.revaluation_id,
            memo=memo,
            currency=self.entity.base_currency,
            base_currency=self.entity.base_currency,
            vendor_id=None,
            lines=lines,
            reversal_of=reversal_of,
        )
        return (await post_entry(self.work, entry)).id


async def _record(
    work: Work,
    revaluation_id: UUID,
    command: RunRevaluation,
    base_currency: str,
    posted: tuple[UUID | None, UUID | None],
) -> None:
    row = {
        "tenant_id": work.tenant_id,
        "id": revaluation_id,
        "legal_entity_id": command.legal_entity_id,
        "as_of": command.as_of,
        "reversed_on": command.as_of + timedelta(days=1),
        "rate_type": command.rate_type,
        "base_currency": base_currency,
        "entry_id": posted[0],
        "reversal_entry_id": posted[1],
        "created_by": work.actor_id,
        "recorded_at": work.now,
    }
    await work.session.add(revaluations, [row])
