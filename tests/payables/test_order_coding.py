"""What the buyer's own order says of a line: deliveries are coded alike, and a vendor's words overrule nobody."""

import asyncio
import itertools
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from bursar.core.coding import line_key
from bursar.core.duplicates import order_key
from bursar.core.order_coding import names_on_order
from bursar.kit.db import Database
from bursar.payables.coding import queries
from bursar.payables.coding.queries import suggest_coding
from bursar.payables.coding.schemas import LineToCode
from bursar.platform.application import Application
from tests.books import YEAR, Books, line, undone, uuid_of
from tests.company import SignedIn, company_named, sign_in_all
from tests.payables.test_coding_plans import loops
from tests.payables.test_coding_rules import says, suggested
from tests.payables.test_dimensions import centre, changed, made, new_account

_numbers = itertools.count(1)
# What is said on the bill and not on its line, as the tests call it.
ON_BILL = {"order_reference": "order_reference", "accounting_reference": "header_reference"}


def order() -> str:
    return f"PO-{next(_numbers)}/{YEAR}"


async def billed(books: Books, vendor_id: str, code: str, description: str, **said: Any) -> dict[str, Any]:
    """Post a bill of one line on an account, with what is said of its order."""
    on_bill = {name: said.pop(key) for name, key in ON_BILL.items() if key in said}
    account_id = said.pop("account_id", None) or books.account(code)
    lines = [line(description=description, account_id=account_id, **said)]
    return await books.posted(vendor_id, lines=lines, **on_bill)


async def one(books: Books, vendor_id: str | None, description: str, **said: Any) -> dict[str, Any]:
    """Return what is suggested for one line, with what is said of its order."""
    on_bill = {name: said.pop(key) for name, key in ON_BILL.items() if key in said}
    (found,) = await suggested(books, vendor_id, {"description": description, **said}, **on_bill)
    return found


async def test_deliveries_of_one_order_are_coded_alike_whatever_the_same_text_was_elsewhere(books: Books) -> None:
    vendor_id, ours, another = await books.vendor(), order(), order()
    await billed(books, vendor_id, "6300", "Valve set", order_reference=ours, order_line_reference="10")
    await billed(books, vendor_id, "6200", "Valve set", order_reference=another, order_line_reference="10")
    found = await one(books, vendor_id, "Valve set", order_reference=f" {ours.lower()} ", order_line_reference="0010")
    assert says(found) == ("order_line", "6300")
    assert (found["why"], found["sure"]) == ("1 of 1 earlier bills of the order's line → 6300", True)
    alike = await one(books, vendor_id, "Valve set, delivery 2 of 3", order_reference=ours, order_line_reference="10")
    assert says(alike) == ("order_line", "6300")
    for other in ({"order_line_reference": "20"}, {"order_reference": order()}, {"order_reference": None}):
        asked = {"order_reference": ours, "order_line_reference": "10", **other}
        assert says(await one(books, vendor_id, "Valve set", **asked)) == ("same_text", "6200")


async def test_where_lines_have_no_numbers_their_words_on_the_order_decide(books: Books) -> None:
    vendor_id, ours = await books.vendor(), order()
    await billed(books, vendor_id, "6300", "Gasket October", order_reference=ours)
    await billed(books, vendor_id, "6200", "Gasket October")
    assert says(await one(books, vendor_id, "Gasket November", order_reference=ours)) == ("order_line", "6300")
    numbered = await one(books, vendor_id, "Gasket", order_reference=ours, order_line_reference="7")
    assert says(numbered) == ("order_line", "6300")
    assert says(await one(books, vendor_id, "Gasket")) == ("same_line", "6200")


async def test_other_words_under_the_same_number_are_no_more_than_a_hint(books: Books) -> None:
    vendor_id, ours = await books.vendor(), order()
    await billed(books, vendor_id, "6300", "Gear wheel", order_reference=ours, order_line_reference="1")
    found = await one(books, vendor_id, "Swivel chair", order_reference=ours, order_line_reference="1")
    assert (says(found), found["sure"]) == (("order_position", "6300"), False)
    await billed(books, vendor_id, "6200", "Swivel chair")
    known = await one(books, vendor_id, "Swivel chair", order_reference=ours, order_line_reference="1")
    assert says(known) == ("same_text", "6200")


async def test_who_corrects_a_line_of_an_order_once_is_right_next_time(books: Books) -> None:
    vendor_id, ours = await books.vendor(), order()
    said = {"order_reference": ours, "order_line_reference": "1", "accounting_reference": "6200"}
    for _ in range(2):
        await billed(books, vendor_id, "6200", "Hoist rental", **said)
    assert says(await one(books, vendor_id, "Hoist rental", **said)) == ("order_line", "6200")
    await billed(books, vendor_id, "6300", "Hoist rental", **said)
    found = await one(books, vendor_id, "Hoist rental, December", **said)
    assert (says(found), found["sure"]) == (("order_line", "6300"), True)
    assert found["why"].startswith("corrected to 6300 on ")
    # A bill that is taken back is no precedent any more.
    bill = await billed(books, vendor_id, "6100", "Hoist rental", **said)
    assert (await books.reverse(bill)).status_code == 200
    assert says(await one(books, vendor_id, "Hoist rental", **said)) == ("order_line", "6300")


async def test_what_the_invoice_names_is_suggested_with_its_reason_and_sure_once_people_took_it(books: Books) -> None:
    vendor_id = await books.vendor()
    found = await one(books, vendor_id, "Ladder", accounting_reference="6300")
    assert (says(found), found["sure"]) == (("accounting_reference", "6300"), False)
    assert found["why"] == "the invoice names your account 6300 (BT-133)"
    header = await one(books, vendor_id, "Ladder", header_reference="6300")
    assert header["why"] == "the invoice names your account 6300 (BT-19)"
    both = await one(books, vendor_id, "Ladder", header_reference="6200", accounting_reference="6300")
    assert says(both) == ("accounting_reference", "6300")
    await billed(books, vendor_id, "6300", "Ladder", header_reference="6300")
    taken = await one(books, vendor_id, "Scaffold", accounting_reference="6300")
    assert (says(taken), taken["sure"]) == (("accounting_reference", "6300"), True)
    # Who takes what is named is offered what is named next, though the line was coded otherwise before.
    other = await one(books, vendor_id, "Ladder", accounting_reference="6200")
    assert (says(other), other["sure"]) == (("accounting_reference", "6200"), False)


async def test_a_reference_beats_nothing_that_people_put_right(books: Books) -> None:
    vendor_id = await books.vendor()
    wrong = {"accounting_reference": "6200"}
    await billed(books, vendor_id, "6300", "Gantry inspection", **wrong)
    for description in ("Gantry inspection", "Gantry inspection March"):
        assert (await one(books, vendor_id, description, **wrong))["coding"]["account_code"] == "6300"
    # Set aside on one line, it is not believed on another.
    assert says(await one(books, vendor_id, "Capstan inspection", **wrong))[0] == "similar_lines"
    assert says(await one(books, vendor_id, "Sextant calibrated", **wrong)) == ("same_vendor", "6300")
    # A vendor that begins to name an account overrules nobody either.
    silent = await books.vendor()
    await billed(books, silent, "6300", "Gantry inspection")
    assert says(await one(books, silent, "Gantry inspection", **wrong)) == ("same_text", "6300")


async def test_what_no_line_may_name_is_not_suggested(books: Books, other_tenant: SignedIn) -> None:
    vendor_id = await books.vendor()
    gone, theirs = await new_account(books), Books(books.client, other_tenant)
    code = (await books.get(f"/ledger-accounts/{gone}"))["code"]
    assert says(await one(books, vendor_id, "Theodolite lent", accounting_reference=code))[1] == code
    await changed(books, f"/ledger-accounts/{gone}", active=False)
    await made(theirs, "/ledger-accounts", code="7123", name="A neighbour's", type="expense")
    for reference in (code, "7123", "2000", "4000", "1000", "6900", "6300 6200", "' OR true --", "6300x"):
        found = await one(books, vendor_id, "Theodolite lent", accounting_reference=reference)
        assert found["source"] == "chart_default", reference


async def test_a_cost_centre_that_is_named_goes_with_the_account_where_the_books_let_it(books: Books) -> None:
    vendor_id = await books.vendor()
    one_centre = await centre(books, code="CC/4025")
    project = await centre(books, dimension="project", code="P-4025")
    account_id = await new_account(books)
    await billed(books, vendor_id, "", "Drone flight", account_id=account_id)
    found = await one(books, vendor_id, "Drone flight", accounting_reference="CC/4025")
    # People decided on this line when it named nothing: a vendor's words change nothing there.
    assert (found["coding"]["cost_centre_id"], found["source"]) == (None, "same_text")
    new = await one(books, vendor_id, "Drone pilot training", accounting_reference="CC/4025")
    assert new["coding"]["cost_centre_id"] == one_centre
    assert new["why"].endswith("; the invoice names your cost centre CC/4025 (BT-133)")
    three = await one(books, vendor_id, "Rotor blade", accounting_reference="6300:P-4025")
    assert (three["coding"]["account_code"], three["coding"]["project_id"]) == ("6300", project)
    rule = {"effect": "forbidden", "account_id": account_id, "dimension": "cost_centre"}
    await made(books, "/dimension-rules", **rule)
    refused = await one(books, vendor_id, "Drone pilot training", accounting_reference="CC/4025")
    assert refused["coding"]["cost_centre_id"] is None
    await changed(books, f"/dimension-values/{project}", active=False)
    gone = await one(books, vendor_id, "Rotor blade", accounting_reference="P-4025")
    assert gone["coding"]["project_id"] is None


async def test_orders_of_neighbours_of_other_vendors_and_of_other_entities_are_not_seen(
    application: Application, client: httpx2.AsyncClient, admin_url: str, books: Books
) -> None:
    theirs = Books(client, await sign_in_all(application, admin_url, company_named(application, "Order Neighbours")))
    said = {"order_reference": order(), "order_line_reference": "1"}
    entity = {"name": "Second", "base_currency": "EUR", "time_zone": "Europe/Berlin", "fiscal_years": [YEAR]}
    answer = await theirs.send("POST", "/legal-entities", theirs.company.controller, entity)
    assert answer.status_code == 201, answer.text
    second = answer.json()["id"]
    vendor_id = await theirs.vendor()
    await billed(theirs, vendor_id, "6300", "Turbine blade", **said)
    assert says(await one(theirs, vendor_id, "Turbine blade", **said)) == ("order_line", "6300")
    # The same vendor and order, asked by another entity of the tenant.
    asked = {"legal_entity_id": second, "vendor_id": vendor_id, "order_reference": said["order_reference"]}
    asked["lines"] = [{"description": "Turbine blade", "order_line_reference": "1"}]
    there = await theirs.send("POST", "/bills/suggest-coding", theirs.company.viewer, asked)
    assert there.status_code == 200, there.text
    assert there.json()["lines"][0]["source"] == "chart_default"
    # The same order of another vendor, and of another tenant.
    assert says(await one(theirs, await theirs.vendor(), "Turbine blade", **said))[0] == "same_line_elsewhere"
    assert says(await one(books, await books.vendor(), "Turbine blade", **said))[0] == "chart_default"


async def test_of_deliveries_that_are_posted_at_once_every_one_counts(books: Books) -> None:
    vendor_id, ours = await books.vendor(), order()
    bills = [
        await books.submitted(
            vendor_id,
            lines=[line(description="Pump", account_id=books.account(code), order_line_reference="3")],
            order_reference=ours,
        )
        for code in ("6300", "6300", "6200", "6300")
    ]
    answers = await asyncio.gather(*(books.approve(bill) for bill in bills))
    assert {answer.status_code for answer in answers} == {200}
    found = await one(books, vendor_id, "Pump", order_reference=ours, order_line_reference="3")
    assert (found["source"], found["of"]) == ("order_line", 4)


async def test_a_bill_keeps_what_is_said_of_its_order(books: Books) -> None:
    lines = [
        line(order_line_reference=" 10 ", accounting_reference="4025:6300"),
        line("5.00", accounting_reference="x" * 500),
        line("7.00"),
    ]
    bill = await books.posted(order_reference=order(), accounting_reference="KST 7", lines=lines)
    read = await books.get(f"/bills/{bill['id']}")
    for one_read in (bill, read):
        assert one_read["accounting_reference"] == "KST 7"
        kept = [(each["order_line_reference"], each["accounting_reference"]) for each in one_read["lines"]]
        assert kept == [("10", "4025:6300"), (None, "x" * 500), (None, None)]
    refused = await books.submit(books.bill(read["vendor_id"], lines=[line(order_line_reference="x" * 501)]))
    assert refused.status_code == 422


@pytest.mark.parametrize("lines", [1, 150])
async def test_what_orders_say_costs_a_statement_and_what_is_named_one_more(
    application: Application, books: Books, lines: int
) -> None:
    vendor_id, ours = await books.vendor(), order()
    for _ in range(3):
        await billed(books, vendor_id, "6300", "Counted", order_reference=ours, order_line_reference="0")
    asked = [
        LineToCode(description="Counted", order_line_reference=str(number), accounting_reference="6300")
        for number in range(lines)
    ]
    async with undone(application, books.company.clerk) as work:
        entity, vendor, day = books.company.legal_entity_id, uuid_of(vendor_id), work.now.date()
        before = work.session.statements
        found = await suggest_coding(work, entity, vendor, asked, on=day, order_reference=ours)
        # Accounts, rules, precedents, the order's lines, what may be named, and what judges dimensions.
        assert work.session.statements - before == 6
        assert found[0].suggestion is not None
        assert found[0].suggestion.level == "order_line"
        before = work.session.statements
        await suggest_coding(work, entity, vendor, [LineToCode(description="Counted")] * lines, on=day)
        assert work.session.statements - before <= 4


async def test_an_orders_lines_are_found_through_their_index_also_before_statistics_were_taken(
    books: Books, admin_url: str
) -> None:
    vendor_id, ours = await books.vendor(), order()
    words = [f"Bolt {chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(400)]
    lines = [line(description=one, order_line_reference=str(n)) for n, one in enumerate(words)]
    await books.posted(vendor_id, lines=lines, order_reference=ours)
    asked = names_on_order(order_key(ours), "7", line_key(words[7]))
    values = {
        "tenant_id": books.company.tenant_id,
        "legal_entity_id": books.company.legal_entity_id,
        "vendor_id": uuid_of(vendor_id),
        "keys": list(asked),
    }
    admin = Database(admin_url, pool_size=1)
    try:
        async with admin.transaction(keep=False) as session:
            await session.run(
                text("DELETE FROM pg_statistic WHERE starelid IN ('bill'::regclass, 'bill_line'::regclass)")
            )
            told = {"tenant_id": str(books.company.tenant_id)}
            await session.run(text("SELECT set_config('app.tenant_id', :tenant_id, true)"), told)
            await session.run(text("SET LOCAL ROLE bursar_agent"))
            explained = text(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {queries._OF_ORDER.text}")  # noqa: SLF001 - the statement itself is what is looked at.
            (plan,) = await session.value(explained, values)
    finally:
        await admin.close()
    assert plan["Plan"]["Actual Rows"] == 1
    assert [one for one in loops(plan["Plan"]) if one[0] > len(asked)] == []
    assert "ix_bill_line_order" in str(plan)
