"""The trial balance: every account with a movement."""

from datetime import date, datetime
from uuid import UUID

from bursar.kit.wire import Amount
from bursar.ledger.reports.queries.asked import Asked, asked_at, public
from bursar.ledger.reports.queries.balances import Account, by_account, sums
from bursar.ledger.reports.queries.controls import controls, of_the_one
from bursar.ledger.reports.schemas import ReportRead, TrialBalanceRead, TrialBalanceRow, TrialBalanceTotal, columns
from bursar.platform.work import Work


async def trial_balance(
    work: Work, legal_entity_id: UUID | None, *, as_of: date | None = None, known_at: datetime | None = None
) -> TrialBalanceRead:
    """Return the balance of every account of one entity. Raises NotFound and LegalEntityRequired."""
    return await balance_of(await asked_at(work, legal_entity_id, as_of=as_of, known_at=known_at))


async def balance_of(asked: Asked) -> TrialBalanceRead:
    """Return the balance of every account at a date, as known at an instant."""
    accounts = by_account(await sums(asked, asked.windows), len(asked.windows))
    payable, receivable = await controls(asked, "payable"), await controls(asked, "receivable")
    totals = tuple(_total(row.id, row.base_currency, accounts) for row in asked.entities)
    the_one = totals[0] if asked.one is not None else None
    return TrialBalanceRead.model_construct(
        legal_entity_id=asked.one,
        as_of=asked.as_of,
        known_at=asked.known_at,
        compared_to=None if asked.compared is None else asked.compared.last,
        currency=None if the_one is None else the_one.currency,
        rows=tuple(_row(asked, account) for account in accounts),
        totals=totals,
        total_debit=None if the_one is None else the_one.total_debit,
        total_credit=None if the_one is None else the_one.total_credit,
        difference=None if the_one is None else the_one.difference,
        accounts_payable=of_the_one(payable, asked.one),
        accounts_receivable=of_the_one(receivable, asked.one),
        controls=(*payable, *receivable),
    )


def _row(asked: Asked, account: Account) -> TrialBalanceRow:
    currency = asked.base_of()[account.legal_entity_id]
    now = account.windows[0]
    return TrialBalanceRow.model_construct(
        legal_entity_id=account.legal_entity_id,
        account_id=account.id,
        account_code=account.code,
        account_name=account.name,
        type=account.type,
        debit=Amount.of(now.debit, currency),
        credit=Amount.of(now.credit, currency),
        balance=Amount.of(now.base, currency),
        document_balances=tuple(Amount.of(minor, code) for code, minor in sorted(now.documents.items())),
        compared=None if asked.compared is None else Amount.of(account.windows[1].base, currency),
        link=asked.link(
            "general-ledger",
            legal_entity_id=public("entity", account.legal_entity_id),
            account_id=public("account", account.id),
            from_="1900-01-01",
            to=asked.as_of,
        ),
    )


def _total(legal_entity_id: UUID, currency: str, accounts: list[Account]) -> TrialBalanceTotal:
    mine = [account.windows[0] for account in accounts if account.legal_entity_id == legal_entity_id]
    debit, credit = sum(one.debit for one in mine), sum(one.credit for one in mine)
    return TrialBalanceTotal.model_construct(
        legal_entity_id=legal_entity_id,
        currency=currency,
        total_debit=Amount.of(debit, currency),
        total_credit=Amount.of(credit, currency),
        difference=Amount.of(debit - credit, currency),
    )


def balance_table(asked: Asked, read: TrialBalanceRead) -> ReportRead:
    """Return a trial balance as a table; accounts in several currencies of documents take a row for each."""
    names = {row.id: row.name for row in asked.entities}
    shown = columns(
        *([] if asked.one else ["entity:Legal entity"]),
        "account_id:Id:id",
        "account_code:Account",
        "account_name:Name",
        "type:Type",
        "currency:Base currency",
        "debit:Debit:amount",
        "credit:Credit:amount",
        "balance:Balance:amount",
        *([] if asked.compared is None else [f"compared:Balance at {asked.compared.last}:amount"]),
        "documents:In currencies of documents",
        "link:General ledger:link",
    )
    rows = [
        {
            "entity": names[row.legal_entity_id],
            "account_id": public("account", row.account_id),
            "account_code": row.account_code,
            "account_name": row.account_name,
            "type": row.type,
            "currency": row.balance.currency,
            "debit": row.debit,
            "credit": row.credit,
            "balance": row.balance,
            "compared": row.compared,
            "documents": _foreign(row),
            "link": row.link,
        }
        for row in read.rows
    ]
    totals = [
        {
            "entity": names[one.legal_entity_id],
            "account_name": "Total",
            "currency": one.currency,
            "debit": one.total_debit,
            "credit": one.total_credit,
            "balance": one.difference,
        }
        for one in read.totals
    ]
    differences = [one.difference for one in read.controls] + [one.difference for one in read.totals]
    ties = all(not difference.amount for difference in differences)
    return asked.table("trial-balance", "Trial balance", shown, rows, totals=totals, ties=ties)


def _foreign(row: TrialBalanceRow) -> str | None:
    """Return the balances of an account whose documents are not all in base currency, as text."""
    if all(one.currency == row.balance.currency for one in row.document_balances):
        return None
    return "; ".join(f"{one.currency} {one.amount:,}" for one in row.document_balances)
