"""Where each line of a bill goes: as people coded such lines before, with the reason for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bursar.agents.payables import draft
from bursar.agents.payables.understand import Understood
from bursar.core.checks import Check
from bursar.payables.bills.schemas import BillContent
from bursar.payables.coding.queries import Suggested, suggest_coding
from bursar.payables.coding.schemas import LineToCode
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
        return f"{sum(one['sure'] for one in self.reasons)} of {len(self.reasons)} lines coded as they were before."


async def code_lines(application: Application, principal: Principal, found: Understood, content: BillContent) -> Coded:
    """Code the lines of a bill from what people confirmed. What a line names already is left alone."""
    lines = [
        LineToCode(description=line.description, tax_category=line.tax_category, tax_rate=line.tax_rate)
        for line in content.lines
    ]
    entity, vendor_id = found.document.legal_entity_id, found.vendor.vendor_id
    async with open_work(application.agent, principal, clock=application.clock) as work:
        suggested = await suggest_coding(work, entity, vendor_id, lines, on=content.document_date)
    codings = [one.suggestion.coding if one.suggestion else None for one in suggested]
    return Coded(draft.coded(content, codings), _reasons(suggested), (_check(suggested),))


def _reasons(suggested: Sequence[Suggested]) -> tuple[dict[str, Any], ...]:
    return tuple(
        {
            "line": number,
            "why": one.suggestion.why,
            "source": one.suggestion.level.value,
            "sure": one.suggestion.is_sure,
            "choices": [one.accounts[choice.account_id].code for choice in one.suggestion.choices],
        }
        for number, one in enumerate(suggested, start=1)
        if one.suggestion
    )


def _check(suggested: Sequence[Suggested]) -> Check:
    unsure = [str(n) for n, one in enumerate(suggested, start=1) if not (one.suggestion and one.suggestion.is_sure)]
    return Check(
        code="coding_unsure",
        passed=not unsure,
        severity="info",
        message="Every line, or one like it, was coded before by people.",
        actual=f"lines {', '.join(unsure[:20])}" if unsure else None,
        field="lines",
    )
