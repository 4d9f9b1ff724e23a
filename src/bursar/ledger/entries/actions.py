"""Posting: the one way into the journal.

Other packages call `post_entry` from their own actions; it takes the number, writes the entry with all its lines and
what they leave open in one statement, so that the counter row is held for as short a time as can be and the lines
arrive balanced.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

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
                                 document_date, recorded_at, source_type, source_id, reversal_of, memo, posted_by,
                                 sub_ledger)
      SELECT :tenant_id, :id, :legal_entity_id, :series, :fiscal_year, last_number, :posting_date,
             :document_date, :now, :source_type, :source_id, :reversal_of, :memo, :posted_by, :sub_ledger FROM numbered
      RETURNING number, concat_ws('-', series, fiscal_year,
                                  repeat('0', 6 - length(number::text)) || number::text) AS label
    ), lines AS (
      INSERT INTO journal_line (tenant_id, entry_id, line_number, legal_entity_id, account_id, vendor_id, customer_id,
                                amount_minor, currency, base_amount_minor, base_currency, tax_category, tax_rate,
                                tax_base_minor, memo, cost_centre_id, project_id, tax_code_id)
      SELECT :tenant_id, :id, l.line_number, :legal_entity_id, l.account_id, l.vendor_id, l.customer_id, l.amount,
             l.currency, l.base, :base_currency, l.tax_category, l.tax_rate, l.tax_base, l.memo, l.cost_centre_id,
             l.project_id, l.tax_code_id
      FROM unnest(CAST(:line_numbers AS int[]), CAST(:accounts AS uuid[]), CAST(:line_vendors AS uuid[]),
                  CAST(:line_customers AS uuid[]), CAST(:amounts AS bigint[]), CAST(:line_currencies AS text[]),
                  CAST(:bases AS bigint[]), CAST(:tax_categories AS text[]), CAST(:tax_rates AS numeric[]),
                  CAST(:tax_bases AS bigint[]), CAST(:memos AS text[]), CAST(:cost_centres AS uuid[]),
                  CAST(:projects AS uuid[]), CAST(:line_tax_codes AS uuid[]))
        AS l(line_number, account_id, vendor_id, customer_id, amount, currency, base, tax_category, tax_rate, tax_base,
             memo, cost_centre_id, project_id, tax_code_id)
    ), left_open AS (
      INSERT INTO open_item (tenant_id, id, legal_entity_id, side, vendor_id, customer_id, entry_id, bill_id,
                             instalment, kind, reference, currency, amount_minor, open_minor, base_currency,
                             base_amount_minor, base_open_minor, document_date, due_date, posting_date, recorded_at)
      SELECT :tenant_id, i.id, :legal_entity_id, i.side, i.vendor_id, i.customer_id, :id, :bill_id, i.instalment,
             i.kind, i.reference, i.currency, i.amount, i.amount, :base_currency, i.base, i.base, i.document_date,
             i.due_date, :posting_date, :now
      FROM unnest(CAST(:item_ids AS uuid[]), CAST(:item_sides AS text[]), CAST(:item_vendors AS uuid[]),
                  CAST(:item_customers AS uuid[]), CAST(:instalments AS int[]), CAST(:item_kinds AS text[]),
                  CAST(:item_references AS text[]), CAST(:item_currencies AS text[]), CAST(:item_amounts AS bigint[]),
                  CAST(:item_bases AS bigint[]), CAST(:item_dates AS date[]), CAST(:due_dates AS date[]))
        AS i(id, side, vendor_id, customer_id, instalment, kind, reference, currency, amount, base, document_date,
             due_date)
    ){booked}
    SELECT number FROM entry
"""


@functools.cache
def _post(booked: tuple[str, ...]) -> TextClause:
    """Return the statement that posts, with what is written down at the entry's source in the same breath."""
    return text(_POST.format(booked="".join(f", booked_{index} AS ({one})" for index, one in enumerate(booked))))


async def post_entry(work: Work, entry: NewEntry, *booked: str, values: Mapping[str, Any] | None = None) -> PostedEntry:
    """Post an entry and return its number.

    All who post in a series wait for one another until COMMIT, so nothing that could be sent with the entry is sent
    after it: `booked` are the statements, constants, by which its source notes that it is posted. They may use the
    entry's parameters (`:id`, `:source_id`, `:posted_by`, `:now`, ...), the one row of `entry` (`label`), and `values`.
    The database refuses what is unbalanced, empty or dated in a closed period (DatabaseRefused with the guard's code).
    """
    entry_id = work.new_id()
    item_ids = tuple(one.id or work.new_id() for one in entry.leaves)
    number = await work.session.value(
        _post(booked),
        {
            "tenant_id": work.tenant_id,
            "id": entry_id,
            "legal_entity_id": entry.legal_entity_id,
            "sub_ledger": entry.sub_ledger,
            "series": entry.series,
            "fiscal_year": entry.fiscal_year,
            "posting_date": entry.posting_date,
            "document_date": entry.document_date,
            "now": work.now,
            "source_type": entry.source_type,
            "source_id": entry.source_id,
            "bill_id": entry.source_id if entry.source_type == "bill" else None,
            "reversal_of": entry.reversal_of,
            "memo": entry.memo,
            "posted_by": work.actor_id,
            "base_currency": entry.base_currency,
            **_line_columns(entry),
            **_item_columns(entry, item_ids),
            **(values or {}),
        },
    )
    if work.effects is not None:
        work.effects.journal_lines += [_effect(line, entry) for line in entry.lines]
        work.effects.open_items += [_left_open(one, entry) for one in entry.leaves]
    return PostedEntry(entry_id, entry_number(entry.series, entry.fiscal_year, number), item_ids)


def _line_columns(entry: NewEntry) -> dict[str, list[Any]]:
    lines = entry.lines
    return {
        "line_numbers": list(range(1, len(lines) + 1)),
        "accounts": [line.account_id for line in lines],
        "line_vendors": [line.vendor_id or entry.vendor_id for line in lines],
        "line_customers": [line.customer_id or entry.customer_id for line in lines],
        "amounts": [line.amount_minor for line in lines],
        "line_currencies": [line.currency or entry.currency for line in lines],
        "bases": [_base(line.base_minor, line.amount_minor, line.currency or entry.currency, entry) for line in lines],
        "tax_categories": [line.tax_category for line in lines],
        "tax_rates": [line.tax_rate for line in lines],
        "tax_bases": [line.tax_base_minor for line in lines],
        "memos": [line.memo for line in lines],
        "cost_centres": [line.cost_centre_id for line in lines],
        "projects": [line.project_id for line in lines],
        "line_tax_codes": [line.tax_code_id for line in lines],
    }


def _item_columns(entry: NewEntry, item_ids: Sequence[UUID]) -> dict[str, Sequence[Any]]:
    leaves = entry.leaves
    currencies = [one.currency or entry.currency for one in leaves]
    return {
        "item_ids": item_ids,
        "item_sides": [one.side for one in leaves],
        "item_vendors": [one.vendor_id or entry.vendor_id for one in leaves],
        "item_customers": [one.customer_id or entry.customer_id for one in leaves],
        "instalments": [one.instalment for one in leaves],
        "item_kinds": [one.kind for one in leaves],
        "item_references": [one.reference for one in leaves],
        "item_currencies": currencies,
        "item_amounts": [one.amount_minor for one in leaves],
        "item_bases": [
            _base(one.base_minor, one.amount_minor, currency, entry)
            for one, currency in zip(leaves, currencies, strict=True)
        ],
        "item_dates": [one.document_date or entry.document_date for one in leaves],
        "due_dates": [one.due_date for one in leaves],
    }


def _base(base_minor: int | None, amount_minor: int, currency: str, entry: NewEntry) -> int:
    if base_minor is None:
        assert currency == entry.base_currency, "an amount in a foreign currency says what it is in base"
        return amount_minor
    return base_minor


def _effect(line: PostingLine, entry: NewEntry) -> dict[str, object]:
    currency = line.currency or entry.currency
    amount = Amount.of(line.amount_minor, currency).model_dump(mode="json")
    account_id = to_public("account", line.account_id)
    effect: dict[str, object] = {"account_id": account_id, "amount": amount, "memo": line.memo}
    for name in ("cost_centre_id", "project_id"):
        if (value_id := getattr(line, name)) is not None:
            effect[name] = to_public("dimension", value_id)
    if currency != entry.base_currency:
        base = _base(line.base_minor, line.amount_minor, currency, entry)
        effect["base_amount"] = Amount.of(base, entry.base_currency).model_dump(mode="json")
    return effect


def _left_open(item: LeftOpen, entry: NewEntry) -> dict[str, object]:
    amount = Amount.of(item.amount_minor, item.currency or entry.currency).model_dump(mode="json")
    return {"amount": amount, "due_date": item.due_date.isoformat()}
