"""The one door to Redis: values that may be forgotten, and counters for limits.

Nothing kept here is the truth of anything. With `BURSAR_REDIS_URL` all processes share one Redis; without it each
process has its own memory, which is right for one process and, for several, makes each count by itself. When Redis is
away, memory answers in its place: limits are then counted per process until it is back, and no request fails.
"""

import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeVar, cast

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

log = structlog.get_logger(__name__)

Answer = TypeVar("Answer")

MEMORY_MOST_KEYS: Final = 100_000
OUTAGE_PAUSE_SECONDS: Final = 5.0
_PREFIX: Final = "bursar:"


class Cache(Protocol):
    """Keep values for a while and count events in fixed windows of time."""

    async def get(self, key: str) -> bytes | None:
        """Return the value, or None when it was never set, has passed or was forgotten."""

    async def set(self, key: str, value: bytes, *, ttl_seconds: int) -> None:
        """Keep a value for this long at most."""

    async def delete(self, key: str) -> None:
        """Forget a value."""

    async def hit(self, key: str, window_seconds: int) -> int:
        """Count one event atomically and return how many there were in the current window, this one included."""

    async def close(self) -> None:
        """Close the connections, if there are any."""


def window_ends_in(window_seconds: int, now: float | None = None) -> int:
    """Return in how many whole seconds the current window of counters ends; windows are aligned to the epoch."""
    instant = time.time() if now is None else now
    return math.ceil(window_seconds - instant % window_seconds)


@dataclass(slots=True)
class MemoryCache:
    """Keep everything in this process. Right for one process: without Redis there is nobody else to agree with."""

    now: Callable[[], float] = time.time
    _values: dict[str, tuple[bytes, float]] = field(default_factory=dict)
    _counts: dict[str, tuple[int, float]] = field(default_factory=dict)

    async def get(self, key: str) -> bytes | None:
        """Return the value, or None."""
        value, until = self._values.get(key, (b"", 0.0))
        return value if until > self.now() else None

    async def set(self, key: str, value: bytes, *, ttl_seconds: int) -> None:
        """Keep a value for this long at most."""
        self._values[key] = (value, self.now() + ttl_seconds)
        self._bound(self._values)

    async def delete(self, key: str) -> None:
        """Forget a value."""
        self._values.pop(key, None)

    async def hit(self, key: str, window_seconds: int) -> int:
        """Count one event in the current window."""
        now = self.now()
        count, until = self._counts.get(key, (0, 0.0))
        if until <= now:
            count, until = 0, now - now % window_seconds + window_seconds
        self._counts[key] = (count + 1, until)
        self._bound(self._counts)
        return count + 1

    async def close(self) -> None:
        """Do nothing: there is no connection."""

    def _bound(self, kept: dict[str, tuple[bytes, float]] | dict[str, tuple[int, float]]) -> None:
        """Drop what has passed when there is too much, and then the oldest, so that no caller can fill the memory."""
        if len(kept) <= MEMORY_MOST_KEYS:
            return
        now = self.now()
        for key in [key for key, (_, until) in kept.items() if until <= now]:
            del kept[key]
        for key in list(kept)[: max(0, len(kept) - MEMORY_MOST_KEYS // 2)]:
            del kept[key]


class RedisCache:
    """Keep everything in Redis, and in memory while Redis is away; one log line says when it went and came back."""

    def __init__(self, url: str, *, timeout_seconds: float = 1.0) -> None:
        self._redis = Redis.from_url(url, socket_timeout=timeout_seconds, socket_connect_timeout=timeout_seconds)
        self._memory = MemoryCache()
        self._away_until = 0.0
        self._away = False

    async def get(self, key: str) -> bytes | None:
        """Return the value, or None."""

        async def ask() -> bytes | None:
            return cast("bytes | None", await self._redis.get(_PREFIX + key))

        return await self._either(ask, lambda: self._memory.get(key))

    async def set(self, key: str, value: bytes, *, ttl_seconds: int) -> None:
        """Keep a value for this long at most."""

        async def ask() -> None:
            await self._redis.set(_PREFIX + key, value, ex=ttl_seconds)

        await self._either(ask, lambda: self._memory.set(key, value, ttl_seconds=ttl_seconds))

    async def delete(self, key: str) -> None:
        """Forget a value."""

        async def ask() -> None:
            await self._redis.delete(_PREFIX + key)

        await self._memory.delete(key)
        await self._either(ask, lambda: self._memory.delete(key))

    async def hit(self, key: str, window_seconds: int) -> int:
        """Count one event in the current window, atomically across processes."""

        async def ask() -> int:
            counter = f"{_PREFIX}{key}:{int(time.time() // window_seconds)}"
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.incr(counter)
                pipe.expire(counter, window_seconds + 1)
                count, _ = await pipe.execute()
            return int(count)

        return await self._either(ask, lambda: self._memory.hit(key, window_seconds))

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.aclose()

    async def _either(self, ask: Callable[[], Awaitable[Answer]], fall_back: Callable[[], Awaitable[Answer]]) -> Answer:
        """Ask Redis, or memory while it is away; an absent Redis is tried again after a pause, not by every request."""
        if self._away and time.monotonic() < self._away_until:
            return await fall_back()
        try:
            answer = await ask()
        except (RedisError, OSError) as error:
            self._away_until = time.monotonic() + OUTAGE_PAUSE_SECONDS
            if not self._away:
                self._away = True
                log.warning("cache_away", error=repr(error))
            return await fall_back()
        if self._away:
            self._away = False
            log.info("cache_back")
        return answer


def open_cache(redis_url: str | None) -> Cache:
    """Return the cache for an address of Redis, or one in memory for none."""
    return RedisCache(redis_url) if redis_url else MemoryCache()
