"""Passwords: Argon2id hashes (RFC 9106), checked in threads, as slowly for an unknown person as for a known one."""

import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from pwdlib import PasswordHash
from pwdlib.exceptions import PwdlibError
from pwdlib.hashers.argon2 import Argon2Hasher

# Each check takes 64 MiB while it runs, so their number is bounded; further ones wait.
_THREADS: Final = ThreadPoolExecutor(max_workers=4, thread_name_prefix="password")
_hasher: Final = PasswordHash((Argon2Hasher(),))


def hash_password(password: str) -> str:
    """Return the hash to keep for a password, salted, with its parameters in it. Takes tens of milliseconds."""
    return _hasher.hash(password)


async def is_password(password: str, kept: str | None) -> bool:
    """Tell whether the password belongs to a kept hash; without one, take the same time and say no."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, _check, password, kept)


def _check(password: str, kept: str | None) -> bool:
    try:
        return _hasher.verify(password, kept or _nobody()) and kept is not None
    except (PwdlibError, UnicodeEncodeError):
        return False


@functools.cache
def _nobody() -> str:
    """Return a hash that no password is kept for."""
    return _hasher.hash("nobody signs in with this")
