"""Cost centres, projects and their rules: who makes them, and which lines they let through."""

import asyncio
import itertools
from datetime import date
from typing import Any, LiteralString

import psycopg
import pytest

from bursar.core.dimensions import DimensionCombinationInvalid, DimensionRequired, DimensionUnknown
from bursar.core.posting import PostingLine
from bursar.ledger.dimensions.queries import check_dimensions
from bursar.platform.application import Application
from tests.books import Books, problem, undone, uuid_of
from tests.company import SignedIn

_codes = itertools.count(1)
NOBODYS = "dimension_01j2hw0psyfn79yan3pqykt7s0"


async def add_value(books: Books, dimension: str = "cost_centre", **changes: Any) -> dict[str, Any]:
    body = {"legal_entity_id": books.entity, "dimension": dimension, "code": f"D{next(_codes)}", "name": "Value"}
    answer = await books.send("POST", "/dimension-values", books.company.controller, {**body, **changes})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def add_rule(books: Books, **body: Any) -> dict[str, Any]:
    sent = {"legal_entity_id": books.entity, **body}
    answer = await books.send("POST", "/dimension-rules", books.company.controller, sent)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def new_account(books: Books) -> str:
    body = {"legal_entity_id": books.entity, "code": f"9{next(_codes):03}", "name": "Ruled", "type": "expense"}
    answer = await books.send("POST", "/ledger-accounts", books.company.controller, body)
    assert answer.status_code == 201, answer.text
    made: str = answer.json()["id"]
    return made


async def change(books: Books, path: str, **changes: Any) -> Any:
    answer = await books.change(path, **changes)
    assert answer.status_code == 200, answer.text
    return answer.json()


def carrying(account: str, cost_centre: str | None = None, project: str | None = None) -> PostingLine:
    return PostingLine(
        uuid_of(account),
        100,
        "x",
        cost_centre_id=uuid_of(cost_centre) if cost_centre else None,
        project_id=uuid_of(project) if project else None,
    )


async def test_a_value_is_added_changed_and_found_by_its_code(books: Books) -> None:
    made = await add_value(books, code="ZZ-1", valid_from="2026-01-01")
    assert (made["active"], made["valid_to"]) == (True, None)
    changed = await change(books, f"/dimension-values/{made['id']}", name="Renamed", active=False, valid_from=None)
    assert changed == {**made, "name": "Renamed", "active": False, "valid_from": None, "version": 2}
    assert await books.get(f"/dimension-values/{made['id']}") == changed
    last = await add_value(books, "project", code="ZZ-2")
    pages, path = [], f"/dimension-values?legal_entity_id={books.entity}&limit=1"
    page = await books.get(path)
    while True:
        pages += page["items"]
        if page["next_cursor"] is None:
            break
        page = await books.get(f"{path}&cursor={page['next_cursor']}")
    codes = [one["code"] for one in pages]
    assert codes == sorted(codes)
    assert codes[-2:] == ["ZZ-1", "ZZ-2"]
    assert last in (await books.get("/dimension-values?dimension=project&limit=200"))["items"]
    assert made["id"] not in str(await books.get("/dimension-values?dimension=project&limit=200"))


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"dimension": "region"}, 422, "invalid_request"),
        ({"code": "a b"}, 422, "invalid_request"),
        ({"valid_from": "2026-02-01", "valid_to": "2026-01-31"}, 422, "validity_reversed"),
        ({"legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0"}, 422, "legal_entity_not_found"),
        ({"code": "TWICE"}, 409, "dimension_value_exists"),
    ],
)
async def test_a_wrong_value_is_refused(books: Books, changes: dict[str, Any], status: int, code: str) -> None:
    body = {"legal_entity_id": books.entity, "dimension": "cost_centre", "code": "TWICE", "name": "x"}
    await books.send("POST", "/dimension-values", books.company.controller, body)
    answer = await books.send("POST", "/dimension-values", books.company.controller, {**body, "code": "T2", **changes})
    assert problem(answer) == (status, code)


async def test_validity_is_not_turned_round_by_a_change(books: Books) -> None:
    made = await add_value(books, valid_from="2026-02-01")
    path = f"/dimension-values/{made['id']}"
    answer = await books.change(path, valid_to="2026-01-31")
    assert problem(answer) == (422, "validity_reversed")
    assert await books.get(path) == made


async def test_a_rule_names_what_it_is_about_and_stands_once(books: Books) -> None:
    account, centre, project = await new_account(books), await add_value(books), await add_value(books, "project")
    one = {"effect": "required", "account_id": account, "dimension": "project"}
    made = await add_rule(books, **one)
    assert await books.get(f"/dimension-rules/{made['id']}") == made
    pair = {"effect": "allowed", "cost_centre_id": centre["id"], "project_id": project["id"]}
    await add_rule(books, **pair)
    controller = books.company.controller
    for body, status, code in (
        ({**one, "effect": "forbidden"}, 409, "dimension_rule_exists"),
        (pair, 409, "dimension_rule_exists"),
        ({"effect": "required", "account_id": account}, 422, "invalid_request"),
        ({**one, "project_id": project["id"]}, 422, "invalid_request"),
        ({**pair, "account_id": account}, 422, "invalid_request"),
        ({**one, "account_id": "account_01j2hw0psyfn79yan3pqykt7s0"}, 422, "account_not_found"),
        ({**pair, "project_id": NOBODYS}, 422, "dimension_value_not_found"),
        ({**pair, "project_id": centre["id"]}, 422, "dimension_value_not_found"),
    ):
        answer = await books.send("POST", "/dimension-rules", controller, {"legal_entity_id": books.entity, **body})
        assert problem(answer) == (status, code), body
    listed = (await books.get(f"/dimension-rules?legal_entity_id={books.entity}&limit=200"))["items"]
    assert [rule for rule in listed if rule["id"] == made["id"]] == [made]


async def test_lines_are_judged_by_values_and_rules_in_one_statement(application: Application, books: Books) -> None:
    account, free = await new_account(books), await new_account(books)
    centre, other = (await add_value(books))["id"], (await add_value(books, valid_to="2026-06-30"))["id"]
    project = (await add_value(books, "project"))["id"]
    rule = await add_rule(books, effect="required", account_id=account, dimension="cost_centre")
    await add_rule(books, effect="forbidden", account_id=free, dimension="cost_centre")
    await add_rule(books, effect="allowed", cost_centre_id=centre, project_id=project)
    entity = books.company.legal_entity_id
    async with undone(application, books.company.controller) as work:
        before = work.session.statements
        await check_dimensions(work, entity, [carrying(account, centre, project), carrying(free, None, project)] * 20)
        assert work.session.statements == before + 1
        await check_dimensions(work, entity, [carrying(account, other)], on=date(2026, 6, 30))
        july = date(2026, 7, 1)
        for lines, on, refused in (
            ([carrying(account)], july, DimensionRequired),
            ([carrying(free, centre)], july, DimensionCombinationInvalid),
            ([carrying(account, other, project)], None, DimensionCombinationInvalid),
            ([carrying(account, project)], july, DimensionUnknown),
            ([carrying(account, NOBODYS)], july, DimensionUnknown),
            ([carrying(account, centre), carrying(account, other)], july, DimensionUnknown),
        ):
            with pytest.raises(refused):
                await check_dimensions(work, entity, lines, on=on)
        with pytest.raises(DimensionUnknown):
            await check_dimensions(work, work.new_id(), [carrying(account, centre)])
    await change(books, f"/dimension-rules/{rule['id']}", active=False)
    await change(books, f"/dimension-values/{centre}", active=False)
    async with undone(application, books.company.controller) as work:
        await check_dimensions(work, entity, [carrying(account)])
        with pytest.raises(DimensionUnknown):
            await check_dimensions(work, entity, [carrying(account, centre)])


async def test_a_change_names_the_version_that_was_read(books: Books) -> None:
    value = await add_value(books)
    rule = await add_rule(books, effect="required", account_id=await new_account(books), dimension="project")
    for path in (f"/dimension-values/{value['id']}", f"/dimension-rules/{rule['id']}"):
        off, boss = {"active": False}, books.company.controller
        assert problem(await books.send("PATCH", path, boss, off)) == (428, "precondition_required")
        raced = await asyncio.gather(*(books.send("PATCH", path, boss, off, If_Match='"1"') for _ in range(4)))
        assert sorted(one.status_code for one in raced) == [200, 412, 412, 412]
        late = await books.send("PATCH", path, boss, {"active": True}, If_Match='"1"')
        assert problem(late) == (412, "precondition_failed")
        read = await books.send("GET", path, books.company.viewer)
        assert (read.headers["ETag"], read.json()["version"], read.json()["active"]) == ('"2"', 2, False)


async def test_only_who_may_makes_and_changes_dimensions(books: Books) -> None:
    value = await add_value(books)
    rule = await add_rule(books, effect="required", account_id=await new_account(books), dimension="cost_centre")
    new = {"legal_entity_id": books.entity, "dimension": "project", "code": "NO", "name": "No"}
    ruled = {"legal_entity_id": books.entity, "effect": "allowed", "cost_centre_id": NOBODYS, "project_id": NOBODYS}
    for member in (books.company.viewer, books.company.clerk, books.company.approver):
        for method, path, body in (
            ("POST", "/dimension-values", new),
            ("PATCH", f"/dimension-values/{value['id']}", {"name": "No"}),
            ("POST", "/dimension-rules", ruled),
            ("PATCH", f"/dimension-rules/{rule['id']}", {"active": False}),
        ):
            assert problem(await books.send(method, path, member, body, If_Match='"1"')) == (403, "forbidden")


async def test_another_tenants_dimensions_look_like_none(
    application: Application, books: Books, other_tenant: SignedIn
) -> None:
    theirs = Books(books.client, other_tenant)
    value = await add_value(theirs, code="THEIRS")
    rule = await add_rule(theirs, effect="required", account_id=theirs.account("6100"), dimension="cost_centre")
    for path, missing, body in (
        (f"/dimension-values/{value['id']}", f"/dimension-values/{NOBODYS}", {"name": "Ours"}),
        (f"/dimension-rules/{rule['id']}", "/dimension-rules/dimrule_01j2hw0psyfn79yan3pqykt7s0", {"active": False}),
    ):
        for one in (path, missing):
            for method in ("GET", "PATCH"):
                sent = body if method == "PATCH" else None
                answer = await books.send(method, one, books.company.controller, sent, If_Match='"1"')
                assert problem(answer) == (404, "not_found")
    listed = await books.get(f"/dimension-values?legal_entity_id={theirs.entity}")
    assert listed["items"] == []
    async with undone(application, books.company.controller) as work:
        line = carrying(books.account("6100"), value["id"])
        with pytest.raises(DimensionUnknown):
            await check_dimensions(work, books.company.legal_entity_id, [line])


@pytest.mark.parametrize("column", ["cost_centre_id", "project_id"])
async def test_the_database_lets_no_line_carry_a_cost_centre_as_a_project(
    books: Books, admin_url: str, column: LiteralString
) -> None:
    value = await add_value(books, "project" if column == "cost_centre_id" else "cost_centre")
    bill = await books.posted()
    line = (
        f"INSERT INTO journal_line (tenant_id, entry_id, line_number, legal_entity_id, account_id, amount_minor,"
        f" currency, base_amount_minor, base_currency, memo, {column})"
        " SELECT tenant_id, entry_id, 99, legal_entity_id, account_id, 0, currency, 0, base_currency, 'x', %s"
        " FROM journal_line WHERE entry_id = %s AND line_number = 1"
    )
    with psycopg.connect(admin_url) as connection:
        # This guard speaks after the one that takes no line later; what is refused is rolled back with it.
        connection.execute("ALTER TABLE journal_line DISABLE TRIGGER lines_balance")
        with pytest.raises(psycopg.errors.CheckViolation, match="ledger_dimension"):
            connection.execute(line, (uuid_of(value["id"]), uuid_of(bill["entry_id"])))
