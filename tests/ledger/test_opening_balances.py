"""Opening balances: imported whole when they tie, and refused whole when they do not."""

import asyncio
import itertools
from decimal import Decimal
from typing import Any

import httpx2
import pytest

from bursar.platform.application import Application
from tests.books import YEAR, Books, eur, line, problem
from tests.company import SignedIn, company_named, sign_in_all

_names = itertools.count(1)
CUT_OVER = f"{YEAR - 1}-12-31"


def usd(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "USD"}


def debit(code: str, amount: str, **more: Any) -> dict[str, Any]:
    return {"account_code": code, "debit": eur(amount), **more}


def credit(code: str, amount: str, **more: Any) -> dict[str, Any]:
    return {"account_code": code, "credit": eur(amount), **more}


@pytest.fixture(scope="module")
async def beginners(application: Application, admin_url: str) -> SignedIn:
    """A company whose legal entities begin their books; the demo company's have begun."""
    return await sign_in_all(application, admin_url, company_named(application, "Beginners"))


@pytest.fixture
async def beginning(client: httpx2.AsyncClient, beginners: SignedIn) -> "Beginning":
    """A new legal entity of theirs, a vendor and a customer."""
    books = Books(client, beginners)
    body = {"name": f"Begins {next(_names)}", "base_currency": "EUR", "time_zone": "Europe/Berlin"}
    body["fiscal_years"] = [YEAR - 1, YEAR]  # type: ignore[assignment]
    entity = await books.send("POST", "/legal-entities", beginners.controller, body)
    bank = {"legal_entity_id": entity.json()["id"], "code": "1010", "name": "Dollars", "type": "asset"}
    bank |= {"currency": "USD", "is_bank": True}
    assert (await books.send("POST", "/ledger-accounts", beginners.controller, bank)).status_code == 201
    customer = await books.send("POST", "/customers", beginners.clerk, {"name": "Kunde"})
    return Beginning(books, entity.json()["id"], await books.vendor(), customer.json()["id"])


class Beginning:
    """What the books of one legal entity may begin with."""

    def __init__(self, books: Books, entity: str, vendor: str, customer: str) -> None:
        self.books, self.entity, self.vendor, self.customer = books, entity, vendor, customer

    def item(self, amount: dict[str, str], base: str | None = None, *, receivable: bool = False) -> dict[str, Any]:
        party = {"customer_id": self.customer} if receivable else {"vendor_id": self.vendor}
        dates = {"document_date": f"{YEAR - 1}-12-05", "due_date": f"{YEAR}-01-04"}
        in_base = {} if base is None else {"base_amount": eur(base)}
        return {**party, "reference": f"OLD-{next(_names)}", **dates, "amount": amount, **in_base}

    def body(self, **changes: Any) -> dict[str, Any]:
        """Return balances in two currencies, with payables and receivables in both."""
        accounts = [
            debit("1000", "1000.00"),
            debit("1010", "900.00", own_amount=usd("1000.00")),
            debit("1100", "590.00"),
            credit("2000", "640.00"),
            credit("3000", "1850.00"),
        ]
        items = [
            self.item(eur("500.00")),
            self.item(eur("-40.00")),
            self.item(usd("200.00"), "180.00"),
            self.item(eur("500.00"), receivable=True),
            self.item(usd("100.00"), "90.00", receivable=True),
        ]
        of = {"legal_entity_id": self.entity, "posting_date": CUT_OVER}
        return {**of, "accounts": accounts, "items": items, **changes}

    async def post(self, **changes: Any) -> httpx2.Response:
        controller = self.books.company.controller
        return await self.books.send("POST", "/opening-balances", controller, self.body(**changes))

    async def posted(self, **changes: Any) -> dict[str, Any]:
        answer = await self.post(**changes)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    async def reverse(self, opening: dict[str, Any]) -> httpx2.Response:
        path, controller = f"/opening-balances/{opening['id']}/reverse", self.books.company.controller
        return await self.books.send("POST", path, controller, {"reason": "Two bills were missing"})

    async def balances(self, as_of: str = CUT_OVER) -> dict[str, Decimal]:
        """Return what each account stands at; the trial balance ties."""
        report = await self.books.get(f"/reports/trial-balance?legal_entity_id={self.entity}&as_of={as_of}")
        assert report["difference"]["amount"] == "0.00"
        assert report["accounts_payable"]["difference"]["amount"] == "0.00"
        rows = {
            row["account_code"]: Decimal(row["debit"]["amount"]) - Decimal(row["credit"]["amount"])
            for row in report["rows"]
        }
        return {code: amount for code, amount in rows.items() if amount}


async def test_books_begin_with_a_trial_balance_and_the_items_behind_it(beginning: Beginning) -> None:
    made = await beginning.posted()
    assert (made["number"], made["state"]) == (f"OPN-{YEAR - 1}-000001", "posted")
    assert await beginning.books.get(f"/opening-balances/{made['id']}") == made
    listed = await beginning.books.get(f"/opening-balances?legal_entity_id={beginning.entity}")
    assert listed["items"] == [made]
    expected = {"1000": "1000", "1010": "900", "1100": "590", "2000": "-640", "3000": "-1850"}
    assert await beginning.balances() == {code: Decimal(amount) for code, amount in expected.items()}
    entry = await beginning.books.get(f"/journal-entries/{made['entry_id']}")
    assert (entry["source_type"], entry["source_id"]) == ("opening", made["id"])
    for currency in ("EUR", "USD"):
        amounts = [one["amount"] for one in entry["lines"] if one["amount"]["currency"] == currency]
        assert len(amounts) > 2
        assert sum(Decimal(one["amount"]) for one in amounts) == 0
    path = f"/reports/ap-aging?legal_entity_id={beginning.entity}&as_of={YEAR}-01-31"
    report = await beginning.books.get(path)
    assert report["control"]["difference"]["amount"] == "0.00"
    assert "OPN" in str(await beginning.books.get(f"/journal-entries?legal_entity_id={beginning.entity}"))


async def test_a_second_beginning_is_refused_until_the_first_is_taken_back(beginning: Beginning) -> None:
    made = await beginning.posted()
    assert problem(await beginning.post()) == (409, "opening_exists")
    answer = await beginning.reverse(made)
    assert answer.status_code == 200, answer.text
    undone = answer.json()
    assert (undone["state"], undone["reason"]) == ("reversed", "Two bills were missing")
    assert undone["reversal_entry_id"] is not None
    assert await beginning.balances() == {}
    assert problem(await beginning.reverse(made)) == (409, "opening_reversed")
    assert (await beginning.posted())["number"] == f"OPN-{YEAR - 1}-000002"
    assert (await beginning.balances())["2000"] == Decimal(-640)


async def test_of_many_that_begin_the_same_books_at_once_one_does(beginning: Beginning) -> None:
    answers = await asyncio.gather(*(beginning.post() for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert (await beginning.balances())["2000"] == Decimal(-640)


async def test_a_trial_balance_without_parties_is_enough(beginning: Beginning) -> None:
    await beginning.posted(accounts=[debit("1000", "5.00"), credit("3000", "5.00")], items=[])
    assert await beginning.balances() == {"1000": Decimal(5), "3000": Decimal(-5)}


def wrong_amounts(beginning: Beginning) -> dict[str, dict[str, Any]]:
    """Return imports that do not tie, by the code that refuses them."""
    good = beginning.body()
    accounts, items = good["accounts"], good["items"]
    return {
        "opening_unbalanced": {"accounts": [*accounts, debit("6100", "0.01")]},
        "opening_items_differ": {"items": items[1:]},
        "opening_empty": {"accounts": [debit("1000", "0.00")], "items": []},
        "opening_amount_wrong": {"items": [*items, beginning.item(usd("0.00"), "0.00")]},
        "opening_account_twice": {"accounts": [*accounts, debit("1000", "0.00")]},
        "account_not_found": {"accounts": [*accounts, debit("NONE", "0.00")]},
        "opening_amount_missing": {"items": [*items, beginning.item(usd("1.00"))]},
        "currency_mismatch": {"items": [*items, beginning.item(eur("1.00"), "2.00")]},
        "amount_not_representable": {"accounts": [*accounts, debit("6100", "0.001")]},
    }


async def test_what_does_not_tie_is_refused_and_nothing_is_posted(beginning: Beginning) -> None:
    for code, changes in wrong_amounts(beginning).items():
        assert problem(await beginning.post(**changes)) == (422, code)
    good = beginning.body()
    no_own = [{**one, "own_amount": None} for one in good["accounts"]]
    assert problem(await beginning.post(accounts=no_own)) == (422, "opening_amount_missing")
    turned = [{**one, "own_amount": usd("-1.00")} if "own_amount" in one else one for one in good["accounts"]]
    assert problem(await beginning.post(accounts=turned)) == (422, "opening_amount_wrong")
    dollars = [*good["accounts"], {"account_code": "6100", "debit": usd("1.00")}]
    assert problem(await beginning.post(accounts=dollars)) == (422, "currency_mismatch")
    own_euros = [{**one, "own_amount": eur("1.00")} if one["account_code"] == "1000" else one for one in dollars[:-1]]
    assert problem(await beginning.post(accounts=own_euros)) == (422, "currency_mismatch")
    for accounts in ([], [{"account_code": "1000"}], [debit("1000", "-1.00")], [debit("1000", "1", credit=eur("1"))]):
        assert problem(await beginning.post(accounts=accounts)) == (422, "invalid_request")
    parties = [{**good["items"][0], "customer_id": beginning.customer}]
    assert problem(await beginning.post(items=parties)) == (422, "invalid_request")
    assert await beginning.balances() == {}
    assert (await beginning.posted())["number"] == f"OPN-{YEAR - 1}-000001"


async def test_a_day_in_no_open_period_and_a_chart_without_a_part_are_refused(beginning: Beginning) -> None:
    assert problem(await beginning.post(posting_date="2001-01-01")) == (409, "period_closed")
    answer = await beginning.post(legal_entity_id="entity_01j2hw0psyfn79yan3pqykt7s0")
    assert problem(answer) == (404, "not_found")


async def test_what_is_settled_is_not_taken_back(beginning: Beginning) -> None:
    made = await beginning.posted()
    books = beginning.books
    page = await books.get(f"/open-items?legal_entity_id={beginning.entity}&limit=200")
    assert {one["kind"] for one in page["items"]} == {"opening"}
    assert sorted(one["base_open"]["amount"] for one in page["items"]) == [
        "-40.00",
        "180.00",
        "500.00",
        "500.00",
        "90.00",
    ]
    payable = [one for one in page["items"] if one["side"] == "payable" and one["amount"]["currency"] == "EUR"]
    settled = {
        "settled_on": f"{YEAR}-01-15",
        "items": [{"open_item_id": one["id"], "amount": eur("40.00")} for one in payable],
    }
    answer = await books.send("POST", "/settlements", books.company.clerk, settled)
    assert answer.status_code == 201, answer.text
    assert problem(await beginning.reverse(made)) == (409, "has_allocations")
    path = f"/settlements/{answer.json()['id']}/reverse"
    undone = await books.send("POST", path, books.company.clerk, {"reason": "Wrong"}, If_Match='"1"')
    assert undone.status_code == 200, undone.text
    assert (await beginning.reverse(made)).status_code == 200
    assert await beginning.balances(f"{YEAR}-12-31") == {}


async def test_only_who_may_imports_and_takes_back(beginning: Beginning) -> None:
    made = await beginning.posted()
    people = beginning.books.company
    for member in (people.viewer, people.clerk, people.approver):
        answer = await beginning.books.send("POST", "/opening-balances", member, beginning.body())
        assert problem(answer) == (403, "forbidden")
        path = f"/opening-balances/{made['id']}/reverse"
        assert problem(await beginning.books.send("POST", path, member, {"reason": "No"})) == (403, "forbidden")


async def test_another_tenants_opening_entity_and_parties_look_like_none(
    beginning: Beginning, other_tenant: SignedIn
) -> None:
    made = await beginning.posted()
    theirs = Books(beginning.books.client, other_tenant)
    for one in (made["id"], "opening_01j2hw0psyfn79yan3pqykt7s0"):
        answer = await theirs.send("GET", f"/opening-balances/{one}", other_tenant.viewer)
        assert problem(answer) == (404, "not_found")
        answer = await theirs.send("POST", f"/opening-balances/{one}/reverse", other_tenant.controller, {"reason": "x"})
        assert problem(answer) == (404, "not_found")
    foreign = Beginning(theirs, theirs.entity, beginning.vendor, beginning.customer)
    accounts = [debit("6100", "1.00"), credit("2000", "1.00")]
    answer = await foreign.post(accounts=accounts, items=[foreign.item(eur("1.00"))])
    assert problem(answer) == (422, "party_not_found")
    answer = await theirs.send("POST", "/opening-balances", other_tenant.controller, beginning.body())
    assert problem(answer) == (404, "not_found")


async def test_bills_go_on_from_where_the_books_began(beginning: Beginning) -> None:
    await beginning.posted()
    accounts = await beginning.books.get(f"/ledger-accounts?legal_entity_id={beginning.entity}&limit=200")
    rent = next(one["id"] for one in accounts["items"] if one["code"] == "6100")
    await beginning.books.posted(
        beginning.vendor, legal_entity_id=beginning.entity, lines=[line("100.00", account_id=rent)]
    )
    assert (await beginning.balances(f"{YEAR}-12-31"))["2000"] == Decimal(-759)
