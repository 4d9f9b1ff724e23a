import redis

from tests.redis_server import redis_server


def test_the_test_redis_can_be_killed_and_comes_back_on_the_same_port() -> None:
    with redis_server() as server:
        url, pid = server.url, server.pid
        with redis.Redis.from_url(url) as client:
            client.set("kept", "no")
            server.kill()
            server.start()
            assert server.url == url
            assert server.pid != pid
            assert client.get("kept") is None
        server.stop()
        server.stop()
