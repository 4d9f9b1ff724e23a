"""Routes of the reports. Each is a table, written as JSON, CSV or XLSX."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from bursar.formats.spreadsheets import csv_chunks
from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor
from bursar.ledger.accounts.queries import LegalEntityRequired
from bursar.ledger.reports.queries.aging import aging_table, ask_aging, customer_aging, vendor_aging
from bursar.ledger.reports.queries.asked import Asked, asked_at, asked_over
from bursar.ledger.reports.queries.cash_flow import cash_flow
from bursar.ledger.reports.queries.days import days_outstanding
from bursar.ledger.reports.queries.general_ledger import COLUMNS, ask_ledger, general_ledger, whole_ledger
from bursar.ledger.reports.queries.open_items import open_items
from bursar.ledger.reports.queries.party import party_statement
from bursar.ledger.reports.queries.statements import balance_sheet, profit_and_loss
from bursar.ledger.reports.queries.tax import tax_report
from bursar.ledger.reports.queries.trial_balance import balance_of, balance_table
from bursar.ledger.reports.schemas import (
    AgingQuery,
    AgingRead,
    ComparedQuery,
    CustomerAgingRead,
    CustomerStatementQuery,
    GeneralLedgerQuery,
    OpenItemsQuery,
    PeriodQuery,
    ReportRead,
    TrialBalanceQuery,
    TrialBalanceRead,
    VendorStatementQuery,
    cells,
    examples,
    sheet_of,
)
from bursar.ledger.reports.schemas.asked import StatementQuery
from bursar.platform.access import Permission
from bursar.platform.downloads import (
    XLSX_MOST_WRITTEN_ROWS,
    Format,
    TooManyRows,
    also_as_files,
    chosen,
    csv_of,
    file_of,
)
from bursar.platform.http import Caller, Requester, operation, reads
from bursar.platform.work import Work, open_work

router = APIRouter()

# Figures that must tie are read in one state of the books, however many statements they take.
Reading = Annotated[Work, reads(Permission.REPORTS_READ, snapshot=True)]


def _report(summary: str, example: Any, *more: Any) -> dict[str, Any]:
    """Return how a report is documented."""
    errors = [NotFound, LegalEntityRequired, TooManyRows, *more]
    return also_as_files(operation(summary, needs=Permission.REPORTS_READ, errors=errors, example=example))


async def _written(report: ReportRead, wanted: Format) -> ReportRead | Response:
    if wanted is Format.JSON:
        return report
    name = f"{report.report}_{report.as_of}"
    return await file_of(sheet_of(report, for_people=wanted is Format.XLSX), wanted, name)


@router.get(
    "/reports/ap-aging",
    response_model=AgingRead,
    **_report("Report what is owed to vendors by age", examples.AP_AGING),
)
async def read_ap_aging(
    work: Reading, query: Annotated[AgingQuery, Query()], request: Request
) -> AgingRead | ReportRead | Response:
    """Return open amounts by vendor, currency and days past the due date, or the document date with `basis`.

    The report is that of the business date `as_of` (else today), with what was recorded by `known_at` (else now), so
    what was told then can be told again. Credits and unapplied payments stand in columns of their own;
    `credits=in_buckets` puts them into the buckets of their dates. `control` is the ledger's own figure.
    """
    asked, layout = await ask_aging(work, query)
    found = await vendor_aging(asked, layout)
    wanted = chosen(request, query.format)
    return found if wanted is Format.JSON else await _written(aging_table(asked, found), wanted)


@router.get(
    "/reports/ar-aging",
    response_model=CustomerAgingRead,
    **_report("Report what customers owe by age", examples.AR_AGING),
)
async def read_ar_aging(
    work: Reading, query: Annotated[AgingQuery, Query()], request: Request
) -> CustomerAgingRead | ReportRead | Response:
    """Return open amounts by customer, currency and days past the due date, or the document date with `basis`.

    As the aging of payables: at any business date, as known at any instant, tied to the control account.
    """
    asked, layout = await ask_aging(work, query)
    found = await customer_aging(asked, layout)
    wanted = chosen(request, query.format)
    return found if wanted is Format.JSON else await _written(aging_table(asked, found), wanted)


@router.get(
    "/reports/open-items",
    response_model=ReportRead,
    **_report("Report open items one by one", examples.OPEN_ITEMS),
)
async def read_open_items(
    work: Reading, query: Annotated[OpenItemsQuery, Query()], request: Request
) -> ReportRead | Response:
    """Return what was open of each document, credit and payment at a date: what stands behind a figure of an aging."""
    return await _written(await open_items(work, query), chosen(request, query.format))


@router.get(
    "/reports/trial-balance",
    response_model=TrialBalanceRead,
    **_report("Report the balance of every account", examples.TRIAL_BALANCE),
)
async def read_trial_balance(
    work: Reading, query: Annotated[TrialBalanceQuery, Query()], request: Request
) -> TrialBalanceRead | ReportRead | Response:
    """Return debits, credits and balance of every account with a movement up to `as_of`, as recorded by `known_at`."""
    asked = await _at(work, query)
    found = await balance_of(asked)
    wanted = chosen(request, query.format)
    return found if wanted is Format.JSON else await _written(balance_table(asked, found), wanted)


@router.get(
    "/reports/general-ledger",
    response_model=ReportRead,
    **_report("Report the lines of accounts", examples.GENERAL_LEDGER, BadCursor),
)
async def read_general_ledger(
    work: Reading, query: Annotated[GeneralLedgerQuery, Query()], request: Request, caller: Caller
) -> ReportRead | Response:
    """Return every line of one account or of all, with the balance before, and after each line.

    JSON comes in pages; CSV has all lines and is written while it is sent; XLSX has up to 100,000 of them.
    """
    asked, wanted = await ask_ledger(work, query), chosen(request, query.format)
    if wanted is Format.JSON:
        return await general_ledger(asked, query)
    name = f"general-ledger_{asked.window.last}"
    if wanted is Format.CSV:
        await general_ledger(asked, query)  # What cannot be answered is said before a file begins.
        return csv_of(_ledger_csv(caller, query), name)
    rows: list[Any] = []
    async for part in whole_ledger(asked, query):
        rows += part
        if len(rows) > XLSX_MOST_WRITTEN_ROWS:
            raise TooManyRows("The ledger has too many lines for a sheet; ask for CSV or for less.")
    report = asked.table("general-ledger", "General ledger", COLUMNS, rows)
    return await _written(report, wanted)


async def _ledger_csv(caller: Requester, query: GeneralLedgerQuery) -> AsyncIterator[str]:
    """Yield the whole ledger as CSV, read in one transaction of its own while it is sent."""
    application = caller.application
    async with open_work(application.app, caller.principal, snapshot=True, clock=application.clock) as work:
        asked = await ask_ledger(work, query)
        keys = [column.key for column in COLUMNS]
        sheet = sheet_of(asked.table("general-ledger", "", COLUMNS, ()), for_people=False)
        for text in csv_chunks(sheet.columns, ()):
            yield text
        async for part in whole_ledger(asked, query):
            for text in csv_chunks(sheet.columns, cells(part, keys), head=False):
                yield text


@router.get(
    "/reports/profit-and-loss",
    response_model=ReportRead,
    **_report("Report income and expenses", examples.PROFIT_AND_LOSS),
)
async def read_profit_and_loss(
    work: Reading, query: Annotated[PeriodQuery, Query()], request: Request
) -> ReportRead | Response:
    """Return income and expenses of a period by account; entries that close a fiscal year are left out."""
    return await _written(await profit_and_loss(await _over(work, query)), chosen(request, query.format))


@router.get(
    "/reports/balance-sheet",
    response_model=ReportRead,
    **_report("Report assets, liabilities and equity", examples.BALANCE_SHEET),
)
async def read_balance_sheet(
    work: Reading, query: Annotated[ComparedQuery, Query()], request: Request
) -> ReportRead | Response:
    """Return the balance sheet at a date.

    What no year-end entry has moved to equity yet is shown as earnings of the current and of earlier fiscal years, so
    assets equal liabilities and equity at any date; `totals` says by how much they do not.
    """
    return await _written(await balance_sheet(await _at(work, query)), chosen(request, query.format))


@router.get(
    "/reports/cash-flow",
    response_model=ReportRead,
    **_report("Report where cash came from and went", examples.CASH_FLOW),
)
async def read_cash_flow(
    work: Reading, query: Annotated[PeriodQuery, Query()], request: Request
) -> ReportRead | Response:
    """Return the movements of the bank accounts by what their counter accounts are: the direct method.

    It ties to the change of the bank balances over the period.
    """
    return await _written(await cash_flow(await _over(work, query)), chosen(request, query.format))


@router.get("/reports/dso", response_model=ReportRead, **_report("Report days sales outstanding", examples.DSO))
async def read_dso(work: Reading, query: Annotated[PeriodQuery, Query()], request: Request) -> ReportRead | Response:
    """Return open receivables at the end of a period, divided by what was billed in it, times its days."""
    found = await days_outstanding(await _over(work, query), "receivable")
    return await _written(found, chosen(request, query.format))


@router.get("/reports/dpo", response_model=ReportRead, **_report("Report days payables outstanding", examples.DPO))
async def read_dpo(work: Reading, query: Annotated[PeriodQuery, Query()], request: Request) -> ReportRead | Response:
    """Return open payables at the end of a period, divided by what was billed in it, times its days."""
    found = await days_outstanding(await _over(work, query), "payable")
    return await _written(found, chosen(request, query.format))


@router.get(
    "/reports/vendor-statement",
    response_model=ReportRead,
    **_report("Report the account of a vendor", examples.VENDOR_STATEMENT),
)
async def read_vendor_statement(
    work: Reading, query: Annotated[VendorStatementQuery, Query()], request: Request
) -> ReportRead | Response:
    """Return what was open with a vendor, what came and was settled, and what is open at the end."""
    asked = await _account_over(work, query)
    found = await party_statement(asked, "payable", query.vendor_id, query.currency)
    return await _written(found, chosen(request, query.format))


@router.get(
    "/reports/customer-statement",
    response_model=ReportRead,
    **_report("Report the account of a customer", examples.CUSTOMER_STATEMENT),
)
async def read_customer_statement(
    work: Reading, query: Annotated[CustomerStatementQuery, Query()], request: Request
) -> ReportRead | Response:
    """Return what was open with a customer, what came and was settled, and what is open at the end."""
    asked = await _account_over(work, query)
    found = await party_statement(asked, "receivable", query.customer_id, query.currency)
    return await _written(found, chosen(request, query.format))


@router.get("/reports/tax", response_model=ReportRead, **_report("Report tax", examples.TAX))
async def read_tax(work: Reading, query: Annotated[PeriodQuery, Query()], request: Request) -> ReportRead | Response:
    """Return base and tax of a period by direction, tax code, category and percentage, in base currency.

    It ties to what the tax accounts moved by; `totals` has for each of them what is tax, what was settled with the
    state, the movement, and the difference, which is zero.
    """
    return await _written(await tax_report(await _over(work, query)), chosen(request, query.format))


async def _at(work: Work, query: ComparedQuery) -> Asked:
    return await asked_at(
        work,
        query.legal_entity_id,
        scope=query.scope,
        as_of=query.as_of,
        known_at=query.known_at_utc,
        compare_to=query.compare_to,
        compare=query.compare,
    )


async def _over(work: Work, query: PeriodQuery) -> Asked:
    return await asked_over(
        work,
        query.legal_entity_id,
        scope=query.scope,
        first=query.from_,
        last=query.to,
        known_at=query.known_at_utc,
        compare_to=query.compare_to,
        compare=query.compare,
    )


async def _account_over(work: Work, query: StatementQuery) -> Asked:
    return await asked_over(
        work, query.legal_entity_id, scope=query.scope, first=query.from_, last=query.to, known_at=query.known_at_utc
    )
