"""What the database says, asked as the superuser, who sees every row: while things are killed, and when all is over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg.rows import tuple_row

from tests.invoices import MadeInvoice

_MOMENT = """
    SELECT
      (SELECT coalesce(sum(base_amount_minor), 0) FROM journal_line)::bigint AS trial_balance,
      (SELECT coalesce(sum(l.base_amount_minor), 0) FROM journal_line l
         JOIN ledger_account a ON (a.tenant_id, a.id) = (l.tenant_id, l.account_id)
        WHERE a.control = 'accounts_payable')::bigint AS payable,
      (SELECT coalesce(sum(open_minor), 0) FROM open_item)::bigint AS open_items,
      (SELECT count(*) FROM (SELECT 1 FROM journal_line GROUP BY tenant_id, entry_id
                             HAVING sum(amount_minor) <> 0 OR sum(base_amount_minor) <> 0) AS x) AS unbalanced,
      (SELECT count(*) FROM document) AS received,
      (SELECT count(*) FROM document WHERE status = 'posted') AS posted
"""

_DOCUMENTS = """
    SELECT d.sha256, d.id, d.status, d.reason_codes, d.times_received,
      (SELECT count(*) FROM agent_run r WHERE (r.tenant_id, r.document_id) = (d.tenant_id, d.id)) AS runs,
      (SELECT count(*) FROM proposal p WHERE (p.tenant_id, p.document_id) = (d.tenant_id, d.id)
         AND p.state = 'applied') AS applied,
      (SELECT count(*) FROM bill b WHERE (b.tenant_id, b.document_id) = (d.tenant_id, d.id)) AS bills,
      (SELECT count(*) FROM bill b WHERE (b.tenant_id, b.document_id) = (d.tenant_id, d.id)
         AND b.id = d.bill_id AND b.document_status = 'posted') AS posted,
      (SELECT count(*) FROM journal_entry e WHERE (e.tenant_id, e.source_id) = (d.tenant_id, d.bill_id)) AS entries,
      (SELECT count(*) FROM open_item o WHERE (o.tenant_id, o.bill_id) = (d.tenant_id, d.bill_id)) AS open_items,
      (SELECT coalesce(sum(o.amount_minor), 0) FROM open_item o
        WHERE (o.tenant_id, o.bill_id) = (d.tenant_id, d.bill_id))::bigint AS payable_minor
    FROM document d
"""

# Each returns a row for everything that is wrong.
_WRONG: Mapping[str, str] = {
    "numbers with a gap, twice, or apart from their counter": """
        SELECT e.legal_entity_id, e.series, e.fiscal_year, count(*), min(number), max(number), max(s.last_number)
        FROM journal_entry e LEFT JOIN number_series s USING (tenant_id, legal_entity_id, series, fiscal_year)
        GROUP BY e.tenant_id, e.legal_entity_id, e.series, e.fiscal_year
        HAVING count(DISTINCT number) <> count(*) OR min(number) <> 1 OR max(number) <> count(*)
            OR max(s.last_number) IS DISTINCT FROM max(number)""",
    "bills' numbers twice or missing": """
        SELECT number, count(*) FROM bill WHERE document_status = 'posted'
        GROUP BY number HAVING count(*) > 1 OR number IS NULL""",
    "jobs that are not done": "SELECT kind, state, attempts, last_error FROM job WHERE state <> 'done'"
    " AND NOT (kind = 'ledger.fold_aging' AND state = 'pending')",
    "vendors twice": """
        SELECT coalesce(tax_id_key, name_key), count(*) FROM vendor
        GROUP BY tenant_id, coalesce(tax_id_key, name_key) HAVING count(*) > 1""",
    "agent runs that did not end": "SELECT id, state, outcome FROM agent_run WHERE state <> 'done'",
    "proposals left undecided or not carried out": """
        SELECT id, document_id, state, failure FROM proposal WHERE state IN ('pending', 'approved', 'failed')""",
    "runs that did not record their bill exactly once": """
        SELECT r.id, count(a.id) FROM agent_run r LEFT JOIN audit_entry a
          ON (a.tenant_id, a.agent_run_id, a.action) = (r.tenant_id, r.id, 'bills.record')
        GROUP BY r.id HAVING count(a.id) <> 1""",
    "bills recorded by no run": """
        SELECT id FROM audit_entry WHERE action = 'bills.record' AND agent_run_id IS NULL""",
    "posted facts that were not told exactly once": """
        SELECT b.id, count(e.id) FROM bill b LEFT JOIN event e
          ON (e.tenant_id, e.subject_id, e.type) = (b.tenant_id, b.id, 'bill.posted')
        WHERE b.document_status = 'posted' GROUP BY b.id HAVING count(e.id) <> 1""",
    "decisions without exactly one audit row": """
        SELECT p.id, count(a.id) FROM proposal p LEFT JOIN audit_entry a
          ON (a.tenant_id, a.action, a.subject_id) = (p.tenant_id, 'proposals.approve', p.id)
        WHERE p.state IN ('approved', 'applied') GROUP BY p.id HAVING count(a.id) <> 1""",
    "receipts without exactly one audit row each": """
        SELECT d.id, d.times_received, count(a.id) FROM document d LEFT JOIN audit_entry a
          ON (a.tenant_id, a.action, a.subject_id) = (d.tenant_id, 'documents.receive', d.id)
        GROUP BY d.id, d.times_received HAVING count(a.id) <> d.times_received""",
    "actions that left two audit rows for one key": """
        SELECT actor_id, action, input_hash, count(*) FROM audit_entry
        WHERE action IN ('proposals.approve', 'bills.record') GROUP BY 1, 2, 3 HAVING count(*) > 1""",
}


@dataclass(slots=True)
class Books:
    """Look at the books; `faults` gathers everything that was ever wrong."""

    connection: psycopg.Connection[Any]
    looks: int = 0
    faults: list[str] = field(default_factory=list)

    def look(self) -> Any:
        """Check the sums at this moment and return how far the work is."""
        row = self.connection.execute(_MOMENT).fetchone()
        assert row is not None
        self.looks += 1
        if row.trial_balance != 0 or row.unbalanced:
            self.faults.append(f"trial balance {row.trial_balance}, {row.unbalanced} entries unbalanced")
        if row.payable + row.open_items != 0:
            self.faults.append(f"control account {row.payable}, open items {row.open_items}")
        return row

    def jobs_left(self) -> int:
        """Return how many jobs still wait or run."""
        row = self.connection.execute(
            # The fold of aging always comes again.
            "SELECT count(*) AS left FROM job WHERE state IN ('pending', 'running') AND kind <> 'ledger.fold_aging'"
        )
        return int(row.fetchone().left)  # type: ignore[union-attr]  # A count is one row.

    def picture(self) -> str:
        """Return where everything stands, for a run that got stuck."""
        lines = []
        for what in (
            "SELECT 'document', status, reason_codes::text, count(*) FROM document GROUP BY 1, 2, 3",
            "SELECT 'run', state, outcome, count(*) FROM agent_run GROUP BY 1, 2, 3",
            "SELECT 'proposal', state, concat(decision_reasons, failure), count(*) FROM proposal GROUP BY 1, 2, 3",
            "SELECT 'job ' || kind, state, left(last_error, 200), count(*) FROM job GROUP BY 1, 2, 3",
            "SELECT 'task', state, kind || ' ' || reason_codes::text, count(*) FROM task GROUP BY 1, 2, 3",
        ):
            rows = self.connection.cursor(row_factory=tuple_row).execute(what).fetchall()
            lines += [" | ".join(map(str, row)) for row in rows]
        return "\n".join(lines)

    def audit(self, made: Iterable[MadeInvoice]) -> "Verdict":
        """Compare every document with the file it came from, and every row that should be there once."""
        verdict = Verdict()
        found = {row.sha256: row for row in self.connection.execute(_DOCUMENTS).fetchall()}
        expected = {one.sha256: one for one in made}
        verdict.double += [f"document {row.id} that nobody sent" for sha, row in found.items() if sha not in expected]
        for sha256, one in expected.items():
            _compare(verdict, one, found.get(sha256))
        for what, query in _WRONG.items():
            rows = self.connection.cursor(row_factory=tuple_row).execute(query).fetchall()
            verdict.wrong += [f"{what}: {tuple(map(str, row))}" for row in rows[:5]]
        verdict.wrong += self.faults
        vendors = self.connection.execute("SELECT count(*) AS count FROM vendor").fetchone()
        assert vendors is not None
        if vendors.count != len({one.seller for one in expected.values()}):
            verdict.wrong.append(f"{vendors.count} vendors")
        return verdict


@dataclass(slots=True)
class Verdict:
    """What was lost, what happened more than once, and what else is wrong."""

    lost: list[str] = field(default_factory=list)
    double: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.double or self.wrong)


def _compare(verdict: Verdict, one: MadeInvoice, row: Any) -> None:
    if row is None:
        verdict.lost.append(f"{one.number} left no document")
        return
    if row.status != "posted":
        verdict.lost.append(f"{one.number} is {row.status} {row.reason_codes}")
        return
    for what in ("runs", "applied", "bills", "posted", "entries", "open_items"):
        count = getattr(row, what)
        if count != 1:
            (verdict.double if count > 1 else verdict.lost).append(f"{one.number} has {count} {what}")
    expected = -one.gross_minor if one.is_credit_note else one.gross_minor
    if row.payable_minor != expected:
        verdict.wrong.append(f"{one.number} owes {row.payable_minor} and should owe {expected}")
