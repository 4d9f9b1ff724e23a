"""The cache: memory's rules, Redis when it is there, memory when it goes."""

import asyncio
from collections.abc import Iterator

import pytest

from bursar.kit import cache as cache_module
from bursar.kit.cache import MemoryCache, RedisCache, open_cache, window_ends_in
from tests.redis_server import RedisServer, redis_server


class Hand:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


async def test_a_value_is_kept_until_its_time_has_passed() -> None:
    hand = Hand()
    cache = MemoryCache(hand)
    await cache.set("a", b"1", ttl_seconds=10)
    assert await cache.get("a") == b"1"
    hand.now += 10
    assert await cache.get("a") is None


async def test_a_deleted_value_is_gone() -> None:
    cache = open_cache(None)
    await cache.set("a", b"1", ttl_seconds=10)
    await cache.delete("a")
    assert await cache.get("a") is None
    await cache.close()


async def test_hits_are_counted_within_a_window_and_start_again_in_the_next() -> None:
    hand = Hand()
    cache = MemoryCache(hand)
    assert [await cache.hit("a", 60) for _ in range(3)] == [1, 2, 3]
    assert await cache.hit("b", 60) == 1
    hand.now += window_ends_in(60, hand.now)
    assert await cache.hit("a", 60) == 1


async def test_memory_stays_bounded_whoever_fills_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "MEMORY_MOST_KEYS", 10)
    hand = Hand()
    cache = MemoryCache(hand)
    for number in range(100):
        await cache.set(f"{number}", b"", ttl_seconds=60)
        await cache.hit(f"{number}", 60)
    assert await cache.get("99") == b""
    assert sum([await cache.get(f"{number}") is not None for number in range(100)]) <= 10
    hand.now += 120
    for number in range(20):
        await cache.hit(f"later {number}", 60)
    assert await cache.hit("99", 60) == 1


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    with redis_server() as server:
        yield server


async def test_redis_keeps_counts_for_all_processes(redis: RedisServer) -> None:
    one, other = RedisCache(redis.url), RedisCache(redis.url)
    counts = await asyncio.gather(*(cache.hit("shared", 3600) for cache in (one, other) * 10))
    assert sorted(counts) == list(range(1, 21))
    await one.set("a", b"1", ttl_seconds=60)
    assert await other.get("a") == b"1"
    await other.delete("a")
    assert await one.get("a") is None
    await one.close()
    await other.close()


async def test_an_outage_of_redis_is_answered_from_memory_and_logged_once(
    redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[str] = []
    monkeypatch.setattr(cache_module.log, "warning", lambda event, **_: lines.append(event))
    monkeypatch.setattr(cache_module.log, "info", lambda event, **_: lines.append(event))
    monkeypatch.setattr(cache_module, "OUTAGE_PAUSE_SECONDS", 0.0)
    cache = RedisCache(redis.url)
    assert await cache.hit("a", 3600) == 1
    redis.kill()
    assert [await cache.hit("a", 3600) for _ in range(3)] == [1, 2, 3]
    await cache.set("b", b"1", ttl_seconds=60)
    assert await cache.get("b") == b"1"
    await cache.delete("b")
    redis.start()
    assert await cache.hit("c", 3600) == 1
    assert lines == ["cache_away", "cache_back"]
    await cache.close()
