import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import SecretStr

from bursar.kit.secrets import load_or_create, role_password, secret_key, signing_seed
from bursar.kit.settings import load

KEY = SecretStr("k" * 40)


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    key = load_or_create(home)
    assert load_or_create(home) == key
    assert len(key.get_secret_value()) >= 32
    assert stat.S_IMODE((home / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["secret.key"]


def test_processes_that_race_for_the_first_start_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = {key.get_secret_value() for key in pool.map(load_or_create, [tmp_path] * 32)}
    assert len(keys) == 1


def test_a_key_file_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    load_or_create(tmp_path)
    file = tmp_path / "secret.key"
    file.chmod(0o644)
    load_or_create(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_damaged_key_is_refused_rather_than_replaced(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text("short")
    with pytest.raises(ValueError, match="damaged"):
        load_or_create(tmp_path)


def test_the_setting_wins_over_the_file(tmp_path: Path) -> None:
    assert secret_key(load(home=tmp_path, secret_key=KEY)) == KEY
    assert not (tmp_path / "secret.key").exists()
    assert secret_key(load(home=tmp_path)) == load_or_create(tmp_path)


def test_derived_secrets_are_stable_and_differ_by_role_and_by_key() -> None:
    other = SecretStr("o" * 40)
    passwords = {role_password(key, role) for key in (KEY, other) for role in ("bursar_app", "bursar_worker")}
    assert len(passwords) == 4
    assert role_password(KEY, "bursar_app") == role_password(KEY, "bursar_app")
    assert all(len(password) == 43 and password.replace("-", "").replace("_", "").isalnum() for password in passwords)
    assert len(signing_seed(KEY)) == 32
    assert signing_seed(KEY) != signing_seed(other)


def test_derivation_is_hkdf_as_the_standard_says() -> None:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  # Only this oracle needs it.
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    oracle = HKDF(SHA256(), 32, b"bursar/1", b"access-token/ed25519").derive(KEY.get_secret_value().encode())
    assert signing_seed(KEY) == oracle
