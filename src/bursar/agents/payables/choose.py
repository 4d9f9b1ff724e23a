"""A model chooses the account of lines that nobody coded like that before; without one, nothing changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from bursar.agents.models.gateway import Answer, Asker, Reason

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


@dataclass(frozen=True, slots=True)
class Chosen:
    """The account that a model chose for a line, by the line's number; `asked` are the lines that it was shown.

    `reason` says why there was no answer.
    """

    codes: Mapping[int, str] = field(default_factory=dict)
    asked: frozenset[int] = frozenset()
    reason: Reason | None = None


async def chosen_codes(asker: Asker, seller: str | None, lines: Mapping[int, Doubtful]) -> Chosen:
    """Have a model choose the account of each line; what it was not offered is not taken."""
    shown = dict(list(lines.items())[:MOST_LINES])
    if not shown:
        return Chosen()
    asked = frozenset(shown)
    answer = await asker.ask(PURPOSE, PROMPT, _data(seller, shown), ChosenAccounts)
    if not isinstance(answer, Answer):
        return Chosen(asked=asked, reason=answer.reason)
    codes: dict[int, str] = {}
    for one in answer.value.chosen:
        if one.line in shown and one.account in shown[one.line].accounts:
            codes.setdefault(one.line, one.account)
    return Chosen(codes, asked)


def _data(seller: str | None, lines: Mapping[int, Doubtful]) -> str:
    blocks = [f"Seller: {_short(seller)}"] if seller else []
    for number, line in lines.items():
        accounts = (f"- {code} {_short(name)}" for code, name in line.accounts.items())
        blocks.append("\n".join((f"Line {number}: {_short(line.description)}", *accounts)))
    return "\n\n".join(blocks)


def _short(text: str) -> str:
    """Return a text on one line: whoever wrote it does not get to write a line of ours."""
    return " ".join(text.split())[:MOST_CHARACTERS]
