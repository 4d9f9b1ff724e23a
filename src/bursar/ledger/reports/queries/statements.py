"""Profit and loss, and the balance sheet with the earnings that no year-end entry has moved yet."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from bursar.kit.wire import Amount, Json
from bursar.ledger.reports.queries.asked import Asked, fiscal_years, public
from bursar.ledger.reports.queries.balances import Account, by_account, sums
from bursar.ledger.reports.schemas import ReportColumn, ReportRead, columns

# Credits are income, debts and equity: what people read as a positive number.
_SIGN: Final = {"asset": 1, "expense": 1, "liability": -1, "equity": -1, "income": -1}
_EARNINGS: Final = ("income", "expense")
_ORDER: Final = ("asset", "liability", "equity", "income", "expense")
CURRENT_YEAR: Final = "current_year_earnings"
PRIOR_YEARS: Final = "prior_years_earnings"
_DERIVED: Final = {
    PRIOR_YEARS: "Earnings of earlier fiscal years, not yet distributed",
    CURRENT_YEAR: "Earnings of the current fiscal year",
}


async def profit_and_loss(asked: Asked) -> ReportRead:
    """Return income and expenses of a period; entries that close a year are left out."""
    found = [row for row in await sums(asked, asked.windows) if row.type in _EARNINGS and not row.is_year_end]
    accounts = [one for one in by_account(found, len(asked.windows)) if any(w.debit or w.credit for w in one.windows)]
    rows = [_account_row(asked, one) for one in sorted(accounts, key=_section)]
    totals = []
    for entity in asked.entities:
        mine = [one for one in accounts if one.legal_entity_id == entity.id]
        parts = {kind: _sum_by_window(asked, mine, kind) for kind in _EARNINGS}
        profit = [income - expense for income, expense in zip(parts["income"], parts["expense"], strict=True)]
        for name, figures in (("Income", parts["income"]), ("Expenses", parts["expense"]), ("Profit", profit)):
            totals.append(_figures(asked, entity.id, figures) | {"entity": entity.name, "account_name": name})
    return asked.table("profit-and-loss", "Profit and loss", _columns(asked), rows, totals=totals)


async def balance_sheet(asked: Asked) -> ReportRead:
    """Return assets, liabilities and equity at a date, with earnings where no year-end entry was posted.

    Income and expenses that stand in the ledger are earnings: of the current fiscal year where their entries are of it,
    else of earlier ones. A year-end entry is of the year that it closes, so nothing is counted twice.
    """
    found = await sums(asked, asked.windows)
    lasting = [row for row in found if row.type not in _EARNINGS]
    accounts = [one for one in by_account(lasting, len(asked.windows)) if any(w.base for w in one.windows)]
    years = [await fiscal_years(asked.work, asked.entities, window.last) for window in asked.windows]
    earned: dict[tuple[UUID, str], list[int]] = {}
    for row in found:
        if row.type in _EARNINGS:
            is_current = row.fiscal_year >= years[row.place - 1][row.legal_entity_id][0]
            key = (row.legal_entity_id, CURRENT_YEAR if is_current else PRIOR_YEARS)
            earned.setdefault(key, [0] * len(asked.windows))[row.place - 1] -= int(row.base)
    rows, totals = [], []
    for entity in asked.entities:
        mine = sorted((one for one in accounts if one.legal_entity_id == entity.id), key=_section)
        rows += [_account_row(asked, one) for one in mine]
        derived = {name: earned.get((entity.id, name), [0] * len(asked.windows)) for name in _DERIVED}
        rows += [_derived_row(asked, entity.id, name, figures) for name, figures in derived.items()]
        totals += _balance_totals(asked, entity, mine, derived)
    ties = all(not one["amount"].amount for one in totals if one["account_name"] == "Difference")
    return asked.table("balance-sheet", "Balance sheet", _columns(asked), rows, totals=totals, ties=ties)


def _balance_totals(
    asked: Asked, entity: Any, accounts: Iterable[Account], derived: Mapping[str, list[int]]
) -> list[Json]:
    held = list(accounts)
    assets, liabilities, equity = (_sum_by_window(asked, held, kind) for kind in ("asset", "liability", "equity"))
    equity = [sum(parts) for parts in zip(equity, *derived.values(), strict=True)]
    difference = [a - b - c for a, b, c in zip(assets, liabilities, equity, strict=True)]
    named = {"Assets": assets, "Liabilities": liabilities, "Equity": equity, "Difference": difference}
    return [
        _figures(asked, entity.id, figures) | {"entity": entity.name, "account_name": name}
        for name, figures in named.items()
    ]


def _columns(asked: Asked) -> tuple[ReportColumn, ...]:
    earlier = asked.compared
    if earlier is None:
        compared = []
    else:
        when = str(earlier.last) if earlier.first is None else f"{earlier.first} to {earlier.last}"
        compared = [f"compared:Amount {when}:amount", "change:Change:amount"]
    return columns(
        *([] if asked.one else ["entity:Legal entity"]),
        "section:Section",
        "account_id:Id:id",
        "account_code:Account",
        "account_name:Name",
        "currency:Currency",
        "amount:Amount:amount",
        *compared,
        "link:General ledger:link",
    )


def _section(account: Account) -> tuple[str, int, str]:
    return str(account.legal_entity_id), _ORDER.index(account.type), account.code


def _account_row(asked: Asked, account: Account) -> Json:
    figures = [_SIGN[account.type] * window.base for window in account.windows]
    window = asked.window
    return {
        **_figures(asked, account.legal_entity_id, figures),
        "entity": next(row.name for row in asked.entities if row.id == account.legal_entity_id),
        "section": account.type,
        "account_id": public("account", account.id),
        "account_code": account.code,
        "account_name": account.name,
        "documents": [Amount.of(minor, code) for code, minor in sorted(account.windows[0].documents.items())],
        "link": asked.link(
            "general-ledger",
            legal_entity_id=public("entity", account.legal_entity_id),
            account_id=public("account", account.id),
            from_=window.first or "1900-01-01",
            to=window.last,
        ),
    }


def _derived_row(asked: Asked, legal_entity_id: UUID, name: str, figures: list[int]) -> Json:
    return {
        **_figures(asked, legal_entity_id, figures),
        "entity": next(row.name for row in asked.entities if row.id == legal_entity_id),
        "section": "equity",
        "account_id": None,
        "account_code": None,
        "derived": name,
        "account_name": _DERIVED[name],
        "documents": [],
        "link": asked.link("profit-and-loss", legal_entity_id=public("entity", legal_entity_id), to=asked.window.last),
    }


def _figures(asked: Asked, legal_entity_id: UUID, figures: list[int]) -> Json:
    currency = asked.base_of()[legal_entity_id]
    row: Json = {"currency": currency, "amount": Amount.of(figures[0], currency)}
    if asked.compared is not None:
        row["compared"] = Amount.of(figures[1], currency)
        row["change"] = Amount.of(figures[0] - figures[1], currency)
    return row


def _sum_by_window(asked: Asked, accounts: Iterable[Account], kind: str) -> list[int]:
    mine = [account for account in accounts if account.type == kind]
    return [_SIGN[kind] * sum(one.windows[place].base for one in mine) for place in range(len(asked.windows))]
