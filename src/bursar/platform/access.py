"""What people may do: permissions, and the roles a new tenant starts with."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Permission(StrEnum):
    """One right. A role is a named set of them; an action names the one it needs."""

    SELF = "self"
    DOCUMENTS_READ = "documents.read"
    DOCUMENTS_UPLOAD = "documents.upload"
    PROPOSALS_READ = "proposals.read"
    PROPOSALS_EDIT = "proposals.edit"
    PROPOSALS_DECIDE = "proposals.decide"
    TASKS_READ = "tasks.read"
    TASKS_RESOLVE = "tasks.resolve"
    BILLS_READ = "bills.read"
    BILLS_CREATE = "bills.create"
    BILLS_APPROVE = "bills.approve"
    BILLS_REVERSE = "bills.reverse"
    VENDORS_READ = "vendors.read"
    VENDORS_CREATE = "vendors.create"
    CUSTOMERS_READ = "customers.read"
    CUSTOMERS_CREATE = "customers.create"
    LEDGER_READ = "ledger.read"
    ACCOUNTS_MANAGE = "accounts.manage"
    LEGAL_ENTITIES_MANAGE = "legal_entities.manage"
    OPENING_BALANCES_IMPORT = "opening_balances.import"
    PAYMENTS_READ = "payments.read"
    PAYMENTS_RECORD = "payments.record"
    SETTLEMENTS_MAKE = "settlements.make"
    WRITE_OFFS_APPROVE = "write_offs.approve"
    OPEN_ITEMS_DISPUTE = "open_items.dispute"
    JOURNAL_CREATE = "journal.create"
    JOURNAL_APPROVE = "journal.approve"
    REPORTS_READ = "reports.read"
    INTEGRITY_READ = "integrity.read"
    AGENT_RUNS_READ = "agent_runs.read"
    EVENTS_READ = "events.read"
    RATES_READ = "rates.read"
    RATES_RECORD = "rates.record"
    REVALUATIONS_RUN = "revaluations.run"
    TAX_READ = "tax.read"
    TAX_MANAGE = "tax.manage"
    PERIODS_READ = "periods.read"
    PERIODS_CLOSE = "periods.close"
    PERIODS_REOPEN = "periods.reopen"
    PERIOD_EXCEPTIONS_GRANT = "period_exceptions.grant"
    MODELS_READ = "models.read"
    MODEL_BUDGETS_SET = "model_budgets.set"


_READ: Final = frozenset(
    {
        Permission.SELF,
        Permission.DOCUMENTS_READ,
        Permission.PROPOSALS_READ,
        Permission.TASKS_READ,
        Permission.BILLS_READ,
        Permission.VENDORS_READ,
        Permission.CUSTOMERS_READ,
        Permission.LEDGER_READ,
        Permission.REPORTS_READ,
        Permission.INTEGRITY_READ,
        Permission.AGENT_RUNS_READ,
        Permission.RATES_READ,
        Permission.PAYMENTS_READ,
        Permission.TAX_READ,
        Permission.PERIODS_READ,
        Permission.MODELS_READ,
    }
)

STANDARD_ROLES: Final[Mapping[str, tuple[str, frozenset[Permission]]]] = {
    "viewer": ("Viewer", _READ),
    "ap_clerk": (
        "AP clerk",
        _READ
        | {
            Permission.DOCUMENTS_UPLOAD,
            Permission.PROPOSALS_EDIT,
            Permission.TASKS_RESOLVE,
            Permission.BILLS_CREATE,
            Permission.VENDORS_CREATE,
            Permission.JOURNAL_CREATE,
            Permission.PAYMENTS_RECORD,
            Permission.SETTLEMENTS_MAKE,
            Permission.OPEN_ITEMS_DISPUTE,
            Permission.RATES_RECORD,
            Permission.CUSTOMERS_CREATE,
        },
    ),
    "approver": (
        "Approver",
        _READ | {Permission.PROPOSALS_DECIDE, Permission.BILLS_APPROVE, Permission.JOURNAL_APPROVE},
    ),
    "controller": (
        "Controller",
        _READ
        | {
            Permission.PROPOSALS_EDIT,
            Permission.PROPOSALS_DECIDE,
            Permission.TASKS_RESOLVE,
            Permission.BILLS_APPROVE,
            Permission.BILLS_REVERSE,
            Permission.VENDORS_CREATE,
            Permission.CUSTOMERS_CREATE,
            Permission.ACCOUNTS_MANAGE,
            Permission.LEGAL_ENTITIES_MANAGE,
            Permission.OPENING_BALANCES_IMPORT,
            Permission.EVENTS_READ,
            Permission.JOURNAL_CREATE,
            Permission.JOURNAL_APPROVE,
            Permission.PAYMENTS_RECORD,
            Permission.SETTLEMENTS_MAKE,
            Permission.WRITE_OFFS_APPROVE,
            Permission.OPEN_ITEMS_DISPUTE,
            Permission.RATES_RECORD,
            Permission.REVALUATIONS_RUN,
            Permission.TAX_MANAGE,
            Permission.PERIODS_CLOSE,
            Permission.PERIODS_REOPEN,
            Permission.PERIOD_EXCEPTIONS_GRANT,
            Permission.MODEL_BUDGETS_SET,
        },
    ),
}
