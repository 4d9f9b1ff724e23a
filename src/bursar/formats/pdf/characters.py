"""What a character code of a PDF says, once ligatures, odd spaces and private codes are written as people write."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_HYPHENS: Final = frozenset({0x02, 0x00AD, 0x2010, 0x2011, 0xFFFE})  # 0x02 and 0xFFFE are PDFium's, at a line's end.
_SYMBOLS: Final = range(0xF020, 0xF07F)  # Where fonts of symbols put what others have at 0x20 to 0x7E.
_NOTHING: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_LIGATURES: Final = range(0xFB00, 0xFB07)


@lru_cache(maxsize=4096)
def written(code: int) -> str:
    """Return the text of a code: empty where it says nothing, a space or a line's end where words end."""
    if code in _HYPHENS:
        return "-"
    if code in _SYMBOLS:
        return chr(code - 0xF000)
    if not 0 < code <= 0x10FFFF:
        return ""
    character = chr(code)
    if character.isspace():
        return "\n" if character in "\r\n" else " "
    if unicodedata.category(character) in _NOTHING:
        return ""
    return unicodedata.normalize("NFKC", character) if code in _LIGATURES else character
