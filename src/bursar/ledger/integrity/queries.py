"""The checks: each is one statement that says how much it looked at, how much is wrong, and the first wrong rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import TextClause, select, text

from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.wire import Amount
from bursar.ledger.integrity.schemas import CheckRead, Finding, IntegrityRead, Outcome, worst
from bursar.ledger.reports.queries.asked import OPEN_ITEMS
from bursar.platform.work import Work
from bursar.tables import legal_entities

_MOST_ENTITIES: Final = 1_000
_ENTITY: Final = "tenant_id = :tenant AND legal_entity_id = ANY(:entities)"

# A check fills `judged`: legal_entity_id, what, id with its prefix, expected and actual (minor units where there is a
# currency), is_wrong, and how many rows stand behind it.
_JUDGED: Final = """
    WITH {judged}
    SELECT coalesce(sum(rows), 0) AS examined, count(*) FILTER (WHERE is_wrong) AS wrong,
           coalesce((SELECT jsonb_agg(to_jsonb(first)) FROM (
             SELECT legal_entity_id, what, prefix, id, expected::text, actual::text, currency
             FROM judged WHERE is_wrong ORDER BY legal_entity_id, what, id LIMIT 10) first), '[]') AS first_wrong
    FROM judged
"""

# What is owed is a credit of payables and a debit of receivables. In each currency of documents, and what is booked
# for it in base currency.
_CONTROL: Final = """
    {open_items},
    booked AS (
      SELECT l.legal_entity_id, l.currency, l.base_currency, count(*) AS rows,
             CASE WHEN :side = 'payable' THEN -1 ELSE 1 END * sum(l.amount_minor) AS amount,
             CASE WHEN :side = 'payable' THEN -1 ELSE 1 END * sum(l.base_amount_minor) AS base
      FROM ledger_account a
      JOIN journal_line l ON l.tenant_id = :tenant AND l.legal_entity_id = a.legal_entity_id AND l.account_id = a.id
      JOIN journal_entry e ON e.tenant_id = :tenant AND e.legal_entity_id = l.legal_entity_id AND e.id = l.entry_id
      WHERE a.tenant_id = :tenant AND a.legal_entity_id = ANY(:entities) AND a.control = :control
        AND e.posting_date <= :as_of AND e.recorded_at <= :known_at
      GROUP BY 1, 2, 3),
    owed AS (
      SELECT legal_entity_id, currency, base_currency, count(*) AS rows, sum(open) AS amount, sum(base_open) AS base
      FROM item GROUP BY 1, 2, 3),
    judged AS (
      SELECT legal_entity_id, kind || ' ' || currency AS what, NULL AS prefix, NULL::uuid AS id,
             coalesce(o, 0) AS expected, coalesce(b, 0) AS actual, shown_in AS currency,
             coalesce(o, 0) <> coalesce(b, 0) AS is_wrong, v.rows
      FROM booked FULL JOIN owed USING (legal_entity_id, currency, base_currency)
      CROSS JOIN LATERAL (VALUES
        ('documents in', owed.amount, booked.amount, currency, coalesce(booked.rows, 0) + coalesce(owed.rows, 0)),
        ('base currency of documents in', owed.base, booked.base, base_currency, 0)) v (kind, o, b, shown_in, rows))
"""

_NUMBERS: Final = f"""
    numbered AS (
      SELECT legal_entity_id, series, fiscal_year, number,
             lag(number, 1, 0) OVER (PARTITION BY legal_entity_id, series, fiscal_year ORDER BY number) + 1 AS expected,
             lead(number) OVER (PARTITION BY legal_entity_id, series, fiscal_year ORDER BY number) IS NULL AS is_last
      FROM journal_entry WHERE {_ENTITY}),
    judged AS (
      SELECT n.legal_entity_id, concat_ws('-', n.series, n.fiscal_year, to_char(n.number, 'FM000000')) AS what,
             NULL AS prefix, NULL::uuid AS id, n.expected, n.number AS actual, NULL AS currency,
             n.number <> n.expected AS is_wrong, 1 AS rows
      FROM numbered n
      UNION ALL
      SELECT s.legal_entity_id, concat_ws('-', s.series, s.fiscal_year, 'counter'), NULL, NULL, coalesce(n.number, 0),
             s.last_number, NULL, coalesce(n.number, 0) <> s.last_number, 0
      FROM number_series s
      LEFT JOIN numbered n ON n.legal_entity_id = s.legal_entity_id AND n.series = s.series
        AND n.fiscal_year = s.fiscal_year AND n.is_last
      WHERE s.tenant_id = :tenant AND s.legal_entity_id = ANY(:entities))
"""  # noqa: S608 - our own pieces; values are parameters.

_ENTRIES: Final = """
    summed AS (
      SELECT e.legal_entity_id, e.id, e.series, e.fiscal_year, e.number, l.currency, l.base_currency,
             count(l.entry_id) AS rows, coalesce(sum(l.amount_minor), 0) AS amount,
             coalesce(sum(l.base_amount_minor), 0) AS base
      FROM journal_entry e
      LEFT JOIN journal_line l ON l.tenant_id = :tenant AND l.entry_id = e.id
      WHERE e.tenant_id = :tenant AND e.legal_entity_id = ANY(:entities) AND e.posting_date <= :as_of
      GROUP BY 1, 2, 3, 4, 5, 6, 7),
    of_entry AS (
      SELECT legal_entity_id, id, concat_ws('-', series, fiscal_year, to_char(number, 'FM000000')) AS what,
             min(base_currency) AS base_currency, sum(rows) AS rows, sum(base) AS base,
             max(abs(amount)) AS worst, max(currency) FILTER (WHERE amount <> 0) AS worst_currency
      FROM summed GROUP BY 1, 2, 3),
    judged AS (
      SELECT o.legal_entity_id, what || CASE WHEN rows = 0 THEN ': no lines' ELSE '' END AS what, 'entry' AS prefix,
             o.id, 0 AS expected, CASE WHEN worst <> 0 THEN worst ELSE base END AS actual,
             coalesce(worst_currency, o.base_currency) AS currency,
             rows = 0 OR worst <> 0 OR base <> 0 OR o.base_currency <> b.base_currency AS is_wrong, 1 AS rows
      FROM of_entry o JOIN legal_entity b ON b.tenant_id = :tenant AND b.id = o.legal_entity_id)
"""

_ITEMS: Final = f"""
    taken AS (
      SELECT item, sum(minor) AS minor, sum(base) AS base FROM (
        SELECT credit_item_id AS item, amount_minor AS minor, credit_base_minor AS base FROM allocation WHERE {_ENTITY}
        UNION ALL SELECT debit_item_id, amount_minor, debit_base_minor FROM allocation WHERE {_ENTITY}) parts
      GROUP BY item),
    expected AS (
      SELECT i.*, i.amount_minor - CASE WHEN i.amount_minor < 0 THEN -1 ELSE 1 END * coalesce(t.minor, 0) AS open,
             i.base_amount_minor - CASE WHEN i.amount_minor < 0 THEN -1 ELSE 1 END * coalesce(t.base, 0) AS base_open
      FROM open_item i LEFT JOIN taken t ON t.item = i.id
      WHERE i.tenant_id = :tenant AND i.legal_entity_id = ANY(:entities)),
    judged AS (
      SELECT legal_entity_id, kind || coalesce(' ' || reference, '') AS what, 'entry' AS prefix, entry_id AS id,
             CASE WHEN open <> open_minor THEN open ELSE base_open END AS expected,
             CASE WHEN open <> open_minor THEN open_minor ELSE base_open_minor END AS actual,
             CASE WHEN open <> open_minor THEN currency ELSE base_currency END AS currency,
             open <> open_minor OR base_open IS DISTINCT FROM base_open_minor AS is_wrong, 1 AS rows
      FROM expected)
"""  # noqa: S608 - our own pieces; values are parameters.

# What the two items of an allocation give up in base differs by what its entry has on the control account beside the
# items that it left itself.
_EXCHANGE: Final = """
    realised AS (
      SELECT x.legal_entity_id, x.entry_id, i.side, i.base_currency, count(*) AS rows,
             CASE i.side WHEN 'payable' THEN -1 ELSE 1 END * sum(x.debit_base_minor - x.credit_base_minor) AS told,
             min(x.id::text)::uuid AS first_id
      FROM allocation x JOIN open_item i ON i.tenant_id = :tenant AND i.id = x.debit_item_id
      WHERE x.tenant_id = :tenant AND x.legal_entity_id = ANY(:entities) AND x.allocated_on <= :as_of
      GROUP BY 1, 2, 3, 4),
    booked AS (
      SELECT l.entry_id, a.control, sum(l.base_amount_minor) AS base
      FROM (SELECT DISTINCT entry_id FROM realised) r
      JOIN journal_line l ON l.tenant_id = :tenant AND l.entry_id = r.entry_id
      JOIN ledger_account a ON a.tenant_id = :tenant AND a.legal_entity_id = l.legal_entity_id AND a.id = l.account_id
        AND a.control IN ('accounts_payable', 'accounts_receivable')
      GROUP BY 1, 2),
    left_open AS (
      SELECT i.entry_id, i.side, sum(i.base_amount_minor) AS base
      FROM (SELECT DISTINCT entry_id FROM realised) r
      JOIN open_item i ON i.tenant_id = :tenant AND i.entry_id = r.entry_id GROUP BY 1, 2),
    judged AS (
      SELECT r.legal_entity_id,
             'allocations with' || CASE WHEN r.entry_id IS NULL THEN 'out' ELSE '' END || ' an entry' AS what,
             CASE WHEN r.entry_id IS NULL THEN 'allocation' ELSE 'entry' END AS prefix,
             coalesce(r.entry_id, r.first_id) AS id, r.told AS expected, actual, r.base_currency AS currency,
             r.told <> actual AS is_wrong, r.rows
      FROM realised r
      LEFT JOIN booked b ON b.entry_id = r.entry_id
        AND b.control = CASE r.side WHEN 'payable' THEN 'accounts_payable' ELSE 'accounts_receivable' END
      LEFT JOIN left_open o ON o.entry_id = r.entry_id AND o.side = r.side
      CROSS JOIN LATERAL (SELECT CASE r.side WHEN 'payable' THEN 1 ELSE -1 END
        * (coalesce(b.base, 0) + CASE r.side WHEN 'payable' THEN 1 ELSE -1 END * coalesce(o.base, 0)) AS actual) v)
"""

_DOCUMENTS: Final = f"""
    document AS (
      SELECT legal_entity_id, 'bill' AS kind, id, coalesce(number, vendor_reference) AS name, entry_id,
             reversal_entry_id, document_status = 'reversed' AS is_reversed
      FROM bill WHERE {_ENTITY} AND document_status IN ('posted', 'reversed')
      UNION ALL
      SELECT legal_entity_id, 'manual', id, coalesce(number, memo), entry_id, reversal_entry_id, state = 'reversed'
      FROM manual_entry WHERE {_ENTITY} AND state IN ('posted', 'reversed')
      UNION ALL
      SELECT legal_entity_id, 'payment', id, coalesce(reference, 'payment'), entry_id, reversal_entry_id,
             status = 'reversed'
      FROM payment WHERE {_ENTITY}),
    judged AS (
      SELECT d.legal_entity_id, concat_ws(' ', d.kind, d.name) AS what, d.kind AS prefix, d.id, 1 AS expected,
             CASE WHEN e.source_id = d.id THEN 1 ELSE 0 END AS actual, NULL AS currency,
             e.source_id IS DISTINCT FROM d.id
               OR d.is_reversed AND r.reversal_of IS DISTINCT FROM d.entry_id AS is_wrong, 1 AS rows
      FROM document d
      LEFT JOIN journal_entry e ON e.tenant_id = :tenant AND e.legal_entity_id = d.legal_entity_id AND e.id = d.entry_id
      LEFT JOIN journal_entry r ON r.tenant_id = :tenant AND r.legal_entity_id = d.legal_entity_id
        AND r.id = d.reversal_entry_id
      UNION ALL
      SELECT e.legal_entity_id,
             concat_ws('-', e.series, e.fiscal_year, to_char(e.number, 'FM000000')) || ': no such ' || e.source_type,
             'entry', e.id, 1, 0, NULL, d.id IS NULL, 1
      FROM journal_entry e LEFT JOIN document d ON d.id = e.source_id
      WHERE e.tenant_id = :tenant AND e.legal_entity_id = ANY(:entities) AND e.source_type IN ('bill', 'payment'))
"""  # noqa: S608 - our own pieces; values are parameters.


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its statement fills `judged`; `of` says what its rows are."""

    name: str
    title: str
    of: str
    statement: TextClause
    given: Mapping[str, Any]


def _check(name: str, title: str, of: str, judged: str, **given: Any) -> Check:
    return Check(name, title, of, text(_JUDGED.format(judged=judged)), given)


def _control(name: str, title: str, side: str, account: str) -> Check:
    judged = _CONTROL.format(open_items=OPEN_ITEMS)
    return _check(name, title, "control account lines and open items", judged, side=side, control=account)


CHECKS: Final = (
    _control(
        "payables_tie", "Open items of vendors equal the payables control account.", "payable", "accounts_payable"
    ),
    _control(
        "receivables_tie",
        "Open items of customers equal the receivables control account.",
        "receivable",
        "accounts_receivable",
    ),
    _check("numbers", "Numbers have no gap in any series and year.", "journal entries", _NUMBERS),
    _check("entries_balance", "Every entry balances in each currency and in base.", "journal entries", _ENTRIES),
    _check("items_open", "What is open is what came less what was allocated.", "open items", _ITEMS),
    _check("exchange_booked", "Exchange differences of allocations are booked.", "allocations", _EXCHANGE),
    _check("documents_posted", "Every posted document has its entry.", "documents and their entries", _DOCUMENTS),
)


async def check_books(work: Work, legal_entity_id: UUID | None = None, as_of: date | None = None) -> IntegrityRead:
    """Return what all checks found. Raises NotFound. Meant for a work that sees one state of the books."""
    query = select(legal_entities.c.id).where(work.owns(legal_entities)).limit(_MOST_ENTITIES)
    if legal_entity_id is not None:
        query = query.where(legal_entities.c.id == legal_entity_id)
    entities = [row.id for row in await work.session.rows(query)]
    if legal_entity_id is not None and not entities:
        raise NotFound("No such legal entity.")
    # The last day of all stands for no bound.
    given = {"tenant": work.tenant_id, "entities": entities, "as_of": as_of or date.max, "known_at": work.now}
    checks = tuple([await _checked(work, check, given) for check in CHECKS])
    return IntegrityRead(
        outcome=worst([check.outcome for check in checks]),
        legal_entity_id=legal_entity_id,
        entities=len(entities),
        as_of=as_of,
        checked_at=work.now,
        checks=checks,
    )


async def _checked(work: Work, check: Check, given: Mapping[str, Any]) -> CheckRead:
    row = await work.session.row(check.statement, {**given, **check.given})
    assert row is not None, "an aggregate has one row"
    examined = int(row.examined)
    proved = Outcome.PASSED if examined else Outcome.NOT_EXAMINED
    return CheckRead(
        name=check.name,
        title=check.title,
        outcome=Outcome.FAILED if row.wrong else proved,
        examined=examined,
        of=check.of,
        wrong=row.wrong,
        first_wrong=tuple(_findings(row.first_wrong)),
    )


_PATHS: Final = {"entry": "journal-entries", "bill": "bills", "payment": "payments", "manual": "manual-entries"}


def _findings(rows: Sequence[Mapping[str, Any]]) -> list[Finding]:
    found = []
    for row in rows:
        path = _PATHS.get(row["prefix"] or "")
        expected, actual = (_shown(row[name], row["currency"]) for name in ("expected", "actual"))
        found.append(
            Finding(
                legal_entity_id=UUID(row["legal_entity_id"]),
                what=row["what"],
                expected=expected,
                actual=actual,
                link=None if path is None else f"/v1/{path}/{to_public(row['prefix'], UUID(row['id']))}",
            )
        )
    return found


def _shown(figure: str | None, currency: str | None) -> str:
    if figure is None:
        return "nothing"
    if currency is None:
        return figure
    return f"{Amount.of(int(figure), currency).amount} {currency}"
