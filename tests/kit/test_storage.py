import asyncio
import hashlib
import stat
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.kit.errors import TooLarge
from bursar.kit.storage import CHUNK_BYTES, Damaged, DiskStorage, NotStored

TENANT = UUID(int=1)
OTHER_TENANT = UUID(int=2)
LIMIT_BYTES = 1024 * 1024


@pytest.fixture
def storage(tmp_path: Path) -> DiskStorage:
    return DiskStorage(tmp_path / "files")


async def in_chunks(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


def files_of(storage: DiskStorage) -> list[Path]:
    return [path for path in storage.root.rglob("*") if path.is_file()]


async def whole(storage: DiskStorage, sha256: str) -> bytes:
    return b"".join([chunk async for chunk in storage.open(TENANT, sha256)])


async def test_content_is_kept_under_its_digest_and_read_back(storage: DiskStorage) -> None:
    stored = await storage.put(TENANT, b"invoice", max_bytes=LIMIT_BYTES)
    assert stored.sha256 == hashlib.sha256(b"invoice").hexdigest()
    assert stored.size_bytes == 7
    assert await storage.exists(TENANT, stored.sha256)
    assert await storage.read(TENANT, stored.sha256) == b"invoice"
    assert await whole(storage, stored.sha256) == b"invoice"
    assert files_of(storage) == [storage.root / str(TENANT) / stored.sha256[:2] / stored.sha256[2:4] / stored.sha256]


async def test_content_is_private_to_the_account_that_runs_bursar(storage: DiskStorage) -> None:
    await storage.put(TENANT, b"invoice", max_bytes=LIMIT_BYTES)
    modes = {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in [storage.root, *storage.root.rglob("*")]}
    assert modes == {0}


@given(chunks=st.lists(st.binary(max_size=64), max_size=8))
async def test_a_stream_and_its_bytes_at_once_are_the_same_content(
    tmp_path_factory: pytest.TempPathFactory, chunks: list[bytes]
) -> None:
    storage = DiskStorage(tmp_path_factory.mktemp("law"))
    streamed = await storage.put(TENANT, in_chunks(*chunks), max_bytes=LIMIT_BYTES)
    at_once = await storage.put(TENANT, b"".join(chunks), max_bytes=LIMIT_BYTES)
    assert streamed == at_once
    assert len(files_of(storage)) == 1
    assert await storage.read(TENANT, streamed.sha256) == b"".join(chunks)


async def test_a_large_file_is_streamed_in_bounded_chunks(storage: DiskStorage) -> None:
    content = bytes(range(256)) * (3 * CHUNK_BYTES // 256) + b"rest"
    stored = await storage.put(TENANT, content, max_bytes=len(content))
    chunks = [chunk async for chunk in storage.open(TENANT, stored.sha256)]
    assert b"".join(chunks) == content
    assert max(map(len, chunks)) == CHUNK_BYTES


async def test_content_past_the_limit_is_refused_while_it_streams_and_nothing_is_kept(storage: DiskStorage) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b"x" * 1024

    with pytest.raises(TooLarge) as caught:
        await storage.put(TENANT, endless(), max_bytes=10 * 1024)
    assert caught.value.status == 413
    assert sent == 11
    assert files_of(storage) == []
    await storage.put(TENANT, b"x" * 1024, max_bytes=1024)


async def test_one_tenants_bytes_never_serve_another(storage: DiskStorage) -> None:
    stored = await storage.put(TENANT, b"secret", max_bytes=LIMIT_BYTES)
    assert not await storage.exists(OTHER_TENANT, stored.sha256)
    with pytest.raises(NotStored):
        await storage.read(OTHER_TENANT, stored.sha256)
    await storage.put(OTHER_TENANT, b"secret", max_bytes=LIMIT_BYTES)
    assert len(files_of(storage)) == 2


async def test_changed_bytes_are_noticed_before_any_is_given_out_and_healed_by_the_same_upload(
    storage: DiskStorage,
) -> None:
    stored = await storage.put(TENANT, b"invoice", max_bytes=LIMIT_BYTES)
    files_of(storage)[0].write_bytes(b"Invoice")
    with pytest.raises(Damaged):
        await storage.read(TENANT, stored.sha256)
    with pytest.raises(Damaged):
        await whole(storage, stored.sha256)
    await storage.put(TENANT, b"invoice", max_bytes=LIMIT_BYTES)
    assert await storage.read(TENANT, stored.sha256) == b"invoice"


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64])
async def test_what_is_not_a_kept_digest_is_not_stored(storage: DiskStorage, name: str) -> None:
    assert not await storage.exists(TENANT, name)
    with pytest.raises(NotStored):
        await storage.read(TENANT, name)


async def test_an_upload_that_is_cancelled_leaves_no_draft(storage: DiskStorage) -> None:
    reached = asyncio.Event()

    async def stalled() -> AsyncIterator[bytes]:
        yield b"x"
        reached.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(storage.put(TENANT, stalled(), max_bytes=LIMIT_BYTES))
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert files_of(storage) == []


async def test_many_uploads_of_the_same_bytes_at_once_keep_one_file(storage: DiskStorage) -> None:
    content = uuid4().bytes
    kept = await asyncio.gather(*(storage.put(TENANT, content, max_bytes=LIMIT_BYTES) for _ in range(20)))
    assert len(set(kept)) == 1
    assert len(files_of(storage)) == 1
