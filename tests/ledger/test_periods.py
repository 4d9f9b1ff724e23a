"""Closing periods over HTTP: by sub-ledger, after a checklist, softly with exceptions, or for good."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx2
import psycopg
import pytest

from bursar.kit.ids import to_public
from bursar.platform.application import Application
from tests.books import YEAR, Books, line, problem
from tests.company import Member, SignedIn, company_named, sign_in_all

# Months of last year, so that today is later than each of them.
PAST = YEAR - 1
NOBODY = "user_01j2hw0psyfn79yan3pqykt7s0"


@pytest.fixture(scope="module")
async def closing(application: Application, admin_url: str, client: httpx2.AsyncClient) -> Books:
    """A company with books for three years; each test closes a month of its own."""
    return Books(client, await sign_in_all(application, admin_url, company_named(application, "Monthly Close")))


async def month(books: Books, number: int, year: int = PAST) -> dict[str, Any]:
    """Return the period of a month."""
    found: list[dict[str, Any]] = (await books.get(f"/periods?fiscal_year={year}&legal_entity_id={books.entity}"))[
        "items"
    ]
    return found[number - 1]


async def send(
    books: Books, period: dict[str, Any], verb: str, by: Member | None = None, /, **body: Any
) -> httpx2.Response:
    """Ask something of a period, as the controller unless told otherwise."""
    path = f"/periods/{period['id']}/{verb}"
    return await books.send("POST", path, by or books.company.controller, body)


async def closed(books: Books, period: dict[str, Any], sub_ledger: str, state: str = "closed") -> dict[str, Any]:
    """Close a sub-ledger and return the period."""
    answer = await send(books, period, "close", sub_ledger=sub_ledger, state=state)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def states(period: dict[str, Any]) -> tuple[str, str, str]:
    return period["gl_state"], period["ap_state"], period["ar_state"]


async def test_periods_are_listed_by_their_days_in_pages_that_stay_put(closing: Books) -> None:
    found, path = [], f"/periods?legal_entity_id={closing.entity}&limit=7"
    page = await closing.get(path)
    found += page["items"]
    while page["next_cursor"]:
        page = await closing.get(f"{path}&cursor={page['next_cursor']}")
        found += page["items"]
    assert len(found) == 36
    assert [one["starts_on"] for one in found] == sorted(one["starts_on"] for one in found)
    assert {one["fiscal_year"] for one in found} == {YEAR - 1, YEAR, YEAR + 1}


async def test_closing_asks_a_checklist_and_names_what_failed(closing: Books) -> None:
    march = await month(closing, 3)
    bill = await closing.submitted(document_date=f"{PAST}-03-10")
    answer = await send(closing, march, "close", sub_ledger="gl", state="closed")
    assert problem(answer) == (409, "period_not_ready")
    assert answer.json()["details"] == {"unposted_bills": "1 of 1 bills dated in the period wait for a decision."}
    checklist = await closing.get(f"/periods/{march['id']}/checklist?sub_ledger=ap")
    assert not checklist["ready"]
    assert states(await month(closing, 3)) == ("open", "open", "open")
    assert (await closing.approve(bill)).status_code == 200
    checklist = await closing.get(f"/periods/{march['id']}/checklist")
    assert checklist["ready"]
    told = {one["code"]: (one["status"], one["examined"]) for one in checklist["checks"]}
    assert told == {
        "unposted_bills": ("passed", 1),
        "payables_control": ("passed", 2),
        "payables_revalued": ("passed", 0),
        "unposted_invoices": ("not_examined", 0),
        "receivables_control": ("passed", 0),
        "receivables_revalued": ("passed", 0),
        "unposted_journal": ("passed", 0),
        "accounts_revalued": ("passed", 0),
        "bank_lines_matched": ("not_examined", 0),
    }
    assert "no bank statements in this version" in checklist["checks"][-1]["message"]
    assert states(await closed(closing, march, "gl")) == ("closed", "closed", "closed")
    assert problem(await send(closing, march, "close", sub_ledger="ap", state="closed")) == (
        409,
        "period_already_closed",
    )
    assert problem(await send(closing, march, "reopen", sub_ledger="gl", reason="x")) == (409, "period_stays_closed")
    late = await closing.posted(document_date=f"{PAST}-03-11")
    assert late["posting_date"] > f"{PAST}-03-31"


async def test_a_sub_ledger_is_closed_alone_and_a_soft_close_taken_back(closing: Books) -> None:
    april = await month(closing, 4)
    assert states(await closed(closing, april, "ar")) == ("open", "open", "closed")
    assert states(await closed(closing, april, "ap", "soft_closed")) == ("open", "soft_closed", "closed")
    assert states(await month(closing, 4)) == ("open", "soft_closed", "closed")
    again = await send(closing, april, "reopen", sub_ledger="ap", reason="A bill was forgotten")
    assert states(again.json()) == ("open", "open", "closed")
    assert problem(await send(closing, april, "reopen", sub_ledger="ap", reason="x")) == (409, "period_is_open")
    assert problem(await send(closing, april, "reopen", sub_ledger="ar", reason="x")) == (409, "period_stays_closed")
    await closed(closing, april, "gl", "soft_closed")
    refused = await send(closing, april, "reopen", sub_ledger="ap", reason="x")
    assert problem(refused) == (409, "general_ledger_closed")


async def test_a_soft_closed_period_takes_entries_of_those_who_have_an_exception(closing: Books) -> None:
    people = closing.company
    may = await month(closing, 5)
    await closed(closing, may, "ap", "soft_closed")
    late = await closing.posted(document_date=f"{PAST}-05-10")
    assert late["posting_date"] > f"{PAST}-05-31"
    body = {"sub_ledger": "ap", "valid_until": (datetime.now(UTC) + timedelta(hours=1)).isoformat(), "reason": "Late"}
    own = await send(closing, may, "exceptions", **body, user_id=to_public("user", people.controller.id))
    assert problem(own) == (403, "own_exception")
    granted = await send(closing, may, "exceptions", **body, user_id=to_public("user", people.approver.id))
    assert granted.status_code == 201, granted.text
    assert (await closing.posted(document_date=f"{PAST}-05-11"))["posting_date"] == f"{PAST}-05-11"
    other = await closing.approve(await closing.submitted(document_date=f"{PAST}-05-12"), by=people.controller)
    assert other.json()["posting_date"] > f"{PAST}-05-31"
    assert (await closing.get(f"/periods/{may['id']}/exceptions"))["items"] == [granted.json()]
    await closed(closing, may, "ap")
    assert (await closing.posted(document_date=f"{PAST}-05-13"))["posting_date"] > f"{PAST}-05-31"
    assert problem(await send(closing, may, "exceptions", **body)) == (409, "period_stays_closed")


async def test_an_exception_of_everybody_is_not_that_of_who_granted_it_and_it_ends(closing: Books) -> None:
    june = await month(closing, 6)
    await closed(closing, june, "gl", "soft_closed")
    ends = datetime.now(UTC) + timedelta(seconds=1.5)
    body = {"sub_ledger": "ap", "reason": "Audit", "valid_until": ends.isoformat()}
    assert (await send(closing, june, "exceptions", **body)).status_code == 201
    first, second, third = [await closing.submitted(document_date=f"{PAST}-06-1{day}") for day in range(3)]
    assert (await closing.approve(first)).json()["posting_date"] == f"{PAST}-06-10"
    granter = await closing.approve(second, by=closing.company.controller)
    assert granter.json()["posting_date"] > f"{PAST}-06-30"
    await asyncio.sleep(max(0.0, (ends - datetime.now(UTC)).total_seconds()) + 0.05)
    assert (await closing.approve(third)).json()["posting_date"] > f"{PAST}-06-30"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"valid_until": "2020-01-01T00:00:00Z"}, (422, "exception_ended")),
        ({"valid_until": "2099-01-01T00:00:00"}, (422, "invalid_request")),
        ({"user_id": NOBODY}, (422, "person_not_found")),
        ({"reason": "  "}, (422, "invalid_request")),
        ({"reason": None}, (422, "invalid_request")),
        ({"sub_ledger": "cash"}, (422, "invalid_request")),
        ({"force": True}, (422, "invalid_request")),
    ],
)
async def test_a_wrong_exception_is_refused_and_nothing_is_kept(
    closing: Books, change: dict[str, Any], expected: tuple[int, str]
) -> None:
    body = {"sub_ledger": "ap", "valid_until": "2099-01-01T00:00:00Z", "reason": "x", **change}
    july = await month(closing, 7)
    assert problem(await send(closing, july, "exceptions", **body)) == expected
    assert (await closing.get(f"/periods/{july['id']}/exceptions"))["items"] == []


@pytest.mark.parametrize("body", [{"state": "open"}, {"state": "closed", "force": True}, {"sub_ledger": "bank"}])
async def test_a_period_is_closed_by_no_other_word(closing: Books, body: dict[str, Any]) -> None:
    july = await month(closing, 7)
    sent = {"sub_ledger": "ap", "state": "closed", **body}
    assert problem(await send(closing, july, "close", **sent)) == (422, "invalid_request")
    assert states(await month(closing, 7)) == ("open", "open", "open")


async def test_only_who_may_close_closes(closing: Books) -> None:
    july = await month(closing, 7)
    for one in (closing.company.viewer, closing.company.clerk, closing.company.approver):
        for verb, body in {
            "close": {"sub_ledger": "ap", "state": "closed"},
            "reopen": {"sub_ledger": "ap", "reason": "x"},
            "exceptions": {"sub_ledger": "ap", "valid_until": "2099-01-01T00:00:00Z", "reason": "x"},
        }.items():
            assert problem(await send(closing, july, verb, one, **body)) == (403, "forbidden")
    assert states(await month(closing, 7)) == ("open", "open", "open")


async def test_another_tenants_period_looks_like_none(
    closing: Books, other_tenant: SignedIn, client: httpx2.AsyncClient
) -> None:
    theirs = await month(Books(client, other_tenant), 1)
    for one in (theirs, {"id": "period_01j2hw0psyfn79yan3pqykt7s0"}):
        assert problem(await send(closing, one, "close", sub_ledger="ap", state="closed")) == (404, "not_found")
        assert problem(await send(closing, one, "reopen", sub_ledger="ap", reason="x")) == (404, "not_found")
        body = {"sub_ledger": "ap", "valid_until": "2099-01-01T00:00:00Z", "reason": "x"}
        assert problem(await send(closing, one, "exceptions", **body)) == (404, "not_found")
        for path in ("checklist", "exceptions"):
            answer = await closing.send("GET", f"/periods/{one['id']}/{path}", closing.company.viewer)
            assert problem(answer) == (404, "not_found")
    ours = await month(closing, 7)
    body["user_id"] = to_public("user", other_tenant.approver.id)
    assert problem(await send(closing, ours, "exceptions", **body)) == (422, "person_not_found")


async def test_of_two_who_close_at_once_one_closes(closing: Books) -> None:
    august = await month(closing, 8)
    answers = await asyncio.gather(*(send(closing, august, "close", sub_ledger="ap", state="closed") for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409, 409]


async def test_nothing_is_posted_into_a_period_after_it_was_closed(closing: Books, admin_url: str) -> None:
    september = await month(closing, 9)
    bills = [await closing.submitted(document_date=f"{PAST}-09-10") for _ in range(8)]

    async def close_when_ready() -> None:
        refused: str | None = "period_not_ready"
        while refused == "period_not_ready":
            refused = problem_of(await send(closing, september, "close", sub_ledger="ap", state="closed"))

    answers, _ = await asyncio.gather(asyncio.gather(*(closing.approve(bill) for bill in bills)), close_when_ready())
    assert [answer.status_code for answer in answers] == [200] * 8
    assert {answer.json()["posting_date"] for answer in answers} == {f"{PAST}-09-10"}
    assert (await closing.posted(document_date=f"{PAST}-09-11"))["posting_date"] > f"{PAST}-09-30"
    await closing.check_books()


def problem_of(answer: httpx2.Response) -> str | None:
    return None if answer.status_code == 200 else problem(answer)[1]


async def test_what_the_release_before_closed_is_closed_for_every_sub_ledger(closing: Books, admin_url: str) -> None:
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(
            "UPDATE period SET state = 'closed' WHERE tenant_id = %s AND starts_on = %s",
            [closing.company.tenant_id, date(PAST, 10, 1)],
        )
    assert states(await month(closing, 10)) == ("closed", "closed", "closed")
    assert (await closing.posted(document_date=f"{PAST}-10-10"))["posting_date"] > f"{PAST}-10-31"


async def test_the_same_request_closes_once(closing: Books) -> None:
    july = await month(closing, 2)
    path, body = f"/periods/{july['id']}/close", {"sub_ledger": "ar", "state": "soft_closed"}
    first, again = [
        await closing.send("POST", path, closing.company.controller, body, Idempotency_Key="close-july")
        for _ in range(2)
    ]
    assert first.status_code == again.status_code == 200
    assert again.headers["Idempotency-Replayed"] == "true"
    assert first.json() == again.json()


async def test_what_is_open_in_foreign_currency_is_revalued_before_the_period_closes(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    books = Books(client, await sign_in_all(application, admin_url, company_named(application, "Foreign Close")))
    controller = books.company.controller
    account = {"legal_entity_id": books.entity, "code": "1010", "name": "Deposit", "type": "asset", "currency": "USD"}
    deposit = (await books.send("POST", "/ledger-accounts", controller, account)).json()["id"]
    rate = {"from_currency": "USD", "to_currency": "EUR", "rate": "0.90", "valid_on": f"{PAST}-02-08"}
    rates = [rate, {**rate, "rate": "0.95", "valid_on": f"{PAST}-02-28", "rate_type": "closing"}]
    recorded = await books.send("POST", "/exchange-rates", controller, {"source": "x", "rates": rates})
    assert recorded.status_code == 201, recorded.text
    dated: dict[str, Any] = {"document_date": f"{PAST}-02-10", "currency": "USD", "lines": [line(account_id=deposit)]}
    await books.posted(**dated)
    february = await month(books, 2)
    refused = await send(books, february, "close", sub_ledger="gl", state="closed")
    assert problem(refused) == (409, "period_not_ready")
    assert set(refused.json()["details"]) == {"payables_revalued", "accounts_revalued"}
    run = {"legal_entity_id": books.entity, "as_of": february["ends_on"]}
    assert (await books.send("POST", "/revaluations", controller, run)).status_code == 201
    checks = (await books.get(f"/periods/{february['id']}/checklist"))["checks"]
    told = {one["code"]: (one["status"], one["examined"], one["failed"]) for one in checks}
    assert told["payables_revalued"] == told["accounts_revalued"] == ("passed", 1, 0)
    assert told["payables_control"][:2] == ("passed", 2)
    await books.posted(**dated)  # What comes after the revaluation is not in it.
    refused = await send(books, february, "close", sub_ledger="ap", state="soft_closed")
    assert refused.json()["details"] == {
        "payables_revalued": "1 of 2 items open in foreign currency are not in a revaluation at the period's end."
    }
    assert states(await month(books, 2)) == ("open", "open", "open")
    assert states(await closed(books, february, "ar")) == ("open", "open", "closed")
