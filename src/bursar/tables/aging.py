"""What is open by age, kept ready: sums by party, and the changes that are not summed up yet.

    open_item, allocation ──trigger──> aging_change ──aging_fold──> aging_summary
                                        (appended)                   (as of aging_day)

A transaction that posts or allocates only appends, so no two of them ever wait for each other here. What is open now
is the sums, rolled on from `aged_on` by the items that passed into another bucket since, plus the changes. Both tables
are written by the database's own functions alone (see `migrations/sql/0011_aging.sql`).
"""

from sqlalchemy import Boolean, Column, Date, Index, Table, text

from bursar.tables.base import belongs_to, currency, key, metadata, minor, one_of, tenant, uuid, words
from bursar.tables.ledger import allocations, open_items

_SIDES = ("payable", "receivable")
BUCKETS = ("not_due", "d1_30", "d31_60", "d61_90", "over_90")

aging_days = Table(
    "aging_day",
    metadata,
    tenant(),
    uuid("legal_entity_id"),
    # The business date that the sums of this entity are of.
    Column("aged_on", Date, nullable=False),
    key("legal_entity_id"),
    belongs_to("legal_entity", "legal_entity_id"),
)

aging_changes = Table(
    "aging_change",
    metadata,
    tenant(),
    uuid("legal_entity_id"),
    words("side"),
    uuid("item_id"),
    # The item itself when it was posted, else the allocation.
    uuid("cause_id"),
    uuid("party_id"),
    currency(),
    Column("counts_on", Date, nullable=False),
    Column("due_date", Date, nullable=False),
    Column("document_date", Date, nullable=False),
    minor("amount_minor"),
    minor("base_amount_minor"),
    Column("is_credit", Boolean, nullable=False),
    key("legal_entity_id", "side", "item_id", "cause_id"),
    one_of("side", _SIDES),
)

aging_summaries = Table(
    "aging_summary",
    metadata,
    tenant(),
    uuid("legal_entity_id"),
    words("side"),
    words("basis"),
    uuid("party_id"),
    currency(),
    *(minor(f"{bucket}_minor") for bucket in BUCKETS),
    minor("credits_minor"),
    *(minor(f"base_{bucket}_minor") for bucket in BUCKETS),
    minor("base_credits_minor"),
    key("legal_entity_id", "side", "basis", "party_id", "currency"),
    one_of("side", _SIDES),
    one_of("basis", ["due_date", "document_date"]),
    belongs_to("legal_entity", "legal_entity_id"),
)

_OPEN = text("open_minor <> 0")
_SUMMED = ["vendor_id", "customer_id", "currency", "open_minor", "base_open_minor"]
_item = open_items.c
for _date in ("due_date", "document_date"):
    Index(
        f"ix_open_item_open_by_{_date}",
        *(_item.tenant_id, _item.legal_entity_id, _item.side, _item[_date]),
        postgresql_include=_SUMMED,
        postgresql_where=_OPEN,
    )
Index(
    "ix_open_item_disputed",
    *(_item.tenant_id, _item.legal_entity_id, _item.side),
    postgresql_include=_SUMMED[:-1],
    postgresql_where=text("disputed AND open_minor <> 0"),
)
# A past date starts from what is open now and takes back what was allocated, or became known, after it.
Index(
    "ix_open_item_credit",
    open_items.c.tenant_id,
    open_items.c.legal_entity_id,
    open_items.c.side,
    postgresql_where=text("open_minor < 0"),
)
Index("ix_allocation_allocated_on", allocations.c.tenant_id, allocations.c.legal_entity_id, allocations.c.allocated_on)
Index("ix_allocation_recorded_at", allocations.c.tenant_id, allocations.c.legal_entity_id, allocations.c.recorded_at)
