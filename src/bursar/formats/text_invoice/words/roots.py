"""Roots of words, by which captions are known that no list of labels has."""

from __future__ import annotations

import re


def roots(text: str) -> re.Pattern[str]:
    """Return what finds any of some roots, divided by commas: a root begins a word, one with "~" stands anywhere."""
    listed = sorted({" ".join(one.split()) for one in text.split(",") if one.strip()}, key=len, reverse=True)
    within = [one[1:] for one in listed if one.startswith("~")]
    begun = [one for one in listed if not one.startswith("~")]
    return re.compile("|".join([rf"(?<!\w)(?:{'|'.join(begun)})", *within]))
