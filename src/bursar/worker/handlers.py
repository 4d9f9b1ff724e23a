"""All handlers of jobs, for whoever runs jobs: the Celery worker and the API's own runner alike."""

import importlib
import pkgutil
from typing import Final

import bursar

# Slices and agents; nothing below them has jobs.
_FEATURES: Final = frozenset(
    {
        "agents",
        "approvals",
        "cash",
        "documents",
        "exchange",
        "forecasting",
        "ledger",
        "parties",
        "payables",
        "platform",
        "receivables",
        "rules",
    }
)


def import_handlers() -> tuple[str, ...]:
    """Import every module named `tasks` of every slice, which registers its handlers; return the modules' names.

    By name and not by a list, so that a new slice's jobs cannot be forgotten.
    """
    names = sorted(
        name
        for package in pkgutil.iter_modules(bursar.__path__, "bursar.")
        if package.ispkg and package.name.rpartition(".")[2] in _FEATURES
        for name in _tasks_below(package.name)
    )
    for name in names:
        importlib.import_module(name)
    return tuple(names)


def _tasks_below(package: str) -> list[str]:
    path = importlib.import_module(package).__path__
    found = []
    for module in pkgutil.iter_modules(path, f"{package}."):
        if module.ispkg:
            found += _tasks_below(module.name)
        elif module.name.endswith(".tasks"):
            found.append(module.name)
    return found
