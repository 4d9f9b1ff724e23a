"""Vendors: added by people, found by name, tax id or IBAN, never seen from another tenant."""

import asyncio
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import pytest

from bursar.core.matching import SellerFacts
from bursar.kit.ids import to_public
from bursar.parties.vendors.queries import find_candidates
from bursar.platform.application import Application
from tests.books import Books, problem, undone, uuid_of
from tests.company import SignedIn

IBAN, OTHER_IBAN = "DE75512108001245126199", "DE89370400440532013000"


async def test_a_vendor_is_added_with_its_bank_accounts(books: Books) -> None:
    body = {
        "name": " Lieferant Süd GmbH ",
        "tax_id": "DE 811 907 980",
        "country": "DE",
        "payment_terms": "2/10 net 30",
        "default_account_id": books.account("6100"),
        "bank_accounts": [{"iban": OTHER_IBAN}, {"iban": IBAN, "bic": "SOLADEST600", "account_name": "Süd"}],
    }
    answer = await books.send("POST", "/vendors", books.company.clerk, body)
    vendor = answer.json()
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"1"')
    assert answer.headers["Location"] == f"/v1/vendors/{vendor['id']}"
    assert (vendor["name"], vendor["state"], vendor["email"]) == ("Lieferant Süd GmbH", "active", None)
    assert [one["iban"] for one in vendor["bank_accounts"]] == [IBAN, OTHER_IBAN]
    assert {name: vendor[name] for name in ("tax_id", "country", "payment_terms", "default_account_id")} == {
        name: body[name] for name in ("tax_id", "country", "payment_terms", "default_account_id")
    }
    assert await books.get(f"/vendors/{vendor['id']}") == vendor


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"name": " "}, 422, "invalid_request"),
        ({"tax_id": "A\x00B"}, 422, "invalid_text"),
        ({"tax_id": "9" * 65}, 422, "invalid_request"),
        ({"country": "de"}, 422, "invalid_request"),
        ({"payment_terms": "someday"}, 422, "invalid_payment_terms"),
        ({"default_account_id": "account_01j2hw0psyfn79yan3pqykt7s0"}, 422, "account_not_found"),
        ({"bank_accounts": [{"iban": "de75"}]}, 422, "invalid_request"),
        ({"bank_accounts": [{"iban": IBAN}, {"iban": IBAN}]}, 422, "bank_account_twice"),
        ({"state": "blocked"}, 422, "invalid_request"),
    ],
)
async def test_a_wrong_vendor_is_refused(books: Books, changes: dict[str, Any], status: int, code: str) -> None:
    answer = await books.send("POST", "/vendors", books.company.clerk, {"name": "Wrong", **changes})
    assert problem(answer) == (status, code)


async def test_a_tax_id_belongs_to_one_vendor_however_it_is_written(books: Books) -> None:
    await books.vendor(tax_id="CHE-107.787.577 MWST")
    answer = await books.send("POST", "/vendors", books.company.clerk, {"name": "Same", "tax_id": "che107787577"})
    assert problem(answer) == (409, "vendor_exists")


async def test_of_two_that_add_the_same_vendor_at_once_one_does(books: Books) -> None:
    sent = [books.send("POST", "/vendors", books.company.clerk, {"name": "R", "tax_id": "RACE1"}) for _ in range(4)]
    assert sorted(answer.status_code for answer in await asyncio.gather(*sent)) == [201, 409, 409, 409]


async def test_a_tax_id_of_signs_alone_is_nobodys(books: Books) -> None:
    assert await books.vendor(tax_id="---") != await books.vendor(tax_id="---")


async def test_another_tenants_account_is_no_default(books: Books, other_tenant: SignedIn) -> None:
    theirs = to_public("account", other_tenant.ids.accounts["6100"])
    body = {"name": "Foreign", "default_account_id": theirs}
    assert problem(await books.send("POST", "/vendors", books.company.clerk, body)) == (422, "account_not_found")


async def test_another_tenants_vendor_looks_like_none(books: Books, other_tenant: SignedIn) -> None:
    theirs = await Books(books.client, other_tenant).vendor(name="Zzz Theirs")
    answers = [
        await books.send("GET", f"/vendors/{one}", books.company.viewer)
        for one in (theirs, "vendor_01j2hw0psyfn79yan3pqykt7s0")
    ]
    assert problem(answers[0]) == (404, "not_found")
    assert answers[0].json() | {"request_id": None} == answers[1].json() | {"request_id": None}
    assert (await books.get("/vendors?name=zzz+theirs"))["items"] == []


async def test_viewers_add_no_vendor(books: Books) -> None:
    assert problem(await books.send("POST", "/vendors", books.company.viewer, {"name": "N"})) == (403, "forbidden")


async def test_vendors_are_listed_by_name_without_case_and_legal_form(books: Books) -> None:
    names = ["Öl & Gas AG", "oel", "QQQ 2 GmbH", "qqq 1", "The QQQ 3 Ltd", "QQQ_4", "qqq 1"]
    made = {await books.vendor(name=name): name for name in names}
    found: list[str] = []
    query = "/vendors?name=Qqq&limit=2"
    page = await books.get(query)
    found += [one["id"] for one in page["items"]]
    while page["next_cursor"]:
        page = await books.get(f"{query}&cursor={page['next_cursor']}")
        found += [one["id"] for one in page["items"]]
    assert [made[one] for one in found] == ["qqq 1", "qqq 1", "QQQ 2 GmbH", "QQQ_4"]
    assert len(set(found)) == 4


async def test_a_forged_cursor_is_refused_and_no_fault(books: Books) -> None:
    for name in ("Cursor One", "Cursor Two"):
        await books.vendor(name=name)
    cursor = (await books.get("/vendors?name=cursor&limit=1"))["next_cursor"]
    binding, name, identifier = json.loads(urlsafe_b64decode(cursor + "=="))
    viewer = books.company.viewer
    for forged in (
        [binding, "a\x00b", identifier],
        [binding, "\ud800", identifier],
        [binding, name, "1"],
        [binding, name, 7],
        [binding, name],
        ["other", name, identifier],
        "text",
    ):
        text = urlsafe_b64encode(json.dumps(forged).encode()).decode().rstrip("=")
        answer = await books.send("GET", f"/vendors?name=cursor&limit=1&cursor={text}", viewer)
        assert problem(answer) == (422, "bad_cursor"), forged
    for text in ("!", "é", cursor[:-3]):
        assert problem(await books.send("GET", f"/vendors?name=cursor&cursor={text}", viewer))[0] == 422
    assert problem(await books.send("GET", f"/vendors?name=other&cursor={cursor}", viewer)) == (422, "bad_cursor")
    assert problem(await books.send("GET", "/vendors?colour=red", viewer)) == (422, "invalid_request")


async def test_candidates_share_what_the_document_says_and_nothing_else(application: Application, books: Books) -> None:
    by_tax = uuid_of(await books.vendor(name="Cand A", tax_id="ATU11111111"))
    by_iban = uuid_of(await books.vendor(name="Cand B", bank_accounts=[{"iban": "NO9386011117947"}]))
    by_name = uuid_of(await books.vendor(name="Cand C GmbH"))
    async with undone(application, books.company.clerk) as work:

        async def found(tax_id: str | None, ibans: list[str], name: str | None) -> set[Any]:
            seller = SellerFacts(name or "", (tax_id,) if tax_id else (), tuple(ibans))
            return {one.vendor_id for one in await find_candidates(work, seller)}

        assert await found("AT U111 11111", [], None) == {by_tax}
        assert await found(None, ["NO93 8601 1117 947"], None) == {by_iban}
        assert by_name in await found(None, [], "cand c ltd")
        assert await found("ATU11111111", ["NO9386011117947"], "Cand C") >= {by_tax, by_iban, by_name}
        assert await found(None, [], None) == set()
        (one,) = await find_candidates(work, SellerFacts("", (), ("NO9386011117947",)))
        assert one.ibans == ("NO9386011117947",)
