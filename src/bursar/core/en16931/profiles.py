"""Which rules an invoice is held to besides those of EN 16931, by the specification that it names (BT-24)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bursar.core.en16931 import (
    german,
    peppol,
    peppol_cii,
    peppol_codes,
    peppol_danish,
    peppol_greek,
    peppol_nordic,
    peppol_others,
    xrechnung,
)
from bursar.core.en16931.engine import RuleSet
from bursar.core.en16931.patterns import ElementRules


@dataclass(frozen=True, slots=True)
class Profile:
    """A specification's name and its rules, on terms and on elements."""

    name: str
    rules: tuple[RuleSet, ...] = ()
    elements: tuple[ElementRules, ...] = ()


EN16931: Final = Profile("en16931")
PEPPOL: Final = Profile(
    "peppol-bis-3",
    (RuleSet("Peppol BIS Billing 3", german.peppol_rules()),),
    (
        ElementRules(
            (
                *peppol.RULES,
                *peppol_codes.RULES,
                *peppol_nordic.RULES,
                *peppol_danish.RULES,
                *peppol_others.RULES,
                *peppol_greek.RULES,
            )
        ),
    ),
)
XRECHNUNG_UBL: Final = Profile("xrechnung-3.0", (xrechnung.RULES,), (xrechnung.UBL,))
XRECHNUNG_UBL_EXTENSION: Final = Profile("xrechnung-3.0-extension", (xrechnung.RULES,), (xrechnung.UBL_EXTENSION,))
XRECHNUNG_CII: Final = Profile("xrechnung-3.0", (xrechnung.RULES,), (peppol_cii.RULES,))


def profile_of(specification: str, syntax: str) -> Profile:
    """Return the profile that an invoice in that syntax ("ubl" or "cii") asks to be held to."""
    if "xrechnung" in specification:
        if syntax == "cii":
            return XRECHNUNG_CII
        return XRECHNUNG_UBL_EXTENSION if specification == xrechnung.EXTENSION else XRECHNUNG_UBL
    # Peppol takes CII too, but has no official rules for the judgement of what is not also German.
    return PEPPOL if "peppol" in specification and syntax == "ubl" else EN16931
