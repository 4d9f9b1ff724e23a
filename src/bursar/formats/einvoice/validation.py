"""Whether an e-invoice keeps the rules: those of EN 16931 for its syntax, and those of the profile that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any, Final

from bursar.core.en16931 import binding_cii, binding_ubl, rule_sets, syntax_cii, syntax_ubl
from bursar.core.en16931.engine import Failure, RuleSet, validate
from bursar.core.en16931.patterns import ElementRules
from bursar.core.en16931.profiles import profile_of
from bursar.core.en16931.terms import Element, Group
from bursar.formats.einvoice.reader import NotAnInvoice, root_of
from bursar.formats.einvoice.xml import Node

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
    read: Callable[[Element], Group]
    rules: RuleSet  # On terms.
    syntax: ElementRules  # On elements as they stand: what the syntax allows, and its code lists.


FORMATS: Final[Mapping[str, _Format]] = MappingProxyType(
    {
        "ubl:Invoice": _Format("ubl_invoice", binding_ubl.read, rule_sets.UBL_INVOICE, syntax_ubl.RULES),
        "cn:CreditNote": _Format("ubl_credit_note", binding_ubl.read, rule_sets.UBL_CREDIT_NOTE, syntax_ubl.RULES),
        "rsm:CrossIndustryInvoice": _Format("cii", binding_cii.read, rule_sets.CII, syntax_cii.RULES),
    }
)


def validate_invoice(data: bytes) -> Validation:
    """Check an e-invoice in XML that may be hostile. Raises what `root_of` and `validate_root` raise."""
    return validate_root(root_of(data))


def validate_root(root: Node) -> Validation:
    """Check what `root_of` returned. Raises NotAnInvoice for what is in no syntax of EN 16931."""
    form = FORMATS.get(root.name)
    if form is None:
        raise NotAnInvoice("The XML is not an invoice in a syntax of EN 16931.", root=root.name)
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
