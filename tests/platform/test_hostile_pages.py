"""What wants to use up a machine ends in a result or a refusal, in a process that has 512 MiB and no more."""

import asyncio
import resource
from pathlib import Path

import pytest

from bursar.core.errors import Refused
from bursar.kit import sandbox
from bursar.kit.sandbox import Limits
from bursar.platform import parsing
from tests.platform.hostile_pdfs import HOSTILE

MEBI = 1024 * 1024
# As everywhere, but for time: what takes longer is refused sooner here.
LIMITS = Limits(cpu_seconds=2, wall_seconds=25.0)
ENDS = {
    "pdf_broken",
    "pdf_too_many_pages",
    "no_text",
    "not_an_invoice",
    "parsing_crashed",
    "parsing_needed_too_much_memory",
    "parsing_took_too_long",
}


def resident() -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))


async def end(data: bytes) -> str:
    """Return how the reading of some bytes ends."""
    try:
        found = await sandbox.run("received.read", data, limits=LIMITS, max_pages=500)
    except Refused as refused:
        return refused.code
    parsing.PageRead.from_json(found)
    return "read"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Only Linux limits address space.")
async def test_no_file_takes_more_than_its_process_has() -> None:
    assert LIMITS.memory_bytes == Limits().memory_bytes == 512 * MEBI
    files = {name: make() for name, make in HOSTILE.items()}
    before, children = resident(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    ends = dict(zip(files, await asyncio.gather(*(end(data) for data in files.values())), strict=True))
    assert {name: code for name, code in ends.items() if code not in {*ENDS, "read"}} == {}
    # What another test has run before may have been larger.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= max(children, 512 * 1024)
    assert resident() - before < 64 * MEBI
    assert ends["a page without an end"] in {"no_text", "read"}
    assert ends["twenty thousand pages"] == "pdf_too_many_pages"
    assert {ends["a gigabyte of text packed twice"], ends["a gigabyte of XML as an attachment"]} <= ENDS
