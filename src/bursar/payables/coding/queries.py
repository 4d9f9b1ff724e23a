"""What people coded before, from the posted bills, the rules they wrote, and what these suggest."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from bursar.core.coding import Coding, Level, line_key, line_words
from bursar.core.duplicates import order_key
from bursar.core.order_coding import Coded, Kind, References, codes_in, names_of
from bursar.kit.errors import NotFound
from bursar.kit.statements import Row
from bursar.ledger.dimensions.queries import dimension_facts
from bursar.payables.coding.schemas import CodingAsked, CodingSuggested, LineSuggestion, LineToCode
from bursar.payables.coding.weighing import Found, Suggested, weighed
from bursar.payables.coding_rules.queries import active_rules
from bursar.platform.work import Work

# A line is a precedent when its bill is posted and what it names can still be named. Each branch is bounded, so that
# the answer costs the same however long the history is.
_LINE = """
    l.bill_id, l.line_number, l.description, l.line_key, l.account_id, l.cost_centre_id, l.project_id, l.tax_code_id,
    b.decided_at, COALESCE(l.accounting_reference, b.accounting_reference) AS accounting_reference
"""
_POSTED = "b.tenant_id = l.tenant_id AND b.id = l.bill_id AND b.document_status = 'posted'"
_MINE = "l.tenant_id = :tenant_id AND l.legal_entity_id = :legal_entity_id"
# A word that few lines have tells more than one that many have, so lines are ranked by the rare words they share. Those
# ranked are then looked up one by one: of a join, the planner would rank anew for every line there is, where many have
# come and statistics of them have not been taken yet.
_ALIKE = """
    SELECT a.n, :level AS level, true AS alike, l.*
    FROM asked a CROSS JOIN LATERAL (
      SELECT w.bill_id, w.line_number
      FROM (
        SELECT w.bill_id, w.line_number, count(*) OVER (PARTITION BY one.word) AS lines
        FROM unnest(a.words) AS one(word) CROSS JOIN LATERAL (
          SELECT w.bill_id, w.line_number FROM bill_line_word w
          WHERE w.tenant_id = :tenant_id AND w.legal_entity_id = :legal_entity_id AND w.word = one.word {whose}
          ORDER BY w.vendor_id DESC, w.bill_id DESC, w.line_number LIMIT 200) w) w
      GROUP BY w.bill_id, w.line_number ORDER BY sum(1.0 / w.lines) DESC, w.bill_id DESC, w.line_number LIMIT 40) h
    CROSS JOIN LATERAL (
      SELECT {line} FROM bill_line l JOIN bill b ON {posted}
      WHERE l.tenant_id = :tenant_id AND l.bill_id = h.bill_id AND l.line_number = h.line_number LIMIT 1) l
"""


def _alike(level: Level, whose: str) -> str:
    return _ALIKE.format(line=_LINE, posted=_POSTED, whose=whose).replace(":level", f"'{level}'")


_PRECEDENTS = text(f"""
    WITH asked AS (
      SELECT n, key, string_to_array(spaced, ' ') AS words
      FROM unnest(CAST(:keys AS text[]), CAST(:words AS text[])) WITH ORDINALITY AS a(key, spaced, n)
    )
    SELECT a.n, 'same_line' AS level, false AS alike, h.*
    FROM asked a CROSS JOIN LATERAL (
      SELECT {_LINE} FROM bill_line l JOIN bill b ON {_POSTED}
      WHERE {_MINE} AND l.vendor_id = :vendor_id AND l.line_key = a.key
      ORDER BY l.bill_id DESC LIMIT 100) h
    UNION ALL {_alike(Level.SIMILAR_LINES, "AND w.vendor_id = :vendor_id")}
    UNION ALL
    SELECT NULL, 'same_vendor', false, h.* FROM (
      SELECT {_LINE} FROM (
        SELECT b.tenant_id, b.id, b.document_status, b.decided_at, b.accounting_reference FROM bill b
        WHERE b.tenant_id = :tenant_id AND b.legal_entity_id = :legal_entity_id AND b.vendor_id = :vendor_id
          AND b.document_status = 'posted' ORDER BY b.id DESC LIMIT 30) b
      JOIN bill_line l ON l.tenant_id = :tenant_id AND l.bill_id = b.id
      ORDER BY l.bill_id DESC LIMIT 200) h
    UNION ALL
    SELECT a.n, 'same_line_elsewhere', false, h.*
    FROM asked a CROSS JOIN LATERAL (
      SELECT {_LINE} FROM bill_line l JOIN bill b ON {_POSTED}
      WHERE {_MINE} AND l.line_key = a.key AND l.vendor_id IS DISTINCT FROM :vendor_id LIMIT 100) h
    UNION ALL {_alike(Level.SIMILAR_ELSEWHERE, "AND w.vendor_id IS DISTINCT FROM :vendor_id")}
""")  # noqa: S608 - the parts are words of ours.
_OF_ORDER = text(f"""
    SELECT o.key AS order_line_key, '{Level.ORDER_LINE}' AS level, h.*
    FROM unnest(CAST(:keys AS text[])) AS o(key) CROSS JOIN LATERAL (
      SELECT {_LINE} FROM bill_line l JOIN bill b ON {_POSTED}
      WHERE {_MINE} AND l.vendor_id = :vendor_id AND l.order_line_key = o.key
      ORDER BY l.bill_id DESC LIMIT 40) h
""")  # noqa: S608 - the parts are words of ours.
# The accounts that a line may go to; what an invoice may name are those that things are bought on: not a bank's, no
# revenue's, no sub-ledger's.
_ACCOUNTS = text("""
    SELECT a.id, a.code, a.name, a.type, a.id = v.default_account_id AS is_default,
           v.id AS vendor_id, v.name AS vendor_name,
           a.control IS NULL AND NOT a.is_bank AND a.type IN ('expense', 'asset') AS bought_on
    FROM legal_entity e
    JOIN ledger_account a ON a.tenant_id = :tenant_id AND a.legal_entity_id = e.id AND a.active
      AND (a.control IS NULL OR a.control = 'bank_charges')
    LEFT JOIN vendor v ON v.tenant_id = :tenant_id AND v.id = :vendor_id
    WHERE e.tenant_id = :tenant_id AND e.id = :legal_entity_id ORDER BY a.code
""")
# What precedents name beside an account, or an invoice by its code, and can still be named on the day; of a tax code,
# what it says on that day.
_NAMEABLE = text("""
    SELECT id, NULL AS category, NULL AS rate, dimension, code FROM dimension_value
    WHERE tenant_id = :tenant_id AND active
      AND (id = ANY(:named) OR (legal_entity_id = :legal_entity_id AND code = ANY(CAST(:codes AS text[]))))
      AND CAST(:on AS date) BETWEEN COALESCE(valid_from, '-infinity') AND COALESCE(valid_to, 'infinity')
    UNION ALL
    SELECT t.id, t.category, r.rate, NULL, NULL FROM tax_code t CROSS JOIN LATERAL (
      SELECT r.rate FROM tax_rate r WHERE r.tenant_id = t.tenant_id AND r.tax_code_id = t.id
        AND r.valid_from <= CAST(:on AS date) ORDER BY r.valid_from DESC LIMIT 1) r
    WHERE t.tenant_id = :tenant_id AND t.id = ANY(:named) AND t.active
""")
AT_ONCE: Final = 20  # Lines that are weighed in this thread.
KEYS_AT_ONCE: Final = 200  # Of one statement.
_BESIDE = ("cost_centre_id", "project_id", "tax_code_id")


async def suggest_coding(
    work: Work,
    legal_entity_id: UUID,
    vendor_id: UUID | None,
    lines: Sequence[LineToCode],
    *,
    on: date,
    vendor_name: str | None = None,
    order_reference: str | None = None,
    accounting_reference: str | None = None,
) -> tuple[Suggested, ...]:
    """Return a suggestion for each line, from rules, what people confirmed, and what the invoice names.

    A tax code is suggested where it says on that day what the line says of its tax. A vendor that is known goes by its
    own name, whatever it is called in the document. Raises NotFound for entity and vendor.
    """
    values = {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id, "vendor_id": vendor_id, "on": on}
    accounts = {row.id: row for row in await work.session.rows(_ACCOUNTS, values)}
    if not accounts:
        raise NotFound("No such legal entity, or it has no account to code to.", pointer="/legal_entity_id")
    if any(row.vendor_id != vendor_id for row in accounts.values()):
        raise NotFound("No such vendor.", pointer="/vendor_id")
    keys = [line_key(line.description) for line in lines]
    asked = {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
    order = order_key(order_reference) if vendor_id else None
    rules = await active_rules(work, legal_entity_id)
    rows = [*await _rows(work, values, list(asked)), *await _rows_of_order(work, values, order, lines)]
    said = {one for line in lines if (one := line.accounting_reference or accounting_reference)}
    if said:
        # What people made of references is judged by what those name.
        said |= {row.accounting_reference for _, row in rows if row.accounting_reference}
    nameable = await _nameable(work, values, [*(row for _, row in rows), *(rule.coding for rule in rules)], said)

    def can_be_named(one: Row | Coding) -> bool:
        return one.account_id in accounts and {one.cost_centre_id, one.project_id} <= {None, *nameable}

    by_key: dict[int | str | None, list[Row]] = {}
    for named_key, row in rows:
        if can_be_named(row):
            by_key.setdefault(named_key, []).append(row)
    found = Found(
        accounts,
        nameable,
        by_key,
        tuple(rule for rule in rules if can_be_named(rule.coding)),
        next(iter(accounts.values())).vendor_name or vendor_name,
        order_reference,
        accounting_reference,
        await _references(work, values, said, accounts, nameable),
    )
    numbered = [(line, key, asked[key]) for line, key in zip(lines, keys, strict=True)]
    # Weighing takes milliseconds a line: a long bill is weighed beside the loop that serves others.
    if len(lines) <= AT_ONCE:
        return weighed(numbered, found)
    return await asyncio.to_thread(weighed, numbered, found)


async def _rows(work: Work, values: Mapping[str, Any], keys: Sequence[str]) -> list[tuple[int | str | None, Row]]:
    """Return the precedents with the number of the key they are for, None for all lines of the vendor.

    Many keys are asked for in several statements, none of which takes long.
    """
    rows: list[tuple[int | str | None, Row]] = []
    for before in range(0, len(keys), KEYS_AT_ONCE):
        some = list(keys[before : before + KEYS_AT_ONCE])
        words = [" ".join(line_words(key)) for key in some]
        found = await work.session.rows(_PRECEDENTS, {**values, "keys": some, "words": words})
        rows += [(row.n and before + row.n, row) for row in found if row.n or not before]
    return rows


async def _rows_of_order(
    work: Work, values: Mapping[str, Any], order: str | None, lines: Sequence[LineToCode]
) -> list[tuple[int | str | None, Row]]:
    """Return what was billed of the order's lines, with what names the line; nothing is asked where no order is."""
    keys = list(dict.fromkeys(key for line in lines for key in line.names_on(order)))
    rows: list[tuple[int | str | None, Row]] = []
    for before in range(0, len(keys), KEYS_AT_ONCE):
        found = await work.session.rows(_OF_ORDER, {**values, "keys": keys[before : before + KEYS_AT_ONCE]})
        rows += [(row.order_line_key, row) for row in found]
    return rows


async def answer_coding(work: Work, asked: CodingAsked) -> CodingSuggested:
    """Return what `suggest_coding` says, for people to read."""
    found = await suggest_coding(
        work,
        asked.legal_entity_id,
        asked.vendor_id,
        asked.lines,
        on=asked.on or work.now.date(),
        vendor_name=asked.vendor_name,
        order_reference=asked.order_reference,
        accounting_reference=asked.accounting_reference,
    )
    return CodingSuggested(lines=tuple(LineSuggestion.read(one.suggestion, one.accounts) for one in found))


async def _nameable(
    work: Work, values: Mapping[str, Any], codings: Sequence[Row | Coding], references: Iterable[str]
) -> Mapping[UUID, Row]:
    named = {getattr(coding, name) for coding in codings for name in _BESIDE} - {None}
    codes = {code for reference in references for code in codes_in(reference)}
    if not named and not codes:
        return {}
    rows = await work.session.rows(_NAMEABLE, {**values, "named": list(named), "codes": list(codes)})
    return {row.id: row for row in rows}


async def _references(
    work: Work,
    values: Mapping[str, Any],
    said: Iterable[str],
    accounts: Mapping[UUID, Row],
    nameable: Mapping[UUID, Row],
) -> References:
    """Return what accounting references name of ours."""
    things = [Coded(Kind.ACCOUNT, row.id, row.code) for row in accounts.values() if row.bought_on]
    things += [Coded(Kind(row.dimension), row.id, row.code) for row in nameable.values() if row.dimension]
    names = names_of(said, things)
    if not names:
        return References()
    facts = await dimension_facts(work, values["legal_entity_id"], list(accounts), list(nameable))
    return References(names, *facts, values["on"])
