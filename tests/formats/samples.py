"""Where the test data is: the project's own examples, and public corpora that lie beside the repository if at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "invoices"
CORPORA = Path(os.environ.get("BURSAR_CORPORA", ROOT.parent / "shared" / "corpora"))

needs_corpora = pytest.mark.skipif(
    not (CORPORA / "einvoice").is_dir(), reason="The public corpora are not beside this repository."
)


def example(name: str) -> bytes:
    return (EXAMPLES / name).read_bytes()
