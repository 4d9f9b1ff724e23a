"""Whether the books are right: asked of the database, for every tenant, before any figure is printed."""

from collections.abc import Mapping

from tests.bench.stage import look
from tests.ground import Ground

# Each returns a row for everything that is wrong.
_WRONG: Mapping[str, str] = {
    "the trial balance is not zero": """
        SELECT tenant_id, legal_entity_id, sum(amount_minor), sum(base_amount_minor) FROM journal_line
        GROUP BY 1, 2 HAVING sum(amount_minor) <> 0 OR sum(base_amount_minor) <> 0""",
    "an entry does not balance": """
        SELECT tenant_id, entry_id FROM journal_line GROUP BY 1, 2 HAVING sum(amount_minor) <> 0""",
    "an entry has no lines": """
        SELECT e.id FROM journal_entry e
        WHERE NOT EXISTS (SELECT 1 FROM journal_line l WHERE (l.tenant_id, l.entry_id) = (e.tenant_id, e.id))""",
    "a control account is not the sum of its side's open items": """
        SELECT a.tenant_id, a.legal_entity_id, a.control, l.total, o.total
        FROM ledger_account a
        LEFT JOIN LATERAL (SELECT coalesce(sum(base_amount_minor), 0) AS total FROM journal_line j
          WHERE (j.tenant_id, j.legal_entity_id, j.account_id) = (a.tenant_id, a.legal_entity_id, a.id)) l ON true
        LEFT JOIN LATERAL (SELECT coalesce(sum(base_open_minor), 0) AS total FROM open_item i
          WHERE (i.tenant_id, i.legal_entity_id) = (a.tenant_id, a.legal_entity_id)
            AND a.control = 'accounts_' || i.side) o ON true
        WHERE a.control = 'accounts_payable' AND l.total + o.total <> 0
          OR a.control = 'accounts_receivable' AND l.total - o.total <> 0""",
    "what is open of an item is not what its allocations have left": """
        SELECT i.tenant_id, i.id, i.amount_minor, i.open_minor, s.minor, i.base_open_minor, s.base FROM open_item i
        LEFT JOIN (SELECT tenant_id, item, sum(minor) AS minor, sum(base) AS base FROM (
            SELECT tenant_id, debit_item_id AS item, amount_minor AS minor, debit_base_minor AS base FROM allocation
            UNION ALL SELECT tenant_id, credit_item_id, amount_minor, credit_base_minor FROM allocation) parts
          GROUP BY 1, 2) s ON (s.tenant_id, s.item) = (i.tenant_id, i.id)
        WHERE abs(i.open_minor) + coalesce(s.minor, 0) <> abs(i.amount_minor)
          OR abs(i.base_open_minor) + coalesce(s.base, 0) <> abs(i.base_amount_minor)
          OR coalesce(s.minor, 0) NOT BETWEEN 0 AND abs(i.amount_minor)""",
    "a payment is not posted exactly once with its item": """
        SELECT p.tenant_id, p.id FROM payment p
        LEFT JOIN journal_entry e ON (e.tenant_id, e.id, e.source_id) = (p.tenant_id, p.entry_id, p.id)
        LEFT JOIN open_item i ON (i.tenant_id, i.id, i.entry_id) = (p.tenant_id, p.open_item_id, p.entry_id)
        WHERE e.id IS NULL OR abs(i.amount_minor) IS DISTINCT FROM p.settled_minor""",
    "numbers have a gap, or stand twice, or are apart from their counter": """
        SELECT e.tenant_id, e.series, e.fiscal_year, count(*), min(number), max(number), max(s.last_number)
        FROM journal_entry e LEFT JOIN number_series s USING (tenant_id, legal_entity_id, series, fiscal_year)
        GROUP BY e.tenant_id, e.legal_entity_id, e.series, e.fiscal_year
        HAVING count(DISTINCT number) <> count(*) OR min(number) <> 1 OR max(number) <> count(*)
            OR max(s.last_number) IS DISTINCT FROM max(number)""",
    "a bill's number stands twice or is missing": """
        SELECT tenant_id, number, count(*) FROM bill WHERE document_status = 'posted'
        GROUP BY 1, 2 HAVING count(*) > 1 OR number IS NULL""",
    "an approved bill is not posted exactly once": """
        SELECT b.id, e.entries, o.items FROM bill b
        LEFT JOIN (SELECT tenant_id, source_id, count(*) AS entries FROM journal_entry GROUP BY 1, 2) e
          ON (e.tenant_id, e.source_id) = (b.tenant_id, b.id)
        LEFT JOIN (SELECT tenant_id, bill_id, count(*) AS items, sum(amount_minor) AS total FROM open_item
                   GROUP BY 1, 2) o ON (o.tenant_id, o.bill_id) = (b.tenant_id, b.id)
        WHERE (b.approval_status = 'approved') <> (b.document_status = 'posted')
          OR (b.document_status = 'posted') AND (e.entries, o.items, o.total) IS DISTINCT FROM
            (1, 1, CASE b.kind WHEN 'bill' THEN b.payable_minor ELSE -b.payable_minor END)
          OR (b.document_status <> 'posted') AND (e.entries IS NOT NULL OR o.items IS NOT NULL)""",
}
_KEPT_BY_THE_PRODUCT: Mapping[str, str] = {
    "a payment has not exactly one audit row and one event": """
        SELECT p.id, a.rows, v.rows FROM payment p
        LEFT JOIN (SELECT tenant_id, subject_id, count(*) AS rows FROM audit_entry
                   WHERE action = 'payments.record' GROUP BY 1, 2) a
          ON (a.tenant_id, a.subject_id) = (p.tenant_id, p.id)
        LEFT JOIN (SELECT tenant_id, subject_id, count(*) AS rows FROM event WHERE type = 'payment.recorded'
                   GROUP BY 1, 2) v ON (v.tenant_id, v.subject_id) = (p.tenant_id, p.id)
        WHERE p.tenant_id = ANY(%s) AND (a.rows, v.rows) IS DISTINCT FROM (1, 1)""",
    "a posting has not exactly one audit row and one event": """
        SELECT b.id, a.rows, v.rows FROM bill b
        LEFT JOIN (SELECT tenant_id, subject_id, count(*) AS rows FROM audit_entry
                   WHERE action IN ('bills.approve', 'bills.record') GROUP BY 1, 2) a
          ON (a.tenant_id, a.subject_id) = (b.tenant_id, b.id)
        LEFT JOIN (SELECT tenant_id, subject_id, count(*) AS rows FROM event WHERE type = 'bill.posted'
                   GROUP BY 1, 2) v ON (v.tenant_id, v.subject_id) = (b.tenant_id, b.id)
        WHERE b.tenant_id = ANY(%s) AND b.document_status = 'posted' AND (a.rows, v.rows) IS DISTINCT FROM (1, 1)""",
}


def faults(ground: Ground, product_tenants: list[object]) -> list[str]:
    """Return everything that is wrong with any tenant's books; nothing for books that are right."""
    found = []
    with look(ground) as connection:
        for what, query in _WRONG.items():
            found += [f"{what}: {tuple(map(str, row))}" for row in connection.execute(query).fetchmany(3)]
        for what, query in _KEPT_BY_THE_PRODUCT.items():
            rows = connection.execute(query, [product_tenants]).fetchmany(3)
            found += [f"{what}: {tuple(map(str, row))}" for row in rows]
    return found


def posted(ground: Ground, tenant_id: object) -> int:
    """Return how many bills of a tenant are posted."""
    with look(ground) as connection:
        row = connection.execute(
            "SELECT count(*) AS posted FROM bill WHERE tenant_id = %s AND document_status = 'posted'", [tenant_id]
        ).fetchone()
    return int(row[0]) if row else 0
