"""What the checks say of documents whose official verdict is known: one row for each, for `quality_einvoice`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bursar.core.checks import check_invoice
from bursar.core.invoices import fields
from bursar.formats.einvoice import read_invoice
from bursar.formats.identifiers import vat_id_valid

TODAY: Final = date(2026, 11, 22)  # A fixed day, so that the page does not change by itself.


@dataclass(frozen=True, slots=True)
class Column:
    """A further column of a table: its title and its cell for a file (files that it does not know stay empty)."""

    title: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A document, what the official rules say of it, and what was read and found here."""

    file: str
    valid: bool
    fields: int
    errors: tuple[str, ...]
    warnings: tuple[str, ...]


def verdict_rows(corpora: Path) -> list[VerdictRow]:
    """Read and check every document with a verdict."""
    folder = corpora / "einvoice"
    verdicts = json.loads((folder / "verdicts.json").read_text("utf-8"))
    return [_row(name, (folder / name).read_bytes(), valid=verdict["valid"]) for name, verdict in verdicts.items()]


def _row(name: str, data: bytes, *, valid: bool) -> VerdictRow:
    invoice = read_invoice(data)
    failed = [c for c in check_invoice(invoice, today=TODAY, vat_id_valid=vat_id_valid) if not c.passed]
    errors, warnings = (
        tuple(sorted({check.code for check in failed if check.severity == severity}))
        for severity in ("error", "warning")
    )
    return VerdictRow(name, valid, len(fields(invoice)), errors, warnings)


def verdict_table(rows: Sequence[VerdictRow], columns: Sequence[Column] = ()) -> str:
    """Draw the table, with any further columns such as where the document ends in the books."""
    titles = ["file", "official rules", "fields read", "errors here", "warnings here", *(c.title for c in columns)]
    body = [
        [
            row.file,
            "valid" if row.valid else "not valid",
            str(row.fields),
            ", ".join(row.errors) or "none",
            ", ".join(row.warnings) or "none",
            *(column.cells.get(row.file, "") for column in columns),
        ]
        for row in rows
    ]
    head = ["| " + " | ".join(titles) + " |", "|---|---|---:|---|---|" + "---|" * len(columns)]
    return "\n".join([*head, *("| " + " | ".join(cells) + " |" for cells in body)])
