"""Reports over HTTP: what they are asked, and that they tie while others post."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import httpx2
import pytest

from bursar.kit.ids import to_public
from bursar.platform.application import Application
from bursar.platform.provision import provision_tenant
from tests.books import YEAR, Books, eur, problem
from tests.company import SignedIn, company_named, sign_in_all

REPORTS = ("ap-aging", "trial-balance")


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize(
    "query",
    [
        {"known_at": f"{YEAR}-03-01T10:00:00"},
        {"known_at": f"{YEAR}-03-01"},
        {"known_at": "0001-01-01T00:00:00+14:00"},
        {"known_at": "9999-12-31T23:59:59Z"},
        {"as_of": "9999-12-31"},
        {"as_of": "0001-01-01"},
        {"as_of": f"{YEAR}-02-30"},
        {"legal_entity_id": "entity_x"},
        {"basis": "number_of_lines"},
        {"colour": "red"},
    ],
)
async def test_a_report_is_asked_for_one_instant_of_one_calendar(
    books: Books, report: str, query: dict[str, str]
) -> None:
    answer = await books.send("GET", f"/reports/{report}?{httpx2.QueryParams(query)}", books.company.viewer)
    assert problem(answer) == (422, "invalid_request")
    assert answer.json()["errors"][0]["pointer"] == f"/query/{next(iter(query))}"


@pytest.mark.parametrize("report", REPORTS)
async def test_an_entity_that_is_not_ones_own_is_not_found(books: Books, report: str, other_tenant: SignedIn) -> None:
    for one in (to_public("entity", other_tenant.legal_entity_id), "entity_01j2hw0psyfn79yan3pqykt7s0"):
        answer = await books.send("GET", f"/reports/{report}?legal_entity_id={one}", books.company.viewer)
        assert problem(answer) == (404, "not_found")


@pytest.mark.parametrize("report", REPORTS)
async def test_the_only_entity_needs_no_name_and_today_is_meant(books: Books, report: str) -> None:
    before = datetime.now(UTC)
    named = await books.get(f"/reports/{report}?legal_entity_id={books.entity}")
    unnamed = await books.get(f"/reports/{report}")
    assert unnamed["legal_entity_id"] == books.entity
    assert before < datetime.fromisoformat(named["known_at"]) < datetime.fromisoformat(unnamed["known_at"])
    assert named["as_of"] == unnamed["as_of"]


async def test_one_of_several_entities_is_named(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    company = company_named(application, "Two Entities")
    books = Books(client, await sign_in_all(application, admin_url, company))
    second = provision_tenant(admin_url, replace(company, legal_entity="Second Ltd", base_currency="JPY"))
    for report in REPORTS:
        answer = await books.send("GET", f"/reports/{report}", books.company.viewer)
        assert problem(answer) == (422, "legal_entity_required")
        assert answer.json()["errors"][0]["pointer"] == "/query/legal_entity_id"
    vendor = await books.vendor(default_account_id=books.account("6100"))
    await books.posted(vendor)
    entity = to_public("entity", second.legal_entity_id)
    # A vendor's account of the first entity codes nothing in the second; its numbers begin at one again.
    yen = {"legal_entity_id": entity, "currency": "JPY"}
    bill = await books.posted(vendor, **yen)
    assert bill["number"] == f"BILL-{YEAR}-000001"
    assert bill["gross"] == {"amount": "119", "currency": "JPY"}
    assert bill["lines"][0]["account_id"] == to_public("account", second.accounts["5000"])
    for one, owed in ((books.entity, eur("119.00")), (entity, bill["gross"])):
        aging = await books.get(f"/reports/ap-aging?legal_entity_id={one}&as_of=2999-12-31")
        assert [row["amounts"]["total"] for row in aging["rows"]] == [owed]
        assert (aging["control"]["balance"], aging["control"]["open_items"]) == (owed, owed)


async def test_a_report_ties_in_every_moment_while_others_post(books: Books) -> None:
    bills = [await books.submitted() for _ in range(12)]
    done = asyncio.Event()

    async def post() -> None:
        for bill in bills:
            posted = (await books.approve(bill)).json()
            assert (await books.reverse(posted)).status_code == 200
        done.set()

    async def look() -> int:
        looks = 0
        while not done.is_set():
            for report in REPORTS:
                found = await books.get(f"/reports/{report}?as_of=2999-12-31&known_at=2999-12-30T00:00:00Z")
                control = found.get("control") or found["accounts_payable"]
                assert control["difference"]["amount"] == "0.00"
                assert found.get("difference", eur("0.00"))["amount"] == "0.00"
            checks = (await books.get("/integrity"))["checks"]
            assert [one for one in checks if one["outcome"] == "failed"] == []
            looks += 1
        return looks

    _, *looks = await asyncio.gather(post(), look(), look())
    assert min(looks) > 0


async def test_only_readers_of_reports_read_them(books: Books) -> None:
    for report in REPORTS:
        answer = await books.client.get(f"/v1/reports/{report}")
        assert problem(answer) == (401, "unauthenticated")
