"""The live checks: they pass on good books, prove nothing on empty ones, and find what no guard let in."""

import io
from datetime import date
from uuid import UUID

import httpx2
import pytest
from rich.console import Console

from bursar.cli.terminal import CommandFailed
from bursar.cli.verifying import Verdict, draw, verify_books
from bursar.kit.ids import to_public
from bursar.ledger.integrity.schemas import Outcome, worst
from bursar.platform.application import Application
from bursar.tables.db_roles import APP, MIGRATOR
from tests.books import YEAR, Books, problem
from tests.company import SignedIn, company_named, sign_in_all
from tests.database_server import Server
from tests.ledger.history import History, told

NAMES = [
    *("payables_tie", "receivables_tie", "numbers", "entries_balance", "items_open", "exchange_booked"),
    "documents_posted",
]


@pytest.fixture
async def history(
    application: Application, client: httpx2.AsyncClient, admin_url: str, request: pytest.FixtureRequest
) -> History:
    """A company of the test's own, with a bill beside its history: the test spoils it."""
    name = f"Checked {abs(hash(request.node.name))}"
    history = await told(
        application, client, admin_url, await sign_in_all(application, admin_url, company_named(application, name))
    )
    await history.books.posted(to_public("vendor", history.vendor))
    return history


async def checked(history: History, **query: str) -> dict[str, dict[str, object]]:
    found = await history.books.get(f"/integrity?{httpx2.QueryParams(query)}")
    assert [one["name"] for one in found["checks"]] == NAMES
    assert found["outcome"] == worst([Outcome(one["outcome"]) for one in found["checks"]])
    return {one["name"]: one for one in found["checks"]}


async def test_good_books_pass_and_say_what_was_examined(history: History) -> None:
    checks = await checked(history)
    assert {one["outcome"] for one in checks.values()} == {"passed"}
    assert {name: one["examined"] for name, one in checks.items()} == {
        "payables_tie": 13,
        "receivables_tie": 4,
        "numbers": 10,
        "entries_balance": 10,
        "items_open": 8,
        "exchange_booked": 2,
        "documents_posted": 2,
    }
    whole = await history.books.get(f"/integrity?as_of={YEAR}-01-31&legal_entity_id={history.books.entity}")
    outcomes = {one["name"]: (one["outcome"], one["examined"]) for one in whole["checks"]}
    assert outcomes["payables_tie"] == ("not_examined", 0)
    assert outcomes["receivables_tie"] == ("passed", 4)
    assert whole["outcome"] == "not_examined"


async def test_empty_books_prove_nothing(application: Application, client: httpx2.AsyncClient, admin_url: str) -> None:
    company = await sign_in_all(application, admin_url, company_named(application, "Empty Books"))
    found = await Books(client, company).get("/integrity")
    assert {one["outcome"] for one in found["checks"]} == {"not_examined"}
    assert (found["outcome"], found["entities"]) == ("not_examined", 1)


@pytest.mark.parametrize(
    ("check", "statement", "what", "expected", "actual"),
    [
        (
            "payables_tie",
            "UPDATE journal_line SET base_amount_minor = -90001 WHERE tenant_id = %s AND base_amount_minor = -90000",
            "base currency of documents in USD",
            "540.00 EUR",
            "540.01 EUR",
        ),
        (
            "receivables_tie",
            "DELETE FROM open_item WHERE tenant_id = %s AND side = 'receivable' AND amount_minor > 0",
            "base currency of documents in EUR",
            "0.00 EUR",
            "1380.00 EUR",
        ),
        (
            "numbers",
            "UPDATE journal_entry SET number = 7 WHERE tenant_id = %s AND series = 'PAY' AND number = 3",
            f"PAY-{YEAR}-000007",
            "3",
            "7",
        ),
        (
            "entries_balance",
            "UPDATE journal_line SET amount_minor = amount_minor + 5 WHERE tenant_id = %s AND memo = 'Services'",
            f"BILL-{YEAR}-000001",
            "0.00 USD",
            "0.05 USD",
        ),
        (
            "items_open",
            "UPDATE open_item SET open_minor = 59999 WHERE tenant_id = %s AND currency = 'USD' AND amount_minor > 0",
            "document",
            "600.00 USD",
            "599.99 USD",
        ),
        (
            "exchange_booked",
            "UPDATE allocation SET debit_base_minor = debit_base_minor + 3 WHERE tenant_id = %s AND currency = 'USD'",
            "allocations with an entry",
            "-20.03 EUR",
            "-20.00 EUR",
        ),
        (
            "documents_posted",
            "UPDATE journal_entry SET source_id = gen_random_uuid() WHERE tenant_id = %s AND source_type = 'bill'",
            None,
            "1",
            "0",
        ),
    ],
)
async def test_what_no_guard_would_let_in_is_found(
    history: History, check: str, statement: str, what: str | None, expected: str, actual: str
) -> None:
    assert history.corrupt(statement, history.company.tenant_id) == 1
    checks = await checked(history)
    found = checks[check]
    assert found["outcome"] == "failed"
    first = found["first_wrong"][0]  # type: ignore[index]
    assert what is None or first["what"] == what
    assert (first["expected"], first["actual"]) == (expected, actual)
    assert first["legal_entity_id"] == history.books.entity


async def test_the_books_of_others_are_not_checked(history: History, other_tenant: SignedIn) -> None:
    foreign = to_public("entity", other_tenant.legal_entity_id)
    answer = await history.books.send("GET", f"/integrity?legal_entity_id={foreign}", history.company.viewer)
    assert problem(answer) == (404, "not_found")
    answer = await history.books.client.get("/v1/integrity")
    assert problem(answer) == (401, "unauthenticated")


@pytest.fixture(scope="session")
def urls(database_server: Server, database_name: str) -> dict[str, str]:
    """The addresses that the operators' command takes."""
    return {role: database_server.role_url(database_name, role) for role in (APP, MIGRATOR)}


def shown(verdicts: list[Verdict]) -> str:
    console = Console(file=io.StringIO(), width=160, highlight=False)
    for part in draw(verdicts):
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


async def test_operators_check_one_entity_or_all_tenants(history: History, urls: dict[str, str]) -> None:
    (good,) = await verify_books(urls, entity=history.books.entity, as_of=None)
    assert good.found.outcome is Outcome.PASSED
    assert "The books are right" in shown([good])
    tenants = {one.tenant_id for one in await verify_books(urls, entity=None, as_of=None)}
    assert {history.company.tenant_id} < tenants
    history.corrupt(
        "UPDATE journal_entry SET number = 9 WHERE tenant_id = %s AND series = 'PAY' AND number = 3",
        history.company.tenant_id,
    )
    (bad,) = await verify_books(urls, entity=history.books.entity, as_of=None)
    told_ = shown([bad])
    assert f"numbers: PAY-{YEAR}-000009: expected 3, found 9" in told_
    assert "The books are right" not in told_
    (early,) = await verify_books(urls, entity=history.books.entity, as_of=date(YEAR, 1, 31))
    assert "Nothing to examine, so nothing proved: payables_tie" in shown([early])


@pytest.mark.parametrize("entity", ["entity_x", "nonsense", to_public("entity", UUID(int=1))])
async def test_operators_are_told_when_there_is_no_such_entity(urls: dict[str, str], entity: str) -> None:
    with pytest.raises(CommandFailed):
        await verify_books(urls, entity=entity, as_of=None)


def test_no_books_at_all_are_not_right() -> None:
    assert "nothing was examined" in shown([])
    assert worst([]) is Outcome.NOT_EXAMINED
