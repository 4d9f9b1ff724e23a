"""Anthropic's Messages API over plain HTTP."""

import json
from typing import Any, Final, Literal

import httpx2
from pydantic import SecretStr

from bursar.kit.clock import Clock, system_clock
from bursar.kit.llm.models import Reply, Request, Usage
from bursar.kit.llm.outcomes import broken, not_connected, refused_by_status, timed_out
from bursar.kit.llm.providers import whole

BASE_URL: Final = "https://api.anthropic.com"
VERSION: Final = "2023-06-01"
REQUEST_ID: Final = "X-Client-Request-Id"
# How the schema is told: a part of the static text, which the provider caches with it.
SCHEMA_WORDS: Final = "Answer with one JSON object that fits this JSON Schema, and with nothing else:"
_FINISHED: Final[dict[str, Literal["stop", "length", "refusal"]]] = {"max_tokens": "length", "refusal": "refusal"}
_BUCKETS: Final = ("input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens", "output_tokens")


class Anthropic:
    """A client of one endpoint."""

    name = "anthropic"

    def __init__(self, base_url: str | None, key: SecretStr | None, *, clock: Clock = system_clock) -> None:
        self._clock = clock
        self._client = httpx2.AsyncClient(
            base_url=(base_url or BASE_URL).removesuffix("/").removesuffix("/v1"),
            headers={"anthropic-version": VERSION, "x-api-key": key.get_secret_value() if key else ""},
        )

    async def send(self, request: Request, *, request_id: str, timeout_seconds: float) -> Reply:
        """Send a request once. Raises ProviderFailed."""
        headers = {REQUEST_ID: request_id}
        try:
            async with self._client.stream(
                "POST", "/v1/messages", json=_body(request), headers=headers, timeout=timeout_seconds
            ) as response:
                if response.status_code != 200:
                    raise refused_by_status(response.status_code, response.headers.get("retry-after"), self._clock)
                return read_reply(await whole(response.aiter_bytes()))
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout):
            raise not_connected() from None
        except httpx2.TimeoutException:
            raise timed_out() from None
        except httpx2.HTTPError:
            raise broken() from None

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _body(request: Request) -> dict[str, Any]:
    static = f"{request.static}\n{SCHEMA_WORDS}\n{json.dumps(request.schema, ensure_ascii=False)}"
    return {
        "model": request.model,
        "max_tokens": request.max_output_tokens,
        "system": [{"type": "text", "text": static, "cache_control": {"type": "ephemeral"}}],
        "messages": [{"role": turn.role, "content": turn.text} for turn in request.turns],
    }


def read_reply(body: bytes) -> Reply:
    """Return the reply in a body. Raises ProviderFailed where it is none."""
    try:
        read = json.loads(body)
        text = "".join(block["text"] for block in read["content"] if block.get("type") == "text")
        return Reply(text, _usage(read.get("usage")), _FINISHED.get(read.get("stop_reason") or "", "stop"))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise broken() from None


def _usage(told: Any) -> Usage | None:
    if not isinstance(told, dict) or "input_tokens" not in told or "output_tokens" not in told:
        return None
    values = [told.get(bucket) or 0 for bucket in _BUCKETS]
    return Usage(*values) if all(type(one) is int and one >= 0 for one in values) else None
