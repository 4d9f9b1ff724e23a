"""Exchange rates as they were recorded, and revaluations of what was open in foreign currency.

A rate is never changed: a later recording for the same day and type supersedes it, and what was known before can still
be asked for. A revaluation stands until it is reversed, which happens once; its lines say what it was computed from.
"""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Numeric, Table, UniqueConstraint, text

from bursar.tables.base import belongs_to, currency, instant, key, metadata, minor, one_of, tenant, uuid, words
from bursar.tables.types import Xid8

RATE_TYPES = ("spot", "closing", "average")

exchange_rates = Table(
    "exchange_rate",
    metadata,
    tenant(),
    uuid("id"),
    currency("from_currency"),
    currency("to_currency"),
    words("rate_type"),
    Column("valid_on", Date, nullable=False),
    Column("rate", Numeric, nullable=False),
    words("source"),
    instant("recorded_at"),
    uuid("recorded_by"),
    key("id"),
    one_of("rate_type", RATE_TYPES),
    CheckConstraint("rate > 0 AND rate < 'infinity'", name="positive"),
    CheckConstraint("from_currency <> to_currency", name="two_currencies"),
    Index("ix_exchange_rate_pair", "tenant_id", "from_currency", "to_currency", "rate_type", "valid_on", "recorded_at"),
    Index("ix_exchange_rate_day", "tenant_id", "valid_on", "id"),
)

revaluations = Table(
    "revaluation",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    Column("as_of", Date, nullable=False),
    Column("reversed_on", Date, nullable=False),
    words("rate_type"),
    currency("base_currency"),
    # Null where nothing differed: that was found out too, and it is the answer to whether the month was revalued.
    uuid("entry_id", null=True),
    uuid("reversal_entry_id", null=True),
    words("state", default="posted"),
    uuid("created_by"),
    instant("recorded_at"),
    uuid("undone_by", null=True),
    instant("undone_at", null=True),
    words("undo_reason", null=True),
    uuid("undo_entry_id", null=True),
    uuid("undo_reversal_entry_id", null=True),
    Column("xid", Xid8, nullable=False, server_default=text("pg_current_xact_id()")),
    key("id"),
    UniqueConstraint("tenant_id", "id", "xid"),
    one_of("rate_type", RATE_TYPES),
    one_of("state", ["posted", "reversed"]),
    CheckConstraint("reversed_on = as_of + 1", name="reversed_next_day"),
    CheckConstraint("(entry_id IS NULL) = (reversal_entry_id IS NULL)", name="both_entries"),
    CheckConstraint(
        "(state = 'reversed') = (undone_at IS NOT NULL AND undone_by IS NOT NULL AND undo_reason IS NOT NULL)"
        " AND (undo_entry_id IS NULL) = (undo_reversal_entry_id IS NULL)"
        " AND (undo_entry_id IS NOT NULL) = (state = 'reversed' AND entry_id IS NOT NULL)",
        name="undone_wholly",
    ),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("journal_entry", "legal_entity_id", "reversal_entry_id", target=["legal_entity_id", "id"]),
    belongs_to("journal_entry", "legal_entity_id", "undo_entry_id", target=["legal_entity_id", "id"]),
    belongs_to("journal_entry", "legal_entity_id", "undo_reversal_entry_id", target=["legal_entity_id", "id"]),
    Index(
        "uq_revaluation_stands",
        "tenant_id",
        "legal_entity_id",
        "as_of",
        unique=True,
        postgresql_where=text("state = 'posted'"),
    ),
    Index("ix_revaluation_entity", "tenant_id", "legal_entity_id", "as_of", "id"),
)

revaluation_lines = Table(
    "revaluation_line",
    metadata,
    tenant(),
    uuid("revaluation_id"),
    Column("line_number", Integer, nullable=False),
    uuid("open_item_id", null=True),
    uuid("account_id", null=True),
    words("side"),
    currency(),
    minor("open_minor"),
    currency("base_currency"),
    minor("base_open_minor"),
    Column("rate", Numeric, nullable=False),
    minor("target_base_minor"),
    minor("difference_minor"),
    Column("xid", Xid8, nullable=False, server_default=text("pg_current_xact_id()")),
    key("revaluation_id", "line_number"),
    one_of("side", ["payable", "receivable", "account"]),
    CheckConstraint(
        "(side = 'account') = (account_id IS NOT NULL) AND (side <> 'account') = (open_item_id IS NOT NULL)",
        name="of_one_thing",
    ),
    CheckConstraint("difference_minor = target_base_minor - base_open_minor", name="difference"),
    CheckConstraint("rate > 0 AND rate < 'infinity'", name="positive"),
    # Lines arrive with their revaluation, in its own transaction.
    belongs_to("revaluation", "revaluation_id", "xid", target=["id", "xid"]),
    belongs_to("open_item", "open_item_id"),
    belongs_to("ledger_account", "account_id"),
)
