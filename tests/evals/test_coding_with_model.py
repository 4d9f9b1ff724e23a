"""Lines coded with a model beside the same without: what it is shown, what it made right or wrong, what it cost."""

import json
import re
from collections.abc import Callable
from decimal import Decimal

import httpx2
import pytest

import bursar.kit.llm.providers.openai  # noqa: F401 - loads for seconds, which are no call's.
from bursar.cli.client import Person
from bursar.cli.evaluation.coding_desk import AgentDesk, HttpDesk, with_agent
from bursar.evals.coding import CodingScore, measure, report
from bursar.evals.spending import ModelRefused, Spending
from bursar.kit.ids import to_public
from bursar.kit.llm.fake import Asked, FakeProvider, Play
from bursar.kit.llm.retrying import Pace
from bursar.kit.settings import Settings
from bursar.platform.application import Application, models_of
from tests.books import Books
from tests.company import company_named, sign_in_all

LINES, LEARNT_AFTER = 12, 25


def chooses(place: int) -> Callable[[Asked], str]:
    """Answer with the account at one place among those that are offered for each line."""

    def answer(asked: Asked) -> str:
        blocks = re.findall(r"^Line (\d+):.*\n((?:- .*\n?)+)", asked.turns[0], re.MULTILINE)
        offered = {int(number): re.findall(r"^- (\S+)", codes, re.MULTILINE) for number, codes in blocks}
        return json.dumps({"chosen": [{"line": number, "account": codes[place]} for number, codes in offered.items()]})

    return answer


async def desk_of(application: Application, client: httpx2.AsyncClient, admin_url: str, name: str) -> HttpDesk:
    """Return the desk of a company of its own."""
    company = await sign_in_all(application, admin_url, company_named(application, name))
    by_role = {person.role: person for person in company.company.people}
    clerk, approver = (Person(client, by_role[role].email, by_role[role].password) for role in ("ap_clerk", "approver"))
    books = Books(client, company)
    accounts = {one.code: books.account(one.code) for one in company.company.accounts}
    return HttpDesk(clerk, approver, to_public("entity", company.legal_entity_id), accounts)


async def measured(
    application: Application, desk: HttpDesk, fake: FakeProvider, models: str = "gpt-5-mini"
) -> tuple[CodingScore, AgentDesk]:
    async with fake.serving():
        settings = Settings(llm_provider="openai", llm_base_url=fake.base_url, llm_api_key="the-key", llm_models=models)
        asked = models_of(settings)
        asked.pace = Pace(attempts=2, first_pause_seconds=0.001, call_seconds=3)
        try:
            agent = await with_agent(desk, application, asked, Spending.within(settings))
            return await measure(agent, seed=3, lines=LINES, learnt_after=LEARNT_AFTER), agent
        finally:
            await asked.close()


async def test_lines_are_counted_before_and_after_the_model_chose_and_its_cost_is_the_providers(
    application: Application, client: httpx2.AsyncClient, admin_url: str
) -> None:
    plain = await desk_of(application, client, admin_url, "Coding Without")
    without = await measure(plain, seed=3, lines=LINES, learnt_after=LEARNT_AFTER)
    desk = await desk_of(application, client, admin_url, "Coding With")
    fake = FakeProvider([Play.RATE_LIMITED], answer=chooses(-1))
    score, agent = await measured(application, desk, fake)
    figures = report(score, settings={}, use=agent.use)["parts"]["coding"]
    fields, before = figures["fields"], figures["without_model"]["fields"]
    assert before["right_after_learning"]["right"] == without.right
    assert before["right_while_learning"]["right"] == without.learning_right
    changed = 0
    for name, lines in (("after_learning", "right_after_learning"), ("while_learning", "right_while_learning")):
        choices = figures["choices"][name]
        assert choices["before"]["n"] == choices["after"]["n"]
        gain = choices["gained"] - choices["spoiled"]
        assert choices["after"]["right"] - choices["before"]["right"] == gain
        assert fields[lines]["right"] - before[lines]["right"] == gain
        changed += choices["gained"] + choices["spoiled"]
    # The last that is offered is another one than would have been taken.
    assert changed
    use = figures["model"]
    assert (use["calls"], use["failed_calls"]) == (len(fake.seen), {"rate_limited": 1})
    assert use["questions"] == use["answered"] == len(fake.seen) - 1 < use["units"]
    assert use["tokens"]["output"] == sum(one.usage.output for one in fake.seen)
    assert Decimal(use["cost"]) > 0


async def test_who_chooses_what_would_have_been_taken_changes_nothing(
    application: Application, client: httpx2.AsyncClient, admin_url: str
) -> None:
    desk = await desk_of(application, client, admin_url, "Coding Same")
    score, _ = await measured(application, desk, FakeProvider(answer=chooses(0)))
    shown = score.choices.shown + score.choices_learning.shown
    assert shown > 0
    for choices in (score.choices, score.choices_learning):
        assert (choices.gained, choices.spoiled, choices.right_after) == (0, 0, choices.right_before)


@pytest.mark.parametrize(("play", "reason"), [(Play.SERVER_ERROR, "outage"), (Play.WRONG_SCHEMA, "bad_answer")])
async def test_without_an_answer_lines_are_coded_as_without_a_model(
    application: Application, client: httpx2.AsyncClient, admin_url: str, play: Play, reason: str
) -> None:
    desk = await desk_of(application, client, admin_url, f"Coding {reason}")
    score, agent = await measured(application, desk, FakeProvider([play] * 500, answer=chooses(-1)))
    assert agent.use.declined[reason] > 0
    assert agent.use.declined.total() == agent.use.questions
    assert score.choices.gained + score.choices.spoiled + score.choices_learning.spoiled == 0


async def test_a_provider_that_lets_nobody_near_ends_the_measurement(
    application: Application, client: httpx2.AsyncClient, admin_url: str
) -> None:
    desk, fake = await desk_of(application, client, admin_url, "Coding Refused"), FakeProvider([Play.REJECTED] * 9)
    with pytest.raises(ModelRefused):
        await measured(application, desk, fake)
    assert len(fake.seen) == 1
