"""Tax codes, the rates that each of them has from a day on, codes by which tax is withheld, and what they counted.

A code never changes what it means: its rates are appended, never edited, and what documents took from it stands on the
documents. Who serves may write codes; agents and workers may only read them.
"""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Numeric, Table, UniqueConstraint, text

from bursar.tables.base import belongs_to, currency, instant, key, metadata, minor, one_of, tenant, uuid, words

DIRECTIONS = ("input", "output", "both")

tax_codes = Table(
    "tax_code",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("code"),
    words("name"),
    # UNCL 5305; AE and K are reverse charge, where the buyer owes the tax to the state.
    words("category"),
    words("direction"),
    Column("inclusive", Boolean, nullable=False, server_default=text("false")),
    Column("recoverable_share", Numeric, nullable=False, server_default=text("1")),
    words("rounding", default="group"),
    # Where the tax is booked; null is the control account of the direction.
    uuid("account_id", null=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    uuid("created_by"),
    instant("created_at"),
    key("id"),
    one_of("direction", DIRECTIONS),
    one_of("rounding", ["group", "line"]),
    CheckConstraint("recoverable_share BETWEEN 0 AND 1", name="recoverable_share"),
    CheckConstraint("NOT (inclusive AND category IN ('AE', 'K'))", name="inclusive"),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("ledger_account", "legal_entity_id", "account_id", target=["legal_entity_id", "id"]),
    UniqueConstraint("tenant_id", "legal_entity_id", "code"),
    UniqueConstraint("tenant_id", "legal_entity_id", "id"),
)

tax_rates = Table(
    "tax_rate",
    metadata,
    tenant(),
    uuid("tax_code_id"),
    Column("valid_from", Date, nullable=False),
    Column("rate", Numeric, nullable=False),
    uuid("created_by"),
    instant("created_at"),
    key("tax_code_id", "valid_from"),
    CheckConstraint("rate >= 0", name="rate"),
    belongs_to("tax_code", "tax_code_id"),
)

withholding_codes = Table(
    "withholding_code",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("code"),
    words("name"),
    Column("rate", Numeric, nullable=False),
    words("base"),
    words("moment"),
    # Counted for each vendor and calendar year, in base currency; below it nothing is withheld.
    minor("threshold_minor"),
    currency(),
    uuid("account_id", null=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    uuid("created_by"),
    instant("created_at"),
    key("id"),
    one_of("base", ["net", "gross"]),
    one_of("moment", ["invoice", "payment"]),
    CheckConstraint("rate > 0 AND rate <= 100", name="rate"),
    CheckConstraint("threshold_minor >= 0", name="threshold_minor"),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("ledger_account", "legal_entity_id", "account_id", target=["legal_entity_id", "id"]),
    UniqueConstraint("tenant_id", "legal_entity_id", "code"),
    UniqueConstraint("tenant_id", "legal_entity_id", "id"),
)

# What each payment and each bill counted in a vendor's year, whether or not something was withheld. What was taken back
# (the settlement, or the bill where nothing was withheld) counts no more; so there is no balance to keep.
withholdings = Table(
    "withholding",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    uuid("vendor_id"),
    uuid("withholding_code_id"),
    Column("counted_on", Date, nullable=False),
    # In base currency: what adds to the year, and on how much of the year tax was withheld by it.
    currency(),
    minor("counted_minor"),
    minor("withheld_on_minor"),
    uuid("settlement_id", null=True),
    uuid("bill_id", null=True),
    instant("created_at"),
    key("id"),
    CheckConstraint("counted_minor >= 0 AND withheld_on_minor >= 0", name="not_negative"),
    CheckConstraint("(settlement_id IS NULL) <> (bill_id IS NULL)", name="one_source"),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("vendor", "vendor_id"),
    belongs_to("withholding_code", "legal_entity_id", "withholding_code_id", target=["legal_entity_id", "id"]),
    belongs_to("settlement", "settlement_id"),
    belongs_to("bill", "bill_id"),
    Index("ix_withholding_year", "tenant_id", "vendor_id", "withholding_code_id", "counted_on"),
)


def codes_found(condition: str, on: str) -> str:
    """Return the SQL of the tax codes `t` that meet a condition: one JSON object by id, with the rate on a date.

    Rate and share are text, since a number in JSON would be read as a binary float.
    """
    return f"""(SELECT jsonb_object_agg(t.id, jsonb_build_object('category', t.category, 'inclusive', t.inclusive,
              'rounding', t.rounding, 'share', t.recoverable_share::text, 'account_id', t.account_id,
              'rate', (SELECT r.rate::text FROM tax_rate r
                       WHERE r.tenant_id = t.tenant_id AND r.tax_code_id = t.id AND r.valid_from <= {on}
                       ORDER BY r.valid_from DESC LIMIT 1)))
            FROM tax_code t WHERE t.tenant_id = :tenant_id AND {condition})"""  # noqa: S608 - words of ours.
