"""Exceptions to a soft close, and what it means that a period is open to somebody.

A period has three states: of the general ledger (`state`), of payables (`ap_state`) and of receivables (`ar_state`). A
sub-ledger is never more open than the general ledger: what counts is the stricter of the two. So a release that knows
`state` alone closes everything with it. `open` takes entries of everybody, `soft_closed` of those who have an
exception, `closed` of nobody.
"""

from sqlalchemy import CheckConstraint, Index, Table

from bursar.tables.base import belongs_to, instant, key, metadata, one_of, tenant, uuid, words
from bursar.tables.ledger import SUB_LEDGERS

period_exceptions = Table(
    "period_exception",
    metadata,
    tenant(),
    uuid("id"),
    uuid("period_id"),
    words("sub_ledger"),
    # Nobody named is everybody but the person who granted it.
    uuid("user_id", null=True),
    instant("valid_until"),
    words("reason"),
    uuid("granted_by"),
    instant("granted_at"),
    key("id"),
    one_of("sub_ledger", SUB_LEDGERS),
    CheckConstraint("user_id IS DISTINCT FROM granted_by", name="four_eyes"),
    CheckConstraint("valid_until > granted_at", name="lasts"),
    CheckConstraint("reason <> ''", name="reason"),
    belongs_to("period", "period_id"),
    belongs_to("membership", "user_id", target=["user_id"]),
    Index("ix_period_exception_period", "tenant_id", "period_id", "sub_ledger"),
)

_OWN_STATE = {"ap": "p.ap_state", "ar": "p.ar_state", "gl": "p.state"}


def open_to(sub_ledger: str) -> str:
    """Return the SQL condition that the period `p` takes an entry of a sub-ledger by `:actor_id` at `:now`.

    It says what the guard `ledger_period_is_open` says, for those who choose a date before they post.
    """
    own = _OWN_STATE[sub_ledger]
    return f"""('closed' NOT IN (p.state, {own}) AND ('soft_closed' NOT IN (p.state, {own}) OR EXISTS (
              SELECT 1 FROM period_exception x
              WHERE x.tenant_id = p.tenant_id AND x.period_id = p.id AND x.sub_ledger = '{sub_ledger}'
                AND (x.user_id IS NULL OR x.user_id = :actor_id) AND x.granted_by <> :actor_id
                AND x.valid_until > :now)))"""  # noqa: S608 - a column and a word of ours.
