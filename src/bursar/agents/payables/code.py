"""Where each line of a bill goes: by rules and as people coded such lines before, with the reason for each.

Where that leaves a choice, a model is asked once for the whole document. It chooses among what is offered; a line that
is sure, that names its account, or whose account the buyer's order named, is never shown to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bursar.agents.models.gateway import Asker, company_asker
from bursar.agents.payables import draft
from bursar.agents.payables.choose import Chosen, Doubtful, chosen_codes
from bursar.agents.payables.understand import Understood
from bursar.core.checks import Check
from bursar.core.coding import Coding, Suggestion
from bursar.payables.bills.schemas import BillContent
from bursar.payables.coding.queries import suggest_coding
from bursar.payables.coding.schemas import LineToCode
from bursar.payables.coding.weighing import Suggested
from bursar.platform.application import Application
from bursar.platform.work import Principal, open_work


@dataclass(frozen=True, slots=True)
class Coded:
    """A bill with every line coded, the reason for each line, and what a person should look at."""

    content: BillContent
    reasons: tuple[dict[str, Any], ...]
    checks: tuple[Check, ...]

    @property
    def said(self) -> str:
        """How the lines were coded, in a sentence."""
        if len(self.reasons) == 1:
            return f"The line: {self.reasons[0]['why']}."
        return f"{sum(one['sure'] for one in self.reasons)} of {len(self.reasons)} lines are coded for sure."


async def code_lines(
    application: Application,
    principal: Principal,
    found: Understood,
    content: BillContent,
    run_id: UUID | None = None,
) -> Coded:
    """Code the lines of a bill by rules, its order and what people confirmed. What a line names is left alone."""
    asker = company_asker(application, principal, run_id, found.document.id)
    seller = found.invoice.seller.name if found.invoice.seller else None
    entity, vendor_id = found.document.legal_entity_id, found.vendor.vendor_id
    weighed = await weigh_lines(application, principal, asker, entity, vendor_id, seller, content)
    suggested = weighed.suggested
    reasons = _reasons(suggested, weighed.chosen.codes)
    return Coded(draft.coded(content, weighed.codings), reasons, (_check(suggested),))


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is suggested for each line of a bill, and what a model chose where that is not sure."""

    suggested: tuple[Suggested, ...]
    chosen: Chosen

    @property
    def codings(self) -> list[Coding | None]:
        """Where each line goes."""
        return [_coding(one, self.chosen.codes.get(number)) for number, one in enumerate(self.suggested, start=1)]


async def weigh_lines(
    application: Application,
    principal: Principal,
    asker: Asker,
    legal_entity_id: UUID,
    vendor_id: UUID | None,
    seller: str | None,
    content: BillContent,
) -> Weighed:
    """Look up what rules and people say of lines like these, and have a model choose where a choice is left."""
    lines = [
        LineToCode(
            description=line.description,
            tax_category=line.tax_category,
            tax_rate=line.tax_rate,
            net=line.net,
            unit=line.unit,
            order_line_reference=line.order_line_reference,
            accounting_reference=line.accounting_reference,
        )
        for line in content.lines
    ]
    async with open_work(application.agent, principal, clock=application.clock) as work:
        suggested = await suggest_coding(
            work,
            legal_entity_id,
            vendor_id,
            lines,
            on=content.document_date,
            vendor_name=seller,
            order_reference=content.order_reference,
            accounting_reference=content.accounting_reference,
        )
    return Weighed(suggested, await chosen_codes(asker, seller, dict(_doubtful(content, suggested))))


def _doubtful(content: BillContent, suggested: Sequence[Suggested]) -> Iterator[tuple[int, Doubtful]]:
    """Yield the lines that a choice is left for, by number, with the accounts to choose from, best first."""
    for number, (line, one) in enumerate(zip(content.lines, suggested, strict=True), start=1):
        if line.account_id or one.suggestion is None or not one.suggestion.leaves_choice:
            continue
        accounts = [one.accounts[choice.account_id] for choice in one.suggestion.choices]
        names = {account.code: account.name for account in accounts}
        if len(names) > 1:
            yield number, Doubtful(line.description, names)


def _coding(one: Suggested, code: str | None) -> Coding | None:
    """Return the coding that was chosen, else the one that is suggested."""
    if one.suggestion is None:
        return None
    choices = (choice for choice in one.suggestion.choices if one.accounts[choice.account_id].code == code)
    return next(choices, one.suggestion.coding)


def _reasons(suggested: Sequence[Suggested], codes: Mapping[int, str]) -> tuple[dict[str, Any], ...]:
    return tuple(
        _reason(number, one, one.suggestion, codes.get(number))
        for number, one in enumerate(suggested, start=1)
        if one.suggestion
    )


def _reason(number: int, one: Suggested, suggestion: Suggestion, code: str | None) -> dict[str, Any]:
    choices = [one.accounts[choice.account_id].code for choice in suggestion.choices]
    offered = ", ".join(dict.fromkeys(choices))
    return {
        "line": number,
        "why": suggestion.why if code is None else f"a model chose among {offered} → {code}",
        "source": suggestion.level.value if code is None else "model",
        "sure": suggestion.is_sure,
        "choices": choices,
    }


def _check(suggested: Sequence[Suggested]) -> Check:
    unsure = [str(n) for n, one in enumerate(suggested, start=1) if not (one.suggestion and one.suggestion.is_sure)]
    return Check(
        code="coding_unsure",
        passed=not unsure,
        severity="info",
        message="A rule says where every line goes, or people coded it, or one like it, before.",
        actual=f"lines {', '.join(unsure[:20])}" if unsure else None,
        field="lines",
    )
