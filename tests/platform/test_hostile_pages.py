"""What wants to use up a machine ends in a result or a refusal, in a process that has 512 MiB and no more."""

import asyncio
import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

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


async def all_ends() -> dict[str, Any]:
    """Return how the reading of every hostile file ends, all at once, and what memory that took."""
    files = {name: make() for name, make in HOSTILE.items()}
    before = resident()
    ends = dict(zip(files, await asyncio.gather(*(end(data) for data in files.values())), strict=True))
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return {"ends": ends, "largest_child": largest, "grown": resident() - before}


# A process counts as its child's own what it has itself when it begins the child: a worker that ran other tests may
# have more than is allowed, so the files are read from a process that has run nothing.
ALONE = f"""
import asyncio, json
from {__name__} import all_ends
print(json.dumps(asyncio.run(all_ends())))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Only Linux limits address space.")
def test_no_file_takes_more_than_its_process_has() -> None:
    assert LIMITS.memory_bytes == Limits().memory_bytes == 512 * MEBI
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", ALONE], cwd=root, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    ends = found["ends"]
    assert {name: code for name, code in ends.items() if code not in {*ENDS, "read"}} == {}
    assert 64 * MEBI < found["largest_child"] <= 512 * MEBI
    assert found["grown"] < 64 * MEBI
    assert ends["a page without an end"] in {"no_text", "read"}
    assert ends["twenty thousand pages"] == "pdf_too_many_pages"
    assert {ends["a gigabyte of text packed twice"], ends["a gigabyte of XML as an attachment"]} <= ENDS
