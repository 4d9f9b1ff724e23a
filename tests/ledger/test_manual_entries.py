"""Entries that people write: balanced, approved by another as shown, reversed; a refusal changes nothing."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

import httpx2
import psycopg
import pytest
from sqlalchemy import select

from bursar.kit.ids import to_public
from bursar.platform.application import Application
from bursar.platform.provision import DEMO_PASSWORD, Person
from bursar.platform.work import open_work
from bursar.tables import open_items
from tests.books import YEAR, Books, eur, problem, uuid_of
from tests.company import Member, SignedIn, company_named, member, sign_in_all
from tests.ledger.journal import DAY, Journal

BO = "bo@journal.bursar.example"


@pytest.fixture(scope="module")
async def company(application: Application, admin_url: str) -> SignedIn:
    """A company whose approver has a limit of 1,000 euros, and where Bo both submits and approves."""
    made = company_named(application, "Journal Keepers")
    hats = tuple(Person("Bo Both", BO, role, DEMO_PASSWORD) for role in ("ap_clerk", "approver"))
    people = tuple(
        replace(one, approval_limit_minor=100_000 if one.role == "approver" else None) for one in made.people
    )
    return await sign_in_all(application, admin_url, replace(made, people=(*hats, *people)))


@pytest.fixture(scope="module")
async def bo(application: Application, company: SignedIn) -> Member:
    return await member(application, company.tenant_id, company.ids.people[BO], BO)


@pytest.fixture
def journal(client: httpx2.AsyncClient, company: SignedIn) -> Journal:
    return Journal(Books(client, company))


async def items_of(application: Application, journal: Journal, entry_id: str) -> Sequence[Any]:
    async with open_work(application.app, journal.books.company.viewer.principal) as work:
        query = select(open_items).where(work.owns(open_items), open_items.c.entry_id == uuid_of(entry_id))
        return await work.session.rows(query.order_by(open_items.c.instalment))


def traces(admin_url: str, company: SignedIn) -> list[tuple[Any, ...]]:
    """Return what a refusal must not change."""
    with psycopg.connect(admin_url) as connection:
        return [
            connection.execute(
                f"SELECT count(*), md5(string_agg(t::text, '' ORDER BY t::text)) FROM {table} t WHERE tenant_id = %s",
                [company.tenant_id],
            ).fetchone()
            or ()
            for table in ("manual_entry", "manual_entry_line", "journal_entry", "journal_line", "open_item", "event")
        ]


async def test_an_entry_is_submitted_approved_by_another_and_posted(journal: Journal) -> None:
    entry = await journal.submitted()
    assert (entry["state"], entry["number"], entry["entry_id"]) == ("submitted", None, None)
    assert entry["available_actions"] == ["approve", "reject"]
    assert await journal.read(entry) == entry
    posted = (await journal.decide("approve", entry)).json()
    assert (posted["state"], posted["version"], posted["available_actions"]) == ("posted", 2, ["reverse"])
    assert posted["number"].startswith(f"JRN-{YEAR}-")
    assert await journal.read(entry) == posted
    written = await journal.books.get(f"/journal-entries/{posted['entry_id']}")
    assert (written["number"], written["source_id"], written["posting_date"]) == (posted["number"], entry["id"], DAY)
    assert await journal.books.entry(posted) == {"6100": "1200.00", "6300": "-1200.00"}
    listed = await journal.books.get("/manual-entries?state=posted&limit=1")
    assert [one["id"] for one in listed["items"]] == [entry["id"]]
    await journal.books.check_books()


async def test_nobody_approves_what_they_submitted(journal: Journal, bo: Member) -> None:
    entry = (await journal.submit(bo)).json()
    assert problem(await journal.decide("approve", entry, by=bo)) == (403, "own_document")
    assert (await journal.decide("approve", entry)).status_code == 200
    assert (await journal.decide("approve", await journal.submitted(), by=bo)).status_code == 200


async def test_nobody_approves_above_their_limit(journal: Journal) -> None:
    entry = await journal.submitted()
    assert problem(await journal.decide("approve", entry, by=journal.books.company.approver)) == (
        403,
        "approval_limit_exceeded",
    )
    assert await journal.read(entry) == entry
    small = await journal.submitted(lines=[journal.line("6100", "1000.00"), journal.line("6300", "-1000.00")])
    assert (await journal.decide("approve", small, by=journal.books.company.approver)).status_code == 200


@pytest.mark.parametrize("role", ["viewer", "clerk"])
async def test_who_may_not_decide_does_not(journal: Journal, role: str) -> None:
    someone = getattr(journal.books.company, role)
    entry = await journal.submitted()
    for verb in ("approve", "reject", "reverse"):
        assert problem(await journal.decide(verb, entry, by=someone)) == (403, "forbidden")
    assert problem(await journal.submit(journal.books.company.viewer)) == (403, "forbidden")
    assert await journal.read(entry) == entry


async def test_what_is_approved_is_what_was_shown_at_the_version_that_was_meant(journal: Journal) -> None:
    entry = await journal.submitted()
    assert problem(await journal.decide("approve", entry, digest="0" * 64)) == (409, "digest_changed")
    assert problem(await journal.decide("approve", entry, version=7)) == (412, "precondition_failed")
    path, boss = f"/manual-entries/{entry['id']}/approve", journal.books.company.controller
    body = {"digest": entry["digest"]}
    assert problem(await journal.books.send("POST", path, boss, body)) == (428, "precondition_required")
    assert await journal.read(entry) == entry
    changes: list[dict[str, Any]] = [{}, {"memo": "Other"}, {"posting_date": f"{YEAR}-03-30"}]
    changes += [{"lines": [journal.line("6100", "1200.00", memo="m"), journal.line("6300", "-1200.00")]}]
    changes += [{"auto_reverse_on": f"{YEAR}-04-01"}, {"document_date": f"{YEAR}-03-01"}]
    digests = {(await journal.submitted(**change))["digest"] for change in changes}
    assert len(digests) == len(changes)
    assert entry["digest"] in digests


async def test_of_two_approvers_at_once_one_posts_and_the_other_is_told(journal: Journal, bo: Member) -> None:
    for _ in range(3):
        entry = await journal.submitted()
        answers = await asyncio.gather(journal.decide("approve", entry), journal.decide("reject", entry, by=bo))
        assert sorted(answer.status_code for answer in answers) == [200, 409]
        loser = max(answers, key=lambda answer: answer.status_code)
        assert problem(loser) == (409, "manual_entry_not_submitted")


async def test_a_rejected_entry_stays_out_of_the_books(journal: Journal) -> None:
    entry = await journal.submitted()
    assert problem(await journal.decide("reject", entry, reason=" "))[0] == 422
    rejected = (await journal.decide("reject", entry, reason=" Accrued already ")).json()
    assert (rejected["state"], rejected["decision_reason"]) == ("rejected", "Accrued already")
    assert rejected["available_actions"] == []
    for verb, code in (("approve", "not_submitted"), ("reject", "not_submitted"), ("reverse", "not_posted")):
        assert problem(await journal.decide(verb, rejected)) == (409, f"manual_entry_{code}")
    assert await journal.read(entry) == rejected


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        (lambda _: {"lines": []}, 422, "entry_empty"),
        (lambda j: {"lines": [j.line("6100", "0.00"), j.line("6300", "0.00")]}, 422, "line_zero"),
        (lambda j: {"lines": [j.line("6100", "1.00"), j.line("6300", "-1.01")]}, 422, "entry_unbalanced"),
        (lambda j: {"lines": [j.line("6100", "1.005"), j.line("6300", "-1.005")]}, 422, "amount_not_representable"),
        (lambda _: {"currency": "XYZ"}, 422, "unknown_currency"),
        (lambda _: {"currency": "USD"}, 422, "currency_mismatch"),
        (lambda _: {"legal_entity_id": to_public("entity", uuid4())}, 404, "not_found"),
        (lambda j: _with(j, account_id=to_public("account", uuid4())), 422, "account_not_usable"),
        (lambda j: _with(j, vendor_id=to_public("vendor", uuid4())), 404, "not_found"),
        (lambda j: _with(j, customer_id=to_public("customer", uuid4())), 404, "not_found"),
        (lambda j: _with(j, tax_code_id=to_public("taxcode", uuid4())), 404, "not_found"),
        (lambda j: _with(j, cost_centre_id=to_public("dimension", uuid4())), 422, "dimension_unknown"),
        (lambda j: _with(j, project_id=to_public("dimension", uuid4())), 422, "dimension_unknown"),
        (lambda j: _with(j, due_date=DAY), 422, "nothing_left_open"),
        (lambda j: _with(j, base_amount=eur("1200.00")), 422, "base_amounts_unclear"),
        (lambda j: _with(j, account_id=j.books.account("2000")), 422, "party_missing"),
        (lambda j: _with(j, account_id=j.books.account("1100")), 422, "party_missing"),
        (lambda _: {"auto_reverse_on": DAY}, 422, "reversed_too_early"),
        (lambda _: {"surprise": 1}, 422, "invalid_request"),
    ],
)
async def test_bad_input_has_its_code_and_changes_nothing(
    journal: Journal, admin_url: str, change: Callable[[Journal], dict[str, Any]], status: int, code: str
) -> None:
    before = traces(admin_url, journal.books.company)
    assert problem(await journal.submit(**change(journal))) == (status, code)
    assert traces(admin_url, journal.books.company) == before


async def test_what_was_usable_when_submitted_must_be_usable_when_posted(journal: Journal, admin_url: str) -> None:
    books = journal.books
    new = {"legal_entity_id": books.entity, "code": "6999", "name": "Passing", "type": "expense"}
    account = (await books.send("POST", "/ledger-accounts", books.company.controller, new)).json()["id"]
    entry = await journal.submitted(**_with(journal, account_id=account))
    closed = await books.change(f"/ledger-accounts/{account}", active=False)
    assert closed.status_code == 200, closed.text
    before = traces(admin_url, books.company)
    assert problem(await journal.decide("approve", entry)) == (422, "account_not_usable")
    assert traces(admin_url, books.company) == before


async def test_each_sub_ledger_that_an_entry_moves_must_be_open(journal: Journal, admin_url: str) -> None:
    vendor, customer, day = await journal.books.vendor(), await journal.customer(), f"{YEAR}-08-15"
    both = [journal.line("2000", "1.00", vendor_id=vendor), journal.line("1100", "-1.00", customer_id=customer)]
    netting = await journal.submitted(posting_date=day, lines=both)
    posted = await journal.posted(posting_date=f"{YEAR}-07-15", lines=both)
    with psycopg.connect(admin_url) as connection:
        connection.execute(
            "UPDATE period SET ar_state = 'closed' WHERE tenant_id = %s AND %s BETWEEN starts_on AND ends_on",
            [journal.books.company.tenant_id, day],
        )
    assert problem(await journal.decide("approve", netting)) == (409, "period_closed")
    refused = await journal.decide("reverse", posted, reason="Wrong", posting_date=day)
    assert problem(refused) == (409, "period_closed")
    assert (await journal.posted(posting_date=day))["state"] == "posted"
    assert [await journal.read(one) for one in (netting, posted)] == [netting, posted]


def _with(journal: Journal, **changes: Any) -> dict[str, Any]:
    return {"lines": [{**journal.line("6100", "1200.00"), **changes}, journal.line("6300", "-1200.00")]}


@pytest.mark.parametrize("days", [{"posting_date": f"{YEAR + 9}-03-31"}, {"auto_reverse_on": f"{YEAR + 9}-03-31"}])
async def test_an_entry_into_a_closed_period_changes_nothing(
    journal: Journal, admin_url: str, days: dict[str, str]
) -> None:
    entry = await journal.submitted(**days)
    before = traces(admin_url, journal.books.company)
    assert problem(await journal.decide("approve", entry)) == (409, "period_closed")
    assert traces(admin_url, journal.books.company) == before


async def test_an_entry_reverses_itself_on_its_day(journal: Journal) -> None:
    posted = await journal.posted(auto_reverse_on=f"{YEAR}-04-01")
    assert (posted["state"], posted["available_actions"]) == ("posted", [])
    assert await journal.read(posted) == posted
    reversal = await journal.books.get(f"/journal-entries/{posted['reversal_entry_id']}")
    assert (reversal["posting_date"], reversal["reversal_of"]) == (f"{YEAR}-04-01", posted["entry_id"])
    assert [one["amount"]["amount"] for one in reversal["lines"]] == ["-1200.00", "1200.00"]
    assert problem(await journal.decide("reverse", posted)) == (409, "manual_entry_not_posted")


async def test_a_posted_entry_is_reversed_once(journal: Journal) -> None:
    posted = await journal.posted()
    early: dict[str, Any] = {"reason": "Wrong", "posting_date": f"{YEAR}-03-30"}
    assert problem(await journal.decide("reverse", posted, **early)) == (422, "reversed_too_early")
    late: dict[str, Any] = {"reason": "Wrong", "posting_date": f"{YEAR + 9}-01-01"}
    assert problem(await journal.decide("reverse", posted, **late)) == (409, "period_closed")
    assert await journal.read(posted) == posted
    on: dict[str, Any] = {"reason": "Wrong", "posting_date": f"{YEAR}-04-30"}
    answers = await asyncio.gather(*(journal.decide("reverse", posted, **on) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    reversed_ = min(answers, key=lambda answer: answer.status_code).json()
    assert (reversed_["state"], reversed_["decision_reason"]) == ("reversed", "Wrong")
    assert await journal.read(posted) == reversed_
    entry = await journal.books.get(f"/journal-entries/{reversed_['reversal_entry_id']}")
    assert (entry["posting_date"], entry["number"][:4]) == (f"{YEAR}-04-30", "REV-")


async def test_a_journal_entry_is_reversed_by_its_id_where_it_is_a_manual_one(journal: Journal) -> None:
    books, body = journal.books, {"reason": "Wrong", "posting_date": f"{YEAR}-04-30"}
    posted, bill = await journal.posted(), await books.posted()
    boss = books.company.controller
    answer = await books.send("POST", f"/journal-entries/{posted['entry_id']}/reverse", boss, body)
    assert (answer.status_code, answer.json()["state"]) == (200, "reversed")
    again = await books.send("POST", f"/journal-entries/{posted['entry_id']}/reverse", boss, body)
    assert problem(again) == (409, "manual_entry_not_posted")
    for entry_id in (bill["entry_id"], answer.json()["reversal_entry_id"]):
        refused = await books.send("POST", f"/journal-entries/{entry_id}/reverse", boss, body)
        assert problem(refused) == (409, "reverse_the_document")
    unknown = await books.send("POST", f"/journal-entries/{to_public('entry', uuid4())}/reverse", boss, body)
    assert problem(unknown) == (404, "not_found")


async def test_party_lines_leave_open_items_which_a_reversal_settles(
    application: Application, journal: Journal
) -> None:
    vendor, customer = await journal.books.vendor(), await journal.customer()
    terms = {"vendor_id": vendor, "payment_terms": "50% net 10, 50% net 40", "reference": "R-9"}
    posted = await journal.posted(
        lines=[
            journal.line("2000", "-100.01", **terms),
            journal.line("1100", "60.00", customer_id=customer, due_date=f"{YEAR}-05-05"),
            journal.line("6100", "40.01", vendor_id=vendor),
        ]
    )
    items = await items_of(application, journal, posted["entry_id"])
    assert [(one.side, one.amount_minor, one.due_date.isoformat()) for one in items] == [
        ("payable", 5001, f"{YEAR}-04-10"),
        ("payable", 5000, f"{YEAR}-05-10"),
        ("receivable", 6000, f"{YEAR}-05-05"),
    ]
    assert [one.reference for one in items] == ["R-9", "R-9", None]
    assert {one.vendor_id for one in items} == {uuid_of(vendor), None}
    assert (await journal.books.aging(vendor, as_of=DAY))["total"] == "100.01"
    on: dict[str, Any] = {"reason": "Wrong", "posting_date": f"{YEAR}-04-30"}
    answer = await journal.decide("reverse", posted, **on)
    assert answer.status_code == 200, answer.text
    counters = await items_of(application, journal, answer.json()["reversal_entry_id"])
    assert [(one.kind, one.amount_minor, one.open_minor) for one in counters] == [
        ("reversal", -5001, 0),
        ("reversal", -5000, 0),
        ("reversal", -6000, 0),
    ]
    assert await journal.books.aging(vendor, as_of=f"{YEAR}-04-30") == {}
    assert (await journal.books.aging(vendor, as_of=DAY))["total"] == "100.01"
    await journal.books.check_books()


@pytest.mark.parametrize("terms", ["net soon", "net 99999999", "50% net 10"])
async def test_terms_that_name_no_day_are_refused(journal: Journal, terms: str) -> None:
    line = journal.line("2000", "-1.00", vendor_id=await journal.books.vendor(), payment_terms=terms)
    refused = await journal.submit(lines=[line, journal.line("6100", "1.00")])
    assert problem(refused) == (422, "invalid_payment_terms")
    assert refused.json()["errors"][0]["pointer"].endswith("/lines/0/payment_terms")


async def test_an_entry_whose_items_are_allocated_is_not_reversed(
    application: Application, journal: Journal, admin_url: str
) -> None:
    vendor = await journal.books.vendor()
    first, second = [
        await journal.posted(
            lines=[journal.line("2000", amount, vendor_id=vendor), journal.line("6100", amount.translate(_TURNED))]
        )
        for amount in ("-50.00", "+50.00")
    ]
    (owed,) = await items_of(application, journal, first["entry_id"])
    (paid,) = await items_of(application, journal, second["entry_id"])
    with psycopg.connect(admin_url) as connection:
        connection.execute(
            "INSERT INTO allocation (tenant_id, id, legal_entity_id, debit_item_id, credit_item_id, currency,"
            " amount_minor, base_amount_minor, allocated_on, recorded_at, created_by)"
            " VALUES (%s, %s, %s, %s, %s, 'EUR', 1, 1, %s, now(), %s)",
            [owed.tenant_id, uuid4(), owed.legal_entity_id, paid.id, owed.id, DAY, journal.books.company.clerk.id],
        )
    for entry in (first, second):
        assert problem(await journal.decide("reverse", entry)) == (409, "has_allocations")
        assert await journal.read(entry) == entry


_TURNED = str.maketrans("+-", "-+")


async def test_a_foreign_entry_takes_the_days_rate_or_the_base_amounts_it_names(
    application: Application, journal: Journal
) -> None:
    def usd(code: str, amount: str, **changes: Any) -> dict[str, Any]:
        return {**journal.line(code, amount, **changes), "amount": {"amount": amount, "currency": "USD"}}

    vendor = await journal.books.vendor()
    foreign: dict[str, Any] = {"currency": "USD", "posting_date": f"{YEAR}-06-30"}
    foreign["lines"] = [usd("6100", "0.33"), usd("6300", "0.67"), usd("2000", "-1.00", vendor_id=vendor)]
    assert problem(await journal.submit(**foreign)) == (422, "exchange_rate_missing")
    rate = {"from_currency": "USD", "to_currency": "EUR", "rate": "0.95", "valid_on": f"{YEAR}-06-30"}
    recorded = await journal.books.send(
        "POST", "/exchange-rates", journal.books.company.controller, {"source": "ECB", "rates": [rate]}
    )
    assert recorded.status_code == 201, recorded.text
    posted = await journal.posted(**foreign)
    bases = [Decimal(one["base_amount"]["amount"]) for one in posted["lines"]]
    assert (sum(bases), bases[2]) == (0, Decimal("-0.95"))
    (item,) = await items_of(application, journal, posted["entry_id"])
    assert (item.amount_minor, item.base_amount_minor, item.currency) == (100, 95, "USD")
    reversed_ = await journal.decide("reverse", posted, reason="Wrong", posting_date=f"{YEAR}-07-31")
    assert reversed_.status_code == 200, reversed_.text
    (item,) = await items_of(application, journal, posted["entry_id"])
    assert (item.open_minor, item.base_open_minor) == (0, 0)

    named = [usd("6100", "1.00", base_amount=eur("0.90")), usd("6300", "-1.00", base_amount=eur("-0.90"))]
    assert (await journal.posted(currency="USD", lines=named))["lines"][0]["base_amount"] == eur("0.90")
    for wrong, code in (("-0.91", "entry_unbalanced"), ("0.90", "entry_unbalanced")):
        lines = [named[0], {**named[1], "base_amount": eur(wrong)}]
        assert problem(await journal.submit(currency="USD", lines=lines)) == (422, code)
    some = [named[0], usd("6300", "-1.00")]
    assert problem(await journal.submit(currency="USD", lines=some)) == (422, "base_amounts_unclear")
    await journal.books.check_books()


async def test_a_repeated_request_has_one_effect(journal: Journal) -> None:
    body, books = journal.new(memo="Once"), journal.books
    sent = [
        books.send("POST", "/manual-entries", books.company.clerk, body, Idempotency_Key="journal once")
        for _ in range(3)
    ]
    answers = await asyncio.gather(*sent)
    assert len({answer.json()["id"] for answer in answers}) == 1


async def test_another_company_sees_and_decides_nothing(
    journal: Journal, other_tenant: SignedIn, client: httpx2.AsyncClient
) -> None:
    posted, waiting = await journal.posted(), await journal.submitted()
    theirs = Journal(Books(client, other_tenant))
    for entry in (posted, waiting):
        for verb in ("approve", "reject", "reverse"):
            assert problem(await theirs.decide(verb, entry)) == (404, "not_found")
        path = f"/manual-entries/{entry['id']}"
        assert problem(await theirs.books.send("GET", path, other_tenant.controller)) == (404, "not_found")
    path = f"/journal-entries/{posted['entry_id']}/reverse"
    reverse = await theirs.books.send("POST", path, other_tenant.controller, {"reason": "x"})
    assert problem(reverse) == (404, "not_found")
    assert posted["id"] not in str(await theirs.books.get("/manual-entries"))
    vendor = await journal.books.vendor()
    lines = [theirs.line("2000", "-1.00", vendor_id=vendor), theirs.line("6100", "1.00")]
    assert problem(await theirs.submit(lines=lines)) == (404, "not_found")
    lines = [journal.line("6300", "-1.00"), theirs.line("6100", "1.00")]
    assert problem(await theirs.submit(lines=lines)) == (422, "account_not_usable")
    assert problem(await theirs.submit(legal_entity_id=journal.books.entity)) == (404, "not_found")
