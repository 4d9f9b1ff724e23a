"""The cash-flow statement by the direct method: what moved the bank accounts, by what the counter accounts are."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import text

from bursar.kit.wire import Amount, Json
from bursar.ledger.reports.queries.asked import POSTED, Asked, public
from bursar.ledger.reports.queries.balances import Account, by_account, day_before, sums
from bursar.ledger.reports.schemas import ReportColumn, ReportRead, columns

_SECTIONS: Final = {
    "operating": "Operating activities",
    "investing": "Investing activities",
    "financing": "Financing activities",
    "opening": "Balances taken over at the start of the books",
    "exchange": "Effect of exchange rates on cash",
}

# Every entry is balanced in base currency, so what its other lines add up to is what its bank lines moved, turned
# round. A movement between two bank accounts has no other lines, or none but what the exchange cost or brought.
_FLOWS = text(f"""
    SELECT w.place, l.legal_entity_id, l.account_id, a.code, a.name,
           CASE WHEN a.control = 'opening_balances' THEN 'opening'
                WHEN a.control IN ('exchange_gain', 'exchange_loss', 'exchange_clearing') AND NOT EXISTS (
                  SELECT 1 FROM journal_line o
                  JOIN ledger_account other ON other.tenant_id = o.tenant_id
                    AND other.legal_entity_id = o.legal_entity_id AND other.id = o.account_id
                  WHERE o.tenant_id = :tenant AND o.entry_id = l.entry_id AND NOT other.is_bank
                    AND (other.control IS NULL
                         OR other.control NOT IN ('exchange_gain', 'exchange_loss', 'exchange_clearing')))
                THEN 'exchange'
                ELSE coalesce(a.cash_flow, 'operating') END AS section,
           -sum(l.base_amount_minor) AS base
    FROM unnest(CAST(:firsts AS date[]), CAST(:lasts AS date[])) WITH ORDINALITY AS w (first, last, place)
    CROSS JOIN journal_line l {POSTED} AND e.posting_date BETWEEN w.first AND w.last AND NOT a.is_bank
      AND EXISTS (
        SELECT 1 FROM journal_line b
        JOIN ledger_account bank ON bank.tenant_id = b.tenant_id AND bank.legal_entity_id = b.legal_entity_id
          AND bank.id = b.account_id AND bank.is_bank
        WHERE b.tenant_id = :tenant AND b.entry_id = l.entry_id)
    GROUP BY w.place, l.legal_entity_id, l.account_id, a.code, a.name, 6
""")  # noqa: S608 - our own pieces; values are parameters.


async def cash_flow(asked: Asked) -> ReportRead:
    """Return where cash came from and went in a period; it ties to the change of the bank balances."""
    count = len(asked.windows)
    bounds = [window.bounds for window in asked.windows]
    given = asked.given(firsts=[first for first, _ in bounds], lasts=[last for _, last in bounds])
    flows: dict[tuple[UUID, str, UUID], tuple[str, str, list[int]]] = {}
    for row in await asked.work.session.rows(_FLOWS, given):
        key = (row.legal_entity_id, row.section, row.account_id)
        flows.setdefault(key, (row.code, row.name, [0] * count))[2][row.place - 1] += int(row.base)
    flows = {key: one for key, one in flows.items() if any(one[2])}
    before = [day_before(window.bounds[0]) for window in asked.windows]
    held = [row for row in await sums(asked, [*before, *asked.windows]) if row.is_bank]
    banks = by_account(held, 2 * count)
    rows, totals = [], []
    for entity in asked.entities:
        mine = {key: one for key, one in flows.items() if key[0] == entity.id}
        for section in _SECTIONS:
            of_section = sorted((one[0], one[1], key[2], one[2]) for key, one in mine.items() if key[1] == section)
            rows += [
                _row(asked, entity.id, section, (code, name, account_id), figures)
                for code, name, account_id, figures in of_section
            ]
        by_section = {
            section: [sum(one[2][place] for key, one in mine.items() if key[1] == section) for place in range(count)]
            for section in _SECTIONS
        }
        for name, figures in _closing(by_section, [one for one in banks if one.legal_entity_id == entity.id]).items():
            totals.append({"entity": entity.name, "account_name": name, **_figures(asked, entity.id, figures)})
    ties = all(not one["amount"].amount for one in totals if one["account_name"] == "Difference") if banks else None
    about = {"method": "direct"}
    return asked.table("cash-flow", "Cash-flow statement", _columns(asked), rows, totals=totals, ties=ties, about=about)


def _columns(asked: Asked) -> tuple[ReportColumn, ...]:
    earlier = asked.compared
    return columns(
        *([] if asked.one else ["entity:Legal entity"]),
        "section:Section",
        "account_id:Id:id",
        "account_code:Counter account",
        "account_name:Name",
        "currency:Currency",
        "amount:Amount:amount",
        *([] if earlier is None else [f"compared:Amount {earlier.first} to {earlier.last}:amount"]),
        "link:General ledger:link",
    )


def _closing(by_section: Mapping[str, list[int]], banks: Sequence[Account]) -> dict[str, list[int]]:
    """Return the sums of the statement, with what the bank accounts themselves say."""
    net = [sum(parts) for parts in zip(*by_section.values(), strict=True)]
    count = len(net)
    opening = [sum(one.windows[place].base for one in banks) for place in range(count)]
    moved = [sum(one.windows[count + place].base for one in banks) for place in range(count)]
    found = {_SECTIONS[section]: figures for section, figures in by_section.items() if any(figures)}
    return found | {
        "Change of cash": net,
        "Cash at the beginning": opening,
        "Cash at the end": [begin + change for begin, change in zip(opening, moved, strict=True)],
        "Difference": [change - told for change, told in zip(moved, net, strict=True)],
    }


def _row(asked: Asked, legal_entity_id: UUID, section: str, account: tuple[str, str, UUID], figures: list[int]) -> Json:
    code, name, account_id = account
    return {
        "entity": next(row.name for row in asked.entities if row.id == legal_entity_id),
        "section": section,
        "account_id": public("account", account_id),
        "account_code": code,
        "account_name": name,
        **_figures(asked, legal_entity_id, figures),
        "link": asked.link(
            "general-ledger",
            legal_entity_id=public("entity", legal_entity_id),
            account_id=public("account", account_id),
            from_=asked.window.first,
            to=asked.window.last,
        ),
    }


def _figures(asked: Asked, legal_entity_id: UUID, figures: list[int]) -> Json:
    currency = asked.base_of()[legal_entity_id]
    found: Json = {"currency": currency, "amount": Amount.of(figures[0], currency)}
    if asked.compared is not None:
        found["compared"] = Amount.of(figures[1], currency)
    return found
