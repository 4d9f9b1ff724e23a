"""The phrases that name values on invoices, in one shape for each language."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from bursar.formats.text_invoice.words.labels import de, en, es, fr, it, nl, pl, pt

LANGUAGES: Final = MappingProxyType({"en": en, "de": de, "fr": fr, "es": es, "it": it, "nl": nl, "pl": pl, "pt": pt})
