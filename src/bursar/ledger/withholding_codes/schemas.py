"""Withholding codes on the wire."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from bursar.core.tax import WithholdingBase, WithholdingMoment
from bursar.kit.wire import Amount, Input, Number, Output, Text
from bursar.ledger.tax_codes.schemas import Code
from bursar.platform.http import PageParams
from bursar.platform.ids import AccountId, LegalEntityId, WithholdingCodeId


class WithholdingCodeCreate(Input):
    """A new withholding code."""

    legal_entity_id: LegalEntityId
    code: Code = Field(examples=["WH10"])
    name: Text = Field(examples=["Professional fees 10 %"])
    rate: Annotated[Number, Field(gt=0, le=100)] = Field(description="Percent.", examples=["10"])
    base: WithholdingBase
    moment: WithholdingMoment
    threshold: Amount | None = Field(
        None, description="What a vendor's year comes to before anything is withheld, in base currency."
    )
    account_id: AccountId | None = Field(None, description="Where it is booked; else the control account.")


class WithholdingCodeFilter(PageParams):
    """Which withholding codes to list."""

    legal_entity_id: LegalEntityId | None = None


class WithholdingCodeRead(Output):
    """A withholding code."""

    id: WithholdingCodeId
    legal_entity_id: LegalEntityId
    code: str
    name: str
    rate: Decimal
    base: WithholdingBase
    moment: WithholdingMoment
    threshold: Amount
    account_id: AccountId | None
    active: bool
    created_at: datetime
