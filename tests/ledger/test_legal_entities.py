"""Legal entities: made by people with chart and periods, and ready to be posted in at once."""

import asyncio
from datetime import date
from typing import Any

import httpx2
import pytest

from bursar.core.charts import TEMPLATES
from bursar.platform.application import Application
from tests.books import YEAR, Books, problem
from tests.company import SignedIn, company_named, sign_in_all


@pytest.fixture(scope="module")
async def founders(application: Application, admin_url: str) -> SignedIn:
    """A company that founds others; the demo company stays the one of its tenant."""
    return await sign_in_all(application, admin_url, company_named(application, "Founders"))


@pytest.fixture
def founding(client: httpx2.AsyncClient, founders: SignedIn) -> Books:
    return Books(client, founders)


def entity(name: str, **changes: Any) -> dict[str, Any]:
    of = {"base_currency": "USD", "time_zone": "America/New_York", "country": "US", "fiscal_years": [YEAR]}
    return {"name": name, **of, **changes}


async def found(books: Books, **body: Any) -> dict[str, Any]:
    answer = await books.send("POST", "/legal-entities", books.company.controller, entity(**body))
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    assert answer.headers["Location"] == f"/v1/legal-entities/{made['id']}"
    return made


async def accounts_of(books: Books, entity_id: str) -> dict[str, dict[str, Any]]:
    page = await books.get(f"/ledger-accounts?legal_entity_id={entity_id}&limit=200")
    return {one["code"]: one for one in page["items"]}


@pytest.mark.parametrize("chart", TEMPLATES)
async def test_an_entity_begins_with_its_chart(founding: Books, chart: str) -> None:
    made = await found(founding, name=f"Chart {chart}", chart=chart, tax_id="12-3456789")
    assert (made["base_currency"], made["tax_id"]) == ("USD", "12-3456789")
    assert await founding.get(f"/legal-entities/{made['id']}") == made
    assert made in (await founding.get("/legal-entities"))["items"]
    accounts = await accounts_of(founding, made["id"])
    told = ("code", "name", "type", "control", "cash_flow", "is_bank", "currency")
    assert [tuple(one[name] for name in told) for one in accounts.values()] == [
        tuple(getattr(one, name) for name in told) for one in TEMPLATES[chart]
    ]


async def test_an_entity_posts_in_its_periods_and_in_no_others(founding: Books) -> None:
    made = await found(founding, name="Posts", fiscal_years=[YEAR, YEAR], fiscal_year_first_month=7)
    account = (await accounts_of(founding, made["id"]))["6100"]["id"]
    lines = [{"description": "Rent", "unit_price": "10.00", "account_id": account}]
    body = {"legal_entity_id": made["id"], "currency": "USD", "lines": lines}
    for day, label in ((f"{YEAR - 1}-07-01", 1), (f"{YEAR}-06-30", 2)):
        bill = await founding.submitted(document_date=day, **body)
        answer = await founding.approve(bill)
        assert answer.status_code == 200, answer.text
        assert answer.json()["number"] == f"BILL-{YEAR}-{label:06d}"
    balance = await founding.get(f"/reports/trial-balance?legal_entity_id={made['id']}&as_of={date(YEAR, 6, 30)}")
    assert balance["difference"]["amount"] == "0.00"


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"name": " "}, 422, "invalid_request"),
        ({"base_currency": "XXQ"}, 422, "unknown_currency"),
        ({"time_zone": "Mars/Olympus"}, 422, "unknown_time_zone"),
        ({"time_zone": "../../etc/passwd"}, 422, "unknown_time_zone"),
        ({"country": "usa"}, 422, "invalid_request"),
        ({"chart": "none"}, 422, "invalid_request"),
        ({"fiscal_years": []}, 422, "invalid_request"),
        ({"fiscal_years": [99999]}, 422, "invalid_request"),
        ({"fiscal_year_first_month": 13}, 422, "invalid_request"),
        ({"name": "Founders Ltd"}, 409, "legal_entity_exists"),
    ],
)
async def test_a_wrong_entity_is_refused_and_nothing_is_made(
    founding: Books, changes: dict[str, Any], status: int, code: str
) -> None:
    before = await founding.get("/legal-entities")
    body = {**entity("Wrong"), **changes}
    answer = await founding.send("POST", "/legal-entities", founding.company.controller, body)
    assert problem(answer) == (status, code)
    assert await founding.get("/legal-entities") == before


async def test_of_two_that_found_the_same_entity_at_once_one_does(founding: Books) -> None:
    sent = [founding.send("POST", "/legal-entities", founding.company.controller, entity("Raced")) for _ in range(4)]
    assert sorted(answer.status_code for answer in await asyncio.gather(*sent)) == [201, 409, 409, 409]


async def test_only_who_may_founds_an_entity(founding: Books) -> None:
    for member in (founding.company.viewer, founding.company.clerk, founding.company.approver):
        assert problem(await founding.send("POST", "/legal-entities", member, entity("No"))) == (403, "forbidden")


async def test_another_tenant_may_have_an_entity_of_the_same_name_and_sees_none_of_ours(
    founding: Books, other_tenant: SignedIn
) -> None:
    made = await found(founding, name="Namesake")
    theirs = Books(founding.client, other_tenant)
    answer = await theirs.send("GET", f"/legal-entities/{made['id']}", other_tenant.viewer)
    assert problem(answer) == (404, "not_found")
    assert "Namesake" not in str(await theirs.get("/legal-entities"))
