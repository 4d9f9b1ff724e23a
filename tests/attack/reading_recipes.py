"""Requests that reach for the neighbour's through what reads, codes and judges documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.attack.holdings import Holdings
    from tests.attack.recipes import Bodies


def _coding(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    lines = [{"description": "Reach"}]
    yield {"json": {"legal_entity_id": ids["entity"], "lines": lines}}
    yield {"json": {"legal_entity_id": ours.ids["entity"], "vendor_id": ids["vendor"], "lines": lines}}


def _validation(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    # Nothing is named but what the file says of itself.
    yield {"files": {"file": ("reach.xml", f"<reach>{ids['document']}</reach>".encode())}}


BODIES: Mapping[tuple[str, str], Bodies] = {
    ("POST", "/v1/bills/suggest-coding"): _coding,
    ("POST", "/v1/documents/validate"): _validation,
}
