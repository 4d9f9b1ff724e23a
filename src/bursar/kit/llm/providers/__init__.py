"""Providers: each sends one request once and says what came of it. None retries, none counts, none knows a budget."""

from collections.abc import AsyncIterator
from typing import Final, Protocol

from bursar.kit.llm.models import Reply, Request
from bursar.kit.llm.outcomes import broken

MOST_BYTES: Final = 8 * 1024 * 1024


class Provider(Protocol):
    """Somebody who answers requests."""

    @property
    def name(self) -> str:
        """The name that calls are recorded under."""

    async def send(self, request: Request, *, request_id: str, timeout_seconds: float) -> Reply:
        """Send a request once. Raises ProviderFailed."""

    async def close(self) -> None:
        """Close the connections."""


async def whole(chunks: AsyncIterator[bytes]) -> bytes:
    """Return a body as it comes in, unpacked. Raises ProviderFailed when it grows beyond what any answer needs."""
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > MOST_BYTES:
            raise broken()
    return bytes(body)
