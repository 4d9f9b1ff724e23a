"""What precedents, rules and references come to for each line: from rows to the suggestion that `core.coding` makes."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from heapq import nlargest
from typing import Final
from uuid import UUID

from bursar.core.coding import (
    ALIKE_ENOUGH,
    Coding,
    Level,
    Likeness,
    Precedent,
    Suggestion,
    folded,
    line_words,
    suggest,
)
from bursar.core.coding_rules import CodingRule, first_match
from bursar.core.duplicates import order_key
from bursar.core.order_coding import Delivery, Reference, References, of_order_line
from bursar.kit.statements import Row
from bursar.payables.coding.schemas import LineToCode

MOST_DECIDED: Final = 200  # Lines with one accounting reference, the latest.
_ELSEWHERE: Final = frozenset({Level.SAME_LINE_ELSEWHERE, Level.SIMILAR_ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion for a line with the accounts it may name, by id; None where nothing can be said."""

    suggestion: Suggestion | None
    accounts: Mapping[UUID, Row]


@dataclass(frozen=True, slots=True)
class Found:
    """All that is known when lines are weighed; `rows_of` by the number of a key or what names a line of the order."""

    accounts: Mapping[UUID, Row]
    nameable: Mapping[UUID, Row]
    rows_of: Mapping[int | str | None, Sequence[Row]]
    rules: Sequence[CodingRule]
    vendor_name: str | None
    order_reference: str | None
    accounting_reference: str | None
    references: References


def weighed(numbered: Sequence[tuple[LineToCode, str, int]], found: Found) -> tuple[Suggested, ...]:
    """Return a suggestion for each line; lines that say the same are weighed once."""
    known: dict[tuple[object, ...], Suggestion | None] = {}
    of_vendor: dict[tuple[object, ...], tuple[Precedent, ...]] = {}
    decided = _decided(numbered[0][0], found)
    said = []
    for line, key, number in numbered:
        tax = (line.tax_category, line.tax_rate)
        if tax not in of_vendor:
            of_vendor[tax] = tuple(_precedents(line, key, found.rows_of.get(None, ()), found))
        facts = line.facts(found.vendor_name, found.order_reference) if found.rules else {}
        rule = first_match(found.rules, facts)
        same = (*tax, key, folded(line.description), rule, line.order_line_reference, line.accounting_reference)
        if same not in known:
            own = [*_of_order(line, found), *_precedents(line, key, found.rows_of.get(number, ()), found)]
            suggestion = suggest((*_ruled(line, rule, found), *own, *of_vendor[tax], *_defaults(found.accounts)))
            known[same] = suggestion and _as_named(suggestion, line, own, decided, found)
        said.append(Suggested(known[same], found.accounts))
    return tuple(said)


def _of_order(line: LineToCode, found: Found) -> tuple[Precedent, ...]:
    """Return what was confirmed on the line of the order."""
    names = line.names_on(order_key(found.order_reference))
    rows = [(name == names[0], row) for name in names for row in found.rows_of.get(name, ())]
    return of_order_line(
        line.description,
        [Delivery(row.description, one, _precedent(row, Level.ORDER_LINE, line, found)) for one, row in rows],
    )


def _decided(line: LineToCode, found: Found) -> Mapping[str, tuple[Precedent, ...]]:
    """Return what people last decided on lines of the vendor, by the accounting reference that these had."""
    by_reference: dict[str, dict[tuple[UUID, int], Row]] = {}
    for row in itertools.chain.from_iterable(found.rows_of.values()):
        if row.accounting_reference in found.references.names and row.level not in _ELSEWHERE:
            by_reference.setdefault(row.accounting_reference, {})[row.bill_id, row.line_number] = row
    return {
        said: tuple(
            _precedent(row, Level.SAME_VENDOR, line, found) for row in nlargest(MOST_DECIDED, rows.values(), _when)
        )
        for said, rows in by_reference.items()
    }


def _as_named(
    suggestion: Suggestion,
    line: LineToCode,
    own: Sequence[Precedent],
    decided: Mapping[str, tuple[Precedent, ...]],
    found: Found,
) -> Suggestion:
    """Return the suggestion with what the invoice's accounting reference names."""
    said = line.accounting_reference or found.accounting_reference or ""
    if said not in found.references.names:
        return suggestion
    term = "BT-133" if line.accounting_reference else "BT-19"
    reference = Reference(found.references.names[said], term, decided.get(said, ()))
    return found.references.put_into(suggestion, reference, own)


def _precedents(line: LineToCode, key: str, rows: Sequence[Row], found: Found) -> Iterator[Precedent]:
    said = folded(line.description)
    likeness = Likeness(line_words(key), [(line_words(row.line_key), row.account_id) for row in rows if row.alike])
    for row in rows:
        level = Level(row.level)
        if level is Level.SAME_LINE and folded(row.description) == said:
            level = Level.SAME_TEXT
        weight = likeness.to(line_words(row.line_key)) if row.alike else Fraction(1)
        if weight >= ALIKE_ENOUGH:
            yield _precedent(row, level, line, found, weight)


def _when(row: Row) -> str:
    return f"{row.decided_at.isoformat()} {row.bill_id}"


def _precedent(row: Row, level: Level, line: LineToCode, found: Found, weight: Fraction = Fraction(1)) -> Precedent:
    coding = Coding(row.account_id, row.cost_centre_id, row.project_id, _fitting(row.tax_code_id, line, found))
    return Precedent(
        level=level,
        coding=coding,
        account_code=found.accounts[row.account_id].code,
        weight=weight,
        last=row.decided_at.date(),
        order=_when(row),
        followed=found.references.is_followed(row.accounting_reference, coding),
    )


def _ruled(line: LineToCode, rule: CodingRule | None, found: Found) -> Iterator[Precedent]:
    """Yield what the rule says that the line meets, if there is one."""
    if rule is not None:
        coding = replace(rule.coding, tax_code_id=_fitting(rule.coding.tax_code_id, line, found))
        code = found.accounts[coding.account_id].code
        yield Precedent(Level.RULE, coding, code, order=rule.order, rule=rule.name)


def _fitting(tax_code_id: UUID | None, line: LineToCode, found: Found) -> UUID | None:
    """Return the tax code where it says what the line says of its tax."""
    code = None if tax_code_id is None else found.nameable.get(tax_code_id)
    fits = code is not None and (code.category, code.rate) == (line.tax_category, line.tax_rate)
    return tax_code_id if fits else None


def _defaults(accounts: Mapping[UUID, Row]) -> Iterator[Precedent]:
    """Yield what is taken where nobody has coded such a line: the vendor's own account, the chart's first expense."""
    if default := next((row for row in accounts.values() if row.is_default), None):
        yield Precedent(Level.VENDOR_DEFAULT, Coding(default.id), default.code)
    if first := next((row for row in accounts.values() if row.type == "expense"), None):
        yield Precedent(Level.CHART_DEFAULT, Coding(first.id), first.code)
