-- Open items of a year and more: %(count)s that are open, a fifth as many that were paid, and what paid them.
-- An entry holds a hundred of them, as an opening import does; in every tenth currency differs from the books'.
CREATE TEMP TABLE made ON COMMIT DROP AS
SELECT n, kind, (lpad(to_hex(%(from_ms)s + n), 12, '0') || '7' || substr(md5(kind || n), 1, 3) || '8'
    || substr(md5(n || kind), 5, 15))::uuid AS id,
  (%(vendors)s::uuid[])[1 + (n / 7) %% cardinality(%(vendors)s::uuid[])] AS vendor,
  -- Where a paid item and its payment stand is the same place of the year, so that the one precedes the other.
  %(today)s::date - 400 + ((n * 7919::bigint) %% 340)::int + CASE WHEN kind = 'payment' THEN 50 ELSE 0 END AS on_day,
  CASE WHEN kind = 'payment' OR n %% 50 = 0 THEN -1 ELSE 1 END
    * CASE WHEN kind = 'payment' AND n <= %(partly)s THEN 400 ELSE (1000 + (n * 7919::bigint) %% 900000)::bigint END AS amount,
  CASE WHEN n %% 10 = 3 THEN 'USD' ELSE 'EUR' END AS currency, 14 + (n / 7 %% 4)::int * 15 AS days
FROM (SELECT n, 'document' AS kind FROM generate_series(1, %(count)s + %(paid)s) AS n
      UNION ALL
      -- The first are paid in part, those beyond the count wholly; credits and foreign ones are left alone.
      SELECT n, 'payment' FROM generate_series(1, %(count)s + %(paid)s) AS n
      WHERE (n <= %(partly)s OR n > %(count)s) AND n %% 50 <> 0 AND n %% 10 <> 3) AS g;
DELETE FROM made WHERE kind = 'document' AND n > %(count)s AND (n %% 50 = 0 OR n %% 10 = 3);
CREATE TEMP TABLE placed ON COMMIT DROP AS
SELECT *, CASE WHEN currency = 'EUR' THEN amount ELSE amount * 9 / 10 END AS base,
  extract(year FROM on_day)::int AS year, (row_number() OVER by_day - 1) / 100 AS sheet,
  ((row_number() OVER by_day - 1) %% 100 + 1)::int AS place
FROM made WINDOW by_day AS (PARTITION BY on_day ORDER BY n, kind);
CREATE TEMP TABLE sheets ON COMMIT DROP AS
SELECT on_day, sheet, year, gen_random_uuid() AS entry, row_number() OVER (PARTITION BY year ORDER BY on_day, sheet) AS number
FROM placed GROUP BY on_day, sheet, year;
INSERT INTO journal_entry (tenant_id, id, legal_entity_id, sub_ledger, series, fiscal_year, number, posting_date,
  document_date, recorded_at, source_type, source_id, memo, posted_by)
SELECT %(tenant)s, entry, %(entity)s, 'ap', 'OPN', year, number, on_day, on_day, on_day + time '12:00', 'opening', entry,
  'Opening', %(approver)s FROM sheets;
INSERT INTO journal_line (tenant_id, entry_id, line_number, legal_entity_id, account_id, amount_minor, currency,
  base_amount_minor, base_currency, memo)
SELECT %(tenant)s, entry, row_number() OVER (PARTITION BY entry ORDER BY currency, account), %(entity)s, account,
  toward * total, currency, toward * base, 'EUR', 'Opening'
FROM (SELECT s.entry, p.currency, sum(p.amount) AS total, sum(p.base) AS base
      FROM placed p JOIN sheets s USING (on_day, sheet) GROUP BY 1, 2) AS t,
  LATERAL (VALUES (%(expense)s::uuid, 1), (%(payable)s::uuid, -1)) AS l(account, toward);
INSERT INTO open_item (tenant_id, id, legal_entity_id, side, kind, vendor_id, entry_id, instalment, currency, amount_minor,
  open_minor, base_currency, base_amount_minor, base_open_minor, document_date, due_date, posting_date, recorded_at,
  disputed)
SELECT %(tenant)s, id, %(entity)s, 'payable', kind, vendor, entry, place, currency, amount,
  CASE WHEN kind = 'payment' OR n > %(count)s THEN 0 WHEN n <= %(partly)s AND n %% 50 <> 0 AND n %% 10 <> 3 THEN amount - 400
       ELSE amount END,
  'EUR', base,
  CASE WHEN kind = 'payment' OR n > %(count)s THEN 0 WHEN n <= %(partly)s AND n %% 50 <> 0 AND n %% 10 <> 3 THEN base - 400
       ELSE base END,
  on_day, on_day + days, on_day, on_day + time '12:00', n %% 200 = 7
FROM placed JOIN sheets USING (on_day, sheet, year);
INSERT INTO dispute_mark (tenant_id, id, legal_entity_id, open_item_id, disputed, marked_on, marked_at, marked_by)
SELECT %(tenant)s, gen_random_uuid(), %(entity)s, id, true, %(today)s::date - 60, %(today)s::date - 60 + time '12:00',
  %(approver)s
FROM open_item WHERE tenant_id = %(tenant)s AND legal_entity_id = %(entity)s AND disputed;
INSERT INTO allocation (tenant_id, id, legal_entity_id, debit_item_id, credit_item_id, currency, amount_minor,
  base_amount_minor, debit_base_minor, credit_base_minor, allocated_on, recorded_at, created_by)
SELECT %(tenant)s, gen_random_uuid(), %(entity)s, p.id, d.id, 'EUR', -p.amount, -p.amount, -p.amount, -p.amount, p.on_day,
  p.on_day + time '12:00', %(approver)s
FROM made p JOIN made d ON d.n = p.n AND d.kind = 'document' AND p.kind = 'payment';
INSERT INTO number_series (tenant_id, legal_entity_id, series, fiscal_year, last_number)
SELECT %(tenant)s, %(entity)s, 'OPN', year, max(number) FROM sheets GROUP BY year;
