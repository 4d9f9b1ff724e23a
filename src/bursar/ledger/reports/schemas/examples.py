"""Answers as the documentation shows them."""

from typing import Any, Final

from bursar.ledger.reports.schemas.table import ReportRead, columns

_ENTITY: Final = "entity_01j2hw0psyfn79yan3pqykt7s0"
_ACCOUNT: Final = "account_01j2hw0psyfn79yan3pqykt7s0"
_VENDOR: Final = "vendor_01j2hw0psyfn79yan3pqykt7s0"
_CUSTOMER: Final = "customer_01j2hw0psyfn79yan3pqykt7s0"
_ENTRY: Final = "entry_01j2hw0psyfn79yan3pqykt7s0"
_KNOWN: Final = "2026-12-02T09:30:00Z"


def eur(amount: str) -> dict[str, str]:
    """Return euros as they stand on the wire."""
    return {"amount": amount, "currency": "EUR"}


_AMOUNTS: Final = {
    "not_due": eur("250.00"),
    "1_30": eur("119.00"),
    "31_60": eur("0.00"),
    "61_90": eur("0.00"),
    "over_90": eur("0.00"),
    "credits": eur("-19.00"),
    "unapplied": eur("-50.00"),
    "total": eur("300.00"),
}
_AT: Final = {"legal_entity_id": _ENTITY, "as_of": "2026-11-30", "known_at": _KNOWN, "compared_to": None}


def _control(code: str, owed: str) -> dict[str, Any]:
    return {
        "account_id": _ACCOUNT,
        "account_code": code,
        "balance": eur(owed),
        "open_items": eur(owed),
        "difference": eur("0.00"),
    }


def _aging(party: str, party_id: str, name: str, code: str) -> dict[str, Any]:
    control = _control(code, "300.00")
    link = f"/v1/reports/open-items?legal_entity_id={_ENTITY}&{party}_id={party_id}&currency=EUR&as_of=2026-11-30"
    return {
        **_AT,
        "basis": "due_date",
        "credits": "apart",
        "buckets": [name for name in _AMOUNTS if name != "total"],
        "totals": [_AMOUNTS],
        "base_totals": [_AMOUNTS],
        "control": control,
        "controls": [{**control, "legal_entity_id": _ENTITY}],
        "rows": [
            {
                "legal_entity_id": _ENTITY,
                "amounts": _AMOUNTS,
                "base_amounts": _AMOUNTS,
                "disputed": eur("119.00"),
                "base_disputed": eur("119.00"),
                "compared": None,
                "base_compared": None,
                "link": link,
                f"{party}_id": party_id,
                f"{party}_name": name,
            }
        ],
    }


AP_AGING: Final = _aging("vendor", _VENDOR, "Lieferant GmbH", "2000")
AR_AGING: Final = _aging("customer", _CUSTOMER, "Kundin AG", "1100")


def _balance_row(code: str, name: str, kind: str, debit: str, credit: str) -> dict[str, Any]:
    balance = debit if credit == "0.00" else f"-{credit}"
    return {
        "legal_entity_id": _ENTITY,
        "account_id": _ACCOUNT,
        "account_code": code,
        "account_name": name,
        "type": kind,
        "debit": eur(debit),
        "credit": eur(credit),
        "balance": eur(balance),
        "document_balances": [eur(balance)],
        "compared": None,
        "link": f"/v1/reports/general-ledger?legal_entity_id={_ENTITY}&account_id={_ACCOUNT}&to=2026-11-30",
    }


TRIAL_BALANCE: Final = {
    **_AT,
    "currency": "EUR",
    "rows": [
        _balance_row("2000", "Trade payables", "liability", "0.00", "369.00"),
        _balance_row("6100", "Rent and premises", "expense", "369.00", "0.00"),
    ],
    "totals": [
        {
            "legal_entity_id": _ENTITY,
            "currency": "EUR",
            "total_debit": eur("369.00"),
            "total_credit": eur("369.00"),
            "difference": eur("0.00"),
        }
    ],
    "total_debit": eur("369.00"),
    "total_credit": eur("369.00"),
    "difference": eur("0.00"),
    "accounts_payable": _control("2000", "369.00"),
    "accounts_receivable": None,
    "controls": [{**_control("2000", "369.00"), "legal_entity_id": _ENTITY}],
}


def table(report: str, title: str, *named: str, **row: Any) -> dict[str, Any]:
    """Return an example of a report that is a table of one row."""
    shown = [one.model_dump() for one in columns(*named)]
    example: dict[str, Any] = {
        "report": report,
        "title": title,
        "legal_entity_id": _ENTITY,
        "entities": [{"id": _ENTITY, "name": "Northwind Demo GmbH", "base_currency": "EUR"}],
        "as_of": "2026-11-30",
        "from": "2026-01-01",
        "known_at": _KNOWN,
        "compared_from": None,
        "compared_to": None,
        "about": {},
        "columns": shown,
        "rows": [row],
        "totals": [],
        "ties": True,
        "next_cursor": None,
    }
    assert example.keys() == {field.serialization_alias or name for name, field in ReportRead.model_fields.items()}
    return example


_OF_ACCOUNT: Final = {"account_id": _ACCOUNT, "account_code": "6100", "account_name": "Rent and premises"}
_ACCOUNT_COLUMNS: Final = (
    "section:Section",
    "account_id:Id:id",
    "account_code:Account",
    "account_name:Name",
    "amount:Amount:amount",
)
_TO_ENTRY: Final = {"entry_id": _ENTRY, "link": f"/v1/journal-entries/{_ENTRY}"}

GENERAL_LEDGER: Final = table(
    "general-ledger",
    "General ledger",
    *("account_id:Id:id", "account_code:Account", "account_name:Name", "posting_date:Posting date:date"),
    *("number:Entry", "debit:Debit:amount", "credit:Credit:amount", "balance:Balance:amount", "entry_id:Entry:id"),
    "link:Journal entry:link",
    **_OF_ACCOUNT,
    posting_date="2026-11-02",
    number="BILL-2026-000042",
    debit=eur("369.00"),
    credit=eur("0.00"),
    balance=eur("1369.00"),
    **_TO_ENTRY,
)
PROFIT_AND_LOSS: Final = table(
    "profit-and-loss", "Profit and loss", *_ACCOUNT_COLUMNS, section="expense", **_OF_ACCOUNT, amount=eur("369.00")
)
BALANCE_SHEET: Final = table(
    "balance-sheet",
    "Balance sheet",
    *_ACCOUNT_COLUMNS,
    section="liability",
    account_id=_ACCOUNT,
    account_code="2000",
    account_name="Trade payables",
    amount=eur("369.00"),
)
CASH_FLOW: Final = table(
    "cash-flow",
    "Cash-flow statement",
    *_ACCOUNT_COLUMNS,
    section="operating",
    account_id=_ACCOUNT,
    account_code="2000",
    account_name="Trade payables",
    amount=eur("-119.00"),
)


def _days(report: str, title: str) -> dict[str, Any]:
    return table(
        report,
        title,
        *("entity:Legal entity", "days:Days:number", "open:Open:amount", "billed:Billed:amount"),
        "period_days:Days of the period:integer",
        entity="Northwind Demo GmbH",
        days="30.5",
        open=eur("369.00"),
        billed=eur("4041.00"),
        period_days=334,
    )


DSO: Final = _days("dso", "Days sales outstanding")
DPO: Final = _days("dpo", "Days payables outstanding")
OPEN_ITEMS: Final = table(
    "open-items",
    "Open items payable",
    *("party_name:Party", "due_date:Due date:date", "open:Open:amount", "link:Journal entry:link"),
    party_name="Lieferant GmbH",
    due_date="2026-11-30",
    open=eur("119.00"),
    **_TO_ENTRY,
)


def _statement(party: str) -> dict[str, Any]:
    return table(
        f"{party}-statement",
        f"{party.capitalize()} statement",
        *("date:Date:date", "kind:What", "amount:Amount:amount", "balance:Balance:amount", "link:Journal entry:link"),
        date="2026-11-02",
        kind="document",
        amount=eur("119.00"),
        balance=eur("369.00"),
        **_TO_ENTRY,
    )


TAX: Final = table(
    "tax",
    "Tax report",
    *("direction:Direction", "tax_code_id:Id:id", "tax_code:Tax code", "tax_category:Category"),
    *("tax_rate:Percent:number", "account_code:Account", "currency:Currency", "base:Base:amount", "tax:Tax:amount"),
    direction="input",
    tax_code_id="taxcode_01j2hw0psyfn79yan3pqykt7s0",
    tax_code="IN19",
    tax_category="S",
    tax_rate="19",
    account_code="1400",
    currency="EUR",
    base=eur("100.00"),
    tax=eur("19.00"),
)
VENDOR_STATEMENT: Final = _statement("vendor")
CUSTOMER_STATEMENT: Final = _statement("customer")
