"""What is asked of language models: each call with its cost, the budgets, and answers that are kept for a while.

A call is written before it is made, with what it can cost at most, and settled when it is over; after that nothing
about it changes. Costs are whole micro-dollars: a millionth of a US dollar is a price per million tokens per token.
"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, text

from bursar.tables.base import belongs_to, instant, key, metadata, one_of, tenant, uuid, words


def _count(name: str) -> Column[object]:
    return Column(name, BigInteger, nullable=False, server_default=text("0"))


model_calls = Table(
    "model_call",
    metadata,
    tenant(),
    uuid("id"),
    # All attempts at one question.
    uuid("ask_id"),
    uuid("run_id", null=True),
    uuid("document_id", null=True),
    words("agent"),
    words("purpose"),
    words("provider"),
    words("model"),
    words("prompt_name"),
    Column("prompt_version", Integer, nullable=False),
    words("digest"),
    # 0 is the question, 1 and 2 are repairs of its answer; `attempt` counts the tries at a turn.
    Column("turn", Integer, nullable=False),
    Column("attempt", Integer, nullable=False),
    words("state"),
    words("outcome", null=True),
    _count("input_tokens"),
    _count("cached_input_tokens"),
    _count("cache_write_tokens"),
    _count("output_tokens"),
    Column("reserved_micro", BigInteger, nullable=False),
    # Null while it is reserved, and where nobody knows the price.
    Column("cost_micro", BigInteger, nullable=True),
    instant("reserved_at"),
    instant("expires_at"),
    instant("settled_at", null=True),
    key("id"),
    one_of("state", ["reserved", "settled", "failed", "cached"]),
    CheckConstraint("(state = 'reserved') = (settled_at IS NULL)", name="settled_once"),
    CheckConstraint("reserved_micro >= 0 AND cost_micro >= 0", name="costs"),
    belongs_to("agent_run", "run_id"),
    belongs_to("document", "document_id"),
    Index("ix_model_call_day", "tenant_id", "reserved_at"),
    Index("ix_model_call_run", "tenant_id", "run_id"),
    Index("ix_model_call_document", "tenant_id", "document_id"),
)

model_budgets = Table(
    "model_budget",
    metadata,
    tenant(),
    words("scope"),
    words("agent", default=""),
    words("period"),
    # Null: as the installation is set.
    Column("limit_micro", BigInteger, nullable=True),
    uuid("set_by", null=True),
    instant("set_at", null=True),
    # When it was last reserved against. The right to write this alone is the right to lock the row.
    instant("asked_at", null=True),
    key("scope", "agent", "period"),
    one_of("scope", ["tenant", "agent", "run", "document"]),
    one_of("period", ["day", "month", "run", "document"]),
    CheckConstraint("(scope = 'agent') = (agent <> '')", name="agent_named"),
    CheckConstraint(
        "CASE WHEN scope IN ('run', 'document') THEN period = scope ELSE period IN ('day', 'month') END",
        name="period_of_scope",
    ),
    CheckConstraint("limit_micro >= 0", name="limit"),
)

model_answers = Table(
    "model_answer",
    metadata,
    tenant(),
    words("key"),
    # As it was written: JSON in the database orders its keys and spells its numbers anew.
    words("answer"),
    words("model"),
    words("prompt_name"),
    Column("prompt_version", Integer, nullable=False),
    instant("created_at"),
    instant("expires_at"),
    key("key"),
    Index("ix_model_answer_expired", "tenant_id", "expires_at"),
)
