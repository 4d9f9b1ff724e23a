"""Both clients against the fake provider: answers in four buckets, and every fault classified."""

import asyncio
import subprocess
import sys
from typing import Any, Literal

import pytest
from pydantic import BaseModel, SecretStr

from bursar.kit.llm.fake import FakeProvider, Play
from bursar.kit.llm.models import Request, Turn, Usage, json_schema
from bursar.kit.llm.opening import Endpoint
from bursar.kit.llm.outcomes import Outcome, ProviderFailed
from bursar.kit.llm.providers import MOST_BYTES, anthropic, openai

Dialect = Literal["openai", "anthropic"]
DIALECTS: list[Dialect] = ["openai", "anthropic"]
both = pytest.mark.parametrize("dialect", DIALECTS)


class Fields(BaseModel):
    number: str
    note: str | None


def request(data: str = "data", most: int = 500) -> Request:
    return Request("gpt-5-mini", "Read the document.", (Turn("user", data),), json_schema(Fields), most)


async def send(dialect: Dialect, fake: FakeProvider, seconds: float = 5, **asked: Any) -> Any:
    endpoint = Endpoint(dialect, fake.base_url, SecretStr("the-key"))
    try:
        async with asyncio.timeout(seconds * 4):
            return await endpoint.send(request(**asked), request_id="call-1", timeout_seconds=seconds)
    finally:
        await endpoint.close()


@both
async def test_an_answer_comes_with_its_tokens_as_the_provider_counted_them(dialect: Dialect) -> None:
    async with FakeProvider(answer=lambda _: '{"number": "7", "note": null}').serving() as fake:
        replies = [await send(dialect, fake) for _ in range(2)]
    assert [reply.text for reply in replies] == ['{"number": "7", "note": null}'] * 2
    assert [reply.usage for reply in replies] == [seen.usage for seen in fake.seen]
    # The static part comes first, so the second call reads it from the provider's cache.
    assert replies[1].usage.cached_input > 0
    assert replies[0].usage.cached_input == 0
    assert (replies[0].usage.cache_write > 0) == (dialect == "anthropic")


@both
async def test_the_key_and_the_id_of_the_call_are_sent_and_the_schema_too(dialect: Dialect) -> None:
    async with FakeProvider().serving() as fake:
        await send(dialect, fake)
    (seen,), (asked,) = fake.seen, fake.asked
    assert (seen.key, seen.request_id, asked.schema) == ("the-key", "call-1", json_schema(Fields))
    assert asked.static.startswith("Read the document.")
    assert asked.turns == ("data",)


@both
@pytest.mark.parametrize(
    ("play", "outcome", "retryable", "cost"),
    [
        (Play.RATE_LIMITED, Outcome.RATE_LIMITED, True, Usage()),
        (Play.SERVER_ERROR, Outcome.SERVER_ERROR, True, Usage()),
        (Play.REJECTED, Outcome.REJECTED, False, Usage()),
        (Play.TRUNCATED, Outcome.BROKEN, True, None),
        (Play.BAD_JSON, Outcome.BROKEN, True, None),
        (Play.HANG, Outcome.TIMED_OUT, True, None),
    ],
)
async def test_each_fault_says_whether_to_come_back_and_what_it_cost(
    dialect: Dialect, play: Play, outcome: Outcome, *, retryable: bool, cost: Usage | None
) -> None:
    async with FakeProvider([play], retry_after="9").serving() as fake:
        with pytest.raises(ProviderFailed) as caught:
            await send(dialect, fake, 0.2 if play is Play.HANG else 5)
        assert len(fake.seen) == 1  # No library tried again by itself.
    failed = caught.value
    assert (failed.outcome, failed.retryable, failed.usage) == (outcome, retryable, cost)
    assert failed.retry_after_seconds == (9 if play is Play.RATE_LIMITED else None)


@both
async def test_an_answer_that_ran_into_its_limit_says_so_and_what_it_cost(dialect: Dialect) -> None:
    async with FakeProvider([Play.TOO_LONG]).serving() as fake:
        reply = await send(dialect, fake, most=50)
    assert (reply.finished, reply.usage.output) == ("length", 50)


@both
async def test_an_answer_without_an_end_is_not_read_to_its_end(dialect: Dialect) -> None:
    async with FakeProvider(answer=lambda _: "x" * (MOST_BYTES + 1)).serving() as fake:
        with pytest.raises(ProviderFailed) as caught:
            await send(dialect, fake)
    assert (caught.value.outcome, caught.value.usage) == (Outcome.BROKEN, None)


@both
async def test_nobody_there_costs_nothing(dialect: Dialect) -> None:
    fake = FakeProvider()
    async with fake.serving():
        pass
    with pytest.raises(ProviderFailed) as caught:
        await send(dialect, fake)
    assert (caught.value.outcome, caught.value.usage) == (Outcome.NOT_CONNECTED, Usage())


BAD_BODIES = [b"", b"null", b"[]", b"{}", b'{"choices": []}', b'{"content": 7}', b'{"choices": [{"message": 1}]}']


@pytest.mark.parametrize("body", [*BAD_BODIES, b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_answer_is_broken(body: bytes) -> None:
    for read in (openai.read_reply, anthropic.read_reply):
        with pytest.raises(ProviderFailed) as caught:
            read(body)
        assert caught.value.usage is None


@pytest.mark.parametrize(
    "told",
    [
        "null",
        "7",
        "{}",
        '{"prompt_tokens": -1, "completion_tokens": 1, "input_tokens": -1, "output_tokens": 1}',
        '{"prompt_tokens": "many", "completion_tokens": 1, "input_tokens": "many", "output_tokens": 1}',
        '{"prompt_tokens": 1, "completion_tokens": 1, "prompt_tokens_details": {"cached_tokens": 2}}',
    ],
)
def test_tokens_that_make_no_sense_are_unknown(told: str) -> None:
    body = f'{{"choices": [{{"message": {{"content": "x"}}}}], "usage": {told}}}'.encode()
    assert openai.read_reply(body).usage is None
    body = f'{{"content": [{{"type": "text", "text": "x"}}], "usage": {told}}}'.encode()
    assert anthropic.read_reply(body).usage is None


def test_a_refusal_is_no_answer() -> None:
    assert openai.read_reply(b'{"choices": [{"message": {"refusal": "no"}}]}').finished == "refusal"
    assert anthropic.read_reply(b'{"content": [], "stop_reason": "refusal"}').finished == "refusal"


def test_the_libraries_of_providers_are_loaded_when_a_model_is_first_asked() -> None:
    code = "import sys, bursar.agents.models.gateway; print({'openai', 'httpx2'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
