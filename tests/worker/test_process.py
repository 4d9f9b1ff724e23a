import importlib
from pathlib import Path

import pytest

import bursar
from bursar.kit.settings import BadSettings, Settings
from bursar.platform.jobs.handlers import HANDLERS
from bursar.worker.handlers import import_handlers
from bursar.worker.process import run


def test_every_module_of_jobs_is_imported_by_its_name() -> None:
    root = Path(bursar.__file__).parent
    written = {
        ".".join(file.relative_to(root.parent).with_suffix("").parts)
        for file in root.rglob("tasks.py")
        if (file.parent / "__init__.py").exists() and file.parent.name != "tables"
    }
    assert set(import_handlers()) == written
    kinds = {
        kind
        for kind, handler in HANDLERS.items()
        if handler.__module__.startswith("bursar.")
        and importlib.import_module(handler.__module__).__name__ not in written
    }
    assert not kinds, "these handlers live where no worker looks"


def test_a_worker_without_redis_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="BURSAR_REDIS_URL"):
        run(Settings(home=tmp_path), {})
