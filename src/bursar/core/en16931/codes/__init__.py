"""The code lists that EN 16931 allows, as sets; which value must be in which is said in `code_lists`."""

from __future__ import annotations


def codes(text: str) -> frozenset[str]:
    """Return the codes that stand in the text with white space between them."""
    return frozenset(text.split())
