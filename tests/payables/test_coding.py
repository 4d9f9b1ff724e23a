"""Lines are coded as people coded such lines before: from posted bills, within the tenant, and nobody is overruled."""

from typing import Any

import pytest

from bursar.payables.coding.queries import KEYS_AT_ONCE
from tests.books import Books, line, problem
from tests.company import SignedIn
from tests.payables.test_dimensions import changed


async def suggested(books: Books, vendor_id: str | None, *descriptions: str, **body: Any) -> list[dict[str, Any]]:
    asked = {
        "legal_entity_id": books.entity,
        "vendor_id": vendor_id,
        "lines": [{"description": one} for one in descriptions],
        **body,
    }
    answer = await books.send("POST", "/bills/suggest-coding", books.company.viewer, asked)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["lines"]
    return found


async def coded(books: Books, vendor_id: str, description: str, code: str, times: int = 1) -> None:
    for _ in range(times):
        await books.posted(vendor_id, lines=[line(description=description, account_id=books.account(code))])


async def test_who_codes_a_line_once_is_followed_next_time(books: Books) -> None:
    vendor_id = await books.vendor()
    await coded(books, vendor_id, "Hosting October 2026", "6200", times=3)
    await coded(books, vendor_id, "Hosting November 2026", "6300")
    (found,) = await suggested(books, vendor_id, "Hosting, December 2026")
    assert found["coding"]["account_code"] == "6300"
    assert found["why"].startswith("corrected to 6300 on ")
    assert found["sure"]
    assert [choice["account_code"] for choice in found["choices"]][:2] == ["6300", "6200"]


async def test_lines_that_are_alike_count(books: Books) -> None:
    vendor_id = await books.vendor()
    await coded(books, vendor_id, "Paper A4 white recycled", "6200", times=2)
    await coded(books, vendor_id, "Train ticket Hamburg", "6300")
    (found,) = await suggested(books, vendor_id, "Paper A3 white recycled heavy")
    assert (found["source"], found["coding"]["account_code"]) == ("similar_lines", "6200")
    assert found["why"] == "2 of 2 similar lines of this vendor → 6200"


async def test_every_line_of_a_long_bill_finds_its_own_precedents(books: Books) -> None:
    vendor_id = await books.vendor()
    await coded(books, vendor_id, "Sail cloth", "6200", times=2)
    await coded(books, vendor_id, "Mast varnish", "6300")
    strange = ["".join(chr(97 + int(digit)) for digit in f"{n:05}") for n in range(2 * KEYS_AT_ONCE + 10)]
    lines = [
        "Sail cloth",
        *strange[:KEYS_AT_ONCE],
        "Mast varnish",
        *strange[KEYS_AT_ONCE:],
        "Sail cloth",
        "Mast varnish",
    ]
    found = await suggested(books, vendor_id, *lines)
    told = [(one["coding"]["account_code"], one["source"], one["of"]) for one in found]
    sail, mast = ("6200", "same_text", 2), ("6300", "same_text", 1)
    assert [told[0], told[KEYS_AT_ONCE + 1], *told[-2:]] == [sail, mast, sail, mast]
    # What nobody has coded rests on all lines of the vendor, which count once however many statements ask.
    assert {one for n, one in enumerate(told) if lines[n] in strange} == {("6200", "same_vendor", 3)}


async def test_dimensions_go_with_the_account(books: Books) -> None:
    made = {"legal_entity_id": books.entity, "dimension": "cost_centre", "code": "CODING", "name": "Learned"}
    answer = await books.send("POST", "/dimension-values", books.company.controller, made)
    centre, vendor_id = answer.json()["id"], await books.vendor()
    lines = [line(description="Gutter jetting", account_id=books.account("6200"), cost_centre_id=centre)]
    await books.posted(vendor_id, lines=lines)
    (found,) = await suggested(books, vendor_id, "Gutter jetting")
    assert found["coding"]["cost_centre_id"] == centre
    await changed(books, f"/dimension-values/{centre}", active=False)
    (without,) = await suggested(books, vendor_id, "Gutter jetting")
    assert without["source"] == "chart_default"


async def test_only_what_was_posted_is_a_precedent_and_a_reversed_bill_is_none(books: Books) -> None:
    vendor_id = await books.vendor()
    lines = [line(description="Catering summer party", account_id=books.account("6300"))]
    await books.submitted(vendor_id, lines=lines)
    (waiting,) = await suggested(books, vendor_id, "Catering summer party")
    assert waiting["source"] == "chart_default"
    bill = await books.posted(vendor_id, lines=lines, vendor_reference="second")
    (posted,) = await suggested(books, vendor_id, "Catering summer party")
    assert (posted["source"], posted["coding"]["account_code"]) == ("same_text", "6300")
    assert (await books.reverse(bill)).status_code == 200
    (reversed_,) = await suggested(books, vendor_id, "Catering summer party")
    assert reversed_["source"] == "chart_default"


async def test_other_vendors_are_asked_last_and_a_vendors_own_account_before_its_other_lines(books: Books) -> None:
    known = await books.vendor()
    await coded(books, known, "Zebra crossing paint", "6300")
    new = await books.vendor()
    (elsewhere,) = await suggested(books, new, "Zebra crossing paint")
    assert (elsewhere["source"], elsewhere["coding"]["account_code"]) == ("same_line_elsewhere", "6300")
    (unknown,) = await suggested(books, None, "Zebra crossing paint white")
    assert unknown["source"] == "similar_elsewhere"
    preferred = await books.vendor(default_account_id=books.account("6200"))
    (own,) = await suggested(books, preferred, "Zebra crossing paint")
    assert (own["source"], own["coding"]["account_code"]) == ("vendor_default", "6200")
    await coded(books, new, "Something else", "6200", times=1)
    (same_vendor,) = await suggested(books, new, "Quite new words")
    assert same_vendor["why"] == "1 of 1 lines of this vendor → 6200"


async def test_a_neighbours_precedents_are_not_seen(books: Books, other_tenant: SignedIn) -> None:
    vendor_id = await books.vendor()
    await coded(books, vendor_id, "Unheard of thing", "6300")
    asked = {
        "legal_entity_id": books.entity,
        "vendor_id": vendor_id,
        "lines": [{"description": "Unheard of thing"}],
    }
    answer = await books.send("POST", "/bills/suggest-coding", other_tenant.viewer, asked)
    assert problem(answer) == (404, "not_found")


@pytest.mark.parametrize("lines", [[], [{"description": ""}]])
async def test_nothing_asked_is_refused(books: Books, lines: list[dict[str, str]]) -> None:
    asked = {"legal_entity_id": books.entity, "vendor_id": None, "lines": lines}
    answer = await books.send("POST", "/bills/suggest-coding", books.company.viewer, asked)
    assert answer.status_code == 422
