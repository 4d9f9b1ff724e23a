"""Cost centres and projects on bills: judged, approved, posted, taken back."""

import itertools
from typing import Any

import pytest

from bursar.payables.bills.actions import approve_bill, create_bill
from bursar.payables.bills.schemas import BillCreate, DecideBill
from bursar.platform.application import Application
from tests.books import YEAR, Books, line, problem, uuid_of
from tests.company import SignedIn
from tests.payables.test_budgets import cost

_codes = itertools.count(1)


async def made(books: Books, path: str, **body: Any) -> str:
    sent = {"legal_entity_id": books.entity, **body}
    answer = await books.send("POST", path, books.company.controller, sent)
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


async def centre(books: Books, **body: Any) -> str:
    named = {"dimension": "cost_centre", "code": f"B{next(_codes)}", "name": "Carried", **body}
    return await made(books, "/dimension-values", **named)


async def project(books: Books) -> str:
    return await centre(books, dimension="project")


async def new_account(books: Books) -> str:
    return await made(books, "/ledger-accounts", code=f"8{next(_codes):03}", name="Ruled", type="expense")


async def changed(books: Books, path: str, **body: Any) -> None:
    answer = await books.change(path, **body)
    assert answer.status_code == 200, answer.text


async def carried(books: Books, entry_id: str) -> list[tuple[str, str, str | None, str | None]]:
    entry = await books.get(f"/journal-entries/{entry_id}")
    return [
        (one["account_code"], one["amount"]["amount"], one["cost_centre_id"], one["project_id"])
        for one in entry["lines"]
    ]


@pytest.mark.parametrize(("kind", "sign"), [("bill", ""), ("vendor_credit", "-")])
async def test_what_a_line_names_is_read_posted_and_taken_back_with_it(books: Books, kind: str, sign: str) -> None:
    where, what = await centre(books), await project(books)
    lines = [line(cost_centre_id=where, project_id=what), line("50.00", cost_centre_id=where), line("20.00")]
    bill = await books.posted(kind=kind, lines=lines)
    named = [(where, what), (where, None), (None, None)]
    assert [(one["cost_centre_id"], one["project_id"]) for one in bill["lines"]] == named
    assert await books.get(f"/bills/{bill['id']}") == bill
    other = "-" if not sign else ""
    assert await carried(books, bill["entry_id"]) == [
        ("5000", f"{sign}100.00", where, what),
        ("5000", f"{sign}50.00", where, None),
        ("5000", f"{sign}20.00", None, None),
        ("1400", f"{sign}32.30", None, None),
        ("2000", f"{other}202.30", None, None),
    ]
    taken_back = (await books.reverse(bill)).json()
    back = await carried(books, taken_back["reversal_entry_id"])
    assert [(one[2], one[3]) for one in back[:3]] == named


async def test_the_digest_and_the_dry_run_tell_what_the_lines_name(application: Application, books: Books) -> None:
    where, vendor = await centre(books), await books.vendor()
    named = {"vendor_reference": "SAME", "kind": "bill"}
    plain = await books.submitted(vendor, **named)
    bill = await books.submitted(vendor, lines=[line(cost_centre_id=where)], **named)
    assert plain["digest"] != bill["digest"]
    command = DecideBill(bill_id=uuid_of(bill["id"]), version=1, digest=bill["digest"])
    dry = await application.executor.dry_run(approve_bill, command, books.company.approver.principal)
    told = [one.get("cost_centre_id") for one in dry.effects.journal_lines]
    assert told == [where, None, None]
    assert "project_id" not in dry.effects.journal_lines[0]


async def test_what_cannot_be_named_is_refused_with_its_line(books: Books, other_tenant: SignedIn) -> None:
    where, what = await centre(books), await project(books)
    past = await centre(books, valid_to=f"{YEAR}-02-28")
    theirs = await centre(Books(books.client, other_tenant))
    account = await new_account(books)
    await made(books, "/dimension-rules", effect="forbidden", account_id=account, dimension="project")
    only = await project(books)
    await made(books, "/dimension-rules", effect="allowed", cost_centre_id=past, project_id=only)
    for wrong, code, pointer in (
        ({"cost_centre_id": what}, "dimension_unknown", "cost_centre_id"),
        ({"project_id": where}, "dimension_unknown", "project_id"),
        ({"cost_centre_id": past}, "dimension_unknown", "cost_centre_id"),
        ({"cost_centre_id": theirs}, "dimension_unknown", "cost_centre_id"),
        ({"project_id": what, "account_id": account}, "dimension_combination_invalid", "project_id"),
        ({"cost_centre_id": where, "project_id": only}, "dimension_combination_invalid", "project_id"),
    ):
        answer = await books.submit(books.bill(await books.vendor(), lines=[line(), line(**wrong)]))
        assert problem(answer) == (422, code), wrong
        assert answer.json()["errors"][0]["pointer"] == f"/lines/1/{pointer}"


async def test_a_bill_is_judged_on_its_own_date(books: Books) -> None:
    past = await centre(books, valid_to=f"{YEAR}-02-28")
    bill = await books.posted(lines=[line(cost_centre_id=past)], document_date=f"{YEAR}-02-28")
    assert bill["lines"][0]["cost_centre_id"] == past


async def test_what_is_switched_off_before_the_approval_is_refused_then(books: Books) -> None:
    where = await centre(books)
    bill = await books.submitted(lines=[line(cost_centre_id=where)])
    await changed(books, f"/dimension-values/{where}", active=False)
    assert problem(await books.approve(bill)) == (422, "dimension_unknown")
    await changed(books, f"/dimension-values/{where}", active=True)
    assert (await books.approve(bill)).status_code == 200


async def test_an_account_that_wants_a_cost_centre_is_not_billed_without(books: Books) -> None:
    account, where = await new_account(books), await centre(books)
    early = await books.submitted(lines=[line(account_id=account)])
    rule = await made(books, "/dimension-rules", effect="required", account_id=account, dimension="cost_centre")
    body = books.bill(await books.vendor(), lines=[line(account_id=account)])
    assert problem(await books.submit(body)) == (422, "dimension_required")
    assert problem(await books.approve(early)) == (422, "dimension_required")
    await books.posted(lines=[line(account_id=account, cost_centre_id=where)])
    await books.posted()
    await changed(books, f"/dimension-rules/{rule}", active=False)
    assert (await books.approve(early)).status_code == 200


@pytest.mark.parametrize("lines", [1, 200])
async def test_naming_a_dimension_costs_one_statement(application: Application, books: Books, lines: int) -> None:
    where = await centre(books)
    body = books.bill(await books.vendor(), lines=[line(cost_centre_id=where)] * lines)
    created = await cost(application, create_bill, BillCreate.model_validate(body), books.company.clerk)
    bill = created.result
    command = DecideBill(bill_id=bill.id, version=1, digest=bill.digest)
    approved = await cost(application, approve_bill, command, books.company.approver)
    assert (created.statements, approved.statements) == (6, 6)


async def test_what_another_account_wants_costs_a_bill_nothing(application: Application, books: Books) -> None:
    await made(
        books, "/dimension-rules", effect="required", account_id=await new_account(books), dimension="cost_centre"
    )
    body = books.bill(await books.vendor(), lines=[line(account_id=await new_account(books))])
    created = await cost(application, create_bill, BillCreate.model_validate(body), books.company.clerk)
    command = DecideBill(bill_id=created.result.id, version=1, digest=created.result.digest)
    approved = await cost(application, approve_bill, command, books.company.approver)
    assert (created.statements, approved.statements) == (5, 5)
