"""Documents read with a model beside the same without: every figure of its use is the provider's own count."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

import bursar.kit.llm.providers.openai  # noqa: F401 - loads for seconds, which are no call's.
from bursar.cli.evaluation.models import draw_worse
from bursar.core.extraction import Extraction
from bursar.evals.pairing import worse
from bursar.evals.reading import read
from bursar.evals.rendering.documents import Document
from bursar.evals.rendering.truth import Truth
from bursar.evals.spending import ModelRefused, Spending
from bursar.evals.with_model import Measured, Paired, measured_with
from bursar.formats.pdf.page import Page
from bursar.kit.llm.breaker import Breaker
from bursar.kit.llm.fake import Asked, FakeProvider, Play
from bursar.kit.llm.models import Usage
from bursar.kit.llm.prices import price_of
from bursar.kit.llm.retrying import Pace
from bursar.kit.settings import Settings
from bursar.platform.application import models_of
from tests.agents.test_model_faults import page, reads

MODEL = "gpt-5-mini"
PATIENCE = Pace(attempts=3, first_pause_seconds=0.001, call_seconds=5)
KNOWN = {"issue_date": "2026-03-15", "currency": "EUR", "net": "322.10", "tax": "64.42", "gross": "386.52"}


def document(number: int) -> Document:
    """Return an invoice whose number the reader does not find."""
    name = f"ZX-{number:03}"
    fields = {**KNOWN, "payable": "386.52", "type_code": "380", "seller_name": "Atelier Lumiere SARL"}
    return Document(
        name=name, layout="own", language="fr", pdf=page(name), truth=Truth(fields={"invoice_number": name, **fields})
    )


def says(*found: tuple[str, str]) -> Callable[[Asked], str]:
    return lambda _: json.dumps({"found": [{"field": field, "words": words} for field, words in found]})


Reader = Callable[[bytes], tuple[Sequence[Page], Extraction]]


async def measure(
    fake: FakeProvider, count: int = 3, *, pace: Pace = PATIENCE, reader: Reader = read, at_once: int = 4, **said: Any
) -> tuple[Paired, Spending]:
    """Measure so many documents with the fake as their model."""
    async with fake.serving():
        told = {"llm_provider": "openai", "llm_models": MODEL, "llm_base_url": fake.base_url, "llm_api_key": "k"}
        settings = Settings(**{**told, **said})
        models, spending = models_of(settings), Spending.within(settings)
        models.pace, models.breaker = pace, lambda now: Breaker(now, failures_to_open=10**6)
        stages: Counter[str] = Counter()
        try:
            paired = await measured_with(
                Measured(models, spending, at_once),
                "own",
                [document(number) for number in range(count)],
                reader,
                lambda name, _total: lambda: stages.update([name]),
                shown=True,
                total=count,
            )
        finally:
            await models.close()
    assert stages == {"own": count, "asking": paired.use.questions}
    return paired, spending


def changes(paired: Paired) -> dict[str, int]:
    header = paired.as_json()["compared"]["header"]
    return {name: header[name] for name in ("gained", "spoiled", "invented")}


@pytest.mark.parametrize(("dialect", "model"), [("openai", MODEL), ("anthropic", "claude-haiku-4-5")])
async def test_calls_tokens_and_cost_are_the_providers_own_and_what_is_right_is_gained(
    dialect: str, model: str
) -> None:
    fake = FakeProvider([Play.ANSWER, Play.RATE_LIMITED, Play.WRONG_SCHEMA], answer=reads)
    paired, _ = await measure(fake, 4, llm_provider=dialect, llm_models=model)
    figures = paired.as_json()
    use, usage = figures["model"], sum((one.usage for one in fake.seen), Usage())
    price = price_of(model, datetime.now(UTC).date())
    assert price is not None
    assert (use["units"], use["questions"], use["answered"], use["calls"]) == (4, 4, 4, len(fake.seen))
    assert use["calls_per_unit"] == len(fake.seen) / 4 == 1.5
    assert use["failed_calls"] == {"rate_limited": 1}
    assert use["tokens"] == {
        "input": usage.input,
        "cached_input": usage.cached_input,
        "cache_write": usage.cache_write,
        "output": usage.output,
    }
    assert usage.cached_input > 0
    assert (usage.cache_write > 0) is (dialect == "anthropic")
    micro = sum(price.cost_micro(one.usage) for one in fake.seen)
    assert Decimal(use["cost"]) * 1_000_000 == paired.use.cost_micro == micro > 0
    assert figures["cost"] == use["cost"]
    assert Decimal(use["cost_assumed"]) == 0
    cost = {name: Decimal(one) for name, one in use["cost_per_thousand"].items()}
    assert cost["mean"] == Decimal(micro) / 4 / 1_000
    assert cost["low"] < cost["mean"] < cost["high"]
    assert 0 < use["seconds"]["median"] <= use["seconds"]["p95"] <= use["seconds"]["most"] < 5
    assert changes(paired) == {"gained": 4, "spoiled": 0, "invented": 0}
    number = figures["compared"]["fields"]["invoice_number"]
    assert (number["f1_without"], number["f1"]) == (0, 1)
    assert figures["fields"]["invoice_number"]["f1"] == 1
    assert figures["without_model"]["fields"]["invoice_number"]["f1"] == 0
    assert (figures["compared"]["brought"]["right"], figures["compared"]["brought"]["values"]) == (4, 4)
    assert figures["places"]["found"] == figures["places"]["values"] == figures["without_model"]["places"]["values"] + 4


FAULTS = {
    Play.RATE_LIMITED: ("outage", "rate_limited"),
    Play.SERVER_ERROR: ("outage", "server_error"),
    Play.HANG: ("outage", "timed_out"),
    Play.TRUNCATED: ("outage", "broken"),
    Play.BAD_JSON: ("outage", "broken"),
    Play.WRONG_SCHEMA: ("bad_answer", None),
    Play.TOO_LONG: ("too_long", None),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_question_without_an_answer_is_a_document_read_without_a_model_and_the_report_says_why(
    fault: Play,
) -> None:
    fake = FakeProvider([Play.ANSWER, *[fault] * 40], answer=reads)
    # Where nothing hangs, a busy machine has time to answer.
    pace = replace(PATIENCE, attempts=2, call_seconds=1 if fault is Play.HANG else 5)
    paired, _ = await measure(fake, 3, pace=pace)
    figures, (reason, failed) = paired.as_json()["model"], FAULTS[fault]
    assert (figures["questions"], figures["answered"], figures["without_answer"]) == (3, 1, {reason: 2})
    assert figures["unheard"] == (0 if reason in {"bad_answer", "too_long"} else 2)
    assert set(figures["failed_calls"]) == ({failed} if failed else set())
    assert figures["calls"] == len(fake.seen)
    assert changes(paired) == {"gained": 1, "spoiled": 0, "invented": 0}
    assert paired.completed.readings[1:] == paired.without.readings[1:]
    # Nobody knows what a call cost whose end nobody saw: the most it can have is counted, and said.
    assert (Decimal(figures["cost_assumed"]) > 0) is (fault in {Play.HANG, Play.TRUNCATED, Play.BAD_JSON})


async def test_what_does_not_stand_on_the_page_gains_nothing() -> None:
    lies = (("invoice_number", "RE-4711"), ("due_date", "Atelier Lumiere"), ("gross", "64,42"))
    paired, _ = await measure(FakeProvider(answer=says(*lies)))
    assert changes(paired) == {"gained": 0, "spoiled": 0, "invented": 0}
    assert paired.as_json()["compared"]["brought"]["values"] == 0
    assert paired.completed.scores == paired.without.scores


async def test_what_stands_there_and_is_something_else_is_invented_and_what_was_right_is_spoiled() -> None:
    def doubtful(data: bytes) -> tuple[Sequence[Page], Extraction]:
        pages, found = read(data)
        seller = replace(found.fields["seller_name"], confidence=Decimal("0.3"))
        return pages, replace(found, fields={**found.fields, "seller_name": seller})

    answer = says(("seller_name", "Total TTC"), ("order_reference", "15/03/2026"))
    paired, _ = await measure(FakeProvider(answer=answer), 1, reader=doubtful)
    assert changes(paired) == {"gained": 0, "spoiled": 1, "invented": 1}
    fields = paired.as_json()["compared"]["fields"]
    assert (fields["seller_name"]["spoiled"], fields["order_reference"]["invented"]) == (1, 1)
    told = {miss.field: (before, miss.said, miss.true) for before, miss in worse(*_scores(paired))}
    assert told == {
        "seller_name": ("Atelier Lumiere SARL", "Total TTC", "Atelier Lumiere SARL"),
        "order_reference": ("", "15/03/2026", ""),
    }
    assert "without: Atelier Lumiere SARL  with: Total TTC" in draw_worse(paired).plain
    paired.completed.open = False  # As of layouts held out.
    assert draw_worse(paired).plain == ""


def _scores(paired: Paired) -> tuple[Sequence[Any], Sequence[Any]]:
    return paired.without.scores, paired.completed.scores


async def test_a_provider_that_lets_nobody_near_is_asked_once_and_nothing_is_measured() -> None:
    fake = FakeProvider([Play.REJECTED] * 40, answer=reads)
    with pytest.raises(ModelRefused):
        await measure(fake, 3)
    assert len(fake.seen) == 1


async def test_one_refusal_among_answers_is_that_documents_own() -> None:
    paired, _ = await measure(FakeProvider([Play.ANSWER, Play.REJECTED], answer=reads), 3, at_once=1)
    assert paired.use.declined == {"rejected": 1}
    assert changes(paired)["gained"] == 2


async def test_no_more_is_spent_than_a_company_may_in_a_day_and_what_is_left_unasked_is_said() -> None:
    dear: dict[str, Any] = {"llm_models": "dear", "llm_prices": "dear=1000/1000/1000/1000"}
    budgets: dict[str, Any] = {"llm_day_budget_cents": 800, "llm_run_budget_cents": 800}
    paired, spending = await measure(FakeProvider(answer=reads), 12, at_once=4, **dear, **budgets)
    assert 0 < len(spending.calls) < 12
    assert paired.use.declined == {"model_budget_exceeded": 12 - len(spending.calls)}
    assert paired.use.cost_micro <= 8_000_000
    one, other = await measure(FakeProvider(answer=reads), 2, llm_run_budget_cents=0)
    assert (one.use.declined, other.calls) == ({"model_budget_exceeded": 2}, [])


async def test_never_more_questions_are_under_way_than_said() -> None:
    under_way: list[int] = []
    now = 0

    async def hold() -> None:
        nonlocal now
        now += 1
        under_way.append(now)
        await asyncio.sleep(0.03)
        now -= 1

    paired, _ = await measure(FakeProvider(answer=reads, hold=hold), 9, at_once=3)
    assert max(under_way) == 3
    assert under_way[0] == 1
    assert paired.use.declined == {}


async def test_a_document_that_breaks_the_reader_is_asked_about_by_nobody() -> None:
    def breaks(data: bytes) -> tuple[Sequence[Page], Extraction]:
        if data == document(1).pdf:
            raise ZeroDivisionError
        return read(data)

    fake = FakeProvider(answer=reads)
    paired, _ = await measure(fake, 2, reader=breaks)
    assert (len(fake.seen), paired.use.questions) == (1, 1)
    assert paired.completed.failed == paired.without.failed != []
