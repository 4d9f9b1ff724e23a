"""What is no bill: every wrong input is refused with its reason, and none is a fault of ours."""

from typing import Any

import pytest

from bursar.kit.ids import to_public
from tests.books import YEAR, Books, eur, line, problem
from tests.company import SignedIn

RANDOM = "01j2hw0psyfn79yan3pqykt7s0"


@pytest.mark.parametrize(
    ("changes", "code", "pointer"),
    [
        ({"lines": [line("0")]}, "total_not_positive", "/lines"),
        ({"lines": [line("-5")]}, "total_not_positive", None),
        ({"kind": "vendor_credit", "lines": [line("-5")]}, "total_not_positive", None),
        ({"currency": "USD"}, "exchange_rate_missing", "/currency"),
        ({"currency": "XTS"}, "unknown_currency", None),
        ({"currency": "eur"}, "invalid_request", "/currency"),
        ({"prepaid": eur("119.01")}, "prepaid_too_much", "/prepaid"),
        ({"prepaid": {"amount": "1", "currency": "USD"}}, "currency_mismatch", None),
        ({"rounding": eur("0.001")}, "amount_not_representable", None),
        ({"lines": [line(net=eur("1.001"))]}, "amount_not_representable", None),
        ({"lines": [line(net={"amount": "1", "currency": "USD"})]}, "currency_mismatch", None),
        ({"payment_terms": "when I can"}, "invalid_payment_terms", "/payment_terms"),
        ({"payment_terms": "when I can", "due_date": f"{YEAR}-04-01"}, "invalid_payment_terms", "/payment_terms"),
        ({"lines": [line("9999999999999"), line("9999999999999")]}, "amount_out_of_range", None),
        ({"lines": [line("9999999999999", quantity="9999999999999")]}, "amount_out_of_range", None),
        ({"lines": [line("9999999999999")] * 10_000}, "amount_out_of_range", None),
        ({"lines": [line("10000000000000.01")]}, "invalid_request", "/lines/0/unit_price"),
        ({"lines": [line("1e400")]}, "invalid_request", "/lines/0/unit_price"),
        ({"lines": [line("NaN")]}, "invalid_request", "/lines/0/unit_price"),
        ({"lines": [line(10.5)]}, "invalid_request", "/lines/0/unit_price"),  # type: ignore[arg-type]
        ({"lines": [line("0.00000000001")]}, "invalid_request", "/lines/0/unit_price"),
        ({"lines": [line(tax_rate="1001")]}, "invalid_request", "/lines/0/tax_rate"),
        ({"lines": [line(tax_rate="-1")]}, "invalid_request", "/lines/0/tax_rate"),
        ({"lines": [line(tax_category="s")]}, "invalid_request", "/lines/0/tax_category"),
        ({"lines": [line(description="  ")]}, "invalid_request", "/lines/0/description"),
        ({"lines": [line(colour="red")]}, "invalid_request", "/lines/0/colour"),
        ({"lines": []}, "invalid_request", "/lines"),
        ({"lines": [line()] * 10_001}, "invalid_request", "/lines"),
        ({"vendor_reference": "a\x00b"}, "invalid_text", None),
        ({"vendor_reference": "x" * 501}, "invalid_request", "/vendor_reference"),
        ({"document_date": "0001-01-01"}, "invalid_request", "/document_date"),
        ({"document_date": "9999-12-31"}, "invalid_request", "/document_date"),
        ({"document_date": f"{YEAR}-02-30"}, "invalid_request", "/document_date"),
        ({"due_date": "9999-12-31"}, "invalid_request", "/due_date"),
        ({"vendor_id": "vendor_x"}, "invalid_request", "/vendor_id"),
        ({"vendor_id": f"bill_{RANDOM}"}, "invalid_request", "/vendor_id"),
        ({"kind": "invoice"}, "invalid_request", "/kind"),
        ({"number": "BILL-1"}, "invalid_request", "/number"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_wrong_bill_is_refused_with_its_reason(
    books: Books, changes: dict[str, Any], code: str, pointer: str | None
) -> None:
    answer = await books.submit(books.bill(await books.vendor()) | changes)
    assert problem(answer) == (422, code), answer.text
    assert [one["pointer"] for one in answer.json()["errors"]][:1] == ([pointer] if pointer else [])


@pytest.mark.parametrize("rate", ["18", "7"])
async def test_a_tax_group_that_does_not_follow_from_the_lines_is_refused(books: Books, rate: str) -> None:
    stated = {"tax_category": "S", "tax_rate": rate, "base": eur("100.00"), "tax": eur("18.00")}
    answer = await books.submit(books.bill(await books.vendor(), tax_groups=[stated]))
    assert problem(answer) == (422, "tax_group_mismatch")


@pytest.mark.parametrize("code", ["2000", "1400", "1200", "2200", "6990"])
async def test_no_line_is_coded_to_an_account_that_the_books_post_to(books: Books, code: str) -> None:
    lines = [line(), line(account_id=books.account(code))]
    answer = await books.submit(books.bill(await books.vendor(), lines=lines))
    assert problem(answer) == (422, "account_not_usable")
    assert answer.json()["errors"][0]["pointer"] == "/lines/1/account_id"


async def test_an_unknown_account_and_one_of_another_tenant_are_refused_alike(
    books: Books, other_tenant: SignedIn
) -> None:
    theirs = to_public("account", other_tenant.ids.accounts["6100"])
    for account in (f"account_{RANDOM}", theirs):
        answer = await books.submit(books.bill(await books.vendor(), lines=[line(account_id=account)]))
        assert problem(answer) == (422, "account_not_usable")


def told(answer: Any) -> dict[str, Any]:
    """Return a problem without what differs from one request to the next."""
    return {name: value for name, value in answer.json().items() if name != "request_id"}


async def test_another_tenants_vendor_and_entity_look_like_none(books: Books, other_tenant: SignedIn) -> None:
    vendor = await books.vendor()
    theirs = await Books(books.client, other_tenant).vendor()
    for field, foreign, pointer in (
        ("vendor_id", theirs, "/vendor_id"),
        ("legal_entity_id", to_public("entity", other_tenant.legal_entity_id), "/legal_entity_id"),
    ):
        prefix = foreign.split("_")[0]
        answers = [await books.submit(books.bill(vendor) | {field: one}) for one in (foreign, f"{prefix}_{RANDOM}")]
        assert problem(answers[0]) == (404, "not_found")
        assert told(answers[0]) == told(answers[1])
        assert answers[0].json()["errors"][0]["pointer"] == pointer


async def test_another_tenants_bill_looks_like_none(books: Books, other_tenant: SignedIn) -> None:
    bill = await Books(books.client, other_tenant).posted()
    none = {**bill, "id": f"bill_{RANDOM}"}
    company = books.company
    for theirs, unknown in (
        (await books.approve(bill), await books.approve(none)),
        (await books.reverse(bill), await books.reverse(none)),
        (
            await books.send("GET", f"/bills/{bill['id']}", company.viewer),
            await books.send("GET", f"/bills/{none['id']}", company.viewer),
        ),
        (
            await books.send("GET", f"/journal-entries/{bill['entry_id']}", company.viewer),
            await books.send("GET", f"/journal-entries/entry_{RANDOM}", company.viewer),
        ),
    ):
        assert problem(theirs) == (404, "not_found")
        assert told(theirs) == told(unknown)
    assert (await books.get(f"/bills?vendor_id={bill['vendor_id']}"))["items"] == []


async def test_a_document_that_is_not_there_is_not_found(books: Books) -> None:
    answer = await books.submit(books.bill(await books.vendor(), document_id=f"document_{RANDOM}"))
    assert problem(answer) == (404, "not_found")


async def test_half_a_surrogate_pair_is_refused(books: Books) -> None:
    body = f'{{"vendor_reference": "\\ud800", "vendor_id": "{await books.vendor()}"}}'
    answer = await books.client.post("/v1/bills", content=body, headers=books.company.clerk.headers)
    assert answer.status_code == 422


async def test_a_bill_of_the_largest_amount_is_answered_again_as_it_was(books: Books) -> None:
    body = books.bill(await books.vendor(), lines=[line("9999999999999.99", tax_rate="0")])
    first, second = [await books.submit(body, Idempotency_Key="the largest") for _ in range(2)]
    assert (first.status_code, second.headers["Idempotency-Replayed"]) == (201, "true")
    assert first.json() == second.json()
    assert (await books.approve(first.json())).status_code == 200
    await books.check_books()


async def test_only_those_who_may_take_part(books: Books) -> None:
    bill = await books.submitted()
    company = books.company
    for member in (company.viewer, company.approver):
        answer = await books.send("POST", "/bills", member, books.bill(bill["vendor_id"]))
        assert problem(answer) == (403, "forbidden")
    for member in (company.viewer, company.clerk):
        assert problem(await books.approve(bill, by=member)) == (403, "forbidden")
    path = f"/bills/{bill['id']}/reverse"
    answer = await books.send("POST", path, company.approver, {"reason": "why"}, If_Match='"1"')
    assert problem(answer) == (403, "forbidden")
