"""Every report against figures worked out by hand (see `tests.ledger.history`)."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import httpx2
import pytest

from bursar.platform.application import Application
from tests.books import YEAR, eur, problem, uuid_of
from tests.company import SignedIn, company_named, sign_in_all
from tests.ledger.history import LAST_YEAR, History, told

AT = f"{YEAR}-06-30"
YEAR_TO_DATE = {"from_": f"{YEAR}-01-01", "to": AT}


@pytest.fixture(scope="module")
async def history(application: Application, client: httpx2.AsyncClient, admin_url: str) -> History:
    """One company for all tests of this file, which only read."""
    company = await sign_in_all(application, admin_url, company_named(application, "Told History"))
    return await told(application, client, admin_url, company)


def usd(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "USD"}


def by(rows: list[dict[str, Any]], key: str, value: str) -> dict[str, dict[str, str]]:
    """Return one column of rows by another."""
    return {row[key] or row["derived"]: row[value] for row in rows}


def totals(report: Any, column: str = "amount") -> dict[str, str]:
    return {row["account_name"]: row[column]["amount"] for row in report["totals"]}


async def test_payables_age_with_credits_and_unapplied_money_apart(history: History) -> None:
    report = await history.report("ap-aging", as_of=AT)
    rows = {row["amounts"]["total"]["currency"]: row for row in report["rows"]}
    assert {name: one["amount"] for name, one in rows["EUR"]["amounts"].items()} == {
        "not_due": "0.00",
        "1_30": "200.00",
        "31_60": "0.00",
        "61_90": "0.00",
        "over_90": "0.00",
        "credits": "-30.00",
        "unapplied": "-50.00",
        "total": "120.00",
    }
    assert rows["EUR"]["disputed"] == eur("200.00")
    assert rows["USD"]["amounts"]["over_90"] == rows["USD"]["amounts"]["total"] == usd("600.00")
    assert rows["USD"]["base_amounts"]["over_90"] == eur("540.00")
    assert [one["total"] for one in report["totals"]] == [eur("120.00"), usd("600.00")]
    assert [one["total"] for one in report["base_totals"]] == [eur("660.00")]
    assert report["control"]["balance"] == report["control"]["open_items"] == eur("660.00")
    netted = await history.report("ap-aging", as_of=AT, credits="in_buckets")
    assert netted["buckets"] == ["not_due", "1_30", "31_60", "61_90", "over_90"]
    euros = next(row["amounts"] for row in netted["rows"] if row["amounts"]["total"]["currency"] == "EUR")
    assert [euros[name]["amount"] for name in netted["buckets"]] == ["0.00", "200.00", "0.00", "-80.00", "0.00"]


async def test_buckets_are_ones_own_and_days_are_counted_from_either_date(history: History) -> None:
    report = await history.report("ap-aging", as_of=AT, buckets="29,120", basis="due_date")
    assert report["buckets"] == ["not_due", "1_29", "30_120", "over_120", "credits", "unapplied"]
    found = {row["amounts"]["total"]["currency"]: row["amounts"]["30_120"]["amount"] for row in report["rows"]}
    assert found == {"EUR": "200.00", "USD": "600.00"}
    report = await history.report("ap-aging", as_of=AT, basis="document_date")
    euros = next(row["amounts"] for row in report["rows"] if row["amounts"]["total"]["currency"] == "EUR")
    assert euros["31_60"] == eur("200.00")
    for wrong in ("0,30", "30,30", "60,30", "30,", "x", "1,2,3,4,5,6,7,8,9,10,11,12,13"):
        answer = await history.books.send("GET", f"/reports/ap-aging?buckets={wrong}", history.company.viewer)
        assert problem(answer) == (422, "invalid_request"), wrong


async def test_an_aging_stands_beside_an_earlier_one(history: History) -> None:
    report = await history.report("ap-aging", as_of=AT, compare_to=f"{YEAR}-03-19")
    found = {row["amounts"]["total"]["currency"]: row["compared"] for row in report["rows"]}
    assert found == {"EUR": eur("0.00"), "USD": usd("1000.00")}
    receivables = await history.report("ar-aging", as_of=AT, compare="previous_year")
    assert receivables["compared_to"] == f"{LAST_YEAR}-06-30"
    (row,) = receivables["rows"]
    assert (row["amounts"]["over_90"], row["compared"]) == (eur("1380.00"), eur("0.00"))
    assert receivables["control"]["difference"] == eur("0.00")
    both = await history.books.send(
        "GET", f"/reports/ap-aging?compare_to={AT}&compare=previous_year", history.company.viewer
    )
    assert problem(both) == (422, "invalid_request")


async def test_a_figure_leads_to_the_items_and_entries_behind_it(history: History) -> None:
    report = await history.report("ap-aging", as_of=AT)
    row = next(row for row in report["rows"] if row["amounts"]["total"]["currency"] == "USD")
    items = await history.books.get(row["link"].removeprefix("/v1"))
    (item,) = items["rows"]
    assert (item["open"], item["base_open"], item["days"]) == (usd("600.00"), eur("540.00"), 110)
    entry = await history.books.get(item["link"].removeprefix("/v1"))
    assert uuid_of(entry["id"]) == history.bill_entry
    balance = await history.report("trial-balance", as_of=AT)
    for one in balance["rows"]:
        ledger = await history.books.get(one["link"].removeprefix("/v1"))
        assert ledger["rows"][-1]["balance"] == one["balance"]


async def test_the_trial_balance_says_what_accounts_come_to_in_both_currencies(history: History) -> None:
    report = await history.report("trial-balance", as_of=AT, compare="previous_period")
    assert report["compared_to"] == f"{YEAR}-05-31"
    balances = {row["account_code"]: row["balance"]["amount"] for row in report["rows"]}
    assert balances == {
        "1000": "10070.00",
        "1100": "1380.00",
        "1500": "500.00",
        "1990": "0.00",
        "2000": "-660.00",
        "2210": "-380.00",
        "3000": "-10000.00",
        "4000": "-2000.00",
        "5100": "870.00",
        "6100": "200.00",
        "7050": "20.00",
    }
    payable = next(row for row in report["rows"] if row["account_code"] == "2000")
    assert payable["document_balances"] == [eur("-120.00"), usd("-600.00")]
    assert payable["compared"] == payable["balance"]
    assert report["difference"] == report["accounts_receivable"]["difference"] == eur("0.00")


async def test_profit_and_loss_leaves_out_what_closes_a_year(history: History) -> None:
    report = await history.report("profit-and-loss", **YEAR_TO_DATE, compare="previous_period")
    assert (report["compared_from"], report["compared_to"]) == (f"{LAST_YEAR}-07-01", f"{LAST_YEAR}-12-31")
    assert {code: one["amount"] for code, one in by(report["rows"], "account_code", "amount").items()} == {
        "4000": "0.00",
        "5100": "870.00",
        "6100": "200.00",
        "7050": "20.00",
    }
    assert totals(report) == {"Income": "0.00", "Expenses": "1090.00", "Profit": "-1090.00"}
    assert totals(report, "compared") == {"Income": "2000.00", "Expenses": "0.00", "Profit": "2000.00"}
    assert totals(report, "change")["Profit"] == "-3090.00"


async def test_the_balance_sheet_balances_with_earnings_that_nobody_has_moved(history: History) -> None:
    report = await history.report("balance-sheet", as_of=AT, compare_to=f"{LAST_YEAR}-12-31")
    found = {code: one["amount"] for code, one in by(report["rows"], "account_code", "amount").items()}
    assert (found["prior_years_earnings"], found["current_year_earnings"]) == ("2000.00", "-1090.00")
    assert totals(report) == {
        "Assets": "11950.00",
        "Liabilities": "1040.00",
        "Equity": "10910.00",
        "Difference": "0.00",
    }
    before = {code: one["amount"] for code, one in by(report["rows"], "account_code", "compared").items()}
    assert (before["prior_years_earnings"], before["current_year_earnings"]) == ("0.00", "2000.00")
    assert report["ties"] is True


async def test_a_year_end_moves_earnings_and_no_profit(
    application: Application, client: httpx2.AsyncClient, admin_url: str
) -> None:
    company = await sign_in_all(application, admin_url, company_named(application, "Closed History"))
    history = await told(application, client, admin_url, company)
    known_before = application.clock()
    await history.close_last_year()
    report = await history.report("balance-sheet", as_of=AT)
    found = {code: one["amount"] for code, one in by(report["rows"], "account_code", "amount").items()}
    assert (found["3100"], found["prior_years_earnings"]) == ("2000.00", "0.00")
    assert totals(report)["Equity"] == "10910.00"
    profit = await history.report("profit-and-loss", from_=f"{LAST_YEAR}-01-01", to=f"{LAST_YEAR}-12-31")
    assert totals(profit)["Profit"] == "2000.00"
    then = await history.report("balance-sheet", as_of=AT, known_at=known_before.isoformat())
    assert "3100" not in by(then["rows"], "account_code", "amount")


async def test_cash_flow_ties_to_the_bank(history: History) -> None:
    report = await history.report("cash-flow", **YEAR_TO_DATE)
    found = {(row["section"], row["account_code"]): row["amount"]["amount"] for row in report["rows"]}
    assert found == {
        ("operating", "1100"): "1000.00",
        ("operating", "2000"): "-410.00",
        ("operating", "7050"): "-20.00",
        ("investing", "1500"): "-500.00",
    }
    assert totals(report) == {
        "Operating activities": "570.00",
        "Investing activities": "-500.00",
        "Change of cash": "70.00",
        "Cash at the beginning": "10000.00",
        "Cash at the end": "10070.00",
        "Difference": "0.00",
    }
    assert report["ties"] is True
    whole = await history.report("cash-flow", from_=f"{LAST_YEAR}-01-01", to=AT)
    assert totals(whole)["Financing activities"] == "10000.00"


async def test_days_outstanding_come_with_what_they_are_made_of(history: History) -> None:
    (row,) = (await history.report("dpo", **YEAR_TO_DATE))["rows"]
    days = (date(YEAR, 6, 30) - date(YEAR, 1, 1) + timedelta(1)).days
    assert (row["open"], row["billed"], row["period_days"]) == (eur("660.00"), eur("1070.00"), days)
    assert Decimal(row["days"]) == (Decimal(660) * days / 1070).quantize(Decimal("0.1"), ROUND_HALF_UP)
    (row,) = (await history.report("dso", from_=f"{LAST_YEAR}-12-01", to=f"{LAST_YEAR}-12-31"))["rows"]
    assert (row["days"], row["open"], row["billed"]) == ("31.0", eur("2380.00"), eur("2380.00"))
    (row,) = (await history.report("dso", **YEAR_TO_DATE))["rows"]
    assert (row["days"], row["billed"]) == (None, eur("0.00"))


async def test_a_statement_closes_with_what_is_open(history: History) -> None:
    vendor = history.public("vendor", history.vendor)
    report = await history.report("vendor-statement", vendor_id=vendor, from_=f"{YEAR}-03-01", to=AT, currency="USD")
    shown = [(row["kind"], row["amount"]["amount"], row["base_balance"]["amount"]) for row in report["rows"]]
    assert shown == [
        ("opening", "1000.00", "900.00"),
        ("payment", "-400.00", "520.00"),
        ("allocation", "0.00", "540.00"),
    ]
    (closing,) = report["totals"]
    assert (closing["balance"], closing["base_balance"]) == (usd("600.00"), eur("540.00"))
    assert (closing["open"], closing["difference"], closing["base_difference"]) == (
        *(usd("600.00"), usd("0.00"), eur("0.00")),
    )
    assert report["ties"] is True
    customer = history.public("customer", history.customer)
    report = await history.report("customer-statement", customer_id=customer, from_=f"{LAST_YEAR}-12-01", to=AT)
    kinds = [(row["kind"], row["balance"]["amount"]) for row in report["rows"]]
    assert kinds[:3] == [("opening", "0.00"), ("document", "2380.00"), ("payment", "1380.00")]
    assert (report["totals"][0]["open"], report["ties"]) == (eur("1380.00"), True)


async def test_the_general_ledger_runs_on_from_page_to_page(history: History) -> None:
    bank = history.books.account("1000")
    query = {"account_id": bank, "from_": f"{YEAR}-02-01", "to": AT}
    whole = await history.report("general-ledger", **query)
    assert [row["balance"]["amount"] for row in whole["rows"]] == ["10500.00", "10120.00", "10070.00"]
    assert whole["totals"][0]["balance"] == eur("11000.00")
    first = await history.report("general-ledger", **query, limit=2)
    second = await history.report("general-ledger", **query, limit=2, cursor=first["next_cursor"])
    assert first["rows"] + second["rows"] == whole["rows"]
    assert (second["next_cursor"], second["totals"][0]["balance"]) == (None, eur("10120.00"))
    everything: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = await history.report("general-ledger", from_=f"{LAST_YEAR}-01-01", to=AT, limit=3, **cursor)
        everything += page["rows"]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    at_once = await history.report("general-ledger", from_=f"{LAST_YEAR}-01-01", to=AT, limit=200)
    assert everything == at_once["rows"]
    lasts = {row["account_code"]: row["balance"]["amount"] for row in everything}
    balance = await history.report("trial-balance", as_of=AT)
    assert lasts == {row["account_code"]: row["balance"]["amount"] for row in balance["rows"]}
    wrong = f"/reports/general-ledger?account_id={bank}&cursor={first['next_cursor']}"
    assert problem(await history.books.send("GET", wrong, history.company.viewer)) == (422, "bad_cursor")


@pytest.mark.parametrize("report", ["vendor-statement", "customer-statement", "general-ledger", "open-items"])
async def test_what_is_anothers_is_not_found(history: History, report: str, other_tenant: SignedIn) -> None:
    foreign = {
        "vendor-statement": {"vendor_id": history.public("vendor", history.customer)},
        "customer-statement": {"customer_id": history.public("customer", history.vendor)},
        "general-ledger": {"account_id": history.public("account", other_tenant.ids.accounts["1000"])},
        "open-items": {"legal_entity_id": history.public("entity", other_tenant.legal_entity_id)},
    }[report]
    path = f"/reports/{report}?{httpx2.QueryParams(foreign)}"
    assert problem(await history.books.send("GET", path, history.company.viewer)) == (404, "not_found")


async def test_a_period_does_not_end_before_it_begins(history: History) -> None:
    path = f"/reports/profit-and-loss?from={AT}&to={YEAR}-01-01"
    assert problem(await history.books.send("GET", path, history.company.viewer)) == (422, "invalid_request")
    path = f"/reports/cash-flow?scope=tenant&legal_entity_id={history.books.entity}"
    assert problem(await history.books.send("GET", path, history.company.viewer)) == (422, "invalid_request")
