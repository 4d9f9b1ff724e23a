import asyncio
import io
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bursar.core.errors import Refused
from bursar.kit import sandbox, sandboxed
from bursar.kit.errors import UnsupportedMedia
from bursar.kit.sandbox import Limits, SandboxCrashed, SandboxFailed, SandboxMemory, SandboxTimeout, run
from tests.kit import sandbox_functions

for name, value in vars(sandbox_functions).items():
    if getattr(value, "__module__", "") == sandbox_functions.__name__:
        sandbox.allow(name, f"tests.kit.sandbox_functions:{name}")


def children() -> set[str]:
    """Give the pids of our live children, without the `ps` that lists them."""
    command = ["ps", "-o", "pid=,comm=", "--ppid", str(os.getpid())]
    listing = subprocess.run(command, capture_output=True, text=True, check=False)
    return {line.split()[0] for line in listing.stdout.splitlines() if line.split()[1] != "ps"}


async def test_bytes_and_arguments_go_in_and_json_with_bytes_comes_out() -> None:
    every_byte = bytes(range(256))
    assert await run("echo", every_byte, max_pages=3) == {"data": every_byte, "size": 256, "named": {"max_pages": 3}}


async def test_a_file_of_the_largest_accepted_size_passes_through() -> None:
    data = os.urandom(25 * 1024 * 1024)
    assert (await run("echo", data))["data"] == data


async def test_what_the_function_prints_does_not_disturb_its_answer() -> None:
    assert await run("talkative", b"answer") == "answer"


async def test_the_child_sees_neither_our_environment_nor_our_directory_and_imports_no_framework() -> None:
    around = await run("around", b"")
    assert set(around["environment"]) <= {"LC_CTYPE"}
    assert around["directory"] == "/"
    assert not {"asyncio", "pydantic", "sqlalchemy", "fastapi"} & set(around["modules"])


async def test_a_refusal_inside_is_the_same_refusal_outside() -> None:
    with pytest.raises(Refused) as caught:
        await run("refuses", b"")
    refusal = caught.value
    assert type(refusal) is Refused
    assert (refusal.code, refusal.message, refusal.pointer) == ("no_invoice", "this is no invoice", "/file")
    assert dict(refusal.details) == {"kind": "poem"}


async def test_a_refusal_of_a_class_keeps_its_class_and_status() -> None:
    with pytest.raises(UnsupportedMedia) as caught:
        await run("refuses_as_a_class", b"")
    assert caught.value.status == UnsupportedMedia.status


async def test_a_sleeping_function_is_ended_by_the_wall_clock() -> None:
    begin = time.monotonic()
    with pytest.raises(SandboxTimeout):
        await run("sleeps", b"", limits=Limits(wall_seconds=0.5))
    assert time.monotonic() - begin < 5


async def test_a_spinning_function_is_ended_by_its_cpu_time() -> None:
    with pytest.raises(SandboxTimeout, match="CPU"):
        await run("spins", b"", limits=Limits(cpu_seconds=1))


async def test_a_hoarding_function_is_ended_by_its_memory_and_ours_does_not_grow() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(SandboxMemory):
        await run("hoards", b"", limits=Limits(memory_bytes=256 * 1024 * 1024))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


@pytest.mark.parametrize("death", ["SIGSEGV", "SIGABRT", "SIGTERM"])
async def test_a_death_by_signal_is_a_crash(death: str) -> None:
    with pytest.raises(SandboxCrashed):
        await run("dies", death.encode())


async def test_a_death_by_the_kernel_counts_as_want_of_memory() -> None:
    with pytest.raises(SandboxMemory):
        await run("dies", b"SIGKILL")


@pytest.mark.parametrize("function", ["exits", "raises", "returns_a_decimal", "writes_a_file", "opens_many"])
async def test_whatever_else_goes_wrong_is_a_crash(function: str) -> None:
    with pytest.raises(SandboxCrashed) as caught:
        await run(function, b"")
    assert caught.value.details["what"]


@pytest.mark.parametrize(
    "lie",
    [
        b"",
        b"not json",
        b"[]",
        b'{"refused": {}}',
        b'{"refused": {"class": "builtins:SystemExit", "code": "x", "message": "y", "details": 3}}',
    ],
)
async def test_a_child_that_was_taken_over_can_only_cause_a_refusal(lie: bytes) -> None:
    with pytest.raises(Refused):
        await run("lies", lie)


async def test_no_file_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / "file"
    with pytest.raises(SandboxCrashed):
        await run("writes_a_file", str(target).encode())
    assert not target.exists() or target.read_bytes() == b""


async def test_an_endless_answer_is_cut_off() -> None:
    with pytest.raises(SandboxCrashed) as caught:
        await run("floods", b"", limits=Limits(output_bytes=1_000_000))
    assert "too large" in caught.value.details["what"]


async def test_an_endless_answer_is_cut_off_although_nobody_reads_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    read = asyncio.StreamReader.read

    async def late(stream: asyncio.StreamReader, size: int = -1) -> bytes:
        chunk = await read(stream, size)
        await asyncio.sleep(0.1)  # The pipe fills meanwhile, and asyncio stops looking at it.
        return chunk

    monkeypatch.setattr(asyncio.StreamReader, "read", late)
    with pytest.raises(SandboxCrashed) as caught:
        await run("floods", b"", limits=Limits(output_bytes=100_000, wall_seconds=5))
    assert "too large" in caught.value.details["what"]


async def test_a_run_out_of_time_ends_although_its_answer_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read = asyncio.StreamReader.read
    seen: list[bytes] = []

    async def late(stream: asyncio.StreamReader, size: int = -1) -> bytes:
        seen.append(await read(stream, size))
        if len(seen) == 1:
            await asyncio.sleep(60)
        return seen[-1]

    before = children()
    monkeypatch.setattr(asyncio.StreamReader, "read", late)
    with pytest.raises(SandboxTimeout):
        await run("floods", b"", limits=Limits(wall_seconds=1))
    assert children() <= before


async def test_a_name_that_was_not_allowed_runs_nothing() -> None:
    with pytest.raises(KeyError):
        await run("os:getcwd", b"")


async def test_a_cancelled_run_leaves_no_process_behind() -> None:
    before = children()
    task = asyncio.create_task(run("sleeps", b""))
    await asyncio.sleep(0.3)
    assert children() - before
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.sleep(0.05)
    assert not children() - before


def test_no_more_runs_than_allowed_go_on_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async def race() -> float:
        sandbox.allow_at_once(1)
        begin = time.monotonic()
        naps = (run("sleeps", b"", limits=Limits(wall_seconds=0.3)) for _ in range(3))
        outcomes = await asyncio.gather(*naps, return_exceptions=True)
        assert all(isinstance(outcome, SandboxTimeout) for outcome in outcomes)
        return time.monotonic() - begin

    monkeypatch.setattr(sandbox, "_runs_at_once", 2)
    assert asyncio.run(race()) >= 0.9


async def test_a_run_costs_little_more_than_an_interpreter() -> None:
    await run("echo", b"")
    begin = time.monotonic()
    for _ in range(5):
        await run("echo", b"")
    assert (time.monotonic() - begin) / 5 < 0.5


def test_every_failure_is_a_refusal_with_a_code_of_its_own() -> None:
    kinds = (SandboxFailed, SandboxTimeout, SandboxMemory, SandboxCrashed)
    assert len({kind.code for kind in kinds}) == 4
    assert all(issubclass(kind, Refused) for kind in kinds)


@pytest.mark.parametrize("function", ["echo", "refuses", "raises", "returns_a_decimal"])
def test_the_inside_always_answers_with_one_envelope(function: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    (kind,) = json.loads(sandboxed.envelope(f"tests.kit.sandbox_functions:{function}", "{}"))
    assert kind == {"echo": "value", "refuses": "refused"}.get(function, "raised")
