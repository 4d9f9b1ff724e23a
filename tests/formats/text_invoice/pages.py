"""Pages made of text, read."""

from __future__ import annotations

from bursar.core.extraction import Evidence, Record
from bursar.formats.text_invoice.reader import read_text_invoice
from bursar.formats.text_pages import text_pages


def fields(said: str) -> Record:
    """Return the header of a page that says this."""
    return read_text_invoice(text_pages(said.encode())).fields


def values(said: str) -> dict[str, str]:
    """Return the header of a page that says this, as plain values."""
    return {name: value.value for name, value in fields(said).items()}


def evidence(said: str, name: str) -> set[Evidence]:
    """Return what speaks for one value of a page that says this."""
    return set(fields(said)[name].evidence)
