"""Tax codes: made by controllers, read by all, dated, and never changed behind what is posted."""

from typing import Any

import httpx2
import pytest

from tests.books import YEAR, Books, problem
from tests.company import SignedIn

_counter = iter(range(10**6))


def body(books: Books, **changes: Any) -> dict[str, Any]:
    return {
        "legal_entity_id": books.entity,
        "code": f"T{next(_counter)}",
        "name": "Standard rate",
        "category": "S",
        "direction": "input",
        "rates": [{"valid_from": "2007-01-01", "rate": "19"}, {"valid_from": "2020-07-01", "rate": "16"}],
        **changes,
    }


async def create(books: Books, **changes: Any) -> dict[str, Any]:
    answer = await books.send("POST", "/tax-codes", books.company.controller, body(books, **changes))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    assert answer.headers["Location"] == f"/v1/tax-codes/{found['id']}"
    return found


async def calculate(books: Books, on: str, lines: list[dict[str, Any]], **more: Any) -> httpx2.Response:
    sent = {"on": on, "currency": "EUR", "lines": lines, **more}
    return await books.send("POST", "/tax-codes/calculate", books.company.viewer, sent)


def amounts(taxed: dict[str, Any], *names: str) -> list[str]:
    return [taxed[name]["amount"] for name in names]


async def test_a_tax_code_is_read_as_it_was_made(books: Books) -> None:
    made = await create(books, recoverable_share="0.5", rounding="line", account_id=books.account("1400"))
    assert await books.get(f"/tax-codes/{made['id']}") == made
    assert [(one["valid_from"], one["rate"]) for one in made["rates"]] == [("2007-01-01", "19"), ("2020-07-01", "16")]
    assert (made["recoverable_share"], made["reverse_charge"], made["active"]) == ("0.5", False, True)
    listed = (await books.get(f"/tax-codes?limit=200&active=true&legal_entity_id={books.entity}"))["items"]
    assert made in listed
    assert [one["code"] for one in listed] == sorted(one["code"] for one in listed)


async def test_a_list_goes_on_where_its_page_ended(books: Books) -> None:
    made = {(await create(books))["id"] for _ in range(3)}
    seen = set[str]()
    cursor: str | None = ""
    while cursor is not None:
        page = await books.get(f"/tax-codes?limit=2{cursor and f'&cursor={cursor}'}")
        seen |= {one["id"] for one in page["items"]}
        cursor = page["next_cursor"]
    assert made <= seen


async def test_only_who_manages_tax_may_change_it(books: Books) -> None:
    code = await create(books)
    rate = {"valid_from": "2030-01-01", "rate": "20"}
    company = books.company
    for member in (company.viewer, company.clerk, company.approver):
        for path, sent in (
            ("/tax-codes", body(books)),
            (f"/tax-codes/{code['id']}/rates", rate),
            (f"/tax-codes/{code['id']}/deactivate", None),
        ):
            assert problem(await books.send("POST", path, member, sent)) == (403, "forbidden")
    assert await books.get(f"/tax-codes/{code['id']}") == code


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"category": "E"}, (422, "invalid_tax_rule")),
        ({"category": "AE", "inclusive": True}, (422, "invalid_tax_rule")),
        ({"category": "X"}, (422, "invalid_request")),
        ({"rates": []}, (422, "invalid_request")),
        ({"rates": [{"valid_from": "2020-01-01", "rate": "-1"}]}, (422, "invalid_request")),
        ({"rates": [{"valid_from": "2020-01-01", "rate": "1"}] * 2}, (409, "tax_rate_exists")),
        ({"recoverable_share": "1.5"}, (422, "invalid_request")),
        ({"recoverable_share": 0.5}, (422, "invalid_request")),
        ({"code": ""}, (422, "invalid_request")),
        ({"rate": "19"}, (422, "invalid_request")),
        ({"legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0"}, (404, "not_found")),
        ({"account_id": "account_01j2hw0psyfn79yan3pqykt7s0"}, (422, "tax_account_not_usable")),
    ],
)
async def test_bad_input_gets_its_code_and_nothing_is_made(
    books: Books, changes: dict[str, Any], refused: tuple[int, str]
) -> None:
    before = await books.get("/tax-codes?limit=200")
    answer = await books.send("POST", "/tax-codes", books.company.controller, body(books, **changes))
    assert problem(answer) == refused
    assert await books.get("/tax-codes?limit=200") == before


async def test_tax_is_not_booked_to_the_control_account_of_a_sub_ledger(books: Books) -> None:
    sent = body(books, account_id=books.account("2000"))
    answer = await books.send("POST", "/tax-codes", books.company.controller, sent)
    assert problem(answer) == (422, "tax_account_not_usable")


async def test_a_code_is_there_once_in_an_entity(books: Books) -> None:
    sent = body(books)
    assert (await books.send("POST", "/tax-codes", books.company.controller, sent)).status_code == 201
    again = await books.send("POST", "/tax-codes", books.company.controller, sent)
    assert problem(again) == (409, "tax_code_exists")


async def test_the_rate_of_the_date_holds(books: Books) -> None:
    code = await create(books)
    line = {"unit_price": "100.00", "tax_code_id": code["id"]}
    for on, tax in (("2007-01-01", "19.00"), ("2020-06-30", "19.00"), ("2020-07-01", "16.00")):
        assert (await calculate(books, on, [line])).json()["tax"]["amount"] == tax
    assert problem(await calculate(books, "2006-12-31", [line])) == (422, "tax_rate_missing")


async def test_a_new_rate_holds_from_its_day(books: Books) -> None:
    code = await create(books)
    path, rate = f"/tax-codes/{code['id']}/rates", {"valid_from": "2021-01-01", "rate": "19.5"}
    answer = await books.send("POST", path, books.company.controller, rate)
    assert answer.status_code == 201
    assert answer.json()["rates"][2] == rate
    assert problem(await books.send("POST", path, books.company.controller, rate)) == (409, "tax_rate_exists")
    line = {"unit_price": "100.00", "tax_code_id": code["id"]}
    assert (await calculate(books, "2021-01-01", [line])).json()["tax"]["amount"] == "19.50"


async def test_a_category_without_tax_takes_no_other_rate(books: Books) -> None:
    code = await create(books, category="Z", rates=[{"valid_from": "2007-01-01", "rate": "0"}])
    path, rate = f"/tax-codes/{code['id']}/rates", {"valid_from": "2021-01-01", "rate": "7"}
    assert problem(await books.send("POST", path, books.company.controller, rate)) == (422, "invalid_tax_rule")


async def test_prices_with_and_without_tax_and_what_comes_back(books: Books) -> None:
    outside, inside = await create(books), await create(books, inclusive=True, recoverable_share="0.5")
    owed = await create(books, category="AE")
    lines = [{"unit_price": "100.00", "tax_code_id": one["id"]} for one in (outside, inside, owed)]
    taxed = (await calculate(books, "2019-01-01", lines)).json()
    parts = ("net", "tax", "gross", "recoverable", "cost")
    assert [amounts(one, *parts) for one in taxed["lines"]] == [
        ["100.00", "19.00", "119.00", "19.00", "100.00"],
        ["84.03", "15.97", "100.00", "7.99", "92.01"],
        ["100.00", "19.00", "100.00", "19.00", "100.00"],
    ]
    assert amounts(taxed, "net", "tax", "gross") == ["284.03", "34.97", "319.00"]
    assert [amounts(one, "base", "tax") for one in taxed["groups"]] == [["184.03", "34.97"], ["100.00", "19.00"]]


async def test_tax_is_rounded_for_the_group_or_for_each_line(books: Books) -> None:
    ten = [{"valid_from": "2007-01-01", "rate": "10"}]
    for rounding, tax in (("group", "0.02"), ("line", "0.03")):
        code = await create(books, rounding=rounding, rates=ten)
        lines = [{"unit_price": "0.05", "tax_code_id": code["id"]}] * 3
        assert (await calculate(books, "2026-01-01", lines)).json()["tax"]["amount"] == tax


async def test_tax_as_if_the_discount_were_taken(books: Books) -> None:
    code = await create(books, rates=[{"valid_from": "2007-01-01", "rate": "20"}])
    line = {"unit_price": "100.00", "tax_code_id": code["id"]}
    taxed = (await calculate(books, "2026-01-01", [line], discount_percent="2")).json()
    assert amounts(taxed, "net", "tax", "gross") == ["100.00", "19.60", "119.60"]
    assert problem(await calculate(books, "2026-01-01", [line], discount_percent="100")) == (422, "invalid_request")


async def test_what_cannot_be_calculated_says_why(books: Books) -> None:
    code = await create(books)
    line = {"unit_price": "100.00", "tax_code_id": code["id"]}
    unknown = {**line, "tax_code_id": "taxcode_01j2hw0psyfn79yan3pqykt7s0"}
    answer = await calculate(books, "2026-01-01", [line, unknown])
    assert problem(answer) == (404, "not_found")
    assert answer.json()["errors"][0]["pointer"] == "/lines/1/tax_code_id"
    assert problem(await calculate(books, "2026-01-01", [line], currency="XXX")) == (422, "unknown_currency")
    large = {**line, "quantity": "1e12", "unit_price": "1e12"}
    assert problem(await calculate(books, "2026-01-01", [large])) == (422, "amount_out_of_range")
    yen = (await calculate(books, "2026-01-01", [{**line, "unit_price": "33"}], currency="JPY")).json()
    assert amounts(yen, "net", "tax", "gross") == ["33", "5", "38"]


async def test_an_inactive_code_taxes_nothing_new(books: Books) -> None:
    code = await create(books)
    for _ in range(2):
        answer = await books.send("POST", f"/tax-codes/{code['id']}/deactivate", books.company.controller)
        assert (answer.status_code, answer.json()["active"]) == (200, False)
    line = {"unit_price": "100.00", "tax_code_id": code["id"]}
    assert problem(await calculate(books, "2026-01-01", [line])) == (404, "not_found")
    assert code["id"] not in {one["id"] for one in (await books.get("/tax-codes?limit=200&active=true"))["items"]}


async def test_another_tenants_codes_are_as_if_they_were_not(books: Books, other_tenant: SignedIn) -> None:
    theirs = Books(books.client, other_tenant)
    code = await create(theirs)
    rate = {"valid_from": f"{YEAR + 1}-01-01", "rate": "20"}
    ours = books.company.controller
    for method, path, sent in (
        ("GET", f"/tax-codes/{code['id']}", None),
        ("POST", f"/tax-codes/{code['id']}/rates", rate),
        ("POST", f"/tax-codes/{code['id']}/deactivate", None),
        ("POST", "/tax-codes", body(theirs)),
    ):
        assert problem(await books.send(method, path, ours, sent)) == (404, "not_found")
    line = {"unit_price": "100.00", "tax_code_id": code["id"]}
    assert problem(await calculate(books, "2026-01-01", [line])) == (404, "not_found")
    theirs_listed = await books.get(f"/tax-codes?legal_entity_id={theirs.entity}")
    assert theirs_listed["items"] == []
    assert await theirs.get(f"/tax-codes/{code['id']}") == code


def withholding(books: Books, **changes: Any) -> dict[str, Any]:
    return {
        "legal_entity_id": books.entity,
        "code": f"W{next(_counter)}",
        "name": "Professional fees",
        "rate": "10",
        "base": "net",
        "moment": "payment",
        **changes,
    }


async def test_a_withholding_code_is_read_as_it_was_made(books: Books) -> None:
    sent = withholding(books, threshold={"amount": "30000.00", "currency": "EUR"}, account_id=books.account("2100"))
    answer = await books.send("POST", "/withholding-codes", books.company.controller, sent)
    made = answer.json()
    assert answer.status_code == 201
    assert sent.items() <= made.items()
    assert await books.get(f"/withholding-codes/{made['id']}") == made
    assert made in (await books.get(f"/withholding-codes?limit=200&legal_entity_id={books.entity}"))["items"]
    again = await books.send("POST", "/withholding-codes", books.company.controller, sent)
    assert problem(again) == (409, "withholding_code_exists")


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"rate": "0"}, (422, "invalid_request")),
        ({"rate": "101"}, (422, "invalid_request")),
        ({"base": "all"}, (422, "invalid_request")),
        ({"threshold": {"amount": "1", "currency": "USD"}}, (422, "currency_mismatch")),
        ({"threshold": {"amount": "-1", "currency": "EUR"}}, (422, "threshold_negative")),
        ({"threshold": {"amount": "0.001", "currency": "EUR"}}, (422, "amount_not_representable")),
        ({"legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0"}, (404, "not_found")),
        ({"account_id": "account_01j2hw0psyfn79yan3pqykt7s0"}, (422, "tax_account_not_usable")),
    ],
)
async def test_a_withholding_code_that_makes_no_sense_is_refused(
    books: Books, changes: dict[str, Any], refused: tuple[int, str]
) -> None:
    answer = await books.send("POST", "/withholding-codes", books.company.controller, withholding(books, **changes))
    assert problem(answer) == refused


async def test_withholding_is_managed_by_who_manages_tax_and_kept_apart(books: Books, other_tenant: SignedIn) -> None:
    refused = await books.send("POST", "/withholding-codes", books.company.approver, withholding(books))
    assert problem(refused) == (403, "forbidden")
    theirs = Books(books.client, other_tenant)
    code = (await theirs.send("POST", "/withholding-codes", other_tenant.controller, withholding(theirs))).json()
    answer = await books.send("GET", f"/withholding-codes/{code['id']}", books.company.viewer)
    assert problem(answer) == (404, "not_found")
    assert code["id"] not in {one["id"] for one in (await books.get("/withholding-codes?limit=200"))["items"]}
