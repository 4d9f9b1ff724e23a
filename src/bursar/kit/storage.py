"""Storage: files kept by the SHA-256 of their bytes (FIPS 180-4), each under its tenant.

The same bytes are kept once per tenant and never across tenants, so that knowing a digest opens nothing that another
tenant stored. A file appears under its name only when it is whole and on the disk, and is checked against its name
every time it is read. S3 will stand behind the same `Storage` door.
"""

import asyncio
import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Final, Protocol
from uuid import UUID

from bursar.kit.errors import TooLarge

CHUNK_BYTES: Final = 256 * 1024
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


class NotStored(LookupError):  # noqa: N818  # The name says what is the case.
    """This tenant has no content with this digest."""


class Damaged(Exception):  # noqa: N818  # The name says what is the case.
    """Stored bytes no longer match their digest: the disk or a hand changed them; restore the file from a backup."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Name kept content: its SHA-256 in lower-case hex and its size in bytes."""

    sha256: str
    size_bytes: int


class Storage(Protocol):
    """The door to kept content. Every method works within one tenant."""

    async def put(self, tenant_id: UUID, content: bytes | AsyncIterable[bytes], *, max_bytes: int) -> Stored:
        """Keep the content; the same bytes again are harmless. Raises `TooLarge` and then keeps nothing."""

    async def read(self, tenant_id: UUID, sha256: str) -> bytes:
        """Return the whole content, verified. Raises `NotStored` or `Damaged`."""

    def open(self, tenant_id: UUID, sha256: str) -> AsyncIterator[bytes]:
        """Yield the content in chunks, verified before the first. Raises `NotStored` or `Damaged`."""

    async def exists(self, tenant_id: UUID, sha256: str) -> bool:
        """Tell whether this tenant has content with this digest."""


class DiskStorage:
    """Keep content on a local disk, at `root/<tenant>/ab/cd/<sha256>`; file work runs in threads."""

    def __init__(self, root: Path) -> None:
        self.root = root

    async def put(self, tenant_id: UUID, content: bytes | AsyncIterable[bytes], *, max_bytes: int) -> Stored:
        """Write to a draft on the same file system, bring it to the disk, then rename it to its digest."""
        draft = await asyncio.to_thread(_Draft, self.root / str(tenant_id), max_bytes)
        try:
            if isinstance(content, bytes):
                await asyncio.to_thread(draft.write, content)
            else:
                async for chunk in content:
                    await asyncio.to_thread(draft.write, chunk)
            return await asyncio.to_thread(draft.keep)
        finally:
            # Shielded, so that a client that hangs up leaves no draft behind.
            await asyncio.shield(asyncio.to_thread(draft.discard))

    async def read(self, tenant_id: UUID, sha256: str) -> bytes:
        """Return the whole content, verified."""

        def work() -> bytes:
            with _opened(self._path(tenant_id, sha256)) as stream:
                content = stream.read()
            if hashlib.sha256(content).hexdigest() != sha256:
                raise Damaged(f"stored content {sha256} does not match its digest")
            return content

        return await asyncio.to_thread(work)

    async def open(self, tenant_id: UUID, sha256: str) -> AsyncIterator[bytes]:
        """Yield the content in chunks of at most `CHUNK_BYTES`, verified before the first."""

        def verified() -> BufferedReader:
            stream = _opened(self._path(tenant_id, sha256))
            if hashlib.file_digest(stream, "sha256").hexdigest() != sha256:
                stream.close()
                raise Damaged(f"stored content {sha256} does not match its digest")
            stream.seek(0)
            return stream

        stream = await asyncio.to_thread(verified)
        try:
            while chunk := await asyncio.to_thread(stream.read, CHUNK_BYTES):
                yield chunk
        finally:
            stream.close()

    async def exists(self, tenant_id: UUID, sha256: str) -> bool:
        """Tell whether this tenant has content with this digest."""
        try:
            path = self._path(tenant_id, sha256)
        except NotStored:
            return False
        return await asyncio.to_thread(path.is_file)

    def _path(self, tenant_id: UUID, sha256: str) -> Path:
        return _place(self.root / str(tenant_id), sha256)


class _Draft:
    """Bytes on their way into a tenant's folder, hashed and counted as they come."""

    def __init__(self, folder: Path, max_bytes: int) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._size_bytes = 0
        self._hash = hashlib.sha256()
        _make_folder(folder)
        self._path = folder / f"draft-{secrets.token_hex(16)}"
        self._stream = os.fdopen(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

    def write(self, chunk: bytes) -> None:
        self._size_bytes += len(chunk)
        if self._size_bytes > self._max_bytes:
            raise TooLarge(f"the content is larger than {self._max_bytes} bytes")
        self._hash.update(chunk)
        self._stream.write(chunk)

    def keep(self) -> Stored:
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()
        stored = Stored(self._hash.hexdigest(), self._size_bytes)
        place = _place(self._folder, stored.sha256)
        _make_folder(place.parent)
        self._path.replace(place)  # Over the same bytes, if they were kept before: this also heals a damaged copy.
        _sync_folder(place.parent)
        return stored

    def discard(self) -> None:
        """Close and remove the draft; harmless after `keep`."""
        self._stream.close()
        self._path.unlink(missing_ok=True)


def _place(folder: Path, sha256: str) -> Path:
    """Return the path of a digest; one that is not 64 hex digits could name any file, and is simply not stored."""
    if not _SHA256.fullmatch(sha256):
        raise NotStored(sha256)
    return folder / sha256[:2] / sha256[2:4] / sha256


def _opened(path: Path) -> BufferedReader:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise NotStored(path.name) from None


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, private to us, each written to the disk in its parent."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
