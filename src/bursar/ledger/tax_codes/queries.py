"""What is read about tax codes, and what tax comes to by them."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from bursar.core.money import Money
from bursar.core.posting import SELF_ASSESSED
from bursar.core.tax import CalculatedLine, DatedRate, PricedLine, TaxRule, calculate, rate_on
from bursar.core.totals import TaxRounding, line_net
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.tax_codes.schemas import (
    GroupTaxed,
    LineTaxed,
    TaxCalculate,
    TaxCalculated,
    TaxCodeFilter,
    TaxCodeRead,
    TaxRateRead,
)
from bursar.platform.work import Work
from bursar.tables import tax_codes, tax_rates

ROUNDINGS = {"group": TaxRounding.PER_GROUP, "line": TaxRounding.PER_LINE}

# Rates as text: a number in JSON would be read as a binary float.
_RATES = (
    select(
        func.coalesce(
            func.jsonb_agg(
                aggregate_order_by(
                    func.jsonb_build_array(tax_rates.c.valid_from, func.concat(tax_rates.c.rate)),
                    tax_rates.c.valid_from,
                )
            ),
            func.jsonb_build_array(),
        )
    )
    .where(tax_rates.c.tenant_id == tax_codes.c.tenant_id, tax_rates.c.tax_code_id == tax_codes.c.id)
    .scalar_subquery()
    .label("rates")
)
_CODES = select(tax_codes, _RATES)


async def get_tax_code(work: Work, tax_code_id: UUID) -> TaxCodeRead:
    """Return a tax code. Raises NotFound."""
    row = await work.session.row(_CODES.where(work.owns(tax_codes), tax_codes.c.id == tax_code_id))
    if row is None:
        raise NotFound("No such tax code.")
    return _read(row)


async def list_tax_codes(work: Work, page: TaxCodeFilter) -> Page[TaxCodeRead]:
    """Return tax codes in the order of their codes."""
    codes = tax_codes.c
    query = _CODES.where(work.owns(tax_codes)).order_by(codes.code, codes.id).limit(page.fetch)
    if page.legal_entity_id:
        query = query.where(codes.legal_entity_id == page.legal_entity_id)
    if page.active is not None:
        query = query.where(codes.active.is_(page.active))
    if after := page.after(2):
        code, last_id = after[0], row_id(after[1])
        query = query.where(or_(codes.code > code, and_(codes.code == code, codes.id > last_id)))
    return page.page(await work.session.rows(query), _read, lambda row: [row.code, str(row.id)])


async def tax_rules(work: Work, tax_code_ids: Collection[UUID], on: date) -> dict[UUID, TaxRule]:
    """Return how each of these active tax codes taxes on a date; one that is not here is left out.

    Raises TaxRateMissing.
    """
    rows = await work.session.rows(
        _CODES.where(work.owns(tax_codes), tax_codes.c.id.in_(list(tax_code_ids)), tax_codes.c.active)
    )
    return {row.id: _rule(row, on) for row in rows}


async def calculate_tax(work: Work, asked: TaxCalculate) -> TaxCalculated:
    """Return what tax comes to. Raises NotFound, TaxRateMissing, UnknownCurrency and AmountOutOfRange."""
    rules = await tax_rules(work, {line.tax_code_id for line in asked.lines}, asked.on)
    priced = []
    for index, line in enumerate(asked.lines):
        if line.tax_code_id not in rules:
            raise NotFound("No such tax code in use.", pointer=f"/lines/{index}/tax_code_id")
        amount = Money(line_net(line.quantity, line.unit_price, currency=asked.currency), asked.currency)
        priced.append(PricedLine(amount.minor, rules[line.tax_code_id]))
    made = calculate(priced, discount_percent=asked.discount_percent)

    def money(minor: int) -> Amount:
        return Amount.of(minor, asked.currency)

    return TaxCalculated.model_construct(
        on=asked.on,
        lines=tuple(
            _line(one.tax_code_id, line, asked.currency) for one, line in zip(asked.lines, made.lines, strict=True)
        ),
        groups=tuple(
            GroupTaxed.model_construct(
                tax_category=one.category, tax_rate=one.rate, base=money(one.base_minor), tax=money(one.tax_minor)
            )
            for one in made.groups
        ),
        net=money(made.net_minor),
        tax=money(made.tax_minor),
        gross=money(made.gross_minor),
    )


def _line(tax_code_id: UUID, line: CalculatedLine, currency: str) -> LineTaxed:
    return LineTaxed.model_construct(
        tax_code_id=tax_code_id,
        tax_category=line.rule.category,
        tax_rate=line.rule.rate,
        net=Amount.of(line.net_minor, currency),
        tax=Amount.of(line.tax_minor, currency),
        gross=Amount.of(line.gross_minor, currency),
        recoverable=Amount.of(line.recoverable_minor, currency),
        cost=Amount.of(line.cost_minor, currency),
    )


def _rule(row: Row, on: date) -> TaxRule:
    rate = rate_on(_dated(row.rates), on)
    return TaxRule(row.category, rate, row.inclusive, ROUNDINGS[row.rounding], row.recoverable_share)


def _dated(rates: list[Any]) -> list[DatedRate]:
    return [DatedRate(date.fromisoformat(day), Decimal(rate)) for day, rate in rates]


def _read(row: Row) -> TaxCodeRead:
    rates = tuple(TaxRateRead.model_construct(valid_from=one.valid_from, rate=one.rate) for one in _dated(row.rates))
    shown = {name: value for name, value in row.as_dict().items() if name not in {"tenant_id", "created_by"}}
    return TaxCodeRead.model_construct(
        **{**shown, "rates": rates, "reverse_charge": row.category in SELF_ASSESSED},
    )
