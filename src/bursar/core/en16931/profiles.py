"""Which rules an invoice is held to besides those of EN 16931, by the specification that it names (BT-24)."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bursar.core.en16931 import (
    clean_vehicles,
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
XRECHNUNG_CII_EXTENSION: Final = Profile("xrechnung-3.0-extension", (xrechnung.RULES,), (xrechnung.CII_EXTENSION,))
VEHICLES_UBL: Final = Profile("xrechnung-3.0-cvd", (*XRECHNUNG_UBL.rules, clean_vehicles.RULES), XRECHNUNG_UBL.elements)
VEHICLES_CII: Final = Profile("xrechnung-3.0-cvd", (*XRECHNUNG_CII.rules, clean_vehicles.RULES), XRECHNUNG_CII.elements)
_XRECHNUNG: Final = MappingProxyType(
    {
        (xrechnung.EXTENSION, "ubl"): XRECHNUNG_UBL_EXTENSION,
        (xrechnung.EXTENSION, "cii"): XRECHNUNG_CII_EXTENSION,
        (xrechnung.VEHICLES, "ubl"): VEHICLES_UBL,
        (xrechnung.VEHICLES, "cii"): VEHICLES_CII,
    }
)


def profile_of(specification: str, syntax: str) -> Profile:
    """Return the profile that an invoice in that syntax ("ubl" or "cii") asks to be held to."""
    if "xrechnung" in specification:
        return _XRECHNUNG.get((specification, syntax), XRECHNUNG_CII if syntax == "cii" else XRECHNUNG_UBL)
    # Peppol takes CII too, but has no official rules for the judgement of what is not also German.
    return PEPPOL if "peppol" in specification and syntax == "ubl" else EN16931
