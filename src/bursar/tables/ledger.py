"""The books: accounts, periods, journal, and the open items that payables and receivables settle.

What the database itself refuses (`migrations/sql/0003_ledger_guard.sql`, `0005_settlement.sql`): an entry that is
empty, unbalanced in base or in a currency of its documents, dated outside an open period, out of its number's order, or
at odds with its open items; a line or an item that joins an entry later; any change or removal of what is posted; an
allocation above what is open, or whose exchange difference is not booked.
Debits are positive, credits negative, everywhere.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Numeric,
    Table,
    UniqueConstraint,
    text,
)

from bursar.tables.base import belongs_to, currency, instant, key, metadata, minor, one_of, tenant, uuid, words
from bursar.tables.types import Xid8

ACCOUNT_TYPES = ("asset", "liability", "equity", "income", "expense")
CONTROLS = (
    "accounts_payable",
    "accounts_receivable",
    "input_tax",
    "output_tax",
    "reverse_charge_tax",
    "rounding",
    "prepayments",
    "exchange_gain",
    "exchange_loss",
    "unrealised_exchange",
    "exchange_revaluation",
    "exchange_clearing",
    "discount_received",
    "discount_allowed",
    "write_off",
    "withholding_payable",
    "withholding_receivable",
    "bank_charges",
    "retained_earnings",
    "opening_balances",
)
CASH_FLOWS = ("operating", "investing", "financing")

SUB_LEDGERS = ("ap", "ar", "gl")
PERIOD_STATES = ("open", "soft_closed", "closed")
# What an item came from; a discount, a write-off and their like settle a part of a document without money.
ITEM_KINDS = (
    *("document", "payment", "discount", "write_off", "withholding", "bank_fee", "rounding", "opening", "reversal"),
)

ledger_accounts = Table(
    "ledger_account",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("code"),
    words("name"),
    words("type"),
    words("control", null=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    # An account kept in one currency, such as a bank's, takes lines in no other.
    currency(null=True),
    Column("is_bank", Boolean, nullable=False, server_default=text("false")),
    words("cash_flow", null=True),
    Column("version", Integer, nullable=False, server_default=text("1")),
    key("id"),
    one_of("type", ACCOUNT_TYPES),
    one_of("control", CONTROLS),
    one_of("cash_flow", CASH_FLOWS),
    CheckConstraint("active OR control IS NULL", name="control_is_active"),
    belongs_to("legal_entity", "legal_entity_id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "code"),
    UniqueConstraint("tenant_id", "legal_entity_id", "id"),
    Index(
        "uq_ledger_account_control",
        "tenant_id",
        "legal_entity_id",
        "control",
        unique=True,
        postgresql_where=text("control IS NOT NULL"),
    ),
)

periods = Table(
    "period",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    Column("fiscal_year", Integer, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    # The general ledger's state; what counts for a sub-ledger is the stricter of this and its own (`tables.closing`).
    words("state", default="open"),
    words("ap_state", default="open"),
    words("ar_state", default="open"),
    key("id"),
    *(one_of(name, PERIOD_STATES) for name in ("state", "ap_state", "ar_state")),
    CheckConstraint("starts_on <= ends_on", name="ordered"),
    belongs_to("legal_entity", "legal_entity_id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "starts_on"),
)

number_series = Table(
    "number_series",
    metadata,
    tenant(),
    uuid("legal_entity_id"),
    words("series"),
    Column("fiscal_year", Integer, nullable=False),
    Column("last_number", Integer, nullable=False),
    key("legal_entity_id", "series", "fiscal_year"),
    belongs_to("legal_entity", "legal_entity_id"),
)

journal_entries = Table(
    "journal_entry",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("series"),
    Column("fiscal_year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("posting_date", Date, nullable=False),
    Column("document_date", Date, nullable=False),
    instant("recorded_at"),
    words("source_type"),
    uuid("source_id"),
    uuid("reversal_of", null=True),
    words("memo"),
    uuid("posted_by"),
    words("sub_ledger", default="ap"),
    Column("xid", Xid8, nullable=False, server_default=text("pg_current_xact_id()")),
    key("id"),
    one_of("sub_ledger", SUB_LEDGERS),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("journal_entry", "reversal_of"),
    UniqueConstraint("tenant_id", "legal_entity_id", "id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "series", "fiscal_year", "number"),
    Index(
        "uq_journal_entry_reversal_of",
        "tenant_id",
        "reversal_of",
        unique=True,
        postgresql_where=text("reversal_of IS NOT NULL"),
    ),
    Index("ix_journal_entry_posting_date", "tenant_id", "legal_entity_id", "posting_date"),
    Index("ix_journal_entry_source", "tenant_id", "source_id"),
)

journal_lines = Table(
    "journal_line",
    metadata,
    tenant(),
    uuid("entry_id"),
    Column("line_number", Integer, nullable=False),
    uuid("legal_entity_id"),
    uuid("account_id"),
    uuid("vendor_id", null=True),
    minor("amount_minor"),
    currency(),
    minor("base_amount_minor"),
    currency("base_currency"),
    words("tax_category", null=True),
    Column("tax_rate", Numeric, nullable=True),
    minor("tax_base_minor", null=True),
    words("memo"),
    uuid("customer_id", null=True),
    uuid("cost_centre_id", null=True),
    uuid("project_id", null=True),
    uuid("tax_code_id", null=True),
    key("entry_id", "line_number"),
    belongs_to("tax_code", "legal_entity_id", "tax_code_id", target=["legal_entity_id", "id"]),
    belongs_to("dimension_value", "legal_entity_id", "cost_centre_id", target=["legal_entity_id", "id"]),
    belongs_to("dimension_value", "legal_entity_id", "project_id", target=["legal_entity_id", "id"]),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("ledger_account", "legal_entity_id", "account_id", target=["legal_entity_id", "id"]),
    belongs_to("vendor", "vendor_id"),
    belongs_to("customer", "customer_id"),
    Index("ix_journal_line_account", "tenant_id", "legal_entity_id", "account_id"),
    Index("ix_journal_line_tax_code", "tenant_id", "tax_code_id", postgresql_where=text("tax_code_id IS NOT NULL")),
)

open_items = Table(
    "open_item",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("side"),
    uuid("vendor_id", null=True),
    uuid("entry_id"),
    uuid("bill_id", null=True),
    Column("instalment", Integer, nullable=False, server_default=text("1")),
    currency(),
    minor("amount_minor"),
    minor("open_minor"),
    currency("base_currency"),
    minor("base_amount_minor"),
    Column("document_date", Date, nullable=False),
    Column("due_date", Date, nullable=False),
    Column("posting_date", Date, nullable=False),
    instant("recorded_at"),
    uuid("customer_id", null=True),
    words("kind", default="document"),
    words("reference", null=True),
    Column("disputed", Boolean, nullable=False, server_default=text("false")),
    # Filled in as the item arrives; a CHECK says that it is there.
    minor("base_open_minor", null=True),
    key("id"),
    one_of("side", ["payable", "receivable"]),
    one_of("kind", ITEM_KINDS),
    CheckConstraint("vendor_id IS NULL OR customer_id IS NULL", name="one_party"),
    CheckConstraint(
        "CASE side WHEN 'payable' THEN customer_id IS NULL ELSE vendor_id IS NULL END", name="party_of_side"
    ),
    # A document that asks for money is positive on its side, a credit or a payment negative; what is open never changes
    # sign.
    CheckConstraint("amount_minor <> 0", name="not_zero"),
    CheckConstraint(
        "(amount_minor > 0 AND open_minor BETWEEN 0 AND amount_minor)"
        " OR (amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0)",
        name="open_within_amount",
    ),
    CheckConstraint(
        "base_open_minor IS NOT NULL AND (open_minor <> 0 OR base_open_minor = 0)"
        " AND (base_amount_minor >= 0 AND base_open_minor BETWEEN 0 AND base_amount_minor"
        " OR base_amount_minor < 0 AND base_open_minor BETWEEN base_amount_minor AND 0)",
        name="base_open_within_amount",
    ),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("vendor", "vendor_id"),
    belongs_to("customer", "customer_id"),
    belongs_to("bill", "bill_id"),
    UniqueConstraint("tenant_id", "entry_id", "instalment"),
    Index("ix_open_item_aging", "tenant_id", "legal_entity_id", "posting_date"),
    Index("ix_open_item_bill", "tenant_id", "bill_id"),
    *(Index(f"ix_open_item_{party}", "tenant_id", f"{party}_id", "due_date") for party in ("vendor", "customer")),
)

allocations = Table(
    "allocation",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    uuid("debit_item_id"),
    uuid("credit_item_id"),
    currency(),
    minor("amount_minor"),
    minor("base_amount_minor"),
    Column("allocated_on", Date, nullable=False),
    instant("recorded_at"),
    uuid("reversal_of", null=True),
    uuid("created_by"),
    uuid("entry_id", null=True),
    uuid("settlement_id", null=True),
    minor("debit_base_minor", null=True),
    minor("credit_base_minor", null=True),
    key("id"),
    # A reversal repeats the allocation with the opposite sign, so only a first allocation must be positive.
    CheckConstraint("(reversal_of IS NULL) = (amount_minor > 0) AND amount_minor <> 0", name="sign"),
    belongs_to("open_item", "debit_item_id"),
    belongs_to("open_item", "credit_item_id"),
    belongs_to("allocation", "reversal_of"),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("settlement", "settlement_id"),
    # Each item's own part in base is filled in where a writer names but one; they differ by what its entry books.
    CheckConstraint("entry_id IS NOT NULL OR debit_base_minor = credit_base_minor", name="difference_is_booked"),
    Index(
        "uq_allocation_reversal_of",
        "tenant_id",
        "reversal_of",
        unique=True,
        postgresql_where=text("reversal_of IS NOT NULL"),
    ),
    Index("ix_allocation_debit_item", "tenant_id", "debit_item_id"),
    Index("ix_allocation_credit_item", "tenant_id", "credit_item_id"),
    Index("ix_allocation_settlement", "tenant_id", "settlement_id"),
    Index("ix_allocation_entry", "tenant_id", "entry_id", postgresql_where=text("entry_id IS NOT NULL")),
)

# Whether an item is disputed changed: the day and the instant from which it is as this says.
dispute_marks = Table(
    "dispute_mark",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    uuid("open_item_id"),
    Column("disputed", Boolean, nullable=False),
    Column("marked_on", Date, nullable=False),
    instant("marked_at"),
    uuid("marked_by"),
    key("id"),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("open_item", "open_item_id"),
    Index("ix_dispute_mark_item", "tenant_id", "legal_entity_id", "open_item_id", "marked_at"),
)
