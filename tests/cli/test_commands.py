"""The small commands: config, version, and what is said to those who ask for what is not there."""

import json
from pathlib import Path

from bursar import __version__
from tests.cli.commands import bursar

SECRET = "a secret key that is long enough to be one"


def test_config_tells_where_each_value_came_from_and_masks_secrets(tmp_path: Path) -> None:
    (tmp_path / "bursar.toml").write_text("job_concurrency = 7\n")
    (tmp_path / ".env").write_text("BURSAR_PORT=9001\n")
    given = {"BURSAR_SECRET_KEY": SECRET, "BURSAR_DATABASE_URL": "postgresql://me:hidden@db.example/books"}
    done = bursar("config", "show", "--origin", "--json", "--home", tmp_path, cwd=tmp_path, **given)
    told = json.loads(done.stdout)
    assert told["job_concurrency"] == {"value": "7", "origin": "bursar.toml job_concurrency"}
    assert told["port"] == {"value": "9001", "origin": ".env BURSAR_PORT"}
    assert told["home"] == {"value": str(tmp_path), "origin": "flag --home"}
    assert told["host"] == {"value": "127.0.0.1", "origin": "default"}
    assert told["secret_key"]["origin"] == "environment BURSAR_SECRET_KEY"
    drawn = bursar("config", "show", "--origin", cwd=tmp_path, **given)
    assert "environment BURSAR_DATABASE_URL" in drawn.stdout
    for shown in (done.stdout, drawn.stdout):
        assert SECRET not in shown
        assert "hidden" not in shown


def test_a_setting_that_does_not_exist_is_named_with_the_one_that_was_meant() -> None:
    done = bursar("config", "show", BURSAR_PROT="1")
    assert done.returncode == 2
    assert "BURSAR_PORT" in done.stderr


def test_the_version_is_that_of_the_package() -> None:
    assert bursar("version").stdout == f"bursar {__version__}\n"


def test_help_names_every_command() -> None:
    told = bursar("--help").stdout
    for command in ("start", "serve", "worker", "setup", "intake", "read-again", "try", "config", "verify", "version"):
        assert f" {command} " in told


def test_commands_without_what_they_need_say_what_is_missing(tmp_path: Path) -> None:
    for arguments, missing in (
        (["serve", "--home", tmp_path, "--port", "0"], "BURSAR_DATABASE_URL"),
        (["worker", "--home", tmp_path], "BURSAR_REDIS_URL"),
        (["intake", "README-that-is-not-there"], "does not exist"),
        (["intake", tmp_path, "--url", "http://127.0.0.1:1"], "no file"),
        (["intake", __file__, "--url", "http://127.0.0.1:1"], "bursar start"),
        (["intake", __file__, "--url", "http://bursar.example"], "BURSAR_EMAIL"),
        (["read-again"], "Missing argument"),
        (["read-again", "document_x", "--url", "http://127.0.0.1:1"], "bursar start"),
    ):
        done = bursar(*arguments)
        assert done.returncode != 0
        assert missing in done.stderr, done.stderr
        assert "Traceback" not in done.stderr
