"""Whoever speaks OpenAI's chat completions: OpenAI itself, and every server that is compatible with it."""

import json
from typing import Any, Final, Literal, cast

import httpx2
import openai
from pydantic import SecretStr

from bursar.kit.clock import Clock, system_clock
from bursar.kit.llm.models import Reply, Request, Usage
from bursar.kit.llm.outcomes import broken, not_connected, refused_by_status, timed_out
from bursar.kit.llm.providers import whole

REQUEST_ID: Final = "X-Client-Request-Id"
_FINISHED: Final[dict[str, Literal["stop", "length", "refusal"]]] = {"length": "length", "content_filter": "refusal"}
# A local server asks for no key; the client wants one.
_NO_KEY: Final = "none"


class OpenAI:
    """A client of one endpoint."""

    name = "openai"

    def __init__(self, base_url: str | None, key: SecretStr | None, *, clock: Clock = system_clock) -> None:
        self._clock = clock
        secret = key.get_secret_value() if key else _NO_KEY
        self._client = openai.AsyncOpenAI(api_key=secret, base_url=base_url, max_retries=0)

    async def send(self, request: Request, *, request_id: str, timeout_seconds: float) -> Reply:
        """Send a request once. Raises ProviderFailed."""
        try:
            async with self._client.chat.completions.with_streaming_response.create(
                **cast("Any", _body(request)),
                extra_headers={REQUEST_ID: request_id},
                timeout=timeout_seconds,
            ) as raw:
                return read_reply(await whole(raw.iter_bytes()))
        except openai.APIStatusError as error:
            raise refused_by_status(error.status_code, error.response.headers.get("retry-after"), self._clock) from None
        except openai.APITimeoutError as error:
            raise _of_timeout(error.__cause__) from None
        except openai.APIConnectionError as error:
            raise (not_connected() if isinstance(error.__cause__, httpx2.ConnectError) else broken()) from None
        except httpx2.TimeoutException:
            raise timed_out() from None
        except httpx2.HTTPError:
            raise broken() from None

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()


def _of_timeout(cause: BaseException | None) -> Exception:
    return not_connected() if isinstance(cause, httpx2.ConnectTimeout | httpx2.PoolTimeout) else timed_out()


def _body(request: Request) -> dict[str, Any]:
    turns = [{"role": turn.role, "content": turn.text} for turn in request.turns]
    return {
        "model": request.model,
        "messages": [{"role": "system", "content": request.static}, *turns],
        "max_completion_tokens": request.max_output_tokens,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": request.schema},
        },
    }


def read_reply(body: bytes) -> Reply:
    """Return the reply in a body. Raises ProviderFailed where it is none."""
    try:
        read = json.loads(body)
        choice = read["choices"][0]
        message = choice["message"]
        text = message.get("content") or ""
        finished = _FINISHED.get(choice.get("finish_reason") or "", "stop")
        if message.get("refusal"):
            finished = "refusal"
        return Reply(str(text), _usage(read.get("usage")), finished)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise broken() from None


def _usage(told: Any) -> Usage | None:
    """Return the tokens in our buckets: theirs counts what was read from the cache among the input."""
    if not isinstance(told, dict):
        return None
    whole: Any
    output: Any
    whole, output = told.get("prompt_tokens"), told.get("completion_tokens")
    cached = (told.get("prompt_tokens_details") or {}).get("cached_tokens") or 0
    if not (type(whole) is type(output) is type(cached) is int and 0 <= cached <= whole and output >= 0):
        return None
    return Usage(input=whole - cached, cached_input=cached, output=output)
