"""Dimensions: the cost centres and projects that journal lines are told apart by. And what the books began with.

A rule of effect `required` or `forbidden` says of one account whether its lines carry a dimension. A rule of effect
`allowed` gives a project to a cost centre; a project with such rules goes with these cost centres alone. Rules and
values are switched off, never removed.
"""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Integer, Table, UniqueConstraint, text

from bursar.tables.base import belongs_to, instant, key, metadata, one_of, tenant, uuid, words

DIMENSIONS = ("cost_centre", "project")

dimension_values = Table(
    "dimension_value",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("dimension"),
    words("code"),
    words("name"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("valid_from", Date, nullable=True),
    Column("valid_to", Date, nullable=True),
    Column("version", Integer, nullable=False, server_default=text("1")),
    key("id"),
    one_of("dimension", DIMENSIONS),
    CheckConstraint("valid_from <= valid_to", name="ordered"),
    belongs_to("legal_entity", "legal_entity_id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "dimension", "code"),
)

dimension_rules = Table(
    "dimension_rule",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("effect"),
    uuid("account_id", null=True),
    words("dimension", null=True),
    uuid("cost_centre_id", null=True),
    uuid("project_id", null=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("version", Integer, nullable=False, server_default=text("1")),
    key("id"),
    one_of("effect", ["required", "forbidden", "allowed"]),
    one_of("dimension", DIMENSIONS),
    CheckConstraint(
        "CASE effect WHEN 'allowed' THEN num_nonnulls(cost_centre_id, project_id) = 2"
        " AND num_nonnulls(account_id, dimension) = 0"
        " ELSE num_nonnulls(account_id, dimension) = 2 AND num_nonnulls(cost_centre_id, project_id) = 0 END",
        name="shape",
    ),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("ledger_account", "legal_entity_id", "account_id", target=["legal_entity_id", "id"]),
    belongs_to("dimension_value", "legal_entity_id", "cost_centre_id", target=["legal_entity_id", "id"]),
    belongs_to("dimension_value", "legal_entity_id", "project_id", target=["legal_entity_id", "id"]),
    # One account, one dimension, one word: it is not required and forbidden at once.
    Index(
        "uq_dimension_rule_account",
        "tenant_id",
        "legal_entity_id",
        "account_id",
        "dimension",
        unique=True,
        postgresql_where=text("account_id IS NOT NULL"),
    ),
    Index(
        "uq_dimension_rule_combination",
        "tenant_id",
        "legal_entity_id",
        "project_id",
        "cost_centre_id",
        unique=True,
        postgresql_where=text("project_id IS NOT NULL"),
    ),
)

opening_balances = Table(
    "opening_balance",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    Column("posting_date", Date, nullable=False),
    words("state", default="posted"),
    uuid("entry_id"),
    uuid("created_by"),
    instant("created_at"),
    uuid("reversal_entry_id", null=True),
    words("reason", null=True),
    uuid("reversed_by", null=True),
    instant("reversed_at", null=True),
    key("id"),
    one_of("state", ["posted", "reversed"]),
    CheckConstraint(
        "num_nonnulls(reversal_entry_id, reason, reversed_by, reversed_at) = CASE state WHEN 'reversed' THEN 4"
        " ELSE 0 END",
        name="reversed_has_entry",
    ),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("journal_entry", "legal_entity_id", "reversal_entry_id", target=["legal_entity_id", "id"]),
    # What a company began with stands once: two imports at once end in one.
    Index(
        "uq_opening_balance_stands",
        "tenant_id",
        "legal_entity_id",
        unique=True,
        postgresql_where=text("state = 'posted'"),
    ),
)
