"""Recorded answers: a provider that writes down what another one said, and one that says it again.

A cassette is a JSON file from the digest of a request to its reply. It holds no key and no header; what was asked
stands in it as the digest alone, so a cassette of a private document gives the answer away and nothing more.
"""

import asyncio
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bursar.kit.llm.models import Reply, Request, Usage
from bursar.kit.llm.providers import Provider


class NotRecorded(LookupError):  # noqa: N818 - named as what is the case.
    """A cassette has no answer to this request: it was recorded for another prompt, schema, model or input."""


@dataclass(slots=True)
class Recorder:
    """Pass requests on to a provider, and keep its answers in a file."""

    provider: Provider
    file: Path
    _kept: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of who answers."""
        return self.provider.name

    async def send(self, request: Request, *, request_id: str, timeout_seconds: float) -> Reply:
        """Send a request on and write its answer down. Raises ProviderFailed, which is not recorded."""
        reply = await self.provider.send(request, request_id=request_id, timeout_seconds=timeout_seconds)
        self._kept[request.digest] = {"model": request.model, **asdict(reply)}
        written = json.dumps(dict(sorted(self._kept.items())), indent=1, ensure_ascii=False) + "\n"
        await asyncio.to_thread(self.file.write_text, written, encoding="utf-8")
        return reply

    async def close(self) -> None:
        """Close the provider's connections."""
        await self.provider.close()


@dataclass(frozen=True, slots=True)
class Replayer:
    """Answer from a file, and refuse what is not in it."""

    name: str
    answers: dict[str, Reply]

    @classmethod
    def of(cls, file: Path, *, name: str) -> "Replayer":
        """Return the provider that a cassette is."""
        kept = json.loads(file.read_text(encoding="utf-8"))
        answers = {
            digest: Reply(one["text"], Usage(**one["usage"]) if one["usage"] else None, one["finished"])
            for digest, one in kept.items()
        }
        return cls(name, answers)

    async def send(self, request: Request, *, request_id: str, timeout_seconds: float) -> Reply:
        """Return the recorded answer. Raises NotRecorded."""
        del request_id, timeout_seconds
        if request.digest not in self.answers:
            raise NotRecorded(f"no answer was recorded to {request.digest}")
        return self.answers[request.digest]

    async def close(self) -> None:
        """Do nothing: there is no connection."""
