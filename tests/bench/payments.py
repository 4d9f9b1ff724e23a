"""W2: a payment with one allocation is recorded; it pays a cent of an open bill, so that the bills never run out."""

import json
from datetime import UTC, datetime
from typing import Any

from bursar.kit.ids import to_public
from tests.bench.stage import Firm, Stage, look

Plan = dict[str, Any]
MOST_ITEMS = 5000


def product_payments(stage: Stage, firm: Firm) -> Plan:
    """Return the plan of paying through the product."""
    cent = {"amount": "0.01", "currency": "EUR"}
    content = {
        "legal_entity_id": to_public("entity", firm.ids.legal_entity_id),
        "direction": "out",
        "vendor_id": "@vendor@",
        "bank_account_id": to_public("account", firm.account("1000")),
        "paid_on": datetime.now(UTC).date().isoformat(),
        "amount": cent,
        "reference": "@reference@",
        "pays": [{"open_item_id": "@item@"}],
    }
    items = [(to_public("item", item), to_public("vendor", vendor)) for item, vendor in _open(stage, firm)]
    return {"what": "payments", "body": json.dumps(content), "clerk": firm.tokens["ap_clerk"], "items": items}


def limit_payments(stage: Stage, firm: Firm) -> Plan:
    """Return the plan of the same request to the bare limit, which has to be told who asks."""
    content = {
        "tenant_id": str(firm.ids.tenant_id),
        "legal_entity_id": str(firm.ids.legal_entity_id),
        "vendor_id": "@vendor@",
        "bank_account_id": str(firm.account("1000")),
        "payable_account": str(firm.ids.controls["accounts_payable"]),
        "open_item_id": "@item@",
        "amount_minor": 1,
        "currency": "EUR",
        "paid_on": datetime.now(UTC).date().isoformat(),
        "reference": "@reference@",
        "recorded_by": str(firm.people["ap_clerk"]),
    }
    items = [(str(item), str(vendor)) for item, vendor in _open(stage, firm)]
    return {"what": "payments", "body": json.dumps(content), "clerk": firm.tokens["ap_clerk"], "items": items}


def _open(stage: Stage, firm: Firm) -> list[tuple[Any, Any]]:
    """Return open items of bills with their vendors."""
    with look(stage.ground) as connection:
        return connection.execute(
            "SELECT id, vendor_id FROM open_item WHERE tenant_id = %s AND open_minor > 0 ORDER BY id LIMIT %s",
            [firm.ids.tenant_id, MOST_ITEMS],
        ).fetchall()
