"""The rules of the nine tax categories, BR-S, -Z, -E, -AE, -IC, -G, -O, -AF (IGIC) and -AG (IPSI), as one table.

Each category has up to ten rules of the same meaning: 01 the breakdown has what is sold, 02 to 04 who must be known
(for lines, allowances, charges), 05 to 07 the rate, 08 the taxable amount, 09 the tax, 10 the reason of an exemption.
The official tests of UBL and CII are not the same everywhere; where they differ, so do the rules here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from bursar.core.en16931.categories import ALLOWANCE, BREAKDOWN, CHARGE, LINE, Categories, Kind, categories, code_of
from bursar.core.en16931.engine import DOCUMENT, AnyRule, Rule
from bursar.core.en16931.reading import ZERO, Test, fatal, is_vat, less_than_one_apart
from bursar.core.en16931.terms import Group
from bursar.core.en16931.totals import near

Syntax = Literal["ubl", "cii"]
Rate = Literal["positive", "not negative", "zero", "none"]


@dataclass(frozen=True, slots=True)
class TaxCategory:
    """A row of the table."""

    prefix: str
    code: str
    name: str
    rate: Rate
    known: Callable[[Group], bool]  # Are those known who must be (or unknown who must be unknown)?
    who: str  # The same in words, with the terms.
    exempt: bool  # Must a reason be given? Otherwise none may be.
    by_rate: bool = False  # Is there a breakdown for each rate?
    any_scheme: bool = False  # Does BR-..-01 count other schemes than VAT in UBL?


def _party(document: Group, context: str, *terms: str) -> bool:
    return any(party.has(*terms) for party in document.root.groups(context))


def _seller_known(document: Group) -> bool:
    return _party(document, "BG-4", "BT-31", "BT-32") or _party(document, "BG-11", "BT-63")


def _seller_vat_known(document: Group) -> bool:
    return _party(document, "BG-4", "BT-31") or _party(document, "BG-11", "BT-63")


def _both_known(document: Group) -> bool:
    return _seller_known(document) and _party(document, "BG-7", "BT-48", "BT-47")


def _both_vat_known(document: Group) -> bool:
    return _seller_vat_known(document) and _party(document, "BG-7", "BT-48")


def _none_known(document: Group) -> bool:
    return not (_seller_vat_known(document) or _party(document, "BG-7", "BT-48"))


_SELLER: Final = "needs the seller's VAT identifier (BT-31), tax registration (BT-32) or representative (BT-63)"
_SELLER_VAT: Final = "needs the VAT identifier of the seller (BT-31) or of its representative (BT-63)"
_BUYER: Final = " and the buyer's VAT identifier (BT-48) or legal registration (BT-47)"
_NONE: Final = "excludes the VAT identifiers of seller (BT-31), representative (BT-63) and buyer (BT-48)"

TABLE: Final = (
    TaxCategory(
        "S", "S", "standard rate", "positive", _seller_known, _SELLER, exempt=False, by_rate=True, any_scheme=True
    ),
    TaxCategory("Z", "Z", "zero rate", "zero", _seller_known, _SELLER, exempt=False),
    TaxCategory("E", "E", "exempt from VAT", "zero", _seller_known, _SELLER, exempt=True),
    TaxCategory("AE", "AE", "reverse charge", "zero", _both_known, _SELLER + _BUYER, exempt=True),
    TaxCategory(
        "IC",
        "K",
        "intra-community supply",
        "zero",
        _both_vat_known,
        f"{_SELLER_VAT} and that of the buyer (BT-48)",
        exempt=True,
    ),
    TaxCategory("G", "G", "export outside the EU", "zero", _seller_vat_known, _SELLER_VAT, exempt=True),
    TaxCategory("O", "O", "not subject to VAT", "none", _none_known, _NONE, exempt=True),
    TaxCategory("AF", "L", "IGIC", "not negative", _seller_known, _SELLER, exempt=False, by_rate=True),
    TaxCategory("AG", "M", "IPSI", "not negative", _seller_known, _SELLER, exempt=False, by_rate=True),
)
_PARTS: Final[tuple[tuple[str, str, Kind, str, tuple[str, str]], ...]] = (
    ("02", "05", "line", "BG-30", LINE),
    ("03", "06", "allowance", "ALLOWANCE-VAT", ALLOWANCE),
    ("04", "07", "charge", "CHARGE-VAT", CHARGE),
)
_RATES: Final = {
    "positive": "above zero",
    "not negative": "zero or above",
    "zero": "zero",
    "none": "absent",
}


def rules(syntax: Syntax) -> tuple[AnyRule, ...]:
    """Return the rules of all categories for a syntax."""
    return tuple(rule for row in TABLE for rule in _of_category(row, syntax))


def _of_category(row: TaxCategory, syntax: Syntax) -> Iterator[Rule]:
    yield _broken_down(row, syntax)
    for who, rate, kind, context, terms in _PARTS:
        yield _known(row, who, kind, terms, syntax)
        yield _rated(row, rate, kind, context, terms, syntax)
    yield from _breakdown(row, syntax)
    if row.code == "K":
        yield from _delivered(row, syntax)
    if row.code == "O":
        yield from _alone(row, syntax)


def _broken_down(row: TaxCategory, syntax: Syntax) -> Rule:
    def ubl_by_rate(found: Categories) -> bool:
        vat = not row.any_scheme
        sold = found.of(row.code, "line", "allowance", "charge", vat=vat)
        # What is sold may have a breakdown of another scheme; a breakdown without anything sold counts only as VAT.
        return bool(sold) is bool(found.of(row.code, "breakdown", vat=vat and not (sold and row.code == "L")))

    def ubl_once(found: Categories) -> bool:
        return not found.of(row.code, vat=True) or len(found.of(row.code, "breakdown", vat=True)) == 1

    def cii_by_rate(found: Categories) -> bool:
        total = len(found.of(row.code, "breakdown"))
        counts = (len(found.of(row.code, "line")), len(found.of(row.code, "allowance", "charge")))
        return all(not count or count + total > 1 for count in counts)

    def cii_once(found: Categories) -> bool:
        total, sold = len(found.of(row.code, "breakdown")), found.of(row.code, "line", "allowance", "charge")
        if not total:
            return not sold or row.code == "O"
        return total == 1 and bool(sold)

    choice = {("ubl", True): ubl_by_rate, ("ubl", False): ubl_once, ("cii", True): cii_by_rate}
    test = choice.get((syntax, row.by_rate), cii_once)
    wanted = "a VAT breakdown" if row.by_rate else "exactly one VAT breakdown"
    message = f'What is "{row.name}" in lines, allowances or charges (BT-151, BT-95, BT-102) has {wanted} (BT-118).'
    return fatal(f"BR-{row.prefix}-01", DOCUMENT, "BT-118", message, lambda group: test(categories(group)))


def _known(row: TaxCategory, number: str, kind: Kind, terms: tuple[str, str], syntax: Syntax) -> Rule:
    def test(document: Group) -> bool:
        found = categories(document)
        sold = found.of(row.code, kind, vat=True)
        if syntax == "ubl" and row.code == "S" and kind == "line" and not sold:
            return not found.of(row.code, kind)
        if syntax == "ubl" and row.code == "O":  # Only what the document itself allows or charges counts.
            sold = [
                one for one in sold if kind == "line" or one.group.parent in document.parts.get(_DOCUMENT[kind], ())
            ]
        return not sold or row.known(document)

    message = f'A {kind} that is "{row.name}" ({terms[0]}) {row.who}.'
    return fatal(f"BR-{row.prefix}-{number}", DOCUMENT, terms[0], message, test)


_DOCUMENT: Final = {"allowance": "BG-20", "charge": "BG-21"}


def _rated(row: TaxCategory, number: str, kind: Kind, context: str, terms: tuple[str, str], syntax: Syntax) -> Rule:
    code, rate = terms
    wanted: Rate = "positive" if syntax == "cii" and row.code == "L" else row.rate

    def test(group: Group) -> bool:
        return code_of(group, code) != row.code or not is_vat(group, code) or _fits(group, rate, wanted)

    message = f'The rate ({rate}) of a {kind} that is "{row.name}" ({code}) must be {_RATES[wanted]}.'
    return fatal(f"BR-{row.prefix}-{number}", context, f"{rate} {code}", message, test)


def _fits(group: Group, rate: str, wanted: Rate) -> bool:
    if wanted == "none":
        return not group.has(rate)
    number = group.number(rate)
    if number is None:
        return False
    return number > ZERO if wanted == "positive" else number == ZERO if wanted == "zero" else number >= ZERO


def _breakdown(row: TaxCategory, syntax: Syntax) -> Iterator[Rule]:
    # In CII the breakdowns of S and Z count under any scheme.
    any_scheme = syntax == "cii" and row.code in {"S", "Z"}

    def concerning(test: Test) -> Test:
        def concerned(group: Group) -> bool:
            ours = group.parent is not None and group.parent.parent is group.root
            ours = ours and code_of(group, BREAKDOWN[0]) == row.code and (any_scheme or is_vat(group, BREAKDOWN[0]))
            return not ours or test(group)

        return concerned

    base, tax = _base_test(row, syntax), _tax_test(row, syntax)
    context, of = "BREAKDOWN-VAT", f'of the VAT breakdown that is "{row.name}" (BT-118)'
    sums = "the lines (BT-131) less allowances (BT-92) plus charges (BT-99)"
    of_rate = " and rate (BT-119)" if row.by_rate else ""
    yield fatal(
        f"BR-{row.prefix}-08",
        context,
        "BT-116",
        f"The taxable amount (BT-116) {of} is not the sum of {sums} of this category{of_rate}.",
        concerning(base),
    )
    expected = "its rate (BT-119) of the taxable amount (BT-116)" if row.by_rate else "zero"
    yield fatal(f"BR-{row.prefix}-09", context, "BT-117", f"The tax (BT-117) {of} is not {expected}.", concerning(tax))
    said = "must say" if row.exempt else "must not say"
    yield fatal(
        f"BR-{row.prefix}-10",
        context,
        "BT-120 BT-121",
        f'A VAT breakdown that is "{row.name}" (BT-118) {said} why it is exempt (BT-120, BT-121).',
        concerning(lambda group: group.has("BT-120", "BT-121") is row.exempt),
    )


def _always(_: Group) -> bool:
    return True


def _base_test(row: TaxCategory, syntax: Syntax) -> Test:
    if syntax == "cii":
        if row.by_rate:
            # The official tests for L and M look for the rate where it never stands.
            return _cii_base_by_rate if row.code == "S" else _always
        return _cii_base_exact if row.code == "O" else _cii_base_near
    if not row.by_rate:
        return _ubl_base
    return _ubl_base_standard if row.code == "S" else _ubl_base_by_rate


def _near_by(base: Decimal, expected: Decimal) -> bool:
    return less_than_one_apart(base, expected, other_too=False)


def _ubl_base(group: Group) -> bool:
    found = categories(group)
    return found.has_lines and _stated(group, "BT-116") == found.base(code_of(group, "BT-118"), None)


def _ubl_base_by_rate(group: Group) -> bool:
    found, rate, base = categories(group), group.number("BT-119"), _stated(group, "BT-116")
    if rate is None:
        return True
    return found.has_lines and base is not None and _near_by(base, found.base(code_of(group, "BT-118"), rate))


def _ubl_base_standard(group: Group) -> bool:
    found, code, rate, base = (
        categories(group),
        code_of(group, "BT-118"),
        group.number("BT-119"),
        _stated(group, "BT-116"),
    )
    if rate is None:
        return True
    if base is None or not found.is_sold(code, rate):
        return False
    if _near_by(base, found.base(code, rate)):
        return True
    # The official test also tries the lines of the other kind of document, of which there are none.
    return found.is_partial(code, rate) and _near_by(base, found.base(code, rate, lines=False))


def _cii_base_by_rate(group: Group) -> bool:
    rate = group.number("BT-119")
    return rate is None or _stated(group, "BT-116") == categories(group).base(
        code_of(group, "BT-118"), rate, round_parts=True
    )


def _cii_base_near(group: Group) -> bool:
    base = _stated(group, "BT-116")
    expected = categories(group).base(code_of(group, "BT-118"), None, round_parts=True)
    return base is not None and less_than_one_apart(base, expected, other_too=True)


def _cii_base_exact(group: Group) -> bool:
    return _stated(group, "BT-116") == categories(group).base(code_of(group, "BT-118"), None, round_parts=True)


def _tax_test(row: TaxCategory, syntax: Syntax) -> Test:
    if not row.by_rate:
        return lambda group: _stated(group, "BT-117") == ZERO
    if syntax == "cii" and row.code != "S":
        return _always  # BR-CO-17 says the same there.
    return _tax_near


def _tax_near(group: Group) -> bool:
    tax, base, rate = _stated(group, "BT-117"), _stated(group, "BT-116"), group.number("BT-119")
    return tax is not None and base is not None and rate is not None and near(tax, base, rate)


def _stated(group: Group, term: str) -> Decimal | None:
    assert group.parent is not None
    return group.parent.number(term)


def _supplied(document: Group, code: str) -> bool:
    return bool(categories(document).of(code, "breakdown", vat=True))


def _delivered(row: TaxCategory, syntax: Syntax) -> Iterator[Rule]:
    def dated(document: Group) -> bool:
        deliveries, periods = document.groups("BG-13"), document.groups("BG-14")
        if syntax == "cii":
            when = any(one.has("BT-72") for one in deliveries)
            return when or any(period.has("BT-73-0", "BT-74-0") for period in periods)
        return any(len(one.text("BT-72")) > 1 for one in deliveries) or any(period.terms for period in periods)

    def placed(document: Group) -> bool:
        countries = [
            term.value
            for one in document.groups("BG-13")
            for address in one.groups("BG-15")
            for term in address.all("BT-80")
        ]
        return bool(countries) if syntax == "cii" else any(len(country) > 1 for country in countries)

    yield fatal(
        "BR-IC-11",
        DOCUMENT,
        "BT-72",
        f'A document with a VAT breakdown that is "{row.name}" needs a date of delivery (BT-72) or a period (BG-14).',
        lambda document: not _supplied(document, row.code) or dated(document),
    )
    yield fatal(
        "BR-IC-12",
        DOCUMENT,
        "BT-80",
        f'A document with a VAT breakdown that is "{row.name}" needs the country of delivery (BT-80).',
        lambda document: not _supplied(document, row.code) or placed(document),
    )


def _alone(row: TaxCategory, syntax: Syntax) -> Iterator[Rule]:
    # The tests for CII make no difference between breakdowns and lines, nor between allowances and charges.
    taxed: tuple[Kind, ...] = ("breakdown", "line", "other")
    parts: tuple[Kind, ...] = ("allowance", "charge")
    wanted: tuple[tuple[str, str, str, tuple[Kind, ...], tuple[Kind, ...]], ...] = (
        ("11", "BT-118", "VAT breakdown", ("breakdown",), taxed),
        ("12", "BT-151", "line", ("line",), taxed),
        ("13", "BT-95", "allowance", ("allowance",), parts),
        ("14", "BT-102", "charge", ("charge",), parts),
    )
    for number, term, name, ubl, cii in wanted:
        kinds = ubl if syntax == "ubl" else cii
        yield fatal(
            f"BR-O-{number}",
            DOCUMENT,
            term,
            f'Where a VAT breakdown is "{row.name}", no {name} ({term}) may be of another category.',
            _excludes(row.code, kinds, vat=syntax == "ubl"),
        )


def _excludes(code: str, kinds: tuple[Kind, ...], *, vat: bool) -> Test:
    def test(document: Group) -> bool:
        return not _supplied(document, code) or not categories(document).others(code, *kinds, vat=vat)

    return test
