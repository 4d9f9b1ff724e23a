"""Charts of accounts and the entities that they belong to."""

import asyncio
from typing import Any, LiteralString

import httpx2
import psycopg
import pytest

from bursar.kit.ids import to_public
from tests.books import Books, line, problem, uuid_of
from tests.company import SignedIn


async def test_accounts_are_listed_by_code(books: Books) -> None:
    found, path = [], f"/ledger-accounts?legal_entity_id={books.entity}&limit=10"
    page = await books.get(path)
    found += page["items"]
    while page["next_cursor"]:
        page = await books.get(f"{path}&cursor={page['next_cursor']}")
        found += page["items"]
    codes = [one["code"] for one in found]
    assert codes == sorted(codes)
    assert {one.code for one in books.company.company.accounts} <= set(codes)
    payable = next(one for one in found if one["code"] == "2000")
    assert (payable["type"], payable["control"], payable["active"]) == ("liability", "accounts_payable", True)
    assert await books.get(f"/ledger-accounts/{payable['id']}") == payable


async def test_another_tenants_account_looks_like_none(books: Books, other_tenant: SignedIn) -> None:
    theirs = to_public("account", other_tenant.ids.accounts["2000"])
    for one in (theirs, "account_01j2hw0psyfn79yan3pqykt7s0"):
        answer = await books.send("GET", f"/ledger-accounts/{one}", books.company.viewer)
        assert problem(answer) == (404, "not_found")
    entity = to_public("entity", other_tenant.legal_entity_id)
    assert (await books.get(f"/ledger-accounts?legal_entity_id={entity}"))["items"] == []


async def test_a_tenant_sees_its_own_entities(books: Books, other_tenant: SignedIn) -> None:
    page = await books.get("/legal-entities")
    assert page["next_cursor"] is None
    assert [(one["id"], one["base_currency"]) for one in page["items"]] == [(books.entity, "EUR")]


async def add(books: Books, **changes: Any) -> httpx2.Response:
    body = {"legal_entity_id": books.entity, "name": "Added", "type": "expense", **changes}
    return await books.send("POST", "/ledger-accounts", books.company.controller, body)


async def added(books: Books, **changes: Any) -> dict[str, Any]:
    answer = await add(books, **changes)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def change(books: Books, account_id: str, **changes: Any) -> httpx2.Response:
    return await books.change(f"/ledger-accounts/{account_id}", **changes)


async def test_an_account_is_added_and_changed_and_can_be_posted_to(books: Books) -> None:
    made = await added(books, code="8100", cash_flow="investing")
    assert (made["control"], made["active"], made["is_bank"], made["currency"]) == (None, True, False, None)
    answer = await change(books, made["id"], name="Renamed", cash_flow=None, currency="EUR")
    assert answer.json() == {**made, "name": "Renamed", "cash_flow": None, "currency": "EUR", "version": 2}
    assert answer.headers["ETag"] == '"2"'
    await books.posted(lines=[line(account_id=made["id"])])
    assert (await change(books, made["id"])).json()["name"] == "Renamed"
    assert (await change(books, made["id"], active=False)).json()["active"] is False
    answer = await books.submit(books.bill(await books.vendor(), lines=[line(account_id=made["id"])]))
    assert answer.status_code == 422
    found = await books.get(f"/ledger-accounts?legal_entity_id={books.entity}&active=false&limit=200")
    assert made["id"] in [one["id"] for one in found["items"]]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"code": "6100"}, 409, "account_exists"),
        ({"code": "8200", "control": "accounts_payable"}, 409, "control_taken"),
        ({"code": "8200", "control": "petty_cash"}, 422, "invalid_request"),
        ({"code": "8200", "type": "revenue"}, 422, "invalid_request"),
        ({"code": "8200", "currency": "XXQ"}, 422, "unknown_currency"),
        ({"code": "8200", "is_bank": True}, 422, "bank_not_asset"),
        ({"code": " 8200"}, 422, "invalid_request"),
        ({"code": "8200", "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0"}, 422, "legal_entity_not_found"),
        ({"code": "8200", "active": False}, 422, "invalid_request"),
    ],
)
async def test_a_wrong_account_is_refused(books: Books, changes: dict[str, Any], status: int, code: str) -> None:
    assert problem(await add(books, **changes)) == (status, code)


async def test_what_an_account_is_never_changes(books: Books) -> None:
    made = await added(books, code="8300")
    for changes in ({"type": "asset"}, {"control": "write_off"}, {"code": "8301"}, {"name": None}):
        assert problem(await change(books, made["id"], **changes)) == (422, "invalid_request")
    assert await books.get(f"/ledger-accounts/{made['id']}") == made


async def test_a_control_account_stays_active(books: Books) -> None:
    payable = books.account("2000")
    assert problem(await change(books, payable, active=False)) == (409, "control_account_needed")
    assert (await books.get(f"/ledger-accounts/{payable}"))["active"] is True


async def test_an_account_is_kept_in_one_currency_only_while_it_has_lines_in_no_other(books: Books) -> None:
    made = await added(books, code="8400")
    await books.posted(lines=[line(account_id=made["id"])])
    assert problem(await change(books, made["id"], currency="USD")) == (409, "account_in_use")
    assert problem(await change(books, made["id"], currency="XXQ")) == (422, "unknown_currency")
    assert (await change(books, made["id"], currency="EUR")).json()["currency"] == "EUR"


async def test_the_database_refuses_lines_in_another_currency_than_the_accounts(books: Books) -> None:
    made = await added(books, code="8500", currency="USD")
    bill = await books.submitted(lines=[line(account_id=made["id"])])
    assert problem(await books.approve(bill)) == (409, "ledger_account_currency")
    assert (await books.get(f"/bills/{bill['id']}"))["document_status"] == "submitted"


async def test_the_database_keeps_what_was_posted_to_as_it_is(books: Books, admin_url: str) -> None:
    made = await added(books, code="8600")
    await books.posted(lines=[line(account_id=made["id"])])
    said: LiteralString
    for said in ("type = 'asset'", "currency = 'USD'", "control = 'accounts_receivable'"):
        with psycopg.connect(admin_url) as connection, pytest.raises(psycopg.errors.CheckViolation, match="in_use"):
            connection.execute(f"UPDATE ledger_account SET {said} WHERE id = %s", (uuid_of(made["id"]),))


async def test_a_change_names_the_version_that_was_read(books: Books) -> None:
    made = await added(books, code="8150")
    path, boss = f"/ledger-accounts/{made['id']}", books.company.controller
    assert problem(await books.send("PATCH", path, boss, {"name": "N"})) == (428, "precondition_required")
    raced = await asyncio.gather(
        *(books.send("PATCH", path, boss, {"name": f"N{n}"}, If_Match='"1"') for n in range(4))
    )
    assert sorted(one.status_code for one in raced) == [200, 412, 412, 412]
    late = await books.send("PATCH", path, boss, {}, If_Match='"1"')
    assert (problem(late), late.json()["details"]["version"]) == ((412, "precondition_failed"), "2")
    read = await books.send("GET", path, books.company.viewer)
    assert (read.headers["ETag"], read.json()["version"]) == ('"2"', 2)


async def test_only_who_may_makes_and_changes_accounts(books: Books) -> None:
    for member in (books.company.viewer, books.company.clerk, books.company.approver):
        body = {"legal_entity_id": books.entity, "code": "8700", "name": "No", "type": "asset"}
        assert problem(await books.send("POST", "/ledger-accounts", member, body)) == (403, "forbidden")
        answer = await books.change(f"/ledger-accounts/{books.account('6100')}", by=member, name="No")
        assert problem(answer) == (403, "forbidden")


async def test_another_tenants_account_is_not_changed(books: Books, other_tenant: SignedIn) -> None:
    theirs = to_public("account", other_tenant.ids.accounts["6100"])
    for one in (theirs, "account_01j2hw0psyfn79yan3pqykt7s0"):
        assert problem(await change(books, one, name="Ours")) == (404, "not_found")
