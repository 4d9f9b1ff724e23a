"""Names that vulture cannot see in use, by the reason why they are: a name that fits none of them is dead code."""

# Terms of EN 16931: readers fill them, `to_json` and the pages that show an invoice walk over them by name.
_.accounting_cost
_.additional_street
_.base_quantity_unit
_.buyer_item_id
_.buyer_reference
_.card_holder
_.card_number
_.city
_.classifications
_.contract_reference
_.creditor_id
_.customization
_.debited_account
_.despatch_reference
_.exemption_code
_.exemption_reason
_.extra_line
_.gross_price
_.legal_id
_.legal_information
_.list_id
_.list_version
_.location_id
_.mandate_reference
_.mime
_.object_id
_.order_line_reference
_.order_reference
_.origin_country
_.party_name
_.payee
_.phone
_.postal_code
_.preceding_invoices
_.price_discount
_.project_reference
_.reason_code
_.receiving_reference
_.region
_.sales_order_reference
_.seller_item_id
_.standard_item_id
_.subject_code
_.tax_in_tax_currency
_.tax_point_code
_.tax_point_date
_.tender_reference

# Fields of answers and events: pydantic and dataclasses write them out, people and programs outside read them.
_.access_token
_.account_code
_.accounts_payable
_.approval_limit
_.approved
_.base_amount
_.cash
_.contradictions
_.days_1_30
_.days_31_60
_.days_61_90
_.done_at
_.done_by
_.expires_in_seconds
_.finished_at
_.next_cursor
_.not_due
_.occurred_at
_.over_90
_.received_at
_.refresh_expires_at
_.retryable
_.started_at
_.tax_base
_.token_type
_.total_credit
_.total_debit
_.user
_.vendor_name

# Words of an enumeration that the database or a later step uses.
_.AUTO
_.DOCUMENT_DATE
_.NOT_REQUESTED
_.PARTIALLY_PAID

# Called or read by the library that we hand them to.
_.SQLCompiler
_._cursor
_.cache_ok
_.capture_signals
_.do_restore
_.get_col_spec
_.invoice_in_pdf
_.justify
_.settings_customise_sources
_.should_exit

# Used by tests and benchmarks: oracles of the SQL, laws of the core, budgets of statements.
_.age
_.is_einvoice
_.single
_.statements
_.to_json
_.total_minor
