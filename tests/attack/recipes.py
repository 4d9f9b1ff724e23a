"""For every operation of the OpenAPI document, requests of ours that name something of the neighbour's.

Ids in paths and queries are found by the pattern that their schema states; bodies are written here. An operation that
takes something for which there is no recipe is an error, so a new one cannot be forgotten.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bursar.kit.ids import from_public
from bursar.platform.provision import DEMO_PASSWORD
from tests.attack.coding_rules_recipes import BODIES as CODING_RULES_BODIES
from tests.attack.holdings import Holdings
from tests.attack.journal_recipes import BODIES as JOURNAL_BODIES
from tests.attack.models_recipes import BODIES as MODELS_BODIES
from tests.attack.rates_recipes import BODIES as RATES_BODIES
from tests.attack.reading_recipes import BODIES as READING_BODIES
from tests.attack.settlement_recipes import BODIES as SETTLEMENT_BODIES
from tests.attack.tax_recipes import BODIES as TAX_BODIES
from tests.attack.vendor_recipes import BODIES as VENDOR_BODIES

# Where nothing of anybody else can be named: there is only the caller.
NAMELESS = {
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/v1/me"),
    ("GET", "/v1/agents/budgets"),
    ("GET", "/v1/legal-entities"),
    ("POST", "/v1/auth/sign-out"),
}
# Places in a path that name no resource.
NO_IDS = {"year": "2026"}
_PREFIX = re.compile(r"\^([a-z]+)_\[0-7\]")


class NoRecipe(AssertionError):  # noqa: N818 - named after what is missing.
    """An operation is not attacked yet: say how in this module."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request; it is sent twice, once with the neighbour's id and once with one that nobody has."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    json: Any = None
    files: Mapping[str, Any] | None = None
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def sent(self) -> str:
        """Return all that it sends, in which an answer's echo is no leak."""
        return f"{self.path} {self.query} {self.json} {self.files} {self.form} {self.headers}"


# Builds the bodies of an operation from what is ours, what the neighbour has, and the ids to put in.
Bodies = Callable[[Holdings, Holdings, Mapping[str, str]], Iterator[Mapping[str, Any]]]


def asks(
    document: Mapping[str, Any], ours: Holdings, theirs: Holdings, ids: Mapping[str, str]
) -> Iterator[tuple[str, list[Ask]]]:
    """Yield each operation with its requests. Raises NoRecipe."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            name = f"{method.upper()} {path}"
            found = list(_of_operation(method.upper(), path, operation, ours, theirs, ids))
            if not found and (method.upper(), path) not in NAMELESS:
                raise NoRecipe(f"{name} takes nothing that tests.attack.recipes could put a foreign id into")
            yield name, found


def _of_operation(
    method: str,
    path: str,
    operation: Mapping[str, Any],
    ours: Holdings,
    theirs: Holdings,
    ids: Mapping[str, str],
) -> Iterator[Ask]:
    parameters = operation.get("parameters", [])
    headers = {"If-Match": f'"{_version(path, theirs)}"'} if any(p["name"] == "If-Match" for p in parameters) else {}
    prefixes = {p["name"]: prefix_of(p["schema"]) for p in parameters if p["in"] == "path" and p["name"] not in NO_IDS}
    if any(prefix not in ids for prefix in prefixes.values()):
        raise NoRecipe(f"{method} {path}: nothing is held of the kind {prefixes}")
    foreign = path.format(**NO_IDS, **{name: ids[str(prefix)] for name, prefix in prefixes.items()})
    if "requestBody" in operation:
        if (method, path) not in BODIES:
            raise NoRecipe(f"{method} {path} has a body and no recipe")
        for body in BODIES[method, path](ours, theirs, ids):
            own = {"If-Match": f'"{_version(path, ours)}"'} if headers and "path" in body else headers
            yield Ask(method, body.get("path", foreign), headers=own, **{k: v for k, v in body.items() if k != "path"})
        return
    if prefixes:
        yield Ask(method, foreign, headers=headers)
    named = {p["name"]: prefix_of(p["schema"]) for p in parameters if p["in"] == "query"}
    # What must be named beside the foreign id is ours.
    must = {p["name"]: ours.ids[str(named[p["name"]])] for p in parameters if p["in"] == "query" and p.get("required")}
    for name, prefix in named.items():
        if prefix is not None:
            yield Ask(method, foreign, query={**must, name: ids[prefix]})
    if any(p["in"] == "query" and p["name"] == "cursor" for p in parameters):
        yield Ask(method, path, query={"cursor": theirs.cursors.get(path, "none")})
        yield Ask(method, path, query={"limit": "200"})


def prefix_of(schema: Mapping[str, Any]) -> str | None:
    """Return the prefix of the ids that a parameter takes, or None where it takes no id."""
    for one in (schema, *schema.get("anyOf", ())):
        if found := _PREFIX.match(one.get("pattern", "")):
            return found[1]
    return None


def _version(path: str, holdings: Holdings) -> int:
    parts = path.split("/")
    held = {"proposals": holdings.proposal, "documents": holdings.document}.get(parts[2], holdings.bill)
    return int(held.get("version", 1))


def _sign_in(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"email": ours.company.clerk.email, "password": DEMO_PASSWORD, "tenant_id": ids["tenant"]}}
    known = ids["user"] == theirs.ids["user"]
    yield {"json": {"email": theirs.company.clerk.email if known else "nobody@nowhere.example", "password": "wrong"}}


def _refresh(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"refresh_token": f"brt_{from_public('tenant', ids['tenant']).hex}.{'a' * 43}"}}


def _document(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"files": {"file": ("ours.txt", b"our text")}, "form": {"legal_entity_id": ids["entity"]}}


def _vendor(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"name": "Ours", "default_account_id": ids["account"]}}
    yield {"json": {"name": "Ours", "withholding_code_id": ids["withholding"]}}


def _bill(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    lines = [{"description": "x", "unit_price": "1.00", "account_id": ours.ids["account"]}]
    good = {
        "legal_entity_id": ours.ids["entity"],
        "vendor_id": ours.ids["vendor"],
        "vendor_reference": "reach",
        "document_date": "2026-03-02",
        "currency": "EUR",
        "lines": lines,
    }
    yield {"json": {**good, "legal_entity_id": ids["entity"]}}
    yield {"json": {**good, "vendor_id": ids["vendor"]}}
    yield {"json": {**good, "document_id": ids["document"]}}
    yield {"json": {**good, "lines": [{**lines[0], "account_id": ids["account"]}]}}
    for named, prefix in (("tax_code_id", "taxcode"), ("cost_centre_id", "dimension"), ("project_id", "dimension")):
        yield {"json": {**good, "lines": [{**lines[0], named: ids[prefix]}]}}
    everything = {"legal_entity_id": ids["entity"], "vendor_id": ids["vendor"], "document_id": ids["document"]}
    yield {"json": {**good, **everything, "lines": [{**lines[0], "account_id": ids["account"]}]}}


def _edit(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"payload": theirs.proposal["payload"]}}
    own, mine = f"/v1/proposals/{ours.ids['proposal']}/edit", ours.proposal["payload"]
    lines = [{**one, "account_id": ids["account"]} for one in mine["content"]["lines"]]
    for change in (
        {"legal_entity_id": ids["entity"]},
        {"vendor_id": ids["vendor"], "new_vendor": None},
        {"new_vendor": {"name": "Ours", "default_account_id": ids["account"]}},
        {"content": {**mine["content"], "lines": lines}},
    ):
        yield {"path": own, "json": {"payload": {**mine, **change}}}


def _account(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"legal_entity_id": ids["entity"], "code": "9999", "name": "Ours", "type": "expense"}}


def _entity(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    # One that were made would leave us with two, and whoever names none of them is asked which.
    books = {"base_currency": "EUR", "time_zone": "Nowhere/Nowhere", "fiscal_years": [2026]}
    yield {"json": {"name": theirs.company.company.legal_entity, **books}}


def _dimension_value(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"legal_entity_id": ids["entity"], "dimension": "project", "code": "OURS", "name": "Ours"}}


def _dimension_rule(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    entity = ours.ids["entity"]
    on_account = {"effect": "forbidden", "dimension": "project"}
    yield {"json": {"legal_entity_id": ids["entity"], "account_id": ours.ids["account"], **on_account}}
    yield {"json": {"legal_entity_id": entity, "account_id": ids["account"], **on_account}}
    pair = {"cost_centre_id": ids["dimension"], "project_id": ids["dimension"]}
    yield {"json": {"legal_entity_id": entity, "effect": "allowed", **pair}}


def _exception(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    good = {"sub_ledger": "ap", "valid_until": "2999-01-01T00:00:00Z", "reason": "ours"}
    yield {"json": good}
    yield {"path": f"/v1/periods/{ours.ids['period']}/exceptions", "json": {**good, "user_id": ids["user"]}}


def _opening(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    one = {"amount": "1.00", "currency": "EUR"}
    item = {"reference": "x", "document_date": "2026-01-01", "due_date": "2026-01-01", "amount": one}
    rows = [{"account_code": "1000", "debit": one}, {"account_code": "2000", "credit": one}]
    good = {"posting_date": "2026-01-31", "accounts": rows}
    own = {"legal_entity_id": ours.ids["entity"]}
    yield {"json": {**good, "legal_entity_id": ids["entity"], "items": [{**item, "vendor_id": ours.ids["vendor"]}]}}
    yield {"json": {**good, **own, "items": [{**item, "vendor_id": ids["vendor"]}]}}
    yield {"json": {**good, **own, "items": [{**item, "customer_id": ids["customer"]}]}}


def _fiscal_year(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"legal_entity_id": ids["entity"], "fiscal_year": 2099}}


def _year_end(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"legal_entity_id": ids["entity"]}}


def _same(json: Callable[[Holdings], Any]) -> Bodies:
    def bodies(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        yield {"json": json(theirs)}

    return bodies


BODIES: Mapping[tuple[str, str], Bodies] = {
    **CODING_RULES_BODIES,
    **JOURNAL_BODIES,
    **MODELS_BODIES,
    **RATES_BODIES,
    **READING_BODIES,
    **SETTLEMENT_BODIES,
    **TAX_BODIES,
    **VENDOR_BODIES,
    ("POST", "/v1/auth/sign-in"): _sign_in,
    ("POST", "/v1/auth/refresh"): _refresh,
    ("POST", "/v1/documents"): _document,
    ("POST", "/v1/vendors"): _vendor,
    ("POST", "/v1/customers"): _same(lambda _: {"name": "Ours"}),
    ("PATCH", "/v1/customers/{customer_id}"): _same(lambda _: {"state": "blocked"}),
    ("POST", "/v1/legal-entities"): _entity,
    ("POST", "/v1/ledger-accounts"): _account,
    ("PATCH", "/v1/ledger-accounts/{account_id}"): _same(lambda _: {"name": "ours"}),
    ("POST", "/v1/dimension-values"): _dimension_value,
    ("PATCH", "/v1/dimension-values/{dimension_value_id}"): _same(lambda _: {"active": False}),
    ("POST", "/v1/dimension-rules"): _dimension_rule,
    ("PATCH", "/v1/dimension-rules/{dimension_rule_id}"): _same(lambda _: {"active": False}),
    ("POST", "/v1/opening-balances"): _opening,
    ("POST", "/v1/opening-balances/{opening_balance_id}/reverse"): _same(lambda _: {"reason": "ours"}),
    ("POST", "/v1/bills"): _bill,
    ("POST", "/v1/bills/{bill_id}/approve"): _same(lambda theirs: {"digest": theirs.bill["digest"]}),
    ("POST", "/v1/bills/{bill_id}/reject"): _same(lambda _: {"reason": "ours"}),
    ("POST", "/v1/bills/{bill_id}/reverse"): _same(lambda _: {"reason": "ours"}),
    ("POST", "/v1/proposals/{proposal_id}/approve"): _same(lambda theirs: {"digest": theirs.proposal["digest"]}),
    ("POST", "/v1/proposals/{proposal_id}/reject"): _same(lambda _: {"reason": "ours"}),
    ("POST", "/v1/proposals/{proposal_id}/edit"): _edit,
    ("POST", "/v1/tasks/{task_id}/resolve"): _same(lambda _: {"note": "ours"}),
    ("POST", "/v1/periods/{period_id}/close"): _same(lambda _: {"sub_ledger": "ar", "state": "closed"}),
    ("POST", "/v1/periods/{period_id}/reopen"): _same(lambda _: {"sub_ledger": "ar", "reason": "ours"}),
    ("POST", "/v1/periods/{period_id}/exceptions"): _exception,
    ("POST", "/v1/fiscal-years"): _fiscal_year,
    ("POST", "/v1/fiscal-years/{year}/close"): _year_end,
}
