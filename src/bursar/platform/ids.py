"""The ids of every resource, as they stand on the wire: one prefix each."""

from typing import Annotated
from uuid import UUID

from bursar.kit.ids import PublicId

TenantId = Annotated[UUID, PublicId("tenant")]
UserId = Annotated[UUID, PublicId("user")]
SessionId = Annotated[UUID, PublicId("session")]
LegalEntityId = Annotated[UUID, PublicId("entity")]
AccountId = Annotated[UUID, PublicId("account")]
EntryId = Annotated[UUID, PublicId("entry")]
DimensionValueId = Annotated[UUID, PublicId("dimension")]
DimensionRuleId = Annotated[UUID, PublicId("dimrule")]
OpeningId = Annotated[UUID, PublicId("opening")]
CustomerId = Annotated[UUID, PublicId("customer")]
VendorId = Annotated[UUID, PublicId("vendor")]
VendorAliasId = Annotated[UUID, PublicId("alias")]
VendorGroupId = Annotated[UUID, PublicId("group")]
DocumentId = Annotated[UUID, PublicId("document")]
BillId = Annotated[UUID, PublicId("bill")]
ProposalId = Annotated[UUID, PublicId("proposal")]
AgentRunId = Annotated[UUID, PublicId("run")]
TaskId = Annotated[UUID, PublicId("task")]
EventId = Annotated[UUID, PublicId("event")]
ExchangeRateId = Annotated[UUID, PublicId("rate")]
RevaluationId = Annotated[UUID, PublicId("revaluation")]
ManualEntryId = Annotated[UUID, PublicId("manual")]
RecurringEntryId = Annotated[UUID, PublicId("recurring")]
AttachmentId = Annotated[UUID, PublicId("attachment")]
PeriodId = Annotated[UUID, PublicId("period")]
PeriodExceptionId = Annotated[UUID, PublicId("exception")]
TaxCodeId = Annotated[UUID, PublicId("taxcode")]
WithholdingCodeId = Annotated[UUID, PublicId("withholding")]
OpenItemId = Annotated[UUID, PublicId("item")]
AllocationId = Annotated[UUID, PublicId("allocation")]
SettlementId = Annotated[UUID, PublicId("settlement")]
PaymentId = Annotated[UUID, PublicId("payment")]
