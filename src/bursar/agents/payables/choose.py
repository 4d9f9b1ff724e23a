"""A model chooses the account of lines that nobody coded like that before; without one, nothing changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from bursar.agents.models.gateway import Answer, ask
from bursar.platform.application import Application
from bursar.platform.work import Principal

PURPOSE: Final = "payables.code"
PROMPT: Final = "choose_accounts"
MOST_LINES: Final = 50
MOST_CHARACTERS: Final = 200  # Of a description; what a line is for stands at its head.


class ChosenAccount(BaseModel):
    """A line by its number, and the code of the account that it goes to."""

    model_config = ConfigDict(extra="forbid")

    line: int
    account: str = Field(max_length=40)


class ChosenAccounts(BaseModel):
    """What a model chose."""

    model_config = ConfigDict(extra="forbid")

    chosen: list[ChosenAccount] = Field(max_length=200)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A line with the accounts to choose from: their names by code, the best first."""

    description: str
    accounts: Mapping[str, str]


async def chosen_codes(
    application: Application,
    principal: Principal,
    seller: str | None,
    lines: Mapping[int, Doubtful],
    run_id: UUID | None,
    document_id: UUID,
) -> dict[int, str]:
    """Return the account that a model chose for each line, by number; what it was not offered is not taken."""
    asked = dict(list(lines.items())[:MOST_LINES])
    if not asked:
        return {}
    data = _data(seller, asked)
    answer = await ask(application, principal, PURPOSE, PROMPT, data, ChosenAccounts, run_id, document_id)
    if not isinstance(answer, Answer):
        return {}
    codes: dict[int, str] = {}
    for one in answer.value.chosen:
        if one.line in asked and one.account in asked[one.line].accounts:
            codes.setdefault(one.line, one.account)
    return codes


def _data(seller: str | None, lines: Mapping[int, Doubtful]) -> str:
    blocks = [f"Seller: {_short(seller)}"] if seller else []
    for number, line in lines.items():
        accounts = (f"- {code} {_short(name)}" for code, name in line.accounts.items())
        blocks.append("\n".join((f"Line {number}: {_short(line.description)}", *accounts)))
    return "\n\n".join(blocks)


def _short(text: str) -> str:
    """Return a text on one line: whoever wrote it does not get to write a line of ours."""
    return " ".join(text.split())[:MOST_CHARACTERS]
