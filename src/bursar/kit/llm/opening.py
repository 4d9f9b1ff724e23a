"""From what an operator has set to the models that are asked."""

import asyncio
import importlib
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from pydantic import SecretStr

from bursar.kit.clock import Clock, system_clock
from bursar.kit.llm.asking import Models
from bursar.kit.llm.models import Reply, Request
from bursar.kit.llm.prices import PRICES, read_prices
from bursar.kit.llm.providers import Provider

Dialect = Literal["none", "openai", "anthropic"]

_CLIENTS: Final = {
    "openai": ("bursar.kit.llm.providers.openai", "OpenAI"),
    "anthropic": ("bursar.kit.llm.providers.anthropic", "Anthropic"),
}


@dataclass(slots=True)
class Endpoint:
    """A provider whose client is imported when it is first asked: the library takes longer to load than all of ours."""

    dialect: Dialect
    base_url: str | None = None
    key: SecretStr | None = None
    clock: Clock = system_clock
    _client: Provider | None = field(default=None, init=False)

    @property
    def name(self) -> str:
        """The dialect."""
        return self.dialect

    async def send(self, request: Request, *, request_id: str, timeout_seconds: float) -> Reply:
        """Send a request once. Raises ProviderFailed."""
        if self._client is None:
            # In a thread: everything else goes on while it loads.
            client = await asyncio.to_thread(load_client, self.dialect)
            if self._client is None:
                made: Provider = client(self.base_url, self.key, clock=self.clock)
                self._client = made
        return await self._client.send(request, request_id=request_id, timeout_seconds=timeout_seconds)

    async def close(self) -> None:
        """Close the connections, if there ever were any."""
        if self._client is not None:
            await self._client.close()


def load_client(dialect: Dialect) -> Any:
    """Return the client of a dialect; who measures time has it loaded before the first call."""
    module, name = _CLIENTS[dialect]
    return getattr(importlib.import_module(module), name)


def open_models(endpoint: Endpoint, models: str | None, prices: str | None, deadline_seconds: int) -> Models:
    """Return the models of an endpoint. There are none without a key, unless the endpoint is one of the operator's."""
    is_there = endpoint.dialect != "none" and (endpoint.key is not None or endpoint.base_url is not None)
    chain = tuple(filter(None, (one.strip() for one in (models or "").split(","))))
    return Models(
        provider=endpoint if is_there else None,
        chain=chain,
        deadline_seconds=deadline_seconds,
        clock=endpoint.clock,
        prices=(*PRICES, *read_prices(prices or "")),
    )
