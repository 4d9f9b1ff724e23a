"""Revaluations over HTTP: run once, previewed without a trace, read with their lines, reversed, by those who may."""

import asyncio
from datetime import date
from decimal import Decimal
from typing import Any

import httpx2
import pytest

from bursar.core.posting import PostingLine
from bursar.kit.ids import to_public
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.platform.application import Application
from bursar.platform.work import open_work
from tests.books import YEAR, Books, eur, problem
from tests.company import SignedIn, company_named, sign_in_all

SPRING, SUMMER, AUTUMN = (f"{YEAR - 1}-{day}" for day in ("03-31", "06-30", "09-30"))


@pytest.fixture(scope="module")
async def foreign(application: Application, client: httpx2.AsyncClient, admin_url: str) -> Books:
    """A company that owes 1,000 dollars which it posted at 0.90, with closing rates of three quarters."""
    years = (YEAR - 1, YEAR)
    company = await sign_in_all(application, admin_url, company_named(application, "Foreign", fiscal_years=years))
    books = Books(client, company)
    await owe(application, company)
    for day, value in ((SPRING, "0.91"), (SUMMER, "0.95"), (AUTUMN, "0.93")):
        one = {"from_currency": "USD", "to_currency": "EUR", "rate": value, "valid_on": day, "rate_type": "closing"}
        answer = await books.send("POST", "/exchange-rates", company.clerk, {"source": "ECB", "rates": [one]})
        assert answer.status_code == 201, answer.text
    return books


async def owe(application: Application, company: SignedIn) -> None:
    on, accounts = date(YEAR - 1, 1, 15), company.ids.accounts
    async with open_work(application.app, company.controller.principal) as work:
        entry = NewEntry(
            legal_entity_id=company.legal_entity_id,
            sub_ledger="ap",
            series="OPN",
            fiscal_year=on.year,
            posting_date=on,
            document_date=on,
            source_type="test",
            source_id=work.new_id(),
            memo="Test",
            currency="USD",
            base_currency="EUR",
            vendor_id=None,
            lines=(
                PostingLine(accounts["6100"], 100_000, "Rent", base_minor=90_000),
                PostingLine(accounts["2000"], -100_000, "Payable", base_minor=-90_000),
            ),
            leaves=(LeftOpen(1, 100_000, on, base_minor=90_000),),
        )
        await post_entry(work, entry)


async def run(books: Books, as_of: str, **changes: Any) -> httpx2.Response:
    body = {"legal_entity_id": books.entity, "as_of": as_of, **changes}
    return await books.send("POST", "/revaluations", books.company.controller, body)


async def undo(books: Books, revaluation: Any) -> httpx2.Response:
    path = f"/revaluations/{revaluation['id']}/reverse"
    return await books.send("POST", path, books.company.controller, {"reason": "Wrong rate"})


async def test_a_revaluation_is_run_read_and_listed_and_its_entries_are_in_the_journal(foreign: Books) -> None:
    answer = await run(foreign, SUMMER)
    done = answer.json()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/v1/revaluations/{done['id']}")
    assert (done["gain"], done["reversed_on"], done["available_actions"]) == (
        eur("-50.00"),
        f"{YEAR - 1}-07-01",
        ["reverse"],
    )
    (line,) = done["lines"]
    assert (line["side"], line["carried"], line["worth"], line["gain"]) == (
        "payable",
        eur("900.00"),
        eur("950.00"),
        eur("-50.00"),
    )
    assert line["open"] == {"amount": "1000.00", "currency": "USD"}
    assert Decimal(line["rate"]) == Decimal("0.95")
    assert await foreign.get(f"/revaluations/{done['id']}") == done
    entries = [await foreign.get(f"/journal-entries/{done[name]}") for name in ("entry_id", "reversal_entry_id")]
    assert [one["posting_date"] for one in entries] == [SUMMER, f"{YEAR - 1}-07-01"]
    assert {one["source_id"] for one in entries} == {done["id"]}
    assert entries[1]["reversal_of"] == done["entry_id"]
    shown = [[(one["account_code"], one["amount"]["amount"]) for one in entry["lines"]] for entry in entries]
    assert shown == [[("1150", "-50.00"), ("7060", "50.00")], [("1150", "50.00"), ("7060", "-50.00")]]
    other = (await run(foreign, SPRING)).json()
    path = f"/revaluations?legal_entity_id={foreign.entity}&limit=1"
    first = await foreign.get(path)
    second = await foreign.get(f"{path}&cursor={first['next_cursor']}")
    assert [page["items"][0]["id"] for page in (first, second)] == [done["id"], other["id"]]
    assert "lines" not in first["items"][0]
    assert first["items"][0] == {name: value for name, value in done.items() if name != "lines"}
    assert problem(await run(foreign, SUMMER)) == (409, "revaluation_exists")
    reversed_one = (await undo(foreign, done)).json()
    assert (reversed_one["state"], reversed_one["undo_reason"]) == ("reversed", "Wrong rate")
    assert problem(await undo(foreign, done)) == (409, "revaluation_reversed")
    again = await run(foreign, SUMMER)
    assert again.json()["gain"] == eur("-50.00")
    told: list[str] = []
    while len(told) < 4:  # Another worker's transaction may keep the last of them back for a while.
        events = await foreign.send("GET", "/events?limit=200", foreign.company.controller)
        told = [one["type"] for one in events.json()["items"] if one["type"].startswith("revaluation")]
    assert told == ["revaluation.posted", "revaluation.posted", "revaluation.reversed", "revaluation.posted"]


async def test_a_preview_tells_what_a_run_then_does_and_leaves_nothing(foreign: Books) -> None:
    body = {"legal_entity_id": foreign.entity, "as_of": AUTUMN}
    before = await foreign.get("/revaluations")
    answer = await foreign.send("POST", "/revaluations/preview", foreign.company.controller, body)
    assert answer.status_code == 200, answer.text
    preview = answer.json()
    amounts = [one["amount"]["amount"] for one in preview["journal_lines"]]
    assert amounts == ["-30.00", "30.00", "30.00", "-30.00"]
    assert await foreign.get("/revaluations") == before
    done = (await run(foreign, AUTUMN)).json()
    assert (done["gain"], done["lines"]) == (preview["gain"], preview["lines"])
    await undo(foreign, done)


async def test_of_two_that_revalue_the_same_day_at_once_one_does(foreign: Books) -> None:
    answers = await asyncio.gather(*(run(foreign, AUTUMN) for _ in range(4)))
    assert sorted(one.status_code for one in answers) == [201, 409, 409, 409]
    assert {problem(one) for one in answers if one.status_code == 409} == {(409, "revaluation_exists")}
    (done,) = [one.json() for one in answers if one.status_code == 201]
    undone = await asyncio.gather(*(undo(foreign, done) for _ in range(3)))
    assert sorted(one.status_code for one in undone) == [200, 409, 409]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"as_of": f"{YEAR + 50}-01-31"}, 422, "as_of_in_future"),
        ({"as_of": f"{YEAR - 3}-12-31"}, 409, "period_closed"),
        ({"as_of": f"{YEAR - 1}-08-31"}, 422, "exchange_rate_missing"),
        ({"rate_type": "spot"}, 422, "exchange_rate_missing"),
        ({"rate_type": "mine"}, 422, "invalid_request"),
        ({"as_of": "soon"}, 422, "invalid_request"),
        ({"colour": "red"}, 422, "invalid_request"),
        ({"legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0"}, 404, "not_found"),
    ],
)
async def test_a_wrong_request_is_refused_and_changes_nothing(
    foreign: Books, changes: dict[str, Any], status: int, code: str
) -> None:
    before = await foreign.get("/journal-entries")
    for path in ("/revaluations", "/revaluations/preview"):
        body = {"legal_entity_id": foreign.entity, "as_of": AUTUMN, **changes}
        answer = await foreign.send("POST", path, foreign.company.controller, body)
        assert problem(answer) == (status, code)
    assert await foreign.get("/journal-entries") == before


async def test_only_controllers_revalue(foreign: Books) -> None:
    body = {"legal_entity_id": foreign.entity, "as_of": AUTUMN}
    for member in (foreign.company.clerk, foreign.company.approver, foreign.company.viewer):
        for path in ("/revaluations", "/revaluations/preview"):
            assert problem(await foreign.send("POST", path, member, body)) == (403, "forbidden")


async def test_another_tenants_revaluation_looks_like_none(foreign: Books, other_tenant: SignedIn) -> None:
    theirs = Books(foreign.client, other_tenant)
    done = (await run(theirs, SPRING)).json()
    assert done["lines"] == []
    for one in (done["id"], "revaluation_01j2hw0psyfn79yan3pqykt7s0"):
        answer = await foreign.send("GET", f"/revaluations/{one}", foreign.company.viewer)
        assert problem(answer) == (404, "not_found")
        answer = await foreign.send(
            "POST", f"/revaluations/{one}/reverse", foreign.company.controller, {"reason": "ours"}
        )
        assert problem(answer) == (404, "not_found")
    entity = to_public("entity", other_tenant.legal_entity_id)
    assert problem(await run(foreign, SPRING, legal_entity_id=entity)) == (404, "not_found")
    assert (await foreign.get(f"/revaluations?legal_entity_id={entity}"))["items"] == []
    forged = await foreign.send("GET", "/revaluations?cursor=WyJ4IiwieSJd", foreign.company.viewer)
    assert problem(forged) == (422, "bad_cursor")
