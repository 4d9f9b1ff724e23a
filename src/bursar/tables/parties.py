"""Vendors and customers, and the bank accounts vendors are paid to (kept apart: agents may not write them)."""

from sqlalchemy import Column, Index, Integer, Table, UniqueConstraint, text

from bursar.tables.base import belongs_to, currency, instant, key, metadata, one_of, tenant, uuid, words

vendors = Table(
    "vendor",
    metadata,
    tenant(),
    uuid("id"),
    words("name"),
    words("name_key"),
    words("tax_id", null=True),
    words("tax_id_key", null=True),
    words("country", null=True),
    words("email", null=True),
    words("payment_terms", null=True),
    uuid("default_account_id", null=True),
    words("state", default="active"),
    Column("version", Integer, nullable=False, server_default=text("1")),
    uuid("created_by"),
    instant("created_at"),
    instant("updated_at"),
    # By which tax is withheld from the vendor, in the legal entity that the code is of.
    uuid("withholding_code_id", null=True),
    # Vendors of one group are one company; alone, a vendor is its own group (a trigger sees to it).
    uuid("group_id", null=True),
    key("id"),
    one_of("state", ["active", "blocked"]),
    belongs_to("ledger_account", "default_account_id"),
    belongs_to("withholding_code", "withholding_code_id"),
    Index("ix_vendor_name_key", "tenant_id", "name_key"),
    Index("ix_vendor_group", "tenant_id", "group_id"),
    Index(
        "uq_vendor_tax_id_key",
        "tenant_id",
        "tax_id_key",
        unique=True,
        postgresql_where=text("tax_id_key IS NOT NULL"),
    ),
)

customers = Table(
    "customer",
    metadata,
    tenant(),
    uuid("id"),
    words("name"),
    words("name_key"),
    words("tax_id", null=True),
    words("payment_terms", null=True),
    currency(null=True),
    words("state", default="active"),
    Column("version", Integer, nullable=False, server_default=text("1")),
    uuid("created_by"),
    instant("created_at"),
    instant("updated_at"),
    key("id"),
    one_of("state", ["active", "blocked"]),
    Index("ix_customer_name_key", "tenant_id", "name_key"),
)

vendor_bank_accounts = Table(
    "vendor_bank_account",
    metadata,
    tenant(),
    uuid("id"),
    uuid("vendor_id"),
    words("iban"),
    words("bic", null=True),
    words("account_name", null=True),
    uuid("created_by"),
    instant("created_at"),
    key("id"),
    belongs_to("vendor", "vendor_id"),
    UniqueConstraint("tenant_id", "vendor_id", "iban"),
    Index("ix_vendor_bank_account_iban", "tenant_id", "iban"),
)

# Names under which people have taken a vendor's documents.
vendor_aliases = Table(
    "vendor_alias",
    metadata,
    tenant(),
    uuid("id"),
    uuid("vendor_id"),
    words("name"),
    words("name_key"),
    uuid("created_by"),
    instant("created_at"),
    key("id"),
    belongs_to("vendor", "vendor_id"),
    UniqueConstraint("tenant_id", "vendor_id", "name_key"),
    Index("ix_vendor_alias_name_key", "tenant_id", "name_key"),
)

# Where a vendor has its mail; never a domain where anybody has mail.
vendor_domains = Table(
    "vendor_domain",
    metadata,
    tenant(),
    uuid("vendor_id"),
    words("domain"),
    key("vendor_id", "domain"),
    belongs_to("vendor", "vendor_id"),
    Index("ix_vendor_domain_domain", "tenant_id", "domain"),
)

# The words of vendors' names, and what is left of a long one without any of its letters: equality finds slips of the
# pen too, and an index on equality is one that row-level security lets the planner use. Triggers keep it right.
vendor_words = Table(
    "vendor_word",
    metadata,
    tenant(),
    words("word"),
    uuid("vendor_id"),
    key("word", "vendor_id"),
    belongs_to("vendor", "vendor_id"),
    Index("ix_vendor_word_vendor", "tenant_id", "vendor_id"),
)
