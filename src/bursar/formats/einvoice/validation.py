"""Whether an e-invoice keeps the rules: those of EN 16931 for its syntax, and those of the profile that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any, Final

from lxml import etree

from bursar.core.en16931 import binding_cii, binding_ubl, rule_sets, syntax_cii, syntax_ubl
from bursar.core.en16931.engine import Failure, RuleSet, validate
from bursar.core.en16931.patterns import ElementRules
from bursar.core.en16931.profiles import profile_of
from bursar.core.en16931.terms import Element, Group
from bursar.formats.einvoice.reader import MAX_ROOT_CHARACTERS, NotAnInvoice
from bursar.formats.einvoice.xml import Names, Node, parse

MOST_OF_ONE_RULE: Final = 100


@dataclass(frozen=True, slots=True)
class Validation:
    """What the rules say of a document: `format` is its kind and syntax, `profile` the specification it is held to."""

    format: str
    profile: str
    valid: bool  # No rule failed that makes a document invalid; warnings do not.
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class _Format:
    name: str
    place: str
    prefixes: Mapping[str, str]
    read: Callable[[Element], Group]
    rules: RuleSet  # On terms.
    syntax: ElementRules  # On elements as they stand: what the syntax allows, and its code lists.


def _ubl(name: str, place: str, rules: RuleSet) -> _Format:
    return _Format(name, place, binding_ubl.PREFIXES, binding_ubl.read, rules, syntax_ubl.RULES)


FORMATS: Final[Mapping[str, _Format]] = MappingProxyType(
    {
        f"{{{binding_ubl.INVOICE}}}Invoice": _ubl("ubl_invoice", "/Invoice", rule_sets.UBL_INVOICE),
        f"{{{binding_ubl.CREDIT_NOTE}}}CreditNote": _ubl("ubl_credit_note", "/CreditNote", rule_sets.UBL_CREDIT_NOTE),
        f"{{{binding_cii.INVOICE}}}CrossIndustryInvoice": _Format(
            "cii",
            "/rsm:CrossIndustryInvoice",
            binding_cii.PREFIXES,
            binding_cii.read,
            rule_sets.CII,
            syntax_cii.RULES,
        ),
    }
)


def validate_invoice(data: bytes) -> Validation:
    """Check an e-invoice in XML that may be hostile.

    Raises NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge, or NotAnInvoice for what is in no syntax of EN 16931.
    """
    element = parse(data)
    form = _format_of(element)
    root = Node(element, form.place, Names(form.prefixes))
    terms = form.read(root)
    profile = profile_of(terms.text("BT-24"), terms.syntax)
    failures = [*validate(terms, form.rules, *profile.rules), *form.syntax.check(root)]
    for rules in profile.elements:
        failures.extend(rules.check(root))
    valid = all(failure.severity != "fatal" for failure in failures)
    return Validation(form.name, profile.name, valid, tuple(_limited(failures)))


def _limited(failures: Iterable[Failure]) -> Iterator[Failure]:
    """Pass on the first failures of each rule: a small file can break one rule a hundred thousand times."""
    told: Counter[str] = Counter()
    for failure in failures:
        told[failure.rule] += 1
        if told[failure.rule] <= MOST_OF_ONE_RULE:
            yield failure


def validation_as_json(data: bytes) -> dict[str, Any]:
    """Return what `validate_invoice` says as JSON values, for the sandbox. Raises what it raises."""
    found = validate_invoice(data)
    return {**asdict(found), "failures": [asdict(failure) for failure in found.failures]}


def validation_from_json(said: Mapping[str, Any]) -> Validation:
    """Return what `validation_as_json` wrote."""
    failures = tuple(Failure(**{**one, "terms": tuple(one["terms"])}) for one in said["failures"])
    return Validation(said["format"], said["profile"], said["valid"], failures)


def _format_of(element: etree._Element) -> _Format:
    form = FORMATS.get(element.tag)
    if form is None:
        raise NotAnInvoice("The XML is not an invoice in a syntax of EN 16931.", root=element.tag[:MAX_ROOT_CHARACTERS])
    return form
