"""Charts of accounts and the entities that they belong to."""

from bursar.kit.ids import to_public
from tests.books import Books, problem
from tests.company import SignedIn


async def test_accounts_are_listed_by_code(books: Books) -> None:
    found, path = [], f"/ledger-accounts?legal_entity_id={books.entity}&limit=10"
    page = await books.get(path)
    found += page["items"]
    while page["next_cursor"]:
        page = await books.get(f"{path}&cursor={page['next_cursor']}")
        found += page["items"]
    assert [one["code"] for one in found] == sorted(one.code for one in books.company.company.accounts)
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
