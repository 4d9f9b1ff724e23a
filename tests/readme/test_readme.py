"""Every command of the README is run.

The blocks of a section go to one shell, one after the other, as a reader pastes them into one terminal. What is not run
to the letter, and why:

- `make run` and `make test` install packages and run this suite; whoever proves a clean clone runs both (`.ci/run` runs
  `make test`). Here make is asked what they would start, and `make run`'s instance is started by that command.
- `. .venv/bin/activate` becomes a PATH with the same command from the environment that runs the tests.
- Addresses of servers and ports are those of servers that the test started.
"""

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bursar.cli.embedded import throwaway
from tests.ground import wait_until
from tests.redis_server import redis_program, redis_server

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECONDS = 120

# What a section needs to have been started, and the sections that a test below runs.
MAKE = "Two commands"
FIRST_INVOICE = "A first invoice in five minutes"
SCALE_OUT = "How it scales out"
CONFIGURATION = "Configuration"
READING = "Reading documents"
COVERED = {MAKE, FIRST_INVOICE, SCALE_OUT, CONFIGURATION, READING}


def sections() -> dict[str, list[str]]:
    """Return the shell blocks of every section that has some."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"^## ", README, flags=re.MULTILINE):
        blocks = re.findall(r"^```(?:sh|bash|shell|console)\n(.*?)^```", part, flags=re.MULTILINE | re.DOTALL)
        if blocks:
            found[part.partition("\n")[0]] = blocks
    return found


needs_curl = pytest.mark.skipif(
    shutil.which("curl") is None or shutil.which("bash") is None, reason="needs curl and bash"
)


@pytest.fixture
def home() -> Iterator[Path]:
    """Give a home that PostgreSQL's own account can enter, which pytest's temporary directory is not."""
    directory = Path(tempfile.mkdtemp(prefix="bursar-readme-"))
    directory.chmod(0o711)
    yield directory / "home"
    link = directory / "home" / "postgres"
    if link.is_symlink():
        shutil.rmtree(link.readlink().parent, ignore_errors=True)
    shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture
def environment(home: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a newcomer: nothing of ours set, and the `bursar` command on PATH."""
    command = tmp_path / "bursar"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m bursar.cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BURSAR_")}
    return kept | {
        "PATH": os.pathsep.join([str(tmp_path), str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT / "src"),
        "BURSAR_HOME": str(home),
        "BURSAR_PORT": str(free_port()),
    }


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def run(blocks: list[str], environment: Mapping[str, str]) -> str:
    """Run the blocks in one shell that stops at the first failure, and return what they print.

    What the shell started ends with it, whatever happens.
    """
    script = "\n".join(blocks).replace(". .venv/bin/activate", ":")
    shell = subprocess.Popen(
        ["bash", "-eu", "-c", script],
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        printed, told = shell.communicate(timeout=SECONDS)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(shell.pid, signal.SIGTERM)
    assert shell.returncode == 0, f"{script}\n--- stdout\n{printed}\n--- stderr\n{told}"
    return printed


def is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def recipe(target: str) -> list[str]:
    """Return the commands that make would run for a target; what is only installed first is left out."""
    if shutil.which("make") is None:
        pytest.skip("there is no make here")
    # The make that runs this test, if one does, is none of its business.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--dry-run", "--always-make", "--no-print-directory", target]
    printed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return printed.stdout.splitlines()


@contextmanager
def started(environment: Mapping[str, str], log: Path) -> Iterator[None]:
    """Run what `make run` runs once everything is installed, until it is interrupted as by Ctrl-C."""
    assert recipe("run")[-1].split() == [".venv/bin/bursar", "start"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["bursar", "start"],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        wait_until(lambda: is_ready(int(environment["BURSAR_PORT"])), SECONDS, "`bursar start`")
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(SECONDS)


def test_every_section_with_commands_is_run() -> None:
    assert set(sections()) == COVERED


def test_every_command_stands_in_a_block_that_is_found() -> None:
    fences = re.findall(r"^```(\w*)$", README, flags=re.MULTILINE)
    assert fences.count("sh") == sum(map(len, sections().values()))
    assert set(fences) == {"sh", ""}


def test_the_two_commands_are_those_of_the_makefile() -> None:
    assert sections()[MAKE] == ["make run\n", "make test\n"]
    assert "pytest" in "\n".join(recipe("test"))
    assert "--require-hashes" in "\n".join(recipe("run"))


def test_the_files_that_the_page_links_to_are_there() -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []


@needs_curl
@pytest.mark.slow
def test_a_first_invoice_goes_from_file_to_balanced_books(environment: dict[str, str], tmp_path: Path) -> None:
    with started(environment, tmp_path / "start.log"):
        printed = run(sections()[FIRST_INVOICE], environment)
    assert '"state": "pending"' in printed
    assert "'difference': {'amount': '0.00'" in printed


@needs_curl
@pytest.mark.slow
@pytest.mark.skipif(redis_program() is None, reason="there is no redis-server here")
def test_it_scales_out_to_several_processes_on_real_servers(environment: dict[str, str]) -> None:
    ports = {"8001": str(free_port()), "8002": str(free_port())}
    with throwaway() as postgres, redis_server() as redis:
        script = "".join(sections()[SCALE_OUT])
        for written, real in ports.items():
            script = script.replace(f"--port {written}", f"--port {real}")
        script, changed = re.subn(r"postgresql://\S+", postgres.url, script)
        script, again = re.subn(r"redis://\S+", redis.url, script)
        assert (changed, again) == (1, 1)
        ready = [f"http://127.0.0.1:{port}/readyz" for port in ports.values()]
        waiting = [f"until curl -fsS {url} 2>/dev/null; do sleep 0.2; done" for url in ready]
        intake = "bursar intake examples/invoices/ubl-five-lines.xml --url http://127.0.0.1:"
        working = ["bursar setup --demo", intake + ports["8001"], intake + ports["8002"]]
        # A shell that is not interactive has what it runs in the background ignore SIGINT.
        printed = run([script, *waiting, *working, "kill $(jobs -p)", "wait || true"], environment)
    assert printed.count('"ready"') == 2
    assert "proposed" in printed


def test_the_settings_are_shown_with_their_origin(environment: dict[str, str]) -> None:
    printed = run(sections()[CONFIGURATION], {**environment, "COLUMNS": "200"})
    assert re.search(r"port +\d+ +environment BURSAR_PORT", printed)


def test_documents_are_read_without_an_instance(environment: dict[str, str]) -> None:
    printed = run(sections()[READING], environment)
    assert "ubl-five-lines.xml  ubl_invoice, " in printed
    assert re.search(r"invoice_number +\S+", printed)
