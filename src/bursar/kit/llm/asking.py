"""Asking a model: the whole way of one question, over retries, repairs and the models of the chain."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic
from uuid import UUID

import structlog

from bursar.kit.clock import Clock, system_clock
from bursar.kit.ids import uuid7
from bursar.kit.llm import attributes
from bursar.kit.llm.breaker import Breaker
from bursar.kit.llm.cache import AnswerCache, SingleFlight, answer_key
from bursar.kit.llm.ledger import Attempt, Ledger, ModelBudgetExceeded, ModelPriceUnknown, Payer, Settlement
from bursar.kit.llm.models import Reply, Request, Turn, Usage, data_block, json_schema
from bursar.kit.llm.outcomes import Declined, Outcome, ProviderFailed, Reason, timed_out
from bursar.kit.llm.prices import PRICES, Price, price_of
from bursar.kit.llm.prompts import Prompt
from bursar.kit.llm.providers import Provider
from bursar.kit.llm.retrying import Pace, TimeOver, Timing, retry
from bursar.kit.llm.typed import MOST_REPAIRS, BadAnswer, Model, parse, repaired

log = structlog.get_logger(__name__)

MOST_OUTPUT_TOKENS: Final = 4_096


@dataclass(frozen=True, slots=True)
class Question(Generic[Model]):
    """What is asked: a prompt, the data in a block of its own, and the shape of the answer."""

    payer: Payer
    purpose: str
    prompt: Prompt
    data: str
    schema: type[Model]
    max_output_tokens: int = MOST_OUTPUT_TOKENS

    def request(self, model: str) -> Request:
        """Return the call that puts the question to a model."""
        turns = (Turn("user", data_block(self.data)),)
        return Request(model, self.prompt.text, turns, json_schema(self.schema), self.max_output_tokens)


@dataclass(frozen=True, slots=True)
class Answer(Generic[Model]):
    """A valid answer, who gave it, and whether it was paid for before. `ask_id` finds its calls in the ledger."""

    value: Model
    ask_id: UUID
    provider: str
    model: str
    is_reused: bool = False


@dataclass(frozen=True, slots=True)
class Books:
    """Where what a question costs is written and where its answer is kept."""

    ledger: Ledger
    cache: AnswerCache


@dataclass(slots=True, kw_only=True)
class Models:
    """The models of one installation, in the order in which they are asked; shared by all that a process asks."""

    provider: Provider | None
    chain: Sequence[str]
    deadline_seconds: float = 45.0
    pace: Pace = field(default_factory=Pace)
    timing: Timing = field(default_factory=Timing)
    clock: Clock = system_clock
    prices: tuple[Price, ...] = PRICES
    breaker: Callable[[Callable[[], float]], Breaker] = Breaker
    _breakers: dict[str, Breaker] = field(default_factory=dict)
    _flight: SingleFlight[Any] = field(default_factory=SingleFlight)

    async def ask(self, question: Question[Model], books: Books) -> Answer[Model]:
        """Return an answer that fits the schema. Raises Declined with the reason why there is none.

        Questions that are asked at the same time on one owner's account are asked once; who only waited for the
        answer has it noted as reused.
        """
        if self.provider is None or not self.chain:
            raise Declined(Reason.NO_MODEL)
        key = (question.payer.owner, answer_key(question.prompt, question.request(" ".join(self.chain))))
        provider = self.provider
        try:
            answer, is_ours = await self._flight.join(key, lambda: self._once(provider, question, books))
        except Declined as declined:
            # The budget that was used up is that of whoever asked first; a waiter may have another run's.
            if declined.reason is not Reason.BUDGET:
                raise
            answer, is_ours = await self._once(provider, question, books), True
        found: Answer[Model] = answer
        if is_ours:
            return found
        asking = _Asking(self, provider, question, books, uuid7(self.clock()), found.model)
        await books.ledger.reused(question.payer, asking.attempt(question.request(found.model), 0, 0))
        return replace(found, ask_id=asking.ask_id, is_reused=True)

    async def close(self) -> None:
        """Break off what is under way, have it settled, and close the connections."""
        await self._flight.close()
        if self.provider is not None:
            await self.provider.close()

    def breaker_of(self, model: str) -> Breaker:
        """Return the breaker of a model."""
        if model not in self._breakers:
            self._breakers[model] = self.breaker(self.timing.now)
        return self._breakers[model]

    async def _once(self, provider: Provider, question: Question[Model], books: Books) -> Answer[Model]:
        """Ask each model in turn until one answers, all of them under one deadline."""
        until = self.timing.now() + self.deadline_seconds
        ask_id = uuid7(self.clock())
        reason = Reason.OUTAGE
        for place, model in enumerate(self.chain):
            # A model that hangs may not use up the time of those behind it.
            now = self.timing.now()
            share = now + (until - now) / (len(self.chain) - place)
            try:
                return await _Asking(self, provider, question, books, ask_id, model).answer(share)
            except ProviderFailed as failed:
                reason = _REASONS.get(failed.outcome, Reason.OUTAGE)
            except _Open:
                reason = Reason.BREAKER
            except TimeOver:
                reason = Reason.DEADLINE
            if self.timing.now() >= until:
                raise Declined(Reason.DEADLINE)
        raise Declined(reason)


_REASONS: Final = {
    Outcome.TOO_LONG: Reason.TOO_LONG,
    Outcome.REJECTED: Reason.REJECTED,
    Outcome.REFUSED: Reason.REJECTED,
}


class _Open(Exception):  # noqa: N818 - not an error: the model is left alone for now.
    """The breaker of a model is open."""


@dataclass(frozen=True, slots=True)
class _Asking(Generic[Model]):
    """One question put to one model."""

    models: Models
    provider: Provider
    question: Question[Model]
    books: Books
    ask_id: UUID
    model: str

    async def answer(self, until: float) -> Answer[Model]:
        """Return the model's valid answer, kept from before or paid for now.

        Raises ProviderFailed, TimeOver, _Open, and Declined where no other model would help.
        """
        question, cache = self.question, self.books.cache
        request = question.request(self.model)
        key, owner = answer_key(question.prompt, request), question.payer.owner
        if (kept := await cache.get(owner, key)) is not None:
            # What is kept may be older than a check that the schema does not show; then it is asked for anew.
            with suppress(BadAnswer):
                value = parse(kept, question.schema)
                await self.books.ledger.reused(question.payer, self.attempt(request, 0, 0))
                return self._answer(value, is_reused=True)
        value = await self._valid(request, until)
        await cache.put(owner, key, value.model_dump_json(), model=self.model, prompt=question.prompt)
        return self._answer(value)

    def _answer(self, value: Model, *, is_reused: bool = False) -> Answer[Model]:
        return Answer(value, self.ask_id, self.provider.name, self.model, is_reused)

    async def _valid(self, request: Request, until: float) -> Model:
        """Ask, and ask for a repair where the answer does not fit, at most twice. Raises Declined(BAD_ANSWER)."""
        models = self.models
        for turn in range(1 + MOST_REPAIRS):
            asked = request
            reply = await retry(
                lambda number, seconds, asked=asked, turn=turn: self._attempt(asked, turn, number, seconds),  # type: ignore[misc]
                models.pace,
                models.timing,
                until,
            )
            try:
                return parse(reply.text, self.question.schema)
            except BadAnswer as bad:
                request = repaired(request, reply.text, bad.problems)
        raise Declined(Reason.BAD_ANSWER)

    def attempt(self, request: Request, turn: int, number: int) -> Attempt:
        """Return what the ledger is told of a call."""
        prompt = self.question.prompt
        return Attempt(
            ask_id=self.ask_id,
            purpose=self.question.purpose,
            provider=self.provider.name,
            model=self.model,
            prompt_name=prompt.name,
            prompt_version=prompt.version,
            digest=request.digest,
            turn=turn,
            number=number,
        )

    async def _attempt(self, request: Request, turn: int, number: int, seconds: float) -> Reply:
        """Make one call: let through by the breaker, reserved, made, settled. Raises ProviderFailed."""
        models, payer = self.models, self.question.payer
        admission = models.breaker_of(self.model).admit()
        if admission is None:
            raise _Open
        price = price_of(self.model, models.clock().date(), models.prices)
        worst = price.worst_micro(request) if price else None
        ended, call_id = _UNKNOWN, None
        try:
            call_id = await self._reserve(self.attempt(request, turn, number), worst, seconds)
            reply = await self._sent(request, call_id, seconds)
            ended = _settlement(_FINISHED[reply.finished], reply.usage, price, is_failed=False)
            admission.succeeded()
        except ProviderFailed as failed:
            ended = _settlement(failed.outcome, failed.usage, price)
            # Who asks for patience is not away.
            if failed.retryable and failed.outcome is not Outcome.RATE_LIMITED:
                admission.failed()
            raise
        finally:
            admission.abandoned()
            if call_id is not None:
                await self.books.ledger.settle(payer, call_id, ended)
                self._tell(request, ended)
        if reply.finished != "stop":
            raise ProviderFailed(_FINISHED[reply.finished], retryable=False, usage=reply.usage)
        return reply

    async def _reserve(self, attempt: Attempt, worst_micro: int | None, seconds: float) -> UUID:
        try:
            return await self.books.ledger.reserve(self.question.payer, attempt, worst_micro, seconds)
        except ModelBudgetExceeded:
            raise Declined(Reason.BUDGET) from None
        except ModelPriceUnknown:
            raise Declined(Reason.NO_PRICE) from None

    async def _sent(self, request: Request, call_id: UUID, seconds: float) -> Reply:
        """Send, and give up when the time is over, however slowly the answer still drips. Raises ProviderFailed."""
        try:
            async with asyncio.timeout(seconds):
                return await self.provider.send(request, request_id=str(call_id), timeout_seconds=seconds)
        except TimeoutError:
            raise timed_out() from None

    def _tell(self, request: Request, ended: Settlement) -> None:
        usage = ended.usage or Usage()
        log.info(
            "model_call",
            outcome=ended.outcome.value,
            cost_micro=ended.cost_micro,
            **{
                attributes.OPERATION: attributes.CHAT,
                attributes.PROVIDER: self.provider.name,
                attributes.REQUEST_MODEL: self.model,
                attributes.REQUEST_MAX_TOKENS: request.max_output_tokens,
                attributes.USAGE_INPUT: usage.input,
                attributes.USAGE_CACHED: usage.cached_input,
                attributes.USAGE_CACHE_WRITE: usage.cache_write,
                attributes.USAGE_OUTPUT: usage.output,
            },
            **({attributes.ERROR_TYPE: ended.outcome.value} if ended.is_failed else {}),
        )


_FINISHED: Final = {"stop": Outcome.ANSWERED, "length": Outcome.TOO_LONG, "refusal": Outcome.REFUSED}
# What is written where the call was broken off from our side, by whatever.
_UNKNOWN: Final = Settlement(Outcome.ABANDONED)


def _settlement(outcome: Outcome, usage: Usage | None, price: Price | None, *, is_failed: bool = True) -> Settlement:
    cost = price.cost_micro(usage) if price and usage is not None else None
    return Settlement(outcome, usage, cost, is_failed)
