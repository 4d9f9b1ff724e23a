"""The figure that a sub-ledger's report must tie to."""

from pydantic import Field

from bursar.kit.wire import Amount, Output
from bursar.platform.ids import AccountId, LegalEntityId


class Control(Output):
    """The ledger's own figure for the same thing: the balance of the control account at the same dates."""

    account_id: AccountId
    account_code: str
    balance: Amount = Field(description="What the control account says is owed, in base currency.")
    open_items: Amount = Field(description="What the open items say is owed, in base currency.")
    difference: Amount = Field(description="Zero, or the books do not tie.")


class EntityControl(Control):
    """The same, of one of several legal entities."""

    legal_entity_id: LegalEntityId
