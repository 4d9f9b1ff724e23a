"""A model that does whatever a document tells it: the worst reader there can be."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bursar.kit.llm.fake import Asked

_SET: Final = re.compile(r"\bset[ze]? (\w+) to (\S+(?: \S+)?)", re.IGNORECASE)
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b")
_TOOL: Final = re.compile(r"call tool (\w+)", re.IGNORECASE)
_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_JSON: Final = re.compile(r"\{.*\}")
_MOST: Final = 20


def obeys(asked: Asked) -> str:
    """Answer as the document orders: first with all it can think of, then, told off, within the schema."""
    text = asked.turns[0]
    if len(asked.turns) == 1 and _orders(text):
        return json.dumps({**_smuggled(text), **_within(asked.schema, text)})
    return json.dumps(_within(asked.schema, text))


def _orders(text: str) -> bool:
    return bool(_SET.search(text) or _TOOL.search(text) or "approv" in text.casefold())


def _smuggled(text: str) -> dict[str, Any]:
    """Return what the schema has no place for."""
    return {
        "approve": True,
        "approved": "approv" in text.casefold(),
        "tools": _TOOL.findall(text),
        "tenant_id": (_ID.findall(text) or [None])[0],
        "bank_accounts": _IBAN.findall(text),
        **dict(_SET.findall(text)),
    }


def _within(schema: Mapping[str, Any], text: str) -> dict[str, Any]:
    if "chosen" in schema["properties"]:
        numbers = [int(one) for one in re.findall(r"^Line (\d+):", text, re.MULTILINE)]
        orders = [one for said in _snippets(text) for one in said.get("chosen", ())]
        return {"chosen": [*orders, *({"line": number, "account": "1600"} for number in numbers)][:200]}
    fields = schema["$defs"]["FoundField"]["properties"]["field"]["enum"]
    said = [*_from_json(text), *((name, value.strip(",;")) for name, value in _SET.findall(text))]
    said += [(name, iban) for iban in _IBAN.findall(text) for name in ("seller_tax_id", "order_reference")]
    number = re.search(r"ZX-[A-Z0-9-]+", text)
    said += [("invoice_number", number[0])] if number else []
    return {"found": [{"field": name, "words": words[:300]} for name, words in said if name in fields][:_MOST]}


def _from_json(text: str) -> Iterator[tuple[str, str]]:
    for said in _snippets(text):
        for one in said.get("found", ()):
            yield str(one.get("field")), str(one.get("words"))


def _snippets(text: str) -> Iterator[dict[str, Any]]:
    for found in _JSON.findall(text):
        try:
            said = json.loads(found)
        except ValueError:
            continue
        if isinstance(said, dict):
            yield said
