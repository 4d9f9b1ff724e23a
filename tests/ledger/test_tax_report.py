"""The tax report: base and tax by code and percentage, at any instant, tied to the tax accounts."""

import itertools
from decimal import Decimal
from typing import Any

import httpx2
import pytest

from bursar.platform.application import Application
from tests.books import YEAR, Books, eur, line, problem
from tests.company import SignedIn, company_named, sign_in_all
from tests.ledger.journal import Journal

_counter = itertools.count(1)

JANUARY = {"from": f"{YEAR}-01-01", "to": f"{YEAR}-01-31"}
MARCH = {"from": f"{YEAR}-03-01", "to": f"{YEAR}-03-31"}


@pytest.fixture
async def taxed(application: Application, admin_url: str, client: httpx2.AsyncClient) -> Books:
    """The books of a company of the test's own."""
    company = company_named(application, f"Taxed {next(_counter)}")
    return Books(client, await sign_in_all(application, admin_url, company))


async def code(books: Books, name: str, **changes: Any) -> str:
    body = {
        "legal_entity_id": books.entity,
        "code": name,
        "name": name,
        "category": "S",
        "direction": "input",
        "rates": [{"valid_from": "2000-01-01", "rate": "19"}],
        **changes,
    }
    answer = await books.send("POST", "/tax-codes", books.company.controller, body)
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


def coded(code_id: str, price: str = "100.00") -> dict[str, Any]:
    return {"description": "Cleaning", "unit_price": price, "tax_code_id": code_id}


async def report(books: Books, **query: str) -> Any:
    found = await books.get(f"/reports/tax?{httpx2.QueryParams({**MARCH, **query})}")
    for total in found["totals"]:
        if total["tax_code"] == "Difference":
            assert Decimal(total["tax"]["amount"]) == 0
    return found


def told(found: Any) -> list[tuple[Any, ...]]:
    names = ("direction", "tax_code", "tax_category", "tax_rate", "account_code")
    return [(*(row[name] for name in names), row["base"]["amount"], row["tax"]["amount"]) for row in found["rows"]]


def closing(found: Any, account: str) -> dict[str, str]:
    return {one["tax_code"]: one["tax"]["amount"] for one in found["totals"] if one["account_code"] == account}


async def test_base_and_tax_by_code_category_and_percentage(taxed: Books) -> None:
    full, half = await code(taxed, "FULL"), await code(taxed, "HALF", recoverable_share="0.5")
    exempt = await code(taxed, "NONE", category="E", rates=[{"valid_from": "2000-01-01", "rate": "0"}])
    reverse = await code(taxed, "REVERSE", category="AE")
    await taxed.posted(lines=[coded(full), coded(half, "200.00"), coded(exempt, "30.00"), line("10.00")])
    await taxed.posted(lines=[coded(reverse, "50.00"), coded(full, "1.00")])
    found = await report(taxed)
    assert told(found) == [
        ("input", None, "S", "19", "1400", "10.00", "1.90"),
        ("input", "FULL", "S", "19", "1400", "101.00", "19.19"),
        ("input", "HALF", "S", "19", "1400", "200.00", "19.00"),
        ("input", "NONE", "E", "0", "1400", "30.00", "0.00"),
        ("input", "REVERSE", "AE", "19", "1400", "50.00", "9.50"),
        ("output", "REVERSE", "AE", "19", "2200", "50.00", "9.50"),
    ]
    assert found["ties"] is True
    named = {"Settled": "0.00", "Difference": "0.00"}
    assert closing(found, "1400") == {"Tax": "49.59", "Movement of the account": "49.59", **named}
    assert closing(found, "2200") == {"Tax": "-9.50", "Movement of the account": "-9.50", **named}


async def test_credits_and_reversals_take_tax_back_in_their_own_period(taxed: Books) -> None:
    full = await code(taxed, "FULL")
    bill = await taxed.posted(lines=[coded(full)], document_date=f"{YEAR}-01-15")
    await taxed.posted(lines=[coded(full, "40.00")], kind="vendor_credit")
    assert (await taxed.reverse(bill, posting_date=f"{YEAR}-03-31")).status_code == 200
    assert told(await report(taxed, **JANUARY)) == [("input", "FULL", "S", "19", "1400", "100.00", "19.00")]
    compared = await report(taxed, compare_to=f"{YEAR}-01-31")
    assert told(compared) == [("input", "FULL", "S", "19", "1400", "-140.00", "-26.60")]
    assert (compared["rows"][0]["compared_base"], compared["rows"][0]["compared"]) == (eur("100.00"), eur("19.00"))


async def test_the_report_is_as_it_was_known(taxed: Books) -> None:
    full = await code(taxed, "FULL")
    await taxed.posted(lines=[coded(full)])
    first = await report(taxed)
    await taxed.posted(lines=[coded(full)])
    again = await report(taxed, known_at=first["known_at"])
    assert (again["rows"], again["totals"]) == (first["rows"], first["totals"])
    assert told(await report(taxed)) == [("input", "FULL", "S", "19", "1400", "200.00", "38.00")]


async def test_tax_paid_to_the_state_is_settled_and_no_difference(taxed: Books) -> None:
    await taxed.posted()
    journal = Journal(taxed)
    await journal.posted(lines=[journal.line("1000", "19.00"), journal.line("1400", "-19.00")])
    found = await report(taxed)
    parts = {"Tax": "19.00", "Settled": "-19.00", "Movement of the account": "0.00", "Difference": "0.00"}
    assert closing(found, "1400") == parts
    assert found["ties"] is True


async def test_tax_booked_by_hand_without_a_code_is_the_difference(taxed: Books) -> None:
    journal = Journal(taxed)
    await journal.posted(lines=[journal.line("1400", "19.00"), journal.line("6100", "-19.00")])
    found = await taxed.get(f"/reports/tax?{httpx2.QueryParams(MARCH)}")
    assert found["ties"] is False
    assert closing(found, "1400")["Difference"] == "19.00"
    full = await code(taxed, "FULL")
    hand = {**journal.line("1400", "3.00"), "tax_code_id": full}
    await journal.posted(lines=[hand, journal.line("6100", "-3.00")])
    found = await taxed.get(f"/reports/tax?{httpx2.QueryParams(MARCH)}")
    assert closing(found, "1400")["Difference"] == "19.00"
    assert told(found) == [("input", "FULL", "S", None, "1400", "0.00", "3.00")]


async def test_tax_stands_on_the_account_that_its_code_names(taxed: Books) -> None:
    own = await code(taxed, "OWN", account_id=taxed.account("2210"))
    await taxed.posted(lines=[coded(own)])
    found = await report(taxed)
    assert told(found) == [("input", "OWN", "S", "19", "2210", "100.00", "19.00")]
    assert closing(found, "2210")["Movement of the account"] == "19.00"


async def test_a_check_that_looked_at_nothing_does_not_pass(taxed: Books) -> None:
    found = await report(taxed)
    assert (found["rows"], found["totals"], found["ties"]) == ([], [], None)


@pytest.mark.parametrize("written", ["csv", "xlsx"])
async def test_the_report_comes_as_a_file(taxed: Books, written: str) -> None:
    await taxed.posted()
    query = httpx2.QueryParams({**MARCH, "format": written})
    answer = await taxed.send("GET", f"/reports/tax?{query}", taxed.company.viewer)
    assert answer.status_code == 200
    assert f'filename="tax_{YEAR}-03-31.{written}"' in answer.headers["content-disposition"]
    if written == "csv":
        assert '"input","","","S",19,"1400","EUR",100.00,19.00' in answer.text


async def test_another_tenants_tax_is_not_told(taxed: Books, other_tenant: SignedIn) -> None:
    theirs = Books(taxed.client, other_tenant)
    await theirs.posted(lines=[coded(await code(theirs, f"THEIRS{next(_counter)}"))])
    answer = await taxed.send("GET", f"/reports/tax?legal_entity_id={theirs.entity}", taxed.company.viewer)
    assert problem(answer) == (404, "not_found")
    assert told(await report(taxed, scope="tenant")) == []


async def test_tax_of_a_bill_in_another_currency_is_told_in_base(taxed: Books) -> None:
    rate = {
        "from_currency": "USD",
        "to_currency": "EUR",
        "rate": "0.8",
        "valid_on": f"{YEAR}-03-02",
        "rate_type": "spot",
    }
    recorded = {"source": "test", "rates": [rate]}
    assert (await taxed.send("POST", "/exchange-rates", taxed.company.controller, recorded)).status_code == 201
    half, none = await code(taxed, "HALF", recoverable_share="0.5"), await code(taxed, "NONE", recoverable_share="0")
    await taxed.posted(lines=[coded(half), coded(none, "10.00")], currency="USD")
    found = await report(taxed)
    assert told(found) == [
        ("input", "HALF", "S", "19", "1400", "80.00", "7.60"),
        ("input", "NONE", "S", "19", "1400", "8.00", "0.00"),
    ]
    await taxed.check_books()
