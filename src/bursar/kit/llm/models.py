"""What is sent to a model and what comes back, the same for every provider."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call in the four buckets that are priced apart; each token stands in exactly one."""

    input: int = 0
    cached_input: int = 0
    cache_write: int = 0
    output: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input + other.input,
            self.cached_input + other.cached_input,
            self.cache_write + other.cache_write,
            self.output + other.output,
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the conversation that follows the static part."""

    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """One call: the static part first, so that providers recognise it, then the data, and the shape of the answer."""

    model: str
    static: str
    turns: tuple[Turn, ...]
    schema: Mapping[str, Any]
    max_output_tokens: int

    @property
    def digest(self) -> str:
        """Return the SHA-256 of all that is asked."""
        return digest_of_json(asdict(self))

    @property
    def most_input_tokens(self) -> int:
        """Return more tokens than any tokenizer makes of this: each token is a byte at least, frames come on top."""
        size = len(self.static.encode()) + len(json.dumps(self.schema, ensure_ascii=False).encode())
        return size + sum(len(turn.text.encode()) + FRAME_TOKENS for turn in self.turns) + FRAME_TOKENS


# What a provider writes around a message and around a schema, generously.
FRAME_TOKENS: Final = 256


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said. `usage` is None where the provider did not tell it."""

    text: str
    usage: Usage | None
    finished: Literal["stop", "length", "refusal"] = "stop"


def data_block(data: str) -> str:
    """Return data in a closed block: its fence is made of the data's own digest, which the data cannot contain."""
    fence = hashlib.sha256(data.encode()).hexdigest()[:24]
    return f"<data-{fence}>\n{data}\n</data-{fence}>"


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of an answer as strict typed output wants it: closed, and with every field required."""
    schema: dict[str, Any] = _closed(model.model_json_schema())
    return schema


_NAMED: Final = frozenset({"properties", "$defs"})
# What strict typed output refuses, or what is of no use to a model; our own parser holds the answer to all of it.
_NOT_FOR_MODELS: Final = frozenset({"default", "title", "examples", "minLength", "maxLength", "uniqueItems"})


def _closed(node: Any) -> Any:
    if isinstance(node, list):
        return [_closed(one) for one in node]
    if not isinstance(node, dict):
        return node
    # The names of properties are not keywords, whatever they are called.
    kept = {
        name: {one: _closed(inner) for one, inner in value.items()} if name in _NAMED else _closed(value)
        for name, value in node.items()
        if name not in _NOT_FOR_MODELS
    }
    if "$ref" in kept:
        return {"$ref": kept["$ref"]}  # Strict typed output allows nothing beside it.
    if kept.get("type") == "object" and "properties" in kept:
        kept |= {"additionalProperties": False, "required": list(kept["properties"])}
    return kept


def digest_of_json(value: Any) -> str:
    """Return the SHA-256 of a JSON value in one written form."""
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
