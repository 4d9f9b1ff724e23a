"""Logs: one structured line per fact, carrying who and what it belongs to, and no secrets.

`belongs_to(request_id=…, tenant_id=…, actor=…, job_id=…)` puts those on every line that the current task writes. The
last processor masks values whose key names a secret, and wherever they stand tokens, passwords in addresses and the
middle of account numbers, in our own lines and tracebacks as in those of libraries. Numbers are never secrets.
"""

import functools
import json
import logging
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any, Final, Literal

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

MASK: Final = "***"

_SECRET_WORD: Final = re.compile(
    r"(?:^|[_\-. ])(?:password|passwd|pwd|secrets?|tokens?|authorization|cookies?|key|apikey|credentials?|dsn|seed)"
    r"(?:$|[_\-. ])"
)
# Keys that name a thing and open nothing; `key_id` and `token_type` are of the same kind.
_HARMLESS_KEY: Final = re.compile(r"(?:idempotency|dedupe|primary|foreign|sort)_key|.*_(?:id|type|name|at)")
_CAMEL_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_SECRETS_IN_TEXT: Final = (
    (re.compile(r"\b(bearer|basic)\s+[a-z0-9._~+/=\-]{8,}", re.IGNORECASE), rf"\1 {MASK}"),
    (re.compile(r"\beyJ[\w\-]{5,}\.[\w\-]{5,}\.[\w\-]*"), MASK),
    (re.compile(r"(://[^/\s:@]*):[^/\s]+@"), rf"\1:{MASK}@"),
    (
        re.compile(
            r"\b(\w*(?:password|passwd|secret|token|api[_\-]?key))(['\"]?\s*[=:]\s*['\"]?)[^\s'\",;&*]+", re.IGNORECASE
        ),
        rf"\1\2{MASK}",
    ),
)
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, default=repr)
_MAYBE_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}", re.IGNORECASE)


def configure(
    *,
    level: Literal["debug", "info", "warning", "error"] = "info",
    shape: Literal["json", "console"] = "console",
    stream: IO[str] | None = None,
) -> None:
    """Send every line of this process, our own and those of libraries, to one stream (standard error) in one shape."""
    stream = stream or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
    ]
    structlog.configure(
        processors=[
            *shared,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=_last_steps(shape, stream))
    )
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level.upper())


@contextmanager
def belongs_to(**ids: object) -> Iterator[None]:
    """Put ids (`request_id`, `tenant_id`, `actor`, `job_id`) on every line written inside, by this task alone."""
    known = {name: str(value) for name, value in ids.items() if value is not None}
    with structlog.contextvars.bound_contextvars(**known):
        yield


def redact(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Mask the secrets of one line, however deep they lie; a structlog processor."""
    del logger, method
    return {key: _redacted(key, value) for key, value in event.items()}


def _last_steps(shape: str, stream: IO[str]) -> list[Processor]:
    drawn: Processor = (
        structlog.processors.JSONRenderer(serializer=_as_json)
        if shape == "json"
        else structlog.dev.ConsoleRenderer(colors=stream.isatty())
    )
    return [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,  # Before the masks: a traceback quotes values too.
        redact,
        drawn,
    ]


def _as_json(line: EventDict, **_: Any) -> str:
    return _ENCODER.encode(line)


@functools.lru_cache(maxsize=1024)
def _kind(key: str) -> str:
    """Return what a key says of its value: "secret", "iban", or nothing."""
    words = _CAMEL_HUMP.sub("_", key).lower()
    if _SECRET_WORD.search(words) and not _HARMLESS_KEY.fullmatch(words):
        return "secret"
    return "iban" if words.rpartition("_")[2] == "iban" else ""


def _redacted(key: str, value: Any) -> Any:
    """Return the value as it may be written under this key."""
    if value is None or isinstance(value, int | float):
        return value
    kind = _kind(key)
    if kind == "secret":
        return MASK
    if isinstance(value, Mapping):
        return {str(inner): _redacted(str(inner), one) for inner, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_redacted(key, one) for one in value]
    text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
    return _shortened(text) if kind == "iban" else _without_secrets(text)


# The same few ids, methods and words stand on line after line.
@functools.lru_cache(maxsize=1024)
def _without_secrets(text: str) -> str:
    for pattern, instead in _SECRETS_IN_TEXT:
        text = pattern.sub(instead, text)
    return _MAYBE_IBAN.sub(lambda found: _masked_iban(found.group()), text)


def _masked_iban(text: str) -> str:
    """Mask the words at the head of the text that are an IBAN by its check digits (ISO 13616, modulus 97)."""
    for end in (boundary.start() for boundary in re.finditer(r" |$", text)):
        head = "".join(text[:end].split()).upper()
        if len(head) >= 15 and int("".join(str(int(sign, 36)) for sign in head[4:] + head[:4])) % 97 == 1:
            return _shortened(head) + text[end:]
    return text


def _shortened(account: str) -> str:
    """Keep the country, the check digits and the last four signs: enough to recognise, too little to pay to."""
    account = "".join(account.split())
    return f"{account[:4]}{MASK}{account[-4:]}" if len(account) >= 12 else MASK
