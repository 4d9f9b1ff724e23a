"""The attack waits for a document's end: an attempt that failed is no hole, and a document that never ends is one."""

import asyncio
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bursar.platform.application import Application
from bursar.worker.handlers import import_handlers
from tests.attack.following import follow
from tests.attack.holdings import upload
from tests.attack.hostile import ended_well
from tests.company import SignedIn
from tests.invoices import invoices


@pytest.fixture(autouse=True)
def _handlers() -> None:
    import_handlers()


async def unreadable(
    application: Application, client: httpx2.AsyncClient, demo: SignedIn, seed: int
) -> tuple[dict[str, Any], Path, bytes]:
    """Return a document, and its file, in whose place the disk has something else."""
    (made,) = invoices(1, today=application.clock().date(), seed=seed)
    document = await upload(client, demo, made.filename, made.content)
    file = next(application.settings.home.rglob(document["sha256"]))
    file.unlink()
    file.mkdir()
    return document, file, made.content


def restore(file: Path, content: bytes) -> None:
    file.rmdir()
    file.write_bytes(content)


async def test_a_document_whose_first_attempt_failed_is_followed_to_its_end(
    application: Application, client: httpx2.AsyncClient, demo: SignedIn
) -> None:
    document, file, content = await unreadable(application, client, demo, 818401)

    async def mend() -> None:
        await asyncio.sleep(0.2)
        restore(file, content)

    followed, _ = await asyncio.gather(follow(application, client, demo.viewer, document["id"]), mend())
    assert followed.status == "proposed"
    assert ended_well(followed.document)
    assert "IsADirectoryError" in followed.told()


async def test_a_document_that_never_ends_is_a_hole_that_says_why(
    application: Application, client: httpx2.AsyncClient, demo: SignedIn
) -> None:
    document, file, content = await unreadable(application, client, demo, 818402)
    followed = await follow(application, client, demo.viewer, document["id"], seconds=0)
    assert not ended_well(followed.document)
    assert followed.told().startswith("received; pending after 1 attempts: IsADirectoryError")
    restore(file, content)
    assert (await follow(application, client, demo.viewer, document["id"])).status == "proposed"
