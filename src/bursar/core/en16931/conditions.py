"""What must hold between terms, sums apart: BR-CO-03, -04, -09, -18 to -20, -25, -26 and the Italian split payment.

BR-CO-05 to BR-CO-08 (a code and a text say the same) are not rules a program can decide; they never fail.
"""

from __future__ import annotations

from typing import Final

from bursar.core.en16931.engine import DOCUMENT, AnyRule, Rule
from bursar.core.en16931.reading import ZERO, Test, below, exists, fatal
from bursar.core.en16931.terms import Group

# ISO 3166-1 alpha-2 with what VAT identifiers add: EL is Greece, XI Northern Ireland, 1A Kosovo.
VAT_PREFIXES: Final = (
    " 1A AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY "
    "BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH EL ER ES ET FI FJ FK "
    "FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS "
    "IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM "
    "MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS "
    "PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK "
    "TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW "
)
CII_PREFIXES: Final = frozenset(VAT_PREFIXES.split()) - {"SS"} | {"AN"}  # The list for CII is of another year.
COUNTRIES: Final = ("BT-40", "BT-55", "BT-69", "BT-80")
ORIGIN: Final = "BT-159"  # Counts as a country in UBL only.
SPLIT: Final = "B"

_COUNTRY_CODE: Final = "A VAT identifier (BT-31, BT-48, BT-63) must start with the code of a country."


def _prefix(group: Group) -> str:
    found = group.first("VAT-ID")
    return (found.written or found.value)[:2] if found else ""


def _ubl_prefix(group: Group) -> bool:
    # As part of the list of codes, blanks included, so that less than a whole code passes too.
    return _prefix(group) in VAT_PREFIXES


def _cii_prefix(group: Group) -> bool:
    return _prefix(group) in CII_PREFIXES


def _one_tax_point(invoice: Group) -> bool:
    return not (invoice.has("BT-7") and invoice.has("BT-8"))


def _categorised(line: Group) -> bool:
    from_scheme = (
        category.has("BT-151") and any(term.value.upper() == "VAT" for term in category.all("BT-151-0"))
        for category in line.groups("BG-30")
    )
    return any(from_scheme)


def _due_when_positive(totals: Group) -> bool:
    invoice = totals.root
    if invoice.has("BT-9", "BT-9-0", "BT-20"):
        return True
    return all((number := term.number) is not None and number <= ZERO for term in totals.all("BT-115"))


def _identified(seller: Group) -> bool:
    return seller.has("BT-29", "BT-30", "BT-31")


def _codes(invoice: Group, *kinds: tuple[str, str]) -> set[str]:
    return {term.value for context, code in kinds for group in invoice.everywhere(context) for term in group.all(code)}


_LINES: Final = (("BG-30", "BT-151"), ("SUB-LINE-VAT", "BT-151"))
_PARTS: Final = (("ALLOWANCE-VAT", "BT-95"), ("CHARGE-VAT", "BT-102"))
_SUMS: Final = (("BREAKDOWN-VAT", "BT-118"), ("WITHHOLDING-VAT", "BT-118"))


def _split_is_italian(*countries: str) -> Test:
    def test(invoice: Group) -> bool:
        if SPLIT not in _codes(invoice, *_LINES, *_PARTS, *_SUMS):
            return True
        return all(
            term.value == "IT" for group in invoice.walk() for country in countries for term in group.all(country)
        )

    return test


def _ubl_split_alone(invoice: Group) -> bool:
    sold = _codes(invoice, *_LINES) | {
        term.value
        for context in ("BG-20", "BG-21")
        for part in invoice.groups(context)
        for kind, code in _PARTS
        for group in part.groups(kind)
        for term in group.all(code)
    }
    split = SPLIT in sold or any(
        group.text("BT-118") == SPLIT for part in invoice.groups("BG-23") for group in part.groups("BREAKDOWN-VAT")
    )
    return not (split and "S" in sold)


def _cii_split_alone(invoice: Group) -> bool:
    return not {SPLIT, "S"} <= _codes(invoice, *_LINES, *_PARTS, *_SUMS)


_SPLIT: Final = "Split payment (BT-151, BT-95 or BT-102 is B) is only for invoices within Italy."
_SPLIT_ALONE: Final = "Split payment (B) and the standard rate (S) exclude each other (BT-151, BT-95, BT-102)."
_TAX_POINT: Final = "The tax point is a date (BT-7) or a code (BT-8), not both."
_BREAKDOWN: Final = "The document has no VAT breakdown (BG-23)."
_PERIOD: Final = "The invoicing period (BG-14) has neither a start (BT-73) nor an end (BT-74)."
_LINE_PERIOD: Final = "The period of a line (BG-26) has neither a start (BT-134) nor an end (BT-135)."
_DUE: Final = "An amount is due (BT-115), so the document must say when (BT-9) or on which terms (BT-20)."

COMMON: Final[tuple[AnyRule, ...]] = (
    fatal("BR-CO-04", "BG-25", "BT-151", "A line (BG-25) has no VAT category (BT-151).", _categorised),
    fatal(
        "BR-CO-26",
        "BG-4",
        "BT-29 BT-30 BT-31",
        "The seller (BG-4) needs an identifier (BT-29), a legal registration (BT-30) or a VAT identifier (BT-31).",
        _identified,
    ),
)
UBL_ONLY: Final[tuple[AnyRule, ...]] = (
    fatal("BR-CO-03", DOCUMENT, "BT-8 BT-7", _TAX_POINT, _one_tax_point),
    fatal("BR-CO-09", "VAT-ID", "VAT-ID", _COUNTRY_CODE, _ubl_prefix),
    fatal("BR-CO-18", DOCUMENT, "BG-23", _BREAKDOWN, below("BG-23", lambda _: True)),
    fatal("BR-CO-19", "BG-14", "BT-73 BT-74", _PERIOD, exists("BT-73", "BT-74", "BT-8")),
    fatal("BR-CO-20", "BG-26", "BT-134 BT-135", _LINE_PERIOD, exists("BT-134", "BT-135")),
    fatal("BR-B-01", DOCUMENT, "BT-151 BT-95 BT-102", _SPLIT, _split_is_italian(*COUNTRIES, ORIGIN)),
    fatal("BR-B-02", DOCUMENT, "BT-151 BT-95 BT-102", _SPLIT_ALONE, _ubl_split_alone),
)
# The standard has it still, but the official tests do not run it since 1.3.16: it warns, and makes nothing invalid.
INVOICE_ONLY: Final[tuple[AnyRule, ...]] = (
    Rule("BR-CO-25", "warning", _DUE, ("BT-115", "BT-9", "BT-20"), "BG-22", _due_when_positive),
)
CII_ONLY: Final[tuple[AnyRule, ...]] = (
    fatal("BR-CO-09", "VAT-ID", "VAT-ID", _COUNTRY_CODE, _cii_prefix),
    fatal("BR-CO-18", "BG-25", "BG-23", _BREAKDOWN, lambda line: bool(line.root.groups("BG-23"))),
    fatal("BR-CO-19", "BG-14", "BT-73 BT-74", _PERIOD, exists("BT-73-0", "BT-74-0")),
    fatal("BR-CO-20", "BG-26", "BT-134 BT-135", _LINE_PERIOD, exists("BT-134-0", "BT-135-0")),
    fatal("BR-B-01", DOCUMENT, "BT-151 BT-95 BT-102", _SPLIT, _split_is_italian(*COUNTRIES)),
    fatal("BR-B-02", DOCUMENT, "BT-151 BT-95 BT-102", _SPLIT_ALONE, _cii_split_alone),
)
CII_BREAKDOWN: Final[tuple[Rule, ...]] = (
    fatal("BR-CO-03", "BG-23", "BG-23", _TAX_POINT, lambda breakdown: _one_tax_point(breakdown.root)),
)
