"""Coding rules on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from bursar.core.coding_rules import VOCABULARY
from bursar.core.rules.parsing import MOST_CHARACTERS
from bursar.kit.wire import Amount, Changes, Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import (
    AccountId,
    BillId,
    CodingRuleId,
    DimensionValueId,
    LegalEntityId,
    TaxCodeId,
    UserId,
)

_LANGUAGE = (
    f"Facts: {', '.join(f'`{name}` ({kind})' for name, kind in VOCABULARY.items())}. Comparisons: `=`, `!=`, `in (…)`;"
    " `<`, `<=`, `>`, `>=` of numbers; `has` of texts, for words in a row. Joined by `and`, `or`, `not` and brackets."
    " Case and accents make no difference. What is not known of a line meets no comparison, and not its opposite."
)
ConditionText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MOST_CHARACTERS),
    Field(description=_LANGUAGE, examples=['vendor has "Telekom" and description has "mobile" and net <= 500']),
]
Position = Annotated[int, Field(ge=1, le=1_000_000, description="The lowest comes first; of equals, the older rule.")]
_TAX = "Taken where it says what the line says of its tax."


class Outcome(Input):
    """Where lines go that meet the condition."""

    account_id: AccountId
    cost_centre_id: DimensionValueId | None = None
    project_id: DimensionValueId | None = None
    tax_code_id: TaxCodeId | None = Field(None, description=_TAX)


class CodingRuleCreate(Outcome):
    """A new rule."""

    legal_entity_id: LegalEntityId
    name: Text = Field(examples=["Phones"])
    position: Position = 100
    condition: ConditionText


class CodingRuleChanges(Changes):
    """What of a rule is to be changed; another condition or outcome makes a version."""

    name: Text = ""
    position: Position = 1
    active: bool = True
    condition: ConditionText = ""
    # Never null, and what is not sent is not read: no default stands in the description.
    account_id: AccountId = Field(default_factory=lambda: UUID(int=0))
    cost_centre_id: DimensionValueId | None = None
    project_id: DimensionValueId | None = None
    tax_code_id: TaxCodeId | None = Field(None, description=_TAX)


class ChangeCodingRule(Input):
    """Change the rule of this id, at this version."""

    coding_rule_id: CodingRuleId
    version: int
    changes: CodingRuleChanges


class CodingRuleFilter(PageParams):
    """Which rules to list."""

    legal_entity_id: LegalEntityId | None = None
    active: bool | None = None


class CodingRuleVersion(Output):
    """What a rule says, or said: until the next version, if there is one."""

    version: int = Field(description="That of the rule when it came to say this.")
    condition: str = Field(description="In its normal form.")
    account_id: AccountId
    cost_centre_id: DimensionValueId | None
    project_id: DimensionValueId | None
    tax_code_id: TaxCodeId | None
    stated_by: UserId
    stated_at: datetime


class CodingRuleRead(Output):
    """A rule of one legal entity."""

    id: CodingRuleId
    legal_entity_id: LegalEntityId
    name: str
    position: int
    active: bool
    version: int
    says: CodingRuleVersion


class TryCodingRule(Outcome):
    """A rule to be tried on posted lines; nothing is written."""

    legal_entity_id: LegalEntityId
    condition: ConditionText
    months: int = Field(12, ge=1, le=36, description="Bills that came in so many months back.")


class CodedOtherwise(Output):
    """A posted line that meets the condition and that people coded otherwise."""

    bill_id: BillId
    line_number: int
    document_date: date
    vendor_name: str
    description: str
    net: Amount
    account_id: AccountId
    account_code: str
    cost_centre_id: DimensionValueId | None
    project_id: DimensionValueId | None


class CodingRuleTried(Output):
    """What a rule would have said of posted lines, beside what people said."""

    condition: str = Field(description="In its normal form.")
    lines: int = Field(description="How many posted lines were looked at.")
    complete: bool = Field(description="Whether these are all of the time; else the latest of it.")
    matching: int = Field(description="How many of them meet the condition.")
    likewise: int = Field(description="How many of those people coded so: account, cost centre and project.")
    otherwise: int
    examples: tuple[CodedOtherwise, ...] = Field(description="Latest lines that people coded otherwise, at most 20.")
