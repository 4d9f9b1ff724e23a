"""What is asked of the books' integrity, and what was found."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from bursar.kit.wire import Day, Input, Output
from bursar.platform.ids import LegalEntityId


class Outcome(StrEnum):
    """How a check ended, and the whole: `not_examined` where there was nothing to look at, which proves nothing."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_EXAMINED = "not_examined"


class IntegrityQuery(Input):
    """Which books are checked."""

    legal_entity_id: LegalEntityId | None = Field(None, description="One legal entity; else all of the tenant.")
    as_of: Day | None = Field(
        None, description="Sub-ledgers and entries up to this business date; else all. Numbers are checked wholly."
    )


class Finding(Output):
    """One wrong row."""

    legal_entity_id: LegalEntityId
    what: str = Field(description="What is wrong: a currency, a number, a document.")
    expected: str
    actual: str
    link: str | None = Field(description="The resource, where it has a path.")


class CheckRead(Output):
    """One check."""

    name: str
    title: str = Field(description="What was checked, as a sentence.")
    outcome: Outcome
    examined: int = Field(description="How many rows were looked at.")
    of: str = Field(description="What the rows are.")
    wrong: int = Field(description="How many of what was compared differ.")
    first_wrong: tuple[Finding, ...] = Field(description="The first ten of them.")


class IntegrityRead(Output):
    """All checks, in one state of the books."""

    outcome: Outcome = Field(description="`passed` only if every check examined something and passed.")
    legal_entity_id: LegalEntityId | None = Field(description="Null where all entities were checked.")
    entities: int = Field(description="How many legal entities were checked.")
    as_of: date | None
    checked_at: datetime
    checks: tuple[CheckRead, ...]


def worst(outcomes: list[Outcome]) -> Outcome:
    """Return the outcome of the whole."""
    for outcome in (Outcome.FAILED, Outcome.NOT_EXAMINED):
        if outcome in outcomes:
            return outcome
    return Outcome.PASSED if outcomes else Outcome.NOT_EXAMINED
