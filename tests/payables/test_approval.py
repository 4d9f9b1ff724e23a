"""Who approves, at which version, exactly what was shown, and once: also when everybody comes at the same moment."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from bursar.kit.ids import to_public
from bursar.platform.application import Application
from bursar.platform.provision import DEMO_PASSWORD, Company, Person
from tests.books import YEAR, Books, line, problem
from tests.company import Member, SignedIn, company_named, member, sign_in_all

BO = "bo@strict.bursar.example"


@pytest.fixture(scope="module")
async def strict(application: Application, admin_url: str) -> SignedIn:
    """A company whose approver has a limit of 1,000 euros, and where Bo both submits and approves."""
    company: Company = company_named(application, "Strict Approvals")
    hats = tuple(Person("Bo Both", BO, role, DEMO_PASSWORD) for role in ("ap_clerk", "approver"))
    limited = tuple(replace(one, approval_limit_minor=100_000) for one in company.people)
    return await sign_in_all(application, admin_url, replace(company, people=(*hats, *limited)))


@pytest.fixture(scope="module")
async def bo(application: Application, strict: SignedIn) -> Member:
    """Who may do both, and still not one after the other."""
    return await member(application, strict.tenant_id, strict.ids.people[BO], BO)


@pytest.fixture
def strictly(client: httpx2.AsyncClient, strict: SignedIn) -> Books:
    """The strict company's bills."""
    return Books(client, strict)


async def test_nobody_approves_what_they_submitted(strictly: Books, bo: Member) -> None:
    body = strictly.bill(await strictly.vendor())
    bill = (await strictly.send("POST", "/bills", bo, body)).json()
    assert problem(await strictly.approve(bill, by=bo)) == (403, "own_document")
    assert (await strictly.approve(bill)).status_code == 200
    theirs = await strictly.submitted()
    assert (await strictly.approve(theirs, by=bo)).status_code == 200


@pytest.mark.parametrize(("price", "status"), [("1000.00", 200), ("1000.01", 403)])
async def test_nobody_approves_above_their_limit(strictly: Books, price: str, status: int) -> None:
    bill = await strictly.submitted(lines=[line(price, tax_rate="0")])
    answer = await strictly.approve(bill)
    assert answer.status_code == status
    if status == 403:
        assert problem(answer) == (403, "approval_limit_exceeded")
        assert (await strictly.get(f"/bills/{bill['id']}"))["document_status"] == "submitted"


async def test_a_rounding_amount_does_not_slip_past_the_limit(strictly: Books) -> None:
    rounding = {"amount": "950.00", "currency": "EUR"}
    bill = await strictly.submitted(lines=[line("100.00", tax_rate="0")], rounding=rounding)
    assert problem(await strictly.approve(bill)) == (403, "approval_limit_exceeded")


@pytest.mark.parametrize("verb", ["approve", "reject", "reverse"])
async def test_a_decision_names_the_version_it_means(books: Books, verb: str) -> None:
    bill = await (books.posted() if verb == "reverse" else books.submitted())
    body = {"digest": bill["digest"]} if verb == "approve" else {"reason": "why"}
    someone = books.company.controller
    path = f"/bills/{bill['id']}/{verb}"
    assert problem(await books.send("POST", path, someone, body)) == (428, "precondition_required")
    stale = await books.send("POST", path, someone, body, If_Match='"7"')
    assert problem(stale) == (412, "precondition_failed")
    for wrong in ("1", 'W/"1"', "*", '"0"', '"99999999999"'):
        assert problem(await books.send("POST", path, someone, body, If_Match=wrong)) == (400, "bad_header")
    assert await books.get(f"/bills/{bill['id']}") == bill


async def test_what_is_approved_is_what_was_shown(books: Books) -> None:
    bill = await books.submitted()
    assert problem(await books.approve({**bill, "digest": "0" * 64})) == (409, "digest_changed")
    assert problem(await books.approve({**bill, "digest": "what I saw"})) == (422, "invalid_request")
    assert (await books.approve(bill)).status_code == 200


async def test_different_bills_have_different_digests(books: Books) -> None:
    body = books.bill(await books.vendor())
    account = books.account("6100")
    changes: list[dict[str, Any]] = [{}, {"lines": [line("100.01")]}, {"lines": [line(account_id=account)]}]
    changes += [{"due_date": f"{YEAR}-05-05"}, {"kind": "vendor_credit"}, {"lines": [line(description="Other")]}]
    digests = {(await books.submit({**body, **change})).json()["digest"] for change in changes}
    assert len(digests) == len(changes)
    assert (await books.submit(body)).json()["digest"] in digests


async def test_of_two_approvers_at_once_one_posts_and_the_other_is_told(books: Books) -> None:
    company = books.company
    for _ in range(5):
        bill = await books.submitted()
        answers = await asyncio.gather(*(books.approve(bill, by=one) for one in (company.approver, company.controller)))
        assert sorted(answer.status_code for answer in answers) == [200, 409]
        assert problem(max(answers, key=lambda answer: answer.status_code)) == (409, "bill_not_submitted")
        assert len((await books.get(f"/journal-entries?bill_id={bill['id']}"))["items"]) == 1


async def test_approve_and_reject_at_once_have_one_outcome(books: Books) -> None:
    bill = await books.submitted()
    path = f"/bills/{bill['id']}/reject"
    rejecting = books.send("POST", path, books.company.controller, {"reason": "No"}, If_Match='"1"')
    answers = await asyncio.gather(books.approve(bill), rejecting)
    assert sorted(answer.status_code for answer in answers) == [200, 409]


@pytest.mark.parametrize("at_once", [True, False])
async def test_a_repeated_request_has_one_effect_and_the_same_answer(books: Books, at_once: bool) -> None:
    bill = await books.submitted()
    key = f"approve {bill['id']}"
    if at_once:
        answers = list(await asyncio.gather(*(books.approve(bill, Idempotency_Key=key) for _ in range(3))))
    else:
        answers = [await books.approve(bill, Idempotency_Key=key) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert Counter(answer.headers["Idempotency-Replayed"] for answer in answers) == {"false": 1, "true": 2}
    assert answers[0].json() == answers[1].json() == answers[2].json()
    assert {answer.headers["ETag"] for answer in answers} == {'"2"'}
    assert len((await books.get(f"/journal-entries?bill_id={bill['id']}"))["items"]) == 1


async def test_a_key_is_good_for_one_request(books: Books) -> None:
    bill = await books.submitted()
    key = f"once {bill['id']}"
    assert (await books.approve(bill, Idempotency_Key=key)).status_code == 200
    answer = await books.approve(bill, version=2, Idempotency_Key=key)
    assert problem(answer) == (422, "idempotency_key_reused")


async def test_a_submission_is_repeated_with_its_place(books: Books) -> None:
    body = books.bill(await books.vendor())
    key = f"submit {body['vendor_id']}"
    first, second = [await books.submit(body, Idempotency_Key=key) for _ in range(2)]
    assert first.json() == second.json()
    assert first.headers["Location"] == second.headers["Location"]
    assert (await books.get(f"/bills?vendor_id={body['vendor_id']}"))["items"][1:] == []


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("written", [lambda number: number, lambda number: f" {number.lower().replace('-', ' / 00')}"])
async def test_a_vendors_document_is_posted_once(books: Books, at_once: bool, written: Callable[[str], str]) -> None:
    vendor = await books.vendor()
    first = await books.submitted(vendor, document_date=f"{YEAR}-02-01")
    again = await books.submitted(vendor, vendor_reference=written(first["vendor_reference"]))
    if at_once:
        answers = list(await asyncio.gather(books.approve(first), books.approve(again)))
    else:
        answers = [await books.approve(first), await books.approve(again)]
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    loser = max(range(2), key=lambda index: answers[index].status_code)
    assert problem(answers[loser]) == (409, "duplicate_bill")
    assert (await books.get(f"/bills/{(first, again)[loser]['id']}"))["document_status"] == "submitted"
    assert (await books.aging(vendor, as_of=f"{YEAR}-03-02"))["total"] == "119.00"


@pytest.mark.parametrize(
    "change", [{"document_date": f"{YEAR - 1}-03-02"}, {"kind": "vendor_credit"}, {"vendor_reference": "another"}]
)
async def test_another_year_kind_or_number_is_another_document(books: Books, change: dict[str, Any]) -> None:
    first = await books.posted(await books.vendor())
    same = {"vendor_reference": first["vendor_reference"]}
    assert (await books.posted(first["vendor_id"], **{**same, **change}))["document_status"] == "posted"


async def test_a_reversed_bill_may_be_posted_anew(books: Books) -> None:
    first = await books.posted()
    assert (await books.reverse(first)).status_code == 200
    again = await books.posted(first["vendor_id"], vendor_reference=first["vendor_reference"])
    assert again["document_status"] == "posted"


async def test_a_rejected_bill_stays_out_of_the_books(books: Books) -> None:
    bill = await books.submitted()
    path, approver = f"/bills/{bill['id']}/reject", books.company.approver
    assert problem(await books.send("POST", path, approver, {"reason": " "}, If_Match='"1"'))[0] == 422
    answer = await books.send("POST", path, approver, {"reason": " Not ordered "}, If_Match='"1"')
    rejected = answer.json()
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"2"')
    assert (rejected["document_status"], rejected["approval_status"]) == ("rejected", "rejected")
    assert (rejected["decision_reason"], rejected["available_actions"]) == ("Not ordered", [])
    assert (rejected["decided_by"], rejected["number"]) == (to_public("user", approver.id), None)
    assert await books.get(f"/bills/{bill['id']}") == rejected
    for again in (await books.approve(rejected), await books.approve(bill), await books.reverse(rejected)):
        assert again.status_code == 409
    assert await books.aging(bill["vendor_id"], as_of="2999-12-31") == {}
