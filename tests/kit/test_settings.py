from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import ValidationError

from bursar.kit.settings import BadSettings, Settings, default_home, load, origins


@pytest.fixture(autouse=True)
def _empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep this machine's own settings out."""
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "PORT", "DATABASE_URL", "REDIS_URL", "SECRET_KEY", "LOG_LEVEL"):
        monkeypatch.delenv(f"BURSAR_{name}", raising=False)


def places(settings: Settings) -> Mapping[str, tuple[str, str]]:
    return {origin.name: (origin.value, origin.place) for origin in origins(settings)}


def test_a_flag_wins_over_the_environment_over_dotenv_over_toml_over_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert places(load())["port"] == ("8000", "default")
    (tmp_path / "bursar.toml").write_text("port = 1\n")
    assert places(load())["port"] == ("1", "bursar.toml port")
    (tmp_path / ".env").write_text("BURSAR_PORT=2\n")
    assert places(load())["port"] == ("2", ".env BURSAR_PORT")
    monkeypatch.setenv("BURSAR_PORT", "3")
    assert places(load())["port"] == ("3", "environment BURSAR_PORT")
    assert places(load(port=4))["port"] == ("4", "flag --port")


def test_a_flag_that_was_not_given_does_not_hide_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BURSAR_PORT", "3")
    assert load(port=None).port == 3


def test_every_setting_is_listed_with_its_value_and_secrets_are_masked() -> None:
    settings = load(database_url="postgresql://me:hunter2@db/books", secret_key="k" * 32)
    listed = places(settings)
    assert list(listed) == list(Settings.model_fields)
    assert listed["database_url"][0] == "**********"
    assert listed["redis_url"] == ("", "default")
    assert "hunter2" not in repr(settings)
    assert "hunter2" not in str(origins(settings))


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("bursar.toml", "prot = 1\n", "unknown setting bursar.toml prot; did you mean bursar.toml port?"),
        (".env", "BURSAR_PROT=1\n", "unknown setting .env BURSAR_PROT; did you mean .env BURSAR_PORT?"),
        ("bursar.toml", "zzz = 1\n", "unknown setting bursar.toml zzz"),
        ("bursar.toml", "port = 'many'\n", "bad setting bursar.toml port: "),
        ("bursar.toml", "port = \n", "bursar.toml cannot be read"),
    ],
)
def test_a_mistake_in_a_file_is_named_with_its_place(tmp_path: Path, file: str, text: str, message: str) -> None:
    (tmp_path / file).write_text(text)
    with pytest.raises(BadSettings) as caught:
        load()
    assert message in str(caught.value)


def test_an_unknown_variable_with_our_prefix_is_refused_but_other_variables_are_none_of_our_business(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("OTHER_KEY=1\n")
    monkeypatch.setenv("BURSAR_CORPORA", "somewhere")
    load()
    monkeypatch.setenv("BURSAR_DATABASE", "x")
    with pytest.raises(BadSettings, match="unknown setting environment BURSAR_DATABASE"):
        load()


def test_an_unknown_flag_is_refused() -> None:
    with pytest.raises(BadSettings, match="flag --prot"):
        load(prot=1)


def test_a_refused_secret_is_not_repeated_in_the_message() -> None:
    with pytest.raises(BadSettings) as caught:
        load(secret_key="hunter2", database_url="mysql://me:hunter3@db/books")
    assert "secret-key" in str(caught.value)
    assert "postgresql://" in str(caught.value)
    assert "hunter" not in str(caught.value)


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BURSAR_REDIS_URL", "")
    assert load().redis_url is None


def test_settings_never_change_after_the_start() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load().port = 1  # type: ignore[misc]


def test_the_home_is_absolute_and_understands_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert load(home="~/books").home == tmp_path / "books"
    assert load(home="books").home == Path.cwd() / "books"


def test_the_default_home_suits_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert default_home() == Path("/var/lib/bursar")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_home() == Path("/data/bursar")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert default_home() == Path("~/.local/share/bursar").expanduser()
