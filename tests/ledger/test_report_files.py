"""Reports as CSV and XLSX, for one legal entity and for the whole tenant, as a controller reads them."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from python_calamine import CalamineWorkbook

from bursar.kit.ids import to_public
from bursar.platform.application import Application
from bursar.platform.provision import provision_tenant
from tests.books import YEAR, eur
from tests.company import company_named, sign_in_all
from tests.ledger.history import LAST_YEAR, History, told

AT = f"{YEAR}-06-30"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
REPORTS: dict[str, dict[str, str]] = {
    "ap-aging": {"as_of": AT},
    "ar-aging": {"as_of": AT},
    "open-items": {"as_of": AT},
    "trial-balance": {"as_of": AT},
    "general-ledger": {"to": AT},
    "profit-and-loss": {"to": AT},
    "balance-sheet": {"as_of": AT},
    "cash-flow": {"to": AT},
    "dso": {"to": AT},
    "dpo": {"to": AT},
    "vendor-statement": {"to": AT},
    "customer-statement": {"to": AT},
}


@pytest.fixture(scope="module")
async def history(application: Application, client: httpx2.AsyncClient, admin_url: str) -> History:
    """A tenant with two legal entities, the second in yen and without entries."""
    company = company_named(application, "Filed History")
    signed_in = await sign_in_all(application, admin_url, company)
    history = await told(application, client, admin_url, signed_in)
    provision_tenant(admin_url, replace(company, legal_entity="Second KK", base_currency="JPY"))
    return history


def query_of(history: History, report: str, **more: str) -> dict[str, str]:
    parties = {
        "vendor-statement": {"vendor_id": to_public("vendor", history.vendor)},
        "customer-statement": {"customer_id": to_public("customer", history.customer)},
    }
    return {**REPORTS[report], **parties.get(report, {}), **more}


def lines(answer: httpx2.Response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def page(content: bytes) -> list[list[Any]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()]


@pytest.mark.parametrize("report", REPORTS)
async def test_every_report_is_written_three_ways_with_the_same_figures(history: History, report: str) -> None:
    entity = history.books.entity
    shown = await history.report(report, **query_of(history, report, legal_entity_id=entity))
    as_csv = await history.file(report, **query_of(history, report, legal_entity_id=entity, format="csv"))
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert as_csv.headers["content-disposition"] == f'attachment; filename="{report}_{AT}.csv"'
    rows = lines(as_csv)
    assert len(rows) == len(shown["rows"])
    if "columns" in shown:
        for column in shown["columns"]:
            if column["kind"] == "amount":
                assert [row[column["key"]] for row in rows] == [
                    (one.get(column["key"]) or {"amount": ""})["amount"] for one in shown["rows"]
                ]
    as_xlsx = await history.file(report, **query_of(history, report, legal_entity_id=entity, format="xlsx"))
    assert as_xlsx.headers["content-type"] == XLSX
    sheet = page(as_xlsx.content)
    assert sheet[1][:2] == ["Legal entity", "Filed History Ltd (EUR)"]
    assert str(sheet[2][1]).endswith(AT)
    assert sheet[3][0] == "Known at"
    assert all("link" not in str(cell).lower() for cell in sheet[1])


async def test_names_that_look_like_formulas_are_only_names(history: History) -> None:
    entity = {"legal_entity_id": history.books.entity, "as_of": AT}
    (row, _) = lines(await history.file("ap-aging", **entity, format="csv"))
    assert row["vendor_name"] == "'+Vendor, Inc."
    (item,) = lines(await history.file("open-items", **entity, side="receivable", format="csv"))
    assert (item["party_name"], item["reference"]) == ("'@Customer", "'=HYPERLINK(1)")
    assert (item["open"], item["currency"]) == ("1380.00", "EUR")
    sheet = page((await history.file("open-items", **entity, side="receivable", format="xlsx")).content)
    cells = [cell for one in sheet for cell in one]
    assert "@Customer" in cells
    assert "=HYPERLINK(1)" in cells
    assert 1380.0 in cells


async def test_accept_chooses_the_file_and_format_overrules_it(history: History) -> None:
    path = f"/v1/reports/trial-balance?legal_entity_id={history.books.entity}"

    async def kind(path: str, accept: str) -> str:
        headers = {**history.company.viewer.headers, "Accept": accept}
        answer = await history.books.client.get(path, headers=headers)
        assert answer.status_code == 200
        return answer.headers["content-type"].partition(";")[0]

    assert await kind(path, "text/csv") == "text/csv"
    assert await kind(path, f"text/html, {XLSX};q=0.9") == XLSX
    assert await kind(path, "*/*") == "application/json"
    assert await kind(f"{path}&format=csv", "application/json") == "text/csv"


async def test_a_sheet_ends_with_totals_in_the_currencies_decimals(history: History) -> None:
    query = {"legal_entity_id": history.books.entity, "as_of": AT, "compare": "previous_year", "format": "xlsx"}
    sheet = page((await history.file("balance-sheet", **query)).content)
    assert ["Compared with", f"{LAST_YEAR}-06-30"] == sheet[4][:2]
    head = next(row for row in sheet if row[0] == "Section")
    amount = head.index("Amount")
    named = {row[2]: row[amount] for row in sheet[sheet.index(head) + 1 :] if row[2]}
    assert (named["Assets"], named["Liabilities"], named["Equity"], named["Difference"]) == (11950, 1040, 10910, 0)


async def test_the_whole_tenant_stands_side_by_side_and_currencies_are_never_added(history: History) -> None:
    balance = await history.report("trial-balance", scope="tenant", as_of=AT)
    assert (balance["legal_entity_id"], balance["currency"], balance["total_debit"]) == (None, None, None)
    assert sorted(one["currency"] for one in balance["totals"]) == ["EUR", "JPY"]
    assert {one["currency"]: one["difference"]["amount"] for one in balance["totals"]} == {"EUR": "0.00", "JPY": "0"}
    sheet = await history.report("balance-sheet", scope="tenant", as_of=AT)
    assets = {row["entity"]: row["amount"] for row in sheet["totals"] if row["account_name"] == "Assets"}
    assert assets == {"Filed History Ltd": eur("11950.00"), "Second KK": {"amount": "0", "currency": "JPY"}}
    aging = await history.report("ap-aging", scope="tenant", as_of=AT)
    assert (aging["control"], len(aging["controls"])) == (None, 2)
    assert {row["legal_entity_id"] for row in aging["rows"]} == {history.books.entity}
    rows = lines(await history.file("trial-balance", scope="tenant", as_of=AT, format="csv"))
    assert {row["entity"] for row in rows} == {"Filed History Ltd"}


async def test_the_whole_ledger_is_one_file(history: History) -> None:
    query = {"legal_entity_id": history.books.entity, "from_": f"{LAST_YEAR}-01-01", "to": AT}
    rows = lines(await history.file("general-ledger", **query, format="csv"))
    shown = await history.report("general-ledger", **query, limit=200)
    assert [row["balance"] for row in rows] == [row["balance"]["amount"] for row in shown["rows"]]
    debit, credit = (sum(Decimal(row[side]) for row in rows) for side in ("debit", "credit"))
    assert debit == credit > 0
    assert rows[0].keys() == {column["key"] for column in shown["columns"]}
