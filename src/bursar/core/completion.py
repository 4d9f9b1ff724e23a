"""What a reading of a page still lacks, and what becomes of it when somebody finds more on the page.

A model costs money and can be wrong, so it is asked for what a bill cannot be without and the reader did not find,
found with little to speak for it, or found contradicted by its own sums; for nothing else. Nor is it asked for what
cannot be found: a page without any sign or code of a currency has none to copy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bursar.core.confidence import AUTO, confidence
from bursar.core.extraction import Evidence, Extraction, Record, Value
from bursar.core.matching import normalise_iban, normalise_name, normalise_tax_id
from bursar.core.money import CURRENCIES

# A bill cannot be without these.
ESSENTIAL: Final = ("invoice_number", "issue_date", "currency", "gross", "seller_name")
# Asked for along the way, when something essential is asked for anyway.
WELCOME: Final = ("due_date", "net", "tax", "seller_tax_id", "order_reference")
DOUBT: Final = Decimal("0.85")  # Below this chance of being right, a value counts as not found.
_SUMS: Final = ("net", "tax", "gross")
_CODE: Final = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_WRITTEN_OUT: Final = "zł"  # A sign of letters; the others are signs to Unicode too.


def lacking(extraction: Extraction, text: str, *, doubt: Decimal = DOUBT) -> tuple[str, ...]:
    """Return the fields to ask for, empty where the reading suffices; `text` is all that stands on the pages."""
    fields = extraction.fields
    wanted = {name for name in ESSENTIAL if name not in fields or fields[name].confidence < doubt}
    if not names_currency(text):
        wanted.discard("currency")
    if not adds_up(fields):
        wanted |= set(_SUMS)
    if not wanted:
        return ()
    wanted |= {name for name in WELCOME if name not in fields}
    return tuple(name for name in (*ESSENTIAL, *WELCOME) if name in wanted)


def completed(extraction: Extraction, found: Mapping[str, Value]) -> Extraction:
    """Return the extraction with what was found put in; sums that are right now speak for their parts.

    What the reader had stays where the finding says the same, and where a finding would make sums contradict
    that do not; then nothing of the sums is taken over.
    """
    fields = dict(extraction.fields)
    for name, value in found.items():
        ours = fields.get(name)
        if ours is None or ours.value != value.value:
            fields[name] = replace(value, confidence=confidence(name, value.method, value.evidence))
    if adds_up(extraction.fields) and not adds_up(fields):
        fields = {name: value for name, value in fields.items() if name not in _SUMS}
        fields |= {name: extraction.fields[name] for name in _SUMS if name in extraction.fields}
    if all(name in fields for name in _SUMS) and adds_up(fields):
        for name in _SUMS:
            fields[name] = _supported(name, fields[name], Evidence.ARITHMETIC)
    return replace(extraction, fields=fields)


def recognised(
    extraction: Extraction, *, tax_ids: Iterable[str], ibans: Iterable[str], names: Iterable[str]
) -> Extraction:
    """Return the extraction with what we know of its seller from before speaking for what it says of them."""
    known = {
        "seller_tax_id": (normalise_tax_id, tax_ids),
        "iban": (normalise_iban, ibans),
        "seller_name": (normalise_name, names),
    }
    fields = dict(extraction.fields)
    for field, (normalise, ours) in known.items():
        if field in fields and normalise(fields[field].value) in {normalise(one) for one in ours} - {""}:
            fields[field] = _supported(field, fields[field], Evidence.MASTER_DATA)
    return replace(extraction, fields=fields)


def unsure(extraction: Extraction) -> tuple[str, ...]:
    """Return the essential fields that a person should look at: not there, or less sure than may be taken unseen."""
    fields = extraction.fields
    return tuple(name for name in ESSENTIAL if name not in fields or fields[name].confidence < AUTO)


def names_currency(text: str) -> bool:
    """Say whether a sign or a code of a currency stands anywhere in a text."""
    if _WRITTEN_OUT in text or any(unicodedata.category(sign) == "Sc" for sign in text):
        return True
    return any(code in CURRENCIES for code in _CODE.findall(text))


def adds_up(fields: Record) -> bool:
    """Say whether net and tax are the gross amount; where one of them is not stated, nothing contradicts."""
    if not all(name in fields for name in _SUMS):
        return True
    net, tax, gross = (Decimal(fields[name].value) for name in _SUMS)
    return net + tax == gross


def _supported(name: str, value: Value, by: Evidence) -> Value:
    evidence = tuple(dict.fromkeys((*value.evidence, by)))
    return replace(value, evidence=evidence, confidence=confidence(name, value.method, evidence))
