"""What is read about coding rules, and what one would have said of posted lines."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import and_, func, or_, select, text

from bursar.core.coding import Coding
from bursar.core.coding_rules import CodingRule, line_facts, read_condition
from bursar.core.rules.conditions import Condition, holds
from bursar.core.rules.parsing import InvalidCondition
from bursar.kit.errors import NotFound, Refused
from bursar.kit.ids import earliest_uuid7
from bursar.kit.pages import Page, row_id, row_number
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.payables.coding_rules.schemas import (
    CodedOtherwise,
    CodingRuleFilter,
    CodingRuleRead,
    CodingRuleTried,
    CodingRuleVersion,
    Outcome,
    TryCodingRule,
)
from bursar.platform.http import PageParams
from bursar.platform.work import Work
from bursar.tables import rule_versions, rules

KIND: Final = "coding"
MOST_ACTIVE: Final = 200
MOST_LINES: Final = 10_000  # That a rule is tried on.
MOST_EXAMPLES: Final = 20


class OutcomeNotUsable(Refused):
    """The rule names something that no line of the legal entity may name: `pointer` says what."""

    code = "rule_outcome_not_usable"


# Two people at once may make a rule or two more than are allowed: none of them is left out here.
_ACTIVE: Final = text(f"""
    SELECT r.name, v.condition, v.account_id, v.cost_centre_id, v.project_id, v.tax_code_id, v.stated_at
    FROM rule r CROSS JOIN LATERAL (
      SELECT v.* FROM rule_version v WHERE v.tenant_id = r.tenant_id AND v.rule_id = r.id
      ORDER BY v.version DESC LIMIT 1) v
    WHERE r.tenant_id = :tenant_id AND r.legal_entity_id = :legal_entity_id AND r.kind = '{KIND}' AND r.active
    ORDER BY r.position, r.id LIMIT {2 * MOST_ACTIVE}
""")  # noqa: S608 - a word and a number of ours.
_USABLE: Final = text("""
    SELECT a.id AS account_id, c.id AS cost_centre_id, p.id AS project_id, t.id AS tax_code_id
    FROM legal_entity e
    LEFT JOIN ledger_account a ON a.tenant_id = :tenant_id AND a.legal_entity_id = e.id AND a.id = :account_id
      AND a.active AND (a.control IS NULL OR a.control = 'bank_charges')
    LEFT JOIN dimension_value c ON c.tenant_id = :tenant_id AND c.legal_entity_id = e.id AND c.id = :cost_centre_id
      AND c.active AND c.dimension = 'cost_centre'
    LEFT JOIN dimension_value p ON p.tenant_id = :tenant_id AND p.legal_entity_id = e.id AND p.id = :project_id
      AND p.active AND p.dimension = 'project'
    LEFT JOIN tax_code t ON t.tenant_id = :tenant_id AND t.legal_entity_id = e.id AND t.id = :tax_code_id
      AND t.active AND t.direction <> 'output'
    WHERE e.tenant_id = :tenant_id AND e.id = :legal_entity_id
""")
# The ids of bills grow with the time they came in, so the latest are found from the end of one index.
_POSTED: Final = text("""
    SELECT l.bill_id, l.line_number, l.description, l.net_minor, l.unit, l.tax_rate, l.account_id, l.cost_centre_id,
           l.project_id, b.currency, b.order_reference, b.document_date, v.name AS vendor_name, a.code AS account_code
    FROM (
      SELECT b.id, b.vendor_id, b.currency, b.order_reference, b.document_date FROM bill b
      WHERE b.tenant_id = :tenant_id AND b.document_status = 'posted' AND b.id >= :since
        AND b.legal_entity_id = :legal_entity_id
      ORDER BY b.id DESC LIMIT :most) b
    JOIN bill_line l ON l.tenant_id = :tenant_id AND l.bill_id = b.id
    JOIN vendor v ON v.tenant_id = :tenant_id AND v.id = b.vendor_id
    JOIN ledger_account a ON a.tenant_id = :tenant_id AND a.id = l.account_id
    ORDER BY l.bill_id DESC, l.line_number LIMIT :most
""")
_LATEST = (
    select(func.max(rule_versions.c.version))
    .where(rule_versions.c.tenant_id == rules.c.tenant_id, rule_versions.c.rule_id == rules.c.id)
    .correlate(rules)
    .scalar_subquery()
)
_STATED = [
    rule_versions.c[name].label(f"stated_{name}" if name == "version" else name)
    for name in (*Outcome.model_fields, "condition", "version", "stated_by", "stated_at")
]
_RULES = (
    select(rules, *_STATED)
    .join(
        rule_versions,
        and_(
            rule_versions.c.tenant_id == rules.c.tenant_id,
            rule_versions.c.rule_id == rules.c.id,
            rule_versions.c.version == _LATEST,
        ),
    )
    .where(rules.c.kind == KIND)
)


async def active_rules(work: Work, legal_entity_id: UUID) -> tuple[CodingRule, ...]:
    """Return the rules in force in a legal entity, by position, in one statement.

    One that a newer release wrote in words that this one does not know is left out.
    """
    values = {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id}
    found = []
    for row in await work.session.rows(_ACTIVE, values):
        try:
            condition = read_condition(row.condition)
        except InvalidCondition:
            continue
        coding = Coding(row.account_id, row.cost_centre_id, row.project_id, row.tax_code_id)
        found.append(CodingRule(row.name, condition, coding, row.stated_at.isoformat()))
    return tuple(found)


async def count_active(work: Work, legal_entity_id: UUID) -> int:
    """Return how many rules are in force in a legal entity."""
    query = select(func.count()).where(
        work.owns(rules), rules.c.legal_entity_id == legal_entity_id, rules.c.kind == KIND, rules.c.active
    )
    return int(await work.session.value(query) or 0)


async def check_outcome(work: Work, legal_entity_id: UUID, outcome: Outcome) -> None:
    """Raise NotFound for an unknown legal entity and OutcomeNotUsable for what its lines cannot name."""
    named = outcome.model_dump(include=set(Outcome.model_fields))
    values = {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id, **named}
    found = await work.session.row(_USABLE, values)
    if found is None:
        raise NotFound("No such legal entity.", pointer="/legal_entity_id")
    for name, value in named.items():
        if value != getattr(found, name):
            raise OutcomeNotUsable("Lines of this legal entity cannot name it.", pointer=f"/{name}")


async def get_rule(work: Work, rule_id: UUID) -> CodingRuleRead:
    """Return a rule with what it says. Raises NotFound."""
    row = await work.session.row(_RULES.where(work.owns(rules), rules.c.id == rule_id))
    if row is None:
        raise NotFound("No such coding rule.")
    return _read(row)


async def list_rules(work: Work, page: CodingRuleFilter) -> Page[CodingRuleRead]:
    """Return rules in the order in which they are asked."""
    columns = rules.c
    query = _RULES.where(work.owns(rules)).order_by(columns.position, columns.id).limit(page.fetch)
    if page.legal_entity_id:
        query = query.where(columns.legal_entity_id == page.legal_entity_id)
    if page.active is not None:
        query = query.where(columns.active.is_(page.active))
    if after := page.after(2):
        position, last_id = row_number(after[0]), row_id(after[1])
        query = query.where(or_(columns.position > position, and_(columns.position == position, columns.id > last_id)))
    return page.page(await work.session.rows(query), _read, lambda row: [str(row.position), str(row.id)])


async def list_versions(work: Work, rule_id: UUID, page: PageParams) -> Page[CodingRuleVersion]:
    """Return what a rule says and said, latest first. Raises NotFound."""
    await get_rule(work, rule_id)
    columns = rule_versions.c
    query = (
        select(*(columns[name] for name in CodingRuleVersion.model_fields))
        .where(work.owns(rule_versions), columns.rule_id == rule_id)
        .order_by(columns.version.desc())
        .limit(page.fetch)
    )
    if after := page.after(1):
        query = query.where(columns.version < row_number(after[0]))
    return page.page(
        await work.session.rows(query),
        lambda row: CodingRuleVersion.model_construct(**row.as_dict()),
        lambda row: [str(row.version)],
    )


async def try_rule(work: Work, asked: TryCodingRule) -> CodingRuleTried:
    """Return what a rule would have said of posted lines. Raises InvalidCondition, NotFound and OutcomeNotUsable."""
    condition = read_condition(asked.condition)
    await check_outcome(work, asked.legal_entity_id, asked)
    since = work.now - timedelta(days=asked.months * 365 // 12)
    values = {
        "tenant_id": work.tenant_id,
        "legal_entity_id": asked.legal_entity_id,
        "since": earliest_uuid7(since),
        "most": MOST_LINES + 1,
    }
    rows = await work.session.rows(_POSTED, values)
    # Thousands of lines are judged beside the loop that serves others.
    return await asyncio.to_thread(_tried, condition, asked, rows)


def _tried(condition: Condition, asked: TryCodingRule, rows: Sequence[Row]) -> CodingRuleTried:
    lines = rows[:MOST_LINES]
    matching = [row for row in lines if _meets(condition, row)]
    ours = (asked.account_id, asked.cost_centre_id, asked.project_id)
    otherwise = [row for row in matching if (row.account_id, row.cost_centre_id, row.project_id) != ours]
    return CodingRuleTried(
        condition=str(condition),
        lines=len(lines),
        complete=len(rows) <= MOST_LINES,
        matching=len(matching),
        likewise=len(matching) - len(otherwise),
        otherwise=len(otherwise),
        examples=tuple(_example(row) for row in otherwise[:MOST_EXAMPLES]),
    )


def _meets(condition: Condition, row: Row) -> bool:
    facts = line_facts(
        vendor=row.vendor_name,
        description=row.description,
        net=Amount.of(row.net_minor, row.currency).amount,
        currency=row.currency,
        tax_rate=Decimal(row.tax_rate),
        order=row.order_reference,
        unit=row.unit,
    )
    return holds(condition, facts)


def _example(row: Row) -> CodedOtherwise:
    values = {name: value for name, value in row.as_dict().items() if name in CodedOtherwise.model_fields}
    return CodedOtherwise.model_construct(**values, net=Amount.of(row.net_minor, row.currency))


def _read(row: Row) -> CodingRuleRead:
    values = row.as_dict()
    says = {name: values[name] for name in CodingRuleVersion.model_fields if name != "version"}
    return CodingRuleRead.model_construct(
        **{name: values[name] for name in CodingRuleRead.model_fields if name != "says"},
        says=CodingRuleVersion.model_construct(**says, version=values["stated_version"]),
    )
