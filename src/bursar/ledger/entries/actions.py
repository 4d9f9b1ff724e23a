"""Posting: the one way into the journal.

Other packages call `post_entry` from their own actions; it takes the number, writes the entry with all its lines and
what they leave open in one statement, so that the counter row is held for as short a time as can be and the lines
arrive balanced.
"""

import functools

from sqlalchemy import TextClause, text

from bursar.core.posting import PostingLine
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, Refused
from bursar.kit.ids import to_public
from bursar.kit.wire import Amount
from bursar.ledger.entries.schemas import NewEntry, PostedEntry, entry_number
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.platform.work import Work


class AlreadyReversed(Conflict):
    """The entry has been reversed before."""

    code = "already_reversed"


class AccountNotFound(Refused):
    """A line names an account that this legal entity does not have."""

    code = "account_not_found"


refusal("uq_journal_entry_reversal_of", AlreadyReversed)
refusal("fk_journal_line_tenant_id_legal_entity_id_account_id", AccountNotFound)

# Those who wait for the counter's row alone are all woken by each commit, and whoever is quickest goes next. The
# advisory lock is a queue: one is woken, the one that came first.
_POST = """
    WITH queued AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtextextended(
        concat_ws(' ', 'numbers', CAST(:tenant_id AS uuid), CAST(:legal_entity_id AS uuid), CAST(:series AS text)), 0))
    ), numbered AS (
      INSERT INTO number_series AS s (tenant_id, legal_entity_id, series, fiscal_year, last_number)
      SELECT :tenant_id, :legal_entity_id, :series, :fiscal_year, 1 FROM queued
      ON CONFLICT (tenant_id, legal_entity_id, series, fiscal_year) DO UPDATE SET last_number = s.last_number + 1
      RETURNING last_number
    ), entry AS (
      INSERT INTO journal_entry (tenant_id, id, legal_entity_id, series, fiscal_year, number, posting_date,
                                 document_date, recorded_at, source_type, source_id, reversal_of, memo, posted_by)
      SELECT :tenant_id, :id, :legal_entity_id, :series, :fiscal_year, last_number, :posting_date,
             :document_date, :now, :source_type, :source_id, :reversal_of, :memo, :posted_by FROM numbered
      RETURNING number, concat_ws('-', series, fiscal_year,
                                  repeat('0', 6 - length(number::text)) || number::text) AS label
    ), lines AS (
      INSERT INTO journal_line (tenant_id, entry_id, line_number, legal_entity_id, account_id, vendor_id,
                                amount_minor, currency, base_amount_minor, base_currency, tax_category, tax_rate,
                                tax_base_minor, memo)
      SELECT :tenant_id, :id, l.line_number, :legal_entity_id, l.account_id, :vendor_id, l.amount, :currency, l.amount,
             :base_currency, l.tax_category, l.tax_rate, l.tax_base, l.memo
      FROM unnest(CAST(:line_numbers AS int[]), CAST(:accounts AS uuid[]), CAST(:amounts AS bigint[]),
                  CAST(:tax_categories AS text[]), CAST(:tax_rates AS numeric[]), CAST(:tax_bases AS bigint[]),
                  CAST(:memos AS text[])) AS l(line_number, account_id, amount, tax_category, tax_rate, tax_base, memo)
    ), left_open AS (
      INSERT INTO open_item (tenant_id, id, legal_entity_id, side, vendor_id, entry_id, bill_id, instalment, currency,
                             amount_minor, open_minor, base_currency, base_amount_minor, document_date, due_date,
                             posting_date, recorded_at)
      SELECT :tenant_id, i.id, :legal_entity_id, 'payable', :vendor_id, :id, :source_id, i.instalment, :currency,
             i.amount, i.amount, :base_currency, i.amount, :document_date, i.due_date, :posting_date, :now
      FROM unnest(CAST(:item_ids AS uuid[]), CAST(:instalments AS int[]), CAST(:item_amounts AS bigint[]),
                  CAST(:due_dates AS date[])) AS i(id, instalment, amount, due_date)
    ){booked}
    SELECT number FROM entry
"""


@functools.cache
def _post(booked: tuple[str, ...]) -> TextClause:
    """Return the statement that posts, with what is written down at the entry's source in the same breath."""
    return text(_POST.format(booked="".join(f", booked_{index} AS ({one})" for index, one in enumerate(booked))))


async def post_entry(work: Work, entry: NewEntry, *booked: str) -> PostedEntry:
    """Post an entry in base currency and return its number.

    All who post in a series wait for one another until COMMIT, so nothing that could be sent with the entry is sent
    after it: `booked` are the statements, constants, by which its source notes that it is posted. They may use the
    entry's parameters (`:id`, `:source_id`, `:posted_by`, `:now`, ...) and the one row of `entry` (`label`).
    The database refuses what is unbalanced, empty or dated in a closed period (DatabaseRefused with the guard's code).
    """
    assert entry.currency == entry.base_currency, "posting across currencies needs a rate"
    entry_id = work.new_id()
    lines, leaves = entry.lines, entry.leaves
    item_ids = tuple(work.new_id() for _ in leaves)
    number = await work.session.value(
        _post(booked),
        {
            "tenant_id": work.tenant_id,
            "id": entry_id,
            "legal_entity_id": entry.legal_entity_id,
            "series": entry.series,
            "fiscal_year": entry.fiscal_year,
            "posting_date": entry.posting_date,
            "document_date": entry.document_date,
            "now": work.now,
            "source_type": entry.source_type,
            "source_id": entry.source_id,
            "reversal_of": entry.reversal_of,
            "memo": entry.memo,
            "posted_by": work.actor_id,
            "vendor_id": entry.vendor_id,
            "currency": entry.currency,
            "base_currency": entry.base_currency,
            "line_numbers": list(range(1, len(lines) + 1)),
            "accounts": [line.account_id for line in lines],
            "amounts": [line.amount_minor for line in lines],
            "tax_categories": [line.tax_category for line in lines],
            "tax_rates": [line.tax_rate for line in lines],
            "tax_bases": [line.tax_base_minor for line in lines],
            "memos": [line.memo for line in lines],
            "item_ids": item_ids,
            "instalments": [one.instalment for one in leaves],
            "item_amounts": [one.amount_minor for one in leaves],
            "due_dates": [one.due_date for one in leaves],
        },
    )
    if work.effects is not None:
        work.effects.journal_lines += [_effect(line, entry.currency) for line in lines]
        work.effects.open_items += [_left_open(one, entry.currency) for one in leaves]
    return PostedEntry(entry_id, entry_number(entry.series, entry.fiscal_year, number), item_ids)


def _effect(line: PostingLine, currency: str) -> dict[str, object]:
    amount = Amount.of(line.amount_minor, currency).model_dump(mode="json")
    return {"account_id": to_public("account", line.account_id), "amount": amount, "memo": line.memo}


def _left_open(item: LeftOpen, currency: str) -> dict[str, object]:
    amount = Amount.of(item.amount_minor, currency).model_dump(mode="json")
    return {"amount": amount, "due_date": item.due_date.isoformat()}
