"""Homes that the database's account can enter, which pytest's own temporary directories are not."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def home() -> Iterator[Path]:
    """Give the path of a home that does not exist yet, and remove what was made of it."""
    directory = Path(tempfile.mkdtemp(prefix="bursar-test-"))
    directory.chmod(0o711)
    yield directory / "home"
    link = directory / "home" / "postgres"
    if link.is_symlink():
        shutil.rmtree(link.readlink().parent)
    shutil.rmtree(directory)
