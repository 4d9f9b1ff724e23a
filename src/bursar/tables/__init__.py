"""Every table of Bursar, its constraints and the row-level security that keeps tenants apart.

One module per area; `metadata` holds them all. Alembic migrations live in `migrations`. Tables are SQLAlchemy Core
objects in the plural (`bills`), named in the singular in PostgreSQL (`bill`).
"""

from bursar.tables.agents import agent_runs, agent_steps, checkpoint_blobs, checkpoint_writes, checkpoints, proposals
from bursar.tables.aging import aging_changes, aging_days, aging_summaries
from bursar.tables.approvals import approval_requests, tasks
from bursar.tables.base import metadata
from bursar.tables.chart import dimension_rules, dimension_values, opening_balances
from bursar.tables.closing import period_exceptions
from bursar.tables.coding import bill_line_words
from bursar.tables.documents import document_readings, documents
from bursar.tables.journal import attachments, manual_entries, manual_entry_lines, recurring_entries
from bursar.tables.ledger import (
    allocations,
    dispute_marks,
    journal_entries,
    journal_lines,
    ledger_accounts,
    number_series,
    open_items,
    periods,
)
from bursar.tables.models import model_answers, model_budgets, model_calls
from bursar.tables.parties import (
    customers,
    vendor_aliases,
    vendor_bank_accounts,
    vendor_domains,
    vendor_words,
    vendors,
)
from bursar.tables.payables import bill_lines, bill_tax_groups, bills
from bursar.tables.platform import (
    audit_entries,
    events,
    idempotency_keys,
    jobs,
    legal_entities,
    membership_roles,
    memberships,
    refresh_tokens,
    roles,
    tenants,
    user_sessions,
    users,
)
from bursar.tables.rates import exchange_rates, revaluation_lines, revaluations
from bursar.tables.rules import rule_versions, rules
from bursar.tables.settlement import payments, settlements
from bursar.tables.tax import tax_codes, tax_rates, withholding_codes, withholdings

__all__ = [
    "agent_runs",
    "agent_steps",
    "aging_changes",
    "aging_days",
    "aging_summaries",
    "allocations",
    "approval_requests",
    "attachments",
    "audit_entries",
    "bill_line_words",
    "bill_lines",
    "bill_tax_groups",
    "bills",
    "checkpoint_blobs",
    "checkpoint_writes",
    "checkpoints",
    "customers",
    "dimension_rules",
    "dimension_values",
    "dispute_marks",
    "document_readings",
    "documents",
    "events",
    "exchange_rates",
    "idempotency_keys",
    "jobs",
    "journal_entries",
    "journal_lines",
    "ledger_accounts",
    "legal_entities",
    "manual_entries",
    "manual_entry_lines",
    "membership_roles",
    "memberships",
    "metadata",
    "model_answers",
    "model_budgets",
    "model_calls",
    "number_series",
    "open_items",
    "opening_balances",
    "payments",
    "period_exceptions",
    "periods",
    "proposals",
    "recurring_entries",
    "refresh_tokens",
    "revaluation_lines",
    "revaluations",
    "roles",
    "rule_versions",
    "rules",
    "settlements",
    "tasks",
    "tax_codes",
    "tax_rates",
    "tenants",
    "user_sessions",
    "users",
    "vendor_aliases",
    "vendor_bank_accounts",
    "vendor_domains",
    "vendor_words",
    "vendors",
    "withholding_codes",
    "withholdings",
]
