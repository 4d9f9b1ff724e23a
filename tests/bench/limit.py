"""The bare limit: the same requests on FastAPI and asyncpg, with the SQL that they cannot do without and nothing else.

The same server, the same tables under the same role and row-level security; the statements are as few as they can be
and prepared. There is no permission, no key, no audit, no outbox, no check of the input beyond its types, and no word
of an answer that the next request does not need.
"""

import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

from bursar.cli.serving import settle_garbage
from bursar.kit.settings import load
from bursar.tables.db_roles import APP
from tests.ground import urls_from_environment

POOL = 16


class Line(BaseModel):
    """A line with its account's id as a plain UUID."""

    description: str
    quantity: Decimal
    unit_price: Decimal
    tax_rate: Decimal
    account_id: UUID


class NewBill(BaseModel):
    """A bill."""

    tenant_id: UUID
    legal_entity_id: UUID
    vendor_id: UUID
    submitted_by: UUID
    vendor_reference: str
    document_date: date
    due_date: date
    currency: str
    lines: list[Line]


class Decision(BaseModel):
    """What an approval names."""

    digest: str
    tenant_id: UUID
    decided_by: UUID
    payable_account: UUID
    tax_account: UUID


class NewPayment(BaseModel):
    """A payment of a part of one open item."""

    tenant_id: UUID
    legal_entity_id: UUID
    vendor_id: UUID
    bank_account_id: UUID
    payable_account: UUID
    open_item_id: UUID
    amount_minor: int
    currency: str
    paid_on: date
    reference: str
    recorded_by: UUID


class Made(BaseModel):
    """What the next request needs."""

    id: UUID
    digest: str
    version: int


class Summary(BaseModel):
    """A row of the list."""

    id: UUID
    legal_entity_id: UUID
    vendor_id: UUID
    document_id: UUID | None
    kind: str
    number: str | None
    vendor_reference: str
    document_date: date
    due_date: date
    currency: str
    net_minor: int
    tax_minor: int
    gross_minor: int
    payable_minor: int
    document_status: str
    approval_status: str
    payment_status: str
    posting_date: date | None
    digest: str
    submitted_by: UUID
    version: int
    created_at: datetime
    updated_at: datetime


_TENANT = "SELECT set_config('app.tenant_id', $1, true)"
_BILL = """
    WITH made AS (
      INSERT INTO bill (tenant_id, id, legal_entity_id, vendor_id, kind, vendor_reference, vendor_reference_key,
        document_date, document_year, due_date, currency, net_minor, tax_minor, gross_minor, prepaid_minor,
        rounding_minor, payable_minor, document_status, approval_status, payment_status, digest, submitted_by,
        submitted_at, created_at, updated_at)
      VALUES ($1, $2, $3, $4, 'bill', $5, $5, $6, $7, $8, $9, $10, $11, $12, 0, 0, $12, 'submitted', 'pending',
        'unpaid', $13, $14, $15, $15, $15)
    )
    INSERT INTO bill_line (tenant_id, bill_id, legal_entity_id, line_number, description, quantity, unit_price,
                           net_minor, tax_category, tax_rate, account_id)
    SELECT $1, $2, $3, l.number, l.description, l.quantity, l.price, l.net, 'S', l.rate, l.account
    FROM unnest($16::int[], $17::text[], $18::numeric[], $19::numeric[], $20::bigint[], $21::numeric[], $22::uuid[])
      AS l(number, description, quantity, price, net, rate, account)
"""
_LOCK = """
    SELECT b.legal_entity_id, b.vendor_id, b.vendor_reference, b.document_date, b.due_date, b.document_year, b.currency,
           b.tax_minor, b.payable_minor, b.digest,
           (SELECT array_agg(l.account_id ORDER BY l.line_number) FROM bill_line l
            WHERE l.tenant_id = b.tenant_id AND l.bill_id = b.id) AS accounts,
           (SELECT array_agg(l.net_minor ORDER BY l.line_number) FROM bill_line l
            WHERE l.tenant_id = b.tenant_id AND l.bill_id = b.id) AS nets
    FROM bill b WHERE b.tenant_id = $1 AND b.id = $2 FOR UPDATE OF b
"""
_POST = """
    WITH queued AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'numbers', $1::uuid, $3::uuid, 'BILL'), 0))
    ), numbered AS (
      INSERT INTO number_series AS s (tenant_id, legal_entity_id, series, fiscal_year, last_number)
      SELECT $1, $3, 'BILL', $4, 1 FROM queued
      ON CONFLICT (tenant_id, legal_entity_id, series, fiscal_year) DO UPDATE SET last_number = s.last_number + 1
      RETURNING last_number
    ), entry AS (
      INSERT INTO journal_entry (tenant_id, id, legal_entity_id, series, fiscal_year, number, posting_date,
                                 document_date, recorded_at, source_type, source_id, memo, posted_by)
      SELECT $1, $2, $3, 'BILL', $4, last_number, $5, $5, $6, 'bill', $7, $8, $9 FROM numbered RETURNING number
    ), lines AS (
      INSERT INTO journal_line (tenant_id, entry_id, line_number, legal_entity_id, account_id, vendor_id, amount_minor,
                                currency, base_amount_minor, base_currency, memo)
      SELECT $1, $2, l.number, $3, l.account, $10, l.amount, $11, l.amount, $11, ''
      FROM unnest($12::int[], $13::uuid[], $14::bigint[]) AS l(number, account, amount)
    ), item AS (
      INSERT INTO open_item (tenant_id, id, legal_entity_id, side, vendor_id, entry_id, bill_id, currency, amount_minor,
        open_minor, base_currency, base_amount_minor, document_date, due_date, posting_date, recorded_at)
      SELECT $1, $15, $3, 'payable', $10, $2, $7, $11, $16, $16, $11, $16, $5, $17, $5, $6
    )
    SELECT number FROM entry
"""
_DONE = """
    UPDATE bill SET document_status = 'posted', approval_status = 'approved', number = $3, entry_id = $4,
      posting_date = document_date, decided_by = $5, decided_at = $6, version = version + 1, updated_at = $6
    WHERE tenant_id = $1 AND id = $2
"""
# The trigger of an allocation locks its items, and refuses what is more than is open.
_PAY = """
    WITH queued AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'numbers', $1::uuid, $3::uuid, 'PAY'), 0))
    ), numbered AS (
      INSERT INTO number_series AS s (tenant_id, legal_entity_id, series, fiscal_year, last_number)
      SELECT $1, $3, 'PAY', $4, 1 FROM queued
      ON CONFLICT (tenant_id, legal_entity_id, series, fiscal_year) DO UPDATE SET last_number = s.last_number + 1
      RETURNING last_number
    ), entry AS (
      INSERT INTO journal_entry (tenant_id, id, legal_entity_id, series, fiscal_year, number, posting_date,
                                 document_date, recorded_at, source_type, source_id, memo, posted_by)
      SELECT $1, $2, $3, 'PAY', $4, last_number, $5, $5, $6, 'payment', $7, $8, $9 FROM numbered RETURNING number
    ), lines AS (
      INSERT INTO journal_line (tenant_id, entry_id, line_number, legal_entity_id, account_id, vendor_id, amount_minor,
                                currency, base_amount_minor, base_currency, memo)
      VALUES ($1, $2, 1, $3, $11, $10, -$13::bigint, $14, -$13::bigint, $14, ''),
             ($1, $2, 2, $3, $12, $10, $13::bigint, $14, $13::bigint, $14, '')
    ), item AS (
      INSERT INTO open_item (tenant_id, id, legal_entity_id, side, vendor_id, entry_id, kind, currency, amount_minor,
        open_minor, base_currency, base_amount_minor, base_open_minor, document_date, due_date, posting_date,
        recorded_at)
      VALUES ($1, $15, $3, 'payable', $10, $2, 'payment', $14, -$13::bigint, -$13::bigint, $14, -$13::bigint,
        -$13::bigint, $5, $5, $5, $6)
    ), paid AS (
      INSERT INTO payment (tenant_id, id, legal_entity_id, direction, number, vendor_id, bank_account_id, paid_on,
        currency, amount_minor, settled_currency, settled_minor, base_currency, base_amount_minor, reference, entry_id,
        open_item_id, created_by, created_at, updated_at)
      SELECT $1, $7, $3, 'out', concat_ws('-', 'PAY', $4::int, lpad(number::text, 6, '0')), $10, $11, $5, $14, $13,
        $14, $13, $14, $13, $8, $2, $15, $9, $6, $6 FROM entry
    ), allocated AS (
      INSERT INTO allocation (tenant_id, id, legal_entity_id, debit_item_id, credit_item_id, currency, amount_minor,
        base_amount_minor, allocated_on, recorded_at, created_by, debit_base_minor, credit_base_minor)
      VALUES ($1, $16, $3, $15, $17, $14, $13, $13, $5, $6, $9, $13, $13)
    )
    SELECT number FROM entry
"""
_LIST = f"""
    SELECT {", ".join(Summary.model_fields)} FROM bill WHERE tenant_id = $1 ORDER BY id DESC LIMIT $2
"""


def new_id() -> UUID:
    """Return a UUID of version 7."""
    milliseconds = time.time_ns() // 1_000_000
    return UUID(int=milliseconds << 80 | 7 << 76 | secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62))


async def _as_it_is(_: object) -> None:
    pass


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Keep a pool of connections."""
    settle_garbage()
    # The pool's own way to give a connection back costs a round trip, which the product's does not.
    async with asyncpg.create_pool(urls_from_environment()[APP], min_size=1, max_size=POOL, reset=_as_it_is) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=lifespan)


@asynccontextmanager
async def transaction(tenant_id: UUID) -> AsyncIterator[Any]:
    """Open a transaction for a tenant."""
    async with app.state.pool.acquire() as connection, connection.transaction():
        await connection.execute(_TENANT, str(tenant_id))
        yield connection


@app.post("/v1/bills", status_code=201)
async def create(bill: NewBill) -> Made:
    """Insert a bill with its lines."""
    now, bill_id, digest = datetime.now(UTC), new_id(), secrets.token_hex(32)
    nets = [round(line.quantity * line.unit_price * 100) for line in bill.lines]
    bases: dict[Decimal, int] = {}
    for line, net in zip(bill.lines, nets, strict=True):
        bases[line.tax_rate] = bases.get(line.tax_rate, 0) + net
    tax, net = sum(round(base * rate / 100) for rate, base in bases.items()), sum(nets)
    async with transaction(bill.tenant_id) as connection:
        await connection.execute(
            _BILL,
            *(bill.tenant_id, bill_id, bill.legal_entity_id, bill.vendor_id, bill.vendor_reference, bill.document_date),
            *(bill.document_date.year, bill.due_date, bill.currency, net, tax, net + tax, digest, bill.submitted_by),
            *(now, list(range(1, len(nets) + 1)), [line.description for line in bill.lines]),
            *([line.quantity for line in bill.lines], [line.unit_price for line in bill.lines], nets),
            *([line.tax_rate for line in bill.lines], [line.account_id for line in bill.lines]),
        )
    return Made(id=bill_id, digest=digest, version=1)


@app.post("/v1/bills/{bill_id}/approve")
async def approve(bill_id: UUID, decision: Decision) -> Made:
    """Lock a bill, post it, leave an open item."""
    now, entry_id, tenant_id = datetime.now(UTC), new_id(), decision.tenant_id
    async with transaction(tenant_id) as connection:
        row = await connection.fetchrow(_LOCK, tenant_id, bill_id)
        assert row["digest"] == decision.digest
        accounts = [*row["accounts"], decision.tax_account, decision.payable_account]
        amounts = [*row["nets"], row["tax_minor"], -row["payable_minor"]]
        number = await connection.fetchval(
            _POST,
            *(tenant_id, entry_id, row["legal_entity_id"], row["document_year"], row["document_date"], now, bill_id),
            *(row["vendor_reference"], decision.decided_by, row["vendor_id"], row["currency"]),
            *(list(range(1, len(accounts) + 1)), accounts, amounts, new_id(), row["payable_minor"], row["due_date"]),
        )
        label = f"BILL-{row['document_year']}-{number:06d}"
        await connection.execute(_DONE, tenant_id, bill_id, label, entry_id, decision.decided_by, now)
    return Made(id=bill_id, digest=decision.digest, version=2)


@app.post("/v1/payments", status_code=201)
async def pay(payment: NewPayment) -> Made:
    """Post a payment, leave its item, settle it with a bill's."""
    now, payment_id, digest = datetime.now(UTC), new_id(), ""
    async with transaction(payment.tenant_id) as connection:
        await connection.fetchval(
            _PAY,
            *(payment.tenant_id, new_id(), payment.legal_entity_id, payment.paid_on.year, payment.paid_on, now),
            *(payment_id, payment.reference, payment.recorded_by, payment.vendor_id, payment.bank_account_id),
            *(payment.payable_account, payment.amount_minor, payment.currency, new_id(), new_id()),
            payment.open_item_id,
        )
    return Made(id=payment_id, digest=digest, version=1)


@app.get("/v1/bills")
async def read_bills(tenant_id: UUID, limit: int) -> list[Summary]:
    """Return the newest bills."""
    async with transaction(tenant_id) as connection:
        rows = await connection.fetch(_LIST, tenant_id, limit)
    return [Summary.model_construct(**row) for row in rows]


if __name__ == "__main__":
    uvicorn.run(
        app, host="127.0.0.1", port=load().port, loop="uvloop", http="httptools", log_config=None, access_log=False
    )
