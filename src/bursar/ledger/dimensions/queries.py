"""What is read about dimensions, and the judgement of lines that carry them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select, text

from bursar.core.dimensions import Dimensioned, DimensionRules, DimensionValue, check_lines
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.ledger.dimensions.schemas import (
    DimensionRuleFilter,
    DimensionRuleRead,
    DimensionValueFilter,
    DimensionValueRead,
)
from bursar.platform.work import Work
from bursar.tables import dimension_rules, dimension_values


async def list_values(work: Work, page: DimensionValueFilter) -> Page[DimensionValueRead]:
    """Return values in the order of their codes."""
    values = dimension_values.c
    query = select(dimension_values).where(work.owns(dimension_values)).order_by(values.code, values.id)
    if page.legal_entity_id:
        query = query.where(values.legal_entity_id == page.legal_entity_id)
    if page.dimension:
        query = query.where(values.dimension == page.dimension)
    if after := page.after(2):
        code, last_id = after[0], row_id(after[1])
        query = query.where(or_(values.code > code, and_(values.code == code, values.id > last_id)))
    rows = await work.session.rows(query.limit(page.fetch))
    return page.page(
        rows,
        lambda row: DimensionValueRead.model_construct(**row.as_dict()),
        lambda row: [row.code, str(row.id)],
    )


async def get_value(work: Work, value_id: UUID) -> DimensionValueRead:
    """Return a cost centre or project. Raises NotFound."""
    query = select(dimension_values).where(work.owns(dimension_values), dimension_values.c.id == value_id)
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such dimension value.")
    return DimensionValueRead.model_construct(**row.as_dict())


async def list_rules(work: Work, page: DimensionRuleFilter) -> Page[DimensionRuleRead]:
    """Return rules in the order they were made."""
    rules = dimension_rules.c
    query = select(dimension_rules).where(work.owns(dimension_rules)).order_by(rules.id).limit(page.fetch)
    if page.legal_entity_id:
        query = query.where(rules.legal_entity_id == page.legal_entity_id)
    if after := page.after(1):
        query = query.where(rules.id > row_id(after[0]))
    rows = await work.session.rows(query)
    return page.page(rows, lambda row: DimensionRuleRead.model_construct(**row.as_dict()), lambda row: [str(row.id)])


async def get_rule(work: Work, rule_id: UUID) -> DimensionRuleRead:
    """Return a rule. Raises NotFound."""
    query = select(dimension_rules).where(work.owns(dimension_rules), dimension_rules.c.id == rule_id)
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such dimension rule.")
    return DimensionRuleRead.model_construct(**row.as_dict())


# Values that the lines carry, and rules in force over their accounts and projects, in one statement.
_FACTS = text("""
    SELECT 'value' AS fact, d.id AS subject_id, d.dimension, d.active, d.valid_from, d.valid_to,
           CAST(NULL AS uuid) AS cost_centre_id
    FROM dimension_value d
    WHERE d.tenant_id = :tenant_id AND d.legal_entity_id = :legal_entity_id AND d.id = ANY(CAST(:carried AS uuid[]))
    UNION ALL
    SELECT r.effect, coalesce(r.account_id, r.project_id), r.dimension, true, NULL, NULL, r.cost_centre_id
    FROM dimension_rule r
    WHERE r.tenant_id = :tenant_id AND r.legal_entity_id = :legal_entity_id AND r.active
      AND (r.account_id = ANY(CAST(:accounts AS uuid[])) OR r.project_id = ANY(CAST(:carried AS uuid[])))
""")


async def check_dimensions(
    work: Work, legal_entity_id: UUID, lines: Sequence[Dimensioned], *, on: date | None = None
) -> None:
    """Judge the cost centres and projects of lines to be posted `on` a date; None judges no validity.

    One statement, whatever the number of lines. Raises DimensionUnknown, DimensionRequired and
    DimensionCombinationInvalid.
    """
    carried = {one for line in lines for one in (line.cost_centre_id, line.project_id) if one is not None}
    facts = await dimension_facts(work, legal_entity_id, {line.account_id for line in lines}, carried)
    check_lines(lines, facts.values, facts.rules, on=on)


class DimensionFacts(NamedTuple):
    """What lines are judged by: the values that they carry, by id, and the rules over their accounts and projects."""

    values: Mapping[UUID, DimensionValue]
    rules: DimensionRules


async def dimension_facts(
    work: Work, legal_entity_id: UUID, accounts: Collection[UUID], carried: Collection[UUID]
) -> DimensionFacts:
    """Return what lines on these accounts that carry these values are judged by, in one statement."""
    rows = await work.session.rows(
        _FACTS,
        {
            "tenant_id": work.tenant_id,
            "legal_entity_id": legal_entity_id,
            "carried": list(carried),
            "accounts": list(accounts),
        },
    )
    values, given = {}, dict[UUID, set[UUID]]()
    ruled: dict[str, set[tuple[UUID, str]]] = {"required": set(), "forbidden": set()}
    for row in rows:
        if row.fact == "value":
            values[row.subject_id] = DimensionValue(row.dimension, row.active, row.valid_from, row.valid_to)
        elif row.fact == "allowed":
            given.setdefault(row.subject_id, set()).add(row.cost_centre_id)
        else:
            ruled[row.fact].add((row.subject_id, row.dimension))
    rules = DimensionRules(
        required=frozenset(ruled["required"]),
        forbidden=frozenset(ruled["forbidden"]),
        cost_centres_of={project: frozenset(centres) for project, centres in given.items()},
    )
    return DimensionFacts(values, rules)
