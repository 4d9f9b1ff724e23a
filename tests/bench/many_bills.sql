-- So many bills of the last months, four in five of them posted with entry, lines and open item.
WITH made AS MATERIALIZED (
  SELECT n, gross, gross - (gross * 19 / 119) AS net, gross * 19 / 119 AS tax,
    (lpad(to_hex(%(from_ms)s + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 5, 15))::uuid AS id,
    (lpad(to_hex(%(from_ms)s + n), 12, '0') || '7' || substr(md5('e' || n), 1, 3) || '8' || substr(md5('e' || n), 5, 15))::uuid AS entry,
    (%(vendors)s::uuid[])[1 + n %% cardinality(%(vendors)s::uuid[])] AS vendor, n %% 5 <> 0 AS posted,
    %(today)s::date - (%(count)s - n) * 300 / %(count)s AS on_day
  FROM (SELECT n, (1000 + (n * 7919::bigint) %% 900000)::bigint AS gross FROM generate_series(1, %(count)s) AS n) AS g
), dated AS MATERIALIZED (
  SELECT *, extract(year FROM on_day)::int AS year,
    CASE WHEN posted THEN row_number() OVER (PARTITION BY posted, extract(year FROM on_day) ORDER BY n) END AS number FROM made
), entries AS (
  INSERT INTO journal_entry (tenant_id, id, legal_entity_id, series, fiscal_year, number, posting_date, document_date,
    recorded_at, source_type, source_id, memo, posted_by)
  SELECT %(tenant)s, entry, %(entity)s, 'BILL', year, number, on_day, on_day, now(), 'bill', id, 'M-' || n, %(approver)s
  FROM dated WHERE posted
), lines AS (
  INSERT INTO journal_line (tenant_id, entry_id, line_number, legal_entity_id, account_id, vendor_id, amount_minor, currency,
    base_amount_minor, base_currency, memo)
  SELECT %(tenant)s, entry, l.line, %(entity)s, l.account, vendor, l.amount, 'EUR', l.amount, 'EUR', 'M-' || n
  FROM dated, LATERAL (VALUES (1, %(expense)s::uuid, net), (2, %(tax)s::uuid, tax), (3, %(payable)s::uuid, -gross))
    AS l(line, account, amount) WHERE posted
), items AS (
  INSERT INTO open_item (tenant_id, id, legal_entity_id, side, vendor_id, entry_id, bill_id, currency, amount_minor,
    open_minor, base_currency, base_amount_minor, base_open_minor, document_date, due_date, posting_date, recorded_at)
  SELECT %(tenant)s, entry, %(entity)s, 'payable', vendor, entry, id, 'EUR', gross, gross, 'EUR', gross, gross, on_day, on_day + 30,
    on_day, now() FROM dated WHERE posted
), series AS (
  INSERT INTO number_series (tenant_id, legal_entity_id, series, fiscal_year, last_number)
  SELECT %(tenant)s, %(entity)s, 'BILL', year, max(number) FROM dated WHERE posted GROUP BY year
), told AS (
  INSERT INTO audit_entry (tenant_id, id, at, actor_kind, actor_id, action, subject_id, input_hash)
  SELECT %(tenant)s, entry, now(), 'person', %(approver)s, 'bills.approve', id, '' FROM dated WHERE posted
), happened AS (
  INSERT INTO event (tenant_id, id, type, subject_id, payload, occurred_at)
  SELECT %(tenant)s, entry, 'bill.posted', id, '{}', now() FROM dated WHERE posted
)
INSERT INTO bill (tenant_id, id, legal_entity_id, vendor_id, kind, number, vendor_reference, vendor_reference_key,
  document_date, document_year, due_date, payment_terms, currency, net_minor, tax_minor, gross_minor, prepaid_minor, rounding_minor,
  payable_minor, document_status, approval_status, payment_status, digest, posting_date, entry_id, submitted_by,
  submitted_at, decided_by, decided_at, version, created_at, updated_at)
SELECT %(tenant)s, id, %(entity)s, vendor, 'bill', CASE WHEN posted THEN format('BILL-%%s-%%s', year, lpad(number::text, 6, '0')) END,
  'M-' || n, 'm' || n, on_day, year, on_day + 30, 'net 30', 'EUR', net, tax, gross, 0, 0, gross,
  CASE WHEN posted THEN 'posted' ELSE 'submitted' END, CASE WHEN posted THEN 'approved' ELSE 'pending' END, 'unpaid',
  md5(n::text) || md5('d' || n), CASE WHEN posted THEN on_day END, CASE WHEN posted THEN entry END, %(clerk)s, now(),
  CASE WHEN posted THEN %(approver)s::uuid END, CASE WHEN posted THEN now() END, CASE WHEN posted THEN 2 ELSE 1 END, now(), now()
FROM dated
