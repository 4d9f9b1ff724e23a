"""`bursar eval --model`: what it prints and keeps of a model, and what it says where none can be asked."""

import asyncio
import json
import re
import subprocess
from pathlib import Path

import pytest

from bursar.cli.evaluation.measured_model import model_to_measure
from bursar.cli.terminal import CommandFailed
from bursar.kit.llm.fake import FakeProvider, Play
from bursar.kit.settings import Settings
from tests.agents.test_model_faults import reads
from tests.cli.commands import bursar
from tests.evals.test_with_model import document

MODEL = "gpt-5-mini"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three files of somebody's own, with labels."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for one in map(document, range(3)):
        (folder / f"{one.name}.pdf").write_bytes(one.pdf)
        (folder / f"{one.name}.json").write_text(json.dumps(one.truth.as_json()))
    return folder


async def evaluated(fake: FakeProvider, folder: Path, *more: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command while the fake provider answers it."""
    there = {"BURSAR_LLM_PROVIDER": "openai", "BURSAR_LLM_BASE_URL": fake.base_url, "BURSAR_LLM_API_KEY": "secret-key"}
    asked = ("eval", "extraction", "--documents-dir", folder, "--model", MODEL, *more)
    return await asyncio.to_thread(lambda: bursar(*asked, cwd=folder.parent, **there))


async def test_what_a_model_brought_and_took_is_printed_and_written_as_json(folder: Path, tmp_path: Path) -> None:
    async with FakeProvider(answer=reads).serving() as fake:
        done = await evaluated(fake, folder, "--json", tmp_path / "now.json", "--at-once", "2")
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "now.json").read_text())
    assert report["settings"] == {"documents": "own", "model": MODEL}
    part = report["parts"]["own"]
    assert (part["model"]["calls"], part["compared"]["header"]["gained"]) == (len(fake.seen), 3) == (3, 3)
    for told in (f"with {MODEL}", "3 gained, 0 spoiled, 0 invented", "3 of 3 documents", "3 calls, 1.00 a document"):
        assert told in " ".join(done.stdout.split()), done.stdout
    assert f"${part['cost']}" in done.stdout
    assert {one.key for one in fake.seen} == {"secret-key"}
    assert "secret-key" not in done.stdout + done.stderr + json.dumps(report)


async def test_an_outage_in_the_middle_is_a_report_that_says_so_and_an_exit_status(
    folder: Path, tmp_path: Path
) -> None:
    before = {"parts": {"own": {"fields": {"invoice_number": {"f1": 1.0, "f1_low": 0.9}}}}}
    (tmp_path / "before.json").write_text(json.dumps(before))
    more = ("--at-once", "1", "--json", tmp_path / "now.json", "--baseline", tmp_path / "before.json")
    async with FakeProvider([Play.ANSWER, *[Play.TRUNCATED] * 40], answer=reads).serving() as fake:
        done = await evaluated(fake, folder, *more)
    assert done.returncode == 1
    assert "2 questions had no answer" in " ".join(done.stdout.split())
    assert "The model was not heard on 2 questions" in done.stderr
    assert "own: invoice_number has F1 0.5000; it was 1.0000" in done.stderr
    use = json.loads((tmp_path / "now.json").read_text())["parts"]["own"]["model"]
    assert (use["answered"], sum(use["without_answer"].values())) == (1, 2)


async def test_a_model_that_the_provider_refuses_is_not_measured(folder: Path) -> None:
    async with FakeProvider([Play.REJECTED] * 40).serving() as fake:
        done = await evaluated(fake, folder)
    assert (done.returncode, done.stdout, len(fake.seen)) == (1, "", 1)
    assert "the provider refused the first call" in done.stderr
    assert "BURSAR_LLM_API_KEY" in done.stderr


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"llm_provider": "none", "llm_api_key": "k"}, "set BURSAR_LLM_PROVIDER"),
        ({"llm_provider": "anthropic"}, "set BURSAR_LLM_API_KEY"),
        ({"llm_provider": "openai", "llm_api_key": "k", "llm_models": " ,"}, "--model names no model"),
        (
            {"llm_provider": "openai", "llm_api_key": "k", "llm_models": f"{MODEL},x"},
            "set BURSAR_LLM_PRICES to x=input",
        ),
    ],
)
def test_where_no_model_can_be_asked_it_says_what_to_set(said: dict[str, str], told: str) -> None:
    with pytest.raises(CommandFailed, match=re.escape(told)):
        model_to_measure(Settings(**{"llm_models": MODEL, **said}))


@pytest.mark.parametrize("what", ["extraction", "coding"])
def test_without_a_provider_nothing_is_measured(tmp_path: Path, what: str) -> None:
    done = bursar("eval", what, "--model", MODEL, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "set BURSAR_LLM_PROVIDER" in done.stderr
    assert "Traceback" not in done.stderr
