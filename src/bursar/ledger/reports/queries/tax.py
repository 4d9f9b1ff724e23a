"""The tax report: base and tax by code, category and percentage, which tie to what the tax accounts moved by.

Amounts are in base currency. Input tax is shown above zero where the state owes it to us, output tax where we owe it;
what does not come back of input tax is cost and is not here, though its base is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from bursar.kit.statements import Row
from bursar.kit.wire import Amount, Json
from bursar.ledger.reports.queries.asked import IS_KNOWN, WITH_ENTRY, Asked, public
from bursar.ledger.reports.schemas import ReportColumn, ReportRead, columns

# The accounts that take tax: the control accounts, and those that tax codes name.
_IS_TAX_ACCOUNT: Final = """
    (a.control IN ('input_tax', 'output_tax', 'reverse_charge_tax') OR EXISTS (
      SELECT 1 FROM tax_code c
      WHERE c.tenant_id = a.tenant_id AND c.legal_entity_id = a.legal_entity_id AND c.account_id = a.id))
"""
_IN_WINDOW: Final = "e.posting_date BETWEEN w.first AND w.last"
_IS_TOLD: Final = f"(l.tax_category IS NOT NULL OR (l.tax_code_id IS NOT NULL AND {_IS_TAX_ACCOUNT}))"

# A base is in the document's currency; in base currency it is worth what the entry's debits are worth.
_TAXED = text(f"""
    SELECT w.place, l.legal_entity_id, l.account_id, a.code AS account_code, t.id AS tax_code_id, t.code AS tax_code,
           coalesce(l.tax_category, t.category) AS category, l.tax_rate AS rate,
           CASE WHEN a.control = 'reverse_charge_tax' THEN 'output'
                WHEN t.direction IN ('input', 'output') THEN t.direction
                WHEN a.control = 'input_tax' THEN 'input'
                WHEN a.control IS NULL AND a.type IN ('asset', 'expense') THEN 'input' ELSE 'output' END AS direction,
           sum(l.base_amount_minor) AS tax,
           sum(CASE WHEN l.currency = l.base_currency THEN l.tax_base_minor ELSE round(l.tax_base_minor * (
                 SELECT sum(d.base_amount_minor) / nullif(sum(d.amount_minor), 0) FROM journal_line d
                 WHERE d.tenant_id = :tenant AND d.entry_id = l.entry_id AND d.currency = l.currency
                   AND d.amount_minor > 0)) END) AS base
    FROM unnest(CAST(:firsts AS date[]), CAST(:lasts AS date[])) WITH ORDINALITY AS w (first, last, place)
    CROSS JOIN journal_line l {WITH_ENTRY}
    LEFT JOIN tax_code t ON t.tenant_id = l.tenant_id AND t.id = l.tax_code_id
    {IS_KNOWN} AND {_IN_WINDOW} AND {_IS_TOLD}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
""")  # noqa: S608 - our own pieces; values are parameters.

# What else moves a tax account without being tax is settled with the state, or carried over: no income or expense
# stands in such an entry. Where one does, tax was booked without saying so, and that is the difference.
_MOVED = text(f"""
    SELECT w.place, l.legal_entity_id, l.account_id, a.code AS account_code, a.name AS account_name,
           sum(l.base_amount_minor) AS moved,
           coalesce(sum(l.base_amount_minor) FILTER (WHERE l.tax_category IS NULL AND l.tax_code_id IS NULL
             AND NOT EXISTS (
               SELECT 1 FROM journal_line o JOIN ledger_account x ON x.tenant_id = o.tenant_id AND x.id = o.account_id
               WHERE o.tenant_id = :tenant AND o.entry_id = l.entry_id AND x.type IN ('income', 'expense'))), 0)
             AS settled
    FROM unnest(CAST(:firsts AS date[]), CAST(:lasts AS date[])) WITH ORDINALITY AS w (first, last, place)
    CROSS JOIN journal_line l {WITH_ENTRY}
    {IS_KNOWN} AND {_IN_WINDOW} AND (l.account_id = ANY(:told) OR {_IS_TAX_ACCOUNT})
    GROUP BY 1, 2, 3, 4, 5
""")  # noqa: S608 - our own pieces; values are parameters.


@dataclass(slots=True)
class _Taxed:
    """One row of the report: its words, and tax and base in each window, debits less credits."""

    first: Row
    tax: list[int]
    base: list[int]


@dataclass(slots=True)
class _Account:
    """One tax account: what it moved by in each window, and what of that is told and settled, debits less credits."""

    code: str
    name: str
    moved: list[int]
    settled: list[int]
    told: list[int]


async def tax_report(asked: Asked) -> ReportRead:
    """Return base and tax of a period by direction, tax code, category and percentage, tied to the tax accounts."""
    bounds = [window.bounds for window in asked.windows]
    given = asked.given(firsts=[first for first, _ in bounds], lasts=[last for _, last in bounds])
    taxed = _by_words(await asked.work.session.rows(_TAXED, given), len(bounds))
    # An account that took tax once is looked at, though it may no longer be one for tax.
    told = list({key[1] for key in taxed})
    moved = await asked.work.session.rows(_MOVED, {**given, "told": told})
    accounts = _by_account(moved, taxed, len(bounds))
    rows, totals = [], []
    for entity in asked.entities:
        mine = sorted((one for key, one in taxed.items() if key[0] == entity.id), key=_order)
        rows += [_row(asked, entity, one) for one in mine]
        for (entity_id, _), account in sorted(accounts.items(), key=lambda item: item[1].code):
            if entity_id == entity.id:
                totals += _closing(asked, entity, account)
    ties = all(not one["tax"].amount for one in totals if one["tax_code"] == "Difference") if totals else None
    return asked.table("tax", "Tax report", _columns(asked), rows, totals=totals, ties=ties)


def _by_words(rows: Sequence[Row], windows: int) -> dict[tuple[Any, ...], _Taxed]:
    found: dict[tuple[Any, ...], _Taxed] = {}
    for row in rows:
        key = (row.legal_entity_id, row.account_id, row.tax_code_id, row.category, row.rate, row.direction)
        one = found.setdefault(key, _Taxed(row, [0] * windows, [0] * windows))
        one.tax[row.place - 1] += int(row.tax)
        one.base[row.place - 1] += int(row.base or 0)
    return found


def _by_account(
    rows: Sequence[Row], taxed: Mapping[tuple[Any, ...], _Taxed], windows: int
) -> dict[tuple[UUID, UUID], _Account]:
    found: dict[tuple[UUID, UUID], _Account] = {}
    for row in rows:
        empty = _Account(row.account_code, row.account_name, *([0] * windows for _ in range(3)))
        account = found.setdefault((row.legal_entity_id, row.account_id), empty)
        account.moved[row.place - 1] += int(row.moved)
        account.settled[row.place - 1] += int(row.settled)
    for key, one in taxed.items():
        account = found[key[0], key[1]]
        account.told = [told + tax for told, tax in zip(account.told, one.tax, strict=True)]
    return found


def _order(one: _Taxed) -> tuple[str, ...]:
    row = one.first
    return (row.direction, row.tax_code or "", row.category or "", f"{row.rate or 0:020f}", row.account_code)


def _columns(asked: Asked) -> tuple[ReportColumn, ...]:
    earlier = asked.compared
    period = "" if earlier is None else f"{earlier.first} to {earlier.last}"
    return columns(
        *([] if asked.one else ["entity:Legal entity"]),
        "direction:Direction",
        "tax_code_id:Id:id",
        "tax_code:Tax code",
        "tax_category:Category",
        "tax_rate:Percent:number",
        "account_code:Account",
        "currency:Currency",
        "base:Base:amount",
        "tax:Tax:amount",
        *([] if earlier is None else [f"compared_base:Base {period}:amount", f"compared:Tax {period}:amount"]),
        "link:General ledger:link",
    )


def _row(asked: Asked, entity: Row, one: _Taxed) -> Json:
    first, currency = one.first, entity.base_currency
    sign = 1 if first.direction == "input" else -1
    found: Json = {
        "entity": entity.name,
        "direction": first.direction,
        "tax_code_id": public("taxcode", first.tax_code_id),
        "tax_code": first.tax_code,
        "tax_category": first.category,
        "tax_rate": first.rate,
        "account_code": first.account_code,
        "currency": currency,
        "base": Amount.of(sign * one.base[0], currency),
        "tax": Amount.of(sign * one.tax[0], currency),
        "link": asked.link(
            "general-ledger",
            legal_entity_id=public("entity", entity.id),
            account_id=public("account", first.account_id),
            from_=asked.window.first,
            to=asked.window.last,
        ),
    }
    if asked.compared is not None:
        found["compared_base"] = Amount.of(sign * one.base[1], currency)
        found["compared"] = Amount.of(sign * one.tax[1], currency)
    return found


def _closing(asked: Asked, entity: Row, account: _Account) -> list[Json]:
    """Return how one tax account ties: debits less credits, as the account's own balance."""
    difference = [
        moved - told - settled
        for moved, told, settled in zip(account.moved, account.told, account.settled, strict=True)
    ]
    found = []
    for name, figures in (
        ("Tax", account.told),
        ("Settled", account.settled),
        ("Movement of the account", account.moved),
        ("Difference", difference),
    ):
        one: Json = {"entity": entity.name, "account_code": account.code, "tax_code": name}
        one |= {"currency": entity.base_currency, "tax": Amount.of(figures[0], entity.base_currency)}
        if asked.compared is not None:
            one["compared"] = Amount.of(figures[1], entity.base_currency)
        found.append(one)
    return found
