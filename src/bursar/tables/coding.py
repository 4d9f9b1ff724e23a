"""The words of bill lines, by which lines are found that are alike.

An index that row-level security lets the planner use needs a leakproof operator, so likeness is equality of words.
"""

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Table

from bursar.tables.base import belongs_to, metadata, tenant, uuid, words

bill_line_words = Table(
    "bill_line_word",
    metadata,
    tenant(),
    uuid("legal_entity_id"),
    words("word"),
    uuid("vendor_id"),
    uuid("bill_id"),
    Column("line_number", Integer, nullable=False),
    # The vendor stands before the bill: lines of the same vendor are what is looked for first.
    PrimaryKeyConstraint("tenant_id", "legal_entity_id", "word", "vendor_id", "bill_id", "line_number"),
    belongs_to("bill_line", "bill_id", "line_number", target=["bill_id", "line_number"]),
)
