"""Routes of the reports."""

from typing import Annotated

from fastapi import APIRouter, Query

from bursar.kit.errors import NotFound
from bursar.ledger.accounts.queries import LegalEntityRequired
from bursar.ledger.reports.queries import ap_aging, trial_balance
from bursar.ledger.reports.schemas import AgingQuery, AgingRead, ReportQuery, TrialBalanceRead
from bursar.platform.access import Permission
from bursar.platform.http import operation, reads
from bursar.platform.work import Work

router = APIRouter()


def _eur(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


_AMOUNTS = {
    "not_due": _eur("250.00"),
    "1_30": _eur("119.00"),
    "31_60": _eur("0.00"),
    "61_90": _eur("0.00"),
    "over_90": _eur("0.00"),
    "total": _eur("369.00"),
}
_AT = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "as_of": "2026-11-30",
    "known_at": "2026-12-02T09:30:00Z",
}
_CONTROL = {
    "account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
    "account_code": "2000",
    "balance": _eur("369.00"),
    "open_items": _eur("369.00"),
    "difference": _eur("0.00"),
}
_AGING = {
    **_AT,
    "basis": "due_date",
    "rows": [
        {"vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0", "vendor_name": "Lieferant GmbH", "amounts": _AMOUNTS},
    ],
    "totals": [_AMOUNTS],
    "control": _CONTROL,
}
_TRIAL_BALANCE = {
    **_AT,
    "currency": "EUR",
    "rows": [
        {
            "account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
            "account_code": "2000",
            "account_name": "Trade payables",
            "type": "liability",
            "debit": _eur("0.00"),
            "credit": _eur("369.00"),
            "balance": _eur("-369.00"),
        },
        {
            "account_id": "account_01j2hw0psyfn79yan3pqykt7s1",
            "account_code": "6100",
            "account_name": "Rent and premises",
            "type": "expense",
            "debit": _eur("369.00"),
            "credit": _eur("0.00"),
            "balance": _eur("369.00"),
        },
    ],
    "total_debit": _eur("369.00"),
    "total_credit": _eur("369.00"),
    "difference": _eur("0.00"),
    "accounts_payable": _CONTROL,
}
Reading = Annotated[Work, reads(Permission.REPORTS_READ)]


@router.get(
    "/reports/ap-aging",
    **operation(
        "Report what is owed to vendors by age",
        needs=Permission.REPORTS_READ,
        errors=[NotFound, LegalEntityRequired],
        example=_AGING,
    ),
)
async def read_ap_aging(work: Reading, query: Annotated[AgingQuery, Query()]) -> AgingRead:
    """Return open amounts by vendor, currency and days past the due date, or the document date with `basis`.

    The report is that of the business date `as_of` (else today), with what was recorded by `known_at` (else now), so
    what was told then can be told again. `control` is the ledger's own figure; its difference is zero.
    """
    return await ap_aging(
        work, query.legal_entity_id, as_of=query.as_of, known_at=query.known_at_utc, basis=query.basis
    )


@router.get(
    "/reports/trial-balance",
    **operation(
        "Report the balance of every account",
        needs=Permission.REPORTS_READ,
        errors=[NotFound, LegalEntityRequired],
        example=_TRIAL_BALANCE,
    ),
)
async def read_trial_balance(work: Reading, query: Annotated[ReportQuery, Query()]) -> TrialBalanceRead:
    """Return debits, credits and balance of every account with a movement up to `as_of`, as recorded by `known_at`."""
    return await trial_balance(work, query.legal_entity_id, as_of=query.as_of, known_at=query.known_at_utc)
