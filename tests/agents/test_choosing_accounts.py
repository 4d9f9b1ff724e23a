"""A model chooses the account of a line only where people left a choice, among what it is offered, and is told so."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zlib import crc32

import httpx2
import pytest

from bursar.kit.llm.fake import Asked, FakeProvider
from bursar.platform.application import Application
from bursar.platform.jobs.runner import Runner
from tests.agents.conftest import Asking, Desk
from tests.books import Books, line
from tests.company import SignedIn
from tests.invoices import Line, MadeInvoice, invoices

SURE, DOUBTFUL = "Annual software subscription renewal", "Zebra crossing paint white"
CODES = ("6200", "6300")


def chooses(account: str) -> Callable[[Asked], str]:
    """Answer with one account for every line that is shown, and for one that is not."""

    def answer(asked: Asked) -> str:
        numbers = [int(one) for one in re.findall(r"^Line (\d+):", asked.turns[0], re.MULTILINE)]
        return json.dumps({"chosen": [{"line": number, "account": account} for number in (*numbers, 999)]})

    return answer


@pytest.fixture
def made(application: Application, request: pytest.FixtureRequest) -> MadeInvoice:
    seed = crc32(request.node.name.encode())
    one = next(iter(invoices(1, today=application.clock().date(), seed=seed)))
    return replace(one, lines=(Line(SURE, 1, 10_000, 19), Line(DOUBTFUL, 2, 2_500, 19)))


@pytest.fixture
async def history(client: httpx2.AsyncClient, company: SignedIn, made: MadeInvoice) -> Books:
    """Another vendor's lines like the doubtful one went to two accounts; the sure one has been coded before."""
    books = Books(client, company)
    others = await books.vendor()
    for code, words in zip(CODES, ("Zebra crossing paint", "Zebra paint white"), strict=True):
        await books.posted(others, lines=[line(description=words, account_id=books.account(code))])
    seller = await books.vendor(name=made.seller.name, tax_id=made.seller.vat_id)
    await books.posted(seller, lines=[line(description=SURE, account_id=books.account("6100"))])
    return books


async def proposed(desk: Desk, made: MadeInvoice) -> tuple[list[str], dict[str, Any]]:
    """Return the accounts of the lines that are proposed, and what is said of the doubtful one."""
    proposal = await desk.proposal(await desk.read(made.filename, made.content))
    run = await desk.get(f"/v1/agent-runs/{proposal['run_id']}")
    (step,) = [one for one in run["steps"] if one["step"] == "code"]
    sure, doubtful = step["evidence"]["lines"]
    assert (sure["source"], sure["sure"], doubtful["sure"]) == ("same_text", True, False)
    return [one["account_id"] for one in proposal["payload"]["content"]["lines"]], doubtful


async def test_a_model_chooses_for_the_doubtful_line_alone_among_what_it_is_offered(
    runner: Runner, history: Books, made: MadeInvoice, asking: Asking
) -> None:
    desk, fake = Desk(history.client, history.company), FakeProvider(answer=chooses("6200"))
    async with asking(fake):
        accounts, doubtful = await proposed(desk, made)
    (asked,) = fake.asked
    assert DOUBTFUL in asked.turns[0]
    assert SURE not in asked.turns[0]
    assert accounts == [history.account("6100"), history.account("6200")]
    assert doubtful["source"] == "model"
    assert doubtful["why"].startswith("a model chose among ")
    assert doubtful["why"].endswith("→ 6200")
    assert set(CODES) <= set(doubtful["choices"])


async def test_what_was_not_offered_is_not_taken_and_without_a_model_nothing_changes(
    runner: Runner, history: Books, made: MadeInvoice, asking: Asking
) -> None:
    desk, fake = Desk(history.client, history.company), FakeProvider(answer=chooses("1600"))
    async with asking(None):
        without, said = await proposed(desk, made)
    again = replace(made, number=f"{made.number}-2", lines=(made.lines[0], replace(made.lines[1], price_minor=3_300)))
    async with asking(fake):
        not_offered, also = await proposed(desk, again)
    assert len(fake.seen) == 1
    assert without == not_offered
    assert (said["source"], said["why"]) == (also["source"], also["why"])
    assert said["source"] != "model"


async def test_a_rule_goes_before_history_and_its_line_is_shown_to_no_model(
    runner: Runner, history: Books, made: MadeInvoice, asking: Asking
) -> None:
    seller, company = made.seller.name, history.company
    condition = f'vendor = "{seller}" and description has "crossing paint" and net = 50 and currency = "EUR"'
    rule = {
        "legal_entity_id": history.entity,
        "name": f"Paint of {made.number}",
        "condition": condition,
        "account_id": history.account("6200"),
    }
    answer = await history.send("POST", "/coding-rules", company.controller, rule)
    assert answer.status_code == 201, answer.text
    desk, fake = Desk(history.client, company), FakeProvider(answer=chooses("6300"))
    async with asking(fake):
        proposal = await desk.proposal(await desk.read(made.filename, made.content))
    assert fake.seen == []
    accounts = [one["account_id"] for one in proposal["payload"]["content"]["lines"]]
    assert accounts == [history.account("6100"), history.account("6200")]
    run = await desk.get(f"/v1/agent-runs/{proposal['run_id']}")
    (step,) = [one for one in run["steps"] if one["step"] == "code"]
    ruled = step["evidence"]["lines"][1]
    assert (ruled["source"], ruled["why"], ruled["sure"]) == ("rule", f'rule "{rule["name"]}" → 6200', True)
