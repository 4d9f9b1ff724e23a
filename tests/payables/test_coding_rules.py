"""Coding rules: worded by people, tried on what was posted, asked in their order, and given way to corrections."""

import asyncio
import itertools
from typing import Any

import httpx2
import psycopg
import pytest

from bursar.kit.ids import to_public
from bursar.payables.coding.queries import suggest_coding
from bursar.payables.coding.schemas import LineToCode
from bursar.payables.coding_rules import queries
from bursar.payables.coding_rules.actions import create_rule
from bursar.payables.coding_rules.schemas import CodingRuleCreate
from bursar.platform.application import Application
from tests.books import YEAR, Books, eur, line, problem, undone, uuid_of
from tests.company import SignedIn, company_named, sign_in_all
from tests.payables.test_coding import coded
from tests.payables.test_dimensions import centre, made, project

_names = itertools.count(1)


@pytest.fixture(scope="module")
async def ruled(application: Application, client: httpx2.AsyncClient, admin_url: str) -> Books:
    """The bills of a company of its own, since a rule is for every line of a legal entity."""
    return Books(client, await sign_in_all(application, admin_url, company_named(application, "Ruled")))


@pytest.fixture
async def vendor(ruled: Books) -> tuple[str, str]:
    """A vendor that no other test knows: its id and the word in its name."""
    word = f"vendor{'abcdefghij'[next(_names) % 10]}{next(_names)}"
    return await ruled.vendor(name=f"{word} Telekom GmbH"), word


def rule(books: Books, condition: str, **changes: Any) -> dict[str, Any]:
    return {
        "legal_entity_id": books.entity,
        "name": f"Rule {next(_names)}",
        "condition": condition,
        "account_id": books.account("6300"),
        **changes,
    }


async def created(books: Books, condition: str, **changes: Any) -> dict[str, Any]:
    answer = await books.send("POST", "/coding-rules", books.company.controller, rule(books, condition, **changes))
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"] == f"/v1/coding-rules/{answer.json()['id']}"
    found: dict[str, Any] = answer.json()
    return found


async def changed(books: Books, made: dict[str, Any], **changes: Any) -> dict[str, Any]:
    answer = await books.change(f"/coding-rules/{made['id']}", **changes)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def suggested(books: Books, vendor_id: str | None, *lines: dict[str, Any], **body: Any) -> list[dict[str, Any]]:
    asked = {"legal_entity_id": books.entity, "vendor_id": vendor_id, "lines": lines, **body}
    answer = await books.send("POST", "/bills/suggest-coding", books.company.viewer, asked)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["lines"]
    return found


def says(found: dict[str, Any]) -> tuple[str, str]:
    return found["source"], found["coding"]["account_code"]


async def by_rule(books: Books, vendor_id: str | None, *lines: dict[str, Any], **body: Any) -> list[bool]:
    """Tell of each line whether a rule says where it goes."""
    return [one["source"] == "rule" for one in await suggested(books, vendor_id, *lines, **body)]


async def test_a_rule_is_kept_in_its_normal_form_and_codes_the_lines_that_it_is_about(
    ruled: Books, vendor: tuple[str, str]
) -> None:
    vendor_id, word = vendor
    rent = await created(ruled, f'((VENDOR HAS "{word}") and net<=0500.00)', name="Phones")
    assert rent["says"]["condition"] == f'vendor has "{word}" and net <= 500'
    assert (rent["position"], rent["active"], rent["version"]) == (100, True, 1)
    assert rent["says"]["stated_by"] == to_public("user", ruled.company.controller.id)
    assert await ruled.get(f"/coding-rules/{rent['id']}") == rent
    cheap, dear = {"description": "Mobile line", "net": eur("49.90")}, {"description": "Mobile line", "net": eur("501")}
    found = await suggested(ruled, vendor_id, cheap, dear, {"description": "Mobile line"})
    assert [one["source"] == "rule" for one in found] == [True, False, False]
    assert (found[0]["why"], found[0]["sure"], found[0]["share"]) == ('rule "Phones" → 6300', True, "1.0000")


async def test_the_vendors_own_name_counts_and_the_documents_where_there_is_none(
    ruled: Books, vendor: tuple[str, str]
) -> None:
    vendor_id, word = vendor
    await created(ruled, f'vendor has "{word}" and order = "PO 7" and unit in ("HUR") and currency = "EUR"')
    met = {"description": "Anything", "net": eur("1.00"), "unit": "hur"}
    told = {"vendor_name": f"{word.upper()} new", "order_reference": "po 7"}
    assert await by_rule(ruled, None, met, **told) == [True]
    for body in ({}, {**told, "vendor_name": "Another"}, {**told, "order_reference": "PO 8"}):
        assert await by_rule(ruled, None, met, **body) == [False]
    named_otherwise = {**told, "vendor_name": "Another"}
    assert await by_rule(ruled, vendor_id, met, **named_otherwise) == [True]


async def test_the_first_by_position_is_asked_and_a_move_or_a_switch_changes_which(
    ruled: Books, vendor: tuple[str, str]
) -> None:
    vendor_id, word = vendor
    anything = {"description": "Anything"}
    later = await created(ruled, f'vendor has "{word}"', account_id=ruled.account("6200"), position=20)
    first = await created(ruled, f'vendor has "{word}"', position=10)
    listed = await ruled.get(f"/coding-rules?legal_entity_id={ruled.entity}&limit=200")
    order = [one["id"] for one in listed["items"] if one["id"] in {later["id"], first["id"]}]
    assert order == [first["id"], later["id"]]
    assert [says(one) for one in await suggested(ruled, vendor_id, anything)] == [("rule", "6300")]
    first = await changed(ruled, first, position=30)
    assert [says(one) for one in await suggested(ruled, vendor_id, anything)] == [("rule", "6200")]
    later = await changed(ruled, later, active=False)
    assert [says(one) for one in await suggested(ruled, vendor_id, anything)] == [("rule", "6300")]
    assert later not in (await ruled.get("/coding-rules?active=true&limit=200"))["items"]
    await changed(ruled, first, active=False)
    assert await by_rule(ruled, vendor_id, anything) == [False]


async def test_another_wording_is_a_version_and_a_move_is_none(ruled: Books, vendor: tuple[str, str]) -> None:
    _, word = vendor
    one = await created(ruled, f'vendor = "{word}"')
    moved = await changed(ruled, one, position=7, name=f"Moved {word}", condition=f' vendor="{word}"')
    assert (moved["version"], moved["says"]) == (2, one["says"])
    again = await changed(ruled, one, condition=f'vendor has "{word}"')
    assert (again["version"], again["says"]["version"]) == (3, 3)
    elsewhere = await changed(ruled, one, account_id=ruled.account("6200"))
    versions = await ruled.get(f"/coding-rules/{one['id']}/versions?limit=2")
    rest = await ruled.get(f"/coding-rules/{one['id']}/versions?limit=2&cursor={versions['next_cursor']}")
    assert [*versions["items"], *rest["items"]] == [elsewhere["says"], again["says"], one["says"]]
    assert rest["next_cursor"] is None


async def test_a_rule_stands_before_what_was_confirmed_and_behind_what_is_put_right_since(
    ruled: Books, vendor: tuple[str, str]
) -> None:
    vendor_id, word = vendor
    october, november = {"description": "Mobile line October"}, {"description": "Mobile line November"}
    await coded(ruled, vendor_id, october["description"], "6200", times=3)
    one = await created(ruled, f'vendor has "{word}"')
    assert [says(found) for found in await suggested(ruled, vendor_id, october, november)] == [("rule", "6300")] * 2
    # Who follows the rule leaves it standing; who corrects a line once is right next time, on the next text too.
    await coded(ruled, vendor_id, october["description"], "6300")
    assert await by_rule(ruled, vendor_id, october) == [True]
    await coded(ruled, vendor_id, october["description"], "6100")
    found = await suggested(ruled, vendor_id, october, november, {"description": "Router"})
    assert [says(each) for each in found] == [("same_text", "6100"), ("same_line", "6100"), ("rule", "6300")]
    assert found[0]["why"].startswith("corrected to 6100 on ")
    # A move says nothing about the line; another wording does.
    await changed(ruled, one, position=5)
    assert [says(each)[1] for each in await suggested(ruled, vendor_id, october)] == ["6100"]
    await changed(ruled, one, condition=f'vendor has "{word} telekom"')
    assert [says(each) for each in await suggested(ruled, vendor_id, october)] == [("rule", "6300")]


async def test_what_a_rule_names_beside_the_account_is_suggested_while_it_can_be_named(
    ruled: Books, vendor: tuple[str, str]
) -> None:
    vendor_id, word = vendor
    where, what = await centre(ruled), await project(ruled)
    code = await made(
        ruled,
        "/tax-codes",
        code=word.upper(),
        name="Input",
        category="S",
        direction="input",
        rates=[{"valid_from": "2020-01-01", "rate": "19"}],
    )
    named = {"cost_centre_id": where, "project_id": what, "tax_code_id": code}
    one = await created(ruled, f'vendor has "{word}"', **named)
    assert {name: one["says"][name] for name in named} == named
    taxed = {"description": "A thing", "tax_category": "S"}
    fits, not_so = await suggested(ruled, vendor_id, {**taxed, "tax_rate": "19"}, {**taxed, "tax_rate": "7"})
    assert {name: fits["coding"][name] for name in named} == named
    assert {name: not_so["coding"][name] for name in named} == {**named, "tax_code_id": None}
    assert (await ruled.change(f"/dimension-values/{where}", active=False)).status_code == 200
    assert await by_rule(ruled, vendor_id, taxed) == [False]
    # What else is changed is not held up by it, but the outcome cannot be worded with it again.
    await changed(ruled, one, name=f"Renamed {word}")
    answer = await ruled.change(f"/coding-rules/{one['id']}", project_id=None)
    assert problem(answer) == (422, "rule_outcome_not_usable")
    without = await changed(ruled, one, cost_centre_id=None)
    assert (without["says"]["cost_centre_id"], without["says"]["project_id"]) == (None, what)


async def test_a_rule_is_tried_on_what_was_posted(ruled: Books, vendor: tuple[str, str]) -> None:
    vendor_id, word = vendor
    await coded(ruled, vendor_id, "Mobile line", "6300", times=2)
    await coded(ruled, vendor_id, "Mobile cover", "6200")
    await coded(ruled, vendor_id, "Router", "6200")
    other = await ruled.submitted(vendor_id, lines=[line(description="Mobile not yet")])
    asked = {
        "legal_entity_id": ruled.entity,
        "condition": f'vendor has "{word}" and description has "mobile"',
        "account_id": ruled.account("6300"),
    }
    answer = await ruled.send("POST", "/coding-rules/try", ruled.company.viewer, asked)
    assert answer.status_code == 200, answer.text
    tried = answer.json()
    assert (tried["matching"], tried["likewise"], tried["otherwise"], tried["complete"]) == (3, 2, 1, True)
    assert tried["lines"] >= 4
    (example,) = tried["examples"]
    assert example["bill_id"] != other["id"]
    assert (example["description"], example["account_code"], example["net"]) == ("Mobile cover", "6200", eur("100.00"))
    assert await by_rule(ruled, vendor_id, {"description": "Mobile line"}) == [False]


async def test_a_rule_is_tried_on_a_bounded_number_of_lines_the_latest(
    ruled: Books, vendor: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor_id, word = vendor
    await coded(ruled, vendor_id, "Early", "6300")
    await coded(ruled, vendor_id, "Late", "6200", times=2)
    monkeypatch.setattr(queries, "MOST_LINES", 2)
    monkeypatch.setattr(queries, "MOST_EXAMPLES", 1)
    asked = {"legal_entity_id": ruled.entity, "condition": f'vendor has "{word}"', "account_id": ruled.account("6300")}
    tried = (await ruled.send("POST", "/coding-rules/try", ruled.company.viewer, asked)).json()
    counted = [tried[name] for name in ("lines", "matching", "likewise", "otherwise", "complete")]
    assert counted == [2, 2, 0, 2, False]
    assert [one["description"] for one in tried["examples"]] == ["Late"]


@pytest.mark.parametrize("path", ["/coding-rules", "/coding-rules/try"])
async def test_what_cannot_be_read_or_named_is_refused(ruled: Books, demo: SignedIn, path: str) -> None:
    neighbours = Books(ruled.client, demo)
    unusable = (422, "rule_outcome_not_usable")
    for wrong, expected, pointer in (
        ({"condition": "net <= "}, (422, "invalid_condition"), "/condition"),
        ({"condition": "__import__('os')"}, (422, "invalid_condition"), "/condition"),
        ({"legal_entity_id": neighbours.entity}, (404, "not_found"), "/legal_entity_id"),
        ({"account_id": neighbours.account("6300")}, unusable, "/account_id"),
        ({"account_id": ruled.account("2000")}, unusable, "/account_id"),
        ({"cost_centre_id": await project(ruled)}, unusable, "/cost_centre_id"),
        ({"project_id": await centre(ruled)}, unusable, "/project_id"),
        ({"cost_centre_id": await centre(neighbours)}, unusable, "/cost_centre_id"),
    ):
        body = {**rule(ruled, "net > 1"), **wrong}
        if path.endswith("try"):
            del body["name"]
        answer = await ruled.send("POST", path, ruled.company.controller, body)
        assert problem(answer) == expected, wrong
        assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_mistake_in_a_condition_is_told_by_its_place(ruled: Books) -> None:
    answer = await ruled.send("POST", "/coding-rules", ruled.company.controller, rule(ruled, "vendor = 5"))
    assert answer.json()["detail"] == "At character 10: expected a text in double quotes, found 5."


async def test_an_account_of_another_entity_or_switched_off_is_not_ruled_to(
    application: Application, client: httpx2.AsyncClient, admin_url: str
) -> None:
    books = Books(client, await sign_in_all(application, admin_url, company_named(application, "Two Entities")))
    entity = {"name": "Second", "base_currency": "EUR", "time_zone": "Europe/Berlin", "fiscal_years": [YEAR]}
    answer = await books.send("POST", "/legal-entities", books.company.controller, entity)
    assert answer.status_code == 201, answer.text
    second = answer.json()["id"]
    one = await created(books, "net > 1")
    for body in (
        rule(books, "net > 1", legal_entity_id=second),
        rule(books, "net > 1", cost_centre_id=await centre(books, legal_entity_id=second)),
    ):
        answer = await books.send("POST", "/coding-rules", books.company.controller, body)
        assert problem(answer) == (422, "rule_outcome_not_usable")
    found = await suggested(books, None, {"description": "Two", "net": eur("2.00")})
    assert [says(each) for each in found] == [("rule", "6300")]
    assert (await books.change(f"/ledger-accounts/{books.account('6300')}", active=False)).status_code == 200
    answer = await books.send("POST", "/coding-rules", books.company.controller, rule(books, "net > 1"))
    assert problem(answer) == (422, "rule_outcome_not_usable")
    # A rule to an account that was switched off since is asked for no line.
    assert await by_rule(books, None, {"description": "Two", "net": eur("2.00")}) == [False]
    assert (await changed(books, one, active=False))["active"] is False


async def test_of_two_who_change_a_rule_at_once_one_is_told(ruled: Books, vendor: tuple[str, str]) -> None:
    _, word = vendor
    one = await created(ruled, f'vendor has "{word}"')
    sending = [
        ruled.send(
            "PATCH",
            f"/coding-rules/{one['id']}",
            ruled.company.controller,
            {"condition": f'vendor has "{word}" and net > {number}'},
            If_Match='"1"',
        )
        for number in range(4)
    ]
    answers = await asyncio.gather(*sending)
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]
    (won,) = [answer for answer in answers if answer.status_code == 200]
    assert won.headers["ETag"] == '"2"'
    assert await ruled.get(f"/coding-rules/{one['id']}") == won.json()
    assert len((await ruled.get(f"/coding-rules/{one['id']}/versions"))["items"]) == 2
    stale = await ruled.send(
        "PATCH", f"/coding-rules/{one['id']}", ruled.company.controller, {"active": False}, If_Match='"1"'
    )
    assert problem(stale) == (412, "precondition_failed")


async def test_of_two_rules_of_one_name_at_once_one_is_made(ruled: Books, vendor: tuple[str, str]) -> None:
    _, word = vendor
    body = rule(ruled, f'vendor has "{word}"', name=word)
    sending = [ruled.send("POST", "/coding-rules", ruled.company.controller, body) for _ in range(3)]
    answers = await asyncio.gather(*sending)
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
    assert {problem(answer) for answer in answers if answer.status_code == 409} == {(409, "coding_rule_exists")}


async def test_only_so_many_are_active_at_once(
    ruled: Books, vendor: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, word = vendor
    one = await changed(ruled, await created(ruled, f'vendor has "{word}"'), active=False)
    monkeypatch.setattr("bursar.payables.coding_rules.actions.MOST_ACTIVE", 1)
    answer = await ruled.send("POST", "/coding-rules", ruled.company.controller, rule(ruled, "net > 1"))
    assert problem(answer) == (409, "too_many_coding_rules")
    answer = await ruled.change(f"/coding-rules/{one['id']}", active=True)
    assert problem(answer) == (409, "too_many_coding_rules")


async def test_a_rule_in_words_of_a_newer_release_is_left_out(
    ruled: Books, vendor: tuple[str, str], admin_url: str
) -> None:
    vendor_id, word = vendor
    one = await created(ruled, f'vendor has "{word}"', position=1)
    with psycopg.connect(admin_url) as connection:
        connection.execute(
            "INSERT INTO rule_version (tenant_id, rule_id, version, legal_entity_id, condition, account_id, stated_by,"
            " stated_at) SELECT tenant_id, rule_id, 2, legal_entity_id, 'moon = \"full\"', account_id, stated_by,"
            " stated_at FROM rule_version WHERE rule_id = %s",
            [uuid_of(one["id"])],
        )
    assert await by_rule(ruled, vendor_id, {"description": "X"}) == [False]


async def test_what_a_rule_said_cannot_be_unsaid(ruled: Books, vendor: tuple[str, str], admin_url: str) -> None:
    _, word = vendor
    one = await created(ruled, f'vendor has "{word}"')
    for change in ("UPDATE rule_version SET condition = 'net > 0'", "DELETE FROM rule_version"):
        with psycopg.connect(admin_url) as connection, pytest.raises(psycopg.errors.CheckViolation):
            connection.execute(f"{change} WHERE rule_id = %s", [uuid_of(one["id"])])


async def test_a_neighbours_rules_are_not_seen_changed_or_asked(
    ruled: Books, vendor: tuple[str, str], demo: SignedIn
) -> None:
    _, word = vendor
    one = await created(ruled, f'vendor has "{word}"')
    neighbours = Books(ruled.client, demo)
    path = f"/coding-rules/{one['id']}"
    for answer in (
        await neighbours.send("GET", path, demo.controller),
        await neighbours.send("GET", f"{path}/versions", demo.controller),
        await neighbours.send("PATCH", path, demo.controller, {"active": False}, If_Match='"1"'),
    ):
        assert problem(answer) == (404, "not_found")
    assert one["id"] not in str(await neighbours.get("/coding-rules?limit=200"))
    assert await by_rule(neighbours, None, {"description": "Unruled thing"}, vendor_name=word) == [False]


async def test_who_may_not_manage_accounts_makes_no_rules(ruled: Books, vendor: tuple[str, str]) -> None:
    _, word = vendor
    one = await created(ruled, f'vendor has "{word}"')
    for member in (ruled.company.viewer, ruled.company.clerk, ruled.company.approver):
        answer = await ruled.send("POST", "/coding-rules", member, rule(ruled, "net > 1"))
        assert problem(answer) == (403, "forbidden")
        answer = await ruled.change(f"/coding-rules/{one['id']}", by=member, active=False)
        assert problem(answer) == (403, "forbidden")
        assert (await ruled.send("GET", f"/coding-rules/{one['id']}", member)).status_code == 200


@pytest.mark.parametrize("lines", [1, 100])
async def test_a_suggestion_costs_the_same_few_statements_however_many_rules_and_lines(
    application: Application, ruled: Books, lines: int
) -> None:
    asked = [LineToCode(description="Counted")] * lines
    async with undone(application, ruled.company.controller) as work:
        entity, day = ruled.company.legal_entity_id, work.now.date()
        for number in range(30):
            body = rule(ruled, f'description has "counted" and vendor = "{number}"', name=f"Counted {number}")
            await create_rule(work, CodingRuleCreate.model_validate(body))
        before = work.session.statements
        found = await suggest_coding(work, entity, None, asked, on=day, vendor_name="29")
        # The accounts, the rules, the precedents, and what these name beside accounts where they name anything.
        assert work.session.statements - before <= 4
        assert {one.suggestion.why for one in found if one.suggestion} == {'rule "Counted 29" → 6300'}
