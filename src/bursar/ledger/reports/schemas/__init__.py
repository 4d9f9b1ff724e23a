"""Reports on the wire: what is asked, the typed answers of aging and trial balance, and the table of all others."""

from bursar.ledger.reports.schemas import examples
from bursar.ledger.reports.schemas.aging import (
    AgedParty,
    AgingQuery,
    AgingRead,
    Credits,
    CustomerAgingRead,
    CustomerAgingRow,
    VendorAgingRow,
)
from bursar.ledger.reports.schemas.asked import (
    ComparedQuery,
    CustomerStatementQuery,
    GeneralLedgerQuery,
    Instant,
    OpenItemsQuery,
    PeriodQuery,
    ReportQuery,
    Scope,
    VendorStatementQuery,
)
from bursar.ledger.reports.schemas.control import Control, EntityControl
from bursar.ledger.reports.schemas.table import ReportColumn, ReportEntity, ReportRead, cells, columns, sheet_of
from bursar.ledger.reports.schemas.trial_balance import (
    TrialBalanceQuery,
    TrialBalanceRead,
    TrialBalanceRow,
    TrialBalanceTotal,
)

__all__ = [
    "AgedParty",
    "AgingQuery",
    "AgingRead",
    "ComparedQuery",
    "Control",
    "Credits",
    "CustomerAgingRead",
    "CustomerAgingRow",
    "CustomerStatementQuery",
    "EntityControl",
    "GeneralLedgerQuery",
    "Instant",
    "OpenItemsQuery",
    "PeriodQuery",
    "ReportColumn",
    "ReportEntity",
    "ReportQuery",
    "ReportRead",
    "Scope",
    "TrialBalanceQuery",
    "TrialBalanceRead",
    "TrialBalanceRow",
    "TrialBalanceTotal",
    "VendorAgingRow",
    "VendorStatementQuery",
    "cells",
    "columns",
    "examples",
    "sheet_of",
]
