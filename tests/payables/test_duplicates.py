"""What may have been received before: found among bills and proposals, by people who may look, in their own tenant."""

import asyncio
import json
from typing import Any

from sqlalchemy import text

from bursar.core.document_numbers import reference_shape
from bursar.platform.application import Application
from tests.books import YEAR, Books, line, problem, undone, uuid_of
from tests.company import SignedIn

NUMBERS = ["R-1050", "corn-0077", "İNV 7", "KELVIN\u212a 12", "---", "１２", "RN\\1'%", "aabbcc0011", "x" * 400, "ﬁ-9"]


async def found(books: Books, bill: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await books.get(f"/bills/{bill['id']}/possible-duplicates"))["items"]
    return items


async def linked(books: Books) -> tuple[str, str]:
    one, two = await books.vendor(), await books.vendor()
    answer = await books.send("POST", f"/vendors/{two}/link", books.company.clerk, {"vendor_id": one})
    assert answer.status_code == 200, answer.text
    return one, two


async def test_a_misread_number_of_the_same_vendor_is_told_and_the_next_number_is_not(books: Books) -> None:
    vendor_id = await books.vendor()
    first = await books.posted(vendor_id, vendor_reference="R-2050-118")
    other = await books.submitted(vendor_id, vendor_reference="R-2050-119")
    assert await found(books, other) == []
    misread = await books.submitted(vendor_id, vendor_reference="R-2O5O-ll8")
    (told,) = await found(books, misread)
    assert (told["bill_id"], told["proposal_id"], told["severity"]) == (first["id"], None, "warning")
    assert told["reasons"] == ["confusable_number", "same_amount"]
    assert told["message"] == (
        f"Bill R-2050-118 ({first['number']}) of {YEAR}-03-02 has a number that is easily misread for this one and has"
        " the same total."
    )


async def test_the_same_number_stops_a_bill_also_while_the_other_one_is_only_submitted(books: Books) -> None:
    vendor_id = await books.vendor()
    one = await books.submitted(vendor_id, vendor_reference="A-77")
    two = await books.submitted(vendor_id, vendor_reference="a77")
    assert [(item["bill_id"], item["severity"]) for item in await found(books, two)] == [(one["id"], "error")]
    assert (await books.approve(one)).status_code == 200
    assert problem(await books.approve(two)) == (409, "duplicate_bill")


async def test_a_bill_that_was_rejected_or_reversed_is_no_longer_in_the_way(books: Books) -> None:
    vendor_id = await books.vendor()
    posted = await books.posted(vendor_id, vendor_reference="B-1")
    assert (await books.reverse(posted)).status_code == 200
    assert await found(books, await books.submitted(vendor_id, vendor_reference="B-1")) == []


async def test_of_one_invoice_under_two_vendors_of_a_group_approved_at_once_one_is_posted(books: Books) -> None:
    one, two = await linked(books)
    for number in ("G-1001", "G-1002", "G-1003"):
        bills = [await books.submitted(vendor, vendor_reference=number) for vendor in (one, two)]
        assert [item["reasons"] for item in await found(books, bills[1])] == [["same_number_and_year"]]
        answers = await asyncio.gather(*(books.approve(bill) for bill in bills))
        assert sorted(answer.status_code for answer in answers) == [200, 409]
        assert problem(next(answer for answer in answers if answer.status_code == 409)) == (409, "duplicate_bill")
    await books.check_books()


async def test_vendors_who_posted_one_bill_twice_become_a_group_when_one_of_them_is_reversed(books: Books) -> None:
    one, two = await books.vendor(), await books.vendor()
    await books.posted(one, vendor_reference="T-9")
    second = await books.posted(two, vendor_reference="T-9")
    clerk = books.company.clerk
    answer = await books.send("POST", f"/vendors/{two}/link", clerk, {"vendor_id": one})
    assert problem(answer) == (409, "duplicate_bill")
    assert (await books.reverse(second)).status_code == 200
    assert (await books.send("POST", f"/vendors/{two}/link", clerk, {"vendor_id": one})).status_code == 200
    third = await books.submitted(two, vendor_reference="T-9")
    assert problem(await books.approve(third)) == (409, "duplicate_bill")


async def test_a_bill_that_is_written_while_its_vendor_joins_a_group_is_of_that_group(
    application: Application, books: Books
) -> None:
    one, two = await books.vendor(), await books.vendor()
    link = books.send("POST", f"/vendors/{two}/link", books.company.clerk, {"vendor_id": one})
    answers = await asyncio.gather(
        *(books.submit(books.bill(two, vendor_reference=f"J-{n}")) for n in range(4)),
        link,
        *(books.submit(books.bill(two, vendor_reference=f"K-{n}")) for n in range(4)),
    )
    assert {answer.status_code for answer in answers} == {200, 201}
    async with undone(application, books.company.clerk) as work:
        query = text("""
            SELECT DISTINCT b.vendor_group_id = v.group_id AS same FROM bill b
            JOIN vendor v ON v.tenant_id = b.tenant_id AND v.id = b.vendor_id
            WHERE b.tenant_id = :tenant_id AND b.vendor_id = :vendor_id
        """)
        rows = await work.session.rows(query, {"tenant_id": work.tenant_id, "vendor_id": uuid_of(two)})
    assert [row.same for row in rows] == [True]


async def test_another_vendor_of_the_same_account_is_seen(books: Books) -> None:
    account = [{"iban": "NO8330001234567"}]
    one, two = await books.vendor(bank_accounts=account), await books.vendor(bank_accounts=account)
    first = await books.posted(one, vendor_reference="S-4711")
    (told,) = await found(books, await books.submitted(two, vendor_reference="S-4711"))
    assert (told["bill_id"], told["reasons"]) == (first["id"], ["same_account_other_vendor"])
    twin = await books.vendor()
    reasons = [item["reasons"] for item in await found(books, await books.submitted(twin, vendor_reference="S-4711"))]
    assert reasons == [["same_number_other_vendor"]] * 2


async def test_a_line_of_an_order_is_billed_once(books: Books) -> None:
    vendor_id = await books.vendor()
    lines = [line(description="Forklift rental"), line("7.00", description="Pallets")]
    first = await books.posted(vendor_id, vendor_reference="O-100", order_reference="PO 4711", lines=lines)
    assert first["order_reference"] == "PO 4711"
    again = [*lines[:1], line("9.00", description="Straps")]
    other = await books.submitted(
        vendor_id, vendor_reference="O-140", order_reference="po-4711", lines=again, document_date=f"{YEAR}-08-02"
    )
    assert [item["reasons"] for item in await found(books, other)] == [["same_order_line"]]


async def test_what_is_credited_and_billed_anew_is_not_told(books: Books) -> None:
    vendor_id = await books.vendor()
    await books.posted(vendor_id, vendor_reference="C-2001")
    credit = await books.posted(vendor_id, vendor_reference="C-2002", kind="vendor_credit")
    assert await found(books, credit) == []
    assert await found(books, await books.submitted(vendor_id, vendor_reference="C-2001-A")) == []


async def test_only_who_may_read_bills_of_the_tenant_is_told(books: Books, other_tenant: SignedIn) -> None:
    theirs = Books(books.client, other_tenant)
    await theirs.posted(await theirs.vendor(), vendor_reference="N-5555")
    bill = await books.submitted(vendor_reference="N-5555")
    assert await found(books, bill) == []
    answer = await books.send("GET", f"/bills/{bill['id']}/possible-duplicates", other_tenant.viewer)
    assert problem(answer) == (404, "not_found")


async def test_the_database_sees_the_same_shape_in_every_number(application: Application, books: Books) -> None:
    async with undone(application, books.company.clerk) as work:
        for number in NUMBERS:
            found_shape = await work.session.value(text("SELECT reference_shape(:number)"), {"number": number})
            assert (found_shape or "") == reference_shape(number), number
    bill = await books.submitted(vendor_reference=NUMBERS[6])
    assert json.dumps(await found(books, bill)) == "[]"
