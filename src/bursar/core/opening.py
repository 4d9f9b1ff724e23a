"""From a trial balance and the open items behind it to the entry that books begin with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from bursar.core.errors import Refused
from bursar.core.posting import PostingLine

PAYABLE: Final = "payable"
RECEIVABLE: Final = "receivable"

# Which control account the items of a side are behind, and the sign of a document that asks for money on it.
CONTROLS: Final[Mapping[str, tuple[str, int]]] = {
    PAYABLE: ("accounts_payable", -1),
    RECEIVABLE: ("accounts_receivable", 1),
}
MEMO: Final = "Opening balance"


class OpeningUnbalanced(Refused):
    """Debits and credits of the trial balance differ."""

    code = "opening_unbalanced"


class OpeningItemsDiffer(Refused):
    """The open items of a side do not add up to the balance of its control account."""

    code = "opening_items_differ"


class OpeningEmpty(Refused):
    """There is no balance to begin with."""

    code = "opening_empty"


class OpeningAmountWrong(Refused):
    """An amount and its value in base currency have different signs, or one of them is zero."""

    code = "opening_amount_wrong"


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """One account's balance in minor units of base currency, debit above zero.

    ``amount_minor`` is what it is in the currency that the account is kept in, where that is a foreign one.
    """

    account_id: UUID
    base_minor: int
    currency: str | None = None
    amount_minor: int | None = None


@dataclass(frozen=True, slots=True)
class OpeningItem:
    """What was open with one party, above zero on a document that asks for money."""

    side: str
    party_id: UUID
    currency: str
    amount_minor: int
    base_minor: int


def opening_lines(
    rows: Sequence[OpeningRow],
    items: Sequence[OpeningItem],
    accounts: Mapping[str, UUID],
    *,
    base_currency: str,
) -> tuple[PostingLine, ...]:
    """Return the balanced lines of the opening entry.

    `accounts` names the accounts of the two sides by their controls, and `exchange_clearing`, which takes the other
    half of what stands in a foreign currency. A row of a control account is posted party by party, as its items say.
    Raises OpeningUnbalanced, OpeningItemsDiffer, OpeningAmountWrong and OpeningEmpty.
    """
    _check_amounts(rows, items)
    if difference := sum(row.base_minor for row in rows):
        raise OpeningUnbalanced("Debits and credits of the trial balance differ.", difference_minor=str(difference))
    for side, (control, sign) in CONTROLS.items():
        of_items = sign * sum(item.base_minor for item in items if item.side == side)
        balance = sum(row.base_minor for row in rows if row.account_id == accounts.get(control))
        if of_items != balance:
            raise OpeningItemsDiffer(
                f"The open items and the balance of {control.replace('_', ' ')} differ.",
                control=control,
                balance_minor=str(balance),
                open_items_minor=str(of_items),
            )
    controls = {accounts[control] for control, _ in CONTROLS.values() if control in accounts}
    lines = [*_account_lines(rows, controls, base_currency), *_party_lines(items, accounts)]
    lines += _clearing_lines(lines, accounts, base_currency)
    if not lines:
        raise OpeningEmpty("The trial balance has no balance.", pointer="/accounts")
    return tuple(lines)


def _check_amounts(rows: Sequence[OpeningRow], items: Sequence[OpeningItem]) -> None:
    for index, row in enumerate(rows):
        if row.amount_minor is not None and _sign(row.amount_minor) != _sign(row.base_minor):
            raise OpeningAmountWrong("The account's amount and its base differ in sign.", pointer=f"/accounts/{index}")
    for index, item in enumerate(items):
        if _sign(item.amount_minor) * _sign(item.base_minor) != 1:
            raise OpeningAmountWrong("An open item has an amount and a base of one sign.", pointer=f"/items/{index}")


def _account_lines(rows: Sequence[OpeningRow], controls: set[UUID], base_currency: str) -> Iterator[PostingLine]:
    for row in rows:
        if row.base_minor and row.account_id not in controls:
            amount = row.base_minor if row.amount_minor is None else row.amount_minor
            currency = row.currency or base_currency
            yield PostingLine(row.account_id, amount, MEMO, base_minor=row.base_minor, currency=currency)


def _party_lines(items: Sequence[OpeningItem], accounts: Mapping[str, UUID]) -> Iterator[PostingLine]:
    sums: defaultdict[tuple[str, UUID, str], list[int]] = defaultdict(lambda: [0, 0])
    for item in items:
        both = sums[item.side, item.party_id, item.currency]
        both[0] += item.amount_minor
        both[1] += item.base_minor
    for (side, party_id, currency), (amount, base) in sums.items():
        control, sign = CONTROLS[side]
        if amount or base:
            yield PostingLine(
                accounts[control],
                sign * amount,
                MEMO,
                base_minor=sign * base,
                currency=currency,
                vendor_id=party_id if side == PAYABLE else None,
                customer_id=party_id if side == RECEIVABLE else None,
            )


def _clearing_lines(
    lines: Sequence[PostingLine], accounts: Mapping[str, UUID], base_currency: str
) -> Iterator[PostingLine]:
    """Yield, for each foreign currency, the other half of its lines, and the same again in base currency."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for line in lines:
        assert line.currency is not None, "every line above says it"
        assert line.base_minor is not None, "every line above says it"
        if line.currency != base_currency:
            sums[line.currency][0] += line.amount_minor
            sums[line.currency][1] += line.base_minor
    for currency, (amount, base) in sums.items():
        if amount or base:
            clearing = accounts["exchange_clearing"]
            yield PostingLine(clearing, -amount, MEMO, base_minor=-base, currency=currency)
            if base:
                yield PostingLine(clearing, base, MEMO, base_minor=base, currency=base_currency)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
