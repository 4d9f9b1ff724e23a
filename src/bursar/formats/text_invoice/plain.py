"""Words without case and accents, so that a label is known however it is set."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Return a word in small letters without accents."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    split = unicodedata.normalize("NFKD", folded).replace("ł", "l").replace("ø", "o").replace("œ", "oe")
    return "".join(character for character in split if not unicodedata.combining(character))
