"""`bursar eval extraction`: what it prints, what it keeps, when it fails, and what it never shows."""

import json
from pathlib import Path

import pytest

from bursar.evals.datasets import HELD_OUT, SETS
from bursar.evals.rendering.documents import rendered
from bursar.evals.rendering.first.layouts import FIRST
from tests.cli.commands import bursar

SHORT = ("eval", "extraction", "--documents", "6")


def test_fields_are_printed_with_intervals_and_written_as_json(tmp_path: Path) -> None:
    done = bursar(*SHORT, "--json", tmp_path / "report.json", cwd=tmp_path, COLUMNS="100")
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["settings"] == {"seed": 1, "documents": 6, "layouts": "all"}
    counts = {"development": 5, "fitting": 1, "held_out": 1}
    assert {name: part["documents"] for name, part in report["parts"].items()} == counts
    gross = report["parts"]["development"]["fields"]["gross"]
    assert gross["n"] == 5
    assert 0 <= gross["f1_low"] <= gross["f1"] <= gross["f1_high"] <= 1
    for told in ("held out", "gross", "seller_name", "values stand where they are said to stand"):
        assert told in done.stdout


def test_misses_of_layouts_held_out_are_never_shown(tmp_path: Path) -> None:
    done = bursar(*SHORT, "--layouts", "held-out", "--misses", "--json", tmp_path / "report.json", cwd=tmp_path)
    assert "read:" not in done.stdout
    said = done.stdout + (tmp_path / "report.json").read_text()
    assert not any(layout.name in said for layouts, _ in SETS[HELD_OUT] for layout in layouts)


@pytest.mark.parametrize(("before", "status"), [(0.0, 0), (1.1, 1)])
def test_worse_than_the_baseline_beyond_its_interval_fails_and_names_the_field(
    tmp_path: Path, before: float, status: int
) -> None:
    figures = {"gross": {"f1": before, "f1_low": before}}
    (tmp_path / "before.json").write_text(json.dumps({"parts": {"development": {"fields": figures}}}))
    done = bursar(*SHORT, "--layouts", "dev", "--baseline", tmp_path / "before.json", cwd=tmp_path)
    assert done.returncode == status, done.stderr
    assert ("development: gross has F1" in done.stderr) is bool(status)


def test_a_baseline_that_is_none_is_refused_before_anything_is_measured(tmp_path: Path) -> None:
    (tmp_path / "before.json").write_text("{}")
    done = bursar(*SHORT, "--baseline", tmp_path / "before.json", cwd=tmp_path)
    assert done.returncode == 1
    assert "holds no baseline" in done.stderr
    assert "Traceback" not in done.stderr


def test_people_measure_their_own_files(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for document in rendered(FIRST, seed=4, documents=2):
        (folder / f"{document.name}.pdf").write_bytes(document.pdf)
        (folder / f"{document.name}.json").write_text(json.dumps(document.truth.as_json()))
    (folder / "no-labels.pdf").write_bytes(b"")
    done = bursar("eval", "extraction", "--documents-dir", folder, "--json", tmp_path / "report.json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    part = json.loads((tmp_path / "report.json").read_text())["parts"]["own"]
    assert (part["documents"], part["fields"]["gross"]["n"]) == (2, 2)


@pytest.mark.parametrize(
    ("labels", "said"), [(None, "has no PDF with a JSON file"), ("[1]", "not in the form of labels")]
)
def test_files_without_usable_labels_are_named(tmp_path: Path, labels: str | None, said: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    if labels is not None:
        (tmp_path / "a.json").write_text(labels)
    done = bursar("eval", "extraction", "--documents-dir", tmp_path, cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr


def test_duplicates_are_measured_on_the_real_thing_and_compared(tmp_path: Path) -> None:
    figures = {"prefix": {"f1": 1.0, "f1_low": 1.1}}
    (tmp_path / "before.json").write_text(json.dumps({"parts": {"copies": {"fields": figures}}}))
    short = ("eval", "duplicates", "--vendors", "2", "--copies", "1")
    done = bursar(*short, "--baseline", tmp_path / "before.json", "--json", tmp_path / "now.json", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "copies: prefix has F1" in done.stderr
    report = json.loads((tmp_path / "now.json").read_text())
    assert (report["recall"], report["false_alarms"]) == (1.0, 0.0)
    assert report["parts"]["first_time"]["fields"]["all"]["n"] == 16
