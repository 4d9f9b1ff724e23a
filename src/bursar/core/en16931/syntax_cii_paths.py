"""What a CII document of the core invoice leaves out: the paths of the rules CII-SR and CII-DT, by their number.

Below a path ("." is the document, "//" any depth, "*" any beginning of a name) stand number and name; "!" is fatal.
Names without a prefix are those of "ram"; LINE, AGREEMENT, DELIVERY and SETTLEMENT stand for the parts of the document.
"""

from __future__ import annotations

from typing import Final

FORBIDDEN: Final = """
//SpecifiedTradeSettlementPaymentMeans: SR464 PayerSpecifiedDebtorFinancialInstitution
rsm:ExchangedDocumentContext:
    SR001 SpecifiedTransactionID, SR002 TestIndicator, SR006 BIMSpecifiedDocumentContextParameter, SR007
    ScenarioSpecifiedDocumentContextParameter, SR008 ApplicationSpecifiedDocumentContextParameter, SR011
    SubsetSpecifiedDocumentContextParameter, SR012 MessageStandardSpecifiedDocumentContextParameter
rsm:ExchangedDocument:
    SR013 Name, SR016 CopyIndicator, SR017 Purpose, SR018 ControlRequirementIndicator, SR019 LanguageID, SR020
    PurposeCode, SR021 RevisionDateTime, SR022 VersionID, SR023 GlobalID, SR024 RevisionID, SR025
    PreviousRevisionID, SR026 CategoryCode, SR033 EffectiveSpecifiedPeriod, SR034 IssuerTradeParty
rsm:ExchangedDocument/IssueDateTime: SR015 udt:DateTime
rsm:ExchangedDocument/IncludedNote: SR027 Subject, SR028 ContentCode, SR032 ID
LINE:
    SR035 DescriptionCode, SR036 ParentLineID, SR037 LineStatusCode, SR038 LineStatusReasonCode, SR221
    IncludedSubordinateTradeLineItem
LINE/AssociatedDocumentLineDocument/IncludedNote: SR042 ID, SR043 Subject, SR044 ContentCode
LINE/SpecifiedTradeProduct:
    SR045 ID, SR048 ManufacturerAssignedID, SR049 TradeName, SR050 TypeCode, SR051 NetWeightMeasure, SR052
    GrossWeightMeasure, SR053 ProductGroupID, SR054 EndItemTypeCode, SR055 EndItemName, SR056 AreaDensityMeasure,
    SR057 UseDescription, SR058 BrandName, SR059 SubBrandName, SR060 DrainedNetWeightMeasure, SR061
    VariableMeasureIndicator, SR062 ColourCode, SR063 ColourDescription, SR064 Designation, SR065
    FormattedCancellationAnnouncedLaunchDateTime, SR066 FormattedLatestProductDataChangeDateTime, SR080
    ApplicableMaterialGoodsCharacteristic, SR087 IndividualTradeProductInstance, SR088
    CertificationEvidenceReferenceReferencedDocument, SR089 InspectionReferenceReferencedDocument, SR093
    LinearSpatialDimension, SR094 MinimumLinearSpatialDimension, SR095 MaximumLinearSpatialDimension, SR096
    ManufacturerTradeParty, SR097 PresentationSpecifiedBinaryFile, SR098 MSDSReferenceReferencedDocument, SR099
    AdditionalReferenceReferencedDocument, SR100 LegalRightsOwnerTradeParty, SR101 BrandOwnerTradeParty, SR102
    IncludedReferencedProduct, SR103 InformationNote
LINE/SpecifiedTradeProduct/ApplicableProductCharacteristic:
    SR067 ID, SR071 MeasurementMethodCode, SR073 ValueCode, SR074 ValueDateTime, SR075 ValueIndicator, SR076
    ContentTypeCode, SR077 ValueSpecifiedBinaryFile, SR078 ApplicableProductCharacteristicCondition, SR079
    ApplicableReferencedStandard
LINE/SpecifiedTradeProduct/DesignatedProductClassification:
    SR081 SystemID, SR082 SystemName, SR083 ClassName, SR084 SubClassCode, SR085 ClassProductCharacteristic, SR086
    ApplicableReferencedStandard
LINE/SpecifiedTradeProduct/OriginTradeCountry: SR091 Name, SR092 SubordinateTradeCountrySubDivision
LINE/SpecifiedLineTradeAgreement:
    SR104 BuyerReference, SR105 BuyerRequisitionerTradeParty, SR109 QuotationReferencedDocument, SR110
    ContractReferencedDocument, SR111 DemandForecastReferencedDocument, SR112 PromotionalDealReferencedDocument,
    SR113 AdditionalReferencedDocument, SR147 RequisitionerReferencedDocument, SR149 ItemBuyerTradeParty, SR150
    IncludedSpecifiedMarketplace, SR447 UltimateCustomerOrderReferencedDocument, SR106 ApplicableTradeDeliveryTerms,
    SR107 SellerOrderReferencedDocument, SR148 ItemSellerTradeParty
LINE/SpecifiedLineTradeAgreement/GrossPriceProductTradePrice:
    SR114 TypeCode, SR115 MinimumQuantity, SR116 MaximumQuantity, SR117 ChangeReason, SR118
    OrderUnitConversionFactorNumeric, SR445 IncludedTradeTax, SR132 ValiditySpecifiedPeriod, SR133
    DeliveryTradeLocation, SR134 TradeComparisonReferencePrice, SR135 AssociatedReferencedDocument
LINE/SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/AppliedTradeAllowanceCharge:
    SR120 ID, SR121 SequenceNumeric, SR122 CalculationPercent, SR123 BasisAmount, SR124 BasisQuantity, SR125
    PrepaidIndicator, SR126 UnitBasisAmount, SR129 TypeCode, SR130 CategoryTradeTax, SR131
    ActualTradeCurrencyExchange, SR127 ReasonCode, SR128 Reason
LINE/SpecifiedLineTradeAgreement/NetPriceProductTradePrice:
    SR136 TypeCode, SR138 MinimumQuantity, SR139 MaximumQuantity, SR140 ChangeReason, SR141
    OrderUnitConversionFactorNumeric, SR142 AppliedTradeAllowanceCharge, SR446 IncludedTradeTax, SR143
    ValiditySpecifiedPeriod, SR144 DeliveryTradeLocation, SR145 TradeComparisonReferencePrice, SR146
    AssociatedReferencedDocument
LINE/SpecifiedLineTradeDelivery:
    SR151 RequestedQuantity, SR152 ReceivedQuantity, SR153 ChargeFreeQuantity, SR154 PackageQuantity, SR155
    ProductUnitQuantity, SR157 NetWeightMeasure, SR158 GrossWeightMeasure, SR159 TheoreticalWeightMeasure, SR160
    DespatchedQuantity, SR161 SpecifiedDeliveryAdjustment, SR162 IncludedSupplyChainPackaging, SR163
    RelatedSupplyChainConsignment, SR165 UltimateShipToTradeParty, SR166 ShipFromTradeParty, SR167
    ActualDespatchSupplyChainEvent, SR168 ActualPickUpSupplyChainEvent, SR169 RequestedDeliverySupplyChainEvent,
    SR171 ActualReceiptSupplyChainEvent, SR172 AdditionalReferencedDocument, SR176
    ConsumptionReportReferencedDocument, SR177 PackingListReferencedDocument, SR156 PerPackageUnitQuantity, SR164
    ShipToTradeParty, SR170 ActualDeliverySupplyChainEvent, SR173 DespatchAdviceReferencedDocument, SR174
    ReceivingAdviceReferencedDocument, SR175 DeliveryNoteReferencedDocument
LINE/SpecifiedLineTradeSettlement:
    SR178 PaymentReference, SR179 InvoiceIssuerReference, SR180 TotalAdjustmentAmount, SR181 DiscountIndicator,
    SR194 SubtotalCalculatedTradeTax, SR195 SpecifiedLogisticsServiceCharge, SR196 SpecifiedTradePaymentTerms, SR209
    SpecifiedFinancialAdjustment, SR212 PayableSpecifiedTradeAccountingAccount, SR218
    PurchaseSpecifiedTradeAccountingAccount, SR219 SalesSpecifiedTradeAccountingAccount, SR220
    SpecifiedTradeSettlementFinancialCard, SR210 InvoiceReferencedDocument
LINE/SpecifiedLineTradeSettlement/ApplicableTradeTax: SR182 CalculatedAmount
LINE/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge/ChargeIndicator: SR183 udt:IndicatorString
LINE/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge:
    SR184 ID, SR185 SequenceNumeric, SR187 BasisQuantity, SR188 PrepaidIndicator, SR189 UnitBasisAmount, SR190
    TypeCode, SR191 CategoryTradeTax, SR192 ActualTradeCurrencyExchange, SR193 ID
LINE/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge/CalculationPercent: SR186 @format
LINE/SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation:
    SR197 ChargeTotalAmount, SR198 AllowanceTotalAmount, SR199 TaxBasisTotalAmount, SR202 InformationAmount, SR203
    TotalAllowanceChargeAmount, SR204 TotalRetailValueInformationAmount, SR205 GrossLineTotalAmount, SR206
    NetLineTotalAmount, SR207 NetIncludingTaxesLineTotalAmount, SR208 ProductWeightLossInformationAmount, SR200
    TaxTotalAmount, SR201 GrandTotalAmount
LINE/SpecifiedLineTradeSettlement/ReceivableSpecifiedTradeAccountingAccount:
    SR213 SetTriggerCode, SR214 TypeCode, SR215 AmountTypeCode, SR216 Name, SR217 CostReferenceDimensionPattern
AGREEMENT:
    SR442 Reference, SR279 BuyerRequisitionerTradeParty, SR280 BuyerAssignedAccountantTradeParty, SR281
    SellerAssignedAccountantTradeParty, SR292 ProductEndUserTradeParty, SR296 QuotationReferencedDocument, SR297
    OrderResponseReferencedDocument, SR299 DemandForecastReferencedDocument, SR300
    SupplyInstructionReferencedDocument, SR301 PromotionalDealReferencedDocument, SR302 PriceListReferencedDocument,
    SR304 RequisitionerReferencedDocument, SR306 PurchaseConditionsReferencedDocument, SR448
    UltimateCustomerOrderReferencedDocument, SR278 SalesAgentTradeParty, SR293 ApplicableTradeDeliveryTerms, SR305
    BuyerAgentTradeParty
AGREEMENT/SellerTradeParty:
    SR222 RoleCode, SR247 EndPointURIUniversalCommunication, SR248 LogoAssociatedSpecifiedBinaryFile
AGREEMENT/SellerTradeParty/SpecifiedLegalOrganization:
    SR223 LegalClassificationCode, SR224 Name, SR225 PostalTradeAddress, SR226 AuthorizedLegalRegistration
AGREEMENT/SellerTradeParty/DefinedTradeContact:
    SR227 ID, SR228 TypeCode, SR229 JobTitle, SR230 Responsibility, SR231 PersonID, SR234
    DirectTelephoneUniversalCommunication, SR235 MobileTelephoneUniversalCommunication, SR236
    FaxUniversalCommunication, SR239 TelexUniversalCommunication, SR240 VOIPUniversalCommunication, SR241
    InstantMessagingUniversalCommunication, SR242 SpecifiedNote, SR243 SpecifiedContactPerson
AGREEMENT/SellerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication: SR232 URIID, SR233 ChannelCode
AGREEMENT/SellerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication:
    SR237 ChannelCode, SR238 CompleteNumber
AGREEMENT/SellerTradeParty/URIUniversalCommunication: SR244 ChannelCode, SR245 CompleteNumber
AGREEMENT/SellerTradeParty/SpecifiedTaxRegistration: SR246 AssociatedRegisteredTax
AGREEMENT/BuyerTradeParty:
    SR249 RoleCode, SR250 Description, SR276 EndPointURIUniversalCommunication, SR277
    LogoAssociatedSpecifiedBinaryFile
AGREEMENT/BuyerTradeParty/SpecifiedLegalOrganization:
    SR251 LegalClassificationCode, SR252 Name, SR254 PostalTradeAddress, SR255 AuthorizedLegalRegistration
AGREEMENT/BuyerTradeParty/DefinedTradeContact:
    SR256 ID, SR257 TypeCode, SR258 JobTitle, SR259 Responsibility, SR260 PersonID, SR263
    DirectTelephoneUniversalCommunication, SR264 MobileTelephoneUniversalCommunication, SR265
    FaxUniversalCommunication, SR268 TelexUniversalCommunication, SR269 VOIPUniversalCommunication, SR270
    InstantMessagingUniversalCommunication, SR271 SpecifiedNote, SR272 SpecifiedContactPerson
AGREEMENT/BuyerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication: SR261 URIID, SR262 ChannelCode
AGREEMENT/BuyerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication:
    SR266 ChannelCode, SR267 CompleteNumber
AGREEMENT/BuyerTradeParty/URIUniversalCommunication: SR273 ChannelCode, SR274 CompleteNumber
AGREEMENT/BuyerTradeParty/SpecifiedTaxRegistration: SR275 AssociatedRegisteredTax
AGREEMENT/SellerTaxRepresentativeTradeParty:
    SR282 ID, SR283 GlobalID, SR284 RoleCode, SR285 Description, SR286 SpecifiedLegalOrganization, SR287
    DefinedTradeContact, SR288 URIUniversalCommunication, SR290 EndPointURIUniversalCommunication, SR291
    LogoAssociatedSpecifiedBinaryFile
AGREEMENT/SellerTaxRepresentativeTradeParty/SpecifiedTaxRegistration: SR289 AssociatedRegisteredTax
AGREEMENT/SellerOrderReferencedDocument: SR294 LineID
AGREEMENT/BuyerOrderReferencedDocument: SR295 LineID
AGREEMENT/ContractReferencedDocument: SR298 LineID
AGREEMENT/AdditionalReferencedDocument: SR303 LineID
AGREEMENT/SpecifiedProcuringProject: SR307 Description
DELIVERY:
    SR308 RelatedSupplyChainConsignment, SR317 UltimateShipToTradeParty, SR318 ShipFromTradeParty, SR319
    ActualDespatchSupplyChainEvent, SR320 ActualPickUpSupplyChainEvent, SR331 ActualReceiptSupplyChainEvent, SR332
    AdditionalReferencedDocument, SR335 DeliveryNoteReferencedDocument, SR336 ConsumptionReportReferencedDocument,
    SR337 PreviousDeliverySupplyChainEvent, SR338 PackingListReferencedDocument
DELIVERY/ShipToTradeParty:
    SR309 RoleCode, SR310 Description, SR311 SpecifiedLegalOrganization, SR312 DefinedTradeContact, SR313
    URIUniversalCommunication, SR314 SpecifiedTaxRegistration, SR315 EndPointURIUniversalCommunication, SR316
    LogoAssociatedSpecifiedBinaryFile
DELIVERY/ActualDeliverySupplyChainEvent:
    SR321 ID, SR323 TypeCode, SR324 Description, SR325 DescriptionBinaryObject, SR326 UnitQuantity, SR327
    LatestOccurrenceDateTime, SR328 EarliestOccurrenceDateTime, SR329 OccurrenceSpecifiedPeriod, SR330
    OccurrenceLogisticsLocation
DELIVERY/ActualDeliverySupplyChainEvent/OccurrenceDateTime: SR322 udt:DateTime
SETTLEMENT:
    SR339 DuePayableAmount, SR340 CreditorReferenceTypeCode, SR341 CreditorReferenceType, SR342
    CreditorReferenceIssuerID, SR344 PaymentCurrencyCode, SR345 InvoiceIssuerReference, SR346 InvoiceDateTime, SR347
    NextInvoiceDateTime, SR348 CreditReasonCode, SR349 CreditReason, SR367 InvoiceApplicableTradeCurrencyExchange,
    SR368 PaymentApplicableTradeCurrencyExchange, SR395 SubtotalCalculatedTradeTax, SR396
    SpecifiedLogisticsServiceCharge, SR421 SpecifiedFinancialAdjustment, SR423 ProFormaInvoiceReferencedDocument,
    SR424 LetterOfCreditReferencedDocument, SR425 FactoringAgreementReferencedDocument, SR426
    FactoringListReferencedDocument, SR427 PayableSpecifiedTradeAccountingAccount, SR433
    PurchaseSpecifiedTradeAccountingAccount, SR434 SalesSpecifiedTradeAccountingAccount, SR435
    SpecifiedTradeSettlementFinancialCard, SR436 SpecifiedAdvancePayment, SR437 UltimatePayeeTradeParty, SR350
    InvoicerTradeParty, SR351 InvoiceeTradeParty, SR365 PayerTradeParty, SR366 TaxApplicableTradeCurrencyExchange
SETTLEMENT/PayeeTradeParty:
    SR364 LogoAssociatedSpecifiedBinaryFile, SR352 RoleCode, SR353 Description, SR359 DefinedTradeContact, SR360
    PostalTradeAddress, SR361 URIUniversalCommunication, SR362 SpecifiedTaxRegistration, SR363
    EndPointURIUniversalCommunication
SETTLEMENT/SpecifiedTradeSettlementPaymentMeans:
    SR369 PaymentChannelCode, SR370 GuaranteeMethodCode, SR371 PaymentMethodCode, SR443 ID
SETTLEMENT/SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard:
    SR372 MicrochipIndicator, SR373 TypeCode, SR375 ExpiryDate, SR376 VerificationNumeric, SR377 ValidFromDateTime,
    SR378 CreditLimitAmount, SR379 CreditAvailableAmount, SR380 InterestRatePercent, SR381 Description
SETTLEMENT/SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount:
    SR382 AccountName, SR444 ProprietaryID
SETTLEMENT/SpecifiedTradeSettlementPaymentMeans/PayerSpecifiedDebtorFinancialInstitution:
    SR384 ClearingSystemName, SR385 Name, SR386 LocationFinancialInstitutionAddress
SETTLEMENT/SpecifiedTradeAllowanceCharge:
    SR388 ID, SR389 SequenceNumeric, SR390 BasisQuantity, SR391 PrepaidIndicator, SR392 UnitBasisAmount, SR393
    TypeCode, SR394 ActualTradeCurrencyExchange
SETTLEMENT/SpecifiedTradePaymentTerms:
    SR397 ID, SR398 FromEventCode, SR399 SettlementPeriodMeasure, SR401 TypeCode, SR402 InstructionTypeCode, SR404
    PartialPaymentPercent, SR405 PaymentMeansID, SR406 PartialPaymentAmount, SR407
    ApplicableTradePaymentPenaltyTerms, SR408 ApplicableTradePaymentDiscountTerms, SR409 PayeeTradeParty
SETTLEMENT/SpecifiedTradePaymentTerms/DueDateDateTime: SR400 udt:DateTime
SETTLEMENT/ReceivableSpecifiedTradeAccountingAccount:
    SR428 SetTriggerCode, SR429 TypeCode, SR430 AmountTypeCode, SR431 Name, SR432 CostReferenceDimensionPattern
SETTLEMENT/SpecifiedTradeSettlementHeaderMonetarySummation:
    SR411 InformationAmount, SR412 TotalDiscountAmount, SR413 TotalAllowanceChargeAmount, SR414
    RetailValueExcludingTaxInformationAmount, SR415 TotalDepositFeeInformationAmount, SR416
    ProductValueExcludingTobaccoTaxInformationAmount, SR417 TotalRetailValueInformationAmount, SR418
    GrossLineTotalAmount, SR419 NetLineTotalAmount, SR420 NetIncludingTaxesLineTotalAmount
.: DT013! @languageID, DT014! @languageLocaleID, SR438 ValuationBreakdownStatement
//*DocumentContextParameter: SR04 Value, SR05 SpecifiedDocumentVersion
//TypeCode: DT008! @name, DT009! @listURI
LINE/SpecifiedLineTradeSettlement/ApplicableTradeTax/CategoryCode:
    DT045 @listID, DT046 @listAgencyID, DT047 @listVersionID, DT048 @listURI
//*ReferencedDocument:
    DT016! StatusCode, DT017! CopyIndicator, DT019! GlobalID, DT020! RevisionID, DT023! Information, DT025!
    SectionName, DT026! PreviousRevisionID, DT028! EffectiveSpecifiedPeriod, DT029! IssuerTradeParty, DT030!
    AttachedSpecifiedBinaryFile
//*Quantity: DT034! @unitCodeListID, DT035! @unitCodeListAgencyID, DT036! @unitCodeListAgencyName
//*TradeTax:
    DT038 CalculatedRate, DT039 CalculationSequenceNumeric, DT040 BasisQuantity, DT042 UnitBasisAmount, DT043
    LineTotalBasisAmount, DT044 AllowanceChargeBasisAmount, DT049 CurrencyCode, DT050 Jurisdiction, DT051
    CustomsDutyIndicator, DT053 TaxBasisAllowanceRate, DT055 Type, DT056 InformationAmount, DT057 CategoryName,
    DT060 SpecifiedTradeAccountingAccount, DT061 ServiceSupplyTradeCountry, DT062
    BuyerRepayableTaxSpecifiedTradeAccountingAccount, DT063 SellerPayableTaxSpecifiedTradeAccountingAccount, DT064
    SellerRefundableTaxSpecifiedTradeAccountingAccount, DT065 BuyerDeductibleTaxSpecifiedTradeAccountingAccount,
    DT066 BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount, DT067 PlaceApplicableTradeLocation
//*TradeTax/RateApplicablePercent: DT059 @format
//BillingSpecifiedPeriod/StartDateTime: DT068! udt:DateTime
//BillingSpecifiedPeriod:
    DT069! DurationMeasure, DT070! InclusiveIndicator, DT071! Description, DT073! CompleteDateTime, DT074!
    OpenIndicator, DT075! SeasonCode, DT076! ID, DT077! Name, DT078! SequenceNumeric, DT079!
    StartDateFlexibilityCode, DT080! ContinuousIndicator, DT081! PurposeCode
//BillingSpecifiedPeriod/EndDateTime: DT072! udt:DateTime
//PostalTradeAddress:
    DT082! ID, DT083! PostOfficeBox, DT084! BuildingName, DT086! LineFour, DT087! LineFive, DT088! StreetName,
    DT089! CitySubDivisionName, DT090! CountryName, DT091! CountrySubDivisionID, DT092! AttentionOf, DT093! CareOf,
    DT094! BuildingNumber, DT095! DepartmentName, DT096! AdditionalStreetName
LINE/SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument: SR108 IssuerAssignedID
DELIVERY/DespatchAdviceReferencedDocument: SR333 LineID
DELIVERY/ReceivingAdviceReferencedDocument: SR334 LineID
SETTLEMENT/PayeeTradeParty/SpecifiedLegalOrganization:
    SR354 LegalClassificationCode, SR355 Name, SR356 TradingBusinessName, SR357 PostalTradeAddress, SR358
    AuthorizedLegalRegistration
SETTLEMENT/InvoiceReferencedDocument: SR422 LineID
"""
