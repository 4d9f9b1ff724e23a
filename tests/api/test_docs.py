"""The documentation needs nothing but this server."""

import re

import httpx2


async def test_the_page_and_everything_it_loads_come_from_here(client: httpx2.AsyncClient) -> None:
    page = await client.get("/docs")
    assert page.status_code == 200
    assert re.findall(r"(?:https?:)?//[\w.-]+", page.text) == []
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(loaded) == 3
    described = re.findall(r'url: ?["\']([^"\']+)["\']|"url": ?"([^"]+)"', page.text)
    urls = [*loaded, *(url for pair in described for url in pair if url)]
    assert "/openapi.json" in urls
    for url in urls:
        answer = await client.get(url)
        assert answer.status_code == 200, url
        assert answer.content
    assert "'self'" in page.headers["Content-Security-Policy"]
    assert "http" not in page.headers["Content-Security-Policy"]


async def test_there_is_no_second_documentation(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/redoc")).status_code == 404
