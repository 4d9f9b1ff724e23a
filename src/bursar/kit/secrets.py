"""Secrets: one key per installation, and everything else derived from it.

The key is given as `BURSAR_SECRET_KEY` or made once under the home. Passwords of database roles and the seed of the
token signature are derived from it with HKDF (RFC 5869) over SHA-256, each under a label of its own, so that knowing
one tells nothing of another and no further secret has to be stored or shared between processes.
"""

import base64
import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from bursar.kit.settings import Settings

KEY_FILE: Final = "secret.key"
_SALT: Final = b"bursar/1"


def load_or_create(home: Path) -> SecretStr:
    """Return the key kept in `home/secret.key`, making it on first use with mode 0600; safe when two processes race."""
    file = home / KEY_FILE
    with suppress(FileNotFoundError):
        return _read(file)
    home.mkdir(parents=True, exist_ok=True)
    draft = home / f".{KEY_FILE}.{secrets.token_hex(8)}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(secrets.token_urlsafe(48) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        # A link refuses to replace a key that another process made meanwhile; a rename would not.
        with suppress(FileExistsError):
            file.hardlink_to(draft)
    finally:
        draft.unlink()
    return _read(file)


def secret_key(settings: Settings) -> SecretStr:
    """Return the installation's key: the setting if given, else the one kept in the home."""
    return settings.secret_key or load_or_create(settings.home)


def role_password(key: SecretStr, role: str) -> str:
    """Return the password of a database role: 43 characters that need no quoting in an address or in SQL."""
    return base64.urlsafe_b64encode(_derive(key, f"role/{role}")).decode().rstrip("=")


def signing_seed(key: SecretStr) -> bytes:
    """Return the 32-byte private seed of the Ed25519 key (RFC 8032) that signs access tokens."""
    return _derive(key, "access-token/ed25519")


def _read(file: Path) -> SecretStr:
    key = file.read_text(encoding="utf-8").strip()
    if len(key) < 32:
        raise ValueError(f"{file} is damaged: it holds fewer than 32 characters; restore it from a backup")
    if file.stat().st_mode & 0o077:
        file.chmod(0o600)
    return SecretStr(key)


def _derive(key: SecretStr, label: str) -> bytes:
    """Expand the key into 32 bytes for this label: HKDF-SHA256, extract then one block of expand."""
    extracted = hmac.new(_SALT, key.get_secret_value().encode(), hashlib.sha256).digest()
    return hmac.new(extracted, label.encode() + b"\x01", hashlib.sha256).digest()
