"""A vendor's other names, its groups, and how it is found by what a document says of its seller."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import TextClause, text

from bursar.core.matching import SellerFacts, choose_vendor, name_words, normalise_name
from bursar.parties.vendors.queries import CANDIDATES, find_candidates
from bursar.payables.duplicates.queries import NEAR
from bursar.platform.application import Application
from tests.books import Books, problem, undone, uuid_of
from tests.company import SignedIn

DAY = date(2026, 3, 2)
VALUES = {
    "tax_id_keys": ["DE1"],
    "ibans": ["DE2"],
    "name_key": "acme",
    "domains": ["acme.example"],
    "words": ["acme", "acm"],
    "vendor_id": UUID(int=1),
    "bill_id": None,
    "document_id": UUID(int=2),
    "reference_key": "r1",
    "shape": "r1",
    "order_key": "po1",
    "gross": 1,
    "amounts": [1, 2],
    **dict.fromkeys(("document_date", "before", "after", "long_before", "long_after"), DAY),
}
HOSTILE = [
    "'; DROP TABLE vendor; --",
    "%_%\\",
    "x" * 500,
    "Å" * 500,
    "🦊 Füchse",
    "a " * 250,
    "١٢٣ شركة",
    "' OR 1=1",
    "rn m",
]


async def chosen(application: Application, books: Books, seller: SellerFacts) -> tuple[Any, ...]:
    async with undone(application, books.company.clerk) as work:
        choice = choose_vendor(await find_candidates(work, seller), seller)
        return choice.vendor_id, choice.reasons


async def named(books: Books, vendor_id: str, name: str) -> Any:
    return await books.send("POST", f"/vendors/{vendor_id}/aliases", books.company.clerk, {"name": name})


async def test_a_vendor_is_found_by_another_name_until_it_is_taken_away(application: Application, books: Books) -> None:
    vendor_id = await books.vendor(name="Quendel Holding AG")
    seller = SellerFacts("Brennessel Vertriebs GmbH")
    assert (await chosen(application, books, seller))[0] is None
    alias = (await named(books, vendor_id, "Brennessel Vertrieb")).json()
    answer = await named(books, vendor_id, "Brennessel Vertriebs")
    assert answer.status_code == 201
    assert await chosen(application, books, seller) == (uuid_of(vendor_id), ("alias", "name_tokens"))
    listed = await books.get(f"/vendors/{vendor_id}/aliases")
    assert [one["name"] for one in listed["items"]] == ["Brennessel Vertrieb", "Brennessel Vertriebs"]
    path = f"/vendors/{vendor_id}/aliases/{answer.json()['id']}"
    left = await books.send("DELETE", path, books.company.clerk)
    assert [one["id"] for one in left.json()["items"]] == [alias["id"]]
    assert problem(await books.send("DELETE", path, books.company.clerk)) == (404, "not_found")
    assert (await chosen(application, books, seller))[0] is None


async def test_names_are_given_once_by_people_who_may_to_vendors_of_theirs(
    books: Books, other_tenant: SignedIn
) -> None:
    vendor_id = await books.vendor()
    assert (await named(books, vendor_id, "Second Name")).status_code == 201
    assert problem(await named(books, vendor_id, "SECOND name Ltd")) == (409, "vendor_alias_exists")
    assert problem(await named(books, vendor_id, "...")) == (422, "vendor_alias_empty")
    for member, status in ((books.company.viewer, 403), (other_tenant.clerk, 404)):
        answer = await books.send("POST", f"/vendors/{vendor_id}/aliases", member, {"name": "Other"})
        assert answer.status_code == status
    answer = await books.send("GET", f"/vendors/{vendor_id}/aliases", other_tenant.viewer)
    assert problem(answer) == (404, "not_found")


@pytest.mark.parametrize(
    ("seller", "reasons"),
    [
        (SellerFacts("Somebody Else", ("ATU44444444",)), ("tax_id",)),
        (SellerFacts("Somebody Else", (), ("SE4550000000058398257466",)), ("iban",)),
        (SellerFacts("Kornblume Spedition Inc"), ("name", "name_tokens")),
        (SellerFacts("Somebody", (), (), ("bill@KORNBLUME.example",)), ("domain",)),
        (SellerFacts("Somebody", (), (), ("someone@gmail.com",)), ("no_evidence",)),
        (SellerFacts("Kornblme Spediton"), ("name_tokens",)),
        (SellerFacts("Kornblume"), ("name_tokens",)),
        (SellerFacts("Kornblume Spedition", ("ATU55555555",)), ("no_evidence",)),
    ],
)
async def test_a_vendor_is_found_by_each_kind_of_evidence(
    application: Application, books: Books, seller: SellerFacts, reasons: tuple[str, ...]
) -> None:
    existing = (await books.get("/vendors?name=kornblume%20spedition"))["items"]
    if not existing:
        accounts = [{"iban": "SE4550000000058398257466"}]
        body = {"tax_id": "ATU44444444", "email": "info@kornblume.example", "bank_accounts": accounts}
        await books.vendor(name="Kornblume Spedition GmbH", **body)
    assert (await chosen(application, books, seller))[1] == reasons


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_are_only_names(application: Application, books: Books, name: str) -> None:
    vendor_id = await books.vendor(name=name)
    assert (await named(books, vendor_id, f"alias {name}"[:500])).status_code in {201, 422}
    found, _ = await chosen(application, books, SellerFacts(name))
    assert found in {uuid_of(vendor_id), None}
    async with undone(application, books.company.clerk) as work:
        query = text("SELECT ARRAY(SELECT name_words(:name_key)) AS words")
        row = await work.session.row(query, {"name_key": normalise_name(name)})
        assert row is not None
        assert frozenset(row.words) == name_words(normalise_name(name))


async def test_vendors_are_one_company_when_people_say_so(books: Books) -> None:
    one, two, three = [await books.vendor() for _ in range(3)]
    clerk = books.company.clerk
    alone = {vendor: (await books.get(f"/vendors/{vendor}"))["group_id"] for vendor in (one, two, three)}
    assert len(set(alone.values())) == 3
    assert (await books.send("POST", f"/vendors/{two}/link", clerk, {"vendor_id": one})).status_code == 200
    linked = await books.send("POST", f"/vendors/{three}/link", clerk, {"vendor_id": two})
    assert linked.json()["group_id"] == alone[one]
    group = await books.get(f"/vendors?group_id={alone[one]}")
    assert {vendor["id"] for vendor in group["items"]} == {one, two, three}
    left = await books.send("POST", f"/vendors/{one}/unlink", clerk)
    assert left.json()["group_id"] not in alone.values()
    assert {vendor["id"] for vendor in (await books.get(f"/vendors?group_id={alone[one]}"))["items"]} == {two, three}


async def test_two_who_link_the_same_vendors_at_once_make_one_group(books: Books) -> None:
    one, two = await books.vendor(), await books.vendor()
    pairs = [(one, two), (two, one)] * 2
    answers = await asyncio.gather(
        *(books.send("POST", f"/vendors/{a}/link", books.company.clerk, {"vendor_id": b}) for a, b in pairs)
    )
    assert [answer.status_code for answer in answers] == [200] * 4
    groups = {(await books.get(f"/vendors/{vendor}"))["group_id"] for vendor in (one, two)}
    assert len(groups) == 1


async def test_another_tenants_vendor_is_linked_by_nobody(books: Books, other_tenant: SignedIn) -> None:
    ours = await books.vendor()
    theirs = await Books(books.client, other_tenant).vendor()
    for a, b in ((ours, theirs), (theirs, ours)):
        answer = await books.send("POST", f"/vendors/{a}/link", books.company.clerk, {"vendor_id": b})
        assert problem(answer) == (404, "not_found")
    assert problem(await books.send("POST", f"/vendors/{theirs}/unlink", books.company.clerk)) == (404, "not_found")


@pytest.mark.parametrize(
    ("statement", "conditions"),
    [
        (CANDIDATES, {"iban = ANY", "name_key =", "domain = ANY", "word = said.word"}),
        (NEAR, {"group_id =", "iban = ", "document_date >=", "vendor_reference_key =", "document_id ="}),
    ],
    ids=["vendors", "bills"],
)
async def test_what_is_near_is_found_through_indexes_under_row_level_security(
    application: Application, books: Books, admin_url: str, statement: TextClause, conditions: set[str]
) -> None:
    # Of few words, one index is as good as another: with these, that of words is the shorter way.
    for number in range(30):
        accounts = [{"iban": f"DE{number:020}"}]
        await books.vendor(name=f"Plan{number}quercus Sequoia{number}lignum Acer{number}arbor", bank_accounts=accounts)
    with psycopg.connect(admin_url, autocommit=True) as admin:
        admin.execute("ANALYZE vendor_word")
    asked = {name: VALUES.get(name) for name in statement.compile().params}
    async with undone(application, books.company.clerk) as work:
        # A small table is read whole whatever there is; what is shown here is what can be used.
        await work.session.run(text("SET LOCAL enable_seqscan = off"))
        explained = text(f"EXPLAIN {statement.text}")
        rows = await work.session.rows(explained, {**asked, "tenant_id": work.tenant_id})
        plan = "\n".join(row[0] for row in rows)
    assert "Seq Scan" not in plan
    looked_up = "\n".join(part for part in plan.splitlines() if "Index Cond" in part)
    assert {condition for condition in conditions if condition not in looked_up} == set()
