"""The SQL of the reports, a module for each: every figure from postings and allocations as they stood.

`asked` knows what a question means, with the parts of SQL that reports share; `balances` sums accounts over windows of
days; `controls` has what the sub-ledgers must tie to.
"""

from bursar.ledger.reports.queries.aging import ap_aging
from bursar.ledger.reports.queries.trial_balance import trial_balance

__all__ = ["ap_aging", "trial_balance"]
