"""Dimensions on the wire."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from bursar.kit.wire import Changes, Day, Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import AccountId, DimensionRuleId, DimensionValueId, LegalEntityId

Dimension = Literal["cost_centre", "project"]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,31}$")]


class DimensionValueFilter(PageParams):
    """Which values to list."""

    legal_entity_id: LegalEntityId | None = None
    dimension: Dimension | None = None


class DimensionValueCreate(Input):
    """A new cost centre or project."""

    legal_entity_id: LegalEntityId
    dimension: Dimension = Field(examples=["cost_centre"])
    code: Code = Field(examples=["CC-100"])
    name: Text = Field(examples=["Warehouse"])
    valid_from: Day | None = Field(None, description="The first posting date that it may be used on.")
    valid_to: Day | None = Field(None, description="The last posting date that it may be used on.")


class DimensionValueChanges(Changes):
    """What of a value is to be changed; dimension and code stay."""

    name: Text = ""
    active: bool = True
    valid_from: Day | None = None
    valid_to: Day | None = None


class ChangeDimensionValue(Input):
    """Change the value of this id, at this version."""

    dimension_value_id: DimensionValueId
    version: int
    changes: DimensionValueChanges


class DimensionValueRead(Output):
    """A cost centre or project of one legal entity."""

    id: DimensionValueId
    legal_entity_id: LegalEntityId
    dimension: Dimension
    code: str
    name: str
    active: bool
    valid_from: Day | None
    valid_to: Day | None
    version: int


class DimensionRuleFilter(PageParams):
    """Which rules to list."""

    legal_entity_id: LegalEntityId | None = None


class DimensionRuleCreate(Input):
    """A new rule: `required` and `forbidden` name an account and a dimension, `allowed` a cost centre and a project."""

    legal_entity_id: LegalEntityId
    effect: Literal["required", "forbidden", "allowed"] = Field(examples=["required"])
    account_id: AccountId | None = None
    dimension: Dimension | None = Field(None, examples=["cost_centre"])
    cost_centre_id: DimensionValueId | None = None
    project_id: DimensionValueId | None = None

    @model_validator(mode="after")
    def _names_what_its_effect_is_about(self) -> Self:
        of_account = (self.account_id, self.dimension)
        of_pair = (self.cost_centre_id, self.project_id)
        needed, idle = (of_pair, of_account) if self.effect == "allowed" else (of_account, of_pair)
        if None in needed or idle != (None, None):
            raise ValueError(
                "required and forbidden name account_id and dimension; allowed names cost_centre_id and project_id"
            )
        return self


class DimensionRuleChanges(Changes):
    """Whether a rule holds; what it says stays."""

    active: bool = True


class ChangeDimensionRule(Input):
    """Switch the rule of this id on or off, at this version."""

    dimension_rule_id: DimensionRuleId
    version: int
    changes: DimensionRuleChanges


class DimensionRuleRead(Output):
    """A rule of one legal entity."""

    id: DimensionRuleId
    legal_entity_id: LegalEntityId
    effect: Literal["required", "forbidden", "allowed"]
    account_id: AccountId | None
    dimension: Dimension | None
    cost_centre_id: DimensionValueId | None
    project_id: DimensionValueId | None
    active: bool
    version: int
