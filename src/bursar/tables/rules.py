"""Rules that a tenant writes, and what each said when.

A rule's name, place and state change; what it says does not: each other wording is a version of its own, and the latest
holds. `rule` is for every kind; what a rule brings about stands with its version, and so far every rule codes lines.
"""

from sqlalchemy import Boolean, CheckConstraint, Column, Integer, Table, UniqueConstraint, text

from bursar.tables.base import belongs_to, instant, key, metadata, one_of, tenant, uuid, words

rules = Table(
    "rule",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("kind"),
    words("name"),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("version", Integer, nullable=False, server_default=text("1")),
    key("id"),
    one_of("kind", ["coding"]),
    CheckConstraint("position >= 1", name="position"),
    belongs_to("legal_entity", "legal_entity_id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "kind", "name"),
)

rule_versions = Table(
    "rule_version",
    metadata,
    tenant(),
    uuid("rule_id"),
    # That of the rule when it came to say this; a change of its name or place skips one.
    Column("version", Integer, nullable=False),
    uuid("legal_entity_id"),
    words("condition"),
    uuid("account_id"),
    uuid("cost_centre_id", null=True),
    uuid("project_id", null=True),
    uuid("tax_code_id", null=True),
    uuid("stated_by"),
    instant("stated_at"),
    key("rule_id", "version"),
    CheckConstraint("char_length(condition) BETWEEN 1 AND 1000", name="condition"),
    belongs_to("rule", "legal_entity_id", "rule_id", target=["legal_entity_id", "id"]),
    belongs_to("ledger_account", "legal_entity_id", "account_id", target=["legal_entity_id", "id"]),
    belongs_to("dimension_value", "legal_entity_id", "cost_centre_id", target=["legal_entity_id", "id"]),
    belongs_to("dimension_value", "legal_entity_id", "project_id", target=["legal_entity_id", "id"]),
    belongs_to("tax_code", "legal_entity_id", "tax_code_id", target=["legal_entity_id", "id"]),
)
