"""The house rules that no linter knows: sizes, names, what may stand in a tracked file, the ladder, the locks."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE_LINES = 400
FUNCTION_LINES = 60

# A migration is written once and never edited, so it may be as long as the tables it makes.
UNBOUNDED = "src/bursar/tables/migrations/versions/"
NAMELESS = {"util", "utils", "helper", "helpers", "service", "services", "repository", "repositories", "common", "misc"}

# Spelled in pieces, so that this file does not find itself.
MACHINE = re.compile(
    "|".join(
        (
            r"(?<![\w.<{$])/" + "work/",
            r"(?<![\w.<{$])/" + "root/",
            r"(?<![\w.<{$])/home/" + r"\w+/",
            r"/opt/" + "(pypi|wheels)",
            "pypi" + r"\.org",
            "pythonhosted" + r"\.org",
            "registry" + r"\.npmjs",
            "/tmp/" + "spike",
        )
    )
)


@cache
def tracked() -> tuple[str, ...]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return tuple(name for name in listing.stdout.decode().split("\0") if name and (ROOT / name).is_file())


def python_files() -> list[str]:
    return [name for name in tracked() if name.endswith(".py") and not name.startswith(UNBOUNDED)]


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes: list[ast.AST] = [ast.parse((ROOT / name).read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        # No function stands in an expression, of which there are many more.
        nodes += [one for one in ast.iter_child_nodes(node) if not isinstance(one, ast.expr)]


def test_there_is_something_to_judge() -> None:
    assert len(python_files()) > 20


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > FILE_LINES} == {}


def test_every_function_fits_a_screen() -> None:
    lengths = {
        f"{name}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for name in python_files()
        for function in functions(name)
    }
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {part for name in python_files() for part in Path(name).with_suffix("").parts}
    assert parts & NAMELESS == set()


def test_no_tracked_file_names_a_machine_or_a_package_registry() -> None:
    found = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # A PDF fixture and its like.
        found += [f"{name}: {match.group()}" for match in MACHINE.finditer(text)]
    assert found == []


@pytest.mark.parametrize("lock", ["requirements/run.txt", "requirements/dev.txt"])
def test_a_lock_file_pins_every_package_by_hash_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" + "-url" not in text
    requirements = [
        entry for entry in re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)) if entry
    ]
    assert len(requirements) > 30
    assert [
        entry for entry in requirements if not re.match(r"[\w.\-\[\],]+==\S+.*--hash=sha256:", entry, re.DOTALL)
    ] == []


def test_what_runs_and_what_tests_are_the_same_versions() -> None:
    def pins(lock: str) -> set[str]:
        text = (ROOT / lock).read_text(encoding="utf-8")
        return set(re.findall(r"^([\w.\-]+(?:\[[\w,]+\])?==[^\s;\\]+)", text, re.MULTILINE))

    assert pins("requirements/run.txt") <= pins("requirements/dev.txt")


def test_the_ladder_the_slice_and_the_doors_are_kept() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"]
    environment = os.environ | {"PYTHONPATH": "src", "NO_COLOR": "1"}
    outcome = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
