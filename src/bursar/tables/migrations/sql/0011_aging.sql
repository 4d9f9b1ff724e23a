-- What is open by age, kept ready. Two rules hold at every commit, for each side, party, currency and basis; `e(day)` is
-- the bucket of an item's anchor date on a day:
--   summary = sum over items of what is open, at e(aged_on), less the changes that are not folded, at e(aged_on)
--   open on a day = summary + items that changed bucket since aged_on + changes that count by that day
-- Everything is linear, so nobody needs to know which change belongs to which sum.
-- An item is looked up by its key (LATERAL, LIMIT 1): a planner whose statistics are older than an import would else begin
-- with all items of the tenant, which it takes for one.
GRANT SELECT, INSERT, UPDATE ON aging_day TO bursar_check;
GRANT SELECT, INSERT, DELETE ON aging_change TO bursar_check;
GRANT SELECT, INSERT, UPDATE, DELETE ON aging_summary TO bursar_check;
CREATE POLICY guard ON aging_day FOR ALL TO bursar_check USING (true) WITH CHECK (true);
CREATE POLICY guard ON aging_change FOR ALL TO bursar_check USING (true) WITH CHECK (true);
CREATE POLICY guard ON aging_summary FOR ALL TO bursar_check USING (true) WITH CHECK (true);
-- Folded changes are dead rows in front of those that are read; they are removed soon, however large the table was.
ALTER TABLE aging_change SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);

-- An item without a party is nobody's, and still counts.
CREATE FUNCTION aging_items_arrive() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.aging_change (tenant_id, legal_entity_id, side, item_id, cause_id, party_id, currency, counts_on,
    due_date, document_date, amount_minor, base_amount_minor, is_credit)
  SELECT tenant_id, legal_entity_id, side, id, id,
    coalesce(vendor_id, customer_id, '00000000-0000-0000-0000-000000000000'), currency, posting_date, due_date,
    document_date, amount_minor, base_amount_minor, amount_minor < 0
  FROM arrived;
  RETURN NULL;
END $$;

CREATE FUNCTION aging_items_settle() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.aging_change (tenant_id, legal_entity_id, side, item_id, cause_id, party_id, currency, counts_on,
    due_date, document_date, amount_minor, base_amount_minor, is_credit)
  SELECT a.tenant_id, i.legal_entity_id, i.side, i.id, a.id,
    coalesce(i.vendor_id, i.customer_id, '00000000-0000-0000-0000-000000000000'), i.currency, a.allocated_on,
    i.due_date, i.document_date, CASE WHEN i.amount_minor < 0 THEN a.amount_minor ELSE -a.amount_minor END,
    CASE WHEN i.amount_minor < 0 THEN m.base_minor ELSE -m.base_minor END, i.amount_minor < 0
  FROM arrived a
  CROSS JOIN LATERAL (VALUES (a.debit_item_id, a.debit_base_minor), (a.credit_item_id, a.credit_base_minor))
    AS m(item_id, base_minor)
  CROSS JOIN LATERAL (SELECT * FROM public.open_item o WHERE o.tenant_id = a.tenant_id AND o.id = m.item_id LIMIT 1) i;
  RETURN NULL;
END $$;

-- Folds the changes that count by a day into the sums, and rolls the sums on to that day; the sums never go back.
-- Whoever folds holds the row of the entity's day; nobody who posts, allocates or reads waits for it.
CREATE FUNCTION aging_fold(p_entity uuid, p_day date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  aged date; to_day date; folded bigint;
BEGIN
  -- Nowhere is it later than fourteen hours after UTC; what is not yet cannot be taken back.
  IF p_day > ((now() AT TIME ZONE 'UTC') + interval '14 hours')::date THEN
    RAISE EXCEPTION 'aging_in_future: % has not come yet', p_day USING ERRCODE = '23514';
  END IF;
  INSERT INTO public.aging_day (tenant_id, legal_entity_id, aged_on) VALUES (of_tenant, p_entity, p_day)
  ON CONFLICT DO NOTHING;
  SELECT aged_on INTO aged FROM public.aging_day
  WHERE tenant_id = of_tenant AND legal_entity_id = p_entity FOR UPDATE;
  to_day := greatest(p_day, aged);
  -- One statement, hence one snapshot of items and changes; it begins after the lock was granted.
  WITH gone AS (
    DELETE FROM public.aging_change
    WHERE tenant_id = of_tenant AND legal_entity_id = p_entity AND counts_on <= to_day RETURNING *
  ), passed AS (
    -- Each boundary has a range of its own: the planner would think one that comes from a join to be a ninth of all.
    SELECT 'due_date' AS basis, 0 AS place, side, vendor_id, customer_id, currency, open_minor, base_open_minor
    FROM public.open_item WHERE tenant_id = of_tenant AND legal_entity_id = p_entity
      AND side IN ('payable', 'receivable') AND open_minor <> 0
      AND due_date >= aged AND due_date < to_day
    UNION ALL
    SELECT 'due_date', 1, side, vendor_id, customer_id, currency, open_minor, base_open_minor
    FROM public.open_item WHERE tenant_id = of_tenant AND legal_entity_id = p_entity
      AND side IN ('payable', 'receivable') AND open_minor <> 0
      AND due_date >= aged - 30 AND due_date < to_day - 30
    UNION ALL
    SELECT 'due_date', 2, side, vendor_id, customer_id, currency, open_minor, base_open_minor
    FROM public.open_item WHERE tenant_id = of_tenant AND legal_entity_id = p_entity
      AND side IN ('payable', 'receivable') AND open_minor <> 0
      AND due_date >= aged - 60 AND due_date < to_day - 60
    UNION ALL
    SELECT 'due_date', 3, side, vendor_id, customer_id, currency, open_minor, base_open_minor
    FROM public.open_item WHERE tenant_id = of_tenant AND legal_entity_id = p_entity
      AND side IN ('payable', 'receivable') AND open_minor <> 0
      AND due_date >= aged - 90 AND due_date < to_day - 90
    UNION ALL
    SELECT 'document_date', 0, side, vendor_id, customer_id, currency, open_minor, base_open_minor
    FROM public.open_item WHERE tenant_id = of_tenant AND legal_entity_id = p_entity
      AND side IN ('payable', 'receivable') AND open_minor <> 0
      AND document_date >= aged AND document_date < to_day
    UNION ALL
    SELECT 'document_date', 1, side, vendor_id, customer_id, currency, open_minor, base_open_minor
    FROM public.open_item WHERE tenant_id = of_tenant AND legal_entity_id = p_entity
      AND side IN ('payable', 'receivable') AND open_minor <> 0
      AND document_date >= aged - 30 AND document_date < to_day - 30
    UNION ALL
    SELECT 'document_date', 2, side, vendor_id, customer_id, currency, open_minor, base_open_minor
    FROM public.open_item WHERE tenant_id = of_tenant AND legal_entity_id = p_entity
      AND side IN ('payable', 'receivable') AND open_minor <> 0
      AND document_date >= aged - 60 AND document_date < to_day - 60
    UNION ALL
    SELECT 'document_date', 3, side, vendor_id, customer_id, currency, open_minor, base_open_minor
    FROM public.open_item WHERE tenant_id = of_tenant AND legal_entity_id = p_entity
      AND side IN ('payable', 'receivable') AND open_minor <> 0
      AND document_date >= aged - 90 AND document_date < to_day - 90
  ), moved AS (
    SELECT i.side, coalesce(i.vendor_id, i.customer_id, '00000000-0000-0000-0000-000000000000'::uuid) AS party_id,
      i.currency, i.basis, i.place + p.steps AS bucket, p.sign * i.open_minor AS minor,
      p.sign * i.base_open_minor AS base, 0 AS credits, 0 AS base_credits
    FROM passed i CROSS JOIN (VALUES (0, -1), (1, 1)) AS p(steps, sign)
    UNION ALL
    SELECT g.side, g.party_id, g.currency, b.basis, width_bucket(aged - b.anchor - 1, ARRAY[0, 30, 60, 90]),
      g.amount_minor, g.base_amount_minor, CASE WHEN g.is_credit THEN g.amount_minor ELSE 0 END,
      CASE WHEN g.is_credit THEN g.base_amount_minor ELSE 0 END
    FROM gone g
    CROSS JOIN LATERAL (VALUES ('due_date', g.due_date), ('document_date', g.document_date)) AS b(basis, anchor)
    UNION ALL
    -- What does not count yet is in the items, and so it was moved with them above.
    SELECT c.side, c.party_id, c.currency, b.basis, width_bucket(s.day - b.anchor - 1, ARRAY[0, 30, 60, 90]),
      s.sign * c.amount_minor, s.sign * c.base_amount_minor, 0, 0
    FROM public.aging_change c
    CROSS JOIN LATERAL (VALUES ('due_date', c.due_date), ('document_date', c.document_date)) AS b(basis, anchor)
    CROSS JOIN LATERAL (VALUES (aged, 1), (to_day, -1)) AS s(day, sign)
    WHERE c.tenant_id = of_tenant AND c.legal_entity_id = p_entity AND c.counts_on > to_day
  ), added AS (
    INSERT INTO public.aging_summary AS s (tenant_id, legal_entity_id, side, basis, party_id, currency, not_due_minor,
      d1_30_minor, d31_60_minor, d61_90_minor, over_90_minor, credits_minor, base_not_due_minor, base_d1_30_minor,
      base_d31_60_minor, base_d61_90_minor, base_over_90_minor, base_credits_minor)
    SELECT of_tenant, p_entity, side, basis, party_id, currency,
      coalesce(sum(minor) FILTER (WHERE bucket = 0), 0), coalesce(sum(minor) FILTER (WHERE bucket = 1), 0),
      coalesce(sum(minor) FILTER (WHERE bucket = 2), 0), coalesce(sum(minor) FILTER (WHERE bucket = 3), 0),
      coalesce(sum(minor) FILTER (WHERE bucket = 4), 0), sum(credits),
      coalesce(sum(base) FILTER (WHERE bucket = 0), 0), coalesce(sum(base) FILTER (WHERE bucket = 1), 0),
      coalesce(sum(base) FILTER (WHERE bucket = 2), 0), coalesce(sum(base) FILTER (WHERE bucket = 3), 0),
      coalesce(sum(base) FILTER (WHERE bucket = 4), 0), sum(base_credits)
    FROM moved GROUP BY side, basis, party_id, currency
    ON CONFLICT (tenant_id, legal_entity_id, side, basis, party_id, currency) DO UPDATE SET
      not_due_minor = s.not_due_minor + excluded.not_due_minor,
      d1_30_minor = s.d1_30_minor + excluded.d1_30_minor,
      d31_60_minor = s.d31_60_minor + excluded.d31_60_minor,
      d61_90_minor = s.d61_90_minor + excluded.d61_90_minor,
      over_90_minor = s.over_90_minor + excluded.over_90_minor,
      credits_minor = s.credits_minor + excluded.credits_minor,
      base_not_due_minor = s.base_not_due_minor + excluded.base_not_due_minor,
      base_d1_30_minor = s.base_d1_30_minor + excluded.base_d1_30_minor,
      base_d31_60_minor = s.base_d31_60_minor + excluded.base_d31_60_minor,
      base_d61_90_minor = s.base_d61_90_minor + excluded.base_d61_90_minor,
      base_over_90_minor = s.base_over_90_minor + excluded.base_over_90_minor,
      base_credits_minor = s.base_credits_minor + excluded.base_credits_minor
  )
  SELECT count(*) INTO folded FROM gone;
  UPDATE public.aging_day SET aged_on = to_day
  WHERE tenant_id = of_tenant AND legal_entity_id = p_entity AND aged_on <> to_day;
  -- Who owes nothing any more has no row.
  DELETE FROM public.aging_summary
  WHERE tenant_id = of_tenant AND legal_entity_id = p_entity AND (not_due_minor, d1_30_minor, d31_60_minor,
    d61_90_minor, over_90_minor, credits_minor, base_not_due_minor, base_d1_30_minor, base_d31_60_minor,
    base_d61_90_minor, base_over_90_minor, base_credits_minor) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  RETURN folded;
END $$;

-- Sums an entity up anew as of a day: for what was there before the summary, and for whoever doubts it. Writers of the
-- entity's items that commit meanwhile are counted by the changes they append.
CREATE FUNCTION aging_rebuild(p_tenant uuid, p_entity uuid, p_day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.aging_day (tenant_id, legal_entity_id, aged_on) VALUES (p_tenant, p_entity, p_day)
  ON CONFLICT DO NOTHING;
  PERFORM 1 FROM public.aging_day WHERE tenant_id = p_tenant AND legal_entity_id = p_entity FOR UPDATE;
  DELETE FROM public.aging_summary WHERE tenant_id = p_tenant AND legal_entity_id = p_entity;
  UPDATE public.aging_day SET aged_on = p_day WHERE tenant_id = p_tenant AND legal_entity_id = p_entity;
  WITH later AS (
    SELECT side, id AS item_id, id AS cause_id, posting_date AS counts_on, amount_minor, base_amount_minor
    FROM public.open_item
    WHERE tenant_id = p_tenant AND legal_entity_id = p_entity AND posting_date > p_day
    UNION ALL
    SELECT i.side, i.id, a.id, a.allocated_on, CASE WHEN i.amount_minor < 0 THEN a.amount_minor ELSE -a.amount_minor END,
      CASE WHEN i.amount_minor < 0 THEN m.base_minor ELSE -m.base_minor END
    FROM public.allocation a
    CROSS JOIN LATERAL (VALUES (a.debit_item_id, a.debit_base_minor), (a.credit_item_id, a.credit_base_minor))
      AS m(item_id, base_minor)
    CROSS JOIN LATERAL (SELECT * FROM public.open_item o WHERE o.tenant_id = p_tenant AND o.id = m.item_id LIMIT 1) i
    WHERE a.tenant_id = p_tenant AND a.legal_entity_id = p_entity AND a.allocated_on > p_day
  ), changes AS (
    SELECT l.side, l.item_id, l.cause_id,
      coalesce(i.vendor_id, i.customer_id, '00000000-0000-0000-0000-000000000000'::uuid) AS party_id, i.currency,
      l.counts_on, i.due_date, i.document_date, l.amount_minor, l.base_amount_minor, i.amount_minor < 0 AS is_credit
    FROM later l
    CROSS JOIN LATERAL (SELECT * FROM public.open_item o WHERE o.tenant_id = p_tenant AND o.id = l.item_id LIMIT 1) i
  ), gone AS (
    DELETE FROM public.aging_change
    WHERE tenant_id = p_tenant AND legal_entity_id = p_entity AND counts_on <= p_day
  ), kept AS (
    INSERT INTO public.aging_change (tenant_id, legal_entity_id, side, item_id, cause_id, party_id, currency, counts_on,
      due_date, document_date, amount_minor, base_amount_minor, is_credit)
    SELECT p_tenant, p_entity, side, item_id, cause_id, party_id, currency, counts_on, due_date, document_date,
      amount_minor, base_amount_minor, is_credit
    FROM changes ON CONFLICT DO NOTHING
  ), counted AS (
    SELECT side, coalesce(vendor_id, customer_id, '00000000-0000-0000-0000-000000000000'::uuid) AS party_id, currency,
      due_date, document_date, open_minor AS minor, base_open_minor AS base, amount_minor < 0 AS is_credit
    FROM public.open_item WHERE tenant_id = p_tenant AND legal_entity_id = p_entity AND open_minor <> 0
    UNION ALL
    SELECT side, party_id, currency, due_date, document_date, -amount_minor, -base_amount_minor, is_credit FROM changes
  ), aged AS (
    SELECT c.side, b.basis, c.party_id, c.currency, c.is_credit, sum(c.minor) AS minor, sum(c.base) AS base,
      width_bucket(p_day - b.anchor - 1, ARRAY[0, 30, 60, 90]) AS bucket
    FROM counted c
    CROSS JOIN LATERAL (VALUES ('due_date', c.due_date), ('document_date', c.document_date)) AS b(basis, anchor)
    GROUP BY c.side, b.basis, c.party_id, c.currency, c.is_credit, 8
  )
  INSERT INTO public.aging_summary (tenant_id, legal_entity_id, side, basis, party_id, currency, not_due_minor,
    d1_30_minor, d31_60_minor, d61_90_minor, over_90_minor, credits_minor, base_not_due_minor, base_d1_30_minor,
    base_d31_60_minor, base_d61_90_minor, base_over_90_minor, base_credits_minor)
  SELECT p_tenant, p_entity, side, basis, party_id, currency,
    coalesce(sum(minor) FILTER (WHERE bucket = 0), 0), coalesce(sum(minor) FILTER (WHERE bucket = 1), 0),
    coalesce(sum(minor) FILTER (WHERE bucket = 2), 0), coalesce(sum(minor) FILTER (WHERE bucket = 3), 0),
    coalesce(sum(minor) FILTER (WHERE bucket = 4), 0), coalesce(sum(minor) FILTER (WHERE is_credit), 0),
    coalesce(sum(base) FILTER (WHERE bucket = 0), 0), coalesce(sum(base) FILTER (WHERE bucket = 1), 0),
    coalesce(sum(base) FILTER (WHERE bucket = 2), 0), coalesce(sum(base) FILTER (WHERE bucket = 3), 0),
    coalesce(sum(base) FILTER (WHERE bucket = 4), 0), coalesce(sum(base) FILTER (WHERE is_credit), 0)
  FROM aged GROUP BY side, basis, party_id, currency;
END $$;

-- Each entity has one job that folds, for ever; it is made with the entity and comes back by itself.
CREATE FUNCTION aging_job() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.job (tenant_id, id, kind, payload, dedupe_key, run_after, max_attempts, created_at)
  VALUES (NEW.tenant_id, gen_random_uuid(), 'ledger.fold_aging', jsonb_build_object('legal_entity_id', NEW.id),
          NEW.id::text, now() + interval '1 day', 1000000, now());
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION aging_items_arrive(), aging_items_settle(), aging_fold(uuid, date),
  aging_rebuild(uuid, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aging_fold(uuid, date) TO bursar_worker;

CREATE TRIGGER aging_items_arrive AFTER INSERT ON open_item
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION aging_items_arrive();
CREATE TRIGGER aging_items_settle AFTER INSERT ON allocation
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION aging_items_settle();
CREATE TRIGGER aging_job AFTER INSERT ON legal_entity FOR EACH ROW EXECUTE FUNCTION aging_job();

GRANT CREATE ON SCHEMA public TO bursar_check;
ALTER FUNCTION aging_items_arrive() OWNER TO bursar_check;
ALTER FUNCTION aging_items_settle() OWNER TO bursar_check;
ALTER FUNCTION aging_fold(uuid, date) OWNER TO bursar_check;
ALTER FUNCTION aging_rebuild(uuid, uuid, date) OWNER TO bursar_check;
REVOKE CREATE ON SCHEMA public FROM bursar_check;

-- What is in the books already. No entity is a day behind UTC's yesterday; the first fold goes on from there.
SET ROLE bursar_check;
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT tenant_id, id FROM public.legal_entity LOOP
    PERFORM public.aging_rebuild(one.tenant_id, one.id, (now() AT TIME ZONE 'UTC')::date - 1);
  END LOOP;
END $$;
SET ROLE bursar_owner;
ALTER TABLE job NO FORCE ROW LEVEL SECURITY;
ALTER TABLE legal_entity NO FORCE ROW LEVEL SECURITY;
INSERT INTO job (tenant_id, id, kind, payload, dedupe_key, run_after, max_attempts, created_at)
SELECT tenant_id, gen_random_uuid(), 'ledger.fold_aging', jsonb_build_object('legal_entity_id', id), id::text, now(),
  1000000, now() FROM legal_entity;
ALTER TABLE job FORCE ROW LEVEL SECURITY;
ALTER TABLE legal_entity FORCE ROW LEVEL SECURITY;
