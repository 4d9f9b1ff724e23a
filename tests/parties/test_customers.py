"""Customers: added and changed by people, found by name, never seen from another tenant."""

import asyncio
from typing import Any

import pytest

from tests.books import Books, problem
from tests.company import SignedIn


async def customer(books: Books, **changes: Any) -> dict[str, Any]:
    answer = await books.send("POST", "/customers", books.company.clerk, {"name": "Kunde", **changes})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_customer_is_added_and_changed_in_the_version_that_was_read(books: Books) -> None:
    body = {"name": " Kunde Nord AG ", "tax_id": "DE 1", "payment_terms": "2/10 net 30", "currency": "SEK"}
    answer = await books.send("POST", "/customers", books.company.clerk, body)
    made = answer.json()
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"1"')
    assert answer.headers["Location"] == f"/v1/customers/{made['id']}"
    assert (made["name"], made["state"], made["currency"]) == ("Kunde Nord AG", "active", "SEK")
    path = f"/customers/{made['id']}"
    change = {"name": "Kunde Süd AG", "currency": None, "state": "blocked"}
    answer = await books.send("PATCH", path, books.company.clerk, change, If_Match='"1"')
    changed = answer.json()
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"2"')
    expected = {**made, **change, "version": 2, "updated_at": changed["updated_at"]}
    assert changed == expected == await books.get(path)
    assert [one["id"] for one in (await books.get("/customers?name=kunde+süd"))["items"]] == [made["id"]]
    stale = await books.send("PATCH", path, books.company.clerk, {"name": "Late"}, If_Match='"1"')
    assert problem(stale) == (412, "precondition_failed")
    assert await books.get(path) == changed


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "invalid_request"),
        ({"currency": "XXQ"}, "unknown_currency"),
        ({"currency": "eur"}, "invalid_request"),
        ({"payment_terms": "someday"}, "invalid_payment_terms"),
        ({"country": "DE"}, "invalid_request"),
    ],
)
async def test_a_wrong_customer_is_refused_and_a_wrong_change_changes_nothing(
    books: Books, changes: dict[str, Any], code: str
) -> None:
    answer = await books.send("POST", "/customers", books.company.clerk, {"name": "Wrong", **changes})
    assert problem(answer) == (422, code)
    made = await customer(books)
    answer = await books.send("PATCH", f"/customers/{made['id']}", books.company.clerk, changes, If_Match='"1"')
    assert problem(answer) == (422, code)
    assert await books.get(f"/customers/{made['id']}") == made


async def test_a_name_is_not_taken_away_and_a_version_must_be_named(books: Books) -> None:
    made = await customer(books)
    path = f"/customers/{made['id']}"
    answer = await books.send("PATCH", path, books.company.clerk, {"name": None}, If_Match='"1"')
    assert problem(answer) == (422, "invalid_request")
    assert problem(await books.send("PATCH", path, books.company.clerk, {"name": "N"})) == (
        428,
        "precondition_required",
    )


async def test_an_empty_change_and_one_that_empties_are_two_requests(books: Books) -> None:
    made = await customer(books, tax_id="DE 2")
    path, clerk = f"/customers/{made['id']}", books.company.clerk
    headers = {"If_Match": '"1"', "Idempotency_Key": f"change-{made['id']}"}
    assert (await books.send("PATCH", path, clerk, {}, **headers)).json()["tax_id"] == "DE 2"
    answer = await books.send("PATCH", path, clerk, {"tax_id": None}, **headers)
    assert problem(answer) == (422, "idempotency_key_reused")


async def test_of_two_that_change_a_customer_at_once_one_does(books: Books) -> None:
    made = await customer(books)
    sent = [
        books.send("PATCH", f"/customers/{made['id']}", books.company.clerk, {"name": f"N{n}"}, If_Match='"1"')
        for n in range(4)
    ]
    assert sorted(answer.status_code for answer in await asyncio.gather(*sent)) == [200, 412, 412, 412]


async def test_another_tenants_customer_looks_like_none(books: Books, other_tenant: SignedIn) -> None:
    theirs = await customer(Books(books.client, other_tenant), name="Qqz Theirs")
    for one in (theirs["id"], "customer_01j2hw0psyfn79yan3pqykt7s0"):
        for method, body in (("GET", None), ("PATCH", {"name": "Ours"})):
            answer = await books.send(method, f"/customers/{one}", books.company.clerk, body, If_Match='"1"')
            assert problem(answer) == (404, "not_found")
    assert (await books.get("/customers?name=qqz+theirs"))["items"] == []


async def test_viewers_add_and_change_no_customer(books: Books) -> None:
    made = await customer(books)
    viewer = books.company.viewer
    assert problem(await books.send("POST", "/customers", viewer, {"name": "N"})) == (403, "forbidden")
    answer = await books.send("PATCH", f"/customers/{made['id']}", viewer, {"name": "N"}, If_Match='"1"')
    assert problem(answer) == (403, "forbidden")


async def test_customers_are_listed_by_name_page_after_page(books: Books) -> None:
    made = [(await customer(books, name=f"Pagewise {n % 2} GmbH"))["id"] for n in range(3)]
    page = await books.get("/customers?name=pagewise&limit=2")
    found = [one["id"] for one in page["items"]]
    page = await books.get(f"/customers?name=pagewise&limit=2&cursor={page['next_cursor']}")
    assert [*found, *(one["id"] for one in page["items"])] == [made[0], made[2], made[1]]
    assert page["next_cursor"] is None
