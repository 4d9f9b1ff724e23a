"""Providers: each sends one request once and says what came of it. None retries, none counts, none knows a budget."""

from typing import Protocol

from bursar.kit.llm.models import Reply, Request


class Provider(Protocol):
    """Somebody who answers requests."""

    @property
    def name(self) -> str:
        """The name that calls are recorded under."""

    async def send(self, request: Request, *, request_id: str, timeout_seconds: float) -> Reply:
        """Send a request once. Raises ProviderFailed."""

    async def close(self) -> None:
        """Close the connections."""
